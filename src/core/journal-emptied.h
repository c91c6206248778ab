/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry.h"
#include "journal-private.h"

G_BEGIN_DECLS

/** JOURNAL_PLACEHOLDER_EDITS: What the edits of a row are that only waits for its entry. */
#define JOURNAL_PLACEHOLDER_EDITS (-1)

gboolean journal_write_emptied (CooldownJournal *self,
                                CooldownEntryKind kind,
                                const char *uid,
                                gint64 edits,
                                gint64 edited,
                                gint64 deleted,
                                GError **error);
gboolean journal_write_placeholders (CooldownJournal *self, CooldownEntry *entry, GError **error);

G_END_DECLS
