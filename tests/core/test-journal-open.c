/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not a journal, or one that cannot be used as it is: each is told apart, and left as it
 * was. */
#include "book.h"
#include "core/journal-backup.h"
#include "core/journal-entries.h"
#include "core/journal-forget.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

typedef struct
{
  char *bytes;
  gsize length;
} Contents;

static void
contents_clear (Contents *contents)
{
  g_free (contents->bytes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Contents, contents_clear)

static Contents
read_path (const char *path)
{
  Contents contents = { NULL, 0 };

  g_assert_true (g_file_get_contents (path, &contents.bytes, &contents.length, NULL));
  return contents;
}

static Contents
read_file (Book *book, const char *name)
{
  g_autofree char *path = book_file_in (book, name);

  return read_path (path);
}

static void
write_file (Book *book, const char *name, const char *bytes, gsize length)
{
  g_autofree char *path = book_file_in (book, name);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
}

static void
assert_same (const Contents *found, const Contents *expected)
{
  g_assert_cmpmem (found->bytes, found->length, expected->bytes, expected->length);
}

static void
remove_file (Book *book, const char *name)
{
  g_autofree char *path = book_file_in (book, name);

  g_remove (path);
}

static gint64
count_signs (CooldownJournal *journal)
{
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_autoptr (GPtrArray) found = NULL;

  query.kinds = 1 << COOLDOWN_ENTRY_SIGN;
  found = cooldown_journal_find (journal, &query, NULL);
  return found != NULL ? (gint64) found->len : -1;
}

/* A closed journal with enough in it to have some pages. */
static void
set_up (Book *book, gconstpointer data)
{
  book_set_up (book, data);
  for (guint i = 0; i < 60; i++)
    g_assert_true (cooldown_journal_add_sign (book->journal, "warn-chest", "ticked", NULL));
  g_clear_object (&book->journal);
}

static void
assert_refused (Book *book, CooldownJournalError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cooldown_journal_open (book->folder, COOLDOWN_CLOCK (book->clock), &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
}

/* It is kept, byte by byte, and the journal begins anew. */
static void
assert_set_aside (Book *book, const Contents *before)
{
  g_auto (Contents) kept = { NULL, 0 };

  book_reopen (book);
  g_assert_nonnull (cooldown_journal_get_set_aside (book->journal));
  kept = read_path (cooldown_journal_get_set_aside (book->journal));
  assert_same (&kept, before);
  g_assert_true (cooldown_journal_add_sign (book->journal, "warn-calf", "ticked", NULL));
  g_assert_cmpint (count_signs (book->journal), ==, 1);
  g_unlink (cooldown_journal_get_set_aside (book->journal));
  g_clear_object (&book->journal);
}

static void
test_truncated (Book *book, gconstpointer data)
{
  g_auto (Contents) whole = read_file (book, "journal.db");

  for (gsize length = 1; length < whole.length; length += length < 128 ? 13 : whole.length / 40)
    {
      Contents cut = { whole.bytes, length };

      g_test_message ("cut to %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT, length, whole.length);
      write_file (book, "journal.db", whole.bytes, length);
      assert_set_aside (book, &cut);
    }
}

/* Whichever page is lost, what is opened in the end is sound. */
static void
test_pages_lost (Book *book, gconstpointer data)
{
  g_auto (Contents) whole = read_file (book, "journal.db");
  gsize page = 4096;
  guint n_aside = 0;

  for (gsize at = 0; at + page <= whole.length; at += page)
    {
      g_autofree char *bytes = g_memdup2 (whole.bytes, whole.length);

      memset (bytes + at, 0x5a, page);
      remove_file (book, "journal.db");
      write_file (book, "journal.db", bytes, whole.length);
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

  write_file (book, "journal.db", text, before.length);
  assert_set_aside (book, &before);
}

/* Another program's database is not written into, whatever it looks like. */
static void
test_foreign (Book *book, gconstpointer sql)
{
  g_auto (Contents) before = { NULL, 0 };

  remove_file (book, "journal.db");
  book_execute (book, sql);
  before = read_file (book, "journal.db");
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

  remove_file (book, "journal.db");
  g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA journal_mode = WAL; CREATE TABLE song (name TEXT);"
                                 "INSERT INTO song VALUES ('one'), ('two')",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
  before = read_file (book, "journal.db");
  book_reopen (book);
  kept = read_path (cooldown_journal_get_set_aside (book->journal));
  assert_same (&kept, &before);
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
  before = read_file (book, "journal.db");
  assert_refused (book, COOLDOWN_JOURNAL_ERROR_NEWER);
  journal = cooldown_journal_open_to_read (book->folder, COOLDOWN_CLOCK (book->clock), &error);
  g_assert_no_error (error);
  g_assert_true (cooldown_journal_is_read_only (journal));
  g_assert_cmpint (count_signs (journal), ==, 60);
  after = read_file (book, "journal.db");
  assert_same (&after, &before);
}

static void
assert_read_only (gboolean done, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_READ_ONLY);
  g_clear_error (error);
}

/* Each way to write says why it did not. */
static void
test_nothing_is_written (Book *book, gconstpointer data)
{
  g_autoptr (CooldownJournal) journal =
    cooldown_journal_open_to_read (book->folder, COOLDOWN_CLOCK (book->clock), NULL);
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (book->clock));
  g_autoptr (CooldownSession) session =
    cooldown_session_new ("ice", g_variant_new_parsed ("{'site': <'toes'>}"));
  g_autoptr (CooldownEntry) entry = cooldown_entry_new (COOLDOWN_ENTRY_EPISODE);
  CooldownCheckNote check = { .level = COOLDOWN_LEVEL_SELF_CARE };
  CooldownWorkout workout = { .kind = "run", .ended = now.wall, .minutes = 45 };
  g_autoptr (GError) error = NULL;

  cooldown_session_append (session, "start", NULL, &now);
  cooldown_entry_set_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN, now.wall, 0);
  check.ticks = check.denied = check.places = (char *[]){ NULL };
  assert_read_only (cooldown_journal_save_session (journal, session, TRUE, &error), &error);
  assert_read_only (cooldown_journal_set_setting (journal, "x", g_variant_new_int32 (1), &error),
                    &error);
  assert_read_only (cooldown_journal_save_workout (journal, &workout, 1, &error), &error);
  assert_read_only (cooldown_journal_open_episode (journal, now.wall, 1, "after", &error), &error);
  assert_read_only (cooldown_journal_drop_episode (journal, 1, &error), &error);
  assert_read_only (cooldown_journal_end_episode (journal, now.wall, 1, &error), &error);
  assert_read_only (cooldown_journal_add_sign (journal, "warn-chest", "never", &error), &error);
  assert_read_only (cooldown_journal_rate_night (journal, "2026-11-21", 3, &error), &error);
  assert_read_only (cooldown_journal_save_check (journal, &check, &error), &error);
  assert_read_only (cooldown_journal_put_entry (journal, entry, &error), &error);
  assert_read_only (
    cooldown_journal_mark_entry (journal, COOLDOWN_ENTRY_SIGN, "x", TRUE, &error), &error);
  assert_read_only (cooldown_journal_forget (journal, COOLDOWN_ENTRY_SIGN, "x", NULL, &error),
                    &error);
  assert_read_only (cooldown_journal_purge (journal, &error), &error);
  assert_read_only (cooldown_journal_back_up (journal, &error), &error);
}

/* As a user who may do only what the modes allow; FALSE with a reason where that cannot be. */
static gboolean
become_ordinary (Book *book)
{
  g_autofree char *deep = g_path_get_dirname (book->folder);
  g_autofree char *parent = g_path_get_dirname (deep);
  const char *const names[] = { "journal.db", "journal.lock" };

  if (geteuid () != 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *file = book_file_in (book, names[i]);

      if (chown (file, NOBODY, NOBODY) != 0)
        g_test_message ("%s: %s", file, g_strerror (errno));
    }
  if (chown (parent, NOBODY, NOBODY) == 0 && chown (deep, NOBODY, NOBODY) == 0 &&
      chown (book->folder, NOBODY, NOBODY) == 0 && seteuid (NOBODY) == 0)
    {
      if (faccessat (AT_FDCWD, book->folder, R_OK | X_OK, AT_EACCESS) == 0)
        return TRUE;
      g_assert_cmpint (seteuid (0), ==, 0);
    }
  g_test_skip ("modes do not hold root back, and nobody else may come here");
  return FALSE;
}

static void
become_oneself (Book *book)
{
  g_assert_cmpint (seteuid (getuid ()), ==, 0);
  g_chmod (book->folder, 0700);
}

static void
assert_only_read (Book *book, gint64 n_signs)
{
  g_autoptr (CooldownJournal) journal = NULL;
  g_autoptr (GError) error = NULL;

  assert_refused (book, COOLDOWN_JOURNAL_ERROR_READ_ONLY);
  journal = cooldown_journal_open_to_read (book->folder, COOLDOWN_CLOCK (book->clock), &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_signs (journal), ==, n_signs);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
list (Book *book)
{
  g_autoptr (GDir) dir = g_dir_open (book->folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

/* A folder in which nothing can be made, with the log of a program that was killed. */
static void
test_read_only_folder (Book *book, gconstpointer with_log)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  sqlite3 *db = NULL;

  if (with_log != NULL)
    {
      g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
      sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
      g_assert_cmpint (sqlite3_exec (db, "DELETE FROM sign WHERE id > 40", NULL, NULL, NULL), ==,
                       SQLITE_OK);
      sqlite3_close (db);
      remove_file (book, "journal.db-shm");
      file = (g_free (file), book_file_in (book, "journal.db-wal"));
      g_chmod (file, 0644);
    }
  g_chmod (book->folder, 0500);
  if (become_ordinary (book))
    assert_only_read (book, with_log != NULL ? 40 : 60);
  become_oneself (book);
  book_reopen (book);
  g_assert_cmpint (count_signs (book->journal), ==, with_log != NULL ? 40 : 60);
}

/* Reading leaves nothing behind that would keep anybody from writing later. */
static void
test_read_only_file (Book *book, gconstpointer data)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autofree char *before = list (book);
  g_autofree char *after = NULL;

  g_chmod (file, 0400);
  if (become_ordinary (book))
    {
      assert_only_read (book, 60);
      g_chmod (file, 0600);
      after = list (book);
      g_assert_cmpstr (after, ==, before);
      book_reopen (book);
      g_assert_true (cooldown_journal_add_sign (book->journal, "warn-calf", "ticked", NULL));
    }
  become_oneself (book);
}

/* What an older version wrote is read there too, brought up to date in memory only. */
static void
test_read_only_older (Book *book, gconstpointer data)
{
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "journals", "v2.sql", NULL);
  g_autofree char *sql = NULL;
  g_auto (Contents) before = { NULL, 0 };
  g_auto (Contents) after = { NULL, 0 };
  gint64 n_signs;

  g_assert_true (g_file_get_contents (fixture, &sql, NULL, NULL));
  remove_file (book, "journal.db");
  book_execute (book, sql);
  n_signs = book_query (book, "SELECT count (*) FROM sign");
  before = read_file (book, "journal.db");
  g_chmod (book->folder, 0500);
  if (become_ordinary (book))
    assert_only_read (book, n_signs);
  become_oneself (book);
  after = read_file (book, "journal.db");
  assert_same (&after, &before);
}

static gboolean
mount_read_only (const char *folder)
{
  return unshare (geteuid () == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) == 0 &&
         mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
         mount (folder, folder, NULL, MS_BIND, NULL) == 0 &&
         mount (NULL, folder, NULL, MS_REMOUNT | MS_BIND | MS_RDONLY, NULL) == 0;
}

/* On a disk that is mounted to be read even root writes nothing. */
static void
test_read_only_disk (Book *book, gconstpointer data)
{
  pid_t child = fork ();
  int status = 0;

  if (child == 0)
    {
      if (!mount_read_only (book->folder))
        _exit (77);
      assert_only_read (book, 60);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == 77)
    g_test_skip ("nothing may be mounted here");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

/* Without a journal there is nothing to read, and none is made. */
static void
test_nothing_to_read (Book *book, gconstpointer data)
{
  g_autofree char *nowhere = book_file_in (book, "nowhere");
  const char *const folders[] = { book->folder, nowhere };

  remove_file (book, "journal.db");
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
        cooldown_journal_open_to_read (folders[i], COOLDOWN_CLOCK (book->clock), &error));
      g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_FOLDER);
    }
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
}

