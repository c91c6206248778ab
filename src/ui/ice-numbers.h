/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of numbers of which one is chosen: nothing else can be entered.
 * Signal "chosen": the user chose one. */

#define COOLDOWN_TYPE_ICE_NUMBERS (cooldown_ice_numbers_get_type ())
G_DECLARE_FINAL_TYPE (CooldownIceNumbers, cooldown_ice_numbers, COOLDOWN, ICE_NUMBERS, GtkBox)

void cooldown_ice_numbers_set_range (CooldownIceNumbers *self, guint from, guint to);
void cooldown_ice_numbers_set_limit (CooldownIceNumbers *self, guint limit);
guint cooldown_ice_numbers_get_value (CooldownIceNumbers *self);
void cooldown_ice_numbers_set_value (CooldownIceNumbers *self, guint value);

G_END_DECLS
