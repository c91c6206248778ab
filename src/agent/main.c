/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent.h"
#include "config.h"
#include "core/sandbox.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <locale.h>

static gboolean
quit_cb (gpointer data)
{
  g_application_quit (data);
  return G_SOURCE_CONTINUE;
}

/* Whether another agent has the name already: then this one is not needed. */
static gboolean
is_running (GDBusConnection *bus)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_sync (
    bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
    g_variant_new ("(s)", COOLDOWN_AGENT_ID), G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NONE, -1,
    NULL, NULL);
  gboolean owned = FALSE;

  if (reply != NULL)
    g_variant_get (reply, "(b)", &owned);
  return owned;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = NULL;
  g_autoptr (CooldownClock) clock = cooldown_clock_system_new ();
  g_autoptr (CooldownAlarm) alarm = NULL;
  g_autoptr (CooldownAgent) agent = NULL;
  CooldownFacts *facts;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, COOLDOWN_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  if (bus == NULL)
    {
      g_printerr ("cooldown-agent: no session bus: %s\n", error->message);
      return 1;
    }
  if (is_running (bus))
    return 0;
  alarm = cooldown_alarm_timerfd_new (&error);
  facts = alarm != NULL ? cooldown_facts_load (&error) : NULL;
  if (facts == NULL)
    {
      g_printerr ("cooldown-agent: %s\n", error->message);
      return 1;
    }
  agent = cooldown_agent_new (clock, alarm, facts, COOLDOWN_LIBEXEC_DIR,
                              cooldown_sandbox_is_inside ());
  g_unix_signal_add (SIGTERM, quit_cb, agent);
  g_unix_signal_add (SIGINT, quit_cb, agent);
  return g_application_run (G_APPLICATION (agent), argc, argv);
}
