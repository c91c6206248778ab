/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder.h"

#include <glib/gi18n.h>
#include <string.h>

/* "Ball of the foot, right" */
static char *
name_place (CooldownLedger *ledger, GVariant *plan)
{
  const char *site = cooldown_ice_plan_get_site (plan);
  const char *side = cooldown_ice_plan_get_side (plan);
  const char *name = g_hash_table_lookup (cooldown_ledger_get_facts (ledger)->site_names, site);

  if (name == NULL)
    return g_strdup ("");
  if (strcmp (side, "left") == 0)
    /* Translators: a place on the body, e.g. "Ball of the foot, left" */
    return g_strdup_printf (_ ("%s, left"), name);
  if (strcmp (side, "right") == 0)
    /* Translators: a place on the body, e.g. "Ball of the foot, right" */
    return g_strdup_printf (_ ("%s, right"), name);
  return g_strdup (name);
}

static char *
format_session_time (CooldownLedger *ledger,
                     CooldownSubject subject,
                     gint64 axis,
                     const CooldownInstant *now)
{
  CooldownSession *session = cooldown_ledger_get_session (ledger, subject);

  return cooldown_clock_format_time (cooldown_ledger_get_clock (ledger),
                                     cooldown_session_get_wall (session, axis, now));
}

static void
word_ice_due (CooldownReminder *reminder, const CooldownIceState *ice, const char *place)
{
  /* Translators: "Time for ice, round 3 of 5" */
  reminder->title = g_strdup_printf (_ ("Time for ice, round %1$u of %2$u"), ice->round,
                                     ice->n_rounds);
  if (ice->round == 1)
    /* Translators: %s is a place on the body, e.g. "Ball of the foot, right" */
    reminder->body = g_strdup_printf (_ ("%s. Press Ice Is On once it lies there."), place);
  else
    reminder->body = g_strdup_printf (
      /* Translators: %s is a place on the body, e.g. "Ball of the foot, right" */
      _ ("%s. Only if the skin is warm again and feels a light touch; else skip."), place);
  cooldown_reminder_add_button (reminder, _ ("Ice Is On"), "ice-on");
  cooldown_reminder_add_button (reminder, _ ("Later, 10 min"), "ice-snooze(uint32 10)");
  cooldown_reminder_add_button (reminder, C_ ("round of ice", "Skip"), "ice-skip");
}

static void
word_when_buttons (CooldownReminder *reminder, const char *bell)
{
  /* Translators: button: the ice came off at that time, "At 17:15" */
  g_autofree char *at_bell = g_strdup_printf (_ ("At %s"), bell);

  cooldown_reminder_add_button (reminder, at_bell, "ice-off::bell");
  cooldown_reminder_add_button (reminder, _ ("Only Now"), "ice-off::now");
}

static void
word_ice_off (CooldownReminder *reminder,
              const CooldownIceState *ice,
              guint minutes,
              const char *place,
              const char *bell)
{
  reminder->urgency = COOLDOWN_URGENCY_CRITICAL;
  if (ice->slept || ice->rebooted)
    {
      reminder->title = g_strdup (ice->rebooted
                                    ? _ ("Your computer was off: take the ice off now")
                                    : _ ("Your computer slept: take the ice off now"));
      reminder->body = g_strdup_printf (
        /* Translators: %s is a time of day */
        _ ("The ice was to come off by %s. When did it come off?"), bell);
      word_when_buttons (reminder, bell);
      return;
    }
  reminder->title = g_strdup (_ ("Take the ice off now"));
  reminder->body = g_strdup_printf (
    /* Translators: %1$s is a place on the body, %2$u a number of minutes */
    ngettext ("%1$s. %2$u minute is over. How does your skin look and feel?",
              "%1$s. %2$u minutes are over. How does your skin look and feel?", minutes),
    place, minutes);
  cooldown_reminder_add_button (reminder, _ ("Skin Normal"), "ice-off::fine");
  cooldown_reminder_add_button (reminder, _ ("Looks Wrong"), "ice-off::wrong");
}

static void
word_ice_done (CooldownReminder *reminder, guint minutes)
{
  reminder->urgency = COOLDOWN_URGENCY_SILENT;
  reminder->title = g_strdup (_ ("That was the last round"));
  reminder->body = g_strdup_printf (ngettext ("No hard exercise for %u minute.",
                                              "No hard exercise for %u minutes.", minutes),
                                    minutes);
}

