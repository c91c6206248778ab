/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/** CooldownLegPoint: A point that a curve passes through. */
typedef struct
{
  double x, y;
} CooldownLegPoint;

void cooldown_leg_curve_closed (cairo_t *cr, const CooldownLegPoint *points, guint n_points);
void cooldown_leg_curve_open (cairo_t *cr, const CooldownLegPoint *points, guint n_points);

G_END_DECLS
