/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/journal-backup.h"
#include "fake-agent.h"
#include "fake-clock.h"
#include "paper.h"
#include "ui/notebook-agent.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

/* The journal as the window uses it: real files, and the thread that uses them. */

#define N_MANY 40

typedef struct
{
  CooldownFakeClock *clock;
  CooldownNotebook *notebook;
  char *folder;
  GThread *thread; /* the test's own */
  GString *log;    /* what this thread was told, in its order */
  GString *steps;  /* what the journal's thread did */
  guint n_changed;
  guint n_wrote;
  guint n_locked;
  char *notice;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  g_assert_true (g_thread_self () == fixture->thread);
  fixture->n_changed++;
  g_string_append (fixture->log, "changed ");
}

static void
wrote_cb (Fixture *fixture)
{
  g_assert_true (g_thread_self () == fixture->thread);
  fixture->n_wrote++;
}

static void
notice_cb (Fixture *fixture, const char *text)
{
  g_free (fixture->notice);
  fixture->notice = g_strdup (text);
}

static void
open_notebook (Fixture *fixture)
{
  fixture->notebook = cooldown_notebook_new (fixture->folder, COOLDOWN_CLOCK (fixture->clock));
  g_signal_connect_swapped (fixture->notebook, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect_swapped (fixture->notebook, "wrote", G_CALLBACK (wrote_cb), fixture);
  g_signal_connect_swapped (fixture->notebook, "notice", G_CALLBACK (notice_cb), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->thread = g_thread_self ();
  fixture->clock = cooldown_fake_clock_new ();
  fixture->folder = g_dir_make_tmp ("cooldown-XXXXXX", NULL);
  fixture->log = g_string_new (NULL);
  fixture->steps = g_string_new (NULL);
  open_notebook (fixture);
}

/* Lets all come that is on its way. */
static void
rest (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->notebook != NULL)
    spin_until_finalized (fixture->notebook);
  /* What was still to be told. */
  rest ();
  g_assert_finalize_object (fixture->clock);
  paper_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->notice);
  g_string_free (fixture->log, TRUE);
  g_string_free (fixture->steps, TRUE);
}

/* What came of a call. */
typedef struct
{
  GAsyncResult *result; /* (nullable): not yet */
} Answer;

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Answer *) data)->result = g_object_ref (result);
}

static gboolean
is_answered (gpointer data)
{
  return ((Answer *) data)->result != NULL;
}

static GAsyncResult *
wait_for (Answer *answer)
{
  spin_until (is_answered, answer);
  return answer->result;
}

static void
answer_clear (Answer *answer)
{
  g_clear_object (&answer->result);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static gboolean
has_changed (gpointer data)
{
  return ((Fixture *) data)->n_changed > 0;
}

static gboolean
was_locked (gpointer data)
{
  return ((Fixture *) data)->n_locked > 0;
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

static CooldownEntry *
make_episode (gint64 began)
{
  CooldownEntry *entry = cooldown_entry_new (COOLDOWN_ENTRY_EPISODE);

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN, began, 0);
  return entry;
}

static void
put (Fixture *fixture, CooldownEntry *entry)
{
  g_auto (Answer) answer = { 0 };
  g_autoptr (GError) error = NULL;

  cooldown_notebook_put (fixture->notebook, entry, answer_cb, &answer);
  g_assert_true (cooldown_notebook_put_finish (fixture->notebook, wait_for (&answer), &error));
  g_assert_no_error (error);
}

/* Whatever way it is read, what stands in the file. */
static guint
count (Fixture *fixture)
{
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownJournal)
      journal = cooldown_journal_open (fixture->folder, COOLDOWN_CLOCK (fixture->clock), &error);
  g_autoptr (GPtrArray) found = NULL;

  g_assert_no_error (error);
  found = cooldown_journal_find (journal, &query, &error);
  g_assert_no_error (error);
  return found->len;
}

static gboolean
exists (Fixture *fixture, const char *name)
{
  g_autofree char *file = g_build_filename (fixture->folder, name, NULL);

  return g_file_test (file, G_FILE_TEST_EXISTS);
}

