/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/routine.h"
#include "fake-clock.h"

#define WORTH (3 * COOLDOWN_MINUTE)

typedef struct
{
  CooldownFakeClock *clock;
  CooldownSession *session;
} Evening;

static GVariant *
three_steps (void)
{
  return g_variant_new_parsed ("[('walk', uint32 5), ('stretch', 10), ('quiet', 1)]");
}

static void
happen (Evening *evening, const char *event)
{
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (evening->clock));

  cooldown_session_append (evening->session, event, NULL, &now);
}

/* A routine of 5, 10 and 1 minutes that has just begun. */
static void
set_up (Evening *evening, gconstpointer data)
{
  evening->clock = cooldown_fake_clock_new ();
  evening->session =
    cooldown_session_new (COOLDOWN_ROUTINE_KIND, cooldown_routine_plan_new (three_steps ()));
  happen (evening, "start");
}

static void
tear_down (Evening *evening, gconstpointer data)
{
  g_assert_finalize_object (evening->session);
  g_assert_finalize_object (evening->clock);
}

static void
wait_minutes (Evening *evening, int minutes)
{
  cooldown_fake_clock_advance (evening->clock, minutes * COOLDOWN_MINUTE);
}

static gint64
axis_now (Evening *evening)
{
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (evening->clock));

  return cooldown_session_get_axis (evening->session, &now);
}

static CooldownRoutineState
look (Evening *evening)
{
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (evening->clock));

  return cooldown_routine_fold (evening->session, &now);
}

static gint64
left (Evening *evening)
{
  CooldownRoutineState state = look (evening);

  return cooldown_routine_get_left (&state, axis_now (evening));
}

static CooldownNotice
listen (Evening *evening)
{
  CooldownRoutineState state = look (evening);

  return cooldown_routine_get_notice (&state, WORTH, axis_now (evening));
}

static void
assert_at (Evening *evening, CooldownRoutinePhase phase, guint step, int minutes_left)
{
  CooldownRoutineState state = look (evening);

  g_assert_cmpint (state.phase, ==, phase);
  g_assert_cmpuint (state.step, ==, step);
  g_assert_cmpint (left (evening), ==, minutes_left * COOLDOWN_MINUTE);
}

static void
test_runs_by_itself (Evening *evening, gconstpointer data)
{
  assert_at (evening, COOLDOWN_ROUTINE_RUNNING, 0, 5);
  cooldown_fake_clock_advance (evening->clock, 5 * COOLDOWN_MINUTE - 1);
  g_assert_cmpuint (look (evening).step, ==, 0);
  cooldown_fake_clock_advance (evening->clock, 1);
  assert_at (evening, COOLDOWN_ROUTINE_RUNNING, 1, 10);
  g_assert_cmpint (look (evening).since, ==, 5 * COOLDOWN_MINUTE);
  g_assert_cmpint (look (evening).until, ==, 15 * COOLDOWN_MINUTE);
  wait_minutes (evening, 11);
  assert_at (evening, COOLDOWN_ROUTINE_FINISHED, 3, 0);
  g_assert_cmpint (look (evening).since, ==, 16 * COOLDOWN_MINUTE);
  g_assert_cmpint (look (evening).until, ==, COOLDOWN_NEVER);
  g_assert_true (cooldown_routine_phase_is_over (look (evening).phase));
}

static void
test_next_and_back (Evening *evening, gconstpointer data)
{
  CooldownRoutineState state = look (evening);

  g_assert_false (cooldown_routine_accepts (&state, "back"));
  wait_minutes (evening, 2);
  happen (evening, "next");
  assert_at (evening, COOLDOWN_ROUTINE_RUNNING, 1, 10);
  wait_minutes (evening, 3);
  happen (evening, "back");
  assert_at (evening, COOLDOWN_ROUTINE_RUNNING, 0, 5);
  wait_minutes (evening, 5);
  assert_at (evening, COOLDOWN_ROUTINE_RUNNING, 1, 10);
  happen (evening, "next");
  happen (evening, "next");
  assert_at (evening, COOLDOWN_ROUTINE_FINISHED, 3, 0);
  happen (evening, "back");
  assert_at (evening, COOLDOWN_ROUTINE_FINISHED, 3, 0);
}

