/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal-entries.h"

#include <gio/gio.h>

G_BEGIN_DECLS

char *cooldown_export_csv (GPtrArray *entries, CooldownEntryKind kind);
char *cooldown_export_csv_events (GPtrArray *entries);
gboolean cooldown_export_csv_to_folder (CooldownJournal *journal, GFile *folder, GError **error);

G_END_DECLS
