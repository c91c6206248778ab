/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/experiment.h"
#include "core/insights-nights.h"
#include "fake-clock.h"

#include <stdlib.h>
#include <string.h>

#define HOURS(hours, minutes) ((hours) *60 + (minutes))
#define WEEK 7
#define N_TURNS 7
#define MOST_NIGHTS 100
/* Reference results come from draws too. */
#define CHANCE .01

typedef struct
{
  CooldownContent *content;
  CooldownFakeClock *fake;
  CooldownClock *clock;
  CooldownBedtimes bedtimes;
  CooldownExperiment trial;
  CooldownNight nights[MOST_NIGHTS];
  guint n;
} Lab;

static guint32
day_of (const char *text)
{
  GDate date;

  g_assert_true (cooldown_date_parse (text, &date));
  return g_date_get_julian (&date);
}

static gint64
moment_of (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (text, utc);

  g_assert_nonnull (moment);
  return g_date_time_to_unix (moment) * COOLDOWN_SECOND;
}

static void
set_up (Lab *lab, gconstpointer zone)
{
  g_autoptr (GError) error = NULL;

  lab->content = cooldown_content_load_bundled (&error);
  g_assert_no_error (error);
  lab->fake = cooldown_fake_clock_new ();
  lab->clock = COOLDOWN_CLOCK (lab->fake);
  cooldown_fake_clock_set_zone (lab->fake, zone != NULL ? zone : "Europe/Berlin");
  cooldown_bedtimes_read (NULL, NULL, &lab->bedtimes);
  lab->trial = (CooldownExperiment){ .factor = COOLDOWN_FACTOR_CAFFEINE,
                                     .start = day_of ("2026-11-23"),
                                     .turn_nights = WEEK,
                                     .n_turns = N_TURNS };
}

static void
tear_down (Lab *lab, gconstpointer data)
{
  g_assert_finalize_object (lab->fake);
  g_assert_finalize_object (lab->content);
}

static const CooldownEveningNumbers *
get_numbers (Lab *lab)
{
  return cooldown_content_get_evening_numbers (lab->content);
}

static guint32
find_day (Lab *lab, const char *moment)
{
  return cooldown_experiment_find_day (lab->clock, moment_of (moment), &lab->bedtimes);
}

/* One digit is one night, "?" one that was not noted, "." one without a record. */
static void
set_nights (Lab *lab, guint32 day, const char *restless)
{
  lab->n = 0;
  for (; *restless != '\0'; restless++, day++)
    if (*restless != '.')
      lab->nights[lab->n++] = (CooldownNight){
        .day = day,
        .restless = *restless == '?' ? COOLDOWN_RESTLESS_NOT_NOTED : *restless - '0',
      };
}

static void
set_factor (Lab *lab, CooldownFactor factor, const char *whether)
{
  g_assert_cmpuint (strlen (whether), ==, lab->n);
  for (guint i = 0; i < lab->n; i++)
    lab->nights[i].factors[factor] = whether[i] == '+'   ? COOLDOWN_WHETHER_YES
                                     : whether[i] == '-' ? COOLDOWN_WHETHER_NO
                                                         : COOLDOWN_WHETHER_UNKNOWN;
}

static CooldownExperimentResult
find_result (Lab *lab)
{
  CooldownExperimentResult result;

  cooldown_experiment_find_result (&lab->trial, lab->nights, lab->n, get_numbers (lab), &result);
  return result;
}

