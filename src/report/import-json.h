/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal-merge.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** CooldownImportError: why a file cannot be taken over. */
typedef enum
{
  COOLDOWN_IMPORT_ERROR_SIZE,
  COOLDOWN_IMPORT_ERROR_SYNTAX,
  COOLDOWN_IMPORT_ERROR_FORMAT,
  COOLDOWN_IMPORT_ERROR_NEWER,
  COOLDOWN_IMPORT_ERROR_VALUE,
} CooldownImportError;

#define COOLDOWN_IMPORT_ERROR (cooldown_import_error_quark ())
GQuark cooldown_import_error_quark (void);

/* What another journal's JSON holds, read and found to be in order, before any of it is taken over. */
#define COOLDOWN_TYPE_IMPORT (cooldown_import_get_type ())
G_DECLARE_FINAL_TYPE (CooldownImport, cooldown_import, COOLDOWN, IMPORT, GObject)

CooldownImport *cooldown_import_new (GBytes *bytes, GError **error);
CooldownImport *cooldown_import_new_from_file (GFile *file,
                                               GCancellable *cancellable,
                                               GError **error);
GBytes *cooldown_import_load (GFile *file, GCancellable *cancellable, GError **error);
const char *cooldown_import_get_device (CooldownImport *self);
gint64 cooldown_import_get_exported (CooldownImport *self, gint32 *offset);
guint cooldown_import_get_n_entries (CooldownImport *self);
GPtrArray *cooldown_import_get_versions (CooldownImport *self);

gboolean cooldown_import_preview (CooldownImport *self,
                                  CooldownJournal *journal,
                                  CooldownMergeCounts *counts,
                                  GError **error);
gboolean cooldown_import_apply (CooldownImport *self,
                                CooldownJournal *journal,
                                const char *device,
                                CooldownMergeCounts *counts,
                                GError **error);

G_END_DECLS
