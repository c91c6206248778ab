/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The questions of the year: who should not ice is told before.
 * Signal "finished": all of them were sent. */

#define COOLDOWN_TYPE_ICE_GATE (cooldown_ice_gate_get_type ())
G_DECLARE_FINAL_TYPE (CooldownIceGate, cooldown_ice_gate, COOLDOWN, ICE_GATE, AdwBin)

void cooldown_ice_gate_set_state (CooldownIceGate *self, CooldownAppState *state);
void cooldown_ice_gate_ask (CooldownIceGate *self);
void cooldown_ice_gate_show_answers (CooldownIceGate *self);

G_END_DECLS
