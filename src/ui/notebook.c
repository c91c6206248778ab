/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notebook.h"

#include "notebook-thread.h"

struct _CooldownNotebook
{
  GObject parent_instance;
  CooldownNotebookThread *thread;
  guint agent_wrote_id; /* what tells that the agent wrote, once for all that came till then */
  char *notice;         /* (nullable): what there was last to tell the user */
};

G_DEFINE_FINAL_TYPE (CooldownNotebook, cooldown_notebook, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
  SIGNAL_WROTE,
  SIGNAL_NOTICE,
  SIGNAL_LOCKED,
} CooldownNotebookSignal;

static guint signals[SIGNAL_LOCKED + 1];

static void
tell (gpointer owner, CooldownNotebookNews news, const char *text)
{
  CooldownNotebook *self = owner;

  switch (news)
    {
    case COOLDOWN_NOTEBOOK_NEWS_WROTE:
      g_signal_emit (owner, signals[SIGNAL_WROTE], 0);
      g_signal_emit (owner, signals[SIGNAL_CHANGED], 0);
      break;
    case COOLDOWN_NOTEBOOK_NEWS_NOTICE:
      g_free (self->notice);
      self->notice = g_strdup (text);
      g_signal_emit (owner, signals[SIGNAL_NOTICE], 0, text);
      break;
    case COOLDOWN_NOTEBOOK_NEWS_LOCKED:
    default:
      g_signal_emit (owner, signals[SIGNAL_LOCKED], 0);
    }
}

static void
cooldown_notebook_finalize (GObject *object)
{
  CooldownNotebook *self = COOLDOWN_NOTEBOOK (object);

  g_clear_handle_id (&self->agent_wrote_id, g_source_remove);
  cooldown_notebook_thread_end (self->thread);
  cooldown_notebook_thread_unref (self->thread);
  g_free (self->notice);
  G_OBJECT_CLASS (cooldown_notebook_parent_class)->finalize (object);
}

