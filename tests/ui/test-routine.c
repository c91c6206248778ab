/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenes-routine.h"

#include "core/evening.h"
#include "ui/evening-hero.h"
#include "ui/evening-page.h"
#include "ui/evening-plan.h"
#include "ui/now-subject.h"
#include "ui/routine-change.h"
#include "ui/routine-list.h"
#include "ui/routine-row.h"
#include "ui/routine-stage.h"
#include "ui/stretch-guide.h"
#include "ui/window-tab.h"

#include <string.h>

/* The window's side of the wind-down routine. Bed is at 22:00, the wind-down 40 minutes long. */

static Desk desk;

static void
tick (const char *const *items)
{
  fake_agent_set (desk.agent, "setting", "check.ticks", g_variant_new_strv (items, -1));
  desk_settle (&desk);
}

/* Something that the window draws itself anew for. */
static void
stir (void)
{
  static gboolean discreet;

  discreet = !discreet;
  fake_agent_set (desk.agent, "setting", "discreet", g_variant_new_boolean (discreet));
  desk_settle (&desk);
}

/* The time of the day, or of the morning after it. */
static void
set_time (int minutes)
{
  cooldown_fake_clock_set_wall (
      desk.clock, cooldown_local_time_on (COOLDOWN_CLOCK (desk.clock), "2026-11-22", minutes));
  stir ();
}

static void
wait_minutes (int minutes)
{
  cooldown_fake_clock_advance (desk.clock, minutes * COOLDOWN_MINUTE);
  stir ();
}

static void
open_page (void)
{
  desk_forget (&desk);
  fake_agent_set (desk.agent, "setting", "bedtime", g_variant_new_int32 (22 * 60));
  desk_settle (&desk);
  desk_show (&desk, "evening");
}

static void
arrange (const char *name)
{
  guint n_scenes;
  const Scene *scenes = routine_scenes_get (&n_scenes);

  for (guint i = 0; i < n_scenes; i++)
    if (strcmp (scenes[i].name, name) == 0)
      scenes[i].arrange (&desk);
  desk_settle (&desk);
}

static void
open_scene (const char *name)
{
  open_page ();
  arrange (name);
}

static GtkWidget *
find_button_in (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button_in (child, label);
  return found;
}

static GtkWidget *
find_button (const char *label)
{
  return find_button_in (desk_find (&desk, COOLDOWN_TYPE_EVENING_PAGE), label);
}

static gboolean
is_suggested (const char *label)
{
  return gtk_widget_has_css_class (find_button (label), "suggested-action");
}

/* Presses a button, and what the agent is told is that command. */
static void
assert_pressing (const char *label, const char *expected)
{
  g_autofree char *command = NULL;

  while ((command = fake_agent_take_command (desk.agent)) != NULL)
    g_clear_pointer (&command, g_free);
  g_signal_emit_by_name (find_button (label), "clicked");
  desk_settle (&desk);
  do
    {
      g_free (command);
      command = fake_agent_take_command (desk.agent);
      g_assert_nonnull (command);
    }
  while (!g_str_has_prefix (command, "evening-"));
  g_assert_cmpstr (command, ==, expected);
}

static void
assert_says (GType type, const char *words)
{
  g_autofree char *seen = read_mapped (desk_find (&desk, type));

  if (strstr (seen, words) == NULL)
    g_error ("“%s” is not in “%s”", words, seen);
}

static void
assert_says_not (GType type, const char *words)
{
  g_autofree char *seen = read_mapped (desk_find (&desk, type));

  g_assert_null (strstr (seen, words));
}

static GtkWidget *
find_main (void)
{
  return cooldown_window_tab_page_find_main (desk_find (&desk, COOLDOWN_TYPE_EVENING_PAGE));
}

/* What is said about the agent's steps is what it is told to go through. */
static void
test_start (void)
{
  open_page ();
  g_assert_null (find_button ("Legs Restless Now"));
  g_assert_true (find_main () == find_button ("Start Wind-Down"));
  assert_pressing ("Start Wind-Down",
                   "evening-start {'steps': <[('walk', uint32 5), ('stretch', 10), ('massage', 5), "
                   "('bath', 10), ('quiet', 10)]>}");
}

