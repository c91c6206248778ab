/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is to be said, worked out a second time and in another way than the planner does: from what
 * the user said and did, which is remembered here, and from every occasion there ever was.
 */
#include "simulate.h"

#include <string.h>

#define MINUTES_OF_DAY (24 * 60)
#define NOON (12 * 60)
#define NO_CAFFEINE_FROM (12 * 60)
#define NO_CAFFEINE_BEFORE (9 * 60)
#define NO_ALCOHOL_BEFORE (4 * 60)
#define AHEAD_COUNTS (30 * COOLDOWN_MINUTE)
#define DAYS_BACK 3
#define DAYS_AHEAD 11

/* The kinds that a source about no session tells. */
static const CooldownNoticeKind kind_of_slot[COOLDOWN_N_SOURCES] = {
  COOLDOWN_NOTICE_NONE,            COOLDOWN_NOTICE_NONE,
  COOLDOWN_NOTICE_NONE,            COOLDOWN_NOTICE_EPISODE_EVENING,
  COOLDOWN_NOTICE_EPISODE_MORNING, COOLDOWN_NOTICE_TEST,
  COOLDOWN_NOTICE_WIND_DOWN,       COOLDOWN_NOTICE_BED,
  COOLDOWN_NOTICE_CAFFEINE,        COOLDOWN_NOTICE_ALCOHOL,
  COOLDOWN_NOTICE_MORNING,         COOLDOWN_NOTICE_EXPERIMENT_TURN,
};

enum
{
  SLOT_ICE,
  SLOT_HOUR,
  SLOT_ROUTINE,
  SLOT_FIRST_APPOINTMENT,
};

guint
sim_find_slot (CooldownNoticeKind kind)
{
  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    if (kind_of_slot[i] == kind && kind != COOLDOWN_NOTICE_NONE)
      return i;
  if (kind == COOLDOWN_NOTICE_ROUTINE_STEP)
    return SLOT_ROUTINE;
  if (kind == COOLDOWN_NOTICE_EXPERIMENT_RESULT)
    return sim_find_slot (COOLDOWN_NOTICE_EXPERIMENT_TURN);
  return kind == COOLDOWN_NOTICE_RECOVERY_CHECK ? SLOT_HOUR : SLOT_ICE;
}

void
sim_model_init (SimModel *model, const CooldownFacts *facts)
{
  model->bedtime = model->limit = -1;
  model->wind_down_minutes = facts->winddown_minutes;
  model->quiet[0] = -1;
  model->morning_at = facts->reminders.morning_at;
  for (guint i = 0; i < G_N_ELEMENTS (model->bedtimes); i++)
    model->bedtimes[i] = -1;
  model->recovery = model->episode = model->sound = model->experiment = TRUE;
  model->version = 1;
  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    model->occasions[i] = g_array_new (FALSE, TRUE, sizeof (SimOccasion));
}

void
sim_model_clear (SimModel *model)
{
  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    g_array_unref (model->occasions[i]);
}

/* The occasion, noted now if it was not. */
SimOccasion *
sim_model_occasion (Sim *sim, guint slot, gint64 session, gint64 serial)
{
  GArray *all = sim->model.occasions[slot];
  SimOccasion fresh = { .session = session, .serial = serial };

  for (guint i = all->len; i > 0; i--)
    {
      SimOccasion *occasion = &g_array_index (all, SimOccasion, i - 1);

      if (occasion->session == session && occasion->serial == serial)
        return occasion;
    }
  g_array_append_val (all, fresh);
  return &g_array_index (all, SimOccasion, all->len - 1);
}

/* Where a clock on the wall shows that many minutes after midnight. */
gint64
sim_model_local_time (Sim *sim, const GDate *date, int minutes)
{
  GDate day = *date;
  g_autoptr (GDateTime) time = NULL;

  g_date_add_days (&day, (guint) (minutes / MINUTES_OF_DAY));
  minutes %= MINUTES_OF_DAY;
  time = g_date_time_new (sim_loaded_zones[sim->zone], g_date_get_year (&day),
                          (int) g_date_get_month (&day), g_date_get_day (&day), minutes / 60,
                          minutes % 60, 0);
  return g_date_time_to_unix (time) * COOLDOWN_SECOND;
}

