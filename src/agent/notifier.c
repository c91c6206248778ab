/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notifier.h"

G_DEFINE_INTERFACE (CooldownNotifier, cooldown_notifier, G_TYPE_OBJECT)

static void
cooldown_notifier_default_init (CooldownNotifierInterface *iface)
{
  g_signal_new ("chosen", COOLDOWN_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_STRING, G_TYPE_STRING);
  g_signal_new ("placed", COOLDOWN_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_STRING, G_TYPE_INT64);
  g_signal_new ("failed", COOLDOWN_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_UINT);
  g_signal_new ("ready", COOLDOWN_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

/**
 * cooldown_notifier_show:
 * @self: a notifier
 * @reminder: what to show
 * @quiet: whether it was said before and makes no sound now
 */
void
cooldown_notifier_show (CooldownNotifier *self, const CooldownReminder *reminder, gboolean quiet)
{
  COOLDOWN_NOTIFIER_GET_IFACE (self)->show (self, reminder, quiet);
}

/**
 * cooldown_notifier_withdraw:
 * @self: a notifier
 * @subject: what no longer holds
 */
void
cooldown_notifier_withdraw (CooldownNotifier *self, CooldownSubject subject)
{
  COOLDOWN_NOTIFIER_GET_IFACE (self)->withdraw (self, subject);
}

/**
 * cooldown_notifier_adopt:
 * @self: a notifier
 * @subject: what a predecessor's reminder is about
 * @key: what "placed" gave for it
 */
void
cooldown_notifier_adopt (CooldownNotifier *self, CooldownSubject subject, const char *key)
{
  COOLDOWN_NOTIFIER_GET_IFACE (self)->adopt (self, subject, key);
}
