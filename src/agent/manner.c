/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "manner.h"

#include <glib/gi18n.h>

#define MINUTES_PER_HOUR 60

/* While ice is, or was, on the skin nothing keeps quiet. */
static gboolean
is_about_skin (CooldownNoticeKind kind)
{
  return kind == COOLDOWN_NOTICE_ICE_SKIN_CHECK || kind == COOLDOWN_NOTICE_ICE_OFF ||
         kind == COOLDOWN_NOTICE_ICE_SKIN || kind == COOLDOWN_NOTICE_ICE_WHEN;
}

/* What the user just asked to see, or to be led through, is not kept quiet either. */
static gboolean
is_asked_for (CooldownNoticeKind kind)
{
  return kind == COOLDOWN_NOTICE_TEST || kind == COOLDOWN_NOTICE_ROUTINE_STEP;
}

/* Quiet hours may go past midnight; from and to the same are none. */
static gboolean
is_quiet_hour (CooldownLedger *ledger, const CooldownInstant *now)
{
  GVariant *hours = cooldown_ledger_lookup (ledger, "quiet-hours", G_VARIANT_TYPE ("ai"));
  gsize n_hours = 0;
  const gint32 *between =
    hours != NULL ? g_variant_get_fixed_array (hours, &n_hours, sizeof (gint32)) : NULL;
  g_autoptr (GDateTime) local = NULL;
  int minute;

  if (n_hours != 2)
    return FALSE;
  local = cooldown_clock_to_local (cooldown_ledger_get_clock (ledger), now->wall);
  if (local == NULL)
    return FALSE;
  minute = g_date_time_get_hour (local) * MINUTES_PER_HOUR + g_date_time_get_minute (local);
  return between[0] <= between[1] ? minute >= between[0] && minute < between[1]
                                  : minute >= between[0] || minute < between[1];
}

/**
 * cooldown_manner_is_discreet:
 * @ledger: what is going on
 *
 * Returns: whether notifications are to say nothing about the body
 */
gboolean
cooldown_manner_is_discreet (CooldownLedger *ledger)
{
  return cooldown_ledger_get_flag (ledger, "discreet", FALSE);
}

/**
 * cooldown_manner_conceal:
 * @reminder: a reminder
 * @kind: what it is about, or %COOLDOWN_NOTICE_NONE for several things
 *
 * Takes the words away that others must not read on a lock screen. What to do about ice on the
 * skin is still said, without naming it.
 */
void
cooldown_manner_conceal (CooldownReminder *reminder, CooldownNoticeKind kind)
{
  g_free (reminder->title);
  g_free (reminder->body);
  reminder->title = g_strdup ("Cooldown");
  if (kind == COOLDOWN_NOTICE_ICE_OFF)
    /* Translators: discreet notification: time to take the ice off, without saying what */
    reminder->body = g_strdup (_ ("Time is up. Take it off now."));
  else
    /* Translators: discreet notification: it does not say what about */
    reminder->body = g_strdup (_ ("A reminder waits for you."));
}

/**
 * cooldown_manner_apply:
 * @reminder: a reminder in words
 * @ledger: what is going on
 * @kind: what it is about
 * @now: this moment
 *
 * Makes it come the way the user wishes: discreet, without sound, quiet in quiet hours. That ice
 * has to come off is heard at every hour, and so is the routine that the user began.
 */
void
cooldown_manner_apply (CooldownReminder *reminder,
                       CooldownLedger *ledger,
                       CooldownNoticeKind kind,
                       const CooldownInstant *now)
{
  if (cooldown_manner_is_discreet (ledger))
    cooldown_manner_conceal (reminder, kind);
  if (!is_about_skin (kind) && !is_asked_for (kind) && is_quiet_hour (ledger, now))
    reminder->urgency = COOLDOWN_URGENCY_SILENT;
  if (reminder->urgency == COOLDOWN_URGENCY_SILENT ||
      !cooldown_ledger_get_flag (ledger, "sound", TRUE))
    reminder->sound = COOLDOWN_SOUND_NONE;
  else if (reminder->urgency == COOLDOWN_URGENCY_CRITICAL || kind == COOLDOWN_NOTICE_TEST)
    reminder->sound = COOLDOWN_SOUND_OURS;
  else if (kind == COOLDOWN_NOTICE_ROUTINE_STEP)
    reminder->sound = COOLDOWN_SOUND_STEP;
}
