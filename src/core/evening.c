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

/* A zone can leave a whole day out. */
static GDateTime *
find_time (GTimeZone *zone, const GDate *day, int minutes)
{
  g_autoptr (GDateTime) time =
    g_date_time_new (zone, g_date_get_year (day), (int) g_date_get_month (day),
                     g_date_get_day (day), minutes / MINUTES_PER_HOUR, minutes % MINUTES_PER_HOUR, 0);

  return time != NULL && g_date_time_get_day_of_month (time) == g_date_get_day (day)
           ? g_steal_pointer (&time)
           : NULL;
}

static gboolean
has_day (GTimeZone *zone, const GDate *day)
{
  g_autoptr (GDateTime) noon = find_time (zone, day, NOON);

  return noon != NULL;
}

/**
 * cooldown_local_time_on_day:
 * @clock: the clock that knows the zone
 * @day: a local date
 * @minutes: minutes after its midnight; from 1440 on it is the next day
 *
 * Where a clock on the wall shows that many hours and minutes: when clocks are put on or back in
 * between, the day has another length. A time that is skipped is moved ahead, and of one that comes
 * twice one is taken. Where the zone leaves the next day out, the one after that is the next.
 *
 * Returns: microseconds since 1970 UTC; %COOLDOWN_NEVER when @minutes is negative or more than
 *   seven days, or the zone has no such day
 */
gint64
cooldown_local_time_on_day (CooldownClock *clock, const GDate *day, int minutes)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) time = NULL;
  int days = minutes / MINUTES_PER_DAY;
  GDate then = *day;

  g_return_val_if_fail (COOLDOWN_IS_CLOCK (clock), COOLDOWN_NEVER);
  if (minutes < 0 || days >= MAX_DAYS)
    return COOLDOWN_NEVER;
  zone = cooldown_clock_get_zone (clock);
  if (days > 0 && !has_day (zone, day))
    return COOLDOWN_NEVER;
  g_date_add_days (&then, (guint) days);
  if (days > 0 && !has_day (zone, &then))
    g_date_add_days (&then, 1);
  time = find_time (zone, &then, minutes % MINUTES_PER_DAY);
  return time != NULL ? g_date_time_to_unix (time) * COOLDOWN_SECOND : COOLDOWN_NEVER;
}

/**
 * cooldown_local_time_on:
 * @clock: the clock that knows the zone
 * @date: a local date, "2026-11-22"
 * @minutes: minutes after its midnight; from 1440 on it is the next day
 *
 * Returns: what [func@Cooldown.local_time_on_day] gives for it; %COOLDOWN_NEVER when @date is no
 *   date, too
 */
gint64
cooldown_local_time_on (CooldownClock *clock, const char *date, int minutes)
{
  GDate day;

  return cooldown_date_parse (date, &day) ? cooldown_local_time_on_day (clock, &day, minutes)
                                          : COOLDOWN_NEVER;
}

static gboolean
is_bedtime (int minutes)
{
  return minutes >= 0 && minutes < MINUTES_PER_DAY;
}

/**
 * cooldown_bedtimes_read:
 * @usual: (nullable): the setting "bedtime", an i
 * @own: (nullable): the setting "bedtimes", an ai
 * @bedtimes: (out): when the user goes to bed; what was never said, or cannot be, is as usual
 *
 * Returns: whether the user has said when they go to bed
 */
gboolean
cooldown_bedtimes_read (GVariant *usual, GVariant *own, CooldownBedtimes *bedtimes)
{
  gboolean said = usual != NULL && is_bedtime (g_variant_get_int32 (usual));
  gsize n_own = 0;
  const gint32 *minutes =
    own != NULL ? g_variant_get_fixed_array (own, &n_own, sizeof (gint32)) : NULL;

  bedtimes->usual = said ? g_variant_get_int32 (usual) : COOLDOWN_USUAL_BEDTIME;
  for (guint i = 0; i < G_N_ELEMENTS (bedtimes->own); i++)
    bedtimes->own[i] = n_own == G_N_ELEMENTS (bedtimes->own) && is_bedtime (minutes[i])
                         ? minutes[i]
                         : COOLDOWN_AS_USUAL;
  return said;
}

