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
  CooldownInstant now;
  gint64 monotonic;
  char *zone; /* (nullable) */
};

static void file_clock_clock_init (CooldownClockInterface *iface);
static void file_clock_alarm_init (CooldownAlarmInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FileClock, file_clock, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COOLDOWN_TYPE_CLOCK, file_clock_clock_init)
                                 G_IMPLEMENT_INTERFACE (COOLDOWN_TYPE_ALARM,
                                                        file_clock_alarm_init))

/* All at once: who asks for one after the other must not be told a sleep that was not. */
static void
read_file (FileClock *self)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  g_assert_true (g_file_get_contents (g_getenv (FILE_VARIABLE), &text, NULL, NULL));
  parts = g_strsplit (g_strstrip (text), " ", 5);
  g_assert_cmpuint (g_strv_length (parts), >=, 4);
  self->now.wall = g_ascii_strtoll (parts[0], NULL, 10);
  self->now.boot = g_ascii_strtoll (parts[1], NULL, 10);
  self->monotonic = g_ascii_strtoll (parts[2], NULL, 10);
  g_strlcpy (self->now.boot_id, parts[3], sizeof self->now.boot_id);
  g_free (self->zone);
  self->zone = g_strdup (parts[4]);
}

static void
file_clock_read (CooldownClock *clock, CooldownInstant *now)
{
  *now = FILE_CLOCK (clock)->now;
}

static gint64
file_clock_get_monotonic (CooldownClock *clock)
{
  return FILE_CLOCK (clock)->monotonic;
}

static GTimeZone *
file_clock_get_zone (CooldownClock *clock)
{
  const char *name = FILE_CLOCK (clock)->zone;
  GTimeZone *zone = name != NULL ? g_time_zone_new_identifier (name) : g_time_zone_new_utc ();

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
  read_file (self);
}

void
file_clock_look (FileClock *self)
{
  /* Jumps after a sleep and when the clock is set. */
  gint64 offset = self->now.wall - self->monotonic;
  g_autofree char *zone = g_strdup (self->zone);
  gboolean jumped;

  read_file (self);
  jumped = self->now.wall - self->monotonic != offset || g_strcmp0 (self->zone, zone) != 0;
  if (jumped || self->deadline <= self->now.boot || self->appointment <= self->now.wall)
    g_signal_emit_by_name (self, "rang");
}

FileClock *
file_clock_new (void)
{
  return g_object_new (file_clock_get_type (), NULL);
}
