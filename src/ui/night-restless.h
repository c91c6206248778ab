/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

void cooldown_night_restless_show (CooldownAppState *state, const char *date, GtkLabel *label);

G_END_DECLS
