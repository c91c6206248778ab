/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evening-reader.h"

G_BEGIN_DECLS

/* "Did it cost you sleep?", optional, about a night that was answered; once that is answered when it
 * began and how long falling asleep took; and the way to the rest that can be noted of it. It is the
 * same as on the night's page of the journal. */

#define COOLDOWN_TYPE_NIGHT_COST (cooldown_night_cost_get_type ())
G_DECLARE_FINAL_TYPE (CooldownNightCost, cooldown_night_cost, COOLDOWN, NIGHT_COST, GtkBox)

void cooldown_night_cost_set_state (CooldownNightCost *self,
                                    CooldownAppState *state,
                                    CooldownEveningReader *reader);
void cooldown_night_cost_set_date (CooldownNightCost *self, const char *date);

G_END_DECLS
