/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"
#include "core/places.h"

G_BEGIN_DECLS

/* The places chosen on the legs, remembered by the agent beside the ticks that they amount to. */

char **cooldown_leg_places_get (CooldownAppState *state);
void cooldown_leg_places_set (CooldownAppState *state, const char *const *halves);
void cooldown_leg_places_forget (CooldownAppState *state, const char *item);

G_END_DECLS
