/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ticks.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How urgent it is, and because of what. Another level comes up in a cross-fade. */

#define COOLDOWN_TYPE_LEVEL_CARD (cooldown_level_card_get_type ())
G_DECLARE_FINAL_TYPE (CooldownLevelCard, cooldown_level_card, COOLDOWN, LEVEL_CARD, AdwBin)

void cooldown_level_card_show_finding (CooldownLevelCard *self,
                                       CooldownContent *content,
                                       const CooldownFinding *finding);

const char *cooldown_level_get_icon_name (CooldownLevel level);

G_END_DECLS
