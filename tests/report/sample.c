/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample.h"

#include "entries.h"

/* What a workout was, and what came of it; times are local. Clocks went back on 25 October. */
typedef struct
{
  const char *ended;
  const char *kind;
  int minutes;
  int rpe;
  const char *conditions;

  int strength; /* below 0: no episode */
  int after;
  int lasted; /* minutes; 0: not noted */
  const char *onset;
  const char *sensations;
  const char *places;
  const char *tried;
  const char *ticks; /* of its check */
} Day;

#define NO_EPISODE -1, 0, 0, NULL, NULL, NULL, NULL, NULL
#define SIGNS "warn-none "

static const Day days[] = {
  { "2026-09-29T18:00:00+02", "run", 40, 5, NULL, NO_EPISODE },
  { "2026-10-01T18:10:00+02", "run", 45, 7, "new-shoes", 5, 25, 35, "during",
    "feel-tingle feel-burn", "toes-r sole-r", "laces:weaker", SIGNS "when-during last-hour" },
  { "2026-10-04T11:00:00+02", "run", 60, 8, "new-shoes hot", 7, 20, 45, "during",
    "feel-tingle feel-burn feel-numb", "toes-r sole-r", "laces:same", SIGNS "when-during" },
  { "2026-10-06T18:20:00+02", "run", 40, 5, NULL, NO_EPISODE },
  { "2026-10-08T18:15:00+02", "run", 45, 7, "new-shoes", 4, 25, 30, "during",
    "feel-tingle feel-burn", "toes-r", "laces:weaker", SIGNS "when-during" },
  { "2026-10-11T10:45:00+02", "run", 75, 8, "new-shoes hot", 6, 30, 50, "during",
    "feel-tingle feel-tight", "calf-l calf-r", "ice:same", SIGNS "when-during" },
  { "2026-10-13T19:00:00+02", "strength", 50, -1, NULL, NO_EPISODE },
  { "2026-10-15T18:00:00+02", "run", 45, 6, NULL, 3, 20, 15, "during", "feel-tingle feel-burn",
    "toes-r", NULL, "when-during" },
  { "2026-10-18T11:00:00+02", "run", 60, 8, "dry", NO_EPISODE },
  { "2026-10-20T18:00:00+02", "run", 40, -1, NULL, NO_EPISODE },
  { "2026-10-22T18:05:00+02", "run", 50, 7, "new-shoes", 5, 10, 40, "after",
    "feel-tingle feel-numb feel-tight", "calf-l calf-r", "ice:weaker", SIGNS "when-after" },
  { "2026-10-25T11:00:00+01", "run", 60, 7, "new-shoes hot", 4, 25, 35, "during",
    "feel-tingle feel-burn", "toes-r sole-r", "laces:same", SIGNS "when-during" },
  { "2026-10-27T18:00:00+01", "ride", 60, -1, NULL, NO_EPISODE },
  { "2026-10-29T18:00:00+01", "run", 40, 5, NULL, 2, 15, 10, "after", "feel-tingle", "toes-r", NULL,
    "when-after" },
  { "2026-11-01T11:00:00+01", "walk", 90, 3, "hills", NO_EPISODE },
  { "2026-11-03T18:00:00+01", "run", 40, 6, "new-shoes", NO_EPISODE },
  { "2026-11-05T18:30:00+01", "run", 60, 8, "new-shoes", 6, 25, 65, "during",
    "feel-tingle feel-burn feel-numb", "toes-r sole-r", "ice:weaker laces:same",
    SIGNS "when-during last-longer" },
  { "2026-11-08T11:00:00+01", "run", 50, 6, "new-shoes", 3, 20, 35, "during",
    "feel-tingle feel-burn feel-numb", "toes-r", NULL, "when-during" },
  { "2026-11-10T18:00:00+01", "run", 40, -1, NULL, NO_EPISODE },
  { "2026-11-12T18:00:00+01", "run", 45, 7, "new-shoes dry", NO_EPISODE },
  { "2026-11-14T15:00:00+01", "walk", 60, 3, "hills", 2, 40, 10, "rest", "feel-tingle",
    "foot-top-r", NULL, "when-misstep" },
  { "2026-11-17T18:00:00+01", "strength", 45, -1, NULL, NO_EPISODE },
  { "2026-11-19T17:50:00+01", "run", 40, 6, NULL, 3, 10, 25, "after",
    "feel-tingle feel-numb feel-tight", "calf-l calf-r", "ice:weaker", SIGNS "when-after" },
  { "2026-11-21T10:00:00+01", "run", 30, -1, NULL, NO_EPISODE },
  { "2026-11-22T18:12:00+01", "run", 45, -1, "new-shoes", 4, 25, 70, "during",
    "feel-tingle feel-burn feel-numb", "toes-r sole-r", NULL, SIGNS "when-during last-longer" },
};

