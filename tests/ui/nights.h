/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal-entries.h"

G_BEGIN_DECLS

/* Nights as somebody could have noted them, with a truth that is known. */

/** NIGHTS_MANY: How many nights are written where there are many. */
#define NIGHTS_MANY 60

void nights_write_few (CooldownJournal *journal, gint64 now, guint n);
void nights_write_planted (CooldownJournal *journal, gint64 now);
void nights_write_together (CooldownJournal *journal, gint64 now);

G_END_DECLS
