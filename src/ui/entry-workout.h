/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry-edit.h"

G_BEGIN_DECLS

/* A workout: what, how long, how hard, when it ended, the legs, and what was special about it. */

#define COOLDOWN_TYPE_ENTRY_WORKOUT_FIELDS (cooldown_entry_workout_fields_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEntryWorkoutFields,
                      cooldown_entry_workout_fields,
                      COOLDOWN,
                      ENTRY_WORKOUT_FIELDS,
                      GtkBox)

void cooldown_entry_workout_fields_set_edit (CooldownEntryWorkoutFields *self,
                                             CooldownEntryEdit *edit);

G_END_DECLS
