/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving an entry, and marking one as deleted. */
#include "journal-entries.h"
#include "journal-rows.h"
#include "night.h"

static void
give_uid (CooldownEntry *entry)
{
  g_autofree char *uid = NULL;

  if (cooldown_entry_get_uid (entry) != NULL)
    return;
  if (cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_NIGHT)
    uid = cooldown_night_get_uid (cooldown_entry_get_text (entry, COOLDOWN_FIELD_NIGHT_DATE));
  else
    uid = g_uuid_string_random ();
  cooldown_entry_set_uid (entry, uid);
}

/* Whether the field is to be written: it was changed, or with @all any that there is room for. */
static gboolean
is_meant (CooldownJournal *self, CooldownEntry *entry, CooldownField field, gboolean all)
{
  return all ? journal_has_field (self, field) : cooldown_entry_is_changed (entry, field);
}

/* A row with what may not be missing, and nothing else. */
static gboolean
insert (CooldownJournal *self, CooldownEntry *entry, GError **error)
{
  static const char *const always[COOLDOWN_N_ENTRY_KINDS] = {
    [COOLDOWN_ENTRY_EPISODE] = "INSERT INTO episode (began, began_offset",
    [COOLDOWN_ENTRY_WORKOUT] = "INSERT INTO workout (kind, minutes, ended, ended_offset",
    [COOLDOWN_ENTRY_NIGHT] = "INSERT INTO night (date",
    [COOLDOWN_ENTRY_CHECK] = "INSERT INTO check_note (ticks, denied, places, level, at, at_offset",
    [COOLDOWN_ENTRY_SIGN] = "INSERT INTO sign (item, outcome, at, at_offset",
    [COOLDOWN_ENTRY_SESSION] = "INSERT INTO session (kind, plan, said, open, at, at_offset",
  };
  static const char *const values[COOLDOWN_N_ENTRY_KINDS] = {
    [COOLDOWN_ENTRY_EPISODE] = "0, 0",           [COOLDOWN_ENTRY_WORKOUT] = "'', 0, 0, 0",
    [COOLDOWN_ENTRY_NIGHT] = "substr (?1, 7)",   [COOLDOWN_ENTRY_CHECK] = "'', '', '', '', 0, 0",
    [COOLDOWN_ENTRY_SIGN] = "'', '', 0, 0",      [COOLDOWN_ENTRY_SESSION] = "'', '', -1, 0, 0, 0",
  };
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);
  g_autofree char *sql = g_strdup_printf ("%s, uid, written, written_offset)"
                                          " VALUES (%s, ?1, ?2, ?3)",
                                          always[kind], values[kind]);

  return journal_run (self, error, sql, "sii", cooldown_entry_get_uid (entry),
                      cooldown_entry_get_written (entry) / COOLDOWN_SECOND,
                      (gint64) cooldown_entry_get_written_offset (entry));
}

/* The fields that were changed, or all of them. */
static gboolean
update (CooldownJournal *self, CooldownEntry *entry, gint64 row, gboolean all, GError **error)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);
  CooldownField first = cooldown_entry_kind_get_first_field (kind);
  CooldownField end = (CooldownField) (first + cooldown_entry_kind_get_n_fields (kind));
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) statement = NULL;
  int column = 1;

  g_string_append_printf (sql, "UPDATE %s SET edits = %" G_GINT64_FORMAT
                               ", edited = %" G_GINT64_FORMAT,
                          journal_get_table (kind), cooldown_entry_get_edits (entry),
                          cooldown_entry_get_edited (entry) / COOLDOWN_SECOND);
  if (cooldown_entry_get_deleted (entry) != 0)
    g_string_append_printf (sql, ", deleted = %" G_GINT64_FORMAT,
                            cooldown_entry_get_deleted (entry) / COOLDOWN_SECOND);
  else
    g_string_append (sql, ", deleted = NULL");
  for (CooldownField field = first; field < end; field++)
    if (is_meant (self, entry, field, all))
      {
        g_string_append (sql, ", ");
        journal_append_assignment (sql, field);
      }
  g_string_append_printf (sql, " WHERE id = %" G_GINT64_FORMAT, row);

  statement = journal_prepare (self, error, sql->str, "");
  if (statement == NULL)
    return FALSE;
  for (CooldownField field = first; field < end; field++)
    if (is_meant (self, entry, field, all))
      journal_bind_field (statement, &column, entry, field);
  if (sqlite3_step (statement) != SQLITE_DONE)
    return journal_fail (self, COOLDOWN_JOURNAL_ERROR_WRITE, error);
  return kind != COOLDOWN_ENTRY_SESSION ||
         (!all && !cooldown_entry_are_events_changed (entry)) ||
         journal_write_events (self, entry, row, error);
}

/* Writes the entry as it is, with the edits it has: for what was edited elsewhere too. In a
 * transaction of the caller's. */
gboolean
journal_write_entry (CooldownJournal *self, CooldownEntry *entry, gboolean all, GError **error)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);
  gint64 row = journal_find_row (self, kind, cooldown_entry_get_uid (entry));

  if (row == 0)
    {
      if (!insert (self, entry, error))
        return FALSE;
      row = journal_last_id (self);
      all = TRUE;
    }
  return update (self, entry, row, all, error);
}

