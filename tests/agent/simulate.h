/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agent/commands.h"
#include "agent/planner.h"
#include "agent/trial.h"
#include "fake-clock.h"

/*
 * Random lives with reminders: the planner, the ledger, the commands and a journal, all of them the
 * program's own, on a clock that is moved from one thing that happens to the next. What has to be
 * said is worked out a second time (simulate-model.c) and compared with what a server was told.
 */

G_BEGIN_DECLS

#define SIM_DAY (24 * COOLDOWN_HOUR)
/** SIM_GRACE: How late a reminder may come. */
#define SIM_GRACE COOLDOWN_SECOND

/* What can happen in a life; what the numbers of an event mean stands in simulate-apply.c. */
typedef enum
{
  SIM_WORKOUT,
  SIM_WORKOUT_CHANGE,
  SIM_RECOVERY_STOP,
  SIM_CHECK_IN,
  SIM_EPISODE_CHECK,
  SIM_EPISODE_END,
  SIM_ICE_GATE,
  SIM_ICE_START,
  SIM_ICE_PLAIN,
  SIM_ICE_OFF,
  SIM_ICE_SNOOZE,
  SIM_ROUTINE_START,
  SIM_ROUTINE_PLAIN,
  SIM_ROUTINE_MISTAKE,
  SIM_SET_BEDTIME,
  SIM_SET_BEDTIMES,
  SIM_SET_LIMIT,
  SIM_SET_ROUTINE,
  SIM_SET_FLAG,
  SIM_SET_MORNING,
  SIM_SET_QUIET,
  SIM_SET_TONIGHT,
  SIM_SET_EXPERIMENT,
  SIM_MISSED_SEEN,
  SIM_TEST,
  SIM_TEST_ANSWER,
  SIM_SUSPEND,
  SIM_CLOCK,
  SIM_ZONE,
  SIM_REBOOT,
  SIM_KILL,
  SIM_KILL_IN_FLIGHT,
  SIM_SERVER_GONE,
  SIM_SERVER_BACK,
  SIM_SERVER_REFUSES,
  SIM_SERVER_HANGS,
  SIM_DISMISS,
} SimEventKind;

typedef struct
{
  gint64 at; /* how long after the life began, in a time that no clock can falsify */
  SimEventKind kind;
  int a, b;
} SimEvent;

typedef struct
{
  guint64 seed;
  guint zone;
  gint64 start; /* wall time */
  gint64 length;
  GArray *events; /* (element-type SimEvent) */
} SimLife;

/* One thing that was to be said once. */
typedef struct
{
  gint64 session; /* 0 for what is about no session */
  gint64 serial;
  gboolean told;
  gboolean missed;
  gboolean done;
} SimOccasion;

/* What is due of a source at a moment, as the model sees it. */
typedef struct
{
  CooldownNoticeKind kind;
  gint64 session;
  gint64 serial;
  gint64 late;
  gint64 ahead; /* how long until something changes by itself */
} SimDue;

/* The last and the next time of an appointment, as long as they hold. */
typedef struct
{
  guint version;
  gint64 from;
  gint64 last;
  gint64 next;
} SimCache;

/* What the user and the days have brought, as far as reminders depend on it. */
typedef struct
{
  int bedtime;     /* -1: never said */
  int bedtimes[7]; /* -1: as usual */
  int limit;       /* -1: none of their own */
  int wind_down_minutes;
  int morning_at;
  int quiet[2]; /* -1: none */
  gboolean recovery, episode, caffeine, alcohol, wind_down, bed, morning, sound, discreet, experiment;
  char tonight[16]; /* the date of the list, "" when it is not done */
  GDate trial;     /* the first evening of the trial on oneself, not valid without one */
  int turn_nights;
  int n_turns;
  gint64 episode_began;
  gint64 test_at;
  gint64 ledger_serial; /* of the ledger when it was asked for the episode */
  guint version; /* grows when an appointment may be at another time */
  SimCache cache[COOLDOWN_N_SOURCES];
  GArray *occasions[COOLDOWN_N_SOURCES]; /* (element-type SimOccasion) */
} SimModel;

/* A notification that stands on the desktop. */
typedef struct
{
  guint32 id; /* 0: none */
  gboolean tells[COOLDOWN_N_SOURCES];
  gint64 sessions[COOLDOWN_N_SOURCES];
  gint64 serials[COOLDOWN_N_SOURCES];
} SimShown;

