/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The bottom line of the checklist: how much is ticked, clearing it, and saving it to the
 * journal. */

#define COOLDOWN_TYPE_CHECK_FOOT (cooldown_check_foot_get_type ())
G_DECLARE_FINAL_TYPE (CooldownCheckFoot, cooldown_check_foot, COOLDOWN, CHECK_FOOT, AdwBin)

void cooldown_check_foot_update (CooldownCheckFoot *self,
                                 CooldownAppState *state,
                                 CooldownLevel level);
void cooldown_check_foot_clear (CooldownCheckFoot *self);

G_END_DECLS
