/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The thread of a CooldownNotebook: the only place in the window that touches the journal. It is
 * started with the first job and opens the journal for it.
 */

/**
 * CooldownNotebookNews:
 * @COOLDOWN_NOTEBOOK_NEWS_WROTE: something was written; told once for all that came to be told
 * @COOLDOWN_NOTEBOOK_NEWS_NOTICE: the user should be told something
 * @COOLDOWN_NOTEBOOK_NEWS_LOCKED: another program holds the journal, and it is tried again
 *
 * What the thread has to tell.
 */
typedef enum
{
  COOLDOWN_NOTEBOOK_NEWS_WROTE,
  COOLDOWN_NOTEBOOK_NEWS_NOTICE,
  COOLDOWN_NOTEBOOK_NEWS_LOCKED,
} CooldownNotebookNews;

/**
 * CooldownNotebookTell:
 * @owner: who made the thread
 * @news: what happened
 * @text: (nullable): what to say, of a notice
 *
 * Is told something by the thread, on the main context on which the thread was made.
 */
typedef void (*CooldownNotebookTell) (gpointer owner, CooldownNotebookNews news, const char *text);

/**
 * CooldownNotebookJob:
 * @task: returned with the result, in its own context
 * @work: (nullable): what is done with the journal
 * @alone: (nullable): instead of @work: what is done with the folder while nobody has it open
 * @data: given to @work
 * @free_data: (nullable): frees @data, in the context of @task
 * @free_result: (nullable): frees a result that nobody takes
 * @writes: whether it writes: then it is done even when the program ends before
 * @result: what came of it
 * @error: why nothing did
 *
 * Something to be done with the journal.
 */
typedef struct
{
  GTask *task;
  gpointer (*work) (CooldownJournal *journal, gpointer data, GError **error);
  gpointer (*alone) (const char *folder, CooldownClock *clock, gpointer data, GError **error);
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  gboolean writes;
  gpointer result;
  GError *error;
} CooldownNotebookJob;

typedef struct _CooldownNotebookThread CooldownNotebookThread;

CooldownNotebookThread *cooldown_notebook_thread_new (const char *folder,
                                                      CooldownClock *clock,
                                                      gpointer owner,
                                                      CooldownNotebookTell tell);
const char *cooldown_notebook_thread_get_folder (CooldownNotebookThread *self);
gboolean cooldown_notebook_thread_is_self (CooldownNotebookThread *self);
gboolean cooldown_notebook_thread_is_read_only (CooldownNotebookThread *self);
gboolean cooldown_notebook_thread_was_used (CooldownNotebookThread *self);
void cooldown_notebook_thread_set_quiet (CooldownNotebookThread *self, gint64 quiet);
void cooldown_notebook_thread_push (CooldownNotebookThread *self, CooldownNotebookJob *job);
void cooldown_notebook_thread_end (CooldownNotebookThread *self);
void cooldown_notebook_thread_unref (CooldownNotebookThread *self);

G_END_DECLS
