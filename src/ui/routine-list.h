/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What can be done in the evening: the wind-down in its order, and what else there is. What must
 * not be is dimmed and says why. */

#define COOLDOWN_TYPE_ROUTINE_LIST (cooldown_routine_list_get_type ())
G_DECLARE_FINAL_TYPE (CooldownRoutineList, cooldown_routine_list, COOLDOWN, ROUTINE_LIST, GtkBox)

void cooldown_routine_list_set_state (CooldownRoutineList *self, CooldownAppState *state);

G_END_DECLS
