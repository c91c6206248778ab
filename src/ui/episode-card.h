/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* The question about an open tingling before bedtime and on the next morning, and that it was the
 * third time. Not shown while there is nothing to ask or to say; what to do about a tingling that is
 * still there says the card about the hour. */

#define COOLDOWN_TYPE_EPISODE_CARD (cooldown_episode_card_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEpisodeCard, cooldown_episode_card, COOLDOWN, EPISODE_CARD, GtkBox)

void cooldown_episode_card_set_state (CooldownEpisodeCard *self, CooldownAppState *state);

G_END_DECLS
