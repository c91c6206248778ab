/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COOLDOWN_TYPE_WAKEFULNESS (cooldown_wakefulness_get_type ())
G_DECLARE_FINAL_TYPE (CooldownWakefulness, cooldown_wakefulness, COOLDOWN, WAKEFULNESS, GObject)

CooldownWakefulness *cooldown_wakefulness_new (GDBusConnection *session, gboolean by_portal);
void cooldown_wakefulness_set_wanted (CooldownWakefulness *self, gboolean wanted);

G_END_DECLS
