/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the journal is opened, and what happens to a file that cannot be.
 *
 * Nothing is written into a file before it is known to be Cooldown's own. What is not, or is
 * damaged, is moved aside, and the newest backup that can be read takes its place.
 */
#include "journal-backup.h"
#include "journal-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* What SQLite's check says of a page that it could not fetch, before the reason's number. */
#define PAGE_ERROR "unable to get the page. error code="
/* The tables that every version has. */
#define TABLES "'session', 'event', 'setting', 'workout', 'episode', 'sign'"
#define N_TABLES 6

/* Whether that is allowed; of what is not there only the folder says more. */
gboolean
journal_may_write (const char *path)
{
  return faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0 || errno == ENOENT;
}

static gboolean
fail_read_only (const char *path, GError **error)
{
  g_set_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_READ_ONLY,
               "%s may only be read", path);
  return FALSE;
}

/* Until there is a journal, nothing says that the folders it lies in were synced. */
static gboolean
make_folder (CooldownJournal *self)
{
  g_autofree char *parent = g_path_get_dirname (self->folder);

  if (g_file_test (self->file, G_FILE_TEST_EXISTS))
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

/* Makes the folder and its lock, which nobody holds yet. */
gboolean
journal_prepare_folder (CooldownJournal *self, GError **error)
{
  g_autofree char *lock = g_build_filename (self->folder, JOURNAL_LOCK_NAME, NULL);

  if (!make_folder (self))
    return journal_fail_file (self->folder, error);
  if (!journal_may_write (self->folder))
    return fail_read_only (self->folder, error);
  self->lock = g_open (lock, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  return self->lock >= 0 || journal_fail_file (lock, error);
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

/* SQLite itself would look less and less often, and find the others writing each time. */
static int
wait_for_others (void *data, int n_waits)
{
  if (n_waits * JOURNAL_POLL_MILLISECONDS >= JOURNAL_BUSY_MILLISECONDS)
    return FALSE;
  g_usleep (JOURNAL_POLL_MILLISECONDS * 1000);
  return TRUE;
}

/* Opens the file anew: what another program put in its place is another file. Until it is known to
 * be ours, closing it brings nothing from its log into it. */
gboolean
journal_connect (CooldownJournal *self, int flags, GError **error)
{
  g_clear_pointer (&self->db, sqlite3_close_v2);
  if (sqlite3_open_v2 (self->file, &self->db, flags, NULL) != SQLITE_OK)
    return journal_fail (self, COOLDOWN_JOURNAL_ERROR_FOLDER, error);
  sqlite3_busy_handler (self->db, wait_for_others, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  return TRUE;
}

/* Files of the first three versions carry no id; they are known by their tables. */
static gboolean
is_written_by_us (sqlite3_stmt *statement)
{
  int n_all = sqlite3_column_int (statement, 0);
  int n_ours = sqlite3_column_int (statement, 1);
  int id = sqlite3_column_int (statement, 2);
  int version = sqlite3_column_int (statement, 3);

  if (id != 0)
    return id == JOURNAL_APPLICATION_ID;
  return n_ours == N_TABLES || (n_all == 0 && version == 0);
}

/* Whether the file is empty or a journal of this version or an older one. */
gboolean
journal_is_ours (CooldownJournal *self, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = journal_prepare (
    self, error,
    "SELECT count (*), count (*) FILTER (WHERE type = 'table' AND name IN (" TABLES ")),"
    " (SELECT application_id FROM pragma_application_id),"
    " (SELECT user_version FROM pragma_user_version) FROM sqlite_schema",
    "");

  if (statement == NULL || !journal_step (self, statement, error))
    return FALSE;
  if (!is_written_by_us (statement))
    g_set_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_BROKEN,
                 "%s belongs to another program", self->file);
  else if (sqlite3_column_int (statement, 3) > COOLDOWN_JOURNAL_VERSION)
    g_set_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_NEWER,
                 "%s was written by a newer Cooldown", self->file);
  else
    return TRUE;
  return FALSE;
}

/* From now on it may be written. What is deleted is overwritten, and nothing that was noted is sorted
 * in a file elsewhere. */
static gboolean
settle (CooldownJournal *self, const char *pragmas, GError **error)
{
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return (sqlite3_exec (self->db,
                        "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY",
                        NULL, NULL, NULL) == SQLITE_OK &&
          sqlite3_exec (self->db, pragmas, NULL, NULL, NULL) == SQLITE_OK) ||
         journal_fail (self, COOLDOWN_JOURNAL_ERROR_FOLDER, error);
}

gboolean
journal_open_file (CooldownJournal *self, GError **error)
{
  mode_t mask = umask (0077);
  gboolean connected =
    journal_connect (self, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  umask (mask);
  return connected && journal_is_ours (self, error) &&
         settle (self, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL", error);
}

/* Opens a copy of the journal that lies beside it; nothing says yet that it is sound. */
CooldownJournal *
journal_open_copy (const char *folder, const char *name, GError **error)
{
  g_autoptr (CooldownJournal) self = journal_new (folder, name, NULL);

  if (!journal_connect (self, SQLITE_OPEN_READWRITE, error) || !journal_is_ours (self, error) ||
      !settle (self, "", error))
    return NULL;
  if (journal_get_version (self) > 0)
    return g_steal_pointer (&self);
  g_set_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_BROKEN, "%s is empty",
               self->file);
  return NULL;
}

/* A page that could not be fetched for another reason than what stands in it says nothing. */
static gboolean
says_broken (const char *verdict)
{
  const char *code = strstr (verdict, PAGE_ERROR);

  return code == NULL ||
         g_ascii_strtoll (code + strlen (PAGE_ERROR), NULL, 10) == SQLITE_CORRUPT;
}

/* Whether all pages of the file hang together. Of 20,000 entries that is known after 30 ms, so that
 * it can be asked each time. */
gboolean
journal_is_sound (CooldownJournal *self, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = journal_prepare (self, error, "PRAGMA quick_check(1)", "");
  g_autofree char *verdict = NULL;
  CooldownJournalError code = COOLDOWN_JOURNAL_ERROR_FOLDER;

  if (statement == NULL || !journal_step (self, statement, error))
    return FALSE;
  verdict = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  if (g_strcmp0 (verdict, "ok") == 0)
    return TRUE;
  if (verdict != NULL && says_broken (g_strdelimit (verdict, "\n", ' ')))
    code = COOLDOWN_JOURNAL_ERROR_BROKEN;
  g_set_error (error, COOLDOWN_JOURNAL_ERROR, (gint) code, "%s: %s", self->file,
               verdict != NULL ? verdict : "");
  return FALSE;
}

/* In bytes, -1 when there is none. */
static gint64
get_size (const char *file, const char *ending)
{
  g_autofree char *name = g_strconcat (file, ending, NULL);
  GStatBuf info;

  return g_stat (name, &info) == 0 ? (gint64) info.st_size : -1;
}

/* An empty file is a new one, but not beside a log or backups of it: there the disk lost what stood
 * in it, and SQLite would drop the log as well. Of a file of one byte SQLite says that it is empty. */
static gboolean
is_lost (CooldownJournal *self)
{
  gint64 size = get_size (self->file, "");
  g_autoptr (GPtrArray) backups = NULL;

  if (size > 1)
    return FALSE;
  if (size == 1 || get_size (self->file, "-wal") > 0)
    return TRUE;
  backups = journal_find_backups (self->folder);
  return size == 0 && backups->len > 0;
}

static gboolean
check_not_lost (CooldownJournal *self, GError **error)
{
  if (!is_lost (self))
    return TRUE;
  g_set_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_BROKEN,
               "%s is empty, but was not", self->file);
  return FALSE;
}

/* A link is not followed: locks, logs and backups would lie beside it and not beside the file. */
gboolean
journal_check_kind (CooldownJournal *self, GError **error)
{
  GStatBuf info;

  if (g_lstat (self->file, &info) != 0 || S_ISREG (info.st_mode))
    return TRUE;
  g_set_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_FOLDER,
               S_ISLNK (info.st_mode) ? "%s is a link and no file" : "%s is no file", self->file);
  return FALSE;
}

static gboolean
check_writable (CooldownJournal *self, GError **error)
{
  return journal_may_write (self->file) || fail_read_only (self->file, error);
}

static gboolean
open_and_check (CooldownJournal *self, GError **error)
{
  return journal_check_kind (self, error) && check_writable (self, error) &&
         check_not_lost (self, error) &&
         journal_open_file (self, error) && journal_is_sound (self, error) &&
         journal_create_tables (self, error);
}

/* Moves the broken file away; the newest backup that can be read takes its place, or an empty journal.
 * Without room for that all stays as it is. */
static gboolean
replace_broken (CooldownJournal *self, const char *why, GError **error)
{
  g_autofree char *aside = journal_name_aside (self, "broken");
  g_autofree char *name = NULL;
  g_autofree char *fresh = NULL;
  int empty;

  g_clear_pointer (&self->db, sqlite3_close_v2);
  /* Where there is nothing but a log, that is kept beside an empty file. */
  empty = g_open (self->file, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (empty >= 0)
    close (empty);
  fresh = journal_stage_newest (self, &name, error);
  if (fresh == NULL && name != NULL)
    return FALSE;
  if (fresh == NULL)
    fresh = journal_stage_none (self);
  if (!journal_write_to_tell (self, fresh, aside, name, error) ||
      !journal_put_in_place (self, fresh, aside, error))
    {
      g_unlink (fresh);
      return FALSE;
    }
  self->set_aside = g_steal_pointer (&aside);
  self->restored_from = g_steal_pointer (&name);
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
      !replace_broken (self, local_error->message, error))
    return FALSE;
  return journal_take_lock (self, LOCK_SH, error);
}

/**
 * cooldown_journal_open:
 * @folder: where the file lies or is to lie; made with mode 0700 when missing
 * @clock: what knows when something was written down
 * @error: return location
 *
 * Opens the journal, making it when there is none. A file that cannot be read, or that is another
 * program's, is not lost: it is moved aside, see [method@Cooldown.Journal.get_set_aside]. The newest
 * backup that can be read takes its place, see [method@Cooldown.Journal.get_restored_from]; without
 * one the journal begins anew. A file of an older version is brought up to date, and a copy of it
 * kept beside it. While another program uses the file, none of this is done, and that is an error.
 *
 * A file of a newer version (%COOLDOWN_JOURNAL_ERROR_NEWER), and one that cannot be written
 * (%COOLDOWN_JOURNAL_ERROR_READ_ONLY), can be opened by [func@Cooldown.journal_open_to_read].
 *
 * Returns: (transfer full) (nullable): the journal, or %NULL with @error set when the folder or
 *   the file cannot be used
 */
CooldownJournal *
cooldown_journal_open (const char *folder, CooldownClock *clock, GError **error)
{
  g_autoptr (CooldownJournal) self = journal_new (folder, JOURNAL_FILE_NAME, clock);
  g_autoptr (GError) local_error = NULL;

  if (!journal_prepare_folder (self, error) || !journal_take_lock (self, LOCK_SH, error))
    return NULL;
  if ((open_and_check (self, &local_error) && journal_migrate (self, &local_error)) ||
      (g_error_matches (local_error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_BROKEN) &&
       set_aside (self, error) && open_and_check (self, error) && journal_migrate (self, error)))
    {
      journal_read_to_tell (self);
      return g_steal_pointer (&self);
    }
  if (error != NULL && *error == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}
