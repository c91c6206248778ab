/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notifier.h"

G_BEGIN_DECLS

#define COOLDOWN_TYPE_PLANNER (cooldown_planner_get_type ())
G_DECLARE_FINAL_TYPE (CooldownPlanner, cooldown_planner, COOLDOWN, PLANNER, GObject)

CooldownPlanner *cooldown_planner_new (CooldownLedger *ledger, CooldownNotifier *notifier);
gint64 cooldown_planner_run (CooldownPlanner *self);
gboolean cooldown_planner_is_idle (CooldownPlanner *self);
GVariant *cooldown_planner_get_upcoming (CooldownPlanner *self);

G_END_DECLS
