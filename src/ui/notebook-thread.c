/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notebook-thread-private.h"

#include "notebook-failure.h"

/* What need not be done at once is done when nobody has asked for anything this long. */
#define QUIET (3 * COOLDOWN_SECOND)
/* What stands in the queue behind the last job. */
#define END ((gpointer) self)

/* Something on its way to the owner. */
typedef struct
{
  CooldownNotebookThread *thread;
  CooldownNotebookNews news;
  char *text; /* (nullable) */
} Letter;

static void
thread_clear (gpointer data)
{
  CooldownNotebookThread *self = data;

  g_async_queue_unref (self->queue);
  g_weak_ref_clear (&self->owner);
  g_main_context_unref (self->context);
  g_object_unref (self->clock);
  g_free (self->folder);
}

/**
 * cooldown_notebook_thread_unref:
 * @self: (transfer full): a thread that was ended
 *
 * Lets go of it.
 */
void
cooldown_notebook_thread_unref (CooldownNotebookThread *self)
{
  g_atomic_rc_box_release_full (self, thread_clear);
}

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  cooldown_notebook_thread_unref (letter->thread);
  g_free (letter->text);
  g_free (letter);
}

/* In the owner's context. */
static void
deliver (CooldownNotebookThread *self, CooldownNotebookNews news, const char *text)
{
  g_autoptr (GObject) owner = NULL;

  if (news == COOLDOWN_NOTEBOOK_NEWS_WROTE &&
      !g_atomic_int_compare_and_exchange (&self->untold, TRUE, FALSE))
    return;
  owner = g_weak_ref_get (&self->owner);
  if (owner != NULL)
    self->tell (owner, news, text);
}

static gboolean
deliver_cb (gpointer data)
{
  Letter *letter = data;

  deliver (letter->thread, letter->news, letter->text);
  return G_SOURCE_REMOVE;
}

/* Not g_main_context_invoke(): while nobody runs the context that would do it here. */
static void
invoke_there (GMainContext *context, GSourceFunc func, gpointer data, GDestroyNotify free_data)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, free_data);
  g_source_attach (source, context);
}

/* Has the owner told, on its own thread. */
void
notebook_thread_send (CooldownNotebookThread *self, CooldownNotebookNews news, const char *text)
{
  Letter *letter;

  if (news == COOLDOWN_NOTEBOOK_NEWS_WROTE &&
      !g_atomic_int_compare_and_exchange (&self->untold, FALSE, TRUE))
    return;
  letter = g_new (Letter, 1);
  *letter = (Letter){ g_atomic_rc_box_acquire (self), news, g_strdup (text) };
  invoke_there (self->context, deliver_cb, letter, letter_free);
}

static void
job_free (gpointer data)
{
  CooldownNotebookJob *job = data;

  if (job->result != NULL && job->free_result != NULL)
    job->free_result (job->result);
  if (job->data != NULL && job->free_data != NULL)
    job->free_data (job->data);
  g_clear_error (&job->error);
  g_object_unref (job->task);
  g_free (job);
}

/* In the caller's context. */
static gboolean
return_cb (gpointer data)
{
  CooldownNotebookJob *job = data;

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->free_result);
  return G_SOURCE_REMOVE;
}

/* The job is the caller's again: the last reference to the notebook must not be let go of here. */
static void
give_back (CooldownNotebookJob *job)
{
  invoke_there (g_task_get_context (job->task), return_cb, job, job_free);
}

static gboolean
is_wanted (CooldownNotebookThread *self, CooldownNotebookJob *job)
{
  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (job->task), &job->error))
    return FALSE;
  if (job->writes || !g_atomic_int_get (&self->ending))
    return TRUE;
  g_set_error_literal (&job->error, G_IO_ERROR, G_IO_ERROR_CLOSED, "the notebook was closed");
  return FALSE;
}

static void
do_job (CooldownNotebookThread *self, CooldownNotebookJob *job)
{
  gboolean wrote;

  g_return_if_fail (cooldown_notebook_thread_is_self (self));

  if (is_wanted (self, job))
    {
      if (job->alone != NULL)
        notebook_thread_work_alone (self, job);
      else if (notebook_thread_open (self, job->writes, &job->error))
        job->result = job->work (self->journal, job->data, &job->error);
    }
  if (job->error != NULL)
    cooldown_notebook_failure_word (job->error, self->folder);
  /* From here on the job is the caller's. */
  wrote = job->writes && job->error == NULL;
  give_back (job);
  if (wrote)
    notebook_thread_send (self, COOLDOWN_NOTEBOOK_NEWS_WROTE, NULL);
}

