/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file-clock.h"

#include "core/clock.h"

#include <stdio.h>

#define FILE_VARIABLE "COOLDOWN_TEST_CLOCK"

struct _FileClock
{
  GObject parent_instance;
  gint64 deadline;    /* boot time */
  gint64 appointment;
  gint64 offset; /* wall minus monotonic time: jumps after a sleep and when the clock is set */
  char *zone;
};

static void file_clock_clock_init (CooldownClockInterface *iface);
static void file_clock_alarm_init (CooldownAlarmInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FileClock, file_clock, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COOLDOWN_TYPE_CLOCK, file_clock_clock_init)
                                 G_IMPLEMENT_INTERFACE (COOLDOWN_TYPE_ALARM,
                                                        file_clock_alarm_init))

static char **
read_parts (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  g_assert_true (g_file_get_contents (g_getenv (FILE_VARIABLE), &text, NULL, NULL));
  parts = g_strsplit (g_strstrip (text), " ", 5);
  g_assert_cmpuint (g_strv_length (parts), >=, 4);
  return g_steal_pointer (&parts);
}

static gint64
read_file (CooldownInstant *now)
{
  g_auto (GStrv) parts = read_parts ();

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
  g_auto (GStrv) parts = read_parts ();
  GTimeZone *zone = parts[4] != NULL ? g_time_zone_new_identifier (parts[4])
                                     : g_time_zone_new_utc ();

  g_assert_nonnull (zone);
  return zone;
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
file_clock_finalize (GObject *object)
{
  g_free (FILE_CLOCK (object)->zone);
  G_OBJECT_CLASS (file_clock_parent_class)->finalize (object);
}

static void
file_clock_class_init (FileClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = file_clock_finalize;
}

static void
file_clock_init (FileClock *self)
{
  self->deadline = COOLDOWN_NEVER;
  self->appointment = COOLDOWN_NEVER;
}

void
file_clock_look (FileClock *self)
{
  CooldownInstant now;
  g_auto (GStrv) parts = read_parts ();
  gint64 offset = -read_file (&now);
  gboolean jumped;

  offset += now.wall;
  jumped = offset != self->offset || g_strcmp0 (parts[4], self->zone) != 0;
  self->offset = offset;
  g_free (self->zone);
  self->zone = g_strdup (parts[4]);
  if (jumped || self->deadline <= now.boot || self->appointment <= now.wall)
    g_signal_emit_by_name (self, "rang");
}

FileClock *
file_clock_new (void)
{
  return g_object_new (file_clock_get_type (), NULL);
}