/* Every week but the others is one with the change; before and after there is none. */
static void
test_turns (Lab *lab, gconstpointer data)
{
  const CooldownExperiment *trial = &lab->trial;

  g_assert_cmpint (cooldown_experiment_get_turn (trial, day_of ("2026-11-22")), ==,
                   COOLDOWN_EXPERIMENT_NO_TURN);
  g_assert_cmpint (cooldown_experiment_get_turn (trial, day_of ("2026-11-23")), ==, 0);
  g_assert_cmpint (cooldown_experiment_get_turn (trial, day_of ("2026-11-29")), ==, 0);
  g_assert_cmpint (cooldown_experiment_get_turn (trial, day_of ("2026-11-30")), ==, 1);
  g_assert_cmpint (cooldown_experiment_get_turn (trial, day_of ("2027-01-10")), ==, 6);
  g_assert_cmpint (cooldown_experiment_get_turn (trial, day_of ("2027-01-11")), ==,
                   COOLDOWN_EXPERIMENT_NO_TURN);
  g_assert_cmpuint (cooldown_experiment_get_end (trial), ==, day_of ("2027-01-11"));
  g_assert_false (cooldown_experiment_is_over (trial, day_of ("2027-01-10")));
  g_assert_true (cooldown_experiment_is_over (trial, day_of ("2027-01-11")));
  g_assert_true (cooldown_experiment_turn_has_change (0));
  g_assert_false (cooldown_experiment_turn_has_change (1));
  g_assert_true (cooldown_experiment_turn_has_change (N_TURNS - 1));
}

/* Without coffee is the change, with the wind-down is. */
static void
test_direction (Lab *lab, gconstpointer data)
{
  g_assert_false (cooldown_experiment_turn_has_factor (&lab->trial, 0));
  g_assert_true (cooldown_experiment_turn_has_factor (&lab->trial, 1));
  lab->trial.factor = COOLDOWN_FACTOR_ROUTINE;
  g_assert_true (cooldown_experiment_turn_has_factor (&lab->trial, 0));
  g_assert_false (cooldown_experiment_turn_has_factor (&lab->trial, 1));
}

