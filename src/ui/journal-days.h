/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"

G_BEGIN_DECLS

/* The words for days and months of the journal. Days are local dates, "2026-11-22". */

char *cooldown_journal_day_from_today (CooldownClock *clock, int days);
char *cooldown_journal_day_format (CooldownClock *clock, const char *day);
char *cooldown_journal_day_format_short (CooldownClock *clock, const char *day);
char *cooldown_journal_month_format (guint year, guint month);
char *cooldown_journal_month_format_name (guint month);

G_END_DECLS
