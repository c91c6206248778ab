/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ice-look.h"

#include "report/ice-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* For so long a round that is due draws attention to itself. */
#define BREATH COOLDOWN_MINUTE

/* What is needed to put a session into words. */
typedef struct
{
  const CooldownIceProtocol *protocol;
  CooldownClock *clock;
  CooldownSession *session;
  const CooldownInstant *now;
  gint64 axis;
  CooldownIceState state;
  CooldownIceLook *look;
} Teller;

/* Takes @words, so that the look owns all its words. */
static const char *
keep (Teller *teller, char *words)
{
  const char *kept = g_string_chunk_insert (teller->look->words, words);

  g_free (words);
  return kept;
}

static const char *
tell_time (Teller *teller, gint64 axis)
{
  gint64 wall = cooldown_session_get_wall (teller->session, axis, teller->now);

  return keep (teller, cooldown_clock_format_time (teller->clock, wall));
}

/* Rounded up, so that a countdown reaches zero when it is over. */
static guint
to_seconds (gint64 duration)
{
  return (guint) ((MAX (duration, 0) + COOLDOWN_SECOND - 1) / COOLDOWN_SECOND);
}

static guint
to_minutes (gint64 duration)
{
  return (guint) (MAX (duration, 0) / COOLDOWN_MINUTE);
}

static const char *
tell_timer (Teller *teller, guint seconds)
{
  /* Translators: minutes and seconds of a countdown, "07:24". */
  return keep (teller, g_strdup_printf (_ ("%02u:%02u"), seconds / 60, seconds % 60));
}

/* The time left in words; no seconds, see cooldown_ice_ring_set_spoken(). */
static const char *
tell_left (Teller *teller, gint64 left)
{
  guint seconds = to_seconds (left);
  guint minutes = (seconds + 59) / 60;

  if (seconds <= 60)
    return _ ("Less than a minute left");
  return keep (teller,
               g_strdup_printf (ngettext ("%u minute left", "%u minutes left", minutes), minutes));
}

static const char *
tell_round (Teller *teller)
{
  return keep (teller, g_strdup_printf (_ ("Round %1$u of %2$u"), teller->state.round,
                                        teller->state.n_rounds));
}

static const char *
tell_next_round (Teller *teller)
{
  return keep (teller, g_strdup_printf (_ ("Next: round %1$u of %2$u"), teller->state.round,
                                        teller->state.n_rounds));
}

/* Whether the machine slept or was off when the phase began, so that nobody can have heard it. */
static gboolean
began_unheard (Teller *teller)
{
  guint n_events = cooldown_session_get_n_events (teller->session);
  const CooldownEvent *last = cooldown_session_get_event (teller->session, n_events - 1);
  gint64 before = n_events > 1 ? cooldown_session_get_event (teller->session, n_events - 2)->axis
                               : 0;
  gint64 slept;

  if (strcmp (last->name, "away") != 0)
    return FALSE;
  if (strcmp (last->arg, "reboot") != 0)
    {
      slept = g_ascii_strtoll (last->arg, NULL, 10) * COOLDOWN_SECOND;
      before = MAX (before, last->axis - slept);
    }
  return teller->state.since > before && teller->state.since <= last->axis;
}

static gboolean
iced_before (Teller *teller)
{
  for (guint i = 0; i + 1 < teller->state.round; i++)
    if (teller->state.rounds[i].begun)
      return TRUE;
  return FALSE;
}

static void
tell_due (Teller *teller)
{
  CooldownIceLook *look = teller->look;
  const char *since = tell_time (teller, teller->state.since);
  guint round = teller->state.round;
  guint waited = to_minutes (teller->axis - teller->state.since);

  if (began_unheard (teller))
    look->title = keep (teller,
                        g_strdup_printf (_ ("Your computer slept. Time for round %u"), round));
  else
    look->title = keep (teller, g_strdup_printf (_ ("Time for round %u"), round));
  look->mark = iced_before (teller)
                   ? _ ("Only if the skin is warm again and feels a light touch; else skip.")
                   : _ ("Fetch the ice and a thin damp cloth. The clock starts when you press.");
  look->hint_icon = "cd-clock-symbolic";
  look->hint = keep (teller, g_strdup_printf (
                                 /* Translators: %s is a clock time. */
                                 _ ("It waits until %s, then the session ends."),
                                 tell_time (teller, teller->state.until)));
  look->breathes = BREATH - (teller->axis - teller->state.since);

  look->face.style = COOLDOWN_ICE_DIAL_DUE;
  look->face.icon = "cd-ice-symbolic";
  look->face.headline = _ ("Due now");
  if (waited > 0)
    look->face.until = keep (
        teller,
        g_strdup_printf (/* Translators: "since 18:05, 3 minutes": how long it waits. */
                         ngettext ("since %1$s, %2$u minute", "since %1$s, %2$u minutes", waited),
                         since, waited));
  else
    /* Translators: %s is a clock time. */
    look->face.until = keep (teller, g_strdup_printf (_ ("since %s"), since));
  look->face.pill = _ ("Ice Is On");
  look->face.caption = _ ("press when it is on your skin");
  look->spoken = keep (teller,
                       g_strdup_printf (/* Translators: the first sentence is what a press says. */
                                        _ ("Ice is on. Round %1$u of %2$u is due since %3$s"),
                                        round, teller->state.n_rounds, since));
}

