/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is promised about ice on the skin and about what was missed, held against what the user did
 * and heard, and not against what the program thinks of it. */
#include "simulate.h"

#include <string.h>

#define LISTED_FOR (24 * COOLDOWN_HOUR)
#define FIRST_MINUTES 10
#define RINGS_EVERY COOLDOWN_MINUTE
#define THEN_EVERY (5 * COOLDOWN_MINUTE)
#define RINGS_FOR COOLDOWN_HOUR
#define INTERVAL COOLDOWN_HOUR
#define REST (45 * COOLDOWN_MINUTE)

static gboolean
contains (GVariant *list, GVariant *entry, gsize before)
{
  for (gsize i = 0; i < before; i++)
    {
      g_autoptr (GVariant) other = g_variant_get_child_value (list, i);

      if (g_variant_equal (other, entry))
        return TRUE;
    }
  return FALSE;
}

/* Of an entry that is new: it is of something that was too late to be told, and only one. */
static void
check_entry (Sim *sim, GVariant *entry)
{
  const char *id, *title;
  gint64 seconds;

  g_variant_get (entry, "(&sx&s)", &id, &seconds, &title);
  sim_tell (sim, "    missed: “%s”", title);
  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    {
      SimDue due = sim_model_look (sim, i);
      SimOccasion *occasion;

      if (due.kind == COOLDOWN_NOTICE_NONE ||
          strcmp (cooldown_notice_kind_get_id (due.kind), id) != 0)
        continue;
      if ((sim_now (sim).wall - due.late) / COOLDOWN_SECOND != seconds)
        sim_fail (sim, "missed-when", "“%s” is said to have been missed at another time", title);
      else if (sim_model_is_worth (sim, &due))
        sim_fail (sim, "missed-early", "“%s” is counted as missed, and is worth telling", title);
      else if (sim_model_is_told (sim, i, &due))
        sim_fail (sim, "told-and-missed", "“%s” is counted as missed, and was told", title);
      occasion = sim_model_occasion (sim, i, due.session, due.serial);
      occasion->missed = TRUE;
      return;
    }
  sim_fail (sim, "missed-what", "“%s” is counted as missed, and was never due", title);
}

static gboolean
is_listed (Sim *sim, const SimDue *due)
{
  const char *id, *wanted = cooldown_notice_kind_get_id (due->kind);
  GVariantIter iter;
  gint64 seconds;

  if (sim->watch.missed == NULL)
    return FALSE;
  g_variant_iter_init (&iter, sim->watch.missed);
  while (g_variant_iter_next (&iter, "(&sx&s)", &id, &seconds, NULL))
    if (strcmp (id, wanted) == 0 && seconds == (sim_now (sim).wall - due->late) / COOLDOWN_SECOND)
      return TRUE;
  return FALSE;
}

/* What was missed longer ago than this may be gone from the list already; and what was missed while
 * the clock was wrong, and again when it was right, stands there once. */
static void
forgive_old (Sim *sim)
{
  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    {
      SimDue due = sim_model_look (sim, i);

      if (due.kind != COOLDOWN_NOTICE_NONE && !sim_model_is_worth (sim, &due) &&
          (due.late >= LISTED_FOR || is_listed (sim, &due)) && !sim_model_is_told (sim, i, &due))
        sim_model_occasion (sim, i, due.session, due.serial)->missed = TRUE;
    }
}

void
sim_watch_missed (Sim *sim)
{
  GVariant *old = sim->watch.missed;
  GVariant *list = cooldown_ledger_lookup (sim->ledger, "missed", G_VARIANT_TYPE ("a(sxs)"));
  gsize n_old = old != NULL ? g_variant_n_children (old) : 0;

  if (list == NULL || list == old)
    {
      forgive_old (sim);
      return;
    }
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (list, i);

      if (contains (list, entry, i))
        sim_fail (sim, "missed-twice", "an entry of what was missed stands there twice");
      else if (old == NULL || !contains (old, entry, n_old))
        check_entry (sim, entry);
    }
  g_clear_pointer (&sim->watch.missed, g_variant_unref);
  sim->watch.missed = g_variant_ref (list);
  forgive_old (sim);
}

/* Whether the bell of an evening or of a morning rings a second time for the same date, though
 * nobody set anything since. */
void
sim_watch_date (Sim *sim, guint slot, gint64 serial)
{
  const struct
  {
    CooldownNoticeKind kind;
    gint64 offset;
  } dated[] = {
    { COOLDOWN_NOTICE_MORNING, 0 },
    { COOLDOWN_NOTICE_BED, -12 * COOLDOWN_HOUR },
    { COOLDOWN_NOTICE_WIND_DOWN,
      sim->model.wind_down_minutes * COOLDOWN_MINUTE - 12 * COOLDOWN_HOUR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dated); i++)
    {
      g_autoptr (GDateTime) local = NULL;
      gint64 hour;
      int date;

      if (sim_find_slot (dated[i].kind) != slot)
        continue;
      /* Half a day of hours on the wall, not of hours that went by. */
      local = cooldown_clock_to_local (COOLDOWN_CLOCK (sim->clock), serial);
      hour = (g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local)) * COOLDOWN_MINUTE;
      date = g_date_time_get_year (local) * 366 + g_date_time_get_day_of_year (local) -
             (hour + dated[i].offset < 0);
      if (sim->watch.date_version[i] == sim->model.version && sim->watch.date[i] == date)
        sim_fail (sim, "twice-a-day", "%s comes twice for one date", cooldown_slot_get_name (slot));
      sim->watch.date_version[i] = sim->model.version;
      sim->watch.date[i] = date;
    }
}

