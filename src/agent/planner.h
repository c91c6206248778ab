/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notifier.h"

G_BEGIN_DECLS

/**
 * CooldownWake:
 * @boot: boot time at which the planner wants to look again, microseconds, or %COOLDOWN_NEVER
 * @wall: the same by wall time, microseconds since 1970 UTC, or %COOLDOWN_NEVER
 */
typedef struct
{
  gint64 boot;
  gint64 wall;
} CooldownWake;

#define COOLDOWN_TYPE_PLANNER (cooldown_planner_get_type ())
G_DECLARE_FINAL_TYPE (CooldownPlanner, cooldown_planner, COOLDOWN, PLANNER, GObject)

/* Signal "rings", with the name of the tune: a reminder was told that the agent itself makes a sound
 * for. */

CooldownPlanner *cooldown_planner_new (CooldownLedger *ledger, CooldownNotifier *notifier);
void cooldown_planner_set_has_sound (CooldownPlanner *self, gboolean has_sound);
CooldownWake cooldown_planner_run (CooldownPlanner *self);

G_END_DECLS
