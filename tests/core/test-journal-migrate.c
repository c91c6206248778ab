/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define BACKUP "journal.db.v1.backup"

/* A file as the first version wrote it, with something in every table. */
static const char version_1[] =
  "CREATE TABLE session (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, plan TEXT NOT NULL,"
  "  said INTEGER NOT NULL, open INTEGER NOT NULL,"
  "  written INTEGER NOT NULL, written_offset INTEGER NOT NULL) STRICT;"
  "CREATE INDEX session_open ON session (kind, open);"
  "CREATE TABLE event (session INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,"
  "  seq INTEGER NOT NULL, name TEXT NOT NULL, arg TEXT NOT NULL,"
  "  wall INTEGER NOT NULL, wall_offset INTEGER NOT NULL,"
  "  boot INTEGER NOT NULL, boot_id TEXT NOT NULL, PRIMARY KEY (session, seq)) STRICT;"
  "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;"
  "CREATE TABLE workout (id INTEGER PRIMARY KEY, session INTEGER UNIQUE REFERENCES session (id),"
  "  kind TEXT NOT NULL, ended INTEGER NOT NULL, ended_offset INTEGER NOT NULL,"
  "  minutes INTEGER NOT NULL, rpe INTEGER, legs INTEGER NOT NULL,"
  "  written INTEGER NOT NULL, written_offset INTEGER NOT NULL) STRICT;"
  "CREATE TABLE episode (id INTEGER PRIMARY KEY, session INTEGER REFERENCES session (id),"
  "  onset TEXT NOT NULL, began INTEGER NOT NULL, began_offset INTEGER NOT NULL,"
  "  ended INTEGER, ended_offset INTEGER,"
  "  written INTEGER NOT NULL, written_offset INTEGER NOT NULL) STRICT;"
  "CREATE INDEX episode_began ON episode (began);"
  "CREATE TABLE sign (id INTEGER PRIMARY KEY, item TEXT NOT NULL, outcome TEXT NOT NULL,"
  "  written INTEGER NOT NULL, written_offset INTEGER NOT NULL) STRICT;"
  "INSERT INTO session VALUES (7, 'recovery', '{''kind'': <''run''>}', -1, 1, 1795366800, 3600),"
  "  (9, 'ice', '{''site'': <''toes''>}', 12, 0, 1795366900, 0);"
  "INSERT INTO event VALUES (7, 0, 'finish', '', 1795366800000000, 3600, 5000, 'boot-1'),"
  "  (7, 1, 'step', 'move', 1795366860000000, 3600, 5060, 'boot-1');"
  "INSERT INTO setting VALUES ('bedtime', '1365'), ('check.ticks', '[''feel-tingle'']');"
  "INSERT INTO workout VALUES (3, 7, 'run', 1795366800, 3600, 45, NULL, 2, 1795366800, 3600);"
  "INSERT INTO episode VALUES (5, 7, 'during', 1795366800, 3600, NULL, NULL, 1795366800, 3600);"
  "INSERT INTO sign VALUES (1, 'warn-chest', 'it’s “fine”', 1795366800, 3600);"
  "PRAGMA user_version = 1;";

/* What stands in the tables of the first version, as a file of any version gives it. */
static const char *const queries[] = {
  "SELECT id, kind, plan, said, open, written, written_offset FROM session",
  "SELECT * FROM event",
  "SELECT * FROM setting",
  "SELECT id, session, kind, ended, ended_offset, minutes, rpe,"
  " CASE legs WHEN 2 THEN 'tingling' ELSE legs END legs, written, written_offset FROM workout",
  "SELECT id, session, onset, began, began_offset, ended, ended_offset, written, written_offset"
  " FROM episode",
  "SELECT id, item, outcome, written, written_offset FROM sign",
};

static int
append_row (gpointer data, int n_columns, char **values, char **names)
{
  for (int i = 0; i < n_columns; i++)
    g_string_append_printf (data, "%s=%s|", names[i], values[i] != NULL ? values[i] : "NULL");
  g_string_append_c (data, '\n');
  return 0;
}

