/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal-entries.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** COOLDOWN_EXPORT_STEM: What the names of tables begin with, unless the user says otherwise. */
#define COOLDOWN_EXPORT_STEM "cooldown"

char *cooldown_export_csv (GPtrArray *entries, CooldownEntryKind kind);
char *cooldown_export_csv_events (GPtrArray *entries);
GPtrArray *cooldown_export_csv_get_names (const char *stem);
gboolean cooldown_export_csv_to_folder (CooldownJournal *journal,
                                        GFile *folder,
                                        const char *stem,
                                        GError **error);

G_END_DECLS
