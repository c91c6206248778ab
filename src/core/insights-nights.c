/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insights-nights.h"
#include "routine.h"

#include <string.h>

/*
 * All here is told by the clock on the wall, as it was where somebody noted it, in minutes after
 * midnight of the date of the evening: neither summer time nor travel moves a cup to another night.
 */
#define MINUTES_PER_DAY (24 * 60)
#define NOON (12 * 60)
#define GRACE_NOTED 60
/* Another bedtime by this much is no late evening, but another kind of night, with its own limits. */
#define SHIFTED (3 * 60)
/* By then a routine is over, however long its steps are. */
#define ROUTINE_OVER \
  ((COOLDOWN_ROUTINE_MAX_STEPS * COOLDOWN_ROUTINE_MAX_MINUTES + 1) * COOLDOWN_MINUTE)

typedef struct
{
  CooldownNight night;
  CooldownEntry *entry; /* (unowned) */
} Row;

typedef struct
{
  const CooldownNightRules *rules;
  GArray *rows;       /* (element-type Row) */
  GHashTable *by_day; /* day → its place in @rows, from 1 on */
} Ledger;

static int
wrap (int minutes)
{
  return (minutes % MINUTES_PER_DAY + MINUTES_PER_DAY) % MINUTES_PER_DAY;
}

/* Evenings go from noon to noon. */
static int
place_bed (int bedtime)
{
  return bedtime < NOON ? bedtime + MINUTES_PER_DAY : bedtime;
}

/* Where a time of day falls in the day that begins at @from. */
static int
place_after (int from, int time)
{
  return from + wrap (time - from);
}

static Row *
find_row (const Ledger *self, guint32 day)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_day, GUINT_TO_POINTER (day)));

  return place > 0 ? &g_array_index (self->rows, Row, place - 1) : NULL;
}

static int
get_planned (const Ledger *self, guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return cooldown_bedtimes_on (&self->rules->bedtimes, &date);
}

/* Minutes after midnight; COOLDOWN_NOT_NOTED where nobody said. */
static gint64
get_noted (const Ledger *self, guint32 day)
{
  Row *row = find_row (self, day);

  return row != NULL ? cooldown_entry_get_number (row->entry, COOLDOWN_FIELD_NIGHT_BED)
                     : COOLDOWN_NOT_NOTED;
}

/* The bedtime that was noted, or else the planned one. */
static int
get_bedtime (const Ledger *self, guint32 day)
{
  gint64 noted = get_noted (self, day);

  return noted != COOLDOWN_NOT_NOTED ? (int) noted : get_planned (self, day);
}

/* From then on everything belongs to the next night. */
static int
get_end (const Ledger *self, guint32 day)
{
  int grace = get_noted (self, day) != COOLDOWN_NOT_NOTED ? GRACE_NOTED : COOLDOWN_BEDTIME_GRACE;

  return place_bed (get_bedtime (self, day)) + grace;
}

/* The night to come is the one whose bedtime is next, be that in the evening or in the morning. */
static guint32
find_day (const Ledger *self, gint64 wall, gint32 offset, int *minutes)
{
  gint64 seconds = wall / COOLDOWN_SECOND + offset;
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_utc (seconds);
  GDate date;
  guint32 day;

  if (local == NULL)
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (local),
                  (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  day = g_date_get_julian (&date);
  if (day <= 1)
    return 0;
  *minutes = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local) + MINUTES_PER_DAY;
  for (day--; *minutes >= get_end (self, day); day++)
    *minutes -= MINUTES_PER_DAY;
  return day;
}

static CooldownWhether
whether_any (CooldownEntry *entry, CooldownField amount)
{
  const char *said = cooldown_entry_get_text (entry, amount);

  if (said == NULL)
    return COOLDOWN_WHETHER_UNKNOWN;
  return strcmp (said, "none") == 0 ? COOLDOWN_WHETHER_NO : COOLDOWN_WHETHER_YES;
}

/* What the page asked for that evening, unless the night was another kind of night. */
static int
get_caffeine_limit (const Ledger *self, guint32 day)
{
  const CooldownLimit *limit = self->rules->caffeine;
  int planned = get_planned (self, day);
  int noted = get_bedtime (self, day);
  int away = wrap (noted - planned);
  int bedtime = MIN (away, MINUTES_PER_DAY - away) > SHIFTED ? noted : planned;
  int bed = place_bed (bedtime);

  if (limit->at >= 0 &&
      wrap (bedtime - limit->bedtime_from) <= wrap (limit->bedtime_to - limit->bedtime_from))
    return place_after (bed - MINUTES_PER_DAY, limit->at);
  return bed - limit->before;
}

