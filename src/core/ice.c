/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ice.h"

#include <string.h>

/* What the fold carries from event to event. */
typedef struct
{
  const CooldownIceProtocol *protocol;
  gint64 duration; /* of one round */
  gint64 slot;     /* when the present round was first due */
  gint64 on_at;
  gint64 off_at;
  gint64 resume_at; /* when the break would have ended that a pause holds */
  CooldownIceState state;
} Fold;

static CooldownIceRound *
present_round (Fold *fold)
{
  return &fold->state.rounds[fold->state.round - 1];
}

static void
enter (Fold *fold, CooldownIcePhase phase, gint64 since, gint64 until)
{
  fold->state.phase = phase;
  fold->state.since = since;
  fold->state.until = until;
}

static void
enter_due (Fold *fold, gint64 at)
{
  enter (fold, COOLDOWN_ICE_DUE, at, at + fold->protocol->due_lapses);
}

static void
enter_off (Fold *fold, gint64 at)
{
  enter (fold, COOLDOWN_ICE_OFF, at, at + fold->protocol->close_after);
  fold->state.rings_from = at;
  fold->state.skin_known = FALSE;
  fold->state.when_known = FALSE;
  fold->state.hushed = FALSE;
}

/* What happens by itself when the phase's time is over. */
static void
run_out (Fold *fold)
{
  gint64 at = fold->state.until;

  switch (fold->state.phase)
    {
    case COOLDOWN_ICE_ON:
      enter_off (fold, at);
      break;
    case COOLDOWN_ICE_OFF:
      enter (fold, COOLDOWN_ICE_NOT_CONFIRMED, at, COOLDOWN_NEVER);
      break;
    case COOLDOWN_ICE_BREAK:
      enter_due (fold, at);
      break;
    case COOLDOWN_ICE_DUE:
    case COOLDOWN_ICE_PAUSED:
      fold->state.unheard = fold->state.phase == COOLDOWN_ICE_DUE ? fold->state.since : -1;
      enter (fold, COOLDOWN_ICE_LAPSED, at, COOLDOWN_NEVER);
      break;
    case COOLDOWN_ICE_NONE:
    case COOLDOWN_ICE_DONE:
    case COOLDOWN_ICE_STOPPED:
    case COOLDOWN_ICE_SKIN_WRONG:
    case COOLDOWN_ICE_TOO_LONG:
    case COOLDOWN_ICE_NOT_CONFIRMED:
    case COOLDOWN_ICE_LAPSED:
    default:
      fold->state.until = COOLDOWN_NEVER;
      break;
    }
}

static void
advance (Fold *fold, gint64 to)
{
  while (fold->state.until <= to)
    run_out (fold);
}

/* Up to @to like advance(), but a question that stands is not closed: nobody could hear it. */
static void
advance_unheard (Fold *fold, gint64 to)
{
  while (fold->state.until <= to && fold->state.phase != COOLDOWN_ICE_OFF)
    run_out (fold);
  if (fold->state.phase == COOLDOWN_ICE_OFF)
    {
      fold->state.slept = !fold->state.rebooted;
      fold->state.rings_from = to;
      fold->state.until = to + fold->protocol->close_after;
    }
}

/* The machine slept, or was restarted. */
static void
apply_away (Fold *fold, const char *arg, gint64 at)
{
  gint64 slept = CLAMP (g_ascii_strtoll (arg, NULL, 10), 0, at / COOLDOWN_SECOND);
  gboolean rebooted = strcmp (arg, "reboot") == 0;

  if (!rebooted)
    advance (fold, at - slept * COOLDOWN_SECOND);
  else if (fold->state.phase == COOLDOWN_ICE_ON)
    {
      /* How long the machine was off is known from the wall clock alone: ask at once. */
      fold->state.bell = MIN (fold->state.bell, at);
      enter_off (fold, fold->state.bell);
    }
  if (rebooted && fold->state.phase == COOLDOWN_ICE_OFF)
    fold->state.rebooted = TRUE;
  advance_unheard (fold, at);
}

