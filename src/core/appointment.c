/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appointment.h"

/* What is on a day can come as late as the day after it, and as early as the day before. */
#define DAYS_AROUND 2
/* Something of every weekday is among the coming eight days. */
#define DAYS_AHEAD 8

static gboolean
find_today (CooldownClock *clock, gint64 wall, GDate *today)
{
  g_autoptr (GDateTime) local = cooldown_clock_to_local (clock, wall);
  int year, month, day;

  if (local == NULL)
    return FALSE;
  g_date_time_get_ymd (local, &year, &month, &day);
  g_date_clear (today, 1);
  g_date_set_dmy (today, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (today) > DAYS_AROUND;
}

/* Bedtimes of two days may come in another order than the days: all that may be the one are asked. */
static gint64
find_last (CooldownClock *clock,
           gint64 wall,
           const GDate *today,
           CooldownTimeOnDay time_on_day,
           gconstpointer data)
{
  gint64 last = COOLDOWN_NEVER;

  for (int i = 0; i <= 2 * DAYS_AROUND; i++)
    {
      GDate day = *today;
      gint64 at;

      g_date_subtract_days (&day, DAYS_AROUND);
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

  if (!find_today (clock, wall, &today))
    return found;
  found.last = find_last (clock, wall, &today, time_on_day, data);
  found.next = find_next (clock, wall, &today, time_on_day, data);
  return found;
}
