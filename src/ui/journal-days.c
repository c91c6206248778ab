/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-days.h"

#include "core/evening.h"
#include "report/date-words.h"

#include <glib/gi18n.h>

/* (transfer full) (nullable): the noon of a day; what is formatted of it knows no zone. */
static GDateTime *
parse_day (const char *day)
{
  GDate date;

  if (!cooldown_date_parse (day, &date))
    return NULL;
  return g_date_time_new_utc (g_date_get_year (&date), (gint) g_date_get_month (&date),
                              g_date_get_day (&date), 12, 0, 0);
}

/* (transfer full): the day it is where the user is, its noon in UTC. */
static GDateTime *
get_today (CooldownClock *clock)
{
  g_autoptr (GDateTime) now = cooldown_clock_to_local (clock, cooldown_clock_now (clock).wall);

  return g_date_time_new_utc (g_date_time_get_year (now), g_date_time_get_month (now),
                              g_date_time_get_day_of_month (now), 12, 0, 0);
}

/**
 * cooldown_journal_day_from_today:
 * @clock: where time comes from
 * @days: how many days later, or earlier when it is negative
 *
 * Returns: (transfer full): a day counted from the one it is where the user is
 */
char *
cooldown_journal_day_from_today (CooldownClock *clock, int days)
{
  g_autoptr (GDateTime) today = get_today (clock);
  g_autoptr (GDateTime) day = g_date_time_add_days (today, days);

  return g_date_time_format (day, "%Y-%m-%d");
}

/**
 * cooldown_journal_day_format:
 * @clock: where time comes from
 * @day: a day
 *
 * Returns: (transfer full): what it is called today: "Today", "Yesterday", "Friday, 20 November",
 *   and with its year when that is another one; @day itself when it is none
 */
char *
cooldown_journal_day_format (CooldownClock *clock, const char *day)
{
  g_autoptr (GDateTime) date = parse_day (day);
  g_autoptr (GDateTime) today = get_today (clock);
  gint64 ago;

  if (date == NULL)
    return g_strdup (day);
  ago = g_date_time_difference (today, date) / G_TIME_SPAN_DAY;
  if (ago == 0)
    return g_strdup (C_ ("day", "Today"));
  if (ago == 1)
    return g_strdup (C_ ("day", "Yesterday"));
  if (g_date_time_get_year (date) == g_date_time_get_year (today))
    return cooldown_date_format_weekday (date);
  /* Translators: a day of another year, "Friday, 20 November 2025"; as in strftime */
  return g_date_time_format (date, C_ ("day", "%A, %-d %B %Y"));
}

/**
 * cooldown_journal_day_format_short:
 * @clock: where time comes from
 * @day: a day
 *
 * Returns: (transfer full): the same where there is little room: "20 Nov", "20 November 2025"
 */
char *
cooldown_journal_day_format_short (CooldownClock *clock, const char *day)
{
  g_autoptr (GDateTime) date = parse_day (day);
  g_autoptr (GDateTime) today = get_today (clock);

  if (date == NULL)
    return g_strdup (day);
  if (g_date_time_get_year (date) == g_date_time_get_year (today))
    return cooldown_date_format_short (date);
  return cooldown_date_format (date);
}

/* (transfer full) (nullable): the noon of a month's first day */
static GDateTime *
get_month (guint year, guint month)
{
  return g_date_time_new_utc ((gint) year, (gint) month, 1, 12, 0, 0);
}

/**
 * cooldown_journal_month_format:
 * @year: a year, 1 to 9999
 * @month: a month, 1 to 12
 *
 * Returns: (transfer full): "November 2026"
 */
char *
cooldown_journal_month_format (guint year, guint month)
{
  g_autoptr (GDateTime) date = get_month (year, month);

  g_return_val_if_fail (date != NULL, g_strdup (""));
  /* Translators: a month with its year, "November 2026", see strftime */
  return g_date_time_format (date, C_ ("month", "%OB %Y"));
}

/**
 * cooldown_journal_month_format_name:
 * @month: a month, 1 to 12
 *
 * Returns: (transfer full): "November"
 */
char *
cooldown_journal_month_format_name (guint month)
{
  g_autoptr (GDateTime) date = get_month (2000, month);

  g_return_val_if_fail (date != NULL, g_strdup (""));
  /* Translators: a month in a list of those of a year, "November", see strftime */
  return g_date_time_format (date, C_ ("month", "%OB"));
}
