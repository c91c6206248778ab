/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ice-words.h"

#include <glib/gi18n.h>

/**
 * cooldown_ice_place_to_string:
 * @content: the content
 * @site: the id of a region
 * @side: "left", "right" or "both"
 *
 * Returns: (transfer full): the place for ice in words, "Ball of the foot, right"; "" if there is
 *   no such region
 */
char *
cooldown_ice_place_to_string (CooldownContent *content, const char *site, const char *side)
{
  const CooldownRegion *region = cooldown_content_get_region (content, site);

  if (region == NULL)
    return g_strdup ("");
  if (g_strcmp0 (side, "left") == 0)
    /* Translators: a place on the body: "Ball of the foot, left". */
    return g_strdup_printf (_ ("%s, left"), region->ice_name);
  if (g_strcmp0 (side, "right") == 0)
    /* Translators: a place on the body: "Ball of the foot, right". */
    return g_strdup_printf (_ ("%s, right"), region->ice_name);
  if (g_strcmp0 (side, "both") == 0)
    /* Translators: a place on the body: "Ball of the foot, left and right". */
    return g_strdup_printf (_ ("%s, left and right"), region->ice_name);
  return g_strdup (region->ice_name);
}

/**
 * cooldown_ice_room_to_string:
 * @room: what bedtime leaves for ice, which is less than is wanted
 * @clock: the clock that knows the zone
 *
 * Returns: (transfer full): how little that is, and why
 */
char *
cooldown_ice_room_to_string (const CooldownIceRoom *room, CooldownClock *clock)
{
  g_autofree char *bed = cooldown_clock_format_time (clock, room->bed);
  g_autofree char *opens = cooldown_clock_format_time (clock, room->opens);

  if (room->opens > 0)
    /* Translators: %s are clock times. */
    return g_strdup_printf (_ ("It is past bedtime, %s. Never ice in bed. You can ice again from "
                               "%s on."),
                            bed, opens);
  if (room->fits == 0)
    /* Translators: %s is a clock time. */
    return g_strdup_printf (_ ("No round fits before bedtime at %s any more. Never ice in bed."),
                            bed);
  return g_strdup_printf (ngettext ("Only %1$u round fits before bedtime at %2$s.",
                                    "Only %1$u rounds fit before bedtime at %2$s.", room->fits),
                          room->fits, bed);
}
