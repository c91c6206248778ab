/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "leg-frame.h"

#include <string.h>

/* All views side by side, in units; the titles of the first two stand above that. */
#define WIDTH 312.0
#define HEIGHT 436.0
/* The hip's place in it. */
#define HIP_Y 54.0
/* The letters begin below the feet. */
#define LETTER_Y (HIP_Y + 360)
/* Between a title and what it is about. */
#define TITLE_GAP 4.0
/* Beside the back and above the soles there is room for a note. */
#define NOTE_X 217.0
#define NOTE_Y (HIP_Y - 44)
#define NOTE_WIDTH (WIDTH - NOTE_X)
#define NOTE_HEIGHT 196.0

/* Left before right; the order is that of the content. */
static const char *const halves[COOLDOWN_LEG_N_HALVES] = {
  "lower-back-l",  "lower-back-r",  "buttock-l",     "buttock-r",     "thigh-outer-l",
  "thigh-outer-r", "thigh-front-l", "thigh-front-r", "thigh-back-l",  "thigh-back-r",
  "knee-l",        "knee-r",        "knee-back-l",   "knee-back-r",   "shin-l",
  "shin-r",        "calf-l",        "calf-r",        "ankle-inner-l", "ankle-inner-r",
  "ankle-outer-l", "ankle-outer-r", "foot-top-l",    "foot-top-r",    "heel-l",
  "heel-r",        "sole-l",        "sole-r",        "toes-l",        "toes-r",
};

/* Where a leg's own origin lies: both are @apart from the middle of their view. */
static const struct
{
  double x, y;
  double apart;
  double letter; /* from the middle of the view to the middle of a foot */
  double title;  /* down to here reaches the title */
} views[COOLDOWN_LEG_N_VIEWS] = {
  [COOLDOWN_LEG_FRONT] = { 50, HIP_Y, 0, 24.5, -TITLE_GAP },
  [COOLDOWN_LEG_BACK] = { 158, HIP_Y, 0, 21.5, -TITLE_GAP },
  [COOLDOWN_LEG_SOLES] = { 256.5, HIP_Y + 238, 7, 29.5, HIP_Y + 238 - 18 - TITLE_GAP },
};

/**
 * cooldown_leg_half_get_id:
 * @half: the number of a half, or %COOLDOWN_LEG_NONE
 *
 * Returns: (nullable): its id, "calf-l"; %NULL for none
 */
const char *
cooldown_leg_half_get_id (int half)
{
  return half >= 0 && half < COOLDOWN_LEG_N_HALVES ? halves[half] : NULL;
}

/**
 * cooldown_leg_half_find:
 * @id: (nullable): the id of a half
 *
 * Returns: its number, or %COOLDOWN_LEG_NONE
 */
int
cooldown_leg_half_find (const char *id)
{
  for (int i = 0; id != NULL && i < COOLDOWN_LEG_N_HALVES; i++)
    if (strcmp (halves[i], id) == 0)
      return i;
  return COOLDOWN_LEG_NONE;
}

/**
 * cooldown_leg_is_left:
 * @view: a view
 * @side: one of its legs
 *
 * A big toe points to the other foot from wherever one looks: with the toes up the left sole is the
 * one on the right.
 *
 * Returns: whether this is the user's own left leg
 */
gboolean
cooldown_leg_is_left (CooldownLegView view, CooldownLegSide side)
{
  return (view == COOLDOWN_LEG_BACK) == (side == COOLDOWN_LEG_PICTURE_LEFT);
}

/**
 * cooldown_leg_part_get_half:
 * @part: a part
 * @side: one of the legs of its view
 *
 * Returns: which half it shows there; %COOLDOWN_LEG_NONE if it is about no region
 */
int
cooldown_leg_part_get_half (const CooldownLegPart *part, CooldownLegSide side)
{
  gboolean left = cooldown_leg_is_left (part->view, side);
  gsize length;

  if (part->region == NULL)
    return COOLDOWN_LEG_NONE;
  length = strlen (part->region);
  for (int i = left ? 0 : 1; i < COOLDOWN_LEG_N_HALVES; i += 2)
    if (strncmp (halves[i], part->region, length) == 0 && strlen (halves[i]) == length + 2)
      return i;
  return COOLDOWN_LEG_NONE;
}

/**
 * cooldown_leg_frame_fit:
 * @width: how wide the surface is
 * @height: how high it is
 * @titles: how much of its height the titles of the views take away
 *
 * Returns: the largest drawing that fits, in the middle
 */
