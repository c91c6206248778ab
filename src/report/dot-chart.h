/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dot-frame.h"
#include "leg-paint.h"

G_BEGIN_DECLS

/*
 * How strong each episode was, over time: one dot for each, with no line between them, since
 * nothing is known of what was between them; below them a tick for each workout. Time runs from
 * left to right in all languages, as on a clock.
 */

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

void cooldown_dot_chart_paint (cairo_t *cr,
                               const CooldownDotFrame *frame,
                               const CooldownTally *tally,
                               const CooldownDotColors *colors,
                               PangoLayout *layout);

G_END_DECLS
