/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* The entry of the tingling that is not over. */

char *cooldown_open_episode_get_uid (CooldownAppState *state);
char *cooldown_open_episode_tell_places (CooldownAppState *state);
GtkWidget *cooldown_open_episode_button_new (CooldownAppState *state);

G_END_DECLS
