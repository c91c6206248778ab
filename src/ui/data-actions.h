/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

void cooldown_data_actions_add (GtkApplicationWindow *window, CooldownAppState *state);

G_END_DECLS
