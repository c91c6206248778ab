/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* What was said about the workout being cooled down from, to be corrected. Signal "closed": the
 * user is through with it. */

#define COOLDOWN_TYPE_RECOVER_CHANGE (cooldown_recover_change_get_type ())
G_DECLARE_FINAL_TYPE (CooldownRecoverChange,
                      cooldown_recover_change,
                      COOLDOWN,
                      RECOVER_CHANGE,
                      GtkBox)

void cooldown_recover_change_set_state (CooldownRecoverChange *self, CooldownAppState *state);
void cooldown_recover_change_open (CooldownRecoverChange *self);

G_END_DECLS
