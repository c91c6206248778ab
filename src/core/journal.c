/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define LOCK_NAME "journal.lock"
/* What SQLite's check says of a page that it could not fetch, before the reason's number. */
#define PAGE_ERROR "unable to get the page. error code="

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
  g_free (self->set_aside);
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

/* Only what SQLite itself calls broken is: a disk that fails or a lack of memory passes. */
gboolean
journal_fail (CooldownJournal *self, CooldownJournalError code, GError **error)
{
  int result = sqlite3_errcode (self->db);

  if (result == SQLITE_NOTADB || result == SQLITE_CORRUPT)
    code = COOLDOWN_JOURNAL_ERROR_BROKEN;
  g_set_error (error, COOLDOWN_JOURNAL_ERROR, (gint) code, "%s/" JOURNAL_FILE_NAME ": %s",
               self->folder, sqlite3_errmsg (self->db));
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

/* What a folder holds may be gone after a power cut, whole files with their names, unless it was
 * synced. Where it cannot be, nothing more can be done. */
void
journal_sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* Until there is a journal, nothing says that the folders it lies in were synced. */
static gboolean
make_folder (CooldownJournal *self)
{
  g_autofree char *file = g_build_filename (self->folder, JOURNAL_FILE_NAME, NULL);
  g_autofree char *parent = g_path_get_dirname (self->folder);

  if (g_file_test (file, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    return FALSE;
  while (strlen (parent) > 1)
    {
      char *above = g_path_get_dirname (parent);

      journal_sync_folder (parent);
      g_free (parent);
      parent = above;
    }
  return TRUE;
}

static gboolean
prepare_folder (CooldownJournal *self, GError **error)
{
  g_autofree char *lock = g_build_filename (self->folder, LOCK_NAME, NULL);

  if (make_folder (self))
    self->lock = g_open (lock, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (self->lock < 0)
    {
      g_set_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_FOLDER, "%s: %s",
                   self->folder, g_strerror (errno));
      return FALSE;
    }
  return TRUE;
}

/* Shared (LOCK_SH) while the file is open; alone (LOCK_EX) to set it aside or change its form. */
gboolean
journal_take_lock (CooldownJournal *self, int kind, GError **error)
{
  for (int waited = 0; waited <= JOURNAL_BUSY_MILLISECONDS; waited += JOURNAL_POLL_MILLISECONDS)
    {
      if (flock (self->lock, kind | LOCK_NB) == 0)
        return TRUE;
      g_usleep (JOURNAL_POLL_MILLISECONDS * 1000);
    }
  g_set_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_LOCKED,
               "%s: the journal is in use by another program", self->folder);
  return FALSE;
}

/* Opens the file anew: what another program put in its place is another file. */
gboolean
journal_open_file (CooldownJournal *self, GError **error)
{
  g_autofree char *file = g_build_filename (self->folder, JOURNAL_FILE_NAME, NULL);
  mode_t mask = umask (0077);
  int result;

  g_clear_pointer (&self->db, sqlite3_close_v2);
  result = sqlite3_open_v2 (file, &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  umask (mask);
  if (result != SQLITE_OK)
    return journal_fail (self, COOLDOWN_JOURNAL_ERROR_FOLDER, error);
  sqlite3_busy_timeout (self->db, JOURNAL_BUSY_MILLISECONDS);
  if (sqlite3_exec (self->db,
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
                    NULL, NULL, NULL) != SQLITE_OK)
    return journal_fail (self, COOLDOWN_JOURNAL_ERROR_FOLDER, error);
  return TRUE;
}

/* A page that could not be fetched for another reason than what stands in it says nothing. */
static gboolean
says_broken (const char *verdict)
{
  const char *code = strstr (verdict, PAGE_ERROR);

  return code == NULL ||
         g_ascii_strtoll (code + strlen (PAGE_ERROR), NULL, 10) == SQLITE_CORRUPT;
}

static gboolean
is_sound (CooldownJournal *self, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = journal_prepare (self, error, "PRAGMA quick_check(1)", "");
  const char *verdict;
  CooldownJournalError code = COOLDOWN_JOURNAL_ERROR_FOLDER;

  if (statement == NULL || !journal_step (self, statement, error))
    return FALSE;
  verdict = (const char *) sqlite3_column_text (statement, 0);
  if (g_strcmp0 (verdict, "ok") == 0)
    return TRUE;
  if (verdict != NULL && says_broken (verdict))
    code = COOLDOWN_JOURNAL_ERROR_BROKEN;
  g_set_error (error, COOLDOWN_JOURNAL_ERROR, (gint) code, "%s/" JOURNAL_FILE_NAME ": %s",
               self->folder, verdict != NULL ? verdict : "");
  return FALSE;
}

static gboolean
open_and_check (CooldownJournal *self, GError **error)
{
  return journal_open_file (self, error) && is_sound (self, error) &&
         journal_create_tables (self, error);
}

/* @base if no file has that name, else with a number after it. */
char *
journal_find_free_name (const char *base)
{
  char *name = g_strdup (base);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%u", base, i);
    }
  return name;
}

static char *
name_set_aside (CooldownJournal *self)
{
  g_autofree char *base =
    g_strdup_printf ("%s/" JOURNAL_FILE_NAME ".broken-%" G_GINT64_FORMAT, self->folder,
                     journal_now (self) / COOLDOWN_SECOND);

  return journal_find_free_name (base);
}

/* Moves the broken file and its companions away. */
static gboolean
rename_all (CooldownJournal *self, const char *why, GError **error)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  g_clear_pointer (&self->db, sqlite3_close_v2);
  self->set_aside = name_set_aside (self);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *from = g_strconcat (self->folder, "/" JOURNAL_FILE_NAME, endings[i], NULL);
      g_autofree char *to = g_strconcat (self->set_aside, endings[i], NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        {
          g_set_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_FOLDER, "%s: %s",
                       from, g_strerror (errno));
          return FALSE;
        }
    }
  g_message ("the journal could not be read and was kept as %s: %s", self->set_aside, why);
  return TRUE;
}

