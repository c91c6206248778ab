/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "routine-look.h"

#include "evening-plan.h"
#include "routine-choice.h"

#include <glib/gi18n.h>
#include <string.h>

static const CooldownActivity *
find_step (CooldownAppState *state, guint index, guint *minutes)
{
  CooldownSession *session = cooldown_app_state_get_evening_session (state);
  CooldownPlannedStep step;

  if (!cooldown_routine_plan_get_step (cooldown_session_get_plan (session), index, &step))
    return NULL;
  *minutes = step.minutes;
  return cooldown_content_get_activity (cooldown_app_state_get_content (state), step.id);
}

/* Whether a moment is of the evening that the page is about; without a bedtime it is about none. */
static gboolean
is_of_tonight (CooldownAppState *state, gint64 wall)
{
  CooldownEvening shown, of_then;
  CooldownBedtimes bedtimes;

  if (!cooldown_app_state_get_bedtimes (state, &bedtimes))
    return TRUE;
  return cooldown_evening_plan_get (state, &shown) &&
         cooldown_evening_at (cooldown_app_state_get_clock (state), wall, &bedtimes,
                              cooldown_routine_choice_get_winddown (state), &of_then) &&
         strcmp (shown.date, of_then.date) == 0;
}

static CooldownRoutineFace
find_face (CooldownAppState *state, const CooldownRoutineState *routine, gint64 since)
{
  if (routine->phase == COOLDOWN_ROUTINE_FINISHED)
    return is_of_tonight (state, since) ? COOLDOWN_ROUTINE_FACE_FINISHED
                                        : COOLDOWN_ROUTINE_FACE_NONE;
  if (cooldown_routine_phase_is_over (routine->phase))
    return COOLDOWN_ROUTINE_FACE_NONE;
  return cooldown_app_state_get_level (state) >= COOLDOWN_LEVEL_URGENT
             ? COOLDOWN_ROUTINE_FACE_STOPPED
             : COOLDOWN_ROUTINE_FACE_STEP;
}

static void
look_at_step (CooldownRoutineLook *self, CooldownAppState *state, guint index)
{
  guint minutes = 0;

  self->step = index + 1;
  self->activity = find_step (state, index, &minutes);
  self->length = minutes * COOLDOWN_MINUTE;
  self->next = index + 1 < self->n_steps ? find_step (state, index + 1, &self->next_minutes) : NULL;
  if (self->activity != NULL)
    self->leave_out = cooldown_ticks_find_leave_out (cooldown_app_state_get_ticks (state),
                                                     self->activity->leave_out);
  if (self->leave_out != NULL && self->face == COOLDOWN_ROUTINE_FACE_STEP)
    self->face = COOLDOWN_ROUTINE_FACE_LEFT_OUT;
}

/**
 * cooldown_routine_look:
 * @state: what is going on
 *
 * Returns: the wind-down routine as it is to be shown now
 */
CooldownRoutineLook
cooldown_routine_look (CooldownAppState *state)
{
  CooldownSession *session = cooldown_app_state_get_evening_session (state);
  CooldownRoutineState routine = cooldown_app_state_get_routine (state);
  CooldownInstant now = cooldown_app_state_now (state);
  CooldownRoutineLook look = { .face = COOLDOWN_ROUTINE_FACE_NONE, .n_steps = routine.n_steps };

  if (session == NULL)
    return look;
  look.face = find_face (state, &routine, cooldown_session_get_wall (session, routine.since, &now));
  if (cooldown_routine_phase_is_over (routine.phase))
    return look;
  look.paused = routine.phase == COOLDOWN_ROUTINE_PAUSED;
  look.left = cooldown_routine_get_left (&routine, cooldown_session_get_axis (session, &now));
  look.until = cooldown_session_get_wall (session, routine.until, &now);
  look_at_step (&look, state, routine.step);
  return look;
}

/**
 * cooldown_routine_look_get_name:
 * @self: a step
 *
 * Returns: what is to be done
 */
const char *
cooldown_routine_look_get_name (const CooldownRoutineLook *self)
{
  /* Translators: stands for a step of the wind-down routine whose name is not known any more */
  return self->activity != NULL ? self->activity->name : _("The next thing");
}