CooldownLegFrame
cooldown_leg_frame_fit (double width, double height, double titles)
{
  double scale = MAX (MIN (width / WIDTH, (height - titles) / HEIGHT), 0);

  return (CooldownLegFrame){ (width - scale * WIDTH) / 2,
                             titles + (height - titles - scale * HEIGHT) / 2, scale };
}

static double
get_origin_x (CooldownLegView view, CooldownLegSide side)
{
  return views[view].x +
         (side == COOLDOWN_LEG_PICTURE_LEFT ? -views[view].apart : views[view].apart);
}

/**
 * cooldown_leg_frame_enter:
 * @frame: where the drawing lies
 * @view: a view
 * @side: one of its legs
 * @cr: where to draw
 *
 * From now on lengths are in that leg's own units.
 */
void
cooldown_leg_frame_enter (const CooldownLegFrame *frame,
                          CooldownLegView view,
                          CooldownLegSide side,
                          cairo_t *cr)
{
  cairo_translate (cr, frame->x, frame->y);
  cairo_scale (cr, frame->scale, frame->scale);
  cairo_translate (cr, get_origin_x (view, side), views[view].y);
  if (side == COOLDOWN_LEG_PICTURE_LEFT)
    cairo_scale (cr, -1, 1);
}

static int
hit_leg (CooldownLegView view, CooldownLegSide side, double x, double y)
{
  const CooldownLegPart *part;

  x -= get_origin_x (view, side);
  y -= views[view].y;
  if (side == COOLDOWN_LEG_PICTURE_LEFT)
    x = -x;
  part = cooldown_leg_part_find (view, x, y);
  return part != NULL ? cooldown_leg_part_get_half (part, side) : COOLDOWN_LEG_NONE;
}

/**
 * cooldown_leg_frame_hit:
 * @frame: where the drawing lies
 * @x: a place on the surface
 * @y: a place on the surface
 *
 * Returns: the half that is drawn there, or %COOLDOWN_LEG_NONE
 */
int
cooldown_leg_frame_hit (const CooldownLegFrame *frame, double x, double y)
{
  if (frame->scale <= 0)
    return COOLDOWN_LEG_NONE;
  x = (x - frame->x) / frame->scale;
  y = (y - frame->y) / frame->scale;
  for (guint i = 0; i < COOLDOWN_LEG_N_VIEWS; i++)
    for (guint j = 0; j < COOLDOWN_LEG_N_SIDES; j++)
      {
        int half = hit_leg (i, j, x, y);

        if (half != COOLDOWN_LEG_NONE)
          return half;
      }
  return COOLDOWN_LEG_NONE;
}

/**
 * cooldown_leg_frame_get_title:
 * @frame: where the drawing lies
 * @view: a view
 * @x: (out): the middle of its title
 * @bottom: (out): the lower edge of its title
 */
void
cooldown_leg_frame_get_title (const CooldownLegFrame *frame,
                              CooldownLegView view,
                              double *x,
                              double *bottom)
{
  *x = frame->x + views[view].x * frame->scale;
  *bottom = frame->y + views[view].title * frame->scale;
}

/**
 * cooldown_leg_frame_get_letter:
 * @frame: where the drawing lies
 * @view: a view
 * @side: one of its legs
 * @x: (out): the middle of the letter that says which leg it is
 * @top: (out): the upper edge of that letter
 */
void
cooldown_leg_frame_get_letter (const CooldownLegFrame *frame,
                               CooldownLegView view,
                               CooldownLegSide side,
                               double *x,
                               double *top)
{
  double apart = side == COOLDOWN_LEG_PICTURE_LEFT ? -views[view].letter : views[view].letter;

  *x = frame->x + (views[view].x + apart) * frame->scale;
  *top = frame->y + LETTER_Y * frame->scale;
}

/**
 * cooldown_leg_frame_get_note:
 * @frame: where the drawing lies
 * @x: (out): the left edge of a note about the letters
 * @top: (out): its upper edge
 * @width: (out): how wide it may be
 * @height: (out): how high it may be
 */
void
cooldown_leg_frame_get_note (const CooldownLegFrame *frame,
                             double *x,
                             double *top,
                             double *width,
                             double *height)
{
  *x = frame->x + NOTE_X * frame->scale;
  *top = frame->y + NOTE_Y * frame->scale;
  *width = NOTE_WIDTH * frame->scale;
  *height = NOTE_HEIGHT * frame->scale;
}