static void
set_ids (CooldownEntry *entry, CooldownField field, const char *ids)
{
  if (ids != NULL)
    cooldown_entry_set_text (entry, field, ids);
}

static void
set_written (CooldownEntry *entry, gint64 after)
{
  cooldown_entry_set_written (entry, cooldown_entry_get_at (entry) + after,
                              cooldown_entry_get_at_offset (entry));
}

static CooldownEntry *
add_workout (GPtrArray *entries, const Day *day)
{
  CooldownEntry *workout = entries_add_workout (entries, day->ended, day->kind, day->rpe);

  cooldown_entry_set_number (workout, COOLDOWN_FIELD_WORKOUT_MINUTES, day->minutes);
  set_ids (workout, COOLDOWN_FIELD_WORKOUT_CONDITIONS, day->conditions);
  set_written (workout, COOLDOWN_MINUTE);
  return workout;
}

static void
write_texts (CooldownEntry *episode, const Day *day)
{
  gboolean shoes = g_strcmp0 (day->conditions, "new-shoes") == 0;

  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_PAIN, "");
  if (shoes)
    {
      cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_CLOTHING, "New trail shoes, narrow");
      cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_EASES, "Shoe off");
      cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_WORSENS, "uphill");
    }
  else
    cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_EASES, "rest");
  if (day->lasted > 60)
    cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_NOTES,
                             "Came back on the hill, faded when I took the shoe off.");
}

static CooldownEntry *
add_episode (GPtrArray *entries, const Day *day, CooldownEntry *workout)
{
  CooldownEntry *episode = entries_add_episode (entries, day->ended, day->strength);
  gint64 began = cooldown_entry_get_at (episode);
  gint32 offset = cooldown_entry_get_at_offset (episode);

  entries_join (episode, workout);
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_ONSET, day->onset);
  cooldown_entry_set_number (episode, COOLDOWN_FIELD_EPISODE_AFTER_MINUTES, day->after);
  cooldown_entry_set_time (episode, COOLDOWN_FIELD_EPISODE_ENDED,
                           began + day->lasted * COOLDOWN_MINUTE, offset);
  set_ids (episode, COOLDOWN_FIELD_EPISODE_SENSATIONS, day->sensations);
  set_ids (episode, COOLDOWN_FIELD_EPISODE_PLACES, day->places);
  set_ids (episode, COOLDOWN_FIELD_EPISODE_TRIED, day->tried);
  write_texts (episode, day);
  /* One is written down two days later. */
  set_written (episode, g_str_equal (day->onset, "rest") ? 48 * COOLDOWN_HOUR : COOLDOWN_HOUR);
  return episode;
}

