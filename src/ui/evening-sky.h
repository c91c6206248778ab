/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evening-reader.h"

G_BEGIN_DECLS

/* The evening as a sky, with marks for what has been and what is to come. In high contrast a
 * plain card with the same marks. */

#define COOLDOWN_TYPE_EVENING_SKY (cooldown_evening_sky_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEveningSky, cooldown_evening_sky, COOLDOWN, EVENING_SKY, GtkWidget)

void cooldown_evening_sky_update (CooldownEveningSky *self,
                                  CooldownAppState *state,
                                  CooldownEveningReader *reader);

G_END_DECLS
