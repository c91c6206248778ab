/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Which reminders of the evening come, and when they come tonight. */

#define COOLDOWN_TYPE_EVENING_REMINDERS (cooldown_evening_reminders_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEveningReminders,
                      cooldown_evening_reminders,
                      COOLDOWN,
                      EVENING_REMINDERS,
                      AdwBin)

void cooldown_evening_reminders_set_state (CooldownEveningReminders *self, CooldownAppState *state);
void cooldown_evening_reminders_update (CooldownEveningReminders *self);

G_END_DECLS
