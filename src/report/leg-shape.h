/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "leg-outline.h"

G_BEGIN_DECLS

/* What a leg consists of, as far as its user is asked about it. */

/**
 * CooldownLegPart:
 * @view: where it is seen
 * @region: (nullable): the id of the region that it shows; %NULL for the shorts and what is above
 * @after: the borders that it lies below or outside of; ends with 0
 * @before: the borders that it lies above or inside of; ends with 0
 *
 * What of a leg lies between some borders. The parts of a view do not overlap and leave nothing
 * out.
 */
typedef struct
{
  CooldownLegView view;
  const char *region;
  guint8 after[3];
  guint8 before[3];
} CooldownLegPart;

const CooldownLegPart *cooldown_leg_part_get (guint index);
gboolean cooldown_leg_part_contains (const CooldownLegPart *part, double x, double y);
const CooldownLegPart *cooldown_leg_part_find (CooldownLegView view, double x, double y);
void cooldown_leg_part_clip (const CooldownLegPart *part, cairo_t *cr);
void cooldown_leg_part_fill (const CooldownLegPart *part, cairo_t *cr);
void cooldown_leg_part_stroke (const CooldownLegPart *part, cairo_t *cr);

void cooldown_leg_stroke_borders (CooldownLegView view, cairo_t *cr);

G_END_DECLS
