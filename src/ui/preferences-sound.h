/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Whether reminders are heard, and what others may read. */

#define COOLDOWN_TYPE_PREFERENCES_SOUND (cooldown_preferences_sound_get_type ())
G_DECLARE_FINAL_TYPE (CooldownPreferencesSound,
                      cooldown_preferences_sound,
                      COOLDOWN,
                      PREFERENCES_SOUND,
                      AdwPreferencesGroup)

void cooldown_preferences_sound_set_state (CooldownPreferencesSound *self, CooldownAppState *state);

G_END_DECLS
