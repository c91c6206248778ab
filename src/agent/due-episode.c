/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "marks.h"
#include "reminder.h"

#include <glib/gi18n.h>

/* A morning is the next morning only when there was a night before it. */
#define NIGHT (6 * COOLDOWN_HOUR)

static gint64
time_before_bed (CooldownClock *clock, const GDate *day, gconstpointer data)
{
  CooldownLedger *ledger = (gpointer) data;
  CooldownBedtimes bedtimes;
  CooldownEvening evening;

  cooldown_ledger_get_bedtimes (ledger, &bedtimes);
  if (!cooldown_evening_on (clock, day, &bedtimes, 0, &evening))
    return COOLDOWN_NEVER;
  return evening.bed - cooldown_ledger_get_facts (ledger)->reminders.episode_before_bed;
}

static gint64
time_of_morning (CooldownClock *clock, const GDate *day, gconstpointer data)
{
  return cooldown_local_time_on_day (clock, day, cooldown_ledger_get_morning_at ((gpointer) data));
}

/* When the open episode is asked about next morning. */
static gint64
find_morning (CooldownLedger *ledger, gint64 began)
{
  return cooldown_appointment_find (cooldown_ledger_get_clock (ledger), began + NIGHT,
                                    time_of_morning, ledger)
    .next;
}

/* When it is asked about before bed: after the hour, and before the morning. */
static gint64
find_evening (CooldownLedger *ledger, gint64 began)
{
  gint64 hour = cooldown_ledger_get_facts (ledger)->recovery.check_after;
  gint64 evening = cooldown_appointment_find (cooldown_ledger_get_clock (ledger), began + hour,
                                              time_before_bed, ledger)
                     .next;

  return evening < find_morning (ledger, began) ? evening : COOLDOWN_NEVER;
}

/* Each question comes once for an episode: one that was asked is not asked again because another
 * bedtime or another zone moved it. */
static CooldownDue
look (CooldownLedger *ledger,
      const CooldownInstant *now,
      const CooldownDueSource *source,
      CooldownNoticeKind kind,
      gint64 (*find) (CooldownLedger *ledger, gint64 began))
{
  gint64 began = cooldown_ledger_get_open_episode (ledger) * COOLDOWN_SECOND;
  CooldownAppointment once = { COOLDOWN_NEVER, COOLDOWN_NEVER };
  gint64 at;

  if (began == 0 || !cooldown_ledger_get_flag (ledger, "remind.episode", TRUE))
    return COOLDOWN_DUE_NOTHING;
  at = MIN (find (ledger, began), cooldown_due_find_said (ledger, source, began, now));
  if (at <= now->wall)
    once.last = at;
  else
    once.next = at;
  return cooldown_due_from_appointment (ledger, source, kind, &once, now);
}

static CooldownDue
look_evening (CooldownLedger *ledger, const CooldownInstant *now)
{
  return look (ledger, now, &cooldown_due_episode_evening, COOLDOWN_NOTICE_EPISODE_EVENING,
               find_evening);
}

static CooldownDue
look_morning (CooldownLedger *ledger, const CooldownInstant *now)
{
  return look (ledger, now, &cooldown_due_episode_morning, COOLDOWN_NOTICE_EPISODE_MORNING,
               find_morning);
}

static void
word (CooldownReminder *reminder,
      CooldownLedger *ledger,
      const CooldownDue *due,
      const CooldownInstant *now)
{
  cooldown_reminder_word_from_content (reminder, ledger, due, now);
  cooldown_reminder_add_button (reminder, _ ("Gone"), "episode-check::gone");
  cooldown_reminder_add_button (reminder, _ ("Still There"), "episode-check::still");
}

/* Is it still tingling? Before bedtime. */
const CooldownDueSource cooldown_due_episode_evening = {
  .name = "episode-evening",
  .tab = "recover",
  .session = COOLDOWN_NO_SESSION,
  .look = look_evening,
  .word = word,
};

/* The same the next morning. */
const CooldownDueSource cooldown_due_episode_morning = {
  .name = "episode-morning",
  .tab = "recover",
  .session = COOLDOWN_NO_SESSION,
  .look = look_morning,
  .word = word,
};
