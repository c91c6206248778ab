/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The agent as it ships, but on a clock that a test writes into a file: "wall boot monotonic
 * boot-id". The action "clock-moved" lets its alarm look at the clock. Nothing waits for time to
 * pass, and a killed agent's successor goes on at the same moment.
 */
#include "agent/agent.h"
#include "config.h"

#include <locale.h>
#include <stdio.h>

#define FILE_VARIABLE "COOLDOWN_TEST_CLOCK"

G_DECLARE_FINAL_TYPE (FileClock, file_clock, FILE, CLOCK, GObject)

struct _FileClock
{
  GObject parent_instance;
  gint64 deadline;    /* boot time */
  gint64 appointment;
  gint64 offset; /* wall minus monotonic time: jumps after a sleep and when the clock is set */
};

static void file_clock_clock_init (CooldownClockInterface *iface);
static void file_clock_alarm_init (CooldownAlarmInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FileClock, file_clock, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COOLDOWN_TYPE_CLOCK, file_clock_clock_init)
                                 G_IMPLEMENT_INTERFACE (COOLDOWN_TYPE_ALARM,
                                                        file_clock_alarm_init))

static gint64
read_file (CooldownInstant *now)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  g_assert_true (g_file_get_contents (g_getenv (FILE_VARIABLE), &text, NULL, NULL));
  parts = g_strsplit (g_strstrip (text), " ", 4);
  g_assert_cmpuint (g_strv_length (parts), ==, 4);
  now->wall = g_ascii_strtoll (parts[0], NULL, 10);
  now->boot = g_ascii_strtoll (parts[1], NULL, 10);
  g_strlcpy (now->boot_id, parts[3], sizeof now->boot_id);
  return g_ascii_strtoll (parts[2], NULL, 10);
}

static void
file_clock_read (CooldownClock *clock, CooldownInstant *now)
{
  read_file (now);
}

static gint64
file_clock_get_monotonic (CooldownClock *clock)
{
  CooldownInstant now;

  return read_file (&now);
}

static GTimeZone *
file_clock_get_zone (CooldownClock *clock)
{
  return g_time_zone_new_utc ();
}

static void
file_clock_clock_init (CooldownClockInterface *iface)
{
  iface->read = file_clock_read;
  iface->get_monotonic = file_clock_get_monotonic;
  iface->get_zone = file_clock_get_zone;
}

static void
file_clock_set (CooldownAlarm *alarm, gint64 boot, gint64 wall)
{
  FILE_CLOCK (alarm)->deadline = boot;
  FILE_CLOCK (alarm)->appointment = wall;
}

static void
file_clock_alarm_init (CooldownAlarmInterface *iface)
{
  iface->set = file_clock_set;
}

static void
file_clock_class_init (FileClockClass *klass)
{
}

static void
file_clock_init (FileClock *self)
{
  self->deadline = COOLDOWN_NEVER;
  self->appointment = COOLDOWN_NEVER;
}

static void
clock_moved_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FileClock *self = data;
  CooldownInstant now;
  gint64 offset = -read_file (&now);
  gboolean jumped;

  offset += now.wall;
  jumped = offset != self->offset;
  self->offset = offset;
  if (jumped || self->deadline <= now.boot || self->appointment <= now.wall)
    g_signal_emit_by_name (self, "rang");
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
  g_autoptr (FileClock) clock = g_object_new (file_clock_get_type (), NULL);
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
