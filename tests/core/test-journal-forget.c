/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"
#include "core/journal-backup.h"
#include "core/journal-entries.h"
#include "core/journal-forget.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* A word that stands nowhere else. */
#define SECRET "xylophonquark"
#define KEPT "unverfänglich"
#define DAY (24 * COOLDOWN_HOUR)

/* How often files in the folder and below have @text in them, whatever they are. */
static guint
count_files_with (const char *folder, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_files = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length = 0;

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        n_files += count_files_with (file, text);
      else if (g_file_get_contents (file, &bytes, &length, NULL) &&
               memmem (bytes, length, text, strlen (text)) != NULL)
        n_files++;
    }
  return n_files;
}

static CooldownEntry *
put (Book *book, const char *notes)
{
  CooldownEntry *entry = cooldown_entry_new (COOLDOWN_ENTRY_EPISODE);
  g_autoptr (GError) error = NULL;

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN, COOLDOWN_FAKE_CLOCK_START, 3600);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_NOTES, notes);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_PAIN, notes);
  cooldown_journal_put_entry (book->journal, entry, &error);
  g_assert_no_error (error);
  return entry;
}

static GPtrArray *
forget (Book *book, CooldownEntry *entry)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *could_not = NULL;

  cooldown_journal_forget (book->journal, cooldown_entry_get_kind (entry),
                           cooldown_entry_get_uid (entry), &could_not, &error);
  g_assert_no_error (error);
  g_assert_nonnull (could_not);
  return could_not;
}

static void
assert_refused (Book *book, const char *uid, CooldownEntryKind kind, CooldownJournalError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) could_not = NULL;

  g_assert_false (cooldown_journal_forget (book->journal, kind, uid, &could_not, &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, (int) code);
}

static void
write_file (Book *book, const char *name, const char *text)
{
  g_autofree char *file = book_file_in (book, name);

  g_assert_true (g_file_set_contents (file, text, -1, NULL));
}