static void
test_pause_stops_the_time (Evening *evening, gconstpointer data)
{
  wait_minutes (evening, 7);
  happen (evening, "pause");
  wait_minutes (evening, 60);
  assert_at (evening, COOLDOWN_ROUTINE_PAUSED, 1, 8);
  happen (evening, "resume");
  assert_at (evening, COOLDOWN_ROUTINE_RUNNING, 1, 8);
  g_assert_cmpint (look (evening).since, ==, 5 * COOLDOWN_MINUTE);
  wait_minutes (evening, 8);
  assert_at (evening, COOLDOWN_ROUTINE_RUNNING, 2, 1);
}

static void
test_pause_goes_on_in_another_step (Evening *evening, gconstpointer data)
{
  happen (evening, "pause");
  wait_minutes (evening, 1);
  happen (evening, "next");
  assert_at (evening, COOLDOWN_ROUTINE_PAUSED, 1, 10);
  wait_minutes (evening, 30);
  assert_at (evening, COOLDOWN_ROUTINE_PAUSED, 1, 10);
  happen (evening, "next");
  happen (evening, "next");
  assert_at (evening, COOLDOWN_ROUTINE_FINISHED, 3, 0);
}

static void
test_forgotten_pause_ends (Evening *evening, gconstpointer data)
{
  happen (evening, "pause");
  cooldown_fake_clock_advance (evening->clock, COOLDOWN_ROUTINE_PAUSE_LIMIT - 1);
  g_assert_cmpint (look (evening).phase, ==, COOLDOWN_ROUTINE_PAUSED);
  cooldown_fake_clock_advance (evening->clock, 1);
  g_assert_cmpint (look (evening).phase, ==, COOLDOWN_ROUTINE_ENDED);
  happen (evening, "resume");
  g_assert_cmpint (look (evening).phase, ==, COOLDOWN_ROUTINE_ENDED);
}

static void
test_end_is_the_end (Evening *evening, gconstpointer data)
{
  static const char *const events[] = { "start", "next", "back", "pause", "resume", "end" };
  CooldownRoutineState state;

  wait_minutes (evening, 6);
  happen (evening, "end");
  state = look (evening);
  g_assert_cmpint (state.phase, ==, COOLDOWN_ROUTINE_ENDED);
  g_assert_cmpint (state.until, ==, COOLDOWN_NEVER);
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    g_assert_false (cooldown_routine_accepts (&state, events[i]));
  wait_minutes (evening, 60);
  g_assert_cmpint (look (evening).phase, ==, COOLDOWN_ROUTINE_ENDED);
}

static void
test_restless_is_noted_at_any_time (Evening *evening, gconstpointer data)
{
  g_assert_cmpint (look (evening).restless, ==, -1);
  wait_minutes (evening, 2);
  happen (evening, "restless");
  assert_at (evening, COOLDOWN_ROUTINE_RUNNING, 0, 3);
  g_assert_cmpuint (look (evening).n_restless, ==, 1);
  wait_minutes (evening, 40);
  happen (evening, "restless");
  assert_at (evening, COOLDOWN_ROUTINE_FINISHED, 3, 0);
  g_assert_cmpuint (look (evening).n_restless, ==, 2);
  g_assert_cmpint (look (evening).restless, ==, 42 * COOLDOWN_MINUTE);
}

static void
test_a_note_alone_is_no_routine (void)
{
  CooldownFakeClock *clock = cooldown_fake_clock_new ();
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (clock));
  GVariant *nothing = g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0);
  CooldownSession *session = cooldown_session_new (COOLDOWN_ROUTINE_KIND, nothing);
  CooldownRoutineState state;

  cooldown_session_append (session, "restless", NULL, &now);
  cooldown_session_append (session, "start", NULL, &now);
  state = cooldown_routine_fold (session, &now);
  g_assert_cmpint (state.phase, ==, COOLDOWN_ROUTINE_NONE);
  g_assert_cmpuint (state.n_restless, ==, 1);
  g_assert_true (cooldown_routine_phase_is_over (state.phase));
  cooldown_session_set_plan (session, cooldown_routine_plan_new (three_steps ()));
  cooldown_session_append (session, "start", NULL, &now);
  state = cooldown_routine_fold (session, &now);
  g_assert_cmpint (state.phase, ==, COOLDOWN_ROUTINE_RUNNING);
  g_assert_finalize_object (session);
  g_assert_finalize_object (clock);
}

