/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry-edit.h"

G_BEGIN_DECLS

/* What the entry was on another device before a newer edit came to count, with a button to take it
 * back. Not shown at all while there is none. */

#define COOLDOWN_TYPE_ENTRY_OLDER (cooldown_entry_older_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEntryOlder, cooldown_entry_older, COOLDOWN, ENTRY_OLDER, GtkBox)

void cooldown_entry_older_set_edit (CooldownEntryOlder *self, CooldownEntryEdit *edit);

G_END_DECLS
