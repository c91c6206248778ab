/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries.h"

#include "core/ice.h"
#include "report/entry-words.h"

#define LATER (G_GINT64_CONSTANT (1795377600) * COOLDOWN_SECOND)

static CooldownContent *content;

static void
assert_words (CooldownEntry *entry, CooldownEntry *related, const char *title, const char *subtitle)
{
  g_autofree char *first = cooldown_entry_format_title (entry, content);
  g_autofree char *second = cooldown_entry_format_subtitle (entry, content, related, LATER);

  g_assert_cmpstr (first, ==, title);
  g_assert_cmpstr (second, ==, subtitle);
}

static CooldownEntry *
make_check (GPtrArray *entries, const char *level, const char *ticks)
{
  CooldownEntry *check = cooldown_entry_new (COOLDOWN_ENTRY_CHECK);

  cooldown_entry_set_time (check, COOLDOWN_FIELD_CHECK_AT, LATER, 3600);
  cooldown_entry_set_text (check, COOLDOWN_FIELD_CHECK_LEVEL, level);
  cooldown_entry_set_text (check, COOLDOWN_FIELD_CHECK_TICKS, ticks);
  g_ptr_array_add (entries, check);
  return check;
}

/* Test an episode: what, where, when, how long and how urgent. */
static void
test_episode (void)
{
  g_autoptr (GPtrArray) entries = entries_new ();
  CooldownEntry *episode = entries_add_episode (entries, "2026-11-22T18:12:00+01", 4);
  CooldownEntry *soon = make_check (entries, "soon", "warn-none");
  CooldownEntry *calm = make_check (entries, "self-care", "warn-none");

  assert_words (episode, NULL, "Tingling", "18:12");
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_PLACES, "toes-r sole-r");
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_SENSATIONS,
                           "feel-tingle feel-burn feel-numb");
  cooldown_entry_set_number (episode, COOLDOWN_FIELD_EPISODE_OPEN, 1);
  assert_words (episode, soon, "Tingling, ball of the foot and sole, right",
                "18:12 · burning, numb · over an hour, still there · make a doctor’s appointment");
  cooldown_entry_set_number (episode, COOLDOWN_FIELD_EPISODE_OPEN, 0);
  cooldown_entry_set_time (episode, COOLDOWN_FIELD_EPISODE_ENDED,
                           cooldown_entry_get_at (episode) + 25 * COOLDOWN_MINUTE, 3600);
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_PLACES, "calf-l calf-r knee-l");
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_SENSATIONS, "feel-itch feel-cramp");
  assert_words (episode, calm, "Itching, both calves; knee, left",
                "18:12 · cramp · gone after 25 min · warning signs: none");
  cooldown_entry_unset (episode, COOLDOWN_FIELD_EPISODE_ENDED);
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_LASTED, "last-5min");
  assert_words (episode, NULL, "Itching, both calves; knee, left", "18:12 · cramp · within 5 min");
}

/* Test that a time is shown as it was where it was noted, not as it is where it is read. */
static void
test_offset (void)
{
  g_autoptr (GPtrArray) entries = entries_new ();

  assert_words (entries_add_workout (entries, "2026-11-22T18:12:00+09", "walk", -1), NULL,
                "Walk, 45 minutes", "18:12 · effort not noted");
  assert_words (entries_add_workout (entries, "2026-11-22T18:12:00-03:30", "walk", -1), NULL,
                "Walk, 45 minutes", "18:12 · effort not noted");
}

/* Test a workout with the hour that followed: each step counts once, and as it was left. */
static void
test_workout (void)
{
  g_autoptr (GPtrArray) entries = entries_new ();
  CooldownEntry *workout = entries_add_workout (entries, "2026-11-22T18:12:00+01", "run", 7);
  g_autoptr (CooldownEntry) session = cooldown_entry_new (COOLDOWN_ENTRY_SESSION);

  cooldown_entry_set_text (workout, COOLDOWN_FIELD_WORKOUT_CONDITIONS, "new-shoes hot");
  cooldown_entry_set_text (session, COOLDOWN_FIELD_SESSION_KIND, "recovery");
  cooldown_entry_add_event (session, "step", "walk", LATER, 0);
  cooldown_entry_add_event (session, "step", "eat", LATER, 0);
  cooldown_entry_add_event (session, "step", "eat", LATER, 0);
  cooldown_entry_add_event (session, "step", "rest", LATER, 0);
  cooldown_entry_add_event (session, "unstep", "rest", LATER, 0);
  cooldown_entry_add_event (session, "check-in", "still", LATER, 0);
  assert_words (
      workout, session, "Run, 45 minutes",
      "18:12 · effort 7 of 10 · hot day, new shoes · 2 steps done · still there after one hour");
}

/* Test a night, with all that was noted of it and with nothing. */
static void
test_night (void)
{
  g_autoptr (CooldownEntry) night = cooldown_entry_new (COOLDOWN_ENTRY_NIGHT);

  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_DATE, "2026-11-21");
  assert_words (night, NULL, "Night", "");
  cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_RESTLESS, 3);
  cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_BED, 23 * 60 + 5);
  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_NICOTINE, "some");
  assert_words (night, NULL, "Night, a little restless", "in bed at 23:05 · nicotine");
  cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_UP, 6 * 60 + 40);
  cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_SLEEP, 390);
  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_CAFFEINE, "some");
  cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_CAFFEINE_AT, 11 * 60 + 30);
  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_ALCOHOL, "none");
  assert_words (
      night, NULL, "Night, a little restless",
      "23:05 to 06:40 · 6 h 30 min of sleep · caffeine until 11:30, no alcohol, nicotine");
  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_STARTED, "in-bed");
  cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_TO_SLEEP, 40);
  cooldown_entry_unset (night, COOLDOWN_FIELD_NIGHT_CAFFEINE);
  cooldown_entry_unset (night, COOLDOWN_FIELD_NIGHT_CAFFEINE_AT);
  assert_words (night, NULL, "Night, a little restless",
                "began in bed · 23:05 to 06:40 · asleep after 40 min · 6 h 30 min of sleep ·"
                " no alcohol, nicotine");
  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_STARTED, "evening");
  cooldown_entry_unset (night, COOLDOWN_FIELD_NIGHT_SLEEP);
  cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_TO_SLEEP, 0);
  assert_words (night, NULL, "Night, a little restless",
                "began before bed · 23:05 to 06:40 · asleep after 0 min · no alcohol, nicotine");
}

