/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reminder.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define COOLDOWN_TYPE_NOTIFIER (cooldown_notifier_get_type ())
G_DECLARE_INTERFACE (CooldownNotifier, cooldown_notifier, COOLDOWN, NOTIFIER, GObject)

/**
 * CooldownNotifierInterface:
 * @show: shows a reminder in place of the one of the same subject; @quiet: without a sound,
 *   because it was said before
 * @withdraw: takes the reminder of a subject away
 * @adopt: says under which key a predecessor left its reminder
 *
 * What brings reminders before the user's eyes. No call waits for an answer. Signals: "chosen"
 * (subject, detailed action, activation token or ""), "placed" (subject, key,
 * session time of what now stands on the desktop or -1), "failed" (subject), "ready": a server
 * appeared.
 */
struct _CooldownNotifierInterface
{
  GTypeInterface parent_iface;

  void (*show) (CooldownNotifier *self, const CooldownReminder *reminder, gboolean quiet);
  void (*withdraw) (CooldownNotifier *self, CooldownSubject subject);
  void (*adopt) (CooldownNotifier *self, CooldownSubject subject, const char *key);
};

void cooldown_notifier_show (CooldownNotifier *self,
                             const CooldownReminder *reminder,
                             gboolean quiet);
void cooldown_notifier_withdraw (CooldownNotifier *self, CooldownSubject subject);
void cooldown_notifier_adopt (CooldownNotifier *self, CooldownSubject subject, const char *key);

CooldownNotifier *cooldown_notifier_libnotify_new (GDBusConnection *connection);

G_END_DECLS
