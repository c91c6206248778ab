/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ice-dial.h"

G_BEGIN_DECLS

/* The ring while a session runs: one large button, because hands are wet. */

#define COOLDOWN_TYPE_ICE_RING (cooldown_ice_ring_get_type ())
G_DECLARE_FINAL_TYPE (CooldownIceRing, cooldown_ice_ring, COOLDOWN, ICE_RING, GtkButton)

void cooldown_ice_ring_set_side (CooldownIceRing *self, int side);
void cooldown_ice_ring_set_face (CooldownIceRing *self, const CooldownIceFace *face);
void cooldown_ice_ring_set_spoken (CooldownIceRing *self, const char *words);
void cooldown_ice_ring_breathe (CooldownIceRing *self, gint64 how_long);

G_END_DECLS
