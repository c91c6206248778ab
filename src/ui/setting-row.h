/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row with a switch for one of the agent's settings that is on or off. Properties, for the .ui
 * file: "setting" (string, its name), "usually" (boolean: what holds while it was never set) and
 * "counts-from-bedtime" (boolean: without a bedtime it means nothing, so that switching it on sets
 * the usual one) and "beside" (GtkWidget, what stands beside the switch). "active" (boolean,
 * readable) follows the switch. */

#define COOLDOWN_TYPE_SETTING_ROW (cooldown_setting_row_get_type ())
G_DECLARE_FINAL_TYPE (CooldownSettingRow, cooldown_setting_row, COOLDOWN, SETTING_ROW, AdwActionRow)

void cooldown_setting_row_set_state (CooldownSettingRow *self, CooldownAppState *state);

G_END_DECLS
