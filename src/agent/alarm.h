/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define COOLDOWN_TYPE_ALARM (cooldown_alarm_get_type ())
G_DECLARE_INTERFACE (CooldownAlarm, cooldown_alarm, COOLDOWN, ALARM, GObject)

/**
 * CooldownAlarmInterface:
 * @set: rings at a moment of boot time and at one of wall time, at once if one went by;
 *   %COOLDOWN_NEVER for not at all
 *
 * What wakes the agent. Signal "rang": the moment has come, or the machine woke, or somebody set
 * the clock.
 */
struct _CooldownAlarmInterface
{
  GTypeInterface parent_iface;

  void (*set) (CooldownAlarm *self, gint64 boot, gint64 wall);
};

void cooldown_alarm_set (CooldownAlarm *self, gint64 boot, gint64 wall);

CooldownAlarm *cooldown_alarm_timerfd_new (GError **error);

G_END_DECLS