static void
word_ice (CooldownReminder *reminder,
          CooldownLedger *ledger,
          const CooldownDue *due,
          const CooldownInstant *now)
{
  CooldownSession *session = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_ICE);
  GVariant *plan = cooldown_session_get_plan (session);
  CooldownIceState ice = cooldown_ledger_get_ice (ledger, now);
  g_autofree char *place = name_place (ledger, plan);
  g_autofree char *bell = format_session_time (ledger, COOLDOWN_SUBJECT_ICE, ice.bell, now);

  if (due->kind == COOLDOWN_NOTICE_ICE_DUE)
    word_ice_due (reminder, &ice, place);
  else if (due->kind == COOLDOWN_NOTICE_ICE_OFF)
    word_ice_off (reminder, &ice, cooldown_ice_plan_get_minutes (plan), place, bell);
  else if (due->kind == COOLDOWN_NOTICE_ICE_DONE)
    word_ice_done (reminder, cooldown_ledger_get_facts (ledger)->ice.no_exercise_minutes);
  else if (due->kind == COOLDOWN_NOTICE_ICE_SKIN_CHECK)
    {
      reminder->title = g_strdup (_ ("Look at and touch your skin"));
      reminder->body =
        /* Translators: %1$s is a place on the body, %2$s a time of day */
        g_strdup_printf (_ ("%1$s. Numb, white or blue, or it hurts? Take the ice off. "
                            "Else it stays until %2$s."),
                         place, bell);
      cooldown_reminder_add_button (reminder, _ ("Ice Is Off"), "ice-off::taken");
    }
  else if (due->kind == COOLDOWN_NOTICE_ICE_SKIN)
    {
      reminder->title = g_strdup (_ ("How does your skin look and feel?"));
      reminder->body = g_strdup (place);
      cooldown_reminder_add_button (reminder, _ ("Skin Normal"), "ice-off::fine");
      cooldown_reminder_add_button (reminder, _ ("Looks Wrong"), "ice-off::wrong");
    }
  else
    {
      reminder->title = g_strdup (_ ("When did the ice come off?"));
      /* Translators: %1$s is a place on the body, %2$s a time of day */
      reminder->body = g_strdup_printf (_ ("%1$s. It was to come off by %2$s."), place, bell);
      word_when_buttons (reminder, bell);
    }
}

static CooldownDue
look (CooldownLedger *ledger, const CooldownInstant *now)
{
  CooldownSession *session = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_ICE);
  CooldownIceState ice;
  CooldownNotice notice;

  if (session == NULL)
    return COOLDOWN_DUE_NOTHING;
  ice = cooldown_ledger_get_ice (ledger, now);
  notice = cooldown_ice_get_notice (&cooldown_ledger_get_facts (ledger)->ice, &ice,
                                    cooldown_session_get_axis (session, now));
  /* Too late to be said. If it never was, it counts as missed. */
  if (ice.phase == COOLDOWN_ICE_LAPSED && ice.unheard >= 0)
    {
      notice.kind = COOLDOWN_NOTICE_ICE_DUE;
      notice.said = ice.unheard;
    }
  return cooldown_due_from_notice (ledger, COOLDOWN_SUBJECT_ICE, &notice, now);
}

/* That nobody answered is noted: were the machine restarted later, the session alone could not tell
 * how long it had been on before, and would ask anew about ice of the day before. */
static void
note_closed (CooldownLedger *ledger)
{
  CooldownSession *session = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_ICE);
  guint n_events = cooldown_session_get_n_events (session);

  if (strcmp (cooldown_session_get_event (session, n_events - 1)->name, "closed") != 0)
    cooldown_ledger_happen (ledger, COOLDOWN_SUBJECT_ICE, "closed", NULL);
}

/* What the user ended goes by itself; what ended otherwise stays until it was seen. */
static void
tidy (CooldownLedger *ledger, const CooldownInstant *now)
{
  CooldownIceState ice = cooldown_ledger_get_ice (ledger, now);

  if (ice.phase == COOLDOWN_ICE_DONE || ice.phase == COOLDOWN_ICE_LAPSED ||
      ice.phase == COOLDOWN_ICE_STOPPED)
    cooldown_due_tidy_after (ledger, COOLDOWN_SUBJECT_ICE, ice.since, now);
  else if (ice.phase == COOLDOWN_ICE_NOT_CONFIRMED)
    note_closed (ledger);
}

/* Rounds of ice, the look at the skin, and that the ice has to come off. */
const CooldownDueSource cooldown_due_ice = {
  .name = "ice",
  .tab = "ice",
  .session = COOLDOWN_SUBJECT_ICE,
  .look = look,
  .word = word_ice,
  .tidy = tidy,
};
