/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "leg-shape.h"

#include "leg-curve.h"

/* Farther away than anything that is drawn. */
#define FAR 1000.0

typedef enum
{
  BORDER_END,
  BORDER_WAISTBAND,
  BORDER_SHORTS,
  BORDER_SEAM,
  BORDER_KNEE_TOP,
  BORDER_KNEE_BOTTOM,
  BORDER_ANKLE_TOP,
  BORDER_ANKLE_MIDDLE,
  BORDER_ANKLE_BOTTOM,
  BORDER_WAIST,
  BORDER_FOLD,
  BORDER_HOLLOW_TOP,
  BORDER_HOLLOW_BOTTOM,
  BORDER_HEEL_TOP,
  BORDER_HEEL_MIDDLE,
  BORDER_HEEL_BOTTOM,
  BORDER_BALL,
  BORDER_ARCH,
  N_BORDERS,
} Border;

/* Borders run outwards, or else downwards; before the first and after the last of their points they
 * go on straight. Where they are seen is between other borders. */
static const struct
{
  CooldownLegView view;
  guint n_points;
  CooldownLegPoint points[5];
  Border after, before;
  gboolean downwards;
  gboolean hidden;
} borders[N_BORDERS] = {
  [BORDER_WAISTBAND] = { COOLDOWN_LEG_FRONT,
                         3,
                         { { 0, -13 }, { 20, -14 }, { 38, -17 } },
                         .hidden = TRUE },
  [BORDER_SHORTS] = { COOLDOWN_LEG_FRONT,
                      5,
                      { { 0, 82 }, { 4, 79 }, { 20, 62 }, { 36, 43 }, { 47, 29 } } },
  [BORDER_SEAM] = { COOLDOWN_LEG_FRONT,
                    5,
                    { { 46, 30 }, { 38.5, 46 }, { 34.5, 76 }, { 31.5, 116 }, { 29, 160 } },
                    .after = BORDER_SHORTS,
                    .before = BORDER_KNEE_TOP,
                    .downwards = TRUE },
  [BORDER_KNEE_TOP] = { COOLDOWN_LEG_FRONT, 3, { { 9, 157.5 }, { 24, 155 }, { 40, 157.5 } } },
  [BORDER_KNEE_BOTTOM] = { COOLDOWN_LEG_FRONT, 3, { { 9, 190.5 }, { 24, 193 }, { 39, 190.5 } } },
  [BORDER_ANKLE_TOP] = { COOLDOWN_LEG_FRONT, 3, { { 12, 281.5 }, { 21, 282.5 }, { 30, 281.5 } } },
  [BORDER_ANKLE_MIDDLE] = { COOLDOWN_LEG_FRONT,
                            2,
                            { { 20.5, 270 }, { 20.5, 320 } },
                            .after = BORDER_ANKLE_TOP,
                            .before = BORDER_ANKLE_BOTTOM,
                            .downwards = TRUE },
  [BORDER_ANKLE_BOTTOM] = { COOLDOWN_LEG_FRONT, 3, { { 13, 308 }, { 21, 310 }, { 30, 308 } } },
  [BORDER_WAIST] = { COOLDOWN_LEG_BACK, 3, { { 0, 5 }, { 18, 3 }, { 40, -1 } } },
  [BORDER_FOLD] = { COOLDOWN_LEG_BACK,
                    5,
                    { { 0, 76 }, { 10, 81.5 }, { 23, 84 }, { 37, 81 }, { 49, 74 } } },
  [BORDER_HOLLOW_TOP] = { COOLDOWN_LEG_BACK, 3, { { 9, 155.5 }, { 24, 157 }, { 40, 155.5 } } },
  [BORDER_HOLLOW_BOTTOM] = { COOLDOWN_LEG_BACK, 3, { { 9, 190.5 }, { 24, 189 }, { 39, 190.5 } } },
  [BORDER_HEEL_TOP] = { COOLDOWN_LEG_BACK, 3, { { 12, 280.5 }, { 21, 279.5 }, { 30, 280.5 } } },
  [BORDER_HEEL_MIDDLE] = { COOLDOWN_LEG_BACK,
                           2,
                           { { 20.5, 270 }, { 20.5, 320 } },
                           .after = BORDER_HEEL_TOP,
                           .before = BORDER_HEEL_BOTTOM,
                           .downwards = TRUE },
  [BORDER_HEEL_BOTTOM] = { COOLDOWN_LEG_BACK, 3, { { 13, 310.5 }, { 21, 311.5 }, { 30, 310.5 } } },
  [BORDER_BALL] = { COOLDOWN_LEG_SOLES, 3, { { 1, 39 }, { 22, 42 }, { 44, 39 } } },
  [BORDER_ARCH] = { COOLDOWN_LEG_SOLES, 3, { { 6, 77.5 }, { 21, 79.5 }, { 36, 77.5 } } },
};

