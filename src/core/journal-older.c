/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-older.h"

#include "entry-json.h"
#include "journal-merge.h"
#include "journal-rows.h"

/* The entry that a record is of; NULL and said in the log when it cannot be read. */
static CooldownEntry *
read_record (CooldownEntryKind kind, const char *record)
{
  g_autoptr (CooldownProblems) problems = cooldown_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (record, &error);
  g_autofree char *text = NULL;
  CooldownEntry *entry = NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    entry = cooldown_entry_new_from_json (kind, json_node_get_object (node), problems);
  if (entry != NULL)
    return entry;
  text = cooldown_problems_to_string (problems);
  g_message ("an older version in the journal cannot be read: %s",
             error != NULL ? error->message : text);
  return NULL;
}

/* Adds the older versions of one entry, or without @uid all of them, to @versions; what cannot be
 * read stays where it is. */
gboolean
journal_read_older (CooldownJournal *self,
                    const char *kind,
                    const char *uid,
                    GPtrArray *versions,
                    GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) statement =
    journal_prepare (self, error,
                     "SELECT kind, device, record FROM older"
                     " WHERE (?1 IS NULL OR kind = ?1) AND (?2 IS NULL OR uid = ?2)",
                     "ss", kind, uid);

  if (statement == NULL)
    return FALSE;
  while (journal_step (self, statement, &local_error))
    {
      const char *device = (const char *) sqlite3_column_text (statement, 1);
      const char *record = (const char *) sqlite3_column_text (statement, 2);
      CooldownEntryKind of;
      g_autoptr (CooldownEntry) entry = NULL;

      if (cooldown_entry_kind_parse ((const char *) sqlite3_column_text (statement, 0), &of))
        entry = read_record (of, record);
      if (entry != NULL)
        g_ptr_array_add (versions, cooldown_version_new (entry, device));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Keeps a version, or takes over where it is known from. */
gboolean
journal_keep_older (CooldownJournal *self, const CooldownVersion *version, GError **error)
{
  CooldownEntry *entry = version->entry;

  return journal_run (self, error,
                      "INSERT INTO older (kind, uid, edits, edited, device, record, kept)"
                      " VALUES (?, ?, ?, ?, ?, ?, ?)"
                      " ON CONFLICT (kind, uid, record) DO UPDATE SET device = excluded.device",
                      "ssiissi", cooldown_entry_kind_get_name (cooldown_entry_get_kind (entry)),
                      cooldown_entry_get_uid (entry), cooldown_entry_get_edits (entry),
                      cooldown_entry_get_edited (entry) / COOLDOWN_SECOND, version->device,
                      version->record, journal_now (self) / COOLDOWN_SECOND);
}

gboolean
journal_drop_older (CooldownJournal *self, const CooldownVersion *version, GError **error)
{
  return journal_run (self, error, "DELETE FROM older WHERE kind = ? AND uid = ? AND record = ?",
                      "sss",
                      cooldown_entry_kind_get_name (cooldown_entry_get_kind (version->entry)),
                      cooldown_entry_get_uid (version->entry), version->record);
}

static int
compare_highest_first (gconstpointer a, gconstpointer b)
{
  return cooldown_version_compare (*(CooldownVersion *const *) b, *(CooldownVersion *const *) a);
}

/**
 * cooldown_journal_get_older:
 * @self: a journal
 * @kind: what the entry is about
 * @uid: which one it is
 * @error: return location
 *
 * What an entry was on one device before another device's edit of it came to count. To take one
 * back, its fields are put into the entry.
 *
 * Returns: (transfer full) (nullable) (element-type CooldownVersion): the versions that are kept of
 *   it, the newest first, freeing them; %NULL with @error set when the file cannot be read
 */
GPtrArray *
cooldown_journal_get_older (CooldownJournal *self,
                            CooldownEntryKind kind,
                            const char *uid,
                            GError **error)
{
  g_autoptr (GPtrArray) versions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cooldown_version_free);

  if (!journal_read_older (self, cooldown_entry_kind_get_name (kind), uid, versions, error))
    return NULL;
  for (guint i = versions->len; i > 0; i--)
    if (cooldown_entry_is_emptied (((CooldownVersion *) versions->pdata[i - 1])->entry))
      g_ptr_array_remove_index (versions, i - 1);
  g_ptr_array_sort (versions, compare_highest_first);
  return g_steal_pointer (&versions);
}
