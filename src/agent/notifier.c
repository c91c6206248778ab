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
                G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  g_signal_new ("ready", COOLDOWN_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

/**
 * cooldown_notifier_show:
 * @self: a notifier
 * @reminder: what to show
 */
void
cooldown_notifier_show (CooldownNotifier *self, const CooldownReminder *reminder)
{
  COOLDOWN_NOTIFIER_GET_IFACE (self)->show (self, reminder);
}

/**
 * cooldown_notifier_withdraw:
 * @self: a notifier
 * @slot: what no longer holds
 */
void
cooldown_notifier_withdraw (CooldownNotifier *self, guint slot)
{
  COOLDOWN_NOTIFIER_GET_IFACE (self)->withdraw (self, slot);
}

/**
 * cooldown_notifier_adopt:
 * @self: a notifier
 * @slot: where a predecessor's reminder stands
 * @key: what "placed" gave for it
 */
void
cooldown_notifier_adopt (CooldownNotifier *self, guint slot, const char *key)
{
  COOLDOWN_NOTIFIER_GET_IFACE (self)->adopt (self, slot, key);
}

/**
 * cooldown_notifier_describe:
 * @self: a notifier
 *
 * Returns: (transfer full) (nullable): name and version of the server, %NULL while none is known
 */
char *
cooldown_notifier_describe (CooldownNotifier *self)
{
  return COOLDOWN_NOTIFIER_GET_IFACE (self)->describe (self);
}

/**
 * cooldown_notifier_has_buttons:
 * @self: a notifier
 *
 * Returns: whether the server that is known shows buttons
 */
gboolean
cooldown_notifier_has_buttons (CooldownNotifier *self)
{
  return COOLDOWN_NOTIFIER_GET_IFACE (self)->has_buttons (self);
}
