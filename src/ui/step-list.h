/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* The steps of the hour after a workout, and what is left out of them and why. */

#define COOLDOWN_TYPE_STEP_LIST (cooldown_step_list_get_type ())
G_DECLARE_FINAL_TYPE (CooldownStepList, cooldown_step_list, COOLDOWN, STEP_LIST, GtkBox)

void cooldown_step_list_set_state (CooldownStepList *self, CooldownAppState *state);

G_END_DECLS
