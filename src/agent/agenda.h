/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "due.h"

G_BEGIN_DECLS

/* The lists of what is due and what is coming, for the window. */

gboolean cooldown_agenda_is_empty (CooldownLedger *ledger);
gboolean cooldown_agenda_needs_login (CooldownLedger *ledger);
GVariant *cooldown_agenda_get_due (CooldownLedger *ledger);
GVariant *cooldown_agenda_get_upcoming (CooldownLedger *ledger);

G_END_DECLS
