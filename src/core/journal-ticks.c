/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the journal knows about the checklist. The numbers are the content's; the rules are those of
 * its "journal_ticks".
 */
#include "journal-ticks.h"

#include "night-advice.h"

#include <string.h>

#define DAY (24 * COOLDOWN_HOUR)
#define WEEK (7 * DAY)
#define WEEK_DAYS 7
/* A workout this long before the tingling began is one that it may come from. */
#define BEFORE DAY
/* The condition of a workout that stands for heat. */
#define HEAT "hot"

/* What the rules look at. */
typedef struct
{
  GPtrArray *entries;     /* (element-type CooldownEntry): the newest first */
  CooldownEntry *episode; /* (nullable): the open one, else the newest */
  gint64 now;
  GDate today;
  gint64 until;
} Look;

static CooldownEntry *
get_entry (const Look *look, guint index)
{
  return g_ptr_array_index (look->entries, index);
}

static CooldownEntry *
find_uid (const Look *look, CooldownEntryKind kind, const char *uid)
{
  for (guint i = 0; uid != NULL && i < look->entries->len; i++)
    if (cooldown_entry_get_kind (get_entry (look, i)) == kind &&
        g_strcmp0 (cooldown_entry_get_uid (get_entry (look, i)), uid) == 0)
      return get_entry (look, i);
  return NULL;
}

static gboolean
is_open (CooldownEntry *episode)
{
  return cooldown_entry_get_number (episode, COOLDOWN_FIELD_EPISODE_OPEN) == 1;
}

static CooldownEntry *
find_episode (const Look *look)
{
  CooldownEntry *newest = NULL;

  for (guint i = 0; i < look->entries->len; i++)
    {
      CooldownEntry *entry = get_entry (look, i);

      if (cooldown_entry_get_kind (entry) != COOLDOWN_ENTRY_EPISODE)
        continue;
      if (is_open (entry))
        return entry;
      if (newest == NULL)
        newest = entry;
    }
  return newest;
}

/* Whether the hour's question was answered with still there, or worse. */
static gboolean
was_still_there (const Look *look)
{
  CooldownEntry *session = find_uid (
      look, COOLDOWN_ENTRY_SESSION,
      cooldown_entry_get_text (look->episode, COOLDOWN_FIELD_EPISODE_SESSION));

  for (guint i = 0; session != NULL && i < cooldown_entry_get_n_events (session); i++)
    {
      const CooldownEntryEvent *event = cooldown_entry_get_event (session, i);

      if (strcmp (event->name, "check-in") == 0 &&
          (strcmp (event->arg, "still") == 0 || strcmp (event->arg, "worse") == 0))
        return TRUE;
    }
  return FALSE;
}

/* A tingling that is over says by itself how long it was there, where its end is known. */
static gboolean
lasts (Look *look, const CooldownJournalTick *tick)
{
  gint64 span = tick->minutes * COOLDOWN_MINUTE;
  gint64 began, ended;

  if (look->episode == NULL)
    return FALSE;
  if (g_strcmp0 (cooldown_entry_get_text (look->episode, COOLDOWN_FIELD_EPISODE_LASTED),
                 tick->item) == 0)
    return TRUE;
  began = cooldown_entry_get_at (look->episode);
  ended = cooldown_entry_get_time (look->episode, COOLDOWN_FIELD_EPISODE_ENDED);
  if (!is_open (look->episode) && ended != COOLDOWN_NOT_NOTED)
    return ended - began >= span;
  if (was_still_there (look))
    return TRUE;
  if (is_open (look->episode) && look->now < began + span)
    look->until = MIN (look->until, began + span);
  return is_open (look->episode) && look->now >= began + span;
}

static gboolean
came_before (CooldownEntry *workout, CooldownEntry *episode)
{
  gint64 ended = cooldown_entry_get_at (workout);
  gint64 began = cooldown_entry_get_at (episode);
  const char *session = cooldown_entry_get_text (episode, COOLDOWN_FIELD_EPISODE_SESSION);

  if (session != NULL)
    return g_strcmp0 (cooldown_entry_get_text (workout, COOLDOWN_FIELD_WORKOUT_SESSION), session) ==
           0;
  return ended <= began && ended >= began - BEFORE;
}

/* The workout that a tingling came with: the one that is named, else the last one before it. */
static CooldownEntry *
find_workout (const Look *look, CooldownEntry *episode)
{
  CooldownEntry *noted = find_uid (
      look, COOLDOWN_ENTRY_WORKOUT,
      cooldown_entry_get_text (episode, COOLDOWN_FIELD_EPISODE_WORKOUT));

  for (guint i = 0; noted == NULL && i < look->entries->len; i++)
    if (cooldown_entry_get_kind (get_entry (look, i)) == COOLDOWN_ENTRY_WORKOUT &&
        came_before (get_entry (look, i), episode))
      noted = get_entry (look, i);
  return noted;
}

