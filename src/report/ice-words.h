/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ice-room.h"

G_BEGIN_DECLS

char *cooldown_ice_place_to_string (CooldownContent *content, const char *site, const char *side);
char *cooldown_ice_room_to_string (const CooldownIceRoom *room, CooldownClock *clock);

G_END_DECLS
