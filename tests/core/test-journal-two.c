/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Several real processes and one journal: nothing is missing of what any of them was told was
 * written, none waits for ever, and what cannot be done is said.
 */
#include "actors.h"
#include "book.h"
#include "file-state.h"
#include "ledger.h"
#include "life.h"

#include "core/journal-backup.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#define RUBBISH "this is no database, but somebody’s notes, long enough to be looked at"
#define DEFAULT_ROUNDS 20
#define NUMBERS 100000

static const char *const uids[] = { "uid", NULL };
/* That a file was set aside is kept there until the user was told. */
static const char *const settings[] = { "setting.", NULL };

static guint
count_rounds (void)
{
  const char *rounds = g_getenv ("COOLDOWN_TEST_ROUNDS");

  return rounds != NULL ? (guint) g_ascii_strtoull (rounds, NULL, 10) : DEFAULT_ROUNDS;
}

static void
set_up (Book *book, gconstpointer data)
{
  book_set_up (book, data);
  g_clear_object (&book->journal);
}

/* Those that end by themselves do so without an error. */
static void
end_well (Actor *actor, Ledger *ledger)
{
  g_autofree char *errors = NULL;
  int status = 0;
  g_autofree char *said = actor_end (actor, &errors, &status);

  if (strstr (errors, "journal-actor:") != NULL)
    g_error ("%s", errors);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  if (ledger != NULL)
    ledger_note (ledger, said);
}

/* It said what is wrong, and has changed nothing. */
static void
end_refused (Actor *actor, const char *why)
{
  g_autofree char *errors = NULL;
  int status = 0;
  g_autofree char *said = actor_end (actor, &errors, &status);

  g_assert_nonnull (strstr (errors, why));
  g_assert_cmpstr (said, ==, "");
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 1);
}

static char *
end_killed (Actor *actor)
{
  g_autofree char *errors = NULL;

  actor_kill (actor);
  return actor_end (actor, &errors, NULL);
}

static void
assert_sound (Book *book)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autoptr (GError) error = NULL;

  file_state_is_sound (file, &error);
  g_assert_no_error (error);
}

static void
assert_holds (Book *book, Ledger *ledger)
{
  g_autoptr (GError) error = NULL;

  book_reopen (book);
  ledger_holds (ledger, book->journal, &error);
  g_assert_no_error (error);
  assert_sound (book);
  g_clear_object (&book->journal);
}

/* Two windows and the agent, each as fast as it can. */
static void
test_writing (Book *book, gconstpointer data)
{
  static const char *const roles[] = { "window", "window", "agent" };
  guint n = count_rounds () * 10;
  Actor actors[G_N_ELEMENTS (roles)];
  g_autoptr (Ledger) ledger = ledger_new ();

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    actors[i] = actor_start (roles[i], book->folder, (i + 1) * NUMBERS, n);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    end_well (&actors[i], ledger);
  g_assert_cmpuint (ledger_count (ledger), ==, G_N_ELEMENTS (roles) * n);
  assert_holds (book, ledger);
}

/* A file of the third version of the format, and nothing else. */
static void
put_older (Book *book)
{
  g_autofree char *sql = file_state_read_fixture ("v3.sql");

  book_remove_files (book);
  book_execute (book, "PRAGMA journal_mode = WAL");
  book_execute (book, sql);
}

static guint
count_files (Book *book, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (book->folder, 0, NULL);
  guint n = 0;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && !g_str_has_suffix (name, "-wal") &&
        !g_str_has_suffix (name, "-shm"))
      n++;
  return n;
}

static guint
count_lines (const char *said, const char *line)
{
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += g_str_equal (lines[i], line) ? 1 : 0;
  return n;
}

/* As long as an older Cooldown writes, nobody changes the form of its file. */
static void
test_older_stays (Book *book, gconstpointer data)
{
  Actor older, window;
  g_autofree char *said = NULL;

  put_older (book);
  older = actor_start ("older", book->folder, 1, 0);
  actor_wait_for (&older, "open\n");
  window = actor_start ("window", book->folder, NUMBERS, 1);
  end_refused (&window, "in use by an older Cooldown");
  said = end_killed (&older);
  g_assert_cmpuint (count_lines (said, "done"), >, 0);
  g_assert_cmpint (book_query (book, "PRAGMA user_version"), ==, 3);
  g_assert_cmpuint (count_files (book, "journal.db.v3"), ==, 0);
  g_assert_cmpint (book_query (book, "SELECT count (*) FROM sign WHERE item GLOB 'older-*'"), >=,
                   count_lines (said, "done"));
  assert_sound (book);
}

/* It goes, or is killed, while window and agent wait: one brings the file up to date, and all is
 * there that the older one had been told was written. */
static void
test_older_goes (Book *book, gconstpointer data)
{
  GRand *chance = life_chance ("older");

  for (guint i = 0; i < MAX (count_rounds () / 4, 1); i++)
    {
      g_autoptr (Ledger) ledger = ledger_new ();
      g_autofree char *said = NULL;
      Actor older, window, agent;

      put_older (book);
      older = actor_start ("older", book->folder, 1, 0);
      actor_wait_for (&older, "open\n");
      window = actor_start ("window", book->folder, NUMBERS, 5);
      agent = actor_start ("agent", book->folder, 2 * NUMBERS, 5);
      actor_pause (chance, 500000);
      said = end_killed (&older);
      end_well (&window, ledger);
      end_well (&agent, ledger);
      g_assert_cmpuint (count_files (book, "journal.db.v3.backup"), ==, 1);
      g_assert_cmpint (book_query (book, "SELECT count (*) FROM sign WHERE item GLOB 'older-*'"),
                       >=, count_lines (said, "done"));
      g_assert_cmpint (book_query (book, "SELECT count (*) FROM sign WHERE uid IS NULL"), ==, 0);
      assert_sound (book);
    }
  g_rand_free (chance);
}