/* From three hours before the wind-down until noon restless legs come first. */
static void
test_restless_first (void)
{
  open_page ();
  set_time (18 * 60 + 19);
  g_assert_null (find_button ("Legs Restless Now"));
  set_time (18 * 60 + 20);
  g_assert_true (is_suggested ("Legs Restless Now"));
  g_assert_false (is_suggested ("Start Wind-Down"));
  g_assert_true (gtk_widget_get_next_sibling (find_button ("Legs Restless Now")) ==
                 find_button ("Start Wind-Down"));
  set_time (24 * 60 + 11 * 60 + 59);
  g_assert_true (is_suggested ("Legs Restless Now"));
  set_time (24 * 60 + 12 * 60);
  g_assert_null (find_button ("Legs Restless Now"));
  g_assert_true (is_suggested ("Start Wind-Down"));
}

/* What is not for the user is not begun either; where nothing is left there is nothing to begin. */
static void
test_left_out_of_the_start (void)
{
  static const char *const ticks[] = { "side-one", "where-calf", "feel-pain", "you-heart", NULL };

  open_page ();
  tick (ticks);
  assert_pressing ("Start Wind-Down",
                   "evening-start {'steps': <[('walk', uint32 5), ('stretch', 10), "
                   "('quiet', 10)]>}");
  fake_agent_set (desk.agent, "setting", "routine",
                  g_variant_new_parsed ("[('massage', uint32 20)]"));
  desk_settle (&desk);
  g_assert_null (find_button ("Start Wind-Down"));
}

static void
test_step (void)
{
  const GType stage = COOLDOWN_TYPE_ROUTINE_STAGE;

  open_scene ("routine-walk");
  assert_says (stage, "Step 1 of 4\nEasy walk\n");
  assert_says (stage, "04:00\n");
  assert_says (stage, "until 21:05\n");
  assert_says (stage, "Then: Stretch calves, thighs and hips, 10 min");
  assert_says (stage, "Common advice");
  g_assert_null (find_button ("Start Wind-Down"));
  g_assert_null (find_button ("Back"));
  g_assert_true (find_main () == find_button ("Next Step"));
  assert_pressing ("Next Step", "evening-step 'next'");
  assert_pressing ("Pause", "evening-pause ");
  assert_pressing ("End", "evening-end ");
}

/* The evidence is one click away. */
static void
test_why (void)
{
  GtkWidget *why;

  open_scene ("routine-stretch");
  assert_says_not (COOLDOWN_TYPE_ROUTINE_STAGE, "of gentle yoga ran for 12 weeks");
  why = find_mapped (desk_find (&desk, COOLDOWN_TYPE_ROUTINE_STAGE), ADW_TYPE_EXPANDER_ROW, 0);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (why), TRUE);
  desk_settle (&desk);
  assert_says (COOLDOWN_TYPE_ROUTINE_STAGE, "of gentle yoga ran for 12 weeks");
}

/* Which of the stretches is done now. */
static void
assert_turn (const char *name)
{
  g_autofree char *words = g_strdup_printf ("%s\nNow\n", name);

  assert_says (COOLDOWN_TYPE_STRETCH_GUIDE, words);
}

static void
test_stretches (void)
{
  open_scene ("routine-stretch");
  assert_says (COOLDOWN_TYPE_ROUTINE_STAGE, "Step 2 of 4\nStretch calves, thighs and hips\n");
  assert_says (COOLDOWN_TYPE_ROUTINE_STAGE, "06:00\n");
  assert_says (COOLDOWN_TYPE_STRETCH_GUIDE, "Hands on the wall");
  assert_says (COOLDOWN_TYPE_STRETCH_GUIDE, "Sit on the edge of a chair");
  assert_says (COOLDOWN_TYPE_STRETCH_GUIDE, "Lie on your back");
  /* Four of ten minutes have passed. */
  assert_turn ("Backs of the thighs");
  wait_minutes (3);
  assert_turn ("Hips");
  assert_pressing ("Back", "evening-back ");
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
  open_scene ("routine-paused");
  assert_says (COOLDOWN_TYPE_ROUTINE_STAGE, "06:00\n");
  assert_says (COOLDOWN_TYPE_ROUTINE_STAGE, "Paused. Ends by itself at 23:06");
  g_assert_null (find_button ("Pause"));
  g_assert_true (find_main () == find_button ("Resume"));
  assert_pressing ("Resume", "evening-resume ");
  assert_pressing ("Next Step", "evening-step 'next'");
}

