/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries.h"

#include "report/tally.h"

static const CooldownTallyMark *
get_episode (const CooldownTally *tally, guint index)
{
  g_assert_cmpuint (index, <, tally->episodes->len);
  return &g_array_index (tally->episodes, CooldownTallyMark, index);
}

static void
assert_share (const CooldownTally *tally,
              CooldownShareGroup group,
              const char *id,
              const char *expected)
{
  for (guint i = 0; i < tally->shares[group]->len; i++)
    {
      const CooldownShare *share = &g_array_index (tally->shares[group], CooldownShare, i);
      g_autofree char *words = g_strdup_printf ("%u of %u, %u of %u", share->n_episodes,
                                                share->of_episodes, share->n_workouts,
                                                share->of_workouts);

      if (!g_str_equal (share->id, id))
        continue;
      g_assert_cmpstr (words, ==, expected);
      return;
    }
  g_error ("no share %s", id);
}

/* Test that nothing noted is nothing counted. */
static void
test_nothing (void)
{
  g_autoptr (GPtrArray) none = entries_new ();
  g_autoptr (CooldownTally) tally = cooldown_tally_new (none, NULL, "2026-09-28", "2026-11-23");
  g_autoptr (CooldownTally) endless = cooldown_tally_new (NULL, none, NULL, NULL);
  double heat[COOLDOWN_LEG_N_HALVES];

  g_assert_cmpint (tally->to - tally->from, ==, 56);
  g_assert_cmpint (tally->from, ==, cooldown_day_parse ("2026-09-28"));
  g_assert_cmpint (endless->to, ==, endless->from);
  g_assert_cmpuint (tally->episodes->len + tally->workouts->len, ==, 0);
  g_assert_cmpuint (tally->strength.n, ==, 0);
  g_assert_cmpuint (tally->lasted[COOLDOWN_LASTED_UNKNOWN], ==, 0);
  assert_share (tally, COOLDOWN_SHARE_KIND, "run", "0 of 0, 0 of 0");
  assert_share (tally, COOLDOWN_SHARE_EFFORT, "7-10", "0 of 0, 0 of 0");
  cooldown_tally_get_heat (tally, heat);
  for (guint i = 0; i < COOLDOWN_LEG_N_HALVES; i++)
    g_assert_cmpfloat (heat[i], ==, 0);
}

/* Test that episodes are counted with the workouts that they name, and with no others. */
static void
test_shares (void)
{
  static const char *const shoes[] = { "new-shoes", "hot", NULL };
  g_autoptr (GPtrArray) episodes = entries_new ();
  g_autoptr (GPtrArray) workouts = entries_new ();
  g_autoptr (CooldownTally) tally = NULL;
  CooldownEntry *hard = entries_add_workout (workouts, "2026-11-02T18:00:00+01", "run", 8);
  CooldownEntry *easy = entries_add_workout (workouts, "2026-11-05T18:00:00+01", "run", 3);
  CooldownEntry *walk = entries_add_workout (workouts, "2026-11-07T18:00:00+01", "walk", -1);

  entries_add_workout (workouts, "2026-11-09T18:00:00+01", "swim", 6);
  entries_add_workout (workouts, "2026-11-10T18:00:00+01", "run", 10);
  cooldown_entry_set_ids (hard, COOLDOWN_FIELD_WORKOUT_CONDITIONS, shoes);
  cooldown_entry_set_ids (walk, COOLDOWN_FIELD_WORKOUT_CONDITIONS, shoes);
  /* Two after the same one. */
  entries_join (entries_add_episode (episodes, "2026-11-02T18:12:00+01", 4), hard);
  entries_join (entries_add_episode (episodes, "2026-11-02T20:12:00+01", 5), hard);
  entries_join (entries_add_episode (episodes, "2026-11-05T18:12:00+01", 2), easy);
  entries_join (entries_add_episode (episodes, "2026-11-07T18:12:00+01", 2), walk);
  /* One with none, though a workout was close by, and one with a workout that is gone. */
  entries_add_episode (episodes, "2026-11-10T18:12:00+01", 2);
  cooldown_entry_set_text (entries_add_episode (episodes, "2026-11-11T08:00:00+01", 7),
                           COOLDOWN_FIELD_EPISODE_WORKOUT, "forgotten");
  tally = cooldown_tally_new (episodes, workouts, "2026-11-01", "2026-12-01");

  g_assert_cmpuint (tally->n_with_workout, ==, 4);
  assert_share (tally, COOLDOWN_SHARE_KIND, "run", "3 of 6, 3 of 5");
  assert_share (tally, COOLDOWN_SHARE_KIND, "walk", "1 of 6, 1 of 5");
  assert_share (tally, COOLDOWN_SHARE_KIND, "swim", "0 of 6, 1 of 5");
  assert_share (tally, COOLDOWN_SHARE_KIND, "ride", "0 of 6, 0 of 5");
  /* Only of those whose effort is known. */
  assert_share (tally, COOLDOWN_SHARE_EFFORT, "0-3", "1 of 3, 1 of 4");
  assert_share (tally, COOLDOWN_SHARE_EFFORT, "4-6", "0 of 3, 1 of 4");
  assert_share (tally, COOLDOWN_SHARE_EFFORT, "7-10", "2 of 3, 2 of 4");
  assert_share (tally, COOLDOWN_SHARE_EFFORT, "", "1 of 6, 1 of 5");
  assert_share (tally, COOLDOWN_SHARE_CONDITION, "new-shoes", "3 of 6, 2 of 5");
  assert_share (tally, COOLDOWN_SHARE_CONDITION, "hot", "3 of 6, 2 of 5");
  assert_share (tally, COOLDOWN_SHARE_CONDITION, "hills", "0 of 6, 0 of 5");
}

