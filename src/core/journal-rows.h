/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry.h"
#include "journal-private.h"

G_BEGIN_DECLS

/* How entries stand in the tables: the columns follow from the fields. */

const char *journal_get_table (CooldownEntryKind kind);
void journal_append_columns (GString *sql, CooldownEntryKind kind);
CooldownEntry *journal_read_row (CooldownJournal *self,
                                 CooldownEntryKind kind,
                                 sqlite3_stmt *statement,
                                 GError **error);
gint64 journal_find_row (CooldownJournal *self, CooldownEntryKind kind, const char *uid);
void journal_bind_field (sqlite3_stmt *statement,
                         int *column,
                         CooldownEntry *entry,
                         CooldownField field);
gboolean journal_has_field (CooldownJournal *self, CooldownField field);
void journal_append_assignment (GString *sql, CooldownField field);
gboolean journal_write_entry (CooldownJournal *self,
                              CooldownEntry *entry,
                              gboolean all,
                              GError **error);
gboolean journal_write_events (CooldownJournal *self,
                               CooldownEntry *entry,
                               gint64 row,
                               GError **error);

G_END_DECLS
