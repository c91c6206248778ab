/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables for spreadsheets, as RFC 4180 has them.
 *
 * A spreadsheet takes a cell that begins with = + - or @ for a formula: "- better" becomes an error,
 * and what somebody else put into a note could be run on the doctor's computer. So such a cell gets
 * an apostrophe in front, and so does one that begins with an apostrophe: whoever takes one off
 * every cell that has one has what was written.
 */
#include "export-csv.h"

#include "core/iso-time.h"
#include "new-file.h"

#include <string.h>

#define NEW_LINE "\r\n"
#define NEEDS_QUOTES ",\"\r\n"
/* One for each kind of entry, and one for events. */
#define N_TABLES (COOLDOWN_N_ENTRY_KINDS + 1)
#define TAKEN_FOR_FORMULA "=+-@\t\r'"

static void
append_cell (GString *text, const char *cell)
{
  gboolean quoted = *cell == '\0' || strpbrk (cell, NEEDS_QUOTES) != NULL;

  if (quoted)
    g_string_append_c (text, '"');
  if (*cell != '\0' && strchr (TAKEN_FOR_FORMULA, *cell) != NULL)
    g_string_append_c (text, '\'');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *cell);
    }
  if (quoted)
    g_string_append_c (text, '"');
}

/* What is not noted is an empty cell; a text that was noted as empty is "". */
static void
append_field (GString *text, CooldownEntry *entry, CooldownField field)
{
  if (!cooldown_entry_has (entry, field))
    return;
  switch (cooldown_field_get_info (field)->type)
    {
    case COOLDOWN_TYPE_FIELD_TIME:
      cooldown_iso_append (text, cooldown_entry_get_time (entry, field),
                           cooldown_entry_get_time_offset (entry, field));
      break;
    case COOLDOWN_TYPE_FIELD_NUMBER:
      g_string_append_printf (text, "%" G_GINT64_FORMAT, cooldown_entry_get_number (entry, field));
      break;
    case COOLDOWN_TYPE_FIELD_FLAG:
      g_string_append (text, cooldown_entry_get_number (entry, field) ? "true" : "false");
      break;
    case COOLDOWN_TYPE_FIELD_TEXT:
    case COOLDOWN_TYPE_FIELD_CHOICE:
    case COOLDOWN_TYPE_FIELD_IDS:
    case COOLDOWN_TYPE_FIELD_REFERENCE:
    default:
      append_cell (text, cooldown_entry_get_text (entry, field));
      break;
    }
}

static void
append_header (GString *text, CooldownEntryKind kind)
{
  CooldownField first = cooldown_entry_kind_get_first_field (kind);

  g_string_append (text, "uid");
  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (kind); i++)
    g_string_append_printf (text, ",%s",
                            cooldown_field_get_info ((CooldownField) (first + i))->name);
  g_string_append (text, ",written,edits" NEW_LINE);
}

static void
append_row (GString *text, CooldownEntry *entry)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);
  CooldownField first = cooldown_entry_kind_get_first_field (kind);

  append_cell (text, cooldown_entry_get_uid (entry));
  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (kind); i++)
    {
      g_string_append_c (text, ',');
      append_field (text, entry, (CooldownField) (first + i));
    }
  g_string_append_c (text, ',');
  cooldown_iso_append (text, cooldown_entry_get_written (entry),
                       cooldown_entry_get_written_offset (entry));
  g_string_append_printf (text, ",%" G_GINT64_FORMAT NEW_LINE, cooldown_entry_get_edits (entry));
}

/**
 * cooldown_export_csv:
 * @entries: (element-type CooldownEntry): entries, of which those of other kinds are passed over
 * @kind: what the table is of
 *
 * Returns: (transfer full): a table with a header and a row for each entry
 */
