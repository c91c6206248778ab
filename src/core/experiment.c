/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "experiment.h"

#include <string.h>

/* What is had, or left out, on fewer nights than one in so many is not worth weeks of trying. */
#define ONE_NIGHT_IN 4

static const char *const factor_ids[COOLDOWN_N_FACTORS] = {
  [COOLDOWN_FACTOR_CAFFEINE] = "caffeine",         [COOLDOWN_FACTOR_ALCOHOL] = "alcohol",
  [COOLDOWN_FACTOR_NICOTINE] = "nicotine",         [COOLDOWN_FACTOR_HARD_WORKOUT] = "hard-workout",
  [COOLDOWN_FACTOR_LATE_WORKOUT] = "late-workout", [COOLDOWN_FACTOR_NO_WORKOUT] = "no-workout",
  [COOLDOWN_FACTOR_ROUTINE] = "routine",
};

/**
 * cooldown_factor_get_id:
 * @factor: a factor
 *
 * Returns: what it is called where it is stored, and in the content
 */
const char *
cooldown_factor_get_id (CooldownFactor factor)
{
  return factor_ids[factor];
}

/**
 * cooldown_factor_can_be_tried:
 * @factor: a factor
 *
 * Nobody is asked to drink, to smoke, or to move less for a trial.
 *
 * Returns: whether one can leave it out, or do it, for some weeks
 */
gboolean
cooldown_factor_can_be_tried (CooldownFactor factor)
{
  return factor != COOLDOWN_FACTOR_NO_WORKOUT;
}

/* Of the wind-down the change is to do it, of all else to leave it out. */
static gboolean
is_done_in_change (CooldownFactor factor)
{
  return factor == COOLDOWN_FACTOR_ROUTINE;
}

/**
 * cooldown_experiment_is_worth:
 * @pattern: what the nights so far say of @factor
 * @factor: a factor
 * @min_nights: how many nights it takes to say anything
 *
 * Where the change would change next to nothing a trial can show nothing.
 *
 * Returns: whether a trial of it is worth proposing
 */
gboolean
cooldown_experiment_is_worth (const CooldownPattern *pattern,
                              CooldownFactor factor,
                              guint min_nights)
{
  guint n = pattern->n_with + pattern->n_without;
  guint n_changed = is_done_in_change (factor) ? pattern->n_without : pattern->n_with;

  return cooldown_factor_can_be_tried (factor) && n_changed >= MAX (min_nights, 1) &&
         n_changed * ONE_NIGHT_IN >= n;
}

/* The dates. */

/**
 * cooldown_experiment_find_day:
 * @clock: the clock that knows the zone
 * @wall: a moment, microseconds since 1970 UTC
 * @bedtimes: when the user goes to bed
 *
 * Returns: the date of the night to come, as a julian day: the one whose bedtime is next, or was a
 *   short while ago; 0 when @wall lies outside the calendar
 */
guint32
cooldown_experiment_find_day (CooldownClock *clock,
                              gint64 wall,
                              const CooldownBedtimes *bedtimes)
{
  CooldownEvening evening;
  GDate date;

  g_return_val_if_fail (COOLDOWN_IS_CLOCK (clock), 0);
  if (!cooldown_evening_at (clock, wall, bedtimes, 0, &evening))
    return 0;
  /* The next evening is not always that of the next date: a zone can leave one out. */
  if (wall >= evening.bed + COOLDOWN_BEDTIME_GRACE * COOLDOWN_MINUTE &&
      !cooldown_evening_at (clock, evening.morning, bedtimes, 0, &evening))
    return 0;
  return cooldown_date_parse (evening.date, &date) ? g_date_get_julian (&date) : 0;
}

/**
 * cooldown_experiment_plan:
 * @factor: what is to be tried
 * @clock: the clock that knows the zone
 * @wall: this moment, microseconds since 1970 UTC
 * @bedtimes: when the user goes to bed
 * @numbers: how long a turn is, and how many there are
 * @experiment: (out): the trial
 *
 * It begins on the evening after the one to come: today's coffee may have been drunk already.
 *
 * Returns: whether there is such a trial; %FALSE for what cannot be tried, and outside the calendar
 */
