/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The preferences: a window of groups, each a widget of its own. What is changed in them holds at
 * once. */

#define COOLDOWN_TYPE_PREFERENCES (cooldown_preferences_get_type ())
G_DECLARE_FINAL_TYPE (CooldownPreferences,
                      cooldown_preferences,
                      COOLDOWN,
                      PREFERENCES,
                      AdwPreferencesWindow)

GtkWindow *cooldown_preferences_new (GtkWindow *parent, CooldownAppState *state);

G_END_DECLS