/* Test that episodes without any workout are counted all the same. */
static void
test_no_workouts (void)
{
  g_autoptr (GPtrArray) episodes = entries_new ();
  g_autoptr (CooldownTally) tally = NULL;

  entries_add_episode (episodes, "2026-11-10T18:12:00+01", 0);
  entries_add_episode (episodes, "2026-11-12T18:12:00+01", 10);
  tally = cooldown_tally_new (episodes, NULL, NULL, NULL);
  g_assert_cmpuint (tally->n_with_workout, ==, 0);
  g_assert_cmpint (tally->to - tally->from, ==, 3);
  g_assert_cmpint (tally->strength.least, ==, 0);
  g_assert_cmpint (tally->strength.most, ==, 10);
  assert_share (tally, COOLDOWN_SHARE_KIND, "run", "0 of 2, 0 of 0");
  assert_share (tally, COOLDOWN_SHARE_EFFORT, "", "0 of 2, 0 of 0");
}

/* Test that what is deleted, of another kind or of another time is left out, and that a workout of
 * the day before is still what an episode came with. */
static void
test_left_out (void)
{
  g_autoptr (GPtrArray) episodes = entries_new ();
  g_autoptr (GPtrArray) workouts = entries_new ();
  g_autoptr (CooldownTally) tally = NULL;
  CooldownEntry *before = entries_add_workout (workouts, "2026-10-31T23:30:00+01", "run", 5);

  cooldown_entry_set_deleted (entries_add_workout (workouts, "2026-11-03T18:00:00+01", "run", 5),
                              COOLDOWN_HOUR);
  entries_join (entries_add_episode (episodes, "2026-11-01T00:10:00+01", 5), before);
  entries_join (entries_add_episode (episodes, "2026-11-03T19:00:00+01", 6),
                g_ptr_array_index (workouts, 1));
  cooldown_entry_set_deleted (entries_add_episode (episodes, "2026-11-04T19:00:00+01", 7),
                              COOLDOWN_HOUR);
  entries_add_episode (episodes, "2026-10-31T23:59:59+01", 8);
  entries_add_episode (episodes, "2026-11-30T23:59:59+01", 1);
  entries_add_episode (episodes, "2026-12-01T00:00:00+01", 9);
  entries_add_workout (episodes, "2026-11-05T18:00:00+01", "run", 5);
  tally = cooldown_tally_new (episodes, workouts, "2026-11-01", "2026-12-01");

  g_assert_cmpuint (tally->episodes->len, ==, 3);
  g_assert_cmpuint (tally->workouts->len, ==, 0);
  g_assert_cmpint (get_episode (tally, 0)->strength, ==, 5);
  g_assert_cmpint (get_episode (tally, 1)->strength, ==, 6);
  g_assert_cmpint (get_episode (tally, 2)->strength, ==, 1);
  g_assert_cmpuint (tally->n_with_workout, ==, 1);
  assert_share (tally, COOLDOWN_SHARE_KIND, "run", "1 of 3, 0 of 0");
}

