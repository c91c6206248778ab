/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

void cooldown_data_erase (GtkWidget *origin, CooldownAppState *state);

G_END_DECLS
