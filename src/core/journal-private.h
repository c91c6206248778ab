/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journal.h"

#include <sqlite3.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

#define JOURNAL_FILE_NAME "journal.db"
/* How long to wait for the other process's transaction, or until it has the file in order. */
#define JOURNAL_BUSY_MILLISECONDS 2000
#define JOURNAL_POLL_MILLISECONDS 10

struct _CooldownJournal
{
  GObject parent_instance;
  CooldownClock *clock;
  sqlite3 *db;
  char *folder;
  char *set_aside;
  int lock;
};

/* What the journal's files share: statements with their values, the file and its lock.
 * @types has a letter for each value: 'i' a gint64, 's' a string or NULL, 'n' an int for which a
 * negative one is NULL. */

sqlite3_stmt *journal_prepare (CooldownJournal *self,
                               GError **error,
                               const char *sql,
                               const char *types,
                               ...);
gboolean journal_run (CooldownJournal *self,
                      GError **error,
                      const char *sql,
                      const char *types,
                      ...);
gboolean journal_step (CooldownJournal *self, sqlite3_stmt *statement, GError **error);
gint64 journal_get_number (CooldownJournal *self, const char *sql, const char *types, ...);
gint64 journal_last_id (CooldownJournal *self);
gint64 journal_now (CooldownJournal *self);
gint32 journal_offset (CooldownJournal *self, gint64 wall);
gboolean journal_begin (CooldownJournal *self, GError **error);
gboolean journal_end (CooldownJournal *self, gboolean commit, GError **error);
gboolean journal_fail (CooldownJournal *self, CooldownJournalError code, GError **error);

gboolean journal_take_lock (CooldownJournal *self, int kind, GError **error);
gboolean journal_open_file (CooldownJournal *self, GError **error);
void journal_sync_folder (const char *folder);
char *journal_find_free_name (const char *base);
const char *journal_get_step (guint version);
gboolean journal_create_tables (CooldownJournal *self, GError **error);
gboolean journal_migrate (CooldownJournal *self, GError **error);

G_END_DECLS
