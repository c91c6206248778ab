/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"
#include "core/journal-backup.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#define YESTERDAY "journal-2026-11-22.db"
#define TODAY "journal-2026-11-23.db"
#define DAY (24 * COOLDOWN_HOUR)

static void
note (Book *book, const char *item)
{
  g_assert_true (cooldown_journal_add_sign (book->journal, item, "ticked", NULL));
}

static gint64
count (Book *book)
{
  return book_query (book, "SELECT count (*) FROM sign");
}

static char *
get_backup (Book *book, const char *name)
{
  return g_build_filename (book->folder, "backups", name, NULL);
}

static void
write_rubbish (const char *file)
{
  g_assert_true (g_file_set_contents (file, "this was somebody’s notes", -1, NULL));
}

static void
change_file (const char *file, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (file, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* Backups with one entry and with two, and a closed journal with three. */
static void
set_up (Book *book, gconstpointer data)
{
  book_set_up (book, data);
  note (book, "warn-chest");
  g_assert_true (cooldown_journal_back_up (book->journal, NULL));
  cooldown_fake_clock_advance (book->clock, DAY);
  note (book, "warn-calf");
  g_assert_true (cooldown_journal_back_up (book->journal, NULL));
  note (book, "warn-back");
  g_clear_object (&book->journal);
}

static char *
restore (Book *book, const char *backup)
{
  g_autoptr (GError) error = NULL;
  char *kept = NULL;

  cooldown_journal_restore (book->folder, COOLDOWN_CLOCK (book->clock), backup, &kept, &error);
  g_assert_no_error (error);
  return kept;
}

/* The journal stays as it was. */
static void
assert_refused (Book *book, const char *backup, CooldownJournalError code)
{
  g_autoptr (GError) error = NULL;
  char *kept = NULL;

  g_assert_false (
    cooldown_journal_restore (book->folder, COOLDOWN_CLOCK (book->clock), backup, &kept, &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, (int) code);
  g_assert_null (kept);
  g_assert_cmpint (count (book), ==, 3);
}

/* What was noted since is kept too, under another name. */
static void
test_back (Book *book, gconstpointer data)
{
  g_autofree char *kept = restore (book, YESTERDAY);

  g_assert_cmpint (count (book), ==, 1);
  g_assert_cmpint (book_query_file (kept, "SELECT count (*) FROM sign"), ==, 3);
  book_reopen (book);
  note (book, "warn-bladder");
  g_assert_cmpint (count (book), ==, 2);
  g_assert_null (cooldown_journal_get_set_aside (book->journal));
  g_clear_object (&book->journal);
  g_free (restore (book, TODAY));
  g_assert_cmpint (count (book), ==, 2);
}

/* What a killed program left in the log belongs to what is kept, and not to the backup. */
static void
test_log (Book *book, gconstpointer data)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autofree char *log = book_file_in (book, "journal.db-wal");
  g_autofree char *saved = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *kept_log = NULL;
  gsize length = 0;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "INSERT INTO sign (item, outcome, written, written_offset)"
                                 " VALUES ('warn-skin', 'ticked', 1, 0)",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_true (g_file_get_contents (log, &saved, &length, NULL));
  g_assert_cmpuint (length, >, 0);
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_close (db);
  kept = restore (book, YESTERDAY);
  g_assert_cmpint (count (book), ==, 1);
  kept_log = g_strconcat (kept, "-wal", NULL);
  g_assert_false (g_file_test (kept_log, G_FILE_TEST_EXISTS));
  g_assert_cmpint (book_query_file (kept, "SELECT count (*) FROM sign"), ==, 4);
}

static void
test_no_journal (Book *book, gconstpointer data)
{
  g_autofree char *file = book_file_in (book, "journal.db");

  g_assert_cmpint (g_unlink (file), ==, 0);
  g_assert_null (restore (book, TODAY));
  g_assert_cmpint (count (book), ==, 2);
}

/* A journal that is damaged is kept as well. */
static void
test_broken_journal (Book *book, gconstpointer data)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autofree char *kept = NULL;
  g_autofree char *text = NULL;

  write_rubbish (file);
  kept = restore (book, TODAY);
  g_assert_true (g_file_get_contents (kept, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "this was somebody’s notes");
  g_assert_cmpint (count (book), ==, 2);
}

static void
test_in_use (Book *book, gconstpointer data)
{
  int lock = book_hold_lock (book, LOCK_SH);

  assert_refused (book, TODAY, COOLDOWN_JOURNAL_ERROR_LOCKED);
  close (lock);
}

static void
test_refused (Book *book, gconstpointer data)
{
  g_autofree char *broken = get_backup (book, TODAY);
  g_autofree char *newer = get_backup (book, YESTERDAY);
  g_autofree char *empty = get_backup (book, "journal-2026-11-01.db");
  g_autofree char *cut = get_backup (book, "journal-2026-11-02.db");
  g_autofree char *whole = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (broken, &whole, &length, NULL));
  g_assert_true (g_file_set_contents (cut, whole, (gssize) length / 2, NULL));
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  write_rubbish (broken);
  change_file (newer, "PRAGMA user_version = 99");
  assert_refused (book, TODAY, COOLDOWN_JOURNAL_ERROR_BROKEN);
  assert_refused (book, YESTERDAY, COOLDOWN_JOURNAL_ERROR_NEWER);
  assert_refused (book, "journal-2026-11-01.db", COOLDOWN_JOURNAL_ERROR_BROKEN);
  assert_refused (book, "journal-2026-11-02.db", COOLDOWN_JOURNAL_ERROR_BROKEN);
  assert_refused (book, "journal-2026-11-03.db", COOLDOWN_JOURNAL_ERROR_FOLDER);
  assert_refused (book, "../journal.db", COOLDOWN_JOURNAL_ERROR_VALUE);
  assert_refused (book, "../../../../journal.", COOLDOWN_JOURNAL_ERROR_VALUE);
}

/* Where the copy cannot be made. */
static void
test_no_copy (Book *book, gconstpointer data)
{
  g_autofree char *staged = book_file_in (book, "journal.db.restore.new");

  g_assert_cmpint (g_mkdir (staged, 0700), ==, 0);
  assert_refused (book, TODAY, COOLDOWN_JOURNAL_ERROR_FOLDER);
}

/* Where it cannot take its place, because the index of the log cannot be moved. */
static void
test_half_way (Book *book, gconstpointer data)
{
  gint64 now = (COOLDOWN_FAKE_CLOCK_START + DAY) / COOLDOWN_SECOND;
  g_autofree char *obstacle =
    g_strdup_printf ("%s/journal.db.replaced-%" G_GINT64_FORMAT "-shm", book->folder, now);
  g_autofree char *staged = book_file_in (book, "journal.db.restore.new");
  g_autofree char *log = book_file_in (book, "journal.db-wal");
  g_autofree char *file = book_file_in (book, "journal.db");
  GStatBuf before, after;
  sqlite3 *db = NULL;

  g_assert_cmpint (g_mkdir (obstacle, 0700), ==, 0);
  /* As long as somebody has it open there is a log. */
  g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "SELECT * FROM sign", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (g_stat (log, &before), ==, 0);
  assert_refused (book, TODAY, COOLDOWN_JOURNAL_ERROR_FOLDER);
  g_assert_cmpint (g_stat (log, &after), ==, 0);
  g_assert_cmpuint (after.st_ino, ==, before.st_ino);
  g_assert_cmpint (sqlite3_exec (db, "DELETE FROM sign WHERE item = 'warn-back'", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_cmpint (count (book), ==, 2);
  g_assert_false (g_file_test (staged, G_FILE_TEST_EXISTS));
}

/* A backup from before an upgrade is brought up to date. */
static void
test_older_version (Book *book, gconstpointer data)
{
  g_autofree char *old = get_backup (book, "journal-2026-11-01.db");
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "journals", "v1.sql", NULL);
  g_autofree char *sql = NULL;

  g_assert_true (g_file_get_contents (fixture, &sql, NULL, NULL));
  g_assert_true (g_file_set_contents (old, "", 0, NULL));
  change_file (old, sql);
  g_free (restore (book, "journal-2026-11-01.db"));
  book_reopen (book);
  g_assert_cmpint (book_query (book, "PRAGMA user_version"), ==, COOLDOWN_JOURNAL_VERSION);
  g_assert_cmpint (book_query (book, "SELECT count (*) FROM episode"), >, 0);
}

/* A journal that cannot be read is replaced by the newest backup that can. */
static void
test_taken_by_itself (Book *book, gconstpointer data)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autofree char *newest = get_backup (book, TODAY);
  g_autofree char *kept = NULL;

  write_rubbish (file);
  book_reopen (book);
  g_assert_cmpstr (cooldown_journal_get_restored_from (book->journal), ==, TODAY);
  g_assert_cmpint (count (book), ==, 2);
  g_assert_true (
    g_file_get_contents (cooldown_journal_get_set_aside (book->journal), &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "this was somebody’s notes");
  g_clear_object (&book->journal);
  write_rubbish (file);
  write_rubbish (newest);
  book_reopen (book);
  g_assert_cmpstr (cooldown_journal_get_restored_from (book->journal), ==, YESTERDAY);
  g_assert_cmpint (count (book), ==, 1);
}

/* Whoever opens it first, the agent perhaps: it is said until the user was told. */
static void
test_told (Book *book, gconstpointer data)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autofree char *aside = NULL;

  write_rubbish (file);
  book_reopen (book);
  aside = g_strdup (cooldown_journal_get_set_aside (book->journal));
  book_reopen (book);
  g_assert_cmpstr (cooldown_journal_get_set_aside (book->journal), ==, aside);
  g_assert_cmpstr (cooldown_journal_get_restored_from (book->journal), ==, TODAY);
  g_assert_true (cooldown_journal_set_told (book->journal, NULL));
  g_assert_null (cooldown_journal_get_set_aside (book->journal));
  book_reopen (book);
  g_assert_null (cooldown_journal_get_set_aside (book->journal));
  g_assert_null (cooldown_journal_get_restored_from (book->journal));
}

/* Without a backup that can be read it begins anew. */
static void
test_none_left (Book *book, gconstpointer data)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autofree char *today = get_backup (book, TODAY);
  g_autofree char *yesterday = get_backup (book, YESTERDAY);

  write_rubbish (file);
  write_rubbish (today);
  write_rubbish (yesterday);
  book_reopen (book);
  g_assert_nonnull (cooldown_journal_get_set_aside (book->journal));
  g_assert_null (cooldown_journal_get_restored_from (book->journal));
  g_assert_cmpint (count (book), ==, 0);
}

