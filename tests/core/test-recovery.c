/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/recovery.h"
#include "fake-clock.h"

static const CooldownRecoveryRules rules = {
  .check_after = 60 * COOLDOWN_MINUTE,
  .lapses = 3 * COOLDOWN_HOUR,
};

typedef struct
{
  CooldownFakeClock *clock;
  CooldownSession *session;
} Hour;

/* A workout that ended @data minutes before it was noted. */
static void
set_up (Hour *hour, gconstpointer data)
{
  CooldownWorkout workout = { .kind = "run", .minutes = 45, .rpe = 5,
                              .legs = COOLDOWN_LEGS_TINGLING };
  CooldownInstant now;

  hour->clock = cooldown_fake_clock_new ();
  now = cooldown_clock_now (COOLDOWN_CLOCK (hour->clock));
  workout.ended = now.wall - GPOINTER_TO_INT (data) * COOLDOWN_MINUTE;
  hour->session = cooldown_session_new ("recovery", cooldown_workout_to_plan (&workout));
  cooldown_session_append (hour->session, "finish", NULL, &now);
}

static void
tear_down (Hour *hour, gconstpointer data)
{
  g_assert_finalize_object (hour->session);
  g_assert_finalize_object (hour->clock);
}

static void
happen (Hour *hour, const char *event, const char *arg)
{
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (hour->clock));

  cooldown_session_append (hour->session, event, arg, &now);
}

static CooldownRecoveryState
look (Hour *hour)
{
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (hour->clock));

  return cooldown_recovery_fold (&rules, hour->session, &now);
}

static CooldownNoticeKind
listen (Hour *hour)
{
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (hour->clock));
  CooldownRecoveryState state = look (hour);

  return cooldown_recovery_get_notice (&state, cooldown_session_get_axis (hour->session, &now))
    .kind;
}

/* The question comes an hour after the workout ended, not an hour after it was noted. */
static void
test_question_comes (Hour *hour, gconstpointer data)
{
  gint64 left = (60 - GPOINTER_TO_INT (data)) * COOLDOWN_MINUTE;

  if (left > 0)
    {
      cooldown_fake_clock_advance (hour->clock, left - 1);
      g_assert_cmpint (look (hour).phase, ==, COOLDOWN_RECOVERY_HOUR);
      g_assert_cmpint (listen (hour), ==, COOLDOWN_NOTICE_NONE);
      cooldown_fake_clock_advance (hour->clock, 1);
    }
  g_assert_cmpint (look (hour).phase, ==, COOLDOWN_RECOVERY_CHECK);
  g_assert_cmpint (listen (hour), ==, COOLDOWN_NOTICE_RECOVERY_CHECK);
}

/* Suspend counts; a clock that is set does not. */
static void
test_clocks (Hour *hour, gconstpointer data)
{
  cooldown_fake_clock_set_wall (hour->clock, 0);
  cooldown_fake_clock_suspend (hour->clock, 59 * COOLDOWN_MINUTE);
  g_assert_cmpint (look (hour).phase, ==, COOLDOWN_RECOVERY_HOUR);
  cooldown_fake_clock_suspend (hour->clock, COOLDOWN_MINUTE);
  g_assert_cmpint (look (hour).phase, ==, COOLDOWN_RECOVERY_CHECK);
}

static void
test_lapses (Hour *hour, gconstpointer data)
{
  cooldown_fake_clock_advance (hour->clock, 4 * COOLDOWN_HOUR - 1);
  g_assert_cmpint (look (hour).phase, ==, COOLDOWN_RECOVERY_CHECK);
  cooldown_fake_clock_advance (hour->clock, 1);
  g_assert_cmpint (look (hour).phase, ==, COOLDOWN_RECOVERY_LAPSED);
  g_assert_cmpint (listen (hour), ==, COOLDOWN_NOTICE_NONE);
}

