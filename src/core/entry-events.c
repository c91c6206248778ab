/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-private.h"

/**
 * cooldown_entry_get_n_events:
 * @self: an entry
 *
 * Returns: how much happened; only sessions have events
 */
guint
cooldown_entry_get_n_events (CooldownEntry *self)
{
  return self->events->len;
}

/**
 * cooldown_entry_count_events:
 * @self: a session
 * @name: what happened, "restless"
 *
 * Returns: how often that happened
 */
guint
cooldown_entry_count_events (CooldownEntry *self, const char *name)
{
  guint n = 0;

  for (guint i = 0; i < self->events->len; i++)
    n += g_str_equal (((const CooldownEntryEvent *) g_ptr_array_index (self->events, i))->name,
                      name)
             ? 1
             : 0;
  return n;
}

/**
 * cooldown_entry_get_event:
 * @self: a session
 * @index: which one, less than [method@Cooldown.Entry.get_n_events]
 *
 * Returns: (transfer none): what happened, in the order in which it did
 */
const CooldownEntryEvent *
cooldown_entry_get_event (CooldownEntry *self, guint index)
{
  g_return_val_if_fail (index < self->events->len, NULL);
  return g_ptr_array_index (self->events, index);
}

/**
 * cooldown_entry_add_event:
 * @self: a session
 * @name: what happened
 * @arg: (nullable): more about it
 * @at: when, microseconds since 1970 UTC
 * @offset: how many seconds local time was ahead of UTC then
 *
 * Adds it after all others.
 */
void
cooldown_entry_add_event (CooldownEntry *self,
                          const char *name,
                          const char *arg,
                          gint64 at,
                          gint32 offset)
{
  CooldownEntryEvent *event = g_new (CooldownEntryEvent, 1);

  g_return_if_fail (self->kind == COOLDOWN_ENTRY_SESSION);
  *event = (CooldownEntryEvent){ g_strdup (name), g_strdup (arg != NULL ? arg : ""), at, offset };
  g_ptr_array_add (self->events, event);
  self->events_changed = TRUE;
}

/**
 * cooldown_entry_move_event:
 * @self: a session
 * @index: which event
 * @at: when it really was, microseconds since 1970 UTC
 * @offset: how many seconds local time was ahead of UTC then
 *
 * Corrects the time of something that happened. The order of the events stays.
 */
void
cooldown_entry_move_event (CooldownEntry *self, guint index, gint64 at, gint32 offset)
{
  CooldownEntryEvent *event;

  g_return_if_fail (index < self->events->len);
  event = g_ptr_array_index (self->events, index);
  event->at = at;
  event->offset = offset;
  self->events_changed = TRUE;
}
