/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenes-legs.h"

#include "ui/leg-places.h"

static void
choose (Desk *desk, const char *const *halves)
{
  cooldown_app_state_tick (desk->state, "warn-none", TRUE);
  cooldown_leg_places_set (desk->state, halves);
}

static void
legs_one_side (Desk *desk)
{
  choose (desk, (const char *[]){ "toes-r", "sole-r", NULL });
}

static void
legs_both_sides (Desk *desk)
{
  choose (desk, (const char *[]){ "calf-l", "shin-r", "lower-back-l", NULL });
}

/* Nothing on the list is about the knee. */
static void
legs_fit_nothing (Desk *desk)
{
  choose (desk, (const char *[]){ "knee-r", NULL });
}

/* One place is ticked without its side, another is in the picture. */
static void
legs_without_side (Desk *desk)
{
  choose (desk, (const char *[]){ "calf-r", NULL });
  cooldown_app_state_tick (desk->state, "where-sole", TRUE);
}

static const Scene scenes[] = {
  { "legs-one-side", legs_one_side },
  { "legs-both-sides", legs_both_sides },
  { "legs-fit-nothing", legs_fit_nothing },
  { "legs-without-side", legs_without_side },
};

/**
 * legs_scenes_get:
 * @n_scenes: (out): how many there are
 *
 * Returns: (array length=n_scenes): scenes in which places on the legs are chosen
 */
const Scene *
legs_scenes_get (guint *n_scenes)
{
  *n_scenes = G_N_ELEMENTS (scenes);
  return scenes;
}