static gboolean
is_the_agents (CooldownJournal *self, CooldownEntry *entry, GError **error)
{
  if (cooldown_entry_get_kind (entry) != COOLDOWN_ENTRY_SESSION ||
      journal_get_number (self, "SELECT open FROM session WHERE uid = ?", "s",
                          cooldown_entry_get_uid (entry)) == 0)
    return FALSE;
  g_set_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_VALUE,
               "a session that goes on is changed by what goes on with it");
  return TRUE;
}

/* Whether the row is marked as deleted, or emptied since. */
static gboolean
is_deleted (CooldownJournal *self, CooldownEntry *entry, const char *condition)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE uid = ?"
                                          " AND deleted IS NOT NULL%s",
                                          journal_get_table (cooldown_entry_get_kind (entry)),
                                          condition);

  return journal_get_number (self, sql, "s", cooldown_entry_get_uid (entry)) > 0;
}

/* What the next edit of it counts as. */
static void
count_edit (CooldownJournal *self, CooldownEntry *entry)
{
  gint64 now = journal_now (self);
  g_autofree char *sql =
      g_strdup_printf ("SELECT edits + 1 FROM %s WHERE uid = ?",
                       journal_get_table (cooldown_entry_get_kind (entry)));
  gint64 edits = journal_get_number (self, sql, "s", cooldown_entry_get_uid (entry));

  cooldown_entry_set_edits (entry, edits, edits > 0 ? now : 0);
  cooldown_entry_set_deleted (entry, 0);
  /* Of what was emptied nothing says any more when it was noted. */
  if (edits == 0 || is_deleted (self, entry, " AND written = 0"))
    cooldown_entry_set_written (entry, now, journal_offset (self, now));
}

static gboolean
write_written (CooldownJournal *self, CooldownEntry *entry, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET written = ?, written_offset = ?"
                                          " WHERE uid = ? AND written = 0",
                                          journal_get_table (cooldown_entry_get_kind (entry)));

  return journal_run (self, error, sql, "iis", cooldown_entry_get_written (entry) / COOLDOWN_SECOND,
                      (gint64) cooldown_entry_get_written_offset (entry),
                      cooldown_entry_get_uid (entry));
}

/* What is noted where something was deleted does not bring back what stood there. */
static gboolean
write_noted (CooldownJournal *self, CooldownEntry *entry, GError **error)
{
  gboolean all = is_deleted (self, entry, "");

  return journal_write_entry (self, entry, all, error) &&
         (!all || write_written (self, entry, error));
}

/**
 * cooldown_journal_put_entry:
 * @self: a journal
 * @entry: an entry; a new one is given its uid
 * @error: return location
 *
 * Saves an entry: of one that stands in the journal the fields that were changed since it was read,
 * so that what others changed meanwhile stays. One that was marked as deleted comes back as it is in
 * @entry, and with nothing else of what stood there.
 *
 * Returns: whether it was written; %FALSE with @error set also when it is none, see
 *   [method@Cooldown.Entry.validate], or a session that goes on
 */
gboolean
cooldown_journal_put_entry (CooldownJournal *self, CooldownEntry *entry, GError **error)
{
  g_autoptr (CooldownEntry) tried = cooldown_entry_copy (entry);

  if (!cooldown_entry_validate (tried, error) || !journal_begin (self, error))
    return FALSE;
  give_uid (tried);
  count_edit (self, tried);
  if (is_the_agents (self, tried, error) || !write_noted (self, tried, error))
    {
      journal_end (self, FALSE, NULL);
      return FALSE;
    }
  if (!journal_end (self, TRUE, error))
    return FALSE;
  cooldown_entry_set_uid (entry, cooldown_entry_get_uid (tried));
  cooldown_entry_set_edits (entry, cooldown_entry_get_edits (tried),
                            cooldown_entry_get_edited (tried));
  cooldown_entry_set_written (entry, cooldown_entry_get_written (tried),
                              cooldown_entry_get_written_offset (tried));
  cooldown_entry_set_deleted (entry, 0);
  cooldown_entry_set_unchanged (entry);
  return TRUE;
}

/**
 * cooldown_journal_mark_entry:
 * @self: a journal
 * @kind: what the entry is about
 * @uid: which one it is
 * @deleted: whether it is to be deleted; %FALSE takes that back
 * @error: return location
 *
 * Marks an entry as deleted, or takes the mark away. Its text stays for thirty days.
 *
 * Returns: whether that worked; %FALSE with @error set also when there is no such entry, or nothing
 *   of it any more
 */
gboolean
cooldown_journal_mark_entry (CooldownJournal *self,
                             CooldownEntryKind kind,
                             const char *uid,
                             gboolean deleted,
                             GError **error)
{
  gint64 now = journal_now (self) / COOLDOWN_SECOND;
  g_autofree char *sql =
      g_strdup_printf ("UPDATE %s SET deleted = %s, edits = edits + 1, edited = ?2"
                       " WHERE uid = ?1 AND written <> 0%s",
                       journal_get_table (kind), deleted ? "?2" : "NULL",
                       kind == COOLDOWN_ENTRY_SESSION ? " AND open = 0" : "");

  if (!journal_run (self, error, sql, "si", uid, now))
    return FALSE;
  if (sqlite3_changes (self->db) > 0)
    return TRUE;
  g_set_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_VALUE,
               "there is no %s “%s” that could be deleted", cooldown_entry_kind_get_name (kind),
               uid);
  return FALSE;
}
