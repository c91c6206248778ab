/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal.h"
#include "disk-log.h"
#include "fake-clock.h"

G_BEGIN_DECLS

/* A disk on which a journal lies, and whose power fails. */

typedef struct _Trial Trial;

/* Whether all is well in a folder after a cut; @confirmed when Trial.confirmed had been reached. */
typedef gboolean (*TrialCheck) (Trial *trial,
                                const char *folder,
                                gboolean confirmed,
                                GError **error);

/**
 * Trial:
 * @clock: its clock
 * @chance: what decides
 * @scratch: a folder for anything, outside the disk
 * @watched: the disk's
 * @folder: the journal's on it
 * @log: what was asked of the disk
 * @start: how much of that is what lay there before
 * @confirmed: where in it @check has something to check
 * @moments: what had been confirmed from when on
 * @n_cuts: how often the power fails
 * @left_out: (nullable): columns that are not compared
 * @set_aside: whether the file may be set aside
 * @check: (nullable): what else must be well
 * @data: for @check
 *
 * A trial.
 */
struct _Trial
{
  CooldownFakeClock *clock;
  GRand *chance;
  char *scratch;
  char *watched;
  char *folder;
  DiskLog *log;
  guint start;
  guint confirmed;
  GArray *moments;
  guint n_cuts;
  const char *const *left_out;
  gboolean set_aside;
  TrialCheck check;
  char *data;
};

void trial_set_up (Trial *trial, gconstpointer data);
void trial_tear_down (Trial *trial, gconstpointer data);
CooldownJournal *trial_open (Trial *trial);
char *trial_name_file (Trial *trial, const char *name);
char *trial_get_state (Trial *trial, const char *folder, const char *name);

void trial_begin (Trial *trial);
void trial_confirm (Trial *trial);
void trial_confirm_state (Trial *trial, const char *state);
void trial_end (Trial *trial);
guint trial_cut (Trial *trial, GError **error);
void trial_assert_survives (Trial *trial);

gboolean trial_fail (const char *what, GError **error);

G_END_DECLS
