/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reveal.h"

#include "window-tab.h"

#include <adwaita.h>

/* What stays free above it. */
#define MARGIN 12
/* A row that still grows after that many frames is left to itself. */
#define MOST_FRAMES 90

/* Where the root keeps which widget it was asked for last: two would pull in two directions. */
#define WANTED_KEY "cooldown-wanted"

/* A widget on its way into sight. */
typedef struct
{
  GtkWidget *root;
  guint frames;
  int height; /* in the last frame, -1 before it was laid out */
} Way;

/* What is on a page that is not shown is passed over; that the window itself is shown already does
 * not matter. */
static GtkWidget *
find (GtkWidget *widget, const char *name)
{
  GtkWidget *found = NULL;

  if (g_str_equal (gtk_widget_get_name (widget), name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && gtk_widget_get_child_visible (child))
      found = find (child, name);
  return found;
}

/* Both sides of a split scroll, and so may what is in them. Says whether there was anything to do. */
static gboolean
scroll_to (GtkWidget *widget)
{
  gboolean moved = FALSE;
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  for (; scroller != NULL;
       scroller = gtk_widget_get_ancestor (gtk_widget_get_parent (scroller), GTK_TYPE_SCROLLED_WINDOW))
    {
      GtkAdjustment *adjustment =
          gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
      double before = gtk_adjustment_get_value (adjustment);
      graphene_rect_t bounds;

      if (!gtk_widget_compute_bounds (widget, scroller, &bounds))
        continue;
      gtk_adjustment_set_value (adjustment, before + bounds.origin.y - MARGIN);
      moved = moved || gtk_adjustment_get_value (adjustment) != before;
    }
  return moved;
}

/* What to do next there, or else the first thing that can have the focus. */
static void
focus (GtkWidget *widget)
{
  GtkWidget *main = cooldown_window_tab_page_find_main (widget);

  if (!gtk_widget_grab_focus (main != NULL ? main : widget))
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

/* There is nothing to scroll before it was laid out; and a row that opens, this one or one above it,
 * grows for a while. */
static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Way *way = data;
  int height = gtk_widget_get_height (widget);

  if (g_object_get_data (G_OBJECT (way->root), WANTED_KEY) != widget)
    return G_SOURCE_REMOVE;
  if (!gtk_widget_get_mapped (widget) || height == 0)
    return ++way->frames < MOST_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
  if (way->height < 0)
    focus (widget);
  if ((!scroll_to (widget) && height == way->height) || ++way->frames >= MOST_FRAMES)
    return G_SOURCE_REMOVE;
  way->height = height;
  return G_SOURCE_CONTINUE;
}

/**
 * cooldown_reveal:
 * @root: where it is looked for
 * @name: the name of a widget
 *
 * Brings a widget of that name into sight as soon as it is laid out, opens it if it is a row that
 * opens, and gives it the focus.
 *
 * Returns: whether there is one that is shown
 */
gboolean
cooldown_reveal (GtkWidget *root, const char *name)
{
  GtkWidget *widget;
  Way *way;

  g_return_val_if_fail (GTK_IS_WIDGET (root), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  widget = find (root, name);
  if (widget == NULL)
    return FALSE;
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  way = g_new (Way, 1);
  *way = (Way){ .root = root, .height = -1 };
  g_object_set_data (G_OBJECT (root), WANTED_KEY, widget);
  gtk_widget_add_tick_callback (widget, frame_cb, way, g_free);
  return TRUE;
}
