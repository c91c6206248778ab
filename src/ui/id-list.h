/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agent-settings.h"

G_BEGIN_DECLS

/* Settings that are sets of ids. What changes nothing is not sent. */

char **cooldown_id_list_get (CooldownAgentSettings *settings, const char *name);
void cooldown_id_list_add (CooldownAgentSettings *settings, const char *name, const char *id);
void cooldown_id_list_remove (CooldownAgentSettings *settings, const char *name, const char *id);
void cooldown_id_list_empty (CooldownAgentSettings *settings, const char *name);

G_END_DECLS
