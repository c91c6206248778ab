/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agent-link.h"

G_BEGIN_DECLS

/* What the agent acts on and keeps. A value set here is seen at once, is sent to the agent, and
 * is sent again when the agent was not there. Signal: "changed". */

#define COOLDOWN_TYPE_AGENT_SETTINGS (cooldown_agent_settings_get_type ())
G_DECLARE_FINAL_TYPE (CooldownAgentSettings,
                      cooldown_agent_settings,
                      COOLDOWN,
                      AGENT_SETTINGS,
                      GObject)

CooldownAgentSettings *cooldown_agent_settings_new (CooldownAgentLink *link);
GVariant *cooldown_agent_settings_lookup (CooldownAgentSettings *self,
                                          const char *name,
                                          const GVariantType *type);
void cooldown_agent_settings_set (CooldownAgentSettings *self, const char *name, GVariant *value);

G_END_DECLS
