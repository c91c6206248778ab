/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notebook-fixture.h"

/* The journal as the window uses it: real files, and the thread that uses them. */

#define N_MANY 40

static gboolean
exists (NotebookFixture *fixture, const char *name)
{
  g_autofree char *file = g_build_filename (fixture->folder, name, NULL);

  return g_file_test (file, G_FILE_TEST_EXISTS);
}

static void
test_touches_nothing (NotebookFixture *fixture, gconstpointer data)
{
  cooldown_notebook_agent_wrote (fixture->notebook);
  notebook_rest ();
  g_assert_false (exists (fixture, "journal.db"));
  g_assert_false (exists (fixture, "journal.lock"));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
test_entry (NotebookFixture *fixture, gconstpointer data)
{
  static const char *const places[] = { "sole-right", NULL };
  g_autoptr (CooldownEntry) entry = notebook_make_episode (COOLDOWN_FAKE_CLOCK_START);
  g_autoptr (CooldownEntry) read = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_auto (NotebookAnswer) got = { 0 }, sought = { 0 }, none = { 0 };

  cooldown_entry_set_ids (entry, COOLDOWN_FIELD_EPISODE_PLACES, places);
  notebook_put (fixture, entry);
  g_assert_cmpint (cooldown_entry_get_written (entry), ==, COOLDOWN_FAKE_CLOCK_START);

  cooldown_notebook_get (fixture->notebook, COOLDOWN_ENTRY_EPISODE, cooldown_entry_get_uid (entry),
                         NULL, notebook_answer_cb, &got);
  read = cooldown_notebook_get_finish (fixture->notebook, notebook_wait_for (&got), &error);
  g_assert_no_error (error);
  g_assert_true (cooldown_entry_equal (entry, read));

  query.places = places;
  cooldown_notebook_find (fixture->notebook, &query, NULL, notebook_answer_cb, &sought);
  found = cooldown_notebook_find_finish (fixture->notebook, notebook_wait_for (&sought), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);

  cooldown_notebook_get (fixture->notebook, COOLDOWN_ENTRY_WORKOUT, "nobody's", NULL,
                         notebook_answer_cb, &none);
  g_assert_null (
      cooldown_notebook_get_finish (fixture->notebook, notebook_wait_for (&none), &error));
}

/* Typing is faster than the disk. */
static void
test_put_twice (NotebookFixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) entry = notebook_make_episode (COOLDOWN_FAKE_CLOCK_START);
  g_auto (NotebookAnswer) first = { 0 }, second = { 0 };

  cooldown_notebook_put (fixture->notebook, entry, notebook_answer_cb, &first);
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 5);
  cooldown_notebook_put (fixture->notebook, entry, notebook_answer_cb, &second);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_NOTES, "not notebook_put yet");
  g_assert_true (
      cooldown_notebook_put_finish (fixture->notebook, notebook_wait_for (&first), NULL));
  g_assert_true (
      cooldown_notebook_put_finish (fixture->notebook, notebook_wait_for (&second), NULL));
  g_assert_false (cooldown_entry_is_changed (entry, COOLDOWN_FIELD_EPISODE_SEVERITY));
  g_assert_true (cooldown_entry_is_changed (entry, COOLDOWN_FIELD_EPISODE_NOTES));
  g_assert_cmpint (cooldown_entry_get_edits (entry), ==, 1);
  g_assert_cmpuint (notebook_count (fixture), ==, 1);
}

static void
test_mark (NotebookFixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) entry = notebook_make_episode (COOLDOWN_FAKE_CLOCK_START);
  g_auto (NotebookAnswer) deleted = { 0 }, back = { 0 }, none = { 0 };
  g_autoptr (GError) error = NULL;

  notebook_put (fixture, entry);
  cooldown_notebook_mark (fixture->notebook, COOLDOWN_ENTRY_EPISODE, cooldown_entry_get_uid (entry),
                          TRUE, notebook_answer_cb, &deleted);
  g_assert_true (
      cooldown_notebook_mark_finish (fixture->notebook, notebook_wait_for (&deleted), &error));
  g_assert_cmpuint (notebook_count (fixture), ==, 0);
  cooldown_notebook_mark (fixture->notebook, COOLDOWN_ENTRY_EPISODE, cooldown_entry_get_uid (entry),
                          FALSE, notebook_answer_cb, &back);
  g_assert_true (
      cooldown_notebook_mark_finish (fixture->notebook, notebook_wait_for (&back), &error));
  g_assert_cmpuint (notebook_count (fixture), ==, 1);
  cooldown_notebook_mark (fixture->notebook, COOLDOWN_ENTRY_EPISODE, "nobody's", TRUE,
                          notebook_answer_cb, &none);
  g_assert_false (
      cooldown_notebook_mark_finish (fixture->notebook, notebook_wait_for (&none), &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_VALUE);
}

