/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ticks.h"

#include "content-private.h"

#include <string.h>

struct _CooldownTicks
{
  GObject parent_instance;
  CooldownContent *content;
  GHashTable *ticked; /* (element-type CooldownItem) */
};

G_DEFINE_FINAL_TYPE (CooldownTicks, cooldown_ticks, G_TYPE_OBJECT)

static void
cooldown_ticks_finalize (GObject *object)
{
  CooldownTicks *self = COOLDOWN_TICKS (object);

  g_hash_table_unref (self->ticked);
  g_clear_object (&self->content);
  G_OBJECT_CLASS (cooldown_ticks_parent_class)->finalize (object);
}

static void
cooldown_ticks_class_init (CooldownTicksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cooldown_ticks_finalize;
}

static void
cooldown_ticks_init (CooldownTicks *self)
{
  self->ticked = g_hash_table_new (NULL, NULL);
}

/**
 * cooldown_ticks_new:
 * @content: the content with the items that can be ticked
 *
 * Returns: (transfer full): a checklist on which nothing is ticked
 */
CooldownTicks *
cooldown_ticks_new (CooldownContent *content)
{
  CooldownTicks *self;

  g_return_val_if_fail (COOLDOWN_IS_CONTENT (content), NULL);
  self = g_object_new (COOLDOWN_TYPE_TICKS, NULL);
  self->content = g_object_ref (content);
  return self;
}

static gboolean
excludes (CooldownTicks *self, const CooldownItem *item, const CooldownItem *other)
{
  if (item == other)
    return FALSE;
  if (item->choice != NULL && g_strcmp0 (item->choice, other->choice) == 0)
    return TRUE;
  return strcmp (other->id, COOLDOWN_ITEM_NO_SIGN) == 0 &&
         cooldown_content_get_sign (self->content, item->id) != NULL;
}

static void
clear_excluded (CooldownTicks *self, const CooldownItem *item)
{
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, self->ticked);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    if (excludes (self, item, other))
      g_hash_table_iter_remove (&iter);
}

/**
 * cooldown_ticks_set:
 * @self: ticks
 * @item: the id of an item; one that does not exist is passed over
 * @ticked: whether it is ticked from now on
 *
 * A tick takes away the other answers to the same question, and a warning sign the answer that
 * there is none. That answer itself takes nothing away: it is refused while a sign is ticked.
 */
void
cooldown_ticks_set (CooldownTicks *self, const char *item, gboolean ticked)
{
  const CooldownItem *known;

  g_return_if_fail (COOLDOWN_IS_TICKS (self));
  known = cooldown_content_get_item (self->content, item);
  if (known == NULL)
    return;
  if (!ticked)
    {
      g_hash_table_remove (self->ticked, known);
      return;
    }
  if (strcmp (known->id, COOLDOWN_ITEM_NO_SIGN) == 0 && cooldown_ticks_has_sign (self))
    return;
  clear_excluded (self, known);
  g_hash_table_add (self->ticked, (gpointer) known);
}

/**
 * cooldown_ticks_has:
 * @self: ticks
 * @item: the id of an item
 *
 * Returns: whether it is ticked
 */
gboolean
cooldown_ticks_has (CooldownTicks *self, const char *item)
{
  const CooldownItem *known;

  g_return_val_if_fail (COOLDOWN_IS_TICKS (self), FALSE);
  known = cooldown_content_get_item (self->content, item);
  return known != NULL && g_hash_table_contains (self->ticked, known);
}

/**
 * cooldown_ticks_has_all:
 * @self: ticks
 * @items: (array zero-terminated=1): ids of items
 *
 * Returns: whether all of them are ticked; true of none
 */
gboolean
cooldown_ticks_has_all (CooldownTicks *self, const char *const *items)
{
  for (guint i = 0; items[i] != NULL; i++)
    if (!cooldown_ticks_has (self, items[i]))
      return FALSE;
  return TRUE;
}

/**
 * cooldown_ticks_has_any:
 * @self: ticks
 * @items: (array zero-terminated=1): ids of items
 *
 * Returns: whether one or more of them are ticked; false of none
 */
gboolean
cooldown_ticks_has_any (CooldownTicks *self, const char *const *items)
{
  for (guint i = 0; items[i] != NULL; i++)
    if (cooldown_ticks_has (self, items[i]))
      return TRUE;
  return FALSE;
}

/**
 * cooldown_ticks_has_sign:
 * @self: ticks
 *
 * Returns: whether a warning sign is ticked
 */
gboolean
cooldown_ticks_has_sign (CooldownTicks *self)
{
  GPtrArray *signs;

  g_return_val_if_fail (COOLDOWN_IS_TICKS (self), FALSE);
  signs = cooldown_content_get_signs (self->content);
  for (guint i = 0; i < signs->len; i++)
    {
      const CooldownSign *sign = g_ptr_array_index (signs, i);

      if (g_hash_table_contains (self->ticked, sign->item))
        return TRUE;
    }
  return FALSE;
}

/**
 * cooldown_ticks_meet:
 * @self: ticks
 * @condition: a condition
 *
 * Returns: whether it holds
 */
gboolean
cooldown_ticks_meet (CooldownTicks *self, const CooldownCondition *condition)
{
  for (guint i = 0; i < condition->any->len; i++)
    if (cooldown_ticks_has_all (self, g_ptr_array_index (condition->any, i)))
      return TRUE;
  return FALSE;
}

/**
 * cooldown_ticks_find_leave_out:
 * @self: ticks
 * @leave_outs: (element-type CooldownLeaveOut): why something is left out
 *
 * Returns: (transfer none) (nullable): the first that holds
 */
const CooldownLeaveOut *
cooldown_ticks_find_leave_out (CooldownTicks *self, GPtrArray *leave_outs)
{
  for (guint i = 0; i < leave_outs->len; i++)
    {
      const CooldownLeaveOut *leave_out = g_ptr_array_index (leave_outs, i);

      if (cooldown_ticks_meet (self, &leave_out->when))
        return leave_out;
    }
  return NULL;
}

/**
 * cooldown_ticks_count:
 * @self: ticks
 *
 * Returns: how many items are ticked
 */
guint
cooldown_ticks_count (CooldownTicks *self)
{
  g_return_val_if_fail (COOLDOWN_IS_TICKS (self), 0);
  return g_hash_table_size (self->ticked);
}

/**
 * cooldown_ticks_to_strv:
 * @self: ticks
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of all ticked items, in page order
 */
char **
cooldown_ticks_to_strv (CooldownTicks *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GPtrArray *items;

  g_return_val_if_fail (COOLDOWN_IS_TICKS (self), NULL);
  items = cooldown_content_get_items (self->content);
  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);

      if (g_hash_table_contains (self->ticked, item))
        g_strv_builder_add (ids, item->id);
    }
  return g_strv_builder_end (ids);
}

/**
 * cooldown_ticks_from_strv:
 * @self: ticks
 * @items: (nullable) (array zero-terminated=1): ids of items; those that do not exist are passed
 *   over
 *
 * Ticks these and no others. They need not come from cooldown_ticks_to_strv(): of several answers
 * to one question the last counts, and a warning sign counts more than that there is none.
 */
void
cooldown_ticks_from_strv (CooldownTicks *self, const char *const *items)
{
  g_return_if_fail (COOLDOWN_IS_TICKS (self));
  g_hash_table_remove_all (self->ticked);
  for (guint i = 0; items != NULL && items[i] != NULL; i++)
    cooldown_ticks_set (self, items[i], TRUE);
}
