/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not a journal, or one that cannot be used as it is: each is told apart, and left as it
 * was. */
#include "full-book.h"

#include "core/journal-backup.h"
#include "core/journal-entries.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* It is kept, byte by byte, and the journal begins anew. */
static void
assert_set_aside (Book *book, const Contents *before)
{
  g_auto (Contents) kept = { NULL, 0 };

  book_reopen (book);
  g_assert_nonnull (cooldown_journal_get_set_aside (book->journal));
  kept = contents_read (cooldown_journal_get_set_aside (book->journal));
  contents_assert_same (&kept, before);
  g_assert_true (cooldown_journal_add_sign (book->journal, "warn-calf", "ticked", NULL));
  g_assert_cmpint (book_count_signs (book->journal), ==, 1);
  g_unlink (cooldown_journal_get_set_aside (book->journal));
  g_clear_object (&book->journal);
}

static void
test_truncated (Book *book, gconstpointer data)
{
  g_auto (Contents) whole = book_read_file (book, "journal.db");

  for (gsize length = 1; length < whole.length; length += length < 128 ? 13 : whole.length / 40)
    {
      Contents cut = { whole.bytes, length };

      g_test_message ("cut to %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT, length, whole.length);
      book_write_file (book, "journal.db", whole.bytes, length);
      assert_set_aside (book, &cut);
    }
}

/* Whichever page is lost, what is opened in the end is sound. */
static void
test_pages_lost (Book *book, gconstpointer data)
{
  g_auto (Contents) whole = book_read_file (book, "journal.db");
  gsize page = 4096;
  guint n_aside = 0;

  for (gsize at = 0; at + page <= whole.length; at += page)
    {
      g_autofree char *bytes = g_memdup2 (whole.bytes, whole.length);

      memset (bytes + at, 0x5a, page);
      book_remove_file (book, "journal.db");
      book_write_file (book, "journal.db", bytes, whole.length);
      book_reopen (book);
      n_aside += cooldown_journal_get_set_aside (book->journal) != NULL;
      g_assert_cmpint (book_query (book, "SELECT count (*) FROM pragma_quick_check"
                                         " WHERE quick_check = 'ok'"),
                       ==, 1);
      g_clear_object (&book->journal);
    }
  g_assert_cmpuint (n_aside, >, whole.length / page / 2);
}

static void
test_text (Book *book, gconstpointer data)
{
  static const char text[] = "Dear doctor,\nthis letter is no database, whatever its name is.\n";
  Contents before = { (char *) text, sizeof text - 1 };

  book_write_file (book, "journal.db", text, before.length);
  assert_set_aside (book, &before);
}

/* Another program's database is not written into, whatever it looks like. */
static void
test_foreign (Book *book, gconstpointer sql)
{
  g_auto (Contents) before = { NULL, 0 };

  book_remove_file (book, "journal.db");
  book_execute (book, sql);
  before = book_read_file (book, "journal.db");
  assert_set_aside (book, &before);
}

/* What another program had not brought into its file yet stays beside that. */
static void
test_foreign_log (Book *book, gconstpointer data)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_auto (Contents) before = { NULL, 0 };
  g_auto (Contents) kept = { NULL, 0 };
  sqlite3 *db = NULL;

  book_remove_file (book, "journal.db");
  g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA journal_mode = WAL; CREATE TABLE song (name TEXT);"
                                 "INSERT INTO song VALUES ('one'), ('two')",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
  before = book_read_file (book, "journal.db");
  book_reopen (book);
  kept = contents_read (cooldown_journal_get_set_aside (book->journal));
  contents_assert_same (&kept, &before);
  g_assert_cmpint (book_query_file (cooldown_journal_get_set_aside (book->journal),
                                    "SELECT count (*) FROM song"),
                   ==, 2);
}

/* The window reads it all the same, and cannot write; the file stays as it is. */
static void
test_newer (Book *book, gconstpointer data)
{
  g_auto (Contents) before = { NULL, 0 };
  g_auto (Contents) after = { NULL, 0 };
  g_autoptr (CooldownJournal) journal = NULL;
  g_autoptr (GError) error = NULL;

  book_execute (book, "ALTER TABLE sign ADD COLUMN mood TEXT; PRAGMA user_version = 99");
  before = book_read_file (book, "journal.db");
  book_assert_refused (book, COOLDOWN_JOURNAL_ERROR_NEWER);
  journal = cooldown_journal_open_to_read (book->folder, COOLDOWN_CLOCK (book->clock), &error);
  g_assert_no_error (error);
  g_assert_true (cooldown_journal_is_read_only (journal));
  g_assert_cmpint (book_count_signs (journal), ==, 60);
  after = book_read_file (book, "journal.db");
  contents_assert_same (&after, &before);
}

