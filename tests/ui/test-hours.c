/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk.h"
#include "fake-agent.h"
#include "fake-clock.h"
#include "report/workout-words.h"
#include "ui/check-in-face.h"
#include "ui/evening-plan.h"
#include "ui/time-words.h"

/* The hour after a workout and the evening, as the pages work them out of what the agent says. */

typedef struct
{
  GDBusConnection *connection;
  CooldownFakeClock *clock;
  FakeAgent *agent;
  CooldownAgentLink *link;
  CooldownAppState *state;
  CooldownSession *session; /* (nullable) */
} Fixture;

static gboolean
is_connected (gpointer data)
{
  return cooldown_app_state_get_connected (data);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownContent) content = cooldown_content_load_bundled (&error);
  g_autoptr (CooldownNotebook) notebook = NULL;

  g_assert_no_error (error);
  fixture->connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  fixture->clock = cooldown_fake_clock_new ();
  cooldown_fake_clock_set_zone (fixture->clock, "UTC");
  fixture->agent = fake_agent_new (fixture->connection);
  fixture->link = cooldown_agent_link_new (fixture->connection);
  notebook = cooldown_notebook_new ("/nowhere", COOLDOWN_CLOCK (fixture->clock));
  fixture->state = cooldown_app_state_new (content, COOLDOWN_CLOCK (fixture->clock), fixture->link,
                                           notebook);
  spin_until (is_connected, fixture->state);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Calls on their way hold references of their own for a while. */
static void
finalize (gpointer object)
{
  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  spin_until (is_null, &object);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  finalize (fixture->state);
  finalize (fixture->link);
  fake_agent_free (fixture->agent);
  g_clear_object (&fixture->session);
  g_assert_finalize_object (fixture->clock);
  g_object_unref (fixture->connection);
}

static CooldownClock *
get_clock (Fixture *fixture)
{
  return COOLDOWN_CLOCK (fixture->clock);
}

static gboolean
knows_all_events (gpointer data)
{
  Fixture *fixture = data;
  CooldownSession *known = cooldown_app_state_get_recovery_session (fixture->state);

  return known != NULL &&
         cooldown_session_get_n_events (known) == cooldown_session_get_n_events (fixture->session);
}

static void
tell (Fixture *fixture)
{
  fake_agent_set_session (fixture->agent, "recovery", fixture->session);
  spin_until (knows_all_events, fixture);
}

static void
happen (Fixture *fixture, const char *event, const char *arg)
{
  CooldownInstant now = cooldown_clock_now (get_clock (fixture));

  cooldown_session_append (fixture->session, event, arg, &now);
  tell (fixture);
}

static void
finish_workout (Fixture *fixture, CooldownLegs legs)
{
  CooldownWorkout workout = { "run", cooldown_clock_now (get_clock (fixture)).wall, 45,
                              COOLDOWN_RPE_NOT_NOTED, legs };

  g_clear_object (&fixture->session);
  fixture->session = cooldown_session_new ("recovery", cooldown_workout_to_plan (&workout));
  cooldown_session_set_id (fixture->session, 1);
  happen (fixture, "finish", NULL);
}

typedef struct
{
  Fixture *fixture;
  gint64 expected;
} Awaited;

static gboolean
has_episode (gpointer data)
{
  Awaited *awaited = data;

  return cooldown_check_in_get_episode (awaited->fixture->state) == awaited->expected;
}

/* SINCE is unix seconds; 0: over. */
static void
set_episode (Fixture *fixture, gint64 since)
{
  Awaited awaited = { fixture, since };

  fake_agent_set (fixture->agent, "recovery", "episode",
                  since != 0 ? g_variant_new_int64 (since) : NULL);
  spin_until (has_episode, &awaited);
}

static void
begin_episode (Fixture *fixture)
{
  set_episode (fixture, cooldown_clock_now (get_clock (fixture)).wall / COOLDOWN_SECOND);
}

