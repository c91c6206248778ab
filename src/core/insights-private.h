/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insights.h"

G_BEGIN_DECLS

/*
 * CooldownComparison:
 * @n: how many nights there are, in their order
 * @n_with: how many of them have the label
 * @outcomes: (array length=n): how restless each was
 * @labels: (array): for each whether it is a night with the factor, 1 or 0; twice over, so that a
 *   run that goes past the end need not be cut
 *
 * Nights with against nights without.
 */
typedef struct
{
  guint n;
  guint n_with;
  guint8 *outcomes;
  guint8 *labels;
} CooldownComparison;

/*
 * CooldownDraws:
 * @n: how many draws were made
 * @n_as_large: how many of them gave a difference as large as the true one, or larger
 * @above: (array length=n): for each draw by how much the effect may exceed the difference and that
 *   draw still be as large; largest first
 * @below: (array length=n): the same for less
 *
 * What chance gives when the labels are dealt out anew in blocks.
 */
typedef struct
{
  guint n;
  guint n_as_large;
  double *above;
  double *below;
} CooldownDraws;

double comparison_get_difference (const CooldownComparison *self);
void comparison_draw (const CooldownComparison *self,
                      guint block,
                      guint n_draws,
                      guint stream,
                      CooldownDraws *draws);
double draws_get_p (const CooldownDraws *self);
double draws_get_limit (const CooldownDraws *self, const double *distances, double level);
void draws_clear (CooldownDraws *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CooldownDraws, draws_clear)

G_END_DECLS
