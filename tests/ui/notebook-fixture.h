/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fake-agent.h"
#include "fake-clock.h"
#include "ui/notebook.h"

G_BEGIN_DECLS

/* A notebook in a folder of its own, and what it told. */
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
} NotebookFixture;

/* What came of a call. */
typedef struct
{
  GAsyncResult *result; /* (nullable): not yet */
} NotebookAnswer;

void notebook_open (NotebookFixture *fixture);
void notebook_set_up (NotebookFixture *fixture, gconstpointer data);
void notebook_rest (void);
void notebook_tear_down (NotebookFixture *fixture, gconstpointer data);
void notebook_answer_cb (GObject *source, GAsyncResult *result, gpointer data);
GAsyncResult *notebook_wait_for (NotebookAnswer *answer);
gboolean notebook_has_changed (gpointer data);
CooldownEntry *notebook_make_episode (gint64 began);
void notebook_put (NotebookFixture *fixture, CooldownEntry *entry);
guint notebook_count (NotebookFixture *fixture);
void notebook_answer_clear (NotebookAnswer *answer);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NotebookAnswer, notebook_answer_clear)

G_END_DECLS
