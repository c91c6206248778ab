/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* The hour after a workout: how far it is, what to do, and what to do when it gets worse.
 * Signal "change": the user wants to change what was said about the workout. */

#define COOLDOWN_TYPE_RECOVER_HOUR (cooldown_recover_hour_get_type ())
G_DECLARE_FINAL_TYPE (CooldownRecoverHour, cooldown_recover_hour, COOLDOWN, RECOVER_HOUR, GtkBox)

void cooldown_recover_hour_set_state (CooldownRecoverHour *self, CooldownAppState *state);

G_END_DECLS