static int
bedtime_on (const SimModel *model, const GDate *date)
{
  int own = model->bedtimes[g_date_get_weekday (date) - 1];

  if (own >= 0)
    return own;
  return model->bedtime >= 0 ? model->bedtime : COOLDOWN_USUAL_BEDTIME;
}

static gint64
bed_on (Sim *sim, const GDate *date)
{
  int bedtime = bedtime_on (&sim->model, date);

  return sim_model_local_time (sim, date, bedtime < NOON ? bedtime + MINUTES_OF_DAY : bedtime);
}

static gint64
caffeine_on (Sim *sim, const GDate *date)
{
  int bedtime = bedtime_on (&sim->model, date);
  /* Whoever goes to bed in the morning may have the last cup after midnight. */
  gboolean is_next_day = sim->model.limit < bedtime && bedtime < NOON;

  if (sim->model.limit >= 0)
    return sim_model_local_time (sim, date,
                                 sim->model.limit + (is_next_day ? MINUTES_OF_DAY : 0));
  if (bedtime >= 21 * 60 || bedtime <= 60)
    return sim_model_local_time (sim, date, NO_CAFFEINE_FROM);
  return bed_on (sim, date) - NO_CAFFEINE_BEFORE * COOLDOWN_MINUTE;
}

/* When a reminder of the kind comes on a day; COOLDOWN_NEVER when it does not. */
static gint64
time_on (Sim *sim, CooldownNoticeKind kind, const GDate *date)
{
  char text[16];

  g_date_strftime (text, sizeof text, "%Y-%m-%d", date);
  if (kind == COOLDOWN_NOTICE_MORNING || kind == COOLDOWN_NOTICE_EPISODE_MORNING)
    return sim_model_local_time (sim, date, sim->model.morning_at);
  if (kind == COOLDOWN_NOTICE_EPISODE_EVENING)
    return bed_on (sim, date) - sim->facts->reminders.episode_before_bed;
  if (sim->model.bedtime < 0)
    return COOLDOWN_NEVER;
  if ((kind == COOLDOWN_NOTICE_CAFFEINE || kind == COOLDOWN_NOTICE_ALCOHOL) &&
      strcmp (text, sim->model.tonight) == 0)
    return COOLDOWN_NEVER;
  if (kind == COOLDOWN_NOTICE_CAFFEINE)
    return caffeine_on (sim, date);
  if (kind == COOLDOWN_NOTICE_ALCOHOL)
    return bed_on (sim, date) - NO_ALCOHOL_BEFORE * COOLDOWN_MINUTE;
  return bed_on (sim, date) -
         (kind == COOLDOWN_NOTICE_WIND_DOWN ? sim->model.wind_down_minutes * COOLDOWN_MINUTE : 0);
}

/* The last time up to a moment and the first one after it. */
static SimCache
find_times (Sim *sim, CooldownNoticeKind kind, gint64 wall)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (wall / COOLDOWN_SECOND);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, sim_loaded_zones[sim->zone]);
  SimCache found = { sim->model.version, wall, COOLDOWN_NEVER, COOLDOWN_NEVER };
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (local),
                  (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  g_date_subtract_days (&date, DAYS_BACK);
  for (int i = -DAYS_BACK; i <= DAYS_AHEAD; i++)
    {
      gint64 at = time_on (sim, kind, &date);

      if (at <= wall && (found.last == COOLDOWN_NEVER || at > found.last))
        found.last = at;
      if (at > wall && at < found.next)
        found.next = at;
      g_date_add_days (&date, 1);
    }
  return found;
}

static void
find_cached (Sim *sim, guint slot, gint64 wall, gint64 *last, gint64 *next)
{
  SimCache *cache = &sim->model.cache[slot];

  if (cache->version != sim->model.version || wall < cache->from || wall >= cache->next)
    *cache = find_times (sim, kind_of_slot[slot], wall);
  *last = cache->last;
  *next = cache->next;
}

