/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time-words.h"

#include "core/evening.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <stdio.h>
#include <string.h>

/* A day on which no zone moves its clocks, so that each minute of it exists once. */
#define PLAIN_DAY "2001-01-15"
#define STEP_MINUTES 5
#define PAGE_MINUTES 60

/**
 * cooldown_span_format:
 * @span: a duration in microseconds; what is negative counts as nothing
 *
 * Returns: (transfer full): the duration in whole minutes, short: "25 min", "3 h", "1 h 10 min"
 */
char *
cooldown_span_format (gint64 span)
{
  guint minutes = (guint) (MAX (span, 0) / COOLDOWN_MINUTE);

  if (minutes < 60)
    /* Translators: a duration, short: "25 min" */
    return g_strdup_printf (_("%u min"), minutes);
  if (minutes % 60 == 0)
    /* Translators: a duration in hours, short: "3 h" */
    return g_strdup_printf (_("%u h"), minutes / 60);
  /* Translators: a duration in hours and minutes, short: "1 h 10 min" */
  return g_strdup_printf (_("%1$u h %2$u min"), minutes / 60, minutes % 60);
}

/**
 * cooldown_time_of_day_format:
 * @clock: the clock, which knows how the user's region writes times
 * @minutes: minutes after midnight, 0 to 1439
 *
 * Returns: (transfer full): the time of day: "17:15" or "5:15 PM"
 */
char *
cooldown_time_of_day_format (CooldownClock *clock, int minutes)
{
  return cooldown_clock_format_time (clock, cooldown_local_time_on (clock, PLAIN_DAY, minutes));
}

/* Whether TEXT holds one of the names that the region or everybody has for a half of the day. */
static gboolean
names_half (const char *text, nl_item item, const char *plain)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  const char *name = nl_langinfo (item);
  g_autofree char *local = g_utf8_casefold (name, -1);

  return (*local != '\0' && strstr (folded, local) != NULL) || strstr (folded, plain) != NULL;
}

/**
 * cooldown_time_of_day_parse:
 * @text: what somebody typed: "17:15", "1715", "5:15 pm", "17"
 * @minutes: (out): minutes after midnight, 0 to 1439
 *
 * Returns: whether @text is a time of day; @minutes is left alone if not
 */
gboolean
cooldown_time_of_day_parse (const char *text, int *minutes)
{
  int hour = -1, minute = 0;

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  if (sscanf (text, " %2d %*1[:.] %2d", &hour, &minute) != 2 &&
      sscanf (text, " %2d%2d", &hour, &minute) < 1)
    return FALSE;
  if (names_half (text, PM_STR, "pm") && hour < 12)
    hour += 12;
  else if (names_half (text, AM_STR, "am") && hour == 12)
    hour = 0;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
    return FALSE;
  *minutes = hour * 60 + minute;
  return TRUE;
}

/**
 * cooldown_time_of_day_at:
 * @clock: the clock
 * @wall: microseconds since 1970 UTC
 *
 * Returns: what the user's clocks show then, minutes after midnight
 */
int
cooldown_time_of_day_at (CooldownClock *clock, gint64 wall)
{
  g_autoptr (GDateTime) local = cooldown_clock_to_local (clock, wall);

  return local != NULL ? g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local) : 0;
}

static int
on_input (GtkSpinButton *spin, double *value, CooldownClock *clock)
{
  int minutes;

  if (!cooldown_time_of_day_parse (gtk_editable_get_text (GTK_EDITABLE (spin)), &minutes))
    return GTK_INPUT_ERROR;
  *value = minutes;
  return TRUE;
}

static gboolean
on_output (GtkSpinButton *spin, CooldownClock *clock)
{
  double value = gtk_adjustment_get_value (gtk_spin_button_get_adjustment (spin));
  g_autofree char *text = cooldown_time_of_day_format (clock, (int) value);

  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (spin)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  -1);
  return TRUE;
}

static void
drop_clock (gpointer clock, GClosure *closure)
{
  g_object_unref (clock);
}

/**
 * cooldown_time_spin_set_up:
 * @spin: a spin button
 * @clock: the clock
 *
 * Makes @spin one for a time of day: it shows and reads times the way the user's region writes
 * them, steps by five minutes and goes on beyond midnight. Its value is minutes after midnight.
 */
void
cooldown_time_spin_set_up (GtkSpinButton *spin, CooldownClock *clock)
{
  g_autofree char *longest = cooldown_time_of_day_format (clock, COOLDOWN_DAY_MINUTES - 1);

  g_signal_connect_data (spin, "input", G_CALLBACK (on_input), g_object_ref (clock), drop_clock, 0);
  g_signal_connect_data (spin, "output", G_CALLBACK (on_output), g_object_ref (clock), drop_clock,
                         0);
  gtk_spin_button_set_range (spin, 0, COOLDOWN_DAY_MINUTES - 1);
  gtk_spin_button_set_increments (spin, STEP_MINUTES, PAGE_MINUTES);
  gtk_spin_button_set_wrap (spin, TRUE);
  gtk_spin_button_set_numeric (spin, FALSE);
  gtk_spin_button_set_digits (spin, 0);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), (int) g_utf8_strlen (longest, -1) + 1);
  gtk_spin_button_update (spin);
}

/**
 * cooldown_time_spin_get:
 * @spin: a spin button for a time of day
 *
 * Returns: the time, minutes after midnight, 0 to 1439
 */
int
cooldown_time_spin_get (GtkSpinButton *spin)
{
  /* What was typed counts also before the focus left. */
  gtk_spin_button_update (spin);
  return gtk_spin_button_get_value_as_int (spin);
}

/**
 * cooldown_time_spin_set:
 * @spin: a spin button for a time of day
 * @minutes: minutes after midnight, 0 to 1439
 */
void
cooldown_time_spin_set (GtkSpinButton *spin, int minutes)
{
  gtk_spin_button_set_value (spin, minutes);
}
