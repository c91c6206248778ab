/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is said to the agent, whoever says it and however it waits for the reply. */

GVariant *cooldown_agent_message_new (const char *action, GVariant *parameter);
gboolean cooldown_agent_error_is_worth_repeating (const GError *error);

G_END_DECLS
