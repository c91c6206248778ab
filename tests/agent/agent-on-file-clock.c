/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The agent as it ships, but on a clock in a file. The action "clock-moved" lets its alarm look at
 * the clock.
 */
#include "agent/agent.h"
#include "config.h"
#include "file-clock.h"

#include <locale.h>

static void
clock_moved_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  file_clock_look (data);
}

static void
startup_cb (GApplication *application, gpointer data)
{
  static const GActionEntry entries[] = {
    { "clock-moved", clock_moved_cb, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, 1, data);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FileClock) clock = file_clock_new ();
  g_autoptr (CooldownAgent) agent = NULL;
  const char *libexec = g_getenv ("COOLDOWN_TEST_LIBEXEC");
  CooldownFacts *facts;

  setlocale (LC_ALL, "");
  facts = cooldown_facts_load (&error);
  g_assert_no_error (error);
  agent = cooldown_agent_new (COOLDOWN_CLOCK (clock), COOLDOWN_ALARM (clock), facts,
                              libexec != NULL ? libexec : "/nonexistent",
                              g_getenv ("COOLDOWN_TEST_SANDBOX") != NULL);
  g_signal_connect (agent, "startup", G_CALLBACK (startup_cb), clock);
  return g_application_run (G_APPLICATION (agent), argc, argv);
}
