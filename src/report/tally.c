/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tally.h"

#include "core/recovery.h"

#define SECONDS_OF_DAY (24 * 60 * 60)

/* Where a class ends, in minutes. */
static const struct
{
  const char *choice;
  gint64 most;
} classes[COOLDOWN_N_LASTED] = {
  [COOLDOWN_LASTED_5] = { "last-5min", 5 },
  [COOLDOWN_LASTED_30] = { "last-30min", 30 },
  [COOLDOWN_LASTED_60] = { "last-hour", 60 },
  [COOLDOWN_LASTED_LONGER] = { "last-longer", G_MAXINT64 },
};

static const struct
{
  const char *id;
  gint64 most;
} efforts[] = { { "0-3", 3 }, { "4-6", 6 }, { "7-10", 10 }, { "", COOLDOWN_NOT_NOTED } };

static const char *const conditions[] = { "hot", "dry", "hills", "new-shoes", "harder" };

/* Places in time. */

static CooldownTallyMark
make_mark (CooldownEntry *entry, CooldownField time)
{
  gint64 local = cooldown_entry_get_time (entry, time) / COOLDOWN_SECOND +
                 cooldown_entry_get_time_offset (entry, time);
  gint64 second = local % SECONDS_OF_DAY;

  if (second < 0)
    second += SECONDS_OF_DAY;
  return (CooldownTallyMark){
    .entry = entry,
    .day = (int) ((local - second) / SECONDS_OF_DAY),
    .minute = (int) (second / 60),
    .strength = COOLDOWN_STRENGTH_NOT_NOTED,
  };
}

/**
 * cooldown_tally_mark_compare:
 * @a: (type CooldownTallyMark): a mark
 * @b: (type CooldownTallyMark): another one
 *
 * Returns: which one comes first by local day and time: less than 0 if it is @a
 */
int
cooldown_tally_mark_compare (gconstpointer a, gconstpointer b)
{
  const CooldownTallyMark *first = a, *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  if (first->minute != second->minute)
    return first->minute < second->minute ? -1 : 1;
  return g_strcmp0 (cooldown_entry_get_uid (first->entry), cooldown_entry_get_uid (second->entry));
}

static GArray *
make_marks (GPtrArray *entries, CooldownEntryKind kind, CooldownField time)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (CooldownTallyMark));

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      CooldownEntry *entry = g_ptr_array_index (entries, i);

      if (cooldown_entry_get_kind (entry) == kind && cooldown_entry_get_deleted (entry) == 0 &&
          cooldown_entry_has (entry, time))
        {
          CooldownTallyMark mark = make_mark (entry, time);

          g_array_append_val (marks, mark);
        }
    }
  g_array_sort (marks, cooldown_tally_mark_compare);
  return marks;
}

static void
cut_marks (GArray *marks, int from, int to)
{
  guint n = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      CooldownTallyMark mark = g_array_index (marks, CooldownTallyMark, i);

      if (mark.day >= from && mark.day < to)
        g_array_index (marks, CooldownTallyMark, n++) = mark;
    }
  g_array_set_size (marks, n);
}

static void
widen (CooldownTally *self, const GArray *marks)
{
  if (marks->len == 0)
    return;
  self->from = MIN (self->from, g_array_index (marks, CooldownTallyMark, 0).day);
  self->to = MAX (self->to, g_array_index (marks, CooldownTallyMark, marks->len - 1).day + 1);
}

/* A side that is left open ends with what there is. */
static void
set_period (CooldownTally *self, int from, int to)
{
  self->from = G_MAXINT;
  self->to = G_MININT;
  widen (self, self->episodes);
  widen (self, self->workouts);
  if (from != COOLDOWN_DAY_NONE)
    self->from = from;
  if (to != COOLDOWN_DAY_NONE)
    self->to = to;
  if (self->from == G_MAXINT)
    self->from = to != COOLDOWN_DAY_NONE ? to : 0;
  self->to = MAX (self->to, self->from);
  cut_marks (self->episodes, self->from, self->to);
  cut_marks (self->workouts, self->from, self->to);
}

/* What the episodes say by themselves. */

static void
count_strengths (CooldownTally *self)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->episodes->len; i++)
    {
      CooldownTallyMark *mark = &g_array_index (self->episodes, CooldownTallyMark, i);
      gint64 strength = cooldown_entry_get_number (mark->entry, COOLDOWN_FIELD_EPISODE_SEVERITY);

      if (strength < 0 || strength > 10)
        continue;
      mark->strength = (int) strength;
      g_array_append_val (numbers, strength);
    }
  self->strength = cooldown_spread_get ((const gint64 *) (void *) numbers->data, numbers->len);
}

