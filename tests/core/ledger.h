/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal.h"

G_BEGIN_DECLS

/*
 * What actors said they tried and what was confirmed, held against what stands in the journal: all
 * that was confirmed is there, and of what was not, all or nothing.
 */

typedef struct _Ledger Ledger;

Ledger *ledger_new (void);
void ledger_free (Ledger *ledger);
void ledger_note (Ledger *ledger, const char *said);
gboolean ledger_holds (Ledger *ledger, CooldownJournal *journal, GError **error);
void ledger_look_again (Ledger *ledger);
guint ledger_count (Ledger *ledger);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ledger, ledger_free)

G_END_DECLS
