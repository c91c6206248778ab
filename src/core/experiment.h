/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appointment.h"
#include "evening.h"
#include "insights.h"

G_BEGIN_DECLS

/*
 * A trial on oneself of one thing that can go before a night: turns with a change (without caffeine,
 * with the wind-down) and turns as usual, one after the other, and a comparison at the end. Which
 * turn a night belongs to is a matter of its date alone, so that neither a late bedtime nor summer
 * time nor travel moves it.
 */

/** COOLDOWN_EXPERIMENTS: The GVariant type of the trials that there were, the last one last. */
#define COOLDOWN_EXPERIMENTS "aa{sv}"
/** COOLDOWN_EXPERIMENTS_KEPT: So many trials are kept; the oldest makes room for a new one. */
#define COOLDOWN_EXPERIMENTS_KEPT 12
/** COOLDOWN_EXPERIMENT_NO_TURN: No turn of a trial. */
#define COOLDOWN_EXPERIMENT_NO_TURN (-1)

/**
 * CooldownExperiment:
 * @factor: what is tried
 * @start: the date of its first evening, as a julian day
 * @turn_nights: how many nights a turn has
 * @n_turns: how many turns it has; the first is with the change, and so is every other one
 * @ended: the date on which the user ended it, as a julian day: no evening counts from there on;
 *   0 for a trial that was not ended
 * @begun: when the user decided on it, microseconds since 1970 UTC: what was told before is about
 *   another trial; 0 where that is not known
 *
 * The plan of a trial.
 */
typedef struct
{
  CooldownFactor factor;
  guint32 start;
  guint turn_nights;
  guint n_turns;
  guint32 ended;
  gint64 begun;
} CooldownExperiment;

/**
 * CooldownExperimentResult:
 * @n_nights: how many nights it had
 * @n_noted: of how many of them it is noted how restless the legs were
 * @n_against: how many of those were to have the change and did not
 * @n_unknown: of how many of those that were to have it nobody noted whether they did
 * @n_same: how many of those that were to be as usual had the change all the same
 * @pattern: the noted nights of the turns with the factor against those of the turns without; with
 *   the wind-down those are the turns with the change, else the turns as usual
 *
 * What a trial has shown.
 */
typedef struct
{
  guint n_nights;
  guint n_noted;
  guint n_against;
  guint n_unknown;
  guint n_same;
  CooldownPattern pattern;
} CooldownExperimentResult;

const char *cooldown_factor_get_id (CooldownFactor factor);
gboolean cooldown_factor_can_be_tried (CooldownFactor factor);
gboolean cooldown_experiment_is_worth (const CooldownPattern *pattern,
                                       CooldownFactor factor,
                                       guint min_nights);

gboolean cooldown_experiment_plan (CooldownFactor factor,
                                   CooldownClock *clock,
                                   gint64 wall,
                                   const CooldownBedtimes *bedtimes,
                                   const CooldownEveningNumbers *numbers,
                                   CooldownExperiment *experiment);
gboolean cooldown_experiments_check (GVariant *experiments);
guint cooldown_experiments_get_all (GVariant *experiments,
                                    CooldownExperiment all[COOLDOWN_EXPERIMENTS_KEPT]);
gboolean cooldown_experiments_get_last (GVariant *experiments, CooldownExperiment *experiment);
GVariant *cooldown_experiments_add (GVariant *experiments, const CooldownExperiment *experiment);
GVariant *cooldown_experiments_end (GVariant *experiments, guint32 day);

guint32 cooldown_experiment_find_day (CooldownClock *clock,
                                      gint64 wall,
                                      const CooldownBedtimes *bedtimes);
guint32 cooldown_experiment_get_end (const CooldownExperiment *self);
gboolean cooldown_experiment_is_over (const CooldownExperiment *self, guint32 day);
int cooldown_experiment_get_turn (const CooldownExperiment *self, guint32 day);
guint32 cooldown_experiment_get_turn_start (const CooldownExperiment *self, guint turn);
gboolean cooldown_experiment_turn_has_change (guint turn);
gboolean cooldown_experiment_turn_has_factor (const CooldownExperiment *self, guint turn);

CooldownAppointment cooldown_experiment_find_turns (const CooldownExperiment *self,
                                                    CooldownClock *clock,
                                                    gint64 wall,
                                                    int minutes,
                                                    guint *last_turn);

void cooldown_experiment_find_result (const CooldownExperiment *self,
                                      const CooldownNight *nights,
                                      guint n_nights,
                                      const CooldownEveningNumbers *numbers,
                                      CooldownExperimentResult *result);

G_END_DECLS
