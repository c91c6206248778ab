/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "experiment-words.h"

#include "date-words.h"
#include "insight-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define NIGHTS_PER_WEEK 7

static char *
format_day (guint32 day)
{
  g_autoptr (GDateTime) date = NULL;
  GDate julian;

  g_date_clear (&julian, 1);
  g_date_set_julian (&julian, day);
  date = g_date_time_new_utc (g_date_get_year (&julian), (int) g_date_get_month (&julian),
                              g_date_get_day (&julian), 0, 0, 0);
  return cooldown_date_format_weekday (date);
}

/* How much more restless the nights with the change are than those as usual. */
static CooldownPattern
see_as_change (const CooldownExperiment *self, const CooldownPattern *pattern)
{
  CooldownPattern seen = *pattern;

  if (cooldown_experiment_turn_has_factor (self, 0))
    return seen;
  seen.n_with = pattern->n_without;
  seen.n_without = pattern->n_with;
  seen.median_with = pattern->median_without;
  seen.median_without = pattern->median_with;
  seen.difference = -pattern->difference;
  seen.low = -pattern->high;
  seen.high = -pattern->low;
  return seen;
}

/**
 * cooldown_experiment_format_plan:
 * @turn_nights: how many nights a turn has
 * @n_turns: how many turns there are
 *
 * Returns: (transfer full): how long it takes, and how often the change is made
 */
char *
cooldown_experiment_format_plan (guint turn_nights, guint n_turns)
{
  guint n_change = (n_turns + 1) / 2;

  if (turn_nights == NIGHTS_PER_WEEK)
    return g_strdup_printf (
        /* Translators: a trial on oneself: "7 weeks in turn: 4 with the change, 3 as usual." */
        ngettext ("%1$u week in turn: %2$u with the change, %3$u as usual.",
                  "%1$u weeks in turn: %2$u with the change, %3$u as usual.", n_turns),
        n_turns, n_change, n_turns - n_change);
  return g_strdup_printf (
      /* Translators: the same in turns of some nights: "9 turns of 4 nights: 5 with the change, …" */
      ngettext ("%1$u turns of %4$u night: %2$u with the change, %3$u as usual.",
                "%1$u turns of %4$u nights: %2$u with the change, %3$u as usual.", turn_nights),
      n_turns, n_change, n_turns - n_change, turn_nights);
}

/**
 * cooldown_experiment_format_now:
 * @self: a trial
 * @name: its change: "No alcohol"
 * @day: the date of the night to come, as a julian day
 *
 * Returns: (transfer full) (nullable): what is to be done on that evening, and until when; %NULL when
 *   the trial is over
 */
char *
cooldown_experiment_format_now (const CooldownExperiment *self, const char *name, guint32 day)
{
  int turn = cooldown_experiment_get_turn (self, day);
  g_autofree char *date = NULL;

  if (turn == COOLDOWN_EXPERIMENT_NO_TURN && day >= self->start)
    return NULL;
  if (turn == COOLDOWN_EXPERIMENT_NO_TURN)
    {
      date = format_day (self->start);
      /* Translators: a trial on oneself begins: "No alcohol, from Monday, 23 November" */
      return g_strdup_printf (_ ("%1$s, from %2$s"), name, date);
    }
  date = format_day (cooldown_experiment_get_turn_start (self, (guint) turn + 1) - 1);
  if (cooldown_experiment_turn_has_change ((guint) turn))
    /* Translators: a trial on oneself at present: "No alcohol, until Sunday, 29 November" */
    return g_strdup_printf (_ ("%1$s, until %2$s"), name, date);
  /* Translators: a trial on oneself, in a week without a change: %s is "Sunday, 29 November" */
  return g_strdup_printf (_ ("As usual, until %s"), date);
}

/**
 * cooldown_experiment_format_noted:
 * @self: a trial
 * @result: what was counted
 * @day: the date of the night to come, as a julian day
 *
 * Returns: (transfer full): how many of its nights are noted so far
 */
char *
cooldown_experiment_format_noted (const CooldownExperiment *self,
                                  const CooldownExperimentResult *result,
                                  guint32 day)
{
  guint32 until = MIN (day, cooldown_experiment_get_end (self));
  guint n_past = until > self->start ? until - self->start : 0;

  /* Translators: of the nights of a trial that are over: "12 of 15 nights noted" */
  return g_strdup_printf (ngettext ("%1$u of %2$u night noted", "%1$u of %2$u nights noted", n_past),
                          result->n_noted, n_past);
}

/**
 * cooldown_experiment_format_tag:
 * @result: what a trial has shown
 *
 * Returns: (transfer full): how sure that is
 */
char *
cooldown_experiment_format_tag (const CooldownExperimentResult *result)
{
  guint n = result->pattern.n_with + result->pattern.n_without;

  if (!result->pattern.claimed)
    /* Translators: what a trial on oneself has shown, in few words */
    return g_strdup (_ ("Not clear"));
  return g_strdup_printf (ngettext ("Pattern in %u night", "Pattern in %u nights", n), n);
}

