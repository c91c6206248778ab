/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static CooldownSession *
begin_ice (Book *book)
{
  CooldownSession *session = cooldown_session_new (
    "ice", g_variant_new_parsed ("{'minutes': <uint32 10>, 'site': <'toes'>}"));
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (book->clock));
  g_autoptr (GError) error = NULL;

  cooldown_session_append (session, "start", NULL, &now);
  g_assert_true (cooldown_journal_save_session (book->journal, session, TRUE, &error));
  g_assert_no_error (error);
  return session;
}

static void
append (Book *book, CooldownSession *session, const char *event, const char *arg)
{
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (book->clock));
  g_autoptr (GError) error = NULL;

  cooldown_session_append (session, event, arg, &now);
  g_assert_true (cooldown_journal_save_session (book->journal, session, TRUE, &error));
  g_assert_no_error (error);
}

/* Only the user may read what is noted about their body. */
static void
test_modes (Book *book, gconstpointer data)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  GStatBuf info;

  g_assert_cmpint (g_stat (book->folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (file, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_session_survives (Book *book, gconstpointer data)
{
  g_autoptr (CooldownSession) session = begin_ice (book);
  g_autoptr (CooldownSession) found = NULL;
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;
  g_autoptr (GError) error = NULL;

  cooldown_fake_clock_advance (book->clock, COOLDOWN_MINUTE);
  append (book, session, "on", NULL);
  append (book, session, "off", "it’s “fine”; DROP TABLE event");
  cooldown_session_set_said (session, 12345);
  g_assert_true (cooldown_journal_save_session (book->journal, session, TRUE, &error));
  book_reopen (book);
  found = cooldown_journal_get_open_session (book->journal, "ice", &error);
  g_assert_no_error (error);
  before = g_variant_ref_sink (cooldown_session_to_variant (session));
  after = g_variant_ref_sink (cooldown_session_to_variant (found));
  g_assert_cmpvariant (before, after);
  g_assert_null (cooldown_journal_get_open_session (book->journal, "recovery", &error));
  g_assert_no_error (error);
}

static void
test_session_closes (Book *book, gconstpointer data)
{
  g_autoptr (CooldownSession) session = begin_ice (book);
  g_autoptr (GError) error = NULL;

  g_assert_true (cooldown_journal_save_session (book->journal, session, FALSE, &error));
  g_assert_null (cooldown_journal_get_open_session (book->journal, "ice", &error));
  g_assert_no_error (error);
}

static void
test_event_taken_back (Book *book, gconstpointer data)
{
  g_autoptr (CooldownSession) session = begin_ice (book);
  g_autoptr (CooldownSession) found = NULL;
  g_autoptr (GError) error = NULL;

  append (book, session, "skip", NULL);
  g_assert_true (cooldown_journal_remove_event (book->journal, session, &error));
  found = cooldown_journal_get_open_session (book->journal, "ice", &error);
  g_assert_cmpuint (cooldown_session_get_n_events (found), ==, 1);
}

/* All events or none: half an answer is worse than none. */
static void
test_events_together (Book *book, gconstpointer data)
{
  g_autoptr (CooldownSession) session = begin_ice (book);
  g_autoptr (CooldownSession) found = NULL;
  g_autoptr (GError) error = NULL;
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (book->clock));

  cooldown_session_append (session, "on", NULL, &now);
  cooldown_session_append (session, "off", "fine", &now);
  book_execute (book, "CREATE TRIGGER full BEFORE INSERT ON event WHEN new.name = 'off'"
                 " BEGIN SELECT RAISE (ABORT, 'disk is full'); END");
  g_assert_false (cooldown_journal_save_session (book->journal, session, TRUE, &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_WRITE);
  found = cooldown_journal_get_open_session (book->journal, "ice", NULL);
  g_assert_cmpuint (cooldown_session_get_n_events (found), ==, 1);
  book_execute (book, "DROP TRIGGER full");
  g_assert_true (cooldown_journal_save_session (book->journal, session, TRUE, NULL));
  g_clear_object (&found);
  found = cooldown_journal_get_open_session (book->journal, "ice", NULL);
  g_assert_cmpuint (cooldown_session_get_n_events (found), ==, 3);
}

static void
test_count (Book *book, gconstpointer data)
{
  g_autoptr (CooldownSession) first = begin_ice (book);
  g_autoptr (CooldownSession) second = begin_ice (book);
  gint64 now = COOLDOWN_FAKE_CLOCK_START;

  append (book, first, "on", NULL);
  append (book, first, "on", NULL);
  g_assert_cmpuint (cooldown_journal_count_events (book->journal, "ice", "on", now, 0), ==, 1);
  append (book, second, "on", NULL);
  g_assert_cmpuint (cooldown_journal_count_events (book->journal, "ice", "on", now, 0), ==, 2);
  g_assert_cmpuint (cooldown_journal_count_events (book->journal, "ice", "on", now,
                                                   cooldown_session_get_id (second)),
                    ==, 1);
  g_assert_cmpuint (cooldown_journal_count_events (book->journal, "ice", "on", now + 1, 0), ==, 0);
  book_execute (book, "UPDATE session SET deleted = 1 WHERE id = 1");
  g_assert_cmpuint (cooldown_journal_count_events (book->journal, "ice", "on", now, 0), ==, 1);
}

static void
test_settings (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) settings = NULL;
  gint32 bedtime = 0;
  g_auto (GStrv) ticks = NULL;

  cooldown_journal_set_setting (book->journal, "bedtime", g_variant_new_int32 (1300), &error);
  cooldown_journal_set_setting (book->journal, "bedtime", g_variant_new_int32 (1365), &error);
  cooldown_journal_set_setting (book->journal, "check.ticks",
                                g_variant_new_strv ((const char *const[]){ "feel-tingle" }, 1),
                                &error);
  g_assert_no_error (error);
  book_reopen (book);
  settings = cooldown_journal_get_settings (book->journal, &error);
  g_assert_true (g_variant_lookup (settings, "bedtime", "i", &bedtime));
  g_assert_cmpint (bedtime, ==, 1365);
  g_assert_true (g_variant_lookup (settings, "check.ticks", "^as", &ticks));
  g_assert_cmpstrv (ticks, ((const char *const[]){ "feel-tingle", NULL }));
}

/* Every record keeps when it happened and when it was written down, with the offset of each. */
static void
test_workout (Book *book, gconstpointer data)
{
  g_autoptr (CooldownSession) session = begin_ice (book);
  gint64 id = cooldown_session_get_id (session);
  g_autoptr (GError) error = NULL;
  CooldownWorkout workout = { .kind = "run",
                              .ended = COOLDOWN_FAKE_CLOCK_START - COOLDOWN_HOUR,
                              .minutes = 45,
                              .rpe = COOLDOWN_RPE_NOT_NOTED,
                              .legs = COOLDOWN_LEGS_TINGLING };

  cooldown_fake_clock_set_zone (book->clock, "Europe/Berlin");
  g_assert_true (cooldown_journal_save_workout (book->journal, &workout, id, &error));
  g_assert_cmpint (book_query (book, "SELECT rpe IS NULL FROM workout"), ==, 1);
  workout.rpe = 7;
  workout.minutes = 50;
  g_assert_true (cooldown_journal_save_workout (book->journal, &workout, id, &error));
  g_assert_cmpint (book_query (book, "SELECT count (*) FROM workout"), ==, 1);
  g_assert_cmpint (book_query (book, "SELECT rpe * 100 + minutes FROM workout"), ==, 750);
  g_assert_cmpint (book_query (book, "SELECT written - ended FROM workout"), ==, 3600);
  g_assert_cmpint (book_query (book, "SELECT ended_offset FROM workout"), ==, 3600);
}

static void
test_episode (Book *book, gconstpointer data)
{
  g_autoptr (CooldownSession) session = begin_ice (book);
  gint64 id = cooldown_session_get_id (session);
  gint64 began = COOLDOWN_FAKE_CLOCK_START;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cooldown_journal_get_open_episode (book->journal), ==, 0);
  g_assert_true (
    cooldown_journal_open_episode (book->journal, began, id, "during", &error));
  g_assert_true (
    cooldown_journal_open_episode (book->journal, began + COOLDOWN_HOUR, id, "after", &error));
  g_assert_cmpint (cooldown_journal_get_open_episode (book->journal), ==,
                   began / COOLDOWN_SECOND);
  g_assert_cmpuint (cooldown_journal_count_episodes (book->journal, began), ==, 1);
  g_assert_cmpuint (cooldown_journal_count_episodes (book->journal, began + COOLDOWN_SECOND), ==,
                    0);
  g_assert_true (
    cooldown_journal_end_episode (book->journal, began + 20 * COOLDOWN_MINUTE, 0, &error));
  g_assert_cmpint (cooldown_journal_get_open_episode (book->journal), ==, 0);
  g_assert_cmpint (book_query (book, "SELECT ended - began FROM episode"), ==, 1200);
  /* A correction, and an end before the beginning. */
  g_assert_true (cooldown_journal_end_episode (book->journal, began - COOLDOWN_HOUR, id, &error));
  g_assert_cmpint (book_query (book, "SELECT ended - began FROM episode"), ==, 0);
  g_assert_no_error (error);
}

/* A session has one episode, and changes no other that has ended. */
static void
test_episode_of_session (Book *book, gconstpointer data)
{
  g_autoptr (CooldownSession) first = begin_ice (book);
  g_autoptr (CooldownSession) second = begin_ice (book);
  gint64 began = COOLDOWN_FAKE_CLOCK_START;
  gint64 id = cooldown_session_get_id (first);
  gint64 later = cooldown_session_get_id (second);

  g_assert_true (cooldown_journal_open_episode (book->journal, began, id, "during", NULL));
  g_assert_true (cooldown_journal_end_episode (book->journal, began, id, NULL));
  g_assert_true (cooldown_journal_open_episode (book->journal, began, id, "during", NULL));
  g_assert_cmpuint (cooldown_journal_count_episodes (book->journal, began), ==, 1);
  g_assert_true (
    cooldown_journal_end_episode (book->journal, began + COOLDOWN_HOUR, later, NULL));
  g_assert_cmpint (book_query (book, "SELECT ended - began FROM episode"), ==, 0);
  g_assert_true (cooldown_journal_open_episode (book->journal, began, later, "during", NULL));
  g_assert_true (cooldown_journal_drop_episode (book->journal, later, NULL));
  g_assert_cmpint (cooldown_journal_get_open_episode (book->journal), ==, 0);
  g_assert_cmpuint (cooldown_journal_count_episodes (book->journal, began), ==, 1);
}

/* An episode that was never ended does not hide those of the days after it. */
static void
test_episode_left_open (Book *book, gconstpointer data)
{
  g_autoptr (CooldownSession) first = begin_ice (book);
  g_autoptr (CooldownSession) second = begin_ice (book);
  gint64 began = COOLDOWN_FAKE_CLOCK_START, later = began + 48 * COOLDOWN_HOUR;
  gint64 id = cooldown_session_get_id (second);

  g_assert_true (cooldown_journal_open_episode (book->journal, began,
                                                cooldown_session_get_id (first), "during", NULL));
  g_assert_true (cooldown_journal_open_episode (book->journal, later, id, "after", NULL));
  g_assert_cmpuint (cooldown_journal_count_episodes (book->journal, began), ==, 1);
  g_assert_true (cooldown_journal_open_episode (book->journal, began + COOLDOWN_HOUR, id, "during",
                                                NULL));
  g_assert_cmpuint (cooldown_journal_count_episodes (book->journal, began), ==, 1);
  g_assert_true (cooldown_journal_open_episode (book->journal, later, id, "during", NULL));
  g_assert_cmpuint (cooldown_journal_count_episodes (book->journal, began), ==, 2);
  g_assert_cmpint (cooldown_journal_get_open_episode (book->journal), ==, later / COOLDOWN_SECOND);
  g_assert_true (cooldown_journal_end_episode (book->journal, later + COOLDOWN_MINUTE, id, NULL));
  g_assert_cmpint (cooldown_journal_get_open_episode (book->journal), ==, began / COOLDOWN_SECOND);
}

/* What could not be closed in its time does not come back when its successor is over. */
static void
test_one_session_goes_on (Book *book, gconstpointer data)
{
  g_autoptr (CooldownSession) first = begin_ice (book);
  g_autoptr (CooldownSession) second = begin_ice (book);

  g_assert_true (cooldown_journal_save_session (book->journal, second, FALSE, NULL));
  g_assert_null (cooldown_journal_get_open_session (book->journal, "ice", NULL));
}

static void
test_sign (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cooldown_journal_add_sign (book->journal, "warn-chest", "ticked", &error));
  g_assert_true (cooldown_journal_add_sign (book->journal, "warn-chest", "doctor", &error));
  g_assert_cmpint (book_query (book, "SELECT count (*) FROM sign WHERE item = 'warn-chest'"), ==, 2);
}

