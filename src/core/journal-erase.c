/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting all that the journal ever wrote. */
#include "journal-forget.h"
#include "journal-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>

static gboolean
remove_file (CooldownJournal *self, const char *name, GError **error)
{
  g_autofree char *file = g_build_filename (self->folder, name, NULL);

  return g_unlink (file) == 0 || errno == ENOENT || journal_fail_file (file, error);
}

/* Goes on after a failure; the first one is said. */
static gboolean
remove_files (CooldownJournal *self, JournalFiles which, GError **error)
{
  g_autoptr (GPtrArray) names = journal_find_files (self->folder, which);
  gboolean done = TRUE;

  for (guint i = 0; i < names->len; i++)
    if (!remove_file (self, names->pdata[i], done ? error : NULL))
      done = FALSE;
  return done;
}

/* The journal last: whoever is interrupted finds it, and deletes again. */
static gboolean
remove_all (CooldownJournal *self, GError **error)
{
  static const char *const last[] = { JOURNAL_FILE_NAME "-journal", JOURNAL_FILE_NAME "-wal",
                                      JOURNAL_FILE_NAME "-shm", JOURNAL_FILE_NAME };
  g_autofree char *backups = g_build_filename (self->folder, JOURNAL_BACKUPS_NAME, NULL);

  if (!remove_files (self, JOURNAL_FILES_BESIDE, error))
    return FALSE;
  /* What somebody else put there stays, and the folder with it. */
  g_rmdir (backups);
  for (guint i = 0; i < G_N_ELEMENTS (last); i++)
    if (!remove_file (self, last[i], error))
      return FALSE;
  journal_sync_folder (self->folder);
  return TRUE;
}

/**
 * cooldown_journal_delete_all:
 * @folder: where the journal lies
 * @error: return location
 *
 * Deletes the journal, its backups, and all copies of it that were ever set aside. Nobody may have
 * it open: not the agent, which is made to quit before, nor the caller. Other files in the folder
 * stay, and so does the empty one that is the journal's lock: it has to be the same for everybody.
 * The room on the disk is given back, not overwritten.
 *
 * Returns: whether all is deleted; %FALSE with @error set when something is left, the journal
 *   itself too then
 */
gboolean
cooldown_journal_delete_all (const char *folder, GError **error)
{
  g_autoptr (CooldownJournal) self = journal_new (folder, JOURNAL_FILE_NAME, NULL);

  return journal_prepare_folder (self, error) && journal_take_lock (self, LOCK_EX, error) &&
         remove_all (self, error);
}
