/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "clock.h"

G_BEGIN_DECLS

/**
 * CooldownNoticeKind:
 * @COOLDOWN_NOTICE_NONE: nothing is to be said
 * @COOLDOWN_NOTICE_ICE_DUE: time to ice
 * @COOLDOWN_NOTICE_ICE_SKIN_CHECK: look at and touch the skin, the ice stays on
 * @COOLDOWN_NOTICE_ICE_OFF: take the ice off; how does the skin look?
 * @COOLDOWN_NOTICE_ICE_SKIN: the ice is off; how does the skin look?
 * @COOLDOWN_NOTICE_ICE_WHEN: answered late; when did it come off?
 * @COOLDOWN_NOTICE_ICE_DONE: that was the last round
 * @COOLDOWN_NOTICE_RECOVERY_CHECK: one hour on, has the tingling gone?
 * @COOLDOWN_NOTICE_EPISODE_EVENING: an episode is open before bedtime: is it still tingling?
 * @COOLDOWN_NOTICE_EPISODE_MORNING: it is still open the next morning
 * @COOLDOWN_NOTICE_CAFFEINE: from now on no more caffeine today
 * @COOLDOWN_NOTICE_ALCOHOL: from now on no more alcohol until bed
 * @COOLDOWN_NOTICE_WIND_DOWN: the wind-down begins
 * @COOLDOWN_NOTICE_BED: time for bed
 * @COOLDOWN_NOTICE_MORNING: how were the legs last night?
 * @COOLDOWN_NOTICE_ROUTINE_STEP: the next step of the wind-down routine began
 * @COOLDOWN_NOTICE_EXPERIMENT_TURN: a turn of a trial on oneself begins
 * @COOLDOWN_NOTICE_EXPERIMENT_RESULT: the last one is over
 * @COOLDOWN_NOTICE_TEST: the user wants to see whether reminders come
 * @COOLDOWN_N_NOTICES: how many there are, @COOLDOWN_NOTICE_NONE counted
 *
 * What the agent can have to say.
 */
typedef enum
{
  COOLDOWN_NOTICE_NONE,
  COOLDOWN_NOTICE_ICE_DUE,
  COOLDOWN_NOTICE_ICE_SKIN_CHECK,
  COOLDOWN_NOTICE_ICE_OFF,
  COOLDOWN_NOTICE_ICE_SKIN,
  COOLDOWN_NOTICE_ICE_WHEN,
  COOLDOWN_NOTICE_ICE_DONE,
  COOLDOWN_NOTICE_RECOVERY_CHECK,
  COOLDOWN_NOTICE_EPISODE_EVENING,
  COOLDOWN_NOTICE_EPISODE_MORNING,
  COOLDOWN_NOTICE_CAFFEINE,
  COOLDOWN_NOTICE_ALCOHOL,
  COOLDOWN_NOTICE_WIND_DOWN,
  COOLDOWN_NOTICE_BED,
  COOLDOWN_NOTICE_MORNING,
  COOLDOWN_NOTICE_ROUTINE_STEP,
  COOLDOWN_NOTICE_EXPERIMENT_TURN,
  COOLDOWN_NOTICE_EXPERIMENT_RESULT,
  COOLDOWN_NOTICE_TEST,
  COOLDOWN_N_NOTICES,
} CooldownNoticeKind;

const char *cooldown_notice_kind_get_id (CooldownNoticeKind kind);

/**
 * CooldownReminderRules:
 * @worth: of each kind, for how long after its time it is still worth saying, microseconds;
 *   %COOLDOWN_NEVER for as long as it holds
 * @episode_before_bed: how long before bedtime an open episode is asked about, microseconds
 * @morning_at: when the morning's questions come until the user says when, minutes after midnight
 * @experiment_after: how long after that a turn of a trial begins, minutes
 *
 * The numbers of reminders.json.
 */
typedef struct
{
  gint64 worth[COOLDOWN_N_NOTICES];
  gint64 episode_before_bed;
  int morning_at;
  int experiment_after;
} CooldownReminderRules;

/**
 * CooldownNotice:
 * @kind: what stands to be said now, and has not been answered
 * @round: which round of ice or step of the routine it is about, from 1; 0 for the rest
 * @said: session time at which it was to be said the last time, repetitions counted
 * @next_at: session time at which something changes by itself next, or %COOLDOWN_NEVER
 *
 * The one thing that a session wants said at a moment. It is worked out from the session's state,
 * so that no list of alarms can be lost.
 */
typedef struct
{
  CooldownNoticeKind kind;
  guint round;
  gint64 said;
  gint64 next_at;
} CooldownNotice;

G_END_DECLS
