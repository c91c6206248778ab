/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files as each version of the format wrote them, kept as text in journals/: each is brought up to
 * date without losing or changing anything.
 */
#include "book.h"
#include "file-state.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define SCHEMA \
  "SELECT group_concat (name || ifnull (sql, ''), char (10)) FROM" \
  " (SELECT * FROM sqlite_schema ORDER BY name)"

/* All but the nights are given one at random. */
#define WRONG_UIDS \
  "SELECT (SELECT count (*) FROM all_uids WHERE uid NOT LIKE 'night-____-__-__'" \
  "   AND (length (uid) <> 32 OR uid GLOB '*[^0-9a-f]*'))" \
  " + (SELECT count (*) - count (DISTINCT uid) FROM all_uids)"
#define ALL_UIDS \
  "WITH all_uids AS (SELECT uid FROM session UNION ALL SELECT uid FROM workout UNION ALL" \
  " SELECT uid FROM episode UNION ALL SELECT uid FROM night UNION ALL SELECT uid FROM" \
  " check_note UNION ALL SELECT uid FROM sign) "

static const char *const uids[] = { "uid", NULL };

static char *
read_fixture (const char *version, const char *ending)
{
  g_autofree char *name = g_strconcat (version, ending, NULL);

  return file_state_read_fixture (name);
}

static void
assert_same (const char *found, const char *expected)
{
  g_autofree char *difference = file_state_compare (expected, found);

  g_assert_cmpstr (difference, ==, NULL);
}

/* In place of the journal there is a file of that version. */
static void
set_up (Book *book, gconstpointer version)
{
  g_autofree char *sql = read_fixture (version, ".sql");
  g_autofree char *file = NULL;

  book_set_up (book, NULL);
  file = book_file_in (book, "journal.db");
  g_clear_object (&book->journal);
  g_assert_cmpint (g_unlink (file), ==, 0);
  book_execute (book, "PRAGMA journal_mode = WAL");
  book_execute (book, sql);
}

static char *
dump (Book *book, const char *name, const char *const *left_out)
{
  g_autofree char *file = book_file_in (book, name);
  g_autoptr (GError) error = NULL;
  char *text = file_state_dump (file, left_out, &error);

  g_assert_no_error (error);
  return text;
}

static char *
query_text (const char *file, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  char *text;

  g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return text;
}

/* Every row of it is what it should have become, and there is no other. */
static void
test_rows (Book *book, gconstpointer version)
{
  g_autofree char *expected = read_fixture (version, ".expected");
  g_autofree char *found = NULL;

  book_reopen (book);
  found = dump (book, "journal.db", uids);
  assert_same (found, expected);
}

static void
test_sound (Book *book, gconstpointer version)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autoptr (GError) error = NULL;

  book_reopen (book);
  file_state_is_sound (file, &error);
  g_assert_no_error (error);
  g_assert_cmpint (book_query (book, ALL_UIDS WRONG_UIDS), ==, 0);
  g_assert_cmpint (book_query (book, "SELECT count (*) FROM night WHERE uid <> 'night-' || date"),
                   ==, 0);
}

/* It has the tables that a new file has, to the letter. */
static void
test_tables (Book *book, gconstpointer version)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;

  book_reopen (book);
  found = query_text (file, SCHEMA);
  g_clear_object (&book->journal);
  g_assert_cmpint (g_unlink (file), ==, 0);
  book_reopen (book);
  expected = query_text (file, SCHEMA);
  assert_same (found, expected);
}

/* The second time there is nothing to do, and nothing is done. */
static void
test_twice (Book *book, gconstpointer version)
{
  g_autofree char *second = g_strdup_printf ("journal.db.%s.backup-2", (const char *) version);
  g_autofree char *second_file = book_file_in (book, second);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  book_reopen (book);
  before = dump (book, "journal.db", NULL);
  book_reopen (book);
  after = dump (book, "journal.db", NULL);
  assert_same (after, before);
  g_assert_false (g_file_test (second_file, G_FILE_TEST_EXISTS));
}

/* The copy beside it holds the rows as they were. */
static void
test_backup (Book *book, gconstpointer version)
{
  g_autofree char *name = g_strdup_printf ("journal.db.%s.backup", (const char *) version);
  g_autofree char *before = dump (book, "journal.db", NULL);
  g_autofree char *after = NULL;

  book_reopen (book);
  after = dump (book, name, NULL);
  assert_same (after, before);
}

/* What went on goes on. */
static void
test_goes_on (Book *book, gconstpointer version)
{
  g_autoptr (CooldownSession) ice = NULL;
  g_autoptr (CooldownSession) recovery = NULL;
  g_autoptr (GVariant) settings = NULL;
  g_autoptr (GError) error = NULL;

  book_reopen (book);
  ice = cooldown_journal_get_open_session (book->journal, "ice", &error);
  g_assert_no_error (error);
  g_assert_cmpint (cooldown_session_get_id (ice), ==, 9);
  recovery = cooldown_journal_get_open_session (book->journal, "recovery", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cooldown_session_get_n_events (recovery), ==, 2);
  g_assert_cmpint (cooldown_journal_get_open_episode (book->journal), ==, 1795366800);
  settings = cooldown_journal_get_settings (book->journal, &error);
  g_assert_cmpuint (g_variant_n_children (settings), >=, 1);
}

int
main (int argc, char *argv[])
{
  static const char *const versions[] = { "v1", "v2", "v3", "v4" };
  static const struct
  {
    const char *name;
    void (*test) (Book *book, gconstpointer version);
  } tests[] = {
    { "rows", test_rows },   { "sound", test_sound },   { "tables", test_tables },
    { "twice", test_twice }, { "backup", test_backup }, { "goes-on", test_goes_on },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
      {
        g_autofree char *path = g_strdup_printf ("/versions/%s/%s", versions[i], tests[j].name);

        g_test_add (path, Book, versions[i], set_up, tests[j].test, book_tear_down);
      }
  return g_test_run ();
}
