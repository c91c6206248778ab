/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Why there is no ice now, and whom to ask. There is no button to go on. */

#define COOLDOWN_TYPE_ICE_REFUSAL (cooldown_ice_refusal_get_type ())
G_DECLARE_FINAL_TYPE (CooldownIceRefusal, cooldown_ice_refusal, COOLDOWN, ICE_REFUSAL, AdwBin)

void cooldown_ice_refusal_set_state (CooldownIceRefusal *self, CooldownAppState *state);
char *cooldown_ice_refusal_get_reason (CooldownAppState *state);

G_END_DECLS
