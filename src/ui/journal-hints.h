/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COOLDOWN_TYPE_JOURNAL_HINTS (cooldown_journal_hints_get_type ())
G_DECLARE_FINAL_TYPE (CooldownJournalHints, cooldown_journal_hints, COOLDOWN, JOURNAL_HINTS, AdwBin)

/* Why the journal ticks or offers something in a group of the checklist. Not shown where it does
 * not. */

GtkWidget *cooldown_journal_hints_new (CooldownAppState *state, const char *group);
const char *cooldown_journal_hints_get_caption (const CooldownJournalTick *tick);

G_END_DECLS
