/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry-edit.h"

G_BEGIN_DECLS

/* What was done about ice, recovery or the evening, with times that can be corrected once it is
 * over; until then it belongs to the agent and is only to be read. */

#define COOLDOWN_TYPE_ENTRY_SESSION_FIELDS (cooldown_entry_session_fields_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEntrySessionFields,
                      cooldown_entry_session_fields,
                      COOLDOWN,
                      ENTRY_SESSION_FIELDS,
                      GtkBox)

void cooldown_entry_session_fields_set_edit (CooldownEntrySessionFields *self,
                                             CooldownEntryEdit *edit);

G_END_DECLS
