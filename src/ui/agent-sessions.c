/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent-sessions.h"

#include "pace.h"

#include <string.h>

/* A turn is looked at a moment after it, so that it is surely there. */
#define TURN_SLACK (COOLDOWN_SECOND / 100)

struct _CooldownAgentSessions
{
  GObject parent_instance;
  CooldownContent *content;
  CooldownClock *clock;
  CooldownAgentLink *link;
  GVariant *containers[COOLDOWN_N_AGENT_SESSIONS]; /* (nullable): states of the actions, a{sv} */
  CooldownSession *sessions[COOLDOWN_N_AGENT_SESSIONS]; /* (nullable) */
  guint turn_id;
};

G_DEFINE_FINAL_TYPE (CooldownAgentSessions, cooldown_agent_sessions, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
} CooldownAgentSessionsSignal;

static guint signals[SIGNAL_CHANGED + 1];

/* What the agent's actions are called, and the details of "changed". */
static const char *const names[COOLDOWN_N_AGENT_SESSIONS] = {
  [COOLDOWN_AGENT_SESSION_ICE] = "ice",
  [COOLDOWN_AGENT_SESSION_RECOVERY] = "recovery",
  [COOLDOWN_AGENT_SESSION_EVENING] = "evening",
};

static void
emit_changed (CooldownAgentSessions *self, CooldownAgentSession which)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], g_quark_from_static_string (names[which]));
}

/* How far away a moment of a session is, microseconds. */
static gint64
get_delay (CooldownAgentSessions *self, CooldownAgentSession which, gint64 axis)
{
  CooldownInstant now = cooldown_clock_now (self->clock);

  if (self->sessions[which] == NULL || axis == COOLDOWN_NEVER)
    return COOLDOWN_NEVER;
  return axis - cooldown_session_get_axis (self->sessions[which], &now);
}

/* When the ice changes by itself next, microseconds from now. */
static gint64
get_ice_delay (CooldownAgentSessions *self)
{
  const CooldownIceProtocol *protocol = cooldown_content_get_ice_protocol (self->content);
  CooldownSession *session = self->sessions[COOLDOWN_AGENT_SESSION_ICE];
  CooldownIceState state = cooldown_agent_sessions_fold_ice (self);
  CooldownInstant now = cooldown_clock_now (self->clock);
  gint64 axis;

  if (session == NULL)
    return COOLDOWN_NEVER;
  axis = cooldown_session_get_axis (session, &now);
  return get_delay (self, COOLDOWN_AGENT_SESSION_ICE,
                    MIN (cooldown_ice_get_notice (protocol, &state, axis).next_at, state.until));
}

/* When any of them changes by itself next. */
static gint64
get_turn_delay (CooldownAgentSessions *self)
{
  gint64 recovery = get_delay (self, COOLDOWN_AGENT_SESSION_RECOVERY,
                               cooldown_agent_sessions_fold_recovery (self).until);
  gint64 evening = get_delay (self, COOLDOWN_AGENT_SESSION_EVENING,
                              cooldown_agent_sessions_fold_evening (self).until);

  return MIN (get_ice_delay (self), MIN (recovery, evening));
}

static void turn_cb (gpointer data);

static void
await_turn (CooldownAgentSessions *self)
{
  gint64 delay = get_turn_delay (self);

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
  for (guint i = 0; i < COOLDOWN_N_AGENT_SESSIONS; i++)
    emit_changed (self, (CooldownAgentSession) i);
  if (self->turn_id == 0)
    await_turn (self);
}

static CooldownSession *
parse_session (CooldownAgentSessions *self, CooldownAgentSession which)
{
  g_autoptr (GVariant) parsed = g_variant_lookup_value (self->containers[which], "session",
                                                        G_VARIANT_TYPE (COOLDOWN_SESSION_FORMAT));
  g_autoptr (CooldownSession) session = parsed != NULL ? cooldown_session_new_from_variant (parsed)
                                                       : NULL;

  if (session != NULL && which == COOLDOWN_AGENT_SESSION_ICE &&
      !cooldown_ice_plan_check (cooldown_content_get_ice_protocol (self->content),
                                cooldown_session_get_plan (session), NULL))
    return NULL;
  return g_steal_pointer (&session);
}

