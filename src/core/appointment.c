/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appointment.h"

#include "evening.h"

/* What is on a day can come as late as the day after it, and as early as the day before. */
#define DAYS_AROUND 2
/* A day more, because a day can be left out: by the zone, or because the user wants nothing on it. */
#define DAYS_BACK (DAYS_AROUND + 1)
/* Something of every weekday is among the coming eight days. */
#define DAYS_AHEAD 8

/* Bedtimes of two days may come in another order than the days: all that may be the one are asked. */
static gint64
find_last (CooldownClock *clock,
           gint64 wall,
           const GDate *today,
           CooldownTimeOnDay time_on_day,
           gconstpointer data)
{
  gint64 last = COOLDOWN_NEVER;

  for (int i = 0; i <= DAYS_BACK + DAYS_AROUND; i++)
    {
      GDate day = *today;
      gint64 at;

      g_date_subtract_days (&day, DAYS_BACK);
      g_date_add_days (&day, (guint) i);
      at = time_on_day (clock, &day, data);
      if (at <= wall && (last == COOLDOWN_NEVER || at > last))
        last = at;
    }
  return last;
}

static gint64
find_next (CooldownClock *clock,
           gint64 wall,
           const GDate *today,
           CooldownTimeOnDay time_on_day,
           gconstpointer data)
{
  gint64 next = COOLDOWN_NEVER;
  int last_day = DAYS_AROUND + DAYS_AHEAD;

  for (int i = 0; i <= last_day; i++)
    {
      GDate day = *today;
      gint64 at;

      g_date_subtract_days (&day, DAYS_AROUND);
      g_date_add_days (&day, (guint) i);
      at = time_on_day (clock, &day, data);
      if (at > wall && at < next)
        {
          if (next == COOLDOWN_NEVER)
            last_day = i + DAYS_AROUND;
          next = at;
        }
    }
  return next;
}

/**
 * cooldown_appointment_find:
 * @clock: the clock that knows the zone
 * @wall: a moment, microseconds since 1970 UTC
 * @time_on_day: (scope call): when it is on a day
 * @data: given to @time_on_day
 *
 * Finds when something that comes at a time of day was and will be: a pure function of the moment
 * and of the zone, so that whoever sets the clock or travels gets the right ones by asking anew.
 *
 * Returns: the last and the next time; neither when @wall lies outside the calendar
 */
CooldownAppointment
cooldown_appointment_find (CooldownClock *clock,
                           gint64 wall,
                           CooldownTimeOnDay time_on_day,
                           gconstpointer data)
{
  CooldownAppointment found = { COOLDOWN_NEVER, COOLDOWN_NEVER };
  GDate today;

  if (!cooldown_local_day (clock, wall, &today) || g_date_get_julian (&today) <= DAYS_BACK)
    return found;
  found.last = find_last (clock, wall, &today, time_on_day, data);
  found.next = find_next (clock, wall, &today, time_on_day, data);
  return found;
}
