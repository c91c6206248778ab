/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/journal-backup.h"
#include "notebook-fixture.h"
#include "ui/notebook-agent.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

/* What becomes of the window's journal when it cannot be used, or is not used alone. */

static gboolean
was_locked (gpointer data)
{
  return ((NotebookFixture *) data)->n_locked > 0;
}

/* Has the main loop look again at what happens outside of it. */
static gboolean
always (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
set_version (const char *file, int version)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", version);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_refused (NotebookFixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) entry = notebook_make_episode (COOLDOWN_FAKE_CLOCK_START);
  g_auto (NotebookAnswer) answer = { 0 };
  g_autoptr (GError) error = NULL;

  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 11);
  cooldown_notebook_put (fixture->notebook, entry, notebook_answer_cb, &answer);
  g_assert_false (
      cooldown_notebook_put_finish (fixture->notebook, notebook_wait_for (&answer), &error));
  g_assert_error (error, COOLDOWN_ENTRY_ERROR, COOLDOWN_ENTRY_ERROR_RANGE);
  g_assert_true (cooldown_entry_is_changed (entry, COOLDOWN_FIELD_EPISODE_SEVERITY));
  notebook_rest ();
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  /* Put right, it is written. */
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 10);
  notebook_put (fixture, entry);
  g_assert_cmpuint (notebook_count (fixture), ==, 1);
}

/* A folder that cannot be used now may be usable with the next call. */
static void
test_tries_again (NotebookFixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) entry = notebook_make_episode (COOLDOWN_FAKE_CLOCK_START);
  g_auto (NotebookAnswer) answer = { 0 };
  g_autoptr (GError) error = NULL;

  g_rmdir (fixture->folder);
  g_assert_true (g_file_set_contents (fixture->folder, "in the way", -1, NULL));
  cooldown_notebook_put (fixture->notebook, entry, notebook_answer_cb, &answer);
  g_assert_false (
      cooldown_notebook_put_finish (fixture->notebook, notebook_wait_for (&answer), &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_FOLDER);
  /* In words that are translated; the system's own go to the log. */
  g_assert_nonnull (strstr (error->message, "cannot be used."));
  g_unlink (fixture->folder);
  notebook_put (fixture, entry);
  g_assert_cmpuint (notebook_count (fixture), ==, 1);
}

static void
test_set_aside (NotebookFixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "journal.db", NULL);
  g_autoptr (CooldownEntry) entry = notebook_make_episode (COOLDOWN_FAKE_CLOCK_START);

  g_assert_true (
      g_file_set_contents (file, "no journal at all, but long enough to be read", -1, NULL));
  g_test_expect_message ("cooldown", G_LOG_LEVEL_MESSAGE, "*could not be read*");
  notebook_put (fixture, entry);
  g_test_assert_expected_messages ();
  notebook_rest ();
  g_assert_nonnull (fixture->notice);
  g_assert_nonnull (strstr (fixture->notice, "journal.db.broken-"));
  g_assert_cmpstr (cooldown_notebook_get_notice (fixture->notebook), ==, fixture->notice);
}

typedef struct
{
  NotebookFixture *fixture;
  int lock;
} Other;

static void
locked_cb (Other *other)
{
  other->fixture->n_locked++;
  if (other->lock >= 0)
    close (other->lock);
}

/* Another program that changes the file's form holds it alone; it is asked to leave. */
static void
test_locked (NotebookFixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "journal.lock", NULL);
  Other other = { fixture, g_open (file, O_RDWR | O_CREAT | O_CLOEXEC, 0600) };
  g_autoptr (CooldownEntry) entry = notebook_make_episode (COOLDOWN_FAKE_CLOCK_START);
  g_auto (NotebookAnswer) answer = { 0 };

  g_assert_cmpint (flock (other.lock, LOCK_EX), ==, 0);
  g_signal_connect_swapped (fixture->notebook, "locked", G_CALLBACK (locked_cb), &other);
  cooldown_notebook_put (fixture->notebook, entry, notebook_answer_cb, &answer);
  spin_until (was_locked, fixture);
  g_assert_true (
      cooldown_notebook_put_finish (fixture->notebook, notebook_wait_for (&answer), NULL));
  g_assert_cmpuint (notebook_count (fixture), ==, 1);
}

static gpointer
look_alone (const char *folder, CooldownClock *clock, gpointer data, GError **error)
{
  g_autofree char *file = g_build_filename (folder, "journal.lock", NULL);
  int lock = g_open (file, O_RDWR | O_CLOEXEC, 0600);
  gboolean alone = flock (lock, LOCK_EX | LOCK_NB) == 0;

  close (lock);
  if (!alone)
    g_set_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_LOCKED, "not alone");
  return GINT_TO_POINTER (alone);
}

/* Restoring needs the folder without anybody in it. */
static void
test_alone (NotebookFixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) entry = notebook_make_episode (COOLDOWN_FAKE_CLOCK_START);
  g_auto (NotebookAnswer) answer = { 0 };
  g_autoptr (GError) error = NULL;
  Other other = { fixture, -1 };

  notebook_put (fixture, entry);
  g_signal_connect_swapped (fixture->notebook, "locked", G_CALLBACK (locked_cb), &other);
  cooldown_notebook_run_alone (fixture->notebook, look_alone, NULL, NULL, NULL, notebook_answer_cb,
                               &answer);
  cooldown_notebook_run_finish (fixture->notebook, notebook_wait_for (&answer), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_locked, ==, 1);
  /* And then it goes on. */
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 3);
  notebook_put (fixture, entry);
}