static void
test_touches_nothing (Fixture *fixture, gconstpointer data)
{
  cooldown_notebook_agent_wrote (fixture->notebook);
  rest ();
  g_assert_false (exists (fixture, "journal.db"));
  g_assert_false (exists (fixture, "journal.lock"));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
test_entry (Fixture *fixture, gconstpointer data)
{
  static const char *const places[] = { "sole-right", NULL };
  g_autoptr (CooldownEntry) entry = make_episode (COOLDOWN_FAKE_CLOCK_START);
  g_autoptr (CooldownEntry) read = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_auto (Answer) got = { 0 }, sought = { 0 }, none = { 0 };

  cooldown_entry_set_ids (entry, COOLDOWN_FIELD_EPISODE_PLACES, places);
  put (fixture, entry);
  g_assert_cmpint (cooldown_entry_get_written (entry), ==, COOLDOWN_FAKE_CLOCK_START);

  cooldown_notebook_get (fixture->notebook, COOLDOWN_ENTRY_EPISODE, cooldown_entry_get_uid (entry),
                         NULL, answer_cb, &got);
  read = cooldown_notebook_get_finish (fixture->notebook, wait_for (&got), &error);
  g_assert_no_error (error);
  g_assert_true (cooldown_entry_equal (entry, read));

  query.places = places;
  cooldown_notebook_find (fixture->notebook, &query, NULL, answer_cb, &sought);
  found = cooldown_notebook_find_finish (fixture->notebook, wait_for (&sought), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);

  cooldown_notebook_get (fixture->notebook, COOLDOWN_ENTRY_WORKOUT, "nobody's", NULL, answer_cb,
                         &none);
  g_assert_null (cooldown_notebook_get_finish (fixture->notebook, wait_for (&none), &error));
}

/* Typing is faster than the disk. */
static void
test_put_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) entry = make_episode (COOLDOWN_FAKE_CLOCK_START);
  g_auto (Answer) first = { 0 }, second = { 0 };

  cooldown_notebook_put (fixture->notebook, entry, answer_cb, &first);
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 5);
  cooldown_notebook_put (fixture->notebook, entry, answer_cb, &second);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_NOTES, "not put yet");
  g_assert_true (cooldown_notebook_put_finish (fixture->notebook, wait_for (&first), NULL));
  g_assert_true (cooldown_notebook_put_finish (fixture->notebook, wait_for (&second), NULL));
  g_assert_false (cooldown_entry_is_changed (entry, COOLDOWN_FIELD_EPISODE_SEVERITY));
  g_assert_true (cooldown_entry_is_changed (entry, COOLDOWN_FIELD_EPISODE_NOTES));
  g_assert_cmpint (cooldown_entry_get_edits (entry), ==, 1);
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
test_mark (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) entry = make_episode (COOLDOWN_FAKE_CLOCK_START);
  g_auto (Answer) deleted = { 0 }, back = { 0 }, none = { 0 };
  g_autoptr (GError) error = NULL;

  put (fixture, entry);
  cooldown_notebook_mark (fixture->notebook, COOLDOWN_ENTRY_EPISODE, cooldown_entry_get_uid (entry),
                          TRUE, answer_cb, &deleted);
  g_assert_true (cooldown_notebook_mark_finish (fixture->notebook, wait_for (&deleted), &error));
  g_assert_cmpuint (count (fixture), ==, 0);
  cooldown_notebook_mark (fixture->notebook, COOLDOWN_ENTRY_EPISODE, cooldown_entry_get_uid (entry),
                          FALSE, answer_cb, &back);
  g_assert_true (cooldown_notebook_mark_finish (fixture->notebook, wait_for (&back), &error));
  g_assert_cmpuint (count (fixture), ==, 1);
  cooldown_notebook_mark (fixture->notebook, COOLDOWN_ENTRY_EPISODE, "nobody's", TRUE, answer_cb,
                          &none);
  g_assert_false (cooldown_notebook_mark_finish (fixture->notebook, wait_for (&none), &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_VALUE);
}

typedef struct
{
  Fixture *fixture;
  guint number;
} Step;

static gpointer
work_step (CooldownJournal *journal, gpointer data, GError **error)
{
  Step *step = data;

  g_assert_true (COOLDOWN_IS_JOURNAL (journal));
  g_assert_true (g_thread_self () != step->fixture->thread);
  g_string_append_printf (step->fixture->steps, "%u ", step->number);
  return g_strdup ("done");
}

static void
free_step (gpointer data)
{
  Step *step = data;

  /* What callers give may only be let go of on their own thread. */
  g_assert_true (g_thread_self () == step->fixture->thread);
  g_free (step);
}

