/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_SETTINGS_ENABLE_BACKEND
#include "settings.h"

#include "config.h"

#include <gio/gsettingsbackend.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define BUNDLED_SCHEMA "/cooldown/gschemas.compiled"
#define SCHEMA_FILE "gschemas.compiled"

/* GSettings reads schemas from folders only, so the bundled one is put into one for a moment; it
 * stays mapped when the folder is gone. */
static GSettingsSchema *
load_bundled_schema (GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (BUNDLED_SCHEMA, 0, error);
  g_autofree char *folder = bytes != NULL ? g_dir_make_tmp ("cooldown-XXXXXX", error) : NULL;
  g_autofree char *file = folder != NULL ? g_build_filename (folder, SCHEMA_FILE, NULL) : NULL;
  g_autoptr (GSettingsSchemaSource) source = NULL;

  if (file == NULL)
    return NULL;
  if (g_file_set_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error))
    source = g_settings_schema_source_new_from_directory (folder, NULL, TRUE, error);
  g_unlink (file);
  g_rmdir (folder);
  return source != NULL ? g_settings_schema_source_lookup (source, COOLDOWN_APP_ID, FALSE) : NULL;
}

/**
 * cooldown_settings_new:
 *
 * The window's own settings. Where their schema is not installed they hold the defaults and
 * forget what is changed, which is said on the error output.
 *
 * Returns: (transfer full): the settings
 */
GSettings *
cooldown_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsBackend) memory = NULL;
  g_autoptr (GError) error = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, COOLDOWN_APP_ID, TRUE);
  if (schema != NULL)
    return g_settings_new_full (schema, NULL, NULL);

  g_printerr ("%s\n", _ ("The settings of Cooldown are not installed. It starts with the usual "
                         "ones and will not remember changes."));
  schema = load_bundled_schema (&error);
  if (schema == NULL)
    g_error ("The bundled settings cannot be used: %s",
             error != NULL ? error->message : "schema missing");
  memory = g_memory_settings_backend_new ();
  return g_settings_new_full (schema, memory, NULL);
}
