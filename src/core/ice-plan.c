/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ice.h"

#include <string.h>

G_DEFINE_QUARK (cooldown-ice-error-quark, cooldown_ice_error)

static const char *const answers[] = { "taken", "fine", "wrong", "bell", "now", NULL };

/**
 * cooldown_ice_answer_from_string:
 * @string: (nullable): "taken", "fine", "wrong", "bell" or "now"
 * @answer: (out): the answer
 *
 * Returns: whether @string is one
 */
gboolean
cooldown_ice_answer_from_string (const char *string, CooldownIceAnswer *answer)
{
  for (guint i = 0; answers[i] != NULL; i++)
    if (g_strcmp0 (answers[i], string) == 0)
      {
        *answer = (CooldownIceAnswer) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
check_numbers (const CooldownIceProtocol *protocol, guint minutes, guint rounds, GError **error)
{
  guint most = MIN (protocol->minutes_max, COOLDOWN_ICE_CEILING_MINUTES);

  if (minutes < protocol->minutes_min || minutes > most)
    {
      g_set_error (error, COOLDOWN_ICE_ERROR, COOLDOWN_ICE_ERROR_MINUTES,
                   "%u minutes of ice; %u to %u are possible", minutes, protocol->minutes_min,
                   most);
      return FALSE;
    }
  if (rounds < protocol->rounds_min ||
      rounds > MIN (protocol->rounds_max, COOLDOWN_ICE_MAX_ROUNDS))
    {
      g_set_error (error, COOLDOWN_ICE_ERROR, COOLDOWN_ICE_ERROR_ROUNDS,
                   "%u rounds of ice; %u to %u are possible", rounds, protocol->rounds_min,
                   protocol->rounds_max);
      return FALSE;
    }
  return TRUE;
}

/**
 * cooldown_ice_plan_new:
 * @protocol: the numbers of ice.json
 * @minutes: minutes of ice in one round
 * @rounds: how many rounds, one an hour
 * @site: the id of a place of the body; whether it may be iced is the caller's to know
 * @side: "left", "right" or "both"
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the plan, an a{sv}, or %NULL with @error set when a number
 *   is out of its range
 */
GVariant *
cooldown_ice_plan_new (const CooldownIceProtocol *protocol,
                       guint minutes,
                       guint rounds,
                       const char *site,
                       const char *side,
                       GError **error)
{
  GVariantDict plan;

  if (!check_numbers (protocol, minutes, rounds, error))
    return NULL;
  if (site == NULL || *site == '\0')
    {
      g_set_error_literal (error, COOLDOWN_ICE_ERROR, COOLDOWN_ICE_ERROR_SITE, "no place to ice");
      return NULL;
    }
  g_variant_dict_init (&plan, NULL);
  g_variant_dict_insert (&plan, "minutes", "u", minutes);
  g_variant_dict_insert (&plan, "rounds", "u", rounds);
  g_variant_dict_insert (&plan, "site", "s", site);
  g_variant_dict_insert (&plan, "side", "s", side != NULL ? side : "");
  return g_variant_ref_sink (g_variant_dict_end (&plan));
}

/**
 * cooldown_ice_plan_check:
 * @protocol: the numbers of ice.json
 * @plan: a plan, perhaps a stored one
 * @error: return location
 *
 * Returns: whether the plan keeps within the protocol
 */
gboolean
cooldown_ice_plan_check (const CooldownIceProtocol *protocol, GVariant *plan, GError **error)
{
  guint32 minutes = 0, rounds = 0;

  g_variant_lookup (plan, "minutes", "u", &minutes);
  g_variant_lookup (plan, "rounds", "u", &rounds);
  return check_numbers (protocol, minutes, rounds, error);
}

/**
 * cooldown_ice_plan_get_minutes:
 * @plan: a plan
 *
 * Returns: minutes of ice in one round; never more than %COOLDOWN_ICE_CEILING_MINUTES, whatever
 *   the plan says
 */
guint
cooldown_ice_plan_get_minutes (GVariant *plan)
{
  guint32 minutes = 0;

  g_variant_lookup (plan, "minutes", "u", &minutes);
  return MIN (minutes, COOLDOWN_ICE_CEILING_MINUTES);
}

/**
 * cooldown_ice_plan_get_rounds:
 * @plan: a plan
 *
 * Returns: how many rounds, 1 to %COOLDOWN_ICE_MAX_ROUNDS
 */
guint
cooldown_ice_plan_get_rounds (GVariant *plan)
{
  guint32 rounds = 1;

  g_variant_lookup (plan, "rounds", "u", &rounds);
  return CLAMP (rounds, 1, COOLDOWN_ICE_MAX_ROUNDS);
}

static const char *
lookup_string (GVariant *plan, const char *key)
{
  const char *string = "";

  g_variant_lookup (plan, key, "&s", &string);
  return string;
}

/**
 * cooldown_ice_plan_get_site:
 * @plan: a plan
 *
 * Returns: the id of the place that is iced, "" if there is none
 */
const char *
cooldown_ice_plan_get_site (GVariant *plan)
{
  return lookup_string (plan, "site");
}

/**
 * cooldown_ice_plan_get_side:
 * @plan: a plan
 *
 * Returns: "left", "right", "both" or ""
 */
const char *
cooldown_ice_plan_get_side (GVariant *plan)
{
  return lookup_string (plan, "side");
}

/**
 * cooldown_ice_phase_is_over:
 * @phase: a phase
 *
 * Returns: whether nothing more can come of the session by itself
 */
gboolean
cooldown_ice_phase_is_over (CooldownIcePhase phase)
{
  return phase == COOLDOWN_ICE_NONE || phase >= COOLDOWN_ICE_DONE;
}

/**
 * cooldown_ice_accepts:
 * @state: what is going on
 * @event: the name of an event
 * @arg: (nullable): its argument
 *
 * Returns: whether that can happen now; what cannot is refused by the agent and without effect in
 *   the fold
 */
gboolean
cooldown_ice_accepts (const CooldownIceState *state, const char *event, const char *arg)
{
  CooldownIcePhase phase = state->phase;
  gboolean idle = phase == COOLDOWN_ICE_DUE || phase == COOLDOWN_ICE_BREAK;
  CooldownIceAnswer answer;
  gint64 minutes;

  if (strcmp (event, "start") == 0)
    return phase == COOLDOWN_ICE_NONE;
  if (strcmp (event, "on") == 0)
    return phase == COOLDOWN_ICE_DUE;
  if (strcmp (event, "check") == 0)
    return phase == COOLDOWN_ICE_ON && !state->skin_checked;
  if (strcmp (event, "off") == 0)
    return (phase == COOLDOWN_ICE_ON || phase == COOLDOWN_ICE_OFF) &&
           cooldown_ice_answer_from_string (arg, &answer);
  if (strcmp (event, "skip") == 0 || strcmp (event, "pause") == 0)
    return idle;
  if (strcmp (event, "snooze") == 0)
    {
      minutes = g_ascii_strtoll (arg != NULL ? arg : "", NULL, 10);
      return phase == COOLDOWN_ICE_DUE && minutes >= 1 && minutes <= 60;
    }
  if (strcmp (event, "resume") == 0)
    return phase == COOLDOWN_ICE_PAUSED;
  if (strcmp (event, "stop") == 0)
    return !cooldown_ice_phase_is_over (phase);
  return FALSE;
}

static CooldownNotice
off_notice (const CooldownIceProtocol *protocol, const CooldownIceState *state, gint64 now)
{
  CooldownNotice notice = { COOLDOWN_NOTICE_ICE_OFF, state->round, 0, state->until };
  gint64 elapsed = now - state->rings_from;
  gint64 step = elapsed < protocol->repeat_for ? protocol->repeat_every : protocol->repeat_then;

  if (state->hushed)
    {
      notice.kind = state->skin_known ? COOLDOWN_NOTICE_ICE_WHEN : COOLDOWN_NOTICE_ICE_SKIN;
      notice.said = state->rings_from;
      return notice;
    }
  notice.said = state->rings_from + elapsed / step * step;
  notice.next_at = MIN (notice.said + step, state->until);
  return notice;
}

static CooldownNotice
due_notice (const CooldownIceProtocol *protocol, const CooldownIceState *state, gint64 now)
{
  gint64 again = state->since + protocol->due_repeat;
  CooldownNotice notice = { COOLDOWN_NOTICE_ICE_DUE, state->round, state->since, again };

  if (now >= again)
    {
      notice.said = again;
      notice.next_at = state->until;
    }
  return notice;
}

/**
 * cooldown_ice_get_notice:
 * @protocol: the numbers of ice.json
 * @state: what is going on
 * @now: session time of @state
 *
 * Returns: what has to be said at @now, and when that changes
 */
CooldownNotice
cooldown_ice_get_notice (const CooldownIceProtocol *protocol,
                         const CooldownIceState *state,
                         gint64 now)
{
  CooldownNotice notice = { COOLDOWN_NOTICE_NONE, state->round, -1, state->until };
  gint64 fades = state->since + protocol->no_exercise_minutes * COOLDOWN_MINUTE;

  if (state->phase == COOLDOWN_ICE_DUE)
    return due_notice (protocol, state, now);
  if (state->phase == COOLDOWN_ICE_OFF)
    return off_notice (protocol, state, now);
  if (state->phase == COOLDOWN_ICE_ON && !state->skin_checked)
    {
      if (now < state->skin_check)
        notice.next_at = MIN (state->skin_check, state->until);
      else if (state->skin_check < state->bell)
        {
          notice.kind = COOLDOWN_NOTICE_ICE_SKIN_CHECK;
          notice.said = state->skin_check;
        }
    }
  if (state->phase == COOLDOWN_ICE_DONE && now < fades)
    {
      notice.kind = COOLDOWN_NOTICE_ICE_DONE;
      notice.said = state->since;
      notice.next_at = fades;
    }
  return notice;
}

/**
 * cooldown_ice_rounds_before:
 * @protocol: the numbers of ice.json
 * @minutes: minutes of ice in one round
 * @left: microseconds until bedtime
 *
 * Returns: how many rounds end before bedtime, 0 to the most that a session has
 */
guint
cooldown_ice_rounds_before (const CooldownIceProtocol *protocol, guint minutes, gint64 left)
{
  gint64 after_first = left - minutes * COOLDOWN_MINUTE;

  if (after_first < 0)
    return 0;
  return (guint) MIN (after_first / protocol->interval + 1, (gint64) protocol->rounds_max);
}