/* Of one workout tingling counts once, however often it was noted. */
static gboolean
comes_back (Look *look, const CooldownJournalTick *tick)
{
  g_autoptr (GHashTable) workouts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < look->entries->len; i++)
    {
      CooldownEntry *entry = get_entry (look, i);
      gint64 at = cooldown_entry_get_at (entry);
      CooldownEntry *workout;

      if (cooldown_entry_get_kind (entry) != COOLDOWN_ENTRY_EPISODE || at > look->now ||
          at < look->now - tick->weeks * WEEK)
        continue;
      workout = find_workout (look, entry);
      if (workout != NULL)
        g_hash_table_add (workouts, workout);
    }
  return g_hash_table_size (workouts) >= (guint) tick->times;
}

static gboolean
are_nights_restless (Look *look, const CooldownJournalTick *tick)
{
  return cooldown_nights_are_restless (look->entries, &look->today, tick->strength, tick->nights,
                                       tick->weeks);
}

static gboolean
was_hot_or_long (Look *look, const CooldownJournalTick *tick)
{
  CooldownEntry *workout = look->episode != NULL ? find_workout (look, look->episode) : NULL;

  return workout != NULL &&
         (cooldown_entry_get_number (workout, COOLDOWN_FIELD_WORKOUT_MINUTES) >= tick->minutes ||
          cooldown_entry_has_id (workout, COOLDOWN_FIELD_WORKOUT_CONDITIONS, HEAT));
}

/* The training of some time. */
typedef struct
{
  gint64 minutes;
  gint64 effort;
  gint64 n_efforts;
} Training;

static Training
add_training (const Look *look, gint64 from, gint64 to)
{
  Training training = { 0 };

  for (guint i = 0; i < look->entries->len; i++)
    {
      CooldownEntry *entry = get_entry (look, i);
      gint64 at = cooldown_entry_get_at (entry);

      if (cooldown_entry_get_kind (entry) != COOLDOWN_ENTRY_WORKOUT || at <= from || at > to)
        continue;
      training.minutes += cooldown_entry_get_number (entry, COOLDOWN_FIELD_WORKOUT_MINUTES);
      if (!cooldown_entry_has (entry, COOLDOWN_FIELD_WORKOUT_RPE))
        continue;
      training.effort += cooldown_entry_get_number (entry, COOLDOWN_FIELD_WORKOUT_RPE);
      training.n_efforts++;
    }
  return training;
}

/* More than in a week of those before, or harder than a workout was then. Without any before there
 * is nothing to compare with. */
static gboolean
trained_more (Look *look, const CooldownJournalTick *tick)
{
  gint64 week_ago = look->now - WEEK;
  Training late = add_training (look, week_ago, look->now);
  Training early = add_training (look, week_ago - tick->weeks * WEEK, week_ago);

  if (early.minutes > 0 && late.minutes * tick->weeks * 100 >= early.minutes * tick->ratio_percent)
    return TRUE;
  return early.effort > 0 && late.n_efforts > 0 &&
         late.effort * early.n_efforts * 100 >= early.effort * late.n_efforts * tick->ratio_percent;
}

static const struct
{
  const char *id;
  gboolean (*holds) (Look *look, const CooldownJournalTick *tick);
  gboolean of_episode;
} rules[] = {
  { "hour", lasts, TRUE },
  { "three-times", comes_back, FALSE },
  { "nights", are_nights_restless, FALSE },
  { "hot-dry", was_hot_or_long, TRUE },
  { "training", trained_more, FALSE },
};

static void
look_at (Look *look, const CooldownJournalTick *tick, GArray *known)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i].id, tick->id) == 0 && rules[i].holds (look, tick))
      {
        CooldownKnownTick found = { tick, rules[i].of_episode
                                              ? cooldown_entry_get_at (look->episode)
                                              : 0 };

        g_array_append_val (known, found);
      }
}

