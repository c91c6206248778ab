/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recovery.h"

G_DEFINE_QUARK (cooldown-workout-error-quark, cooldown_workout_error)

static const char *const kinds[] = { "run",      "walk", "ride",  "swim",
                                     "strength", "ball", "other", NULL };
static const char *const legs_names[] = { "unasked", "fine", "tingling", "other", NULL };

/**
 * cooldown_workout_kinds:
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of all kinds of workout, in the
 *   order in which they are offered
 */
const char *const *
cooldown_workout_kinds (void)
{
  return kinds;
}

/**
 * cooldown_legs_to_string:
 * @legs: how legs felt
 *
 * Returns: its word: "unasked", "fine", "tingling" or "other"
 */
const char *
cooldown_legs_to_string (CooldownLegs legs)
{
  return legs_names[legs];
}

/**
 * cooldown_workout_to_plan:
 * @workout: a workout
 *
 * Returns: (transfer floating): it as an a{sv}, the parameter of the action `workout-finish`
 */
GVariant *
cooldown_workout_to_plan (const CooldownWorkout *workout)
{
  GVariantDict plan;

  g_variant_dict_init (&plan, NULL);
  g_variant_dict_insert (&plan, "kind", "s", workout->kind);
  g_variant_dict_insert (&plan, "ended", "x", workout->ended / COOLDOWN_SECOND);
  g_variant_dict_insert (&plan, "minutes", "u", workout->minutes);
  if (workout->rpe != COOLDOWN_RPE_NOT_NOTED)
    g_variant_dict_insert (&plan, "rpe", "u", (guint32) workout->rpe);
  g_variant_dict_insert (&plan, "legs", "s", legs_names[workout->legs]);
  return g_variant_dict_end (&plan);
}

static gboolean
refuse (GError **error, CooldownWorkoutError code, const char *why)
{
  g_set_error_literal (error, COOLDOWN_WORKOUT_ERROR, (gint) code, why);
  return FALSE;
}

static int
index_of (const char *const *names, const char *name)
{
  for (int i = 0; names[i] != NULL; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return i;
  return -1;
}

/**
 * cooldown_workout_from_plan:
 * @plan: an a{sv}: kind s, ended x (unix seconds), minutes u, rpe u (optional), legs s (optional)
 * @workout: (out): the workout; its strings belong to the program
 * @error: return location
 *
 * Returns: whether @plan is one; %FALSE with @error set when a part is missing or out of range
 */
gboolean
cooldown_workout_from_plan (GVariant *plan, CooldownWorkout *workout, GError **error)
{
  const char *kind = NULL, *legs = legs_names[COOLDOWN_LEGS_UNASKED];
  gint64 ended = 0;
  guint32 minutes = 0, rpe = 0;
  int index;

  workout->rpe = COOLDOWN_RPE_NOT_NOTED;
  g_variant_lookup (plan, "kind", "&s", &kind);
  index = index_of (kinds, kind);
  if (index < 0)
    return refuse (error, COOLDOWN_WORKOUT_ERROR_KIND, "no such kind of workout");
  workout->kind = kinds[index];

  if (!g_variant_lookup (plan, "ended", "x", &ended) || ended <= 0 ||
      ended > G_MAXINT64 / COOLDOWN_SECOND / 2)
    return refuse (error, COOLDOWN_WORKOUT_ERROR_ENDED, "no time at which the workout ended");
  workout->ended = ended * COOLDOWN_SECOND;

  if (!g_variant_lookup (plan, "minutes", "u", &minutes) || minutes == 0 ||
      minutes > COOLDOWN_WORKOUT_MAX_MINUTES)
    return refuse (error, COOLDOWN_WORKOUT_ERROR_MINUTES, "a workout has 1 to 1440 minutes");
  workout->minutes = minutes;

  if (g_variant_lookup (plan, "rpe", "u", &rpe))
    {
      if (rpe > 10)
        return refuse (error, COOLDOWN_WORKOUT_ERROR_RPE, "effort goes from 0 to 10");
      workout->rpe = (int) rpe;
    }
  g_variant_lookup (plan, "legs", "&s", &legs);
  index = index_of (legs_names, legs);
  if (index < 0)
    return refuse (error, COOLDOWN_WORKOUT_ERROR_LEGS, "legs are fine, tingling or other");
  workout->legs = (CooldownLegs) index;
  return TRUE;
}