/* After a restart wall time takes over, and the next event anchors the hour anew. */
static void
test_reboot (Hour *hour, gconstpointer data)
{
  cooldown_fake_clock_advance (hour->clock, 10 * COOLDOWN_MINUTE);
  cooldown_fake_clock_reboot (hour->clock, 20 * COOLDOWN_MINUTE);
  happen (hour, "away", "reboot");
  cooldown_fake_clock_set_wall (hour->clock, 0);
  cooldown_fake_clock_advance (hour->clock, 30 * COOLDOWN_MINUTE - 1);
  g_assert_cmpint (look (hour).phase, ==, COOLDOWN_RECOVERY_HOUR);
  cooldown_fake_clock_advance (hour->clock, 1);
  g_assert_cmpint (look (hour).phase, ==, COOLDOWN_RECOVERY_CHECK);
}

static const struct
{
  const char *answer;
  CooldownRecoveryPhase phase;
  const char *then;
  CooldownRecoveryPhase then_phase;
} answers[] = {
  { "none", COOLDOWN_RECOVERY_FINE, "still", COOLDOWN_RECOVERY_FINE },
  { "gone", COOLDOWN_RECOVERY_GONE, "worse", COOLDOWN_RECOVERY_GONE },
  { "still", COOLDOWN_RECOVERY_STILL, "worse", COOLDOWN_RECOVERY_WORSE },
  { "still", COOLDOWN_RECOVERY_STILL, "gone", COOLDOWN_RECOVERY_GONE },
  { "worse", COOLDOWN_RECOVERY_WORSE, "gone", COOLDOWN_RECOVERY_GONE },
  { "nonsense", COOLDOWN_RECOVERY_HOUR, "", COOLDOWN_RECOVERY_HOUR },
};

/* Answers count at any time of the hour, and twice counts once. */
static void
test_answers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      Hour hour = { NULL };

      set_up (&hour, NULL);
      cooldown_fake_clock_advance (hour.clock, 20 * COOLDOWN_MINUTE);
      happen (&hour, "check-in", answers[i].answer);
      happen (&hour, "check-in", answers[i].answer);
      g_assert_cmpint (look (&hour).phase, ==, answers[i].phase);
      happen (&hour, "check-in", answers[i].then);
      g_assert_cmpint (look (&hour).phase, ==, answers[i].then_phase);
      if (answers[i].phase != COOLDOWN_RECOVERY_HOUR)
        {
          cooldown_fake_clock_advance (hour.clock, 5 * COOLDOWN_HOUR);
          g_assert_cmpint (listen (&hour), ==, COOLDOWN_NOTICE_NONE);
        }
      tear_down (&hour, NULL);
    }
}

/* Who says *still there* before the hour is asked at the hour all the same. */
static void
test_still_early (Hour *hour, gconstpointer data)
{
  cooldown_fake_clock_advance (hour->clock, 20 * COOLDOWN_MINUTE);
  happen (hour, "check-in", "still");
  g_assert_cmpint (listen (hour), ==, COOLDOWN_NOTICE_NONE);
  cooldown_fake_clock_advance (hour->clock, 40 * COOLDOWN_MINUTE);
  g_assert_cmpint (look (hour).phase, ==, COOLDOWN_RECOVERY_STILL);
  g_assert_cmpint (listen (hour), ==, COOLDOWN_NOTICE_RECOVERY_CHECK);
  happen (hour, "check-in", "still");
  g_assert_cmpint (listen (hour), ==, COOLDOWN_NOTICE_NONE);
  cooldown_fake_clock_advance (hour->clock, COOLDOWN_HOUR);
  g_assert_cmpint (listen (hour), ==, COOLDOWN_NOTICE_NONE);
}

