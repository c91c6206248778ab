/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-json.h"

#include "core/content-scan.h"
#include "core/entry-json.h"
#include "core/iso-time.h"
#include "export-json.h"
#include "import-read.h"

#include <string.h>

/* What a file may cost in memory: each value takes some hundred bytes once it is read. */
#define MAX_VALUES 2000000
#define CHUNK (256 * 1024)

struct _CooldownImport
{
  GObject parent_instance;
  char *device;
  gint64 exported;
  gint32 exported_offset;
  guint n_entries;
  GPtrArray *versions; /* (element-type CooldownVersion) */
};

G_DEFINE_FINAL_TYPE (CooldownImport, cooldown_import, G_TYPE_OBJECT)
G_DEFINE_QUARK (cooldown-import-error-quark, cooldown_import_error)

static void
cooldown_import_finalize (GObject *object)
{
  CooldownImport *self = COOLDOWN_IMPORT (object);

  g_free (self->device);
  g_ptr_array_unref (self->versions);
  G_OBJECT_CLASS (cooldown_import_parent_class)->finalize (object);
}

static void
cooldown_import_class_init (CooldownImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cooldown_import_finalize;
}

static void
cooldown_import_init (CooldownImport *self)
{
  self->versions = g_ptr_array_new_with_free_func ((GDestroyNotify) cooldown_version_free);
}

static gboolean
fail (GError **error, CooldownImportError code, const char *why)
{
  g_set_error_literal (error, COOLDOWN_IMPORT_ERROR, (gint) code, why);
  return FALSE;
}

/* Counts what is a value or begins one, in what is known to be JSON. */
static gboolean
has_too_many_values (const char *data, gsize size)
{
  gboolean in_string = FALSE;
  guint count = 0;

  for (gsize i = 0; i < size && count <= MAX_VALUES; i++)
    {
      if (in_string && data[i] == '\\')
        i++;
      else if (data[i] == '"')
        in_string = !in_string;
      else if (!in_string)
        count += data[i] == ',' || data[i] == '[' || data[i] == '{';
    }
  return count > MAX_VALUES;
}

static JsonNode *
parse (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local_error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > COOLDOWN_CONTENT_MAX_SIZE)
    {
      fail (error, COOLDOWN_IMPORT_ERROR_SIZE, "the file is larger than 64 MiB");
      return NULL;
    }
  if (!cooldown_content_scan (bytes, &local_error))
    {
      fail (error, COOLDOWN_IMPORT_ERROR_SYNTAX, local_error->message);
      return NULL;
    }
  if (has_too_many_values (data, size))
    {
      fail (error, COOLDOWN_IMPORT_ERROR_SIZE, "there is too much in the file");
      return NULL;
    }
  if (!json_parser_load_from_data (parser, data, (gssize) size, &local_error))
    {
      fail (error, COOLDOWN_IMPORT_ERROR_SYNTAX, local_error->message);
      return NULL;
    }
  return json_parser_steal_root (parser);
}

/* Whether it is a file for this reader at all, before anything else is asked of it. */
static gboolean
check_format (JsonNode *root, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *format = object != NULL ? json_object_get_member (object, "format") : NULL;
  JsonNode *version = object != NULL ? json_object_get_member (object, "version") : NULL;

  if (format == NULL || json_node_get_value_type (format) != G_TYPE_STRING ||
      strcmp (json_node_get_string (format), COOLDOWN_EXPORT_FORMAT) != 0)
    return fail (error, COOLDOWN_IMPORT_ERROR_FORMAT, "format: this is no journal of Cooldown’s");
  if (version == NULL || json_node_get_value_type (version) != G_TYPE_INT64 ||
      json_node_get_int (version) < 1)
    return fail (error, COOLDOWN_IMPORT_ERROR_FORMAT, "version: must be a number from 1 on");
  if (json_node_get_int (version) > COOLDOWN_EXPORT_VERSION)
    return fail (error, COOLDOWN_IMPORT_ERROR_NEWER, "version: written by a newer Cooldown");
  return TRUE;
}

/**
 * cooldown_import_new:
 * @bytes: a file
 * @error: return location
 *
 * Reads what [func@Cooldown.export_json] wrote. One thing that is wrong refuses all of it.
 *
 * Returns: (transfer full) (nullable): what it holds; %NULL with @error set: of the domain
 *   %COOLDOWN_IMPORT_ERROR, with the first few problems, one a line, each with its place
 */
