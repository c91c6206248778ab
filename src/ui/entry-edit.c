/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-edit.h"

#include "entry-change.h"
#include "pace.h"

/* How long after the last letter what was typed is written. */
#define PAUSE COOLDOWN_SECOND

#define NO_FIELD (-1)

struct _CooldownEntryEdit
{
  GObject parent_instance;
  CooldownAppState *state;
  CooldownEntry *entry;
  CooldownEntry *seen; /* as it was after the last change that can be taken back */
  GPtrArray *levels;   /* (element-type CooldownEntryChange), the last one last */
  int typing;          /* the field that is being typed into, or NO_FIELD */
  gboolean stored;
  gboolean created;
  gboolean reading;
  gboolean stale; /* whether others wrote while it could not be read */
  guint writing;  /* how many times it is on its way to the journal */
  guint pause_id;
  char *trouble;               /* (nullable) */
  CooldownEntryChange *filled; /* (nullable): what was filled in, and not by the user */
};

G_DEFINE_FINAL_TYPE (CooldownEntryEdit, cooldown_entry_edit, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
  SIGNAL_GONE,
} CooldownEntryEditSignal;

static guint signals[SIGNAL_GONE + 1];

static void
emit_changed (CooldownEntryEdit *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static CooldownNotebook *
get_notebook (CooldownEntryEdit *self)
{
  return cooldown_app_state_get_notebook (self->state);
}

static void
set_entry (CooldownEntryEdit *self, CooldownEntry *entry)
{
  g_set_object (&self->entry, entry);
  g_clear_object (&self->seen);
  self->seen = cooldown_entry_copy (entry);
}

/* What was changed here stays; all else is as others left it. */
static void
take_over (CooldownEntryEdit *self, CooldownEntry *fresh)
{
  cooldown_entry_take_changes (fresh, self->entry);
  if (cooldown_entry_equal (fresh, self->entry))
    return;
  set_entry (self, fresh);
  emit_changed (self);
}

static void read_again (CooldownEntryEdit *self);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CooldownEntryEdit) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownEntry)
      fresh = cooldown_notebook_get_finish (COOLDOWN_NOTEBOOK (source), result, &error);

  self->reading = FALSE;
  if (error != NULL)
    return;
  if (self->stale || self->writing > 0)
    read_again (self);
  else if (fresh == NULL || cooldown_entry_get_deleted (fresh) != 0)
    g_signal_emit (self, signals[SIGNAL_GONE], 0);
  else
    take_over (self, fresh);
}

static void
read_again (CooldownEntryEdit *self)
{
  self->stale = self->reading || self->writing > 0;
  if (!self->stored || self->stale)
    return;
  self->reading = TRUE;
  cooldown_notebook_get (get_notebook (self), cooldown_entry_get_kind (self->entry),
                         cooldown_entry_get_uid (self->entry), NULL, read_cb, g_object_ref (self));
}

static void
wrote_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CooldownEntryEdit) self = data;
  g_autoptr (GError) error = NULL;

  self->writing--;
  g_clear_pointer (&self->trouble, g_free);
  if (!cooldown_notebook_put_finish (COOLDOWN_NOTEBOOK (source), result, &error))
    self->trouble = g_strdup (error->message);
  else
    self->stored = TRUE;
  /* What an earlier attempt failed to write may be written now. */
  if (self->trouble == NULL && self->writing == 0 && self->pause_id == 0)
    cooldown_entry_edit_save (self);
  else
    emit_changed (self);
  if (self->stale && self->writing == 0)
    read_again (self);
}