/* The evening after the one to come, whatever the hour: today's coffee may have been drunk. */
static void
test_begin (Lab *lab, gconstpointer data)
{
  static const struct
  {
    const char *now, *first;
    int bedtime;
  } cases[] = {
    { "2026-11-22T08:00:00+01", "2026-11-23", HOURS (22, 40) },
    { "2026-11-22T15:30:00+01", "2026-11-23", HOURS (22, 40) },
    { "2026-11-22T23:59:59+01", "2026-11-23", HOURS (22, 40) },
    /* Past midnight, and still up. */
    { "2026-11-23T00:30:00+01", "2026-11-23", HOURS (1, 0) },
    { "2026-11-23T06:00:00+01", "2026-11-24", HOURS (1, 0) },
    /* Home from the night shift, not yet in bed. */
    { "2026-11-23T08:00:00+01", "2026-11-23", HOURS (9, 0) },
    { "2026-11-23T14:00:00+01", "2026-11-24", HOURS (9, 0) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CooldownExperiment trial;

      lab->bedtimes.usual = cases[i].bedtime;
      g_assert_true (cooldown_experiment_plan (COOLDOWN_FACTOR_ALCOHOL, lab->clock,
                                               moment_of (cases[i].now), &lab->bedtimes,
                                               get_numbers (lab), &trial));
      g_test_message ("%s", cases[i].now);
      g_assert_cmpuint (trial.start, ==, day_of (cases[i].first));
      g_assert_cmpuint (trial.turn_nights, ==, (guint) get_numbers (lab)->turn_nights);
      g_assert_cmpuint (trial.n_turns, ==, (guint) get_numbers (lab)->turns);
      g_assert_cmpint (trial.begun, ==, moment_of (cases[i].now));
    }
}

/* Nobody is asked to go without exercise. */
static void
test_what_can_be_tried (Lab *lab, gconstpointer data)
{
  CooldownPattern seldom = { .n_with = 5, .n_without = 20 };
  CooldownPattern often = { .n_with = 10, .n_without = 20 };
  CooldownPattern few = { .n_with = 4, .n_without = 2 };
  CooldownExperiment trial;

  g_assert_false (cooldown_experiment_plan (COOLDOWN_FACTOR_NO_WORKOUT, lab->clock,
                                            moment_of ("2026-11-22T08:00:00+01"), &lab->bedtimes,
                                            get_numbers (lab), &trial));
  g_assert_false (cooldown_experiment_is_worth (&often, COOLDOWN_FACTOR_NO_WORKOUT, 5));
  g_assert_true (cooldown_experiment_is_worth (&often, COOLDOWN_FACTOR_ALCOHOL, 5));
  g_assert_false (cooldown_experiment_is_worth (&seldom, COOLDOWN_FACTOR_ALCOHOL, 5));
  g_assert_false (cooldown_experiment_is_worth (&few, COOLDOWN_FACTOR_ALCOHOL, 5));
  g_assert_true (cooldown_experiment_is_worth (&seldom, COOLDOWN_FACTOR_ROUTINE, 5));
  for (CooldownFactor factor = 0; factor < COOLDOWN_N_FACTORS; factor++)
    g_assert_cmpint (cooldown_content_get_experiment (lab->content,
                                                      cooldown_factor_get_id (factor)) != NULL,
                     ==, cooldown_factor_can_be_tried (factor));
}

/* Midnight does not end an evening, the bedtime does. */
static void
test_bedtime_after_midnight (Lab *lab, gconstpointer data)
{
  lab->bedtimes.usual = HOURS (0, 45);
  g_assert_cmpuint (find_day (lab, "2026-11-29T23:30:00+01"), ==, day_of ("2026-11-29"));
  g_assert_cmpuint (find_day (lab, "2026-11-30T00:30:00+01"), ==, day_of ("2026-11-29"));
  g_assert_cmpuint (find_day (lab, "2026-11-30T08:00:00+01"), ==, day_of ("2026-11-30"));
  lab->bedtimes.usual = HOURS (22, 0);
  g_assert_cmpuint (find_day (lab, "2026-11-29T23:30:00+01"), ==, day_of ("2026-11-29"));
  g_assert_cmpuint (find_day (lab, "2026-11-30T03:30:00+01"), ==, day_of ("2026-11-30"));
}

static void
assert_turn (Lab *lab, const char *now, guint turn, const char *last, const char *next)
{
  guint found_turn;
  CooldownAppointment found = cooldown_experiment_find_turns (
      &lab->trial, lab->clock, moment_of (now), HOURS (8, 30), &found_turn);

  g_test_message ("%s", now);
  g_assert_cmpuint (found_turn, ==, turn);
  g_assert_cmpint (found.last, ==, last != NULL ? moment_of (last) : COOLDOWN_NEVER);
  g_assert_cmpint (found.next, ==, next != NULL ? moment_of (next) : COOLDOWN_NEVER);
}

/* Clocks go back on 25 October: it is half past eight all the same, and a night is a night. */
static void
test_summer_time (Lab *lab, gconstpointer data)
{
  lab->trial.start = day_of ("2026-10-19");
  assert_turn (lab, "2026-10-19T08:29:59+02", 0, NULL, "2026-10-19T08:30:00+02");
  assert_turn (lab, "2026-10-19T08:30:00+02", 0, "2026-10-19T08:30:00+02",
               "2026-10-26T08:30:00+01");
  assert_turn (lab, "2026-10-26T08:30:00+01", 1, "2026-10-26T08:30:00+01",
               "2026-11-02T08:30:00+01");
  g_assert_cmpint (cooldown_experiment_get_turn (&lab->trial, day_of ("2026-10-25")), ==, 0);
  g_assert_cmpuint (find_day (lab, "2026-10-25T02:30:00+02"), ==, day_of ("2026-10-24"));
}

/* After the last turn there is one more time, that of the result; then none. */
static void
test_end (Lab *lab, gconstpointer data)
{
  assert_turn (lab, "2027-01-10T12:00:00+01", 6, "2027-01-04T08:30:00+01",
               "2027-01-11T08:30:00+01");
  assert_turn (lab, "2027-01-11T09:00:00+01", N_TURNS, "2027-01-11T08:30:00+01", NULL);
  assert_turn (lab, "2028-01-01T09:00:00+01", N_TURNS, "2027-01-11T08:30:00+01", NULL);
  lab->trial.ended = day_of ("2026-12-01");
  assert_turn (lab, "2026-12-05T12:00:00+01", 0, NULL, NULL);
  g_assert_true (cooldown_experiment_is_over (&lab->trial, day_of ("2026-12-01")));
  g_assert_cmpuint (cooldown_experiment_get_end (&lab->trial), ==, day_of ("2026-12-01"));
  g_assert_cmpint (cooldown_experiment_get_turn (&lab->trial, day_of ("2026-12-01")), ==,
                   COOLDOWN_EXPERIMENT_NO_TURN);
}

/* Whoever crosses the date line has a date twice, or not at all: nights go by their dates, and turns
 * begin by the clock where one is. */
static void
test_travel (Lab *lab, gconstpointer data)
{
  cooldown_fake_clock_set_zone (lab->fake, "Pacific/Kiritimati");
  g_assert_cmpuint (find_day (lab, "2026-11-29T18:00:00Z"), ==, day_of ("2026-11-30"));
  assert_turn (lab, "2026-11-29T20:00:00Z", 1, "2026-11-29T18:30:00Z", "2026-12-06T18:30:00Z");
  cooldown_fake_clock_set_zone (lab->fake, "Pacific/Honolulu");
  g_assert_cmpuint (find_day (lab, "2026-11-30T08:00:00Z"), ==, day_of ("2026-11-29"));
  assert_turn (lab, "2026-11-30T08:00:00Z", 0, "2026-11-23T18:30:00Z", "2026-11-30T18:30:00Z");
}

/* On Samoa there was no 30 December 2011. */
static void
test_day_left_out (Lab *lab, gconstpointer data)
{
  lab->trial.start = day_of ("2011-12-23");
  assert_turn (lab, "2011-12-30T09:00:00Z", 0, "2011-12-23T18:30:00Z", "2011-12-30T18:30:00Z");
  assert_turn (lab, "2011-12-30T19:00:00Z", 1, "2011-12-30T18:30:00Z", "2012-01-05T18:30:00Z");
  g_assert_cmpuint (find_day (lab, "2011-12-30T12:00:00Z"), ==, day_of ("2011-12-29"));
  g_assert_cmpuint (find_day (lab, "2011-12-30T13:00:00Z"), ==, day_of ("2011-12-31"));
}

/* What is stored is read again as it was; what is none is refused, and never read. */
static void
test_store (Lab *lab, gconstpointer data)
{
  static const char *const bad[] = {
    "[{'factor': <'tea'>, 'start': <'2026-11-23'>, 'turn-nights': <uint32 7>, 'turns': <uint32 7>}]",
    "[{'factor': <'no-workout'>, 'start': <'2026-11-23'>, 'turn-nights': <uint32 7>, 'turns': "
    "<uint32 7>}]",
    "[{'factor': <'alcohol'>, 'start': <'2026-11-31'>, 'turn-nights': <uint32 7>, 'turns': <uint32 "
    "7>}]",
    "[{'factor': <'alcohol'>, 'start': <'2026-11-23'>, 'turn-nights': <uint32 0>, 'turns': <uint32 "
    "7>}]",
    "[{'factor': <'alcohol'>, 'start': <'2026-11-23'>, 'turn-nights': <uint32 7>, 'turns': <uint32 "
    "4000000000>}]",
    "[{'factor': <'alcohol'>, 'start': <'2026-11-23'>, 'turn-nights': <7>, 'turns': <uint32 7>}]",
    "[{'factor': <'alcohol'>, 'start': <'2026-11-23'>, 'turn-nights': <uint32 7>, 'turns': <uint32 "
    "7>, 'ended': <1>}]",
    "[{'factor': <'alcohol'>, 'start': <'2026-11-23'>, 'turn-nights': <uint32 7>, 'turns': <uint32 "
    "7>, 'begun': <int64 -1>}]",
    "[{'factor': <'alcohol'>}]",
    "[@a{sv} {}]",
  };
  g_autoptr (GVariant) stored = NULL;
  g_autoptr (GVariant) again = NULL;
  CooldownExperiment read;

  lab->trial.begun = moment_of ("2026-11-22T15:30:00+01");
  stored = g_variant_ref_sink (cooldown_experiments_add (NULL, &lab->trial));
  g_assert_true (g_variant_is_of_type (stored, G_VARIANT_TYPE (COOLDOWN_EXPERIMENTS)));
  g_assert_true (cooldown_experiments_check (stored));
  g_assert_true (cooldown_experiments_get_last (stored, &read));
  g_assert_cmpint (read.begun, ==, lab->trial.begun);
  again = g_variant_ref_sink (cooldown_experiments_add (NULL, &read));
  g_assert_true (g_variant_equal (again, stored));
  g_assert_false (cooldown_experiments_get_last (NULL, &read));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) value =
          g_variant_parse (G_VARIANT_TYPE (COOLDOWN_EXPERIMENTS), bad[i], NULL, NULL, &error);

      g_assert_no_error (error);
      g_test_message ("%s", bad[i]);
      g_assert_false (cooldown_experiments_check (value));
      g_assert_false (cooldown_experiments_get_last (value, &read));
    }
}

