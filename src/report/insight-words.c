/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* Smaller differences are not seen in numbers with one decimal. */
#define LEAST_SHOWN .05

typedef struct
{
  const char *title;   /* begins a line */
  const char *name;    /* within a sentence */
  const char *with;    /* the nights with it, beside their dots */
  const char *without; /* the others */
  const char *more;    /* nights with it were more restless */
  const char *less;    /* they were calmer */
} FactorWords;

/* The titles name what the page compares, and begin sentences about two of them. */
static const FactorWords factor_words[COOLDOWN_N_FACTORS] = {
  [COOLDOWN_FACTOR_CAFFEINE] = { NC_ ("factor", "Late caffeine"),
                                 NC_ ("factor in a sentence", "late caffeine"),
                                 NC_ ("nights with", "Late"),
                                 NC_ ("nights without", "Earlier or none"),
                                 N_ ("More restless on nights after a late cup."),
                                 N_ ("Calmer on nights after a late cup.") },
  [COOLDOWN_FACTOR_ALCOHOL] = { NC_ ("factor", "Alcohol"), NC_ ("factor in a sentence", "alcohol"),
                                NC_ ("nights with", "Some alcohol"),
                                NC_ ("nights without", "No alcohol"),
                                N_ ("More restless on nights after alcohol."),
                                N_ ("Calmer on nights after alcohol.") },
  [COOLDOWN_FACTOR_NICOTINE] = { NC_ ("factor", "Nicotine"),
                                 NC_ ("factor in a sentence", "nicotine"),
                                 NC_ ("nights with", "Some nicotine"),
                                 NC_ ("nights without", "No nicotine"),
                                 N_ ("More restless on nights after nicotine."),
                                 N_ ("Calmer on nights after nicotine.") },
  [COOLDOWN_FACTOR_HARD_WORKOUT] = { NC_ ("factor", "Hard workouts"),
                                     NC_ ("factor in a sentence", "hard workouts"),
                                     NC_ ("nights with", "Hard"),
                                     NC_ ("nights without", "Easier or none"),
                                     N_ ("More restless on nights after a hard workout."),
                                     N_ ("Calmer on nights after a hard workout.") },
  [COOLDOWN_FACTOR_LATE_WORKOUT] = { NC_ ("factor", "Late workouts"),
                                     NC_ ("factor in a sentence", "late workouts"),
                                     NC_ ("nights with", "Late"),
                                     NC_ ("nights without", "Earlier or none"),
                                     N_ ("More restless on nights after a late workout."),
                                     N_ ("Calmer on nights after a late workout.") },
  [COOLDOWN_FACTOR_NO_WORKOUT] = { NC_ ("factor", "Days without a workout"),
                                   NC_ ("factor in a sentence", "days without a workout"),
                                   NC_ ("nights with", "No workout"),
                                   NC_ ("nights without", "With a workout"),
                                   N_ ("More restless on nights after a day without a workout."),
                                   N_ ("Calmer on nights after a day without a workout.") },
  [COOLDOWN_FACTOR_ROUTINE] = { NC_ ("factor", "The wind-down routine"),
                                NC_ ("factor in a sentence", "the wind-down routine"),
                                NC_ ("nights with", "Done"), NC_ ("nights without", "Not done"),
                                N_ ("More restless on nights with the wind-down routine."),
                                N_ ("Calmer on nights with the wind-down routine.") },
};

/**
 * cooldown_nights_format:
 * @n: how many
 *
 * Returns: (transfer full): "26 nights"
 */
char *
cooldown_nights_format (guint n)
{
  return g_strdup_printf (ngettext ("%u night", "%u nights", n), n);
}

/**
 * cooldown_nights_format_noted:
 * @n: of how many nights it is noted how restless they were
 *
 * Returns: (transfer full): "26 nights noted", or what to do while they are too few to begin with
 */
char *
cooldown_nights_format_noted (guint n)
{
  if (n < COOLDOWN_NIGHTS_TO_BEGIN)
    return g_strdup (_ ("Answer three mornings to begin"));
  return g_strdup_printf (ngettext ("%u night noted", "%u nights noted", n), n);
}

/**
 * cooldown_restless_format:
 * @restless: how restless legs were, or how much more than others
 *
 * Returns: (transfer full): the number with one decimal where it has any: "2", "2.5"
 */
char *
cooldown_restless_format (double restless)
{
  double tenths = round (restless * 10);

  if (fmod (tenths, 10) == 0)
    return g_strdup_printf ("%d", (int) (tenths / 10));
  return g_strdup_printf ("%.1f", tenths / 10);
}

