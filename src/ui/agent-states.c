/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent-states.h"

static const char *const names[] = { "test", "autostart", "due", "upcoming" };

/**
 * cooldown_app_state_lookup_agent_state:
 * @self: the state
 * @action: name of an action of the agent with a state: "test", "autostart", "due", "upcoming" …
 * @type: the type the state has to have
 *
 * Returns: (transfer full) (nullable): the action's state; %NULL without an agent, when it has no
 *   such action, or when the state has another type
 */
GVariant *
cooldown_app_state_lookup_agent_state (CooldownAppState *self,
                                       const char *action,
                                       const GVariantType *type)
{
  g_autoptr (GVariant) state = NULL;

  g_return_val_if_fail (COOLDOWN_IS_APP_STATE (self), NULL);
  g_return_val_if_fail (action != NULL && type != NULL, NULL);

  state = cooldown_agent_link_get_state (cooldown_app_state_get_link (self), action);
  if (state == NULL || !g_variant_is_of_type (state, type))
    return NULL;
  return g_steal_pointer (&state);
}

/**
 * cooldown_agent_states_watch:
 * @link: the way to the agent
 * @callback: called with @object when what cooldown_app_state_lookup_agent_state() gives may be
 *   another, also because the agent came or went
 * @object: (type GObject): it is not called any more once this is gone
 */
void
cooldown_agent_states_watch (CooldownAgentLink *link, GCallback callback, gpointer object)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *signal = g_strconcat ("state-changed::", names[i], NULL);

      g_signal_connect_object (link, signal, callback, object, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (link, "notify::connected", callback, object, G_CONNECT_SWAPPED);
}
