/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-private.h"

#define BETWEEN_IDS " "

G_DEFINE_FINAL_TYPE (CooldownEntry, cooldown_entry, G_TYPE_OBJECT)

static void
entry_event_free (gpointer data)
{
  CooldownEntryEvent *event = data;

  g_free (event->name);
  g_free (event->arg);
  g_free (event);
}

static void
cooldown_entry_finalize (GObject *object)
{
  CooldownEntry *self = COOLDOWN_ENTRY (object);

  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (self->kind); i++)
    g_free (self->values[i].text);
  g_free (self->values);
  g_ptr_array_unref (self->events);
  g_free (self->uid);
  G_OBJECT_CLASS (cooldown_entry_parent_class)->finalize (object);
}

static void
cooldown_entry_class_init (CooldownEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cooldown_entry_finalize;
}

static void
cooldown_entry_init (CooldownEntry *self)
{
  self->events = g_ptr_array_new_with_free_func (entry_event_free);
}

static CooldownFieldType
get_type_of (CooldownField field)
{
  return cooldown_field_get_info (field)->type;
}

static EntryValue *
get_value (CooldownEntry *self, CooldownField field)
{
  g_assert (cooldown_field_get_kind (field) == self->kind);
  return &self->values[field - cooldown_entry_kind_get_first_field (self->kind)];
}

/**
 * cooldown_entry_new:
 * @kind: what it is about
 *
 * Returns: (transfer full): an entry of which nothing is noted; its flags are FALSE
 */
CooldownEntry *
cooldown_entry_new (CooldownEntryKind kind)
{
  CooldownEntry *self;
  CooldownField first;

  g_return_val_if_fail (kind < COOLDOWN_N_ENTRY_KINDS, NULL);
  self = g_object_new (COOLDOWN_TYPE_ENTRY, NULL);
  self->kind = kind;
  self->values = g_new0 (EntryValue, cooldown_entry_kind_get_n_fields (kind));
  first = cooldown_entry_kind_get_first_field (kind);
  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (kind); i++)
    self->values[i].noted = get_type_of ((CooldownField) (first + i)) == COOLDOWN_TYPE_FIELD_FLAG;
  return self;
}

/**
 * cooldown_entry_copy:
 * @self: an entry
 *
 * Returns: (transfer full): another that is the same in everything
 */
CooldownEntry *
cooldown_entry_copy (CooldownEntry *self)
{
  CooldownEntry *copy = cooldown_entry_new (self->kind);

  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (self->kind); i++)
    {
      copy->values[i] = self->values[i];
      copy->values[i].text = g_strdup (self->values[i].text);
    }
  for (guint i = 0; i < self->events->len; i++)
    {
      const CooldownEntryEvent *event = g_ptr_array_index (self->events, i);

      cooldown_entry_add_event (copy, event->name, event->arg, event->at, event->offset);
    }
  copy->events_changed = self->events_changed;
  copy->uid = g_strdup (self->uid);
  copy->edits = self->edits;
  copy->edited = self->edited;
  copy->deleted = self->deleted;
  copy->written = self->written;
  copy->written_offset = self->written_offset;
  return copy;
}

/**
 * cooldown_entry_get_kind:
 * @self: an entry
 *
 * Returns: what it is about
 */
CooldownEntryKind
cooldown_entry_get_kind (CooldownEntry *self)
{
  return self->kind;
}

/**
 * cooldown_entry_has:
 * @self: an entry
 * @field: one of its kind's fields
 *
 * Returns: whether that is noted; always so of a flag
 */
gboolean
cooldown_entry_has (CooldownEntry *self, CooldownField field)
{
  return get_value (self, field)->noted;
}

/**
 * cooldown_entry_unset:
 * @self: an entry
 * @field: one of its kind's fields, no flag
 *
 * Makes it not noted.
 */
void
cooldown_entry_unset (CooldownEntry *self, CooldownField field)
{
  EntryValue *value = get_value (self, field);

  g_return_if_fail (get_type_of (field) != COOLDOWN_TYPE_FIELD_FLAG);
  if (!value->noted)
    return;
  g_free (value->text);
  *value = (EntryValue){ .changed = TRUE };
}

/**
 * cooldown_entry_get_number:
 * @self: an entry
 * @field: a number or a flag
 *
 * Returns: the number, or %COOLDOWN_NOT_NOTED
 */
gint64
cooldown_entry_get_number (CooldownEntry *self, CooldownField field)
{
  const EntryValue *value = get_value (self, field);

  return value->noted ? value->number : COOLDOWN_NOT_NOTED;
}

/**
 * cooldown_entry_set_number:
 * @self: an entry
 * @field: a number or a flag
 * @number: what it is to be, or %COOLDOWN_NOT_NOTED
 */
void
cooldown_entry_set_number (CooldownEntry *self, CooldownField field, gint64 number)
{
  EntryValue *value = get_value (self, field);

  if (number == COOLDOWN_NOT_NOTED)
    cooldown_entry_unset (self, field);
  else if (!value->noted || value->number != number)
    *value = (EntryValue){ .noted = TRUE, .changed = TRUE, .number = number };
}

/**
 * cooldown_entry_get_text:
 * @self: an entry
 * @field: a text, a choice, a reference, or ids with a space between them
 *
 * Returns: (nullable): the text; %NULL when it is not noted
 */
