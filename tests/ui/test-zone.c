/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk.h"
#include "fake-agent.h"
#include "ui/app-state.h"

/* 2026-11-22 17:00 UTC: 18:00 in Berlin, 22:45 in Kathmandu. */
#define WINTER (G_GINT64_CONSTANT (1795366800) * COOLDOWN_SECOND)

/* An agent that says nothing but where it is, and a window on the clock of the system. */
typedef struct
{
  GDBusConnection *connection;
  GSimpleActionGroup *actions;
  GSimpleAction *zone;
  guint export_id;
  guint name_id;
  CooldownAgentLink *link;
  CooldownAppState *state;
  char *before; /* the local time before the agent said anything */
  guint n_changed;
} Fixture;

static char *
format (Fixture *fixture)
{
  g_autoptr (GDateTime)
      local = cooldown_clock_to_local (cooldown_app_state_get_clock (fixture->state), WINTER);

  return g_date_time_format (local, "%H:%M");
}

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
export_actions (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSimpleAction) version = NULL;

  fixture->actions = g_simple_action_group_new ();
  fixture->zone = g_simple_action_new_stateful ("zone", NULL, g_variant_new_string (""));
  version = g_simple_action_new_stateful ("version", NULL, g_variant_new_string (COOLDOWN_VERSION));
  g_action_map_add_action (G_ACTION_MAP (fixture->actions), G_ACTION (fixture->zone));
  g_action_map_add_action (G_ACTION_MAP (fixture->actions), G_ACTION (version));
  fixture->export_id = g_dbus_connection_export_action_group (
      fixture->connection, COOLDOWN_AGENT_PATH, G_ACTION_GROUP (fixture->actions), &error);
  g_assert_no_error (error);
  fixture->name_id = g_bus_own_name_on_connection (
      fixture->connection, COOLDOWN_AGENT_ID, G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
}

static gboolean
is_connected (gpointer data)
{
  return cooldown_app_state_get_connected (((Fixture *) data)->state);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownClock) clock = cooldown_clock_system_new ();
  g_autoptr (CooldownContent) content = cooldown_content_load_bundled (&error);
  g_autoptr (CooldownNotebook) notebook = NULL;

  g_assert_no_error (error);
  fixture->connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  export_actions (fixture);
  fixture->link = cooldown_agent_link_new (fixture->connection);
  notebook = cooldown_notebook_new ("/nowhere", clock);
  fixture->state = cooldown_app_state_new (content, clock, fixture->link, notebook);
  fixture->before = format (fixture);
  g_signal_connect_swapped (fixture->state, "changed::zone", G_CALLBACK (changed_cb), fixture);
  spin_until (is_connected, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  spin_until_finalized (fixture->state);
  spin_until_finalized (fixture->link);
  g_bus_unown_name (fixture->name_id);
  g_dbus_connection_unexport_action_group (fixture->connection, fixture->export_id);
  g_object_unref (fixture->zone);
  g_object_unref (fixture->actions);
  g_object_unref (fixture->connection);
  g_free (fixture->before);
}

static gboolean
has_changed (gpointer data)
{
  return ((Fixture *) data)->n_changed > 0;
}

/* @zone is what the agent says now; @expected is the local time then. */
static void
assert_said (Fixture *fixture, GVariant *zone, const char *expected)
{
  g_autofree char *text = NULL;

  fixture->n_changed = 0;
  g_simple_action_set_state (fixture->zone, zone);
  spin_until (has_changed, fixture);
  text = format (fixture);
  g_assert_cmpstr (text, ==, expected);
}

/* Test that the window follows the agent to another zone and draws its times anew, and that it asks
 * the system again when the agent does not know any more. */
static void
test_followed (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  assert_said (fixture, g_variant_new_string ("Asia/Kathmandu"), "22:45");
  assert_said (fixture, g_variant_new_string ("Europe/Berlin"), "18:00");
  assert_said (fixture, g_variant_new_string (""), fixture->before);
}

/* Test that a zone that is not known in the window leaves its times as they were. */
static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  assert_said (fixture, g_variant_new_string ("Asia/Kathmandu"), "22:45");
  assert_said (fixture, g_variant_new_string ("Europe/Nowhere"), "22:45");
}

#define ADD(path, test) g_test_add ("/zone/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_unsetenv ("TZ");
  desk_begin_tests (&argc, &argv);
  ADD ("followed", test_followed);
  ADD ("unknown", test_unknown);
  return g_test_run ();
}
