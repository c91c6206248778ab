/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The warning signs: a card with all of them until they are answered, one row after that. */

#define COOLDOWN_TYPE_SIGNS_CARD (cooldown_signs_card_get_type ())
G_DECLARE_FINAL_TYPE (CooldownSignsCard, cooldown_signs_card, COOLDOWN, SIGNS_CARD, AdwBin)

void cooldown_signs_card_set_state (CooldownSignsCard *self, CooldownAppState *state);
void cooldown_signs_card_open (CooldownSignsCard *self);

G_END_DECLS
