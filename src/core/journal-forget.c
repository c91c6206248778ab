/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the journal and its copies lose what an entry noted. Of the row stays what other devices need
 * to learn of it: its uid, how often it was edited and that it was deleted.
 *
 * SQLite leaves what was deleted in pages that are not used, in its log, and the words in the
 * full-text index, until each of them is written anew.
 */
#include "journal-forget.h"

#include "journal-emptied.h"
#include "journal-rows.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define FIRST_WITH_UIDS 4
#define SECONDS_PER_DAY (24 * 60 * 60)

/* Which entry, and what its row is to say from now on. @row and @written tell it in files that are
 * older than uids, and @uid the date of a night. */
typedef struct
{
  CooldownEntryKind kind;
  const char *uid;
  gint64 row;
  gint64 written;
  gint64 edits;
  gint64 at;
} Forgotten;

static gboolean
find (CooldownJournal *self, Forgotten *forgotten, GError **error)
{
  const char *table = journal_get_table (forgotten->kind);
  gboolean goes_on = forgotten->kind == COOLDOWN_ENTRY_SESSION;
  g_autofree char *sql = g_strdup_printf ("SELECT id, written, edits + 1, %s FROM %s WHERE uid = ?",
                                          goes_on ? "open" : "0", table);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) statement = journal_prepare (self, error, sql, "s", forgotten->uid);

  if (statement == NULL)
    return FALSE;
  if (journal_step (self, statement, &local_error) && sqlite3_column_int (statement, 3) == 0)
    {
      forgotten->row = sqlite3_column_int64 (statement, 0);
      forgotten->written = sqlite3_column_int64 (statement, 1);
      forgotten->edits = sqlite3_column_int64 (statement, 2);
      forgotten->at = journal_now (self);
      return TRUE;
    }
  if (local_error == NULL)
    g_set_error (&local_error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_VALUE,
                 "there is no %s “%s” that is over", table, forgotten->uid);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Writes the full-text index anew: what it deletes it only marks. */
static gboolean
rebuild_index (CooldownJournal *self, GError **error)
{
  return journal_run (self, error, "INSERT INTO found (found) VALUES ('rebuild')", "");
}

static gboolean
empty_log (CooldownJournal *self, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
    journal_prepare (self, error, "PRAGMA wal_checkpoint (TRUNCATE)", "");

  if (statement == NULL || !journal_step (self, statement, error))
    return FALSE;
  if (sqlite3_column_int (statement, 0) == 0)
    return TRUE;
  g_set_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_LOCKED,
               "%s: another program is reading", self->file);
  return FALSE;
}

/* Without pages that are not used. */
static gboolean
write_anew (CooldownJournal *self, GError **error)
{
  return journal_run (self, error, "VACUUM", "") && empty_log (self, error);
}

static gboolean
empty_row (CooldownJournal *self, const Forgotten *forgotten, GError **error)
{
  return journal_find_row (self, forgotten->kind, forgotten->uid) == 0 ||
         journal_write_emptied (self, forgotten->kind, forgotten->uid, forgotten->edits,
                                forgotten->at, forgotten->at, error);
}

static gboolean
drop_older (CooldownJournal *self, CooldownEntryKind kind, const char *uid, GError **error)
{
  return journal_run (self, error, "DELETE FROM older WHERE kind = ? AND uid = ?", "ss",
                      cooldown_entry_kind_get_name (kind), uid);
}

static gboolean
empty (CooldownJournal *self, const Forgotten *forgotten, GError **error)
{
  return empty_row (self, forgotten, error) &&
         drop_older (self, forgotten->kind, forgotten->uid, error) && rebuild_index (self, error);
}

/* In a file that is older than uids a row is the same if it was written at the same time. */
static gboolean
has_old_row (CooldownJournal *self, const Forgotten *forgotten)
{
  const char *table = journal_get_table (forgotten->kind);
  g_autofree char *sql =
    g_strdup_printf ("SELECT count (*) FROM %s WHERE id = ? AND written = ?", table);

  if (journal_get_number (self, "SELECT count (*) FROM sqlite_schema WHERE name = ?", "s", table) ==
      0)
    return FALSE;
  return forgotten->kind == COOLDOWN_ENTRY_NIGHT ||
         journal_get_number (self, sql, "ii", forgotten->row, forgotten->written) > 0;
}