gboolean
cooldown_experiment_plan (CooldownFactor factor,
                          CooldownClock *clock,
                          gint64 wall,
                          const CooldownBedtimes *bedtimes,
                          const CooldownEveningNumbers *numbers,
                          CooldownExperiment *experiment)
{
  guint32 day = cooldown_experiment_find_day (clock, wall, bedtimes);

  *experiment = (CooldownExperiment){ .factor = factor,
                                      .start = day + 1,
                                      .turn_nights = (guint) numbers->turn_nights,
                                      .n_turns = (guint) numbers->turns,
                                      .begun = wall };
  return day != 0 && cooldown_factor_can_be_tried (factor);
}

/**
 * cooldown_experiment_get_turn_start:
 * @self: a trial
 * @turn: one of its turns, from 0; the number of turns for the day after the last one
 *
 * Returns: the date of its first evening, as a julian day, whether or not the trial was ended before
 */
guint32
cooldown_experiment_get_turn_start (const CooldownExperiment *self, guint turn)
{
  return self->start + turn * self->turn_nights;
}

/**
 * cooldown_experiment_get_end:
 * @self: a trial
 *
 * Returns: the date of the first evening that is no longer part of it, as a julian day
 */
guint32
cooldown_experiment_get_end (const CooldownExperiment *self)
{
  guint32 end = cooldown_experiment_get_turn_start (self, self->n_turns);

  return self->ended != 0 ? CLAMP (self->ended, self->start, end) : end;
}

/**
 * cooldown_experiment_is_over:
 * @self: a trial
 * @day: the date of the night to come, as a julian day
 *
 * Returns: whether its last night is over, or the user ended it
 */
gboolean
cooldown_experiment_is_over (const CooldownExperiment *self, guint32 day)
{
  return self->ended != 0 || day >= cooldown_experiment_get_end (self);
}

/**
 * cooldown_experiment_get_turn:
 * @self: a trial
 * @day: the date of an evening, as a julian day
 *
 * Returns: the turn that it belongs to, from 0; %COOLDOWN_EXPERIMENT_NO_TURN before and after
 */
int
cooldown_experiment_get_turn (const CooldownExperiment *self, guint32 day)
{
  if (day < self->start || day >= cooldown_experiment_get_end (self))
    return COOLDOWN_EXPERIMENT_NO_TURN;
  return (int) ((day - self->start) / self->turn_nights);
}

/**
 * cooldown_experiment_turn_has_change:
 * @turn: a turn
 *
 * Returns: whether it is one with the change, and not one as usual
 */
gboolean
cooldown_experiment_turn_has_change (guint turn)
{
  return turn % 2 == 0;
}

/**
 * cooldown_experiment_turn_has_factor:
 * @self: a trial
 * @turn: one of its turns
 *
 * Returns: whether its nights are compared as those with the factor
 */
gboolean
cooldown_experiment_turn_has_factor (const CooldownExperiment *self, guint turn)
{
  return cooldown_experiment_turn_has_change (turn) == is_done_in_change (self->factor);
}

/* A zone can leave a whole day out; what was to come on it comes on the next. */
static gint64
get_time_on (CooldownClock *clock, guint32 day, int minutes)
{
  gint64 at = COOLDOWN_NEVER;
  GDate date;

  g_date_clear (&date, 1);
  for (guint32 i = 0; i < 2 && at == COOLDOWN_NEVER; i++)
    {
      g_date_set_julian (&date, day + i);
      at = cooldown_local_time_on_day (clock, &date, minutes);
    }
  return at;
}

/**
 * cooldown_experiment_find_turns:
 * @self: a trial
 * @clock: the clock that knows the zone
 * @wall: a moment, microseconds since 1970 UTC
 * @minutes: the time of day at which turns begin, minutes after midnight
 * @last_turn: (out): the turn that began last, from 0, or the number of turns when the trial is over
 *
 * Returns: when a turn, or what comes after the last, began and will begin; never for a trial that
 *   the user ended
 */
CooldownAppointment
cooldown_experiment_find_turns (const CooldownExperiment *self,
                                CooldownClock *clock,
                                gint64 wall,
                                int minutes,
                                guint *last_turn)
{
  CooldownAppointment found = { COOLDOWN_NEVER, COOLDOWN_NEVER };

  g_return_val_if_fail (COOLDOWN_IS_CLOCK (clock), found);
  *last_turn = 0;
  for (guint turn = 0; turn <= self->n_turns && self->ended == 0; turn++)
    {
      gint64 at = get_time_on (clock, cooldown_experiment_get_turn_start (self, turn), minutes);

      if (at > wall)
        {
          found.next = at;
          break;
        }
      found.last = at;
      *last_turn = turn;
    }
  return found;
}