static void
test_sleep_and_restart (Evening *evening, gconstpointer data)
{
  cooldown_fake_clock_suspend (evening->clock, 7 * COOLDOWN_MINUTE);
  happen (evening, "away");
  assert_at (evening, COOLDOWN_ROUTINE_RUNNING, 1, 8);
  cooldown_fake_clock_reboot (evening->clock, 4 * COOLDOWN_MINUTE);
  assert_at (evening, COOLDOWN_ROUTINE_RUNNING, 1, 4);
  happen (evening, "away");
  wait_minutes (evening, 4);
  assert_at (evening, COOLDOWN_ROUTINE_RUNNING, 2, 1);
}

static void
test_clock_that_is_set (Evening *evening, gconstpointer data)
{
  wait_minutes (evening, 2);
  cooldown_fake_clock_set_wall (evening->clock, COOLDOWN_FAKE_CLOCK_START - COOLDOWN_HOUR);
  assert_at (evening, COOLDOWN_ROUTINE_RUNNING, 0, 3);
}

static void
test_says_each_step_that_begins_by_itself (Evening *evening, gconstpointer data)
{
  CooldownNotice notice = listen (evening);

  g_assert_cmpint (notice.kind, ==, COOLDOWN_NOTICE_NONE);
  g_assert_cmpint (notice.next_at, ==, 5 * COOLDOWN_MINUTE);
  wait_minutes (evening, 5);
  notice = listen (evening);
  g_assert_cmpint (notice.kind, ==, COOLDOWN_NOTICE_ROUTINE_STEP);
  g_assert_cmpuint (notice.round, ==, 2);
  g_assert_cmpint (notice.said, ==, 5 * COOLDOWN_MINUTE);
  g_assert_cmpint (notice.next_at, ==, 5 * COOLDOWN_MINUTE + WORTH);
  wait_minutes (evening, 3);
  notice = listen (evening);
  g_assert_cmpint (notice.kind, ==, COOLDOWN_NOTICE_NONE);
  g_assert_cmpint (notice.next_at, ==, 15 * COOLDOWN_MINUTE);
  wait_minutes (evening, 7);
  notice = listen (evening);
  g_assert_cmpuint (notice.round, ==, 3);
  g_assert_cmpint (notice.next_at, ==, 16 * COOLDOWN_MINUTE);
  wait_minutes (evening, 1);
  notice = listen (evening);
  g_assert_cmpint (notice.kind, ==, COOLDOWN_NOTICE_NONE);
  g_assert_cmpint (notice.next_at, ==, COOLDOWN_NEVER);
}

static void
test_says_nothing_of_what_was_pressed (Evening *evening, gconstpointer data)
{
  happen (evening, "next");
  g_assert_cmpint (listen (evening).kind, ==, COOLDOWN_NOTICE_NONE);
  wait_minutes (evening, 10);
  g_assert_cmpint (listen (evening).kind, ==, COOLDOWN_NOTICE_ROUTINE_STEP);
  happen (evening, "pause");
  g_assert_cmpint (listen (evening).kind, ==, COOLDOWN_NOTICE_NONE);
  happen (evening, "resume");
  g_assert_cmpint (listen (evening).kind, ==, COOLDOWN_NOTICE_NONE);
}

static void
test_sleep_leaves_nothing_to_say (Evening *evening, gconstpointer data)
{
  cooldown_fake_clock_suspend (evening->clock, 5 * COOLDOWN_MINUTE + WORTH);
  g_assert_cmpint (listen (evening).kind, ==, COOLDOWN_NOTICE_NONE);
  g_assert_cmpint (listen (evening).next_at, ==, 15 * COOLDOWN_MINUTE);
}