static void
test_steps (Hour *hour, gconstpointer data)
{
  g_assert_cmpint (cooldown_recovery_step_done (hour->session, "loosen"), ==, 0);
  cooldown_fake_clock_advance (hour->clock, COOLDOWN_MINUTE);
  happen (hour, "step", "loosen");
  g_assert_cmpint (cooldown_recovery_step_done (hour->session, "loosen"), ==,
                   COOLDOWN_FAKE_CLOCK_START + COOLDOWN_MINUTE);
  g_assert_cmpint (cooldown_recovery_step_done (hour->session, "drink"), ==, 0);
  happen (hour, "unstep", "loosen");
  g_assert_cmpint (cooldown_recovery_step_done (hour->session, "loosen"), ==, 0);
}

static void
test_bad_workouts (void)
{
  static const struct
  {
    const char *plan;
    int code;
  } cases[] = {
    { "@a{sv} {}", COOLDOWN_WORKOUT_ERROR_KIND },
    { "{'kind': <'fly'>, 'ended': <int64 5>, 'minutes': <uint32 5>}",
      COOLDOWN_WORKOUT_ERROR_KIND },
    { "{'kind': <7>, 'ended': <int64 5>, 'minutes': <uint32 5>}", COOLDOWN_WORKOUT_ERROR_KIND },
    { "{'kind': <'run'>, 'minutes': <uint32 5>}", COOLDOWN_WORKOUT_ERROR_ENDED },
    { "{'kind': <'run'>, 'ended': <int64 -5>, 'minutes': <uint32 5>}",
      COOLDOWN_WORKOUT_ERROR_ENDED },
    { "{'kind': <'run'>, 'ended': <int64 9223372036854775807>, 'minutes': <uint32 5>}",
      COOLDOWN_WORKOUT_ERROR_ENDED },
    { "{'kind': <'run'>, 'ended': <int64 5>}", COOLDOWN_WORKOUT_ERROR_MINUTES },
    { "{'kind': <'run'>, 'ended': <int64 5>, 'minutes': <uint32 0>}",
      COOLDOWN_WORKOUT_ERROR_MINUTES },
    { "{'kind': <'run'>, 'ended': <int64 5>, 'minutes': <uint32 1441>}",
      COOLDOWN_WORKOUT_ERROR_MINUTES },
    { "{'kind': <'run'>, 'ended': <int64 5>, 'minutes': <uint32 5>, 'rpe': <uint32 11>}",
      COOLDOWN_WORKOUT_ERROR_RPE },
    { "{'kind': <'run'>, 'ended': <int64 5>, 'minutes': <uint32 5>, 'legs': <'sore'>}",
      COOLDOWN_WORKOUT_ERROR_LEGS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GVariant) plan =
        g_variant_parse (G_VARIANT_TYPE_VARDICT, cases[i].plan, NULL, NULL, NULL);
      g_autoptr (GError) error = NULL;
      CooldownWorkout workout;

      g_assert_nonnull (plan);
      g_assert_false (cooldown_workout_from_plan (plan, &workout, &error));
      g_assert_error (error, COOLDOWN_WORKOUT_ERROR, cases[i].code);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/recovery/question/now", Hour, GINT_TO_POINTER (0), set_up, test_question_comes,
              tear_down);
  g_test_add ("/recovery/question/noted-late", Hour, GINT_TO_POINTER (20), set_up,
              test_question_comes, tear_down);
  g_test_add ("/recovery/question/noted-after-the-hour", Hour, GINT_TO_POINTER (90), set_up,
              test_question_comes, tear_down);
  g_test_add ("/recovery/clocks", Hour, NULL, set_up, test_clocks, tear_down);
  g_test_add ("/recovery/lapses", Hour, NULL, set_up, test_lapses, tear_down);
  g_test_add ("/recovery/reboot", Hour, NULL, set_up, test_reboot, tear_down);
  g_test_add ("/recovery/still-early", Hour, NULL, set_up, test_still_early, tear_down);
  g_test_add ("/recovery/steps", Hour, NULL, set_up, test_steps, tear_down);
  g_test_add_func ("/recovery/answers", test_answers);
  g_test_add_func ("/recovery/bad-workouts", test_bad_workouts);
  return g_test_run ();
}
