/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desktop's search finds is there in the window, and is brought into sight. */
#include "desk.h"
#include "search/search-index.h"
#include "ui/reveal.h"

#include <string.h>

static Desk desk;

static GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  GtkWidget *found = NULL;

  if (gtk_widget_get_mapped (widget) && strcmp (gtk_widget_get_name (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_named (child, name);
  return found;
}

/* Whether its top lies between the header and the lower edge. */
static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget *window = GTK_WIDGET (desk.window);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, window, &bounds) && bounds.origin.y > 0 &&
         bounds.origin.y + 20 < gtk_widget_get_height (window);
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (desk.window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
check_place (const char *id)
{
  g_auto (GStrv) parts = g_strsplit (id, "/", 2);
  GtkWidget *widget;

  desk_show (&desk, parts[0]);
  if (parts[1] == NULL || g_str_equal (id, COOLDOWN_SEARCH_SIGNS))
    return;
  g_test_message ("%s", id);
  g_assert_true (cooldown_reveal (GTK_WIDGET (desk.window), parts[1]));
  widget = find_named (GTK_WIDGET (desk.window), parts[1]);
  g_assert_nonnull (widget);
  if (ADW_IS_EXPANDER_ROW (widget))
    g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (widget)));
  while (!is_in_sight (widget) || !has_focus (widget))
    g_main_context_iteration (NULL, TRUE);
}

/* Test that each result leads to something that is seen, opened and has the focus. */
static void
test_results (void)
{
  g_autoptr (CooldownSearchIndex) index = cooldown_search_index_new (desk.content);
  g_auto (GStrv) ids = cooldown_search_index_get_ids (index);

  g_assert_cmpuint (g_strv_length (ids), >, 40);
  for (char **id = ids; *id != NULL; id++)
    check_place (*id);
}

/* Test that the wind-down can be started at once, and nothing is found where there is nothing. */
static void
test_places (void)
{
  check_place ("evening/wind-down");
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (desk.window))));
  g_assert_false (cooldown_reveal (GTK_WIDGET (desk.window), "nonsense"));
  g_assert_false (cooldown_reveal (GTK_WIDGET (desk.window), ""));
  desk_show (&desk, "ice");
  g_assert_false (cooldown_reveal (GTK_WIDGET (desk.window), "caffeine"));
}

int
main (int argc, char *argv[])
{
  int failed;

  desk_begin_tests (&argc, &argv);
  desk_open (&desk);
  g_test_add_func ("/reveal/results", test_results);
  g_test_add_func ("/reveal/places", test_places);
  failed = g_test_run ();
  desk_close (&desk);
  return failed;
}
