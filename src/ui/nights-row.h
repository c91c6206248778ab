/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The way to the page of one's own nights, with how many are noted. */

#define COOLDOWN_TYPE_NIGHTS_ROW (cooldown_nights_row_get_type ())
G_DECLARE_FINAL_TYPE (CooldownNightsRow, cooldown_nights_row, COOLDOWN, NIGHTS_ROW, AdwActionRow)

void cooldown_nights_row_set_state (CooldownNightsRow *self, CooldownAppState *state);

G_END_DECLS
