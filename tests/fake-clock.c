/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-clock.h"

struct _CooldownFakeClock
{
  GObject parent_instance;
  gint64 wall;
  gint64 boot;
  gint64 monotonic;
  guint boots;
  GTimeZone *zone;
};

static void cooldown_fake_clock_clock_init (CooldownClockInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CooldownFakeClock,
                               cooldown_fake_clock,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COOLDOWN_TYPE_CLOCK,
                                                      cooldown_fake_clock_clock_init))

static void
cooldown_fake_clock_read (CooldownClock *clock, CooldownInstant *now)
{
  CooldownFakeClock *self = COOLDOWN_FAKE_CLOCK (clock);

  now->wall = self->wall;
  now->boot = self->boot;
  g_snprintf (now->boot_id, sizeof now->boot_id, "boot-%u", self->boots);
}

static gint64
cooldown_fake_clock_get_monotonic (CooldownClock *clock)
{
  return COOLDOWN_FAKE_CLOCK (clock)->monotonic;
}

static GTimeZone *
cooldown_fake_clock_get_zone (CooldownClock *clock)
{

  return g_time_zone_ref (COOLDOWN_FAKE_CLOCK (clock)->zone);
}

static void
cooldown_fake_clock_clock_init (CooldownClockInterface *iface)
{
  iface->read = cooldown_fake_clock_read;
  iface->get_monotonic = cooldown_fake_clock_get_monotonic;
  iface->get_zone = cooldown_fake_clock_get_zone;
}

static void
cooldown_fake_clock_finalize (GObject *object)
{
  g_time_zone_unref (COOLDOWN_FAKE_CLOCK (object)->zone);
  G_OBJECT_CLASS (cooldown_fake_clock_parent_class)->finalize (object);
}

static void
cooldown_fake_clock_class_init (CooldownFakeClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cooldown_fake_clock_finalize;
}

static void
cooldown_fake_clock_init (CooldownFakeClock *self)
{
  self->wall = COOLDOWN_FAKE_CLOCK_START;
  self->boot = COOLDOWN_HOUR;
  self->monotonic = COOLDOWN_HOUR;
  self->boots = 1;
  self->zone = g_time_zone_new_utc ();
}

/**
 * cooldown_fake_clock_new:
 *
 * Returns: (transfer full): a clock that stands still at %COOLDOWN_FAKE_CLOCK_START in the zone
 *   "UTC", one hour after the machine started, until it is moved
 */
CooldownFakeClock *
cooldown_fake_clock_new (void)
{
  return g_object_new (COOLDOWN_TYPE_FAKE_CLOCK, NULL);
}

/**
 * cooldown_fake_clock_set_wall:
 * @self: a fake clock
 * @wall: microseconds since 1970 UTC
 *
 * Sets the clock as somebody with a mouse would: no other clock moves.
 */
void
cooldown_fake_clock_set_wall (CooldownFakeClock *self, gint64 wall)
{
  self->wall = wall;
}

/**
 * cooldown_fake_clock_set_boot:
 * @self: a fake clock
 * @boot: microseconds since the machine started, suspend included
 */
void
cooldown_fake_clock_set_boot (CooldownFakeClock *self, gint64 boot)
{
  self->boot = boot;
}

/**
 * cooldown_fake_clock_set_monotonic:
 * @self: a fake clock
 * @monotonic: microseconds since the machine started, without suspend
 */
void
cooldown_fake_clock_set_monotonic (CooldownFakeClock *self, gint64 monotonic)
{
  self->monotonic = monotonic;
}

/**
 * cooldown_fake_clock_set_zone:
 * @self: a fake clock
 * @name: the name of a time zone: "Europe/Berlin"; one that does not exist is UTC
 */
void
cooldown_fake_clock_set_zone (CooldownFakeClock *self, const char *name)
{
  GTimeZone *zone = g_time_zone_new_identifier (name);

  g_time_zone_unref (self->zone);
  self->zone = zone != NULL ? zone : g_time_zone_new_utc ();
}

/**
 * cooldown_fake_clock_advance:
 * @self: a fake clock
 * @by: microseconds
 *
 * Lets time pass while the machine is awake.
 */
void
cooldown_fake_clock_advance (CooldownFakeClock *self, gint64 by)
{
  self->wall += by;
  self->boot += by;
  self->monotonic += by;
}

/**
 * cooldown_fake_clock_suspend:
 * @self: a fake clock
 * @length: microseconds
 *
 * Lets time pass while the machine sleeps; it is awake again afterwards.
 */
void
cooldown_fake_clock_suspend (CooldownFakeClock *self, gint64 length)
{
  self->wall += length;
  self->boot += length;
}

/**
 * cooldown_fake_clock_reboot:
 * @self: a fake clock
 * @length: how long the machine was off, microseconds
 *
 * Turns the machine off and on again: boot and monotonic time begin anew, under a new boot id.
 */
void
cooldown_fake_clock_reboot (CooldownFakeClock *self, gint64 length)
{
  self->wall += length;
  self->boot = 0;
  self->monotonic = 0;
  self->boots++;
}
