/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/insights.h"

G_BEGIN_DECLS

/**
 * CooldownNightMark:
 * @COOLDOWN_NIGHT_MARK_CAFFEINE: caffeine after its limit
 * @COOLDOWN_NIGHT_MARK_ALCOHOL: any alcohol
 * @COOLDOWN_NIGHT_MARK_NICOTINE: any nicotine
 * @COOLDOWN_NIGHT_MARK_WORKOUT: a workout that was hard or late
 * @COOLDOWN_NIGHT_MARK_ROUTINE: the wind-down was done
 *
 * What is marked below a night in a picture of many.
 */
typedef enum
{
  COOLDOWN_NIGHT_MARK_CAFFEINE,
  COOLDOWN_NIGHT_MARK_ALCOHOL,
  COOLDOWN_NIGHT_MARK_NICOTINE,
  COOLDOWN_NIGHT_MARK_WORKOUT,
  COOLDOWN_NIGHT_MARK_ROUTINE,
} CooldownNightMark;

/** COOLDOWN_N_NIGHT_MARKS: How many marks there are. */
#define COOLDOWN_N_NIGHT_MARKS 5

/**
 * CooldownNightSpan:
 * @nights: (array length=n): those of the span, in the order of their dates
 * @n: how many they are
 * @from: the first day of the span, as a julian day
 * @to: the day after the last one
 * @limit: (nullable): the time of day that is the limit for caffeine: "12:00"
 *
 * Some weeks of nights.
 */
typedef struct
{
  const CooldownNight *nights;
  guint n;
  guint32 from;
  guint32 to;
  const char *limit;
} CooldownNightSpan;

gboolean cooldown_night_has_mark (const CooldownNight *self, CooldownNightMark mark);
char *cooldown_night_mark_format (CooldownNightMark mark, const char *limit);

char *cooldown_night_format_day (guint32 day);
char *cooldown_night_format_restless (const CooldownNight *self);
char *cooldown_night_format_before (const CooldownNight *self, const char *limit);
char *cooldown_night_format (const CooldownNight *self, const char *limit);

gboolean cooldown_night_span_has_mark (const CooldownNightSpan *self, CooldownNightMark mark);
guint cooldown_night_span_count (const CooldownNightSpan *self);
const CooldownNight *cooldown_night_span_get (const CooldownNightSpan *self, guint32 day);
char *cooldown_night_span_format_title (const CooldownNightSpan *self);
char *cooldown_night_span_format_legend (const CooldownNightSpan *self);
char *cooldown_night_span_format (const CooldownNightSpan *self);

G_END_DECLS
