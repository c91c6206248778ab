/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "night-advice.h"

#include "evening.h"

#define WEEK_DAYS 7
/* What is done before belongs to the day before. */
#define DAY_BEGINS (4 * COOLDOWN_HOUR)
#define DAY (24 * COOLDOWN_HOUR)
/* The first of January 1970 as a Julian day. */
#define EPOCH 719163
/* A row of hard days is not looked at any further back. */
#define MOST_DAYS 31
/* What is noted of a night that cost sleep. */
#define COSTS_SLEEP "when-sleep"

/* Whether something holds on each of some days: today, yesterday and so on. */
typedef struct
{
  guint n;
  gboolean *holds;
} Days;

static void
days_clear (Days *days)
{
  g_free (days->holds);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Days, days_clear)

static void
mark (Days *days, int days_ago)
{
  if (days_ago >= 0 && (guint) days_ago < days->n)
    days->holds[days_ago] = TRUE;
}

static gboolean
is_counted (CooldownEntry *entry, CooldownEntryKind kind)
{
  return cooldown_entry_get_kind (entry) == kind && cooldown_entry_get_deleted (entry) == 0;
}

/* Marks the evening on which a night began: two notes of one night are one night. */
static void
mark_night (Days *days, CooldownEntry *night, const GDate *today)
{
  GDate date;

  if (cooldown_date_parse (cooldown_entry_get_text (night, COOLDOWN_FIELD_NIGHT_DATE), &date))
    mark (days, g_date_days_between (&date, today));
}

/* Tonight, which may be noted already, and the nights of some weeks before. */
static guint
count_days (int weeks)
{
  return (guint) weeks * WEEK_DAYS + 1;
}

/**
 * cooldown_nights_are_restless:
 * @entries: (element-type CooldownEntry): what is noted, in any order; only nights are looked at
 * @today: the local date
 * @strength: from how much on legs count as restless, 0 to 10
 * @per_week: how many such nights there have to be in a week
 * @weeks: in how many weeks, one after the other, the last of which ends with last night; at least 1
 *
 * Nights that nobody noted do not count, neither way. Tonight counts with the last week if it is
 * noted already.
 *
 * Returns: whether there were so many restless nights in each of the weeks
 */
gboolean
cooldown_nights_are_restless (GPtrArray *entries,
                              const GDate *today,
                              int strength,
                              int per_week,
                              int weeks)
{
  g_auto (Days) days = { count_days (weeks), g_new0 (gboolean, count_days (weeks)) };
  g_autofree int *counts = g_new0 (int, weeks);

  for (guint i = 0; i < entries->len; i++)
    {
      CooldownEntry *entry = g_ptr_array_index (entries, i);

      if (is_counted (entry, COOLDOWN_ENTRY_NIGHT) &&
          cooldown_entry_get_number (entry, COOLDOWN_FIELD_NIGHT_RESTLESS) >= strength)
        mark_night (&days, entry, today);
    }
  for (guint i = 0; i < days.n; i++)
    counts[i > 0 ? (i - 1) / WEEK_DAYS : 0] += days.holds[i];
  for (int i = 0; i < weeks; i++)
    if (counts[i] < per_week)
      return FALSE;
  return TRUE;
}

/**
 * cooldown_nights_cost_sleep:
 * @entries: (element-type CooldownEntry): what is noted, in any order; only nights are looked at
 * @today: the local date
 * @n_nights: how many there have to be
 * @weeks: in how many weeks, of which the last ends with last night; at least 1
 *
 * Returns: whether it was noted of so many nights that it cost sleep
 */
gboolean
cooldown_nights_cost_sleep (GPtrArray *entries, const GDate *today, int n_nights, int weeks)
{
  g_auto (Days) days = { count_days (weeks), g_new0 (gboolean, count_days (weeks)) };
  int n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      CooldownEntry *entry = g_ptr_array_index (entries, i);

      if (is_counted (entry, COOLDOWN_ENTRY_NIGHT) &&
          cooldown_entry_has_id (entry, COOLDOWN_FIELD_NIGHT_FEATURES, COSTS_SLEEP))
        mark_night (&days, entry, today);
    }
  for (guint i = 0; i < days.n; i++)
    n += days.holds[i];
  return n >= n_nights;
}

/* The day as it was where the workout was noted, whatever the zone is now. */
static int
find_days_ago (CooldownEntry *workout, const GDate *today)
{
  gint64 local = cooldown_entry_get_time (workout, COOLDOWN_FIELD_WORKOUT_ENDED) - DAY_BEGINS +
                 cooldown_entry_get_time_offset (workout, COOLDOWN_FIELD_WORKOUT_ENDED) *
                     COOLDOWN_SECOND;
  gint64 day = local >= 0 ? local / DAY : -((DAY - 1 - local) / DAY);

  return (int) CLAMP ((gint64) g_date_get_julian (today) - EPOCH - day, -1, MOST_DAYS);
}

/**
 * cooldown_hard_days_count:
 * @entries: (element-type CooldownEntry): what is noted, in any order; only workouts are looked at
 * @today: the local date of the evening
 * @hard_min: from which effort on a workout is hard, 0 to 10
 *
 * Counts the days in a row with a hard workout that end today or yesterday: before today's workout
 * the row is not over. Workouts without an effort are not hard.
 *
 * Returns: how many there are, 0 to 31
 */
guint
cooldown_hard_days_count (GPtrArray *entries, const GDate *today, int hard_min)
{
  g_auto (Days) days = { MOST_DAYS + 1, g_new0 (gboolean, MOST_DAYS + 1) };
  guint first, n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      CooldownEntry *entry = g_ptr_array_index (entries, i);

      if (is_counted (entry, COOLDOWN_ENTRY_WORKOUT) &&
          cooldown_entry_has (entry, COOLDOWN_FIELD_WORKOUT_ENDED) &&
          cooldown_entry_get_number (entry, COOLDOWN_FIELD_WORKOUT_RPE) >= hard_min)
        mark (&days, find_days_ago (entry, today));
    }
  first = days.holds[0] ? 0 : 1;
  while (first + n < MOST_DAYS && days.holds[first + n])
    n++;
  return n;
}
