/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal-entries.h"

G_BEGIN_DECLS

/* Notes that follow from a number: who knows it knows what must stand in the journal. */

CooldownEntry *note_new (CooldownEntryKind kind, guint32 number);
void note_fill (CooldownEntry *entry, guint32 number);

G_END_DECLS
