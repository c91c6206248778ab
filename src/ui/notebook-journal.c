/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The journal on the notebook's thread: opening it, or the folder without it, and what is to be
 * done once a day.
 */
#include "config.h"

#include "notebook-thread-private.h"

#include "core/journal-backup.h"
#include "core/journal-forget.h"

#include <glib/gi18n.h>

/* How often opening is tried for one job while another program holds the journal; each try waits
 * for some seconds itself. */
#define OPEN_TRIES 3

static void
say_set_aside (CooldownNotebookThread *self)
{
  const char *name = cooldown_journal_get_set_aside (self->journal);
  const char *backup = cooldown_journal_get_restored_from (self->journal);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (name == NULL)
    return;
  if (backup != NULL)
    /* Translators: both are names of files */
    text = g_strdup_printf (_ ("The journal could not be read. It was kept as “%1$s”, and the "
                               "backup “%2$s” was opened in its place."),
                            name, backup);
  else
    /* Translators: %s is the name of a file */
    text = g_strdup_printf (_ ("The journal could not be read. It was kept as “%s”, and a new one "
                               "was begun."),
                            name);
  notebook_thread_send (self, COOLDOWN_NOTEBOOK_NEWS_NOTICE, text);
  if (!cooldown_journal_set_told (self->journal, &error))
    g_message ("this will be said again: %s", error->message);
}

static void
set_read_only (CooldownNotebookThread *self, const GError *reason)
{
  gboolean newer = g_error_matches (reason, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_NEWER);

  if (g_atomic_int_get (&self->read_only) == (reason != NULL))
    return;
  g_atomic_int_set (&self->read_only, reason != NULL);
  if (reason != NULL)
    notebook_thread_send (
        self, COOLDOWN_NOTEBOOK_NEWS_NOTICE,
        newer ? _ ("A newer Cooldown wrote this journal. It can be read here; to note something, "
                   "update Cooldown.")
              : _ ("The journal’s folder cannot be written. What stands in it can be read, and "
                   "nothing can be noted."));
}

static gboolean
is_locked (const GError *error)
{
  return g_error_matches (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_LOCKED);
}

/* Whether somebody else who holds the journal was asked to leave, so that it may go another time. */
static gboolean
may_try_again (CooldownNotebookThread *self, const GError *error, guint *tries)
{
  if (!is_locked (error) || ++*tries == OPEN_TRIES || g_atomic_int_get (&self->ending))
    return FALSE;
  notebook_thread_send (self, COOLDOWN_NOTEBOOK_NEWS_LOCKED, NULL);
  return TRUE;
}

/* One that cannot be written can perhaps be read. */
static CooldownJournal *
open_once (CooldownNotebookThread *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  CooldownJournal *journal = cooldown_journal_open (self->folder, self->clock, &reason);

  if (g_error_matches (reason, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_NEWER) ||
      g_error_matches (reason, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_READ_ONLY))
    journal = cooldown_journal_open_to_read (self->folder, self->clock, NULL);
  if (journal != NULL)
    set_read_only (self, reason);
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return journal;
}

static gboolean
open_journal (CooldownNotebookThread *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  guint tries = 0;

  do
    {
      g_clear_error (&local_error);
      self->journal = open_once (self, &local_error);
    }
  while (self->journal == NULL && may_try_again (self, local_error, &tries));
  if (self->journal == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  say_set_aside (self);
  return TRUE;
}

/* Whether the journal can be used now. What could not be written once may be by now. */
gboolean
notebook_thread_open (CooldownNotebookThread *self, gboolean writes, GError **error)
{
  if (writes && cooldown_notebook_thread_is_read_only (self))
    g_clear_object (&self->journal);
  return self->journal != NULL || open_journal (self, error);
}

/* The agent has the journal open as long as it runs, and is asked to leave before all else. */
void
notebook_thread_work_alone (CooldownNotebookThread *self, CooldownNotebookJob *job)
{
  guint tries = 0;

  g_clear_object (&self->journal);
  notebook_thread_send (self, COOLDOWN_NOTEBOOK_NEWS_LOCKED, NULL);
  do
    {
      g_clear_error (&job->error);
      job->result = job->alone (self->folder, self->clock, job->data, &job->error);
    }
  while (may_try_again (self, job->error, &tries));
}

/* By the local calendar. */
static int
get_today (CooldownNotebookThread *self)
{
  g_autoptr (GDateTime)
      now = cooldown_clock_to_local (self->clock, cooldown_clock_now (self->clock).wall);

  return now != NULL ? g_date_time_get_year (now) * 1000 + g_date_time_get_day_of_year (now) : 0;
}

gboolean
notebook_thread_is_to_tend (CooldownNotebookThread *self)
{
  return self->journal != NULL && !cooldown_notebook_thread_is_read_only (self) &&
         self->tended_on != get_today (self);
}

/* What is to be done once a day. Failing is for the log: it is tried again tomorrow, and nothing is
 * lost by it. */
void
notebook_thread_tend (CooldownNotebookThread *self)
{
  g_autoptr (GError) error = NULL;

  self->tended_on = get_today (self);
  if (!cooldown_journal_back_up (self->journal, &error))
    g_message ("the journal was not backed up: %s", error->message);
  g_clear_error (&error);
  if (!cooldown_journal_purge (self->journal, &error))
    g_message ("what was deleted long ago still stands in the journal: %s", error->message);
}
