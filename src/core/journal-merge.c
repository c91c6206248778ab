/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-merge.h"

#include "entry-json.h"
#include "journal-emptied.h"
#include "journal-older.h"
#include "journal-rows.h"

#include <stdlib.h>
#include <string.h>

/* What is referred to stands before what refers to it. */
static const char places_in_order[COOLDOWN_N_ENTRY_KINDS] = {
  [COOLDOWN_ENTRY_SESSION] = 'a', [COOLDOWN_ENTRY_WORKOUT] = 'b', [COOLDOWN_ENTRY_EPISODE] = 'c',
  [COOLDOWN_ENTRY_NIGHT] = 'd',   [COOLDOWN_ENTRY_CHECK] = 'e',   [COOLDOWN_ENTRY_SIGN] = 'f',
};

/* One entry, as it is here and as it came. */
typedef struct
{
  CooldownEntry *row;    /* (nullable): as it stands here, also if it only waits */
  gboolean hands_off;    /* what stands here cannot be compared now */
  CooldownVersion *here; /* (nullable): what counts here */
  GPtrArray *older;      /* (nullable): versions that are kept here */
  GPtrArray *versions;   /* (nullable): all that came */
  GPtrArray *settled;    /* (nullable): what is known then, what counts first */
} Case;

typedef struct
{
  CooldownJournal *journal;
  const char *device; /* (nullable) */
  gboolean only_look;
  GHashTable *cases; /* (element-type utf8 Case) */
  CooldownMergeCounts *counts;
} Merge;

static GPtrArray *
new_versions (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cooldown_version_free);
}

static void
case_free (gpointer data)
{
  Case *self = data;

  g_clear_object (&self->row);
  g_clear_pointer (&self->here, cooldown_version_free);
  g_clear_pointer (&self->older, g_ptr_array_unref);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->settled, g_ptr_array_unref);
  g_free (self);
}

static Case *
get_case (Merge *merge, CooldownEntry *entry)
{
  char *key = g_strdup_printf ("%c%s", places_in_order[cooldown_entry_get_kind (entry)],
                               cooldown_entry_get_uid (entry));
  Case *found = g_hash_table_lookup (merge->cases, key);

  if (found == NULL)
    {
      found = g_new0 (Case, 1);
      g_hash_table_insert (merge->cases, key, found);
    }
  else
    g_free (key);
  return found;
}

static void
add_version (GPtrArray **versions, CooldownVersion *version)
{
  if (*versions == NULL)
    *versions = new_versions ();
  g_ptr_array_add (*versions, version);
}

static gboolean
load (Merge *merge, GError **error)
{
  g_autoptr (GPtrArray) rows = journal_read_all (merge->journal, error);
  g_autoptr (GPtrArray) older = new_versions ();

  if (rows == NULL || !journal_read_older (merge->journal, NULL, NULL, older, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      CooldownEntry *row = g_ptr_array_index (rows, i);
      Case *at = get_case (merge, row);

      at->row = g_object_ref (row);
      /* A session that goes on is the agent's; and what is not whole has no text to compare. */
      at->hands_off = !journal_is_placeholder (row) && !cooldown_entry_check_whole (row, NULL);
    }
  g_ptr_array_set_free_func (older, NULL);
  for (guint i = 0; i < older->len; i++)
    {
      CooldownVersion *version = g_ptr_array_index (older, i);

      add_version (&get_case (merge, version->entry)->older, version);
    }
  return TRUE;
}

/* Most entries are the same on both sides. */
static gboolean
is_known (Case *at)
{
  return at->here != NULL && at->older == NULL && at->versions->len == 1 &&
         strcmp (((CooldownVersion *) at->versions->pdata[0])->record, at->here->record) == 0;
}

/* All that is known of the entry, here and there. */
static void
settle (Case *at)
{
  at->settled = new_versions ();
  if (at->here != NULL)
    g_ptr_array_add (at->settled, cooldown_version_copy (at->here));
  for (guint i = 0; at->older != NULL && i < at->older->len; i++)
    g_ptr_array_add (at->settled, cooldown_version_copy (at->older->pdata[i]));
  for (guint i = 0; i < at->versions->len; i++)
    g_ptr_array_add (at->settled, cooldown_version_copy (at->versions->pdata[i]));
  cooldown_versions_settle (at->settled);
}

/* The versions from @first on by their text. */
static GHashTable *
index_records (GPtrArray *versions, guint first)
{
  GHashTable *records = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = first; versions != NULL && i < versions->len; i++)
    {
      CooldownVersion *version = g_ptr_array_index (versions, i);

      g_hash_table_insert (records, version->record, version);
    }
  return records;
}

static gboolean
is_seen (const CooldownVersion *version)
{
  return version != NULL && cooldown_entry_get_deleted (version->entry) == 0;
}

static void
count (Merge *merge, Case *at)
{
  CooldownMergeCounts *counts = merge->counts;
  const CooldownVersion *winner = g_ptr_array_index (at->settled, 0);
  gboolean before = is_seen (at->here), after = is_seen (winner);
  g_autoptr (GHashTable) known = index_records (at->older, 0);
  guint older = counts->older;

  for (guint i = 1; i < at->settled->len; i++)
    counts->older +=
      !g_hash_table_contains (known, ((CooldownVersion *) at->settled->pdata[i])->record);
  if (!before && after)
    counts->added++;
  else if (before && !after)
    counts->removed++;
  else if (before && strcmp (at->here->fields, winner->fields) != 0)
    counts->changed++;
  else if (counts->older == older)
    counts->same++;
}

