/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "leg-shape.h"

G_BEGIN_DECLS

/*
 * Where the legs lie on a surface, and which half of which region lies where. What is left and
 * right of the picture is told apart from the user's own left and right: from the front and from
 * the soles the user's right leg is left of the picture, from behind it is right of it.
 */

/** COOLDOWN_LEG_N_HALVES: Each of the fifteen regions has a left and a right half. */
#define COOLDOWN_LEG_N_HALVES 30
/** COOLDOWN_LEG_NONE: The number of no half. */
#define COOLDOWN_LEG_NONE (-1)

/** CooldownLegSide: One of the two legs of a view, as the picture has them. */
typedef enum
{
  COOLDOWN_LEG_PICTURE_LEFT,
  COOLDOWN_LEG_PICTURE_RIGHT,
} CooldownLegSide;

/** COOLDOWN_LEG_N_SIDES: How many legs a view has. */
#define COOLDOWN_LEG_N_SIDES 2

/**
 * CooldownLegFrame:
 * @x: the left edge of the drawing
 * @y: its upper edge, below the titles of the front and the back
 * @scale: how long a unit of the drawing is
 *
 * Where the drawing lies on a surface, in the surface's own lengths.
 */
typedef struct
{
  double x, y;
  double scale;
} CooldownLegFrame;

const char *cooldown_leg_half_get_id (int half);
int cooldown_leg_half_find (const char *id);
gboolean cooldown_leg_is_left (CooldownLegView view, CooldownLegSide side);
int cooldown_leg_part_get_half (const CooldownLegPart *part, CooldownLegSide side);

CooldownLegFrame cooldown_leg_frame_fit (double width, double height, double titles);
void cooldown_leg_frame_enter (const CooldownLegFrame *frame,
                               CooldownLegView view,
                               CooldownLegSide side,
                               cairo_t *cr);
int cooldown_leg_frame_hit (const CooldownLegFrame *frame, double x, double y);
void cooldown_leg_frame_get_title (const CooldownLegFrame *frame,
                                   CooldownLegView view,
                                   double *x,
                                   double *bottom);
void cooldown_leg_frame_get_letter (const CooldownLegFrame *frame,
                                    CooldownLegView view,
                                    CooldownLegSide side,
                                    double *x,
                                    double *top);
void cooldown_leg_frame_get_note (const CooldownLegFrame *frame,
                                  double *x,
                                  double *top,
                                  double *width,
                                  double *height);

G_END_DECLS
