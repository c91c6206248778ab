/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The page of the preferences about what the user wrote: letting it out, taking it in, sharing it
 * between devices, backups, and deleting all of it. */

#define COOLDOWN_TYPE_PREFERENCES_DATA (cooldown_preferences_data_get_type ())
G_DECLARE_FINAL_TYPE (CooldownPreferencesData,
                      cooldown_preferences_data,
                      COOLDOWN,
                      PREFERENCES_DATA,
                      AdwPreferencesPage)

void cooldown_preferences_data_set_state (CooldownPreferencesData *self, CooldownAppState *state);

G_END_DECLS