typedef struct
{
  NotebookFixture *fixture;
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
run_step (NotebookFixture *fixture,
          guint number,
          gboolean writes,
          GCancellable *cancellable,
          NotebookAnswer *answer)
{
  Step *step = g_new (Step, 1);

  *step = (Step){ fixture, number };
  cooldown_notebook_run (fixture->notebook, work_step, step, free_step, g_free, writes, cancellable,
                         answer != NULL ? notebook_answer_cb : NULL, answer);
}

static void
test_order (NotebookFixture *fixture, gconstpointer data)
{
  g_auto (NotebookAnswer) last = { 0 };
  g_autofree char *done = NULL;

  for (guint i = 1; i < 5; i++)
    run_step (fixture, i, i % 2 == 0, NULL, NULL);
  run_step (fixture, 5, FALSE, NULL, &last);
  done = cooldown_notebook_run_finish (fixture->notebook, notebook_wait_for (&last), NULL);
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
hold_up (NotebookFixture *fixture,
         Barrier *barrier,
         gboolean writes,
         GCancellable *cancellable,
         NotebookAnswer *answer)
{
  g_mutex_init (&barrier->mutex);
  g_cond_init (&barrier->cond);
  cooldown_notebook_run (fixture->notebook, work_wait, barrier, NULL, NULL, writes, cancellable,
                         answer != NULL ? notebook_answer_cb : NULL, answer);
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
test_cancel (NotebookFixture *fixture, gconstpointer data)
{
  Barrier barrier = { 0 };
  g_autoptr (GCancellable) reading = g_cancellable_new ();
  g_autoptr (GCancellable) writing = g_cancellable_new ();
  g_auto (NotebookAnswer) read = { 0 }, write = { 0 };
  g_autoptr (GError) error = NULL;

  hold_up (fixture, &barrier, TRUE, writing, &write);
  run_step (fixture, 1, FALSE, reading, &read);
  g_cancellable_cancel (reading);
  g_cancellable_cancel (writing);
  let_go (&barrier);
  g_assert_null (
      cooldown_notebook_run_finish (fixture->notebook, notebook_wait_for (&read), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  /* What was begun is done, and counts. */
  g_assert_nonnull (
      cooldown_notebook_run_finish (fixture->notebook, notebook_wait_for (&write), &error));
  g_assert_no_error (error);
  g_assert_null (strchr (fixture->steps->str, '1'));
}

/* Nobody has to stay for what they asked for. */
static void
test_owner_gone (NotebookFixture *fixture, gconstpointer data)
{
  Barrier barrier = { 0 };
  g_autoptr (CooldownEntry) entry = notebook_make_episode (COOLDOWN_FAKE_CLOCK_START);

  hold_up (fixture, &barrier, FALSE, NULL, NULL);
  cooldown_notebook_put (fixture->notebook, entry, NULL, NULL);
  run_step (fixture, 1, FALSE, NULL, NULL);
  let_go (&barrier);
  spin_until_finalized (g_steal_pointer (&fixture->notebook));
  g_assert_cmpuint (notebook_count (fixture), ==, 1);
}

static void
test_close (NotebookFixture *fixture, gconstpointer data)
{
  Barrier barrier = { 0 };
  g_auto (NotebookAnswer) read = { 0 }, late = { 0 };
  g_autoptr (GError) error = NULL;

  hold_up (fixture, &barrier, FALSE, NULL, NULL);
  for (guint i = 0; i < N_MANY; i++)
    {
      g_autoptr (CooldownEntry)
          entry = notebook_make_episode (COOLDOWN_FAKE_CLOCK_START - i * COOLDOWN_HOUR);

      cooldown_notebook_put (fixture->notebook, entry, NULL, NULL);
    }
  run_step (fixture, 1, FALSE, NULL, &read);
  let_go (&barrier);
  cooldown_notebook_close (fixture->notebook);
  g_assert_cmpuint (notebook_count (fixture), ==, N_MANY);
  g_assert_cmpuint (fixture->n_wrote, ==, 1);

  run_step (fixture, 2, TRUE, NULL, &late);
  g_assert_null (
      cooldown_notebook_run_finish (fixture->notebook, notebook_wait_for (&late), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_assert_null (strchr (fixture->steps->str, '2'));
  cooldown_notebook_close (fixture->notebook);
}

/* Whoever shows the journal reads it once for all that came together. */
static void
test_changed (NotebookFixture *fixture, gconstpointer data)
{
  Barrier barrier = { 0 };
  g_auto (NotebookAnswer) last = { 0 };
  g_autoptr (CooldownEntry) entry = notebook_make_episode (COOLDOWN_FAKE_CLOCK_START);

  hold_up (fixture, &barrier, FALSE, NULL, NULL);
  cooldown_notebook_put (fixture->notebook, entry, NULL, NULL);
  cooldown_notebook_put (fixture->notebook, entry, NULL, NULL);
  let_go (&barrier);
  cooldown_notebook_close (fixture->notebook);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  notebook_rest ();
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  cooldown_notebook_agent_wrote (fixture->notebook);
  cooldown_notebook_agent_wrote (fixture->notebook);
  notebook_rest ();
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_cmpuint (fixture->n_wrote, ==, 1);
}

static void
logged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_string_append (((NotebookFixture *) data)->log, "answered ");
}

static void
test_changed_after_answer (NotebookFixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) entry = notebook_make_episode (COOLDOWN_FAKE_CLOCK_START);

  cooldown_notebook_put (fixture->notebook, entry, logged_cb, fixture);
  spin_until (notebook_has_changed, fixture);
  g_assert_cmpstr (fixture->log->str, ==, "answered changed ");
}

static void
test_reading_changes_nothing (NotebookFixture *fixture, gconstpointer data)
{
  g_auto (NotebookAnswer) answer = { 0 };

  run_step (fixture, 1, FALSE, NULL, &answer);
  g_free (cooldown_notebook_run_finish (fixture->notebook, notebook_wait_for (&answer), NULL));
  notebook_rest ();
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (NotebookFixture *fixture, gconstpointer data);
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
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, NotebookFixture, NULL, notebook_set_up, tests[i].test,
                notebook_tear_down);
  return g_test_run ();
}
