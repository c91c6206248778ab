/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens in a life, all of it decided by one number before the life begins. */
#include "simulate.h"

const char *const sim_zones[] = {
  "UTC",           "Europe/Berlin",    "America/New_York", "Asia/Kathmandu",
  "Pacific/Apia",  "Australia/Lord_Howe", "America/St_Johns", "Pacific/Kiritimati",
  "Africa/Casablanca", "America/Santiago",
};
const guint sim_n_zones = G_N_ELEMENTS (sim_zones);
GTimeZone *sim_loaded_zones[G_N_ELEMENTS (sim_zones)];

/* Held as long as lives are lived: a zone that nobody holds is read from its file each time. */
void
sim_load_zones (void)
{
  for (guint i = 0; i < sim_n_zones; i++)
    {
      sim_loaded_zones[i] = g_time_zone_new_identifier (sim_zones[i]);
      if (sim_loaded_zones[i] == NULL)
        sim_loaded_zones[i] = g_time_zone_new_utc ();
    }
}

void
sim_unload_zones (void)
{
  for (guint i = 0; i < sim_n_zones; i++)
    g_clear_pointer (&sim_loaded_zones[i], g_time_zone_unref);
}

typedef struct
{
  GRand *rand;
  SimLife *life;
  guint wildness; /* 0: quiet days, 2: everything happens */
} Fate;

static int
pick (Fate *fate, int from, int to)
{
  return g_rand_int_range (fate->rand, from, to);
}

static gboolean
chance (Fate *fate, int percent)
{
  return pick (fate, 0, 100) < percent;
}

static void
add (Fate *fate, gint64 at, SimEventKind kind, int a, int b)
{
  SimEvent event = { at, kind, a, b };

  g_array_append_val (fate->life->events, event);
}

/* A moment of a day; sometimes a full minute, sometimes not even a full second. */
static gint64
moment (Fate *fate, gint64 day)
{
  gint64 at = day * SIM_DAY + pick (fate, 0, 24 * 60) * COOLDOWN_MINUTE;

  if (chance (fate, 60))
    at += pick (fate, 0, 60) * COOLDOWN_SECOND;
  if (chance (fate, 30))
    at += pick (fate, 0, 1000000);
  return at;
}

/* The days before and after clocks are put on or back, and the end of 32-bit time. */
static gint64
find_start (Fate *fate)
{
  static const struct
  {
    const char *zone;
    gint64 seconds;
  } nights[] = {
    { "Europe/Berlin", 1774746000 },       { "Europe/Berlin", 1792890000 },
    { "America/New_York", 1772953200 },    { "America/New_York", 1793512800 },
    { "Australia/Lord_Howe", 1775314800 }, { "Australia/Lord_Howe", 1791041400 },
    { "America/Santiago", 1775358000 },
    { "Africa/Casablanca", 1771117200 },   { "Africa/Casablanca", 1774144800 },
    { "UTC", 2147483647 },                 { "Europe/Berlin", 2153000000 },
    { "America/St_Johns", 1772951400 },
  };
  guint night = (guint) pick (fate, 0, G_N_ELEMENTS (nights));
  gint64 start;

  fate->life->zone = (guint) pick (fate, 0, (int) sim_n_zones);
  if (chance (fate, 40))
    return (gint64) pick (fate, 1704067200, 2145916800) * COOLDOWN_SECOND;
  for (guint i = 0; i < sim_n_zones; i++)
    if (g_str_equal (sim_zones[i], nights[night].zone))
      fate->life->zone = i;
  start = nights[night].seconds * COOLDOWN_SECOND;
  return start - pick (fate, 0, (int) (fate->life->length / COOLDOWN_HOUR)) * COOLDOWN_HOUR;
}

static int
pick_bedtime (Fate *fate)
{
  if (chance (fate, 15))
    return 2 * 60 + 30;
  return chance (fate, 80) ? (pick (fate, 20 * 12, 26 * 12) * 5) % (24 * 60)
                           : pick (fate, 0, 24 * 60);
}

static void
add_setting (Fate *fate, gint64 at)
{
  switch (pick (fate, 0, 9))
    {
    case 0:
    case 1:
      add (fate, at, SIM_SET_BEDTIME, pick_bedtime (fate), 0);
      break;
    case 2:
      add (fate, at, SIM_SET_BEDTIMES, chance (fate, 40) ? 0 : pick (fate, 1, 1000000), 0);
      break;
    case 3:
      add (fate, at, SIM_SET_LIMIT, chance (fate, 30) ? -1 : pick (fate, 0, 24 * 60), 0);
      break;
    case 4:
      add (fate, at, SIM_SET_MORNING, chance (fate, 20) ? 150 : pick (fate, 5 * 60, 12 * 60), 0);
      break;
    case 5:
      add (fate, at, SIM_SET_QUIET, chance (fate, 30) ? -1 : pick (fate, 0, 24 * 60),
           pick (fate, 0, 24 * 60));
      break;
    case 6:
      add (fate, at, SIM_SET_TONIGHT, pick (fate, -1, 2), chance (fate, 60));
      break;
    default:
      add (fate, at, SIM_SET_FLAG, pick (fate, 0, 8), chance (fate, 70));
      break;
    }
}