static void
run_step (Fixture *fixture, guint number, gboolean writes, GCancellable *cancellable, Answer *answer)
{
  Step *step = g_new (Step, 1);

  *step = (Step){ fixture, number };
  cooldown_notebook_run (fixture->notebook, work_step, step, free_step, g_free, writes, cancellable,
                         answer != NULL ? answer_cb : NULL, answer);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) last = { 0 };
  g_autofree char *done = NULL;

  for (guint i = 1; i < 5; i++)
    run_step (fixture, i, i % 2 == 0, NULL, NULL);
  run_step (fixture, 5, FALSE, NULL, &last);
  done = cooldown_notebook_run_finish (fixture->notebook, wait_for (&last), NULL);
  g_assert_cmpstr (done, ==, "done");
  g_assert_cmpstr (fixture->steps->str, ==, "1 2 3 4 5 ");
}

/* Holds the thread up until it is let go. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean begun;
  gboolean go;
} Barrier;

static gpointer
work_wait (CooldownJournal *journal, gpointer data, GError **error)
{
  Barrier *barrier = data;

  g_mutex_lock (&barrier->mutex);
  barrier->begun = TRUE;
  g_cond_broadcast (&barrier->cond);
  while (!barrier->go)
    g_cond_wait (&barrier->cond, &barrier->mutex);
  g_mutex_unlock (&barrier->mutex);
  return GINT_TO_POINTER (TRUE);
}

static void
hold_up (Fixture *fixture,
         Barrier *barrier,
         gboolean writes,
         GCancellable *cancellable,
         Answer *answer)
{
  g_mutex_init (&barrier->mutex);
  g_cond_init (&barrier->cond);
  cooldown_notebook_run (fixture->notebook, work_wait, barrier, NULL, NULL, writes, cancellable,
                         answer != NULL ? answer_cb : NULL, answer);
  g_mutex_lock (&barrier->mutex);
  while (!barrier->begun)
    g_cond_wait (&barrier->cond, &barrier->mutex);
  g_mutex_unlock (&barrier->mutex);
}

static void
let_go (Barrier *barrier)
{
  g_mutex_lock (&barrier->mutex);
  barrier->go = TRUE;
  g_cond_broadcast (&barrier->cond);
  g_mutex_unlock (&barrier->mutex);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  Barrier barrier = { 0 };
  g_autoptr (GCancellable) reading = g_cancellable_new ();
  g_autoptr (GCancellable) writing = g_cancellable_new ();
  g_auto (Answer) read = { 0 }, write = { 0 };
  g_autoptr (GError) error = NULL;

  hold_up (fixture, &barrier, TRUE, writing, &write);
  run_step (fixture, 1, FALSE, reading, &read);
  g_cancellable_cancel (reading);
  g_cancellable_cancel (writing);
  let_go (&barrier);
  g_assert_null (cooldown_notebook_run_finish (fixture->notebook, wait_for (&read), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  /* What was begun is done, and counts. */
  g_assert_nonnull (cooldown_notebook_run_finish (fixture->notebook, wait_for (&write), &error));
  g_assert_no_error (error);
  g_assert_null (strchr (fixture->steps->str, '1'));
}

