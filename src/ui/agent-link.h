/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COOLDOWN_TYPE_AGENT_LINK (cooldown_agent_link_get_type ())
G_DECLARE_FINAL_TYPE (CooldownAgentLink, cooldown_agent_link, COOLDOWN, AGENT_LINK, GObject)

/* Properties: "actions" (GActionGroup, nullable; a new one each time the agent appears),
 * "connected" (boolean), "missing" (boolean: it did not come in time). Signal: "state-changed"
 * (detail and argument: the action's name). */

CooldownAgentLink *cooldown_agent_link_new (GDBusConnection *connection);
gboolean cooldown_agent_link_get_connected (CooldownAgentLink *self);
const char *cooldown_agent_link_get_trouble (CooldownAgentLink *self);
gboolean cooldown_agent_link_can_retry (CooldownAgentLink *self);
void cooldown_agent_link_retry (CooldownAgentLink *self);
GActionGroup *cooldown_agent_link_get_actions (CooldownAgentLink *self);
GVariant *cooldown_agent_link_get_state (CooldownAgentLink *self, const char *action);
gboolean cooldown_agent_link_get_enabled (CooldownAgentLink *self, const char *action);
void cooldown_agent_link_activate (CooldownAgentLink *self,
                                   const char *action,
                                   GVariant *parameter);
void cooldown_agent_link_call_async (CooldownAgentLink *self,
                                     const char *action,
                                     GVariant *parameter,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean cooldown_agent_link_call_finish (CooldownAgentLink *self,
                                          GAsyncResult *result,
                                          GError **error);

G_END_DECLS