static gpointer
wait_for_job (CooldownNotebookThread *self)
{
  gpointer job;

  if (!notebook_thread_is_to_tend (self))
    return g_async_queue_pop (self->queue);
  job = g_async_queue_timeout_pop (self->queue, (guint64) self->quiet);
  if (job != NULL)
    return job;
  notebook_thread_tend (self);
  return g_async_queue_pop (self->queue);
}

static gpointer
run (gpointer data)
{
  CooldownNotebookThread *self = data;
  gpointer job;

  while ((job = wait_for_job (self)) != END)
    do_job (self, job);
  g_clear_object (&self->journal);
  return NULL;
}

/**
 * cooldown_notebook_thread_new:
 * @folder: where the journal lies
 * @clock: what knows when something was written down; asked from the thread as well
 * @owner: (type GObject): who is told of news; must end the thread before it goes
 * @tell: tells it
 *
 * Returns: (transfer full): a thread that waits for its first job
 */
CooldownNotebookThread *
cooldown_notebook_thread_new (const char *folder,
                              CooldownClock *clock,
                              gpointer owner,
                              CooldownNotebookTell tell)
{
  CooldownNotebookThread *self = g_atomic_rc_box_new0 (CooldownNotebookThread);

  self->folder = g_strdup (folder);
  self->clock = g_object_ref (clock);
  self->context = g_main_context_ref_thread_default ();
  self->queue = g_async_queue_new ();
  self->quiet = QUIET;
  self->tell = tell;
  g_weak_ref_init (&self->owner, owner);
  return self;
}

/**
 * cooldown_notebook_thread_get_folder:
 * @self: a thread
 *
 * Returns: where the journal lies
 */
const char *
cooldown_notebook_thread_get_folder (CooldownNotebookThread *self)
{
  return self->folder;
}

/**
 * cooldown_notebook_thread_is_self:
 * @self: a thread
 *
 * Returns: whether it is the one that asks
 */
gboolean
cooldown_notebook_thread_is_self (CooldownNotebookThread *self)
{
  return self->thread == g_thread_self ();
}

/**
 * cooldown_notebook_thread_is_read_only:
 * @self: a thread
 *
 * Returns: whether the journal is known to be one that can only be read
 */
gboolean
cooldown_notebook_thread_is_read_only (CooldownNotebookThread *self)
{
  return g_atomic_int_get (&self->read_only);
}

/**
 * cooldown_notebook_thread_was_used:
 * @self: a thread
 *
 * Returns: whether anybody has ever asked it for something
 */
gboolean
cooldown_notebook_thread_was_used (CooldownNotebookThread *self)
{
  return self->thread != NULL || self->ended;
}

/**
 * cooldown_notebook_thread_set_quiet:
 * @self: a thread that was not asked for anything yet
 * @quiet: how long nobody must have asked for anything before what is due once a day is done,
 *   microseconds
 */
void
cooldown_notebook_thread_set_quiet (CooldownNotebookThread *self, gint64 quiet)
{
  self->quiet = quiet;
}

/**
 * cooldown_notebook_thread_push:
 * @self: a thread
 * @job: (transfer full): what is to be done once all before it is done
 */
void
cooldown_notebook_thread_push (CooldownNotebookThread *self, CooldownNotebookJob *job)
{
  g_return_if_fail (!cooldown_notebook_thread_is_self (self));

  if (self->ended)
    {
      g_set_error_literal (&job->error, G_IO_ERROR, G_IO_ERROR_CLOSED, "the notebook was closed");
      give_back (job);
      return;
    }
  if (self->thread == NULL)
    self->thread = g_thread_new ("notebook", run, self);
  g_async_queue_push (self->queue, job);
}

/**
 * cooldown_notebook_thread_end:
 * @self: a thread
 *
 * Waits until all writes are done that were asked for; reads are given up. Nothing is done after
 * this, and the owner has been told of what was written.
 */
void
cooldown_notebook_thread_end (CooldownNotebookThread *self)
{
  g_return_if_fail (!cooldown_notebook_thread_is_self (self));

  if (self->ended)
    return;
  self->ended = TRUE;
  g_atomic_int_set (&self->ending, TRUE);
  if (self->thread == NULL)
    return;
  g_async_queue_push (self->queue, END);
  g_thread_join (self->thread);
  self->thread = NULL;
  deliver (self, COOLDOWN_NOTEBOOK_NEWS_WROTE, NULL);
}
