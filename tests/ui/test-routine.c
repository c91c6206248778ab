/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evening-desk.h"
#include "ui/evening-page.h"
#include "ui/now-subject.h"
#include "ui/routine-list.h"
#include "ui/routine-stage.h"
#include "ui/stretch-guide.h"
#include "ui/window-tab.h"

/* The window's side of the wind-down routine. Bed is at 22:00, the wind-down 40 minutes long. */

static Desk desk;

static GtkWidget *
find_main (void)
{
  return cooldown_window_tab_page_find_main (desk_find (&desk, COOLDOWN_TYPE_EVENING_PAGE));
}

/* What is said about the agent's steps is what it is told to go through. */
static void
test_start (void)
{
  evening_open (&desk);
  g_assert_null (evening_find_button (&desk, "Legs Restless Now"));
  g_assert_true (find_main () == evening_find_button (&desk, "Start Wind-Down"));
  evening_assert_pressing (
      &desk, "Start Wind-Down",
      "evening-start {'steps': <[('walk', uint32 5), ('stretch', 10), ('massage', 5), "
      "('bath', 10), ('quiet', 10)]>}");
}

/* From three hours before the wind-down until noon restless legs come first. */
static void
test_restless_first (void)
{
  evening_open (&desk);
  evening_set_time (&desk, 18 * 60 + 19);
  g_assert_null (evening_find_button (&desk, "Legs Restless Now"));
  evening_set_time (&desk, 18 * 60 + 20);
  g_assert_true (evening_is_suggested (&desk, "Legs Restless Now"));
  g_assert_false (evening_is_suggested (&desk, "Start Wind-Down"));
  g_assert_true (gtk_widget_get_next_sibling (evening_find_button (&desk, "Legs Restless Now")) ==
                 evening_find_button (&desk, "Start Wind-Down"));
  evening_set_time (&desk, 24 * 60 + 11 * 60 + 59);
  g_assert_true (evening_is_suggested (&desk, "Legs Restless Now"));
  evening_set_time (&desk, 24 * 60 + 12 * 60);
  g_assert_null (evening_find_button (&desk, "Legs Restless Now"));
  g_assert_true (evening_is_suggested (&desk, "Start Wind-Down"));
}

/* What is not for the user is not begun either; where nothing is left there is nothing to begin. */
static void
test_left_out_of_the_start (void)
{
  static const char *const ticks[] = { "side-one", "where-calf", "feel-pain", "you-heart", NULL };

  evening_open (&desk);
  evening_tick (&desk, ticks);
  evening_assert_pressing (&desk, "Start Wind-Down",
                           "evening-start {'steps': <[('walk', uint32 5), ('stretch', 10), "
                           "('quiet', 10)]>}");
  fake_agent_set (desk.agent, "setting", "routine",
                  g_variant_new_parsed ("[('massage', uint32 20)]"));
  desk_settle (&desk);
  g_assert_null (evening_find_button (&desk, "Start Wind-Down"));
}

static void
test_step (void)
{
  const GType stage = COOLDOWN_TYPE_ROUTINE_STAGE;

  evening_open_scene (&desk, "routine-walk");
  evening_assert_says (&desk, stage, "Step 1 of 4\nEasy walk\n");
  evening_assert_says (&desk, stage, "04:00\n");
  evening_assert_says (&desk, stage, "until 21:05\n");
  evening_assert_says (&desk, stage, "Then: Stretch calves, thighs and hips, 10 min");
  evening_assert_says (&desk, stage, "Common advice");
  g_assert_null (evening_find_button (&desk, "Start Wind-Down"));
  g_assert_null (evening_find_button (&desk, "Back"));
  g_assert_true (find_main () == evening_find_button (&desk, "Next Step"));
  evening_assert_pressing (&desk, "Next Step", "evening-step 'next'");
  evening_assert_pressing (&desk, "Pause", "evening-pause ");
  evening_assert_pressing (&desk, "End", "evening-end ");
}

/* The evidence is one click away. */
static void
test_why (void)
{
  GtkWidget *why;

  evening_open_scene (&desk, "routine-stretch");
  evening_assert_says_not (&desk, COOLDOWN_TYPE_ROUTINE_STAGE, "of gentle yoga ran for 12 weeks");
  why = find_mapped (desk_find (&desk, COOLDOWN_TYPE_ROUTINE_STAGE), ADW_TYPE_EXPANDER_ROW, 0);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (why), TRUE);
  desk_settle (&desk);
  evening_assert_says (&desk, COOLDOWN_TYPE_ROUTINE_STAGE, "of gentle yoga ran for 12 weeks");
}

/* Which of the stretches is done now. */
static void
assert_turn (const char *name)
{
  g_autofree char *words = g_strdup_printf ("%s\nNow\n", name);

  evening_assert_says (&desk, COOLDOWN_TYPE_STRETCH_GUIDE, words);
}

