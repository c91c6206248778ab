/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date-words.h"

#include "core/clock.h"

#include <glib/gi18n.h>

#define HALF_A_DAY (12 * COOLDOWN_HOUR)

/**
 * cooldown_moment_to_local:
 * @wall: microseconds since 1970 UTC
 * @offset: how many seconds local time was ahead of UTC then
 *
 * Returns: (transfer full) (nullable): what calendar and clock showed; %NULL when it lies outside
 *   the years 1 to 9999
 */
GDateTime *
cooldown_moment_to_local (gint64 wall, gint32 offset)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (offset);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (wall / COOLDOWN_SECOND);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

/**
 * cooldown_moment_get_night:
 * @wall: microseconds since 1970 UTC
 * @offset: how many seconds local time was ahead of UTC then
 *
 * Returns: (transfer full) (nullable): the night that it belongs to, by the date of its evening,
 *   "2026-11-21": nights go from noon to noon; %NULL outside the years 1 to 9999
 */
char *
cooldown_moment_get_night (gint64 wall, gint32 offset)
{
  g_autoptr (GDateTime) evening = cooldown_moment_to_local (wall - HALF_A_DAY, offset);

  return evening != NULL ? g_date_time_format (evening, "%Y-%m-%d") : NULL;
}

/**
 * cooldown_moment_format_time:
 * @wall: microseconds since 1970 UTC
 * @offset: how many seconds local time was ahead of UTC then
 *
 * Returns: (transfer full): the time of day the way the user's locale writes it: "18:12" or
 *   "6:12 PM"
 */
char *
cooldown_moment_format_time (gint64 wall, gint32 offset)
{
  g_autoptr (GDateTime) local = cooldown_moment_to_local (wall, offset);

  return cooldown_local_format_time (local);
}

/**
 * cooldown_minute_of_day_format:
 * @minutes: minutes after midnight, 0 to 1439
 *
 * Returns: (transfer full): the time of day the way the user's locale writes it
 */
char *
cooldown_minute_of_day_format (int minutes)
{
  return cooldown_moment_format_time (minutes * COOLDOWN_MINUTE, 0);
}

static char *
format_date (GDateTime *date, const char *pattern)
{
  char *words = date != NULL ? g_date_time_format (date, pattern) : NULL;

  return words != NULL ? words : g_strdup ("–");
}

/**
 * cooldown_date_format:
 * @date: (nullable): a day
 *
 * Returns: (transfer full): "22 November 2026"
 */
char *
cooldown_date_format (GDateTime *date)
{
  /* Translators: a date with its year, "22 November 2026"; %-d, %B and %Y as in strftime */
  return format_date (date, _ ("%-d %B %Y"));
}

/**
 * cooldown_date_format_short:
 * @date: (nullable): a day
 *
 * Returns: (transfer full): "22 Nov"
 */
char *
cooldown_date_format_short (GDateTime *date)
{
  /* Translators: a date where there is little room, "22 Nov"; %-d and %b as in strftime */
  return format_date (date, _ ("%-d %b"));
}

/**
 * cooldown_date_format_year:
 * @date: (nullable): a day
 *
 * Returns: (transfer full): "22 Nov 2026"
 */
char *
cooldown_date_format_year (GDateTime *date)
{
  /* Translators: a date with its year where there is little room, "22 Nov 2026"; %-d, %b and %Y as
   * in strftime */
  return format_date (date, _ ("%-d %b %Y"));
}

/**
 * cooldown_date_format_weekday:
 * @date: (nullable): a day
 *
 * Returns: (transfer full): "Friday, 20 November"
 */
char *
cooldown_date_format_weekday (GDateTime *date)
{
  /* Translators: a day of this year, "Friday, 20 November"; %A, %-d and %B as in strftime */
  return format_date (date, _ ("%A, %-d %B"));
}

/**
 * cooldown_date_format_range:
 * @first: a day
 * @last: a day
 *
 * Returns: (transfer full): "28 September to 22 November 2026"
 */
char *
cooldown_date_format_range (GDateTime *first, GDateTime *last)
{
  gboolean one_year = g_date_time_get_year (first) == g_date_time_get_year (last);
  /* Translators: a date without its year, "28 September"; %-d and %B as in strftime */
  g_autofree char *from = format_date (first, one_year ? _ ("%-d %B") : _ ("%-d %B %Y"));
  g_autofree char *to = cooldown_date_format (last);

  /* Translators: a period: "28 September to 22 November 2026" */
  return g_strdup_printf (_ ("%1$s to %2$s"), from, to);
}
