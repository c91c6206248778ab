/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent-sessions.h"

#include "pace.h"

/* A turn is looked at a moment after it, so that it is surely there. */
#define TURN_SLACK (COOLDOWN_SECOND / 100)

struct _CooldownAgentSessions
{
  GObject parent_instance;
  CooldownContent *content;
  CooldownClock *clock;
  CooldownAgentLink *link;
  GVariant *ice;                /* (nullable): an a{sv}, the state of the agent's action "ice" */
  GVariant *recovery;           /* (nullable): the same of "recovery" */
  CooldownSession *ice_session; /* (nullable) */
  CooldownSession *recovery_session; /* (nullable) */
  guint turn_id;
};

G_DEFINE_FINAL_TYPE (CooldownAgentSessions, cooldown_agent_sessions, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
} CooldownAgentSessionsSignal;

static guint signals[SIGNAL_CHANGED + 1];

static void
emit_changed (CooldownAgentSessions *self, const char *detail)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], g_quark_from_string (detail));
}

/* When the ice changes by itself next, microseconds from now. */
static gint64
get_ice_delay (CooldownAgentSessions *self)
{
  const CooldownIceProtocol *protocol = cooldown_content_get_ice_protocol (self->content);
  CooldownInstant now = cooldown_clock_now (self->clock);
  CooldownIceState state = cooldown_ice_fold (protocol, self->ice_session, &now);
  gint64 axis, next;

  if (self->ice_session == NULL)
    return COOLDOWN_NEVER;
  axis = cooldown_session_get_axis (self->ice_session, &now);
  next = MIN (cooldown_ice_get_notice (protocol, &state, axis).next_at, state.until);
  return next == COOLDOWN_NEVER ? COOLDOWN_NEVER : next - axis;
}

static gint64
get_recovery_delay (CooldownAgentSessions *self)
{
  CooldownRecoveryState state = cooldown_agent_sessions_fold_recovery (self);
  CooldownInstant now = cooldown_clock_now (self->clock);

  if (self->recovery_session == NULL || state.until == COOLDOWN_NEVER)
    return COOLDOWN_NEVER;
  return state.until - cooldown_session_get_axis (self->recovery_session, &now);
}

static void turn_cb (gpointer data);

static void
await_turn (CooldownAgentSessions *self)
{
  gint64 delay = MIN (get_ice_delay (self), get_recovery_delay (self));

  g_clear_handle_id (&self->turn_id, g_source_remove);
  if (delay != COOLDOWN_NEVER)
    self->turn_id = cooldown_pace_wait (delay > 0 ? delay + TURN_SLACK : COOLDOWN_SECOND, turn_cb,
                                        self);
}

static void
turn_cb (gpointer data)
{
  g_autoptr (CooldownAgentSessions) self = g_object_ref (data);

  self->turn_id = 0;
  emit_changed (self, "ice");
  emit_changed (self, "recovery");
  if (self->turn_id == 0)
    await_turn (self);
}

/* Of an agent that is gone the last word is kept, for the ice is on all the same. */
static gboolean
update_container (CooldownAgentSessions *self, const char *action, GVariant **container)
{
  g_autoptr (GVariant) state = cooldown_agent_link_get_state (self->link, action);

  if (state == NULL || !g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT))
    return FALSE;
  g_clear_pointer (container, g_variant_unref);
  *container = g_steal_pointer (&state);
  return TRUE;
}

static CooldownSession *
parse_session (GVariant *container)
{
  g_autoptr (GVariant) session = g_variant_lookup_value (container, "session",
                                                         G_VARIANT_TYPE (COOLDOWN_SESSION_FORMAT));

  return session != NULL ? cooldown_session_new_from_variant (session) : NULL;
}

static void
update_ice (CooldownAgentSessions *self)
{
  const CooldownIceProtocol *protocol = cooldown_content_get_ice_protocol (self->content);
  g_autoptr (CooldownSession) session = NULL;

  if (!update_container (self, "ice", &self->ice))
    return;
  session = parse_session (self->ice);
  if (session != NULL &&
      !cooldown_ice_plan_check (protocol, cooldown_session_get_plan (session), NULL))
    g_clear_object (&session);
  g_set_object (&self->ice_session, session);
  await_turn (self);
  emit_changed (self, "ice");
}

static void
update_recovery (CooldownAgentSessions *self)
{
  g_autoptr (CooldownSession) session = NULL;

  if (!update_container (self, "recovery", &self->recovery))
    return;
  session = parse_session (self->recovery);
  g_set_object (&self->recovery_session, session);
  await_turn (self);
  emit_changed (self, "recovery");
}