/* Which day it is, and when the next one begins. */
static void
set_today (Look *look, CooldownClock *clock)
{
  g_autoptr (GDateTime) now = cooldown_clock_to_local (clock, look->now);
  g_autoptr (GTimeZone) zone = cooldown_clock_get_zone (clock);
  g_autoptr (GDateTime) midnight = NULL;
  g_autoptr (GDateTime) tomorrow = NULL;

  g_date_set_dmy (&look->today, 1, G_DATE_JANUARY, 1970);
  if (now == NULL)
    return;
  g_date_set_dmy (&look->today, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
  midnight = g_date_time_new (zone, g_date_time_get_year (now), g_date_time_get_month (now),
                              g_date_time_get_day_of_month (now), 0, 0, 0);
  tomorrow = midnight != NULL ? g_date_time_add_days (midnight, 1) : NULL;
  if (tomorrow != NULL)
    look->until = g_date_time_to_unix (tomorrow) * COOLDOWN_SECOND;
}

/**
 * cooldown_known_new:
 * @content: what the program knows
 * @clock: what knows the time and the zone
 * @entries: (element-type CooldownEntry): what is noted of the last weeks, the newest first:
 *   episodes, workouts, nights and sessions of recovery
 *
 * Returns: (transfer full): what follows from that for the checklist
 */
CooldownKnown *
cooldown_known_new (CooldownContent *content, CooldownClock *clock, GPtrArray *entries)
{
  GPtrArray *ticks = cooldown_content_get_journal_ticks (content);
  CooldownKnown *self = g_new (CooldownKnown, 1);
  Look look = { .entries = entries,
                .now = cooldown_clock_now (clock).wall,
                .until = COOLDOWN_NEVER };

  set_today (&look, clock);
  look.episode = find_episode (&look);
  self->ticks = g_array_new (FALSE, FALSE, sizeof (CooldownKnownTick));
  for (guint i = 0; i < ticks->len; i++)
    look_at (&look, g_ptr_array_index (ticks, i), self->ticks);
  self->until = look.until;
  return self;
}

/* The day from which on anything matters. */
static char *
find_first_day (CooldownContent *content, CooldownClock *clock)
{
  GPtrArray *ticks = cooldown_content_get_journal_ticks (content);
  g_autoptr (GDateTime) now = cooldown_clock_to_local (clock, cooldown_clock_now (clock).wall);
  g_autoptr (GDateTime) first = NULL;
  int weeks = 0;

  for (guint i = 0; i < ticks->len; i++)
    weeks = MAX (weeks, ((const CooldownJournalTick *) g_ptr_array_index (ticks, i))->weeks);
  /* The weeks before the last one, and a day on either side for other zones. */
  first = now != NULL ? g_date_time_add_days (now, -(weeks + 1) * WEEK_DAYS - 1) : NULL;
  return first != NULL ? g_date_time_format (first, "%Y-%m-%d") : NULL;
}

static void
append_all (GPtrArray *entries, GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add (entries, g_object_ref (g_ptr_array_index (more, i)));
}

/**
 * cooldown_journal_get_known:
 * @self: a journal
 * @content: what the program knows
 * @clock: what knows the time and the zone
 * @error: return location
 *
 * Looks at what was noted in the last weeks, and at a tingling that is open, whenever it began.
 *
 * Returns: (transfer full) (nullable): what follows from that for the checklist; %NULL with @error
 *   set when the file cannot be read
 */
CooldownKnown *
cooldown_journal_get_known (CooldownJournal *self,
                            CooldownContent *content,
                            CooldownClock *clock,
                            GError **error)
{
  static const char *const recovery[] = { "recovery", NULL };
  g_autofree char *first = find_first_day (content, clock);
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  CooldownQuery open = COOLDOWN_QUERY_INIT;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) opened = NULL;

  query.kinds = 1u << COOLDOWN_ENTRY_EPISODE | 1u << COOLDOWN_ENTRY_WORKOUT |
                1u << COOLDOWN_ENTRY_NIGHT | 1u << COOLDOWN_ENTRY_SESSION;
  query.sessions = recovery;
  query.from = first;
  open.kinds = 1u << COOLDOWN_ENTRY_EPISODE;
  open.only_open = TRUE;
  open.limit = 1;
  found = cooldown_journal_find (self, &query, error);
  opened = found != NULL ? cooldown_journal_find (self, &open, error) : NULL;
  if (opened == NULL)
    return NULL;
  /* One that is among them already is the same tingling twice, and counts once. */
  append_all (found, opened);
  return cooldown_known_new (content, clock, found);
}

/**
 * cooldown_known_find:
 * @self: what is known
 * @item: the id of an item
 *
 * Returns: (transfer none) (nullable): what is known about it
 */
const CooldownKnownTick *
cooldown_known_find (const CooldownKnown *self, const char *item)
{
  for (guint i = 0; i < self->ticks->len; i++)
    {
      const CooldownKnownTick *known = &g_array_index (self->ticks, CooldownKnownTick, i);

      if (strcmp (known->tick->item, item) == 0)
        return known;
    }
  return NULL;
}

/**
 * cooldown_known_free:
 * @self: (transfer full): what is known
 */
void
cooldown_known_free (CooldownKnown *self)
{
  g_array_unref (self->ticks);
  g_free (self);
}
