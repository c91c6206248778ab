/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent-line.h"

#include "agent-message.h"
#include "config.h"

#include <glib/gi18n.h>

/* An agent that is being started on a busy machine may take its time. */
#define PATIENCE_MILLISECONDS 15000

struct _CooldownAgentLine
{
  GDBusConnection *connection;
  GVariant *actions; /* (nullable): an a{s(bgav)} */
};

G_DEFINE_QUARK (cooldown-agent-line-error-quark, cooldown_agent_line_error)

static gboolean
is_not_installed (const GError *error)
{
  return g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND);
}

static void
fail (GError **error, const GError *why)
{
  g_autofree char *remote = g_dbus_error_get_remote_error (why);

  if (is_not_installed (why))
    g_set_error_literal (error, COOLDOWN_AGENT_LINE_ERROR, COOLDOWN_AGENT_LINE_ERROR_NOT_INSTALLED,
                         _ ("The part of Cooldown that reminds you is not installed."));
  else
    g_set_error (error, COOLDOWN_AGENT_LINE_ERROR, COOLDOWN_AGENT_LINE_ERROR_FAILED,
                 /* Translators: %s is a technical reason */
                 _ ("The part of Cooldown that reminds you does not answer (%s)."),
                 remote != NULL ? remote : why->message);
}

/* What meets the agent in the moment of leaving is said once more. */
static GVariant *
call (CooldownAgentLine *self,
      const char *method,
      GVariant *parameters,
      const GVariantType *type,
      GError **error)
{
  g_autoptr (GVariant) sunk = parameters != NULL ? g_variant_ref_sink (parameters) : NULL;
  g_autoptr (GError) why = NULL;
  GVariant *reply = NULL;

  for (guint i = 0; i < 2 && reply == NULL; i++)
    {
      g_clear_error (&why);
      reply = g_dbus_connection_call_sync (self->connection, COOLDOWN_AGENT_ID,
                                           COOLDOWN_AGENT_PATH, "org.gtk.Actions", method, sunk,
                                           type, G_DBUS_CALL_FLAGS_NONE, PATIENCE_MILLISECONDS,
                                           NULL, &why);
      if (reply == NULL && !cooldown_agent_error_is_worth_repeating (why))
        break;
    }
  if (reply == NULL)
    fail (error, why);
  return reply;
}

static gboolean
look (CooldownAgentLine *self, GError **error)
{
  g_autoptr (GVariant) reply =
    call (self, "DescribeAll", NULL, G_VARIANT_TYPE ("(a{s(bgav)})"), error);

  if (reply == NULL)
    return FALSE;
  g_clear_pointer (&self->actions, g_variant_unref);
  self->actions = g_variant_get_child_value (reply, 0);
  return TRUE;
}

/**
 * cooldown_agent_line_open:
 * @error: return location
 *
 * Finds the agent on the session bus, which starts it if it must, and asks it for all that goes on.
 *
 * Returns: (transfer full) (nullable): the line to it; %NULL with @error set when there is none
 */
CooldownAgentLine *
cooldown_agent_line_open (GError **error)
{
  g_autoptr (CooldownAgentLine) self = g_new0 (CooldownAgentLine, 1);

  self->connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  if (self->connection == NULL)
    {
      g_set_error_literal (error, COOLDOWN_AGENT_LINE_ERROR, COOLDOWN_AGENT_LINE_ERROR_NO_BUS,
                           _ ("There is no session bus, so the part of Cooldown that reminds you "
                              "cannot be reached. Log in to the desktop first."));
      return NULL;
    }
  g_dbus_connection_set_exit_on_close (self->connection, FALSE);
  return look (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * cooldown_agent_line_close:
 * @self: (transfer full): a line
 */
void
cooldown_agent_line_close (CooldownAgentLine *self)
{
  g_clear_pointer (&self->actions, g_variant_unref);
  g_clear_object (&self->connection);
  g_free (self);
}

static GVariant *
look_up (CooldownAgentLine *self, const char *action)
{
  return g_variant_lookup_value (self->actions, action, G_VARIANT_TYPE ("(bgav)"));
}

/**
 * cooldown_agent_line_can:
 * @self: a line
 * @action: an action of the agent
 *
 * Returns: whether it can be used now; one that cannot does nothing and says nothing
 */
gboolean
cooldown_agent_line_can (CooldownAgentLine *self, const char *action)
{
  g_autoptr (GVariant) description = look_up (self, action);
  gboolean enabled = FALSE;

  if (description != NULL)
    g_variant_get_child (description, 0, "b", &enabled);
  return enabled;
}

/**
 * cooldown_agent_line_get_state:
 * @self: a line
 * @action: an action of the agent
 * @type: the type its state has to have
 *
 * Returns: (transfer full) (nullable): its state; %NULL without one of that type
 */
GVariant *
cooldown_agent_line_get_state (CooldownAgentLine *self,
                               const char *action,
                               const GVariantType *type)
{
  g_autoptr (GVariant) description = look_up (self, action);
  g_autoptr (GVariant) states =
    description != NULL ? g_variant_get_child_value (description, 2) : NULL;
  g_autoptr (GVariant) state = NULL;

  if (states == NULL || g_variant_n_children (states) == 0)
    return NULL;
  g_variant_get_child (states, 0, "v", &state);
  return g_variant_is_of_type (state, type) ? g_steal_pointer (&state) : NULL;
}

/**
 * cooldown_agent_line_do:
 * @self: a line
 * @action: an action of the agent
 * @parameter: (nullable): its parameter; sunk if floating
 * @error: return location
 *
 * Activates it, waits until it has run, and asks anew what goes on.
 *
 * Returns: whether the agent has answered; what it refuses it does not tell
 */
gboolean
cooldown_agent_line_do (CooldownAgentLine *self,
                        const char *action,
                        GVariant *parameter,
                        GError **error)
{
  g_autoptr (GVariant) reply =
    call (self, "Activate", cooldown_agent_message_new (action, parameter), NULL, error);

  return reply != NULL && look (self, error);
}
