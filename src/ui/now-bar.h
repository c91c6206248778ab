/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One line under the header about what goes on elsewhere. Property: "tab" (string, nullable), the
 * tab that is shown. */

#define COOLDOWN_TYPE_NOW_BAR (cooldown_now_bar_get_type ())
G_DECLARE_FINAL_TYPE (CooldownNowBar, cooldown_now_bar, COOLDOWN, NOW_BAR, AdwBin)

void cooldown_now_bar_set_state (CooldownNowBar *self, CooldownAppState *state);

G_END_DECLS
