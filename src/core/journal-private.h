/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journal.h"

#include <sqlite3.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

#define JOURNAL_FILE_NAME "journal.db"
#define JOURNAL_LOCK_NAME "journal.lock"
/* The folder of the backups, beside it. */
#define JOURNAL_BACKUPS_NAME "backups"
/* "Cool", by which a journal of version 4 or later is told from another program's database. */
#define JOURNAL_APPLICATION_ID 0x436F6F6C
/* How long to wait for the other process's transaction, or until it has the file in order. */
#define JOURNAL_BUSY_MILLISECONDS 2000
#define JOURNAL_POLL_MILLISECONDS 10

struct _CooldownJournal
{
  GObject parent_instance;
  CooldownClock *clock;
  sqlite3 *db;
  char *folder;
  /* The journal itself, or a copy of it that is looked at. */
  char *file;
  char *set_aside;
  char *restored_from;
  int lock;
  gboolean read_only;
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
gboolean journal_check_writable (CooldownJournal *self, GError **error);

/* Opening */
CooldownJournal *journal_new (const char *folder, const char *name, CooldownClock *clock);
gboolean journal_may_write (const char *path);
gboolean journal_check_kind (CooldownJournal *self, GError **error);
gboolean journal_prepare_folder (CooldownJournal *self, GError **error);
gboolean journal_take_lock (CooldownJournal *self, int kind, GError **error);
gboolean journal_connect (CooldownJournal *self, int flags, GError **error);
gboolean journal_is_ours (CooldownJournal *self, GError **error);
gboolean journal_is_sound (CooldownJournal *self, GError **error);
gboolean journal_open_file (CooldownJournal *self, GError **error);
CooldownJournal *journal_open_copy (const char *folder, const char *name, GError **error);
gboolean journal_write_to_tell (CooldownJournal *self,
                                const char *fresh,
                                const char *set_aside,
                                const char *restored_from,
                                GError **error);
void journal_read_to_tell (CooldownJournal *self);

/* The form of the file */
const char *journal_get_step (guint version);
gint64 journal_get_version (CooldownJournal *self);
gboolean journal_take_steps (CooldownJournal *self, GError **error);
gboolean journal_create_tables (CooldownJournal *self, GError **error);
gboolean journal_migrate (CooldownJournal *self, GError **error);

/* Files beside the journal */
gboolean journal_fail_file (const char *file, GError **error);
char *journal_find_free_name (const char *base);
char *journal_name_aside (CooldownJournal *self, const char *why);
void journal_sync_folder (const char *folder);
gboolean journal_copy_to (CooldownJournal *self, const char *file, GError **error);
gboolean journal_put_in_place (CooldownJournal *self,
                               const char *fresh,
                               const char *aside,
                               GError **error);
char *journal_stage_newest (CooldownJournal *self, char **name, GError **error);
char *journal_stage_none (CooldownJournal *self);

/**
 * JournalFiles:
 * @JOURNAL_FILES_COPIES: backups, and copies beside the journal
 * @JOURNAL_FILES_HALF_DONE: copies that were never finished
 * @JOURNAL_FILES_BESIDE: all but the journal, with what SQLite keeps beside each
 *
 * Files that the journal writes.
 */
typedef enum
{
  JOURNAL_FILES_COPIES,
  JOURNAL_FILES_HALF_DONE,
  JOURNAL_FILES_BESIDE,
} JournalFiles;

GPtrArray *journal_find_files (const char *folder, JournalFiles which);

/* Backups */
gboolean journal_parse_backup_name (const char *name, GDate *date);
GPtrArray *journal_find_backups (const char *folder);
guint32 journal_get_today (CooldownJournal *self);
int journal_lock_backups (const char *folder, GError **error);

G_END_DECLS
