/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notebook-thread.h"

G_BEGIN_DECLS

struct _CooldownNotebookThread
{
  char *folder;
  CooldownClock *clock;
  GMainContext *context;
  GWeakRef owner;
  CooldownNotebookTell tell;
  GThread *thread; /* (nullable): not before the first job */
  GAsyncQueue *queue;
  gboolean ended;
  int ending;    /* atomic: reads are no longer wanted */
  int read_only; /* atomic */
  int untold;    /* atomic: something was written and not yet told */
  gint64 quiet;
  /* The thread's alone. */
  CooldownJournal *journal; /* (nullable) */
  int tended_on;            /* the day on which the journal was looked after */
};

/* What the thread's files share; all of it is done on the thread. */
void notebook_thread_send (CooldownNotebookThread *self,
                           CooldownNotebookNews news,
                           const char *text);
gboolean notebook_thread_open (CooldownNotebookThread *self, gboolean writes, GError **error);
void notebook_thread_work_alone (CooldownNotebookThread *self, CooldownNotebookJob *job);
gboolean notebook_thread_is_to_tend (CooldownNotebookThread *self);
void notebook_thread_tend (CooldownNotebookThread *self);

G_END_DECLS
