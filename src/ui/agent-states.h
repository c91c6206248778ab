/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* The agent's smaller states, which need no folding: "test", "autostart", "due", "upcoming". They
 * are read where they are drawn; "changed::agent-state" of the CooldownAppState tells when. */

GVariant *cooldown_app_state_lookup_agent_state (CooldownAppState *self,
                                                 const char *action,
                                                 const GVariantType *type);
void cooldown_agent_states_watch (CooldownAgentLink *link, GCallback callback, gpointer object);

G_END_DECLS