static void
tell_on_mark (Teller *teller)
{
  CooldownIceLook *look = teller->look;
  gboolean planned = teller->state.skin_check < teller->state.bell;
  gboolean last_minute = teller->state.bell - teller->axis <= COOLDOWN_MINUTE;

  look->offers_check = planned && !teller->state.skin_checked &&
                       teller->axis >= teller->state.skin_check;
  if (look->offers_check)
    look->mark = last_minute
                     ? _ ("One minute left. Look at and touch your skin. Numb? Take it off.")
                     : _ ("Look at and touch your skin. Numb? Take it off.");
  else if (last_minute)
    look->mark = _ ("One minute left.");
  if (planned && teller->axis < teller->state.skin_check)
    /* Translators: %s is a clock time. */
    look->face.caption = keep (
        teller,
        g_strdup_printf (_ ("skin check at %s"), tell_time (teller, teller->state.skin_check)));
  else if (teller->state.skin_checked)
    look->face.caption = _ ("skin check done");
  else
    look->face.caption = _ ("touch your skin now");
}

static void
tell_on (Teller *teller)
{
  CooldownIceLook *look = teller->look;
  gint64 length = MAX (teller->state.bell - teller->state.since, 1);
  gint64 left = teller->state.bell - teller->axis;
  const char *until = tell_time (teller, teller->state.bell);

  look->title = _ ("Ice is on");
  look->hint_icon = "cd-laptop-symbolic";
  look->hint = _ ("Keep the lid open until the ice is off. A sleeping computer cannot ring.");
  tell_on_mark (teller);

  look->face.style = COOLDOWN_ICE_DIAL_ON;
  look->face.left = (double) left / (double) length;
  if (!teller->state.skin_checked && teller->state.skin_check < teller->state.bell)
    look->face.mark = (double) (teller->state.bell - teller->state.skin_check) / (double) length;
  look->face.round = tell_round (teller);
  look->face.timer = tell_timer (teller, to_seconds (left));
  /* Translators: %s is a clock time. */
  look->face.until = keep (teller, g_strdup_printf (_ ("until %s"), until));
  look->face.pill = _ ("Ice Is Off");
  look->spoken = keep (
      teller, g_strdup_printf (/* Translators: the first sentence is what a press says; then
                                * "7 minutes left", a clock time and the round. */
                               _ ("Ice is off. %1$s, until %2$s, round %3$u of %4$u"),
                               tell_left (teller, left), until, teller->state.round,
                               teller->state.n_rounds));
}

/* What happens while nobody answers. */
static const char *
tell_rings (Teller *teller)
{
  const CooldownIceProtocol *protocol = teller->protocol;
  gboolean often = teller->axis - teller->state.rings_from < protocol->repeat_for;
  guint minutes = to_minutes (often ? protocol->repeat_every : protocol->repeat_then);
  const char *closes = tell_time (teller, teller->state.until);

  if (teller->state.hushed)
    return keep (teller, g_strdup_printf (/* Translators: %s is a clock time. */
                                          _ ("Without an answer the session ends at %s."), closes));
  if (minutes == 1)
    return _ ("It rings every minute until you answer.");
  return keep (
      teller,
      g_strdup_printf (
          /* Translators: %s is a clock time. */
          ngettext ("It rings every %1$u minute until you answer, at most until %2$s.",
                    "It rings every %1$u minutes until you answer, at most until %2$s.", minutes),
          minutes, closes));
}

