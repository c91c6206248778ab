/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "leg-frame.h"

#include "core/entry.h"

G_BEGIN_DECLS

/*
 * What the journal's entries say when they are counted: how strong, where, how long, and with which
 * workouts. Days are the user's own: those of the offset that each entry was noted with. They are
 * numbers: days since 1970-01-01.
 */

/** COOLDOWN_DAY_NONE: No day. */
#define COOLDOWN_DAY_NONE G_MININT
/** COOLDOWN_STRENGTH_NOT_NOTED: Nobody noted how strong it was. */
#define COOLDOWN_STRENGTH_NOT_NOTED (-1)

int cooldown_day_parse (const char *date);
GDateTime *cooldown_day_to_date (int day);

/**
 * CooldownTallyMark:
 * @entry: (unowned): the episode or workout; the tally holds it
 * @day: its local day, since 1970-01-01
 * @minute: its local time, minutes after midnight, 0 to 1439: when an episode began, when a workout
 *   ended
 * @strength: how strong an episode was, 0 to 10, or %COOLDOWN_STRENGTH_NOT_NOTED
 *
 * Something at its place in time.
 */
typedef struct
{
  CooldownEntry *entry;
  int day;
  int minute;
  int strength;
} CooldownTallyMark;

/**
 * CooldownLasted:
 * @COOLDOWN_LASTED_5: at most 5 minutes
 * @COOLDOWN_LASTED_30: at most 30 minutes
 * @COOLDOWN_LASTED_60: at most an hour
 * @COOLDOWN_LASTED_LONGER: longer than an hour
 * @COOLDOWN_LASTED_UNKNOWN: not noted, or not over yet
 *
 * How long an episode lasted.
 */
typedef enum
{
  COOLDOWN_LASTED_5,
  COOLDOWN_LASTED_30,
  COOLDOWN_LASTED_60,
  COOLDOWN_LASTED_LONGER,
  COOLDOWN_LASTED_UNKNOWN,
} CooldownLasted;

/** COOLDOWN_N_LASTED: How many classes of that there are. */
#define COOLDOWN_N_LASTED 5

/**
 * CooldownShareGroup:
 * @COOLDOWN_SHARE_KIND: one for each kind of workout, see [func@Cooldown.workout_kinds]
 * @COOLDOWN_SHARE_EFFORT: by effort: "0-3", "4-6", "7-10", and "" for not noted
 * @COOLDOWN_SHARE_CONDITION: one for each condition: "hot", "dry", "hills", "new-shoes", "harder"
 *
 * What tells workouts apart.
 */
typedef enum
{
  COOLDOWN_SHARE_KIND,
  COOLDOWN_SHARE_EFFORT,
  COOLDOWN_SHARE_CONDITION,
} CooldownShareGroup;

/** COOLDOWN_N_SHARE_GROUPS: How many such groups there are. */
#define COOLDOWN_N_SHARE_GROUPS 3

/**
 * CooldownShare:
 * @id: which workouts, see #CooldownShareGroup
 * @n_episodes: how many episodes came with such a workout
 * @of_episodes: of how many; for an effort only those whose workout has one noted
 * @n_workouts: how many workouts were such
 * @of_workouts: of how many; for an effort only those that have one noted
 *
 * "8 of 13 episodes, 10 of 25 workouts".
 */
typedef struct
{
  const char *id;
  guint n_episodes;
  guint of_episodes;
  guint n_workouts;
  guint of_workouts;
} CooldownShare;

/**
 * CooldownSpread:
 * @n: how many numbers there are; without any the rest is 0
 * @least: the least of them
 * @most: the largest
 * @median: the one in the middle, or the mean of the two there
 */
typedef struct
{
  guint n;
  gint64 least;
  gint64 most;
  double median;
} CooldownSpread;

/**
 * CooldownCount:
 * @id: (owned by the array): an id or the word of a choice
 * @n: how many entries have it
 */
typedef struct
{
  char *id;
  guint n;
} CooldownCount;

/**
 * CooldownTally:
 * @from: the first day of the period
 * @to: the day after its last one; never before @from
 * @episodes: (element-type CooldownTallyMark): those that began in the period, oldest first
 * @workouts: (element-type CooldownTallyMark): those that ended in the period, oldest first
 * @strength: of the episodes that have one
 * @n_with_workout: how many episodes came with a workout
 * @halves: how many episodes name each half of a region
 * @n_placed: how many episodes name any
 * @lasted: how many episodes lasted so long, by #CooldownLasted
 * @shares: (element-type CooldownShare): by #CooldownShareGroup, each complete and in its order
 *
 * A period, counted.
 */
typedef struct
{
  int from;
  int to;
  GArray *episodes;
  GArray *workouts;
  CooldownSpread strength;
  guint n_with_workout;
  guint halves[COOLDOWN_LEG_N_HALVES];
  guint n_placed;
  guint lasted[COOLDOWN_N_LASTED];
  GArray *shares[COOLDOWN_N_SHARE_GROUPS];

  /*< private >*/
  GPtrArray *kept;
} CooldownTally;

CooldownTally *cooldown_tally_new (GPtrArray *episodes,
                                   GPtrArray *workouts,
                                   const char *from,
                                   const char *to);
CooldownTally *cooldown_tally_ref (CooldownTally *self);
void cooldown_tally_unref (CooldownTally *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownTally, cooldown_tally_unref)

int cooldown_tally_mark_compare (gconstpointer a, gconstpointer b);
void cooldown_tally_get_heat (const CooldownTally *self, double heat[COOLDOWN_LEG_N_HALVES]);

gboolean cooldown_share_is_any (const CooldownShare *share);
CooldownLasted cooldown_episode_get_lasted (CooldownEntry *episode);
const char *cooldown_lasted_get_choice (CooldownLasted lasted);
CooldownSpread cooldown_spread_get (const gint64 *numbers, guint n);
CooldownSpread cooldown_spread_of_field (GPtrArray *entries, CooldownField field);
GArray *cooldown_count_field (GPtrArray *entries, CooldownField field);

G_END_DECLS
