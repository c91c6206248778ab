/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clock.h"

#include <langinfo.h>

G_DEFINE_INTERFACE (CooldownClock, cooldown_clock, G_TYPE_OBJECT)

static void
cooldown_clock_default_init (CooldownClockInterface *iface)
{
}

/**
 * cooldown_instant_same_boot:
 * @a: a moment
 * @b: another
 *
 * Returns: whether the boot times of both can be compared
 */
gboolean
cooldown_instant_same_boot (const CooldownInstant *a, const CooldownInstant *b)
{
  return a->boot_id[0] != '\0' && g_strcmp0 (a->boot_id, b->boot_id) == 0;
}

/**
 * cooldown_instant_since:
 * @earlier: a moment
 * @later: a moment after it
 *
 * How long it was from one to the other. Boot time counts as long as the machine was not
 * restarted between them, so that nobody's setting of the clock changes a duration; after a
 * restart wall time is all there is.
 *
 * Returns: microseconds, never negative
 */
gint64
cooldown_instant_since (const CooldownInstant *earlier, const CooldownInstant *later)
{
  gint64 since;

  if (cooldown_instant_same_boot (earlier, later))
    since = later->boot - earlier->boot;
  else
    since = later->wall - earlier->wall;
  return MAX (since, 0);
}

/**
 * cooldown_clock_now:
 * @self: a clock
 *
 * Returns: this moment
 */
CooldownInstant
cooldown_clock_now (CooldownClock *self)
{
  CooldownInstant now = { 0 };

  g_return_val_if_fail (COOLDOWN_IS_CLOCK (self), now);
  COOLDOWN_CLOCK_GET_IFACE (self)->read (self, &now);
  return now;
}

/**
 * cooldown_clock_get_monotonic:
 * @self: a clock
 *
 * Returns: microseconds since some start, not counting suspend
 */
gint64
cooldown_clock_get_monotonic (CooldownClock *self)
{
  g_return_val_if_fail (COOLDOWN_IS_CLOCK (self), 0);
  return COOLDOWN_CLOCK_GET_IFACE (self)->get_monotonic (self);
}

/**
 * cooldown_clock_get_zone:
 * @self: a clock
 *
 * Returns: (transfer full): the user's time zone at present
 */
GTimeZone *
cooldown_clock_get_zone (CooldownClock *self)
{
  g_return_val_if_fail (COOLDOWN_IS_CLOCK (self), NULL);
  return COOLDOWN_CLOCK_GET_IFACE (self)->get_zone (self);
}

/**
 * cooldown_clock_to_local:
 * @self: a clock
 * @wall: microseconds since 1970 UTC
 *
 * Returns: (transfer full) (nullable): that moment in the user's zone, rounded to the second;
 *   %NULL when it lies outside the years 1 to 9999
 */
GDateTime *
cooldown_clock_to_local (CooldownClock *self, gint64 wall)
{
  g_autoptr (GTimeZone) zone = cooldown_clock_get_zone (self);
  /* Rounding, so that a time shown beside a countdown does not flicker between two minutes. */
  gint64 seconds = (wall + COOLDOWN_SECOND / 2) / COOLDOWN_SECOND;
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

/**
 * cooldown_clock_get_offset:
 * @self: a clock
 * @wall: microseconds since 1970 UTC
 *
 * Returns: seconds that local time is ahead of UTC at that moment
 */
gint32
cooldown_clock_get_offset (CooldownClock *self, gint64 wall)
{
  g_autoptr (GDateTime) local = cooldown_clock_to_local (self, wall);

  return local != NULL ? (gint32) (g_date_time_get_utc_offset (local) / COOLDOWN_SECOND) : 0;
}

/**
 * cooldown_local_format_time:
 * @local: (nullable): a moment, with the zone it is to be shown in
 *
 * Returns: (transfer full): its time of day the way the user's locale writes it, hours and minutes:
 *   "17:15" or "5:15 PM"
 */
char *
cooldown_local_format_time (GDateTime *local)
{
  g_autofree char *text = NULL;
  gboolean twelve_hours = strstr (nl_langinfo (T_FMT), "%I") != NULL ||
                          strstr (nl_langinfo (T_FMT), "%r") != NULL;

  if (local == NULL)
    return g_strdup ("–");
  text = g_date_time_format (local, twelve_hours ? "%-l:%M %p" : "%H:%M");
  return text != NULL ? g_strdup (g_strstrip (text)) : g_strdup ("–");
}

/**
 * cooldown_clock_format_time:
 * @self: a clock
 * @wall: microseconds since 1970 UTC
 *
 * Returns: (transfer full): the time of day in the user's zone, see
 *   [func@Cooldown.local_format_time]
 */
char *
cooldown_clock_format_time (CooldownClock *self, gint64 wall)
{
  g_autoptr (GDateTime) local = cooldown_clock_to_local (self, wall);

  return cooldown_local_format_time (local);
}
