/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The limits before bed, each to be adjusted. */

#define COOLDOWN_TYPE_LIMIT_LIST (cooldown_limit_list_get_type ())
G_DECLARE_FINAL_TYPE (CooldownLimitList, cooldown_limit_list, COOLDOWN, LIMIT_LIST, AdwBin)

void cooldown_limit_list_set_state (CooldownLimitList *self, CooldownAppState *state);

G_END_DECLS
