/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evening-desk.h"

#include "core/evening.h"
#include "scenes-routine.h"
#include "ui/evening-page.h"

#include <string.h>

/**
 * evening_tick:
 * @desk: a desk
 * @items: (array zero-terminated=1): ids of items
 *
 * Has only these be ticked in the checklist.
 */
void
evening_tick (Desk *desk, const char *const *items)
{
  fake_agent_set (desk->agent, "setting", "check.ticks", g_variant_new_strv (items, -1));
  desk_settle (desk);
}

/* Something that the window draws itself anew for. */
static void
stir (Desk *desk)
{
  static gboolean discreet;

  discreet = !discreet;
  fake_agent_set (desk->agent, "setting", "discreet", g_variant_new_boolean (discreet));
  desk_settle (desk);
}

/**
 * evening_set_time:
 * @desk: a desk
 * @minutes: minutes after midnight; more than a day has: the next day
 *
 * Has the wall clock show that time.
 */
void
evening_set_time (Desk *desk, int minutes)
{
  cooldown_fake_clock_set_wall (
      desk->clock, cooldown_local_time_on (COOLDOWN_CLOCK (desk->clock), "2026-11-22", minutes));
  stir (desk);
}

/**
 * evening_wait:
 * @desk: a desk
 * @minutes: how long
 *
 * Lets so much time pass.
 */
void
evening_wait (Desk *desk, int minutes)
{
  cooldown_fake_clock_advance (desk->clock, minutes * COOLDOWN_MINUTE);
  stir (desk);
}

/**
 * evening_open:
 * @desk: a desk
 *
 * Shows the evening's page in the afternoon, with bed at 22:00.
 */
void
evening_open (Desk *desk)
{
  desk_forget (desk);
  fake_agent_set (desk->agent, "setting", "bedtime", g_variant_new_int32 (22 * 60));
  desk_settle (desk);
  desk_show (desk, "evening");
}

/**
 * evening_arrange:
 * @desk: a desk
 * @name: one of the scenes of the routine
 *
 * Has it come about.
 */
void
evening_arrange (Desk *desk, const char *name)
{
  guint n_scenes;
  const Scene *scenes = routine_scenes_get (&n_scenes);

  for (guint i = 0; i < n_scenes; i++)
    if (strcmp (scenes[i].name, name) == 0)
      scenes[i].arrange (desk);
  desk_settle (desk);
}

/**
 * evening_open_scene:
 * @desk: a desk
 * @name: one of the scenes of the routine
 *
 * Shows the page anew, in that scene.
 */
void
evening_open_scene (Desk *desk, const char *name)
{
  evening_open (desk);
  evening_arrange (desk, name);
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

/**
 * evening_find_button:
 * @desk: a desk
 * @label: its words
 *
 * Returns: (transfer none) (nullable): a button of the page that can be seen
 */
GtkWidget *
evening_find_button (Desk *desk, const char *label)
{
  return find_button_in (desk_find (desk, COOLDOWN_TYPE_EVENING_PAGE), label);
}

/**
 * evening_is_suggested:
 * @desk: a desk
 * @label: the words of a button
 *
 * Returns: whether it is the one that is suggested
 */
gboolean
evening_is_suggested (Desk *desk, const char *label)
{
  return gtk_widget_has_css_class (evening_find_button (desk, label), "suggested-action");
}

/**
 * evening_assert_pressing:
 * @desk: a desk
 * @label: the words of a button
 * @expected: what the agent has to be told when it is pressed
 */
void
evening_assert_pressing (Desk *desk, const char *label, const char *expected)
{
  g_autofree char *command = NULL;

  while ((command = fake_agent_take_command (desk->agent)) != NULL)
    g_clear_pointer (&command, g_free);
  g_signal_emit_by_name (evening_find_button (desk, label), "clicked");
  desk_settle (desk);
  do
    {
      g_free (command);
      command = fake_agent_take_command (desk->agent);
      g_assert_nonnull (command);
    }
  while (!g_str_has_prefix (command, "evening-"));
  g_assert_cmpstr (command, ==, expected);
}

/**
 * evening_assert_says:
 * @desk: a desk
 * @type: a type of widgets
 * @words: what the first of them has to say
 */
void
evening_assert_says (Desk *desk, GType type, const char *words)
{
  g_autofree char *seen = read_mapped (desk_find (desk, type));

  if (strstr (seen, words) == NULL)
    g_error ("“%s” is not in “%s”", words, seen);
}

/**
 * evening_assert_says_not:
 * @desk: a desk
 * @type: a type of widgets
 * @words: what the first of them must not say
 */
void
evening_assert_says_not (Desk *desk, GType type, const char *words)
{
  g_autofree char *seen = read_mapped (desk_find (desk, type));

  g_assert_null (strstr (seen, words));
}

/**
 * evening_has_focus:
 * @desk: a desk
 * @widget: a widget
 *
 * Returns: whether the keyboard acts on it
 */
gboolean
evening_has_focus (Desk *desk, GtkWidget *widget)
{
  return gtk_root_get_focus (gtk_widget_get_root (widget)) == widget;
}
