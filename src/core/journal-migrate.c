/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a file that an older Cooldown wrote gets the tables that it lacks.
 */
#include "journal-private.h"

#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define COPY_NAME JOURNAL_FILE_NAME ".backup.new"

gint64
journal_get_version (CooldownJournal *self)
{
  return journal_get_number (self, "PRAGMA user_version", "");
}

static gboolean
run_steps (CooldownJournal *self, GError **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version=%d", COOLDOWN_JOURNAL_VERSION);

  /* The other process may have been first. */
  for (gint64 i = journal_get_version (self); i < COOLDOWN_JOURNAL_VERSION; i++)
    if (sqlite3_exec (self->db, journal_get_step ((guint) i), NULL, NULL, NULL) != SQLITE_OK)
      return journal_fail (self, COOLDOWN_JOURNAL_ERROR_WRITE, error);
  return journal_run (self, error, version, "");
}

/* All steps or none. */
gboolean
journal_take_steps (CooldownJournal *self, GError **error)
{
  if (!journal_begin (self, error))
    return FALSE;
  if (run_steps (self, error))
    return journal_end (self, TRUE, error);
  journal_end (self, FALSE, NULL);
  return FALSE;
}

/* Makes the tables in a file that has none. */
gboolean
journal_create_tables (CooldownJournal *self, GError **error)
{
  return journal_get_version (self) != 0 || journal_take_steps (self, error);
}

/* Returns the copy's name. Under it stands a whole copy or nothing. */
static char *
back_up (CooldownJournal *self, GError **error)
{
  g_autofree char *copy = g_build_filename (self->folder, COPY_NAME, NULL);
  g_autofree char *base =
    g_strdup_printf ("%s/" JOURNAL_FILE_NAME ".v%" G_GINT64_FORMAT ".backup", self->folder,
                     journal_get_version (self));
  g_autofree char *name = journal_find_free_name (base);

  if (!journal_copy_to (self, copy, error))
    return NULL;
  if (g_rename (copy, name) != 0)
    {
      journal_fail_file (name, error);
      g_unlink (copy);
      return NULL;
    }
  journal_sync_folder (self->folder);
  return g_steal_pointer (&name);
}

/* Waits until nobody else has the journal open, or somebody else has brought it up to date. */
static gboolean
wait_for_turn (CooldownJournal *self, GError **error)
{
  for (int waited = 0; waited <= JOURNAL_BUSY_MILLISECONDS; waited += JOURNAL_POLL_MILLISECONDS)
    {
      g_autoptr (GError) local_error = NULL;

      /* Without the lock nothing says that the file stays the journal. */
      g_clear_pointer (&self->db, sqlite3_close_v2);
      if (flock (self->lock, LOCK_EX | LOCK_NB) == 0)
        return journal_open_file (self, error);
      if (flock (self->lock, LOCK_SH | LOCK_NB) == 0 && journal_open_file (self, &local_error) &&
          journal_get_version (self) == COOLDOWN_JOURNAL_VERSION)
        return TRUE;
      if (g_error_matches (local_error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_NEWER))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      /* Two that wait shall not keep each other waiting. */
      g_clear_pointer (&self->db, sqlite3_close_v2);
      flock (self->lock, LOCK_UN);
      g_usleep (JOURNAL_POLL_MILLISECONDS * 1000);
    }
  g_set_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_LOCKED,
               "%s: the journal is in use by an older Cooldown", self->folder);
  return FALSE;
}

/* Brings a file of an older version up to date, while nobody else has it open and with a copy of it
 * beside it; where that fails it is as it was. */
gboolean
journal_migrate (CooldownJournal *self, GError **error)
{
  g_autofree char *backup = NULL;

  if (journal_get_version (self) == COOLDOWN_JOURNAL_VERSION)
    return TRUE;
  if (!wait_for_turn (self, error))
    return FALSE;
  if (journal_get_version (self) < COOLDOWN_JOURNAL_VERSION)
    {
      backup = back_up (self, error);
      if (backup == NULL)
        return FALSE;
      if (!journal_take_steps (self, error))
        {
          /* The file is its own copy; one more with each try would fill the disk. */
          g_unlink (backup);
          return FALSE;
        }
      g_message ("the journal was brought up to date; a copy as it was is %s", backup);
    }
  return journal_create_tables (self, error) && journal_take_lock (self, LOCK_SH, error);
}
