/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder.h"

#include <glib/gi18n.h>
#include <string.h>

static void
add_button (CooldownReminder *reminder, const char *label, const char *action)
{
  g_return_if_fail (reminder->n_buttons < COOLDOWN_REMINDER_MAX_BUTTONS);
  reminder->labels[reminder->n_buttons] = g_strdup (label);
  reminder->actions[reminder->n_buttons] = action;
  reminder->n_buttons++;
}

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
  add_button (reminder, _ ("Ice Is On"), "ice-on");
  add_button (reminder, _ ("Later, 10 min"), "ice-snooze(uint32 10)");
  add_button (reminder, _ ("Skip"), "ice-skip");
}

static void
word_when_buttons (CooldownReminder *reminder, const char *bell)
{
  /* Translators: button: the ice came off at that time, "At 17:15" */
  g_autofree char *at_bell = g_strdup_printf (_ ("At %s"), bell);

  add_button (reminder, at_bell, "ice-off::bell");
  add_button (reminder, _ ("Only Now"), "ice-off::now");
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
  add_button (reminder, _ ("Skin Normal"), "ice-off::fine");
  add_button (reminder, _ ("Looks Wrong"), "ice-off::wrong");
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
          const CooldownNotice *notice,
          const CooldownInstant *now)
{
  CooldownSession *session = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_ICE);
  GVariant *plan = cooldown_session_get_plan (session);
  CooldownIceState ice = cooldown_ledger_get_ice (ledger, now);
  g_autofree char *place = name_place (ledger, plan);
  g_autofree char *bell = format_session_time (ledger, COOLDOWN_SUBJECT_ICE, ice.bell, now);

  if (notice->kind == COOLDOWN_NOTICE_ICE_DUE)
    word_ice_due (reminder, &ice, place);
  else if (notice->kind == COOLDOWN_NOTICE_ICE_OFF)
    word_ice_off (reminder, &ice, cooldown_ice_plan_get_minutes (plan), place, bell);
  else if (notice->kind == COOLDOWN_NOTICE_ICE_DONE)
    word_ice_done (reminder, cooldown_ledger_get_facts (ledger)->ice.no_exercise_minutes);
  else if (notice->kind == COOLDOWN_NOTICE_ICE_SKIN_CHECK)
    {
      reminder->title = g_strdup (_ ("Look at and touch your skin"));
      reminder->body =
        /* Translators: %1$s is a place on the body, %2$s a time of day */
        g_strdup_printf (_ ("%1$s. Numb, white or blue, or it hurts? Take the ice off. "
                            "Else it stays until %2$s."),
                         place, bell);
      add_button (reminder, _ ("Ice Is Off"), "ice-off::taken");
    }
  else if (notice->kind == COOLDOWN_NOTICE_ICE_SKIN)
    {
      reminder->title = g_strdup (_ ("How does your skin look and feel?"));
      reminder->body = g_strdup (place);
      add_button (reminder, _ ("Skin Normal"), "ice-off::fine");
      add_button (reminder, _ ("Looks Wrong"), "ice-off::wrong");
    }
  else
    {
      reminder->title = g_strdup (_ ("When did the ice come off?"));
      /* Translators: %1$s is a place on the body, %2$s a time of day */
      reminder->body = g_strdup_printf (_ ("%1$s. It was to come off by %2$s."), place, bell);
      word_when_buttons (reminder, bell);
    }
}

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
    return _ ("One hour since your game");
  return _ ("One hour since your workout");
}

static void
word_check (CooldownReminder *reminder, CooldownLedger *ledger)
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
      add_button (reminder, _ ("Gone"), "check-in::gone");
      add_button (reminder, _ ("Still There"), "check-in::still");
      add_button (reminder, _ ("Worse"), "check-in::worse");
      return;
    }
  /* Translators: button, answer to "Legs still fine?" */
  add_button (reminder, _ ("Yes, Fine"), "check-in::none");
  add_button (reminder, _ ("Tingling"), "check-in::still");
}

/**
 * cooldown_reminder_new:
 * @ledger: what is going on
 * @subject: what it is about
 * @notice: what has to be said; not %COOLDOWN_NOTICE_NONE
 * @now: the moment for which it is worded
 *
 * Returns: (transfer full): the notice in the user's language
 */
CooldownReminder *
cooldown_reminder_new (CooldownLedger *ledger,
                       CooldownSubject subject,
                       const CooldownNotice *notice,
                       const CooldownInstant *now)
{
  CooldownReminder *reminder = g_new0 (CooldownReminder, 1);

  reminder->subject = subject;
  reminder->urgency = COOLDOWN_URGENCY_NORMAL;
  reminder->said = notice->said;
  reminder->tab = subject == COOLDOWN_SUBJECT_ICE ? "ice" : "recover";
  if (subject == COOLDOWN_SUBJECT_ICE)
    word_ice (reminder, ledger, notice, now);
  else
    word_check (reminder, ledger);
  return reminder;
}

/**
 * cooldown_reminder_copy:
 * @reminder: a reminder
 *
 * Returns: (transfer full): the same once more
 */
CooldownReminder *
cooldown_reminder_copy (const CooldownReminder *reminder)
{
  CooldownReminder *copy = g_memdup2 (reminder, sizeof *reminder);

  copy->title = g_strdup (reminder->title);
  copy->body = g_strdup (reminder->body);
  for (guint i = 0; i < reminder->n_buttons; i++)
    copy->labels[i] = g_strdup (reminder->labels[i]);
  return copy;
}

/**
 * cooldown_reminder_free:
 * @reminder: (transfer full): a reminder
 */
void
cooldown_reminder_free (CooldownReminder *reminder)
{
  g_free (reminder->title);
  g_free (reminder->body);
  for (guint i = 0; i < reminder->n_buttons; i++)
    g_free (reminder->labels[i]);
  g_free (reminder);
}
