/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Whether reminders are started at login: how it is, not only what was wished. */

#define COOLDOWN_TYPE_PREFERENCES_START (cooldown_preferences_start_get_type ())
G_DECLARE_FINAL_TYPE (CooldownPreferencesStart,
                      cooldown_preferences_start,
                      COOLDOWN,
                      PREFERENCES_START,
                      AdwPreferencesGroup)

void cooldown_preferences_start_set_state (CooldownPreferencesStart *self, CooldownAppState *state);

G_END_DECLS
