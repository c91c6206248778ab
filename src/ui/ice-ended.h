/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A session that is over: how it ended and what to do now, until it is put away. */

#define COOLDOWN_TYPE_ICE_ENDED (cooldown_ice_ended_get_type ())
G_DECLARE_FINAL_TYPE (CooldownIceEnded, cooldown_ice_ended, COOLDOWN, ICE_ENDED, AdwBin)

void cooldown_ice_ended_set_state (CooldownIceEnded *self, CooldownAppState *state);

G_END_DECLS
