/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evening.h"

G_BEGIN_DECLS

/**
 * CooldownIceRoom:
 * @bed: when the user goes to bed; 0 when they never said so
 * @opens: when ice is offered again, 0 when it is now
 * @fits: how many rounds fit before bedtime
 *
 * What bedtime leaves for ice. All times in microseconds since 1970 UTC.
 */
typedef struct
{
  gint64 bed;
  gint64 opens;
  guint fits;
} CooldownIceRoom;

CooldownIceRoom cooldown_ice_room_find (CooldownContent *content,
                                        CooldownClock *clock,
                                        const CooldownBedtimes *bedtimes,
                                        guint minutes);

G_END_DECLS
