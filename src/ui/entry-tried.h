/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry-edit.h"

G_BEGIN_DECLS

/* What was tried: a chip for each, and for those that were tried a row that asks what was noted
 * after it. */

#define COOLDOWN_TYPE_ENTRY_TRIED (cooldown_entry_tried_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEntryTried, cooldown_entry_tried, COOLDOWN, ENTRY_TRIED, GtkBox)

void cooldown_entry_tried_set_edit (CooldownEntryTried *self, CooldownEntryEdit *edit);

G_END_DECLS