static void
cooldown_entry_edit_finalize (GObject *object)
{
  CooldownEntryEdit *self = COOLDOWN_ENTRY_EDIT (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_object (&self->entry);
  g_clear_object (&self->seen);
  g_clear_object (&self->state);
  g_ptr_array_unref (self->levels);
  g_free (self->trouble);
  g_clear_pointer (&self->filled, cooldown_entry_change_free);
  G_OBJECT_CLASS (cooldown_entry_edit_parent_class)->finalize (object);
}

static void
cooldown_entry_edit_class_init (CooldownEntryEditClass *klass)
{
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cooldown_entry_edit_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_GONE] = g_signal_new ("gone", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
cooldown_entry_edit_init (CooldownEntryEdit *self)
{
  self->levels = g_ptr_array_new_with_free_func (cooldown_entry_change_free);
  self->typing = NO_FIELD;
}

/**
 * cooldown_entry_edit_new:
 * @state: what is going on
 * @entry: the entry; what is filled in already does not count as a change
 * @stored: whether it stands in the journal
 *
 * Returns: (transfer full): a visit to @entry
 */
CooldownEntryEdit *
cooldown_entry_edit_new (CooldownAppState *state, CooldownEntry *entry, gboolean stored)
{
  CooldownEntryEdit *self;

  g_return_val_if_fail (COOLDOWN_IS_APP_STATE (state), NULL);
  g_return_val_if_fail (COOLDOWN_IS_ENTRY (entry), NULL);

  self = g_object_new (COOLDOWN_TYPE_ENTRY_EDIT, NULL);
  self->state = g_object_ref (state);
  self->stored = stored;
  self->created = !stored;
  set_entry (self, entry);
  g_signal_connect_object (get_notebook (self), "changed", G_CALLBACK (read_again), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * cooldown_entry_edit_get_state:
 * @self: a visit
 *
 * Returns: (transfer none): what is going on
 */
CooldownAppState *
cooldown_entry_edit_get_state (CooldownEntryEdit *self)
{
  g_return_val_if_fail (COOLDOWN_IS_ENTRY_EDIT (self), NULL);
  return self->state;
}

/**
 * cooldown_entry_edit_get_entry:
 * @self: a visit
 *
 * Returns: (transfer none): the entry as it is shown; another object after others changed it
 */
CooldownEntry *
cooldown_entry_edit_get_entry (CooldownEntryEdit *self)
{
  g_return_val_if_fail (COOLDOWN_IS_ENTRY_EDIT (self), NULL);
  return self->entry;
}

/**
 * cooldown_entry_edit_is_stored:
 * @self: a visit
 *
 * Returns: whether the entry stands in the journal or is on its way there
 */
gboolean
cooldown_entry_edit_is_stored (CooldownEntryEdit *self)
{
  g_return_val_if_fail (COOLDOWN_IS_ENTRY_EDIT (self), FALSE);
  return self->stored || self->writing > 0;
}

/**
 * cooldown_entry_edit_get_standing:
 * @self: a visit
 *
 * Returns: what of it stands in the journal
 */
CooldownEntryStanding
cooldown_entry_edit_get_standing (CooldownEntryEdit *self)
{
  g_return_val_if_fail (COOLDOWN_IS_ENTRY_EDIT (self), COOLDOWN_ENTRY_UNTOUCHED);

  if (self->trouble != NULL)
    return COOLDOWN_ENTRY_NOT_SAVED;
  if (self->writing > 0 || self->pause_id != 0)
    return COOLDOWN_ENTRY_SAVING;
  return self->stored ? COOLDOWN_ENTRY_SAVED : COOLDOWN_ENTRY_UNTOUCHED;
}

/**
 * cooldown_entry_edit_get_trouble:
 * @self: a visit
 *
 * Returns: (nullable): why it could not be written
 */
const char *
cooldown_entry_edit_get_trouble (CooldownEntryEdit *self)
{
  g_return_val_if_fail (COOLDOWN_IS_ENTRY_EDIT (self), NULL);
  return self->trouble;
}

/**
 * cooldown_entry_edit_set_bare:
 * @self: a visit that has only begun
 * @bare: the entry as it was before what is known was filled in
 */
void
cooldown_entry_edit_set_bare (CooldownEntryEdit *self, CooldownEntry *bare)
{
  g_return_if_fail (COOLDOWN_IS_ENTRY_EDIT (self));

  g_clear_pointer (&self->filled, cooldown_entry_change_free);
  self->filled = cooldown_entry_change_new (bare);
  cooldown_entry_change_set_after (self->filled, self->entry);
}

/**
 * cooldown_entry_edit_drop_filled:
 * @self: a visit
 *
 * Takes out again what was filled in and not changed since, because it is not about this entry.
 * To be followed by [method@Cooldown.EntryEdit.touch].
 */
void
cooldown_entry_edit_drop_filled (CooldownEntryEdit *self)
{
  g_return_if_fail (COOLDOWN_IS_ENTRY_EDIT (self));

  if (self->filled != NULL)
    cooldown_entry_change_take_back_kept (self->filled, self->entry);
  g_clear_pointer (&self->filled, cooldown_entry_change_free);
}

/* Returns whether there was a change at all. */
static gboolean
take_note (CooldownEntryEdit *self, gboolean goes_on)
{
  CooldownEntryChange *change;

  if (cooldown_entry_equal (self->seen, self->entry))
    return FALSE;
  if (goes_on && self->levels->len > 0)
    change = g_ptr_array_steal_index (self->levels, self->levels->len - 1);
  else
    change = cooldown_entry_change_new (self->seen);
  cooldown_entry_change_set_after (change, self->entry);
  g_ptr_array_add (self->levels, change);
  g_clear_object (&self->seen);
  self->seen = cooldown_entry_copy (self->entry);
  return TRUE;
}

/**
 * cooldown_entry_edit_touch:
 * @self: a visit
 *
 * Says that something in the entry was changed: it is written at once, and can be taken back as
 * one step.
 */
void
cooldown_entry_edit_touch (CooldownEntryEdit *self)
{
  g_return_if_fail (COOLDOWN_IS_ENTRY_EDIT (self));

  self->typing = NO_FIELD;
  if (take_note (self, FALSE))
    cooldown_entry_edit_save (self);
}

static void
pause_cb (gpointer data)
{
  CooldownEntryEdit *self = data;

  self->pause_id = 0;
  cooldown_entry_edit_save (self);
}

/**
 * cooldown_entry_edit_touch_text:
 * @self: a visit
 * @field: what was typed into
 *
 * Says that a field was changed by one of many small steps, a letter or a click: it is written when
 * they come to rest. All of them that come one after the other are taken back together.
 */
void
cooldown_entry_edit_touch_text (CooldownEntryEdit *self, CooldownField field)
{
  g_return_if_fail (COOLDOWN_IS_ENTRY_EDIT (self));

  if (!take_note (self, self->typing == (int) field))
    return;
  self->typing = (int) field;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = cooldown_pace_wait (PAUSE, pause_cb, self);
  if (self->pause_id == 0)
    cooldown_entry_edit_save (self);
  else
    emit_changed (self);
}

/**
 * cooldown_entry_edit_save:
 * @self: a visit
 *
 * Writes at once what waits to be written, also what could not be written before.
 */
void
cooldown_entry_edit_save (CooldownEntryEdit *self)
{
  gboolean waits;

  g_return_if_fail (COOLDOWN_IS_ENTRY_EDIT (self));

  waits = self->pause_id != 0 || self->trouble != NULL ||
          (self->levels->len > 0 && cooldown_entry_has_changes (self->entry));
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->typing = NO_FIELD;
  if (waits)
    {
      self->writing++;
      cooldown_notebook_put (get_notebook (self), self->entry, wrote_cb, g_object_ref (self));
    }
  emit_changed (self);
}

/**
 * cooldown_entry_edit_can_undo:
 * @self: a visit
 *
 * Returns: whether there is a change of this visit to take back
 */
gboolean
cooldown_entry_edit_can_undo (CooldownEntryEdit *self)
{
  g_return_val_if_fail (COOLDOWN_IS_ENTRY_EDIT (self), FALSE);
  return self->levels->len > 0;
}

/**
 * cooldown_entry_edit_undo:
 * @self: a visit
 *
 * Takes back the last change of this visit, and nothing that others changed.
 */
void
cooldown_entry_edit_undo (CooldownEntryEdit *self)
{
  CooldownEntryChange *change;

  g_return_if_fail (COOLDOWN_IS_ENTRY_EDIT (self));
  if (self->levels->len == 0)
    return;
  change = g_ptr_array_steal_index (self->levels, self->levels->len - 1);
  cooldown_entry_change_take_back (change, self->entry);
  cooldown_entry_change_free (change);
  g_clear_object (&self->seen);
  self->seen = cooldown_entry_copy (self->entry);
  self->typing = NO_FIELD;
  self->writing++;
  cooldown_notebook_put (get_notebook (self), self->entry, wrote_cb, g_object_ref (self));
  emit_changed (self);
}

/**
 * cooldown_entry_edit_leave:
 * @self: a visit
 *
 * Ends the visit: what waits is written. An entry that began with this visit, and of which each
 * change was taken back, goes.
 *
 * Returns: whether something of it stays in the journal
 */
gboolean
cooldown_entry_edit_leave (CooldownEntryEdit *self)
{
  g_return_val_if_fail (COOLDOWN_IS_ENTRY_EDIT (self), FALSE);

  cooldown_entry_edit_save (self);
  if (!cooldown_entry_edit_is_stored (self))
    return FALSE;
  if (!self->created || self->levels->len > 0)
    return TRUE;
  cooldown_notebook_mark (get_notebook (self), cooldown_entry_get_kind (self->entry),
                          cooldown_entry_get_uid (self->entry), TRUE, NULL, NULL);
  return FALSE;
}
