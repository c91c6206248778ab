/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journal-search.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Chips that choose a part of the journal, and what else entries can be filtered by.
 *
 * Signal "changed": other entries are wanted.
 */

#define COOLDOWN_TYPE_JOURNAL_FILTERS (cooldown_journal_filters_get_type ())
G_DECLARE_FINAL_TYPE (CooldownJournalFilters,
                      cooldown_journal_filters,
                      COOLDOWN,
                      JOURNAL_FILTERS,
                      GtkBox)

void cooldown_journal_filters_set_content (CooldownJournalFilters *self, CooldownContent *content);
void cooldown_journal_filters_apply (CooldownJournalFilters *self, CooldownJournalSearch *search);
void cooldown_journal_filters_clear (CooldownJournalFilters *self);

G_END_DECLS
