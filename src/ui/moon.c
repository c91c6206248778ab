/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "moon.h"

#define MOON_RADIUS 25
/* The disc that is missing from it, as shares of the radius. */
#define BITE_X .62
#define BITE_Y .38
#define BITE_RADIUS .92
#define N_STARS 34
#define STAR_MOST .55

static void
draw_moon (cairo_t *cr, double x, double y)
{
  cairo_push_group (cr);
  cairo_arc (cr, x, y, MOON_RADIUS, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, .82, .75, .67);
  cairo_fill (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_arc (cr, x - BITE_X * MOON_RADIUS, y - BITE_Y * MOON_RADIUS, BITE_RADIUS * MOON_RADIUS, 0,
             2 * G_PI);
  cairo_fill (cr);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
}

/* The same ones at each redraw. */
static void
draw_stars (cairo_t *cr, double width, double height)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < N_STARS; i++)
    {
      double x = g_rand_double_range (rand, .02, .98) * width;
      double y = g_rand_double_range (rand, .06, .94) * height;
      double radius = g_rand_double_range (rand, .5, 1.2);
      double alpha = g_rand_double_range (rand, .12, STAR_MOST);

      if (ABS (x - width / 2) < 2 * MOON_RADIUS)
        continue;
      cairo_set_source_rgba (cr, .9, .83, .72, alpha);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/**
 * cooldown_moon_draw:
 * @area: the widget that is drawn
 * @cr: where to draw
 * @width: how wide
 * @height: how high
 * @data: unused
 *
 * A GtkDrawingAreaDrawFunc. It is too dim to wake anybody.
 */
void
cooldown_moon_draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  draw_stars (cr, width, height);
  draw_moon (cr, width / 2.0, .55 * height);
}
