/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "evening-plan.h"
#include "now-subject.h"
#include "open-episode.h"
#include "report/workout-words.h"
#include "routine-look.h"
#include "time-words.h"

#include <glib/gi18n.h>

/* So long after bedtime most people are up, and the tab of the evening is enough. */
#define IN_BED (9 * COOLDOWN_HOUR)

static CooldownNowSubject *
make_subject (const char *icon, char *title, char *detail, const char *button, const char *tab)
{
  CooldownNowSubject *subject = g_new (CooldownNowSubject, 1);

  *subject = (CooldownNowSubject){ icon, title, detail, button, COOLDOWN_NOW_DEED_OPEN, tab, NULL };
  return subject;
}

/* A time of a session as the clock on the wall shows it, and how far away it is. */
typedef struct
{
  char *time;
  char *away;
} Moment;

static void
moment_clear (Moment *moment)
{
  g_free (moment->time);
  g_free (moment->away);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Moment, moment_clear)

static Moment
get_moment (CooldownAppState *state, CooldownSession *session, gint64 axis)
{
  CooldownInstant now = cooldown_app_state_now (state);
  gint64 away = axis - cooldown_session_get_axis (session, &now);
  /* Nothing is said to come in no time, or to have been no time ago. */
  gint64 span = away > 0 ? away + COOLDOWN_MINUTE - 1 : MAX (-away, COOLDOWN_MINUTE);

  return (Moment){
    .time = cooldown_app_state_format_time (state, cooldown_session_get_wall (session, axis, &now)),
    .away = cooldown_span_format (span),
  };
}

static const char *
get_off_title (const CooldownIceState *ice)
{
  if (!ice->skin_known && ice->hushed)
    return _ ("How does your skin look and feel?");
  if (ice->skin_known && !ice->when_known)
    return _ ("When did the ice come off?");
  return _ ("Take the ice off");
}

static CooldownNowSubject *
find_ice_off (CooldownAppState *state)
{
  CooldownIceState ice = cooldown_app_state_get_ice (state);
  g_auto (Moment) bell = { 0 };
  char *detail;

  if (ice.phase != COOLDOWN_ICE_OFF)
    return NULL;
  bell = get_moment (state, cooldown_app_state_get_ice_session (state), ice.bell);
  if (ice.when_known)
    /* Translators: of ice; %1$s is a time of day, %2$s a duration: "12 min" */
    detail = g_strdup_printf (_ ("It came off at %1$s, %2$s ago"), bell.time, bell.away);
  else
    /* Translators: %1$s is a time of day, %2$s a duration: "12 min" */
    detail = g_strdup_printf (_ ("Time was up at %1$s, %2$s ago"), bell.time, bell.away);
  return make_subject ("cd-ice-symbolic", g_strdup (get_off_title (&ice)), detail, _ ("Open Ice"),
                       "ice");
}

static const CooldownItem *
find_urgent_sign (CooldownAppState *state)
{
  GPtrArray *signs = cooldown_content_get_signs (cooldown_app_state_get_content (state));
  CooldownTicks *ticks = cooldown_app_state_get_ticks (state);

  for (guint i = 0; i < signs->len; i++)
    {
      const CooldownSign *sign = g_ptr_array_index (signs, i);

      if (cooldown_ticks_has (ticks, sign->item->id))
        return sign->item;
    }
  return NULL;
}

static CooldownNowSubject *
find_urgent (CooldownAppState *state)
{
  const CooldownLevelText *level;
  const CooldownItem *sign;

  if (cooldown_app_state_get_level (state) != COOLDOWN_LEVEL_URGENT)
    return NULL;
  level = cooldown_content_get_level (cooldown_app_state_get_content (state),
                                      COOLDOWN_LEVEL_URGENT);
  sign = find_urgent_sign (state);
  return make_subject ("cd-clock-symbolic", g_strdup (level->name),
                       g_strdup (sign != NULL ? sign->name : level->text), _ ("Open Check"),
                       "check");
}

static CooldownNowSubject *
find_trouble (CooldownAppState *state)
{
  CooldownAgentLink *link = cooldown_app_state_get_link (state);
  const char *trouble = cooldown_agent_link_get_trouble (link);
  CooldownNowSubject *subject;

  if (trouble == NULL)
    return NULL;
  subject = make_subject ("cd-warning-symbolic", g_strdup (_ ("Reminders cannot be shown")),
                          g_strdup (trouble),
                          cooldown_agent_link_can_retry (link) ? _ ("Try Again") : NULL, NULL);
  subject->deed = COOLDOWN_NOW_DEED_RETRY;
  return subject;
}