/**
 * cooldown_factor_get_title:
 * @factor: a factor
 *
 * Returns: what it is called, to begin a line: "Late workouts"
 */
const char *
cooldown_factor_get_title (CooldownFactor factor)
{
  return g_dpgettext2 (NULL, "factor", factor_words[factor].title);
}

static const char *
get_name (CooldownFactor factor)
{
  return g_dpgettext2 (NULL, "factor in a sentence", factor_words[factor].name);
}

/**
 * cooldown_factor_format_with:
 * @factor: a factor
 * @limit: (nullable): the time of day that is the limit for caffeine: "12:00"; %NULL if it is not
 *   the same each evening
 *
 * Returns: (transfer full): the nights with the factor, in few words: "After 12:00", "Hard"
 */
char *
cooldown_factor_format_with (CooldownFactor factor, const char *limit)
{
  if (factor == COOLDOWN_FACTOR_CAFFEINE && limit != NULL)
    /* Translators: nights on which the last coffee or tea was after a time: "After 12:00" */
    return g_strdup_printf (C_ ("nights with", "After %s"), limit);
  return g_strdup (g_dpgettext2 (NULL, "nights with", factor_words[factor].with));
}

/**
 * cooldown_factor_get_without:
 * @factor: a factor
 *
 * Returns: the nights without it, in few words: "Earlier or none"
 */
const char *
cooldown_factor_get_without (CooldownFactor factor)
{
  return g_dpgettext2 (NULL, "nights without", factor_words[factor].without);
}

/**
 * cooldown_pattern_get_n_unknown:
 * @self: what the nights say of a factor
 * @n_noted: of how many nights it is noted how restless they were
 *
 * Returns: of how many of those it is not known whether they had the factor
 */
guint
cooldown_pattern_get_n_unknown (const CooldownPattern *self, guint n_noted)
{
  guint known = self->n_with + self->n_without;

  return n_noted > known ? n_noted - known : 0;
}

/**
 * cooldown_pattern_format_tag:
 * @self: what the nights say of a factor
 *
 * Returns: (transfer full): how sure that is: "Pattern in 26 nights", "Not clear yet"
 */
char *
cooldown_pattern_format_tag (const CooldownPattern *self)
{
  guint n = self->n_with + self->n_without;

  if (!self->claimed)
    return g_strdup (_ ("Not clear yet"));
  return g_strdup_printf (ngettext ("Pattern in %u night", "Pattern in %u nights", n), n);
}

/* The middles are told where they say the same as the means. */
static char *
format_claim (const CooldownPattern *self, const FactorWords *words)
{
  double middles = self->median_with - self->median_without;
  const char *claim = _ (self->difference > 0 ? words->more : words->less);
  g_autofree char *with = cooldown_restless_format (self->median_with);
  g_autofree char *without = cooldown_restless_format (self->median_without);

  if (middles * self->difference <= 0)
    return g_strdup (claim);
  /* Translators: first a sentence: "Calmer on nights after alcohol."; then how restless legs were on
   * the night in the middle, from 0 to 10, with and without: "usually 2 instead of 6" */
  return g_strdup_printf (_ ("%1$s Usually %2$s instead of %3$s."), claim, with, without);
}

static char *
format_too_few (const CooldownPattern *self, guint min_nights)
{
  return g_strdup_printf (
      /* Translators: numbers of nights: "2 with and 24 without, and it takes 5 of each." */
      _ ("Too few nights with and without to compare: %1$u with and %2$u without, and it takes %3$u "
         "of each."),
      self->n_with, self->n_without, min_nights);
}

static char *
format_unclear (const CooldownPattern *self)
{
  guint n = self->more_nights;
  g_autofree char *tell = NULL;

  if (n == 0)
    return g_strdup (_ ("How these nights differ could be chance. Keep noting."));
  tell = g_strdup_printf (
      ngettext ("If it stays like this, about %u more night would tell.",
                "If it stays like this, about %u more nights would tell.", n),
      n);
  /* Translators: %s is a sentence: "If it stays like this, about 20 more nights would tell." */
  return g_strdup_printf (_ ("How these nights differ could be chance. %s"), tell);
}

/**
 * cooldown_pattern_format_finding:
 * @self: what the nights say of a factor
 * @factor: which one
 * @min_nights: how many nights there must be with and without
 *
 * Returns: (transfer full): what that is, in a sentence or two
 */
