/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "leg-paint.h"

/* How much of the foreground a leg has, no skin of anybody's; shorts have more, and what is above
 * them, which is not asked about, less. On a dark ground less is seen of it. */
#define LEG .12
#define SHORTS .19
#define ABOVE .07
#define MORE_IN_THE_DARK 1.35
/* A place that something was felt at once is told from one where nothing was. */
#define HEAT_LEAST .22
#define HOVER .3
#define HOVER_CHOSEN .2
/* In lengths of the surface, however large the drawing is. */
#define GAP 2.2
#define TOE_GAP 1.6
#define LINE 1.6
#define FOCUS 2.6
/* Depth: ever wider strokes along the edge, one over the other. */
#define SHADES 6
#define SHADE_WIDTH 22.0
#define SHADE .014
#define SHADE_TOLERANCE 1.5
#define SHADE_IN_THE_DARK .03
#define DETAIL .28
#define DETAIL_WIDTH 1.1
/* The body fades away between these. */
#define FADE_FROM -51.0
#define FADE_TO -27.0

typedef struct
{
  cairo_t *cr;
  const CooldownLegFrame *frame;
  const CooldownLegColors *colors;
  const CooldownLegMark *marks;
  CooldownLegView view;
  CooldownLegSide side;
} Leg;

static void
set_color (cairo_t *cr, const CooldownLegColor *color)
{
  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
}

/* From nothing at the top to @color at the hips. */
static void
set_fading (cairo_t *cr, const CooldownLegColor *color, double alpha)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (0, FADE_FROM, 0, FADE_TO);

  cairo_pattern_add_color_stop_rgba (pattern, 0, color->red, color->green, color->blue, 0);
  cairo_pattern_add_color_stop_rgba (pattern, 1, color->red, color->green, color->blue, alpha);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

static CooldownLegColor
mix (const CooldownLegColor *a, const CooldownLegColor *b, double share)
{
  return (CooldownLegColor){ a->red + (b->red - a->red) * share,
                             a->green + (b->green - a->green) * share,
                             a->blue + (b->blue - a->blue) * share };
}

static void
set_width (const Leg *leg, double width)
{
  cairo_set_line_width (leg->cr, width / leg->frame->scale);
}

static gboolean
is_dark (const CooldownLegColors *colors)
{
  const CooldownLegColor *ground = &colors->background;

  return .3 * ground->red + .59 * ground->green + .11 * ground->blue < .5;
}

static const CooldownLegMark *
get_mark (const Leg *leg, const CooldownLegPart *part)
{
  int half = cooldown_leg_part_get_half (part, leg->side);

  return half != COOLDOWN_LEG_NONE ? &leg->marks[half] : NULL;
}

/* Whether the part is the uppermost one of a body that fades away. */
static gboolean
is_fading (const CooldownLegPart *part)
{
  return part->after[0] == 0 && part->view != COOLDOWN_LEG_SOLES;
}

static double
get_tone (const CooldownLegPart *part)
{
  if (part->region != NULL)
    return LEG;
  return is_fading (part) ? ABOVE : SHORTS;
}

static CooldownLegColor
get_fill (const Leg *leg, const CooldownLegPart *part)
{
  const CooldownLegColors *colors = leg->colors;
  const CooldownLegMark *mark = get_mark (leg, part);
  double tone = get_tone (part) * (is_dark (colors) ? MORE_IN_THE_DARK : 1);
  CooldownLegColor fill = mix (&colors->background, &colors->foreground, tone);

  if (mark == NULL)
    return fill;
  if (mark->heat > 0)
    fill = mix (&fill, &colors->heat, HEAT_LEAST + (1 - HEAT_LEAST) * MIN (mark->heat, 1));
  if (mark->chosen)
    fill = colors->accent;
  if (mark->hovered && mark->chosen)
    fill = mix (&fill, &colors->background, HOVER_CHOSEN);
  else if (mark->hovered)
    fill = mix (&fill, &colors->accent, HOVER);
  return fill;
}

static void
fill_parts (const Leg *leg)
{
  const CooldownLegPart *part;

  for (guint i = 0; (part = cooldown_leg_part_get (i)) != NULL; i++)
    if (part->view == leg->view)
      {
        CooldownLegColor fill = get_fill (leg, part);

        if (is_fading (part))
          set_fading (leg->cr, &fill, 1);
        else
          set_color (leg->cr, &fill);
        cooldown_leg_part_fill (part, leg->cr);
      }
}

static void
clip_roughly (const Leg *leg)
{
  double left, top, right, bottom;

  cooldown_leg_trace (leg->view, leg->cr);
  cairo_path_extents (leg->cr, &left, &top, &right, &bottom);
  cairo_new_path (leg->cr);
  cairo_rectangle (leg->cr, left, top, right - left, bottom - top);
  cairo_clip (leg->cr);
}

/* Along the edges, where a round thing turns away from who looks at it. Strokes that are not
 * clipped to the leg are several times as fast, and nobody sees how exact they are. */
