/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content.h"

G_BEGIN_DECLS

/* Places on the user's own legs. A place is one half of a region: the region's id and its side,
 * "calf-l" or "calf-r". */

/** CooldownSide: One of the user's own sides. */
typedef enum
{
  COOLDOWN_SIDE_LEFT,
  COOLDOWN_SIDE_RIGHT,
} CooldownSide;

/** COOLDOWN_N_SIDES: How many there are. */
#define COOLDOWN_N_SIDES 2

char *cooldown_place_new (const char *region, CooldownSide side);
const CooldownRegion *cooldown_place_get_region (CooldownContent *content,
                                                 const char *half,
                                                 CooldownSide *side);
char **cooldown_places_to_items (CooldownContent *content, const char *const *halves);
char **cooldown_places_remove_item (CooldownContent *content,
                                    const char *const *halves,
                                    const char *item);
gboolean cooldown_places_fit_nothing (CooldownContent *content, const char *const *halves);

G_END_DECLS