/* A step that is not for the user says so, not how it is done. */
static void
test_left_out (void)
{
  open_scene ("routine-left-out");
  assert_says (COOLDOWN_TYPE_ROUTINE_STAGE, "Step 3 of 4\nLeg or foot massage\nLeave out: Massage");
  assert_says_not (COOLDOWN_TYPE_ROUTINE_STAGE, "Rub or knead");
  assert_says_not (COOLDOWN_TYPE_ROUTINE_STAGE, "Why this?");
  g_assert_true (is_suggested ("Next Step"));
}

/* A warning sign ends all that; the routine can only be ended. */
static void
test_warning_sign (void)
{
  open_scene ("routine-stopped");
  assert_says (COOLDOWN_TYPE_ROUTINE_STAGE, "A warning sign is ticked");
  g_assert_null (find_button ("Next Step"));
  g_assert_null (find_button ("Pause"));
  assert_pressing ("End", "evening-end ");
  fake_agent_set_session (desk.agent, "evening", NULL);
  desk_settle (&desk);
  g_assert_null (find_button ("Start Wind-Down"));
}

/* It ends with the screen off: nothing is left to do but to put it away. */
static void
test_finished (void)
{
  GtkWidget *list;

  open_scene ("routine-finished");
  list = gtk_widget_get_parent (desk_find (&desk, COOLDOWN_TYPE_ROUTINE_LIST));
  assert_says (COOLDOWN_TYPE_ROUTINE_STAGE, "That was it\nScreen off, good night.\nDone\n");
  g_assert_null (find_main ());
  g_assert_true (gtk_widget_has_css_class (list, "cd-dimmed"));
  assert_pressing ("Done", "evening-end ");
  fake_agent_set_session (desk.agent, "evening", NULL);
  desk_settle (&desk);
  g_assert_false (gtk_widget_has_css_class (list, "cd-dimmed"));
  g_assert_nonnull (find_button ("Start Wind-Down"));
}

/* The next day it has gone, seen or not. */
static void
test_finished_long_ago (void)
{
  open_scene ("routine-finished");
  wait_minutes (5 * 60);
  g_assert_nonnull (find_button ("Done"));
  wait_minutes (60);
  g_assert_null (find_button ("Done"));
  g_assert_nonnull (find_button ("Start Wind-Down"));
}

/* One that something else than the page began, before there is a bedtime. */
static void
test_without_bedtime (void)
{
  open_scene ("routine-walk");
  fake_agent_set (desk.agent, "setting", "bedtime", NULL);
  desk_settle (&desk);
  g_assert_true (find_main () == find_button ("Next Step"));
  g_assert_null (find_button ("Set Bedtime"));
  wait_minutes (40);
  g_assert_nonnull (find_button ("Done"));
  fake_agent_set_session (desk.agent, "evening", NULL);
  desk_settle (&desk);
  g_assert_true (find_main () == find_button ("Set Bedtime"));
}

/* One that was ended is gone at once. */
static void
test_ended (void)
{
  CooldownSession *session;
  CooldownInstant now;

  open_scene ("routine-walk");
  session = cooldown_app_state_get_evening_session (desk.state);
  now = cooldown_clock_now (COOLDOWN_CLOCK (desk.clock));
  cooldown_session_append (session, "end", "", &now);
  fake_agent_set_session (desk.agent, "evening", session);
  desk_settle (&desk);
  g_assert_null (find_button ("Next Step"));
  g_assert_nonnull (find_button ("Start Wind-Down"));
}

