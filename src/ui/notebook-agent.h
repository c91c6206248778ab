/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agent-link.h"
#include "notebook.h"

G_BEGIN_DECLS

void cooldown_notebook_agent_join (CooldownNotebook *notebook, CooldownAgentLink *link);

G_END_DECLS
