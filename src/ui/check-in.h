/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* The card about a tingling: the one-hour question, what follows from its answer, and that a
 * tingling is still open. Not shown while there is nothing to say. */

#define COOLDOWN_TYPE_CHECK_IN (cooldown_check_in_get_type ())
G_DECLARE_FINAL_TYPE (CooldownCheckIn, cooldown_check_in, COOLDOWN, CHECK_IN, GtkBox)

void cooldown_check_in_set_state (CooldownCheckIn *self, CooldownAppState *state);

G_END_DECLS