static char *
dump (const char *file)
{
  GString *text = g_string_new (NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (file, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      gsize before = text->len;

      g_assert_cmpint (sqlite3_exec (db, queries[i], append_row, text, NULL), ==, SQLITE_OK);
      g_assert_cmpuint (text->len, >, before);
    }
  sqlite3_close (db);
  return g_string_free (text, FALSE);
}

static char *
dump_journal (Book *book)
{
  g_autofree char *file = book_file_in (book, "journal.db");

  return dump (file);
}

static gboolean
exists (Book *book, const char *name)
{
  g_autofree char *file = book_file_in (book, name);

  return g_file_test (file, G_FILE_TEST_EXISTS);
}

/* In place of the journal there is one of version 1, which nobody has open. */
static void
set_up (Book *book, gconstpointer data)
{
  g_autofree char *file = NULL;

  book_set_up (book, data);
  g_clear_object (&book->journal);
  file = book_file_in (book, "journal.db");
  g_assert_cmpint (g_unlink (file), ==, 0);
  book_execute (book, "PRAGMA journal_mode = WAL");
  book_execute (book, version_1);
}

/* As it was, and without a copy: there is nothing to go back to. */
static void
assert_untouched (Book *book, const char *before)
{
  g_autofree char *after = dump_journal (book);

  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (book_query (book, "PRAGMA user_version"), ==, 1);
  g_assert_false (exists (book, BACKUP));
}

/* All that stood there stands there, and nights can be noted. */
static void
test_nothing_lost (Book *book, gconstpointer data)
{
  g_autofree char *before = dump_journal (book);
  g_autofree char *after = NULL;
  g_autoptr (CooldownSession) session = NULL;

  book_reopen (book);
  after = dump_journal (book);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (book_query (book, "PRAGMA user_version"), ==, COOLDOWN_JOURNAL_VERSION);
  session = cooldown_journal_get_open_session (book->journal, "recovery", NULL);
  g_assert_cmpuint (cooldown_session_get_n_events (session), ==, 2);
  g_assert_true (cooldown_journal_rate_night (book->journal, "2026-11-21", 4, NULL));
  g_assert_cmpint (cooldown_journal_get_night (book->journal, "2026-11-21"), ==, 4);
}

/* The file as it was stands beside it, whole, and for its user alone. */
static void
test_backup (Book *book, gconstpointer data)
{
  g_autofree char *before = dump_journal (book);
  g_autofree char *file = book_file_in (book, BACKUP);
  g_autofree char *after = NULL;
  GStatBuf info;

  book_reopen (book);
  g_assert_cmpint (g_stat (file, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  after = dump (file);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (book_query_file (file, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (book_query_file (file, "SELECT count (*) FROM pragma_quick_check"
                                          " WHERE quick_check = 'ok'"),
                   ==, 1);
  /* It is done once. */
  book_reopen (book);
  g_assert_false (exists (book, BACKUP "-2"));
  g_assert_false (exists (book, "journal.db.backup.new"));
}

/* What a program that was killed had not brought from the log into the file is in the copy too. */
static void
test_backup_has_the_log (Book *book, gconstpointer data)
{
  g_autofree char *name = book_file_in (book, "journal.db");
  g_autofree char *file = book_file_in (book, BACKUP);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (name, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "INSERT INTO setting VALUES ('sound', 'false')", NULL, NULL,
                                 NULL),
                   ==, SQLITE_OK);
  /* As long as this one is open nothing is brought over. */
  g_assert_true (exists (book, "journal.db-wal"));
  book_reopen (book);
  sqlite3_close (db);
  g_assert_cmpint (book_query_file (file, "SELECT count (*) FROM setting"), ==, 3);
}

/* A copy from another time is nobody's to overwrite. */
static void
test_backup_kept (Book *book, gconstpointer data)
{
  g_autofree char *file = book_file_in (book, BACKUP);
  g_autofree char *kept = NULL;

  g_assert_true (g_file_set_contents (file, "somebody’s notes", -1, NULL));
  book_reopen (book);
  g_assert_true (g_file_get_contents (file, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "somebody’s notes");
  g_assert_true (exists (book, BACKUP "-2"));
}

/* A step that fails leaves the file as it was, to be tried again. */
static void
test_failing_step (Book *book, gconstpointer data)
{
  g_autofree char *before = dump_journal (book);

  book_execute (book, "CREATE TABLE night (planted TEXT) STRICT");
  for (guint i = 0; i < 2; i++)
    {
      book_assert_refused (book, COOLDOWN_JOURNAL_ERROR_WRITE);
      assert_untouched (book, before);
    }
  g_assert_cmpint (book_query (book, "SELECT count (*) FROM pragma_table_info ('night')"), ==, 1);
  book_execute (book, "DROP TABLE night");
  book_reopen (book);
  g_assert_cmpint (book_query (book, "PRAGMA user_version"), ==, COOLDOWN_JOURNAL_VERSION);
}

/* Without a copy nothing is changed. */
static void
test_no_backup (Book *book, gconstpointer data)
{
  g_autofree char *before = dump_journal (book);
  g_autofree char *obstacle = book_file_in (book, "journal.db.backup.new");

  g_assert_cmpint (g_mkdir (obstacle, 0700), ==, 0);
  book_assert_refused (book, COOLDOWN_JOURNAL_ERROR_FOLDER);
  assert_untouched (book, before);
  g_assert_cmpint (g_rmdir (obstacle), ==, 0);
  book_reopen (book);
  g_assert_true (exists (book, BACKUP));
}

/* An older Cooldown that still has the file open would not know what it finds there. */
static void
test_in_use (Book *book, gconstpointer data)
{
  g_autofree char *before = dump_journal (book);
  int lock = book_hold_lock (book, LOCK_SH);

  book_assert_refused (book, COOLDOWN_JOURNAL_ERROR_LOCKED);
  assert_untouched (book, before);
  close (lock);
  book_reopen (book);
  g_assert_cmpint (book_query (book, "PRAGMA user_version"), ==, COOLDOWN_JOURNAL_VERSION);
}

static gpointer
open_in_thread (gpointer data)
{
  return book_open (data);
}

/* Of several that come at the same time one brings it up to date, and all have it open then. */
static void
test_together (Book *book, gconstpointer data)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("opener", open_in_thread, book);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (CooldownJournal) journal = g_thread_join (threads[i]);

      g_assert_nonnull (journal);
      g_assert_true (cooldown_journal_rate_night (journal, "2026-11-21", i, NULL));
    }
  g_assert_true (exists (book, BACKUP));
  g_assert_false (exists (book, BACKUP "-2"));
}

/* Afterwards the lock is shared again, with whoever else opens the journal. */
static void
test_shared_again (Book *book, gconstpointer data)
{
  g_autoptr (CooldownJournal) other = NULL;

  book_reopen (book);
  other = book_open (book);
  g_assert_true (cooldown_journal_rate_night (other, "2026-11-21", 4, NULL));
  g_assert_cmpint (cooldown_journal_get_night (book->journal, "2026-11-21"), ==, 4);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Book *book, gconstpointer data);
  } tests[] = {
    { "/migrate/nothing-lost", test_nothing_lost },
    { "/migrate/backup", test_backup },
    { "/migrate/backup-has-the-log", test_backup_has_the_log },
    { "/migrate/backup-kept", test_backup_kept },
    { "/migrate/failing-step", test_failing_step },
    { "/migrate/no-backup", test_no_backup },
    { "/migrate/in-use", test_in_use },
    { "/migrate/together", test_together },
    { "/migrate/shared-again", test_shared_again },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Book, NULL, set_up, tests[i].test, book_tear_down);
  return g_test_run ();
}
