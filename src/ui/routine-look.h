/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/**
 * CooldownRoutineFace:
 * @COOLDOWN_ROUTINE_FACE_NONE: there is no routine to be shown
 * @COOLDOWN_ROUTINE_FACE_STEP: a step
 * @COOLDOWN_ROUTINE_FACE_LEFT_OUT: a step that is not for this user
 * @COOLDOWN_ROUTINE_FACE_STOPPED: a warning sign comes first
 * @COOLDOWN_ROUTINE_FACE_FINISHED: the last step is over
 *
 * What of the wind-down routine is to be shown.
 */
typedef enum
{
  COOLDOWN_ROUTINE_FACE_NONE,
  COOLDOWN_ROUTINE_FACE_STEP,
  COOLDOWN_ROUTINE_FACE_LEFT_OUT,
  COOLDOWN_ROUTINE_FACE_STOPPED,
  COOLDOWN_ROUTINE_FACE_FINISHED,
} CooldownRoutineFace;

/**
 * CooldownRoutineLook:
 * @face: what is to be shown; the rest is about a step only
 * @paused: whether its time stands still
 * @activity: (nullable): what is to be done; %NULL if the content does not know it any more
 * @leave_out: (nullable): why it is not for this user
 * @step: which step it is, from 1
 * @n_steps: how many there are
 * @left: how much of it is left, microseconds
 * @length: how long it is, microseconds
 * @until: when it or the pause ends by itself, microseconds since 1970 UTC
 * @next: (nullable): what comes after it
 * @next_minutes: how long that is
 *
 * The wind-down routine as it is to be shown at a moment.
 */
typedef struct
{
  CooldownRoutineFace face;
  gboolean paused;
  const CooldownActivity *activity;
  const CooldownLeaveOut *leave_out;
  guint step;
  guint n_steps;
  gint64 left;
  gint64 length;
  gint64 until;
  const CooldownActivity *next;
  guint next_minutes;
} CooldownRoutineLook;

CooldownRoutineLook cooldown_routine_look (CooldownAppState *state);
const char *cooldown_routine_look_get_name (const CooldownRoutineLook *self);

G_END_DECLS
