/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tally.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/*
 * Where the chart of the episodes lies on a surface, and which dot lies where. All sizes follow the
 * font of the words: a PangoLayout of the caller's that each call may overwrite.
 */

/** COOLDOWN_DOT_NONE: The number of no dot. */
#define COOLDOWN_DOT_NONE (-1)

/** COOLDOWN_DOT_TICK: How high a tick is, in heights of a line. */
#define COOLDOWN_DOT_TICK .5
/** COOLDOWN_DOT_NUMBER_GAP: Between the numbers and the lines, in heights of a line. */
#define COOLDOWN_DOT_NUMBER_GAP .6

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
double cooldown_dot_frame_get_day_x (const CooldownDotFrame *frame, double day);
double cooldown_dot_frame_get_x (const CooldownDotFrame *frame, const CooldownTallyMark *mark);
double cooldown_dot_frame_get_y (const CooldownDotFrame *frame, int strength);
int cooldown_dot_frame_hit (const CooldownDotFrame *frame,
                            const CooldownTally *tally,
                            double x,
                            double y,
                            double reach);

double cooldown_dot_words_measure (PangoLayout *layout, const char *words);

G_END_DECLS
