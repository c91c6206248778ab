/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agent-link.h"
#include "core/content.h"

G_BEGIN_DECLS

/* What the agent says is going on: the ice and the hour after a workout. Signal: "changed" (detail:
 * "ice" or "recovery"), when the agent said something new and when time alone changed it. */

#define COOLDOWN_TYPE_AGENT_SESSIONS (cooldown_agent_sessions_get_type ())
G_DECLARE_FINAL_TYPE (CooldownAgentSessions,
                      cooldown_agent_sessions,
                      COOLDOWN,
                      AGENT_SESSIONS,
                      GObject)

CooldownAgentSessions *cooldown_agent_sessions_new (CooldownContent *content,
                                                    CooldownClock *clock,
                                                    CooldownAgentLink *link);
CooldownSession *cooldown_agent_sessions_get_ice (CooldownAgentSessions *self);
CooldownSession *cooldown_agent_sessions_get_recovery (CooldownAgentSessions *self);
CooldownIceState cooldown_agent_sessions_fold_ice (CooldownAgentSessions *self);
CooldownRecoveryState cooldown_agent_sessions_fold_recovery (CooldownAgentSessions *self);
GVariant *cooldown_agent_sessions_lookup_ice (CooldownAgentSessions *self,
                                              const char *key,
                                              const GVariantType *type);
GVariant *cooldown_agent_sessions_lookup_recovery (CooldownAgentSessions *self,
                                                   const char *key,
                                                   const GVariantType *type);

G_END_DECLS