static void
tell_off_title (Teller *teller)
{
  CooldownIceLook *look = teller->look;

  if (teller->state.hushed)
    look->title = _ ("Ice is off");
  else if (teller->state.rebooted)
    look->title = _ ("Your computer restarted: take the ice off now");
  else if (began_unheard (teller))
    look->title = _ ("Your computer slept: take the ice off now");
  else
    look->title = _ ("Take the ice off");
  if (teller->state.skin_known)
    look->mark = NULL;
  else if (teller->state.stopping)
    look->mark = _ ("Look at and touch your skin. The session ends with your answer.");
  else
    look->mark = _ ("Look at and touch your skin.");
}

static void
tell_off_question (Teller *teller)
{
  CooldownIceLook *look = teller->look;
  const char *bell = tell_time (teller, teller->state.bell);

  look->asks = teller->state.skin_known ? COOLDOWN_ICE_ASKS_WHEN : COOLDOWN_ICE_ASKS_SKIN;
  look->question = teller->state.skin_known ? _ ("When did it come off?")
                                            : _ ("How does your skin look and feel?");
  look->footnote = tell_rings (teller);
  if (teller->state.rebooted || began_unheard (teller))
    /* Translators: an answer to "When did it come off?"; %s is a clock time. */
    look->bell = keep (teller, g_strdup_printf (_ ("At %s"), bell));
  else
    /* Translators: an answer to "When did it come off?"; %s is a clock time. */
    look->bell = keep (teller, g_strdup_printf (_ ("At the Bell (%s)"), bell));
}

/* When the ice came off, and after how long. */
static const char *
tell_off_after (Teller *teller, const char *bell, guint iced)
{
  if (iced == 0)
    /* Translators: %s is a clock time. */
    return keep (teller, g_strdup_printf (_ ("at %s, after less than a minute"), bell));
  return keep (teller, g_strdup_printf (/* Translators: "at 17:12, after 7 minutes". */
                                        ngettext ("at %1$s, after %2$u minute",
                                                  "at %1$s, after %2$u minutes", iced),
                                        bell, iced));
}

static void
tell_off_face (Teller *teller)
{
  CooldownIceFace *face = &teller->look->face;
  const CooldownIceRound *round = &teller->state.rounds[teller->state.round - 1];
  const char *bell = tell_time (teller, teller->state.bell);
  guint iced = to_minutes (teller->state.bell - round->started + COOLDOWN_MINUTE / 2);
  guint over = (guint) (MAX (teller->axis - teller->state.bell, 0) / COOLDOWN_SECOND);

  face->style = COOLDOWN_ICE_DIAL_OFF;
  face->round = tell_round (teller);
  if (teller->state.hushed)
    {
      face->headline = _ ("Off");
      if (teller->state.when_known)
        face->until = tell_off_after (teller, bell, iced);
      return;
    }
  if (over < 60)
    {
      face->timer = tell_timer (teller, 0);
      face->until = keep (teller, g_strdup_printf (ngettext ("%1$u minute is over, %2$s",
                                                             "%1$u minutes are over, %2$s", iced),
                                                   iced, bell));
      return;
    }
  /* Translators: how long the time has been over, in minutes and seconds: "+03:24". */
  face->timer = keep (teller, g_strdup_printf (_ ("+%02u:%02u"), over / 60, over % 60));
  /* Translators: %s is a clock time. */
  face->until = keep (teller, g_strdup_printf (_ ("over since %s"), bell));
}

static void
tell_off (Teller *teller)
{
  CooldownIceLook *look = teller->look;

  tell_off_title (teller);
  tell_off_question (teller);
  tell_off_face (teller);
  look->spoken = keep (teller, g_strdup_printf (
                                   /* Translators: a title, then the round, then a clock time. */
                                   _ ("%1$s. Round %2$u of %3$u, over since %4$s"), look->title,
                                   teller->state.round, teller->state.n_rounds,
                                   tell_time (teller, teller->state.bell)));
}

/* Whether the break is one because the round was put off. */
static gboolean
was_put_off (Teller *teller)
{
  guint n_events = cooldown_session_get_n_events (teller->session);

  for (guint i = n_events; i > 0; i--)
    {
      const CooldownEvent *event = cooldown_session_get_event (teller->session, i - 1);

      if (strcmp (event->name, "away") != 0)
        return strcmp (event->name, "snooze") == 0;
    }
  return FALSE;
}