/* Test that an entry has the day and the time that it was for its user, wherever that was, and that
 * these and not the moments are its order. */
static void
test_offsets (void)
{
  static const struct
  {
    const char *began;
    const char *date;
    int minute;
  } cases[] = {
    { "2026-12-31T23:30:00-08", "2026-12-31", 23 * 60 + 30 },
    { "2027-01-01T00:30:00+13", "2027-01-01", 30 },
    { "2027-01-01T05:45:59+05:45", "2027-01-01", 5 * 60 + 45 },
    { "2027-01-01T12:00:00Z", "2027-01-01", 12 * 60 },
    { "2028-02-29T00:00:00-11", "2028-02-29", 0 },
  };
  g_autoptr (GPtrArray) episodes = entries_new ();
  g_autoptr (CooldownTally) tally = NULL;

  for (guint i = G_N_ELEMENTS (cases); i > 0; i--)
    entries_add_episode (episodes, cases[i - 1].began, 3);
  tally = cooldown_tally_new (episodes, NULL, NULL, NULL);
  g_assert_cmpuint (tally->episodes->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) date = cooldown_day_to_date (get_episode (tally, i)->day);
      g_autofree char *words = g_date_time_format (date, "%Y-%m-%d");

      g_assert_cmpstr (words, ==, cases[i].date);
      g_assert_cmpint (get_episode (tally, i)->day, ==, cooldown_day_parse (cases[i].date));
      g_assert_cmpint (get_episode (tally, i)->minute, ==, cases[i].minute);
    }
  g_assert_cmpint (tally->from, ==, cooldown_day_parse ("2026-12-31"));
  g_assert_cmpint (tally->to, ==, cooldown_day_parse ("2028-03-01"));
}

/* Test that times before 1970 have their days too. */
static void
test_before_1970 (void)
{
  g_autoptr (GPtrArray) episodes = entries_new ();
  g_autoptr (CooldownTally) tally = NULL;

  entries_add_episode (episodes, "1969-12-31T23:58:59Z", 3);
  tally = cooldown_tally_new (episodes, NULL, NULL, NULL);
  g_assert_cmpint (get_episode (tally, 0)->day, ==, -1);
  g_assert_cmpint (get_episode (tally, 0)->minute, ==, 23 * 60 + 58);
}

/* Test that what is no date is none. */
static void
test_days (void)
{
  static const char *const wrong[] = { NULL,          "",           "2026-02-29", "2026-11",
                                       "2026-11-21x", "0000-01-01", "26.11.2026" };

  g_assert_cmpint (cooldown_day_parse ("1970-01-01"), ==, 0);
  g_assert_cmpint (cooldown_day_parse ("2026-11-22"), ==, 20779);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (cooldown_day_parse (wrong[i]), ==, COOLDOWN_DAY_NONE);
  g_assert_null (cooldown_day_to_date (COOLDOWN_DAY_NONE));
}

static CooldownLasted
get_lasted (gint64 seconds, const char *choice)
{
  g_autoptr (GPtrArray) episodes = entries_new ();
  CooldownEntry *episode = entries_add_episode (episodes, "2026-11-21T18:12:00+01", 3);
  gint64 began = cooldown_entry_get_time (episode, COOLDOWN_FIELD_EPISODE_BEGAN);

  if (seconds != COOLDOWN_NOT_NOTED)
    cooldown_entry_set_time (episode, COOLDOWN_FIELD_EPISODE_ENDED,
                             began + seconds * COOLDOWN_SECOND, 3600);
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_LASTED, choice);
  return cooldown_episode_get_lasted (episode);
}

/* Test that the end says how long it was, and without one the choice; minutes are
 * rounded as they are shown. */
