/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* What is known towards the gate before icing, as the agent sees it too. */

CooldownGateVerdict cooldown_gate_answers_judge (CooldownAppState *self, const char **id);

G_END_DECLS