/* When a question was asked that comes once for an episode, COOLDOWN_NEVER if it was not. */
static gint64
find_asked (Sim *sim, guint slot, gint64 wall)
{
  GArray *all = sim->model.occasions[slot];
  gint64 asked = COOLDOWN_NEVER;

  for (guint i = 0; i < all->len; i++)
    {
      const SimOccasion *occasion = &g_array_index (all, SimOccasion, i);

      if ((occasion->told || occasion->missed) && occasion->serial <= wall &&
          occasion->serial > sim->model.episode_began * COOLDOWN_SECOND)
        asked = MIN (asked, occasion->serial);
    }
  return asked;
}

/* When it is to be asked. */
static gint64
find_once (Sim *sim, CooldownNoticeKind kind)
{
  gint64 began = sim->model.episode_began * COOLDOWN_SECOND;
  gint64 morning =
    find_times (sim, COOLDOWN_NOTICE_EPISODE_MORNING, began + 6 * COOLDOWN_HOUR).next;
  gint64 evening;

  if (kind == COOLDOWN_NOTICE_EPISODE_MORNING)
    return morning;
  evening = find_times (sim, kind, began + COOLDOWN_HOUR).next;
  return evening < morning ? evening : COOLDOWN_NEVER;
}

static gboolean
is_on (const SimModel *model, CooldownNoticeKind kind)
{
  if (kind == COOLDOWN_NOTICE_EPISODE_EVENING || kind == COOLDOWN_NOTICE_EPISODE_MORNING)
    return model->episode && model->episode_began != 0;
  if (kind == COOLDOWN_NOTICE_TEST)
    return model->test_at != 0;
  if (kind == COOLDOWN_NOTICE_CAFFEINE)
    return model->caffeine;
  if (kind == COOLDOWN_NOTICE_ALCOHOL)
    return model->alcohol;
  if (kind == COOLDOWN_NOTICE_WIND_DOWN)
    return model->wind_down;
  return kind == COOLDOWN_NOTICE_BED ? model->bed : model->morning;
}

static void
find_appointment (Sim *sim, guint slot, gint64 wall, gint64 *last, gint64 *next)
{
  CooldownNoticeKind kind = kind_of_slot[slot];
  SimCache *cache = &sim->model.cache[slot];
  gint64 at;

  if (kind >= COOLDOWN_NOTICE_CAFFEINE && kind != COOLDOWN_NOTICE_TEST)
    {
      find_cached (sim, slot, wall, last, next);
      return;
    }
  if (cache->version != sim->model.version)
    {
      at = kind == COOLDOWN_NOTICE_TEST ? sim->model.test_at : find_once (sim, kind);
      *cache = (SimCache){ .version = sim->model.version, .last = at };
    }
  at = cache->last;
  if (kind != COOLDOWN_NOTICE_TEST)
    at = MIN (at, find_asked (sim, slot, wall));
  *last = at <= wall ? at : COOLDOWN_NEVER;
  *next = at > wall ? at : COOLDOWN_NEVER;
}

/* Since when legs tingle, the journal knows. */
void
sim_model_refresh (Sim *sim)
{
  gint64 serial = cooldown_ledger_get_serial (sim->ledger);
  gint64 began;

  if (serial == sim->model.ledger_serial)
    return;
  sim->model.ledger_serial = serial;
  began = cooldown_journal_get_open_episode (cooldown_ledger_get_journal (sim->ledger));
  if (began == sim->model.episode_began)
    return;
  sim->model.episode_began = began;
  sim->model.version++;
}

/* What was told while the clock was far ahead was told at a wrong time, and will be told again. */
void
sim_model_forget_ahead (Sim *sim)
{
  gint64 latest = sim_now (sim).wall + AHEAD_COUNTS;

  for (guint slot = SLOT_FIRST_APPOINTMENT; slot < COOLDOWN_N_SOURCES; slot++)
    for (guint i = 0; i < sim->model.occasions[slot]->len; i++)
      {
        SimOccasion *occasion = &g_array_index (sim->model.occasions[slot], SimOccasion, i);

        if (occasion->serial > latest)
          *occasion = (SimOccasion){ .serial = occasion->serial };
      }
}