static CooldownNowSubject *
find_unsaved (CooldownAppState *state)
{
  g_autoptr (GVariant)
      trouble = cooldown_agent_link_get_state (cooldown_app_state_get_link (state), "trouble");

  if (trouble == NULL || !g_variant_is_of_type (trouble, G_VARIANT_TYPE_STRING) ||
      *g_variant_get_string (trouble, NULL) == '\0')
    return NULL;
  /* Why is in the words of the database, which are for the log. */
  return make_subject ("cd-warning-symbolic", g_strdup (_ ("Notes cannot be saved")),
                       g_strdup (_ ("The disk may be full. Cooldown keeps trying.")), NULL, NULL);
}

static CooldownNowSubject *
find_ice_due (CooldownAppState *state)
{
  CooldownIceState ice = cooldown_app_state_get_ice (state);
  g_auto (Moment) since = { 0 };

  if (ice.phase != COOLDOWN_ICE_DUE)
    return NULL;
  since = get_moment (state, cooldown_app_state_get_ice_session (state), ice.since);
  return make_subject (
      "cd-ice-symbolic",
      g_strdup_printf (_ ("Time for ice, round %1$u of %2$u"), ice.round, ice.n_rounds),
      /* Translators: %1$s is a time of day, %2$s a duration: "12 min" */
      g_strdup_printf (_ ("Due since %1$s, for %2$s"), since.time, since.away), _ ("Open Ice"),
      "ice");
}

static char *
format_since_workout (CooldownAppState *state, gint64 ended)
{
  CooldownSession *session = cooldown_app_state_get_recovery_session (state);
  CooldownInstant now = cooldown_app_state_now (state);
  CooldownWorkout workout = { 0 };

  if (!cooldown_workout_from_plan (cooldown_session_get_plan (session), &workout, NULL))
    return g_strdup ("");
  return cooldown_workout_format_since (workout.kind,
                                        cooldown_session_get_axis (session, &now) - ended);
}

static CooldownLegs
get_legs (CooldownAppState *state)
{
  CooldownSession *session = cooldown_app_state_get_recovery_session (state);
  CooldownWorkout workout = { 0 };

  cooldown_workout_from_plan (cooldown_session_get_plan (session), &workout, NULL);
  return workout.legs;
}

static CooldownNowSubject *
find_check_in (CooldownAppState *state)
{
  CooldownRecoveryState recovery = cooldown_app_state_get_recovery (state);
  CooldownContent *content = cooldown_app_state_get_content (state);

  if (recovery.phase != COOLDOWN_RECOVERY_CHECK)
    return NULL;
  return make_subject ("cd-recover-symbolic",
                       g_strdup (cooldown_content_get_check_question (content, get_legs (state))),
                       format_since_workout (state, recovery.ended), C_ ("button", "Answer"),
                       "recover");
}

static CooldownNowSubject *
find_ice_on (CooldownAppState *state)
{
  CooldownIceState ice = cooldown_app_state_get_ice (state);
  CooldownNowSubject *subject;
  g_auto (Moment) bell = { 0 };

  if (ice.phase != COOLDOWN_ICE_ON)
    return NULL;
  bell = get_moment (state, cooldown_app_state_get_ice_session (state), ice.bell);
  subject = make_subject (
      "cd-ice-symbolic",
      /* Translators: %s is a duration: "12 min" */
      g_strdup_printf (_ ("Ice is on, %s left"), bell.away),
      /* Translators: %1$s is a time of day */
      g_strdup_printf (_ ("Until %1$s, round %2$u of %3$u"), bell.time, ice.round, ice.n_rounds),
      _ ("Ice Is Off"), "ice");
  subject->deed = COOLDOWN_NOW_DEED_ICE_TAKEN;
  return subject;
}

/* Where it is, once that is noted, and for how long. */
static char *
tell_episode (CooldownAppState *state, gint64 age)
{
  g_autofree char *places = cooldown_open_episode_tell_places (state);
  g_autofree char *span = cooldown_span_format (age);

  if (age < COOLDOWN_MINUTE)
    return places != NULL ? g_steal_pointer (&places) : g_strdup (_ ("Just now"));
  if (places == NULL)
    /* Translators: %s is a duration: "12 min" */
    return g_strdup_printf (_ ("For %s now"), span);
  /* Translators: %1$s are places: "Ball of the foot and sole, right", %2$s a duration: "12 min" */
  return g_strdup_printf (_ ("%1$s · for %2$s now"), places, span);
}

static CooldownNowSubject *
find_episode (CooldownAppState *state)
{
  g_autoptr (GVariant)
      episode = cooldown_app_state_lookup_recovery (state, "episode", G_VARIANT_TYPE_INT64);
  g_autofree char *time = NULL;
  CooldownNowSubject *subject;
  gint64 since;

  if (episode == NULL)
    return NULL;
  since = g_variant_get_int64 (episode) * COOLDOWN_SECOND;
  time = cooldown_app_state_format_time (state, since);
  subject = make_subject ("cd-check-symbolic",
                          /* Translators: %s is a time of day */
                          g_strdup_printf (_ ("Tingling since %s"), time),
                          tell_episode (state, cooldown_app_state_now (state).wall - since),
                          _ ("Gone Now"), NULL);
  subject->episode = cooldown_open_episode_get_uid (state);
  subject->deed = COOLDOWN_NOW_DEED_EPISODE_END;
  return subject;
}

