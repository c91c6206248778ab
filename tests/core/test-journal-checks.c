/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"

#define TICKS "where-toes feel-numb"
#define DENIED "feel-itch"
#define PLACES "toes-l toes-r"
#define OPEN_EPISODE \
  "INSERT INTO episode (id, onset, began, began_offset, open, written, written_offset)" \
  " VALUES (7, 'after', 1795366800, 0, 1, 1795366800, 0)"

static gint64
get_wall (Book *book)
{
  return cooldown_clock_now (COOLDOWN_CLOCK (book->clock)).wall;
}

static CooldownCheckNote *
note_new (Book *book, const char *ticks, const char *denied, const char *places, int level)
{
  CooldownCheckNote *note = g_new0 (CooldownCheckNote, 1);

  note->ticks = g_strsplit (ticks, " ", -1);
  note->denied = g_strsplit (denied, " ", -1);
  note->places = g_strsplit (places, " ", -1);
  note->level = (CooldownLevel) level;
  note->at = get_wall (book);
  return note;
}

static void
save (Book *book, CooldownLevel level)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownCheckNote) note = note_new (book, TICKS, DENIED, PLACES, level);

  g_assert_true (cooldown_journal_save_check (book->journal, note, &error));
  g_assert_no_error (error);
}

static void
assert_ids (char **ids, const char *expected)
{
  g_autofree char *joined = g_strjoinv (" ", ids);

  g_assert_cmpstr (joined, ==, expected);
}

/* What was saved is read again as it was, also by the next one that opens the journal. */
static void
test_save (Book *book, gconstpointer data)
{
  g_autoptr (CooldownCheckNote) note = NULL;

  g_assert_null (cooldown_journal_get_newest_check (book->journal));
  cooldown_fake_clock_set_zone (book->clock, "Europe/Berlin");
  save (book, COOLDOWN_LEVEL_SOON);
  book_reopen (book);
  note = cooldown_journal_get_newest_check (book->journal);
  g_assert_nonnull (note);
  assert_ids (note->ticks, TICKS);
  assert_ids (note->denied, DENIED);
  assert_ids (note->places, PLACES);
  g_assert_cmpint (note->level, ==, COOLDOWN_LEVEL_SOON);
  g_assert_cmpint (note->at, ==, get_wall (book) / COOLDOWN_SECOND * COOLDOWN_SECOND);
  g_assert_cmpint (note->offset, ==, 3600);
  g_assert_cmpint (note->episode, ==, 0);
}

/* Lists of nothing are lists of nothing, and every level is told again. */
static void
test_empty (Book *book, gconstpointer data)
{
  for (int level = COOLDOWN_LEVEL_UNFINISHED; level <= COOLDOWN_LEVEL_EMERGENCY; level++)
    {
      g_autoptr (CooldownCheckNote) empty = note_new (book, "", "", "", level);
      g_autoptr (CooldownCheckNote) note = NULL;

      g_assert_true (cooldown_journal_save_check (book->journal, empty, NULL));
      note = cooldown_journal_get_newest_check (book->journal);
      assert_ids (note->ticks, "");
      assert_ids (note->denied, "");
      assert_ids (note->places, "");
      g_assert_cmpint (note->level, ==, level);
    }
}

/* Each check is a note of its own, and the one saved last is the newest. */
static void
test_count (Book *book, gconstpointer data)
{
  gint64 start = get_wall (book);
  g_autoptr (CooldownCheckNote) note = NULL;

  g_assert_cmpuint (cooldown_journal_count_checks (book->journal, 0), ==, 0);
  save (book, COOLDOWN_LEVEL_SOON);
  save (book, COOLDOWN_LEVEL_SELF_CARE);
  note = cooldown_journal_get_newest_check (book->journal);
  g_assert_cmpint (note->level, ==, COOLDOWN_LEVEL_SELF_CARE);
  cooldown_fake_clock_advance (book->clock, COOLDOWN_HOUR);
  save (book, COOLDOWN_LEVEL_URGENT);
  g_assert_cmpuint (cooldown_journal_count_checks (book->journal, 0), ==, 3);
  g_assert_cmpuint (cooldown_journal_count_checks (book->journal, start + COOLDOWN_SECOND), ==, 1);
}

/* A check belongs to the tingling that goes on, and to none that is over. */
static void
test_episode (Book *book, gconstpointer data)
{
  g_autoptr (CooldownCheckNote) note = NULL;
  g_autoptr (CooldownCheckNote) later = NULL;

  book_execute (book, OPEN_EPISODE);
  save (book, COOLDOWN_LEVEL_SOON);
  note = cooldown_journal_get_newest_check (book->journal);
  g_assert_cmpint (note->episode, ==, 7);
  book_execute (book, "UPDATE episode SET ended = began, ended_offset = 0, open = 0");
  save (book, COOLDOWN_LEVEL_SOON);
  later = cooldown_journal_get_newest_check (book->journal);
  g_assert_cmpint (later->episode, ==, 0);
}

/* When a tingling is taken back the check made in it stays. */
static void
test_episode_dropped (Book *book, gconstpointer data)
{
  book_execute (book, OPEN_EPISODE);
  save (book, COOLDOWN_LEVEL_SOON);
  book_execute (book, "PRAGMA foreign_keys = ON; DELETE FROM episode");
  g_assert_cmpint (book_query (book, "SELECT count (*) FROM check_note WHERE episode IS NULL"), ==,
                   1);
}

/* A file that cannot be read has no newest check, and one that cannot be written says so. */
static void
test_unreadable (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownCheckNote) note = note_new (book, TICKS, "", "", COOLDOWN_LEVEL_SOON);

  save (book, COOLDOWN_LEVEL_SOON);
  book_execute (book, "ALTER TABLE check_note RENAME TO elsewhere");
  g_assert_null (cooldown_journal_get_newest_check (book->journal));
  g_assert_false (cooldown_journal_save_check (book->journal, note, &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_WRITE);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Book *book, gconstpointer data);
  } tests[] = {
    { "/checks/save", test_save },
    { "/checks/empty", test_empty },
    { "/checks/count", test_count },
    { "/checks/episode", test_episode },
    { "/checks/episode-dropped", test_episode_dropped },
    { "/checks/unreadable", test_unreadable },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Book, NULL, book_set_up, tests[i].test, book_tear_down);
  return g_test_run ();
}
