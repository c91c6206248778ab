/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in-face.h"

#include "core/appointment.h"
#include "reminder-entry.h"

/* A tingling that is this old on another day has been there in the morning. */
#define OVERNIGHT (6 * COOLDOWN_HOUR)
/* For how long after *gone* there is any use in asking when that was. */
#define ASKED_FOR (30 * COOLDOWN_MINUTE)

/**
 * cooldown_check_in_get_episode:
 * @state: what is going on
 *
 * Returns: when the tingling that is not over began, unix seconds; 0 when there is none
 */
gint64
cooldown_check_in_get_episode (CooldownAppState *state)
{
  g_autoptr (GVariant)
      since = cooldown_app_state_lookup_recovery (state, "episode", G_VARIANT_TYPE_INT64);

  return since != NULL ? g_variant_get_int64 (since) : 0;
}

static gint64
time_of_morning (CooldownClock *clock, const GDate *day, gconstpointer data)
{
  return cooldown_local_time_on_day (clock, day, *(const int *) data);
}

/* Whether the morning's question was due; a night may begin after midnight. */
static gboolean
was_asked_in_morning (CooldownAppState *state, gint64 episode, gint64 now)
{
  CooldownContent *content = cooldown_app_state_get_content (state);
  g_autoptr (GVariant)
      own = cooldown_app_state_lookup_setting (state, "morning-at", G_VARIANT_TYPE_INT32);
  int at = own != NULL ? g_variant_get_int32 (own)
                       : cooldown_content_get_reminder_rules (content)->morning_at;

  return cooldown_appointment_find (cooldown_app_state_get_clock (state),
                                    episode * COOLDOWN_SECOND + OVERNIGHT, time_of_morning, &at)
             .next <= now;
}

static gboolean
is_morning (CooldownAppState *state, gint64 episode)
{
  CooldownClock *clock = cooldown_app_state_get_clock (state);
  gint64 now = cooldown_app_state_now (state).wall;
  g_autoptr (GDateTime) began = cooldown_clock_to_local (clock, episode * COOLDOWN_SECOND);
  g_autoptr (GDateTime) today = cooldown_clock_to_local (clock, now);

  if (began == NULL || today == NULL || now - episode * COOLDOWN_SECOND < OVERNIGHT)
    return FALSE;
  return g_date_time_get_day_of_year (began) != g_date_time_get_day_of_year (today) ||
         g_date_time_get_year (began) != g_date_time_get_year (today) ||
         was_asked_in_morning (state, episode, now);
}

/**
 * cooldown_check_in_is_third_time:
 * @state: what is going on
 *
 * Returns: whether legs tingled so often in the last weeks that coming back is a reason to see a
 *   doctor
 */
gboolean
cooldown_check_in_is_third_time (CooldownAppState *state)
{
  CooldownContent *content = cooldown_app_state_get_content (state);
  const CooldownMessage *message = cooldown_content_get_message (content, "third-time");
  g_autoptr (GVariant)
      recent = cooldown_app_state_lookup_recovery (state, "recent", G_VARIANT_TYPE_UINT32);

  return message != NULL && recent != NULL &&
         g_variant_get_uint32 (recent) >= (guint) message->times;
}