/* The newest are kept. */
static void
test_many (Lab *lab, gconstpointer data)
{
  g_autoptr (GVariant) stored = NULL;
  CooldownExperiment all[COOLDOWN_EXPERIMENTS_KEPT];

  for (guint i = 0; i < COOLDOWN_EXPERIMENTS_KEPT + 3; i++)
    {
      g_autoptr (GVariant) before = g_steal_pointer (&stored);

      lab->trial.start++;
      stored = g_variant_ref_sink (cooldown_experiments_add (before, &lab->trial));
      g_assert_true (cooldown_experiments_check (stored));
    }
  g_assert_cmpuint (cooldown_experiments_get_all (stored, all), ==, COOLDOWN_EXPERIMENTS_KEPT);
  g_assert_cmpuint (all[COOLDOWN_EXPERIMENTS_KEPT - 1].start, ==, lab->trial.start);
  g_assert_cmpuint (all[0].start, ==, lab->trial.start - COOLDOWN_EXPERIMENTS_KEPT + 1);
}

/* Ended on the first evening it was none; ended later it keeps what was before; over is over. */
static void
test_ending (Lab *lab, gconstpointer data)
{
  g_autoptr (GVariant) stored = g_variant_ref_sink (cooldown_experiments_add (NULL, &lab->trial));
  g_autoptr (GVariant) at_once =
      g_variant_ref_sink (cooldown_experiments_end (stored, lab->trial.start));
  g_autoptr (GVariant) later =
      g_variant_ref_sink (cooldown_experiments_end (stored, lab->trial.start + 9));
  g_autoptr (GVariant) twice =
      g_variant_ref_sink (cooldown_experiments_end (later, lab->trial.start + 20));
  g_autoptr (GVariant) over =
      g_variant_ref_sink (cooldown_experiments_end (stored, lab->trial.start + N_TURNS * WEEK));
  CooldownExperiment trial;

  g_assert_false (cooldown_experiments_get_last (at_once, &trial));
  g_assert_true (cooldown_experiments_get_last (later, &trial));
  g_assert_cmpuint (trial.ended, ==, lab->trial.start + 9);
  g_assert_true (g_variant_equal (twice, later));
  g_assert_true (g_variant_equal (over, stored));
}

