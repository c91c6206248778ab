/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bar-list.h"

#include "paint.h"

#include <math.h>

#define NATURAL_WIDTH 120
#define HEIGHT 12
#define CORNER 4
#define TRACK .09
#define QUIET .45
#define QUIET_HIGH_CONTRAST .7

struct _CooldownBarList
{
  GtkGrid parent_instance;
  int n_rows;
};

G_DEFINE_FINAL_TYPE (CooldownBarList, cooldown_bar_list, GTK_TYPE_GRID)

typedef struct
{
  double share;
  gboolean quiet;
} Bar;

static void
trace (cairo_t *cr, double x, double y, double width, double height)
{
  double radius = fmin (CORNER, fmin (width, height) / 2);

  cairo_new_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const Bar *bar = data;
  GtkWidget *widget = GTK_WIDGET (area);
  gboolean high = cooldown_paint_is_high_contrast ();
  GdkRGBA foreground = cooldown_paint_foreground (widget);
  GdkRGBA track = cooldown_paint_fade (foreground, TRACK);
  GdkRGBA color = bar->quiet ? cooldown_paint_fade (foreground, high ? QUIET_HIGH_CONTRAST : QUIET)
                             : cooldown_paint_lookup (widget, "accent_bg_color");
  double length = CLAMP (bar->share, 0, 1) * width, top = (height - HEIGHT) / 2.0;
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  trace (cr, .5, top + .5, width - 1, HEIGHT - 1);
  gdk_cairo_set_source_rgba (cr, &track);
  cairo_fill_preserve (cr);
  if (high)
    {
      gdk_cairo_set_source_rgba (cr, &foreground);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
  if (length <= 0)
    return;
  trace (cr, from_right ? width - length : 0, top, length, HEIGHT);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_fill (cr);
}

static GtkWidget *
bar_new (double share, gboolean quiet)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "content-width", NATURAL_WIDTH,
                                  "content-height", HEIGHT, "hexpand", TRUE, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  Bar *bar = g_new (Bar, 1);

  *bar = (Bar){ share, quiet };
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, bar, g_free);
  cooldown_paint_watch (area);
  return area;
}

static GtkWidget *
label_new (const char *words)
{
  return g_object_new (GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);
}

static void
cooldown_bar_list_class_init (CooldownBarListClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cooldown_bar_list_init (CooldownBarList *self)
{
  gtk_grid_set_column_spacing (GTK_GRID (self), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self), 4);
}

/**
 * cooldown_bar_list_new:
 *
 * Returns: (transfer floating): a list without bars
 */
GtkWidget *
cooldown_bar_list_new (void)
{
  return g_object_new (COOLDOWN_TYPE_BAR_LIST, NULL);
}

/**
 * cooldown_bar_list_clear:
 * @self: a list
 *
 * Takes all bars away.
 */
void
cooldown_bar_list_clear (CooldownBarList *self)
{
  GtkWidget *child;

  g_return_if_fail (COOLDOWN_IS_BAR_LIST (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_grid_remove (GTK_GRID (self), child);
  self->n_rows = 0;
}

/**
 * cooldown_bar_list_add_heading:
 * @self: a list
 * @words: what the bars that follow are about
 */
void
cooldown_bar_list_add_heading (CooldownBarList *self, const char *words)
{
  GtkWidget *label = label_new (words);

  g_return_if_fail (COOLDOWN_IS_BAR_LIST (self));
  if (self->n_rows > 0)
    gtk_widget_set_margin_top (label, 8);
  gtk_grid_attach (GTK_GRID (self), label, 0, self->n_rows++, 3, 1);
}

/**
 * cooldown_bar_list_add:
 * @self: a list
 * @name: (nullable): what the bar is about; %NULL for what the heading says
 * @share: how long it is, 0 to 1
 * @quiet: whether it is only there to be compared with
 * @words: its number
 */
void
cooldown_bar_list_add (CooldownBarList *self,
                       const char *name,
                       double share,
                       gboolean quiet,
                       const char *words)
{
  GtkGrid *grid = GTK_GRID (self);
  GtkWidget *number = label_new (words);

  g_return_if_fail (COOLDOWN_IS_BAR_LIST (self));
  if (name != NULL)
    gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_widget_add_css_class (number, "cd-tnum");
  if (quiet)
    gtk_widget_add_css_class (number, "dim-label");
  if (name != NULL)
    gtk_grid_attach (grid, label_new (name), 0, self->n_rows, 1, 1);
  gtk_grid_attach (grid, bar_new (share, quiet), name != NULL ? 1 : 0, self->n_rows,
                   name != NULL ? 1 : 2, 1);
  gtk_grid_attach (grid, number, 2, self->n_rows++, 1, 1);
}

/**
 * cooldown_bar_list_set_words:
 * @self: a list
 * @words: all of it in words, for who cannot see it
 */
void
cooldown_bar_list_set_words (CooldownBarList *self, const char *words)
{
  g_return_if_fail (COOLDOWN_IS_BAR_LIST (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