/* What a newer Cooldown wrote can be read, and is left alone. */
static void
test_newer (NotebookFixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "journal.db", NULL);
  g_autoptr (CooldownEntry) entry = notebook_make_episode (COOLDOWN_FAKE_CLOCK_START);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_auto (NotebookAnswer) sought = { 0 }, written = { 0 };

  notebook_put (fixture, entry);
  g_assert_false (cooldown_notebook_is_read_only (fixture->notebook));
  spin_until_finalized (g_steal_pointer (&fixture->notebook));
  set_version (file, COOLDOWN_JOURNAL_VERSION + 1);
  notebook_open (fixture);

  cooldown_notebook_find (fixture->notebook, &query, NULL, notebook_answer_cb, &sought);
  found = cooldown_notebook_find_finish (fixture->notebook, notebook_wait_for (&sought), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (cooldown_notebook_is_read_only (fixture->notebook));
  notebook_rest ();
  g_assert_nonnull (strstr (fixture->notice, "newer"));

  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 3);
  cooldown_notebook_put (fixture->notebook, entry, notebook_answer_cb, &written);
  g_assert_false (
      cooldown_notebook_put_finish (fixture->notebook, notebook_wait_for (&written), &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_READ_ONLY);

  /* The day that it can be written, it is. */
  set_version (file, COOLDOWN_JOURNAL_VERSION);
  notebook_put (fixture, entry);
  g_assert_false (cooldown_notebook_is_read_only (fixture->notebook));
}

static guint
count_backups (NotebookFixture *fixture)
{
  g_autoptr (GPtrArray) backups = cooldown_journal_list_backups (fixture->folder);

  return backups->len;
}

static gboolean
has_backup (gpointer data)
{
  return count_backups (data) > 0;
}

static gboolean
has_two_backups (gpointer data)
{
  return count_backups (data) > 1;
}

static void
test_tends_once_a_day (NotebookFixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) entry = notebook_make_episode (COOLDOWN_FAKE_CLOCK_START);
  guint look = g_timeout_add (10, G_SOURCE_FUNC (always), NULL);

  cooldown_notebook_set_quiet (fixture->notebook, 1);
  notebook_put (fixture, entry);
  spin_until (has_backup, fixture);
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 3);
  notebook_put (fixture, entry);
  cooldown_fake_clock_advance (fixture->clock, 24 * COOLDOWN_HOUR);
  g_assert_cmpuint (count_backups (fixture), ==, 1);
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 4);
  notebook_put (fixture, entry);
  spin_until (has_two_backups, fixture);
  g_source_remove (look);
}

/* The agent */

typedef struct
{
  FakeAgent *agent;
  char *command; /* (nullable) */
} Ear;

static gboolean
has_heard (gpointer data)
{
  Ear *ear = data;

  if (ear->command == NULL)
    ear->command = fake_agent_take_command (ear->agent);
  return ear->command != NULL;
}

static gboolean
is_connected (gpointer data)
{
  return cooldown_agent_link_get_connected (data);
}

static void
test_both_tell_each_other (NotebookFixture *fixture, gconstpointer data)
{
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  FakeAgent *agent = fake_agent_new (connection);
  CooldownAgentLink *link = cooldown_agent_link_new (connection);
  Ear ear = { agent, NULL };
  g_autoptr (CooldownEntry) entry = notebook_make_episode (COOLDOWN_FAKE_CLOCK_START);

  cooldown_notebook_agent_join (fixture->notebook, link);
  spin_until (is_connected, link);
  notebook_put (fixture, entry);
  spin_until (has_heard, &ear);
  g_assert_cmpstr (ear.command, ==, "journal-changed ");
  notebook_rest ();

  g_clear_pointer (&ear.command, g_free);
  g_signal_emit_by_name (fixture->notebook, "locked");
  spin_until (has_heard, &ear);
  g_assert_cmpstr (ear.command, ==, "quit ");

  fixture->n_changed = 0;
  fake_agent_set_state (agent, "journal-serial", g_variant_new_int64 (7));
  spin_until (notebook_has_changed, fixture);
  g_assert_cmpuint (fixture->n_wrote, ==, 1);
  g_free (ear.command);
  fake_agent_free (agent);
  spin_until_finalized (link);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (NotebookFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/notebook/says-what-cannot-be-written", test_refused },
    { "/notebook/tries-again-with-each-call", test_tries_again },
    { "/notebook/says-that-a-file-was-set-aside", test_set_aside },
    { "/notebook/waits-for-another-program", test_locked },
    { "/notebook/can-leave-the-folder-alone", test_alone },
    { "/notebook/reads-what-is-newer", test_newer },
    { "/notebook/tends-the-journal-once-a-day", test_tends_once_a_day },
    { "/notebook/agent-and-window-tell-each-other", test_both_tell_each_other },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, NotebookFixture, NULL, notebook_set_up, tests[i].test,
                notebook_tear_down);
  return g_test_run ();
}
