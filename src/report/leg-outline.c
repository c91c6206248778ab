/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "leg-outline.h"

#include "leg-curve.h"

/* Farther away than anything that is drawn. */
#define FAR 1000.0
/* Down to here the halves of the body are one and only a line parts them; then the legs begin. */
#define CROTCH 72.0
#define LEGS 79.0
#define LEGS_X 2.3
#define TOP -50.0

static const CooldownLegPoint front[] = {
  { 2, 76 },     { 1.2, 70 },   { 1, 40 },     { 1, 0 },      { 1, -50 },    { 18, -50 },
  { 33, -49 },   { 32.5, -30 }, { 35, -12 },   { 41, 8 },     { 46, 30 },    { 48.5, 56 },
  { 48, 84 },    { 45.5, 115 }, { 41, 146 },   { 38, 164 },   { 37.5, 180 }, { 38.5, 200 },
  { 39, 220 },   { 36, 246 },   { 31, 272 },   { 28, 290 },   { 28.5, 300 }, { 29.5, 308 },
  { 34, 326 },   { 38, 340 },   { 37, 350 },   { 30, 354 },   { 20, 354 },   { 13, 351 },
  { 11.5, 340 }, { 12.5, 322 }, { 13.5, 308 }, { 12.5, 298 }, { 13.5, 286 }, { 12, 262 },
  { 9, 238 },    { 8, 218 },    { 9.5, 200 },  { 12, 184 },   { 11.5, 168 }, { 9, 150 },
  { 5.5, 116 },  { 3, 90 },
};

static const CooldownLegPoint back[] = {
  { 2, 76 },     { 1.2, 70 },   { 1, 40 },     { 1, 0 },    { 1, -50 },    { 18, -50 },
  { 33, -49 },   { 32.5, -30 }, { 35, -12 },   { 41, 8 },   { 46, 30 },    { 48.5, 56 },
  { 48, 84 },    { 45.5, 115 }, { 41, 146 },   { 38, 164 }, { 37.5, 180 }, { 38.5, 200 },
  { 39, 220 },   { 36, 246 },   { 31, 272 },   { 28, 290 }, { 28.5, 300 }, { 29, 312 },
  { 30, 328 },   { 29, 340 },   { 24, 346 },   { 18, 346 }, { 13.5, 340 }, { 13, 326 },
  { 13.5, 310 }, { 12.5, 298 }, { 13.5, 286 }, { 12, 262 }, { 9, 238 },    { 8, 218 },
  { 9.5, 200 },  { 12, 184 },   { 11.5, 168 }, { 9, 150 },  { 5.5, 116 },  { 3, 90 },
};

static const CooldownLegPoint sole[] = {
  { 18, 0 },  { 8, 3 },   { 1, 14 },   { 0, 30 },   { 5, 48 },  { 8, 66 },
  { 6, 84 },  { 8, 100 }, { 17, 108 }, { 28, 106 }, { 34, 97 }, { 35, 82 },
  { 38, 64 }, { 43, 44 }, { 45, 26 },  { 40, 9 },   { 30, 1 },
};

static const struct
{
  CooldownLegPoint middle;
  double width, height; /* half of each */
} toes[] = {
  { { 8, -7 }, 8.6, 10.5 },  { { 20.5, -9 }, 5.3, 7 }, { { 29.5, -6 }, 4.8, 6.2 },
  { { 37, -.5 }, 4.3, 5.6 }, { { 43, 7.5 }, 3.8, 5 },
};

static const struct
{
  const CooldownLegPoint *points;
  guint n_points;
} outlines[COOLDOWN_LEG_N_VIEWS] = {
  [COOLDOWN_LEG_FRONT] = { front, G_N_ELEMENTS (front) },
  [COOLDOWN_LEG_BACK] = { back, G_N_ELEMENTS (back) },
  [COOLDOWN_LEG_SOLES] = { sole, G_N_ELEMENTS (sole) },
};

/* What gives a leg its depth and belongs to no region: kneecap, hollow, tendon, toes. */
static const struct
{
  CooldownLegView view;
  guint n_points;
  CooldownLegPoint points[3];
} details[] = {
  { COOLDOWN_LEG_FRONT, 3, { { 17, 173.5 }, { 24.5, 178 }, { 32, 173.5 } } },
  { COOLDOWN_LEG_FRONT, 2, { { 17, 347 }, { 16.4, 352.2 } } },
  { COOLDOWN_LEG_FRONT, 2, { { 21.5, 347.4 }, { 21.2, 353.4 } } },
  { COOLDOWN_LEG_FRONT, 2, { { 26, 347.4 }, { 26.2, 353.6 } } },
  { COOLDOWN_LEG_FRONT, 2, { { 30.5, 347 }, { 31.2, 353 } } },
  { COOLDOWN_LEG_BACK, 3, { { 17, 171 }, { 24.5, 173.5 }, { 32, 171 } } },
  { COOLDOWN_LEG_BACK, 2, { { 17.2, 262 }, { 17.6, 277 } } },
  { COOLDOWN_LEG_BACK, 2, { { 24, 262 }, { 23.6, 277 } } },
};