/* Nobody has to stay for what they asked for. */
static void
test_owner_gone (Fixture *fixture, gconstpointer data)
{
  Barrier barrier = { 0 };
  g_autoptr (CooldownEntry) entry = make_episode (COOLDOWN_FAKE_CLOCK_START);

  hold_up (fixture, &barrier, FALSE, NULL, NULL);
  cooldown_notebook_put (fixture->notebook, entry, NULL, NULL);
  run_step (fixture, 1, FALSE, NULL, NULL);
  let_go (&barrier);
  spin_until_finalized (g_steal_pointer (&fixture->notebook));
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  Barrier barrier = { 0 };
  g_auto (Answer) read = { 0 }, late = { 0 };
  g_autoptr (GError) error = NULL;

  hold_up (fixture, &barrier, FALSE, NULL, NULL);
  for (guint i = 0; i < N_MANY; i++)
    {
      g_autoptr (CooldownEntry) entry = make_episode (COOLDOWN_FAKE_CLOCK_START - i * COOLDOWN_HOUR);

      cooldown_notebook_put (fixture->notebook, entry, NULL, NULL);
    }
  run_step (fixture, 1, FALSE, NULL, &read);
  let_go (&barrier);
  cooldown_notebook_close (fixture->notebook);
  g_assert_cmpuint (count (fixture), ==, N_MANY);
  g_assert_cmpuint (fixture->n_wrote, ==, 1);

  run_step (fixture, 2, TRUE, NULL, &late);
  g_assert_null (cooldown_notebook_run_finish (fixture->notebook, wait_for (&late), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_assert_null (strchr (fixture->steps->str, '2'));
  cooldown_notebook_close (fixture->notebook);
}

/* Whoever shows the journal reads it once for all that came together. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  Barrier barrier = { 0 };
  g_auto (Answer) last = { 0 };
  g_autoptr (CooldownEntry) entry = make_episode (COOLDOWN_FAKE_CLOCK_START);

  hold_up (fixture, &barrier, FALSE, NULL, NULL);
  cooldown_notebook_put (fixture->notebook, entry, NULL, NULL);
  cooldown_notebook_put (fixture->notebook, entry, NULL, NULL);
  let_go (&barrier);
  cooldown_notebook_close (fixture->notebook);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  rest ();
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  cooldown_notebook_agent_wrote (fixture->notebook);
  cooldown_notebook_agent_wrote (fixture->notebook);
  rest ();
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_cmpuint (fixture->n_wrote, ==, 1);
}

static void
logged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_string_append (((Fixture *) data)->log, "answered ");
}

static void
test_changed_after_answer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) entry = make_episode (COOLDOWN_FAKE_CLOCK_START);

  cooldown_notebook_put (fixture->notebook, entry, logged_cb, fixture);
  spin_until (has_changed, fixture);
  g_assert_cmpstr (fixture->log->str, ==, "answered changed ");
}

static void
test_reading_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_auto (Answer) answer = { 0 };

  run_step (fixture, 1, FALSE, NULL, &answer);
  g_free (cooldown_notebook_run_finish (fixture->notebook, wait_for (&answer), NULL));
  rest ();
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) entry = make_episode (COOLDOWN_FAKE_CLOCK_START);
  g_auto (Answer) answer = { 0 };
  g_autoptr (GError) error = NULL;

  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 11);
  cooldown_notebook_put (fixture->notebook, entry, answer_cb, &answer);
  g_assert_false (cooldown_notebook_put_finish (fixture->notebook, wait_for (&answer), &error));
  g_assert_error (error, COOLDOWN_ENTRY_ERROR, COOLDOWN_ENTRY_ERROR_RANGE);
  g_assert_true (cooldown_entry_is_changed (entry, COOLDOWN_FIELD_EPISODE_SEVERITY));
  rest ();
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  /* Put right, it is written. */
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 10);
  put (fixture, entry);
  g_assert_cmpuint (count (fixture), ==, 1);
}

/* A folder that cannot be used now may be usable with the next call. */
static void
test_tries_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) entry = make_episode (COOLDOWN_FAKE_CLOCK_START);
  g_auto (Answer) answer = { 0 };
  g_autoptr (GError) error = NULL;

  g_rmdir (fixture->folder);
  g_assert_true (g_file_set_contents (fixture->folder, "in the way", -1, NULL));
  cooldown_notebook_put (fixture->notebook, entry, answer_cb, &answer);
  g_assert_false (cooldown_notebook_put_finish (fixture->notebook, wait_for (&answer), &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_FOLDER);
  g_unlink (fixture->folder);
  put (fixture, entry);
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
test_set_aside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "journal.db", NULL);
  g_autoptr (CooldownEntry) entry = make_episode (COOLDOWN_FAKE_CLOCK_START);

  g_assert_true (g_file_set_contents (file, "no journal at all, but long enough to be read", -1,
                                      NULL));
  g_test_expect_message ("cooldown", G_LOG_LEVEL_MESSAGE, "*could not be read*");
  put (fixture, entry);
  g_test_assert_expected_messages ();
  rest ();
  g_assert_nonnull (fixture->notice);
  g_assert_nonnull (strstr (fixture->notice, "journal.db.broken-"));
  g_assert_cmpstr (cooldown_notebook_get_notice (fixture->notebook), ==, fixture->notice);
}

typedef struct
{
  Fixture *fixture;
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
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "journal.lock", NULL);
  Other other = { fixture, g_open (file, O_RDWR | O_CREAT | O_CLOEXEC, 0600) };
  g_autoptr (CooldownEntry) entry = make_episode (COOLDOWN_FAKE_CLOCK_START);
  g_auto (Answer) answer = { 0 };

  g_assert_cmpint (flock (other.lock, LOCK_EX), ==, 0);
  g_signal_connect_swapped (fixture->notebook, "locked", G_CALLBACK (locked_cb), &other);
  cooldown_notebook_put (fixture->notebook, entry, answer_cb, &answer);
  spin_until (was_locked, fixture);
  g_assert_true (cooldown_notebook_put_finish (fixture->notebook, wait_for (&answer), NULL));
  g_assert_cmpuint (count (fixture), ==, 1);
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
test_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) entry = make_episode (COOLDOWN_FAKE_CLOCK_START);
  g_auto (Answer) answer = { 0 };
  g_autoptr (GError) error = NULL;
  Other other = { fixture, -1 };

  put (fixture, entry);
  g_signal_connect_swapped (fixture->notebook, "locked", G_CALLBACK (locked_cb), &other);
  cooldown_notebook_run_alone (fixture->notebook, look_alone, NULL, NULL, NULL, answer_cb, &answer);
  cooldown_notebook_run_finish (fixture->notebook, wait_for (&answer), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_locked, ==, 1);
  /* And then it goes on. */
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 3);
  put (fixture, entry);
}