char *
cooldown_pattern_format_finding (const CooldownPattern *self,
                                 CooldownFactor factor,
                                 guint min_nights)
{
  if (!self->tested)
    return format_too_few (self, min_nights);
  return self->claimed ? format_claim (self, &factor_words[factor]) : format_unclear (self);
}

/**
 * cooldown_pattern_format_effect:
 * @self: what the nights say of a factor
 * @confidence: how sure the interval is, percent
 *
 * Returns: (transfer full) (nullable): how large the difference is, and how large it may be; only of
 *   a pattern
 */
char *
cooldown_pattern_format_effect (const CooldownPattern *self, int confidence)
{
  gboolean more = self->difference > 0;
  g_autofree char *difference = NULL;
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;

  if (!self->claimed || fabs (self->difference) < LEAST_SHOWN)
    return NULL;
  difference = cooldown_restless_format (fabs (self->difference));
  least = cooldown_restless_format (more ? self->low : -self->high);
  most = cooldown_restless_format (more ? self->high : -self->low);
  return g_strdup_printf (
      /* Translators: %1$s to %3$s are points on a scale from 0 to 10, %4$d is the confidence of the
       * interval in percent: 95 */
      more ? _ ("On average %1$s higher on the scale from 0 to 10. With these nights it may be "
                "anything from %2$s to %3$s (%4$d %% interval).")
           : _ ("On average %1$s lower on the scale from 0 to 10. With these nights it may be "
                "anything from %2$s to %3$s (%4$d %% interval)."),
      difference, least, most, confidence);
}

/**
 * cooldown_pattern_format_companion:
 * @self: what the nights say of a factor
 * @factor: which one
 *
 * Returns: (transfer full) (nullable): with which other factor it comes, so that nobody can tell
 *   them apart
 */
char *
cooldown_pattern_format_companion (const CooldownPattern *self, CooldownFactor factor)
{
  if (!self->tested || self->companion == COOLDOWN_FACTOR_NONE)
    return NULL;
  return g_strdup_printf (
      /* Translators: two of the names of what is compared: "Late workouts and alcohol often fall on
       * the same evenings: this cannot tell them apart." */
      self->together > 0
          ? _ ("%1$s and %2$s often fall on the same evenings: this cannot tell them apart.")
          /* Translators: two of the names of what is compared: "Alcohol and the wind-down routine
           * seldom fall on the same evening: …" */
          : _ ("%1$s and %2$s seldom fall on the same evening: this cannot tell the one from the "
               "lack of the other."),
      cooldown_factor_get_title (factor), get_name ((CooldownFactor) self->companion));
}

/**
 * cooldown_pattern_format_unknown:
 * @self: what the nights say of a factor
 * @n_noted: of how many nights it is noted how restless they were
 *
 * Returns: (transfer full) (nullable): that some nights are not compared
 */
char *
cooldown_pattern_format_unknown (const CooldownPattern *self, guint n_noted)
{
  guint n = cooldown_pattern_get_n_unknown (self, n_noted);

  if (n == 0)
    return NULL;
  return g_strdup_printf (
      /* Translators: nights of which nobody noted whether there was alcohol, or a workout … */
      ngettext ("Not known for %u night, which is left out.",
                "Not known for %u nights, which are left out.", n),
      n);
}

/**
 * cooldown_pattern_format:
 * @self: what the nights say of a factor, which was tested
 * @factor: which one
 * @limit: (nullable): the time of day that is the limit for caffeine: "12:00"
 *
 * Returns: (transfer full): a picture of the nights in words: "Alcohol. Some alcohol: 7 nights, the
 *   middle one 6. No alcohol: 19 nights, the middle one 2."
 */
char *
cooldown_pattern_format (const CooldownPattern *self, CooldownFactor factor, const char *limit)
{
  g_autofree char *with = cooldown_factor_format_with (factor, limit);
  g_autofree char *n_with = cooldown_nights_format (self->n_with);
  g_autofree char *n_without = cooldown_nights_format (self->n_without);
  g_autofree char *median_with = cooldown_restless_format (self->median_with);
  g_autofree char *median_without = cooldown_restless_format (self->median_without);

  return g_strdup_printf (
      /* Translators: a picture in words; the last of each row is how restless legs were on the night
       * in the middle, from 0 to 10: "Alcohol. Some alcohol: 7 nights, the middle one 6. No alcohol:
       * 19 nights, the middle one 2." */
      _ ("%1$s. %2$s: %3$s, the middle one %4$s. %5$s: %6$s, the middle one %7$s."),
      cooldown_factor_get_title (factor), with, n_with, median_with,
      cooldown_factor_get_without (factor), n_without, median_without);
}
