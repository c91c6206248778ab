/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent-link.h"

#include "agent-call.h"
#include "config.h"
#include "pace.h"

#include <glib/gi18n.h>

/* An agent that is being started, or that hangs, gets this long before it counts as missing. */
#define PATIENCE (5 * COOLDOWN_SECOND)
#define LONGEST_WAIT (60 * COOLDOWN_SECOND)

struct _CooldownAgentLink
{
  GObject parent_instance;
  GDBusConnection *connection; /* (nullable) */
  GActionGroup *actions;       /* (nullable) */
  gboolean connected;
  gboolean missing;
  gboolean replaced;
  guint tries;
  guint watch_id;
  guint retry_id;
  guint patience_id;
  guint settle_id;
};

G_DEFINE_FINAL_TYPE (CooldownAgentLink, cooldown_agent_link, G_TYPE_OBJECT)

typedef enum
{
  PROP_ACTIONS = 1,
  PROP_CONNECTED,
  PROP_MISSING,
} CooldownAgentLinkProperty;

typedef enum
{
  SIGNAL_STATE_CHANGED,
} CooldownAgentLinkSignal;

static GParamSpec *properties[PROP_MISSING + 1];
static guint signals[SIGNAL_STATE_CHANGED + 1];

static void watch (CooldownAgentLink *self);

static void
set_connected (CooldownAgentLink *self, gboolean connected)
{
  if (self->connected == connected)
    return;
  self->connected = connected;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONNECTED]);
}

static void
set_missing (CooldownAgentLink *self, gboolean missing)
{
  if (self->missing == missing)
    return;
  self->missing = missing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MISSING]);
}

static void
patience_cb (gpointer data)
{
  CooldownAgentLink *self = data;

  self->patience_id = 0;
  set_missing (self, TRUE);
}

static void
wait_with_patience (CooldownAgentLink *self)
{
  if (self->patience_id == 0 && !self->missing)
    self->patience_id = cooldown_pace_wait (PATIENCE, patience_cb, self);
}

/* An agent that was left running by another version of the program makes room for ours; once,
 * for it may be that there is no other to be had. */
static void
check_version (CooldownAgentLink *self)
{
  g_autoptr (GVariant) version = cooldown_agent_link_get_state (self, "version");

  if (self->replaced || version == NULL || !g_variant_is_of_type (version, G_VARIANT_TYPE_STRING) ||
      g_str_equal (g_variant_get_string (version, NULL), COOLDOWN_VERSION))
    return;
  self->replaced = TRUE;
  cooldown_agent_link_activate (self, "quit", NULL);
}

/* The first answer tells of all actions one by one; this runs after the last of them. */
static void
settle_cb (gpointer data)
{
  CooldownAgentLink *self = data;

  self->settle_id = 0;
  self->tries = 0;
  g_clear_handle_id (&self->patience_id, g_source_remove);
  set_missing (self, FALSE);
  set_connected (self, TRUE);
  check_version (self);
}

static void
action_added_cb (CooldownAgentLink *self, const char *action)
{
  if (!self->connected && self->settle_id == 0)
    self->settle_id = g_idle_add_once (settle_cb, self);
}

static void
action_state_changed_cb (CooldownAgentLink *self, const char *action)
{
  g_signal_emit (self, signals[SIGNAL_STATE_CHANGED], g_quark_from_string (action), action);
}

static void
action_enabled_changed_cb (CooldownAgentLink *self, const char *action)
{
  g_signal_emit (self, signals[SIGNAL_STATE_CHANGED], g_quark_from_string (action), action);
}

