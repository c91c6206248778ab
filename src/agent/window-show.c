/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-show.h"

#include "config.h"

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (reply == NULL)
    g_message ("the window could not be opened: %s", error->message);
}

/**
 * cooldown_window_show:
 * @connection: the session bus
 * @tab: the tab to show, or "reminders" for the list of them, or "nights" for what they say
 * @token: (nullable): what lets the window come to the front, from whoever the user clicked
 *
 * Asks the desktop to show the window, starting it if need be. Does not wait for it.
 */
void
cooldown_window_show (GDBusConnection *connection, const char *tab, const char *token)
{
  GVariantDict platform;
  GVariantBuilder parameters;

  g_variant_dict_init (&platform, NULL);
  if (token != NULL && *token != '\0')
    {
      g_variant_dict_insert (&platform, "activation-token", "s", token);
      g_variant_dict_insert (&platform, "desktop-startup-id", "s", token);
    }
  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  g_variant_builder_add (&parameters, "v", g_variant_new_string (tab));
  g_dbus_connection_call (connection, COOLDOWN_APP_ID, COOLDOWN_APP_PATH,
                          "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(sav@a{sv})", "show", &parameters,
                                         g_variant_dict_end (&platform)),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, shown_cb, NULL);
}