/* Whoever started with the keyboard goes on with it. */
static gboolean
has_focus (GtkWidget *widget)
{
  return gtk_root_get_focus (gtk_widget_get_root (widget)) == widget;
}

static void
test_focus (void)
{
  open_page ();
  gtk_widget_grab_focus (find_button ("Start Wind-Down"));
  g_assert_true (has_focus (find_button ("Start Wind-Down")));
  arrange ("routine-walk");
  g_assert_true (has_focus (find_button ("Next Step")));
  wait_minutes (28);
  g_assert_true (has_focus (find_button ("Next Step")));
  wait_minutes (1);
  g_assert_true (has_focus (find_button ("Done")));
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

  open_scene ("routine-walk");
  g_assert_null (find_subject ("evening"));
  subject = find_subject ("check");
  g_assert_cmpstr (subject->title, ==, "Easy walk, 4 min left");
  g_assert_cmpstr (subject->detail, ==, "Step 1 of 4, until 21:05");
  g_assert_cmpstr (subject->tab, ==, "evening");
  cooldown_now_subject_free (subject);
  open_scene ("routine-paused");
  subject = find_subject ("check");
  g_assert_cmpstr (subject->title, ==, "Paused: Stretch calves, thighs and hips");
  cooldown_now_subject_free (subject);
  open_scene ("routine-finished");
  g_assert_null (find_subject ("check"));
}

/* Change… */

static void
assert_routine (const char *expected)
{
  g_autoptr (GVariant) steps = cooldown_app_state_lookup_setting (
      desk.state, "routine", G_VARIANT_TYPE (COOLDOWN_ROUTINE_STEPS));
  g_autofree char *text = steps != NULL ? g_variant_print (steps, FALSE) : g_strdup ("none");

  g_assert_cmpstr (text, ==, expected);
}

static void
change (gboolean changing)
{
  GtkWidget *list = desk_find (&desk, COOLDOWN_TYPE_ROUTINE_LIST);

  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (find_mapped (list, GTK_TYPE_TOGGLE_BUTTON, 0)), changing);
}

static GtkWidget *
get_row (guint index)
{
  return find_mapped (desk_find (&desk, COOLDOWN_TYPE_ROUTINE_CHANGE), COOLDOWN_TYPE_ROUTINE_ROW,
                      index);
}

typedef enum
{
  UP,
  DOWN,
  REMOVE,
} RowButton;

static GtkWidget *
get_button (guint row, RowButton which)
{
  static const char *const icons[] = { "go-up-symbolic", "go-down-symbolic",
                                       "user-trash-symbolic" };

  for (guint i = 0;; i++)
    {
      GtkWidget *button = find_mapped (get_row (row), GTK_TYPE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (button)), icons[which]) == 0)
        return button;
    }
}

static void
press (guint row, RowButton which)
{
  gtk_widget_grab_focus (get_button (row, which));
  g_signal_emit_by_name (get_button (row, which), "clicked");
  desk_settle (&desk);
}

/* Three steps: bath 20, walk 15, walk 20. */
static void
test_change_order (void)
{
  open_scene ("routine-changing");
  g_assert_false (gtk_widget_get_sensitive (get_button (0, UP)));
  g_assert_false (gtk_widget_get_sensitive (get_button (2, DOWN)));
  press (0, DOWN);
  assert_routine ("[('walk', 15), ('bath', 20), ('walk', 20)]");
  g_assert_true (has_focus (get_button (1, DOWN)));
  press (1, DOWN);
  assert_routine ("[('walk', 15), ('walk', 20), ('bath', 20)]");
  /* It cannot go further, and the keyboard not be lost. */
  g_assert_true (has_focus (get_button (2, UP)));
  press (2, UP);
  assert_routine ("[('walk', 15), ('bath', 20), ('walk', 20)]");
}