static CooldownWhether
whether_late_caffeine (const Ledger *self, const Row *row)
{
  CooldownWhether any = whether_any (row->entry, COOLDOWN_FIELD_NIGHT_CAFFEINE);
  int minutes, cup;

  if (any != COOLDOWN_WHETHER_YES)
    return any;
  if (!cooldown_entry_has (row->entry, COOLDOWN_FIELD_NIGHT_CAFFEINE_AT))
    return COOLDOWN_WHETHER_UNKNOWN;
  minutes = (int) cooldown_entry_get_number (row->entry, COOLDOWN_FIELD_NIGHT_CAFFEINE_AT);
  cup = place_after (get_end (self, row->night.day) - MINUTES_PER_DAY, minutes);
  return cup > get_caffeine_limit (self, row->night.day) ? COOLDOWN_WHETHER_YES
                                                         : COOLDOWN_WHETHER_NO;
}

/* Of two answers for one night the one that was changed more often, or else later, comes first. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *one = a;
  const Row *other = b;
  gint64 edits = cooldown_entry_get_edits (other->entry) - cooldown_entry_get_edits (one->entry);
  gint64 edited = cooldown_entry_get_edited (other->entry) - cooldown_entry_get_edited (one->entry);

  if (one->night.day != other->night.day)
    return one->night.day < other->night.day ? -1 : 1;
  if (edits != 0)
    return edits < 0 ? -1 : 1;
  return (edited > 0) - (edited < 0);
}

static gboolean
is_counted (CooldownEntry *entry, CooldownEntryKind kind)
{
  return cooldown_entry_get_kind (entry) == kind && cooldown_entry_get_deleted (entry) == 0;
}

static void
add_nights (Ledger *self, GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      CooldownEntry *entry = g_ptr_array_index (entries, i);
      Row row = { .entry = entry };
      GDate date;

      if (!is_counted (entry, COOLDOWN_ENTRY_NIGHT) ||
          !cooldown_date_parse (cooldown_entry_get_text (entry, COOLDOWN_FIELD_NIGHT_DATE), &date))
        continue;
      row.night.day = g_date_get_julian (&date);
      g_array_append_val (self->rows, row);
    }
  g_array_sort (self->rows, compare_rows);
  for (guint i = 0; i < self->rows->len;)
    {
      gpointer day = GUINT_TO_POINTER (g_array_index (self->rows, Row, i).night.day);

      if (g_hash_table_contains (self->by_day, day))
        {
          g_array_remove_index (self->rows, i);
          continue;
        }
      i++;
      g_hash_table_insert (self->by_day, day, GUINT_TO_POINTER (i));
    }
}

static void
read_night (const Ledger *self, Row *row)
{
  CooldownEntry *entry = row->entry;
  CooldownWhether *factors = row->night.factors;

  row->night.restless = cooldown_entry_has (entry, COOLDOWN_FIELD_NIGHT_RESTLESS)
                            ? (int) cooldown_entry_get_number (entry, COOLDOWN_FIELD_NIGHT_RESTLESS)
                            : COOLDOWN_RESTLESS_NOT_NOTED;
  factors[COOLDOWN_FACTOR_CAFFEINE] = whether_late_caffeine (self, row);
  factors[COOLDOWN_FACTOR_ALCOHOL] = whether_any (entry, COOLDOWN_FIELD_NIGHT_ALCOHOL);
  factors[COOLDOWN_FACTOR_NICOTINE] = whether_any (entry, COOLDOWN_FIELD_NIGHT_NICOTINE);
  factors[COOLDOWN_FACTOR_ROUTINE] = COOLDOWN_WHETHER_NO;
}

/* Before the first workout that stands here nobody knows whether there were others. */
static void
expect_no_workouts (Ledger *self, guint32 first_day)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      CooldownNight *night = &g_array_index (self->rows, Row, i).night;

      if (night->day < first_day)
        continue;
      night->factors[COOLDOWN_FACTOR_HARD_WORKOUT] = COOLDOWN_WHETHER_NO;
      night->factors[COOLDOWN_FACTOR_LATE_WORKOUT] = COOLDOWN_WHETHER_NO;
      night->factors[COOLDOWN_FACTOR_NO_WORKOUT] = COOLDOWN_WHETHER_YES;
    }
}

static guint32
find_workout_day (const Ledger *self, CooldownEntry *workout, int *minutes)
{
  if (!is_counted (workout, COOLDOWN_ENTRY_WORKOUT) ||
      !cooldown_entry_has (workout, COOLDOWN_FIELD_WORKOUT_ENDED))
    return 0;
  return find_day (self, cooldown_entry_get_time (workout, COOLDOWN_FIELD_WORKOUT_ENDED),
                   cooldown_entry_get_time_offset (workout, COOLDOWN_FIELD_WORKOUT_ENDED), minutes);
}

