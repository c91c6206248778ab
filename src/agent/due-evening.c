/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder.h"

#include <string.h>

/* What has to be noted for tonight's list to be done. */
static const char *const tonight_things[] = { "caffeine", "alcohol", "nicotine" };

/* Whether all of tonight's list was noted for the evening of that date. */
static gboolean
is_list_done (CooldownLedger *ledger, const char *date)
{
  GVariant *tonight = cooldown_ledger_lookup (ledger, "tonight", G_VARIANT_TYPE_VARDICT);
  const char *noted = NULL;

  if (tonight == NULL || !g_variant_lookup (tonight, "date", "&s", &noted) ||
      strcmp (noted, date) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tonight_things); i++)
    {
      g_autoptr (GVariant) thing = g_variant_lookup_value (tonight, tonight_things[i], NULL);

      if (thing == NULL)
        return FALSE;
    }
  return TRUE;
}

/* The evening of a day, if its reminders may come: only for times the user set. */
static gboolean
find_evening (CooldownLedger *ledger, const GDate *day, CooldownEvening *evening)
{
  CooldownClock *clock = cooldown_ledger_get_clock (ledger);
  CooldownBedtimes bedtimes;

  return cooldown_ledger_get_bedtimes (ledger, &bedtimes) &&
         cooldown_evening_on (clock, day, &bedtimes, cooldown_ledger_get_winddown (ledger),
                              evening);
}

/* Whoever has noted what there was tonight is told no limit any more. */
static gint64
time_of_limit (CooldownLedger *ledger, const GDate *day, CooldownLimit limit, const char *own)
{
  CooldownEvening evening;

  if (!find_evening (ledger, day, &evening) || is_list_done (ledger, evening.date))
    return COOLDOWN_NEVER;
  cooldown_limit_set_own (&limit, (int) cooldown_ledger_get_number (ledger, own, -1));
  return cooldown_evening_limit (cooldown_ledger_get_clock (ledger), &evening, &limit);
}

static gint64
time_of_caffeine (CooldownClock *clock, const GDate *day, gconstpointer data)
{
  CooldownLedger *ledger = (gpointer) data;

  return time_of_limit (ledger, day, cooldown_ledger_get_facts (ledger)->caffeine,
                        "limit.caffeine");
}

static gint64
time_of_alcohol (CooldownClock *clock, const GDate *day, gconstpointer data)
{
  CooldownLedger *ledger = (gpointer) data;

  return time_of_limit (ledger, day, cooldown_ledger_get_facts (ledger)->alcohol, "limit.alcohol");
}

static gint64
time_of_wind_down (CooldownClock *clock, const GDate *day, gconstpointer data)
{
  CooldownEvening evening;

  return find_evening ((gpointer) data, day, &evening) ? evening.wind_down : COOLDOWN_NEVER;
}

static gint64
time_of_bed (CooldownClock *clock, const GDate *day, gconstpointer data)
{
  CooldownEvening evening;

  return find_evening ((gpointer) data, day, &evening) ? evening.bed : COOLDOWN_NEVER;
}

static CooldownDue
look (CooldownLedger *ledger,
      const CooldownInstant *now,
      const char *setting,
      const CooldownDueSource *source,
      CooldownNoticeKind kind,
      CooldownTimeOnDay time_on_day)
{
  CooldownAppointment appointment;

  if (!cooldown_ledger_get_flag (ledger, setting, FALSE))
    return COOLDOWN_DUE_NOTHING;
  appointment = cooldown_appointment_find (cooldown_ledger_get_clock (ledger), now->wall,
                                           time_on_day, ledger);
  return cooldown_due_from_appointment (ledger, source, kind, &appointment, now);
}

static CooldownDue
look_caffeine (CooldownLedger *ledger, const CooldownInstant *now)
{
  return look (ledger, now, "remind.caffeine", &cooldown_due_caffeine, COOLDOWN_NOTICE_CAFFEINE,
               time_of_caffeine);
}

static CooldownDue
look_alcohol (CooldownLedger *ledger, const CooldownInstant *now)
{
  return look (ledger, now, "remind.alcohol", &cooldown_due_alcohol, COOLDOWN_NOTICE_ALCOHOL,
               time_of_alcohol);
}

static CooldownDue
look_wind_down (CooldownLedger *ledger, const CooldownInstant *now)
{
  return look (ledger, now, "remind.wind-down", &cooldown_due_wind_down,
               COOLDOWN_NOTICE_WIND_DOWN, time_of_wind_down);
}

static CooldownDue
look_bed (CooldownLedger *ledger, const CooldownInstant *now)
{
  return look (ledger, now, "remind.bed", &cooldown_due_bed, COOLDOWN_NOTICE_BED, time_of_bed);
}

/* The last of the evening: whoever is in bed already is not to be woken by it. */
static void
word_bed (CooldownReminder *reminder,
          CooldownLedger *ledger,
          const CooldownDue *due,
          const CooldownInstant *now)
{
  cooldown_reminder_word_from_content (reminder, ledger, due, now);
  reminder->urgency = COOLDOWN_URGENCY_SILENT;
}

/* From now on no more caffeine. */
const CooldownDueSource cooldown_due_caffeine = {
  .name = "caffeine",
  .tab = "evening",
  .session = COOLDOWN_NO_SESSION,
  .look = look_caffeine,
  .word = cooldown_reminder_word_from_content,
};

/* From now on no more alcohol. */
const CooldownDueSource cooldown_due_alcohol = {
  .name = "alcohol",
  .tab = "evening",
  .session = COOLDOWN_NO_SESSION,
  .look = look_alcohol,
  .word = cooldown_reminder_word_from_content,
};

/* The wind-down begins. */
const CooldownDueSource cooldown_due_wind_down = {
  .name = "wind-down",
  .tab = "evening",
  .session = COOLDOWN_NO_SESSION,
  .look = look_wind_down,
  .word = cooldown_reminder_word_from_content,
};

/* Time for bed. */
const CooldownDueSource cooldown_due_bed = {
  .name = "bed",
  .tab = "evening",
  .session = COOLDOWN_NO_SESSION,
  .look = look_bed,
  .word = word_bed,
};