static void
set_actions (CooldownAgentLink *self, GActionGroup *actions)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->actions != NULL)
    g_signal_handlers_disconnect_by_data (self->actions, self);
  g_set_object (&self->actions, actions);
  if (actions != NULL)
    {
      g_signal_connect_object (actions, "action-added", G_CALLBACK (action_added_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (actions, "action-state-changed",
                               G_CALLBACK (action_state_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (actions, "action-enabled-changed",
                               G_CALLBACK (action_enabled_changed_cb), self, G_CONNECT_SWAPPED);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIONS]);
}

static void
appeared_cb (GDBusConnection *connection, const char *name, const char *owner, gpointer data)
{
  CooldownAgentLink *self = data;
  /* A new group each time: an old one keeps the states of an agent that is gone for ever. */
  g_autoptr (GDBusActionGroup)
      group = g_dbus_action_group_get (connection, owner, COOLDOWN_AGENT_PATH);
  g_auto (GStrv) asked = NULL;

  set_connected (self, FALSE);
  set_actions (self, G_ACTION_GROUP (group));
  wait_with_patience (self);
  /* Nothing is known, but asking makes the group ask the agent. */
  asked = g_action_group_list_actions (G_ACTION_GROUP (group));
}

static void
retry_cb (gpointer data)
{
  CooldownAgentLink *self = data;

  self->retry_id = 0;
  g_clear_handle_id (&self->watch_id, g_bus_unwatch_name);
  watch (self);
}

/* 0, 1, 2, 4 … 60 seconds. */
static gint64
get_delay (guint tries)
{
  if (tries == 0)
    return 0;
  return tries > 6 ? LONGEST_WAIT : MIN (COOLDOWN_SECOND << (tries - 1), LONGEST_WAIT);
}

static void
vanished_cb (GDBusConnection *connection, const char *name, gpointer data)
{
  CooldownAgentLink *self = data;

  if (self->actions != NULL)
    set_actions (self, NULL);
  set_connected (self, FALSE);
  if (connection == NULL)
    {
      /* The bus itself is gone, and with it every way to try again. */
      set_missing (self, TRUE);
      return;
    }
  if (self->tries > 0)
    set_missing (self, TRUE);
  else
    wait_with_patience (self);
  if (self->retry_id == 0)
    self->retry_id = cooldown_pace_wait (get_delay (self->tries++), retry_cb, self);
}

static void
watch (CooldownAgentLink *self)
{
  self->watch_id = g_bus_watch_name_on_connection (self->connection, COOLDOWN_AGENT_ID,
                                                   G_BUS_NAME_WATCHER_FLAGS_AUTO_START, appeared_cb,
                                                   vanished_cb, self, NULL);
}

static void
cooldown_agent_link_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CooldownAgentLink *self = COOLDOWN_AGENT_LINK (object);

  switch ((CooldownAgentLinkProperty) id)
    {
    case PROP_ACTIONS:
      g_value_set_object (value, self->actions);
      break;
    case PROP_CONNECTED:
      g_value_set_boolean (value, self->connected);
      break;
    case PROP_MISSING:
      g_value_set_boolean (value, self->missing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_agent_link_dispose (GObject *object)
{
  CooldownAgentLink *self = COOLDOWN_AGENT_LINK (object);

  g_clear_handle_id (&self->watch_id, g_bus_unwatch_name);
  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_object (&self->actions);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (cooldown_agent_link_parent_class)->dispose (object);
}

static void
cooldown_agent_link_class_init (CooldownAgentLinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cooldown_agent_link_get_property;
  object_class->dispose = cooldown_agent_link_dispose;

  properties[PROP_ACTIONS] = g_param_spec_object ("actions", NULL, NULL, G_TYPE_ACTION_GROUP,
                                                  flags);
  properties[PROP_CONNECTED] = g_param_spec_boolean ("connected", NULL, NULL, FALSE, flags);
  properties[PROP_MISSING] = g_param_spec_boolean ("missing", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_STATE_CHANGED] = g_signal_new (
      "state-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL,
      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
cooldown_agent_link_init (CooldownAgentLink *self)
{
}

/**
 * cooldown_agent_link_new:
 * @connection: (nullable): the session bus, or %NULL where there is none
 *
 * Starts the agent and stays with it: it is started again whenever it is gone. Without a bus the
 * link exists but stays missing.
 *
 * Returns: (transfer full): the link; not connected yet
 */
CooldownAgentLink *
cooldown_agent_link_new (GDBusConnection *connection)
{
  CooldownAgentLink *self = g_object_new (COOLDOWN_TYPE_AGENT_LINK, NULL);

  if (connection == NULL)
    {
      self->missing = TRUE;
      return self;
    }
  self->connection = g_object_ref (connection);
  wait_with_patience (self);
  watch (self);
  return self;
}

/**
 * cooldown_agent_link_get_connected:
 * @self: a link
 *
 * Returns: whether the agent is there and has said what is going on
 */
gboolean
cooldown_agent_link_get_connected (CooldownAgentLink *self)
{
  g_return_val_if_fail (COOLDOWN_IS_AGENT_LINK (self), FALSE);
  return self->connected;
}

/**
 * cooldown_agent_link_get_trouble:
 * @self: a link
 *
 * Returns: (nullable): why reminders cannot be shown, in a sentence for the user; %NULL while the
 *   agent is there or may still come in time
 */
const char *
cooldown_agent_link_get_trouble (CooldownAgentLink *self)
{
  g_return_val_if_fail (COOLDOWN_IS_AGENT_LINK (self), NULL);

  if (!self->missing)
    return NULL;
  if (self->connection == NULL)
    return _ ("There is no session bus.");
  return _ ("The part of Cooldown that reminds you does not answer.");
}

/**
 * cooldown_agent_link_get_actions:
 * @self: a link
 *
 * Returns: (transfer none) (nullable): the agent's actions, another group each time it appears
 */
GActionGroup *
cooldown_agent_link_get_actions (CooldownAgentLink *self)
{
  g_return_val_if_fail (COOLDOWN_IS_AGENT_LINK (self), NULL);
  return self->actions;
}

/**
 * cooldown_agent_link_get_state:
 * @self: a link
 * @action: name of an action of the agent
 *
 * Returns: (transfer full) (nullable): its state; %NULL when there is none, or no agent
 */
GVariant *
cooldown_agent_link_get_state (CooldownAgentLink *self, const char *action)
{
  g_return_val_if_fail (COOLDOWN_IS_AGENT_LINK (self), NULL);
  return self->actions != NULL ? g_action_group_get_action_state (self->actions, action) : NULL;
}

/**
 * cooldown_agent_link_get_enabled:
 * @self: a link
 * @action: name of an action of the agent
 *
 * Returns: whether the agent would do it now; %FALSE without an agent
 */
gboolean
cooldown_agent_link_get_enabled (CooldownAgentLink *self, const char *action)
{
  g_return_val_if_fail (COOLDOWN_IS_AGENT_LINK (self), FALSE);
  return self->actions != NULL && g_action_group_get_action_enabled (self->actions, action);
}

/**
 * cooldown_agent_link_can_retry:
 * @self: a link
 *
 * Returns: whether there is a bus to try again on
 */
gboolean
cooldown_agent_link_can_retry (CooldownAgentLink *self)
{
  g_return_val_if_fail (COOLDOWN_IS_AGENT_LINK (self), FALSE);
  return self->connection != NULL;
}

/**
 * cooldown_agent_link_retry:
 * @self: a link
 *
 * Tries to start the agent now instead of when the next try is due.
 */
void
cooldown_agent_link_retry (CooldownAgentLink *self)
{
  g_return_if_fail (COOLDOWN_IS_AGENT_LINK (self));

  if (self->connection == NULL || self->connected)
    return;
  g_clear_handle_id (&self->retry_id, g_source_remove);
  self->tries = 1;
  retry_cb (self);
}

/**
 * cooldown_agent_link_call_async:
 * @self: a link
 * @action: name of an action of the agent
 * @parameter: (nullable): its parameter; sunk if floating
 * @cancellable: (nullable): to give up waiting for the reply
 * @callback: called when the agent has replied, or cannot
 * @user_data: given to @callback
 *
 * Calls an action and waits for the reply; starts the agent for it if it must. A disabled action
 * replies all the same: look at [method@Cooldown.AgentLink.get_enabled] first.
 */
void
cooldown_agent_link_call_async (CooldownAgentLink *self,
                                const char *action,
                                GVariant *parameter,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GVariant) sunk = parameter != NULL ? g_variant_ref_sink (parameter) : NULL;

  g_return_if_fail (COOLDOWN_IS_AGENT_LINK (self));
  g_return_if_fail (action != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cooldown_agent_link_call_async);
  if (self->connection == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, "%s",
                             _ ("There is no session bus."));
  else
    cooldown_agent_call (self->connection, action, sunk, g_steal_pointer (&task));
}

/**
 * cooldown_agent_link_call_finish:
 * @self: a link
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether the agent replied
 */
gboolean
cooldown_agent_link_call_finish (CooldownAgentLink *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
activated_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *action = data;
  g_autoptr (GError) error = NULL;

  if (!cooldown_agent_link_call_finish (COOLDOWN_AGENT_LINK (source), result, &error))
    g_message ("The agent did not take “%s”: %s", action, error->message);
}

/**
 * cooldown_agent_link_activate:
 * @self: a link
 * @action: name of an action of the agent
 * @parameter: (nullable): its parameter; sunk if floating
 *
 * Calls an action whose effect shows in the agent's states, so that nobody waits for the reply.
 */
void
cooldown_agent_link_activate (CooldownAgentLink *self, const char *action, GVariant *parameter)
{
  g_return_if_fail (COOLDOWN_IS_AGENT_LINK (self));
  cooldown_agent_link_call_async (self, action, parameter, NULL, activated_cb, g_strdup (action));
}