#define assert_face(fixture, settled, put_off, expected) \
  g_assert_cmpint (cooldown_check_in_derive ((fixture)->state, settled, put_off), ==, \
                   COOLDOWN_CHECK_IN_##expected)

/* No session was settled or put off. */
#define NO COOLDOWN_CHECK_IN_NO_SESSION

/* Test that the question comes at the hour, and what is asked when the tingling went. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  assert_face (fixture, NO, NO, NONE);
  finish_workout (fixture, COOLDOWN_LEGS_TINGLING);
  begin_episode (fixture);
  assert_face (fixture, NO, NO, NONE);
  cooldown_fake_clock_advance (fixture->clock, COOLDOWN_HOUR);
  assert_face (fixture, NO, NO, ASK);
  set_episode (fixture, 0);
  happen (fixture, "check-in", "gone");
  assert_face (fixture, NO, NO, AFTER);
  g_assert_cmpuint (cooldown_check_in_count_afters (fixture->state), ==, 4);
  assert_face (fixture, 1, NO, NONE);
  cooldown_fake_clock_advance (fixture->clock, 31 * COOLDOWN_MINUTE);
  assert_face (fixture, NO, NO, NONE);
}

/* Test that nobody is asked whether it was gone after more minutes than have passed. */
static void
test_gone_early (Fixture *fixture, gconstpointer data)
{
  finish_workout (fixture, COOLDOWN_LEGS_TINGLING);
  cooldown_fake_clock_advance (fixture->clock, 9 * COOLDOWN_MINUTE);
  g_assert_cmpuint (cooldown_check_in_count_afters (fixture->state), ==, 0);
  cooldown_fake_clock_advance (fixture->clock, 12 * COOLDOWN_MINUTE);
  happen (fixture, "check-in", "gone");
  g_assert_cmpuint (cooldown_check_in_count_afters (fixture->state), ==, 2);
}

static gboolean
is_third_time (gpointer data)
{
  return cooldown_check_in_is_third_time (data);
}

/* Test that the third time leads to a doctor instead. */
static void
test_third_time (Fixture *fixture, gconstpointer data)
{
  finish_workout (fixture, COOLDOWN_LEGS_TINGLING);
  fake_agent_set (fixture->agent, "recovery", "recent", g_variant_new_uint32 (2));
  cooldown_fake_clock_advance (fixture->clock, 30 * COOLDOWN_MINUTE);
  happen (fixture, "check-in", "gone");
  assert_face (fixture, NO, NO, AFTER);
  fake_agent_set (fixture->agent, "recovery", "recent", g_variant_new_uint32 (3));
  spin_until (is_third_time, fixture->state);
  assert_face (fixture, NO, NO, THIRD);
  assert_face (fixture, 1, NO, NONE);
}

/* Test that "still there" leads to a doctor only once the hour is over, and stays open. */
static void
test_still (Fixture *fixture, gconstpointer data)
{
  finish_workout (fixture, COOLDOWN_LEGS_TINGLING);
  begin_episode (fixture);
  cooldown_fake_clock_advance (fixture->clock, 20 * COOLDOWN_MINUTE);
  happen (fixture, "check-in", "still");
  assert_face (fixture, NO, NO, WAIT);
  cooldown_fake_clock_advance (fixture->clock, 40 * COOLDOWN_MINUTE);
  assert_face (fixture, NO, NO, STILL);
  assert_face (fixture, NO, 1, OPEN);
  cooldown_fake_clock_advance (fixture->clock, 14 * COOLDOWN_HOUR);
  assert_face (fixture, NO, 1, MORNING);
  set_episode (fixture, 0);
  assert_face (fixture, NO, 1, NONE);
}

/* Test that a warning sign outranks an appointment. */
static void
test_sign (Fixture *fixture, gconstpointer data)
{
  finish_workout (fixture, COOLDOWN_LEGS_TINGLING);
  begin_episode (fixture);
  cooldown_fake_clock_advance (fixture->clock, 2 * COOLDOWN_HOUR);
  happen (fixture, "check-in", "worse");
  assert_face (fixture, NO, NO, WORSE);
  cooldown_app_state_tick (fixture->state, "warn-foot-drop", TRUE);
  assert_face (fixture, NO, NO, OPEN);
}

/* Test that a tingling whose question was never answered is not forgotten. */
static void
test_lapsed (Fixture *fixture, gconstpointer data)
{
  finish_workout (fixture, COOLDOWN_LEGS_TINGLING);
  begin_episode (fixture);
  cooldown_fake_clock_advance (fixture->clock, 5 * COOLDOWN_HOUR);
  assert_face (fixture, NO, NO, OPEN);
}

static void
set_bedtime (Fixture *fixture, int bedtime)
{
  cooldown_app_state_set_setting (fixture->state, "bedtime", g_variant_new_int32 (bedtime));
}

static void
set_time (Fixture *fixture, int hour, int minute)
{
  cooldown_fake_clock_set_wall (
      fixture->clock,
      cooldown_local_time_on (get_clock (fixture), "2026-11-22", hour * 60 + minute));
}

/* Test which evening is shown when. */
static void
test_evening (Fixture *fixture, gconstpointer data)
{
  CooldownEvening evening;

  g_assert_false (cooldown_evening_plan_get (fixture->state, &evening));
  set_bedtime (fixture, 22 * 60 + 45);
  set_time (fixture, 21, 0);
  g_assert_true (cooldown_evening_plan_get (fixture->state, &evening));
  g_assert_cmpstr (evening.date, ==, "2026-11-22");
  set_time (fixture, 27, 40);
  g_assert_true (cooldown_evening_plan_get (fixture->state, &evening));
  g_assert_cmpstr (evening.date, ==, "2026-11-22");
  set_time (fixture, 27, 50);
  g_assert_true (cooldown_evening_plan_get (fixture->state, &evening));
  g_assert_cmpstr (evening.date, ==, "2026-11-23");
}

/* Test that what was noted holds for its evening only. */
static void
test_noted (Fixture *fixture, gconstpointer data)
{
  CooldownEvening evening;

  set_bedtime (fixture, 22 * 60 + 45);
  set_time (fixture, 21, 0);
  cooldown_evening_plan_get (fixture->state, &evening);
  g_assert_cmpint (cooldown_evening_plan_get_noted (fixture->state, &evening, "caffeine"), ==,
                   COOLDOWN_NOTED_NOTHING);
  cooldown_evening_plan_note (fixture->state, &evening, "caffeine", COOLDOWN_NOTED_NONE);
  cooldown_evening_plan_note (fixture->state, &evening, "alcohol", 20 * 60);
  cooldown_evening_plan_note (fixture->state, &evening, "nicotine", COOLDOWN_NOTED_NONE);
  g_assert_cmpint (cooldown_evening_plan_get_noted (fixture->state, &evening, "caffeine"), ==,
                   COOLDOWN_NOTED_NONE);
  g_assert_cmpint (cooldown_evening_plan_get_noted (fixture->state, &evening, "alcohol"), ==,
                   20 * 60);
  g_assert_cmpint (cooldown_evening_plan_get_noted (fixture->state, &evening, "nicotine"), ==,
                   COOLDOWN_NOTED_NONE);
  cooldown_evening_plan_note (fixture->state, &evening, "alcohol", COOLDOWN_NOTED_NOTHING);
  g_assert_cmpint (cooldown_evening_plan_get_noted (fixture->state, &evening, "alcohol"), ==,
                   COOLDOWN_NOTED_NOTHING);
  set_time (fixture, 45, 0);
  cooldown_evening_plan_get (fixture->state, &evening);
  g_assert_cmpint (cooldown_evening_plan_get_noted (fixture->state, &evening, "caffeine"), ==,
                   COOLDOWN_NOTED_NOTHING);
}

static int
get_limit (Fixture *fixture, const char *id)
{
  CooldownEvening evening;

  g_assert_true (cooldown_evening_plan_get (fixture->state, &evening));
  return cooldown_time_of_day_at (
      get_clock (fixture), cooldown_evening_plan_get_limit_time (fixture->state, &evening, id));
}

/* Test the limits as they are, as the user sets them, and back again. */
static void
test_limits (Fixture *fixture, gconstpointer data)
{
  set_bedtime (fixture, 22 * 60 + 45);
  g_assert_cmpint (get_limit (fixture, "caffeine"), ==, 12 * 60);
  g_assert_cmpint (get_limit (fixture, "alcohol"), ==, 18 * 60 + 45);
  cooldown_evening_plan_set_limit (fixture->state, "caffeine", 14 * 60);
  cooldown_evening_plan_set_limit (fixture->state, "alcohol", 60);
  g_assert_cmpint (get_limit (fixture, "caffeine"), ==, 14 * 60);
  g_assert_cmpint (get_limit (fixture, "alcohol"), ==, 21 * 60 + 45);
  set_bedtime (fixture, 3 * 60);
  g_assert_cmpint (get_limit (fixture, "caffeine"), ==, 14 * 60);
  cooldown_evening_plan_set_limit (fixture->state, "caffeine", -1);
  g_assert_cmpint (get_limit (fixture, "caffeine"), ==, 18 * 60);
}

static void
assert_time (const char *text, int expected)
{
  int minutes = -1;

  g_assert_cmpint (cooldown_time_of_day_parse (text, &minutes), ==, expected >= 0);
  g_assert_cmpint (minutes, ==, expected);
}

/* Test what people type for a time of day. */
static void
test_parse (void)
{
  assert_time ("17:15", 1035);
  assert_time ("17.15", 1035);
  assert_time ("1715", 1035);
  assert_time (" 7", 420);
  assert_time ("5:15 PM", 1035);
  assert_time ("5pm", 1020);
  assert_time ("12:00 AM", 0);
  assert_time ("12:00 PM", 720);
  assert_time ("24:00", -1);
  assert_time ("12:60", -1);
  assert_time ("", -1);
  assert_time ("noon", -1);
  assert_time ("-3:00", -1);
  assert_time ("\xff", -1);
}

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

/* Test durations and workouts in words. */
static void
test_words (void)
{
  CooldownWorkout workout = { "swim", 0, 45, 5, COOLDOWN_LEGS_TINGLING };

  assert_text (cooldown_span_format (-COOLDOWN_MINUTE), "0 min");
  assert_text (cooldown_span_format (25 * COOLDOWN_MINUTE), "25 min");
  assert_text (cooldown_span_format (3 * COOLDOWN_HOUR), "3 h");
  assert_text (cooldown_span_format (70 * COOLDOWN_MINUTE), "1 h 10 min");
  assert_text (cooldown_workout_format_since ("run", 20 * COOLDOWN_MINUTE),
               "20 minutes since your run");
  assert_text (cooldown_workout_format_since ("ball", 119 * COOLDOWN_MINUTE),
               "1 hour since your ball game");
  assert_text (cooldown_workout_format_since ("polo", COOLDOWN_MINUTE),
               "1 minute since your workout");
  assert_text (cooldown_workout_format_facts (&workout),
               "45 minutes · effort 5 of 10 · legs tingling at the end");
}

#define ADD(name, function) g_test_add ("/hours/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  desk_begin_tests (&argc, &argv);
  ADD ("gone", test_gone);
  ADD ("gone-early", test_gone_early);
  ADD ("third-time", test_third_time);
  ADD ("still", test_still);
  ADD ("sign", test_sign);
  ADD ("lapsed", test_lapsed);
  ADD ("evening", test_evening);
  ADD ("noted", test_noted);
  ADD ("limits", test_limits);
  g_test_add_func ("/hours/parse", test_parse);
  g_test_add_func ("/hours/words", test_words);
  return g_test_run ();
}
