/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sky-paint.h"

#include "paint.h"

#include <adwaita.h>

#define CORNER 12
/* How much darker all of it is on a dark desktop. */
#define DARKER .18
#define SUN_RADIUS 17
/* The sun stands so many hours before bed. */
#define SUN_BEFORE_BED 8.0
#define MOON_RADIUS 15
#define N_STARS 64
/* Stars come out so many hours before bed. */
#define STARS_BEFORE_BED 3.5

/* The colours of the evening, by hours before bed. */
static const struct
{
  double before_bed;
  const char *color;
  double pale, dark;
} stops[] = {
  { 11, "orange_1", .25, 0 }, { 8, "orange_1", .08, 0 },   { 6.6, "orange_1", 0, .08 },
  { 5, "red_1", 0, .05 },     { 2.6, "purple_3", 0, .25 }, { 1, "purple_5", 0, .35 },
  { -.2, "blue_5", 0, .55 },
};

static const GdkRGBA white = { 1, 1, 1, 1 };
static const GdkRGBA black = { 0, 0, 0, 1 };

static GdkRGBA
get_stop (GtkWidget *widget, guint i)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA color = cooldown_paint_lookup (widget, stops[i].color);

  color = cooldown_paint_mix (color, white, stops[i].pale);
  color = cooldown_paint_mix (color, black, stops[i].dark);
  return dark ? cooldown_paint_mix (color, black, DARKER) : color;
}

static void
trace_card (cairo_t *cr, double width, double height)
{
  cairo_new_path (cr);
  cairo_arc (cr, CORNER, CORNER, CORNER, G_PI, 1.5 * G_PI);
  cairo_arc (cr, width - CORNER, CORNER, CORNER, 1.5 * G_PI, 2 * G_PI);
  cairo_arc (cr, width - CORNER, height - CORNER, CORNER, 0, .5 * G_PI);
  cairo_arc (cr, CORNER, height - CORNER, CORNER, .5 * G_PI, G_PI);
  cairo_close_path (cr);
}

static void
paint_air (GtkWidget *widget, cairo_t *cr, double width, double bed, double hour)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (0, 0, width, 0);

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      GdkRGBA color = get_stop (widget, i);

      cairo_pattern_add_color_stop_rgb (pattern,
                                        CLAMP ((bed - stops[i].before_bed * hour) / width, 0, 1),
                                        color.red, color.green, color.blue);
    }
  cairo_set_source (cr, pattern);
  cairo_paint (cr);
  cairo_pattern_destroy (pattern);
}

static void
paint_hill (cairo_t *cr, double width, double height, double left, double top, double right)
{
  cairo_move_to (cr, 0, height);
  cairo_line_to (cr, 0, left * height);
  cairo_curve_to (cr, .25 * width, (left + .12) * height, .45 * width, top * height, .68 * width,
                  top * height);
  cairo_curve_to (cr, .82 * width, top * height, .92 * width, right * height, width,
                  right * height);
  cairo_line_to (cr, width, height);
  cairo_close_path (cr);
  cairo_set_source_rgba (cr, 0, 0, 0, .12);
  cairo_fill (cr);
}

static void
paint_sun (cairo_t *cr, double x, double height)
{
  if (x < -SUN_RADIUS)
    return;
  cairo_set_source_rgba (cr, 1, .96, .82, 1);
  cairo_arc (cr, x, .64 * height, SUN_RADIUS, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* A disc less a disc beside it. */
static void
paint_moon (cairo_t *cr, double x, double y)
{
  cairo_push_group (cr);
  cairo_set_source_rgba (cr, 1, .98, .88, 1);
  cairo_arc (cr, x, y, MOON_RADIUS, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_arc (cr, x - 6.5, y - 4.5, MOON_RADIUS - 1.5, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
}

/* The same stars every night: they are drawn anew at each redraw and must not dance. */
static void
paint_stars (cairo_t *cr, double from, double width, double height)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < N_STARS; i++)
    {
      /* More of them where it is darker. */
      double depth = g_rand_double (rand);
      double x = from + (width - from) * (1 - depth * depth);
      double y = g_rand_double_range (rand, .02, .66) * height;
      double size = g_rand_double_range (rand, .5, 1.3);

      cairo_set_source_rgba (cr, 1, 1, 1, .3 + .6 * (1 - depth * depth));
      cairo_arc (cr, x, y, size, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/**
 * cooldown_sky_paint:
 * @widget: the widget that is drawn
 * @cr: where to draw, from 0, 0
 * @width: how wide
 * @height: how high
 * @bed: where bedtime is, from the left
 * @hour: how wide an hour is
 *
 * Draws the sky of an evening, from warm to dark, around the user's bedtime.
 */
void
cooldown_sky_paint (GtkWidget *widget,
                    cairo_t *cr,
                    double width,
                    double height,
                    double bed,
                    double hour)
{
  cairo_save (cr);
  trace_card (cr, width, height);
  cairo_clip (cr);
  paint_air (widget, cr, width, bed, hour);
  paint_sun (cr, bed - SUN_BEFORE_BED * hour, height);
  paint_stars (cr, MAX (bed - STARS_BEFORE_BED * hour, 0), width, height);
  paint_moon (cr, MIN (bed + 2, width - MOON_RADIUS - 8), .44 * height);
  paint_hill (cr, width, height, .74, .67, .72);
  paint_hill (cr, width, height, .95, .74, .80);
  cairo_restore (cr);
}
