/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/night.h"
#include "reminder.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

static gint64
time_of_morning (CooldownClock *clock, const GDate *day, gconstpointer data)
{
  return cooldown_local_time_on_day (clock, day, cooldown_ledger_get_morning_at ((gpointer) data));
}

/* Whether the night is noted that is asked about at that time, be it before or after it. */
static gboolean
is_answered (CooldownLedger *ledger, gint64 morning)
{
  CooldownBedtimes bedtimes;
  char date[COOLDOWN_DATE_SIZE];

  cooldown_ledger_get_bedtimes (ledger, &bedtimes);
  return cooldown_last_night (cooldown_ledger_get_clock (ledger), morning, &bedtimes, date) &&
         cooldown_ledger_get_night (ledger, date) != COOLDOWN_NIGHT_NOT_NOTED;
}

static CooldownDue
look (CooldownLedger *ledger, const CooldownInstant *now)
{
  CooldownAppointment appointment;

  if (!cooldown_ledger_get_flag (ledger, "remind.morning", FALSE))
    return COOLDOWN_DUE_NOTHING;
  appointment = cooldown_appointment_find (cooldown_ledger_get_clock (ledger), now->wall,
                                           time_of_morning, ledger);
  if (appointment.last != COOLDOWN_NEVER && is_answered (ledger, appointment.last))
    appointment.last = COOLDOWN_NEVER;
  return cooldown_due_from_appointment (ledger, &cooldown_due_morning, COOLDOWN_NOTICE_MORNING,
                                        &appointment, now);
}

/* A calm night is one press away; any other number is chosen in the window, which a click opens. */
static void
word (CooldownReminder *reminder,
      CooldownLedger *ledger,
      const CooldownDue *due,
      const CooldownInstant *now)
{
  CooldownBedtimes bedtimes;
  char date[COOLDOWN_DATE_SIZE];
  g_autoptr (GVariant) rating = NULL;
  g_autofree char *calm = NULL;

  cooldown_reminder_word_from_content (reminder, ledger, due, now);
  cooldown_ledger_get_bedtimes (ledger, &bedtimes);
  if (!cooldown_last_night (cooldown_ledger_get_clock (ledger), due->serial, &bedtimes, date))
    return;
  rating = g_variant_ref_sink (g_variant_new ("(us)", 0, date));
  calm = g_action_print_detailed_name ("night-rate", rating);
  /* Translators: button; the legs were calm last night */
  cooldown_reminder_add_button (reminder, _ ("Calm"), calm);
}

/* How restless were the legs last night? */
const CooldownDueSource cooldown_due_morning = {
  .name = "morning",
  .tab = "evening",
  .session = COOLDOWN_NO_SESSION,
  .look = look,
  .word = word,
};
