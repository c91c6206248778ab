/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ice-room.h"

/**
 * cooldown_ice_room_find:
 * @content: what the program knows
 * @clock: the clock
 * @bedtimes: (nullable): when the user goes to bed, if they have said so
 * @minutes: how long a round lasts
 *
 * The evening goes on until noon, but ice in the morning is for the day: after bedtime only the time
 * that a whole session takes counts as night.
 *
 * Returns: how much ice fits before the user goes to bed
 */
CooldownIceRoom
cooldown_ice_room_find (CooldownContent *content,
                        CooldownClock *clock,
                        const CooldownBedtimes *bedtimes,
                        guint minutes)
{
  const CooldownIceProtocol *protocol = cooldown_content_get_ice_protocol (content);
  int winddown = cooldown_content_get_evening_numbers (content)->winddown_minutes;
  gint64 wall = cooldown_clock_now (clock).wall;
  gint64 night = protocol->rounds_max * protocol->interval;
  CooldownIceRoom room = { .fits = protocol->rounds_max };
  CooldownEvening evening;

  if (bedtimes == NULL || !cooldown_evening_at (clock, wall, bedtimes, winddown, &evening))
    return room;
  if (wall >= evening.bed + night &&
      !cooldown_evening_at (clock, evening.morning, bedtimes, winddown, &evening))
    return room;
  room.bed = evening.bed;
  if (wall >= evening.bed)
    room.opens = evening.bed + night;
  room.fits = cooldown_ice_rounds_before (protocol, minutes, evening.bed - wall);
  return room;
}