static void
count_places (CooldownTally *self, CooldownEntry *episode)
{
  g_auto (GStrv) places = cooldown_entry_get_ids (episode, COOLDOWN_FIELD_EPISODE_PLACES);
  gboolean any = FALSE;

  for (guint i = 0; places[i] != NULL; i++)
    {
      int half = cooldown_leg_half_find (places[i]);

      if (half == COOLDOWN_LEG_NONE)
        continue;
      self->halves[half]++;
      any = TRUE;
    }
  self->n_placed += any ? 1 : 0;
}

/**
 * cooldown_episode_get_lasted:
 * @episode: an episode
 *
 * Returns: how long it lasted: by its beginning and end where both are known, else by what was
 *   chosen
 */
CooldownLasted
cooldown_episode_get_lasted (CooldownEntry *episode)
{
  const char *choice = cooldown_entry_get_text (episode, COOLDOWN_FIELD_EPISODE_LASTED);
  gint64 minutes = cooldown_entry_get_minutes (episode);

  for (guint i = 0; i < COOLDOWN_LASTED_UNKNOWN; i++)
    if (minutes != COOLDOWN_NOT_NOTED ? minutes <= classes[i].most
                                      : g_strcmp0 (choice, classes[i].choice) == 0)
      return (CooldownLasted) i;
  return COOLDOWN_LASTED_UNKNOWN;
}

/**
 * cooldown_lasted_get_choice:
 * @lasted: how long an episode lasted
 *
 * Returns: (nullable): the item of the choice "last" that says so; %NULL if that is unknown
 */
const char *
cooldown_lasted_get_choice (CooldownLasted lasted)
{
  g_return_val_if_fail (lasted <= COOLDOWN_LASTED_UNKNOWN, NULL);
  return classes[lasted].choice;
}

static void
count_episodes (CooldownTally *self)
{
  for (guint i = 0; i < self->episodes->len; i++)
    {
      CooldownEntry *episode = g_array_index (self->episodes, CooldownTallyMark, i).entry;

      count_places (self, episode);
      self->lasted[cooldown_episode_get_lasted (episode)]++;
    }
}

/* With which workouts. */

/* Which of GROUP the workout is; of conditions there can be several. */
static gboolean
is_such (CooldownEntry *workout, CooldownShareGroup group, const char *id)
{
  gint64 effort, least = COOLDOWN_NOT_NOTED;

  if (group == COOLDOWN_SHARE_KIND)
    return g_strcmp0 (cooldown_entry_get_text (workout, COOLDOWN_FIELD_WORKOUT_KIND), id) == 0;
  if (group == COOLDOWN_SHARE_CONDITION)
    return cooldown_entry_has_id (workout, COOLDOWN_FIELD_WORKOUT_CONDITIONS, id);
  effort = cooldown_entry_get_number (workout, COOLDOWN_FIELD_WORKOUT_RPE);
  if (effort == COOLDOWN_NOT_NOTED)
    return *id == '\0';
  for (guint i = 0; i < G_N_ELEMENTS (efforts); least = efforts[i++].most)
    if (g_str_equal (efforts[i].id, id))
      return effort > least && effort <= efforts[i].most;
  return FALSE;
}

/* Whether the workout could be such, as far as is known of it. */
static gboolean
is_base (CooldownEntry *workout, CooldownShareGroup group, const char *id)
{
  return group != COOLDOWN_SHARE_EFFORT || *id == '\0' ||
         cooldown_entry_has (workout, COOLDOWN_FIELD_WORKOUT_RPE);
}

static void
add_share (CooldownTally *self, GHashTable *by_uid, CooldownShareGroup group, const char *id)
{
  CooldownShare share = { .id = id };

  for (guint i = 0; i < self->workouts->len; i++)
    {
      CooldownEntry *workout = g_array_index (self->workouts, CooldownTallyMark, i).entry;

      share.n_workouts += is_such (workout, group, id) ? 1 : 0;
      share.of_workouts += is_base (workout, group, id) ? 1 : 0;
    }
  for (guint i = 0; i < self->episodes->len; i++)
    {
      CooldownEntry *episode = g_array_index (self->episodes, CooldownTallyMark, i).entry;
      const char *uid = cooldown_entry_get_text (episode, COOLDOWN_FIELD_EPISODE_WORKOUT);
      CooldownEntry *workout = uid != NULL ? g_hash_table_lookup (by_uid, uid) : NULL;

      if (workout != NULL)
        share.n_episodes += is_such (workout, group, id) ? 1 : 0;
      if (workout != NULL ? is_base (workout, group, id)
                          : group != COOLDOWN_SHARE_EFFORT || *id == '\0')
        share.of_episodes++;
    }
  g_array_append_val (self->shares[group], share);
}

/**
 * cooldown_share_is_any:
 * @share: a share
 *
 * Returns: whether there was any such workout
 */
gboolean
cooldown_share_is_any (const CooldownShare *share)
{
  return share->n_episodes > 0 || share->n_workouts > 0;
}

