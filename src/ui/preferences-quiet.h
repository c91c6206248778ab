/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The hours in which reminders keep quiet. */

#define COOLDOWN_TYPE_PREFERENCES_QUIET (cooldown_preferences_quiet_get_type ())
G_DECLARE_FINAL_TYPE (CooldownPreferencesQuiet,
                      cooldown_preferences_quiet,
                      COOLDOWN,
                      PREFERENCES_QUIET,
                      AdwPreferencesGroup)

void cooldown_preferences_quiet_set_state (CooldownPreferencesQuiet *self, CooldownAppState *state);

G_END_DECLS
