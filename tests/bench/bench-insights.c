/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the comparison of one's own nights claims when the truth is known: made-up diaries in which
 * nothing has an effect, in which caffeine has one, and in which two factors fall on the same
 * evenings. The figures are shares of users. Then trials on oneself. How long one comparison takes
 * comes first.
 */
#include "core/experiment.h"

#include <math.h>
#include <stdlib.h>

#define USERS 2000
#define DRAWS 2000
#define MOST_NIGHTS 400
#define SPREAD 2.0 /* from night to night, standard deviation */
#define MIDDLE 4.0

/**
 * Truth:
 * @nights: how many nights are noted
 * @effect: what caffeine adds
 * @night_memory: how much of a night's deviation the next one keeps; 0: they are independent
 * @habit_memory: the same for each factor
 * @same_evenings: on how many of the evenings alcohol only does what caffeine does
 */
typedef struct
{
  const char *name;
  guint nights;
  double effect;
  double night_memory;
  double habit_memory;
  double same_evenings;
} Truth;

typedef struct
{
  guint any;
  guint claims;
  guint found;
  guint innocent;
  guint named;
  guint tests;
} Tally;

static double
draw_normal (GRand *rand)
{
  double radius = sqrt (-2 * log (1 - g_rand_double (rand)));

  return radius * cos (2 * G_PI * g_rand_double (rand));
}

/* A habit that is on with the given share and that keeps to what it was the night before. */
static void
make_habit (GRand *rand, const Truth *truth, double share, gboolean *habit)
{
  for (guint i = 0; i < truth->nights; i++)
    {
      gboolean anew = i == 0 || g_rand_double (rand) >= truth->habit_memory;

      habit[i] = anew ? g_rand_double (rand) < share : habit[i - 1];
    }
}

/* Just as many nights with it as without. */
static void
make_even_habit (GRand *rand, const Truth *truth, gboolean *habit)
{
  guint n_on;

  do
    {
      n_on = 0;
      make_habit (rand, truth, 0.5, habit);
      for (guint i = 0; i < truth->nights; i++)
        n_on += habit[i];
    }
  while (n_on != truth->nights / 2);
}

static void
make_diary (GRand *rand, const Truth *truth, CooldownNight *nights)
{
  double deviation = 0;
  gboolean habits[COOLDOWN_N_FACTORS][MOST_NIGHTS];

  for (guint i = 0; i < COOLDOWN_N_FACTORS; i++)
    if (i == COOLDOWN_FACTOR_CAFFEINE)
      make_even_habit (rand, truth, habits[i]);
    else
      make_habit (rand, truth, g_rand_double_range (rand, 0.2, 0.6), habits[i]);
  for (guint i = 0; i < truth->nights; i++)
    {
      double kept = i > 0 ? truth->night_memory : 0;
      double restless;

      if (g_rand_double (rand) < truth->same_evenings)
        habits[COOLDOWN_FACTOR_ALCOHOL][i] = habits[COOLDOWN_FACTOR_CAFFEINE][i];
      deviation = kept * deviation + sqrt (1 - kept * kept) * SPREAD * draw_normal (rand);
      restless = MIDDLE + deviation +
                 truth->effect * (habits[COOLDOWN_FACTOR_CAFFEINE][i] ? 0.5 : -0.5);
      nights[i].day = 740000 + i;
      nights[i].restless = (int) CLAMP (lround (restless), 0, COOLDOWN_RESTLESS_MOST);
      for (guint j = 0; j < COOLDOWN_N_FACTORS; j++)
        nights[i].factors[j] = habits[j][i] ? COOLDOWN_WHETHER_YES : COOLDOWN_WHETHER_NO;
    }
}

static void
count (const CooldownInsights *insights, Tally *tally)
{
  const CooldownPattern *alcohol = &insights->patterns[COOLDOWN_FACTOR_ALCOHOL];
  guint claims = 0;

  for (guint i = 0; i < COOLDOWN_N_FACTORS; i++)
    claims += insights->patterns[i].claimed;
  tally->claims += claims;
  tally->any += claims > 0;
  tally->found += insights->patterns[COOLDOWN_FACTOR_CAFFEINE].claimed;
  tally->innocent += alcohol->claimed;
  tally->named += alcohol->companion == COOLDOWN_FACTOR_CAFFEINE;
  tally->tests += insights->n_tested;
}

