/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* Four drinks around the next workout, how much is too much, and more to read about it. */

#define COOLDOWN_TYPE_DRINK_PLAN (cooldown_drink_plan_get_type ())
G_DECLARE_FINAL_TYPE (CooldownDrinkPlan, cooldown_drink_plan, COOLDOWN, DRINK_PLAN, GtkBox)

void cooldown_drink_plan_set_state (CooldownDrinkPlan *self, CooldownAppState *state);

G_END_DECLS