static void
count_shares (CooldownTally *self, GHashTable *by_uid)
{
  const char *const *kinds = cooldown_workout_kinds ();

  for (guint i = 0; i < COOLDOWN_N_SHARE_GROUPS; i++)
    self->shares[i] = g_array_new (FALSE, FALSE, sizeof (CooldownShare));
  for (guint i = 0; kinds[i] != NULL; i++)
    add_share (self, by_uid, COOLDOWN_SHARE_KIND, kinds[i]);
  for (guint i = 0; i < G_N_ELEMENTS (efforts); i++)
    add_share (self, by_uid, COOLDOWN_SHARE_EFFORT, efforts[i].id);
  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    add_share (self, by_uid, COOLDOWN_SHARE_CONDITION, conditions[i]);
}

/* Those of any day: the first episode of a period may belong to a workout of the day before. */
static GHashTable *
index_workouts (const GArray *workouts)
{
  GHashTable *by_uid = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < workouts->len; i++)
    {
      CooldownEntry *workout = g_array_index (workouts, CooldownTallyMark, i).entry;
      const char *uid = cooldown_entry_get_uid (workout);

      if (uid != NULL)
        g_hash_table_insert (by_uid, (gpointer) uid, workout);
    }
  return by_uid;
}

static guint
count_with_workout (CooldownTally *self, GHashTable *by_uid)
{
  guint n = 0;

  for (guint i = 0; i < self->episodes->len; i++)
    {
      CooldownEntry *episode = g_array_index (self->episodes, CooldownTallyMark, i).entry;
      const char *uid = cooldown_entry_get_text (episode, COOLDOWN_FIELD_EPISODE_WORKOUT);

      n += uid != NULL && g_hash_table_contains (by_uid, uid) ? 1 : 0;
    }
  return n;
}

static void
keep (GPtrArray *kept, const GArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    g_ptr_array_add (kept, g_object_ref (g_array_index (marks, CooldownTallyMark, i).entry));
}

/**
 * cooldown_tally_new:
 * @episodes: (nullable) (element-type CooldownEntry): episodes in any order
 * @workouts: (nullable) (element-type CooldownEntry): workouts in any order; those outside of the
 *   period are not counted, but known as what an episode came with
 * @from: (nullable): the first local day, "2026-09-28"; %NULL for that of the first entry
 * @to: (nullable): the day after the last one; %NULL for that after the last entry
 *
 * Counts a period. Entries that are deleted or of another kind are left out. An episode came with
 * the workout that it names, and with none if that is not among @workouts.
 *
 * Returns: (transfer full): what came of it
 */
CooldownTally *
cooldown_tally_new (GPtrArray *episodes, GPtrArray *workouts, const char *from, const char *to)
{
  CooldownTally *self = g_rc_box_new0 (CooldownTally);
  g_autoptr (GHashTable) by_uid = NULL;

  self->episodes = make_marks (episodes, COOLDOWN_ENTRY_EPISODE, COOLDOWN_FIELD_EPISODE_BEGAN);
  self->workouts = make_marks (workouts, COOLDOWN_ENTRY_WORKOUT, COOLDOWN_FIELD_WORKOUT_ENDED);
  by_uid = index_workouts (self->workouts);
  set_period (self, cooldown_day_parse (from), cooldown_day_parse (to));
  self->kept = g_ptr_array_new_with_free_func (g_object_unref);
  keep (self->kept, self->episodes);
  keep (self->kept, self->workouts);
  count_strengths (self);
  count_episodes (self);
  self->n_with_workout = count_with_workout (self, by_uid);
  count_shares (self, by_uid);
  return self;
}

/**
 * cooldown_tally_ref:
 * @self: a tally
 *
 * Returns: (transfer full): the same
 */
CooldownTally *
cooldown_tally_ref (CooldownTally *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  CooldownTally *self = data;

  g_array_unref (self->episodes);
  g_array_unref (self->workouts);
  for (guint i = 0; i < COOLDOWN_N_SHARE_GROUPS; i++)
    g_array_unref (self->shares[i]);
  g_ptr_array_unref (self->kept);
}

/**
 * cooldown_tally_unref:
 * @self: (nullable): a tally
 */
void
cooldown_tally_unref (CooldownTally *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, clear);
}

/**
 * cooldown_tally_get_heat:
 * @self: a tally
 * @heat: (out caller-allocates) (array fixed-size=30): for each half of a region how often it was
 *   named: 0 for never, 1 for as often as the one that was named most
 */
void
cooldown_tally_get_heat (const CooldownTally *self, double heat[COOLDOWN_LEG_N_HALVES])
{
  guint most = 1;

  g_return_if_fail (self != NULL);

  for (int i = 0; i < COOLDOWN_LEG_N_HALVES; i++)
    most = MAX (most, self->halves[i]);
  for (int i = 0; i < COOLDOWN_LEG_N_HALVES; i++)
    heat[i] = (double) self->halves[i] / most;
}
