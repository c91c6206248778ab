/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* The steps of the wind-down routine as the user chose them, and what of it is not for them. Steps
 * are of the type COOLDOWN_ROUTINE_STEPS. */

GVariant *cooldown_routine_choice_get (CooldownAppState *state);
GVariant *cooldown_routine_choice_get_fitting (CooldownAppState *state);
gboolean cooldown_routine_choice_is_own (CooldownAppState *state);
void cooldown_routine_choice_set (CooldownAppState *state, GVariant *steps);
int cooldown_routine_choice_get_winddown (CooldownAppState *state);

G_END_DECLS
