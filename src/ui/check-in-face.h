/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/** COOLDOWN_CHECK_IN_NO_SESSION: No session's id; one that is not in the journal has the id 0. */
#define COOLDOWN_CHECK_IN_NO_SESSION (-1)

/**
 * CooldownCheckInFace:
 * @COOLDOWN_CHECK_IN_NONE: nothing to say
 * @COOLDOWN_CHECK_IN_ASK: the one-hour question stands
 * @COOLDOWN_CHECK_IN_AFTER: gone: after how long?
 * @COOLDOWN_CHECK_IN_THIRD: gone, but the third time
 * @COOLDOWN_CHECK_IN_WAIT: still there, and the hour is not over
 * @COOLDOWN_CHECK_IN_STILL: still there after the hour
 * @COOLDOWN_CHECK_IN_WORSE: it got worse
 * @COOLDOWN_CHECK_IN_MORNING: still there the next day
 * @COOLDOWN_CHECK_IN_OPEN: not over, and all has been said
 *
 * What there is to ask or to say about a tingling.
 */
typedef enum
{
  COOLDOWN_CHECK_IN_NONE,
  COOLDOWN_CHECK_IN_ASK,
  COOLDOWN_CHECK_IN_AFTER,
  COOLDOWN_CHECK_IN_THIRD,
  COOLDOWN_CHECK_IN_WAIT,
  COOLDOWN_CHECK_IN_STILL,
  COOLDOWN_CHECK_IN_WORSE,
  COOLDOWN_CHECK_IN_MORNING,
  COOLDOWN_CHECK_IN_OPEN,
} CooldownCheckInFace;

CooldownCheckInFace cooldown_check_in_derive (CooldownAppState *state,
                                              gint64 settled,
                                              gint64 put_off);
gint64 cooldown_check_in_get_episode (CooldownAppState *state);
gboolean cooldown_check_in_is_third_time (CooldownAppState *state);
guint cooldown_check_in_count_afters (CooldownAppState *state);

G_END_DECLS
