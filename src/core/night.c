/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "night.h"

/**
 * cooldown_last_night:
 * @clock: the clock that knows the zone
 * @wall: a moment, microseconds since 1970 UTC
 * @date: (out): the local date of the evening on which it began
 *
 * What "last night" is at that moment, however late in the day: the night that began on the evening
 * of the day before.
 *
 * Returns: whether there is such a night; %FALSE when @wall lies outside the calendar
 */
gboolean
cooldown_last_night (CooldownClock *clock, gint64 wall, char date[COOLDOWN_DATE_SIZE])
{
  g_autoptr (GDateTime) local = NULL;
  g_autoptr (GDateTime) day = NULL;
  int year, month, of_month;

  g_return_val_if_fail (COOLDOWN_IS_CLOCK (clock), FALSE);
  local = cooldown_clock_to_local (clock, wall);
  day = local != NULL ? g_date_time_add_days (local, -1) : NULL;
  if (day == NULL)
    return FALSE;
  g_date_time_get_ymd (day, &year, &month, &of_month);
  g_snprintf (date, COOLDOWN_DATE_SIZE, "%04d-%02d-%02d", year, month, of_month);
  return TRUE;
}