static void
test_stretches (void)
{
  evening_open_scene (&desk, "routine-stretch");
  evening_assert_says (&desk, COOLDOWN_TYPE_ROUTINE_STAGE,
                       "Step 2 of 4\nStretch calves, thighs and hips\n");
  evening_assert_says (&desk, COOLDOWN_TYPE_ROUTINE_STAGE, "06:00\n");
  evening_assert_says (&desk, COOLDOWN_TYPE_STRETCH_GUIDE, "Hands on the wall");
  evening_assert_says (&desk, COOLDOWN_TYPE_STRETCH_GUIDE, "Sit on the edge of a chair");
  evening_assert_says (&desk, COOLDOWN_TYPE_STRETCH_GUIDE, "Lie on your back");
  /* Four of ten minutes have passed. */
  assert_turn ("Backs of the thighs");
  evening_wait (&desk, 3);
  assert_turn ("Hips");
  evening_assert_pressing (&desk, "Back", "evening-back ");
}

/* Each has an equal share of the time. */
static void
test_turns (void)
{
  g_assert_cmpuint (cooldown_stretch_guide_find_turn (3, 0, 600), ==, 0);
  g_assert_cmpuint (cooldown_stretch_guide_find_turn (3, 199, 600), ==, 0);
  g_assert_cmpuint (cooldown_stretch_guide_find_turn (3, 200, 600), ==, 1);
  g_assert_cmpuint (cooldown_stretch_guide_find_turn (3, 400, 600), ==, 2);
  g_assert_cmpuint (cooldown_stretch_guide_find_turn (3, 600, 600), ==, 2);
  g_assert_cmpuint (cooldown_stretch_guide_find_turn (3, -1, 600), ==, 0);
  g_assert_cmpuint (cooldown_stretch_guide_find_turn (3, 5, 0), ==, 0);
}

static void
test_paused (void)
{
  evening_open_scene (&desk, "routine-paused");
  evening_assert_says (&desk, COOLDOWN_TYPE_ROUTINE_STAGE, "06:00\n");
  evening_assert_says (&desk, COOLDOWN_TYPE_ROUTINE_STAGE, "Paused. Ends by itself at 23:06");
  g_assert_null (evening_find_button (&desk, "Pause"));
  g_assert_true (find_main () == evening_find_button (&desk, "Resume"));
  evening_assert_pressing (&desk, "Resume", "evening-resume ");
  evening_assert_pressing (&desk, "Next Step", "evening-step 'next'");
}

/* A step that is not for the user says so, not how it is done. */
static void
test_left_out (void)
{
  evening_open_scene (&desk, "routine-left-out");
  evening_assert_says (&desk, COOLDOWN_TYPE_ROUTINE_STAGE,
                       "Step 3 of 4\nLeg or foot massage\nLeave out: Massage");
  evening_assert_says_not (&desk, COOLDOWN_TYPE_ROUTINE_STAGE, "Rub or knead");
  evening_assert_says_not (&desk, COOLDOWN_TYPE_ROUTINE_STAGE, "Why this?");
  g_assert_true (evening_is_suggested (&desk, "Next Step"));
}

/* A warning sign ends all that; the routine can only be ended. */
static void
test_warning_sign (void)
{
  evening_open_scene (&desk, "routine-stopped");
  evening_assert_says (&desk, COOLDOWN_TYPE_ROUTINE_STAGE, "A warning sign is ticked");
  g_assert_null (evening_find_button (&desk, "Next Step"));
  g_assert_null (evening_find_button (&desk, "Pause"));
  evening_assert_pressing (&desk, "End", "evening-end ");
  fake_agent_set_session (desk.agent, "evening", NULL);
  desk_settle (&desk);
  g_assert_null (evening_find_button (&desk, "Start Wind-Down"));
}

/* It ends with the screen off: nothing is left to do but to put it away. */
static void
test_finished (void)
{
  GtkWidget *list;

  evening_open_scene (&desk, "routine-finished");
  list = gtk_widget_get_parent (desk_find (&desk, COOLDOWN_TYPE_ROUTINE_LIST));
  evening_assert_says (&desk, COOLDOWN_TYPE_ROUTINE_STAGE,
                       "That was it\nScreen off, good night.\nDone\n");
  g_assert_null (find_main ());
  g_assert_true (gtk_widget_has_css_class (list, "cd-dimmed"));
  evening_assert_pressing (&desk, "Done", "evening-end ");
  fake_agent_set_session (desk.agent, "evening", NULL);
  desk_settle (&desk);
  g_assert_false (gtk_widget_has_css_class (list, "cd-dimmed"));
  g_assert_nonnull (evening_find_button (&desk, "Start Wind-Down"));
}

/* The next day it has gone, seen or not. */
static void
test_finished_long_ago (void)
{
  evening_open_scene (&desk, "routine-finished");
  evening_wait (&desk, 5 * 60);
  g_assert_nonnull (evening_find_button (&desk, "Done"));
  evening_wait (&desk, 60);
  g_assert_null (evening_find_button (&desk, "Done"));
  g_assert_nonnull (evening_find_button (&desk, "Start Wind-Down"));
}