static void
assert_refused (GHashTable *known, const char *text, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) steps = g_variant_parse (NULL, text, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_false (cooldown_routine_steps_check (steps, known, &error));
  g_assert_error (error, COOLDOWN_ROUTINE_ERROR, code);
}

static GVariant *
many_walks (guint n_steps, guint minutes)
{
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE (COOLDOWN_ROUTINE_STEPS));
  for (guint i = 0; i < n_steps; i++)
    g_variant_builder_add (&steps, "(su)", "walk", minutes);
  return g_variant_ref_sink (g_variant_builder_end (&steps));
}

static void
test_which_steps_are_possible (void)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GVariant) most = many_walks (COOLDOWN_ROUTINE_MAX_STEPS, COOLDOWN_ROUTINE_MAX_MINUTES);
  g_autoptr (GVariant) too_many = many_walks (COOLDOWN_ROUTINE_MAX_STEPS + 1, 1);
  g_autoptr (GError) error = NULL;

  g_hash_table_add (known, (gpointer) "walk");
  g_assert_true (cooldown_routine_steps_check (most, known, &error));
  g_assert_no_error (error);
  g_assert_false (cooldown_routine_steps_check (too_many, known, &error));
  g_assert_error (error, COOLDOWN_ROUTINE_ERROR, COOLDOWN_ROUTINE_ERROR_NUMBER);
  assert_refused (known, "@a(su) []", COOLDOWN_ROUTINE_ERROR_NUMBER);
  assert_refused (known, "['walk']", COOLDOWN_ROUTINE_ERROR_TYPE);
  assert_refused (known, "[('walk', uint32 5), ('wine', 5)]", COOLDOWN_ROUTINE_ERROR_STEP);
  assert_refused (known, "[('walk', uint32 0)]", COOLDOWN_ROUTINE_ERROR_MINUTES);
  assert_refused (known, "[('walk', uint32 121)]", COOLDOWN_ROUTINE_ERROR_MINUTES);
}

/* A long routine begins earlier; a short one shortens nothing. */
static void
test_how_long_the_wind_down_is (void)
{
  g_autoptr (GVariant) none = many_walks (0, 5);
  g_autoptr (GVariant) exact = many_walks (8, 5);
  g_autoptr (GVariant) longer = many_walks (9, 5);
  g_autoptr (GVariant) most = many_walks (COOLDOWN_ROUTINE_MAX_STEPS, COOLDOWN_ROUTINE_MAX_MINUTES);
  g_autoptr (GVariant) strange = many_walks (100, G_MAXUINT32);

  g_assert_cmpuint (cooldown_routine_steps_get_minutes (none), ==, 0);
  g_assert_cmpuint (cooldown_routine_steps_get_minutes (longer), ==, 45);
  g_assert_cmpint (cooldown_routine_steps_get_winddown (none, 40, -1), ==, 40);
  g_assert_cmpint (cooldown_routine_steps_get_winddown (exact, 40, -1), ==, 40);
  g_assert_cmpint (cooldown_routine_steps_get_winddown (longer, 40, -1), ==, 45);
  g_assert_cmpint (cooldown_routine_steps_get_winddown (most, 40, -1), ==, 24 * 60);
  g_assert_cmpint (cooldown_routine_steps_get_winddown (strange, 40, -1), ==, 24 * 60);
  g_assert_cmpint (cooldown_routine_steps_get_winddown (none, 40, 90), ==, 90);
  g_assert_cmpint (cooldown_routine_steps_get_winddown (none, 40, 30), ==, 30);
  g_assert_cmpint (cooldown_routine_steps_get_winddown (exact, 40, 30), ==, 40);
  g_assert_cmpint (cooldown_routine_steps_get_winddown (longer, 40, 60), ==, 60);
  g_assert_cmpint (cooldown_routine_steps_get_winddown (none, 40, 0), ==, COOLDOWN_WINDDOWN_MIN);
  g_assert_cmpint (cooldown_routine_steps_get_winddown (none, 40, 9999), ==, COOLDOWN_WINDDOWN_MAX);
}

