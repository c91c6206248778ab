/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evening-reader.h"

G_BEGIN_DECLS

/* "How were your legs last night?", with a toggle for each number, and once it is answered whether
 * it cost sleep. Property "first" (boolean, read
 * only): whether it should stand before all else, because it is morning and waits for its answer;
 * it does not move from under the pointer that has just answered. */

#define COOLDOWN_TYPE_LAST_NIGHT_CARD (cooldown_last_night_card_get_type ())
G_DECLARE_FINAL_TYPE (CooldownLastNightCard,
                      cooldown_last_night_card,
                      COOLDOWN,
                      LAST_NIGHT_CARD,
                      GtkBox)

void cooldown_last_night_card_set_state (CooldownLastNightCard *self,
                                         CooldownAppState *state,
                                         CooldownEveningReader *reader);
gboolean cooldown_last_night_card_get_first (CooldownLastNightCard *self);
void cooldown_last_night_card_settle (CooldownLastNightCard *self);

char *cooldown_last_night_format (const CooldownEveningNumbers *numbers, int restless);

G_END_DECLS