static void
test_change_steps (void)
{
  GtkWidget *spin;

  open_scene ("routine-changing");
  spin = find_mapped (get_row (1), GTK_TYPE_SPIN_BUTTON, 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 12);
  desk_settle (&desk);
  assert_routine ("[('bath', 20), ('walk', 12), ('walk', 20)]");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 500);
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)), ==,
                     COOLDOWN_ROUTINE_MAX_MINUTES);
  press (1, REMOVE);
  assert_routine ("[('bath', 20), ('walk', 20)]");
  g_assert_true (has_focus (get_button (1, REMOVE)));
  press (0, REMOVE);
  assert_routine ("[('walk', 20)]");
  g_assert_false (gtk_widget_get_sensitive (get_button (0, REMOVE)));
}

/* The row of something that can be added. */
static GtkWidget *
find_choice (const char *title)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = find_mapped (desk_find (&desk, COOLDOWN_TYPE_ROUTINE_CHANGE),
                                    ADW_TYPE_ACTION_ROW, i);

      if (strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
        return row;
    }
}

static void
test_change_adds (void)
{
  GtkWidget *more;

  open_scene ("routine-changing");
  more = find_mapped (desk_find (&desk, COOLDOWN_TYPE_ROUTINE_CHANGE), ADW_TYPE_EXPANDER_ROW, 0);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (more), TRUE);
  desk_settle (&desk);
  adw_action_row_activate (ADW_ACTION_ROW (find_choice ("Slow breathing")));
  desk_settle (&desk);
  assert_routine ("[('bath', 20), ('walk', 15), ('walk', 20), ('breathing', 10)]");
  for (guint i = 4; i < COOLDOWN_ROUTINE_MAX_STEPS; i++)
    {
      g_assert_true (gtk_widget_get_sensitive (more));
      adw_action_row_activate (ADW_ACTION_ROW (find_choice ("Easy walk")));
    }
  desk_settle (&desk);
  g_assert_false (gtk_widget_get_sensitive (more));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (more), FALSE);
}

/* One's own routine is what is listed and started, and the wind-down begins early enough for it. */
static void
test_own_routine (void)
{
  CooldownEvening evening;

  open_scene ("routine-changed");
  assert_says (COOLDOWN_TYPE_ROUTINE_LIST, "55 min\n");
  g_assert_true (cooldown_evening_plan_get (desk.state, &evening));
  g_assert_cmpint (evening.bed - evening.wind_down, ==, 55 * COOLDOWN_MINUTE);
  assert_says (COOLDOWN_TYPE_EVENING_HERO, "Wind-down starts at 21:05");
  assert_pressing ("Start Wind-Down",
                   "evening-start {'steps': <[('bath', uint32 20), ('walk', 15), ('walk', 20)]>}");
}

static void
test_suggestion (void)
{
  open_scene ("routine-changing");
  g_signal_emit_by_name (find_button ("Use Suggestion"), "clicked");
  desk_settle (&desk);
  assert_routine ("[]");
  g_assert_false (gtk_widget_get_sensitive (find_button ("Use Suggestion")));
  g_signal_emit_by_name (find_button ("Done"), "clicked");
  desk_settle (&desk);
  assert_says (COOLDOWN_TYPE_ROUTINE_LIST, "40 min\n");
  assert_says (COOLDOWN_TYPE_ROUTINE_LIST, "Leg or foot massage\n");
  g_assert_null (find_button ("Use Suggestion"));
}

/* A setting that cannot be, of a later program or a step that is gone, is as if it were not. */
static void
test_strange_routine (void)
{
  open_page ();
  fake_agent_set (desk.agent, "setting", "routine",
                  g_variant_new_parsed ("[('hop', uint32 5), ('walk', 5)]"));
  desk_settle (&desk);
  assert_says (COOLDOWN_TYPE_ROUTINE_LIST, "40 min\n");
  change (TRUE);
  assert_routine ("[('hop', 5), ('walk', 5)]");
  change (FALSE);
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
  g_test_add_func ("/routine/change-order", test_change_order);
  g_test_add_func ("/routine/change-steps", test_change_steps);
  g_test_add_func ("/routine/change-adds", test_change_adds);
  g_test_add_func ("/routine/own-routine", test_own_routine);
  g_test_add_func ("/routine/suggestion", test_suggestion);
  g_test_add_func ("/routine/strange-routine", test_strange_routine);
  failed = g_test_run ();
  desk_close (&desk);
  return failed;
}
