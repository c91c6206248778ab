/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "weekdays.h"

#include <langinfo.h>

/* The origin of a locale's week: a Sunday or a Monday, as a date in decimal. */
#define ORIGIN_MONDAY 19971201

/* A Monday; the next six days are of the same month. */
#define MONDAY_YEAR 2001
#define MONDAY_DAY 1

/**
 * cooldown_week_get_first_day:
 *
 * Returns: the day on which weeks begin in the user's region; Monday where that is not known
 */
GDateWeekday
cooldown_week_get_first_day (void)
{
#ifdef __GLIBC__
  /* Of this one the C library gives a number in place of the pointer, of the other one a byte. */
  union
  {
    const char *text;
    guint32 date;
  } origin = { .text = nl_langinfo (_NL_TIME_WEEK_1STDAY) };
  int first = *nl_langinfo (_NL_TIME_FIRST_WEEKDAY) - 1;
  int before = origin.date == ORIGIN_MONDAY ? 0 : G_DATE_SUNDAY - G_DATE_MONDAY;

  if (first >= 0 && first < G_DATE_SUNDAY)
    return (GDateWeekday) (G_DATE_MONDAY + (before + first) % G_DATE_SUNDAY);
#endif
  return G_DATE_MONDAY;
}

static char *
format (GDateWeekday day, const char *pattern)
{
  g_autoptr (GDateTime) date = NULL;

  g_return_val_if_fail (day >= G_DATE_MONDAY && day <= G_DATE_SUNDAY, NULL);
  date = g_date_time_new_utc (MONDAY_YEAR, 1, MONDAY_DAY + (int) (day - G_DATE_MONDAY), 0, 0, 0);
  return g_date_time_format (date, pattern);
}

/**
 * cooldown_weekday_get_name:
 * @day: a day of the week
 *
 * Returns: (transfer full): its name as it stands at the beginning of a line: "Monday"
 */
char *
cooldown_weekday_get_name (GDateWeekday day)
{
  g_autofree char *name = format (day, "%A");
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (name != NULL, g_string_free (text, FALSE));
  /* Many languages write it small inside a sentence. */
  g_string_append_unichar (text, g_unichar_totitle (g_utf8_get_char (name)));
  g_string_append (text, g_utf8_next_char (name));
  return g_string_free (text, FALSE);
}

/**
 * cooldown_weekday_get_short_name:
 * @day: a day of the week
 *
 * Returns: (transfer full): its name in short, for a list: "Mon"
 */
char *
cooldown_weekday_get_short_name (GDateWeekday day)
{
  return format (day, "%a");
}
