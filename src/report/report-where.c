/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where it is and on which side. */
#include "entry-words.h"
#include "report-material.h"

#include <glib/gi18n.h>
#include <string.h>

typedef enum
{
  AREA_FOOT,
  AREA_LOWER_LEG,
  AREA_THIGH,
  AREA_BACK,
  N_AREAS,
} Area;

typedef enum
{
  SIDES_LEFT,
  SIDES_RIGHT,
  SIDES_BOTH,
  N_SIDES,
} Sides;

static const struct
{
  const char *region;
  Area area;
} areas[] = {
  { "toes", AREA_FOOT },         { "sole", AREA_FOOT },        { "heel", AREA_FOOT },
  { "foot-top", AREA_FOOT },     { "ankle-inner", AREA_FOOT }, { "ankle-outer", AREA_FOOT },
  { "calf", AREA_LOWER_LEG },    { "shin", AREA_LOWER_LEG },   { "knee-back", AREA_LOWER_LEG },
  { "knee", AREA_LOWER_LEG },    { "thigh-back", AREA_THIGH }, { "thigh-front", AREA_THIGH },
  { "thigh-outer", AREA_THIGH }, { "buttock", AREA_BACK },     { "lower-back", AREA_BACK },
};

#define N_REGIONS G_N_ELEMENTS (areas)

/* An area on one side or both: in how many episodes, and in how many each of its regions. */
typedef struct
{
  Area area;
  Sides sides;
  guint n;
  guint regions[N_REGIONS];
} Spot;

static const char *
get_name (const Spot *spot)
{
  static const char *const names[N_AREAS][N_SIDES] = {
    { NC_ ("area", "Left foot"), NC_ ("area", "Right foot"), NC_ ("area", "Both feet") },
    { NC_ ("area", "Left lower leg"), NC_ ("area", "Right lower leg"),
      NC_ ("area", "Both lower legs") },
    { NC_ ("area", "Left thigh"), NC_ ("area", "Right thigh"), NC_ ("area", "Both thighs") },
    { NC_ ("area", "Left lower back or buttock"), NC_ ("area", "Right lower back or buttock"),
      NC_ ("area", "Lower back or buttocks on both sides") },
  };

  return g_dpgettext2 (NULL, "area", names[spot->area][spot->sides]);
}

/* Which regions of an area the episode names on either side; returns on which sides. */
static int
find_sides (const char *const *halves, Area area, gboolean regions[N_REGIONS])
{
  gboolean has[COOLDOWN_N_SIDES] = { FALSE };

  for (guint i = 0; i < N_REGIONS; i++)
    for (guint side = 0; side < COOLDOWN_N_SIDES; side++)
      {
        g_autofree char *half = cooldown_place_new (areas[i].region, side);

        if (areas[i].area != area || !g_strv_contains (halves, half))
          continue;
        regions[i] = has[side] = TRUE;
      }
  if (has[COOLDOWN_SIDE_LEFT] && has[COOLDOWN_SIDE_RIGHT])
    return SIDES_BOTH;
  if (has[COOLDOWN_SIDE_LEFT])
    return SIDES_LEFT;
  return has[COOLDOWN_SIDE_RIGHT] ? SIDES_RIGHT : N_SIDES;
}

static void
count_episode (Spot spots[N_AREAS * N_SIDES], CooldownEntry *episode)
{
  g_auto (GStrv) halves = cooldown_entry_get_ids (episode, COOLDOWN_FIELD_EPISODE_PLACES);

  for (guint area = 0; area < N_AREAS; area++)
    {
      gboolean regions[N_REGIONS] = { FALSE };
      int sides = find_sides ((const char *const *) halves, area, regions);
      Spot *spot;

      if (sides == N_SIDES)
        continue;
      spot = &spots[area * N_SIDES + (guint) sides];
      spot->n++;
      for (guint i = 0; i < N_REGIONS; i++)
        spot->regions[i] += regions[i] ? 1 : 0;
    }
}

static int
compare_spots (gconstpointer a, gconstpointer b)
{
  const Spot *first = a, *second = b;

  if (first->n != second->n)
    return first->n < second->n ? 1 : -1;
  return (int) (first->area * N_SIDES + first->sides) -
         (int) (second->area * N_SIDES + second->sides);
}

/* The regions of a spot, those named most first. */
static char *
list_regions (const Spot *spot, CooldownContent *content)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint n = spot->n; n > 0; n--)
    for (guint i = 0; i < N_REGIONS; i++)
      if (spot->regions[i] == n)
        g_ptr_array_add (names, (char *) cooldown_leg_words_region (content, areas[i].region));
  return cooldown_words_list (names);
}

static char *
say_spot (const Spot *spot, CooldownContent *content, guint of)
{
  g_autofree char *regions = list_regions (spot, content);

  if (of > 0)
    /* Translators: where it was, in how many of all episodes: "Right foot", 9, 13, "ball of the
     * foot, sole" */
    return g_strdup_printf (_ ("%1$s in %2$u of %3$u: %4$s."), get_name (spot), spot->n, of,
                            regions);
  /* Translators: where it was, in how many episodes: "Both lower legs", 3, "calf" */
  return g_strdup_printf (_ ("%1$s in %2$u: %3$s."), get_name (spot), spot->n, regions);
}

/**
 * cooldown_report_say_where:
 * @self: the material
 *
 * Returns: (transfer full): "Right foot in 10 of 13: ball of the foot, sole. Both lower legs in 3:
 *   calf."
 */
char *
cooldown_report_say_where (const CooldownReportMaterial *self)
{
  GPtrArray *episodes = self->kinds[COOLDOWN_ENTRY_EPISODE];
  guint n_missing = episodes->len - self->tally->n_placed;
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  Spot spots[N_AREAS * N_SIDES] = { 0 };

  if (self->tally->n_placed == 0)
    return g_strdup (_ ("Not noted."));
  for (guint i = 0; i < G_N_ELEMENTS (spots); i++)
    spots[i] = (Spot){ .area = i / N_SIDES, .sides = i % N_SIDES };
  for (guint i = 0; i < episodes->len; i++)
    count_episode (spots, g_ptr_array_index (episodes, i));
  qsort (spots, G_N_ELEMENTS (spots), sizeof *spots, compare_spots);
  for (guint i = 0; i < G_N_ELEMENTS (spots) && spots[i].n > 0; i++)
    g_ptr_array_add (sentences, say_spot (&spots[i], self->content, i == 0 ? episodes->len : 0));
  if (n_missing > 0)
    g_ptr_array_add (sentences, g_strdup_printf (_ ("Not noted in %u."), n_missing));
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}
