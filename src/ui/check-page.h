/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COOLDOWN_TYPE_CHECK_PAGE (cooldown_check_page_get_type ())
G_DECLARE_FINAL_TYPE (CooldownCheckPage, cooldown_check_page, COOLDOWN, CHECK_PAGE, AdwBin)

void cooldown_check_page_set_state (CooldownCheckPage *self, CooldownAppState *state);
void cooldown_check_page_show_signs (CooldownCheckPage *self);

G_END_DECLS