typedef enum
{
  SIM_SERVER_IS_UP,
  SIM_SERVER_IS_GONE,
  SIM_SERVER_IS_REFUSING,
  SIM_SERVER_IS_HANGING,
} SimServerMode;

typedef struct
{
  SimServerMode mode;
  gint64 hangs_until; /* in the time of the life */
  guint epoch;        /* grows with each server that starts */
  guint32 last_id;
  SimShown shown[COOLDOWN_N_SLOTS];
} SimServer;

/* What is watched from one look to the next. */
typedef struct
{
  gint64 session[COOLDOWN_N_SOURCES];
  gint64 serial[COOLDOWN_N_SOURCES];
  gint64 pending_since[COOLDOWN_N_SOURCES]; /* since when it could have been said, or -1 */
  gint64 late_since[COOLDOWN_N_SOURCES];    /* since when it should be in the list of missed */
  gint64 gone_since[COOLDOWN_N_SOURCES];    /* since when it should stand on the server again */
  gint64 stale_since[COOLDOWN_N_SLOTS];     /* since when it should no longer */
  gint64 tried_until[COOLDOWN_N_SLOTS];     /* until when a failed try excuses */
  gboolean dismissed[COOLDOWN_N_SOURCES];
  GVariant *missed; /* (nullable): the list as it was */
  guint own_new;    /* told for the first time in this update, each by itself */
  guint summary_new;
  SimShown summary; /* what the last one told */
  gboolean on; /* whether ice lies on the skin, as far as the user said */
  gint64 on_at;
  gint64 came_off_at; /* -1: never */
  gint64 rang_at;     /* the last time that the bell was heard, -1: not yet */
  gint64 unheard;     /* how long it could have rung since */
  gint64 unheard_from;
  gint64 away_until; /* when the machine woke or started last, and the bell began anew */
  gboolean rebooted;
  gboolean bell_failed;
  guint minutes;
  guint date_version[3]; /* of the model when a reminder came last, and for which date */
  int date[3];
  guint n_looks;
} SimWatch;

/* The wind-down as it goes by what the user pressed. */
typedef struct
{
  gboolean known; /* not after the machine was off, until the next one begins */
  CooldownRoutinePhase phase; /* running, paused, or none */
  guint n_steps, step;
  gint64 minutes[COOLDOWN_ROUTINE_MAX_STEPS];
  gint64 until; /* when the step or the pause is over, in the time of the life */
  gint64 left;  /* of the step, in a pause */
  gboolean by_itself;
} SimRoutine;

typedef struct _SimNotifier SimNotifier;

/* What all lives share. */
typedef struct
{
  CooldownFacts *facts;
  char *folder;  /* empty between two lives */
  char *warning; /* (nullable): what the program complained of */
} SimStage;

typedef struct
{
  const SimLife *life;
  SimStage *stage;
  const CooldownFacts *facts;
  CooldownFakeClock *clock;
  gint64 truth;
  guint zone;
  guint next_event;
  /* The agent, while it lives. */
  CooldownLedger *ledger;
  CooldownPlanner *planner;
  SimNotifier *notifier;
  GSimpleActionGroup *actions;
  CooldownCommands *commands;
  CooldownChime *chime;
  CooldownTrial *trial;
  CooldownWake wake;
  gboolean updating;
  gboolean noting; /* the user is saying something about the legs */
  gint64 starts_at; /* when it starts, or COOLDOWN_NEVER */
  guint spins;
  int kill_in_flight; /* seconds until it is there again, -1: it is not to be killed */
  SimServer server;
  SimModel model;
  SimRoutine routine;
  SimWatch watch;
  gint64 look_at; /* when the watch wants to look again */
  char *failure;  /* (nullable) */
  char *rule;     /* (nullable): which promise was broken */
  GString *story; /* (nullable) */
} Sim;

/* simulate-world.c */
extern const char *const sim_zones[];
extern const guint sim_n_zones;
extern GTimeZone *sim_loaded_zones[];
void sim_load_zones (void);
void sim_unload_zones (void);
SimLife *sim_life_new (guint64 seed);
void sim_life_free (SimLife *life);

