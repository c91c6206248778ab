/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "status.h"

#include <glib/gi18n.h>

/* "Ice: next is round 2 of 5, at 15:00" */
static char *
describe_ice (CooldownLedger *ledger, const CooldownIceState *ice, const CooldownInstant *now)
{
  CooldownSession *session = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_ICE);
  g_autofree char *until = NULL;

  if (ice->until != COOLDOWN_NEVER)
    until = cooldown_clock_format_time (cooldown_ledger_get_clock (ledger),
                                        cooldown_session_get_wall (session, ice->until, now));
  switch (ice->phase)
    {
    case COOLDOWN_ICE_DUE:
      /* Translators: status in the desktop's list of background apps: a round of ice may begin */
      return g_strdup_printf (_ ("Ice: round %1$u of %2$u is due"), ice->round, ice->n_rounds);
    case COOLDOWN_ICE_ON:
      /* Translators: status in the desktop's list of background apps, %3$s is a time of day */
      return g_strdup_printf (_ ("Ice: round %1$u of %2$u, on until %3$s"), ice->round,
                              ice->n_rounds, until);
    case COOLDOWN_ICE_OFF:
      return g_strdup (_ ("Take the ice off now"));
    case COOLDOWN_ICE_BREAK:
      /* Translators: status in the desktop's list of background apps, %3$s is a time of day */
      return g_strdup_printf (_ ("Ice: next is round %1$u of %2$u, at %3$s"), ice->round,
                              ice->n_rounds, until);
    case COOLDOWN_ICE_PAUSED:
      return g_strdup (_ ("Ice: paused"));
    case COOLDOWN_ICE_NONE:
    case COOLDOWN_ICE_DONE:
    case COOLDOWN_ICE_STOPPED:
    case COOLDOWN_ICE_SKIN_WRONG:
    case COOLDOWN_ICE_TOO_LONG:
    case COOLDOWN_ICE_NOT_CONFIRMED:
    case COOLDOWN_ICE_LAPSED:
    default:
      return NULL;
    }
}

/* "Wind-down: step 2 of 5, until 22:40" */
static char *
describe_routine (CooldownLedger *ledger, const CooldownInstant *now)
{
  CooldownSession *session = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_EVENING);
  CooldownRoutineState routine = cooldown_ledger_get_routine (ledger, now);
  g_autofree char *until = NULL;

  if (routine.phase == COOLDOWN_ROUTINE_PAUSED)
    return g_strdup (_ ("Wind-down: paused"));
  if (routine.phase != COOLDOWN_ROUTINE_RUNNING)
    return NULL;
  until = cooldown_clock_format_time (cooldown_ledger_get_clock (ledger),
                                      cooldown_session_get_wall (session, routine.until, now));
  /* Translators: status in the desktop's list of background apps, %3$s is a time of day */
  return g_strdup_printf (_ ("Wind-down: step %1$u of %2$u, until %3$s"), routine.step + 1,
                          routine.n_steps, until);
}

static gint64
find_first (GVariant *upcoming)
{
  gint64 first = G_MAXINT64;
  GVariantIter iter;
  gint64 at;

  g_variant_iter_init (&iter, upcoming);
  while (g_variant_iter_next (&iter, "(&sx&s)", NULL, &at, NULL))
    first = MIN (first, at);
  return first;
}

/**
 * cooldown_status_line:
 * @ledger: what is going on
 * @upcoming: what is coming, an a(sxs)
 *
 * Returns: (transfer full) (nullable): in one line what the agent waits for; %NULL for nothing
 */
char *
cooldown_status_line (CooldownLedger *ledger, GVariant *upcoming)
{
  CooldownClock *clock = cooldown_ledger_get_clock (ledger);
  CooldownInstant now = cooldown_clock_now (clock);
  CooldownIceState ice = cooldown_ledger_get_ice (ledger, &now);
  char *line = describe_ice (ledger, &ice, &now);
  gint64 first = find_first (upcoming);
  g_autofree char *time = NULL;

  if (line == NULL)
    line = describe_routine (ledger, &now);
  if (line != NULL || first == G_MAXINT64)
    return line;
  time = cooldown_clock_format_time (clock, first * COOLDOWN_SECOND);
  /* Translators: status in the desktop's list of background apps, %s is a time of day */
  return g_strdup_printf (_ ("Next reminder at %s"), time);
}
