/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "night-marks.h"

#include "date-words.h"
#include "list-words.h"

#include <glib/gi18n.h>

#define DAYS_OF_WEEK 7

/* As they are drawn below the bars. */
static const char *const signs[COOLDOWN_N_NIGHT_MARKS] = {
  [COOLDOWN_NIGHT_MARK_CAFFEINE] = "●", [COOLDOWN_NIGHT_MARK_ALCOHOL] = "◆",
  [COOLDOWN_NIGHT_MARK_NICOTINE] = "■", [COOLDOWN_NIGHT_MARK_WORKOUT] = "▲",
  [COOLDOWN_NIGHT_MARK_ROUTINE] = "○",
};

static gboolean
has (const CooldownNight *self, CooldownFactor factor)
{
  return self->factors[factor] == COOLDOWN_WHETHER_YES;
}

/**
 * cooldown_night_has_mark:
 * @self: a night
 * @mark: a mark
 *
 * Returns: whether that went before the night
 */
gboolean
cooldown_night_has_mark (const CooldownNight *self, CooldownNightMark mark)
{
  switch (mark)
    {
    case COOLDOWN_NIGHT_MARK_CAFFEINE:
      return has (self, COOLDOWN_FACTOR_CAFFEINE);
    case COOLDOWN_NIGHT_MARK_ALCOHOL:
      return has (self, COOLDOWN_FACTOR_ALCOHOL);
    case COOLDOWN_NIGHT_MARK_NICOTINE:
      return has (self, COOLDOWN_FACTOR_NICOTINE);
    case COOLDOWN_NIGHT_MARK_WORKOUT:
      return has (self, COOLDOWN_FACTOR_HARD_WORKOUT) || has (self, COOLDOWN_FACTOR_LATE_WORKOUT);
    case COOLDOWN_NIGHT_MARK_ROUTINE:
      return has (self, COOLDOWN_FACTOR_ROUTINE);
    default:
      return FALSE;
    }
}

/**
 * cooldown_night_mark_format:
 * @mark: a mark
 * @limit: (nullable): the time of day that is the limit for caffeine: "12:00"
 *
 * Returns: (transfer full): what went before a night with it: "Caffeine after 12:00"
 */
char *
cooldown_night_mark_format (CooldownNightMark mark, const char *limit)
{
  switch (mark)
    {
    case COOLDOWN_NIGHT_MARK_CAFFEINE:
      if (limit == NULL)
        return g_strdup (C_ ("before a night", "Late caffeine"));
      /* Translators: %s is a time: "Caffeine after 12:00" */
      return g_strdup_printf (C_ ("before a night", "Caffeine after %s"), limit);
    case COOLDOWN_NIGHT_MARK_ALCOHOL:
      return g_strdup (C_ ("before a night", "Alcohol"));
    case COOLDOWN_NIGHT_MARK_NICOTINE:
      return g_strdup (C_ ("before a night", "Nicotine"));
    case COOLDOWN_NIGHT_MARK_WORKOUT:
      return g_strdup (C_ ("before a night", "Hard or late workout"));
    case COOLDOWN_NIGHT_MARK_ROUTINE:
    default:
      return g_strdup (C_ ("before a night", "Wind-down done"));
    }
}

/**
 * cooldown_night_format_day:
 * @day: a julian day
 *
 * Returns: (transfer full): "22 Nov"
 */
char *
cooldown_night_format_day (guint32 day)
{
  g_autoptr (GDateTime) date = NULL;
  GDate given;

  if (!g_date_valid_julian (day))
    return g_strdup ("");
  g_date_clear (&given, 1);
  g_date_set_julian (&given, day);
  date = g_date_time_new_utc (g_date_get_year (&given), (int) g_date_get_month (&given),
                              g_date_get_day (&given), 0, 0, 0);
  return cooldown_date_format_short (date);
}

/**
 * cooldown_night_format_restless:
 * @self: (nullable): a night
 *
 * Returns: (transfer full): how restless the legs were: "6", "Not noted"
 */
char *
cooldown_night_format_restless (const CooldownNight *self)
{
  return self == NULL || self->restless == COOLDOWN_RESTLESS_NOT_NOTED
             ? g_strdup (_ ("Not noted"))
             : g_strdup_printf ("%d", self->restless);
}

/**
 * cooldown_night_format_before:
 * @self: (nullable): a night
 * @limit: (nullable): the time of day that is the limit for caffeine: "12:00"
 *
 * Returns: (transfer full): what went before it: "Alcohol, Hard or late workout"; "" for nothing
 */
char *
cooldown_night_format_before (const CooldownNight *self, const char *limit)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; self != NULL && i < COOLDOWN_N_NIGHT_MARKS; i++)
    if (cooldown_night_has_mark (self, i))
      g_ptr_array_add (words, cooldown_night_mark_format (i, limit));
  return cooldown_words_list (words);
}

/**
 * cooldown_night_format:
 * @self: a night
 * @limit: (nullable): the time of day that is the limit for caffeine: "12:00"
 *
 * Returns: (transfer full): all of it in a line: "25 Oct · 6 · Alcohol"
 */
