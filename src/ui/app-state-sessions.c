/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What pages ask of what is going on: the ice, the hour after a workout, the evening.
 */
#include "app-state.h"

static CooldownSession *
get_session (CooldownAppState *self, CooldownAgentSession which)
{
  return cooldown_agent_sessions_get (cooldown_app_state_get_sessions (self), which);
}

static GVariant *
lookup (CooldownAppState *self,
        CooldownAgentSession which,
        const char *key,
        const GVariantType *type)
{
  return cooldown_agent_sessions_lookup (cooldown_app_state_get_sessions (self), which, key, type);
}

/**
 * cooldown_app_state_get_ice_session:
 * @self: the state
 *
 * Returns: (transfer none) (nullable): the session of ice, also when it is over but not put away
 */
CooldownSession *
cooldown_app_state_get_ice_session (CooldownAppState *self)
{
  return get_session (self, COOLDOWN_AGENT_SESSION_ICE);
}

/**
 * cooldown_app_state_get_recovery_session:
 * @self: the state
 *
 * Returns: (transfer none) (nullable): the hour after a workout, also when it is over but not put
 *   away
 */
CooldownSession *
cooldown_app_state_get_recovery_session (CooldownAppState *self)
{
  return get_session (self, COOLDOWN_AGENT_SESSION_RECOVERY);
}

/**
 * cooldown_app_state_get_evening_session:
 * @self: the state
 *
 * Returns: (transfer none) (nullable): the evening's session: the wind-down routine, also when it
 *   is over but not put away, and when legs were restless; the latter also without a routine
 */
CooldownSession *
cooldown_app_state_get_evening_session (CooldownAppState *self)
{
  return get_session (self, COOLDOWN_AGENT_SESSION_EVENING);
}

/**
 * cooldown_app_state_get_ice:
 * @self: the state
 *
 * Returns: what the session of ice is at now; %COOLDOWN_ICE_NONE without one
 */
CooldownIceState
cooldown_app_state_get_ice (CooldownAppState *self)
{
  return cooldown_agent_sessions_fold_ice (cooldown_app_state_get_sessions (self));
}

/**
 * cooldown_app_state_get_recovery:
 * @self: the state
 *
 * Returns: what the hour is at now; %COOLDOWN_RECOVERY_NONE without one
 */
CooldownRecoveryState
cooldown_app_state_get_recovery (CooldownAppState *self)
{
  return cooldown_agent_sessions_fold_recovery (cooldown_app_state_get_sessions (self));
}

/**
 * cooldown_app_state_get_routine:
 * @self: the state
 *
 * Returns: what the wind-down routine is at now; %COOLDOWN_ROUTINE_NONE without one
 */
CooldownRoutineState
cooldown_app_state_get_routine (CooldownAppState *self)
{
  return cooldown_agent_sessions_fold_evening (cooldown_app_state_get_sessions (self));
}

/**
 * cooldown_app_state_lookup_ice:
 * @self: the state
 * @key: a member of the agent's state "ice": "gate", "today" …
 * @type: the type it has to have
 *
 * Returns: (transfer full) (nullable): its value
 */
GVariant *
cooldown_app_state_lookup_ice (CooldownAppState *self, const char *key, const GVariantType *type)
{
  return lookup (self, COOLDOWN_AGENT_SESSION_ICE, key, type);
}

/**
 * cooldown_app_state_lookup_recovery:
 * @self: the state
 * @key: a member of the agent's state "recovery": "episode", "recent"
 * @type: the type it has to have
 *
 * Returns: (transfer full) (nullable): its value
 */
GVariant *
cooldown_app_state_lookup_recovery (CooldownAppState *self,
                                    const char *key,
                                    const GVariantType *type)
{
  return lookup (self, COOLDOWN_AGENT_SESSION_RECOVERY, key, type);
}

/**
 * cooldown_app_state_lookup_evening:
 * @self: the state
 * @key: a member of the agent's state "evening": "steps"
 * @type: the type it has to have
 *
 * Returns: (transfer full) (nullable): its value
 */
GVariant *
cooldown_app_state_lookup_evening (CooldownAppState *self,
                                   const char *key,
                                   const GVariantType *type)
{
  return lookup (self, COOLDOWN_AGENT_SESSION_EVENING, key, type);
}