static void
trace_toe (cairo_t *cr, guint toe)
{
  cairo_new_sub_path (cr);
  cairo_save (cr);
  cairo_translate (cr, toes[toe].middle.x, toes[toe].middle.y);
  cairo_scale (cr, toes[toe].width, toes[toe].height);
  /* Round the same way as the sole, so that both together have no hole. */
  cairo_arc_negative (cr, 0, 0, 1, 2 * G_PI, 0);
  cairo_restore (cr);
  cairo_close_path (cr);
}

/**
 * cooldown_leg_trace:
 * @view: a view
 * @cr: where to draw, in the leg's own units
 *
 * Makes the outline of one leg, or of one sole and its toes, the path.
 */
void
cooldown_leg_trace (CooldownLegView view, cairo_t *cr)
{
  cairo_new_path (cr);
  cooldown_leg_curve_closed (cr, outlines[view].points, outlines[view].n_points);
  for (guint i = 0; view == COOLDOWN_LEG_SOLES && i < G_N_ELEMENTS (toes); i++)
    trace_toe (cr, i);
}

/**
 * cooldown_leg_trace_filled:
 * @view: a view
 * @cr: where to draw, in the leg's own units
 *
 * Makes all that belongs to one leg the path: its outline, and at the hips what lies between both.
 */
void
cooldown_leg_trace_filled (CooldownLegView view, cairo_t *cr)
{
  cooldown_leg_trace (view, cr);
  if (view == COOLDOWN_LEG_SOLES)
    return;
  cairo_move_to (cr, 0, CROTCH);
  cairo_line_to (cr, 0, TOP);
  cairo_line_to (cr, 3, TOP);
  cairo_line_to (cr, 3, LEGS);
  cairo_line_to (cr, LEGS_X, LEGS);
  cairo_close_path (cr);
}

/**
 * cooldown_leg_clip:
 * @view: a view
 * @cr: where to draw, in the leg's own units
 *
 * Has only that be drawn which lies in one leg. At the hips one leg begins where the other ends.
 */
void
cooldown_leg_clip (CooldownLegView view, cairo_t *cr)
{
  if (view != COOLDOWN_LEG_SOLES)
    {
      cairo_rectangle (cr, 0, -FAR, FAR, 2 * FAR);
      cairo_clip (cr);
    }
  cooldown_leg_trace_filled (view, cr);
  cairo_clip (cr);
}

/**
 * cooldown_leg_stroke_outline:
 * @view: a view
 * @cr: where to draw, in the leg's own units
 *
 * Draws a line around one leg. At the hips it runs where one leg begins and the other ends.
 */
void
cooldown_leg_stroke_outline (CooldownLegView view, cairo_t *cr)
{
  cairo_save (cr);
  if (view != COOLDOWN_LEG_SOLES)
    {
      cooldown_leg_stroke_middle (view, cr);
      cairo_rectangle (cr, 4, TOP, FAR, LEGS - TOP);
      cairo_rectangle (cr, -FAR, LEGS, 2 * FAR, FAR);
      cairo_clip (cr);
    }
  cooldown_leg_trace (view, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * cooldown_leg_stroke_middle:
 * @view: a view
 * @cr: where to draw, in the units of one of its legs
 *
 * Draws a line where one leg begins and the other ends.
 */
void
cooldown_leg_stroke_middle (CooldownLegView view, cairo_t *cr)
{
  if (view == COOLDOWN_LEG_SOLES)
    return;
  cairo_new_path (cr);
  cairo_move_to (cr, 0, TOP);
  cairo_line_to (cr, 0, CROTCH);
  cairo_line_to (cr, LEGS_X, LEGS + 1);
  cairo_stroke (cr);
}

/**
 * cooldown_leg_stroke_details:
 * @view: a view
 * @cr: where to draw, in the leg's own units and clipped to the leg
 *
 * Draws what helps to see which side of the leg it is.
 */
void
cooldown_leg_stroke_details (CooldownLegView view, cairo_t *cr)
{
  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    if (details[i].view == view)
      {
        cairo_new_path (cr);
        cooldown_leg_curve_open (cr, details[i].points, details[i].n_points);
        cairo_stroke (cr);
      }
}
