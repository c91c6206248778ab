/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent-message.h"

/**
 * cooldown_agent_message_new:
 * @action: name of an action of the agent
 * @parameter: (nullable): its parameter; sunk if floating
 *
 * With an id, so that a command that came through and is repeated all the same counts once.
 *
 * Returns: (transfer floating): the parameters of `org.gtk.Actions.Activate`
 */
GVariant *
cooldown_agent_message_new (const char *action, GVariant *parameter)
{
  g_autofree char *id = g_uuid_string_random ();
  GVariantBuilder parameters, platform;

  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  if (parameter != NULL)
    g_variant_builder_add (&parameters, "v", parameter);
  g_variant_builder_init (&platform, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&platform, "{sv}", "request-id", g_variant_new_string (id));
  return g_variant_new ("(sava{sv})", action, &parameters, &platform);
}

/**
 * cooldown_agent_error_is_worth_repeating:
 * @error: what came of a call
 *
 * Returns: whether the call met an agent that was leaving, and the next agent can take it
 */
gboolean
cooldown_agent_error_is_worth_repeating (const GError *error)
{
  return g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD);
}