static void
add_check (GPtrArray *entries, const Day *day, CooldownEntry *episode)
{
  CooldownEntry *check = cooldown_entry_new (COOLDOWN_ENTRY_CHECK);
  g_autofree char *uid = g_strdup_printf ("check-%u", entries->len);
  g_autofree char *ticks = g_strdup_printf ("%s %s %s", day->ticks, day->sensations,
                                            "else-tight-wear where-toes");

  cooldown_entry_set_uid (check, uid);
  cooldown_entry_set_time (check, COOLDOWN_FIELD_CHECK_AT,
                           cooldown_entry_get_at (episode) + COOLDOWN_HOUR,
                           cooldown_entry_get_at_offset (episode));
  set_ids (check, COOLDOWN_FIELD_CHECK_TICKS, ticks);
  set_ids (check, COOLDOWN_FIELD_CHECK_PLACES, day->places);
  cooldown_entry_set_text (check, COOLDOWN_FIELD_CHECK_LEVEL,
                           day->lasted > 60 ? "soon" : "self-care");
  cooldown_entry_set_text (check, COOLDOWN_FIELD_CHECK_EPISODE, cooldown_entry_get_uid (episode));
  set_written (check, 0);
  g_ptr_array_add (entries, check);
}

static void
add_day (GPtrArray *entries, const Day *day)
{
  CooldownEntry *workout = add_workout (entries, day);
  CooldownEntry *episode;

  if (day->strength < 0)
    return;
  episode = add_episode (entries, day, workout);
  add_check (entries, day, episode);
}

/* The night that began on the DATE. */
static void
add_night (GPtrArray *entries, const char *date, int restless)
{
  CooldownEntry *night = cooldown_entry_new (COOLDOWN_ENTRY_NIGHT);
  g_autofree char *uid = g_strdup_printf ("night-%s", date);

  cooldown_entry_set_uid (night, uid);
  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_DATE, date);
  cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_RESTLESS, restless);
  cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_BED, 23 * 60 + 5);
  cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_UP, 6 * 60 + 40);
  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_CAFFEINE, "some");
  cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_CAFFEINE_AT, 11 * 60 + 30);
  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_ALCOHOL, "none");
  if (restless >= 5)
    set_ids (night, COOLDOWN_FIELD_NIGHT_FEATURES,
             restless >= 7 ? "feel-urge when-rest when-move-helps when-night when-sleep"
                           : "feel-urge when-rest when-move-helps when-night");
  set_written (night, COOLDOWN_HOUR);
  g_ptr_array_add (entries, night);
}

static void
add_nights (GPtrArray *entries)
{
  /* From 25 October to 21 November; below 0: not noted. */
  static const int restless[] = { 3, 2, 5, 1,  3, 4, 7, 2, -1, 3, 3, 5, 2, 4,
                                  3, 8, 2, -1, 1, 3, 5, 2, 6,  3, 2, 7, 1, 3 };
  g_autoptr (GDateTime) first = g_date_time_new_utc (2026, 10, 25, 0, 0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (restless); i++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (first, (gint) i);
      g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

      if (restless[i] >= 0)
        add_night (entries, date, restless[i]);
    }
}

/**
 * sample_new:
 *
 * Returns: (transfer full) (element-type CooldownEntry): the entries of eight weeks
 */
GPtrArray *
sample_new (void)
{
  GPtrArray *entries = entries_new ();

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    add_day (entries, &days[i]);
  add_nights (entries);
  return entries;
}

/**
 * sample_new_many:
 * @n_episodes: how many episodes there are to be
 *
 * Returns: (transfer full) (element-type CooldownEntry): workouts with an episode each, one a day
 *   and the last of them on 22 November 2026
 */
GPtrArray *
sample_new_many (guint n_episodes)
{
  GPtrArray *entries = entries_new ();
  g_autoptr (GDateTime) last = g_date_time_new_utc (2026, 11, 22, 17, 12, 0);

  for (guint i = 0; i < n_episodes; i++)
    {
      Day day = days[1 + i % 2];
      g_autoptr (GDateTime) ended = g_date_time_add_days (last, -(gint) i);
      g_autofree char *text = g_date_time_format (ended, "%Y-%m-%dT%H:%M:%S+00");

      day.ended = text;
      day.strength = (int) (i % 11);
      add_day (entries, &day);
    }
  return entries;
}
