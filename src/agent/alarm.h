/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define COOLDOWN_TYPE_ALARM (cooldown_alarm_get_type ())
G_DECLARE_FINAL_TYPE (CooldownAlarm, cooldown_alarm, COOLDOWN, ALARM, GObject)

/* Signal "rang": the moment has come. */

CooldownAlarm *cooldown_alarm_new (GError **error);
void cooldown_alarm_set (CooldownAlarm *self, gint64 boot);

G_END_DECLS
