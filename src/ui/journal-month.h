/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal-entries.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Which month of the journal is shown: the months before and after it that have entries, and a list
 * of all that have some.
 *
 * Signal "chosen" (year: guint, month: guint): the user wants to see another month.
 */

#define COOLDOWN_TYPE_JOURNAL_MONTH (cooldown_journal_month_get_type ())
G_DECLARE_FINAL_TYPE (CooldownJournalMonth, cooldown_journal_month, COOLDOWN, JOURNAL_MONTH, GtkBox)

void cooldown_journal_month_show (CooldownJournalMonth *self,
                                  GArray *months,
                                  guint year,
                                  guint month);

G_END_DECLS
