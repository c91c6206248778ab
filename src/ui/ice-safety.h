/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How to ice safely and who should not: always on the page. */

#define COOLDOWN_TYPE_ICE_SAFETY (cooldown_ice_safety_get_type ())
G_DECLARE_FINAL_TYPE (CooldownIceSafety, cooldown_ice_safety, COOLDOWN, ICE_SAFETY, AdwBin)

void cooldown_ice_safety_set_state (CooldownIceSafety *self, CooldownAppState *state);
void cooldown_ice_safety_set_margin (CooldownIceSafety *self, int margin);

G_END_DECLS