static void
test_lasted (void)
{
  g_assert_cmpint (get_lasted (0, NULL), ==, COOLDOWN_LASTED_5);
  g_assert_cmpint (get_lasted (5 * 60 + 29, NULL), ==, COOLDOWN_LASTED_5);
  g_assert_cmpint (get_lasted (5 * 60 + 30, NULL), ==, COOLDOWN_LASTED_30);
  g_assert_cmpint (get_lasted (30 * 60, NULL), ==, COOLDOWN_LASTED_30);
  g_assert_cmpint (get_lasted (31 * 60, NULL), ==, COOLDOWN_LASTED_60);
  g_assert_cmpint (get_lasted (60 * 60, NULL), ==, COOLDOWN_LASTED_60);
  g_assert_cmpint (get_lasted (61 * 60, NULL), ==, COOLDOWN_LASTED_LONGER);
  g_assert_cmpint (get_lasted (400 * 24 * 3600, "last-5min"), ==, COOLDOWN_LASTED_LONGER);
  g_assert_cmpint (get_lasted (-60, "last-hour"), ==, COOLDOWN_LASTED_60);
  g_assert_cmpint (get_lasted (COOLDOWN_NOT_NOTED, "last-5min"), ==, COOLDOWN_LASTED_5);
  g_assert_cmpint (get_lasted (COOLDOWN_NOT_NOTED, "last-30min"), ==, COOLDOWN_LASTED_30);
  g_assert_cmpint (get_lasted (COOLDOWN_NOT_NOTED, "last-longer"), ==, COOLDOWN_LASTED_LONGER);
  g_assert_cmpint (get_lasted (COOLDOWN_NOT_NOTED, "last-unknown"), ==, COOLDOWN_LASTED_UNKNOWN);
  g_assert_cmpint (get_lasted (COOLDOWN_NOT_NOTED, NULL), ==, COOLDOWN_LASTED_UNKNOWN);
}

/* Test that each half counts once for each episode, and that the most frequent is the hottest. */
static void
test_heat (void)
{
  static const char *const first[] = { "calf-l", "calf-r", "nose", NULL };
  static const char *const second[] = { "calf-l", NULL };
  static const char *const unknown[] = { "nose", NULL };
  g_autoptr (GPtrArray) episodes = entries_new ();
  g_autoptr (CooldownTally) tally = NULL;
  double heat[COOLDOWN_LEG_N_HALVES];
  int left = cooldown_leg_half_find ("calf-l"), right = cooldown_leg_half_find ("calf-r");

  entries_add_episode (episodes, "2026-11-20T18:12:00+01", 3);
  cooldown_entry_set_ids (entries_add_episode (episodes, "2026-11-21T18:12:00+01", 3),
                          COOLDOWN_FIELD_EPISODE_PLACES, first);
  cooldown_entry_set_ids (entries_add_episode (episodes, "2026-11-22T18:12:00+01", 3),
                          COOLDOWN_FIELD_EPISODE_PLACES, second);
  cooldown_entry_set_ids (entries_add_episode (episodes, "2026-11-23T18:12:00+01", 3),
                          COOLDOWN_FIELD_EPISODE_PLACES, unknown);
  tally = cooldown_tally_new (episodes, NULL, NULL, NULL);
  cooldown_tally_get_heat (tally, heat);
  g_assert_cmpuint (tally->n_placed, ==, 2);
  g_assert_cmpuint (tally->halves[left], ==, 2);
  g_assert_cmpuint (tally->halves[right], ==, 1);
  g_assert_cmpfloat (heat[left], ==, 1);
  g_assert_cmpfloat (heat[right], ==, .5);
  g_assert_cmpfloat (heat[cooldown_leg_half_find ("shin-l")], ==, 0);
}

