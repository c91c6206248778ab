/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "leg-frame.h"

G_BEGIN_DECLS

/** CooldownLegColor: A colour, each from 0 to 1; it hides what is under it. */
typedef struct
{
  double red, green, blue;
} CooldownLegColor;

/**
 * CooldownLegColors:
 * @background: what the picture lies on
 * @foreground: the colour of text there
 * @accent: what is chosen
 * @heat: what happened often
 * @outlined: whether lines tell the parts apart instead of gaps, for high contrast
 *
 * What the legs are painted with.
 */
typedef struct
{
  CooldownLegColor background;
  CooldownLegColor foreground;
  CooldownLegColor accent;
  CooldownLegColor heat;
  gboolean outlined;
} CooldownLegColors;

/**
 * CooldownLegMark:
 * @chosen: the user feels something there
 * @hovered: the pointer is over it
 * @focused: the keyboard is at it
 * @heat: how often something was felt there, from 0, never, to 1
 *
 * How half a region is shown.
 */
typedef struct
{
  gboolean chosen;
  gboolean hovered;
  gboolean focused;
  double heat;
} CooldownLegMark;

void cooldown_leg_paint (cairo_t *cr,
                         const CooldownLegFrame *frame,
                         const CooldownLegColors *colors,
                         const CooldownLegMark marks[COOLDOWN_LEG_N_HALVES]);

G_END_DECLS
