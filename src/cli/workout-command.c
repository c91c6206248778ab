/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include "overview.h"
#include "report/workout-words.h"

#include <glib/gi18n.h>

enum
{
  VALUE_KIND,
  VALUE_MINUTES,
  VALUE_EFFORT,
  VALUE_LEGS,
  N_VALUES,
};

static gboolean
refuse_kind (GError **error, const char *kind)
{
  g_autofree char *kinds = g_strjoinv (", ", (char **) cooldown_workout_kinds ());

  /* Translators: %1$s is what was given, %2$s words that are not translated: "run, walk, ride" */
  return cooldown_command_misuse (error, _ ("There is no kind of workout “%1$s”. The kinds are: %2$s."), kind, kinds);
}

/* An effort that is left out, or empty, is not noted. */
static gboolean
read_effort (const char *value, CooldownWorkout *workout, GError **error)
{
  guint64 rpe;

  if (value == NULL || *value == '\0')
    return TRUE;
  if (!g_ascii_string_to_unsigned (value, 10, 0, 10, &rpe, NULL))
    return cooldown_command_misuse (error, _ ("Effort goes from 0 to 10, not “%s”."), value);
  workout->rpe = (int) rpe;
  return TRUE;
}

static gboolean
read_legs (const char *value, CooldownWorkout *workout, GError **error)
{
  if (value == NULL || *value == '\0')
    return TRUE;
  for (CooldownLegs legs = COOLDOWN_LEGS_FINE; legs <= COOLDOWN_LEGS_OTHER; legs++)
    if (g_str_equal (value, cooldown_legs_to_string (legs)))
      {
        workout->legs = legs;
        return TRUE;
      }
  /* Translators: the three words are not translated */
  return cooldown_command_misuse (error, _ ("Legs are fine, tingling or other, not “%s”."), value);
}

static gboolean
read_workout (char **values, CooldownWorkout *workout, GError **error)
{
  guint64 minutes;

  if (values[VALUE_KIND] == NULL || values[VALUE_MINUTES] == NULL ||
      g_strv_length (values) > N_VALUES)
    return cooldown_command_misuse (error, _ ("A workout is given as its kind, minutes and effort: "
                             "--finish-workout=run,45,6"));
  if (!g_strv_contains (cooldown_workout_kinds (), values[VALUE_KIND]))
    return refuse_kind (error, values[VALUE_KIND]);
  if (!g_ascii_string_to_unsigned (values[VALUE_MINUTES], 10, 1, COOLDOWN_WORKOUT_MAX_MINUTES,
                                   &minutes, NULL))
    return cooldown_command_misuse (error, _ ("A workout has 1 to %d minutes, not “%s”."),
                   COOLDOWN_WORKOUT_MAX_MINUTES, values[VALUE_MINUTES]);
  *workout = (CooldownWorkout){ .kind = values[VALUE_KIND],
                                .minutes = (guint) minutes,
                                .rpe = COOLDOWN_RPE_NOT_NOTED };
  return read_effort (values[VALUE_EFFORT], workout, error) &&
         (values[VALUE_EFFORT] == NULL || read_legs (values[VALUE_LEGS], workout, error));
}

static char *
format_check (CooldownOverview *overview)
{
  gint64 wall = cooldown_session_get_wall (overview->recovery, overview->recovery_state.check_at,
                                           &overview->now);

  return cooldown_clock_format_time (overview->clock, wall);
}

/* One hour at a time, as in the window: another would take the place of the first, and its question
 * would never come. */
static gboolean
check_free (CooldownOverview *overview, GError **error)
{
  g_autofree char *time = NULL;

  if (overview->recovery == NULL || cooldown_recovery_phase_is_over (overview->recovery_state.phase))
    return TRUE;
  time = format_check (overview);
  /* Translators: %s is a time of day */
  return cooldown_command_refuse (error,
                                  _ ("The hour after another workout has its question at %s. "
                                     "Answer it or end that hour first, in Cooldown."),
                                  time);
}

/* What the agent refuses it does not tell; but then it has no such hour. */
static gboolean
tell_outcome (CooldownOverview *overview, const CooldownWorkout *workout, GError **error)
{
  g_autofree char *facts = cooldown_workout_format_facts (workout);
  g_autofree char *time = NULL;
  CooldownWorkout noted;

  if (overview->recovery == NULL ||
      !cooldown_workout_from_plan (cooldown_session_get_plan (overview->recovery), &noted, NULL) ||
      noted.ended / COOLDOWN_SECOND != workout->ended / COOLDOWN_SECOND)
    return cooldown_command_refuse (error, _ ("The workout was not noted."));
  time = format_check (overview);
  /* Translators: %1$s is a kind of workout, "Run", %2$s "45 minutes · effort 6 of 10" */
  g_print (_ ("Noted: %1$s, %2$s."), cooldown_workout_get_kind_name (workout->kind), facts);
  g_print (" ");
  /* Translators: %s is a time of day */
  g_print (_ ("One question comes at %s."), time);
  g_print ("\n");
  return TRUE;
}

/**
 * cooldown_command_finish_workout:
 * @value: the workout: kind, minutes, effort and how the legs are, separated by commas; the last two
 *   may be left out
 * @clock: the clock
 * @error: return location
 *
 * Notes a workout that just ended and starts its hour.
 *
 * Returns: whether that was done
 */
gboolean
cooldown_command_finish_workout (const char *value, CooldownClock *clock, GError **error)
{
  g_auto (GStrv) values = g_strsplit (value, ",", -1);
  g_autoptr (CooldownContent) content = NULL;
  g_autoptr (CooldownAgentLine) line = NULL;
  g_autoptr (CooldownOverview) before = NULL;
  g_autoptr (CooldownOverview) after = NULL;
  CooldownWorkout workout;

  if (!read_workout (values, &workout, error))
    return FALSE;
  content = cooldown_content_load_bundled (error);
  line = content != NULL ? cooldown_agent_line_open (error) : NULL;
  if (line == NULL)
    return FALSE;
  before = cooldown_overview_new (line, content, clock);
  if (!check_free (before, error))
    return FALSE;
  workout.ended = before->now.wall;
  if (!cooldown_agent_line_do (line, "workout-finish", cooldown_workout_to_plan (&workout), error))
    return FALSE;
  after = cooldown_overview_new (line, content, clock);
  return tell_outcome (after, &workout, error);
}