static void
test_broken_to_read (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_file (book, "journal.db", "rubbish", 7);
  g_assert_null (
    cooldown_journal_open_to_read (book->folder, COOLDOWN_CLOCK (book->clock), &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_BROKEN);
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
  remove_file (book, "journal.db");
  g_assert_cmpint (g_mkdir (file, 0700), ==, 0);
  assert_refused (book, COOLDOWN_JOURNAL_ERROR_FOLDER);
  g_assert_true (g_file_test (file, G_FILE_TEST_IS_DIR));
  remove_file (book, "journal.db");
  g_assert_cmpint (mkfifo (file, 0600), ==, 0);
  assert_refused (book, COOLDOWN_JOURNAL_ERROR_FOLDER);
}

/* A link to a journal elsewhere, and one to nothing. */
static void
test_link (Book *book, gconstpointer data)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autofree char *elsewhere = book_file_in (book, "elsewhere.db");
  g_auto (Contents) before = read_file (book, "journal.db");
  g_auto (Contents) after = { NULL, 0 };

  g_assert_cmpint (g_rename (file, elsewhere), ==, 0);
  g_assert_cmpint (symlink ("elsewhere.db", file), ==, 0);
  assert_refused (book, COOLDOWN_JOURNAL_ERROR_FOLDER);
  after = read_file (book, "elsewhere.db");
  assert_same (&after, &before);
  g_assert_cmpint (g_unlink (elsewhere), ==, 0);
  assert_refused (book, COOLDOWN_JOURNAL_ERROR_FOLDER);
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
  g_assert_cmpint (count_signs (journal), ==, 60);
  g_assert_cmpint (g_unlink (link), ==, 0);
}

