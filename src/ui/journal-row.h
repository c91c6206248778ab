/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"
#include "journal-search.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * An entry in a list of the journal. Activated, it is shown by "win.show-entry" (ss: kind and uid);
 * its key Delete and its menu have "journal.delete" (ss) delete it.
 */

#define COOLDOWN_TYPE_JOURNAL_ROW (cooldown_journal_row_get_type ())
G_DECLARE_FINAL_TYPE (CooldownJournalRow, cooldown_journal_row, COOLDOWN, JOURNAL_ROW, AdwActionRow)

GtkWidget *cooldown_journal_row_new (CooldownAppState *state,
                                     const CooldownJournalLine *line,
                                     gboolean dated);
void cooldown_journal_row_show (CooldownJournalRow *self, const CooldownJournalLine *line);
void cooldown_journal_row_update (CooldownJournalRow *self);
gboolean cooldown_journal_row_is_about (CooldownJournalRow *self, CooldownEntry *entry);
void cooldown_journal_row_open_menu (CooldownJournalRow *self, double x, double y);

G_END_DECLS
