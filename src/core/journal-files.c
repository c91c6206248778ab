/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Copies of the journal, and what takes its place: whole or not at all, whenever the power fails.
 */
#include "journal-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* What SQLite keeps beside a file; a log that stayed would be read into another one. */
static const char *const companions[] = { "-wal", "-shm", "-journal" };

/* @base if no file has that name, else with a number after it. */
char *
journal_find_free_name (const char *base)
{
  char *name = g_strdup (base);
  GStatBuf info;

  for (guint i = 2; g_lstat (name, &info) == 0; i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%u", base, i);
    }
  return name;
}

/* What the file is called from now on that is the journal no more. */
char *
journal_name_aside (CooldownJournal *self, const char *why)
{
  g_autofree char *base = g_strdup_printf ("%s/" JOURNAL_FILE_NAME ".%s-%" G_GINT64_FORMAT,
                                           self->folder, why, journal_now (self) / COOLDOWN_SECOND);

  return journal_find_free_name (base);
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

/* Waits until a file stands on the disk. Not for one that SQLite has open: closing it here would let
 * go of SQLite's locks. */
static gboolean
sync_file (const char *path, GError **error)
{
  int file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean synced;

  if (file < 0)
    return journal_fail_file (path, error);
  synced = fsync (file) == 0 || journal_fail_file (path, error);
  close (file);
  return synced;
}

/* An empty file that nobody else can read; what SQLite makes itself would be readable by all. */
static gboolean
make_copy_file (const char *file, GError **error)
{
  int made;

  g_unlink (file);
  made = g_open (file, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made < 0)
    return journal_fail_file (file, error);
  close (made);
  return TRUE;
}

static gboolean
is_copy_sound (const char *file, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (file);
  g_autofree char *name = g_path_get_basename (file);
  g_autoptr (CooldownJournal) copy = journal_open_copy (folder, name, error);

  return copy != NULL && journal_is_sound (copy, error);
}

/* Makes @file a copy of the journal as it is now, in one file without a log, and without what was
 * deleted. On failure there is none. */
gboolean
journal_copy_to (CooldownJournal *self, const char *file, GError **error)
{
  if (!make_copy_file (file, error))
    return FALSE;
  if (journal_run (self, error, "VACUUM INTO ?", "s", file) && is_copy_sound (file, error) &&
      sync_file (file, error))
    return TRUE;
  g_unlink (file);
  return FALSE;
}

static gboolean
move (const char *from, const char *to, GError **error)
{
  return g_rename (from, to) == 0 || errno == ENOENT || journal_fail_file (from, error);
}

static gboolean
move_companions (const char *from, const char *to, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *old = g_strconcat (from, companions[i], NULL);
      g_autofree char *new = g_strconcat (to, companions[i], NULL);

      if (!move (old, new, error))
        return FALSE;
    }
  return TRUE;
}

/* The file keeps its name until another takes that over, so that there is one at every moment. Where
 * a file cannot have two names it is without one for a moment. */
static gboolean
name_also (const char *file, const char *aside, GError **error)
{
  return link (file, aside) == 0 || move (file, aside, error);
}

static gboolean
replace (CooldownJournal *self, const char *fresh, const char *aside, GError **error)
{
  if (!move_companions (self->file, aside, error))
    return FALSE;
  if (fresh == NULL)
    return move (self->file, aside, error);
  if (!name_also (self->file, aside, error))
    return FALSE;
  /* A disk may keep the last of these names and lose those before. */
  journal_sync_folder (self->folder);
  return g_rename (fresh, self->file) == 0 || journal_fail_file (fresh, error);
}

/* Makes @fresh the journal, or leaves none if that is %NULL, and what was the journal @aside. On
 * failure all is as it was. The journal must be locked, and nobody have it open. */
gboolean
journal_put_in_place (CooldownJournal *self, const char *fresh, const char *aside, GError **error)
{
  if (!replace (self, fresh, aside, error))
    {
      /* Where both names are the same file this does nothing, and the second is taken back. */
      g_rename (aside, self->file);
      g_unlink (aside);
      move_companions (aside, self->file, NULL);
      return FALSE;
    }
  journal_sync_folder (self->folder);
  return TRUE;
}
