/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* What there is to say about a workout: tiles for its kind, and rows for legs, length, effort and
 * when it ended. Signal "changed": something else was entered, or time went on. */

#define COOLDOWN_TYPE_WORKOUT_FORM (cooldown_workout_form_get_type ())
G_DECLARE_FINAL_TYPE (CooldownWorkoutForm, cooldown_workout_form, COOLDOWN, WORKOUT_FORM, GtkBox)

void cooldown_workout_form_set_state (CooldownWorkoutForm *self, CooldownAppState *state);
void cooldown_workout_form_reset (CooldownWorkoutForm *self);
void cooldown_workout_form_set_workout (CooldownWorkoutForm *self, const CooldownWorkout *workout);
gboolean cooldown_workout_form_get_workout (CooldownWorkoutForm *self, CooldownWorkout *workout);
void cooldown_workout_form_remember (CooldownWorkoutForm *self);

G_END_DECLS
