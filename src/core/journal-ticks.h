/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journal-entries.h"
#include "ticks.h"

G_BEGIN_DECLS

/**
 * CooldownKnownTick:
 * @tick: what the journal ticks or offers; the content's
 * @since: when the tingling began that it is about, microseconds since 1970 UTC; 0 where it is
 *   about none
 *
 * What is known from the journal about an item of the checklist.
 */
typedef struct
{
  const CooldownJournalTick *tick;
  gint64 since;
} CooldownKnownTick;

/**
 * CooldownKnown:
 * @ticks: (element-type CooldownKnownTick): in the order of the content
 * @until: when they may be others though nobody notes anything, microseconds since 1970 UTC, or
 *   %COOLDOWN_NEVER
 *
 * All that is known from the journal about the checklist.
 */
typedef struct
{
  GArray *ticks;
  gint64 until;
} CooldownKnown;

CooldownKnown *cooldown_known_new (CooldownContent *content,
                                   CooldownClock *clock,
                                   GPtrArray *entries);
CooldownKnown *cooldown_journal_get_known (CooldownJournal *self,
                                           CooldownContent *content,
                                           CooldownClock *clock,
                                           GError **error);
const CooldownKnownTick *cooldown_known_find (const CooldownKnown *self, const char *item);
void cooldown_known_free (CooldownKnown *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownKnown, cooldown_known_free)

GPtrArray *cooldown_known_apply (const CooldownKnown *self,
                                 CooldownContent *content,
                                 CooldownTicks *ticks,
                                 gint64 answered,
                                 const char *const *declined);

G_END_DECLS
