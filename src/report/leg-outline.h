/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/*
 * The outline of a leg, without a toolkit: for the window and for paper. One leg is drawn and its
 * mirror image is the other. Lengths are in units of the drawing, in which a whole leg is some 400
 * high; x counts outwards from the middle of the body, y downwards from the hip. A sole has an
 * origin of its own, at the ball of the big toe.
 */

/** CooldownLegView: From where the legs are seen. */
typedef enum
{
  COOLDOWN_LEG_FRONT,
  COOLDOWN_LEG_BACK,
  COOLDOWN_LEG_SOLES,
} CooldownLegView;

/** COOLDOWN_LEG_N_VIEWS: How many views there are. */
#define COOLDOWN_LEG_N_VIEWS 3

void cooldown_leg_trace (CooldownLegView view, cairo_t *cr);
void cooldown_leg_trace_filled (CooldownLegView view, cairo_t *cr);
void cooldown_leg_clip (CooldownLegView view, cairo_t *cr);
void cooldown_leg_stroke_outline (CooldownLegView view, cairo_t *cr);
void cooldown_leg_stroke_middle (CooldownLegView view, cairo_t *cr);
void cooldown_leg_stroke_details (CooldownLegView view, cairo_t *cr);

G_END_DECLS