/* What a newer Cooldown wrote can be read, and is left alone. */
static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "journal.db", NULL);
  g_autoptr (CooldownEntry) entry = make_episode (COOLDOWN_FAKE_CLOCK_START);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_auto (Answer) sought = { 0 }, written = { 0 };

  put (fixture, entry);
  g_assert_false (cooldown_notebook_is_read_only (fixture->notebook));
  spin_until_finalized (g_steal_pointer (&fixture->notebook));
  set_version (file, COOLDOWN_JOURNAL_VERSION + 1);
  open_notebook (fixture);

  cooldown_notebook_find (fixture->notebook, &query, NULL, answer_cb, &sought);
  found = cooldown_notebook_find_finish (fixture->notebook, wait_for (&sought), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (cooldown_notebook_is_read_only (fixture->notebook));
  rest ();
  g_assert_nonnull (strstr (fixture->notice, "newer"));

  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 3);
  cooldown_notebook_put (fixture->notebook, entry, answer_cb, &written);
  g_assert_false (cooldown_notebook_put_finish (fixture->notebook, wait_for (&written), &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_READ_ONLY);

  /* The day that it can be written, it is. */
  set_version (file, COOLDOWN_JOURNAL_VERSION);
  put (fixture, entry);
  g_assert_false (cooldown_notebook_is_read_only (fixture->notebook));
}

static guint
count_backups (Fixture *fixture)
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
test_tends_once_a_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) entry = make_episode (COOLDOWN_FAKE_CLOCK_START);
  guint look = g_timeout_add (10, G_SOURCE_FUNC (always), NULL);

  cooldown_notebook_set_quiet (fixture->notebook, 1);
  put (fixture, entry);
  spin_until (has_backup, fixture);
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 3);
  put (fixture, entry);
  cooldown_fake_clock_advance (fixture->clock, 24 * COOLDOWN_HOUR);
  g_assert_cmpuint (count_backups (fixture), ==, 1);
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 4);
  put (fixture, entry);
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
test_both_tell_each_other (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  FakeAgent *agent = fake_agent_new (connection);
  CooldownAgentLink *link = cooldown_agent_link_new (connection);
  Ear ear = { agent, NULL };
  g_autoptr (CooldownEntry) entry = make_episode (COOLDOWN_FAKE_CLOCK_START);

  cooldown_notebook_agent_join (fixture->notebook, link);
  spin_until (is_connected, link);
  put (fixture, entry);
  spin_until (has_heard, &ear);
  g_assert_cmpstr (ear.command, ==, "journal-changed ");
  rest ();

  g_clear_pointer (&ear.command, g_free);
  g_signal_emit_by_name (fixture->notebook, "locked");
  spin_until (has_heard, &ear);
  g_assert_cmpstr (ear.command, ==, "quit ");

  fixture->n_changed = 0;
  fake_agent_set_state (agent, "journal-serial", g_variant_new_int64 (7));
  spin_until (has_changed, fixture);
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
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/notebook/touches-nothing-before-it-is-asked", test_touches_nothing },
    { "/notebook/writes-and-reads-an-entry", test_entry },
    { "/notebook/puts-a-new-entry-twice-and-it-is-one", test_put_twice },
    { "/notebook/marks-as-deleted-and-takes-it-back", test_mark },
    { "/notebook/keeps-the-order", test_order },
    { "/notebook/gives-up-what-has-not-begun", test_cancel },
    { "/notebook/outlives-whoever-asked", test_owner_gone },
    { "/notebook/writes-all-before-it-closes", test_close },
    { "/notebook/tells-of-changes-once", test_changed },
    { "/notebook/tells-of-changes-after-the-answer", test_changed_after_answer },
    { "/notebook/reading-is-no-change", test_reading_changes_nothing },
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
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
