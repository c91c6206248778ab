/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A journal that can only be read: it is, and nothing is written. */
#include "full-book.h"

#include "core/journal-backup.h"
#include "core/journal-entries.h"
#include "core/journal-forget.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

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
  g_autoptr (CooldownJournal)
      journal = cooldown_journal_open_to_read (book->folder, COOLDOWN_CLOCK (book->clock), NULL);
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (book->clock));
  g_autoptr (CooldownSession)
      session = cooldown_session_new ("ice", g_variant_new_parsed ("{'site': <'toes'>}"));
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
  assert_read_only (cooldown_journal_mark_entry (journal, COOLDOWN_ENTRY_SIGN, "x", TRUE, &error),
                    &error);
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

  book_assert_refused (book, COOLDOWN_JOURNAL_ERROR_READ_ONLY);
  journal = cooldown_journal_open_to_read (book->folder, COOLDOWN_CLOCK (book->clock), &error);
  g_assert_no_error (error);
  g_assert_cmpint (book_count_signs (journal), ==, n_signs);
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
      book_remove_file (book, "journal.db-shm");
      file = (g_free (file), book_file_in (book, "journal.db-wal"));
      g_chmod (file, 0644);
    }
  g_chmod (book->folder, 0500);
  if (become_ordinary (book))
    assert_only_read (book, with_log != NULL ? 40 : 60);
  become_oneself (book);
  book_reopen (book);
  g_assert_cmpint (book_count_signs (book->journal), ==, with_log != NULL ? 40 : 60);
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
  book_remove_file (book, "journal.db");
  book_execute (book, sql);
  n_signs = book_query (book, "SELECT count (*) FROM sign");
  before = book_read_file (book, "journal.db");
  g_chmod (book->folder, 0500);
  if (become_ordinary (book))
    assert_only_read (book, n_signs);
  become_oneself (book);
  after = book_read_file (book, "journal.db");
  contents_assert_same (&after, &before);
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

  book_remove_file (book, "journal.db");
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

  book_write_file (book, "journal.db", "rubbish", 7);
  g_assert_null (
      cooldown_journal_open_to_read (book->folder, COOLDOWN_CLOCK (book->clock), &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_BROKEN);
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
    { "/journal/read-only/nothing-is-written", NULL, test_nothing_is_written },
    { "/journal/read-only/folder", NULL, test_read_only_folder },
    { "/journal/read-only/folder-with-log", "", test_read_only_folder },
    { "/journal/read-only/file", NULL, test_read_only_file },
    { "/journal/read-only/older", NULL, test_read_only_older },
    { "/journal/read-only/disk", NULL, test_read_only_disk },
    { "/journal/read-only/nothing-to-read", NULL, test_nothing_to_read },
    { "/journal/read-only/broken-to-read", NULL, test_broken_to_read },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Book, tests[i].data, book_set_up_full, tests[i].test,
                book_tear_down);
  return g_test_run ();
}
