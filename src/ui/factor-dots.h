/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/insights.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Nights with something above nights without it: a dot for each night, where it stands on the scale
 * from 0 to 10, and a line at the middle night of each. In languages that are written from right to
 * left the scale is so too. As a whole it is a picture with a sentence.
 */

/**
 * CooldownFactorSide:
 * @name: (nullable): what these nights are: "After 12:00"
 * @counts: how many nights were how restless
 * @n: how many they are
 * @median: how restless the middle one was
 *
 * One of the two rows.
 */
typedef struct
{
  const char *name;
  guint counts[COOLDOWN_RESTLESS_MOST + 1];
  guint n;
  double median;
} CooldownFactorSide;

/** COOLDOWN_N_FACTOR_SIDES: Nights with it, and nights without. */
#define COOLDOWN_N_FACTOR_SIDES 2

#define COOLDOWN_TYPE_FACTOR_DOTS (cooldown_factor_dots_get_type ())
G_DECLARE_FINAL_TYPE (CooldownFactorDots, cooldown_factor_dots, COOLDOWN, FACTOR_DOTS, GtkWidget)

void cooldown_factor_dots_set_sides (CooldownFactorDots *self,
                                     const CooldownFactorSide *sides,
                                     const char *words);

G_END_DECLS