static const CooldownLegPart parts[] = {
  { COOLDOWN_LEG_FRONT, NULL, { 0 }, { BORDER_WAISTBAND } },
  { COOLDOWN_LEG_FRONT, NULL, { BORDER_WAISTBAND }, { BORDER_SHORTS } },
  { COOLDOWN_LEG_FRONT, "thigh-front", { BORDER_SHORTS }, { BORDER_SEAM, BORDER_KNEE_TOP } },
  { COOLDOWN_LEG_FRONT, "thigh-outer", { BORDER_SHORTS, BORDER_SEAM }, { BORDER_KNEE_TOP } },
  { COOLDOWN_LEG_FRONT, "knee", { BORDER_KNEE_TOP }, { BORDER_KNEE_BOTTOM } },
  { COOLDOWN_LEG_FRONT, "shin", { BORDER_KNEE_BOTTOM }, { BORDER_ANKLE_TOP } },
  { COOLDOWN_LEG_FRONT,
    "ankle-inner",
    { BORDER_ANKLE_TOP },
    { BORDER_ANKLE_MIDDLE, BORDER_ANKLE_BOTTOM } },
  { COOLDOWN_LEG_FRONT,
    "ankle-outer",
    { BORDER_ANKLE_TOP, BORDER_ANKLE_MIDDLE },
    { BORDER_ANKLE_BOTTOM } },
  { COOLDOWN_LEG_FRONT, "foot-top", { BORDER_ANKLE_BOTTOM }, { 0 } },
  { COOLDOWN_LEG_BACK, "lower-back", { 0 }, { BORDER_WAIST } },
  { COOLDOWN_LEG_BACK, "buttock", { BORDER_WAIST }, { BORDER_FOLD } },
  { COOLDOWN_LEG_BACK, "thigh-back", { BORDER_FOLD }, { BORDER_HOLLOW_TOP } },
  { COOLDOWN_LEG_BACK, "knee-back", { BORDER_HOLLOW_TOP }, { BORDER_HOLLOW_BOTTOM } },
  { COOLDOWN_LEG_BACK, "calf", { BORDER_HOLLOW_BOTTOM }, { BORDER_HEEL_TOP } },
  { COOLDOWN_LEG_BACK,
    "ankle-inner",
    { BORDER_HEEL_TOP },
    { BORDER_HEEL_MIDDLE, BORDER_HEEL_BOTTOM } },
  { COOLDOWN_LEG_BACK,
    "ankle-outer",
    { BORDER_HEEL_TOP, BORDER_HEEL_MIDDLE },
    { BORDER_HEEL_BOTTOM } },
  { COOLDOWN_LEG_BACK, "heel", { BORDER_HEEL_BOTTOM }, { 0 } },
  { COOLDOWN_LEG_SOLES, "toes", { 0 }, { BORDER_BALL } },
  { COOLDOWN_LEG_SOLES, "sole", { BORDER_BALL }, { BORDER_ARCH } },
  { COOLDOWN_LEG_SOLES, "heel", { BORDER_ARCH }, { 0 } },
};

/* Everything after a border, or everything before it. */
static void
trace_beyond (cairo_t *cr, Border border, gboolean after)
{
  const CooldownLegPoint *points = borders[border].points;
  const CooldownLegPoint *last = &points[borders[border].n_points - 1];
  double far = after ? FAR : -FAR;

  cairo_new_path (cr);
  if (borders[border].downwards)
    {
      cairo_move_to (cr, far, -FAR);
      cairo_line_to (cr, points->x, -FAR);
      cooldown_leg_curve_open (cr, points, borders[border].n_points);
      cairo_line_to (cr, last->x, FAR);
      cairo_line_to (cr, far, FAR);
    }
  else
    {
      cairo_move_to (cr, -FAR, far);
      cairo_line_to (cr, -FAR, points->y);
      cooldown_leg_curve_open (cr, points, borders[border].n_points);
      cairo_line_to (cr, FAR, last->y);
      cairo_line_to (cr, FAR, far);
    }
  cairo_close_path (cr);
}

/**
 * cooldown_leg_part_get:
 * @index: a number, from 0
 *
 * Returns: (nullable): that part, or %NULL past the last one
 */
const CooldownLegPart *
cooldown_leg_part_get (guint index)
{
  return index < G_N_ELEMENTS (parts) ? &parts[index] : NULL;
}

/* Whether a place of the leg lies between the borders of a part. */
static gboolean
is_between (cairo_t *cr, const CooldownLegPart *part, double x, double y)
{
  gboolean inside = TRUE;

  for (guint i = 0; inside && part->after[i] != BORDER_END; i++)
    {
      trace_beyond (cr, part->after[i], TRUE);
      inside = cairo_in_fill (cr, x, y);
    }
  for (guint i = 0; inside && part->before[i] != BORDER_END; i++)
    {
      trace_beyond (cr, part->before[i], FALSE);
      inside = cairo_in_fill (cr, x, y);
    }
  return inside;
}

static gboolean
is_in_leg (cairo_t *cr, CooldownLegView view, double x, double y)
{
  if (view != COOLDOWN_LEG_SOLES && x < 0)
    return FALSE;
  cooldown_leg_trace_filled (view, cr);
  return cairo_in_fill (cr, x, y);
}

