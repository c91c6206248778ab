/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notebook.h"

G_BEGIN_DECLS

/* What is looked for in the journal, and what was found. */

/**
 * CooldownJournalPart:
 * @COOLDOWN_JOURNAL_ALL: everything
 * @COOLDOWN_JOURNAL_TINGLING: episodes
 * @COOLDOWN_JOURNAL_WORKOUTS: workouts
 * @COOLDOWN_JOURNAL_ICE: sessions of ice
 * @COOLDOWN_JOURNAL_NIGHTS: nights
 * @COOLDOWN_JOURNAL_CHECKS: checklists and warning signs
 *
 * The part of the journal that is looked at.
 */
typedef enum
{
  COOLDOWN_JOURNAL_ALL,
  COOLDOWN_JOURNAL_TINGLING,
  COOLDOWN_JOURNAL_WORKOUTS,
  COOLDOWN_JOURNAL_ICE,
  COOLDOWN_JOURNAL_NIGHTS,
  COOLDOWN_JOURNAL_CHECKS,
} CooldownJournalPart;

/** COOLDOWN_N_JOURNAL_PARTS: How many parts there are. */
#define COOLDOWN_N_JOURNAL_PARTS 6

/**
 * CooldownJournalSearch:
 * @part: the part of the journal
 * @text: (nullable): words to be found
 * @region: (nullable): id of a region of the legs, either side
 * @severity: at least that strong, or %COOLDOWN_SEVERITY_ANY
 * @with_pain: only with pain elsewhere
 * @year: the year of @month, 0 for the newest month that there is
 * @month: the month to show while nothing but @part is asked for
 * @limit: how many to find at most, the newest, where months do not matter
 *
 * What is looked for.
 */
typedef struct
{
  CooldownJournalPart part;
  char *text;
  char *region;
  int severity;
  gboolean with_pain;
  guint year;
  guint month;
  guint limit;
} CooldownJournalSearch;

CooldownJournalSearch *cooldown_journal_search_new (void);
CooldownJournalSearch *cooldown_journal_search_copy (const CooldownJournalSearch *self);
void cooldown_journal_search_free (CooldownJournalSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownJournalSearch, cooldown_journal_search_free)

void cooldown_journal_search_set_text (CooldownJournalSearch *self, const char *text);
void cooldown_journal_search_set_region (CooldownJournalSearch *self, const char *region);
gboolean cooldown_journal_search_is_flat (const CooldownJournalSearch *self);
gboolean cooldown_journal_search_is_narrowed (const CooldownJournalSearch *self);

/**
 * CooldownJournalLine:
 * @entry: an entry
 * @with: (nullable): what else belongs to it: the session of recovery after a workout, the
 *   checklist of an episode
 *
 * An entry as it is listed.
 */
typedef struct
{
  CooldownEntry *entry;
  CooldownEntry *with;
} CooldownJournalLine;

gboolean cooldown_journal_line_equal (const CooldownJournalLine *self,
                                      const CooldownJournalLine *other);

/**
 * CooldownJournalFound:
 * @lines: (element-type CooldownJournalLine): what was found, the newest first
 * @months: (element-type CooldownMonth): the months in which there is something
 * @total: how many entries there are in all of them
 * @year: the year of @month, 0 when months do not matter
 * @month: the month that @lines are of
 * @blank: whether nothing at all stands in the journal
 *
 * What was found.
 */
typedef struct
{
  GPtrArray *lines;
  GArray *months;
  guint total;
  guint year;
  guint month;
  gboolean blank;
} CooldownJournalFound;

void cooldown_journal_found_free (CooldownJournalFound *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownJournalFound, cooldown_journal_found_free)

void cooldown_journal_search_run (const CooldownJournalSearch *self,
                                  CooldownNotebook *notebook,
                                  CooldownContent *content,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

G_END_DECLS
