/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry.h"
#include "problems.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** COOLDOWN_ENTRY_MAX_EDITS: No entry is edited more often than that. */
#define COOLDOWN_ENTRY_MAX_EDITS G_GINT64_CONSTANT (1000000000000)

gboolean cooldown_entry_is_emptied (CooldownEntry *self);
gboolean cooldown_entry_check_whole (CooldownEntry *self, GError **error);

void cooldown_json_append_string (GString *text, const char *string);
char *cooldown_entry_fields_to_json (CooldownEntry *self);
char *cooldown_entry_to_json (CooldownEntry *self);

CooldownEntry *cooldown_entry_new_from_json (CooldownEntryKind kind,
                                             JsonObject *object,
                                             CooldownProblems *problems);

G_END_DECLS
