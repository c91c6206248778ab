/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"
#include "journal-search.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A boxed list of entries, those of one day under its title, or of any without one.
 *
 * Signal "keynav" (direction: GtkDirectionType): an arrow key leads out of the list; returns
 * whether it led somewhere.
 */

#define COOLDOWN_TYPE_JOURNAL_DAY (cooldown_journal_day_get_type ())
G_DECLARE_FINAL_TYPE (CooldownJournalDay, cooldown_journal_day, COOLDOWN, JOURNAL_DAY, GtkBox)

GtkWidget *cooldown_journal_day_new (CooldownAppState *state, const char *date);
const char *cooldown_journal_day_get_date (CooldownJournalDay *self);
void cooldown_journal_day_show (CooldownJournalDay *self, GPtrArray *lines, guint first, guint n);
void cooldown_journal_day_update (CooldownJournalDay *self);
guint cooldown_journal_day_get_n_rows (CooldownJournalDay *self);
GtkWidget *cooldown_journal_day_get_row (CooldownJournalDay *self, guint index);

G_END_DECLS
