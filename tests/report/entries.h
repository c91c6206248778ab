/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entry.h"

G_BEGIN_DECLS

/* Entries to count, with uids that tell them apart. */

GPtrArray *entries_new (void);
CooldownEntry *entries_add_episode (GPtrArray *episodes, const char *began, int strength);
CooldownEntry *entries_add_workout (GPtrArray *workouts,
                                    const char *ended,
                                    const char *kind,
                                    int effort);
void entries_join (CooldownEntry *episode, CooldownEntry *workout);

G_END_DECLS
