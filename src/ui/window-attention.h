/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The dots on the tabs that wait for an answer. */

void cooldown_window_attention_update (AdwViewStack *tabs,
                                       GtkWidget *title,
                                       GtkWidget *bar,
                                       CooldownAppState *state);

G_END_DECLS