/* Sets a broken file aside, unless another program uses it or has done so meanwhile. */
static gboolean
set_aside (CooldownJournal *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  g_clear_pointer (&self->db, sqlite3_close_v2);
  if (journal_take_lock (self, LOCK_EX, NULL) && !open_and_check (self, &local_error) &&
      g_error_matches (local_error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_BROKEN) &&
      !rename_all (self, local_error->message, error))
    return FALSE;
  return journal_take_lock (self, LOCK_SH, error);
}

/**
 * cooldown_journal_open:
 * @folder: where the file lies or is to lie; made with mode 0700 when missing
 * @clock: what knows when something was written down
 * @error: return location
 *
 * Opens the journal, making it when there is none. A file that cannot be read is not lost: it is
 * moved aside and a new one begun, see [method@Cooldown.Journal.get_set_aside]. A file of an older
 * version is brought up to date, and a copy of it kept beside it. While another program uses the
 * file, neither is done, and that is an error.
 *
 * Returns: (transfer full) (nullable): the journal, or %NULL with @error set when the folder or
 *   the file cannot be used
 */
CooldownJournal *
cooldown_journal_open (const char *folder, CooldownClock *clock, GError **error)
{
  g_autoptr (CooldownJournal) self = g_object_new (COOLDOWN_TYPE_JOURNAL, NULL);
  g_autoptr (GError) local_error = NULL;

  self->folder = g_strdup (folder);
  self->clock = g_object_ref (clock);
  if (!prepare_folder (self, error) || !journal_take_lock (self, LOCK_SH, error))
    return NULL;
  if (open_and_check (self, &local_error) && journal_migrate (self, &local_error))
    return g_steal_pointer (&self);
  if (g_error_matches (local_error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_BROKEN) &&
      set_aside (self, error) && open_and_check (self, error) && journal_migrate (self, error))
    return g_steal_pointer (&self);
  if (error != NULL && *error == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * cooldown_journal_get_set_aside:
 * @self: a journal
 *
 * Returns: (nullable): where a file was moved that could not be read, %NULL when all was well
 */
const char *
cooldown_journal_get_set_aside (CooldownJournal *self)
{
  return self->set_aside;
}
