/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry-edit.h"

G_BEGIN_DECLS

/* A night: how restless the legs were, what holds of it, bed and sleep, and what went before.
 * Signal "another" (string: a date): the user wants to see another night. */

#define COOLDOWN_TYPE_ENTRY_NIGHT_FIELDS (cooldown_entry_night_fields_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEntryNightFields,
                      cooldown_entry_night_fields,
                      COOLDOWN,
                      ENTRY_NIGHT_FIELDS,
                      GtkBox)

void cooldown_entry_night_fields_set_edit (CooldownEntryNightFields *self, CooldownEntryEdit *edit);

G_END_DECLS
