/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-change.h"

struct _CooldownEntryChange
{
  CooldownEntry *before;
  CooldownEntry *after; /* (nullable) */
};

static gboolean
is_number (CooldownField field)
{
  CooldownFieldType type = cooldown_field_get_info (field)->type;

  return type == COOLDOWN_TYPE_FIELD_NUMBER || type == COOLDOWN_TYPE_FIELD_FLAG;
}

static gboolean
is_time (CooldownField field)
{
  return cooldown_field_get_info (field)->type == COOLDOWN_TYPE_FIELD_TIME;
}

static void
copy_field (CooldownEntry *to, CooldownEntry *from, CooldownField field)
{
  if (is_time (field))
    cooldown_entry_set_time (to, field, cooldown_entry_get_time (from, field),
                             cooldown_entry_get_time_offset (from, field));
  else if (is_number (field))
    cooldown_entry_set_number (to, field, cooldown_entry_get_number (from, field));
  else
    cooldown_entry_set_text (to, field, cooldown_entry_get_text (from, field));
}

static gboolean
is_same (CooldownEntry *a, CooldownEntry *b, CooldownField field)
{
  if (is_time (field))
    return cooldown_entry_get_time (a, field) == cooldown_entry_get_time (b, field) &&
           cooldown_entry_get_time_offset (a, field) == cooldown_entry_get_time_offset (b, field);
  if (is_number (field))
    return cooldown_entry_get_number (a, field) == cooldown_entry_get_number (b, field);
  return g_strcmp0 (cooldown_entry_get_text (a, field), cooldown_entry_get_text (b, field)) == 0;
}

static gboolean
is_event_same (CooldownEntry *a, CooldownEntry *b, guint index)
{
  const CooldownEntryEvent *one = cooldown_entry_get_event (a, index);
  const CooldownEntryEvent *other = cooldown_entry_get_event (b, index);

  return one->at == other->at && one->offset == other->offset;
}

static void
copy_event (CooldownEntry *to, CooldownEntry *from, guint index)
{
  const CooldownEntryEvent *event = cooldown_entry_get_event (from, index);

  cooldown_entry_move_event (to, index, event->at, event->offset);
}

/* Events are only added, so that those at the beginning are the same ones. */
static guint
count_common_events (CooldownEntry *a, CooldownEntry *b)
{
  return MIN (cooldown_entry_get_n_events (a), cooldown_entry_get_n_events (b));
}

/**
 * cooldown_entry_has_changes:
 * @entry: an entry
 *
 * Returns: whether anything in it was changed since it was read or saved
 */
gboolean
cooldown_entry_has_changes (CooldownEntry *entry)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);
  CooldownField first = cooldown_entry_kind_get_first_field (kind);

  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (kind); i++)
    if (cooldown_entry_is_changed (entry, (CooldownField) (first + i)))
      return TRUE;
  return cooldown_entry_are_events_changed (entry);
}

/**
 * cooldown_entry_take_changes:
 * @entry: an entry as it stands in the journal now
 * @changed: the same entry, read earlier and changed since
 *
 * Makes the changes in @entry too.
 */
void
cooldown_entry_take_changes (CooldownEntry *entry, CooldownEntry *changed)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);
  CooldownField first = cooldown_entry_kind_get_first_field (kind);

  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (kind); i++)
    if (cooldown_entry_is_changed (changed, (CooldownField) (first + i)))
      copy_field (entry, changed, (CooldownField) (first + i));
  if (!cooldown_entry_are_events_changed (changed))
    return;
  for (guint i = 0; i < count_common_events (entry, changed); i++)
    if (!is_event_same (entry, changed, i))
      copy_event (entry, changed, i);
}

/**
 * cooldown_entry_copy_fields:
 * @entry: an entry
 * @other: another of the same kind
 *
 * Has @entry note what @other notes.
 */
void
cooldown_entry_copy_fields (CooldownEntry *entry, CooldownEntry *other)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);
  CooldownField first = cooldown_entry_kind_get_first_field (kind);

  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (kind); i++)
    copy_field (entry, other, (CooldownField) (first + i));
}

/**
 * cooldown_entry_change_new: (skip)
 * @before: an entry as it was
 *
 * Returns: (transfer full): a change of which only the beginning is known
 */
CooldownEntryChange *
cooldown_entry_change_new (CooldownEntry *before)
{
  CooldownEntryChange *self = g_new0 (CooldownEntryChange, 1);

  self->before = cooldown_entry_copy (before);
  return self;
}

/**
 * cooldown_entry_change_set_after: (skip)
 * @self: a change
 * @after: the entry as it is now
 *
 * Says what the change came to.
 */
void
cooldown_entry_change_set_after (CooldownEntryChange *self, CooldownEntry *after)
{
  g_clear_object (&self->after);
  self->after = cooldown_entry_copy (after);
}

/**
 * cooldown_entry_change_take_back: (skip)
 * @self: a change
 * @entry: an entry in which it was made
 *
 * Has what was changed be as it was before, and leaves all else alone.
 */
void
cooldown_entry_change_take_back (CooldownEntryChange *self, CooldownEntry *entry)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);
  CooldownField first = cooldown_entry_kind_get_first_field (kind);

  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (kind); i++)
    if (!is_same (self->before, self->after, (CooldownField) (first + i)))
      copy_field (entry, self->before, (CooldownField) (first + i));
  for (guint i = 0; i < count_common_events (self->before, self->after); i++)
    if (!is_event_same (self->before, self->after, i))
      copy_event (entry, self->before, i);
}

/**
 * cooldown_entry_change_take_back_kept: (skip)
 * @self: a change
 * @entry: an entry in which it was made
 *
 * Takes back what is still as the change left it.
 */
void
cooldown_entry_change_take_back_kept (CooldownEntryChange *self, CooldownEntry *entry)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);
  CooldownField first = cooldown_entry_kind_get_first_field (kind);

  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (kind); i++)
    if (is_same (entry, self->after, (CooldownField) (first + i)))
      copy_field (entry, self->before, (CooldownField) (first + i));
}

/**
 * cooldown_entry_change_free: (skip)
 * @self: (transfer full): a change
 */
void
cooldown_entry_change_free (gpointer self)
{
  CooldownEntryChange *change = self;

  g_clear_object (&change->before);
  g_clear_object (&change->after);
  g_free (change);
}
