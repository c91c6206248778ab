/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The journal as an object: its statements, transactions and errors. How it is opened stands in
 * journal-open.c.
 */
#include "journal-private.h"

#include <errno.h>
#include <unistd.h>

G_DEFINE_FINAL_TYPE (CooldownJournal, cooldown_journal, G_TYPE_OBJECT)
G_DEFINE_QUARK (cooldown-journal-error-quark, cooldown_journal_error)

static void
cooldown_journal_finalize (GObject *object)
{
  CooldownJournal *self = COOLDOWN_JOURNAL (object);

  sqlite3_close_v2 (self->db);
  if (self->lock >= 0)
    close (self->lock);
  g_clear_object (&self->clock);
  g_free (self->folder);
  g_free (self->file);
  g_free (self->set_aside);
  g_free (self->restored_from);
  G_OBJECT_CLASS (cooldown_journal_parent_class)->finalize (object);
}

static void
cooldown_journal_class_init (CooldownJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cooldown_journal_finalize;
}

static void
cooldown_journal_init (CooldownJournal *self)
{
  self->lock = -1;
}

/* A journal that is not open yet; @clock is %NULL where nothing is written down. */
CooldownJournal *
journal_new (const char *folder, const char *name, CooldownClock *clock)
{
  CooldownJournal *self = g_object_new (COOLDOWN_TYPE_JOURNAL, NULL);

  self->folder = g_strdup (folder);
  self->file = g_build_filename (folder, name, NULL);
  g_set_object (&self->clock, clock);
  return self;
}

/* Only what SQLite itself calls broken is: a disk that fails or a lack of memory passes. */
static CooldownJournalError
find_code (int result, CooldownJournalError otherwise)
{
  switch (result)
    {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return COOLDOWN_JOURNAL_ERROR_BROKEN;
    case SQLITE_READONLY:
      return COOLDOWN_JOURNAL_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return COOLDOWN_JOURNAL_ERROR_FULL;
    case SQLITE_BUSY:
      return COOLDOWN_JOURNAL_ERROR_LOCKED;
    default:
      return otherwise;
    }
}

/* Says what SQLite could not do; @code holds where that has no name of its own. */
gboolean
journal_fail (CooldownJournal *self, CooldownJournalError code, GError **error)
{
  /* What both processes share of a file's log is a file as well, and has no room either. */
  if (sqlite3_extended_errcode (self->db) == SQLITE_IOERR_SHMSIZE)
    code = COOLDOWN_JOURNAL_ERROR_FULL;
  else
    code = find_code (sqlite3_errcode (self->db), code);
  g_set_error (error, COOLDOWN_JOURNAL_ERROR, (gint) code, "%s: %s", self->file,
               sqlite3_errmsg (self->db));
  return FALSE;
}

/* Says what a call to the system could not do; to be called before errno changes. */
gboolean
journal_fail_file (const char *file, GError **error)
{
  CooldownJournalError code = COOLDOWN_JOURNAL_ERROR_FOLDER;
  int failed = errno;

  if (failed == ENOSPC || failed == EDQUOT)
    code = COOLDOWN_JOURNAL_ERROR_FULL;
  else if (failed == EROFS)
    code = COOLDOWN_JOURNAL_ERROR_READ_ONLY;
  g_set_error (error, COOLDOWN_JOURNAL_ERROR, (gint) code, "%s: %s", file, g_strerror (failed));
  return FALSE;
}

/* Whether anything may be written. */
gboolean
journal_check_writable (CooldownJournal *self, GError **error)
{
  if (!self->read_only)
    return TRUE;
  g_set_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_READ_ONLY,
               "%s was opened to be read only", self->file);
  return FALSE;
}

static gboolean
bind_values (sqlite3_stmt *statement, const char *types, va_list values)
{
  for (int i = 0; types[i] != '\0'; i++)
    {
      int column = i + 1;

      if (types[i] == 'i')
        sqlite3_bind_int64 (statement, column, va_arg (values, gint64));
      else if (types[i] == 's')
        sqlite3_bind_text (statement, column, va_arg (values, const char *), -1, SQLITE_TRANSIENT);
      else
        {
          int value = va_arg (values, int);

          if (value >= 0)
            sqlite3_bind_int (statement, column, value);
        }
    }
  return TRUE;
}

static sqlite3_stmt *
prepare_va (CooldownJournal *self,
            GError **error,
            const char *sql,
            const char *types,
            va_list values)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL) != SQLITE_OK)
    {
      journal_fail (self, COOLDOWN_JOURNAL_ERROR_WRITE, error);
      return NULL;
    }
  bind_values (statement, types, values);
  return g_steal_pointer (&statement);
}

/* A statement ready to step through; NULL with @error set when the file cannot be read. */
sqlite3_stmt *
journal_prepare (CooldownJournal *self,
                 GError **error,
                 const char *sql,
                 const char *types,
                 ...)
{
  sqlite3_stmt *statement;
  va_list values;

  va_start (values, types);
  statement = prepare_va (self, error, sql, types, values);
  va_end (values);
  return statement;
}

/* Whether there is a further row; at the end FALSE without, on failure FALSE with @error set. */
gboolean
journal_step (CooldownJournal *self, sqlite3_stmt *statement, GError **error)
{
  int result = sqlite3_step (statement);

  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    journal_fail (self, COOLDOWN_JOURNAL_ERROR_WRITE, error);
  return FALSE;
}

/* Runs a statement that gives no rows. */
gboolean
journal_run (CooldownJournal *self, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  va_list values;

  va_start (values, types);
  statement = prepare_va (self, error, sql, types, values);
  va_end (values);
  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_DONE)
    return journal_fail (self, COOLDOWN_JOURNAL_ERROR_WRITE, error);
  return TRUE;
}

/* The one number a query gives, 0 when there is none. */
gint64
journal_get_number (CooldownJournal *self, const char *sql, const char *types, ...)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (GError) error = NULL;
  va_list values;

  va_start (values, types);
  statement = prepare_va (self, &error, sql, types, values);
  va_end (values);
  if (statement != NULL && journal_step (self, statement, &error))
    return sqlite3_column_int64 (statement, 0);
  if (error != NULL)
    g_message ("%s", error->message);
  return 0;
}

gint64
journal_last_id (CooldownJournal *self)
{
  return sqlite3_last_insert_rowid (self->db);
}

/* Microseconds since 1970 UTC. */
gint64
journal_now (CooldownJournal *self)
{
  return cooldown_clock_now (self->clock).wall;
}

gint32
journal_offset (CooldownJournal *self, gint64 wall)
{
  return cooldown_clock_get_offset (self->clock, wall);
}

gboolean
journal_begin (CooldownJournal *self, GError **error)
{
  return journal_run (self, error, "BEGIN IMMEDIATE", "");
}

gboolean
journal_end (CooldownJournal *self, gboolean commit, GError **error)
{
  if (commit && journal_run (self, error, "COMMIT", ""))
    return TRUE;
  journal_run (self, NULL, "ROLLBACK", "");
  return FALSE;
}

/**
 * cooldown_journal_is_read_only:
 * @self: a journal
 *
 * Returns: whether it was opened by [func@Cooldown.journal_open_to_read]; whatever writes then fails
 *   with %COOLDOWN_JOURNAL_ERROR_READ_ONLY
 */
gboolean
cooldown_journal_is_read_only (CooldownJournal *self)
{
  return self->read_only;
}
