/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "alarm.h"

G_DEFINE_INTERFACE (CooldownAlarm, cooldown_alarm, G_TYPE_OBJECT)

static void
cooldown_alarm_default_init (CooldownAlarmInterface *iface)
{
  g_signal_new ("rang", COOLDOWN_TYPE_ALARM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
}

/**
 * cooldown_alarm_set:
 * @self: an alarm
 * @boot: when to ring, microseconds of boot time; %COOLDOWN_NEVER for not at all
 * @wall: when to ring, microseconds since 1970 UTC, or %COOLDOWN_NEVER
 *
 * Durations run by the one clock, appointments by the other. What went by rings at once.
 */
void
cooldown_alarm_set (CooldownAlarm *self, gint64 boot, gint64 wall)
{
  g_return_if_fail (COOLDOWN_IS_ALARM (self));
  COOLDOWN_ALARM_GET_IFACE (self)->set (self, boot, wall);
}
