/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The disk is full in the middle of whatever the journal does: it says so, what had been confirmed
 * is there, the files are whole, and once there is room it goes on.
 */
#include "book.h"
#include "file-state.h"
#include "life.h"
#include "notes.h"
#include "small-disk.h"

#include "core/journal-backup.h"

#include <glib/gstdio.h>

#define STEP 4096
#define DEFAULT_ROOM (400 * 1024)
/* More than that is not written before the disk is full. */
#define MOST_NOTES 2000

static const char *const uids[] = { "uid", NULL };
/* That a file was set aside is kept there until the user was told. */
static const char *const settings[] = { "setting.", NULL };

/* What is tried with less room than that fails, and with more it does not. */
static gsize
get_most_room (void)
{
  const char *room = g_getenv ("COOLDOWN_TEST_ROOM");

  return room != NULL ? (gsize) g_ascii_strtoull (room, NULL, 10) : DEFAULT_ROOM;
}

static void
assert_says_full (const GError *error)
{
  gboolean named = g_error_matches (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_FULL);

  g_assert_nonnull (error);
  g_assert_true (error->domain == COOLDOWN_JOURNAL_ERROR);
  /* That a file may not grow has no name of its own in SQLite. */
  if (small_disk_is_mounted () ? !named : error->code == COOLDOWN_JOURNAL_ERROR_BROKEN)
    g_error ("%d: %s", error->code, error->message);
}

static char *
get_state (Book *book, const char *const *left_out)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autoptr (GError) error = NULL;
  char *state = file_state_dump (file, left_out, &error);

  g_assert_no_error (error);
  return state;
}

static void
assert_state (Book *book, const char *expected, const char *const *left_out)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autofree char *state = get_state (book, left_out);
  g_autofree char *difference = file_state_compare (expected, state);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (difference, ==, NULL);
  file_state_is_sound (file, &error);
  g_assert_no_error (error);
}

static void
write_notes (Book *book, GRand *chance, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;

      life_write (book->journal, book->clock, chance, &error);
      g_assert_no_error (error);
    }
}

/* What is said to be written is there. */
static gboolean
put_note (Book *book, GRand *chance, GError **error)
{
  g_autoptr (CooldownEntry)
      entry = note_new ((CooldownEntryKind) g_rand_int_range (chance, 0, COOLDOWN_N_ENTRY_KINDS),
                        g_rand_int (chance));
  g_autoptr (CooldownEntry) found = NULL;

  if (!cooldown_journal_put_entry (book->journal, entry, error))
    return FALSE;
  found = cooldown_journal_get_entry (book->journal, cooldown_entry_get_kind (entry),
                                      cooldown_entry_get_uid (entry), NULL);
  g_assert_true (found != NULL && cooldown_entry_equal (found, entry));
  return TRUE;
}

static gboolean
write_any (Book *book, GRand *chance, GError **error)
{
  if (g_rand_boolean (chance))
    return put_note (book, chance, error);
  return life_write (book->journal, book->clock, chance, error);
}

/* Writes until that fails, and a few times more: shorter ones may still find room. Returns what had
 * been confirmed. */
static char *
write_until_full (Book *book, GRand *chance)
{
  char *confirmed = get_state (book, NULL);
  guint n_failed = 0;

  for (guint i = 0; n_failed < 5 && i < MOST_NOTES; i++)
    {
      g_autoptr (GError) error = NULL;

      if (write_any (book, chance, &error))
        {
          g_free (confirmed);
          confirmed = get_state (book, NULL);
          continue;
        }
      assert_says_full (error);
      assert_state (book, confirmed, NULL);
      n_failed++;
    }
  g_assert_cmpuint (n_failed, ==, 5);
  return confirmed;
}

/* Full, with the journal open or closed in between; then there is room. */
static void
test_writing (Book *book, gconstpointer data)
{
  GRand *chance = life_chance ("full");

  for (gsize room = 0; room < get_most_room (); room += 15 * STEP)
    {
      g_autofree char *confirmed = NULL;

      small_disk_leave_room (book->folder, room);
      confirmed = write_until_full (book, chance);
      if (g_rand_boolean (chance))
        g_clear_object (&book->journal);
      small_disk_make_room ();
      if (book->journal == NULL)
        book_reopen (book);
      assert_state (book, confirmed, NULL);
      write_notes (book, chance, 5);
    }
  g_rand_free (chance);
}