/* One from a time when the clock was ahead is no newer than the others. */
static void
test_future_last (Book *book, gconstpointer data)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autofree char *yesterday = get_backup (book, YESTERDAY);
  g_autofree char *future = get_backup (book, "journal-2030-01-01.db");

  g_assert_cmpint (g_rename (yesterday, future), ==, 0);
  write_rubbish (file);
  book_reopen (book);
  g_assert_cmpstr (cooldown_journal_get_restored_from (book->journal), ==, TODAY);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Book *book, gconstpointer data);
  } tests[] = {
    { "/journal/restore/back", test_back },
    { "/journal/restore/log", test_log },
    { "/journal/restore/no-journal", test_no_journal },
    { "/journal/restore/broken-journal", test_broken_journal },
    { "/journal/restore/in-use", test_in_use },
    { "/journal/restore/refused", test_refused },
    { "/journal/restore/no-copy", test_no_copy },
    { "/journal/restore/half-way", test_half_way },
    { "/journal/restore/older-version", test_older_version },
    { "/journal/restore/taken-by-itself", test_taken_by_itself },
    { "/journal/restore/told", test_told },
    { "/journal/restore/none-left", test_none_left },
    { "/journal/restore/future-last", test_future_last },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Book, NULL, set_up, tests[i].test, book_tear_down);
  return g_test_run ();
}
