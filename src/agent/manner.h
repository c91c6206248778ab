/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reminder.h"

G_BEGIN_DECLS

/* How reminders come: what the user set about sound, quiet hours and discreet notifications. */

void cooldown_manner_apply (CooldownReminder *reminder,
                            CooldownLedger *ledger,
                            CooldownNoticeKind kind,
                            const CooldownInstant *now);
gboolean cooldown_manner_is_discreet (CooldownLedger *ledger);
void cooldown_manner_conceal (CooldownReminder *reminder, CooldownNoticeKind kind);

G_END_DECLS
