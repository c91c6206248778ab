/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* When the user goes to bed, every day and on some. */

#define COOLDOWN_TYPE_PREFERENCES_BEDTIMES (cooldown_preferences_bedtimes_get_type ())
G_DECLARE_FINAL_TYPE (CooldownPreferencesBedtimes,
                      cooldown_preferences_bedtimes,
                      COOLDOWN,
                      PREFERENCES_BEDTIMES,
                      AdwPreferencesGroup)

void cooldown_preferences_bedtimes_set_state (CooldownPreferencesBedtimes *self, CooldownAppState *state);

G_END_DECLS
