/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** COOLDOWN_EXPORT_FORMAT: What the JSON calls itself. */
#define COOLDOWN_EXPORT_FORMAT "cooldown-journal"
/** COOLDOWN_EXPORT_VERSION: The version of the JSON that is written, see data/journal-format.md. */
#define COOLDOWN_EXPORT_VERSION 2

GBytes *cooldown_export_json (CooldownJournal *journal,
                              const char *device,
                              guint *n_left_out,
                              GError **error);
gboolean cooldown_export_json_to_file (CooldownJournal *journal,
                                       const char *device,
                                       GFile *file,
                                       guint *n_left_out,
                                       GError **error);
gboolean cooldown_export_json_is_same (GBytes *one, GBytes *other);

G_END_DECLS
