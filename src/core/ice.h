/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notice.h"
#include "session.h"

G_BEGIN_DECLS

/** COOLDOWN_ICE_CEILING_MINUTES: No plan, setting or file may leave ice on for longer. */
#define COOLDOWN_ICE_CEILING_MINUTES 15
/** COOLDOWN_ICE_MAX_ROUNDS: The most rounds that a session can have. */
#define COOLDOWN_ICE_MAX_ROUNDS 6

/**
 * CooldownIceProtocol:
 *
 * The numbers of ice.json that icing follows; durations in microseconds.
 */
typedef struct
{
  guint minutes_min, minutes_max, minutes_default;
  guint rounds_min, rounds_max, rounds_default;
  gint64 interval;
  gint64 rest;
  gint64 skin_check;
  gint64 late_answer;
  gint64 repeat_every, repeat_for, repeat_then;
  gint64 close_after;
  gint64 snooze;
  gint64 pause_limit;
  gint64 due_repeat, due_lapses;
  guint sessions_per_day;
  guint gate_days;
  guint no_exercise_minutes;
} CooldownIceProtocol;

/**
 * CooldownIcePhase:
 * @COOLDOWN_ICE_NONE: no session
 * @COOLDOWN_ICE_DUE: a round may begin
 * @COOLDOWN_ICE_ON: ice is on the skin
 * @COOLDOWN_ICE_OFF: the ice has to come off, and the questions about it stand
 * @COOLDOWN_ICE_BREAK: the skin warms up until the next round
 * @COOLDOWN_ICE_PAUSED: the user stopped the breaks from ending
 * @COOLDOWN_ICE_DONE: all rounds are over
 * @COOLDOWN_ICE_STOPPED: the user ended it
 * @COOLDOWN_ICE_SKIN_WRONG: the skin looked wrong
 * @COOLDOWN_ICE_TOO_LONG: the ice came off far too late
 * @COOLDOWN_ICE_NOT_CONFIRMED: nobody said that the ice came off
 * @COOLDOWN_ICE_LAPSED: nobody came for a round, or back from a pause
 */
typedef enum
{
  COOLDOWN_ICE_NONE,
  COOLDOWN_ICE_DUE,
  COOLDOWN_ICE_ON,
  COOLDOWN_ICE_OFF,
  COOLDOWN_ICE_BREAK,
  COOLDOWN_ICE_PAUSED,
  COOLDOWN_ICE_DONE,
  COOLDOWN_ICE_STOPPED,
  COOLDOWN_ICE_SKIN_WRONG,
  COOLDOWN_ICE_TOO_LONG,
  COOLDOWN_ICE_NOT_CONFIRMED,
  COOLDOWN_ICE_LAPSED,
} CooldownIcePhase;

/**
 * CooldownIceRound:
 * @started: session time of *ice on*, or of when it is due or expected if it did not begin
 * @begun: whether the ice was put on
 * @finished: whether it came off and the skin was fine
 * @skipped: whether the user left it out
 */
typedef struct
{
  gint64 started;
  gboolean begun;
  gboolean finished;
  gboolean skipped;
} CooldownIceRound;

/**
 * CooldownIceState:
 * @phase: what is going on
 * @round: the round it is about, from 1
 * @since: session time at which the phase began
 * @until: session time at which it ends by itself, or %COOLDOWN_NEVER
 * @bell: session time at which the ice had or has to come off
 * @skin_check: session time of the look in between
 * @skin_checked: whether the user said they looked
 * @rings_from: in the phase *off*: session time from which repetitions are counted
 * @skin_known: in the phase *off*: whether the skin was answered for
 * @when_known: in the phase *off*: whether it is known when the ice came off
 * @hushed: in the phase *off*: whether the bell may stop, because the ice is known to be off
 * @slept: in the phase *off*: whether the machine slept while the ice had to come off
 * @rebooted: in the phase *off*: whether it was restarted before that was answered
 * @unheard: in the phase *lapsed*: session time at which the round was due that nobody came for;
 *   -1 when it was a pause that nobody came back from
 * @stopping: whether the session ends with this round
 * @n_rounds: how many rounds are planned
 * @rounds: each of them; those to come with the time expected
 */
typedef struct
{
  CooldownIcePhase phase;
  guint round;
  gint64 since;
  gint64 until;
  gint64 bell;
  gint64 skin_check;
  gboolean skin_checked;
  gint64 rings_from;
  gboolean skin_known;
  gboolean when_known;
  gboolean hushed;
  gboolean slept;
  gboolean rebooted;
  gint64 unheard;
  gboolean stopping;
  guint n_rounds;
  CooldownIceRound rounds[COOLDOWN_ICE_MAX_ROUNDS];
} CooldownIceState;

/**
 * CooldownIceAnswer:
 * @COOLDOWN_ICE_ANSWER_TAKEN: the ice is off now
 * @COOLDOWN_ICE_ANSWER_FINE: the skin is normal, the feeling back
 * @COOLDOWN_ICE_ANSWER_WRONG: it is not
 * @COOLDOWN_ICE_ANSWER_BELL: the ice came off when it was time
 * @COOLDOWN_ICE_ANSWER_NOW: it came off only now
 *
 * What can be said once the ice has to come off. The names in actions and in the journal are
 * "taken", "fine", "wrong", "bell" and "now".
 */
typedef enum
{
  COOLDOWN_ICE_ANSWER_TAKEN,
  COOLDOWN_ICE_ANSWER_FINE,
  COOLDOWN_ICE_ANSWER_WRONG,
  COOLDOWN_ICE_ANSWER_BELL,
  COOLDOWN_ICE_ANSWER_NOW,
} CooldownIceAnswer;

gboolean cooldown_ice_answer_from_string (const char *string, CooldownIceAnswer *answer);

GVariant *cooldown_ice_plan_new (const CooldownIceProtocol *protocol,
                                 guint minutes,
                                 guint rounds,
                                 const char *site,
                                 const char *side,
                                 GError **error);
gboolean cooldown_ice_plan_check (const CooldownIceProtocol *protocol,
                                  GVariant *plan,
                                  GError **error);
guint cooldown_ice_plan_get_minutes (GVariant *plan);
guint cooldown_ice_plan_get_rounds (GVariant *plan);
const char *cooldown_ice_plan_get_site (GVariant *plan);
const char *cooldown_ice_plan_get_side (GVariant *plan);

CooldownIceState cooldown_ice_fold (const CooldownIceProtocol *protocol,
                                    CooldownSession *session,
                                    const CooldownInstant *now);
gboolean cooldown_ice_accepts (const CooldownIceState *state, const char *event, const char *arg);
gboolean cooldown_ice_phase_is_over (CooldownIcePhase phase);
CooldownNotice cooldown_ice_get_notice (const CooldownIceProtocol *protocol,
                                        const CooldownIceState *state,
                                        gint64 now);
guint cooldown_ice_rounds_before (const CooldownIceProtocol *protocol, guint minutes, gint64 left);

/** CooldownIceError: what can be wrong with a plan. */
typedef enum
{
  COOLDOWN_ICE_ERROR_MINUTES,
  COOLDOWN_ICE_ERROR_ROUNDS,
  COOLDOWN_ICE_ERROR_SITE,
} CooldownIceError;

#define COOLDOWN_ICE_ERROR (cooldown_ice_error_quark ())
GQuark cooldown_ice_error_quark (void);

G_END_DECLS