/* Whether it was dealt with, or one that came after it and is not in the future. */
gboolean
sim_model_is_behind (Sim *sim, guint slot, gint64 at, gint64 wall, gboolean done)
{
  GArray *all = sim->model.occasions[slot];

  for (guint i = all->len; i > 0; i--)
    {
      const SimOccasion *occasion = &g_array_index (all, SimOccasion, i - 1);

      if ((done ? occasion->done : occasion->told || occasion->missed) &&
          (occasion->serial == at || (occasion->serial > at && occasion->serial <= wall)))
        return TRUE;
    }
  return FALSE;
}

static SimDue
look_at_appointment (Sim *sim, guint slot, const CooldownInstant *now)
{
  SimDue due = { .serial = -1, .ahead = COOLDOWN_NEVER };
  gint64 last, next;

  if (kind_of_slot[slot] == COOLDOWN_NOTICE_EXPERIMENT_TURN)
    return sim_model_look_at_trial (sim, slot, now);
  if (!is_on (&sim->model, kind_of_slot[slot]))
    return due;
  find_appointment (sim, slot, now->wall, &last, &next);
  if (next != COOLDOWN_NEVER)
    due.ahead = next - now->wall;
  if (last == COOLDOWN_NEVER || sim_model_is_behind (sim, slot, last, now->wall, TRUE))
    return due;
  due.kind = kind_of_slot[slot];
  due.serial = last;
  due.late = now->wall - last;
  return due;
}

static CooldownNotice
look_at_ice (Sim *sim, CooldownSession *session, const CooldownInstant *now)
{
  CooldownIceState ice = cooldown_ice_fold (&sim->facts->ice, session, now);

  if (ice.phase == COOLDOWN_ICE_LAPSED && ice.unheard >= 0)
    return (CooldownNotice){ COOLDOWN_NOTICE_ICE_DUE, ice.round, ice.unheard, COOLDOWN_NEVER };
  return cooldown_ice_get_notice (&sim->facts->ice, &ice, cooldown_session_get_axis (session, now));
}

static CooldownNotice
look_at_hour (Sim *sim, CooldownSession *session, const CooldownInstant *now)
{
  CooldownRecoveryState recovery = cooldown_recovery_fold (&sim->facts->recovery, session, now);

  /* Nobody was asked: it was missed. */
  if (recovery.phase == COOLDOWN_RECOVERY_LAPSED && recovery.check_at > 0)
    return (CooldownNotice){ COOLDOWN_NOTICE_RECOVERY_CHECK, 0, recovery.check_at, COOLDOWN_NEVER };
  return cooldown_recovery_get_notice (&recovery, cooldown_session_get_axis (session, now));
}

/* A step that began by itself stands for some minutes, and not longer than it lasts. */
static CooldownNotice
look_at_routine (Sim *sim, CooldownSession *session, const CooldownInstant *now)
{
  CooldownRoutineState routine = cooldown_routine_fold (session, now);
  gint64 fades =
    MIN (routine.since + sim->facts->reminders.worth[COOLDOWN_NOTICE_ROUTINE_STEP], routine.until);

  if (routine.phase != COOLDOWN_ROUTINE_RUNNING || !routine.by_itself ||
      cooldown_session_get_axis (session, now) >= fades)
    return (CooldownNotice){ COOLDOWN_NOTICE_NONE, 0, -1, routine.until };
  return (CooldownNotice){ COOLDOWN_NOTICE_ROUTINE_STEP, routine.step + 1, routine.since, fades };
}

