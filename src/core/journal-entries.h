/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry.h"
#include "journal.h"

G_BEGIN_DECLS

/*
 * Reading and writing entries of the journal. Entries that were deleted are marked and not found,
 * unless they are asked for.
 */

/** COOLDOWN_SEVERITY_ANY: No strength is asked for. */
#define COOLDOWN_SEVERITY_ANY (-1)

/**
 * CooldownQuery:
 * @kinds: which kinds, bits of 1 << #CooldownEntryKind; 0 for all
 * @from: (nullable): the first local day, "2026-11-01"; %NULL from the beginning
 * @to: (nullable): the day after the last one; %NULL to the end
 * @match: (nullable): what cooldown_search_new_match() gave, %NULL for no search
 * @places: (nullable) (array zero-terminated=1): halves of regions: episodes that name any of them
 * @severity: episodes and nights at least that strong, or %COOLDOWN_SEVERITY_ANY
 * @with_pain: only episodes with pain elsewhere
 * @sessions: (nullable) (array zero-terminated=1): of sessions only these: "ice", "recovery",
 *   "evening"
 * @only_open: only episodes and sessions that are not over
 * @with_deleted: those too that are marked as deleted
 * @limit: at most so many, the newest; 0 for all
 *
 * What is looked for. All conditions hold together; one that does not fit a kind excludes it.
 * Zero everywhere but for @severity finds everything.
 */
typedef struct
{
  guint kinds;
  const char *from;
  const char *to;
  const char *match;
  const char *const *places;
  int severity;
  gboolean with_pain;
  const char *const *sessions;
  gboolean only_open;
  gboolean with_deleted;
  guint limit;
} CooldownQuery;

/** COOLDOWN_QUERY_INIT: A query that finds everything. */
#define COOLDOWN_QUERY_INIT { .severity = COOLDOWN_SEVERITY_ANY }

/**
 * CooldownMonth:
 * @year: a year
 * @month: 1 to 12
 * @count: how many entries there are
 */
typedef struct
{
  guint16 year;
  guint8 month;
  guint count;
} CooldownMonth;

GPtrArray *cooldown_journal_find (CooldownJournal *self,
                                  const CooldownQuery *query,
                                  GError **error);
GArray *cooldown_journal_get_months (CooldownJournal *self,
                                     const CooldownQuery *query,
                                     GError **error);
CooldownEntry *cooldown_journal_get_entry (CooldownJournal *self,
                                           CooldownEntryKind kind,
                                           const char *uid,
                                           GError **error);
gboolean cooldown_journal_put_entry (CooldownJournal *self, CooldownEntry *entry, GError **error);
gboolean cooldown_journal_mark_entry (CooldownJournal *self,
                                      CooldownEntryKind kind,
                                      const char *uid,
                                      gboolean deleted,
                                      GError **error);

char *cooldown_search_new_match (CooldownContent *content, const char *text);

G_END_DECLS