char *
cooldown_export_csv (GPtrArray *entries, CooldownEntryKind kind)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_header (text, kind);
  for (guint i = 0; i < entries->len; i++)
    if (cooldown_entry_get_kind (entries->pdata[i]) == kind)
      append_row (text, entries->pdata[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_events (GString *text, CooldownEntry *session)
{
  for (guint i = 0; i < cooldown_entry_get_n_events (session); i++)
    {
      const CooldownEntryEvent *event = cooldown_entry_get_event (session, i);

      append_cell (text, cooldown_entry_get_uid (session));
      g_string_append_printf (text, ",%u,", i);
      append_cell (text, event->name);
      g_string_append_c (text, ',');
      append_cell (text, event->arg);
      g_string_append_c (text, ',');
      cooldown_iso_append (text, event->at, event->offset);
      g_string_append (text, NEW_LINE);
    }
}

/**
 * cooldown_export_csv_events:
 * @entries: (element-type CooldownEntry): entries, of which only sessions matter
 *
 * Returns: (transfer full): a table of what happened in the sessions
 */
char *
cooldown_export_csv_events (GPtrArray *entries)
{
  g_autoptr (GString) text = g_string_new ("session,number,name,arg,at" NEW_LINE);

  for (guint i = 0; i < entries->len; i++)
    if (cooldown_entry_get_kind (entries->pdata[i]) == COOLDOWN_ENTRY_SESSION)
      append_events (text, entries->pdata[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  CooldownEntry *one = *(CooldownEntry *const *) a, *other = *(CooldownEntry *const *) b;
  gint64 at = cooldown_entry_get_at (one), other_at = cooldown_entry_get_at (other);

  if (at != other_at)
    return at < other_at ? -1 : 1;
  return strcmp (cooldown_entry_get_uid (one), cooldown_entry_get_uid (other));
}

/* The oldest first, without sessions that go on. */
static GPtrArray *
read_entries (CooldownJournal *journal, GError **error)
{
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_autoptr (GPtrArray) entries = cooldown_journal_find (journal, &query, error);

  if (entries == NULL)
    return NULL;
  for (guint i = entries->len; i > 0; i--)
    {
      CooldownEntry *entry = g_ptr_array_index (entries, i - 1);

      if (cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_SESSION &&
          cooldown_entry_get_number (entry, COOLDOWN_FIELD_SESSION_OPEN))
        g_ptr_array_remove_index_fast (entries, i - 1);
    }
  g_ptr_array_sort (entries, compare_entries);
  return g_steal_pointer (&entries);
}

/* The last table is of what happened in sessions. */
static char *
name_table (const char *stem, guint table)
{
  const char *kind = table < COOLDOWN_N_ENTRY_KINDS
                       ? cooldown_entry_kind_get_name ((CooldownEntryKind) table)
                       : "event";

  return g_strdup_printf ("%s-%ss.csv", stem, kind);
}

/**
 * cooldown_export_csv_get_names:
 * @stem: what the names begin with: "cooldown"
 *
 * Returns: (transfer full) (element-type filename): what [func@Cooldown.export_csv_to_folder] calls
 *   its tables
 */
GPtrArray *
cooldown_export_csv_get_names (const char *stem)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint table = 0; table < N_TABLES; table++)
    g_ptr_array_add (names, name_table (stem, table));
  return names;
}

static gboolean
write_table (GFile *folder, const char *name, char *table, GPtrArray *files, GError **error)
{
  g_autoptr (GFile) target = g_file_get_child (folder, name);
  g_autoptr (GBytes) bytes = g_bytes_new_take (table, strlen (table));
  CooldownNewFile *file = cooldown_new_file_write (target, bytes, error);

  if (file != NULL)
    g_ptr_array_add (files, file);
  return file != NULL;
}

/**
 * cooldown_export_csv_to_folder:
 * @journal: a journal
 * @folder: where the tables are put
 * @stem: what their names begin with
 * @error: return location
 *
 * Writes a table for each kind of entry and one for the events of sessions, "cooldown-episodes.csv"
 * and so on, see data/journal-format.md. All are written before the first of them gets its name.
 *
 * Returns: whether that worked; else, with @error set, what had these names has not changed, unless
 *   the folder itself failed while they were given
 */
gboolean
cooldown_export_csv_to_folder (CooldownJournal *journal,
                               GFile *folder,
                               const char *stem,
                               GError **error)
{
  g_autoptr (GPtrArray) entries = read_entries (journal, error);
  g_autoptr (GPtrArray) files =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cooldown_new_file_free);

  if (entries == NULL)
    return FALSE;
  for (guint table = 0; table < N_TABLES; table++)
    {
      g_autofree char *name = name_table (stem, table);
      char *text = table < COOLDOWN_N_ENTRY_KINDS
                     ? cooldown_export_csv (entries, (CooldownEntryKind) table)
                     : cooldown_export_csv_events (entries);

      if (!write_table (folder, name, text, files, error))
        return FALSE;
    }
  for (guint i = 0; i < files->len; i++)
    if (!cooldown_new_file_put_in_place (files->pdata[i], error))
      return FALSE;
  return TRUE;
}
