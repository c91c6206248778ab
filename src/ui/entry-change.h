/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entry.h"

G_BEGIN_DECLS

/* Fields and events of an entry as such, whatever they are about. */

gboolean cooldown_entry_has_changes (CooldownEntry *entry);
void cooldown_entry_take_changes (CooldownEntry *entry, CooldownEntry *changed);
void cooldown_entry_copy_fields (CooldownEntry *entry, CooldownEntry *other);

/* What an entry was before and after a change. */
typedef struct _CooldownEntryChange CooldownEntryChange;

CooldownEntryChange *cooldown_entry_change_new (CooldownEntry *before);
void cooldown_entry_change_set_after (CooldownEntryChange *self, CooldownEntry *after);
void cooldown_entry_change_take_back (CooldownEntryChange *self, CooldownEntry *entry);
void cooldown_entry_change_take_back_kept (CooldownEntryChange *self, CooldownEntry *entry);
void cooldown_entry_change_free (gpointer self);

G_END_DECLS