static void
shade (const Leg *leg)
{
  static const CooldownLegColor opaque = { 0, 0, 0 };
  cairo_pattern_t *shades;

  cairo_save (leg->cr);
  clip_roughly (leg);
  cairo_push_group (leg->cr);
  cairo_set_tolerance (leg->cr, SHADE_TOLERANCE);
  cairo_set_source_rgba (leg->cr, 0, 0, 0, is_dark (leg->colors) ? SHADE_IN_THE_DARK : SHADE);
  for (guint i = 1; i <= SHADES; i++)
    {
      cairo_set_line_width (leg->cr, SHADE_WIDTH * i / SHADES);
      cooldown_leg_trace (leg->view, leg->cr);
      cairo_stroke (leg->cr);
    }
  shades = cairo_pop_group (leg->cr);
  cooldown_leg_clip (leg->view, leg->cr);
  set_fading (leg->cr, &opaque, 1);
  cairo_mask (leg->cr, shades);
  cairo_restore (leg->cr);
  cairo_pattern_destroy (shades);
}

static void
draw_details (const Leg *leg)
{
  const CooldownLegColor *color = &leg->colors->foreground;

  cairo_set_line_cap (leg->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (leg->cr, DETAIL_WIDTH);
  cairo_set_source_rgba (leg->cr, color->red, color->green, color->blue, DETAIL);
  cooldown_leg_stroke_details (leg->view, leg->cr);
  cairo_set_line_cap (leg->cr, CAIRO_LINE_CAP_BUTT);
}

static void
draw_borders (const Leg *leg)
{
  const CooldownLegColors *colors = leg->colors;

  set_color (leg->cr, colors->outlined ? &colors->foreground : &colors->background);
  set_width (leg, colors->outlined ? LINE : GAP);
  cooldown_leg_stroke_borders (leg->view, leg->cr);
}

static void
draw_focus (const Leg *leg)
{
  const CooldownLegPart *part;

  for (guint i = 0; (part = cooldown_leg_part_get (i)) != NULL; i++)
    {
      const CooldownLegMark *mark = part->view == leg->view ? get_mark (leg, part) : NULL;

      if (mark == NULL || !mark->focused)
        continue;
      cairo_save (leg->cr);
      cooldown_leg_clip (leg->view, leg->cr);
      cooldown_leg_part_clip (part, leg->cr);
      set_fading (leg->cr, &leg->colors->foreground, 1);
      /* Half of it lies outside. */
      set_width (leg, 2 * FOCUS);
      cooldown_leg_part_stroke (part, leg->cr);
      cairo_restore (leg->cr);
    }
}

/* Not clipped to the leg: half covered pixels along the edge would be left over. */
static void
draw_edges (const Leg *leg)
{
  const CooldownLegColors *colors = leg->colors;

  if (colors->outlined)
    {
      set_fading (leg->cr, &colors->foreground, 1);
      set_width (leg, LINE);
      cooldown_leg_stroke_outline (leg->view, leg->cr);
      return;
    }
  set_color (leg->cr, &colors->background);
  set_width (leg, leg->view == COOLDOWN_LEG_SOLES ? TOE_GAP : GAP);
  if (leg->view == COOLDOWN_LEG_SOLES)
    cooldown_leg_stroke_outline (leg->view, leg->cr);
  else
    cooldown_leg_stroke_middle (leg->view, leg->cr);
}

static void
draw_inside (const Leg *leg)
{
  cairo_save (leg->cr);
  cooldown_leg_clip (leg->view, leg->cr);
  fill_parts (leg);
  cairo_restore (leg->cr);
  shade (leg);
  cairo_save (leg->cr);
  cooldown_leg_clip (leg->view, leg->cr);
  draw_details (leg);
  draw_borders (leg);
  cairo_restore (leg->cr);
}

static void
draw_view (Leg *leg, void (*const *layers) (const Leg *leg))
{
  for (; *layers != NULL; layers++)
    for (guint i = 0; i < COOLDOWN_LEG_N_SIDES; i++)
      {
        leg->side = i;
        cairo_save (leg->cr);
        cooldown_leg_frame_enter (leg->frame, leg->view, leg->side, leg->cr);
        (*layers) (leg);
        cairo_restore (leg->cr);
      }
}

/**
 * cooldown_leg_paint:
 * @cr: where to draw; on any surface
 * @frame: where the drawing lies there
 * @colors: what it is painted with
 * @marks: how each half is shown, by its number
 *
 * Paints the legs from the front and from behind, and the soles; without any words.
 */
void
cooldown_leg_paint (cairo_t *cr,
                    const CooldownLegFrame *frame,
                    const CooldownLegColors *colors,
                    const CooldownLegMark marks[COOLDOWN_LEG_N_HALVES])
{
  static void (*const layers[]) (const Leg *leg) = { draw_inside, draw_edges, draw_focus, NULL };

  g_return_if_fail (cr != NULL && frame != NULL && colors != NULL && marks != NULL);

  if (frame->scale <= 0)
    return;
  for (guint i = 0; i < COOLDOWN_LEG_N_VIEWS; i++)
    draw_view (&(Leg){ cr, frame, colors, marks, i, COOLDOWN_LEG_PICTURE_LEFT }, layers);
}