/* The result. */

static gboolean
is_noted (const CooldownNight *night)
{
  return night->restless >= 0 && night->restless <= COOLDOWN_RESTLESS_MOST;
}

static void
count_night (const CooldownExperiment *self,
             const CooldownNight *night,
             guint turn,
             CooldownExperimentResult *result)
{
  gboolean change = cooldown_experiment_turn_has_change (turn);
  CooldownWhether whether = night->factors[self->factor];
  CooldownWhether changed = is_done_in_change (self->factor) ? COOLDOWN_WHETHER_YES
                                                              : COOLDOWN_WHETHER_NO;

  result->n_noted++;
  if (whether == COOLDOWN_WHETHER_UNKNOWN)
    result->n_unknown += change;
  else if (change)
    result->n_against += whether != changed;
  else
    result->n_same += whether == changed;
}

/* The nights of the trial, each with the factor if its turn has it, whatever was done. */
static GArray *
collect (const CooldownExperiment *self,
         const CooldownNight *nights,
         guint n_nights,
         CooldownExperimentResult *result)
{
  GArray *collected = g_array_new (FALSE, FALSE, sizeof (CooldownNight));

  for (guint i = 0; i < n_nights; i++)
    {
      int turn = cooldown_experiment_get_turn (self, nights[i].day);
      CooldownNight night = nights[i];

      if (turn == COOLDOWN_EXPERIMENT_NO_TURN || !is_noted (&night))
        continue;
      count_night (self, &night, (guint) turn, result);
      night.factors[self->factor] = cooldown_experiment_turn_has_factor (self, (guint) turn)
                                        ? COOLDOWN_WHETHER_YES
                                        : COOLDOWN_WHETHER_NO;
      g_array_append_val (collected, night);
    }
  return collected;
}

/* What goes with the turns; the test itself has nothing to do with that, and is cut short. */
static void
find_companion (CooldownFactor factor,
                GArray *nights,
                const CooldownEveningNumbers *numbers,
                CooldownPattern *pattern)
{
  CooldownEveningNumbers quick = *numbers;
  CooldownInsights insights;

  quick.draws = 1;
  cooldown_insights_find ((const CooldownNight *) (gpointer) nights->data, nights->len, &quick,
                          &insights);
  pattern->companion = insights.patterns[factor].companion;
  pattern->together = insights.patterns[factor].together;
}

/* The trial's own factor alone: that there are others makes nothing less sure. */
static void
find_pattern (CooldownFactor factor,
              GArray *nights,
              const CooldownEveningNumbers *numbers,
              CooldownPattern *pattern)
{
  CooldownInsights insights;

  for (guint i = 0; i < nights->len; i++)
    for (CooldownFactor other = 0; other < COOLDOWN_N_FACTORS; other++)
      if (other != factor)
        g_array_index (nights, CooldownNight, i).factors[other] = COOLDOWN_WHETHER_UNKNOWN;
  cooldown_insights_find ((const CooldownNight *) (gpointer) nights->data, nights->len, numbers,
                          &insights);
  *pattern = insights.patterns[factor];
}

/**
 * cooldown_experiment_find_result:
 * @self: a trial
 * @nights: (array length=n_nights): nights in the order of their dates, each date once; those that
 *   are no part of the trial are passed over
 * @n_nights: how many they are
 * @numbers: the rules of [func@Cooldown.insights_find]
 * @result: (out): what the trial has shown
 *
 * Compares the turns, by the same test as ever and with the trial's own factor alone.
 *
 * A night counts for its turn, whatever was done on it: the calendar chose the turn, but a bad day
 * can choose the coffee. Nights against the plan only blur the difference; taken out, or counted as
 * what they were, they can make one where there is none. How many they are is counted, to be said.
 */
void
cooldown_experiment_find_result (const CooldownExperiment *self,
                                 const CooldownNight *nights,
                                 guint n_nights,
                                 const CooldownEveningNumbers *numbers,
                                 CooldownExperimentResult *result)
{
  g_autoptr (GArray) collected = NULL;
  CooldownPattern beside = { 0 };

  *result = (CooldownExperimentResult){ .n_nights = cooldown_experiment_get_end (self) -
                                                    self->start };
  collected = collect (self, nights, n_nights, result);
  find_companion (self->factor, collected, numbers, &beside);
  find_pattern (self->factor, collected, numbers, &result->pattern);
  result->pattern.companion = beside.companion;
  result->pattern.together = beside.together;
}