/* Somewhere to ask about paths. */
static cairo_t *
scratch_new (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  return cr;
}

/**
 * cooldown_leg_part_contains:
 * @part: a part
 * @x: a place, in the leg's own units
 * @y: a place, in the leg's own units
 *
 * Returns: whether the place lies in the part
 */
gboolean
cooldown_leg_part_contains (const CooldownLegPart *part, double x, double y)
{
  cairo_t *cr = scratch_new ();
  gboolean inside = is_in_leg (cr, part->view, x, y) && is_between (cr, part, x, y);

  cairo_destroy (cr);
  return inside;
}

/**
 * cooldown_leg_part_find:
 * @view: a view
 * @x: a place, in the leg's own units
 * @y: a place, in the leg's own units
 *
 * Returns: (nullable): the part that contains the place, or %NULL outside of the leg
 */
const CooldownLegPart *
cooldown_leg_part_find (CooldownLegView view, double x, double y)
{
  cairo_t *cr = scratch_new ();
  const CooldownLegPart *found = NULL;

  if (is_in_leg (cr, view, x, y))
    for (guint i = 0; found == NULL && i < G_N_ELEMENTS (parts); i++)
      if (parts[i].view == view && is_between (cr, &parts[i], x, y))
        found = &parts[i];
  cairo_destroy (cr);
  return found;
}

/**
 * cooldown_leg_part_clip:
 * @part: a part
 * @cr: where to draw, in the leg's own units and clipped to the leg
 *
 * Has only that be drawn which lies in the part.
 */
void
cooldown_leg_part_clip (const CooldownLegPart *part, cairo_t *cr)
{
  for (guint i = 0; part->after[i] != BORDER_END; i++)
    {
      trace_beyond (cr, part->after[i], TRUE);
      cairo_clip (cr);
    }
  for (guint i = 0; part->before[i] != BORDER_END; i++)
    {
      trace_beyond (cr, part->before[i], FALSE);
      cairo_clip (cr);
    }
}

/* Has little be drawn that lies before a border; where it runs a line will be. */
static void
clip_before (cairo_t *cr, Border border)
{
  double bottom = -FAR;

  if (borders[border].downwards)
    trace_beyond (cr, border, FALSE);
  else
    {
      for (guint i = 0; i < borders[border].n_points; i++)
        bottom = MAX (bottom, borders[border].points[i].y);
      cairo_new_path (cr);
      cairo_rectangle (cr, -FAR, -FAR, 2 * FAR, FAR + bottom);
    }
  cairo_clip (cr);
}

/**
 * cooldown_leg_part_fill:
 * @part: a part
 * @cr: where to draw, in the leg's own units and clipped to the leg
 *
 * Fills the part, and a little of those that come after it in the order of their numbers; much
 * cheaper than clipping to the part.
 */
void
cooldown_leg_part_fill (const CooldownLegPart *part, cairo_t *cr)
{
  guint last = 0;

  cairo_save (cr);
  for (guint i = 0; part->before[i] != BORDER_END; i++)
    clip_before (cr, part->before[i]);
  if (part->after[0] == BORDER_END)
    cairo_paint (cr);
  else
    {
      for (; part->after[last + 1] != BORDER_END; last++)
        {
          trace_beyond (cr, part->after[last], TRUE);
          cairo_clip (cr);
        }
      trace_beyond (cr, part->after[last], TRUE);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

/**
 * cooldown_leg_part_stroke:
 * @part: a part
 * @cr: where to draw, in the leg's own units and clipped to the part
 *
 * Draws a line along the inside of the part's edges.
 */
void
cooldown_leg_part_stroke (const CooldownLegPart *part, cairo_t *cr)
{
  cooldown_leg_stroke_outline (part->view, cr);
  for (guint i = 0; part->after[i] != BORDER_END; i++)
    {
      trace_beyond (cr, part->after[i], TRUE);
      cairo_stroke (cr);
    }
  for (guint i = 0; part->before[i] != BORDER_END; i++)
    {
      trace_beyond (cr, part->before[i], FALSE);
      cairo_stroke (cr);
    }
}

static void
stroke_border (cairo_t *cr, Border border)
{
  cairo_save (cr);
  if (borders[border].after != BORDER_END)
    {
      trace_beyond (cr, borders[border].after, TRUE);
      cairo_clip (cr);
    }
  if (borders[border].before != BORDER_END)
    {
      trace_beyond (cr, borders[border].before, FALSE);
      cairo_clip (cr);
    }
  trace_beyond (cr, border, TRUE);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * cooldown_leg_stroke_borders:
 * @view: a view
 * @cr: where to draw, in the leg's own units and clipped to the leg
 *
 * Draws lines between the parts of one leg.
 */
void
cooldown_leg_stroke_borders (CooldownLegView view, cairo_t *cr)
{
  for (guint i = BORDER_END + 1; i < N_BORDERS; i++)
    if (borders[i].view == view && !borders[i].hidden)
      stroke_border (cr, i);
}