static void
connected_cb (CooldownAgentSessions *self)
{
  if (!cooldown_agent_link_get_connected (self->link))
    return;
  update_ice (self);
  update_recovery (self);
}

static void
cooldown_agent_sessions_dispose (GObject *object)
{
  CooldownAgentSessions *self = COOLDOWN_AGENT_SESSIONS (object);

  g_clear_handle_id (&self->turn_id, g_source_remove);
  g_clear_object (&self->link);
  g_clear_object (&self->clock);
  g_clear_object (&self->content);
  g_clear_object (&self->ice_session);
  g_clear_object (&self->recovery_session);
  g_clear_pointer (&self->ice, g_variant_unref);
  g_clear_pointer (&self->recovery, g_variant_unref);
  G_OBJECT_CLASS (cooldown_agent_sessions_parent_class)->dispose (object);
}

static void
cooldown_agent_sessions_class_init (CooldownAgentSessionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_agent_sessions_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
cooldown_agent_sessions_init (CooldownAgentSessions *self)
{
}

/**
 * cooldown_agent_sessions_new:
 * @content: has the numbers that the sessions follow
 * @clock: where time comes from
 * @link: the way to the agent
 *
 * Returns: (transfer full): the sessions; none until the agent has said what is going on
 */
CooldownAgentSessions *
cooldown_agent_sessions_new (CooldownContent *content,
                             CooldownClock *clock,
                             CooldownAgentLink *link)
{
  CooldownAgentSessions *self = g_object_new (COOLDOWN_TYPE_AGENT_SESSIONS, NULL);

  self->content = g_object_ref (content);
  self->clock = g_object_ref (clock);
  self->link = g_object_ref (link);
  g_signal_connect_object (link, "notify::connected", G_CALLBACK (connected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (link, "state-changed::ice", G_CALLBACK (update_ice), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (link, "state-changed::recovery", G_CALLBACK (update_recovery), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * cooldown_agent_sessions_get_ice:
 * @self: the sessions
 *
 * Returns: (transfer none) (nullable): the session of ice, also when it is over but not put away
 */
CooldownSession *
cooldown_agent_sessions_get_ice (CooldownAgentSessions *self)
{
  return self->ice_session;
}

/**
 * cooldown_agent_sessions_get_recovery:
 * @self: the sessions
 *
 * Returns: (transfer none) (nullable): the hour after a workout, also when it is over but not put
 *   away
 */
CooldownSession *
cooldown_agent_sessions_get_recovery (CooldownAgentSessions *self)
{
  return self->recovery_session;
}

/**
 * cooldown_agent_sessions_fold_ice:
 * @self: the sessions
 *
 * Returns: what the ice is at now; %COOLDOWN_ICE_NONE without a session
 */
CooldownIceState
cooldown_agent_sessions_fold_ice (CooldownAgentSessions *self)
{
  CooldownInstant now = cooldown_clock_now (self->clock);

  return cooldown_ice_fold (cooldown_content_get_ice_protocol (self->content), self->ice_session,
                            &now);
}

/**
 * cooldown_agent_sessions_fold_recovery:
 * @self: the sessions
 *
 * Returns: what the hour is at now; %COOLDOWN_RECOVERY_NONE without a session
 */
CooldownRecoveryState
cooldown_agent_sessions_fold_recovery (CooldownAgentSessions *self)
{
  CooldownInstant now = cooldown_clock_now (self->clock);

  return cooldown_recovery_fold (cooldown_content_get_recovery_rules (self->content),
                                 self->recovery_session, &now);
}

static GVariant *
lookup (GVariant *container, const char *key, const GVariantType *type)
{
  return container != NULL ? g_variant_lookup_value (container, key, type) : NULL;
}

/**
 * cooldown_agent_sessions_lookup_ice:
 * @self: the sessions
 * @key: a member of the agent's state "ice": "gate", "today" …
 * @type: the type it has to have
 *
 * Returns: (transfer full) (nullable): its value
 */
GVariant *
cooldown_agent_sessions_lookup_ice (CooldownAgentSessions *self,
                                    const char *key,
                                    const GVariantType *type)
{
  return lookup (self->ice, key, type);
}

/**
 * cooldown_agent_sessions_lookup_recovery:
 * @self: the sessions
 * @key: a member of the agent's state "recovery": "episode", "recent"
 * @type: the type it has to have
 *
 * Returns: (transfer full) (nullable): its value
 */
GVariant *
cooldown_agent_sessions_lookup_recovery (CooldownAgentSessions *self,
                                         const char *key,
                                         const GVariantType *type)
{
  return lookup (self->recovery, key, type);
}
