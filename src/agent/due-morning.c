/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder.h"

static gint64
time_of_morning (CooldownClock *clock, const GDate *day, gconstpointer data)
{
  return cooldown_local_time_on_day (clock, day, cooldown_ledger_get_morning_at ((gpointer) data));
}

static CooldownDue
look (CooldownLedger *ledger, const CooldownInstant *now)
{
  CooldownAppointment appointment;

  if (!cooldown_ledger_get_flag (ledger, "remind.morning", FALSE))
    return COOLDOWN_DUE_NOTHING;
  appointment = cooldown_appointment_find (cooldown_ledger_get_clock (ledger), now->wall,
                                           time_of_morning, ledger);
  return cooldown_due_from_appointment (ledger, &cooldown_due_morning, COOLDOWN_NOTICE_MORNING,
                                        &appointment, now);
}

/* How restless were the legs last night? */
const CooldownDueSource cooldown_due_morning = {
  .name = "morning",
  .tab = "evening",
  .session = COOLDOWN_NO_SESSION,
  .look = look,
  .word = cooldown_reminder_word_from_content,
};
