/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insights-private.h"

#include <math.h>

/* Two factors go together from here on; beyond that many nights nothing is foretold. */
#define TOGETHER 0.5
#define MOST_NIGHTS_MORE 200
#define NIGHTS_STEP 5

static gboolean
is_noted (const CooldownNight *night)
{
  return night->restless >= 0 && night->restless <= COOLDOWN_RESTLESS_MOST;
}

static void
comparison_clear (CooldownComparison *self)
{
  g_clear_pointer (&self->outcomes, g_free);
  g_clear_pointer (&self->labels, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CooldownComparison, comparison_clear)

/* Those nights of which both the factor and the restlessness are known. */
static void
compare_nights (const CooldownNight *nights,
                guint n_nights,
                CooldownFactor factor,
                CooldownComparison *comparison)
{
  comparison->outcomes = g_new (guint8, MAX (n_nights, 1));
  comparison->labels = g_new (guint8, 2 * MAX (n_nights, 1));
  for (guint i = 0; i < n_nights; i++)
    {
      CooldownWhether whether = nights[i].factors[factor];

      if (!is_noted (&nights[i]) || whether == COOLDOWN_WHETHER_UNKNOWN)
        continue;
      comparison->outcomes[comparison->n] = (guint8) nights[i].restless;
      comparison->labels[comparison->n] = whether == COOLDOWN_WHETHER_YES;
      comparison->n_with += whether == COOLDOWN_WHETHER_YES;
      comparison->n++;
    }
  for (guint i = 0; i < comparison->n; i++)
    comparison->labels[comparison->n + i] = comparison->labels[i];
}

static double
find_median (const CooldownComparison *comparison, guint8 label)
{
  guint counts[COOLDOWN_RESTLESS_MOST + 1] = { 0 };
  guint n = label ? comparison->n_with : comparison->n - comparison->n_with;
  guint seen = 0;
  int lower = -1;

  for (guint i = 0; i < comparison->n; i++)
    if (comparison->labels[i] == label)
      counts[comparison->outcomes[i]]++;
  for (int value = 0; value <= COOLDOWN_RESTLESS_MOST; value++)
    {
      seen += counts[value];
      if (lower < 0 && seen >= (n + 1) / 2)
        lower = value;
      if (seen >= n / 2 + 1)
        return (lower + value) / 2.0;
    }
  return NAN;
}

/* No difference of means is larger than the scale is long. */
static double
keep_on_scale (double difference)
{
  return CLAMP (difference, -COOLDOWN_RESTLESS_MOST, COOLDOWN_RESTLESS_MOST);
}

static void
test_factor (const CooldownComparison *comparison,
             const CooldownEveningNumbers *numbers,
             CooldownFactor factor,
             CooldownPattern *pattern,
             CooldownDraws *draws)
{
  double level = (100 - numbers->confidence_percent) / 100.0;

  comparison_draw (comparison, (guint) numbers->block_nights, (guint) numbers->draws, factor,
                   draws);
  pattern->tested = TRUE;
  pattern->median_with = find_median (comparison, 1);
  pattern->median_without = find_median (comparison, 0);
  pattern->difference = comparison_get_difference (comparison);
  pattern->p = draws_get_p (draws);
  pattern->low = keep_on_scale (pattern->difference - draws_get_limit (draws, draws->below, level));
  pattern->high = keep_on_scale (pattern->difference +
                                 draws_get_limit (draws, draws->above, level));
}

/* Holm's: the smallest p times the number of tests, the next one times one less … never falling. */
static void
adjust (CooldownInsights *insights, double level)
{
  gboolean done[COOLDOWN_N_FACTORS] = { FALSE };
  double adjusted = 0;

  for (guint left = insights->n_tested; left > 0; left--)
    {
      CooldownPattern *least = NULL;

      for (guint i = 0; i < COOLDOWN_N_FACTORS; i++)
        {
          CooldownPattern *pattern = &insights->patterns[i];

          if (pattern->tested && !done[i] && (least == NULL || pattern->p < least->p))
            least = pattern;
        }
      done[least - insights->patterns] = TRUE;
      adjusted = MAX (adjusted, MIN (1, left * least->p));
      least->adjusted = adjusted;
      least->claimed = adjusted < level;
    }
}

/*
 * The interval of the level at which this factor would be claimed beside the others, not the one
 * that is shown: it narrows with the root of the number of nights, and it tells when it has become
 * narrower than the difference is large.
 */
static guint
foretell (const CooldownPattern *pattern,
          const CooldownDraws *draws,
          double level,
          guint n_tested)
{
  /* Where the adjusted value ends at 1 it does not tell how much it was adjusted. */
  double own_level =
    level * (pattern->adjusted < 1 ? pattern->p / pattern->adjusted : 1. / n_tested);
  double low = draws_get_limit (draws, draws->below, own_level);
  double high = draws_get_limit (draws, draws->above, own_level);
  guint n = pattern->n_with + pattern->n_without;
  double ratio = (low + high) / 2 / fabs (pattern->difference);
  double needed = ceil (n * ratio * ratio);
  guint more;

  if (pattern->claimed || !(needed <= n + MOST_NIGHTS_MORE))
    return 0;
  more = needed > n ? (guint) needed - n : 1;
  return (more + NIGHTS_STEP - 1) / NIGHTS_STEP * NIGHTS_STEP;
}

/* By what they are, these are never on the same day. */
static gboolean
exclude_each_other (CooldownFactor one, CooldownFactor other)
{
  CooldownFactor workout = one == COOLDOWN_FACTOR_NO_WORKOUT ? other : one;

  return (one == COOLDOWN_FACTOR_NO_WORKOUT || other == COOLDOWN_FACTOR_NO_WORKOUT) &&
         (workout == COOLDOWN_FACTOR_HARD_WORKOUT || workout == COOLDOWN_FACTOR_LATE_WORKOUT);
}

/* The phi coefficient; 0 where too few nights tell. */
static double
measure_together (const CooldownNight *nights,
                  guint n_nights,
                  CooldownFactor one,
                  CooldownFactor other,
                  guint min_nights)
{
  gint64 n[2][2] = { { 0 } };
  gint64 with_one, without_one, with_other, without_other;

  for (guint i = 0; i < n_nights; i++)
    {
      CooldownWhether first = nights[i].factors[one];
      CooldownWhether second = nights[i].factors[other];

      if (is_noted (&nights[i]) && first != COOLDOWN_WHETHER_UNKNOWN &&
          second != COOLDOWN_WHETHER_UNKNOWN)
        n[first == COOLDOWN_WHETHER_YES][second == COOLDOWN_WHETHER_YES]++;
    }
  with_one = n[1][0] + n[1][1];
  without_one = n[0][0] + n[0][1];
  with_other = n[0][1] + n[1][1];
  without_other = n[0][0] + n[1][0];
  if (MIN (MIN (with_one, without_one), MIN (with_other, without_other)) < min_nights)
    return 0;
  return (double) (n[1][1] * n[0][0] - n[1][0] * n[0][1]) /
         sqrt ((double) (with_one * without_one) * (double) (with_other * without_other));
}

static void
find_companion (const CooldownNight *nights,
                guint n_nights,
                guint min_nights,
                CooldownFactor factor,
                CooldownPattern *pattern)
{
  pattern->companion = COOLDOWN_FACTOR_NONE;
  for (guint i = 0; i < COOLDOWN_N_FACTORS; i++)
    {
      double together;

      if (i == factor || exclude_each_other (factor, i))
        continue;
      together = measure_together (nights, n_nights, factor, i, min_nights);
      if (fabs (together) < TOGETHER || fabs (together) <= fabs (pattern->together))
        continue;
      pattern->companion = (int) i;
      pattern->together = together;
    }
}

/**
 * cooldown_insights_find:
 * @nights: (array length=n_nights): nights in the order of their dates, each date once
 * @n_nights: how many they are
 * @numbers: the rules: how many nights it takes, how many are kept together, how many draws, and
 *   how sure it has to be
 * @insights: (out): what they say
 *
 * Compares, for each factor, the nights with it and the nights without it.
 *
 * The test asks how often the difference would be as large if the factor had nothing to do with it:
 * the factor's nights are dealt out anew, in blocks, because habits come in runs and so do bad
 * nights. What it says is the same each time, and on every machine. It takes about 100 ms for sixty
 * nights, and is no work for a main thread.
 */
void
cooldown_insights_find (const CooldownNight *nights,
                        guint n_nights,
                        const CooldownEveningNumbers *numbers,
                        CooldownInsights *insights)
{
  double level = (100 - numbers->confidence_percent) / 100.0;
  guint min_nights = (guint) MAX (numbers->min_nights, 1);
  CooldownDraws draws[COOLDOWN_N_FACTORS] = { 0 };

  *insights = (CooldownInsights){ 0 };
  for (guint i = 0; i < n_nights; i++)
    insights->n_noted += is_noted (&nights[i]);
  for (guint i = 0; i < COOLDOWN_N_FACTORS; i++)
    {
      CooldownPattern *pattern = &insights->patterns[i];
      g_auto (CooldownComparison) comparison = { 0 };

      compare_nights (nights, n_nights, i, &comparison);
      pattern->n_with = comparison.n_with;
      pattern->n_without = comparison.n - comparison.n_with;
      find_companion (nights, n_nights, min_nights, i, pattern);
      if (MIN (pattern->n_with, pattern->n_without) < min_nights)
        continue;
      test_factor (&comparison, numbers, i, pattern, &draws[i]);
      insights->n_tested++;
    }
  adjust (insights, level);
  for (guint i = 0; i < COOLDOWN_N_FACTORS; i++)
    {
      if (insights->patterns[i].tested)
        insights->patterns[i].more_nights =
          foretell (&insights->patterns[i], &draws[i], level, insights->n_tested);
      draws_clear (&draws[i]);
    }
}
