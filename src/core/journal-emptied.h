/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry.h"
#include "journal-private.h"

G_BEGIN_DECLS

gboolean journal_write_emptied (CooldownJournal *self,
                                CooldownEntryKind kind,
                                const char *uid,
                                gint64 edits,
                                gint64 edited,
                                gint64 deleted,
                                GError **error);
gboolean journal_is_placeholder (CooldownEntry *row);
gboolean journal_write_placeholders (CooldownJournal *self, CooldownEntry *entry, GError **error);
GPtrArray *journal_read_all (CooldownJournal *self, GError **error);

G_END_DECLS