typedef void (*Prepare) (Book *book);
typedef gboolean (*Act) (Book *book, GError **error);

/* Tries something with ever more room, each time anew and again when there is enough. Returns how
 * often it failed. */
static guint
try_with_room (Book *book, Prepare prepare, Act act, Prepare check_failed, Prepare check)
{
  guint n_failed = 0;
  gboolean done = FALSE;

  for (gsize room = 0; !done; room += STEP)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (room, <, DEFAULT_ROOM * 3);
      prepare (book);
      small_disk_leave_room (NULL, room);
      done = act (book, &error);
      small_disk_make_room ();
      if (!done)
        {
          n_failed++;
          assert_says_full (error);
          check_failed (book);
          g_clear_error (&error);
          act (book, &error);
          g_assert_no_error (error);
        }
      check (book);
    }
  return n_failed;
}

static gboolean
open_journal (Book *book, GError **error)
{
  book->journal = cooldown_journal_open (book->folder, COOLDOWN_CLOCK (book->clock), error);
  return book->journal != NULL;
}

static void
check_nothing (Book *book)
{
}

static void
check_new (Book *book)
{
  g_assert_null (cooldown_journal_get_set_aside (book->journal));
  assert_state (book, "version 5\n", NULL);
}

/* On a disk that is full from the beginning. */
static void
test_beginning (Book *book, gconstpointer data)
{
  g_assert_cmpuint (try_with_room (book, book_remove_files, open_journal, check_nothing, check_new),
                    >, 2);
}

static void
put_older (Book *book)
{
  g_autofree char *sql = file_state_read_fixture ("v3.sql");

  book_remove_files (book);
  book_execute (book, "PRAGMA journal_mode = WAL");
  book_execute (book, sql);
}

/* The names of the files that begin so, of which there should be @n. */
static void
assert_files (Book *book, const char *folder, const char *prefix, guint n)
{
  g_autofree char *path = book_file_in (book, folder);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint found = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && !g_str_has_suffix (name, "-wal") &&
        !g_str_has_suffix (name, "-shm"))
      found++;
  g_assert_cmpuint (found, ==, n);
}

/* As it was, and nothing beside it that would take up room as well. */
static void
check_older (Book *book)
{
  g_assert_cmpint (book_query (book, "PRAGMA user_version"), ==, 3);
  assert_files (book, ".", "journal.db.", 0);
}

static void
check_migrated (Book *book)
{
  g_autofree char *expected = file_state_read_fixture ("v3.expected");

  assert_state (book, expected, uids);
  assert_files (book, ".", "journal.db.v3.backup", 1);
}

static void
test_migrating (Book *book, gconstpointer data)
{
  guint n = try_with_room (book, put_older, open_journal, check_older, check_migrated);

  g_test_message ("failed %u times", n);
  g_assert_cmpuint (n, >, 10);
}

/* Whatever came before: no backup, but one of another day. */
static void
forget_backup (Book *book)
{
  g_autofree char *backup = book_file_in (book, "backups/journal-2026-11-22.db");

  g_unlink (backup);
}

static gboolean
back_up (Book *book, GError **error)
{
  return cooldown_journal_back_up (book->journal, error);
}

static void
check_older_backup (Book *book)
{
  assert_files (book, "backups", "journal", 1);
  assert_files (book, "backups", "journal-2026-11-21.db", 1);
}

static void
check_backup (Book *book)
{
  g_autofree char *backup = book_file_in (book, "backups/journal-2026-11-22.db");
  g_autofree char *state = file_state_dump (backup, NULL, NULL);
  g_autofree char *expected = get_state (book, NULL);

  assert_files (book, "backups", "journal", 2);
  g_assert_cmpstr (state, ==, expected);
}

static void
fill_book (Book *book, guint n)
{
  GRand *chance = life_chance ("full");
  gint64 now = cooldown_clock_now (COOLDOWN_CLOCK (book->clock)).wall;

  write_notes (book, chance, n);
  cooldown_fake_clock_set_wall (book->clock, now);
  g_rand_free (chance);
}

