/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** COOLDOWN_SECOND: One second in the unit of all times here, microseconds. */
#define COOLDOWN_SECOND G_GINT64_CONSTANT (1000000)
/** COOLDOWN_MINUTE: One minute in microseconds. */
#define COOLDOWN_MINUTE (60 * COOLDOWN_SECOND)
/** COOLDOWN_HOUR: One hour in microseconds. */
#define COOLDOWN_HOUR (60 * COOLDOWN_MINUTE)
/** COOLDOWN_NEVER: No time at all; larger than every time. */
#define COOLDOWN_NEVER G_MAXINT64
/** COOLDOWN_BOOT_ID_SIZE: Room for a boot id with its closing nul. */
#define COOLDOWN_BOOT_ID_SIZE 40

/**
 * CooldownInstant:
 * @wall: microseconds since 1970-01-01 UTC; jumps when somebody sets the clock
 * @boot: microseconds since the machine started, suspend included; means something within one
 *   boot only
 * @boot_id: which boot that was
 *
 * One moment as both clocks saw it. Durations are taken from @boot as long as it holds.
 */
typedef struct
{
  gint64 wall;
  gint64 boot;
  char boot_id[COOLDOWN_BOOT_ID_SIZE];
} CooldownInstant;

gint64 cooldown_instant_since (const CooldownInstant *earlier, const CooldownInstant *later);
gboolean cooldown_instant_same_boot (const CooldownInstant *a, const CooldownInstant *b);

#define COOLDOWN_TYPE_CLOCK (cooldown_clock_get_type ())
G_DECLARE_INTERFACE (CooldownClock, cooldown_clock, COOLDOWN, CLOCK, GObject)

/**
 * CooldownClockInterface:
 * @read: fills in the moment that it is now
 * @get_monotonic: microseconds that stand still in suspend; with boot time it tells a sleep
 * @get_zone: (transfer full): the zone the user lives in at present
 *
 * Where time comes from. The program has one that asks the system; the tests have one they move.
 */
struct _CooldownClockInterface
{
  GTypeInterface parent_iface;

  void (*read) (CooldownClock *self, CooldownInstant *now);
  gint64 (*get_monotonic) (CooldownClock *self);
  GTimeZone *(*get_zone) (CooldownClock *self);
};

CooldownInstant cooldown_clock_now (CooldownClock *self);
gint64 cooldown_clock_get_monotonic (CooldownClock *self);
GTimeZone *cooldown_clock_get_zone (CooldownClock *self);
GDateTime *cooldown_clock_to_local (CooldownClock *self, gint64 wall);
gint32 cooldown_clock_get_offset (CooldownClock *self, gint64 wall);
char *cooldown_clock_format_time (CooldownClock *self, gint64 wall);
char *cooldown_local_format_time (GDateTime *local);

#define COOLDOWN_TYPE_CLOCK_SYSTEM (cooldown_clock_system_get_type ())
G_DECLARE_FINAL_TYPE (CooldownClockSystem, cooldown_clock_system, COOLDOWN, CLOCK_SYSTEM, GObject)

CooldownClock *cooldown_clock_system_new (void);
void cooldown_clock_system_set_zone (CooldownClockSystem *self, const char *name);
char *cooldown_clock_system_read_zone (const char *link);

G_END_DECLS