/* What is due of a session, the fold tells; when it has to be said, is told here. */
static SimDue
look_at_session (Sim *sim, guint slot, const CooldownInstant *now)
{
  static CooldownNotice (*const looks[]) (Sim *, CooldownSession *, const CooldownInstant *) = {
    look_at_ice, look_at_hour, look_at_routine
  };
  CooldownSession *session =
    cooldown_ledger_get_session (sim->ledger, (CooldownSubject) cooldown_due_source (slot)->session);
  SimDue due = { .serial = -1, .ahead = COOLDOWN_NEVER };
  CooldownNotice notice;
  gint64 axis;

  if (session == NULL || (slot == SLOT_HOUR && !sim->model.recovery))
    return due;
  axis = cooldown_session_get_axis (session, now);
  notice = looks[slot](sim, session, now);
  due.kind = notice.kind;
  due.session = cooldown_session_get_id (session);
  due.serial = notice.said;
  due.late = notice.kind != COOLDOWN_NOTICE_NONE ? MAX (axis - notice.said, 0) : 0;
  if (notice.next_at != COOLDOWN_NEVER)
    due.ahead = notice.next_at - axis;
  return due;
}

/* What is due of a source now; the agent has to live. */
SimDue
sim_model_look (Sim *sim, guint slot)
{
  CooldownInstant now = sim_now (sim);
  SimDue due = slot < SLOT_FIRST_APPOINTMENT ? look_at_session (sim, slot, &now)
                                             : look_at_appointment (sim, slot, &now);
  gint64 worth = sim->facts->reminders.worth[due.kind];

  if (due.kind != COOLDOWN_NOTICE_NONE && worth != COOLDOWN_NEVER && due.late < worth)
    due.ahead = MIN (due.ahead, worth - due.late);
  return due;
}

gboolean
sim_model_is_told (Sim *sim, guint slot, const SimDue *due)
{
  GArray *all = sim->model.occasions[slot];

  if (due->session == 0)
    return sim_model_is_behind (sim, slot, due->serial, sim_now (sim).wall, FALSE);
  for (guint i = all->len; i > 0; i--)
    {
      const SimOccasion *occasion = &g_array_index (all, SimOccasion, i - 1);

      if (occasion->session == due->session && occasion->serial >= due->serial &&
          (occasion->told || occasion->missed))
        return TRUE;
    }
  return FALSE;
}

gboolean
sim_model_is_worth (Sim *sim, const SimDue *due)
{
  return due->kind != COOLDOWN_NOTICE_NONE && due->late < sim->facts->reminders.worth[due->kind];
}

void
sim_model_before_setting (Sim *sim, SimDue before[COOLDOWN_N_SOURCES])
{
  for (guint i = SLOT_FIRST_APPOINTMENT; i < COOLDOWN_N_SOURCES; i++)
    before[i] = sim_model_look (sim, i);
}

/* What became due by the setting alone is not to be said. */
void
sim_model_after_setting (Sim *sim, const SimDue before[COOLDOWN_N_SOURCES])
{
  sim->model.version++;
  for (guint i = SLOT_FIRST_APPOINTMENT; i < COOLDOWN_N_SOURCES; i++)
    {
      SimDue due = sim_model_look (sim, i);

      if (due.kind != COOLDOWN_NOTICE_NONE &&
          (before[i].kind == COOLDOWN_NOTICE_NONE || before[i].serial != due.serial))
        sim_model_occasion (sim, i, 0, due.serial)->done = TRUE;
    }
}

/* What the user says about the legs may answer what stands to be asked; the agent knows. */
void
sim_model_after_note (Sim *sim)
{
  sim_model_refresh (sim);
  for (guint i = SLOT_FIRST_APPOINTMENT; i < COOLDOWN_N_SOURCES; i++)
    {
      g_autofree char *name = g_strconcat ("done.", cooldown_slot_get_name (i), NULL);
      GVariant *marks = cooldown_ledger_lookup (sim->ledger, name, G_VARIANT_TYPE ("ax"));
      SimDue due = sim_model_look (sim, i);
      gsize n_marks = 0;
      const gint64 *mark =
        marks != NULL ? g_variant_get_fixed_array (marks, &n_marks, sizeof (gint64)) : NULL;

      for (gsize j = 0; j < n_marks; j++)
        if (due.kind != COOLDOWN_NOTICE_NONE && mark[j] == due.serial)
          sim_model_occasion (sim, i, 0, due.serial)->done = TRUE;
    }
}