static void
add_workout (const Ledger *self, CooldownEntry *workout)
{
  const CooldownEveningNumbers *numbers = self->rules->numbers;
  int minutes = 0;
  guint32 day = find_workout_day (self, workout, &minutes);
  Row *row = day != 0 ? find_row (self, day) : NULL;
  CooldownWhether *hard;

  if (row == NULL)
    return;
  row->night.factors[COOLDOWN_FACTOR_NO_WORKOUT] = COOLDOWN_WHETHER_NO;
  if (minutes > place_bed (get_bedtime (self, day)) - numbers->late_before)
    row->night.factors[COOLDOWN_FACTOR_LATE_WORKOUT] = COOLDOWN_WHETHER_YES;
  hard = &row->night.factors[COOLDOWN_FACTOR_HARD_WORKOUT];
  if (!cooldown_entry_has (workout, COOLDOWN_FIELD_WORKOUT_RPE))
    *hard = *hard == COOLDOWN_WHETHER_NO ? COOLDOWN_WHETHER_UNKNOWN : *hard;
  else if (cooldown_entry_get_number (workout, COOLDOWN_FIELD_WORKOUT_RPE) >= numbers->hard_min)
    *hard = COOLDOWN_WHETHER_YES;
}

static void
add_workouts (Ledger *self, GPtrArray *entries)
{
  guint32 first = G_MAXUINT32;

  for (guint i = 0; i < entries->len; i++)
    {
      int minutes;
      guint32 day = find_workout_day (self, g_ptr_array_index (entries, i), &minutes);

      first = day != 0 ? MIN (first, day) : first;
    }
  expect_no_workouts (self, first);
  for (guint i = 0; i < entries->len; i++)
    add_workout (self, g_ptr_array_index (entries, i));
}

/* Steps follow each other by themselves: no event says that the last one is over. */
static gboolean
is_done (CooldownEntry *entry)
{
  const char *text = cooldown_entry_get_text (entry, COOLDOWN_FIELD_SESSION_PLAN);
  g_autoptr (GVariant)
      plan = text != NULL ? g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL) : NULL;
  g_autoptr (CooldownSession) session = NULL;
  CooldownInstant at = { 0 };

  if (plan == NULL)
    return FALSE;
  session = cooldown_session_new (COOLDOWN_ROUTINE_KIND, plan);
  for (guint i = 0; i < cooldown_entry_get_n_events (entry); i++)
    {
      const CooldownEntryEvent *event = cooldown_entry_get_event (entry, i);

      at.wall = event->at;
      cooldown_session_append (session, event->name, event->arg, &at);
    }
  at.wall += ROUTINE_OVER;
  return cooldown_routine_fold (session, &at).phase == COOLDOWN_ROUTINE_FINISHED;
}

static void
add_routine (const Ledger *self, CooldownEntry *session)
{
  int minutes;
  guint32 day;
  Row *row;

  if (!is_counted (session, COOLDOWN_ENTRY_SESSION) ||
      g_strcmp0 (cooldown_entry_get_text (session, COOLDOWN_FIELD_SESSION_KIND),
                 COOLDOWN_ROUTINE_KIND) != 0 ||
      !cooldown_entry_has (session, COOLDOWN_FIELD_SESSION_AT) || !is_done (session))
    return;
  day = find_day (self, cooldown_entry_get_time (session, COOLDOWN_FIELD_SESSION_AT),
                  cooldown_entry_get_time_offset (session, COOLDOWN_FIELD_SESSION_AT), &minutes);
  row = day != 0 ? find_row (self, day) : NULL;
  if (row != NULL)
    row->night.factors[COOLDOWN_FACTOR_ROUTINE] = COOLDOWN_WHETHER_YES;
}

/**
 * cooldown_nights_from_entries:
 * @entries: (element-type CooldownEntry): nights, workouts and sessions in any order; others are
 *   passed over
 * @rules: what makes a cup or a workout one that counts
 *
 * Puts to each night that was noted what went before it.
 *
 * A night is that of the evening on which it began, until noon. What happened belongs to the night
 * whose bedtime comes next: with bed at 23:00 a run at 7:00 is one of the night to come, with bed at
 * 9:00 it is one of the night that is about to end. Bedtime is the one that was noted with the
 * night, or else the usual one.
 *
 * The wind-down was done when its last step was over, or passed over. Whether there was a workout is
 * not known of nights before the first workout that was noted.
 *
 * Returns: (transfer full) (element-type CooldownNight): the nights in the order of their dates,
 *   each date once
 */
GArray *
cooldown_nights_from_entries (GPtrArray *entries, const CooldownNightRules *rules)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_autoptr (GHashTable) by_day = g_hash_table_new (NULL, NULL);
  Ledger ledger = { rules, rows, by_day };
  GArray *nights = g_array_new (FALSE, TRUE, sizeof (CooldownNight));

  add_nights (&ledger, entries);
  for (guint i = 0; i < rows->len; i++)
    read_night (&ledger, &g_array_index (rows, Row, i));
  add_workouts (&ledger, entries);
  for (guint i = 0; i < entries->len; i++)
    add_routine (&ledger, g_ptr_array_index (entries, i));
  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (nights, g_array_index (rows, Row, i).night);
  return nights;
}