/* The user did something about ice, and it was accepted. */
void
sim_watch_ice_event (Sim *sim, const char *event, const char *arg)
{
  SimWatch *watch = &sim->watch;

  if (strcmp (event, "on") == 0)
    {
      watch->on = TRUE;
      watch->on_at = sim->truth;
      watch->rang_at = -1;
      watch->unheard = 0;
      watch->unheard_from = -1;
      watch->rebooted = FALSE;
      watch->bell_failed = FALSE;
      watch->minutes = MIN (cooldown_ice_plan_get_minutes (cooldown_session_get_plan (
                              cooldown_ledger_get_session (sim->ledger, COOLDOWN_SUBJECT_ICE))),
                            COOLDOWN_ICE_CEILING_MINUTES);
      return;
    }
  if (strcmp (event, "start") == 0)
    watch->came_off_at = -1;
  else if (strcmp (arg, "bell") == 0)
    watch->came_off_at = MIN (watch->on_at + watch->minutes * COOLDOWN_MINUTE, sim->truth);
  else if (watch->on)
    watch->came_off_at = sim->truth;
  watch->on = FALSE;
}

static gboolean
rings (const CooldownReminder *reminder)
{
  return reminder->slot == sim_find_slot (COOLDOWN_NOTICE_ICE_OFF) &&
         reminder->urgency == COOLDOWN_URGENCY_CRITICAL;
}

/* The agent wants something about ice shown. */
void
sim_watch_ice_show (Sim *sim, const CooldownReminder *reminder)
{
  SimWatch *watch = &sim->watch;

  if (rings (reminder) && !watch->on)
    sim_fail (sim, "rings-on", "the bell rings, and the ice is off");
  else if (rings (reminder) &&
           sim->truth > MAX (watch->on_at + watch->minutes * COOLDOWN_MINUTE, watch->away_until) +
                          RINGS_FOR + SIM_GRACE)
    sim_fail (sim, "rings-for-ever", "the bell rings after an hour in which nobody answered");
  if (!g_str_has_prefix (reminder->title, "Time for ice"))
    return;
  if (watch->on)
    sim_fail (sim, "round-while-on", "a round is due while ice is on the skin");
  else if (watch->came_off_at >= 0 && !watch->rebooted &&
           (sim->truth < watch->on_at + INTERVAL || sim->truth < watch->came_off_at + REST))
    sim_fail (sim, "round-early", "a round is due %.0f s after the one before",
              (double) (sim->truth - watch->on_at) / COOLDOWN_SECOND);
}

/* It stands on the desktop. */
void
sim_watch_ice_shown (Sim *sim, const CooldownReminder *reminder)
{
  SimWatch *watch = &sim->watch;

  if (!rings (reminder))
    return;
  if (watch->rang_at < 0)
    watch->rang_at = sim->truth;
  watch->unheard = 0;
  watch->unheard_from = -1;
  watch->bell_failed = FALSE;
}

static gboolean
is_asked (Sim *sim)
{
  CooldownInstant now = sim_now (sim);
  CooldownIceState ice = cooldown_ledger_get_ice (sim->ledger, &now);

  return ice.phase == COOLDOWN_ICE_ON || ice.phase == COOLDOWN_ICE_OFF;
}

/* From ice on to the bell never more than was planned; and it rings until somebody answers. */
void
sim_watch_ice (Sim *sim, gboolean heard)
{
  SimWatch *watch = &sim->watch;
  gint64 bell = watch->on_at + watch->minutes * COOLDOWN_MINUTE;
  gint64 every;

  if (!watch->on)
    return;
  if (!is_asked (sim))
    {
      /* Nobody answered for an hour in which somebody could, and the session was closed. */
      if (!watch->rebooted && sim->truth < MAX (bell, watch->away_until) + RINGS_FOR)
        sim_fail (sim, "closed-early", "nobody is asked any more about the ice on the skin");
      watch->on = FALSE;
      watch->came_off_at = bell;
      return;
    }
  if (watch->unheard_from >= 0)
    watch->unheard += sim->truth - watch->unheard_from;
  watch->unheard_from = -1;
  if (sim->truth < bell && !watch->rebooted)
    {
      sim->look_at = MIN (sim->look_at, bell);
      return;
    }
  if (watch->rang_at < 0)
    every = 0;
  else
    every = sim->truth <= bell + FIRST_MINUTES * COOLDOWN_MINUTE ? RINGS_EVERY : THEN_EVERY;
  if (watch->bell_failed)
    every = THEN_EVERY;
  if (watch->unheard > every + SIM_GRACE)
    sim_fail (sim, "bell", "the ice lies for %.0f min, and the bell was not heard for %.0f s",
              (double) (sim->truth - watch->on_at) / COOLDOWN_MINUTE,
              (double) watch->unheard / COOLDOWN_SECOND);
  if (!heard)
    return;
  watch->unheard_from = sim->truth;
  sim->look_at = MIN (sim->look_at, sim->truth + every + SIM_GRACE + 1 - watch->unheard);
}
