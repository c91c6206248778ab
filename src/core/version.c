/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which of several versions of an entry counts, and which of the others are kept.
 *
 * What a device knows of an entry is a set of versions. Meeting another device's, it takes both
 * together and drops what says nothing more: a version that notes the same as a higher one, and all
 * that is lower than one that was emptied. That is the union of two sets less what is below
 * something in an order, so it does not matter who meets whom when and how often.
 */
#include "version.h"

#include "entry-json.h"

/**
 * cooldown_version_new:
 * @entry: an entry that is whole
 * @device: (nullable): where it is known from
 *
 * Returns: (transfer full): a version
 */
CooldownVersion *
cooldown_version_new (CooldownEntry *entry, const char *device)
{
  CooldownVersion *self = g_new0 (CooldownVersion, 1);

  self->entry = g_object_ref (entry);
  self->device = g_strdup (device != NULL ? device : "");
  self->record = cooldown_entry_to_json (entry);
  self->fields = cooldown_entry_fields_to_json (entry);
  return self;
}

/**
 * cooldown_version_copy:
 * @self: a version
 *
 * Returns: (transfer full): another of the same entry
 */
CooldownVersion *
cooldown_version_copy (const CooldownVersion *self)
{
  CooldownVersion *copy = g_new0 (CooldownVersion, 1);

  copy->entry = g_object_ref (self->entry);
  copy->device = g_strdup (self->device);
  copy->record = g_strdup (self->record);
  copy->fields = g_strdup (self->fields);
  return copy;
}

/**
 * cooldown_version_free:
 * @self: (transfer full): a version
 */
void
cooldown_version_free (CooldownVersion *self)
{
  g_object_unref (self->entry);
  g_free (self->device);
  g_free (self->record);
  g_free (self->fields);
  g_free (self);
}

/**
 * cooldown_version_compare:
 * @self: a version
 * @other: another of the same entry
 *
 * More edits win, then the later one, then the one that was emptied, then a byte that differs: as
 * long as all devices take the same, any will do.
 *
 * Returns: less than 0, 0 or more than 0 as @self is lower than, the same as or higher than @other
 */
int
cooldown_version_compare (const CooldownVersion *self, const CooldownVersion *other)
{
  gint64 edits = cooldown_entry_get_edits (self->entry);
  gint64 other_edits = cooldown_entry_get_edits (other->entry);
  gint64 edited = cooldown_entry_get_edited (self->entry);
  gint64 other_edited = cooldown_entry_get_edited (other->entry);
  gboolean emptied = cooldown_entry_is_emptied (self->entry);

  if (edits != other_edits)
    return edits < other_edits ? -1 : 1;
  if (edited != other_edited)
    return edited < other_edited ? -1 : 1;
  if (emptied != cooldown_entry_is_emptied (other->entry))
    return emptied ? 1 : -1;
  return g_strcmp0 (self->record, other->record);
}

static int
compare_highest_first (gconstpointer a, gconstpointer b)
{
  const CooldownVersion *one = *(CooldownVersion *const *) a;
  const CooldownVersion *other = *(CooldownVersion *const *) b;
  int order = cooldown_version_compare (other, one);

  if (order != 0)
    return order;
  /* Of the same version from several devices the first in order of names stands for all; a name
   * is better than none. */
  if ((*one->device == '\0') != (*other->device == '\0'))
    return *one->device == '\0' ? 1 : -1;
  return g_strcmp0 (one->device, other->device);
}

/**
 * cooldown_versions_settle:
 * @versions: (element-type CooldownVersion): versions of one entry, freeing them
 *
 * Leaves what counts, first, and the versions to be kept beside it, the highest first. Settling what
 * two devices have together leads to the same as settling each one's before.
 */
void
cooldown_versions_settle (GPtrArray *versions)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  gboolean emptied = FALSE;

  g_ptr_array_sort (versions, compare_highest_first);
  for (guint i = 0; i < versions->len; i++)
    {
      CooldownVersion *version = g_ptr_array_index (versions, i);

      if (emptied || !g_hash_table_add (seen, version->fields))
        continue;
      g_ptr_array_add (kept, version);
      versions->pdata[i] = NULL;
      emptied = cooldown_entry_is_emptied (version->entry);
    }
  for (guint i = 0; i < versions->len; i++)
    if (versions->pdata[i] != NULL)
      cooldown_version_free (versions->pdata[i]);
  g_ptr_array_set_free_func (versions, NULL);
  g_ptr_array_set_size (versions, 0);
  for (guint i = 0; i < kept->len; i++)
    g_ptr_array_add (versions, kept->pdata[i]);
  g_ptr_array_set_free_func (versions, (GDestroyNotify) cooldown_version_free);
}