/* simulate-apply.c */
void sim_apply (Sim *sim, const SimEvent *event);
void sim_press (Sim *sim, const char *action, GVariant *parameter);

/* simulate-evening.c */
GVariant *sim_set_bedtime (Sim *sim, const SimEvent *event);
GVariant *sim_set_routine (Sim *sim, const SimEvent *event);
void sim_apply_to_routine (Sim *sim, const SimEvent *event);
void sim_watch_routine_show (Sim *sim, const CooldownReminder *reminder);

/* simulate-run.c */
Sim *sim_run (SimStage *stage, const SimLife *life, gboolean tells);
void sim_free (Sim *sim);
void sim_start_agent (Sim *sim);
void sim_kill_agent (Sim *sim, gint64 back_after);
void sim_update (Sim *sim);
CooldownInstant sim_now (Sim *sim);

/* simulate-server.c */
SimNotifier *sim_notifier_new (Sim *sim);
void sim_notifier_disconnect (SimNotifier *notifier);
gboolean sim_notifier_step (SimNotifier *notifier);
gint64 sim_notifier_next (SimNotifier *notifier);
gboolean sim_notifier_is_busy (SimNotifier *notifier);
gboolean sim_notifier_shows (SimNotifier *notifier, guint slot);
void sim_server_set_mode (Sim *sim, SimServerMode mode);
void sim_server_restart (Sim *sim);

/* simulate-model.c */
void sim_model_init (SimModel *model, const CooldownFacts *facts);
void sim_model_clear (SimModel *model);
void sim_model_refresh (Sim *sim);
void sim_model_forget_ahead (Sim *sim);
SimDue sim_model_look (Sim *sim, guint slot);
SimOccasion *sim_model_occasion (Sim *sim, guint slot, gint64 session, gint64 serial);
gboolean sim_model_is_told (Sim *sim, guint slot, const SimDue *due);
gboolean sim_model_is_worth (Sim *sim, const SimDue *due);
void sim_model_before_setting (Sim *sim, SimDue before[COOLDOWN_N_SOURCES]);
void sim_model_after_setting (Sim *sim, const SimDue before[COOLDOWN_N_SOURCES]);
void sim_model_after_note (Sim *sim);
guint sim_find_slot (CooldownNoticeKind kind);
gint64 sim_model_local_time (Sim *sim, const GDate *date, int minutes);
gboolean sim_model_is_behind (Sim *sim, guint slot, gint64 at, gint64 wall, gboolean done);

/* simulate-trial.c */
GVariant *sim_set_trial (Sim *sim, const SimEvent *event);
SimDue sim_model_look_at_trial (Sim *sim, guint slot, const CooldownInstant *now);

/* simulate-manner.c */
gboolean sim_model_is_silent (Sim *sim, CooldownNoticeKind kind);
gboolean sim_model_may_gather (CooldownNoticeKind kind);

/* simulate-watch.c: what is said when */
void sim_watch_init (Sim *sim);
void sim_watch_clear (Sim *sim);
void sim_watch_show (Sim *sim, const CooldownReminder *reminder, SimShown *shown);
void sim_watch_accept (Sim *sim, guint slot, const CooldownReminder *reminder, SimShown *shown);
void sim_watch_fail (Sim *sim, guint slot);
void sim_watch_update (Sim *sim);
void sim_watch_sleep (Sim *sim);
void sim_watch_look (Sim *sim);

/* simulate-promises.c: what holds of ice and of the list of missed, whatever the model says */
void sim_watch_missed (Sim *sim);
void sim_watch_date (Sim *sim, guint slot, gint64 serial);
void sim_watch_ice_event (Sim *sim, const char *event, const char *arg);
void sim_watch_ice_show (Sim *sim, const CooldownReminder *reminder);
void sim_watch_ice_shown (Sim *sim, const CooldownReminder *reminder);
void sim_watch_ice (Sim *sim, gboolean heard);

/* simulate-story.c */
void sim_tell (Sim *sim, const char *format, ...) G_GNUC_PRINTF (2, 3);
void sim_fail (Sim *sim, const char *rule, const char *format, ...) G_GNUC_PRINTF (3, 4);
SimLife *sim_shrink (SimStage *stage, const SimLife *life, const char *rule);

G_END_DECLS