/* Nights count for their turn, whatever was done; what was done against the plan is counted. */
static void
test_as_planned (Lab *lab, gconstpointer data)
{
  CooldownExperimentResult result;

  lab->trial.n_turns = 3;
  set_nights (lab, lab->trial.start, "222222288888882222222");
  set_factor (lab, COOLDOWN_FACTOR_CAFFEINE, "--+?--+++-+++---?---+");
  result = find_result (lab);
  g_assert_cmpuint (result.n_nights, ==, 21);
  g_assert_cmpuint (result.n_noted, ==, 21);
  g_assert_cmpuint (result.n_against, ==, 3);
  g_assert_cmpuint (result.n_unknown, ==, 2);
  g_assert_cmpuint (result.n_same, ==, 2);
  g_assert_cmpuint (result.pattern.n_with, ==, 7);
  g_assert_cmpuint (result.pattern.n_without, ==, 14);
  g_assert_cmpfloat (result.pattern.difference, ==, 6);
  lab->trial.factor = COOLDOWN_FACTOR_ROUTINE;
  set_factor (lab, COOLDOWN_FACTOR_ROUTINE, "+++++++---+---+++++-+");
  result = find_result (lab);
  g_assert_cmpuint (result.n_against, ==, 1);
  g_assert_cmpuint (result.n_same, ==, 1);
  g_assert_cmpuint (result.pattern.n_with, ==, 14);
  g_assert_cmpfloat (result.pattern.difference, ==, -6);
}

