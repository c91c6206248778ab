/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening a journal that is not to be written: it is read into memory as it is at that moment.
 *
 * Reading such a file in its place would need SQLite's index of the log beside it, which cannot be
 * made in a folder that may only be read, and which left behind by one that may not write the file
 * keeps those that may from writing. Telling SQLite that nobody writes the file would be wrong where
 * it may be written from elsewhere. A copy in memory is right in each case, and one of an older
 * version can be brought up to date.
 */
#include "journal-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define COPY_TEMPLATE "cooldown-read-XXXXXX"

static const char *const copied[] = { JOURNAL_FILE_NAME, JOURNAL_FILE_NAME "-wal" };

/* Keeps others from changing the form of the file meanwhile, as far as this folder lets us. */
static void
hold_still (CooldownJournal *self)
{
  g_autofree char *lock = g_build_filename (self->folder, JOURNAL_LOCK_NAME, NULL);

  self->lock = g_open (lock, O_RDONLY | O_CLOEXEC, 0);
  if (self->lock >= 0)
    journal_take_lock (self, LOCK_SH, NULL);
}

static void
let_go (CooldownJournal *self)
{
  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
}

static gboolean
fill (CooldownJournal *self, sqlite3 *from)
{
  sqlite3_backup *backup = sqlite3_backup_init (self->db, "main", from, "main");
  gboolean filled;

  if (backup == NULL)
    return FALSE;
  filled = sqlite3_backup_step (backup, -1) == SQLITE_DONE;
  return sqlite3_backup_finish (backup) == SQLITE_OK && filled;
}

/* Reads the file that @source has open into memory. One of a newer version is read as it is. */
static gboolean
take_in (CooldownJournal *self, CooldownJournal *source, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!journal_is_ours (source, &local_error) &&
      !g_error_matches (local_error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_NEWER))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (sqlite3_open (":memory:", &self->db) != SQLITE_OK || !fill (self, source->db))
    return journal_fail (self, COOLDOWN_JOURNAL_ERROR_FOLDER, error);
  return TRUE;
}

static gboolean
read_in_place (CooldownJournal *self, GError **error)
{
  g_autoptr (CooldownJournal) source = journal_new (self->folder, JOURNAL_FILE_NAME, NULL);

  return journal_connect (source, SQLITE_OPEN_READONLY, error) && take_in (self, source, error);
}

static gboolean
copy_file (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) local_error = NULL;

  if (g_file_copy (source, target, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL,
                   &local_error))
    return TRUE;
  g_set_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_FOLDER, "%s: %s", from,
               local_error->message);
  return FALSE;
}

static gboolean
copy_files (CooldownJournal *self, const char *folder, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    {
      g_autofree char *from = g_build_filename (self->folder, copied[i], NULL);
      g_autofree char *to = g_build_filename (folder, copied[i], NULL);

      /* Without a log all is in the file. */
      if ((i == 0 || g_file_test (from, G_FILE_TEST_EXISTS)) && !copy_file (from, to, error))
        return FALSE;
    }
  return TRUE;
}

static void
remove_copy (const char *folder)
{
  static const char *const names[] = { JOURNAL_FILE_NAME, JOURNAL_FILE_NAME "-wal",
                                       JOURNAL_FILE_NAME "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *file = g_build_filename (folder, names[i], NULL);

      g_unlink (file);
    }
  g_rmdir (folder);
}

/* Where nothing outlives the user's session, if there is such a place. */
static char *
make_folder (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), COPY_TEMPLATE, NULL);

  if (g_mkdtemp (folder) != NULL)
    return g_steal_pointer (&folder);
  return g_dir_make_tmp (COPY_TEMPLATE, error);
}

/* By way of a copy for the moment: the log can be read into that. */
static gboolean
read_copy (CooldownJournal *self, GError **error)
{
  g_autofree char *folder = make_folder (error);
  gboolean done;

  if (folder == NULL)
    return FALSE;
  done = copy_files (self, folder, error);
  if (done)
    {
      g_autoptr (CooldownJournal) source = journal_new (folder, JOURNAL_FILE_NAME, NULL);

      done = journal_connect (source, SQLITE_OPEN_READWRITE, error) &&
             take_in (self, source, error);
    }
  remove_copy (folder);
  return done;
}

static gboolean
read_file (CooldownJournal *self, GError **error)
{
  gboolean in_place = journal_may_write (self->folder) && journal_may_write (self->file);

  return journal_check_kind (self, error) &&
         (in_place ? read_in_place (self, error) : read_copy (self, error)) &&
         journal_is_sound (self, error);
}

/* What an older Cooldown wrote is brought up to date in memory only. */
static gboolean
bring_up_to_date (CooldownJournal *self, GError **error)
{
  return journal_get_version (self) >= COOLDOWN_JOURNAL_VERSION || journal_take_steps (self, error);
}

/**
 * cooldown_journal_open_to_read:
 * @folder: where the file lies
 * @clock: what knows the time
 * @error: return location
 *
 * Opens a journal that cannot be written: of a newer version, or in a place where writing is not
 * allowed. It is read as it is now, into memory; what others write later is not seen. Nothing in the
 * folder is changed. Of a newer version some things may not be found.
 *
 * Returns: (transfer full) (nullable): the journal, see [method@Cooldown.Journal.is_read_only], or
 *   %NULL with @error set when it cannot be read either
 */
CooldownJournal *
cooldown_journal_open_to_read (const char *folder, CooldownClock *clock, GError **error)
{
  g_autoptr (CooldownJournal) self = journal_new (folder, JOURNAL_FILE_NAME, clock);
  gboolean done;

  hold_still (self);
  done = read_file (self, error) && bring_up_to_date (self, error);
  let_go (self);
  if (!done)
    return NULL;
  if (sqlite3_exec (self->db, "PRAGMA query_only=ON", NULL, NULL, NULL) != SQLITE_OK)
    {
      journal_fail (self, COOLDOWN_JOURNAL_ERROR_FOLDER, error);
      return NULL;
    }
  self->read_only = TRUE;
  return g_steal_pointer (&self);
}
