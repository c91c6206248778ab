/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Which reminders come. */

#define COOLDOWN_TYPE_PREFERENCES_REMINDERS (cooldown_preferences_reminders_get_type ())
G_DECLARE_FINAL_TYPE (CooldownPreferencesReminders,
                      cooldown_preferences_reminders,
                      COOLDOWN,
                      PREFERENCES_REMINDERS,
                      AdwPreferencesGroup)

void cooldown_preferences_reminders_set_state (CooldownPreferencesReminders *self, CooldownAppState *state);

G_END_DECLS
