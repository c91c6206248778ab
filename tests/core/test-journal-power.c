/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The power fails at every moment of what the journal does, and whatever the disk has kept then,
 * nothing is missing that had been confirmed, and nothing is half there.
 */
#include "core/journal-backup.h"
#include "file-state.h"
#include "life.h"
#include "power.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define STEPS 80
/* Most of the time the journal is written to, and seldom is it of an older version. */
#define CUTS_WHILE_WRITING 5
#define CUTS_WHILE_MIGRATING 2
#define FEW_STEPS 12
#define IN_FILE "“kept” in the file"
#define IN_LOG "“kept” in its log"

static const char *const uids[] = { "uid", NULL };
/* That a file was set aside is kept there until the user was told. */
static const char *const settings[] = { "setting.", NULL };

/* What another program, or another version of this one, does to the file. */
static void
execute (Trial *trial, const char *sql, gboolean leave_log)
{
  g_autofree char *file = trial_name_file (trial, "journal.db");
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, leave_log, NULL);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
checkpoint (Trial *trial)
{
  static const char *const manners[] = { "PASSIVE", "FULL", "RESTART", "TRUNCATE" };
  g_autofree char *sql = g_strdup_printf ("PRAGMA wal_checkpoint (%s)",
                                          manners[g_rand_int_range (trial->chance, 0, 4)]);

  execute (trial, sql, FALSE);
}

static void
write_notes (Trial *trial, CooldownJournal *journal, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;

      life_write (journal, trial->clock, trial->chance, &error);
      g_assert_no_error (error);
      if (trial->log != NULL)
        trial_confirm (trial);
    }
}

/* Notes, checkpoints, and now and then a new start. */
static void
live (Trial *trial)
{
  g_autoptr (CooldownJournal) journal = trial_open (trial);

  for (guint i = 0; i < STEPS; i++)
    {
      write_notes (trial, journal, 1);
      if (i % 9 == 8)
        checkpoint (trial);
      if (i % 23 == 22)
        {
          g_object_unref (journal);
          journal = trial_open (trial);
        }
    }
}

/* A journal with some notes, which nobody has open. Returns what stands in it. */
static char *
prepare (Trial *trial, gboolean back_up)
{
  g_autoptr (CooldownJournal) journal = trial_open (trial);
  g_autoptr (GError) error = NULL;
  char *state;

  write_notes (trial, journal, FEW_STEPS);
  if (back_up)
    cooldown_journal_back_up (journal, &error);
  g_assert_no_error (error);
  state = trial_get_state (trial, trial->folder, "journal.db");
  return state;
}

/* From the first start on, in a folder that was not there. */
static void
test_writing (Trial *trial, gconstpointer data)
{
  trial->n_cuts *= CUTS_WHILE_WRITING;
  trial_begin (trial);
  live (trial);
  trial_end (trial);
  trial_assert_survives (trial);
}

/* The same without syncing: the proof must notice. */
static void
test_without_syncs (Trial *trial, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n;

  trial_begin (trial);
  disk_log_forget_syncs (trial->log);
  live (trial);
  trial_end (trial);
  n = trial_cut (trial, &error);
  g_assert_nonnull (error);
  g_test_message ("found after %u cuts: %s", n, error->message);
}

/* Whether all files whose name begins so hold @state, and @least of them are there. */
static gboolean
hold (Trial *trial, const char *folder, const char *prefix, guint least, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *state = NULL;

      if (!g_str_has_prefix (name, prefix) || strchr (name, '\n') != NULL ||
          g_str_has_suffix (name, "-wal") || g_str_has_suffix (name, "-shm"))
        continue;
      state = trial_get_state (trial, folder, name);
      if (g_strcmp0 (state, trial->data) != 0)
        return trial_fail (name, error);
      n++;
    }
  return n >= least || trial_fail ("there should be a copy", error);
}

/* A file of an older version is never without a whole copy of it, once it is changed. */
static gboolean
has_old_copy (Trial *trial, const char *folder, gboolean confirmed, GError **error)
{
  return hold (trial, folder, "journal.db.v", 1, error);
}

static char *
read_fixture (const char *version, const char *ending)
{
  g_autofree char *name = g_strconcat (version, ending, NULL);

  return file_state_read_fixture (name);
}

/* With a part of it still in the log of the older version. */
static void
test_migrating (Trial *trial, gconstpointer version)
{
  g_autofree char *sql = read_fixture (version, ".sql");
  g_autofree char *expected = read_fixture (version, ".expected");

  trial->n_cuts /= CUTS_WHILE_MIGRATING;
  trial->left_out = uids;
  trial->check = has_old_copy;
  g_assert_cmpint (g_mkdir (trial->folder, 0700), ==, 0);
  execute (trial, "PRAGMA journal_mode = WAL", FALSE);
  execute (trial, sql, TRUE);
  trial->data = trial_get_state (trial, trial->folder, "journal.db");
  execute (trial, "SELECT * FROM session", TRUE);
  trial_begin (trial);
  trial_confirm_state (trial, expected);
  g_object_unref (trial_open (trial));
  trial_end (trial);
  trial_assert_survives (trial);
}

/* A backup has its name only when it is whole, and from then on. */
static gboolean
has_backup (Trial *trial, const char *folder, gboolean confirmed, GError **error)
{
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);

  return hold (trial, backups, "journal-", confirmed ? 1 : 0, error);
}

static void
test_backing_up (Trial *trial, gconstpointer data)
{
  g_autoptr (CooldownJournal) journal = NULL;
  g_autoptr (GError) error = NULL;

  trial->data = prepare (trial, FALSE);
  trial->check = has_backup;
  journal = trial_open (trial);
  trial_begin (trial);
  trial_confirm (trial);
  cooldown_journal_back_up (journal, &error);
  g_assert_no_error (error);
  trial->confirmed = disk_log_get_length (trial->log);
  write_notes (trial, journal, FEW_STEPS);
  g_clear_object (&journal);
  trial_end (trial);
  trial_assert_survives (trial);
}

