/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the journal knows, beside what the user ticked.
 */
#include "tick-store-private.h"

#include "id-list.h"

static void
add_list (CooldownTickStore *self, GStrvBuilder *ids, const char *name)
{
  g_auto (GStrv) list = cooldown_id_list_get (self->settings, name);

  g_strv_builder_addv (ids, (const char **) list);
}

/* Whatever way the user said no to it. */
static char **
get_declined (CooldownTickStore *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  add_list (self, ids, DECLINED);
  add_list (self, ids, DENIED);
  add_list (self, ids, UNSURE);
  return g_strv_builder_end (ids);
}

static GPtrArray *
apply_known (CooldownTickStore *self)
{
  g_auto (GStrv) declined = NULL;

  if (self->known == NULL)
    return g_ptr_array_new ();
  declined = get_declined (self);
  return cooldown_known_apply (self->known, self->content, self->ticks,
                               cooldown_tick_store_get_changed (self),
                               (const char *const *) declined);
}

static gboolean
are_same (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;
  return TRUE;
}

/* Puts the ticks together anew; whether they are others now. */
gboolean
tick_store_merge (CooldownTickStore *self)
{
  g_auto (GStrv) own = cooldown_ticks_to_strv (self->own);
  g_auto (GStrv) before = cooldown_ticks_to_strv (self->ticks);
  g_auto (GStrv) after = NULL;
  g_autoptr (GPtrArray) marked_before = g_steal_pointer (&self->marked);

  cooldown_ticks_from_strv (self->ticks, (const char *const *) own);
  self->marked = apply_known (self);
  after = cooldown_ticks_to_strv (self->ticks);
  return !g_strv_equal ((const char *const *) before, (const char *const *) after) ||
         !are_same (marked_before, self->marked);
}

/* What the journal ticked and the user unticks, or answers otherwise, it does not tick again. */
void
tick_store_decline (CooldownTickStore *self, const char *item, gboolean ticked)
{
  const CooldownItem *answer = cooldown_content_get_item (self->content, item);
  g_autoptr (GPtrArray) marked = g_ptr_array_ref (self->marked);

  if (ticked)
    cooldown_id_list_remove (self->settings, DECLINED, item);
  for (guint i = 0; i < marked->len; i++)
    {
      const CooldownJournalTick *tick = g_ptr_array_index (marked, i);
      const CooldownItem *known = cooldown_content_get_item (self->content, tick->item);
      gboolean same = g_str_equal (tick->item, item);

      if (!tick->offer &&
          ((same && !ticked) || (!same && ticked && answer != NULL && answer->choice != NULL &&
                                 g_strcmp0 (answer->choice, known->choice) == 0)))
        cooldown_id_list_add (self->settings, DECLINED, tick->item);
    }
}

/**
 * cooldown_tick_store_get_mark:
 * @self: the ticks
 * @item: the id of an item
 *
 * Returns: (transfer none) (nullable): why it is ticked by the journal, or offered by it while it
 *   is not ticked; %NULL for all that the user ticked or the journal knows nothing about
 */
const CooldownJournalTick *
cooldown_tick_store_get_mark (CooldownTickStore *self, const char *item)
{
  g_return_val_if_fail (COOLDOWN_IS_TICK_STORE (self), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  for (guint i = 0; i < self->marked->len; i++)
    {
      const CooldownJournalTick *tick = g_ptr_array_index (self->marked, i);

      if (g_str_equal (tick->item, item))
        return tick;
    }
  return NULL;
}
