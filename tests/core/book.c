/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/file.h>

/**
 * book_open:
 * @book: a book
 *
 * Returns: (transfer full): its journal, opened once more
 */
CooldownJournal *
book_open (Book *book)
{
  g_autoptr (GError) error = NULL;
  CooldownJournal *journal =
    cooldown_journal_open (book->folder, COOLDOWN_CLOCK (book->clock), &error);

  g_assert_no_error (error);
  return journal;
}

/**
 * book_reopen:
 * @book: a book
 *
 * Closes its journal if it is open, and opens it.
 */
void
book_reopen (Book *book)
{
  g_clear_object (&book->journal);
  book->journal = book_open (book);
}

/**
 * book_assert_refused:
 * @book: a book
 * @code: why its journal cannot be opened
 */
void
book_assert_refused (Book *book, CooldownJournalError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cooldown_journal_open (book->folder, COOLDOWN_CLOCK (book->clock), &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
}

/**
 * book_set_up:
 * @book: what is filled in
 * @data: not used
 *
 * Makes a journal in a folder that did not exist.
 */
void
book_set_up (Book *book, gconstpointer data)
{
  g_autofree char *parent = g_dir_make_tmp ("cooldown-XXXXXX", NULL);

  book->clock = cooldown_fake_clock_new ();
  book->folder = g_build_filename (parent, "deep", "cooldown", NULL);
  book->journal = book_open (book);
}

static void
remove_all_in (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR) && !g_file_test (file, G_FILE_TEST_IS_SYMLINK))
        remove_all_in (file);
      g_remove (file);
    }
}

/**
 * book_tear_down:
 * @book: a book
 * @data: not used
 *
 * Closes the journal and removes its folder.
 */
void
book_tear_down (Book *book, gconstpointer data)
{
  g_autofree char *deep = g_path_get_dirname (book->folder);
  g_autofree char *parent = g_path_get_dirname (deep);

  g_clear_object (&book->journal);
  g_chmod (book->folder, 0700);
  remove_all_in (book->folder);
  g_rmdir (book->folder);
  g_rmdir (deep);
  g_rmdir (parent);
  g_free (book->folder);
  g_assert_finalize_object (book->clock);
}

/**
 * book_remove_files:
 * @book: a book
 *
 * Closes the journal and removes its file and what lies beside that, but no folders.
 */
void
book_remove_files (Book *book)
{
  g_autoptr (GDir) dir = g_dir_open (book->folder, 0, NULL);
  const char *name;

  g_clear_object (&book->journal);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = book_file_in (book, name);

      g_unlink (file);
    }
}

/**
 * book_file_in:
 * @book: a book
 * @name: the name of a file
 *
 * Returns: (transfer full): its path in the journal's folder
 */
char *
book_file_in (Book *book, const char *name)
{
  return g_build_filename (book->folder, name, NULL);
}

/**
 * book_execute:
 * @book: a book
 * @sql: what is done to its file behind the journal's back
 */
void
book_execute (Book *book, const char *sql)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/**
 * book_query_file:
 * @file: a database
 * @sql: a query that gives a number
 *
 * Returns: the number
 */
gint64
book_query_file (const char *file, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  gint64 number;

  g_assert_cmpint (sqlite3_open_v2 (file, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return number;
}

/**
 * book_query:
 * @book: a book
 * @sql: a query that gives a number
 *
 * Returns: the number, from its file
 */
gint64
book_query (Book *book, const char *sql)
{
  g_autofree char *file = book_file_in (book, "journal.db");

  return book_query_file (file, sql);
}

/**
 * book_hold_lock:
 * @book: a book
 * @kind: LOCK_SH or LOCK_EX
 *
 * Returns: the lock as another program holds it, until that is closed
 */
int
book_hold_lock (Book *book, int kind)
{
  g_autofree char *file = book_file_in (book, "journal.lock");
  int lock = g_open (file, O_RDWR | O_CLOEXEC, 0);

  g_assert_cmpint (flock (lock, kind), ==, 0);
  return lock;
}
