/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content.h"

G_BEGIN_DECLS

/** COOLDOWN_USUAL_BEDTIME: A bedtime until the user says theirs, minutes after midnight. */
#define COOLDOWN_USUAL_BEDTIME (22 * 60 + 45)

/** COOLDOWN_AS_USUAL: A weekday without a bedtime of its own. */
#define COOLDOWN_AS_USUAL (-1)

/** COOLDOWN_BEDTIME_GRACE: What comes so little after bedtime came before sleep, minutes: planned
 * bedtimes are seldom kept. */
#define COOLDOWN_BEDTIME_GRACE (4 * 60)

/**
 * CooldownBedtimes:
 * @usual: when the user goes to bed, minutes after midnight, 0 to 1439
 * @own: the same for one weekday, Monday first, or %COOLDOWN_AS_USUAL
 *
 * When the user goes to bed. A bedtime before noon belongs to the evening of the day before.
 */
typedef struct
{
  int usual;
  int own[G_DATE_SUNDAY];
} CooldownBedtimes;

/**
 * CooldownEvening:
 * @bedtime: the bedtime that holds, minutes after midnight
 * @bed: when the user goes to bed tonight; all times in microseconds since 1970 UTC
 * @wind_down: when the wind-down begins
 * @morning: when the night counts as over, noon after @bed
 * @date: local date of the evening it belongs to, "2026-11-22"
 *
 * Tonight's appointments. After midnight and until noon "tonight" is still the evening before.
 */
typedef struct
{
  int bedtime;
  gint64 bed;
  gint64 wind_down;
  gint64 morning;
  char date[16];
} CooldownEvening;

gboolean cooldown_bedtimes_read (GVariant *usual, GVariant *own, CooldownBedtimes *bedtimes);
int cooldown_bedtimes_on (const CooldownBedtimes *self, const GDate *day);
gboolean cooldown_evening_on (CooldownClock *clock,
                              const GDate *day,
                              const CooldownBedtimes *bedtimes,
                              int winddown_minutes,
                              CooldownEvening *evening);
gboolean cooldown_evening_at (CooldownClock *clock,
                              gint64 wall,
                              const CooldownBedtimes *bedtimes,
                              int winddown_minutes,
                              CooldownEvening *evening);
gint64 cooldown_evening_get_begin (CooldownClock *clock, const CooldownEvening *evening);
gint64 cooldown_evening_place (CooldownClock *clock, const CooldownEvening *evening, int minutes);
void cooldown_limit_set_own (CooldownLimit *limit, int own);
gint64 cooldown_evening_limit (CooldownClock *clock,
                               const CooldownEvening *evening,
                               const CooldownLimit *limit);
gboolean cooldown_local_day (CooldownClock *clock, gint64 wall, GDate *day);
gboolean cooldown_day_before (CooldownClock *clock, GDate *day);
gboolean cooldown_date_parse (const char *text, GDate *date);
gint64 cooldown_local_time_on (CooldownClock *clock, const char *date, int minutes);
gint64 cooldown_local_time_on_day (CooldownClock *clock, const GDate *day, int minutes);

G_END_DECLS