/* A bad day that brings the coffee along makes no pattern of it. */
static void
test_bad_days (Lab *lab, gconstpointer data)
{
  CooldownExperimentResult result;
  CooldownInsights as_done;

  set_nights (lab, lab->trial.start, "1919911191991119199111919911191991119199111919911");
  set_factor (lab, COOLDOWN_FACTOR_CAFFEINE, "-+-++---+-++---+-++---+-++---+-++---+-++---+-++--");
  result = find_result (lab);
  g_assert_true (result.pattern.tested);
  g_assert_false (result.pattern.claimed);
  cooldown_insights_find (lab->nights, lab->n, get_numbers (lab), &as_done);
  g_assert_cmpfloat (as_done.patterns[COOLDOWN_FACTOR_CAFFEINE].difference, ==, 8);
}

/* Nights before, after and between that were not noted are no nights of it; too few say nothing. */
static void
test_missing (Lab *lab, gconstpointer data)
{
  CooldownExperimentResult result;

  set_nights (lab, lab->trial.start - 3, "9992.2?...88.8...2.............................?.........");
  result = find_result (lab);
  g_assert_cmpuint (result.n_nights, ==, N_TURNS * WEEK);
  g_assert_cmpuint (result.n_noted, ==, 6);
  g_assert_cmpuint (result.pattern.n_with, ==, 3);
  g_assert_cmpuint (result.pattern.n_without, ==, 3);
  g_assert_false (result.pattern.tested);
  g_assert_false (result.pattern.claimed);
  lab->n = 0;
  result = find_result (lab);
  g_assert_cmpuint (result.n_noted, ==, 0);
  g_assert_cmpint (result.pattern.companion, ==, COOLDOWN_FACTOR_NONE);
}

/* Ended early, what was until then is compared. */
static void
test_ended_early (Lab *lab, gconstpointer data)
{
  CooldownExperimentResult result;

  lab->trial.ended = lab->trial.start + 12;
  set_nights (lab, lab->trial.start, "2323232787878787878");
  result = find_result (lab);
  g_assert_cmpuint (result.n_nights, ==, 12);
  g_assert_cmpuint (result.pattern.n_without, ==, 7);
  g_assert_cmpuint (result.pattern.n_with, ==, 5);
}

/* The others are not asked, but what went along with the turns is named. */
static void
test_alone (Lab *lab, gconstpointer data)
{
  CooldownExperimentResult alone, beside;

  set_nights (lab, lab->trial.start, "3242324767574632423425675674232341576756623432434");
  alone = find_result (lab);
  set_factor (lab, COOLDOWN_FACTOR_ALCOHOL, "-------++++++++------++++++-------+++++++-------+");
  set_factor (lab, COOLDOWN_FACTOR_NICOTINE, "+-+--+-+-+-+--+-+-+-+-+--+-+--+-+-+-+-+-+--+-+-+-");
  beside = find_result (lab);
  g_assert_true (alone.pattern.claimed);
  g_assert_cmpfloat (alone.pattern.p, ==, alone.pattern.adjusted);
  g_assert_cmpfloat (beside.pattern.adjusted, ==, alone.pattern.adjusted);
  g_assert_cmpint (alone.pattern.companion, ==, COOLDOWN_FACTOR_NONE);
  g_assert_cmpint (beside.pattern.companion, ==, COOLDOWN_FACTOR_ALCOHOL);
  g_assert_cmpfloat (beside.pattern.together, >, .7);
}

