/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notice.h"
#include "session.h"

G_BEGIN_DECLS

/** COOLDOWN_RPE_NOT_NOTED: No effort was given; the scale itself goes from 0 to 10. */
#define COOLDOWN_RPE_NOT_NOTED (-1)
/** COOLDOWN_WORKOUT_MAX_MINUTES: Nobody's workout is taken to be longer than a day. */
#define COOLDOWN_WORKOUT_MAX_MINUTES 1440

/**
 * CooldownLegs:
 *
 * How the legs felt at the end of the workout. In actions: "fine", "tingling", "other", "unasked".
 */
typedef enum
{
  COOLDOWN_LEGS_UNASKED,
  COOLDOWN_LEGS_FINE,
  COOLDOWN_LEGS_TINGLING,
  COOLDOWN_LEGS_OTHER,
} CooldownLegs;

/**
 * CooldownWorkout:
 * @kind: one of [func@Cooldown.workout_kinds]
 * @ended: when it ended, microseconds since 1970 UTC
 * @minutes: how long it was
 * @rpe: rating of perceived exertion, 0 to 10, or %COOLDOWN_RPE_NOT_NOTED
 * @legs: how the legs felt
 */
typedef struct
{
  const char *kind;
  gint64 ended;
  guint minutes;
  int rpe;
  CooldownLegs legs;
} CooldownWorkout;

const char *const *cooldown_workout_kinds (void);
const char *cooldown_legs_to_string (CooldownLegs legs);
GVariant *cooldown_workout_to_plan (const CooldownWorkout *workout);
gboolean cooldown_workout_from_plan (GVariant *plan, CooldownWorkout *workout, GError **error);

/**
 * CooldownRecoveryRules:
 *
 * The numbers of recovery.json that the hour follows, in microseconds.
 */
typedef struct
{
  gint64 check_after;
  gint64 lapses;
} CooldownRecoveryRules;

/**
 * CooldownRecoveryPhase:
 * @COOLDOWN_RECOVERY_NONE: no workout is being cooled down from
 * @COOLDOWN_RECOVERY_HOUR: the hour runs
 * @COOLDOWN_RECOVERY_CHECK: the one-hour question stands
 * @COOLDOWN_RECOVERY_FINE: legs were fine and still are
 * @COOLDOWN_RECOVERY_GONE: the tingling went
 * @COOLDOWN_RECOVERY_STILL: it is still there, or began
 * @COOLDOWN_RECOVERY_WORSE: it got worse
 * @COOLDOWN_RECOVERY_STOPPED: the user ended it
 * @COOLDOWN_RECOVERY_LAPSED: the question was never answered
 */
typedef enum
{
  COOLDOWN_RECOVERY_NONE,
  COOLDOWN_RECOVERY_HOUR,
  COOLDOWN_RECOVERY_CHECK,
  COOLDOWN_RECOVERY_FINE,
  COOLDOWN_RECOVERY_GONE,
  COOLDOWN_RECOVERY_STILL,
  COOLDOWN_RECOVERY_WORSE,
  COOLDOWN_RECOVERY_STOPPED,
  COOLDOWN_RECOVERY_LAPSED,
} CooldownRecoveryPhase;

/**
 * CooldownRecoveryState:
 * @phase: what is going on
 * @ended: session time at which the workout ended; negative when it was noted later
 * @check_at: session time of the one-hour question
 * @check_lapses: session time at which the question is given up
 * @since: session time at which the phase began
 * @until: session time at which it ends by itself, or %COOLDOWN_NEVER
 */
typedef struct
{
  CooldownRecoveryPhase phase;
  gint64 ended;
  gint64 check_at;
  gint64 check_lapses;
  gint64 since;
  gint64 until;
} CooldownRecoveryState;

CooldownRecoveryState cooldown_recovery_fold (const CooldownRecoveryRules *rules,
                                              CooldownSession *session,
                                              const CooldownInstant *now);
gint64 cooldown_recovery_step_done (CooldownSession *session, const char *step);
gboolean cooldown_recovery_accepts (const CooldownRecoveryState *state,
                                    const char *event,
                                    const char *arg);
gboolean cooldown_recovery_phase_is_over (CooldownRecoveryPhase phase);
CooldownNotice cooldown_recovery_get_notice (const CooldownRecoveryState *state, gint64 now);

/** CooldownWorkoutError: what can be wrong with a workout. */
typedef enum
{
  COOLDOWN_WORKOUT_ERROR_KIND,
  COOLDOWN_WORKOUT_ERROR_ENDED,
  COOLDOWN_WORKOUT_ERROR_MINUTES,
  COOLDOWN_WORKOUT_ERROR_RPE,
  COOLDOWN_WORKOUT_ERROR_LEGS,
} CooldownWorkoutError;

#define COOLDOWN_WORKOUT_ERROR (cooldown_workout_error_quark ())
GQuark cooldown_workout_error_quark (void);

G_END_DECLS