static void
execute_in (const char *file, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (file, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* No byte of it is left: not in the journal, its log, the index of words, an earlier version of the
 * entry, a backup or a journal that was replaced; and everything else is. */
static void
test_everywhere (Book *book, gconstpointer data)
{
  g_autoptr (CooldownEntry) kept = put (book, KEPT);
  g_autoptr (CooldownEntry) entry = put (book, "first " SECRET);
  g_autoptr (CooldownEntry) read = NULL;
  g_autoptr (GPtrArray) could_not = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  g_assert_true (cooldown_journal_back_up (book->journal, NULL));
  cooldown_fake_clock_advance (book->clock, DAY);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_NOTES, "then " SECRET " again");
  g_assert_true (cooldown_journal_put_entry (book->journal, entry, NULL));
  g_assert_true (cooldown_journal_back_up (book->journal, NULL));
  g_clear_object (&book->journal);
  g_assert_true (cooldown_journal_restore (book->folder, COOLDOWN_CLOCK (book->clock),
                                           "journal-2026-11-23.db", NULL, NULL));
  book_reopen (book);
  {
    g_autofree char *sql =
      g_strdup_printf ("INSERT INTO older (kind, uid, edits, edited, device, record, kept)"
                       " VALUES ('episode', '%s', 0, 0, 'other', '{\"notes\": \"" SECRET "\"}', 0)",
                       cooldown_entry_get_uid (entry));

    book_execute (book, sql);
  }
  g_assert_cmpuint (count_files_with (book->folder, SECRET), >=, 4);
  could_not = forget (book, entry);
  g_assert_cmpuint (could_not->len, ==, 0);
  g_assert_cmpuint (count_files_with (book->folder, SECRET), ==, 0);
  g_assert_cmpuint (count_files_with (book->folder, "xylo"), ==, 0);
  g_assert_cmpuint (count_files_with (book->folder, KEPT), >=, 4);

  read = cooldown_journal_get_entry (book->journal, COOLDOWN_ENTRY_EPISODE,
                                     cooldown_entry_get_uid (entry), NULL);
  g_assert_cmpint (cooldown_entry_get_edits (read), ==, 2);
  g_assert_cmpint (cooldown_entry_get_deleted (read), ==, COOLDOWN_FAKE_CLOCK_START + DAY);
  g_assert_false (cooldown_entry_has (read, COOLDOWN_FIELD_EPISODE_NOTES));
  backups = cooldown_journal_list_backups (book->folder);
  for (guint i = 0; i < backups->len; i++)
    g_assert_cmpint (((CooldownBackup *) backups->pdata[i])->n_entries, ==, 1);
}

/* A backup taken back afterwards does not bring it back. */
static void
test_stays_away (Book *book, gconstpointer data)
{
  g_autoptr (CooldownEntry) entry = put (book, SECRET);
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_autoptr (GPtrArray) found = NULL;

  g_assert_true (cooldown_journal_back_up (book->journal, NULL));
  g_ptr_array_unref (forget (book, entry));
  g_clear_object (&book->journal);
  g_assert_true (cooldown_journal_restore (book->folder, COOLDOWN_CLOCK (book->clock),
                                           "journal-2026-11-22.db", NULL, NULL));
  book_reopen (book);
  found = cooldown_journal_find (book->journal, &query, NULL);
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpint (book_query (book, "SELECT edits FROM episode"), ==, 1);
}

/* What it cannot know about is named: a file that broke, and a backup that did. */
static void
test_could_not (Book *book, gconstpointer data)
{
  g_autoptr (CooldownEntry) entry = put (book, SECRET);
  g_autoptr (GPtrArray) could_not = NULL;

  g_assert_true (cooldown_journal_back_up (book->journal, NULL));
  write_file (book, "journal.db.broken-5", "rubbish about " SECRET);
  write_file (book, "journal.db.broken-6", "");
  write_file (book, "backups/journal-2026-11-01.db", "rubbish too");
  write_file (book, "backups/journal.new", "half of " SECRET);
  write_file (book, "journal.db.restore.new", "half of " SECRET);
  could_not = forget (book, entry);
  g_assert_cmpuint (could_not->len, ==, 2);
  g_assert_true (g_ptr_array_find_with_equal_func (could_not, "journal.db.broken-5", g_str_equal,
                                                   NULL));
  g_assert_true (g_ptr_array_find_with_equal_func (could_not, "backups/journal-2026-11-01.db",
                                                   g_str_equal, NULL));
  g_assert_cmpuint (count_files_with (book->folder, SECRET), ==, 1);
}

/* As long as somebody reads, the log cannot be emptied; that is said, and nothing is waited for long. */
static void
test_somebody_reads (Book *book, gconstpointer data)
{
  g_autoptr (CooldownEntry) entry = put (book, SECRET);
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autoptr (GPtrArray) could_not = NULL;
  sqlite3_stmt *statement = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT * FROM episode", -1, &statement, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  could_not = forget (book, entry);
  g_assert_cmpuint (could_not->len, ==, 1);
  g_assert_cmpstr (could_not->pdata[0], ==, "journal.db");
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

/* In a copy from before entries had uids it is known by its row and when it was written, and goes
 * with it; of a later one the row stays, with what it could note then emptied. */
static void
test_old_copies (Book *book, gconstpointer version)
{
  static const char *const tables[COOLDOWN_N_ENTRY_KINDS] = { "episode",    "workout", "night",
                                                              "check_note", "sign",    "session" };
  g_autofree char *base = g_strdup_printf ("%s.sql", (const char *) version);
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "journals", base, NULL);
  g_autofree char *name = g_strdup_printf ("journal.db.%s.backup", (const char *) version);
  g_autofree char *copy = book_file_in (book, name);
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autofree char *sql = NULL;

  g_assert_true (g_file_get_contents (fixture, &sql, NULL, NULL));
  g_clear_object (&book->journal);
  g_assert_cmpint (g_unlink (file), ==, 0);
  book_execute (book, sql);
  execute_in (file, "UPDATE session SET open = 0");
  book_reopen (book);
  for (guint kind = 0; kind < COOLDOWN_N_ENTRY_KINDS; kind++)
    {
      g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM %s%s", tables[kind],
                                                g_str_equal (version, "v4") ? " WHERE deleted IS NULL"
                                                                            : "");
      g_autofree char *there = g_strdup_printf (
        "SELECT count (*) FROM sqlite_schema WHERE name = '%s'", tables[kind]);
      CooldownQuery query = COOLDOWN_QUERY_INIT;
      g_autoptr (GPtrArray) entries = NULL;
      gint64 n_rows;

      if (book_query_file (copy, there) == 0)
        continue;
      query.kinds = 1u << kind;
      entries = cooldown_journal_find (book->journal, &query, NULL);
      n_rows = book_query_file (copy, count);
      g_assert_cmpint (n_rows, ==, entries->len);
      for (guint i = 0; i < entries->len; i++)
        {
          g_autoptr (GPtrArray) could_not = forget (book, entries->pdata[i]);

          g_assert_cmpuint (could_not->len, ==, 0);
          g_assert_cmpint (book_query_file (copy, count), ==, n_rows - i - 1);
        }
    }
  g_assert_cmpint (book_query_file (copy, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);
}

/* The hour after a workout tells what the workout was, and goes with it. */
static void
test_hour (Book *book, gconstpointer data)
{
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (book->clock));
  g_autoptr (CooldownSession) session = cooldown_session_new (
    "recovery", g_variant_new_parsed ("{'kind': <'" SECRET "'>}"));
  CooldownWorkout workout = { .kind = "run", .ended = COOLDOWN_FAKE_CLOCK_START, .minutes = 45 };
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) could_not = NULL;
  CooldownQuery query = COOLDOWN_QUERY_INIT;

  cooldown_session_append (session, "finish", NULL, &now);
  g_assert_true (cooldown_journal_save_session (book->journal, session, FALSE, NULL));
  g_assert_true (cooldown_journal_save_workout (book->journal, &workout,
                                                cooldown_session_get_id (session), NULL));
  g_assert_cmpuint (count_files_with (book->folder, SECRET), >, 0);
  query.kinds = 1u << COOLDOWN_ENTRY_WORKOUT;
  found = cooldown_journal_find (book->journal, &query, NULL);
  could_not = forget (book, g_ptr_array_index (found, 0));
  g_assert_cmpuint (could_not->len, ==, 0);
  g_assert_cmpuint (count_files_with (book->folder, SECRET), ==, 0);
  g_assert_cmpint (book_query (book, "SELECT count (*) FROM event"), ==, 0);
  g_assert_cmpint (book_query (book, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);
}

