/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The wind-down routine while it runs, and when its last step is over. Not visible while there is
 * no routine. */

#define COOLDOWN_TYPE_ROUTINE_STAGE (cooldown_routine_stage_get_type ())
G_DECLARE_FINAL_TYPE (CooldownRoutineStage, cooldown_routine_stage, COOLDOWN, ROUTINE_STAGE, GtkBox)

void cooldown_routine_stage_set_state (CooldownRoutineStage *self, CooldownAppState *state);
void cooldown_routine_stage_focus (CooldownRoutineStage *self);

G_END_DECLS
