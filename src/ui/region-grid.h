/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/content.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The places on the legs as a table of boxes to tick: a row each, left and right. The tab key enters
 * and leaves it, the arrow keys move in it. For the pointer there is CooldownLegMap.
 *
 * Signals: "toggled" (half: string, chosen: boolean): the user changed one; "place-focused" (half:
 * nullable string): the keyboard came there, or left.
 */

#define COOLDOWN_TYPE_REGION_GRID (cooldown_region_grid_get_type ())
G_DECLARE_FINAL_TYPE (CooldownRegionGrid, cooldown_region_grid, COOLDOWN, REGION_GRID, GtkGrid)

void cooldown_region_grid_set_content (CooldownRegionGrid *self, CooldownContent *content);
void cooldown_region_grid_set_chosen (CooldownRegionGrid *self, const char *const *halves);

G_END_DECLS
