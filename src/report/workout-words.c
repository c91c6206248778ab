/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workout-words.h"

#include <glib/gi18n.h>

/* In the order of cooldown_workout_kinds(). */
typedef enum
{
  KIND_RUN,
  KIND_WALK,
  KIND_RIDE,
  KIND_SWIM,
  KIND_STRENGTH,
  KIND_BALL,
  KIND_OTHER,
} Kind;

static Kind
find_kind (const char *kind)
{
  const char *const *kinds = cooldown_workout_kinds ();

  for (guint i = 0; kinds[i] != NULL && i < KIND_OTHER; i++)
    if (g_strcmp0 (kinds[i], kind) == 0)
      return (Kind) i;
  return KIND_OTHER;
}

/**
 * cooldown_workout_get_kind_name:
 * @kind: the id of a kind of workout
 *
 * Returns: what it is called: "Run"
 */
const char *
cooldown_workout_get_kind_name (const char *kind)
{
  switch (find_kind (kind))
    {
    case KIND_RUN:
      return C_("workout", "Run");
    case KIND_WALK:
      return C_("workout", "Walk");
    case KIND_RIDE:
      return C_("workout", "Ride");
    case KIND_SWIM:
      return C_("workout", "Swim");
    case KIND_STRENGTH:
      return C_("workout", "Strength");
    case KIND_BALL:
      return C_("workout", "Ball game");
    case KIND_OTHER:
    default:
      return C_("workout", "Other");
    }
}

/**
 * cooldown_workout_get_kind_icon:
 * @kind: the id of a kind of workout
 *
 * Returns: (transfer full): the name of its icon
 */
char *
cooldown_workout_get_kind_icon (const char *kind)
{
  return g_strdup_printf ("cd-%s-symbolic", cooldown_workout_kinds ()[find_kind (kind)]);
}

static char *
format_minutes_since (Kind kind, guint n)
{
  switch (kind)
    {
    case KIND_RUN:
      return g_strdup_printf (ngettext ("%u minute since your run", "%u minutes since your run", n),
                              n);
    case KIND_WALK:
      return g_strdup_printf (
          ngettext ("%u minute since your walk", "%u minutes since your walk", n), n);
    case KIND_RIDE:
      return g_strdup_printf (
          ngettext ("%u minute since your ride", "%u minutes since your ride", n), n);
    case KIND_SWIM:
      return g_strdup_printf (
          ngettext ("%u minute since your swim", "%u minutes since your swim", n), n);
    case KIND_STRENGTH:
      return g_strdup_printf (ngettext ("%u minute since your strength training",
                                        "%u minutes since your strength training", n),
                              n);
    case KIND_BALL:
      return g_strdup_printf (
          ngettext ("%u minute since your ball game", "%u minutes since your ball game", n), n);
    case KIND_OTHER:
    default:
      return g_strdup_printf (
          ngettext ("%u minute since your workout", "%u minutes since your workout", n), n);
    }
}

static char *
format_hours_since (Kind kind, guint n)
{
  switch (kind)
    {
    case KIND_RUN:
      return g_strdup_printf (ngettext ("%u hour since your run", "%u hours since your run", n), n);
    case KIND_WALK:
      return g_strdup_printf (ngettext ("%u hour since your walk", "%u hours since your walk", n),
                              n);
    case KIND_RIDE:
      return g_strdup_printf (ngettext ("%u hour since your ride", "%u hours since your ride", n),
                              n);
    case KIND_SWIM:
      return g_strdup_printf (ngettext ("%u hour since your swim", "%u hours since your swim", n),
                              n);
    case KIND_STRENGTH:
      return g_strdup_printf (ngettext ("%u hour since your strength training",
                                        "%u hours since your strength training", n),
                              n);
    case KIND_BALL:
      return g_strdup_printf (
          ngettext ("%u hour since your ball game", "%u hours since your ball game", n), n);
    case KIND_OTHER:
    default:
      return g_strdup_printf (
          ngettext ("%u hour since your workout", "%u hours since your workout", n), n);
    }
}

/**
 * cooldown_workout_format_since:
 * @kind: the id of a kind of workout
 * @since: how long ago the workout ended, in microseconds; what is negative counts as nothing
 *
 * Returns: (transfer full): how long ago that is in words: "20 minutes since your run", from an
 *   hour on in whole hours
 */
char *
cooldown_workout_format_since (const char *kind, gint64 since)
{
  guint minutes = (guint) (MAX (since, 0) / COOLDOWN_MINUTE);

  return minutes < 60 ? format_minutes_since (find_kind (kind), minutes)
                      : format_hours_since (find_kind (kind), minutes / 60);
}

static const char *
get_legs_words (CooldownLegs legs)
{
  switch (legs)
    {
    case COOLDOWN_LEGS_FINE:
      return _("legs fine at the end");
    case COOLDOWN_LEGS_TINGLING:
      return _("legs tingling at the end");
    case COOLDOWN_LEGS_OTHER:
      return _("something else in the legs at the end");
    case COOLDOWN_LEGS_UNASKED:
    default:
      return NULL;
    }
}

/**
 * cooldown_workout_format_facts:
 * @workout: a workout
 *
 * Returns: (transfer full): what is known about it, one after the other: "45 minutes · effort 5
 *   of 10 · legs tingling at the end"
 */
char *
cooldown_workout_format_facts (const CooldownWorkout *workout)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  const char *legs = get_legs_words (workout->legs);

  g_ptr_array_add (facts, g_strdup_printf (ngettext ("%u minute", "%u minutes", workout->minutes),
                                           workout->minutes));
  if (workout->rpe != COOLDOWN_RPE_NOT_NOTED)
    g_ptr_array_add (facts, g_strdup_printf (_("effort %d of 10"), workout->rpe));
  if (legs != NULL)
    g_ptr_array_add (facts, g_strdup (legs));
  g_ptr_array_add (facts, NULL);
  return g_strjoinv (" · ", (char **) facts->pdata);
}

/**
 * cooldown_effort_get_name:
 * @rpe: a rating of perceived exertion, 0 to 10, or %COOLDOWN_RPE_NOT_NOTED
 *
 * Returns: the rating with its word, "3 · Moderate"
 */
const char *
cooldown_effort_get_name (int rpe)
{
  static const char *const names[] = {
    N_("0 · Rest"),      N_("1 · Very easy"),        N_("2 · Easy"),         N_("3 · Moderate"),
    N_("4 · Moderate"),  N_("5 · Somewhat hard"),    N_("6 · Getting hard"), N_("7 · Hard"),
    N_("8 · Very hard"), N_("9 · Nearly all I had"), N_("10 · All I had"),
  };

  if (rpe < 0 || rpe >= (int) G_N_ELEMENTS (names))
    return _("Not noted");
  return _(names[rpe]);
}