static void
add_first_settings (Fate *fate)
{
  if (chance (fate, 80))
    add (fate, 0, SIM_SET_BEDTIME, pick_bedtime (fate), 0);
  for (int flag = 2; flag <= 5; flag++)
    if (chance (fate, fate->wildness == 0 ? 25 : 65))
      add (fate, 0, SIM_SET_FLAG, flag, TRUE);
  if (chance (fate, 30))
    add (fate, 0, SIM_SET_FLAG, 7, TRUE);
  if (fate->wildness > 0)
    add (fate, 0, SIM_ICE_GATE, TRUE, 0);
}

static void
add_workout (Fate *fate, gint64 day)
{
  gint64 at = moment (fate, day);
  int minutes_ago = chance (fate, 60) ? pick (fate, 0, 10) : pick (fate, 0, 12 * 60);

  add (fate, at, SIM_WORKOUT, minutes_ago, pick (fate, 0, 4));
  if (chance (fate, 15))
    add (fate, at + pick (fate, 0, 90) * COOLDOWN_MINUTE, SIM_WORKOUT_CHANGE,
         pick (fate, 0, 200), pick (fate, 0, 4));
  if (chance (fate, 60))
    add (fate,
         at + (60 - minutes_ago) * COOLDOWN_MINUTE + pick (fate, -1800, 7200) * COOLDOWN_SECOND,
         SIM_CHECK_IN, pick (fate, 0, 4), 0);
  if (chance (fate, 20))
    add (fate, at + pick (fate, 0, 300) * COOLDOWN_MINUTE, SIM_CHECK_IN, pick (fate, 0, 4), 0);
  if (chance (fate, 10))
    add (fate, at + pick (fate, 0, 300) * COOLDOWN_MINUTE, SIM_RECOVERY_STOP, 0, 0);
  if (chance (fate, 40))
    add (fate, moment (fate, day + 1), SIM_EPISODE_CHECK, chance (fate, 50) ? 1 : 2, 0);
  if (chance (fate, 20))
    add (fate, moment (fate, day + pick (fate, 0, 3)), SIM_EPISODE_END, pick (fate, 0, 120), 0);
}

/* How the user answers that the ice has to come off, early, late or never; when it came off. */
static gint64
add_answer (Fate *fate, gint64 bell)
{
  static const int late[] = { -400, 0, 3, 20, 59, 60, 200, 301, 700, 1900, 3500, 3700 };
  gint64 at = bell + late[pick (fate, 0, G_N_ELEMENTS (late))] * COOLDOWN_SECOND;

  if (chance (fate, 15))
    return bell;
  if (chance (fate, 20))
    at += pick (fate, 0, 60000000);
  if (chance (fate, 40))
    {
      add (fate, at, SIM_ICE_OFF, pick (fate, 1, 4), 0);
      at += pick (fate, 0, 90) * COOLDOWN_SECOND;
    }
  if (chance (fate, 90))
    add (fate, at, SIM_ICE_OFF, chance (fate, 92) ? 0 : pick (fate, 0, 5), 0);
  if (chance (fate, 40))
    add (fate, at + pick (fate, 0, 90) * COOLDOWN_SECOND, SIM_ICE_OFF, pick (fate, 2, 4), 0);
  return at;
}

static void
add_ice (Fate *fate, gint64 day)
{
  gint64 at = moment (fate, day);
  int minutes = pick (fate, 10, 16), rounds = pick (fate, 1, 7);

  add (fate, at, SIM_ICE_GATE, FALSE, 0);
  add (fate, at, SIM_ICE_START, minutes, rounds);
  for (int i = 0; i < rounds; i++)
    {
      gint64 on = at + pick (fate, 0, chance (fate, 80) ? 300 : 7500) * COOLDOWN_SECOND;
      gint64 off;

      if (chance (fate, 8))
        add (fate, on - COOLDOWN_SECOND, SIM_ICE_SNOOZE, pick (fate, 1, 61), 0);
      if (chance (fate, 8))
        add (fate, at + pick (fate, 0, 3600) * COOLDOWN_SECOND, SIM_ICE_PLAIN, pick (fate, 2, 6),
             0);
      add (fate, on, SIM_ICE_PLAIN, 0, 0);
      if (chance (fate, 40))
        add (fate, on + pick (fate, 200, 500) * COOLDOWN_SECOND, SIM_ICE_PLAIN, 1, 0);
      off = add_answer (fate, on + minutes * COOLDOWN_MINUTE);
      at = MAX (on + COOLDOWN_HOUR, off + 45 * COOLDOWN_MINUTE);
      if (chance (fate, 3))
        add (fate, at, SIM_ICE_PLAIN, 5, 0);
    }
}

