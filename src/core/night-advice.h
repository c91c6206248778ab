/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry.h"

G_BEGIN_DECLS

/* What follows from the nights and workouts of the last days: pure functions of what is noted and
 * of the day. The numbers are the content's. */

gboolean cooldown_nights_are_restless (GPtrArray *entries,
                                       const GDate *today,
                                       int strength,
                                       int per_week,
                                       int weeks);
gboolean cooldown_nights_cost_sleep (GPtrArray *entries,
                                     const GDate *today,
                                     int n_nights,
                                     int weeks);
guint cooldown_hard_days_count (GPtrArray *entries, const GDate *today, int hard_min);

G_END_DECLS