/* A folder in the place of the file, or a file in that of the folder. */
static void
test_no_file (Book *book, gconstpointer data)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autofree char *below = g_build_filename (file, "cooldown", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (cooldown_journal_open (file, COOLDOWN_CLOCK (book->clock), &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_FOLDER);
  g_clear_error (&error);
  g_assert_null (cooldown_journal_open (below, COOLDOWN_CLOCK (book->clock), &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_FOLDER);
  g_assert_cmpint (book_query (book, "SELECT count (*) FROM sign"), ==, 60);
  book_remove_file (book, "journal.db");
  g_assert_cmpint (g_mkdir (file, 0700), ==, 0);
  book_assert_refused (book, COOLDOWN_JOURNAL_ERROR_FOLDER);
  g_assert_true (g_file_test (file, G_FILE_TEST_IS_DIR));
  book_remove_file (book, "journal.db");
  g_assert_cmpint (mkfifo (file, 0600), ==, 0);
  book_assert_refused (book, COOLDOWN_JOURNAL_ERROR_FOLDER);
}

/* A link to a journal elsewhere, and one to nothing. */
static void
test_link (Book *book, gconstpointer data)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autofree char *elsewhere = book_file_in (book, "elsewhere.db");
  g_auto (Contents) before = book_read_file (book, "journal.db");
  g_auto (Contents) after = { NULL, 0 };

  g_assert_cmpint (g_rename (file, elsewhere), ==, 0);
  g_assert_cmpint (symlink ("elsewhere.db", file), ==, 0);
  book_assert_refused (book, COOLDOWN_JOURNAL_ERROR_FOLDER);
  after = book_read_file (book, "elsewhere.db");
  contents_assert_same (&after, &before);
  g_assert_cmpint (g_unlink (elsewhere), ==, 0);
  book_assert_refused (book, COOLDOWN_JOURNAL_ERROR_FOLDER);
  g_assert_false (g_file_test (elsewhere, G_FILE_TEST_EXISTS));
}

/* A folder that is a link is the user's own way to keep things elsewhere. */
static void
test_linked_folder (Book *book, gconstpointer data)
{
  g_autofree char *link = g_strconcat (book->folder, "-link", NULL);
  g_autoptr (CooldownJournal) journal = NULL;

  g_assert_cmpint (symlink (book->folder, link), ==, 0);
  journal = cooldown_journal_open (link, COOLDOWN_CLOCK (book->clock), NULL);
  g_assert_cmpint (book_count_signs (journal), ==, 60);
  g_assert_cmpint (g_unlink (link), ==, 0);
}

/* An empty file is a new journal; where there was one it is a lost one. */
static void
test_empty (Book *book, gconstpointer data)
{
  book_write_file (book, "journal.db", "", 0);
  book_reopen (book);
  g_assert_null (cooldown_journal_get_set_aside (book->journal));
  g_assert_cmpint (book_count_signs (book->journal), ==, 0);
  g_assert_true (cooldown_journal_add_sign (book->journal, "warn-calf", "ticked", NULL));
  g_assert_true (cooldown_journal_back_up (book->journal, NULL));
  g_clear_object (&book->journal);
  book_write_file (book, "journal.db", "", 0);
  book_reopen (book);
  g_assert_nonnull (cooldown_journal_get_set_aside (book->journal));
  g_assert_nonnull (cooldown_journal_get_restored_from (book->journal));
  g_assert_cmpint (book_count_signs (book->journal), ==, 1);
}

/* A log without its file is kept: SQLite would throw it away. */
static void
test_only_log (Book *book, gconstpointer with_file)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autofree char *kept_log = NULL;
  g_auto (Contents) before = { NULL, 0 };
  g_auto (Contents) after = { NULL, 0 };
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  g_assert_cmpint (sqlite3_exec (db, "DELETE FROM sign WHERE id > 40", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (db);
  before = book_read_file (book, "journal.db-wal");
  g_assert_cmpuint (before.length, >, 0);
  book_remove_file (book, "journal.db");
  if (with_file != NULL)
    book_write_file (book, "journal.db", "", 0);
  book_reopen (book);
  g_assert_nonnull (cooldown_journal_get_set_aside (book->journal));
  g_assert_true (g_file_test (cooldown_journal_get_set_aside (book->journal), G_FILE_TEST_EXISTS));
  kept_log = g_strconcat (cooldown_journal_get_set_aside (book->journal), "-wal", NULL);
  after = contents_read (kept_log);
  contents_assert_same (&after, &before);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    const char *data;
    void (*test) (Book *book, gconstpointer data);
  } tests[] = {
    { "/journal/open/truncated", NULL, test_truncated },
    { "/journal/open/pages-lost", NULL, test_pages_lost },
    { "/journal/open/text", NULL, test_text },
    { "/journal/open/foreign/table", "CREATE TABLE song (name TEXT)", test_foreign },
    { "/journal/open/foreign/version", "CREATE TABLE session (name TEXT); PRAGMA user_version = 4",
      test_foreign },
    { "/journal/open/foreign/newer", "CREATE TABLE song (name TEXT); PRAGMA user_version = 99",
      test_foreign },
    { "/journal/open/foreign/id", "PRAGMA application_id = 252006674", test_foreign },
    { "/journal/open/foreign/only-version", "PRAGMA user_version = 4", test_foreign },
    { "/journal/open/foreign/in-wal-mode",
      "PRAGMA journal_mode = WAL; CREATE TABLE song (name TEXT)", test_foreign },
    { "/journal/open/foreign/log", NULL, test_foreign_log },
    { "/journal/open/newer", NULL, test_newer },
    { "/journal/open/no-file", NULL, test_no_file },
    { "/journal/open/link", NULL, test_link },
    { "/journal/open/linked-folder", NULL, test_linked_folder },
    { "/journal/open/empty", NULL, test_empty },
    { "/journal/open/only-log", NULL, test_only_log },
    { "/journal/open/only-log-and-empty", "", test_only_log },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Book, tests[i].data, book_set_up_full, tests[i].test,
                book_tear_down);
  return g_test_run ();
}