static void
cooldown_notebook_class_init (CooldownNotebookClass *klass)
{
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cooldown_notebook_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_WROTE] = g_signal_new ("wrote", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[SIGNAL_NOTICE] = g_signal_new ("notice", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_LOCKED] = g_signal_new ("locked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
cooldown_notebook_init (CooldownNotebook *self)
{
}

/**
 * cooldown_notebook_new:
 * @folder: where the journal lies
 * @clock: what knows when something was written down; it is asked from another thread as well
 *
 * Returns: (transfer full): the journal of that folder, of which nothing is touched yet
 */
CooldownNotebook *
cooldown_notebook_new (const char *folder, CooldownClock *clock)
{
  CooldownNotebook *self;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (COOLDOWN_IS_CLOCK (clock), NULL);

  self = g_object_new (COOLDOWN_TYPE_NOTEBOOK, NULL);
  self->thread = cooldown_notebook_thread_new (folder, clock, self, tell);
  return self;
}

/**
 * cooldown_notebook_get_folder:
 * @self: a notebook
 *
 * Returns: (type filename): where the journal lies
 */
const char *
cooldown_notebook_get_folder (CooldownNotebook *self)
{
  g_return_val_if_fail (COOLDOWN_IS_NOTEBOOK (self), NULL);
  return cooldown_notebook_thread_get_folder (self->thread);
}

/**
 * cooldown_notebook_is_read_only:
 * @self: a notebook
 *
 * Returns: whether it is known that the journal can only be read; %FALSE before anything was asked
 */
gboolean
cooldown_notebook_is_read_only (CooldownNotebook *self)
{
  g_return_val_if_fail (COOLDOWN_IS_NOTEBOOK (self), FALSE);
  return cooldown_notebook_thread_is_read_only (self->thread);
}

/**
 * cooldown_notebook_get_notice:
 * @self: a notebook
 *
 * Returns: (nullable): what the last "notice" said, for who was not there to hear it
 */
const char *
cooldown_notebook_get_notice (CooldownNotebook *self)
{
  g_return_val_if_fail (COOLDOWN_IS_NOTEBOOK (self), NULL);
  return self->notice;
}

static gboolean
agent_wrote_cb (gpointer data)
{
  CooldownNotebook *self = data;

  self->agent_wrote_id = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/**
 * cooldown_notebook_agent_wrote:
 * @self: a notebook
 *
 * Has "changed" come soon, once for all that the agent wrote till then. What nobody has looked at
 * yet cannot have changed.
 */
void
cooldown_notebook_agent_wrote (CooldownNotebook *self)
{
  g_return_if_fail (COOLDOWN_IS_NOTEBOOK (self));

  if (self->agent_wrote_id == 0 && cooldown_notebook_thread_was_used (self->thread))
    self->agent_wrote_id = g_idle_add (agent_wrote_cb, self);
}

/**
 * cooldown_notebook_close:
 * @self: a notebook
 *
 * Waits until all is written that was asked to be, and emits "wrote" for it. Reads are given up,
 * and all that is asked later fails with %G_IO_ERROR_CLOSED. To be called when the program ends.
 */
void
cooldown_notebook_close (CooldownNotebook *self)
{
  g_return_if_fail (COOLDOWN_IS_NOTEBOOK (self));
  cooldown_notebook_thread_end (self->thread);
}

static CooldownNotebookJob *
make_job (CooldownNotebook *self,
          gpointer data,
          GDestroyNotify free_data,
          GDestroyNotify free_result,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  CooldownNotebookJob *job = g_new0 (CooldownNotebookJob, 1);

  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, cooldown_notebook_run);
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;
  return job;
}

/**
 * cooldown_notebook_set_quiet:
 * @self: a notebook that was not asked for anything yet
 * @quiet: microseconds
 *
 * How long nobody must have asked for anything before the backup of the day is made, and whatever
 * else is due once a day.
 */
void
cooldown_notebook_set_quiet (CooldownNotebook *self, gint64 quiet)
{
  g_return_if_fail (COOLDOWN_IS_NOTEBOOK (self));
  cooldown_notebook_thread_set_quiet (self->thread, quiet);
}

/**
 * cooldown_notebook_run:
 * @self: a notebook
 * @work: what to do with the journal
 * @data: given to @work
 * @free_data: (nullable): frees @data, on the caller's main context
 * @free_result: (nullable): frees what @work gave when nobody takes it
 * @writes: whether @work changes the journal: then it is done even when the program ends before
 * @cancellable: (nullable): to give up what has not begun; the result of a read is dropped
 * @callback: (nullable): called with the result
 * @user_data: given to @callback
 *
 * Does something with the journal on the notebook's thread, once all that was asked before is
 * done. Where the journal cannot be opened, or @work fails, that is the error.
 */
void
cooldown_notebook_run (CooldownNotebook *self,
                       CooldownNotebookWork work,
                       gpointer data,
                       GDestroyNotify free_data,
                       GDestroyNotify free_result,
                       gboolean writes,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  CooldownNotebookJob *job;

  g_return_if_fail (COOLDOWN_IS_NOTEBOOK (self));
  g_return_if_fail (work != NULL);

  job = make_job (self, data, free_data, free_result, cancellable, callback, user_data);
  /* What was written was, whoever has lost interest meanwhile. */
  g_task_set_check_cancellable (job->task, !writes);
  job->work = work;
  job->writes = writes;
  cooldown_notebook_thread_push (self->thread, job);
}

/**
 * cooldown_notebook_run_alone:
 * @self: a notebook
 * @work: what to do with the folder
 * @data: given to @work
 * @free_data: (nullable): frees @data, on the caller's main context
 * @free_result: (nullable): frees what @work gave when nobody takes it
 * @callback: (nullable): called with the result, for cooldown_notebook_run_finish()
 * @user_data: given to @callback
 *
 * Closes the journal, has the agent leave and does something with the folder on the notebook's
 * thread: restoring a backup, or deleting everything. The agent comes back by itself, and the
 * journal is opened again for whatever is asked next. Counts as a write.
 */
void
cooldown_notebook_run_alone (CooldownNotebook *self,
                             CooldownNotebookAlone work,
                             gpointer data,
                             GDestroyNotify free_data,
                             GDestroyNotify free_result,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  CooldownNotebookJob *job;

  g_return_if_fail (COOLDOWN_IS_NOTEBOOK (self));
  g_return_if_fail (work != NULL);

  job = make_job (self, data, free_data, free_result, NULL, callback, user_data);
  job->alone = work;
  job->writes = TRUE;
  cooldown_notebook_thread_push (self->thread, job);
}

/**
 * cooldown_notebook_run_finish:
 * @self: a notebook
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what came of it, or %NULL with @error set
 */
gpointer
cooldown_notebook_run_finish (CooldownNotebook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
