/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-rows.h"

static const char *const tables[COOLDOWN_N_ENTRY_KINDS] = {
  [COOLDOWN_ENTRY_EPISODE] = "episode", [COOLDOWN_ENTRY_WORKOUT] = "workout",
  [COOLDOWN_ENTRY_NIGHT] = "night",     [COOLDOWN_ENTRY_CHECK] = "check_note",
  [COOLDOWN_ENTRY_SIGN] = "sign",       [COOLDOWN_ENTRY_SESSION] = "session",
};

const char *
journal_get_table (CooldownEntryKind kind)
{
  return tables[kind];
}

static CooldownField
get_field (CooldownEntryKind kind, guint index)
{
  return (CooldownField) (cooldown_entry_kind_get_first_field (kind) + index);
}

/* All that journal_read_row() reads, of a table that is called t in the query. */
void
journal_append_columns (GString *sql, CooldownEntryKind kind)
{
  g_string_append (sql, "t.id, t.uid, t.edits, t.edited, t.deleted, t.written, t.written_offset");
  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (kind); i++)
    {
      const CooldownFieldInfo *info = cooldown_field_get_info (get_field (kind, i));

      if (info->type == COOLDOWN_TYPE_FIELD_REFERENCE)
        g_string_append_printf (sql, ", (SELECT uid FROM %s WHERE id = t.%s)",
                                tables[info->refers_to], info->name);
      else
        g_string_append_printf (sql, ", t.%s", info->name);
      if (info->type == COOLDOWN_TYPE_FIELD_TIME)
        g_string_append_printf (sql, ", t.%s_offset", info->name);
    }
}

static void
read_field (CooldownEntry *entry, CooldownField field, sqlite3_stmt *statement, int *column)
{
  const CooldownFieldInfo *info = cooldown_field_get_info (field);
  int at = (*column)++;
  gboolean noted = sqlite3_column_type (statement, at) != SQLITE_NULL;
  const char *text;

  if (info->type == COOLDOWN_TYPE_FIELD_TIME)
    (*column)++;
  if (!noted)
    return;
  switch (info->type)
    {
    case COOLDOWN_TYPE_FIELD_TIME:
      cooldown_entry_set_time (entry, field, sqlite3_column_int64 (statement, at) * COOLDOWN_SECOND,
                               sqlite3_column_int (statement, at + 1));
      break;
    case COOLDOWN_TYPE_FIELD_NUMBER:
    case COOLDOWN_TYPE_FIELD_FLAG:
      cooldown_entry_set_number (entry, field, sqlite3_column_int64 (statement, at));
      break;
    case COOLDOWN_TYPE_FIELD_TEXT:
    case COOLDOWN_TYPE_FIELD_CHOICE:
    case COOLDOWN_TYPE_FIELD_IDS:
    case COOLDOWN_TYPE_FIELD_REFERENCE:
    default:
      text = (const char *) sqlite3_column_text (statement, at);
      /* A list without ids stands there as an empty text. */
      if (info->type != COOLDOWN_TYPE_FIELD_IDS || (text != NULL && *text != '\0'))
        cooldown_entry_set_text (entry, field, text);
    }
}

static gboolean
read_events (CooldownJournal *self, CooldownEntry *entry, gint64 row, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) statement =
      journal_prepare (self, error,
                       "SELECT name, arg, wall, wall_offset FROM event WHERE session = ?"
                       " ORDER BY seq",
                       "i", row);

  if (statement == NULL)
    return FALSE;
  while (journal_step (self, statement, &local_error))
    cooldown_entry_add_event (entry, (const char *) sqlite3_column_text (statement, 0),
                              (const char *) sqlite3_column_text (statement, 1),
                              sqlite3_column_int64 (statement, 2),
                              sqlite3_column_int (statement, 3));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* What a query for journal_append_columns() gives at its present row. */
