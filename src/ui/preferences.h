/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COOLDOWN_TYPE_PREFERENCES (cooldown_preferences_get_type ())
G_DECLARE_FINAL_TYPE (CooldownPreferences,
                      cooldown_preferences,
                      COOLDOWN,
                      PREFERENCES,
                      AdwPreferencesWindow)

GtkWindow *cooldown_preferences_new (GtkWindow *parent, GSettings *settings);

G_END_DECLS
