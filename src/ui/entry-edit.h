/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"
#include "core/entry.h"

G_BEGIN_DECLS

/**
 * CooldownEntryStanding:
 * @COOLDOWN_ENTRY_UNTOUCHED: it is new, and nothing was noted yet
 * @COOLDOWN_ENTRY_SAVING: something of it is still to be written
 * @COOLDOWN_ENTRY_SAVED: all of it stands in the journal
 * @COOLDOWN_ENTRY_NOT_SAVED: it could not be written
 *
 * What of an entry stands in the journal.
 */
typedef enum
{
  COOLDOWN_ENTRY_UNTOUCHED,
  COOLDOWN_ENTRY_SAVING,
  COOLDOWN_ENTRY_SAVED,
  COOLDOWN_ENTRY_NOT_SAVED,
} CooldownEntryStanding;

/*
 * One visit to an entry: what is changed is written at once, what is typed within a second or when
 * the page is left, and each change can be taken back. The draft of an entry is the entry itself,
 * saved with its first change; a new one that was not touched leaves nothing.
 *
 * Who changes something sets it in the entry and then calls touch(). What others, here or in the
 * agent, change meanwhile is taken over; only fields that were changed here are written.
 *
 * Signal "changed": the entry or its standing is no longer as it was.
 * Signal "gone": it was deleted elsewhere.
 */

#define COOLDOWN_TYPE_ENTRY_EDIT (cooldown_entry_edit_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEntryEdit, cooldown_entry_edit, COOLDOWN, ENTRY_EDIT, GObject)

CooldownEntryEdit *cooldown_entry_edit_new (CooldownAppState *state,
                                            CooldownEntry *entry,
                                            gboolean stored);
CooldownAppState *cooldown_entry_edit_get_state (CooldownEntryEdit *self);
CooldownEntry *cooldown_entry_edit_get_entry (CooldownEntryEdit *self);
gboolean cooldown_entry_edit_is_stored (CooldownEntryEdit *self);
CooldownEntryStanding cooldown_entry_edit_get_standing (CooldownEntryEdit *self);
const char *cooldown_entry_edit_get_trouble (CooldownEntryEdit *self);

void cooldown_entry_edit_set_bare (CooldownEntryEdit *self, CooldownEntry *bare);
void cooldown_entry_edit_drop_filled (CooldownEntryEdit *self);
void cooldown_entry_edit_touch (CooldownEntryEdit *self);
void cooldown_entry_edit_touch_text (CooldownEntryEdit *self, CooldownField field);
void cooldown_entry_edit_save (CooldownEntryEdit *self);
gboolean cooldown_entry_edit_can_undo (CooldownEntryEdit *self);
void cooldown_entry_edit_undo (CooldownEntryEdit *self);
gboolean cooldown_entry_edit_leave (CooldownEntryEdit *self);

G_END_DECLS