/* There is no other row for a night than the one of its date. */
static void
test_night (Book *book, gconstpointer data)
{
  g_assert_true (cooldown_journal_rate_night (book->journal, "2026-11-21", 7, NULL));
  g_assert_true (cooldown_journal_forget (book->journal, COOLDOWN_ENTRY_NIGHT, "night-2026-11-21",
                                          NULL, NULL));
  g_assert_cmpint (cooldown_journal_get_night (book->journal, "2026-11-21"), ==,
                   COOLDOWN_NIGHT_NOT_NOTED);
  g_assert_true (cooldown_journal_rate_night (book->journal, "2026-11-21", 3, NULL));
  g_assert_cmpint (cooldown_journal_get_night (book->journal, "2026-11-21"), ==, 3);
  /* It was noted anew, and goes to other devices as any other. */
  g_assert_cmpint (book_query (book, "SELECT written FROM night"), ==,
                   COOLDOWN_FAKE_CLOCK_START / COOLDOWN_SECOND);
}

/* What is going on belongs to the agent, and what is not there is nobody's. */
static void
test_refused (Book *book, gconstpointer data)
{
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (book->clock));
  g_autoptr (CooldownSession) session =
    cooldown_session_new ("ice", g_variant_new_parsed ("{'site': <'toes'>}"));
  g_autofree char *uid = NULL;
  g_autofree char *sql = NULL;

  cooldown_session_append (session, "start", SECRET, &now);
  g_assert_true (cooldown_journal_save_session (book->journal, session, TRUE, NULL));
  book_execute (book, "UPDATE session SET uid = 'the-session'");
  assert_refused (book, "the-session", COOLDOWN_ENTRY_SESSION, COOLDOWN_JOURNAL_ERROR_VALUE);
  assert_refused (book, "nobody", COOLDOWN_ENTRY_EPISODE, COOLDOWN_JOURNAL_ERROR_VALUE);
  g_assert_true (cooldown_journal_save_session (book->journal, session, FALSE, NULL));
  g_assert_true (cooldown_journal_forget (book->journal, COOLDOWN_ENTRY_SESSION, "the-session",
                                          NULL, NULL));
  g_assert_cmpuint (count_files_with (book->folder, SECRET), ==, 0);
  g_assert_cmpint (book_query (book, "SELECT count (*) FROM event"), ==, 0);
}