/**
 * cooldown_experiment_format_finding:
 * @self: a trial
 * @result: what it has shown
 * @min_nights: how many nights it takes of each
 *
 * Returns: (transfer full): that in a sentence or two
 */
char *
cooldown_experiment_format_finding (const CooldownExperiment *self,
                                    const CooldownExperimentResult *result,
                                    guint min_nights)
{
  CooldownPattern seen = see_as_change (self, &result->pattern);

  if (!seen.tested)
    return g_strdup_printf (
        /* Translators: numbers of nights of a trial on oneself: "4 with the change and 3 as usual" */
        _ ("Too few nights are noted to compare: %1$u with the change and %2$u as usual, and it takes "
           "%3$u of each."),
        seen.n_with, seen.n_without, min_nights);
  if (!seen.claimed)
    return g_strdup (_ ("How the nights with the change and those as usual differ could be chance."));
  return g_strdup (seen.difference < 0
                       ? _ ("Your legs were calmer on the nights with the change.")
                       : _ ("Your legs were more restless on the nights with the change."));
}

static char *
format_span (const CooldownPattern *seen, int confidence)
{
  g_autofree char *less = cooldown_restless_format (fabs (MIN (seen->low, 0)));
  g_autofree char *more = cooldown_restless_format (fabs (MAX (seen->high, 0)));

  return g_strdup_printf (
      /* Translators: points on a scale from 0 to 10; %3$d is the confidence in percent: 95 */
      _ ("With these nights the change may make anything from %1$s points less to %2$s points more of "
         "10 (%3$d %% interval)."),
      less, more, confidence);
}

/**
 * cooldown_experiment_format_effect:
 * @self: a trial
 * @result: what it has shown
 * @confidence: how sure the interval is, percent
 *
 * Returns: (transfer full) (nullable): how large the difference may be; %NULL where nothing could be
 *   compared
 */
char *
cooldown_experiment_format_effect (const CooldownExperiment *self,
                                   const CooldownExperimentResult *result,
                                   int confidence)
{
  CooldownPattern seen = see_as_change (self, &result->pattern);

  if (!seen.tested)
    return NULL;
  return seen.claimed ? cooldown_pattern_format_effect (&seen, confidence)
                      : format_span (&seen, confidence);
}

static void
add (GString *words, guint n, char *sentence)
{
  if (n > 0)
    g_string_append_printf (words, " %s", sentence);
  g_free (sentence);
}

/**
 * cooldown_experiment_format_counts:
 * @result: what a trial has shown
 *
 * Returns: (transfer full): how many nights were noted, and how many of them were not as planned
 */
char *
cooldown_experiment_format_counts (const CooldownExperimentResult *result)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_printf (words,
                   ngettext ("%1$u of %2$u night is noted.", "%1$u of %2$u nights are noted.",
                             result->n_nights),
                   result->n_noted, result->n_nights);
  add (words, result->n_against,
       g_strdup_printf (ngettext ("%u night that was to have the change did not.",
                                  "%u nights that were to have the change did not.",
                                  result->n_against),
                        result->n_against));
  add (words, result->n_unknown,
       g_strdup_printf (ngettext ("Of %u night nobody noted whether it had the change.",
                                  "Of %u nights nobody noted whether they had the change.",
                                  result->n_unknown),
                        result->n_unknown));
  add (words, result->n_same,
       g_strdup_printf (ngettext ("%u night as usual was like those with the change.",
                                  "%u nights as usual were like those with the change.",
                                  result->n_same),
                        result->n_same));
  add (words, result->n_against + result->n_unknown + result->n_same,
       g_strdup (_ ("Each counts as it was planned: so a bad day cannot choose its side.")));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * cooldown_experiment_format_picture:
 * @self: a trial
 * @result: what it has shown, which could be compared
 * @name: its change: "No alcohol"
 *
 * Returns: (transfer full): a picture of its nights in words
 */
char *
cooldown_experiment_format_picture (const CooldownExperiment *self,
                                    const CooldownExperimentResult *result,
                                    const char *name)
{
  CooldownPattern seen = see_as_change (self, &result->pattern);
  g_autofree char *n_with = cooldown_nights_format (seen.n_with);
  g_autofree char *n_without = cooldown_nights_format (seen.n_without);
  g_autofree char *with = cooldown_restless_format (seen.median_with);
  g_autofree char *without = cooldown_restless_format (seen.median_without);

  return g_strdup_printf (
      /* Translators: a picture in words: "No alcohol: 25 nights, the middle one 2. As usual: 20
       * nights, the middle one 5." */
      _ ("%1$s: %2$s, the middle one %3$s. As usual: %4$s, the middle one %5$s."), name, n_with, with,
      n_without, without);
}