/* What was the journal is kept, from the moment on at which the backup is. */
static gboolean
has_replaced (Trial *trial, const char *folder, gboolean confirmed, GError **error)
{
  g_autofree char *state = trial_get_state (trial, folder, "journal.db");

  return g_strcmp0 (state, trial->data) == 0 ||
         hold (trial, folder, "journal.db.replaced", 1, error);
}

static void
test_restoring (Trial *trial, gconstpointer data)
{
  g_autofree char *backed_up = prepare (trial, TRUE);
  g_autoptr (GPtrArray) backups = cooldown_journal_list_backups (trial->folder);
  g_autoptr (GError) error = NULL;

  trial->data = prepare (trial, FALSE);
  trial->check = has_replaced;
  execute (trial, "UPDATE setting SET value = value", TRUE);
  trial_begin (trial);
  trial_confirm_state (trial, trial->data);
  g_assert_cmpuint (backups->len, ==, 1);
  cooldown_journal_restore (trial->folder, COOLDOWN_CLOCK (trial->clock),
                            ((CooldownBackup *) backups->pdata[0])->name, NULL, &error);
  g_assert_no_error (error);
  trial_confirm_state (trial, backed_up);
  g_object_unref (trial_open (trial));
  trial_end (trial);
  trial_assert_survives (trial);
}

/* By itself, because where the sanitizers look at each sum of pointers the compiler thinks of one
 * that is none. */
static G_GNUC_NO_INLINE gboolean
has_mark (const char *page, gsize size)
{
  return memmem (page, size, IN_FILE, strlen (IN_FILE)) != NULL;
}

/* What is left of the pages of the file makes no sense, but for those with what is looked for. */
static void
damage (Trial *trial)
{
  g_autofree char *file = trial_name_file (trial, "journal.db");
  g_autofree char *bytes = NULL;
  gsize length;
  const gsize page = 4096;

  if (!g_file_get_contents (file, &bytes, &length, NULL))
    g_error ("%s cannot be read", file);
  for (gsize at = page; at + page <= length; at += page)
    if (!has_mark (bytes + at, page))
      memset (bytes + at, 0xa5, page);
  g_assert_true (g_file_set_contents (file, bytes, (gssize) length, NULL));
}

static gboolean
is_in_file (const char *file, const char *text)
{
  g_autofree char *bytes = NULL;
  gsize length;

  return g_file_get_contents (file, &bytes, &length, NULL) &&
         memmem (bytes, length, text, strlen (text)) != NULL;
}

static gboolean
is_kept (const char *folder, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gboolean found = FALSE;
  const char *name;

  while (!found && dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      found = g_str_has_prefix (name, "journal.db.broken") && is_in_file (file, text);
    }
  return found;
}

/* Somebody with time and a hex editor would find it, and is told where. */
static gboolean
has_broken (Trial *trial, const char *folder, gboolean confirmed, GError **error)
{
  g_autoptr (CooldownJournal)
      journal = cooldown_journal_open (folder, COOLDOWN_CLOCK (trial->clock), error);

  if (journal == NULL)
    return FALSE;
  if (cooldown_journal_get_set_aside (journal) == NULL)
    return trial_fail ("nobody is told of it", error);
  return (is_kept (folder, IN_FILE) || trial_fail ("the broken file is lost", error)) &&
         (is_kept (folder, IN_LOG) || trial_fail ("the broken file's log is lost", error));
}

/* Beside it lies a log, of which nothing is in the file yet. */
static void
break_file (Trial *trial)
{
  execute (trial, "INSERT INTO setting VALUES ('kept', '" IN_FILE "')", FALSE);
  execute (trial, "INSERT INTO setting VALUES ('in the log', '" IN_LOG "')", TRUE);
  damage (trial);
  trial->set_aside = TRUE;
  trial->check = has_broken;
}

static void
set_aside (Trial *trial, const char *expected)
{
  g_autoptr (CooldownJournal) journal = NULL;

  break_file (trial);
  trial_begin (trial);
  if (expected != NULL)
    trial_confirm_state (trial, expected);
  journal = trial_open (trial);
  trial_confirm (trial);
  write_notes (trial, journal, FEW_STEPS);
  g_clear_object (&journal);
  trial_end (trial);
  trial_assert_survives (trial);
}

static void
test_setting_aside (Trial *trial, gconstpointer data)
{
  trial->left_out = settings;
  g_free (prepare (trial, FALSE));
  set_aside (trial, NULL);
}

/* At no moment is there neither the broken file nor the backup. */
static void
test_replacing (Trial *trial, gconstpointer data)
{
  g_autofree char *state = NULL;

  trial->left_out = settings;
  state = prepare (trial, TRUE);
  set_aside (trial, state);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Trial *trial, gconstpointer data);
    const char *data;
  } tests[] = {
    { "/power/writing", test_writing, NULL },
    { "/power/without-syncs", test_without_syncs, NULL },
    { "/power/migrating/v1", test_migrating, "v1" },
    { "/power/migrating/v2", test_migrating, "v2" },
    { "/power/migrating/v3", test_migrating, "v3" },
    { "/power/backing-up", test_backing_up, NULL },
    { "/power/restoring", test_restoring, NULL },
    { "/power/setting-aside", test_setting_aside, NULL },
    { "/power/replacing", test_replacing, NULL },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Trial, tests[i].data, trial_set_up, tests[i].test, trial_tear_down);
  return g_test_run ();
}
