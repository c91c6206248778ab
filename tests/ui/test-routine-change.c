/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evening-desk.h"
#include "ui/evening-hero.h"
#include "ui/evening-plan.h"
#include "ui/routine-change.h"
#include "ui/routine-list.h"
#include "ui/routine-row.h"

#include <string.h>

/* Choosing, ordering and timing the steps of the wind-down routine. */

static Desk desk;

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

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_mapped (list, GTK_TYPE_TOGGLE_BUTTON, 0)),
                                changing);
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
  evening_open_scene (&desk, "routine-changing");
  g_assert_false (gtk_widget_get_sensitive (get_button (0, UP)));
  g_assert_false (gtk_widget_get_sensitive (get_button (2, DOWN)));
  press (0, DOWN);
  assert_routine ("[('walk', 15), ('bath', 20), ('walk', 20)]");
  g_assert_true (evening_has_focus (&desk, get_button (1, DOWN)));
  press (1, DOWN);
  assert_routine ("[('walk', 15), ('walk', 20), ('bath', 20)]");
  /* It cannot go further, and the keyboard not be lost. */
  g_assert_true (evening_has_focus (&desk, get_button (2, UP)));
  press (2, UP);
  assert_routine ("[('walk', 15), ('bath', 20), ('walk', 20)]");
}

static void
test_change_steps (void)
{
  GtkWidget *spin;

  evening_open_scene (&desk, "routine-changing");
  spin = find_mapped (get_row (1), GTK_TYPE_SPIN_BUTTON, 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 12);
  desk_settle (&desk);
  assert_routine ("[('bath', 20), ('walk', 12), ('walk', 20)]");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 500);
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)), ==,
                     COOLDOWN_ROUTINE_MAX_MINUTES);
  press (1, REMOVE);
  assert_routine ("[('bath', 20), ('walk', 20)]");
  g_assert_true (evening_has_focus (&desk, get_button (1, REMOVE)));
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

  evening_open_scene (&desk, "routine-changing");
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

  evening_open_scene (&desk, "routine-changed");
  evening_assert_says (&desk, COOLDOWN_TYPE_ROUTINE_LIST, "55 min\n");
  g_assert_true (cooldown_evening_plan_get (desk.state, &evening));
  g_assert_cmpint (evening.bed - evening.wind_down, ==, 55 * COOLDOWN_MINUTE);
  evening_assert_says (&desk, COOLDOWN_TYPE_EVENING_HERO, "Wind-down starts at 21:05");
  evening_assert_pressing (
      &desk, "Start Wind-Down",
      "evening-start {'steps': <[('bath', uint32 20), ('walk', 15), ('walk', 20)]>}");
}

static void
test_suggestion (void)
{
  evening_open_scene (&desk, "routine-changing");
  g_signal_emit_by_name (evening_find_button (&desk, "Use Suggestion"), "clicked");
  desk_settle (&desk);
  assert_routine ("[]");
  g_assert_false (gtk_widget_get_sensitive (evening_find_button (&desk, "Use Suggestion")));
  g_signal_emit_by_name (evening_find_button (&desk, "Done"), "clicked");
  desk_settle (&desk);
  evening_assert_says (&desk, COOLDOWN_TYPE_ROUTINE_LIST, "40 min\n");
  evening_assert_says (&desk, COOLDOWN_TYPE_ROUTINE_LIST, "Leg or foot massage\n");
  g_assert_null (evening_find_button (&desk, "Use Suggestion"));
}

/* A setting that cannot be, of a later program or a step that is gone, is as if it were not. */
static void
test_strange_routine (void)
{
  evening_open (&desk);
  fake_agent_set (desk.agent, "setting", "routine",
                  g_variant_new_parsed ("[('hop', uint32 5), ('walk', 5)]"));
  desk_settle (&desk);
  evening_assert_says (&desk, COOLDOWN_TYPE_ROUTINE_LIST, "40 min\n");
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
  g_test_add_func ("/routine-change/order", test_change_order);
  g_test_add_func ("/routine-change/steps", test_change_steps);
  g_test_add_func ("/routine-change/adds", test_change_adds);
  g_test_add_func ("/routine-change/own-routine", test_own_routine);
  g_test_add_func ("/routine-change/suggestion", test_suggestion);
  g_test_add_func ("/routine-change/strange-routine", test_strange_routine);
  failed = g_test_run ();
  desk_close (&desk);
  return failed;
}
