/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notebook-fixture.h"

#include "paper.h"

static void
changed_cb (NotebookFixture *fixture)
{
  g_assert_true (g_thread_self () == fixture->thread);
  fixture->n_changed++;
  g_string_append (fixture->log, "changed ");
}

static void
wrote_cb (NotebookFixture *fixture)
{
  g_assert_true (g_thread_self () == fixture->thread);
  fixture->n_wrote++;
}

static void
notice_cb (NotebookFixture *fixture, const char *text)
{
  g_free (fixture->notice);
  fixture->notice = g_strdup (text);
}

/**
 * notebook_open:
 * @fixture: a fixture without one
 *
 * Has a notebook use the folder again.
 */
void
notebook_open (NotebookFixture *fixture)
{
  fixture->notebook = cooldown_notebook_new (fixture->folder, COOLDOWN_CLOCK (fixture->clock));
  g_signal_connect_swapped (fixture->notebook, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect_swapped (fixture->notebook, "wrote", G_CALLBACK (wrote_cb), fixture);
  g_signal_connect_swapped (fixture->notebook, "notice", G_CALLBACK (notice_cb), fixture);
}

/**
 * notebook_set_up:
 * @fixture: what is filled in
 * @data: not used
 *
 * Makes a notebook in a folder of its own, which it has not touched.
 */
void
notebook_set_up (NotebookFixture *fixture, gconstpointer data)
{
  fixture->thread = g_thread_self ();
  fixture->clock = cooldown_fake_clock_new ();
  fixture->folder = g_dir_make_tmp ("cooldown-XXXXXX", NULL);
  fixture->log = g_string_new (NULL);
  fixture->steps = g_string_new (NULL);
  notebook_open (fixture);
}

/**
 * notebook_rest:
 *
 * Lets all come that is on its way.
 */
void
notebook_rest (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/**
 * notebook_tear_down:
 * @fixture: a fixture
 * @data: not used
 *
 * Closes the notebook, if there is one, and removes the folder.
 */
void
notebook_tear_down (NotebookFixture *fixture, gconstpointer data)
{
  if (fixture->notebook != NULL)
    spin_until_finalized (fixture->notebook);
  /* What was still to be told. */
  notebook_rest ();
  g_assert_finalize_object (fixture->clock);
  paper_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->notice);
  g_string_free (fixture->log, TRUE);
  g_string_free (fixture->steps, TRUE);
}

/**
 * notebook_answer_cb:
 * @source: not used
 * @result: what came
 * @data: the #NotebookAnswer
 *
 * Keeps what came of a call; a callback.
 */
void
notebook_answer_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((NotebookAnswer *) data)->result = g_object_ref (result);
}

static gboolean
is_answered (gpointer data)
{
  return ((NotebookAnswer *) data)->result != NULL;
}

/**
 * notebook_wait_for:
 * @answer: what a call was given with notebook_answer_cb()
 *
 * Returns: (transfer none): what came of it
 */
GAsyncResult *
notebook_wait_for (NotebookAnswer *answer)
{
  spin_until (is_answered, answer);
  return answer->result;
}

/**
 * notebook_has_changed:
 * @data: a fixture
 *
 * Returns: whether "changed" came
 */
gboolean
notebook_has_changed (gpointer data)
{
  return ((NotebookFixture *) data)->n_changed > 0;
}

/**
 * notebook_answer_clear:
 * @answer: an answer
 *
 * Forgets it.
 */
void
notebook_answer_clear (NotebookAnswer *answer)
{
  g_clear_object (&answer->result);
}

/**
 * notebook_make_episode:
 * @began: when it began
 *
 * Returns: (transfer full): an episode that stands nowhere yet
 */
CooldownEntry *
notebook_make_episode (gint64 began)
{
  CooldownEntry *entry = cooldown_entry_new (COOLDOWN_ENTRY_EPISODE);

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN, began, 0);
  return entry;
}

/**
 * notebook_put:
 * @fixture: a fixture
 * @entry: it
 *
 * Writes an entry, which must work.
 */
void
notebook_put (NotebookFixture *fixture, CooldownEntry *entry)
{
  g_auto (NotebookAnswer) answer = { 0 };
  g_autoptr (GError) error = NULL;

  cooldown_notebook_put (fixture->notebook, entry, notebook_answer_cb, &answer);
  g_assert_true (
      cooldown_notebook_put_finish (fixture->notebook, notebook_wait_for (&answer), &error));
  g_assert_no_error (error);
}

/**
 * notebook_count:
 * @fixture: a fixture
 *
 * Returns: how many entries stand in the file, whatever way it is read
 */
guint
notebook_count (NotebookFixture *fixture)
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
