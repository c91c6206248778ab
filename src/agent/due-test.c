/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder.h"

#include <glib/gi18n.h>

static CooldownDue
look (CooldownLedger *ledger, const CooldownInstant *now)
{
  gint64 at = cooldown_ledger_get_number (ledger, "test-at", 0) * COOLDOWN_SECOND;
  CooldownAppointment once = { COOLDOWN_NEVER, COOLDOWN_NEVER };

  if (at == 0)
    return COOLDOWN_DUE_NOTHING;
  if (at <= now->wall)
    once.last = at;
  else
    once.next = at;
  return cooldown_due_from_appointment (ledger, &cooldown_due_test, COOLDOWN_NOTICE_TEST, &once,
                                        now);
}

static void
word (CooldownReminder *reminder,
      CooldownLedger *ledger,
      const CooldownDue *due,
      const CooldownInstant *now)
{
  reminder->title = g_strdup (_ ("This is a test"));
  reminder->body = g_strdup (_ ("Reminders reach you with the window closed. "
                                "Press the button to see that answers arrive, too."));
  /* Translators: the button of a test notification */
  cooldown_reminder_add_button (reminder, _ ("I See It"), "test-answer");
}

/* The reminder that the user asked for to see whether any comes. */
const CooldownDueSource cooldown_due_test = {
  .name = "test",
  .tab = "",
  .session = COOLDOWN_NO_SESSION,
  .look = look,
  .word = word,
};
