/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report-blocks.h"

G_BEGIN_DECLS

/**
 * CooldownColumn:
 * @pages: what blocks are made from
 * @cr: (nullable): where to draw; without it everything is measured only
 * @start: how far it is from the edge at which lines begin
 * @width: how wide it is
 * @y: how far down it is filled
 *
 * A part of a block that is filled from above.
 */
typedef struct
{
  const CooldownReportPages *pages;
  cairo_t *cr;
  double start;
  double width;
  double y;
} CooldownColumn;

void cooldown_column_begin (const CooldownColumn *self, const char *tag);
void cooldown_column_end (const CooldownColumn *self, const char *tag);
double cooldown_column_put (const CooldownColumn *self,
                            const char *tag,
                            const CooldownLetters *letters,
                            const char *words,
                            double start,
                            double width);

G_END_DECLS