/* Whether an earlier answer said that it lasted: then the last one says when it ended. */
static gboolean
lasted (CooldownSession *session)
{
  for (guint i = 0; i < cooldown_session_get_n_events (session); i++)
    {
      const CooldownEvent *event = cooldown_session_get_event (session, i);

      if (g_strcmp0 (event->name, "check-in") == 0 && g_strcmp0 (event->arg, "gone") != 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * cooldown_check_in_count_afters:
 * @state: what is going on, with a session
 *
 * Returns: how many of the minutes offered for "gone after about" are possible: what was gone
 *   after ten minutes was not there after twenty
 */
guint
cooldown_check_in_count_afters (CooldownAppState *state)
{
  GArray *afters = cooldown_content_get_gone_after (cooldown_app_state_get_content (state));
  CooldownRecoveryState recovery = cooldown_app_state_get_recovery (state);
  CooldownSession *session = cooldown_app_state_get_recovery_session (state);
  CooldownInstant now = cooldown_app_state_now (state);
  gint64 gone = recovery.phase == COOLDOWN_RECOVERY_GONE
                    ? recovery.since
                    : cooldown_session_get_axis (session, &now);
  gint64 took = gone - recovery.ended;
  guint n = 0;

  if (lasted (session))
    return 0;
  while (n < afters->len && g_array_index (afters, int, n) * COOLDOWN_MINUTE <= took)
    n++;
  return n;
}

static CooldownCheckInFace
derive_gone (CooldownAppState *state, const CooldownRecoveryState *recovery, gint64 settled)
{
  CooldownSession *session = cooldown_app_state_get_recovery_session (state);
  CooldownInstant now = cooldown_app_state_now (state);

  if (settled == cooldown_session_get_id (session) ||
      cooldown_session_get_axis (session, &now) - recovery->since > ASKED_FOR)
    return COOLDOWN_CHECK_IN_NONE;
  if (cooldown_check_in_is_third_time (state))
    return COOLDOWN_CHECK_IN_THIRD;
  return cooldown_check_in_count_afters (state) > 0 ? COOLDOWN_CHECK_IN_AFTER
                                                    : COOLDOWN_CHECK_IN_NONE;
}

static CooldownCheckInFace
derive_open (CooldownAppState *state,
             const CooldownRecoveryState *recovery,
             gint64 episode,
             gint64 put_off)
{
  CooldownSession *session = cooldown_app_state_get_recovery_session (state);
  CooldownInstant now = cooldown_app_state_now (state);

  /* It is asked about in a card of its own. */
  if (cooldown_reminders_get_episode_question (state) != COOLDOWN_NOTICE_NONE)
    return COOLDOWN_CHECK_IN_NONE;
  /* What these levels say outranks an appointment. */
  if (cooldown_app_state_get_level (state) >= COOLDOWN_LEVEL_URGENT)
    return COOLDOWN_CHECK_IN_OPEN;
  if (is_morning (state, episode))
    return COOLDOWN_CHECK_IN_MORNING;
  if (recovery->phase == COOLDOWN_RECOVERY_WORSE)
    return COOLDOWN_CHECK_IN_WORSE;
  if (recovery->phase != COOLDOWN_RECOVERY_STILL || put_off == cooldown_session_get_id (session))
    return COOLDOWN_CHECK_IN_OPEN;
  return cooldown_session_get_axis (session, &now) < recovery->check_at ? COOLDOWN_CHECK_IN_WAIT
                                                                        : COOLDOWN_CHECK_IN_STILL;
}

/**
 * cooldown_check_in_derive:
 * @state: what is going on
 * @settled: id of the session for which the user has seen what follows from *gone*
 * @put_off: id of the session for which the user said *Later*
 *
 * Both can be %COOLDOWN_CHECK_IN_NO_SESSION.
 *
 * Returns: what there is to ask or to say about a tingling
 */
CooldownCheckInFace
cooldown_check_in_derive (CooldownAppState *state, gint64 settled, gint64 put_off)
{
  CooldownRecoveryState recovery = cooldown_app_state_get_recovery (state);
  gint64 episode = cooldown_check_in_get_episode (state);

  if (recovery.phase == COOLDOWN_RECOVERY_CHECK)
    return COOLDOWN_CHECK_IN_ASK;
  if (recovery.phase == COOLDOWN_RECOVERY_HOUR)
    return COOLDOWN_CHECK_IN_NONE;
  if (recovery.phase == COOLDOWN_RECOVERY_GONE)
    return derive_gone (state, &recovery, settled);
  return episode != 0 ? derive_open (state, &recovery, episode, put_off) : COOLDOWN_CHECK_IN_NONE;
}
