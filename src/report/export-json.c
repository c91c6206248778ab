/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-json.h"

#include "core/entry-json.h"
#include "core/iso-time.h"
#include "core/journal-merge.h"
#include "new-file.h"

#include <string.h>

/* Where the head ends, which differs between two exports of the same journal, and how far at most
 * it goes. */
#define BODY "\n\"episodes\": ["
#define MAX_HEAD 4096

static void
append_head (GString *text, CooldownJournal *journal, const char *device)
{
  gint32 offset;
  gint64 now = cooldown_journal_get_now (journal, &offset);

  g_string_append_printf (text,
                          "{\n\"format\": \"" COOLDOWN_EXPORT_FORMAT "\",\n\"version\": %d,\n"
                          "\"exported\": \"",
                          COOLDOWN_EXPORT_VERSION);
  cooldown_iso_append (text, now, offset);
  g_string_append (text, "\",\n\"device\": ");
  cooldown_json_append_string (text, device);
  g_string_append (text, ",\n");
}

static void
begin_line (GString *text)
{
  g_string_append (text, text->str[text->len - 1] == '[' ? "\n" : ",\n");
}

static void
append_kind (GString *text, CooldownEntryKind kind, GPtrArray *versions)
{
  g_string_append_printf (text, "\"%ss\": [", cooldown_entry_kind_get_name (kind));
  for (guint i = 0; i < versions->len; i++)
    {
      const CooldownVersion *version = g_ptr_array_index (versions, i);

      if (cooldown_entry_get_kind (version->entry) != kind)
        continue;
      begin_line (text);
      g_string_append (text, version->record);
    }
  g_string_append (text, "\n],\n");
}

static void
append_older (GString *text, GPtrArray *older)
{
  g_string_append (text, "\"older\": [");
  for (guint i = 0; i < older->len; i++)
    {
      const CooldownVersion *version = g_ptr_array_index (older, i);
      CooldownEntryKind kind = cooldown_entry_get_kind (version->entry);

      begin_line (text);
      g_string_append_printf (text, "{\"kind\":\"%s\",\"device\":",
                              cooldown_entry_kind_get_name (kind));
      cooldown_json_append_string (text, version->device);
      g_string_append_printf (text, ",\"entry\":%s}", version->record);
    }
  g_string_append (text, "\n]\n}\n");
}

/**
 * cooldown_export_json:
 * @journal: a journal
 * @device: what names this device, eight hexadecimal digits; "" for none
 * @n_left_out: (out) (optional): how many entries were left out because no journal would take them:
 *   they were written while the clock was far off
 * @error: return location
 *
 * Puts all that is in the journal into a JSON file, see data/journal-format.md: also what is
 * deleted, and the versions that are kept beside what counts. Equal journals give equal files but
 * for the head.
 *
 * Returns: (transfer full) (nullable): the file; %NULL with @error set when the journal cannot be
 *   read
 */
GBytes *
cooldown_export_json (CooldownJournal *journal,
                      const char *device,
                      guint *n_left_out,
                      GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) older = NULL;
  guint left_out = 0;
  g_autoptr (GPtrArray) versions =
    cooldown_journal_get_versions (journal, device, &older, &left_out, error);

  if (versions == NULL)
    return NULL;
  append_head (text, journal, device);
  for (guint kind = 0; kind < COOLDOWN_N_ENTRY_KINDS; kind++)
    append_kind (text, (CooldownEntryKind) kind, versions);
  append_older (text, older);
  if (n_left_out != NULL)
    *n_left_out = left_out;
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/**
 * cooldown_export_json_to_file:
 * @journal: a journal
 * @device: as for [func@Cooldown.export_json]
 * @file: what it is written to, replaced whole
 * @n_left_out: (out) (optional): as for [func@Cooldown.export_json]
 * @error: return location
 *
 * Returns: whether that worked; else, with @error set, @file is as it was
 */
gboolean
cooldown_export_json_to_file (CooldownJournal *journal,
                              const char *device,
                              GFile *file,
                              guint *n_left_out,
                              GError **error)
{
  g_autoptr (GBytes) bytes = cooldown_export_json (journal, device, n_left_out, error);

  return bytes != NULL && cooldown_new_file_replace (file, bytes, error);
}

/* What follows the head; NULL when there is none. */
static const char *
find_body (GBytes *bytes, gsize *size)
{
  const char *data = g_bytes_get_data (bytes, size);
  const char *body =
    data != NULL ? memmem (data, MIN (*size, MAX_HEAD), BODY, strlen (BODY)) : NULL;

  if (body != NULL)
    *size -= (gsize) (body - data);
  return body;
}

/**
 * cooldown_export_json_is_same:
 * @one: what [func@Cooldown.export_json] gave
 * @other: any bytes
 *
 * Returns: whether @other holds the same journal, exported perhaps by another device or at another
 *   time
 */
gboolean
cooldown_export_json_is_same (GBytes *one, GBytes *other)
{
  gsize size, other_size;
  const char *body = find_body (one, &size);
  const char *other_body = find_body (other, &other_size);

  return body != NULL && other_body != NULL && size == other_size &&
         memcmp (body, other_body, size) == 0;
}