/* Of two answers for one night the record decides, and a night is that of its evening. */
static void
test_two_answers (Lab *lab, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) nights = NULL;
  CooldownLimit caffeine = *cooldown_content_get_limit (lab->content, "caffeine");
  CooldownNightRules rules = { lab->bedtimes, &caffeine, get_numbers (lab) };
  CooldownExperimentResult result;

  for (int i = 0; i < 2; i++)
    {
      CooldownEntry *night = cooldown_entry_new (COOLDOWN_ENTRY_NIGHT);

      cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_DATE, "2026-11-29");
      cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_RESTLESS, 2 + i);
      cooldown_entry_set_edits (night, 1 - i, 0);
      cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_CAFFEINE, i == 0 ? "none" : "some");
      g_ptr_array_add (entries, night);
    }
  nights = cooldown_nights_from_entries (entries, &rules);
  cooldown_experiment_find_result (&lab->trial, (const CooldownNight *) (gpointer) nights->data,
                                   nights->len, get_numbers (lab), &result);
  g_assert_cmpuint (result.n_noted, ==, 1);
  g_assert_cmpuint (result.pattern.n_without, ==, 1);
  g_assert_cmpuint (result.n_against, ==, 0);
}

static void
read_reference (Lab *lab)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "insights", "diary-trial.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (lab->n = 0; lines[lab->n + 1] != NULL; lab->n++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[lab->n + 1], ",", -1);

      lab->nights[lab->n] = (CooldownNight){ .day = lab->trial.start + lab->n,
                                             .restless = atoi (fields[1]) };
    }
}

/* Weeks with and weeks without, in turn: what R finds (insights/reference.csv). */
static void
test_reference (Lab *lab, gconstpointer data)
{
  CooldownExperimentResult result;

  lab->trial.factor = COOLDOWN_FACTOR_ROUTINE;
  lab->trial.n_turns = 8;
  read_reference (lab);
  result = find_result (lab);
  g_assert_cmpuint (result.pattern.n_with, ==, 28);
  g_assert_cmpuint (result.pattern.n_without, ==, 28);
  g_assert_cmpfloat (result.pattern.median_with, ==, 6);
  g_assert_cmpfloat (result.pattern.median_without, ==, 3.5);
  g_assert_cmpfloat_with_epsilon (result.pattern.difference, 3.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (result.pattern.p, 0.00792496, CHANCE / 2);
  g_assert_cmpfloat_with_epsilon (result.pattern.low, 2.00037, .1);
  g_assert_cmpfloat_with_epsilon (result.pattern.high, 4.99963, .1);
  g_assert_true (result.pattern.claimed);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Lab *lab, gconstpointer data);
    const char *zone;
  } tests[] = {
    { "/experiment/turns", test_turns, NULL },
    { "/experiment/direction", test_direction, NULL },
    { "/experiment/begin", test_begin, NULL },
    { "/experiment/what-can-be-tried", test_what_can_be_tried, NULL },
    { "/experiment/bedtime-after-midnight", test_bedtime_after_midnight, NULL },
    { "/experiment/summer-time", test_summer_time, NULL },
    { "/experiment/end", test_end, NULL },
    { "/experiment/travel", test_travel, NULL },
    { "/experiment/day-left-out", test_day_left_out, "Pacific/Apia" },
    { "/experiment/store", test_store, NULL },
    { "/experiment/many", test_many, NULL },
    { "/experiment/ending", test_ending, NULL },
    { "/experiment/as-planned", test_as_planned, NULL },
    { "/experiment/bad-days", test_bad_days, NULL },
    { "/experiment/missing", test_missing, NULL },
    { "/experiment/ended-early", test_ended_early, NULL },
    { "/experiment/alone", test_alone, NULL },
    { "/experiment/two-answers", test_two_answers, NULL },
    { "/experiment/reference", test_reference, NULL },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Lab, tests[i].zone, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
