/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content.h"

G_BEGIN_DECLS

/**
 * CooldownFactor:
 * @COOLDOWN_FACTOR_CAFFEINE: caffeine after its limit
 * @COOLDOWN_FACTOR_ALCOHOL: any alcohol
 * @COOLDOWN_FACTOR_NICOTINE: any nicotine
 * @COOLDOWN_FACTOR_HARD_WORKOUT: a workout that was hard
 * @COOLDOWN_FACTOR_LATE_WORKOUT: a workout that ended shortly before bed
 * @COOLDOWN_FACTOR_NO_WORKOUT: no workout at all
 * @COOLDOWN_FACTOR_ROUTINE: the wind-down was done
 *
 * What can go before a night.
 */
typedef enum
{
  COOLDOWN_FACTOR_CAFFEINE,
  COOLDOWN_FACTOR_ALCOHOL,
  COOLDOWN_FACTOR_NICOTINE,
  COOLDOWN_FACTOR_HARD_WORKOUT,
  COOLDOWN_FACTOR_LATE_WORKOUT,
  COOLDOWN_FACTOR_NO_WORKOUT,
  COOLDOWN_FACTOR_ROUTINE,
} CooldownFactor;

/** COOLDOWN_N_FACTORS: How many factors there are. */
#define COOLDOWN_N_FACTORS 7

/** COOLDOWN_FACTOR_NONE: No factor. */
#define COOLDOWN_FACTOR_NONE (-1)

/**
 * CooldownWhether:
 * @COOLDOWN_WHETHER_UNKNOWN: nobody noted it
 * @COOLDOWN_WHETHER_NO: a night without it
 * @COOLDOWN_WHETHER_YES: a night with it
 *
 * Whether something went before a night.
 */
typedef enum
{
  COOLDOWN_WHETHER_UNKNOWN,
  COOLDOWN_WHETHER_NO,
  COOLDOWN_WHETHER_YES,
} CooldownWhether;

/** COOLDOWN_RESTLESS_NOT_NOTED: Nobody said how restless the legs were. */
#define COOLDOWN_RESTLESS_NOT_NOTED (-1)
/** COOLDOWN_RESTLESS_MOST: Legs are noted from 0, calm, to this. */
#define COOLDOWN_RESTLESS_MOST 10

/**
 * CooldownNight:
 * @day: the date of the evening on which it began, as a julian day, see [method@GLib.Date.get_julian]
 * @restless: how restless the legs were, 0 to %COOLDOWN_RESTLESS_MOST, or
 *   %COOLDOWN_RESTLESS_NOT_NOTED
 * @factors: for each factor whether it went before the night
 *
 * A night as it is compared with others.
 */
typedef struct
{
  guint32 day;
  int restless;
  CooldownWhether factors[COOLDOWN_N_FACTORS];
} CooldownNight;

/**
 * CooldownPattern:
 * @n_with: nights with the factor, of those on which both it and the restlessness are known
 * @n_without: nights without it, of the same
 * @tested: whether there are enough of both; if not, nothing below is said but @companion
 * @median_with: the middle restlessness of the nights with it
 * @median_without: the same without it
 * @difference: the mean of the nights with it less that of the nights without it
 * @low: the lower end of the interval for @difference, -10 to 10
 * @high: the upper end of it
 * @p: how often chance alone gives a difference as large as that, more than 0 to 1
 * @adjusted: @p with all factors in mind that were tested
 * @claimed: whether that is a pattern
 * @more_nights: about how many nights more would tell, in fives; 0 when @claimed, or when there is
 *   no telling
 * @companion: the factor that goes with this one, or %COOLDOWN_FACTOR_NONE
 * @together: how closely they go together, from -1, one of them only when the other is missing, to
 *   1, always both
 *
 * What one's own nights say of a factor.
 */
typedef struct
{
  guint n_with;
  guint n_without;
  gboolean tested;
  double median_with;
  double median_without;
  double difference;
  double low;
  double high;
  double p;
  double adjusted;
  gboolean claimed;
  guint more_nights;
  int companion;
  double together;
} CooldownPattern;

/**
 * CooldownInsights:
 * @n_noted: of how many nights it is noted how restless the legs were
 * @n_tested: how many factors could be tested
 * @patterns: what the nights say of each factor
 *
 * What one's own nights say.
 */
typedef struct
{
  guint n_noted;
  guint n_tested;
  CooldownPattern patterns[COOLDOWN_N_FACTORS];
} CooldownInsights;

void cooldown_insights_find (const CooldownNight *nights,
                             guint n_nights,
                             const CooldownEveningNumbers *numbers,
                             CooldownInsights *insights);

G_END_DECLS
