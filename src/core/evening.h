/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content.h"

G_BEGIN_DECLS

/** COOLDOWN_USUAL_BEDTIME: A bedtime until the user says theirs, minutes after midnight. */
#define COOLDOWN_USUAL_BEDTIME (22 * 60 + 45)

/**
 * CooldownEvening:
 * @bed: when the user goes to bed tonight; all times in microseconds since 1970 UTC
 * @wind_down: when the wind-down begins
 * @morning: when the night counts as over, noon after @bed
 * @date: local date of the evening it belongs to, "2026-11-22"
 *
 * Tonight's appointments. After midnight and until noon "tonight" is still the evening before.
 */
typedef struct
{
  gint64 bed;
  gint64 wind_down;
  gint64 morning;
  char date[16];
} CooldownEvening;

gboolean cooldown_evening_at (CooldownClock *clock,
                              gint64 wall,
                              int bedtime,
                              int winddown_minutes,
                              CooldownEvening *evening);
gint64 cooldown_evening_limit (CooldownClock *clock,
                               const CooldownEvening *evening,
                               const CooldownLimit *limit,
                               int bedtime);
gboolean cooldown_date_parse (const char *text, GDate *date);
gint64 cooldown_local_time_on (CooldownClock *clock, const char *date, int minutes);

G_END_DECLS
