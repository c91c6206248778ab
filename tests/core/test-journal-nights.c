/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"

static void
rate (Book *book, const char *date, guint restless)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cooldown_journal_rate_night (book->journal, date, restless, &error));
  g_assert_no_error (error);
}

/* A night is noted once; whoever answers again corrects it. */
static void
test_rate (Book *book, gconstpointer data)
{
  g_assert_cmpint (cooldown_journal_get_night (book->journal, "2026-11-21"), ==,
                   COOLDOWN_NIGHT_NOT_NOTED);
  rate (book, "2026-11-21", 0);
  g_assert_cmpint (cooldown_journal_get_night (book->journal, "2026-11-21"), ==, 0);
  rate (book, "2026-11-21", 7);
  rate (book, "2026-11-20", COOLDOWN_MOST_RESTLESS);
  book_reopen (book);
  g_assert_cmpint (cooldown_journal_get_night (book->journal, "2026-11-21"), ==, 7);
  g_assert_cmpint (cooldown_journal_get_night (book->journal, "2026-11-20"), ==, 10);
  g_assert_cmpint (cooldown_journal_get_night (book->journal, "2026-11-19"), ==,
                   COOLDOWN_NIGHT_NOT_NOTED);
  g_assert_cmpuint (cooldown_journal_count_nights (book->journal), ==, 2);
}

/* It is kept when it was first written down, how far the local time was ahead, and when it was
 * corrected. */
static void
test_when_written (Book *book, gconstpointer data)
{
  cooldown_fake_clock_set_zone (book->clock, "Europe/Berlin");
  rate (book, "2026-11-21", 3);
  g_assert_cmpint (book_query (book, "SELECT written FROM night"), ==,
                   COOLDOWN_FAKE_CLOCK_START / COOLDOWN_SECOND);
  g_assert_cmpint (book_query (book, "SELECT written_offset FROM night"), ==, 3600);
  cooldown_fake_clock_advance (book->clock, COOLDOWN_HOUR);
  rate (book, "2026-11-21", 4);
  g_assert_cmpint (book_query (book, "SELECT written FROM night"), ==,
                   COOLDOWN_FAKE_CLOCK_START / COOLDOWN_SECOND);
  g_assert_cmpint (book_query (book, "SELECT edited FROM night"), ==,
                   COOLDOWN_FAKE_CLOCK_START / COOLDOWN_SECOND + 3600);
  g_assert_cmpint (book_query (book, "SELECT edits FROM night"), ==, 1);
}

/* What is no number from 0 to 10, or no date, is refused, and what stands there stays. */
static void
test_refused (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *date;
    guint restless;
  } wrong[] = {
    { "2026-11-21", 11 },  { "2026-11-21", G_MAXUINT }, { "2026-02-30", 3 }, { "21.11.2026", 3 },
    { "2026-11-21 ", 3 }, { "", 3 },                   { NULL, 3 },
  };

  rate (book, "2026-11-21", 2);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (cooldown_journal_rate_night (book->journal, wrong[i].date, wrong[i].restless,
                                                   &error));
      g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_VALUE);
    }
  g_assert_cmpint (cooldown_journal_get_night (book->journal, "2026-11-21"), ==, 2);
  g_assert_cmpuint (cooldown_journal_count_nights (book->journal), ==, 1);
}

/* A night of which something else was noted is not a calm one. */
static void
test_without_rating (Book *book, gconstpointer data)
{
  book_execute (book, "INSERT INTO night (date, written, written_offset)"
                      " VALUES ('2026-11-21', 0, 0)");
  g_assert_cmpint (cooldown_journal_get_night (book->journal, "2026-11-21"), ==,
                   COOLDOWN_NIGHT_NOT_NOTED);
  g_assert_cmpuint (cooldown_journal_count_nights (book->journal), ==, 0);
  rate (book, "2026-11-21", 0);
  g_assert_cmpuint (cooldown_journal_count_nights (book->journal), ==, 1);
}

/* A file that cannot be read says nothing about a night, least of all that it was calm. */
static void
test_unreadable (Book *book, gconstpointer data)
{
  rate (book, "2026-11-21", 5);
  book_execute (book, "ALTER TABLE night RENAME TO elsewhere");
  g_assert_cmpint (cooldown_journal_get_night (book->journal, "2026-11-21"), ==,
                   COOLDOWN_NIGHT_NOT_NOTED);
}

/* What one program notes the other one sees. */
static void
test_two_openers (Book *book, gconstpointer data)
{
  g_autoptr (CooldownJournal) other = book_open (book);

  rate (book, "2026-11-21", 5);
  g_assert_cmpint (cooldown_journal_get_night (other, "2026-11-21"), ==, 5);
  g_assert_true (cooldown_journal_rate_night (other, "2026-11-21", 6, NULL));
  g_assert_cmpint (cooldown_journal_get_night (book->journal, "2026-11-21"), ==, 6);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Book *book, gconstpointer data);
  } tests[] = {
    { "/nights/rate", test_rate },
    { "/nights/when-written", test_when_written },
    { "/nights/refused", test_refused },
    { "/nights/without-rating", test_without_rating },
    { "/nights/unreadable", test_unreadable },
    { "/nights/two-openers", test_two_openers },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Book, NULL, book_set_up, tests[i].test, book_tear_down);
  return g_test_run ();
}
