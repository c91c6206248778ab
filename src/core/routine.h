/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notice.h"
#include "session.h"

G_BEGIN_DECLS

/** COOLDOWN_ROUTINE_KIND: The kind of the sessions that hold an evening's routine. */
#define COOLDOWN_ROUTINE_KIND "evening"
/** COOLDOWN_ROUTINE_STEPS: The GVariant type of a routine's steps: id of an activity, minutes. */
#define COOLDOWN_ROUTINE_STEPS "a(su)"
/** COOLDOWN_ROUTINE_MAX_STEPS: The most steps that a routine has; it has at least one. */
#define COOLDOWN_ROUTINE_MAX_STEPS 12
/** COOLDOWN_ROUTINE_MAX_MINUTES: The most minutes that a step has; it has at least one. */
#define COOLDOWN_ROUTINE_MAX_MINUTES 120
/** COOLDOWN_WINDDOWN_SETTING: The user's own length of the wind-down, minutes; negative: as usual. */
#define COOLDOWN_WINDDOWN_SETTING "limit.wind-down"
/** COOLDOWN_WINDDOWN_MIN: The least minutes of a wind-down: its reminder is worth as many. */
#define COOLDOWN_WINDDOWN_MIN 30
/** COOLDOWN_WINDDOWN_MAX: The most minutes of it that can be chosen. */
#define COOLDOWN_WINDDOWN_MAX 180
/** COOLDOWN_ROUTINE_PAUSE_LIMIT: A pause that is longer ends the routine. */
#define COOLDOWN_ROUTINE_PAUSE_LIMIT (2 * COOLDOWN_HOUR)

/**
 * CooldownPlannedStep:
 * @id: the id of an activity of evening.json that has minutes there
 * @minutes: how long it is to last, 1 to %COOLDOWN_ROUTINE_MAX_MINUTES
 *
 * A step of a routine as the user chose it.
 */
typedef struct
{
  const char *id;
  guint minutes;
} CooldownPlannedStep;

/**
 * CooldownRoutinePhase:
 * @COOLDOWN_ROUTINE_NONE: no routine began; restless legs may have been noted all the same
 * @COOLDOWN_ROUTINE_RUNNING: a step's time runs
 * @COOLDOWN_ROUTINE_PAUSED: the user stopped the time
 * @COOLDOWN_ROUTINE_FINISHED: the last step is over
 * @COOLDOWN_ROUTINE_ENDED: the user ended it before, or never came back from a pause
 */
typedef enum
{
  COOLDOWN_ROUTINE_NONE,
  COOLDOWN_ROUTINE_RUNNING,
  COOLDOWN_ROUTINE_PAUSED,
  COOLDOWN_ROUTINE_FINISHED,
  COOLDOWN_ROUTINE_ENDED,
} CooldownRoutinePhase;

/**
 * CooldownRoutineState:
 * @phase: what is going on
 * @n_steps: how many steps are planned
 * @step: the step it is at, from 0; @n_steps when all are over
 * @since: session time at which the phase, or in the phase *running* the step, began; pauses in a
 *   step do not change that of the step; 0 in the phase *none*
 * @until: session time at which the step or the pause ends by itself, or %COOLDOWN_NEVER
 * @left: in the phase *paused*: how much of the step is left; else 0, see
 *   [func@Cooldown.routine_get_left]
 * @by_itself: whether the step runs because the time of the one before was over, and nobody has
 *   pressed anything since
 * @n_restless: how often restless legs were noted
 * @restless: session time at which they were noted last, -1 when they were not
 */
typedef struct
{
  CooldownRoutinePhase phase;
  guint n_steps;
  guint step;
  gint64 since;
  gint64 until;
  gint64 left;
  gboolean by_itself;
  guint n_restless;
  gint64 restless;
} CooldownRoutineState;

GVariant *cooldown_routine_plan_new (GVariant *steps);
gboolean cooldown_routine_steps_check (GVariant *steps, GHashTable *known, GError **error);
guint cooldown_routine_steps_get_minutes (GVariant *steps);
int cooldown_routine_steps_get_winddown (GVariant *steps, int usual, int own);
guint cooldown_routine_plan_get_n_steps (GVariant *plan);
gboolean cooldown_routine_plan_get_step (GVariant *plan, guint index, CooldownPlannedStep *step);

CooldownRoutineState cooldown_routine_fold (CooldownSession *session, const CooldownInstant *now);
gboolean cooldown_routine_accepts (const CooldownRoutineState *state, const char *event);
gboolean cooldown_routine_phase_is_over (CooldownRoutinePhase phase);
gint64 cooldown_routine_get_left (const CooldownRoutineState *state, gint64 now);
CooldownNotice cooldown_routine_get_notice (const CooldownRoutineState *state,
                                            gint64 worth,
                                            gint64 now);

/** CooldownRoutineError: what can be wrong with the steps of a routine. */
typedef enum
{
  COOLDOWN_ROUTINE_ERROR_TYPE,
  COOLDOWN_ROUTINE_ERROR_NUMBER,
  COOLDOWN_ROUTINE_ERROR_STEP,
  COOLDOWN_ROUTINE_ERROR_MINUTES,
} CooldownRoutineError;

#define COOLDOWN_ROUTINE_ERROR (cooldown_routine_error_quark ())
GQuark cooldown_routine_error_quark (void);

G_END_DECLS
