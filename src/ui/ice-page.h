/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The tab "Ice". Action: "ice.change-answers". */

#define COOLDOWN_TYPE_ICE_PAGE (cooldown_ice_page_get_type ())
G_DECLARE_FINAL_TYPE (CooldownIcePage, cooldown_ice_page, COOLDOWN, ICE_PAGE, AdwBin)

void cooldown_ice_page_set_state (CooldownIcePage *self, CooldownAppState *state);

G_END_DECLS