CooldownEntry *
journal_read_row (CooldownJournal *self,
                  CooldownEntryKind kind,
                  sqlite3_stmt *statement,
                  GError **error)
{
  g_autoptr (CooldownEntry) entry = cooldown_entry_new (kind);
  int column = 7;

  cooldown_entry_set_uid (entry, (const char *) sqlite3_column_text (statement, 1));
  cooldown_entry_set_edits (entry, sqlite3_column_int64 (statement, 2),
                            sqlite3_column_int64 (statement, 3) * COOLDOWN_SECOND);
  cooldown_entry_set_deleted (entry, sqlite3_column_int64 (statement, 4) * COOLDOWN_SECOND);
  cooldown_entry_set_written (entry, sqlite3_column_int64 (statement, 5) * COOLDOWN_SECOND,
                              sqlite3_column_int (statement, 6));
  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (kind); i++)
    read_field (entry, get_field (kind, i), statement, &column);
  if (kind == COOLDOWN_ENTRY_SESSION &&
      !read_events (self, entry, sqlite3_column_int64 (statement, 0), error))
    return NULL;
  cooldown_entry_set_unchanged (entry);
  return g_steal_pointer (&entry);
}

/* The row's number in its table, 0 if there is none; it may be marked as deleted. */
gint64
journal_find_row (CooldownJournal *self, CooldownEntryKind kind, const char *uid)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE uid = ?", tables[kind]);

  return journal_get_number (self, sql, "s", uid);
}

/* Whether the file knows of the field: a copy may have been made before there was any. */
gboolean
journal_has_field (CooldownJournal *self, CooldownField field)
{
  const char *name = cooldown_field_get_info (field)->name;

  return journal_get_version (self) == COOLDOWN_JOURNAL_VERSION ||
         journal_get_number (self, "SELECT count (*) FROM pragma_table_info (?) WHERE name = ?",
                             "ss", tables[cooldown_field_get_kind (field)], name) > 0;
}

/* "name = ?" of an UPDATE, to be bound by journal_bind_field(). */
void
journal_append_assignment (GString *sql, CooldownField field)
{
  const CooldownFieldInfo *info = cooldown_field_get_info (field);

  if (info->type == COOLDOWN_TYPE_FIELD_REFERENCE)
    g_string_append_printf (sql, "%s = (SELECT id FROM %s WHERE uid = ?)", info->name,
                            tables[info->refers_to]);
  else if (info->type == COOLDOWN_TYPE_FIELD_TIME)
    g_string_append_printf (sql, "%s = ?, %s_offset = ?", info->name, info->name);
  else if (info->type == COOLDOWN_TYPE_FIELD_IDS)
    g_string_append_printf (sql, "%s = ifnull (?, '')", info->name);
  else
    g_string_append_printf (sql, "%s = ?", info->name);
}

/* Binds what the assignment asks for, from @column on; what is not noted stays NULL. */
void
journal_bind_field (sqlite3_stmt *statement, int *column, CooldownEntry *entry, CooldownField field)
{
  CooldownFieldType type = cooldown_field_get_info (field)->type;
  gboolean noted = cooldown_entry_has (entry, field);
  int at = (*column)++;

  if (type == COOLDOWN_TYPE_FIELD_TIME)
    (*column)++;
  if (!noted)
    return;
  if (type == COOLDOWN_TYPE_FIELD_TIME)
    {
      sqlite3_bind_int64 (statement, at, cooldown_entry_get_time (entry, field) / COOLDOWN_SECOND);
      sqlite3_bind_int (statement, at + 1, cooldown_entry_get_time_offset (entry, field));
    }
  else if (type == COOLDOWN_TYPE_FIELD_NUMBER || type == COOLDOWN_TYPE_FIELD_FLAG)
    sqlite3_bind_int64 (statement, at, cooldown_entry_get_number (entry, field));
  else
    sqlite3_bind_text (statement, at, cooldown_entry_get_text (entry, field), -1, SQLITE_TRANSIENT);
}

/* Puts the events of a session in place of those that stand there. They are without boot times:
 * how long something took is told by the times that were noted, or corrected. */
gboolean
journal_write_events (CooldownJournal *self, CooldownEntry *entry, gint64 row, GError **error)
{
  if (!journal_run (self, error, "DELETE FROM event WHERE session = ?", "i", row))
    return FALSE;
  for (guint i = 0; i < cooldown_entry_get_n_events (entry); i++)
    {
      const CooldownEntryEvent *event = cooldown_entry_get_event (entry, i);

      if (!journal_run (self, error,
                        "INSERT INTO event (session, seq, name, arg, wall, wall_offset, boot,"
                        " boot_id) VALUES (?, ?, ?, ?, ?, ?, 0, '')",
                        "iissii", row, (gint64) i, event->name, event->arg, event->at,
                        (gint64) event->offset))
        return FALSE;
    }
  return TRUE;
}
