/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a backup becomes the journal: what was the journal keeps existing under another name.
 */
#include "journal-backup.h"
#include "journal-private.h"

#include <glib/gstdio.h>
#include <sys/file.h>

#define STAGED_NAME JOURNAL_FILE_NAME ".restore.new"

static CooldownJournal *
open_backup (CooldownJournal *self, const char *name, GError **error)
{
  g_autofree char *folder = g_build_filename (self->folder, JOURNAL_BACKUPS_NAME, NULL);
  g_autoptr (CooldownJournal) backup = journal_open_copy (folder, name, error);

  if (backup == NULL || !journal_is_sound (backup, error))
    return NULL;
  return g_steal_pointer (&backup);
}

/* Makes a checked copy beside the journal, from where it can take its place in one step. Returns its
 * name. */
static char *
stage (CooldownJournal *self, CooldownJournal *backup, GError **error)
{
  g_autofree char *staged = g_build_filename (self->folder, STAGED_NAME, NULL);

  return journal_copy_to (backup, staged, error) ? g_steal_pointer (&staged) : NULL;
}

/* Those that a wrong clock dated into the future come last. One that can be read but not be copied
 * is no reason to take another: there is no room. */
static char *
stage_first (CooldownJournal *self, GPtrArray *names, gboolean future, char **name, GError **error)
{
  guint32 today = journal_get_today (self);

  for (guint i = 0; i < names->len; i++)
    {
      GDate date;
      g_autoptr (GError) local_error = NULL;
      g_autoptr (CooldownJournal) backup = NULL;

      if (!journal_parse_backup_name (names->pdata[i], &date) ||
          (g_date_get_julian (&date) > today) != future)
        continue;
      backup = open_backup (self, names->pdata[i], &local_error);
      if (backup != NULL)
        {
          *name = g_strdup (names->pdata[i]);
          return stage (self, backup, error);
        }
      g_message ("a backup cannot be used: %s", local_error->message);
    }
  return NULL;
}

/* Makes a copy of the newest backup that can be read, and says its name; NULL, and no name, if there
 * is none, and with @error set if it cannot be copied. */
char *
journal_stage_newest (CooldownJournal *self, char **name, GError **error)
{
  g_autoptr (GPtrArray) names = journal_find_backups (self->folder);
  char *staged = stage_first (self, names, FALSE, name, error);

  return staged != NULL || *name != NULL ? staged : stage_first (self, names, TRUE, name, error);
}

/* The name of what is to take the journal's place where there is no backup. */
char *
journal_stage_none (CooldownJournal *self)
{
  char *staged = g_build_filename (self->folder, STAGED_NAME, NULL);

  g_unlink (staged);
  return staged;
}

/* What another program was killed over goes into the file, so that it is kept as one. What cannot be
 * read keeps its log beside it. */
static void
bring_log_over (CooldownJournal *self)
{
  g_autoptr (CooldownJournal) present = journal_open_copy (self->folder, JOURNAL_FILE_NAME, NULL);

  if (present != NULL)
    journal_get_number (present, "PRAGMA wal_checkpoint (TRUNCATE)", "");
}

static char *
stage_named (CooldownJournal *self, const char *backup, GError **error)
{
  g_autoptr (CooldownJournal) opened = NULL;
  GDate date;

  if (journal_parse_backup_name (backup, &date))
    {
      opened = open_backup (self, backup, error);
      return opened != NULL ? stage (self, opened, error) : NULL;
    }
  g_set_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_VALUE,
               "“%s” is no name of a backup", backup);
  return NULL;
}

static gboolean
restore (CooldownJournal *self, const char *backup, char **kept, GError **error)
{
  g_autofree char *staged = stage_named (self, backup, error);
  g_autofree char *aside = NULL;

  if (staged == NULL)
    return FALSE;
  bring_log_over (self);
  aside = journal_name_aside (self, "replaced");
  if (!journal_put_in_place (self, staged, aside, error))
    {
      g_unlink (staged);
      return FALSE;
    }
  if (kept != NULL && g_file_test (aside, G_FILE_TEST_EXISTS))
    *kept = g_steal_pointer (&aside);
  return TRUE;
}

/**
 * cooldown_journal_restore:
 * @folder: where the journal lies
 * @clock: what knows the time
 * @backup: the name of a backup, see [func@Cooldown.journal_list_backups]
 * @kept: (out) (optional) (nullable) (transfer full): where the journal was moved that there was;
 *   %NULL when there was none
 * @error: return location
 *
 * Puts a backup in the place of the journal, which nobody may have open: not the agent, which is
 * made to quit before, nor the caller. The backup stays, and so does what was the journal. The next
 * to open it brings it up to date where it is of an older version.
 *
 * Returns: whether that is done; on %FALSE, with @error set, the journal is as it was:
 *   %COOLDOWN_JOURNAL_ERROR_LOCKED while it is open, %COOLDOWN_JOURNAL_ERROR_BROKEN when the backup
 *   cannot be read, %COOLDOWN_JOURNAL_ERROR_NEWER when a newer Cooldown made it
 */
gboolean
cooldown_journal_restore (const char *folder,
                          CooldownClock *clock,
                          const char *backup,
                          char **kept,
                          GError **error)
{
  g_autoptr (CooldownJournal) self = journal_new (folder, JOURNAL_FILE_NAME, clock);

  if (kept != NULL)
    *kept = NULL;
  return journal_prepare_folder (self, error) && journal_take_lock (self, LOCK_EX, error) &&
         restore (self, backup, kept, error);
}
