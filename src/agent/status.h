/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger.h"

G_BEGIN_DECLS

char *cooldown_status_line (CooldownLedger *ledger, GVariant *upcoming);

G_END_DECLS