/* A full disk costs none of the backups that there are. */
static void
test_backing_up (Book *book, gconstpointer data)
{
  fill_book (book, 40);
  cooldown_fake_clock_set_wall (book->clock, COOLDOWN_FAKE_CLOCK_START - 24 * COOLDOWN_HOUR);
  g_assert_true (cooldown_journal_back_up (book->journal, NULL));
  cooldown_fake_clock_set_wall (book->clock, COOLDOWN_FAKE_CLOCK_START);
  g_assert_cmpuint (try_with_room (book, forget_backup, back_up, check_older_backup, check_backup),
                    >, 10);
}

#define RUBBISH "this is no database, but somebody’s notes"

static void
put_rubbish (Book *book)
{
  g_autofree char *file = book_file_in (book, "journal.db");

  book_remove_files (book);
  g_assert_true (g_file_set_contents (file, RUBBISH, -1, NULL));
}

/* Whether a file that begins so has that text. */
static gboolean
is_rubbish (Book *book, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (book->folder, 0, NULL);
  gboolean found = FALSE;
  const char *name;

  while (!found && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = book_file_in (book, name);
      g_autofree char *text = NULL;

      found = g_str_has_prefix (name, prefix) && g_file_get_contents (file, &text, NULL, NULL) &&
              g_strcmp0 (text, RUBBISH) == 0;
    }
  return found;
}

static void
check_rubbish (Book *book)
{
  g_assert_true (is_rubbish (book, "journal.db"));
}

/* The broken file under another name, the backup in its place, and not a new journal. */
static void
check_replaced (Book *book)
{
  g_autofree char *backup = book_file_in (book, "backups/journal-2026-11-22.db");
  g_autofree char *expected = file_state_dump (backup, settings, NULL);

  g_assert_nonnull (cooldown_journal_get_set_aside (book->journal));
  g_assert_true (is_rubbish (book, "journal.db.broken"));
  assert_state (book, expected, settings);
}

/* As long as there is no room for the backup, the broken file is not replaced by an empty one. */
static void
test_replacing (Book *book, gconstpointer data)
{
  fill_book (book, 40);
  g_assert_true (cooldown_journal_back_up (book->journal, NULL));
  g_assert_cmpuint (try_with_room (book, put_rubbish, open_journal, check_rubbish, check_replaced),
                    >, 10);
}

static gboolean
restore (Book *book, GError **error)
{
  return cooldown_journal_restore (book->folder, COOLDOWN_CLOCK (book->clock),
                                   "journal-2026-11-22.db", NULL, error);
}

static void
put_newer_notes (Book *book)
{
  book_remove_files (book);
  book_reopen (book);
  g_assert_true (cooldown_journal_add_sign (book->journal, "warn-newer", "ticked", NULL));
  g_clear_object (&book->journal);
}

static void
check_newer_notes (Book *book)
{
  g_assert_cmpint (book_query (book, "SELECT count (*) FROM sign WHERE item = 'warn-newer'"), ==,
                   1);
  assert_files (book, ".", "journal.db.", 0);
}

static void
check_restored_notes (Book *book)
{
  g_assert_cmpint (book_query (book, "SELECT count (*) FROM sign WHERE item = 'warn-newer'"), ==,
                   0);
  assert_files (book, ".", "journal.db.replaced", 1);
}

static void
test_restoring (Book *book, gconstpointer data)
{
  fill_book (book, 40);
  g_assert_true (cooldown_journal_back_up (book->journal, NULL));
  g_assert_cmpuint (
      try_with_room (book, put_newer_notes, restore, check_newer_notes, check_restored_notes), >,
      10);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Book *book, gconstpointer data);
  } tests[] = {
    { "/full/writing", test_writing },     { "/full/beginning", test_beginning },
    { "/full/migrating", test_migrating }, { "/full/backing-up", test_backing_up },
    { "/full/restoring", test_restoring }, { "/full/replacing", test_replacing },
  };
  int status;

  small_disk_set_up ();
  g_test_init (&argc, &argv, NULL);
  g_test_message ("limited by %s", small_disk_describe ());
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Book, NULL, book_set_up, tests[i].test, book_tear_down);
  status = g_test_run ();
  small_disk_tear_down ();
  return status;
}