/* Test that strengths that nobody noted count as none, not as 0. */
static void
test_strength (void)
{
  static const int strengths[] = { 7, -1, 2, 0, 3 };
  g_autoptr (GPtrArray) episodes = entries_new ();
  g_autoptr (CooldownTally) tally = NULL;
  CooldownSpread field;

  for (guint i = 0; i < G_N_ELEMENTS (strengths); i++)
    entries_add_episode (episodes, "2026-11-20T18:12:00+01", strengths[i]);
  tally = cooldown_tally_new (episodes, NULL, NULL, NULL);
  field = cooldown_spread_of_field (episodes, COOLDOWN_FIELD_EPISODE_SEVERITY);
  g_assert_cmpuint (tally->strength.n, ==, 4);
  g_assert_cmpint (tally->strength.least, ==, 0);
  g_assert_cmpint (tally->strength.most, ==, 7);
  g_assert_cmpfloat (tally->strength.median, ==, 2.5);
  g_assert_cmpfloat (field.median, ==, 2.5);
  g_assert_cmpint (get_episode (tally, 1)->strength, ==, COOLDOWN_STRENGTH_NOT_NOTED);
  g_assert_cmpuint (cooldown_spread_of_field (episodes, COOLDOWN_FIELD_NIGHT_RESTLESS).n, ==, 0);
}

static void
test_median (void)
{
  static const gint64 numbers[] = { 9, 1, 5, 5, 100 };

  g_assert_cmpuint (cooldown_spread_get (NULL, 0).n, ==, 0);
  g_assert_cmpfloat (cooldown_spread_get (NULL, 0).median, ==, 0);
  g_assert_cmpfloat (cooldown_spread_get (numbers, 1).median, ==, 9);
  g_assert_cmpfloat (cooldown_spread_get (numbers, 2).median, ==, 5);
  g_assert_cmpfloat (cooldown_spread_get (numbers, 5).median, ==, 5);
  g_assert_cmpint (cooldown_spread_get (numbers, 5).least, ==, 1);
  g_assert_cmpint (cooldown_spread_get (numbers, 5).most, ==, 100);
}

static void
assert_count (const GArray *counts, guint index, const char *id, guint n)
{
  const CooldownCount *count = &g_array_index (counts, CooldownCount, index);

  g_assert_cmpstr (count->id, ==, id);
  g_assert_cmpuint (count->n, ==, n);
}

/* Test that ids and choices are counted, the most frequent first. */
static void
test_counts (void)
{
  static const char *const first[] = { "feel-tight", "feel-tingling", NULL };
  static const char *const second[] = { "feel-tingling", "feel-numb", NULL };
  g_autoptr (GPtrArray) episodes = entries_new ();
  g_autoptr (GArray) sensations = NULL;
  g_autoptr (GArray) onsets = NULL;
  CooldownEntry *episode = entries_add_episode (episodes, "2026-11-21T18:12:00+01", 3);

  cooldown_entry_set_ids (episode, COOLDOWN_FIELD_EPISODE_SENSATIONS, first);
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_ONSET, "after");
  episode = entries_add_episode (episodes, "2026-11-22T18:12:00+01", 3);
  cooldown_entry_set_ids (episode, COOLDOWN_FIELD_EPISODE_SENSATIONS, second);
  episode = entries_add_episode (episodes, "2026-11-23T18:12:00+01", 3);
  cooldown_entry_set_ids (episode, COOLDOWN_FIELD_EPISODE_SENSATIONS, second);
  cooldown_entry_set_deleted (episode, COOLDOWN_HOUR);

  sensations = cooldown_count_field (episodes, COOLDOWN_FIELD_EPISODE_SENSATIONS);
  onsets = cooldown_count_field (episodes, COOLDOWN_FIELD_EPISODE_ONSET);
  g_assert_cmpuint (sensations->len, ==, 3);
  assert_count (sensations, 0, "feel-tingling", 2);
  assert_count (sensations, 1, "feel-numb", 1);
  assert_count (sensations, 2, "feel-tight", 1);
  g_assert_cmpuint (onsets->len, ==, 1);
  assert_count (onsets, 0, "after", 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/nothing", test_nothing);
  g_test_add_func ("/tally/shares", test_shares);
  g_test_add_func ("/tally/no-workouts", test_no_workouts);
  g_test_add_func ("/tally/left-out", test_left_out);
  g_test_add_func ("/tally/offsets", test_offsets);
  g_test_add_func ("/tally/before-1970", test_before_1970);
  g_test_add_func ("/tally/days", test_days);
  g_test_add_func ("/tally/lasted", test_lasted);
  g_test_add_func ("/tally/heat", test_heat);
  g_test_add_func ("/tally/strength", test_strength);
  g_test_add_func ("/tally/median", test_median);
  g_test_add_func ("/tally/counts", test_counts);
  return g_test_run ();
}