/* One that something else than the page began, before there is a bedtime. */
static void
test_without_bedtime (void)
{
  evening_open_scene (&desk, "routine-walk");
  fake_agent_set (desk.agent, "setting", "bedtime", NULL);
  desk_settle (&desk);
  g_assert_true (find_main () == evening_find_button (&desk, "Next Step"));
  g_assert_null (evening_find_button (&desk, "Set Bedtime"));
  evening_wait (&desk, 40);
  g_assert_nonnull (evening_find_button (&desk, "Done"));
  fake_agent_set_session (desk.agent, "evening", NULL);
  desk_settle (&desk);
  g_assert_true (find_main () == evening_find_button (&desk, "Set Bedtime"));
}

/* One that was ended is gone at once. */
static void
test_ended (void)
{
  CooldownSession *session;
  CooldownInstant now;

  evening_open_scene (&desk, "routine-walk");
  session = cooldown_app_state_get_evening_session (desk.state);
  now = cooldown_clock_now (COOLDOWN_CLOCK (desk.clock));
  cooldown_session_append (session, "end", "", &now);
  fake_agent_set_session (desk.agent, "evening", session);
  desk_settle (&desk);
  g_assert_null (evening_find_button (&desk, "Next Step"));
  g_assert_nonnull (evening_find_button (&desk, "Start Wind-Down"));
}

/* Whoever started with the keyboard goes on with it. */
static void
test_focus (void)
{
  evening_open (&desk);
  gtk_widget_grab_focus (evening_find_button (&desk, "Start Wind-Down"));
  g_assert_true (evening_has_focus (&desk, evening_find_button (&desk, "Start Wind-Down")));
  evening_arrange (&desk, "routine-walk");
  g_assert_true (evening_has_focus (&desk, evening_find_button (&desk, "Next Step")));
  evening_wait (&desk, 28);
  g_assert_true (evening_has_focus (&desk, evening_find_button (&desk, "Next Step")));
  evening_wait (&desk, 1);
  g_assert_true (evening_has_focus (&desk, evening_find_button (&desk, "Done")));
}

static CooldownNowSubject *
find_subject (const char *tab)
{
  return cooldown_now_subject_find (desk.state, tab);
}

static void
test_now_bar (void)
{
  CooldownNowSubject *subject;

  evening_open_scene (&desk, "routine-walk");
  g_assert_null (find_subject ("evening"));
  subject = find_subject ("check");
  g_assert_cmpstr (subject->title, ==, "Easy walk, 4 min left");
  g_assert_cmpstr (subject->detail, ==, "Step 1 of 4, until 21:05");
  g_assert_cmpstr (subject->tab, ==, "evening");
  cooldown_now_subject_free (subject);
  evening_open_scene (&desk, "routine-paused");
  subject = find_subject ("check");
  g_assert_cmpstr (subject->title, ==, "Paused: Stretch calves, thighs and hips");
  cooldown_now_subject_free (subject);
  evening_open_scene (&desk, "routine-finished");
  g_assert_null (find_subject ("check"));
}

/* From some hours before the wind-down until the night is over, on every other tab. */
static void
test_restless_in_now_bar (void)
{
  CooldownNowSubject *subject;

  evening_open (&desk);
  g_assert_null (find_subject ("check"));
  evening_wait (&desk, 2 * 60);
  subject = find_subject ("check");
  g_assert_nonnull (subject);
  g_assert_cmpstr (subject->button, ==, "Legs Restless Now");
  g_assert_cmpint (subject->deed, ==, COOLDOWN_NOW_DEED_RESTLESS);
  cooldown_now_subject_free (subject);
  g_assert_null (find_subject ("evening"));
  /* At 6:00 it is still night, at 7:00 it is morning. */
  evening_wait (&desk, 11 * 60);
  subject = find_subject ("check");
  g_assert_nonnull (subject);
  cooldown_now_subject_free (subject);
  evening_wait (&desk, 60);
  g_assert_null (find_subject ("check"));
}

int
main (int argc, char *argv[])
{
  int failed;

  desk_begin_tests (&argc, &argv);
  desk_open (&desk);
  g_test_add_func ("/routine/start", test_start);
  g_test_add_func ("/routine/restless-first", test_restless_first);
  g_test_add_func ("/routine/left-out-of-the-start", test_left_out_of_the_start);
  g_test_add_func ("/routine/step", test_step);
  g_test_add_func ("/routine/why", test_why);
  g_test_add_func ("/routine/stretches", test_stretches);
  g_test_add_func ("/routine/turns", test_turns);
  g_test_add_func ("/routine/paused", test_paused);
  g_test_add_func ("/routine/left-out", test_left_out);
  g_test_add_func ("/routine/warning-sign", test_warning_sign);
  g_test_add_func ("/routine/finished", test_finished);
  g_test_add_func ("/routine/finished-long-ago", test_finished_long_ago);
  g_test_add_func ("/routine/without-bedtime", test_without_bedtime);
  g_test_add_func ("/routine/ended", test_ended);
  g_test_add_func ("/routine/focus", test_focus);
  g_test_add_func ("/routine/now-bar", test_now_bar);
  g_test_add_func ("/routine/restless-in-now-bar", test_restless_in_now_bar);
  failed = g_test_run ();
  desk_close (&desk);
  return failed;
}
