/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a journal has for another device. */
#include "entry-json.h"
#include "journal-emptied.h"
#include "journal-entries.h"
#include "journal-merge.h"
#include "journal-older.h"

#include <string.h>

/* Every row of an entry, also of what is deleted or waited for. */
GPtrArray *
journal_read_all (CooldownJournal *self, GError **error)
{
  CooldownQuery query = COOLDOWN_QUERY_INIT;

  query.with_deleted = TRUE;
  return cooldown_journal_find (self, &query, error);
}

static int
compare_for_export (gconstpointer a, gconstpointer b)
{
  const CooldownVersion *one = *(CooldownVersion *const *) a;
  const CooldownVersion *other = *(CooldownVersion *const *) b;
  CooldownEntryKind kind = cooldown_entry_get_kind (one->entry);
  CooldownEntryKind other_kind = cooldown_entry_get_kind (other->entry);
  int order;

  if (kind != other_kind)
    return kind < other_kind ? -1 : 1;
  order = strcmp (cooldown_entry_get_uid (one->entry), cooldown_entry_get_uid (other->entry));
  return order != 0 ? order : cooldown_version_compare (other, one);
}

/* A session that goes on is not left out: it is still to come. */
static gboolean
is_still_to_come (CooldownEntry *row)
{
  return journal_is_placeholder (row) ||
         (cooldown_entry_get_kind (row) == COOLDOWN_ENTRY_SESSION &&
          cooldown_entry_get_number (row, COOLDOWN_FIELD_SESSION_OPEN) != 0);
}

static gboolean
read_versions (CooldownJournal *self,
               const char *device,
               GPtrArray *current,
               GPtrArray *older,
               guint *n_left_out,
               GError **error)
{
  g_autoptr (GPtrArray) rows = journal_read_all (self, error);

  if (rows == NULL || !journal_read_older (self, NULL, NULL, older, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      CooldownEntry *row = g_ptr_array_index (rows, i);

      if (is_still_to_come (row))
        continue;
      if (cooldown_entry_check_whole (row, NULL))
        g_ptr_array_add (current, cooldown_version_new (row, device));
      else
        (*n_left_out)++;
    }
  return TRUE;
}

/**
 * cooldown_journal_get_versions:
 * @self: a journal
 * @device: (nullable): this device
 * @older: (out) (transfer full) (element-type CooldownVersion): the versions that are kept beside
 *   what counts, freeing them
 * @n_left_out: (out): how many entries cannot go to another journal: when they were is not in the
 *   years 2000 to 2099, because the clock was wrong
 * @error: return location
 *
 * All there is for another device, that at one moment: sessions that go on are left to this one.
 * Equal journals give equal lists: by kind, then by uid, the highest version first.
 *
 * Returns: (transfer full) (nullable) (element-type CooldownVersion): what counts, also what is
 *   deleted, freeing it; %NULL with @error set when the file cannot be read
 */
GPtrArray *
cooldown_journal_get_versions (CooldownJournal *self,
                               const char *device,
                               GPtrArray **older,
                               guint *n_left_out,
                               GError **error)
{
  g_autoptr (GPtrArray) current =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cooldown_version_free);
  g_autoptr (GPtrArray) kept =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cooldown_version_free);
  gboolean read;

  *n_left_out = 0;
  if (!journal_run (self, error, "BEGIN", ""))
    return NULL;
  read = read_versions (self, device, current, kept, n_left_out, error);
  journal_end (self, FALSE, NULL);
  if (!read)
    return NULL;
  g_ptr_array_sort (current, compare_for_export);
  g_ptr_array_sort (kept, compare_for_export);
  *older = g_steal_pointer (&kept);
  return g_steal_pointer (&current);
}

/**
 * cooldown_journal_get_now:
 * @self: a journal
 * @offset: (out): how many seconds local time is ahead of UTC
 *
 * Returns: the time that would be noted with what is written now, microseconds since 1970 UTC
 */
gint64
cooldown_journal_get_now (CooldownJournal *self, gint32 *offset)
{
  gint64 now = journal_now (self);

  *offset = journal_offset (self, now);
  return now;
}