/* Nothing is half forgotten: when the journal cannot be written the entry is still there. */
static void
test_fails (Book *book, gconstpointer data)
{
  g_autoptr (CooldownEntry) entry = put (book, SECRET);
  g_autoptr (CooldownEntry) read = NULL;

  book_execute (book, "CREATE TRIGGER full BEFORE UPDATE ON episode BEGIN"
                      " SELECT RAISE (ABORT, 'full'); END");
  assert_refused (book, cooldown_entry_get_uid (entry), COOLDOWN_ENTRY_EPISODE,
                  COOLDOWN_JOURNAL_ERROR_WRITE);
  read = cooldown_journal_get_entry (book->journal, COOLDOWN_ENTRY_EPISODE,
                                     cooldown_entry_get_uid (entry), NULL);
  g_assert_cmpstr (cooldown_entry_get_text (read, COOLDOWN_FIELD_EPISODE_NOTES), ==, SECRET);
}

/* What was deleted keeps its text for thirty days and no longer. */
static void
test_purge (Book *book, gconstpointer data)
{
  g_autoptr (CooldownEntry) entry = put (book, SECRET);
  g_autoptr (CooldownEntry) other = put (book, KEPT);
  g_autoptr (CooldownEntry) read = NULL;

  g_assert_true (cooldown_journal_mark_entry (book->journal, COOLDOWN_ENTRY_EPISODE,
                                              cooldown_entry_get_uid (entry), TRUE, NULL));
  for (guint i = 0; i < COOLDOWN_PURGE_DAYS; i++)
    {
      cooldown_fake_clock_advance (book->clock, DAY);
      g_assert_true (cooldown_journal_purge (book->journal, NULL));
    }
  g_assert_cmpint (book_query (book, "SELECT count (*) FROM episode WHERE notes = '" SECRET "'"),
                   ==, 1);
  cooldown_fake_clock_advance (book->clock, COOLDOWN_SECOND);
  g_assert_true (cooldown_journal_purge (book->journal, NULL));
  g_assert_cmpuint (count_files_with (book->folder, SECRET), ==, 0);
  g_assert_cmpuint (count_files_with (book->folder, KEPT), >, 0);
  read = cooldown_journal_get_entry (book->journal, COOLDOWN_ENTRY_EPISODE,
                                     cooldown_entry_get_uid (entry), NULL);
  g_assert_cmpint (cooldown_entry_get_edits (read), ==, 1);
  g_assert_cmpint (cooldown_entry_get_deleted (read), ==, COOLDOWN_FAKE_CLOCK_START);
}

