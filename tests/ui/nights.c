/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nights.h"

#include "diary.h"

#define DAY (24 * COOLDOWN_HOUR)
#define SEED 7
#define CALM 2
#define PLANTED 4
#define LATE_CUP (16 * 60)
#define EARLY_CUP (9 * 60)

/* The moment of a time of day, so many days ago. */
static gint64
get_moment (gint64 now, guint days, double hour)
{
  gint64 today = now / DAY * DAY;

  return today - days * DAY + (gint64) (hour * COOLDOWN_HOUR);
}

static CooldownEntry *
make_night (gint64 now, guint days, int restless)
{
  g_autoptr (GDateTime)
      date = g_date_time_new_from_unix_utc (get_moment (now, days, 12) / COOLDOWN_SECOND);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");

  return diary_night (day, CLAMP (restless, 0, 10));
}

static void
set_cup (CooldownEntry *night, gboolean late)
{
  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_CAFFEINE, "some");
  cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_CAFFEINE_AT, late ? LATE_CUP : EARLY_CUP);
}

static void
set_alcohol (CooldownEntry *night, gboolean any)
{
  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_ALCOHOL, any ? "some" : "none");
}

static void
put_workout (CooldownJournal *journal, gint64 ended, int effort)
{
  CooldownEntry *workout = diary_workout (ended, "run", 45);

  cooldown_entry_set_number (workout, COOLDOWN_FIELD_WORKOUT_RPE, effort);
  diary_put (journal, workout);
}

/**
 * nights_write_few:
 * @journal: a journal
 * @now: the moment it is now
 * @n: how many
 *
 * Writes the last nights, of which nothing else is known.
 */
void
nights_write_few (CooldownJournal *journal, gint64 now, guint n)
{
  for (guint i = n; i > 0; i--)
    diary_put (journal, make_night (now, i, (int) i + 1));
}

/**
 * nights_write_planted:
 * @journal: a journal
 * @now: the moment it is now
 *
 * Writes %NIGHTS_MANY nights within nine weeks: those after a late cup are more restless by four;
 * alcohol, which of two nights is not known, and hard workouts come by chance; there is no nicotine.
 */
void
nights_write_planted (CooldownJournal *journal, gint64 now)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint i = NIGHTS_MANY + 3; i > 0; i--)
    {
      gboolean late = g_rand_double (rand) < .35, alcohol = g_rand_double (rand) < .3;
      int restless = CALM + g_rand_int_range (rand, -1, 2) + (late ? PLANTED : 0);
      double sport = g_rand_double (rand);
      CooldownEntry *night;

      if (sport < .5)
        put_workout (journal, get_moment (now, i, 17), sport < .2 ? 8 : 4);
      if (i % 21 == 10)
        continue;
      night = make_night (now, i, restless);
      set_cup (night, late);
      if (i % 30 != 5)
        set_alcohol (night, alcohol);
      cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_NICOTINE, "none");
      diary_put (journal, night);
    }
}

/**
 * nights_write_together:
 * @journal: a journal
 * @now: the moment it is now
 *
 * Writes %NIGHTS_MANY nights: those after alcohol are more restless, and alcohol comes with late
 * runs.
 */
void
nights_write_together (CooldownJournal *journal, gint64 now)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint i = NIGHTS_MANY; i > 0; i--)
    {
      gboolean alcohol = g_rand_double (rand) < .4;
      gboolean run = g_rand_double (rand) < .9 ? alcohol : !alcohol;
      int restless = CALM + g_rand_int_range (rand, -1, 2) + (alcohol ? PLANTED : 0);
      CooldownEntry *night = make_night (now, i, restless);

      put_workout (journal, get_moment (now, i, run ? 21.5 : 12), 4);
      set_alcohol (night, alcohol);
      diary_put (journal, night);
    }
}
