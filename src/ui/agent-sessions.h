/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agent-link.h"
#include "core/content.h"
#include "core/routine.h"

G_BEGIN_DECLS

/* What the agent says is going on: the ice, the hour after a workout and the evening. Signal:
 * "changed" (detail: "ice", "recovery" or "evening"), when the agent said something new and when
 * time alone changed it. */

typedef enum
{
  COOLDOWN_AGENT_SESSION_ICE,
  COOLDOWN_AGENT_SESSION_RECOVERY,
  COOLDOWN_AGENT_SESSION_EVENING,
  COOLDOWN_N_AGENT_SESSIONS,
} CooldownAgentSession;

#define COOLDOWN_TYPE_AGENT_SESSIONS (cooldown_agent_sessions_get_type ())
G_DECLARE_FINAL_TYPE (CooldownAgentSessions,
                      cooldown_agent_sessions,
                      COOLDOWN,
                      AGENT_SESSIONS,
                      GObject)

CooldownAgentSessions *cooldown_agent_sessions_new (CooldownContent *content,
                                                    CooldownClock *clock,
                                                    CooldownAgentLink *link);
CooldownSession *cooldown_agent_sessions_get (CooldownAgentSessions *self,
                                              CooldownAgentSession which);
GVariant *cooldown_agent_sessions_lookup (CooldownAgentSessions *self,
                                          CooldownAgentSession which,
                                          const char *key,
                                          const GVariantType *type);
CooldownIceState cooldown_agent_sessions_fold_ice (CooldownAgentSessions *self);
CooldownRecoveryState cooldown_agent_sessions_fold_recovery (CooldownAgentSessions *self);
CooldownRoutineState cooldown_agent_sessions_fold_evening (CooldownAgentSessions *self);

G_END_DECLS
