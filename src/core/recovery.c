/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recovery.h"

#include <string.h>

static CooldownRecoveryPhase
phase_of_answer (const char *answer)
{
  if (g_strcmp0 (answer, "none") == 0)
    return COOLDOWN_RECOVERY_FINE;
  if (g_strcmp0 (answer, "gone") == 0)
    return COOLDOWN_RECOVERY_GONE;
  if (g_strcmp0 (answer, "still") == 0)
    return COOLDOWN_RECOVERY_STILL;
  if (g_strcmp0 (answer, "worse") == 0)
    return COOLDOWN_RECOVERY_WORSE;
  return COOLDOWN_RECOVERY_NONE;
}

static void
enter (CooldownRecoveryState *state, CooldownRecoveryPhase phase, gint64 since, gint64 until)
{
  state->phase = phase;
  state->since = since;
  state->until = until;
}

static void
advance (CooldownRecoveryState *state, gint64 to)
{
  if (state->phase == COOLDOWN_RECOVERY_HOUR && state->until <= to)
    enter (state, COOLDOWN_RECOVERY_CHECK, state->check_at, state->check_lapses);
  if (state->phase == COOLDOWN_RECOVERY_CHECK && state->until <= to)
    enter (state, COOLDOWN_RECOVERY_LAPSED, state->until, COOLDOWN_NEVER);
}

static void
apply (CooldownRecoveryState *state, const CooldownEvent *event)
{
  if (!cooldown_recovery_accepts (state, event->name, event->arg))
    return;
  if (strcmp (event->name, "check-in") == 0)
    enter (state, phase_of_answer (event->arg), event->axis, COOLDOWN_NEVER);
  else if (strcmp (event->name, "stop") == 0)
    enter (state, COOLDOWN_RECOVERY_STOPPED, event->axis, COOLDOWN_NEVER);
}

/**
 * cooldown_recovery_fold:
 * @rules: the numbers of recovery.json
 * @session: (nullable): a session of recovery
 * @now: the moment asked about, not before the session's last event
 *
 * What the hour after a workout is at a moment: a pure function of plan, events and time. The hour
 * is counted from the end of the workout (one-hour rule: see recovery.json, `check`).
 *
 * Returns: the state
 */
CooldownRecoveryState
cooldown_recovery_fold (const CooldownRecoveryRules *rules,
                        CooldownSession *session,
                        const CooldownInstant *now)
{
  CooldownRecoveryState state = { .until = COOLDOWN_NEVER };
  CooldownWorkout workout = { 0 };
  const CooldownEvent *first;

  if (session == NULL || cooldown_session_get_n_events (session) == 0 ||
      !cooldown_workout_from_plan (cooldown_session_get_plan (session), &workout, NULL))
    return state;
  first = cooldown_session_get_event (session, 0);
  state.ended = MIN (workout.ended - first->at.wall, 0);
  state.check_at = state.ended + rules->check_after;
  state.check_lapses = state.check_at + rules->lapses;
  enter (&state, COOLDOWN_RECOVERY_HOUR, state.ended, state.check_at);
  for (guint i = 0; i < cooldown_session_get_n_events (session); i++)
    {
      const CooldownEvent *event = cooldown_session_get_event (session, i);

      advance (&state, event->axis);
      apply (&state, event);
    }
  advance (&state, cooldown_session_get_axis (session, now));
  return state;
}

/**
 * cooldown_recovery_step_done:
 * @session: a session of recovery
 * @step: the id of a step
 *
 * Returns: when the step was ticked, microseconds since 1970 UTC; 0 if it is not ticked
 */
gint64
cooldown_recovery_step_done (CooldownSession *session, const char *step)
{
  for (guint i = cooldown_session_get_n_events (session); i > 0; i--)
    {
      const CooldownEvent *event = cooldown_session_get_event (session, i - 1);

      if (strcmp (event->arg, step) != 0)
        continue;
      if (strcmp (event->name, "step") == 0)
        return event->at.wall;
      if (strcmp (event->name, "unstep") == 0)
        return 0;
    }
  return 0;
}

/**
 * cooldown_recovery_phase_is_over:
 * @phase: a phase
 *
 * Returns: whether nothing more is asked or said by itself
 */
gboolean
cooldown_recovery_phase_is_over (CooldownRecoveryPhase phase)
{
  return phase != COOLDOWN_RECOVERY_HOUR && phase != COOLDOWN_RECOVERY_CHECK;
}

/* Still there before the hour is over: the question of the hour is yet to come. */
static gboolean
is_early (const CooldownRecoveryState *state)
{
  return state->phase == COOLDOWN_RECOVERY_STILL && state->since < state->check_at;
}

/**
 * cooldown_recovery_accepts:
 * @state: what is going on
 * @event: the name of an event
 * @arg: (nullable): its argument
 *
 * Returns: whether that can happen now. An answer can be given at any time of the hour, and what
 *   was *still there* can become *worse* or *gone* afterwards.
 */
gboolean
cooldown_recovery_accepts (const CooldownRecoveryState *state, const char *event, const char *arg)
{
  gboolean running = !cooldown_recovery_phase_is_over (state->phase);
  gboolean open = state->phase == COOLDOWN_RECOVERY_STILL ||
                  state->phase == COOLDOWN_RECOVERY_WORSE ||
                  state->phase == COOLDOWN_RECOVERY_LAPSED;

  if (strcmp (event, "check-in") == 0)
    return (running || open) && phase_of_answer (arg) != COOLDOWN_RECOVERY_NONE &&
           (phase_of_answer (arg) != state->phase || is_early (state));
  if (strcmp (event, "step") == 0 || strcmp (event, "unstep") == 0)
    return (running || open) && arg != NULL && *arg != '\0';
  if (strcmp (event, "stop") == 0)
    return state->phase != COOLDOWN_RECOVERY_NONE && state->phase != COOLDOWN_RECOVERY_STOPPED;
  return FALSE;
}

/**
 * cooldown_recovery_get_notice:
 * @state: what is going on
 * @now: session time of @state
 *
 * Returns: what has to be said at @now, and when that changes
 */
CooldownNotice
cooldown_recovery_get_notice (const CooldownRecoveryState *state, gint64 now)
{
  CooldownNotice notice = { COOLDOWN_NOTICE_NONE, 0, -1, state->until };

  if (state->phase == COOLDOWN_RECOVERY_CHECK)
    {
      notice.kind = COOLDOWN_NOTICE_RECOVERY_CHECK;
      /* Of a workout that was noted late the hour was over before the session began. */
      notice.said = MAX (state->since, 0);
    }
  else if (is_early (state) && now < state->check_at)
    notice.next_at = state->check_at;
  else if (is_early (state) && now < state->check_lapses)
    {
      notice.kind = COOLDOWN_NOTICE_RECOVERY_CHECK;
      notice.said = state->check_at;
      notice.next_at = state->check_lapses;
    }
  return notice;
}
