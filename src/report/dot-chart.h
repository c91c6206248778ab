/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "leg-paint.h"
#include "tally.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/*
 * How strong each episode was, over time: one dot for each, with no line between them, since
 * nothing is known of what was between them; below them a tick for each workout. Time runs from
 * left to right in all languages, as on a clock.
 *
 * All sizes follow the font of the words: a PangoLayout of the caller's that each call may
 * overwrite.
 */

/** COOLDOWN_DOT_NONE: The number of no dot. */
#define COOLDOWN_DOT_NONE (-1)

/**
 * CooldownDotColors:
 * @background: what the chart lies on
 * @text: numbers, dates and ticks
 * @line: lines across
 * @mild: dots under 4
 * @medium: dots from 4 to 6
 * @strong: dots of 7 and more
 * @outlined: whether dots have an outline in the colour of the text, for high contrast
 *
 * What a chart is painted with. Where a dot is says the same as its colour.
 */
typedef struct
{
  CooldownLegColor background;
  CooldownLegColor text;
  CooldownLegColor line;
  CooldownLegColor mild;
  CooldownLegColor medium;
  CooldownLegColor strong;
  gboolean outlined;
} CooldownDotColors;

/**
 * CooldownDotFrame:
 * @left: where the first day begins
 * @right: where the last day ends
 * @top: the line of 10
 * @bottom: the line of 0
 * @unknown: the middle of the row of those without a strength; without them @bottom
 * @words: the top of what is written about them; without them @bottom
 * @ticks: the top of the ticks
 * @dates: the top of the dates
 * @line: how high a line of the words is
 * @radius: of a dot
 * @from: the first day
 * @to: the day after the last one
 *
 * Where a chart lies on a surface, in the surface's own lengths.
 */
typedef struct
{
  double left, right;
  double top, bottom;
  double unknown;
  double words;
  double ticks;
  double dates;
  double line;
  double radius;
  int from, to;
} CooldownDotFrame;

double cooldown_dot_frame_measure (const CooldownTally *tally, PangoLayout *layout);
CooldownDotFrame cooldown_dot_frame_fit (const CooldownTally *tally,
                                         PangoLayout *layout,
                                         double width,
                                         double height);
double cooldown_dot_frame_get_x (const CooldownDotFrame *frame, const CooldownTallyMark *mark);
double cooldown_dot_frame_get_y (const CooldownDotFrame *frame, const CooldownTallyMark *episode);
int cooldown_dot_frame_hit (const CooldownDotFrame *frame,
                            const CooldownTally *tally,
                            double x,
                            double y,
                            double reach);

void cooldown_dot_chart_paint (cairo_t *cr,
                               const CooldownDotFrame *frame,
                               const CooldownTally *tally,
                               const CooldownDotColors *colors,
                               PangoLayout *layout);

G_END_DECLS
