/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The steps of the wind-down routine as they can be chosen, ordered and timed. What is changed holds
 * at once. Signal: "closed". */

#define COOLDOWN_TYPE_ROUTINE_CHANGE (cooldown_routine_change_get_type ())
G_DECLARE_FINAL_TYPE (CooldownRoutineChange,
                      cooldown_routine_change,
                      COOLDOWN,
                      ROUTINE_CHANGE,
                      GtkBox)

void cooldown_routine_change_set_state (CooldownRoutineChange *self, CooldownAppState *state);

G_END_DECLS