/**
 * cooldown_bedtimes_on:
 * @self: when the user goes to bed
 * @day: the date of an evening
 *
 * Returns: the bedtime of that evening, minutes after midnight; before noon it is the next day's
 */
int
cooldown_bedtimes_on (const CooldownBedtimes *self, const GDate *day)
{
  int own = self->own[g_date_get_weekday (day) - G_DATE_MONDAY];

  return own != COOLDOWN_AS_USUAL ? own : self->usual;
}

/* The last half second is not rounded away. */
static GDateTime *
find_local (CooldownClock *clock, gint64 wall)
{
  g_autoptr (GTimeZone) zone = cooldown_clock_get_zone (clock);
  gint64 seconds = wall / COOLDOWN_SECOND - (wall % COOLDOWN_SECOND < 0);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

static void
set_day (GDate *day, GDateTime *local)
{
  int year, month, of_month;

  g_date_time_get_ymd (local, &year, &month, &of_month);
  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay) of_month, (GDateMonth) month, (GDateYear) year);
}

/**
 * cooldown_local_day:
 * @clock: the clock that knows the zone
 * @wall: a moment, microseconds since 1970 UTC
 * @day: (out): the local date
 *
 * Returns: whether there is one; %FALSE when @wall lies outside the calendar
 */
gboolean
cooldown_local_day (CooldownClock *clock, gint64 wall, GDate *day)
{
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (COOLDOWN_IS_CLOCK (clock), FALSE);
  local = find_local (clock, wall);
  if (local == NULL)
    return FALSE;
  set_day (day, local);
  return TRUE;
}

/**
 * cooldown_day_before:
 * @clock: the clock that knows the zone
 * @day: (inout): a local date; the last one before it that the zone does not leave out
 *
 * Returns: whether there is one; %FALSE at the beginning of the calendar
 */
gboolean
cooldown_day_before (CooldownClock *clock, GDate *day)
{
  g_autoptr (GTimeZone) zone = NULL;

  g_return_val_if_fail (COOLDOWN_IS_CLOCK (clock), FALSE);
  zone = cooldown_clock_get_zone (clock);
  while (g_date_get_julian (day) > 1)
    {
      g_date_subtract_days (day, 1);
      if (has_day (zone, day))
        return TRUE;
    }
  return FALSE;
}

/* The local date on which the evening of @wall begins; after a day that the zone left out it is the
 * one before that. */
static gboolean
day_of_evening (CooldownClock *clock, gint64 wall, GDate *day)
{
  g_autoptr (GDateTime) local = find_local (clock, wall);

  if (local == NULL)
    return FALSE;
  set_day (day, local);
  return g_date_time_get_hour (local) * MINUTES_PER_HOUR >= NOON ||
         cooldown_day_before (clock, day);
}

/**
 * cooldown_evening_on:
 * @clock: the clock that knows the zone
 * @day: the local date of the evening
 * @bedtimes: when the user goes to bed
 * @winddown_minutes: how long the wind-down is, 0 to 1440
 * @evening: (out): the evening of that day
 *
 * Returns: whether there is such an evening; %FALSE when a number is out of its range
 */
gboolean
cooldown_evening_on (CooldownClock *clock,
                     const GDate *day,
                     const CooldownBedtimes *bedtimes,
                     int winddown_minutes,
                     CooldownEvening *evening)
{
  int bedtime = cooldown_bedtimes_on (bedtimes, day);
  int minutes = bedtime < NOON ? bedtime + MINUTES_PER_DAY : bedtime;

  if (!is_bedtime (bedtime) || winddown_minutes < 0 || winddown_minutes > MINUTES_PER_DAY)
    return FALSE;
  g_snprintf (evening->date, sizeof evening->date, "%04d-%02d-%02d", g_date_get_year (day),
              (int) g_date_get_month (day), g_date_get_day (day));
  evening->bedtime = bedtime;
  evening->bed = cooldown_local_time_on_day (clock, day, minutes);
  evening->morning = cooldown_local_time_on_day (clock, day, NOON + MINUTES_PER_DAY);
  if (evening->bed == COOLDOWN_NEVER || evening->morning == COOLDOWN_NEVER)
    return FALSE;
  evening->wind_down = evening->bed - winddown_minutes * COOLDOWN_MINUTE;
  return TRUE;
}