static gboolean
remove_old_row (CooldownJournal *self, const Forgotten *forgotten, GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("DELETE FROM %s WHERE id = ?", journal_get_table (forgotten->kind));

  if (!has_old_row (self, forgotten))
    return TRUE;
  if (forgotten->kind == COOLDOWN_ENTRY_NIGHT)
    return journal_run (self, error, "DELETE FROM night WHERE 'night-' || date = ?", "s",
                        forgotten->uid);
  if (forgotten->kind == COOLDOWN_ENTRY_SESSION &&
      (!journal_run (self, error, "UPDATE workout SET session = NULL WHERE session = ?", "i",
                     forgotten->row) ||
       !journal_run (self, error, "UPDATE episode SET session = NULL WHERE session = ?", "i",
                     forgotten->row)))
    return FALSE;
  return journal_run (self, error, sql, "i", forgotten->row);
}

/* All or nothing. */
static gboolean
empty_at_once (CooldownJournal *self, const Forgotten *forgotten, GError **error)
{
  gboolean has_uids = journal_get_version (self) >= FIRST_WITH_UIDS;

  if (!journal_begin (self, error))
    return FALSE;
  if (has_uids ? empty (self, forgotten, error) : remove_old_row (self, forgotten, error))
    return journal_end (self, TRUE, error);
  journal_end (self, FALSE, NULL);
  return FALSE;
}

/* One that is damaged is left as it is: nobody could say what is left in it. */
static gboolean
empty_in_copy (CooldownJournal *self, const char *name, const Forgotten *forgotten, GError **error)
{
  g_autoptr (CooldownJournal) copy = journal_open_copy (self->folder, name, error);

  return copy != NULL && journal_is_sound (copy, error) &&
         empty_at_once (copy, forgotten, error) && write_anew (copy, error);
}

static gint64
get_size (CooldownJournal *self, const char *name, const char *ending)
{
  g_autofree char *file = g_strconcat (self->folder, "/", name, ending, NULL);
  GStatBuf info;

  return g_stat (file, &info) == 0 ? (gint64) info.st_size : 0;
}

/* What the disk lost most often is a file without anything in it. */
static gboolean
holds_nothing (CooldownJournal *self, const char *name)
{
  return get_size (self, name, "") == 0 && get_size (self, name, "-wal") == 0;
}

static void
note_failure (GPtrArray *could_not, const char *name, GError *error)
{
  g_message ("%s", error->message);
  if (!g_ptr_array_find_with_equal_func (could_not, name, g_str_equal, NULL))
    g_ptr_array_add (could_not, g_strdup (name));
}

static void
empty_in_copies (CooldownJournal *self, const Forgotten *forgotten, GPtrArray *could_not)
{
  g_autoptr (GPtrArray) names = journal_find_files (self->folder, JOURNAL_FILES_COPIES);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!holds_nothing (self, names->pdata[i]) &&
          !empty_in_copy (self, names->pdata[i], forgotten, &error))
        note_failure (could_not, names->pdata[i], error);
    }
}

/* What a program was killed over. Nobody makes one at present: they would have the journal, or the
 * backups, to themselves. */
static void
remove_half_done (CooldownJournal *self, GPtrArray *could_not)
{
  g_autoptr (GPtrArray) names = journal_find_files (self->folder, JOURNAL_FILES_HALF_DONE);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (self->folder, names->pdata[i], NULL);

      if (g_unlink (file) != 0)
        g_ptr_array_add (could_not, g_strdup (names->pdata[i]));
    }
}

/* The copies first: whoever is interrupted finds the entry again, and asks again. */
static gboolean
forget (CooldownJournal *self, Forgotten *forgotten, GPtrArray *could_not, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  remove_half_done (self, could_not);
  empty_in_copies (self, forgotten, could_not);
  if (!empty_at_once (self, forgotten, error))
    return FALSE;
  if (!write_anew (self, &local_error))
    note_failure (could_not, JOURNAL_FILE_NAME, local_error);
  return TRUE;
}

/* (transfer full) (nullable): the hour after a workout, which has the workout in its plan and is
 * nowhere seen but with it. */
static char *
find_hour (CooldownJournal *self, const Forgotten *forgotten)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (forgotten->kind == COOLDOWN_ENTRY_WORKOUT)
    statement = journal_prepare (self, NULL,
                                 "SELECT session.uid FROM workout JOIN session"
                                 " ON session.id = workout.session"
                                 " WHERE workout.uid = ? AND session.open = 0",
                                 "s", forgotten->uid);
  if (statement == NULL || !journal_step (self, statement, NULL))
    return NULL;
  return g_strdup ((const char *) sqlite3_column_text (statement, 0));
}

static gboolean
forget_with_hour (CooldownJournal *self,
                  Forgotten *forgotten,
                  GPtrArray *could_not,
                  GError **error)
{
  g_autofree char *uid = find_hour (self, forgotten);
  Forgotten hour = { .kind = COOLDOWN_ENTRY_SESSION, .uid = uid };

  return (uid == NULL || (find (self, &hour, error) && forget (self, &hour, could_not, error))) &&
         forget (self, forgotten, could_not, error);
}

