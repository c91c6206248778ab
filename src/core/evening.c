/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evening.h"

#include <stdio.h>
#include <string.h>

#define MINUTES_PER_HOUR 60
#define MINUTES_PER_DAY (24 * MINUTES_PER_HOUR)

/* Evenings go from noon to noon. */
#define NOON (12 * MINUTES_PER_HOUR)

/* Nothing here is planned further ahead. */
#define MAX_DAYS 7

/**
 * cooldown_date_parse:
 * @text: (nullable): a date
 * @date: (out): the date; not valid when @text is none
 *
 * Returns: whether @text is a date, written as "2026-11-22" and no other way
 */
gboolean
cooldown_date_parse (const char *text, GDate *date)
{
  int year = 0, month = 0, day = 0;

  g_date_clear (date, 1);
  if (text == NULL || strlen (text) != strlen ("2026-11-22"))
    return FALSE;
  for (int i = 0; text[i] != '\0'; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  sscanf (text, "%4d-%2d-%2d", &year, &month, &day);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/**
 * cooldown_local_time_on:
 * @clock: the clock that knows the zone
 * @date: a local date, "2026-11-22"
 * @minutes: minutes after its midnight; from 1440 on it is the next day
 *
 * Where a clock on the wall shows that many hours and minutes: when clocks are put on or back in
 * between, the day has another length. A time that is skipped is moved ahead, and of one that comes
 * twice one is taken.
 *
 * Returns: microseconds since 1970 UTC; %COOLDOWN_NEVER when @date is no date or @minutes is
 *   negative or more than seven days
 */
gint64
cooldown_local_time_on (CooldownClock *clock, const char *date, int minutes)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) time = NULL;
  GDate day;

  g_return_val_if_fail (COOLDOWN_IS_CLOCK (clock), COOLDOWN_NEVER);
  if (minutes < 0 || minutes >= MAX_DAYS * MINUTES_PER_DAY || !cooldown_date_parse (date, &day))
    return COOLDOWN_NEVER;
  g_date_add_days (&day, (guint) (minutes / MINUTES_PER_DAY));
  minutes %= MINUTES_PER_DAY;
  zone = cooldown_clock_get_zone (clock);
  time = g_date_time_new (zone, g_date_get_year (&day), (int) g_date_get_month (&day),
                          g_date_get_day (&day), minutes / MINUTES_PER_HOUR,
                          minutes % MINUTES_PER_HOUR, 0);
  return time != NULL ? g_date_time_to_unix (time) * COOLDOWN_SECOND : COOLDOWN_NEVER;
}

/* The local date on which the evening of @wall begins; the last half second is not rounded away. */
static gboolean
date_of_evening (CooldownClock *clock, gint64 wall, char date[16])
{
  g_autoptr (GTimeZone) zone = cooldown_clock_get_zone (clock);
  gint64 seconds = wall / COOLDOWN_SECOND - (wall % COOLDOWN_SECOND < 0);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  GDate day;
  int year, month, of_month;

  if (local == NULL)
    return FALSE;
  g_date_time_get_ymd (local, &year, &month, &of_month);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) of_month, (GDateMonth) month, (GDateYear) year);
  if (g_date_time_get_hour (local) * MINUTES_PER_HOUR < NOON)
    {
      if (g_date_get_julian (&day) <= 1)
        return FALSE;
      g_date_subtract_days (&day, 1);
    }
  g_snprintf (date, 16, "%04d-%02d-%02d", g_date_get_year (&day), (int) g_date_get_month (&day),
              g_date_get_day (&day));
  return TRUE;
}

/**
 * cooldown_evening_at:
 * @clock: the clock that knows the zone
 * @wall: a moment, microseconds since 1970 UTC
 * @bedtime: when the user goes to bed, minutes after midnight, 0 to 1439
 * @winddown_minutes: how long the wind-down is
 * @evening: (out): tonight, as seen from @wall
 *
 * Evenings go from noon to noon, so that a bedtime after midnight belongs to the day before.
 *
 * Returns: whether there is such an evening; %FALSE when a number is out of its range
 */
gboolean
cooldown_evening_at (CooldownClock *clock,
                     gint64 wall,
                     int bedtime,
                     int winddown_minutes,
                     CooldownEvening *evening)
{
  int minutes = bedtime < NOON ? bedtime + MINUTES_PER_DAY : bedtime;

  g_return_val_if_fail (COOLDOWN_IS_CLOCK (clock) && evening != NULL, FALSE);
  if (bedtime < 0 || bedtime >= MINUTES_PER_DAY || winddown_minutes < 0 ||
      winddown_minutes > MINUTES_PER_DAY || !date_of_evening (clock, wall, evening->date))
    return FALSE;
  evening->bed = cooldown_local_time_on (clock, evening->date, minutes);
  evening->morning = cooldown_local_time_on (clock, evening->date, NOON + MINUTES_PER_DAY);
  if (evening->bed == COOLDOWN_NEVER || evening->morning == COOLDOWN_NEVER)
    return FALSE;
  evening->wind_down = evening->bed - winddown_minutes * COOLDOWN_MINUTE;
  return TRUE;
}

/* Whether @bedtime lies between the two, past midnight if the second is earlier than the first. */
static gboolean
is_between (int bedtime, int from, int to)
{
  return from <= to ? bedtime >= from && bedtime <= to : bedtime >= from || bedtime <= to;
}

/**
 * cooldown_evening_limit:
 * @clock: the clock that knows the zone
 * @evening: an evening
 * @limit: what should end before bed
 * @bedtime: the bedtime that the evening was made with, minutes after midnight
 *
 * Returns: when it should end, microseconds since 1970 UTC
 */
gint64
cooldown_evening_limit (CooldownClock *clock,
                        const CooldownEvening *evening,
                        const CooldownLimit *limit,
                        int bedtime)
{
  if (limit->at >= 0 && is_between (bedtime, limit->bedtime_from, limit->bedtime_to))
    return cooldown_local_time_on (clock, evening->date, limit->at);
  return evening->bed - limit->before * COOLDOWN_MINUTE;
}