/* Test legs that were restless in an evening, with and without a wind-down. */
static void
test_restless (void)
{
  g_autoptr (CooldownEntry) evening = cooldown_entry_new (COOLDOWN_ENTRY_SESSION);

  cooldown_entry_set_time (evening, COOLDOWN_FIELD_SESSION_AT, LATER, 3600);
  cooldown_entry_set_text (evening, COOLDOWN_FIELD_SESSION_KIND, "evening");
  cooldown_entry_set_text (evening, COOLDOWN_FIELD_SESSION_PLAN, "{}");
  cooldown_entry_add_event (evening, "restless", "", LATER + COOLDOWN_HOUR, 3600);
  assert_words (evening, NULL, "Restless legs noted", "21:00 · legs restless at 22:00");
  cooldown_entry_add_event (evening, "start", "", LATER + COOLDOWN_HOUR, 3600);
  cooldown_entry_add_event (evening, "restless", "", LATER + 5 * COOLDOWN_HOUR, 3600);
  assert_words (evening, NULL, "Wind-down", "21:00 · legs restless at 22:00, 02:00");
  for (guint i = 0; i < 5; i++)
    cooldown_entry_add_event (evening, "restless", "", LATER + 5 * COOLDOWN_HOUR, 3600);
  assert_words (evening, NULL, "Wind-down", "21:00 · legs restless 7 times");
}

/* Test ice, a check and a sign. */
static void
test_others (void)
{
  g_autoptr (GPtrArray) entries = entries_new ();
  g_autoptr (CooldownEntry) ice = cooldown_entry_new (COOLDOWN_ENTRY_SESSION);
  g_autoptr (CooldownEntry) sign = cooldown_entry_new (COOLDOWN_ENTRY_SIGN);
  g_autoptr (GVariant) plan = cooldown_ice_plan_new (cooldown_content_get_ice_protocol (content),
                                                     10, 5, "toes", "right", NULL);
  g_autofree char *text = g_variant_print (plan, TRUE);
  CooldownEntry *check = make_check (entries, "urgent", "warn-sore warn-foot-drop");

  cooldown_entry_set_time (ice, COOLDOWN_FIELD_SESSION_AT, LATER, 3600);
  cooldown_entry_set_text (ice, COOLDOWN_FIELD_SESSION_KIND, "ice");
  cooldown_entry_set_text (ice, COOLDOWN_FIELD_SESSION_PLAN, text);
  assert_words (ice, NULL, "Ice, ball of the foot, right", "21:00 · no ice was put on");
  for (guint i = 0; i < 3; i++)
    cooldown_entry_add_event (ice, "on", "", LATER, 3600);
  assert_words (ice, NULL, "Ice, ball of the foot, right", "21:00 · 3 rounds, 10 min each");
  cooldown_entry_set_text (ice, COOLDOWN_FIELD_SESSION_PLAN, "{'site': <'");
  assert_words (ice, NULL, "Ice", "21:00 · 3 rounds");

  assert_words (check, NULL, "Be seen today", "21:00 · 2 warning signs");
  cooldown_entry_set_time (sign, COOLDOWN_FIELD_SIGN_AT, LATER, 3600);
  cooldown_entry_set_text (sign, COOLDOWN_FIELD_SIGN_ITEM, "warn-sore");
  cooldown_entry_set_text (sign, COOLDOWN_FIELD_SIGN_OUTCOME, "doctor");
  assert_words (sign, NULL, "A foot sore, black toe or wound that does not heal",
                "21:00 · A doctor has seen this");
}

/* Test that ids of a later version are shown as they are instead of being left out. */
static void
test_unknown (void)
{
  const char *outcome;
  g_autofree char *remedy = cooldown_remedy_parse ("cupping:odd", &outcome);

  g_assert_cmpstr (remedy, ==, "cupping");
  g_assert_cmpstr (outcome, ==, "odd");
  g_assert_cmpstr (cooldown_choice_get_name (COOLDOWN_FIELD_EPISODE_TRIED, remedy), ==, "cupping");
  g_assert_cmpstr (cooldown_remedy_get_outcome_name (outcome), ==, "odd");
  g_assert_cmpstr (cooldown_sensation_get_name (content, "feel-odd"), ==, "feel-odd");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  content = cooldown_content_load_bundled (NULL);
  g_test_add_func ("/report/entry-words/episode", test_episode);
  g_test_add_func ("/report/entry-words/offset", test_offset);
  g_test_add_func ("/report/entry-words/workout", test_workout);
  g_test_add_func ("/report/entry-words/night", test_night);
  g_test_add_func ("/report/entry-words/restless", test_restless);
  g_test_add_func ("/report/entry-words/others", test_others);
  g_test_add_func ("/report/entry-words/unknown", test_unknown);
  result = g_test_run ();
  g_object_unref (content);
  return result;
}
