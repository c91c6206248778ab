/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "due.h"

G_BEGIN_DECLS

/* What fell due and could not be said as long as that was worth it. The window lists it. */

void cooldown_missed_add (CooldownLedger *ledger,
                          guint source,
                          const CooldownDue *due,
                          const CooldownInstant *now);
void cooldown_missed_forget (CooldownLedger *ledger);

G_END_DECLS