static void
apply_on (Fold *fold, gint64 at)
{
  CooldownIceRound *round = present_round (fold);

  fold->on_at = at;
  fold->state.bell = at + fold->duration;
  fold->state.skin_check = at + fold->protocol->skin_check;
  fold->state.skin_checked = FALSE;
  fold->state.slept = FALSE;
  fold->state.rebooted = FALSE;
  round->started = at;
  round->begun = TRUE;
  enter (fold, COOLDOWN_ICE_ON, at, fold->state.bell);
}

static void
begin_break (Fold *fold, gint64 at)
{
  gint64 next = MAX (fold->on_at + fold->protocol->interval, fold->off_at + fold->protocol->rest);

  fold->state.round++;
  /* After a long sleep both went by: the round is due from now on, not since then. */
  fold->slot = MAX (next, at);
  enter (fold, COOLDOWN_ICE_BREAK, at, fold->slot);
}

/* Both answers are there: the skin is fine, and it is known when the ice came off. */
static void
close_round (Fold *fold, gint64 at)
{
  present_round (fold)->finished = TRUE;
  if (fold->state.stopping)
    enter (fold, COOLDOWN_ICE_STOPPED, at, COOLDOWN_NEVER);
  else if (fold->state.round == fold->state.n_rounds)
    enter (fold, COOLDOWN_ICE_DONE, at, COOLDOWN_NEVER);
  else
    begin_break (fold, at);
}

static void
know_off (Fold *fold, gint64 off_at)
{
  fold->off_at = off_at;
  fold->state.when_known = TRUE;
}

static void
apply_answer (Fold *fold, CooldownIceAnswer answer, gint64 at)
{
  gboolean late = at - fold->state.bell > fold->protocol->late_answer;

  switch (answer)
    {
    case COOLDOWN_ICE_ANSWER_WRONG:
      enter (fold, COOLDOWN_ICE_SKIN_WRONG, at, COOLDOWN_NEVER);
      return;
    case COOLDOWN_ICE_ANSWER_FINE:
      fold->state.skin_known = TRUE;
      if (!fold->state.when_known && !late)
        know_off (fold, at);
      break;
    case COOLDOWN_ICE_ANSWER_BELL:
      /* A button that stood about must not move an answer back, and with it the next round. */
      if (!fold->state.when_known)
        know_off (fold, fold->state.bell);
      break;
    case COOLDOWN_ICE_ANSWER_NOW:
      if (late)
        {
          enter (fold, COOLDOWN_ICE_TOO_LONG, at, COOLDOWN_NEVER);
          return;
        }
      know_off (fold, at);
      break;
    case COOLDOWN_ICE_ANSWER_TAKEN:
      if (!late)
        know_off (fold, at);
      break;
    default:
      g_return_if_reached ();
    }
  fold->state.hushed = TRUE;
  fold->state.rings_from = at;
  if (fold->state.skin_known && fold->state.when_known)
    close_round (fold, at);
}

static void
apply_off (Fold *fold, const char *arg, gint64 at)
{
  CooldownIceAnswer answer;

  if (!cooldown_ice_answer_from_string (arg, &answer))
    return;
  if (fold->state.phase == COOLDOWN_ICE_ON)
    {
      fold->state.bell = at;
      enter_off (fold, at);
    }
  apply_answer (fold, answer, at);
}

static void
apply_skip (Fold *fold, gint64 at)
{
  gint64 hours = 1 + MAX (at - fold->slot, 0) / fold->protocol->interval;
  gint64 next = fold->slot + hours * fold->protocol->interval;

  present_round (fold)->skipped = TRUE;
  present_round (fold)->started = fold->slot;
  if (fold->state.round == fold->state.n_rounds)
    {
      enter (fold, COOLDOWN_ICE_DONE, at, COOLDOWN_NEVER);
      return;
    }
  /* Rounds keep to their hour; those that went by meanwhile are not made up for. */
  fold->state.round++;
  fold->slot = next;
  enter (fold, COOLDOWN_ICE_BREAK, at, next);
}

static void
apply_stop (Fold *fold, gint64 at)
{
  fold->state.stopping = TRUE;
  if (fold->state.phase == COOLDOWN_ICE_ON)
    apply_off (fold, "taken", at);
  else if (fold->state.phase != COOLDOWN_ICE_OFF)
    enter (fold, COOLDOWN_ICE_STOPPED, at, COOLDOWN_NEVER);
}