static Tally
simulate (const Truth *truth, const CooldownEveningNumbers *numbers)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  Tally tally = { 0 };

  for (guint user = 0; user < USERS; user++)
    {
      CooldownNight nights[MOST_NIGHTS];
      CooldownInsights insights;

      make_diary (rand, truth, nights);
      cooldown_insights_find (nights, truth->nights, numbers, &insights);
      count (&insights, &tally);
    }
  return tally;
}

static double
percent (guint n)
{
  return 100.0 * n / USERS;
}

static void
report_no_effect (const CooldownEveningNumbers *numbers)
{
  static const Truth truths[] = {
    { "nights and habits independent", 60, 0, 0, 0, 0 },
    { "nights independent, habits in runs", 60, 0, 0, 0.6, 0 },
    { "nights correlated, habits in runs", 28, 0, 0.5, 0.6, 0 },
    { "nights correlated, habits in runs", 60, 0, 0.5, 0.6, 0 },
    { "nights correlated, habits in runs", 120, 0, 0.5, 0.6, 0 },
    { "nights correlated, habits in long runs", 60, 0, 0.5, 0.8, 0 },
    { "nights correlated, habits in long runs", 120, 0, 0.5, 0.8, 0 },
  };

  g_print ("No effect: users with any claim (aim: at most 7 %%)\n");
  for (guint i = 0; i < G_N_ELEMENTS (truths); i++)
    {
      Tally tally = simulate (&truths[i], numbers);

      g_print ("  %-40s %3u nights: %5.1f %%  (%.1f factors tested)\n", truths[i].name,
               truths[i].nights, percent (tally.any), (double) tally.tests / USERS);
    }
}

static void
report_effect (const CooldownEveningNumbers *numbers)
{
  static const Truth truths[] = {
    { "nights and habits independent", 60, 2, 0, 0, 0 },
    { "nights independent, habits in runs", 60, 2, 0, 0.6, 0 },
    { "nights correlated, habits in runs", 60, 2, 0.5, 0.6, 0 },
    { "nights correlated, habits in runs", 120, 2, 0.5, 0.6, 0 },
  };

  g_print ("An effect of 2 points: found (aim: in at least 70 %%); any other factor claimed\n");
  for (guint i = 0; i < G_N_ELEMENTS (truths); i++)
    {
      Tally tally = simulate (&truths[i], numbers);

      g_print ("  %-40s %3u nights: %5.1f %%; %.1f %%\n", truths[i].name, truths[i].nights,
               percent (tally.found), percent (tally.claims - tally.found));
    }
}

static void
report_confounded (const CooldownEveningNumbers *numbers)
{
  static const Truth truths[] = {
    { "4 of 10 evenings the same", 60, 2, 0, 0.6, 0.4 },
    { "6 of 10 evenings the same", 60, 2, 0, 0.6, 0.6 },
    { "8 of 10 evenings the same", 60, 2, 0, 0.6, 0.8 },
  };

  g_print ("Caffeine has the effect, alcohol falls on the same evenings: alcohol claimed; "
           "the pair named\n");
  for (guint i = 0; i < G_N_ELEMENTS (truths); i++)
    {
      Tally tally = simulate (&truths[i], numbers);

      g_print ("  %-40s %3u nights: %5.1f %%; %.1f %%\n", truths[i].name, truths[i].nights,
               percent (tally.innocent), percent (tally.named));
    }
}

/**
 * Try:
 * @kept: on how many of the nights with the change it was made
 * @usual: on how many of the others the factor was there
 * @bad_days: by how much more likely the factor is for each point that the night is worse anyway
 */
typedef struct
{
  const char *name;
  guint turn_nights, n_turns;
  double effect, night_memory, kept, usual, bad_days;
} Try;

