/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/content.h"

G_BEGIN_DECLS

char *cooldown_ice_place_to_string (CooldownContent *content, const char *site, const char *side);

G_END_DECLS
