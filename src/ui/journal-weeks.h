/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The charts of the journal on the journal: the last weeks up to today, as many as are chosen. */

#define COOLDOWN_TYPE_JOURNAL_WEEKS (cooldown_journal_weeks_get_type ())
G_DECLARE_FINAL_TYPE (CooldownJournalWeeks, cooldown_journal_weeks, COOLDOWN, JOURNAL_WEEKS, AdwBin)

void cooldown_journal_weeks_set_state (CooldownJournalWeeks *self, CooldownAppState *state);
void cooldown_journal_weeks_load (CooldownJournalWeeks *self);

G_END_DECLS
