/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* What the user says about a workout that has just ended. */

#define COOLDOWN_TYPE_RECOVER_START (cooldown_recover_start_get_type ())
G_DECLARE_FINAL_TYPE (CooldownRecoverStart, cooldown_recover_start, COOLDOWN, RECOVER_START, GtkBox)

void cooldown_recover_start_set_state (CooldownRecoverStart *self, CooldownAppState *state);

G_END_DECLS
