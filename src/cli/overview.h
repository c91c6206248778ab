/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agent-line.h"
#include "core/evening.h"
#include "core/gate.h"
#include "core/routine.h"
#include "core/ticks.h"

G_BEGIN_DECLS

/**
 * CooldownOverview:
 * @content: what the program knows
 * @clock: the clock
 * @now: the moment all of it is about
 * @ice: (nullable): the session of ice
 * @ice_state: what it is at
 * @recovery: (nullable): the hour after a workout
 * @recovery_state: what it is at
 * @evening: (nullable): the evening's routine
 * @routine_state: what it is at
 * @tingling: since when a tingling is open, microseconds since 1970 UTC; 0 when none is
 * @ice_told: (nullable): all that the agent tells of ice, an a{sv}
 * @settings: (nullable): what was set, an a{sv}
 *
 * All that goes on at a moment, as the agent tells it.
 */
typedef struct
{
  CooldownContent *content;
  CooldownClock *clock;
  CooldownInstant now;
  CooldownSession *ice;
  CooldownIceState ice_state;
  CooldownSession *recovery;
  CooldownRecoveryState recovery_state;
  CooldownSession *evening;
  CooldownRoutineState routine_state;
  gint64 tingling;
  GVariant *ice_told;
  GVariant *settings;
} CooldownOverview;

CooldownOverview *cooldown_overview_new (CooldownAgentLine *line,
                                         CooldownContent *content,
                                         CooldownClock *clock);
void cooldown_overview_free (CooldownOverview *self);
CooldownFinding *cooldown_overview_find (CooldownOverview *self);
CooldownGateVerdict cooldown_overview_judge_ice (CooldownOverview *self, char **id);
gboolean cooldown_overview_get_bedtimes (CooldownOverview *self, CooldownBedtimes *bedtimes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownOverview, cooldown_overview_free)

G_END_DECLS
