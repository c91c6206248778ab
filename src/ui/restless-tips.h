/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What helps at once when legs are restless, and what of it is left out and why. Property
 * "headed" (boolean): the first tip stands above as a heading, and is not among the rows. */

#define COOLDOWN_TYPE_RESTLESS_TIPS (cooldown_restless_tips_get_type ())
G_DECLARE_FINAL_TYPE (CooldownRestlessTips, cooldown_restless_tips, COOLDOWN, RESTLESS_TIPS, GtkBox)

void cooldown_restless_tips_set_state (CooldownRestlessTips *self, CooldownAppState *state);

G_END_DECLS
