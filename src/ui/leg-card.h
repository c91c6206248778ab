/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* The card of the checklist that asks where: the picker, what was said of places without being
 * chosen there, and a word when nothing on the list fits what is chosen. */

#define COOLDOWN_TYPE_LEG_CARD (cooldown_leg_card_get_type ())
G_DECLARE_FINAL_TYPE (CooldownLegCard, cooldown_leg_card, COOLDOWN, LEG_CARD, GtkBox)

void cooldown_leg_card_set_state (CooldownLegCard *self, CooldownAppState *state);

G_END_DECLS
