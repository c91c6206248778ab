/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry-edit.h"

G_BEGIN_DECLS

/* How long an episode lasted: one of a few answers, the minutes where they are known, and that it
 * goes on, with the button that ends it. */

#define COOLDOWN_TYPE_ENTRY_LASTED (cooldown_entry_lasted_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEntryLasted, cooldown_entry_lasted, COOLDOWN, ENTRY_LASTED, GtkBox)

void cooldown_entry_lasted_set_edit (CooldownEntryLasted *self, CooldownEntryEdit *edit);

G_END_DECLS
