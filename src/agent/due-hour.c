/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
hour_title (const char *kind)
{
  if (strcmp (kind, "run") == 0)
    return _ ("One hour since your run");
  if (strcmp (kind, "walk") == 0)
    return _ ("One hour since your walk");
  if (strcmp (kind, "ride") == 0)
    return _ ("One hour since your ride");
  if (strcmp (kind, "swim") == 0)
    return _ ("One hour since your swim");
  if (strcmp (kind, "strength") == 0)
    return _ ("One hour since your strength training");
  if (strcmp (kind, "ball") == 0)
    return _ ("One hour since your ball game");
  return _ ("One hour since your workout");
}

static void
word (CooldownReminder *reminder,
      CooldownLedger *ledger,
      const CooldownDue *due,
      const CooldownInstant *now)
{
  const CooldownFacts *facts = cooldown_ledger_get_facts (ledger);
  CooldownSession *session = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_RECOVERY);
  CooldownWorkout workout = { .kind = "other" };

  cooldown_workout_from_plan (cooldown_session_get_plan (session), &workout, NULL);
  reminder->title = g_strdup (hour_title (workout.kind));
  /* Translators: %s is a question, "Is the tingling gone?" */
  reminder->body = g_strdup_printf (_ ("%s Worse, or a warning sign: open the checklist."),
                                    workout.legs == COOLDOWN_LEGS_TINGLING
                                      ? facts->question_tingling
                                      : facts->question_fine);
  if (workout.legs == COOLDOWN_LEGS_TINGLING)
    {
      cooldown_reminder_add_button (reminder, _ ("Gone"), "check-in::gone");
      cooldown_reminder_add_button (reminder, _ ("Still There"), "check-in::still");
      cooldown_reminder_add_button (reminder, _ ("Worse"), "check-in::worse");
      return;
    }
  /* Translators: button, answer to "Legs still fine?" */
  cooldown_reminder_add_button (reminder, _ ("Yes, Fine"), "check-in::none");
  cooldown_reminder_add_button (reminder, _ ("Tingling"), "check-in::still");
}

/* Whether the question was given up before anybody heard it: the machine slept, or was off. */
static gboolean
is_unheard (CooldownSession *session, const CooldownRecoveryState *recovery)
{
  return recovery->phase == COOLDOWN_RECOVERY_LAPSED && recovery->check_at > 0 &&
         cooldown_session_get_said (session) < recovery->check_at;
}

static CooldownDue
look (CooldownLedger *ledger, const CooldownInstant *now)
{
  CooldownSession *session = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_RECOVERY);
  CooldownRecoveryState recovery;
  CooldownNotice notice;

  if (session == NULL || !cooldown_ledger_get_flag (ledger, "remind.recovery", TRUE))
    return COOLDOWN_DUE_NOTHING;
  recovery = cooldown_ledger_get_recovery (ledger, now);
  notice = cooldown_recovery_get_notice (&recovery, cooldown_session_get_axis (session, now));
  /* It is too late to be asked, and counts as missed. */
  if (is_unheard (session, &recovery))
    {
      notice.kind = COOLDOWN_NOTICE_RECOVERY_CHECK;
      notice.said = recovery.check_at;
    }
  return cooldown_due_from_notice (ledger, COOLDOWN_SUBJECT_RECOVERY, &notice, now);
}

static void
tidy (CooldownLedger *ledger, const CooldownInstant *now)
{
  CooldownSession *session = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_RECOVERY);
  CooldownRecoveryState recovery = cooldown_ledger_get_recovery (ledger, now);

  if (recovery.phase != COOLDOWN_RECOVERY_NONE &&
      cooldown_recovery_phase_is_over (recovery.phase) &&
      (!is_unheard (session, &recovery) ||
       !cooldown_ledger_get_flag (ledger, "remind.recovery", TRUE)))
    cooldown_due_tidy_after (ledger, COOLDOWN_SUBJECT_RECOVERY, recovery.since, now);
}

/* The question one hour after a workout. */
const CooldownDueSource cooldown_due_hour = {
  .name = "recovery",
  .tab = "recover",
  .session = COOLDOWN_SUBJECT_RECOVERY,
  .look = look,
  .word = word,
  .tidy = tidy,
};
