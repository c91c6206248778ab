/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder.h"

#include <glib/gi18n.h>

static void
word (CooldownReminder *reminder,
      CooldownLedger *ledger,
      const CooldownDue *due,
      const CooldownInstant *now)
{
  CooldownSession *session = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_EVENING);
  CooldownRoutineState routine = cooldown_ledger_get_routine (ledger, now);
  CooldownPlannedStep step = { .id = "" };
  g_autofree char *until = NULL;
  const char *name;

  cooldown_routine_plan_get_step (cooldown_session_get_plan (session), routine.step, &step);
  name = g_hash_table_lookup (cooldown_ledger_get_facts (ledger)->activities, step.id);
  until = cooldown_clock_format_time (cooldown_ledger_get_clock (ledger),
                                      cooldown_session_get_wall (session, routine.until, now));
  reminder->title = g_strdup (name != NULL ? name : _ ("Next step"));
  /* Translators: of the wind-down routine: "Step 2 of 5, 10 minutes, until 22:40." */
  reminder->body = g_strdup_printf (ngettext ("Step %1$u of %2$u, %3$u minute, until %4$s.",
                                              "Step %1$u of %2$u, %3$u minutes, until %4$s.",
                                              step.minutes),
                                    routine.step + 1, routine.n_steps, step.minutes, until);
  cooldown_reminder_add_button (reminder, _ ("Pause"), "evening-pause");
  /* Translators: button: ends the wind-down routine before its last step is over */
  cooldown_reminder_add_button (reminder, _ ("End Routine"), "evening-end");
}

static CooldownDue
look (CooldownLedger *ledger, const CooldownInstant *now)
{
  CooldownSession *session = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_EVENING);
  const CooldownReminderRules *rules = &cooldown_ledger_get_facts (ledger)->reminders;
  CooldownRoutineState routine;
  CooldownNotice notice;

  if (session == NULL)
    return COOLDOWN_DUE_NOTHING;
  routine = cooldown_ledger_get_routine (ledger, now);
  notice = cooldown_routine_get_notice (&routine, rules->worth[COOLDOWN_NOTICE_ROUTINE_STEP],
                                        cooldown_session_get_axis (session, now));
  return cooldown_due_from_notice (ledger, COOLDOWN_SUBJECT_EVENING, &notice, now);
}

/* An evening goes by itself, some hours after the last that happened in it. */
static void
tidy (CooldownLedger *ledger, const CooldownInstant *now)
{
  CooldownRoutineState routine = cooldown_ledger_get_routine (ledger, now);

  if (cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_EVENING) != NULL &&
      cooldown_routine_phase_is_over (routine.phase))
    cooldown_due_tidy_after (ledger, COOLDOWN_SUBJECT_EVENING,
                             MAX (routine.since, routine.restless), now);
}

/* The next step of the wind-down routine. */
const CooldownDueSource cooldown_due_routine = {
  .name = "routine",
  .tab = "evening",
  .session = COOLDOWN_SUBJECT_EVENING,
  .look = look,
  .word = word,
  .tidy = tidy,
};
