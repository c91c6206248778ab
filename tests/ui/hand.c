/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hand.h"

#include <string.h>

/**
 * find_widget:
 * @widget: where to begin
 * @matches: tells whether it is the one
 * @data: given to @matches
 *
 * Returns: (transfer none) (nullable): the first one, in reading order
 */
GtkWidget *
find_widget (GtkWidget *widget, WidgetMatches matches, gconstpointer data)
{
  if (matches (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, matches, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_title (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_PREFERENCES_ROW (widget) &&
         strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (type));
}

static gboolean
has_label (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

/**
 * find_row:
 * @window: a widget
 * @title: the title of a row in it
 *
 * Returns: (transfer none): the row; fails the test if there is none
 */
GtkWidget *
find_row (gpointer window, const char *title)
{
  GtkWidget *row = find_widget (window, has_title, title);

  if (row == NULL)
    g_error ("there is no row “%s”", title);
  return row;
}

/**
 * find_switch:
 * @window: a widget
 * @title: the title of a row in it
 *
 * Returns: (transfer none): the row's switch
 */
GtkSwitch *
find_switch (gpointer window, const char *title)
{
  return GTK_SWITCH (
      find_widget (find_row (window, title), is_of_type, GSIZE_TO_POINTER (GTK_TYPE_SWITCH)));
}

/**
 * find_time:
 * @window: a widget
 * @title: the title of a row in it
 *
 * Returns: (transfer none): where the row's time is set
 */
GtkSpinButton *
find_time (gpointer window, const char *title)
{
  return GTK_SPIN_BUTTON (
      find_widget (find_row (window, title), is_of_type, GSIZE_TO_POINTER (GTK_TYPE_SPIN_BUTTON)));
}

/**
 * find_button:
 * @window: a widget
 * @label: the label of a button in it
 *
 * Returns: (transfer none): the button; fails the test if there is none
 */
GtkButton *
find_button (gpointer window, const char *label)
{
  GtkWidget *button = find_widget (window, has_label, label);

  if (button == NULL)
    g_error ("there is no button “%s”", label);
  return GTK_BUTTON (button);
}

/**
 * get_subtitle:
 * @window: a widget
 * @title: the title of an action row in it
 *
 * Returns: (transfer none): what stands under it
 */
const char *
get_subtitle (gpointer window, const char *title)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (window, title)));
}

typedef struct
{
  FakeAgent *agent;
  char *text;
} Command;

static gboolean
has_command (gpointer data)
{
  Command *command = data;

  command->text = fake_agent_take_command (command->agent);
  return command->text != NULL;
}

/**
 * widget_says:
 * @widget: a widget
 * @words: words
 *
 * Returns: whether they are to be read in it
 */
gboolean
widget_says (GtkWidget *widget, const char *words)
{
  g_autofree char *seen = read_mapped (widget);

  return strstr (seen, words) != NULL;
}

/**
 * assert_label:
 * @widget: a widget
 * @expected: what a screen reader calls it
 */
void
assert_label (gpointer widget, const char *expected)
{
  g_autofree char *other =
    gtk_test_accessible_check_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, expected);

  g_assert_cmpstr (other, ==, NULL);
}

/**
 * assert_command:
 * @desk: a desk
 * @expected: a command with its parameter
 *
 * Waits for the next thing that the agent is told, and has it be that; then, as slowly as a hand,
 * until the window has heard back.
 */
void
assert_command (Desk *desk, const char *expected)
{
  Command command = { desk->agent, NULL };

  spin_until (has_command, &command);
  g_assert_cmpstr (command.text, ==, expected);
  g_free (command.text);
  desk_settle (desk);
}

/**
 * assert_no_command:
 * @desk: a desk
 *
 * Has the agent have been told nothing more.
 */
void
assert_no_command (Desk *desk)
{
  g_autofree char *command = NULL;

  desk_settle (desk);
  command = fake_agent_take_command (desk->agent);
  g_assert_cmpstr (command, ==, NULL);
}
