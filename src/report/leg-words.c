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
  joined = cooldown_words_list_parts (places);
  /* Translators: said of the picture of the legs; %s are places: “Calf, left; Shin, right” */
  return g_strdup_printf (_ ("Legs, chosen: %s"), joined);
}

/* How a region is called within a sentence, the same for both sides, and where there is little
 * room. */
static const struct
{
  const char *region;
  const char *one;
  const char *both;
  const char *brief;
} regions[] = {
  { "lower-back", NC_ ("place", "lower back"), NC_ ("place", "both sides of the lower back"),
    NC_ ("place", "lower back") },
  { "buttock", NC_ ("place", "buttock"), NC_ ("place", "both buttocks"), NC_ ("place", "buttock") },
  { "thigh-outer", NC_ ("place", "outer thigh"), NC_ ("place", "both outer thighs"),
    NC_ ("place", "outer thigh") },
  { "thigh-front", NC_ ("place", "front of the thigh"), NC_ ("place", "front of both thighs"),
    NC_ ("place", "front thigh") },
  { "thigh-back", NC_ ("place", "back of the thigh"), NC_ ("place", "back of both thighs"),
    NC_ ("place", "back thigh") },
  { "knee", NC_ ("place", "knee"), NC_ ("place", "both knees"), NC_ ("place", "knee") },
  { "knee-back", NC_ ("place", "back of the knee"), NC_ ("place", "back of both knees"),
    NC_ ("place", "behind the knee") },
  { "shin", NC_ ("place", "shin"), NC_ ("place", "both shins"), NC_ ("place", "shin") },
  { "calf", NC_ ("place", "calf"), NC_ ("place", "both calves"), NC_ ("place", "calf") },
  { "ankle-inner", NC_ ("place", "inner ankle"), NC_ ("place", "both inner ankles"),
    NC_ ("place", "inner ankle") },
  { "ankle-outer", NC_ ("place", "outer ankle"), NC_ ("place", "both outer ankles"),
    NC_ ("place", "outer ankle") },
  { "foot-top", NC_ ("place", "top of the foot"), NC_ ("place", "top of both feet"),
    NC_ ("place", "top of foot") },
  { "heel", NC_ ("place", "heel"), NC_ ("place", "both heels"), NC_ ("place", "heel") },
  { "sole", NC_ ("place", "sole"), NC_ ("place", "both soles"), NC_ ("place", "sole") },
  { "toes", NC_ ("place", "ball of the foot"), NC_ ("place", "balls of both feet"),
    NC_ ("place", "ball or toes") },
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
 * Returns: what it is called within a sentence, in few words: "calf"; the id if there is none
 */
const char *
cooldown_leg_words_region (CooldownContent *content, const char *region)
{
  int index = find_region (region);
  const CooldownRegion *known;

  if (index >= 0)
    return g_dpgettext2 (NULL, "place", regions[index].brief);
  known = cooldown_content_get_region (content, region);
  return known != NULL ? known->name : region;
}

/* Places, told apart by side; words belong to the program. */
typedef struct
{
  gboolean brief;
  GPtrArray *sides[COOLDOWN_N_SIDES];
  GPtrArray *both;
} Sides;

static const char *
get_name (const Sides *sides, const CooldownRegion *region, gboolean both)
{
  int index = find_region (region->id);

  if (index < 0)
    return region->name;
  if (both)
    return g_dpgettext2 (NULL, "place", regions[index].both);
  return g_dpgettext2 (NULL, "place", sides->brief ? regions[index].brief : regions[index].one);
}

static void
sort_region (const Sides *sides, const CooldownRegion *region, const char *const *halves)
{
  gboolean has[COOLDOWN_N_SIDES];

  for (guint i = 0; i < COOLDOWN_N_SIDES; i++)
    {
      g_autofree char *half = cooldown_place_new (region->id, i);

      has[i] = g_strv_contains (halves, half);
    }
  if (has[COOLDOWN_SIDE_LEFT] && has[COOLDOWN_SIDE_RIGHT])
    g_ptr_array_add (sides->both, (char *) get_name (sides, region, TRUE));
  else
    for (guint i = 0; i < COOLDOWN_N_SIDES; i++)
      if (has[i])
        g_ptr_array_add (sides->sides[i], (char *) get_name (sides, region, FALSE));
}

static char *
join_places (const Sides *sides, GPtrArray *words)
{
  if (!sides->brief)
    return cooldown_words_join (words);
  return cooldown_words_list (words);
}

static char *
list_side (const Sides *sides, CooldownSide side)
{
  g_autofree char *list = join_places (sides, sides->sides[side]);

  /* Translators: %s are places on one leg: "ball of the foot and sole, right" */
  return g_strdup_printf (side == COOLDOWN_SIDE_LEFT ? _ ("%s, left") : _ ("%s, right"), list);
}

static char *
list_places (CooldownContent *content, const char *const *halves, gboolean brief)
{
  Sides sides = { brief, { g_ptr_array_new (), g_ptr_array_new () }, g_ptr_array_new () };
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *known = cooldown_content_get_regions (content);

  /* From the foot upwards. */
  for (guint i = known->len; halves != NULL && i > 0; i--)
    sort_region (&sides, g_ptr_array_index (known, i - 1), halves);
  if (sides.both->len > 0)
    g_ptr_array_add (groups, join_places (&sides, sides.both));
  for (guint i = 0; i < COOLDOWN_N_SIDES; i++)
    if (sides.sides[i]->len > 0)
      g_ptr_array_add (groups, list_side (&sides, i));
  g_ptr_array_unref (sides.sides[COOLDOWN_SIDE_LEFT]);
  g_ptr_array_unref (sides.sides[COOLDOWN_SIDE_RIGHT]);
  g_ptr_array_unref (sides.both);
  return cooldown_words_list_parts (groups);
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
  return list_places (content, halves, FALSE);
}

/**
 * cooldown_leg_words_list_short:
 * @content: what the program knows
 * @halves: (nullable) (array zero-terminated=1): ids of halves
 *
 * Returns: (transfer full): the same where there is little room: "ball or toes, sole, right"
 */
char *
cooldown_leg_words_list_short (CooldownContent *content, const char *const *halves)
{
  return list_places (content, halves, TRUE);
}
