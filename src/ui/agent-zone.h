/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agent-link.h"
#include "core/clock.h"

G_BEGIN_DECLS

/* Tells the window's clock the time zone that the agent names. Signal: "changed", when every time
 * of day on screen may be another. */

#define COOLDOWN_TYPE_AGENT_ZONE (cooldown_agent_zone_get_type ())
G_DECLARE_FINAL_TYPE (CooldownAgentZone, cooldown_agent_zone, COOLDOWN, AGENT_ZONE, GObject)

CooldownAgentZone *cooldown_agent_zone_new (CooldownAgentLink *link, CooldownClock *clock);

G_END_DECLS
