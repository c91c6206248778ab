/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent/reminder.h"
#include "core/experiment.h"
#include "fake-clock.h"
#include "pseudo-locale.h"

#include <glib/gstdio.h>

/* Run in a language in which every text is «itself»: whatever is said otherwise was forgotten. */

typedef struct
{
  char *folder;
  CooldownFacts *facts;
  CooldownFakeClock *clock;
  CooldownLedger *ledger;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("cooldown-reminder-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->facts = cooldown_facts_load (&error);
  g_assert_no_error (error);
  fixture->clock = cooldown_fake_clock_new ();
  fixture->ledger = cooldown_ledger_new (COOLDOWN_CLOCK (fixture->clock), fixture->facts,
                                         fixture->folder);
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_no_errno (g_unlink (path));
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->ledger);
  g_assert_finalize_object (fixture->clock);
  cooldown_facts_free (fixture->facts);
  empty_folder (fixture->folder);
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->folder);
}

static void
assert_translated (const char *text)
{
  g_autofree char *fault = pseudo_locale_find_fault (text);

  g_assert_cmpstr (text, !=, "");
  if (fault == NULL)
    return;
  g_test_message ("%s: “%s”", fault, text);
  g_test_fail ();
}

static void
assert_due_translated (Fixture *fixture, const CooldownDueSource *source, const CooldownDue *due)
{
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (fixture->clock));
  g_autoptr (CooldownReminder) reminder = NULL;
  guint slot = 0;

  while (cooldown_due_source (slot) != source)
    slot++;
  reminder = cooldown_reminder_new (fixture->ledger, slot, due, &now);

  assert_translated (reminder->title);
  assert_translated (reminder->body);
  for (guint i = 0; i < reminder->n_buttons; i++)
    assert_translated (reminder->labels[i]);
}

static void
assert_kind_translated (Fixture *fixture, const CooldownDueSource *source, CooldownNoticeKind kind)
{
  const CooldownDue due = { .kind = kind };

  assert_due_translated (fixture, source, &due);
}

/* Every notice of icing, as it is said now. */
static void
assert_ice_translated (Fixture *fixture)
{
  for (CooldownNoticeKind kind = COOLDOWN_NOTICE_ICE_DUE; kind <= COOLDOWN_NOTICE_ICE_DONE; kind++)
    assert_kind_translated (fixture, &cooldown_due_ice, kind);
}

static void
start_ice (Fixture *fixture, const char *side)
{
  g_autoptr (GVariant)
      plan = cooldown_ice_plan_new (&fixture->facts->ice, 10, 3, "toes", side, NULL);

  g_assert_nonnull (plan);
  cooldown_ledger_begin (fixture->ledger, COOLDOWN_SUBJECT_ICE, plan, "start");
}

/* Test the words of all that is said about icing: in the first round and in the second, on either
 * side, and after the computer slept or was off. */
static void
test_ice (Fixture *fixture, gconstpointer data)
{
  const char *side = data;

  start_ice (fixture, side);
  assert_ice_translated (fixture);
  cooldown_ledger_happen (fixture->ledger, COOLDOWN_SUBJECT_ICE, "on", "");
  cooldown_fake_clock_advance (fixture->clock, 11 * COOLDOWN_MINUTE);
  assert_ice_translated (fixture);
  cooldown_ledger_happen (fixture->ledger, COOLDOWN_SUBJECT_ICE, "off", "fine");
  cooldown_fake_clock_advance (fixture->clock, COOLDOWN_HOUR);
  assert_ice_translated (fixture);
  cooldown_ledger_happen (fixture->ledger, COOLDOWN_SUBJECT_ICE, "on", "");
  cooldown_fake_clock_suspend (fixture->clock, 20 * COOLDOWN_MINUTE);
  assert_ice_translated (fixture);
  cooldown_fake_clock_reboot (fixture->clock, COOLDOWN_MINUTE);
  assert_ice_translated (fixture);
}

