/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/experiment.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What one's own nights say of one factor: in words with how sure that is, and a dot for each night;
 * no picture where there are too few. */

#define COOLDOWN_TYPE_FACTOR_CARD (cooldown_factor_card_get_type ())
G_DECLARE_FINAL_TYPE (CooldownFactorCard, cooldown_factor_card, COOLDOWN, FACTOR_CARD, GtkBox)

GtkWidget *cooldown_factor_card_new (CooldownFactor factor);
void cooldown_factor_card_show (CooldownFactorCard *self,
                                const CooldownInsights *insights,
                                GArray *nights,
                                const CooldownEveningNumbers *numbers,
                                const char *limit);

void cooldown_factor_card_show_trial (CooldownFactorCard *self,
                                      const CooldownExperiment *trial,
                                      const CooldownExperimentResult *result,
                                      GArray *nights,
                                      const CooldownEveningNumbers *numbers,
                                      const char *name);

G_END_DECLS