static void
assert_dump (Book *book, const char *expected, const char *const *left_out)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autoptr (GError) error = NULL;
  g_autofree char *found = file_state_dump (file, left_out, &error);
  g_autofree char *difference = NULL;

  g_assert_no_error (error);
  difference = file_state_compare (expected, found);
  g_assert_cmpstr (difference, ==, NULL);
}

/* Whoever comes next finds the one form or the other, never something in between. */
static void
test_killed_migrating (Book *book, gconstpointer data)
{
  g_autofree char *expected = file_state_read_fixture ("v3.expected");
  GRand *chance = life_chance ("killed");
  guint n_older = 0;
  guint whole;

  put_older (book);
  whole = actor_measure_visit (book->folder);
  for (guint i = 0; i < count_rounds (); i++)
    {
      Actor visitor;
      g_autofree char *said = NULL;

      put_older (book);
      visitor = actor_start ("visitor", book->folder, 1, 0);
      actor_pause (chance, whole);
      said = end_killed (&visitor);
      n_older += book_query (book, "PRAGMA user_version") == 3 ? 1 : 0;
      book_reopen (book);
      assert_dump (book, expected, uids);
      assert_sound (book);
      g_assert_cmpuint (count_files (book, "journal.db.v3.backup"), >=, 1);
      g_clear_object (&book->journal);
    }
  g_test_message ("%u kills, %u before it was done", count_rounds (), n_older);
  g_rand_free (chance);
}

static void
put_rubbish (Book *book)
{
  g_autofree char *file = book_file_in (book, "journal.db");

  g_assert_true (g_file_set_contents (file, RUBBISH, -1, NULL));
}

/* What was set aside is what was there. Returns under how many names. */
static guint
assert_kept (Book *book)
{
  g_autoptr (GDir) dir = g_dir_open (book->folder, 0, NULL);
  guint n = 0;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "journal.db.broken"))
      {
        g_autofree char *file = book_file_in (book, name);
        g_autofree char *text = NULL;

        g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
        g_assert_cmpstr (text, ==, RUBBISH);
        n++;
      }
  g_assert_cmpuint (n, >=, 1);
  return n;
}

/* One of them moves it away, and nobody else's notes with it. The backup takes its time. */
static void
test_setting_aside (Book *book, gconstpointer data)
{
  static const char *const roles[] = { "window", "window", "agent", "visitor" };

  book_reopen (book);
  cooldown_journal_set_setting (book->journal, "bedtime", g_variant_new_int32 (1365), NULL);
  g_assert_true (cooldown_journal_back_up (book->journal, NULL));
  g_clear_object (&book->journal);
  for (guint i = 0; i < MAX (count_rounds () / 2, 1); i++)
    {
      g_autoptr (Ledger) ledger = ledger_new ();
      Actor actors[G_N_ELEMENTS (roles)];

      book_remove_files (book);
      put_rubbish (book);
      for (guint j = 0; j < G_N_ELEMENTS (roles); j++)
        actors[j] = actor_start (roles[j], book->folder, (i * 4 + j + 1) * NUMBERS, 10);
      for (guint j = 0; j < G_N_ELEMENTS (roles); j++)
        end_well (&actors[j], ledger);
      g_assert_cmpuint (assert_kept (book), ==, 1);
      assert_holds (book, ledger);
    }
}

/* What one left half done the next one does, and the backup comes back. */
static void
test_killed_setting_aside (Book *book, gconstpointer data)
{
  GRand *chance = life_chance ("aside");
  g_autofree char *expected = NULL;
  g_autofree char *file = book_file_in (book, "journal.db");
  guint whole;

  book_reopen (book);
  for (guint i = 0; i < 20; i++)
    life_write (book->journal, book->clock, chance, NULL);
  expected = file_state_dump (file, settings, NULL);
  g_assert_true (cooldown_journal_back_up (book->journal, NULL));
  g_clear_object (&book->journal);
  put_rubbish (book);
  whole = actor_measure_visit (book->folder);
  for (guint i = 0; i < count_rounds (); i++)
    {
      Actor visitor;
      g_autofree char *said = NULL;

      book_remove_files (book);
      put_rubbish (book);
      visitor = actor_start ("visitor", book->folder, 1, 0);
      actor_pause (chance, whole);
      said = end_killed (&visitor);
      book_reopen (book);
      g_assert_nonnull (cooldown_journal_get_set_aside (book->journal));
      assert_kept (book);
      assert_dump (book, expected, settings);
      assert_sound (book);
      g_clear_object (&book->journal);
    }
  g_rand_free (chance);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Book *book, gconstpointer data);
  } tests[] = {
    { "/two/writing", test_writing },
    { "/two/older-stays", test_older_stays },
    { "/two/older-goes", test_older_goes },
    { "/two/killed-migrating", test_killed_migrating },
    { "/two/setting-aside", test_setting_aside },
    { "/two/killed-setting-aside", test_killed_setting_aside },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Book, NULL, set_up, tests[i].test, book_tear_down);
  return g_test_run ();
}
