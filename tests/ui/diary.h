/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal-entries.h"

G_BEGIN_DECLS

/* Journals as somebody could have kept them, for windows to show. */

/** DIARY_PER_DAY: How many entries a day of a long journal has. */
#define DIARY_PER_DAY 10

CooldownEntry *diary_episode (gint64 at, int severity, const char *const *places);
CooldownEntry *diary_workout (gint64 at, const char *kind, int minutes);
CooldownEntry *diary_night (const char *date, int restless);
CooldownEntry *diary_session (gint64 at, const char *kind);
CooldownEntry *diary_check (gint64 at, const char *episode);
CooldownEntry *diary_sign (gint64 at);

void diary_put (CooldownJournal *journal, CooldownEntry *entry);
void diary_write_days (CooldownJournal *journal, gint64 now);
void diary_write_many (CooldownJournal *journal, gint64 now, guint n);

G_END_DECLS
