/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The page of the evening and of restless legs. */

#define COOLDOWN_TYPE_EVENING_PAGE (cooldown_evening_page_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEveningPage, cooldown_evening_page, COOLDOWN, EVENING_PAGE, AdwBin)

void cooldown_evening_page_set_state (CooldownEveningPage *self, CooldownAppState *state);

G_END_DECLS