CooldownImport *
cooldown_import_new (GBytes *bytes, GError **error)
{
  g_autoptr (CooldownImport) self = g_object_new (COOLDOWN_TYPE_IMPORT, NULL);
  g_autoptr (CooldownProblems) problems = cooldown_problems_new ();
  g_autoptr (JsonNode) root = parse (bytes, error);
  g_autofree char *text = NULL;
  ImportHead head = { 0 };

  if (root == NULL || !check_format (root, error))
    return NULL;
  import_read (json_node_get_object (root), &head, self->versions, problems);
  if (cooldown_problems_count (problems) > 0)
    {
      text = cooldown_problems_to_string (problems);
      fail (error, COOLDOWN_IMPORT_ERROR_VALUE, text);
      return NULL;
    }
  self->device = g_strdup (head.device);
  self->exported = head.exported;
  self->exported_offset = head.exported_offset;
  self->n_entries = head.n_entries;
  return g_steal_pointer (&self);
}

/**
 * cooldown_import_load:
 * @file: a file
 * @cancellable: (nullable): what ends it early
 * @error: return location
 *
 * Returns: (transfer full) (nullable): all of the file, or as much of it as shows that it is too
 *   large; %NULL with @error set when it cannot be read
 */
GBytes *
cooldown_import_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n_read;

  if (stream == NULL)
    return NULL;
  do
    {
      n_read = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK, cancellable, error);
      if (n_read < 0)
        return NULL;
      g_byte_array_append (bytes, chunk, (guint) n_read);
    }
  while (n_read > 0 && bytes->len <= COOLDOWN_CONTENT_MAX_SIZE);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * cooldown_import_new_from_file:
 * @file: a file
 * @cancellable: (nullable): what ends it early
 * @error: return location
 *
 * Returns: (transfer full) (nullable): as [ctor@Cooldown.Import.new], or with an error of the domain
 *   %G_IO_ERROR when the file cannot be read
 */
CooldownImport *
cooldown_import_new_from_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = cooldown_import_load (file, cancellable, error);

  return bytes != NULL ? cooldown_import_new (bytes, error) : NULL;
}

/**
 * cooldown_import_get_device:
 * @self: what is to be taken over
 *
 * Returns: which device wrote it, "" if it did not say
 */
const char *
cooldown_import_get_device (CooldownImport *self)
{
  return self->device;
}

/**
 * cooldown_import_get_exported:
 * @self: what is to be taken over
 * @offset: (out): how many seconds local time was ahead of UTC then
 *
 * Returns: when it was written, microseconds since 1970 UTC
 */
gint64
cooldown_import_get_exported (CooldownImport *self, gint32 *offset)
{
  *offset = self->exported_offset;
  return self->exported;
}

/**
 * cooldown_import_get_n_entries:
 * @self: what is to be taken over
 *
 * Returns: how many entries it holds that are not deleted
 */
guint
cooldown_import_get_n_entries (CooldownImport *self)
{
  return self->n_entries;
}

/**
 * cooldown_import_get_versions:
 * @self: what is to be taken over
 *
 * Returns: (transfer none) (element-type CooldownVersion): all that it holds
 */
GPtrArray *
cooldown_import_get_versions (CooldownImport *self)
{
  return self->versions;
}

/**
 * cooldown_import_preview:
 * @self: what is to be taken over
 * @journal: a journal, which stays as it is
 * @counts: (out): what would happen
 * @error: return location
 *
 * Returns: whether that could be found out
 */
gboolean
cooldown_import_preview (CooldownImport *self,
                         CooldownJournal *journal,
                         CooldownMergeCounts *counts,
                         GError **error)
{
  return cooldown_journal_merge (journal, self->versions, NULL, TRUE, counts, error);
}

/**
 * cooldown_import_apply:
 * @self: what is to be taken over
 * @journal: a journal
 * @device: (nullable): what names this device
 * @counts: (out): what happened
 * @error: return location
 *
 * Takes it over. Doing that twice changes nothing more.
 *
 * Returns: whether that worked; else the journal is as it was
 */
gboolean
cooldown_import_apply (CooldownImport *self,
                       CooldownJournal *journal,
                       const char *device,
                       CooldownMergeCounts *counts,
                       GError **error)
{
  return cooldown_journal_merge (journal, self->versions, device, FALSE, counts, error);
}
