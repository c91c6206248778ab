/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenes-result.h"

#include "ui/tick-store.h"

static void
tick (Desk *desk, const char *const *items)
{
  for (; *items != NULL; items++)
    cooldown_app_state_tick (desk->state, *items, TRUE);
}

static void
set_list (Desk *desk, const char *name, const char *const *ids)
{
  fake_agent_set (desk->agent, "setting", name, g_variant_new_strv (ids, -1));
}

/* One description, with ice. */
static void
result_neuroma (Desk *desk)
{
  tick (desk, (const char *[]){ "warn-none", "where-toes", "side-one", "feel-burn", "feel-pebble",
                                "last-30min", NULL });
}

/* The same with what forbids ice and speaks against it. */
static void
result_no_ice (Desk *desk)
{
  result_neuroma (desk);
  tick (desk, (const char *[]){ "feel-numb", "feel-tight", NULL });
}

/* Several, of which one has a story, and a question that would tell them apart. */
static void
result_several (Desk *desk)
{
  tick (desk, (const char *[]){ "warn-none", "where-toes", "where-foot-top", "where-sole",
                                "side-one", "feel-burn", "else-tight-wear", "when-during", NULL });
}

static void
result_denied (Desk *desk)
{
  result_several (desk);
  set_list (desk, "check.denied", (const char *[]){ "feel-numb", "feel-pebble", NULL });
  set_list (desk, "check.unsure", (const char *[]){ "you-feet", NULL });
}

/* Before the warning signs are answered. */
static void
result_unfinished (Desk *desk)
{
  tick (desk, (const char *[]){ "where-toes", "side-one", "feel-burn", "feel-pebble", NULL });
}

static void
result_restless (Desk *desk)
{
  tick (desk, (const char *[]){ "warn-none", "feel-urge", "when-rest", "when-night",
                                "when-move-helps", "side-both", NULL });
}

static void
result_restless_too (Desk *desk)
{
  result_restless (desk);
  tick (desk, (const char *[]){ "where-sole", "feel-burn", "you-diabetes", "you-feet", NULL });
}

static void
result_nothing_fits (Desk *desk)
{
  tick (desk, (const char *[]){ "warn-none", "feel-pain", "when-after", NULL });
}

static void
result_no_place (Desk *desk)
{
  tick (desk, (const char *[]){ "warn-none", "side-one", "feel-pain", NULL });
  set_list (desk, "check.places", (const char *[]){ "thigh-front-l", NULL });
}

/* Ticked the day before yesterday. */
static void
result_old (Desk *desk)
{
  result_neuroma (desk);
  cooldown_fake_clock_advance (desk->clock, 50 * COOLDOWN_HOUR);
}

static const Scene scenes[] = {
  { "result-neuroma", result_neuroma },           { "result-no-ice", result_no_ice },
  { "result-several", result_several },           { "result-denied", result_denied },
  { "result-unfinished", result_unfinished },     { "result-restless", result_restless },
  { "result-restless-too", result_restless_too }, { "result-nothing-fits", result_nothing_fits },
  { "result-no-place", result_no_place },         { "result-old", result_old },
};

/**
 * result_scenes_get:
 * @n_scenes: (out): how many there are
 *
 * Returns: (array length=n_scenes): scenes in which the ticks come to something
 */
const Scene *
result_scenes_get (guint *n_scenes)
{
  *n_scenes = G_N_ELEMENTS (scenes);
  return scenes;
}
