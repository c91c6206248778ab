/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "leg-words.h"

#include <glib/gi18n.h>

/**
 * cooldown_leg_words_place:
 * @content: what the program knows
 * @half: the id of half a region
 *
 * Returns: (transfer full) (nullable): what it is called: "Calf, left"; %NULL if there is none
 */
char *
cooldown_leg_words_place (CooldownContent *content, const char *half)
{
  CooldownSide side = COOLDOWN_SIDE_LEFT;
  const CooldownRegion *region = cooldown_place_get_region (content, half, &side);

  if (region == NULL)
    return NULL;
  if (side == COOLDOWN_SIDE_LEFT)
    /* Translators: %s is a place on the left leg: “Calf, left” */
    return g_strdup_printf (_ ("%s, left"), region->name);
  /* Translators: %s is a place on the right leg: “Calf, right” */
  return g_strdup_printf (_ ("%s, right"), region->name);
}

/**
 * cooldown_leg_words_chosen:
 * @content: what the program knows
 * @halves: (nullable) (array zero-terminated=1): ids of halves
 *
 * Returns: (transfer full): a picture of the legs in words, with these places chosen
 */
char *
cooldown_leg_words_chosen (CooldownContent *content, const char *const *halves)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (; halves != NULL && *halves != NULL; halves++)
    {
      char *place = cooldown_leg_words_place (content, *halves);

      if (place != NULL)
        g_ptr_array_add (places, place);
    }
  if (places->len == 0)
    return g_strdup (_ ("Legs: no place chosen"));
  g_ptr_array_add (places, NULL);
  joined = g_strjoinv ("; ", (char **) places->pdata);
  /* Translators: said of the picture of the legs; %s are places: “Calf, left; Shin, right” */
  return g_strdup_printf (_ ("Legs, chosen: %s"), joined);
}