static void
make_trial (GRand *rand, const Try *try, const CooldownExperiment *trial, CooldownNight *nights)
{
  double deviation = 0;

  for (guint i = 0; i < try->turn_nights * try->n_turns; i++)
    {
      gboolean change = cooldown_experiment_turn_has_change (i / try->turn_nights);
      double kept = i > 0 ? try->night_memory : 0;
      gboolean had;

      deviation = kept * deviation + sqrt (1 - kept * kept) * SPREAD * draw_normal (rand);
      had = g_rand_double (rand) <
            (change ? 1 - try->kept : try->usual) + try->bad_days * deviation;
      nights[i] = (CooldownNight){
        .day = trial->start + i,
        .restless = (int) CLAMP (lround (MIDDLE + deviation + try->effect * (had ? 0.5 : -0.5)), 0,
                                 COOLDOWN_RESTLESS_MOST),
      };
      nights[i].factors[trial->factor] = had ? COOLDOWN_WHETHER_YES : COOLDOWN_WHETHER_NO;
    }
}

/* By turns, as they were planned; and, beside that, what the nights as done would say. */
static void
run_trials (const Try *try, const CooldownEveningNumbers *numbers)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);
  CooldownExperiment trial = { COOLDOWN_FACTOR_CAFFEINE, 740000, try->turn_nights, try->n_turns, 0 };
  guint planned = 0, done = 0;

  for (guint user = 0; user < USERS; user++)
    {
      CooldownNight nights[MOST_NIGHTS];
      CooldownExperimentResult result;
      CooldownInsights insights;
      guint n_nights = try->turn_nights * try->n_turns;

      make_trial (rand, try, &trial, nights);
      cooldown_experiment_find_result (&trial, nights, n_nights, numbers, &result);
      cooldown_insights_find (nights, n_nights, numbers, &insights);
      planned += result.pattern.claimed;
      done += insights.patterns[trial.factor].claimed;
    }
  g_print ("  %-40s %u x %u nights: %5.1f %%; %.1f %%\n", try->name, try->n_turns, try->turn_nights,
           percent (planned), percent (done));
}

static void
report_trials (const CooldownEveningNumbers *numbers)
{
  static const Try tries[] = {
    { "no effect", 7, 7, 0, 0, 1, 1, 0 },
    { "no effect, nights correlated", 7, 7, 0, .5, .9, .8, 0 },
    { "no effect, bad days bring the cup", 7, 7, 0, .5, .9, .7, .15 },
    { "2 points", 7, 6, 2, 0, 1, 1, 0 },
    { "2 points", 7, 7, 2, 0, 1, 1, 0 },
    { "2 points", 7, 8, 2, 0, 1, 1, 0 },
    { "2 points, turns of three nights", 3, 15, 2, 0, 1, 1, 0 },
    { "2 points, nights correlated", 7, 7, 2, .5, 1, 1, 0 },
    { "2 points, correlated, seldom kept", 7, 7, 2, .5, .9, .8, 0 },
  };

  g_print ("Trials on oneself: claimed by turns as planned; by nights as done\n");
  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    run_trials (&tries[i], numbers);
}

static void
report_time (const CooldownEveningNumbers *numbers)
{
  static const guint lengths[] = { 60, MOST_NIGHTS };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      Truth truth = { "", lengths[i], 2, 0.5, 0.6, 0 };
      CooldownNight nights[MOST_NIGHTS];
      CooldownInsights insights;
      gint64 best = G_MAXINT64;

      make_diary (rand, &truth, nights);
      for (guint run = 0; run < 7; run++)
        {
          gint64 start = g_get_monotonic_time ();

          cooldown_insights_find (nights, truth.nights, numbers, &insights);
          best = MIN (best, g_get_monotonic_time () - start);
        }
      g_print ("%u nights, %u factors, %d draws: %.0f ms\n", truth.nights, insights.n_tested,
               numbers->draws, (double) best / 1000);
    }
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownContent) content = cooldown_content_load_bundled (&error);
  CooldownEveningNumbers numbers;

  if (content == NULL)
    g_error ("%s", error->message);
  numbers = *cooldown_content_get_evening_numbers (content);
  report_time (&numbers);
  numbers.draws = DRAWS;
  g_print ("%d users each, %d draws\n", USERS, DRAWS);
  report_no_effect (&numbers);
  report_effect (&numbers);
  report_confounded (&numbers);
  report_trials (&numbers);
  return 0;
}
