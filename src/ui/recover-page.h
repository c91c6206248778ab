/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The page of the hour after a workout. */

#define COOLDOWN_TYPE_RECOVER_PAGE (cooldown_recover_page_get_type ())
G_DECLARE_FINAL_TYPE (CooldownRecoverPage, cooldown_recover_page, COOLDOWN, RECOVER_PAGE, AdwBin)

void cooldown_recover_page_set_state (CooldownRecoverPage *self, CooldownAppState *state);

G_END_DECLS
