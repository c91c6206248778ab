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
} CooldownNoticeKind;

/**
 * CooldownNotice:
 * @kind: what stands to be said now, and has not been answered
 * @round: which round of ice it is about, from 1; 0 for the rest
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