/**
 * cooldown_journal_forget:
 * @self: a journal
 * @kind: what the entry is about
 * @uid: which one it is
 * @could_not: (out) (optional) (nullable) (transfer full) (element-type utf8): names of files, within
 *   the journal's folder, of which the text may not be gone: those that are damaged or cannot be
 *   written; %NULL on failure
 * @error: return location
 *
 * Deletes an entry with all that it noted, at once: from the journal, from backups and other copies
 * beside it, and from what is kept of its earlier versions. What stays is that there was an entry
 * which was deleted, so that other devices delete it too; of a night its date stays. With a workout
 * goes the hour after it, if that is over.
 *
 * What was written to files outside of the journal's folder is not reached, nor is what the disk
 * keeps of room that was given back.
 *
 * Returns: whether it is gone from the journal; %FALSE with @error set also when there is no such
 *   entry, or it is a session that goes on
 */
gboolean
cooldown_journal_forget (CooldownJournal *self,
                         CooldownEntryKind kind,
                         const char *uid,
                         GPtrArray **could_not,
                         GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Forgotten forgotten = { .kind = kind, .uid = uid };
  gboolean done;
  int lock;

  if (could_not != NULL)
    *could_not = NULL;
  if (!journal_check_writable (self, error) || !find (self, &forgotten, error))
    return FALSE;
  lock = journal_lock_backups (self->folder, error);
  if (lock < 0)
    return FALSE;
  done = forget_with_hour (self, &forgotten, names, error);
  close (lock);
  if (could_not != NULL && done)
    *could_not = g_steal_pointer (&names);
  return done;
}

static gboolean
purge_row (CooldownJournal *self, CooldownEntryKind kind, sqlite3_stmt *row, GError **error)
{
  const char *uid = (const char *) sqlite3_column_text (row, 0);

  return journal_write_emptied (self, kind, uid, sqlite3_column_int64 (row, 1),
                                sqlite3_column_int64 (row, 2) * COOLDOWN_SECOND,
                                sqlite3_column_int64 (row, 3) * COOLDOWN_SECOND, error) &&
         drop_older (self, kind, uid, error);
}

static gboolean
purge_kind (CooldownJournal *self, CooldownEntryKind kind, gint64 before, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT uid, edits, edited, deleted FROM %s"
                                          " WHERE deleted < ? AND written <> 0",
                                          journal_get_table (kind));
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) rows = journal_prepare (self, error, sql, "i", before);

  if (rows == NULL)
    return FALSE;
  while (journal_step (self, rows, &local_error))
    if (!purge_row (self, kind, rows, error))
      return FALSE;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
purge (CooldownJournal *self, gint64 before, GError **error)
{
  for (guint kind = 0; kind < COOLDOWN_N_ENTRY_KINDS; kind++)
    if (!purge_kind (self, (CooldownEntryKind) kind, before, error))
      return FALSE;
  return rebuild_index (self, error);
}

static gboolean
has_something_to_purge (CooldownJournal *self, gint64 before)
{
  for (guint kind = 0; kind < COOLDOWN_N_ENTRY_KINDS; kind++)
    {
      g_autofree char *sql =
        g_strdup_printf ("SELECT count (*) FROM %s WHERE deleted < ? AND written <> 0",
                         journal_get_table ((CooldownEntryKind) kind));

      if (journal_get_number (self, sql, "i", before) > 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * cooldown_journal_purge:
 * @self: a journal
 * @error: return location
 *
 * Makes entries lose what they noted that were deleted more than %COOLDOWN_PURGE_DAYS days ago.
 * Backups are left alone: those from before go by themselves. Does nothing when there is nothing.
 *
 * Returns: whether all is well; it is all or nothing
 */
gboolean
cooldown_journal_purge (CooldownJournal *self, GError **error)
{
  gint64 before = journal_now (self) / COOLDOWN_SECOND - COOLDOWN_PURGE_DAYS * SECONDS_PER_DAY;

  if (!journal_check_writable (self, error))
    return FALSE;
  if (!has_something_to_purge (self, before))
    return TRUE;
  if (!journal_begin (self, error))
    return FALSE;
  if (!purge (self, before, error))
    {
      journal_end (self, FALSE, NULL);
      return FALSE;
    }
  if (!journal_end (self, TRUE, error))
    return FALSE;
  /* Where somebody reads, the log is emptied another time. */
  empty_log (self, NULL);
  return TRUE;
}
