/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "night.h"

/* From then on, minutes after midnight, whoever has gone to bed is up again. */
#define MORNING (4 * 60)

/* Whether the night that began on the evening of that day is still to come: its bedtime is, or it was
 * a little ago and it is the middle of the night, with the user still up. */
static gboolean
is_to_come (CooldownClock *clock, gint64 wall, const CooldownEvening *evening)
{
  gint64 up = cooldown_local_time_on (clock, evening->date, 24 * 60 + MORNING);

  return evening->bed > wall ||
         wall < MIN (evening->bed + COOLDOWN_BEDTIME_GRACE * COOLDOWN_MINUTE, up);
}

/**
 * cooldown_night_get_uid:
 * @date: the local date of the evening on which a night began
 *
 * Returns: (transfer full): the uid of that night, of which there is one on whichever device it was
 *   noted
 */
char *
cooldown_night_get_uid (const char *date)
{
  return g_strconcat (COOLDOWN_NIGHT_UID, date, NULL);
}

/**
 * cooldown_last_night:
 * @clock: the clock that knows the zone
 * @wall: a moment, microseconds since 1970 UTC
 * @bedtimes: when the user goes to bed
 * @date: (out): the local date of the evening on which it began
 *
 * What "last night" is at that moment, however late in the day: the night that began on the evening
 * of the day before. Whose bedtime of that evening is still to come, or was missed a little ago, has the
 * night before that behind them: with bed at 9:00 the question at 8:00 is about the sleep that ended
 * the day before, and so it is soon after midnight.
 *
 * Returns: whether there is such a night; %FALSE when @wall lies outside the calendar
 */
gboolean
cooldown_last_night (CooldownClock *clock,
                     gint64 wall,
                     const CooldownBedtimes *bedtimes,
                     char date[COOLDOWN_DATE_SIZE])
{
  CooldownEvening evening;
  GDate day;

  if (!cooldown_local_day (clock, wall, &day) || !cooldown_day_before (clock, &day))
    return FALSE;
  if (cooldown_evening_on (clock, &day, bedtimes, 0, &evening) &&
      is_to_come (clock, wall, &evening) && !cooldown_day_before (clock, &day))
    return FALSE;
  g_snprintf (date, COOLDOWN_DATE_SIZE, "%04d-%02d-%02d", g_date_get_year (&day),
              (int) g_date_get_month (&day), g_date_get_day (&day));
  return TRUE;
}
