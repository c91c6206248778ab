/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "clock.h"

G_BEGIN_DECLS

/**
 * CooldownTimeOnDay:
 * @clock: the clock that knows the zone
 * @day: a local date
 * @data: what the caller gave
 *
 * Returns: when something is on that day, or in the night after it, microseconds since 1970 UTC;
 *   %COOLDOWN_NEVER when it is not on that day at all
 */
typedef gint64 (*CooldownTimeOnDay) (CooldownClock *clock, const GDate *day, gconstpointer data);

/**
 * CooldownAppointment:
 * @last: when it was the last time, microseconds since 1970 UTC, or %COOLDOWN_NEVER
 * @next: when it is the next time, or %COOLDOWN_NEVER
 *
 * Something that comes at a time of day, as seen from a moment.
 */
typedef struct
{
  gint64 last;
  gint64 next;
} CooldownAppointment;

CooldownAppointment cooldown_appointment_find (CooldownClock *clock,
                                               gint64 wall,
                                               CooldownTimeOnDay time_on_day,
                                               gconstpointer data);

G_END_DECLS
