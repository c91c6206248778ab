/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry-edit.h"

G_BEGIN_DECLS

/* A check as it was saved, or a warning sign and what became of it: only to be read. */

#define COOLDOWN_TYPE_ENTRY_CHECK_FIELDS (cooldown_entry_check_fields_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEntryCheckFields,
                      cooldown_entry_check_fields,
                      COOLDOWN,
                      ENTRY_CHECK_FIELDS,
                      GtkBox)

void cooldown_entry_check_fields_set_edit (CooldownEntryCheckFields *self, CooldownEntryEdit *edit);

CooldownLevel cooldown_check_get_level (CooldownEntry *check);
char *cooldown_check_format_signs (CooldownEntry *check, CooldownContent *content);

G_END_DECLS