/* Done once, it has nothing more to do. */
static void
test_purge_once (Book *book, gconstpointer data)
{
  g_autoptr (CooldownEntry) entry = put (book, SECRET);

  g_assert_true (cooldown_journal_mark_entry (book->journal, COOLDOWN_ENTRY_EPISODE,
                                              cooldown_entry_get_uid (entry), TRUE, NULL));
  cooldown_fake_clock_advance (book->clock, 31 * DAY);
  g_assert_true (cooldown_journal_purge (book->journal, NULL));
  book_execute (book, "CREATE TRIGGER full BEFORE UPDATE ON episode BEGIN"
                      " SELECT RAISE (ABORT, 'full'); END");
  g_assert_true (cooldown_journal_purge (book->journal, NULL));
}

static gboolean
exists (Book *book, const char *name)
{
  g_autofree char *file = book_file_in (book, name);

  return g_file_test (file, G_FILE_TEST_EXISTS);
}

/* All that a journal leaves goes, and nothing else. */
static void
test_delete_all (Book *book, gconstpointer data)
{
  static const char *const ours[] = {
    "journal.db.v3.backup",       "journal.db.v3.backup-2",  "journal.db.broken-17",
    "journal.db.broken-17-wal",   "journal.db.broken-17-2",  "journal.db.replaced-18",
    "journal.db.replaced-18-shm", "journal.db.restore.new",  "journal.db.backup.new-journal",
    "backups/journal.new",        "backups/journal-2020-02-02.db",
  };
  static const char *const theirs[] = { "journal.db.mine", "letter.txt", "journal.dbx",
                                        "backups/holiday.jpg", "journal.db.v3.backup.old" };
  g_autoptr (CooldownEntry) entry = put (book, SECRET);
  g_autoptr (GError) error = NULL;

  g_assert_true (cooldown_journal_back_up (book->journal, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    write_file (book, ours[i], SECRET);
  for (guint i = 0; i < G_N_ELEMENTS (theirs); i++)
    write_file (book, theirs[i], "mine");
  g_assert_false (cooldown_journal_delete_all (book->folder, &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_LOCKED);
  g_assert_true (exists (book, "journal.db"));
  g_clear_error (&error);
  g_clear_object (&book->journal);
  cooldown_journal_delete_all (book->folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files_with (book->folder, SECRET), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    g_assert_false (exists (book, ours[i]));
  for (guint i = 0; i < G_N_ELEMENTS (theirs); i++)
    g_assert_true (exists (book, theirs[i]));
  g_assert_false (exists (book, "journal.db"));
  book_reopen (book);
  g_assert_cmpint (book_query (book, "SELECT count (*) FROM episode"), ==, 0);
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
    { "/journal/forget/everywhere", NULL, test_everywhere },
    { "/journal/forget/stays-away", NULL, test_stays_away },
    { "/journal/forget/could-not", NULL, test_could_not },
    { "/journal/forget/somebody-reads", NULL, test_somebody_reads },
    { "/journal/forget/old-copies/v1", "v1", test_old_copies },
    { "/journal/forget/old-copies/v2", "v2", test_old_copies },
    { "/journal/forget/old-copies/v3", "v3", test_old_copies },
    { "/journal/forget/old-copies/v4", "v4", test_old_copies },
    { "/journal/forget/night", NULL, test_night },
    { "/journal/forget/hour", NULL, test_hour },
    { "/journal/forget/refused", NULL, test_refused },
    { "/journal/forget/fails", NULL, test_fails },
    { "/journal/purge", NULL, test_purge },
    { "/journal/purge-once", NULL, test_purge_once },
    { "/journal/delete-all", NULL, test_delete_all },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Book, tests[i].data, book_set_up, tests[i].test, book_tear_down);
  return g_test_run ();
}