/* What crosses a wind-down: a pause that nobody comes back from in time, another bedtime or another
 * zone while it runs, other steps for the next one. */
static void
add_obstacles (Fate *fate, gint64 at)
{
  gint64 during = at + pick (fate, 0, 3600) * COOLDOWN_SECOND;

  if (chance (fate, 20))
    {
      add (fate, during, SIM_ROUTINE_PLAIN, 1, 0);
      add (fate, during + pick (fate, 7100, 7300) * COOLDOWN_SECOND, SIM_ROUTINE_PLAIN,
           chance (fate, 50) ? 0 : 2, 0);
    }
  if (chance (fate, 20))
    {
      add (fate, at - COOLDOWN_SECOND, SIM_SET_BEDTIME, pick (fate, 1, 60), TRUE);
      add (fate, during, SIM_SET_BEDTIME, pick (fate, 0, 180), TRUE);
    }
  if (chance (fate, 15))
    add (fate, during, SIM_ZONE, pick (fate, 0, (int) sim_n_zones), 0);
  if (chance (fate, 15))
    add (fate, at + pick (fate, -3600, 3600) * COOLDOWN_SECOND, SIM_SET_ROUTINE,
         chance (fate, 30) ? 0 : pick (fate, 1, 1000000), 0);
}

/* A wind-down, often close to bed; the legs are restless before it, in it and in the night. */
static void
add_routine (Fate *fate, gint64 day)
{
  gint64 at = chance (fate, 50) ? moment (fate, day)
                                : day * SIM_DAY + pick (fate, 0, 3600) * COOLDOWN_SECOND;

  if (chance (fate, 80))
    add (fate, at, SIM_ROUTINE_START, pick (fate, 0, 1000000), 0);
  for (int i = pick (fate, 0, 6); i > 0; i--)
    {
      int after = pick (fate, -1800, chance (fate, 90) ? 3600 : 36000);

      if (chance (fate, 30))
        after -= after % 60;
      add (fate, at + after * COOLDOWN_SECOND,
           chance (fate, 85) ? SIM_ROUTINE_PLAIN : SIM_ROUTINE_MISTAKE, pick (fate, 0, 6), 0);
    }
  if (chance (fate, 50))
    add_obstacles (fate, at);
}

static void
add_machine (Fate *fate, gint64 at)
{
  static const int steps[] = { -1,   1,     -10,   10,     -300,  300,
                               -3600, 3600, -7200, 40000, -86400, 86400 };
  int kind = pick (fate, 0, 10);

  if (kind < 4)
    add (fate, at, SIM_SUSPEND, pick (fate, 60, chance (fate, 80) ? 36000 : 300000), 0);
  else if (kind < 6)
    add (fate, at, SIM_REBOOT, pick (fate, 20, chance (fate, 80) ? 3600 : 100000),
         pick (fate, 0, chance (fate, 80) ? 10 : 3600));
  else if (kind < 7)
    add (fate, at, SIM_ZONE, pick (fate, 0, (int) sim_n_zones), 0);
  else if (kind < 9)
    {
      int step = chance (fate, 50) ? steps[pick (fate, 0, G_N_ELEMENTS (steps))]
                                   : pick (fate, -90000, 90000);

      add (fate, at, SIM_CLOCK, step, 0);
      if (chance (fate, 40))
        add (fate, at + pick (fate, 0, 90000) * COOLDOWN_SECOND, SIM_CLOCK, -step, 0);
    }
  else if (chance (fate, 30))
    {
      add (fate, at, SIM_CLOCK, 365 * 86400, 0);
      add (fate, at + pick (fate, 0, 200000) * COOLDOWN_SECOND, SIM_CLOCK, -365 * 86400, 0);
    }
}

static void
add_agent_or_server (Fate *fate, gint64 at)
{
  gint64 back = at + pick (fate, 1, chance (fate, 70) ? 300 : 40000) * COOLDOWN_SECOND;

  switch (pick (fate, 0, 7))
    {
    case 0:
    case 1:
      add (fate, at, SIM_KILL, pick (fate, 0, chance (fate, 70) ? 5 : 40000), 0);
      break;
    case 2:
      add (fate, at, SIM_KILL_IN_FLIGHT, pick (fate, 0, chance (fate, 70) ? 5 : 4000), 0);
      break;
    case 3:
      add (fate, at, SIM_SERVER_GONE, 0, 0);
      add (fate, back, SIM_SERVER_BACK, 0, 0);
      break;
    case 4:
      add (fate, at, SIM_SERVER_REFUSES, 0, 0);
      add (fate, back, SIM_SERVER_BACK, 0, 0);
      break;
    case 5:
      add (fate, at, SIM_SERVER_HANGS, pick (fate, 1, 120), 0);
      break;
    default:
      add (fate, at, SIM_DISMISS, pick (fate, 0, COOLDOWN_N_SLOTS), 0);
      break;
    }
}

