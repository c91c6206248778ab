/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where, how long, how often, and today's questions: all that is needed to start. */

#define COOLDOWN_TYPE_ICE_SETUP (cooldown_ice_setup_get_type ())
G_DECLARE_FINAL_TYPE (CooldownIceSetup, cooldown_ice_setup, COOLDOWN, ICE_SETUP, AdwBin)

void cooldown_ice_setup_set_state (CooldownIceSetup *self, CooldownAppState *state);
void cooldown_ice_setup_set_narrow (CooldownIceSetup *self, gboolean narrow);

G_END_DECLS
