/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "places.h"

#include <string.h>

/* The back is no leg: whether it hurts left or right says nothing about one leg or both. */
#define LOWER_BACK "lower-back"

static const char *const endings[COOLDOWN_N_SIDES] = { "-l", "-r" };
static const char *const side_items[] = { "side-one", "side-both" };

/**
 * cooldown_place_new:
 * @region: the id of a region
 * @side: one of its sides
 *
 * Returns: (transfer full): the id of that half: "calf-l"
 */
char *
cooldown_place_new (const char *region, CooldownSide side)
{
  g_return_val_if_fail (region != NULL, NULL);
  g_return_val_if_fail (side == COOLDOWN_SIDE_LEFT || side == COOLDOWN_SIDE_RIGHT, NULL);
  return g_strconcat (region, endings[side], NULL);
}

/**
 * cooldown_place_get_region:
 * @content: the content
 * @half: the id of half a region: "calf-l"
 * @side: (out) (optional): which side it is; untouched if there is no such half
 *
 * Returns: (transfer none) (nullable): the region, or %NULL if there is no such half
 */
const CooldownRegion *
cooldown_place_get_region (CooldownContent *content, const char *half, CooldownSide *side)
{
  g_return_val_if_fail (COOLDOWN_IS_CONTENT (content), NULL);
  g_return_val_if_fail (half != NULL, NULL);

  for (guint i = 0; i < COOLDOWN_N_SIDES; i++)
    if (g_str_has_suffix (half, endings[i]))
      {
        g_autofree char *id = g_strndup (half, strlen (half) - strlen (endings[i]));
        const CooldownRegion *region = cooldown_content_get_region (content, id);

        if (region != NULL && side != NULL)
          *side = (CooldownSide) i;
        return region;
      }
  return NULL;
}

/* What a choice of places amounts to. */
typedef struct
{
  GHashTable *items; /* (element-type utf8) */
  gboolean sides[COOLDOWN_N_SIDES];
  guint n_fitting;
  guint n_others;
} Sum;

static Sum
sum_up (CooldownContent *content, const char *const *halves)
{
  Sum sum = { .items = g_hash_table_new (g_str_hash, g_str_equal) };

  for (; halves != NULL && *halves != NULL; halves++)
    {
      CooldownSide side;
      const CooldownRegion *region = cooldown_place_get_region (content, *halves, &side);

      if (region == NULL)
        continue;
      if (strcmp (region->id, LOWER_BACK) != 0)
        sum.sides[side] = TRUE;
      if (region->item != NULL)
        g_hash_table_add (sum.items, (char *) region->item);
      sum.n_fitting += region->item != NULL ? 1 : 0;
      sum.n_others += region->item == NULL ? 1 : 0;
    }
  return sum;
}

/**
 * cooldown_places_to_items:
 * @content: the content
 * @halves: (nullable) (array zero-terminated=1): ids of halves; those that do not exist are passed
 *   over
 *
 * What can be ticked of the checklist because of these places: the items of their regions, and
 * whether it is one side or both. The lower back counts for no side.
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of items, in page order
 */
char **
cooldown_places_to_items (CooldownContent *content, const char *const *halves)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GPtrArray *items;
  int n_sides;
  Sum sum;

  g_return_val_if_fail (COOLDOWN_IS_CONTENT (content), NULL);

  sum = sum_up (content, halves);
  n_sides = sum.sides[COOLDOWN_SIDE_LEFT] + sum.sides[COOLDOWN_SIDE_RIGHT];
  if (n_sides > 0)
    g_hash_table_add (sum.items, (char *) side_items[n_sides - 1]);
  items = cooldown_content_get_items (content);
  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);

      if (g_hash_table_contains (sum.items, item->id))
        g_strv_builder_add (ids, item->id);
    }
  g_hash_table_unref (sum.items);
  return g_strv_builder_end (ids);
}

/**
 * cooldown_places_remove_item:
 * @content: the content
 * @halves: (nullable) (array zero-terminated=1): ids of halves
 * @item: the id of an item that holds no longer
 *
 * Returns: (transfer full) (array zero-terminated=1): those of @halves that do not stand for @item
 */
char **
cooldown_places_remove_item (CooldownContent *content, const char *const *halves, const char *item)
{
  g_autoptr (GStrvBuilder) left = g_strv_builder_new ();

  g_return_val_if_fail (COOLDOWN_IS_CONTENT (content), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  for (; halves != NULL && *halves != NULL; halves++)
    {
      const CooldownRegion *region = cooldown_place_get_region (content, *halves, NULL);

      if (region == NULL || g_strcmp0 (region->item, item) != 0)
        g_strv_builder_add (left, *halves);
    }
  return g_strv_builder_end (left);
}

/**
 * cooldown_places_fit_nothing:
 * @content: the content
 * @halves: (nullable) (array zero-terminated=1): ids of halves
 *
 * Returns: whether places are chosen and nothing on the checklist is about any of them, which the
 *   message `place-none` is for
 */
gboolean
cooldown_places_fit_nothing (CooldownContent *content, const char *const *halves)
{
  Sum sum;

  g_return_val_if_fail (COOLDOWN_IS_CONTENT (content), FALSE);
  sum = sum_up (content, halves);
  g_hash_table_unref (sum.items);
  return sum.n_others > 0 && sum.n_fitting == 0;
}
