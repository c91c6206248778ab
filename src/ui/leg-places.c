/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "leg-places.h"

#define SETTING "check.places"

static void
store (CooldownAppState *state, const char *const *halves)
{
  cooldown_app_state_set_setting (state, SETTING, g_variant_new_strv (halves, -1));
}

/* What the places no longer amount to goes, what they newly amount to comes; all else, whoever
 * ticked it, stays as it is. */
static void
move_ticks (CooldownAppState *state, const char *const *before, const char *const *after)
{
  CooldownContent *content = cooldown_app_state_get_content (state);
  g_auto (GStrv) old = cooldown_places_to_items (content, before);
  g_auto (GStrv) new = cooldown_places_to_items (content, after);
  g_auto (GStrv) ticked = cooldown_ticks_to_strv (
      cooldown_tick_store_get_own (cooldown_app_state_get_tick_store (state)));
  g_auto (GStrv) ids = NULL;
  g_autoptr (CooldownTicks) ticks = cooldown_ticks_new (content);

  cooldown_ticks_from_strv (ticks, (const char *const *) ticked);
  for (char **id = old; *id != NULL; id++)
    if (!g_strv_contains ((const char *const *) new, *id))
      cooldown_ticks_set (ticks, *id, FALSE);
  for (char **id = new; *id != NULL; id++)
    if (!g_strv_contains ((const char *const *) old, *id))
      cooldown_ticks_set (ticks, *id, TRUE);
  ids = cooldown_ticks_to_strv (ticks);
  if (!g_strv_equal ((const char *const *) ids, (const char *const *) ticked))
    cooldown_tick_store_replace (cooldown_app_state_get_tick_store (state),
                                 (const char *const *) ids);
}

/**
 * cooldown_leg_places_get:
 * @state: what is going on
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the chosen halves, in the order in
 *   which they were chosen
 */
char **
cooldown_leg_places_get (CooldownAppState *state)
{
  g_autoptr (GVariant) stored = NULL;

  g_return_val_if_fail (COOLDOWN_IS_APP_STATE (state), NULL);

  stored = cooldown_app_state_lookup_setting (state, SETTING, G_VARIANT_TYPE_STRING_ARRAY);
  return stored != NULL ? g_variant_dup_strv (stored, NULL) : g_new0 (char *, 1);
}

/**
 * cooldown_leg_places_set:
 * @state: what is going on
 * @halves: (array zero-terminated=1): the ids of the halves that are chosen from now on
 *
 * Has the places remembered, and ticks and unticks what follows from the change. What the user
 * ticked or unticked by hand stays, unless just that follows.
 */
void
cooldown_leg_places_set (CooldownAppState *state, const char *const *halves)
{
  g_auto (GStrv) before = NULL;

  g_return_if_fail (COOLDOWN_IS_APP_STATE (state));
  g_return_if_fail (halves != NULL);

  before = cooldown_leg_places_get (state);
  if (g_strv_equal ((const char *const *) before, halves))
    return;
  store (state, halves);
  move_ticks (state, (const char *const *) before, halves);
}

/**
 * cooldown_leg_places_forget:
 * @state: what is going on
 * @item: the id of an item that the user unticked by hand
 *
 * Unchooses the places that stand for the item, so that the picture does not contradict the list.
 * Which sides are ticked is left to the user.
 */
void
cooldown_leg_places_forget (CooldownAppState *state, const char *item)
{
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;

  g_return_if_fail (COOLDOWN_IS_APP_STATE (state));
  g_return_if_fail (item != NULL);

  before = cooldown_leg_places_get (state);
  after = cooldown_places_remove_item (cooldown_app_state_get_content (state),
                                       (const char *const *) before, item);
  if (!g_strv_equal ((const char *const *) before, (const char *const *) after))
    store (state, (const char *const *) after);
}