static void
add_day (Fate *fate, gint64 day)
{
  static const int workouts[] = { 4, 30, 70 }, ice[] = { 0, 8, 25 }, settings[] = { 3, 20, 80 },
                   machine[] = { 10, 50, 90 }, agents[] = { 4, 25, 90 };
  guint wild = fate->wildness;

  if (chance (fate, workouts[wild]))
    add_workout (fate, day);
  if (chance (fate, ice[wild]))
    add_ice (fate, day);
  for (guint i = 0; i < 1 + wild; i++)
    {
      if (chance (fate, settings[wild]))
        add_setting (fate, moment (fate, day));
      if (chance (fate, machine[wild]))
        add_machine (fate, moment (fate, day));
      if (chance (fate, agents[wild]))
        add_agent_or_server (fate, moment (fate, day));
    }
  if (chance (fate, 5))
    add (fate, moment (fate, day), SIM_MISSED_SEEN, 0, 0);
  if (chance (fate, 3))
    {
      add (fate, moment (fate, day), SIM_TEST, 0, 0);
      add (fate, moment (fate, day), SIM_TEST_ANSWER, 0, 0);
    }
}

/* Drawn apart, so that all else in a life is as it would be without. */
static void
add_evenings (const Fate *fate)
{
  static const int routines[] = { 8, 30, 70 };
  guint32 seeds[] = { (guint32) fate->life->seed, (guint32) (fate->life->seed >> 32), 1 };
  Fate evenings = { g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds)), fate->life,
                    fate->wildness };

  for (gint64 day = 0; day < fate->life->length / SIM_DAY; day++)
    if (chance (&evenings, routines[fate->wildness]))
      add_routine (&evenings, day);
  g_rand_free (evenings.rand);
}

/* Drawn apart, too: trials on oneself, and the reminders of them and of alcohol switched. */
static void
add_trials (const Fate *fate)
{
  static const int trials[] = { 6, 20, 40 };
  guint32 seeds[] = { (guint32) fate->life->seed, (guint32) (fate->life->seed >> 32), 2 };
  Fate own = { g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds)), fate->life,
               fate->wildness };

  if (chance (&own, 40))
    add (&own, 0, SIM_SET_FLAG, 9, TRUE);
  for (gint64 day = 0; day < fate->life->length / SIM_DAY; day++)
    {
      if (chance (&own, trials[fate->wildness]))
        add (&own, moment (&own, day), SIM_SET_EXPERIMENT,
             chance (&own, 70) ? 1 : pick (&own, -12, 3), chance (&own, 80) ? pick (&own, 1, 18) : 0);
      if (chance (&own, trials[fate->wildness] / 4))
        add (&own, moment (&own, day), SIM_SET_FLAG, 8, chance (&own, 60));
    }
  g_rand_free (own.rand);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const SimEvent *first = a, *second = b;

  return first->at < second->at ? -1 : first->at > second->at;
}

SimLife *
sim_life_new (guint64 seed)
{
  guint32 seeds[] = { (guint32) seed, (guint32) (seed >> 32) };
  Fate fate = { g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds)), g_new0 (SimLife, 1), 0 };

  fate.life->seed = seed;
  fate.life->events = g_array_new (FALSE, FALSE, sizeof (SimEvent));
  fate.wildness = chance (&fate, 70) ? 0 : chance (&fate, 70) ? 1 : 2;
  fate.life->length = (fate.wildness == 0 ? 20 : pick (&fate, 3, 10)) * SIM_DAY;
  fate.life->start = find_start (&fate);
  add_first_settings (&fate);
  for (gint64 day = 0; day < fate.life->length / SIM_DAY; day++)
    add_day (&fate, day);
  add_evenings (&fate);
  add_trials (&fate);
  for (guint i = 0; i < fate.life->events->len; i++)
    {
      SimEvent *event = &g_array_index (fate.life->events, SimEvent, i);

      event->at = MAX (event->at, 0);
    }
  g_array_sort (fate.life->events, compare_times);
  g_rand_free (fate.rand);
  return fate.life;
}

void
sim_life_free (SimLife *life)
{
  g_array_unref (life->events);
  g_free (life);
}