char *
cooldown_night_format (const CooldownNight *self, const char *limit)
{
  g_autofree char *day = cooldown_night_format_day (self->day);
  g_autofree char *restless = cooldown_night_format_restless (self);
  g_autofree char *before = cooldown_night_format_before (self, limit);

  if (*before == '\0')
    /* Translators: a night: its day and how restless it was: "25 Oct · 6" */
    return g_strdup_printf (C_ ("night", "%1$s · %2$s"), day, restless);
  /* Translators: a night: its day, how restless it was, and what went before it: "25 Oct · 6 ·
   * Alcohol" */
  return g_strdup_printf (C_ ("night", "%1$s · %2$s · %3$s"), day, restless, before);
}

/**
 * cooldown_night_span_has_mark:
 * @self: some nights
 * @mark: a mark
 *
 * Returns: whether any of them has it
 */
gboolean
cooldown_night_span_has_mark (const CooldownNightSpan *self, CooldownNightMark mark)
{
  for (guint i = 0; i < self->n; i++)
    if (cooldown_night_has_mark (&self->nights[i], mark))
      return TRUE;
  return FALSE;
}

/**
 * cooldown_night_span_count:
 * @self: some nights
 *
 * Returns: of how many it is noted how restless they were
 */
guint
cooldown_night_span_count (const CooldownNightSpan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    n += self->nights[i].restless != COOLDOWN_RESTLESS_NOT_NOTED;
  return n;
}

/**
 * cooldown_night_span_get:
 * @self: some nights
 * @day: a julian day
 *
 * Returns: (nullable): the night that began on that evening, if it is there
 */
const CooldownNight *
cooldown_night_span_get (const CooldownNightSpan *self, guint32 day)
{
  for (guint i = 0; i < self->n; i++)
    if (self->nights[i].day == day)
      return &self->nights[i];
  return NULL;
}

/**
 * cooldown_night_span_format_title:
 * @self: some nights
 *
 * Returns: (transfer full): what a picture of them is called: "Restlessness, last 4 weeks"
 */
char *
cooldown_night_span_format_title (const CooldownNightSpan *self)
{
  guint weeks = (self->to - self->from) / DAYS_OF_WEEK;

  return g_strdup_printf (
      ngettext ("Restlessness, last %u week", "Restlessness, last %u weeks", weeks), weeks);
}

/* A mark beside its sign, with no place for a line to be broken. */
static char *
format_sign (const CooldownNightSpan *self, CooldownNightMark mark)
{
  g_autofree char *words = cooldown_night_mark_format (mark, self->limit);
  GString *sign = g_string_new (NULL);

  /* Translators: in a legend: a sign and what it stands for: "▲ Hard or late workout" */
  g_string_printf (sign, C_ ("legend", "%1$s %2$s"), signs[mark], words);
  g_string_replace (sign, " ", " ", 0);
  return g_string_free (sign, FALSE);
}

/**
 * cooldown_night_span_format_legend:
 * @self: some nights
 *
 * Returns: (transfer full) (nullable): what the marks in a picture of them are: "● Alcohol ▲ Hard or
 *   late workout"
 */
char *
cooldown_night_span_format_legend (const CooldownNightSpan *self)
{
  char *legend = NULL;

  for (guint i = 0; i < COOLDOWN_N_NIGHT_MARKS; i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *sign = NULL;

      if (!cooldown_night_span_has_mark (self, i))
        continue;
      before = legend;
      sign = format_sign (self, i);
      /* Translators: two parts of a legend, of which the first can be two itself */
      legend = before != NULL ? g_strdup_printf (C_ ("legend", "%1$s   %2$s"), before, sign)
                              : g_strdup (sign);
    }
  return legend;
}

/**
 * cooldown_night_span_format:
 * @self: some nights
 *
 * Returns: (transfer full): a picture of them in a sentence: "Restlessness, last 4 weeks: 26 nights
 *   noted, 0 to 8."
 */
char *
cooldown_night_span_format (const CooldownNightSpan *self)
{
  g_autofree char *title = cooldown_night_span_format_title (self);
  guint n = cooldown_night_span_count (self);
  g_autofree char *noted = g_strdup_printf (ngettext ("%u night noted", "%u nights noted", n), n);
  int least = COOLDOWN_RESTLESS_MOST, most = 0;

  if (n == 0)
    /* Translators: a picture in words: "Restlessness, last 4 weeks: no night noted." */
    return g_strdup_printf (_ ("%s: no night noted."), title);
  for (guint i = 0; i < self->n; i++)
    if (self->nights[i].restless != COOLDOWN_RESTLESS_NOT_NOTED)
      {
        least = MIN (least, self->nights[i].restless);
        most = MAX (most, self->nights[i].restless);
      }
  /* Translators: a picture in words; the numbers are the calmest and the most restless night, from 0
   * to 10: "Restlessness, last 4 weeks: 26 nights noted, 0 to 8." */
  return g_strdup_printf (_ ("%1$s: %2$s, %3$d to %4$d."), title, noted, least, most);
}
