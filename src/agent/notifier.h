/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reminder.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define COOLDOWN_TYPE_NOTIFIER (cooldown_notifier_get_type ())
G_DECLARE_INTERFACE (CooldownNotifier, cooldown_notifier, COOLDOWN, NOTIFIER, GObject)

/**
 * CooldownNotifierInterface:
 * @show: shows a reminder in place of the one in the same slot
 * @withdraw: takes the reminder in a slot away
 * @adopt: says under which key a predecessor left its reminder in a slot
 * @describe: (transfer full) (nullable): the server's name and version, as far as known
 * @has_buttons: whether the server shows buttons, as far as known
 *
 * What brings reminders before the user's eyes. No call waits for an answer. Signals: "chosen"
 * (slot, detailed action, activation token or ""), "placed" (slot, key, serial of what now stands
 * on the desktop or -1), "failed" (slot, why), "ready": a server appeared.
 */
struct _CooldownNotifierInterface
{
  GTypeInterface parent_iface;

  void (*show) (CooldownNotifier *self, const CooldownReminder *reminder);
  void (*withdraw) (CooldownNotifier *self, guint slot);
  void (*adopt) (CooldownNotifier *self, guint slot, const char *key);
  char *(*describe) (CooldownNotifier *self);
  gboolean (*has_buttons) (CooldownNotifier *self);
};

void cooldown_notifier_show (CooldownNotifier *self, const CooldownReminder *reminder);
void cooldown_notifier_withdraw (CooldownNotifier *self, guint slot);
void cooldown_notifier_adopt (CooldownNotifier *self, guint slot, const char *key);
char *cooldown_notifier_describe (CooldownNotifier *self);
gboolean cooldown_notifier_has_buttons (CooldownNotifier *self);

CooldownNotifier *cooldown_notifier_libnotify_new (GDBusConnection *connection);
CooldownNotifier *cooldown_notifier_portal_new (GDBusConnection *connection);

G_END_DECLS
