/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* All that can be ticked but the warning signs, group by group as the content has it: places on a
 * picture of the legs, what is about the user in a row that unfolds, the rest as chips. */

#define COOLDOWN_TYPE_ITEMS_LIST (cooldown_items_list_get_type ())
G_DECLARE_FINAL_TYPE (CooldownItemsList, cooldown_items_list, COOLDOWN, ITEMS_LIST, GtkBox)

void cooldown_items_list_set_state (CooldownItemsList *self, CooldownAppState *state);

G_END_DECLS
