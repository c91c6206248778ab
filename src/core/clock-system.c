/* SPDX-License-Identifier: GPL-3.0-or-later */
#define COOLDOWN_READS_TIME 1
#include "no-clock.h"

#include "clock.h"

#define BOOT_ID_FILE "/proc/sys/kernel/random/boot_id"
#define ZONE_LINK "/etc/localtime"
#define ZONE_FOLDER "zoneinfo/"

struct _CooldownClockSystem
{
  GObject parent_instance;
  char boot_id[COOLDOWN_BOOT_ID_SIZE];
};

static void cooldown_clock_system_clock_init (CooldownClockInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CooldownClockSystem, cooldown_clock_system, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COOLDOWN_TYPE_CLOCK,
                                                      cooldown_clock_system_clock_init))

static gint64
read_clock (clockid_t id)
{
  struct timespec now = { 0 };

  clock_gettime (id, &now);
  return (gint64) now.tv_sec * COOLDOWN_SECOND + now.tv_nsec / 1000;
}

static void
cooldown_clock_system_read (CooldownClock *clock, CooldownInstant *now)
{
  CooldownClockSystem *self = COOLDOWN_CLOCK_SYSTEM (clock);

  now->wall = read_clock (CLOCK_REALTIME);
  now->boot = read_clock (CLOCK_BOOTTIME);
  memcpy (now->boot_id, self->boot_id, sizeof now->boot_id);
}

static gint64
cooldown_clock_system_get_monotonic (CooldownClock *clock)
{
  return read_clock (CLOCK_MONOTONIC);
}

/* The zone's name is read each time: GLib keeps the local zone of the program's start for ever. */
static GTimeZone *
cooldown_clock_system_get_zone (CooldownClock *clock)
{
  const char *named = g_getenv ("TZ");
  g_autofree char *link = NULL;
  const char *folder;
  GTimeZone *zone = NULL;

  if (named != NULL && *named != '\0')
    return g_time_zone_new_local ();
  link = g_file_read_link (ZONE_LINK, NULL);
  folder = link != NULL ? strstr (link, ZONE_FOLDER) : NULL;
  if (folder != NULL)
    zone = g_time_zone_new_identifier (folder + strlen (ZONE_FOLDER));
  return zone != NULL ? zone : g_time_zone_new_local ();
}

static void
cooldown_clock_system_clock_init (CooldownClockInterface *iface)
{
  iface->read = cooldown_clock_system_read;
  iface->get_monotonic = cooldown_clock_system_get_monotonic;
  iface->get_zone = cooldown_clock_system_get_zone;
}

static void
cooldown_clock_system_class_init (CooldownClockSystemClass *klass)
{
}

static void
cooldown_clock_system_init (CooldownClockSystem *self)
{
  g_autofree char *boot_id = NULL;

  if (g_file_get_contents (BOOT_ID_FILE, &boot_id, NULL, NULL))
    g_strlcpy (self->boot_id, g_strstrip (boot_id), sizeof self->boot_id);
}

/**
 * cooldown_clock_system_new:
 *
 * Returns: (transfer full): the clock that asks the system
 */
CooldownClock *
cooldown_clock_system_new (void)
{
  return g_object_new (COOLDOWN_TYPE_CLOCK_SYSTEM, NULL);
}
