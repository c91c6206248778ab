/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk.h"

#include "ui/leg-places.h"
#include "ui/region-grid.h"

static Desk desk;

static void
assert_halves (char **halves, const char *expected)
{
  g_autofree char *text = g_strjoinv (" ", halves);

  g_assert_cmpstr (text, ==, expected);
  g_strfreev (halves);
}

/* What was chosen is on its way to the agent, and must not come after what is forgotten. */
static void
leave (void)
{
  desk_settle (&desk);
  desk_forget (&desk);
}

static void
assert_ticks (const char *expected)
{
  assert_halves (cooldown_ticks_to_strv (cooldown_app_state_get_ticks (desk.state)), expected);
}

static void
assert_places (const char *expected)
{
  assert_halves (cooldown_leg_places_get (desk.state), expected);
}

static void
choose (const char *words)
{
  g_auto (GStrv) halves = g_strsplit (words, " ", 0);

  cooldown_leg_places_set (desk.state, (const char *const *) halves);
  desk_settle (&desk);
}

/* Test that what follows from the places is ticked and unticked with them, and nothing else. */
static void
test_ticks (void)
{
  cooldown_app_state_tick (desk.state, "feel-tingle", TRUE);
  choose ("calf-l");
  assert_ticks ("where-calf side-one feel-tingle");
  choose ("calf-l knee-back-l toes-r");
  assert_ticks ("where-toes where-calf side-both feel-tingle");
  choose ("knee-back-l toes-r");
  assert_ticks ("where-toes where-calf side-both feel-tingle");
  choose ("toes-r lower-back-l");
  assert_ticks ("where-toes side-one feel-tingle else-back");
  choose ("");
  assert_ticks ("feel-tingle");
  leave ();
}

/* Test that what was ticked by hand stays, and that sides changed by hand stay changed. */
static void
test_by_hand (void)
{
  cooldown_app_state_tick (desk.state, "where-sole", TRUE);
  choose ("calf-l");
  cooldown_app_state_tick (desk.state, "side-one", FALSE);
  cooldown_app_state_tick (desk.state, "side-both", TRUE);
  choose ("calf-l shin-l");
  assert_ticks ("where-sole where-shin where-calf side-both");
  choose ("");
  assert_ticks ("where-sole side-both");
  leave ();
}

static GtkWidget *
find_labelled (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_TOGGLE_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget))
    {
      g_autofree char *other = gtk_test_accessible_check_property (
          GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label);

      if (other == NULL)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_labelled (child, label);
  return found;
}

static GtkWidget *
find_item (const char *item)
{
  const char *name = cooldown_content_get_item (desk.content, item)->name;
  GtkWidget *found = find_labelled (GTK_WIDGET (desk.window), name);

  g_assert_nonnull (found);
  return found;
}

/* Test that the page's own table chooses places, and that they are kept with the ticks. */
static void
test_page (void)
{
  GtkWidget *box;

  desk_show (&desk, "check");
  box = find_labelled (desk_find (&desk, COOLDOWN_TYPE_REGION_GRID), "Heel, right");
  gtk_widget_activate (box);
  desk_settle (&desk);
  assert_places ("heel-r");
  assert_ticks ("where-sole side-one");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_item ("side-one"))));
  leave ();
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (box)));
}

/* Test that unticking what places stand for takes them out of the picture. */
static void
test_contradiction (void)
{
  desk_show (&desk, "check");
  choose ("lower-back-l calf-r");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_item ("else-back")), FALSE);
  assert_places ("calf-r");
  assert_ticks ("where-calf side-one");
  leave ();
}

/* Test that a place that is ticked without a side can be seen and unticked. */
static void
test_without_side (void)
{
  GtkWidget *chip;

  desk_show (&desk, "check");
  chip = find_item ("where-calf");
  g_assert_false (gtk_widget_get_visible (chip));
  cooldown_app_state_tick (desk.state, "where-calf", TRUE);
  g_assert_true (gtk_widget_get_mapped (chip));
  choose ("calf-l");
  g_assert_false (gtk_widget_get_mapped (chip));
  leave ();
  cooldown_app_state_tick (desk.state, "where-calf", TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), FALSE);
  assert_ticks ("");
  leave ();
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static void
press_button (const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (desk.window), label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  desk_settle (&desk);
}

/* Test that Clear takes the places away as well, also when nothing else is ticked because of them,
 * and that Undo brings them back beside what was chosen since. */
static void
test_clear (void)
{
  desk_show (&desk, "check");
  choose ("toes-l knee-l");
  cooldown_app_state_tick (desk.state, "side-one", FALSE);
  press_button ("Clear");
  assert_places ("");
  assert_ticks ("");
  press_button ("Undo");
  assert_places ("toes-l knee-l");
  assert_ticks ("where-toes");
  leave ();

  choose ("calf-l");
  press_button ("Clear");
  choose ("shin-r");
  press_button ("Undo");
  assert_places ("shin-r calf-l");
  g_assert_true (cooldown_ticks_has_all (cooldown_app_state_get_ticks (desk.state),
                                         (const char *[]){ "where-calf", "where-shin", NULL }));
  leave ();
}

int
main (int argc, char *argv[])
{
  int failed;

  desk_begin_tests (&argc, &argv);
  desk_open (&desk);
  desk_show (&desk, "recover");
  g_test_add_func ("/leg-places/ticks", test_ticks);
  g_test_add_func ("/leg-places/by-hand", test_by_hand);
  g_test_add_func ("/leg-places/table", test_page);
  g_test_add_func ("/leg-places/contradiction", test_contradiction);
  g_test_add_func ("/leg-places/without-side", test_without_side);
  g_test_add_func ("/leg-places/clear", test_clear);
  failed = g_test_run ();
  desk_close (&desk);
  return failed;
}
