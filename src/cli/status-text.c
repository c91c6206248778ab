/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/date-words.h"
#include "report/workout-words.h"
#include "status.h"

#include <glib/gi18n.h>

static char *
format_axis (CooldownOverview *overview, CooldownSession *session, gint64 axis)
{
  if (session == NULL || axis == COOLDOWN_NEVER)
    return g_strdup ("");
  return cooldown_clock_format_time (overview->clock,
                                     cooldown_session_get_wall (session, axis, &overview->now));
}

static void
add_line (GString *text, char *line)
{
  if (line != NULL)
    g_string_append_printf (text, "%s\n", line);
  g_free (line);
}

/* What is urgent outranks all else. */
static char *
tell_level (CooldownOverview *overview)
{
  g_autoptr (CooldownFinding) finding = cooldown_overview_find (overview);
  const CooldownLevelText *level = cooldown_content_get_level (overview->content, finding->level);

  return finding->level >= COOLDOWN_LEVEL_URGENT
           ? g_strdup_printf ("%s: %s", level->name, level->text)
           : NULL;
}

/* What ended badly stays until it was seen in the window. */
static char *
tell_ice (CooldownOverview *overview)
{
  const CooldownIceState *ice = &overview->ice_state;
  g_autofree char *until = format_axis (overview, overview->ice, ice->until);

  switch (ice->phase)
    {
    case COOLDOWN_ICE_DUE:
      return g_strdup_printf (_ ("Ice: round %1$u of %2$u is due"), ice->round, ice->n_rounds);
    case COOLDOWN_ICE_ON:
      return g_strdup_printf (_ ("Ice: round %1$u of %2$u, on until %3$s"), ice->round,
                              ice->n_rounds, until);
    case COOLDOWN_ICE_OFF:
      return g_strdup (_ ("Take the ice off now"));
    case COOLDOWN_ICE_BREAK:
      return g_strdup_printf (_ ("Ice: next is round %1$u of %2$u, at %3$s"), ice->round,
                              ice->n_rounds, until);
    case COOLDOWN_ICE_PAUSED:
      return g_strdup (_ ("Ice: paused"));
    case COOLDOWN_ICE_SKIN_WRONG:
    case COOLDOWN_ICE_TOO_LONG:
    case COOLDOWN_ICE_NOT_CONFIRMED:
      return g_strdup (_ ("Ice: ended before its time. What to do now stands in Cooldown."));
    case COOLDOWN_ICE_NONE:
    case COOLDOWN_ICE_DONE:
    case COOLDOWN_ICE_STOPPED:
    case COOLDOWN_ICE_LAPSED:
    default:
      return NULL;
    }
}

static char *
tell_hour (CooldownOverview *overview)
{
  const CooldownRecoveryState *recovery = &overview->recovery_state;
  g_autofree char *since = NULL;
  g_autofree char *check = NULL;
  CooldownWorkout workout;

  if (overview->recovery == NULL || cooldown_recovery_phase_is_over (recovery->phase) ||
      !cooldown_workout_from_plan (cooldown_session_get_plan (overview->recovery), &workout, NULL))
    return NULL;
  if (recovery->phase == COOLDOWN_RECOVERY_CHECK)
    return g_strdup (cooldown_content_get_check_question (overview->content, workout.legs));
  since = cooldown_workout_format_since (
    workout.kind,
    cooldown_session_get_axis (overview->recovery, &overview->now) - recovery->ended);
  check = format_axis (overview, overview->recovery, recovery->check_at);
  /* Translators: %1$s is "20 minutes since your run", %2$s a time of day */
  return g_strdup_printf (_ ("%1$s, one-hour check at %2$s"), since, check);
}

static char *
tell_routine (CooldownOverview *overview)
{
  const CooldownRoutineState *routine = &overview->routine_state;
  g_autofree char *until = NULL;

  if (routine->phase == COOLDOWN_ROUTINE_PAUSED)
    return g_strdup (_ ("Wind-down: paused"));
  if (routine->phase != COOLDOWN_ROUTINE_RUNNING)
    return NULL;
  until = format_axis (overview, overview->evening, routine->until);
  return g_strdup_printf (_ ("Wind-down: step %1$u of %2$u, until %3$s"), routine->step + 1,
                          routine->n_steps, until);
}

/* "18:42", or "23 Nov, 08:00" on another day. */
static char *
format_when (CooldownOverview *overview, gint64 wall)
{
  g_autoptr (GDateTime) then = cooldown_clock_to_local (overview->clock, wall);
  g_autoptr (GDateTime) now = cooldown_clock_to_local (overview->clock, overview->now.wall);
  g_autofree char *time = cooldown_clock_format_time (overview->clock, wall);
  g_autofree char *day = NULL;

  if (then == NULL || now == NULL ||
      (g_date_time_get_year (then) == g_date_time_get_year (now) &&
       g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (now)))
    return g_steal_pointer (&time);
  day = cooldown_date_format_short (then);
  /* Translators: %1$s is a day, "23 Nov", %2$s a time of day */
  return g_strdup_printf (_ ("%1$s, %2$s"), day, time);
}

static char *
tell_tingling (CooldownOverview *overview)
{
  g_autofree char *since = NULL;

  if (overview->tingling == 0)
    return NULL;
  since = format_when (overview, overview->tingling);
  /* Translators: %s is a time of day */
  return g_strdup_printf (_ ("Tingling since %s"), since);
}

static void
add_reminders (GString *text, const char *title, GVariant *list, CooldownOverview *overview)
{
  GVariantIter iter;
  const char *words;
  gint64 at;

  if (list == NULL || g_variant_n_children (list) == 0)
    return;
  g_string_append_printf (text, "\n%s\n", title);
  g_variant_iter_init (&iter, list);
  while (g_variant_iter_next (&iter, "(&sx&s)", NULL, &at, &words))
    {
      g_autofree char *when = format_when (overview, at * COOLDOWN_SECOND);

      g_string_append_printf (text, "  %s  %s\n", when, words);
    }
}

/**
 * cooldown_status_to_text:
 * @line: a line to the agent
 * @overview: what goes on
 *
 * Returns: (transfer full): all of it in words
 */
char *
cooldown_status_to_text (CooldownAgentLine *line, CooldownOverview *overview)
{
  const char *const titles[COOLDOWN_N_STATUS_PARTS] = { _ ("Due now"), _ ("Coming"), _ ("Missed") };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GVariant) trouble =
    cooldown_agent_line_get_state (line, "trouble", G_VARIANT_TYPE_STRING);

  add_line (text, tell_level (overview));
  add_line (text, tell_ice (overview));
  add_line (text, tell_hour (overview));
  add_line (text, tell_tingling (overview));
  add_line (text, tell_routine (overview));
  if (text->len == 0)
    add_line (text, g_strdup (_ ("Nothing is going on.")));
  if (trouble != NULL && *g_variant_get_string (trouble, NULL) != '\0')
    add_line (text, g_strdup (_ ("Notes cannot be saved")));
  for (CooldownStatusPart part = COOLDOWN_STATUS_DUE; part < COOLDOWN_N_STATUS_PARTS; part++)
    {
      g_autoptr (GVariant) list = cooldown_status_get_reminders (line, overview, part);

      add_reminders (text, titles[part], list, overview);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
