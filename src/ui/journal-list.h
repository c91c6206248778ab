/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"
#include "journal-search.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Entries of the journal, by day or as one list of all days. What fills a window is made at once;
 * the rows below it come by and by. Shown anew, rows that are still there stay where they are, with
 * the focus and all.
 */

#define COOLDOWN_TYPE_JOURNAL_LIST (cooldown_journal_list_get_type ())
G_DECLARE_FINAL_TYPE (CooldownJournalList, cooldown_journal_list, COOLDOWN, JOURNAL_LIST, GtkBox)

void cooldown_journal_list_set_state (CooldownJournalList *self, CooldownAppState *state);
void cooldown_journal_list_show (CooldownJournalList *self, GPtrArray *lines, gboolean by_day);
void cooldown_journal_list_reset (CooldownJournalList *self);
void cooldown_journal_list_update_days (CooldownJournalList *self);

G_END_DECLS
