/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nights-reader.h"

G_BEGIN_DECLS

/*
 * A trial on oneself: proposed while none goes on, else how far it is. What it has shown in the end
 * is no matter of this card.
 */

#define COOLDOWN_TYPE_EXPERIMENT_CARD (cooldown_experiment_card_get_type ())
G_DECLARE_FINAL_TYPE (CooldownExperimentCard,
                      cooldown_experiment_card,
                      COOLDOWN,
                      EXPERIMENT_CARD,
                      GtkBox)

void cooldown_experiment_card_set_reader (CooldownExperimentCard *self,
                                          CooldownAppState *state,
                                          CooldownNightsReader *reader);

G_END_DECLS