/* A file that somebody edited, or a later program wrote. */
static void
test_strange_plans_do_no_harm (void)
{
  g_autoptr (GVariant) strange = g_variant_ref_sink (
    g_variant_new_parsed ("{'steps': <[('walk', uint32 0), ('?', 4294967295)]>, 'more': <1>}"));
  g_autoptr (GVariant) other = g_variant_ref_sink (g_variant_new_parsed ("{'steps': <'walk'>}"));
  g_autoptr (GVariant) walks = many_walks (100, 5);
  g_autoptr (GVariant) many = g_variant_ref_sink (cooldown_routine_plan_new (walks));
  CooldownPlannedStep step;

  g_assert_cmpuint (cooldown_routine_plan_get_n_steps (strange), ==, 2);
  g_assert_true (cooldown_routine_plan_get_step (strange, 0, &step));
  g_assert_cmpstr (step.id, ==, "walk");
  g_assert_cmpuint (step.minutes, ==, 1);
  g_assert_true (cooldown_routine_plan_get_step (strange, 1, &step));
  g_assert_cmpuint (step.minutes, ==, COOLDOWN_ROUTINE_MAX_MINUTES);
  g_assert_false (cooldown_routine_plan_get_step (strange, 2, &step));
  g_assert_cmpuint (cooldown_routine_plan_get_n_steps (other), ==, 0);
  g_assert_cmpuint (cooldown_routine_plan_get_n_steps (many), ==, COOLDOWN_ROUTINE_MAX_STEPS);
}

/* However it is asked in between, and handed over, it is the same. */
static void
test_survives_being_handed_over (Evening *evening, gconstpointer data)
{
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (CooldownSession) copy = NULL;
  CooldownInstant now;
  CooldownRoutineState here, there;

  wait_minutes (evening, 6);
  happen (evening, "pause");
  wait_minutes (evening, 6);
  happen (evening, "resume");
  wait_minutes (evening, 1);
  variant = g_variant_ref_sink (cooldown_session_to_variant (evening->session));
  copy = cooldown_session_new_from_variant (variant);
  now = cooldown_clock_now (COOLDOWN_CLOCK (evening->clock));
  here = look (evening);
  there = cooldown_routine_fold (copy, &now);
  g_assert_cmpint (here.phase, ==, there.phase);
  g_assert_cmpuint (here.step, ==, there.step);
  g_assert_cmpint (here.since, ==, there.since);
  g_assert_cmpint (here.until, ==, there.until);
  g_assert_cmpint (here.until, ==, 21 * COOLDOWN_MINUTE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Evening, NULL, set_up, test, tear_down)
  ADD ("/routine/runs-by-itself", test_runs_by_itself);
  ADD ("/routine/next-and-back", test_next_and_back);
  ADD ("/routine/pause", test_pause_stops_the_time);
  ADD ("/routine/pause-in-another-step", test_pause_goes_on_in_another_step);
  ADD ("/routine/forgotten-pause", test_forgotten_pause_ends);
  ADD ("/routine/end", test_end_is_the_end);
  ADD ("/routine/restless", test_restless_is_noted_at_any_time);
  ADD ("/routine/sleep-and-restart", test_sleep_and_restart);
  ADD ("/routine/clock", test_clock_that_is_set);
  ADD ("/routine/notice", test_says_each_step_that_begins_by_itself);
  ADD ("/routine/notice-not-when-pressed", test_says_nothing_of_what_was_pressed);
  ADD ("/routine/notice-not-after-sleep", test_sleep_leaves_nothing_to_say);
  ADD ("/routine/handed-over", test_survives_being_handed_over);
#undef ADD
  g_test_add_func ("/routine/note-alone", test_a_note_alone_is_no_routine);
  g_test_add_func ("/routine/steps", test_which_steps_are_possible);
  g_test_add_func ("/routine/how-long-the-wind-down-is", test_how_long_the_wind_down_is);
  g_test_add_func ("/routine/strange-plans", test_strange_plans_do_no_harm);
  return g_test_run ();
}