/* Of an agent that is gone the last word is kept, for the ice is on all the same. */
static void
update (CooldownAgentSessions *self, CooldownAgentSession which)
{
  g_autoptr (GVariant) state = cooldown_agent_link_get_state (self->link, names[which]);
  g_autoptr (CooldownSession) session = NULL;

  if (state == NULL || !g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT))
    return;
  g_clear_pointer (&self->containers[which], g_variant_unref);
  self->containers[which] = g_steal_pointer (&state);
  session = parse_session (self, which);
  g_set_object (&self->sessions[which], session);
  await_turn (self);
  emit_changed (self, which);
}

static void
state_changed_cb (CooldownAgentSessions *self, const char *name)
{
  for (guint i = 0; i < COOLDOWN_N_AGENT_SESSIONS; i++)
    if (strcmp (name, names[i]) == 0)
      update (self, (CooldownAgentSession) i);
}

static void
connected_cb (CooldownAgentSessions *self)
{
  if (!cooldown_agent_link_get_connected (self->link))
    return;
  for (guint i = 0; i < COOLDOWN_N_AGENT_SESSIONS; i++)
    update (self, (CooldownAgentSession) i);
}

static void
cooldown_agent_sessions_dispose (GObject *object)
{
  CooldownAgentSessions *self = COOLDOWN_AGENT_SESSIONS (object);

  g_clear_handle_id (&self->turn_id, g_source_remove);
  g_clear_object (&self->link);
  g_clear_object (&self->clock);
  g_clear_object (&self->content);
  for (guint i = 0; i < COOLDOWN_N_AGENT_SESSIONS; i++)
    {
      g_clear_object (&self->sessions[i]);
      g_clear_pointer (&self->containers[i], g_variant_unref);
    }
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
  g_signal_connect_object (link, "state-changed", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * cooldown_agent_sessions_get:
 * @self: the sessions
 * @which: the one that is asked for
 *
 * Returns: (transfer none) (nullable): the session, also when it is over but not put away
 */
CooldownSession *
cooldown_agent_sessions_get (CooldownAgentSessions *self, CooldownAgentSession which)
{
  return self->sessions[which];
}

/**
 * cooldown_agent_sessions_lookup:
 * @self: the sessions
 * @which: what it belongs to
 * @key: a member of the state of the agent's action: "gate" of ice, "episode" of recovery, "steps"
 *   of evening …
 * @type: the type it has to have
 *
 * Returns: (transfer full) (nullable): its value
 */
GVariant *
cooldown_agent_sessions_lookup (CooldownAgentSessions *self,
                                CooldownAgentSession which,
                                const char *key,
                                const GVariantType *type)
{
  GVariant *container = self->containers[which];

  return container != NULL ? g_variant_lookup_value (container, key, type) : NULL;
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

  return cooldown_ice_fold (cooldown_content_get_ice_protocol (self->content),
                            self->sessions[COOLDOWN_AGENT_SESSION_ICE], &now);
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
                                 self->sessions[COOLDOWN_AGENT_SESSION_RECOVERY], &now);
}

/**
 * cooldown_agent_sessions_fold_evening:
 * @self: the sessions
 *
 * Returns: what the wind-down routine is at now; %COOLDOWN_ROUTINE_NONE without a session
 */
CooldownRoutineState
cooldown_agent_sessions_fold_evening (CooldownAgentSessions *self)
{
  CooldownInstant now = cooldown_clock_now (self->clock);

  return cooldown_routine_fold (self->sessions[COOLDOWN_AGENT_SESSION_EVENING], &now);
}