static void
tell_break (Teller *teller)
{
  CooldownIceLook *look = teller->look;
  gint64 length = MAX (teller->state.until - teller->state.since, 1);
  gint64 left = teller->state.until - teller->axis;
  const char *next = tell_time (teller, teller->state.until);

  if (was_put_off (teller) || !iced_before (teller))
    look->title = _ ("The next round waits");
  else
    look->title = _ ("Let the skin warm up");
  look->hint_icon = "cd-laptop-symbolic";
  look->hint = _ ("Lid closed? The next round waits until you open it.");

  look->face.style = COOLDOWN_ICE_DIAL_BREAK;
  look->face.left = (double) left / (double) length;
  look->face.round = tell_next_round (teller);
  look->face.timer = tell_timer (teller, to_seconds (left));
  /* Translators: when the next round is; %s is a clock time. */
  look->face.until = keep (teller, g_strdup_printf (_ ("next at %s"), next));
  look->spoken = keep (teller,
                       g_strdup_printf (/* Translators: "32 minutes left", a clock time and the
                                         * round. */
                                        _ ("Break. %1$s, next at %2$s, round %3$u of %4$u"),
                                        tell_left (teller, left), next, teller->state.round,
                                        teller->state.n_rounds));
}

static void
tell_paused (Teller *teller)
{
  CooldownIceLook *look = teller->look;
  const char *since = tell_time (teller, teller->state.since);

  look->title = _ ("No round until you resume");
  look->hint_icon = "cd-clock-symbolic";
  look->hint = keep (teller, g_strdup_printf (/* Translators: %s is a clock time. */
                                              _ ("Paused until %s at most, then the session ends."),
                                              tell_time (teller, teller->state.until)));

  look->face.style = COOLDOWN_ICE_DIAL_IDLE;
  look->face.icon = "cd-pause-symbolic";
  look->face.headline = C_ ("ice", "Paused");
  /* Translators: %s is a clock time. */
  look->face.until = keep (teller, g_strdup_printf (_ ("since %s"), since));
  look->face.caption = tell_next_round (teller);
  look->spoken = keep (teller,
                       g_strdup_printf (/* Translators: a clock time and the round. */
                                        _ ("Paused since %1$s, next is round %2$u of %3$u"), since,
                                        teller->state.round, teller->state.n_rounds));
}

static void
tell_phase (Teller *teller)
{
  switch (teller->state.phase)
    {
    case COOLDOWN_ICE_DUE:
      tell_due (teller);
      break;
    case COOLDOWN_ICE_ON:
      tell_on (teller);
      break;
    case COOLDOWN_ICE_OFF:
      tell_off (teller);
      break;
    case COOLDOWN_ICE_BREAK:
      tell_break (teller);
      break;
    case COOLDOWN_ICE_PAUSED:
      tell_paused (teller);
      break;
    case COOLDOWN_ICE_NONE:
    case COOLDOWN_ICE_DONE:
    case COOLDOWN_ICE_STOPPED:
    case COOLDOWN_ICE_SKIN_WRONG:
    case COOLDOWN_ICE_TOO_LONG:
    case COOLDOWN_ICE_NOT_CONFIRMED:
    case COOLDOWN_ICE_LAPSED:
    default:
      break;
    }
}

/**
 * cooldown_ice_look_new:
 * @content: the content
 * @clock: for the times of day
 * @session: a session of ice
 * @now: the moment that it is
 *
 * Puts a running session into words. Of a session that is over only the phase is told.
 *
 * Returns: (transfer full): the words
 */
CooldownIceLook *
cooldown_ice_look_new (CooldownContent *content,
                       CooldownClock *clock,
                       CooldownSession *session,
                       const CooldownInstant *now)
{
  g_autoptr (CooldownIceLook) look = g_new0 (CooldownIceLook, 1);
  GVariant *plan = cooldown_session_get_plan (session);
  Teller teller = { .clock = clock, .session = session, .now = now, .look = look };

  look->words = g_string_chunk_new (512);
  look->title = look->spoken = "";
  look->face.mark = -1;
  teller.protocol = cooldown_content_get_ice_protocol (content);
  teller.axis = cooldown_session_get_axis (session, now);
  teller.state = cooldown_ice_fold (teller.protocol, session, now);
  look->phase = teller.state.phase;
  look->place = keep (&teller,
                      cooldown_ice_place_to_string (content, cooldown_ice_plan_get_site (plan),
                                                    cooldown_ice_plan_get_side (plan)));
  tell_phase (&teller);
  return g_steal_pointer (&look);
}

/**
 * cooldown_ice_look_free:
 * @look: the words of a session
 */
void
cooldown_ice_look_free (CooldownIceLook *look)
{
  g_string_chunk_free (look->words);
  g_free (look);
}