/* Test the words of the question after the hour, for every kind of workout. */
static void
test_check (Fixture *fixture, gconstpointer data)
{
  for (const char *const *kind = cooldown_workout_kinds (); *kind != NULL; kind++)
    for (CooldownLegs legs = COOLDOWN_LEGS_UNASKED; legs <= COOLDOWN_LEGS_OTHER; legs++)
      {
        CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (fixture->clock));
        CooldownWorkout workout = { *kind, now.wall, 45, COOLDOWN_RPE_NOT_NOTED, legs };

        cooldown_ledger_begin (fixture->ledger, COOLDOWN_SUBJECT_RECOVERY,
                               cooldown_workout_to_plan (&workout), "finish");
        cooldown_fake_clock_advance (fixture->clock, COOLDOWN_HOUR);
        assert_kind_translated (fixture, &cooldown_due_hour, COOLDOWN_NOTICE_RECOVERY_CHECK);
        cooldown_ledger_close (fixture->ledger, COOLDOWN_SUBJECT_RECOVERY);
      }
}

/* Test the words of each step of the wind-down routine. */
static void
test_routine (Fixture *fixture, gconstpointer data)
{
  GVariant *steps = fixture->facts->routine;

  cooldown_ledger_begin (fixture->ledger, COOLDOWN_SUBJECT_EVENING,
                         cooldown_routine_plan_new (steps), "start");
  for (guint i = 0; i < g_variant_n_children (steps); i++)
    {
      assert_kind_translated (fixture, &cooldown_due_routine, COOLDOWN_NOTICE_ROUTINE_STEP);
      cooldown_ledger_happen (fixture->ledger, COOLDOWN_SUBJECT_EVENING, "next", NULL);
    }
}

/* Test the words of the questions about an open episode, of the evening, the morning and the test. */
static void
test_appointments (Fixture *fixture, gconstpointer data)
{
  assert_kind_translated (fixture, &cooldown_due_episode_evening, COOLDOWN_NOTICE_EPISODE_EVENING);
  assert_kind_translated (fixture, &cooldown_due_episode_morning, COOLDOWN_NOTICE_EPISODE_MORNING);
  assert_kind_translated (fixture, &cooldown_due_caffeine, COOLDOWN_NOTICE_CAFFEINE);
  assert_kind_translated (fixture, &cooldown_due_wind_down, COOLDOWN_NOTICE_WIND_DOWN);
  assert_kind_translated (fixture, &cooldown_due_bed, COOLDOWN_NOTICE_BED);
  assert_kind_translated (fixture, &cooldown_due_morning, COOLDOWN_NOTICE_MORNING);
  assert_kind_translated (fixture, &cooldown_due_test, COOLDOWN_NOTICE_TEST);
}

/* Test the words of each turn of every trial on oneself, and of its end. */
static void
test_experiments (Fixture *fixture, gconstpointer data)
{
  for (CooldownFactor factor = 0; factor < COOLDOWN_N_FACTORS; factor++)
    {
      CooldownExperiment trial = { factor, 739945, 7, 7, 0 };
      CooldownDue due = COOLDOWN_DUE_NOTHING;

      if (!cooldown_factor_can_be_tried (factor))
        continue;
      cooldown_ledger_set (fixture->ledger, "experiments",
                           cooldown_experiments_add (NULL, &trial));
      due.kind = COOLDOWN_NOTICE_EXPERIMENT_TURN;
      for (due.round = 1; due.round <= 2; due.round++)
        assert_due_translated (fixture, &cooldown_due_experiment, &due);
    }
  assert_kind_translated (fixture, &cooldown_due_experiment, COOLDOWN_NOTICE_EXPERIMENT_RESULT);
}

#define ADD(path, test, data) g_test_add ("/reminder/" path, Fixture, data, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  pseudo_locale_enter ();
  ADD ("ice-left", test_ice, "left");
  ADD ("ice-right", test_ice, "right");
  ADD ("ice-both", test_ice, "both");
  ADD ("check", test_check, NULL);
  ADD ("routine", test_routine, NULL);
  ADD ("appointments", test_appointments, NULL);
  ADD ("experiments", test_experiments, NULL);
  return g_test_run ();
}
