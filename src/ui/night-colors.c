/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "night-colors.h"

#include "core/insights.h"

#include <adwaita.h>

#define WORDS .72
#define WORDS_HIGH_CONTRAST .9
#define LINES .12
#define LINES_HIGH_CONTRAST .5
#define OUTLINE 1.2

/**
 * night_colors_get:
 * @widget: a picture on a card
 *
 * Returns: what it is painted with now
 */
NightColors
night_colors_get (GtkWidget *widget)
{
  gboolean high = cooldown_paint_is_high_contrast ();
  GdkRGBA foreground = cooldown_paint_foreground (widget);

  return (NightColors){
    .text = cooldown_paint_fade (foreground, high ? WORDS_HIGH_CONTRAST : WORDS),
    .line = cooldown_paint_fade (foreground, high ? LINES_HIGH_CONTRAST : LINES),
    .outlined = high,
  };
}

/**
 * night_colors_get_restless:
 * @widget: a picture on a card
 * @restless: how restless a night was, 0 to %COOLDOWN_RESTLESS_MOST
 *
 * Returns: its colour, from cool to warm; how high it stands says the same
 */
GdkRGBA
night_colors_get_restless (GtkWidget *widget, int restless)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA cool = cooldown_paint_lookup (widget, dark ? "blue_2" : "blue_3");
  GdkRGBA middle = cooldown_paint_lookup (widget, dark ? "purple_2" : "purple_3");
  GdkRGBA warm = cooldown_paint_lookup (widget, dark ? "orange_2" : "orange_3");
  double place = 2.0 * restless / COOLDOWN_RESTLESS_MOST;

  return place < 1 ? cooldown_paint_mix (cool, middle, place)
                   : cooldown_paint_mix (middle, warm, place - 1);
}

/**
 * night_layout_new:
 * @widget: a picture
 *
 * Returns: (transfer full): what its words are written with
 */
PangoLayout *
night_layout_new (GtkWidget *widget)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (NIGHT_WORDS_SCALE));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/**
 * night_layout_set:
 * @layout: what words are written with
 * @words: some
 * @height: (out) (nullable): how high they are
 *
 * Has it write these words next.
 *
 * Returns: how wide they are
 */
double
night_layout_set (PangoLayout *layout, const char *words, double *height)
{
  int width, high;

  pango_layout_set_text (layout, words, -1);
  pango_layout_get_size (layout, &width, &high);
  if (height != NULL)
    *height = (double) high / PANGO_SCALE;
  return (double) width / PANGO_SCALE;
}

/**
 * night_fill:
 * @cr: with a path
 * @fill: a colour
 * @colors: what else the picture is painted with
 *
 * Fills the path.
 */
void
night_fill (cairo_t *cr, const GdkRGBA *fill, const NightColors *colors)
{
  gdk_cairo_set_source_rgba (cr, fill);
  cairo_fill_preserve (cr);
  if (colors->outlined)
    {
      gdk_cairo_set_source_rgba (cr, &colors->text);
      cairo_set_line_width (cr, OUTLINE);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}
