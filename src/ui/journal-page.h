/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The journal: a chart, and the entries of a month by day or all that a search finds.
 *
 * Properties: "search-mode" (boolean): whether it is searched by words; "can-search" (boolean,
 * read-only): whether there is anything to search; "can-write" (boolean, read-only): whether
 * entries can be added and changed. Action: "journal.delete" (ss: kind and uid).
 */

#define COOLDOWN_TYPE_JOURNAL_PAGE (cooldown_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (CooldownJournalPage, cooldown_journal_page, COOLDOWN, JOURNAL_PAGE, AdwBin)

void cooldown_journal_page_set_state (CooldownJournalPage *self, CooldownAppState *state);
void cooldown_journal_page_open_report (CooldownJournalPage *self);

G_END_DECLS