/* Said before the file refuses it in words of its own. */
static gboolean
is_session_free (CooldownJournal *self, CooldownEntry *entry, GError **error)
{
  const char *uid = cooldown_entry_get_uid (entry);

  if (cooldown_entry_get_kind (entry) != COOLDOWN_ENTRY_WORKOUT ||
      journal_get_number (self,
                          "SELECT count (*) FROM workout JOIN session"
                          " ON workout.session = session.id WHERE session.uid = ?"
                          " AND workout.uid <> ?",
                          "ss", cooldown_entry_get_text (entry, COOLDOWN_FIELD_WORKOUT_SESSION),
                          uid) == 0)
    return TRUE;
  g_set_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_VALUE,
               "the session of the workout “%s” belongs to another workout", uid);
  return FALSE;
}

static gboolean
write_whole (CooldownJournal *self, CooldownEntry *entry, GError **error)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);
  const char *uid = cooldown_entry_get_uid (entry);
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET written = ?, written_offset = ?"
                                          " WHERE uid = ?",
                                          journal_get_table (kind));

  if (cooldown_entry_is_emptied (entry))
    return journal_write_emptied (self, kind, uid, cooldown_entry_get_edits (entry),
                                  cooldown_entry_get_edited (entry),
                                  cooldown_entry_get_deleted (entry), error);
  return journal_write_placeholders (self, entry, error) && is_session_free (self, entry, error) &&
         journal_write_entry (self, entry, TRUE, error) &&
         journal_run (self, error, sql, "iis", cooldown_entry_get_written (entry) / COOLDOWN_SECOND,
                      (gint64) cooldown_entry_get_written_offset (entry), uid);
}

static gboolean
write_winner (Merge *merge, Case *at, GError **error)
{
  const CooldownVersion *winner = g_ptr_array_index (at->settled, 0);

  if (at->here != NULL && strcmp (at->here->record, winner->record) == 0)
    return TRUE;
  merge->counts->written++;
  return merge->only_look || write_whole (merge->journal, winner->entry, error);
}

/* What is not kept any more. */
static gboolean
drop_older (Merge *merge, Case *at, GError **error)
{
  g_autoptr (GHashTable) wanted = index_records (at->settled, 1);

  for (guint i = 0; at->older != NULL && i < at->older->len; i++)
    {
      const CooldownVersion *version = g_ptr_array_index (at->older, i);

      if (g_hash_table_contains (wanted, version->record))
        continue;
      merge->counts->written++;
      if (!merge->only_look && !journal_drop_older (merge->journal, version, error))
        return FALSE;
    }
  return TRUE;
}

/* What is kept from now on, or known from another device. */
static gboolean
keep_older (Merge *merge, Case *at, GError **error)
{
  g_autoptr (GHashTable) known = index_records (at->older, 0);

  for (guint i = 1; i < at->settled->len; i++)
    {
      const CooldownVersion *version = g_ptr_array_index (at->settled, i);
      const CooldownVersion *here = g_hash_table_lookup (known, version->record);

      if (here != NULL && strcmp (here->device, version->device) == 0)
        continue;
      merge->counts->written++;
      if (!merge->only_look && !journal_keep_older (merge->journal, version, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
merge_case (Merge *merge, Case *at, GError **error)
{
  if (at->row != NULL && !at->hands_off && !journal_is_placeholder (at->row))
    at->here = cooldown_version_new (at->row, merge->device);
  if (at->hands_off || is_known (at))
    {
      merge->counts->same++;
      return TRUE;
    }
  settle (at);
  count (merge, at);
  return write_winner (merge, at, error) && drop_older (merge, at, error) &&
         keep_older (merge, at, error);
}

/* Always in the same order, which also brings what is referred to first. */
static gboolean
merge_all (Merge *merge, GError **error)
{
  guint n_keys;
  g_autofree char **keys = (char **) g_hash_table_get_keys_as_array (merge->cases, &n_keys);

  qsort (keys, n_keys, sizeof *keys, compare_keys);
  for (guint i = 0; i < n_keys; i++)
    {
      Case *at = g_hash_table_lookup (merge->cases, keys[i]);

      if (at->versions != NULL && !merge_case (merge, at, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_and_merge (Merge *merge, GPtrArray *versions, GError **error)
{
  if (!load (merge, error))
    return FALSE;
  for (guint i = 0; i < versions->len; i++)
    {
      const CooldownVersion *version = g_ptr_array_index (versions, i);

      add_version (&get_case (merge, version->entry)->versions, cooldown_version_copy (version));
    }
  return merge_all (merge, error);
}

/**
 * cooldown_journal_merge:
 * @self: a journal
 * @versions: (element-type CooldownVersion): what came from another device: what counts there, and
 *   the versions that it keeps, in any order
 * @device: (nullable): this device, to say where the versions here are known from
 * @only_look: whether nothing is to be written
 * @counts: (out): what was done, or would be
 * @error: return location
 *
 * Takes over what another device knows, in one transaction. All devices that heard of the same come
 * to the same, in whichever order and however often they did.
 *
 * Returns: whether that worked; else the journal is as it was
 */
gboolean
cooldown_journal_merge (CooldownJournal *self,
                        GPtrArray *versions,
                        const char *device,
                        gboolean only_look,
                        CooldownMergeCounts *counts,
                        GError **error)
{
  g_autoptr (GHashTable) cases =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, case_free);
  Merge merge = { self, device, only_look, cases, counts };
  gboolean begun;

  *counts = (CooldownMergeCounts){ 0 };
  begun = only_look ? journal_run (self, error, "BEGIN", "") : journal_begin (self, error);
  if (!begun)
    return FALSE;
  if (load_and_merge (&merge, versions, error))
    return journal_end (self, TRUE, error);
  journal_end (self, FALSE, NULL);
  return FALSE;
}
