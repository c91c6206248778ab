/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Stands above everything while a sign is ticked that is an emergency, alone or with other ticks. */

#define COOLDOWN_TYPE_EMERGENCY_BANNER (cooldown_emergency_banner_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEmergencyBanner,
                      cooldown_emergency_banner,
                      COOLDOWN,
                      EMERGENCY_BANNER,
                      AdwBin)

void cooldown_emergency_banner_set_state (CooldownEmergencyBanner *self, CooldownAppState *state);

G_END_DECLS
