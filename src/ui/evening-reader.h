/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"
#include "core/evening.h"

G_BEGIN_DECLS

/* The nights and workouts of the last weeks, read from the journal while a widget is seen. Signal:
 * "changed". */

#define COOLDOWN_TYPE_EVENING_READER (cooldown_evening_reader_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEveningReader,
                      cooldown_evening_reader,
                      COOLDOWN,
                      EVENING_READER,
                      GObject)

CooldownEveningReader *cooldown_evening_reader_new (GtkWidget *widget, CooldownAppState *state);
GPtrArray *cooldown_evening_reader_get_entries (CooldownEveningReader *self);
gboolean cooldown_evening_reader_get_workout (CooldownEveningReader *self,
                                              const CooldownEvening *evening,
                                              CooldownWorkout *workout);

G_END_DECLS
