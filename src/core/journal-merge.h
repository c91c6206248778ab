/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journal.h"
#include "version.h"

G_BEGIN_DECLS

/*
 * What several devices noted, brought together. See version.c for which of two edits wins.
 */

/**
 * CooldownMergeCounts:
 * @added: entries that were not to be seen before and are now
 * @changed: entries that note something else now
 * @removed: entries that were to be seen before and are deleted now
 * @older: versions that are kept beside what counts, and were not known before
 * @same: entries of which nothing of that is true
 * @written: how many rows were written for it; 0 when the journal is as it was
 *
 * What a merge does.
 */
typedef struct
{
  guint added;
  guint changed;
  guint removed;
  guint older;
  guint same;
  guint written;
} CooldownMergeCounts;

GPtrArray *cooldown_journal_get_versions (CooldownJournal *self,
                                          const char *device,
                                          GPtrArray **older,
                                          guint *n_left_out,
                                          GError **error);
gboolean cooldown_journal_merge (CooldownJournal *self,
                                 GPtrArray *versions,
                                 const char *device,
                                 gboolean only_look,
                                 CooldownMergeCounts *counts,
                                 GError **error);
GPtrArray *cooldown_journal_get_older (CooldownJournal *self,
                                       CooldownEntryKind kind,
                                       const char *uid,
                                       GError **error);
gint64 cooldown_journal_get_now (CooldownJournal *self, gint32 *offset);

G_END_DECLS
