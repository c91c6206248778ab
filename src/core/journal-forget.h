/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry.h"
#include "journal.h"

G_BEGIN_DECLS

/*
 * Making the journal lose what was noted, for good. Everything here waits for the disk and belongs
 * in a thread.
 */

/** COOLDOWN_PURGE_DAYS: Entries that were deleted keep what they noted for so many days. */
#define COOLDOWN_PURGE_DAYS 30

gboolean cooldown_journal_forget (CooldownJournal *self,
                                  CooldownEntryKind kind,
                                  const char *uid,
                                  GPtrArray **could_not,
                                  GError **error);
gboolean cooldown_journal_purge (CooldownJournal *self, GError **error);
gboolean cooldown_journal_delete_all (const char *folder, GError **error);

G_END_DECLS