static void
apply_pause (Fold *fold, gint64 at)
{
  gint64 limit = MAX (fold->protocol->pause_limit, at + fold->protocol->interval);

  fold->resume_at = fold->state.phase == COOLDOWN_ICE_BREAK ? fold->state.until : at;
  enter (fold, COOLDOWN_ICE_PAUSED, at, limit);
}

static void
apply (Fold *fold, const CooldownEvent *event, gint64 at)
{
  if (!cooldown_ice_accepts (&fold->state, event->name, event->arg))
    return;
  if (strcmp (event->name, "start") == 0)
    enter_due (fold, at);
  else if (strcmp (event->name, "on") == 0)
    apply_on (fold, at);
  else if (strcmp (event->name, "check") == 0)
    fold->state.skin_checked = TRUE;
  else if (strcmp (event->name, "off") == 0)
    apply_off (fold, event->arg, at);
  else if (strcmp (event->name, "skip") == 0)
    apply_skip (fold, at);
  else if (strcmp (event->name, "snooze") == 0)
    enter (fold, COOLDOWN_ICE_BREAK, at,
           at + g_ascii_strtoll (event->arg, NULL, 10) * COOLDOWN_MINUTE);
  else if (strcmp (event->name, "pause") == 0)
    apply_pause (fold, at);
  else if (strcmp (event->name, "resume") == 0)
    enter (fold, COOLDOWN_ICE_BREAK, at, MAX (fold->resume_at, at));
  else if (strcmp (event->name, "stop") == 0)
    apply_stop (fold, at);
}

/* Rounds to come are an hour apart, counted from the one that is next. */
static void
foresee_rounds (Fold *fold)
{
  gint64 expected = fold->slot;

  if (fold->state.phase == COOLDOWN_ICE_BREAK)
    expected = fold->state.until;
  else if (fold->state.phase == COOLDOWN_ICE_ON || fold->state.phase == COOLDOWN_ICE_OFF)
    expected = fold->on_at;
  for (guint i = fold->state.round; i > 0 && i <= fold->state.n_rounds; i++)
    {
      CooldownIceRound *round = &fold->state.rounds[i - 1];

      if (!round->begun && !round->skipped)
        round->started = expected;
      expected += fold->protocol->interval;
    }
}

/**
 * cooldown_ice_fold:
 * @protocol: the numbers of ice.json
 * @session: (nullable): a session of ice
 * @now: the moment asked about, not before the session's last event
 *
 * What a session is at a moment: a pure function of plan, events and time. Whoever asks, however
 * often and after whatever restart, gets the same answer. Sources: facts on the rounds, the break
 * and the late answer stand in ice.json, `protocol`.
 *
 * Returns: the state
 */
CooldownIceState
cooldown_ice_fold (const CooldownIceProtocol *protocol,
                   CooldownSession *session,
                   const CooldownInstant *now)
{
  Fold fold = { .protocol = protocol };
  const CooldownEvent *event = NULL;
  guint n_events = session != NULL ? cooldown_session_get_n_events (session) : 0;

  fold.state.until = COOLDOWN_NEVER;
  if (n_events == 0)
    return fold.state;
  fold.duration = cooldown_ice_plan_get_minutes (cooldown_session_get_plan (session)) *
                  COOLDOWN_MINUTE;
  fold.state.n_rounds = cooldown_ice_plan_get_rounds (cooldown_session_get_plan (session));
  fold.state.round = 1;
  for (guint i = 0; i < n_events; i++)
    {
      event = cooldown_session_get_event (session, i);
      if (strcmp (event->name, "away") == 0)
        apply_away (&fold, event->arg, event->axis);
      else
        {
          advance (&fold, event->axis);
          apply (&fold, event, event->axis);
        }
    }
  if (cooldown_session_rebooted (session, now))
    apply_away (&fold, "reboot", cooldown_session_get_axis (session, now));
  else
    advance (&fold, cooldown_session_get_axis (session, now));
  foresee_rounds (&fold);
  return fold.state;
}
