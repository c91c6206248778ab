/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void cooldown_window_show (GDBusConnection *connection, const char *tab, const char *token);

G_END_DECLS
