/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void cooldown_agent_call (GDBusConnection *connection,
                          const char *action,
                          GVariant *parameter,
                          GTask *task);

G_END_DECLS