static CooldownNowSubject *
find_routine (CooldownAppState *state)
{
  CooldownRoutineLook look = cooldown_routine_look (state);
  g_autofree char *left = cooldown_span_format (look.left + COOLDOWN_MINUTE - 1);
  g_autofree char *until = cooldown_app_state_format_time (state, look.until);
  char *title;

  if (look.face != COOLDOWN_ROUTINE_FACE_STEP && look.face != COOLDOWN_ROUTINE_FACE_LEFT_OUT)
    return NULL;
  if (look.paused)
    /* Translators: the wind-down routine stands still; %s is one of its steps: "Easy walk" */
    title = g_strdup_printf (_ ("Paused: %s"), cooldown_routine_look_get_name (&look));
  else
    /* Translators: a step of the wind-down routine, and a duration: "Easy walk, 4 min left" */
    title = g_strdup_printf (_ ("%1$s, %2$s left"), cooldown_routine_look_get_name (&look), left);
  return make_subject (
      "cd-evening-symbolic", title,
      look.paused ? g_strdup_printf (_ ("Step %1$u of %2$u"), look.step, look.n_steps)
                  /* Translators: of the wind-down routine; %3$s is a time */
                  : g_strdup_printf (_ ("Step %1$u of %2$u, until %3$s"), look.step, look.n_steps,
                                     until),
      _ ("Open Evening"), "evening");
}

static CooldownNowSubject *
find_recovery (CooldownAppState *state)
{
  CooldownRecoveryState recovery = cooldown_app_state_get_recovery (state);
  g_auto (Moment) check = { 0 };

  if (recovery.phase != COOLDOWN_RECOVERY_HOUR)
    return NULL;
  check = get_moment (state, cooldown_app_state_get_recovery_session (state), recovery.check_at);
  return make_subject (
      "cd-recover-symbolic", format_since_workout (state, recovery.ended),
      /* Translators: %1$s is a time of day, %2$s a duration: "12 min" */
      g_strdup_printf (_ ("One-hour check at %1$s, in %2$s"), check.time, check.away),
      _ ("Open Recover"), "recover");
}

/* One press away on every tab in the hours in which legs are restless; what goes on comes first. */
static CooldownNowSubject *
find_restless (CooldownAppState *state)
{
  gint64 now = cooldown_app_state_now (state).wall;
  CooldownNowSubject *subject;
  CooldownBedtimes bedtimes;
  CooldownEvening evening;

  /* Once the routine is over nothing asks to be read any more. */
  if (cooldown_routine_look (state).face != COOLDOWN_ROUTINE_FACE_NONE ||
      !cooldown_app_state_get_bedtimes (state, &bedtimes) ||
      !cooldown_evening_at (cooldown_app_state_get_clock (state), now, &bedtimes, 0, &evening) ||
      !cooldown_evening_plan_is_restless_time (state, now) || now >= evening.bed + IN_BED)
    return NULL;
  subject = make_subject ("cd-evening-symbolic", g_strdup (_ ("Restless legs?")),
                          g_strdup (_ ("What helps at once")),
                          /* Translators: a button: one’s legs are restless at this moment */
                          _ ("Legs Restless Now"), "evening");
  subject->deed = COOLDOWN_NOW_DEED_RESTLESS;
  return subject;
}

/**
 * cooldown_now_subject_find:
 * @state: what is going on
 * @tab: (nullable): the tab that is shown
 *
 * Returns: (transfer full) (nullable): the most important thing that goes on on another tab
 */
CooldownNowSubject *
cooldown_now_subject_find (CooldownAppState *state, const char *tab)
{
  static CooldownNowSubject *(*const finders[]) (CooldownAppState *) = {
    find_ice_off, find_urgent,  find_trouble, find_unsaved,  find_ice_due,  find_check_in,
    find_ice_on,  find_episode, find_routine, find_recovery, find_restless,
  };

  for (guint i = 0; i < G_N_ELEMENTS (finders); i++)
    {
      g_autoptr (CooldownNowSubject) subject = finders[i](state);

      if (subject != NULL && (subject->tab == NULL || g_strcmp0 (subject->tab, tab) != 0))
        return g_steal_pointer (&subject);
    }
  return NULL;
}

/**
 * cooldown_now_subject_free:
 * @subject: (transfer full): a subject
 */
void
cooldown_now_subject_free (CooldownNowSubject *subject)
{
  g_free (subject->title);
  g_free (subject->detail);
  g_free (subject->episode);
  g_free (subject);
}