/* An empty file is a new journal; where there was one it is a lost one. */
static void
test_empty (Book *book, gconstpointer data)
{
  write_file (book, "journal.db", "", 0);
  book_reopen (book);
  g_assert_null (cooldown_journal_get_set_aside (book->journal));
  g_assert_cmpint (count_signs (book->journal), ==, 0);
  g_assert_true (cooldown_journal_add_sign (book->journal, "warn-calf", "ticked", NULL));
  g_assert_true (cooldown_journal_back_up (book->journal, NULL));
  g_clear_object (&book->journal);
  write_file (book, "journal.db", "", 0);
  book_reopen (book);
  g_assert_nonnull (cooldown_journal_get_set_aside (book->journal));
  g_assert_nonnull (cooldown_journal_get_restored_from (book->journal));
  g_assert_cmpint (count_signs (book->journal), ==, 1);
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
  before = read_file (book, "journal.db-wal");
  g_assert_cmpuint (before.length, >, 0);
  remove_file (book, "journal.db");
  if (with_file != NULL)
    write_file (book, "journal.db", "", 0);
  book_reopen (book);
  g_assert_nonnull (cooldown_journal_get_set_aside (book->journal));
  g_assert_true (
    g_file_test (cooldown_journal_get_set_aside (book->journal), G_FILE_TEST_EXISTS));
  kept_log = g_strconcat (cooldown_journal_get_set_aside (book->journal), "-wal", NULL);
  after = read_path (kept_log);
  assert_same (&after, &before);
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
    { "/journal/open/foreign/version",
      "CREATE TABLE session (name TEXT); PRAGMA user_version = 4", test_foreign },
    { "/journal/open/foreign/newer", "CREATE TABLE song (name TEXT); PRAGMA user_version = 99",
      test_foreign },
    { "/journal/open/foreign/id", "PRAGMA application_id = 252006674", test_foreign },
    { "/journal/open/foreign/only-version", "PRAGMA user_version = 4", test_foreign },
    { "/journal/open/foreign/in-wal-mode",
      "PRAGMA journal_mode = WAL; CREATE TABLE song (name TEXT)", test_foreign },
    { "/journal/open/foreign/log", NULL, test_foreign_log },
    { "/journal/open/newer", NULL, test_newer },
    { "/journal/open/nothing-is-written", NULL, test_nothing_is_written },
    { "/journal/open/read-only/folder", NULL, test_read_only_folder },
    { "/journal/open/read-only/folder-with-log", "", test_read_only_folder },
    { "/journal/open/read-only/file", NULL, test_read_only_file },
    { "/journal/open/read-only/older", NULL, test_read_only_older },
    { "/journal/open/read-only/disk", NULL, test_read_only_disk },
    { "/journal/open/nothing-to-read", NULL, test_nothing_to_read },
    { "/journal/open/broken-to-read", NULL, test_broken_to_read },
    { "/journal/open/no-file", NULL, test_no_file },
    { "/journal/open/link", NULL, test_link },
    { "/journal/open/linked-folder", NULL, test_linked_folder },
    { "/journal/open/empty", NULL, test_empty },
    { "/journal/open/only-log", NULL, test_only_log },
    { "/journal/open/only-log-and-empty", "", test_only_log },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Book, tests[i].data, set_up, tests[i].test, book_tear_down);
  return g_test_run ();
}