/**
 * cooldown_evening_at:
 * @clock: the clock that knows the zone
 * @wall: a moment, microseconds since 1970 UTC
 * @bedtimes: when the user goes to bed
 * @winddown_minutes: how long the wind-down is, 0 to 1440
 * @evening: (out): tonight, as seen from @wall
 *
 * Evenings go from noon to noon, so that a bedtime after midnight belongs to the day before.
 *
 * Returns: whether there is such an evening; %FALSE when a number is out of its range
 */
gboolean
cooldown_evening_at (CooldownClock *clock,
                     gint64 wall,
                     const CooldownBedtimes *bedtimes,
                     int winddown_minutes,
                     CooldownEvening *evening)
{
  GDate day;

  g_return_val_if_fail (COOLDOWN_IS_CLOCK (clock) && evening != NULL, FALSE);
  return day_of_evening (clock, wall, &day) &&
         cooldown_evening_on (clock, &day, bedtimes, winddown_minutes, evening);
}

/* When a day is over whose evening has that bedtime, minutes after its midnight. */
static int
end_of_day (int bedtime)
{
  return bedtime + (bedtime < NOON ? MINUTES_PER_DAY : 0) + COOLDOWN_BEDTIME_GRACE;
}

/**
 * cooldown_evening_get_begin:
 * @clock: the clock that knows the zone
 * @evening: an evening
 *
 * Returns: from when on things belong to its day, until 24 hours later, microseconds since 1970 UTC
 */
gint64
cooldown_evening_get_begin (CooldownClock *clock, const CooldownEvening *evening)
{
  return cooldown_local_time_on (clock, evening->date,
                                 end_of_day (evening->bedtime) - MINUTES_PER_DAY);
}

/**
 * cooldown_evening_place:
 * @clock: the clock that knows the zone
 * @evening: an evening
 * @minutes: a time of day, minutes after midnight
 *
 * A cup at 5:00 was on the evening's date with bed at 22:45, and is on the next one with bed at 9:00.
 *
 * Returns: when that is in the day that ends with the evening, microseconds since 1970 UTC
 */
gint64
cooldown_evening_place (CooldownClock *clock, const CooldownEvening *evening, int minutes)
{
  int begin = end_of_day (evening->bedtime) - MINUTES_PER_DAY;

  return cooldown_local_time_on (clock, evening->date,
                                 minutes < begin ? minutes + MINUTES_PER_DAY : minutes);
}

/* Whether @bedtime lies between the two, past midnight if the second is earlier than the first. */
static gboolean
is_between (int bedtime, int from, int to)
{
  return from <= to ? bedtime >= from && bedtime <= to : bedtime >= from || bedtime <= to;
}

/**
 * cooldown_limit_set_own:
 * @limit: what should end before bed
 * @own: minutes before bed, or after midnight where the limit is a time of day; negative: as usual
 *
 * Makes it the user's own limit.
 */
void
cooldown_limit_set_own (CooldownLimit *limit, int own)
{
  if (own < 0)
    return;
  if (limit->at < 0)
    {
      limit->before = own;
      return;
    }
  /* A time that the user chose holds for every bedtime. */
  limit->at = own;
  limit->bedtime_from = 0;
  limit->bedtime_to = MINUTES_PER_DAY - 1;
}

/**
 * cooldown_evening_limit:
 * @clock: the clock that knows the zone
 * @evening: an evening
 * @limit: what should end before bed
 *
 * A time of day is the last one before bed where that is after midnight: with bed at 9:00 a limit at
 * 1:00 is eight hours before it.
 *
 * Returns: when it should end, microseconds since 1970 UTC
 */
gint64
cooldown_evening_limit (CooldownClock *clock,
                        const CooldownEvening *evening,
                        const CooldownLimit *limit)
{
  gboolean is_next_day = evening->bedtime < NOON && limit->at < evening->bedtime;

  if (limit->at >= 0 && is_between (evening->bedtime, limit->bedtime_from, limit->bedtime_to))
    return cooldown_local_time_on (clock, evening->date,
                                   limit->at + (is_next_day ? MINUTES_PER_DAY : 0));
  return evening->bed - limit->before * COOLDOWN_MINUTE;
}
