/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row with a time of day. Signal: "picked" (int: minutes after midnight), when the user has
 * chosen another. */

#define COOLDOWN_TYPE_TIME_ROW (cooldown_time_row_get_type ())
G_DECLARE_FINAL_TYPE (CooldownTimeRow, cooldown_time_row, COOLDOWN, TIME_ROW, AdwActionRow)

void cooldown_time_row_set_clock (CooldownTimeRow *self, CooldownClock *clock);
void cooldown_time_row_set_minutes (CooldownTimeRow *self, int minutes);
int cooldown_time_row_get_minutes (CooldownTimeRow *self);
void cooldown_time_row_show_time (CooldownTimeRow *self, gboolean shown);

G_END_DECLS