const char *
cooldown_entry_get_text (CooldownEntry *self, CooldownField field)
{
  return get_value (self, field)->text;
}

/**
 * cooldown_entry_set_text:
 * @self: an entry
 * @field: a text, a choice, a reference, or ids with a space between them
 * @text: (nullable): what it is to be; %NULL for not noted
 */
void
cooldown_entry_set_text (CooldownEntry *self, CooldownField field, const char *text)
{
  EntryValue *value = get_value (self, field);
  char *copy;

  if (text == NULL)
    cooldown_entry_unset (self, field);
  else if (g_strcmp0 (value->text, text) != 0)
    {
      copy = g_strdup (text);
      g_free (value->text);
      *value = (EntryValue){ .noted = TRUE, .changed = TRUE, .text = copy };
    }
}

/**
 * cooldown_entry_get_ids:
 * @self: an entry
 * @field: a list of ids
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids; none when nothing is noted
 */
char **
cooldown_entry_get_ids (CooldownEntry *self, CooldownField field)
{
  const char *text = cooldown_entry_get_text (self, field);

  return text != NULL && *text != '\0' ? g_strsplit (text, BETWEEN_IDS, -1) : g_new0 (char *, 1);
}

/**
 * cooldown_entry_set_ids:
 * @self: an entry
 * @field: a list of ids
 * @ids: (nullable) (array zero-terminated=1): the ids; %NULL or none is not noted
 */
void
cooldown_entry_set_ids (CooldownEntry *self, CooldownField field, const char *const *ids)
{
  g_autofree char *text = NULL;

  if (ids != NULL && ids[0] != NULL)
    text = g_strjoinv (BETWEEN_IDS, (char **) ids);
  cooldown_entry_set_text (self, field, text);
}

/**
 * cooldown_entry_has_id:
 * @self: an entry
 * @field: a list of ids
 * @id: an id
 *
 * Returns: whether it is in the list
 */
gboolean
cooldown_entry_has_id (CooldownEntry *self, CooldownField field, const char *id)
{
  g_auto (GStrv) ids = cooldown_entry_get_ids (self, field);

  return g_strv_contains ((const char *const *) ids, id);
}

/**
 * cooldown_entry_get_time:
 * @self: an entry
 * @field: a moment
 *
 * Returns: microseconds since 1970 UTC, or %COOLDOWN_NOT_NOTED
 */
gint64
cooldown_entry_get_time (CooldownEntry *self, CooldownField field)
{
  return cooldown_entry_get_number (self, field);
}

/**
 * cooldown_entry_get_time_offset:
 * @self: an entry
 * @field: a moment
 *
 * Returns: how many seconds local time was ahead of UTC then
 */
gint32
cooldown_entry_get_time_offset (CooldownEntry *self, CooldownField field)
{
  return get_value (self, field)->offset;
}

/* The second that a moment lies in: a journal has no finer times. */
static gint64
cut_to_second (gint64 wall)
{
  gint64 rest = wall % COOLDOWN_SECOND;

  return wall - (rest < 0 ? rest + COOLDOWN_SECOND : rest);
}

/**
 * cooldown_entry_set_time:
 * @self: an entry
 * @field: a moment
 * @wall: microseconds since 1970 UTC, of which whole seconds are kept; or %COOLDOWN_NOT_NOTED
 * @offset: how many seconds local time is ahead of UTC at that moment
 */
void
cooldown_entry_set_time (CooldownEntry *self, CooldownField field, gint64 wall, gint32 offset)
{
  EntryValue *value = get_value (self, field);
  EntryValue wanted = { .noted = TRUE, .changed = TRUE, .offset = offset };

  if (wall == COOLDOWN_NOT_NOTED)
    {
      cooldown_entry_unset (self, field);
      return;
    }
  wanted.number = cut_to_second (wall);
  if (!value->noted || value->number != wanted.number || value->offset != offset)
    *value = wanted;
}

/**
 * cooldown_entry_is_changed:
 * @self: an entry
 * @field: one of its kind's fields
 *
 * Returns: whether it was changed since the entry was read or saved
 */
gboolean
cooldown_entry_is_changed (CooldownEntry *self, CooldownField field)
{
  return get_value (self, field)->changed;
}

/**
 * cooldown_entry_are_events_changed:
 * @self: an entry
 *
 * Returns: whether its events were changed since it was read or saved
 */
gboolean
cooldown_entry_are_events_changed (CooldownEntry *self)
{
  return self->events_changed;
}

/**
 * cooldown_entry_set_unchanged:
 * @self: an entry
 *
 * Says that all of it stands in the file as it is here.
 */
void
cooldown_entry_set_unchanged (CooldownEntry *self)
{
  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (self->kind); i++)
    self->values[i].changed = FALSE;
  self->events_changed = FALSE;
}

/**
 * cooldown_entry_keep_changes:
 * @self: an entry
 * @unsaved: a copy of it that could not be saved
 *
 * Says that what was changed in @unsaved does not stand in the file yet.
 */
void
cooldown_entry_keep_changes (CooldownEntry *self, CooldownEntry *unsaved)
{
  g_return_if_fail (self->kind == unsaved->kind);
  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (self->kind); i++)
    self->values[i].changed |= unsaved->values[i].changed;
  self->events_changed |= unsaved->events_changed;
}
