/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notifier.h"

/* Being written. */
CooldownNotifier *
cooldown_notifier_portal_new (GDBusConnection *connection)
{
  return cooldown_notifier_libnotify_new (connection);
}
