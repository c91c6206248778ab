/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "leg-words.h"

#include "choice-words.h"

#include <glib/gi18n.h>
#include <string.h>

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

/* How a region is called within a sentence, and the same for both sides. */
static const struct
{
  const char *region;
  const char *one;
  const char *both;
} regions[] = {
  { "lower-back", NC_ ("place", "lower back"), NC_ ("place", "both sides of the lower back") },
  { "buttock", NC_ ("place", "buttock"), NC_ ("place", "both buttocks") },
  { "thigh-outer", NC_ ("place", "outer thigh"), NC_ ("place", "both outer thighs") },
  { "thigh-front", NC_ ("place", "front of the thigh"), NC_ ("place", "front of both thighs") },
  { "thigh-back", NC_ ("place", "back of the thigh"), NC_ ("place", "back of both thighs") },
  { "knee", NC_ ("place", "knee"), NC_ ("place", "both knees") },
  { "knee-back", NC_ ("place", "back of the knee"), NC_ ("place", "back of both knees") },
  { "shin", NC_ ("place", "shin"), NC_ ("place", "both shins") },
  { "calf", NC_ ("place", "calf"), NC_ ("place", "both calves") },
  { "ankle-inner", NC_ ("place", "inner ankle"), NC_ ("place", "both inner ankles") },
  { "ankle-outer", NC_ ("place", "outer ankle"), NC_ ("place", "both outer ankles") },
  { "foot-top", NC_ ("place", "top of the foot"), NC_ ("place", "top of both feet") },
  { "heel", NC_ ("place", "heel"), NC_ ("place", "both heels") },
  { "sole", NC_ ("place", "sole"), NC_ ("place", "both soles") },
  { "toes", NC_ ("place", "ball of the foot"), NC_ ("place", "balls of both feet") },
};

static int
find_region (const char *region)
{
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    if (strcmp (regions[i].region, region) == 0)
      return (int) i;
  return -1;
}

/**
 * cooldown_leg_words_region:
 * @content: what the program knows
 * @region: the id of a region
 *
 * Returns: what it is called within a sentence: "calf"; the id if there is none
 */
const char *
cooldown_leg_words_region (CooldownContent *content, const char *region)
{
  int index = find_region (region);
  const CooldownRegion *known;

  if (index >= 0)
    return g_dpgettext2 (NULL, "place", regions[index].one);
  known = cooldown_content_get_region (content, region);
  return known != NULL ? known->name : region;
}

/* Places, told apart by side; words belong to the program. */
typedef struct
{
  GPtrArray *sides[COOLDOWN_N_SIDES];
  GPtrArray *both;
} Sides;

static const char *
name_both (const CooldownRegion *region)
{
  int index = find_region (region->id);

  return index >= 0 ? g_dpgettext2 (NULL, "place", regions[index].both) : region->name;
}

static void
sort_region (Sides *sides,
             CooldownContent *content,
             const CooldownRegion *region,
             const char *const *halves)
{
  gboolean has[COOLDOWN_N_SIDES];

  for (guint i = 0; i < COOLDOWN_N_SIDES; i++)
    {
      g_autofree char *half = cooldown_place_new (region->id, i);

      has[i] = g_strv_contains (halves, half);
    }
  if (has[COOLDOWN_SIDE_LEFT] && has[COOLDOWN_SIDE_RIGHT])
    g_ptr_array_add (sides->both, (char *) name_both (region));
  else
    for (guint i = 0; i < COOLDOWN_N_SIDES; i++)
      if (has[i])
        g_ptr_array_add (sides->sides[i], (char *) cooldown_leg_words_region (content, region->id));
}

static char *
list_side (GPtrArray *words, CooldownSide side)
{
  g_autofree char *list = cooldown_words_join (words);

  /* Translators: %s are places on one leg: "ball of the foot and sole, right" */
  return g_strdup_printf (side == COOLDOWN_SIDE_LEFT ? _ ("%s, left") : _ ("%s, right"), list);
}

/**
 * cooldown_leg_words_list:
 * @content: what the program knows
 * @halves: (nullable) (array zero-terminated=1): ids of halves
 *
 * Returns: (transfer full): where that is, as within a sentence: "ball of the foot and sole,
 *   right", "both calves; shin, left"; "" for nowhere
 */
char *
cooldown_leg_words_list (CooldownContent *content, const char *const *halves)
{
  Sides sides = { { g_ptr_array_new (), g_ptr_array_new () }, g_ptr_array_new () };
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *known = cooldown_content_get_regions (content);

  for (guint i = known->len; halves != NULL && i > 0; i--)
    sort_region (&sides, content, g_ptr_array_index (known, i - 1), halves);
  if (sides.both->len > 0)
    g_ptr_array_add (groups, cooldown_words_join (sides.both));
  for (guint i = 0; i < COOLDOWN_N_SIDES; i++)
    if (sides.sides[i]->len > 0)
      g_ptr_array_add (groups, list_side (sides.sides[i], i));
  g_ptr_array_add (groups, NULL);
  g_ptr_array_unref (sides.sides[COOLDOWN_SIDE_LEFT]);
  g_ptr_array_unref (sides.sides[COOLDOWN_SIDE_RIGHT]);
  g_ptr_array_unref (sides.both);
  return g_strjoinv ("; ", (char **) groups->pdata);
}
