/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "iso-time.h"

#include "clock.h"

#include <stdlib.h>
#include <string.h>

/* One form only, so that equal times are equal texts: 0 stands for any digit, ± for either sign. */
#define FORM "0000-00-00T00:00:00+00:00"

/* ISO 8601 knows offsets in whole minutes. */
static gint32
round_to_minute (gint32 offset)
{
  return (offset + (offset < 0 ? -30 : 30)) / 60 * 60;
}

/**
 * cooldown_iso_append:
 * @text: what it is written to
 * @wall: microseconds since 1970 UTC; nothing is written outside of the years 1 to 9999
 * @offset: how many seconds local time was ahead of UTC, at most 99 hours; rounded to minutes
 *
 * Writes a moment as ISO 8601 has it, "2026-11-21T18:12:00+01:00".
 */
void
cooldown_iso_append (GString *text, gint64 wall, gint32 offset)
{
  gint32 rounded = round_to_minute (offset);
  g_autoptr (GDateTime) local =
    g_date_time_new_from_unix_utc (wall / COOLDOWN_SECOND + rounded);

  if (local == NULL)
    return;
  g_string_append_printf (text, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d",
                          g_date_time_get_year (local), g_date_time_get_month (local),
                          g_date_time_get_day_of_month (local), g_date_time_get_hour (local),
                          g_date_time_get_minute (local), (int) g_date_time_get_seconds (local),
                          rounded < 0 ? '-' : '+', abs (rounded) / 3600, abs (rounded) / 60 % 60);
}

static gboolean
has_form (const char *text)
{
  const char *form = FORM;

  if (strlen (text) != strlen (form))
    return FALSE;
  for (; *form != '\0'; form++, text++)
    {
      if (*form == '0' ? !g_ascii_isdigit (*text) : *form == '+' ? *text != '+' && *text != '-'
                                                                 : *text != *form)
        return FALSE;
    }
  return TRUE;
}

static int
read_digits (const char *text, guint n)
{
  int number = 0;

  for (guint i = 0; i < n; i++)
    number = number * 10 + g_ascii_digit_value (text[i]);
  return number;
}

/**
 * cooldown_iso_parse:
 * @text: what stands where there should be a moment
 * @wall: (out): microseconds since 1970 UTC
 * @offset: (out): how many seconds local time was ahead of UTC
 *
 * Returns: whether it is one, in exactly the form that [func@Cooldown.iso_append] writes
 */
gboolean
cooldown_iso_parse (const char *text, gint64 *wall, gint32 *offset)
{
  g_autoptr (GDateTime) local = NULL;
  int hours, minutes;

  if (!has_form (text))
    return FALSE;
  hours = read_digits (text + 20, 2);
  minutes = read_digits (text + 23, 2);
  local = g_date_time_new_utc (read_digits (text, 4), read_digits (text + 5, 2),
                               read_digits (text + 8, 2), read_digits (text + 11, 2),
                               read_digits (text + 14, 2), read_digits (text + 17, 2));
  if (local == NULL || hours > 23 || minutes > 59)
    return FALSE;
  *offset = (hours * 3600 + minutes * 60) * (text[19] == '-' ? -1 : 1);
  *wall = (g_date_time_to_unix (local) - *offset) * COOLDOWN_SECOND;
  return TRUE;
}
