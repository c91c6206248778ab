/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "leg-curve.h"

/* A curve from B to C as Catmull and Rom have it, between A and D. */
static void
curve_between (cairo_t *cr,
               const CooldownLegPoint *a,
               const CooldownLegPoint *b,
               const CooldownLegPoint *c,
               const CooldownLegPoint *d)
{
  cairo_curve_to (cr, b->x + (c->x - a->x) / 6, b->y + (c->y - a->y) / 6, c->x - (d->x - b->x) / 6,
                  c->y - (d->y - b->y) / 6, c->x, c->y);
}

/**
 * cooldown_leg_curve_closed:
 * @cr: where to draw
 * @points: (array length=n_points): what the curve passes through
 * @n_points: how many there are
 *
 * Adds a closed curve to the path.
 */
void
cooldown_leg_curve_closed (cairo_t *cr, const CooldownLegPoint *points, guint n_points)
{
  const guint n = n_points;

  cairo_move_to (cr, points[0].x, points[0].y);
  for (guint i = 0; i < n; i++)
    curve_between (cr, &points[(i + n - 1) % n], &points[i], &points[(i + 1) % n],
                   &points[(i + 2) % n]);
  cairo_close_path (cr);
}

/* Before the first and after the last point the curve goes on as it is bent there. */
static CooldownLegPoint
extrapolate (const CooldownLegPoint *at,
             const CooldownLegPoint *next,
             const CooldownLegPoint *after_next)
{
  return (CooldownLegPoint){ 3 * (at->x - next->x) + after_next->x,
                             3 * (at->y - next->y) + after_next->y };
}

/**
 * cooldown_leg_curve_open:
 * @cr: where to draw
 * @points: (array length=n_points): what the curve passes through
 * @n_points: how many there are, at least 2
 *
 * Adds a line to the first point, if the path has begun, and a curve to the last one to the path.
 */
void
cooldown_leg_curve_open (cairo_t *cr, const CooldownLegPoint *points, guint n_points)
{
  const guint n = n_points;
  const CooldownLegPoint *last = &points[n - 1];
  CooldownLegPoint before = extrapolate (&points[0], &points[1], &points[MIN (2, n - 1)]);
  CooldownLegPoint after = extrapolate (last, last - 1, n > 2 ? last - 2 : last - 1);

  cairo_line_to (cr, points[0].x, points[0].y);
  for (guint i = 0; i + 1 < n; i++)
    curve_between (cr, i > 0 ? &points[i - 1] : &before, &points[i], &points[i + 1],
                   i + 2 < n ? &points[i + 2] : &after);
}
