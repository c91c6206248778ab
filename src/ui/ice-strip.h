/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* All rounds of a session beside each other, each a bar with its clock time. */

#define COOLDOWN_TYPE_ICE_STRIP (cooldown_ice_strip_get_type ())
G_DECLARE_FINAL_TYPE (CooldownIceStrip, cooldown_ice_strip, COOLDOWN, ICE_STRIP, GtkWidget)

void cooldown_ice_strip_show (CooldownIceStrip *self, CooldownAppState *state);

G_END_DECLS
