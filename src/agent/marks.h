/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "due.h"

G_BEGIN_DECLS

/* What was said and what was answered of each source, so that nothing is said twice. */

gboolean cooldown_due_is_done (CooldownLedger *ledger,
                               const CooldownDueSource *source,
                               gint64 at,
                               const CooldownInstant *now);
gboolean cooldown_due_was_said (CooldownLedger *ledger,
                                const CooldownDueSource *source,
                                const CooldownDue *due,
                                const CooldownInstant *now);
gint64 cooldown_due_find_said (CooldownLedger *ledger,
                               const CooldownDueSource *source,
                               gint64 after,
                               const CooldownInstant *now);
void cooldown_due_set_said (CooldownLedger *ledger,
                            const CooldownDueSource *source,
                            gint64 serial);
void cooldown_due_set_done (CooldownLedger *ledger,
                            const CooldownDueSource *source,
                            gint64 serial);
void cooldown_due_forget_ahead (CooldownLedger *ledger, const CooldownInstant *now);
void cooldown_due_settle_new (CooldownLedger *ledger,
                              const CooldownInstant *now,
                              const CooldownDue before[COOLDOWN_N_SOURCES]);

G_END_DECLS
