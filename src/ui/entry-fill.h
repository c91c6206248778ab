/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"
#include "core/entry.h"

G_BEGIN_DECLS

/* What is known already about something that is being noted. */

/** COOLDOWN_FILL_WINDOW: What happened longer ago than this says nothing about now. */
#define COOLDOWN_FILL_WINDOW (12 * COOLDOWN_HOUR)

CooldownEntry *cooldown_entry_fill_new (CooldownAppState *state, CooldownEntryKind kind);
void cooldown_entry_fill_episode (CooldownAppState *state,
                                  CooldownEntry *entry,
                                  CooldownEntry *workout);
gboolean cooldown_entry_fill_is_recent (CooldownAppState *state, CooldownEntry *entry);

G_END_DECLS
