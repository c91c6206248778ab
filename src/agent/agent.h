/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "alarm.h"
#include "planner.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define COOLDOWN_TYPE_AGENT (cooldown_agent_get_type ())
G_DECLARE_FINAL_TYPE (CooldownAgent, cooldown_agent, COOLDOWN, AGENT, GApplication)

CooldownAgent *cooldown_agent_new (CooldownClock *clock,
                                   CooldownAlarm *alarm,
                                   CooldownFacts *facts,
                                   const char *libexec,
                                   gboolean sandboxed);

G_END_DECLS