/* What cannot be read is kept under another name and said, and the journal goes on. */
static void
test_broken_file (Book *book, gconstpointer data)
{
  static const char *const rubbish = "this is no database, but somebody’s notes, long enough…";
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autofree char *kept = NULL;
  g_autoptr (CooldownSession) session = NULL;

  g_clear_object (&book->journal);
  g_assert_true (g_file_set_contents (file, rubbish, -1, NULL));
  book->journal = book_open (book);
  g_assert_nonnull (cooldown_journal_get_set_aside (book->journal));
  g_assert_true (
    g_file_get_contents (cooldown_journal_get_set_aside (book->journal), &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, rubbish);
  session = begin_ice (book);
  g_assert_cmpint (cooldown_session_get_id (session), >, 0);
}

static void
write_rubbish (Book *book, const char *rubbish)
{
  g_autofree char *file = book_file_in (book, "journal.db");

  g_clear_object (&book->journal);
  g_assert_true (g_file_set_contents (file, rubbish, -1, NULL));
}

/* Two files that broke within one second are two files. */
static void
test_broken_twice (Book *book, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *kept = NULL;

  write_rubbish (book, "the first, which was somebody’s notes");
  book->journal = book_open (book);
  first = g_strdup (cooldown_journal_get_set_aside (book->journal));
  write_rubbish (book, "the second, which was somebody’s notes too");
  book->journal = book_open (book);
  g_assert_cmpstr (cooldown_journal_get_set_aside (book->journal), !=, first);
  g_assert_true (g_file_get_contents (first, &kept, NULL, NULL));
  g_assert_true (g_str_has_prefix (kept, "the first"));
}

/* A file renamed under another program would swallow what that one writes. */
static void
test_broken_in_use (Book *book, gconstpointer data)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  int lock;

  write_rubbish (book, "this is no database, but somebody has it open");
  lock = book_hold_lock (book, LOCK_SH);
  g_assert_null (cooldown_journal_open (book->folder, COOLDOWN_CLOCK (book->clock), &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_BROKEN);
  g_assert_true (g_file_get_contents (file, &kept, NULL, NULL));
  close (lock);
  book->journal = book_open (book);
  g_assert_nonnull (cooldown_journal_get_set_aside (book->journal));
}

static void
test_locked (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int lock;

  g_clear_object (&book->journal);
  lock = book_hold_lock (book, LOCK_EX);
  g_assert_null (cooldown_journal_open (book->folder, COOLDOWN_CLOCK (book->clock), &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_LOCKED);
  close (lock);
  book->journal = book_open (book);
}

/* A lack of memory says nothing about the file: it is an error, and the file stays. */
static void
test_no_memory (Book *book, gconstpointer data)
{
  g_autofree char *kept = g_strdup_printf ("journal.db.broken-%" G_GINT64_FORMAT,
                                           COOLDOWN_FAKE_CLOCK_START / COOLDOWN_SECOND);
  g_autofree char *aside = book_file_in (book, kept);
  guint failures = 0;

  for (gint64 spare = 0; spare < 400000; spare += 4000)
    {
      g_autoptr (CooldownJournal) journal = NULL;
      g_autoptr (GError) error = NULL;

      g_clear_object (&book->journal);
      sqlite3_hard_heap_limit64 (sqlite3_memory_used () + MAX (spare, 1));
      journal = cooldown_journal_open (book->folder, COOLDOWN_CLOCK (book->clock), &error);
      sqlite3_hard_heap_limit64 (0);
      g_assert_true (journal != NULL || error != NULL);
      g_assert_false (g_error_matches (error, COOLDOWN_JOURNAL_ERROR,
                                       COOLDOWN_JOURNAL_ERROR_BROKEN));
      g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
      if (journal == NULL)
        failures++;
    }
  g_assert_cmpuint (failures, >, 0);
  g_assert_cmpuint (failures, <, 100);
}

static void
test_newer_file (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&book->journal);
  book_execute (book, "PRAGMA user_version = 99");
  g_assert_null (cooldown_journal_open (book->folder, COOLDOWN_CLOCK (book->clock), &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_NEWER);
  g_assert_cmpint (book_query (book, "PRAGMA user_version"), ==, 99);
}

static void
test_no_folder (void)
{
  g_autoptr (CooldownFakeClock) clock = cooldown_fake_clock_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (cooldown_journal_open ("/proc/nowhere", COOLDOWN_CLOCK (clock), &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_FOLDER);
}

/* Two processes, two connections, one file. */
static void
test_two_openers (Book *book, gconstpointer data)
{
  g_autoptr (CooldownJournal) other = book_open (book);
  g_autoptr (CooldownSession) session = begin_ice (book);
  g_autoptr (CooldownSession) seen = cooldown_journal_get_open_session (other, "ice", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (seen);
  g_assert_true (cooldown_journal_add_sign (other, "warn-chest", "ticked", &error));
  append (book, session, "on", NULL);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Book *book, gconstpointer data);
  } tests[] = {
    { "/journal/modes", test_modes },
    { "/journal/session-survives", test_session_survives },
    { "/journal/session-closes", test_session_closes },
    { "/journal/event-taken-back", test_event_taken_back },
    { "/journal/events-together", test_events_together },
    { "/journal/count", test_count },
    { "/journal/settings", test_settings },
    { "/journal/workout", test_workout },
    { "/journal/episode", test_episode },
    { "/journal/sign", test_sign },
    { "/journal/episode-of-session", test_episode_of_session },
    { "/journal/episode-left-open", test_episode_left_open },
    { "/journal/one-session-goes-on", test_one_session_goes_on },
    { "/journal/broken-file", test_broken_file },
    { "/journal/broken-twice", test_broken_twice },
    { "/journal/broken-in-use", test_broken_in_use },
    { "/journal/locked", test_locked },
    { "/journal/no-memory", test_no_memory },
    { "/journal/newer-file", test_newer_file },
    { "/journal/two-openers", test_two_openers },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Book, NULL, book_set_up, tests[i].test, book_tear_down);
  g_test_add_func ("/journal/no-folder", test_no_folder);
  return g_test_run ();
}
