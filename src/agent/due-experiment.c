/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/experiment.h"
#include "marks.h"
#include "reminder.h"

#include <glib/gi18n.h>

/* What was told so little before the time at which a turn begins was told of that turn: the time was
 * another one then, here or elsewhere. No turn is as short. */
#define SAME_TURN (36 * COOLDOWN_HOUR)

static gboolean
find_trial (CooldownLedger *ledger, CooldownExperiment *trial)
{
  return cooldown_experiments_get_last (
      cooldown_ledger_lookup (ledger, "experiments", G_VARIANT_TYPE (COOLDOWN_EXPERIMENTS)), trial);
}

static CooldownAppointment
find_turns (CooldownLedger *ledger, const CooldownExperiment *trial, gint64 wall, guint *turn)
{
  int at = cooldown_ledger_get_morning_at (ledger) +
           cooldown_ledger_get_facts (ledger)->reminders.experiment_after;

  return cooldown_experiment_find_turns (trial, cooldown_ledger_get_clock (ledger), wall, at, turn);
}

/* When the turn of that time was told; before the user decided on the trial it was another's. */
static gint64
find_told (CooldownLedger *ledger,
           const CooldownExperiment *trial,
           gint64 at,
           const CooldownInstant *now)
{
  return cooldown_due_find_said (ledger, &cooldown_due_experiment,
                                 MAX (at - SAME_TURN, trial->begun), now);
}

/* The same of the turn that comes next, perhaps by a clock that was a little ahead. */
static gint64
find_told_next (CooldownLedger *ledger, const CooldownExperiment *trial, gint64 next)
{
  const CooldownInstant then = { .wall = next };

  return find_told (ledger, trial, next, &then);
}

/* A turn that was told is not told again because another morning or another zone moved it. */
static CooldownAppointment
find_untold (CooldownLedger *ledger,
             const CooldownExperiment *trial,
             const CooldownInstant *now,
             guint *turn)
{
  CooldownAppointment found = find_turns (ledger, trial, now->wall, turn);
  gint64 told = COOLDOWN_NEVER;

  if (found.next != COOLDOWN_NEVER)
    told = find_told_next (ledger, trial, found.next);
  if (told != COOLDOWN_NEVER && told > now->wall)
    found.next = told;
  else if (told != COOLDOWN_NEVER)
    {
      found = find_turns (ledger, trial, found.next, turn);
      found.last = told;
    }
  else if (found.last != COOLDOWN_NEVER)
    {
      told = find_told (ledger, trial, found.last, now);
      found.last = MIN (found.last, told);
    }
  return found;
}

static CooldownDue
look (CooldownLedger *ledger, const CooldownInstant *now)
{
  CooldownExperiment trial;
  CooldownAppointment turns;
  CooldownDue due;
  guint turn;

  if (!cooldown_ledger_get_flag (ledger, "remind.experiment", TRUE) ||
      !find_trial (ledger, &trial))
    return COOLDOWN_DUE_NOTHING;
  turns = find_untold (ledger, &trial, now, &turn);
  due = cooldown_due_from_appointment (ledger, &cooldown_due_experiment,
                                       turn < trial.n_turns ? COOLDOWN_NOTICE_EXPERIMENT_TURN
                                                            : COOLDOWN_NOTICE_EXPERIMENT_RESULT,
                                       &turns, now);
  due.round = due.kind != COOLDOWN_NOTICE_NONE ? turn + 1 : 0;
  return due;
}

static char *
format_last_evening (const CooldownExperiment *trial, guint turn)
{
  guint32 day = cooldown_experiment_get_turn_start (trial, turn + 1) - 1;
  g_autoptr (GDateTime) date = NULL;
  char *words;
  GDate last;

  g_date_clear (&last, 1);
  g_date_set_julian (&last, day);
  date = g_date_time_new_utc (g_date_get_year (&last), (int) g_date_get_month (&last),
                              g_date_get_day (&last), 0, 0, 0);
  /* Translators: a date with its weekday: "Saturday, 21 November"; %A, %-d and %B as in strftime */
  words = date != NULL ? g_date_time_format (date, _ ("%A, %-d %B")) : NULL;
  return words != NULL ? words : g_strdup ("–");
}

static void
word_turn (CooldownReminder *reminder,
           CooldownLedger *ledger,
           const CooldownExperiment *trial,
           guint turn)
{
  const char *name = g_hash_table_lookup (cooldown_ledger_get_facts (ledger)->trials,
                                          cooldown_factor_get_id (trial->factor));
  g_autofree char *last = format_last_evening (trial, turn);

  if (cooldown_experiment_turn_has_change (turn))
    /* Translators: a reminder of a trial on oneself. %s is what changes: "No alcohol" */
    reminder->title = g_strdup_printf (_ ("Your trial: %s"), name);
  else
    /* Translators: a reminder of a trial on oneself: this week nothing is to be changed */
    reminder->title = g_strdup (_ ("Your trial: As usual"));
  /* Translators: %s is a date: "Sunday, 29 November" */
  reminder->body = g_strdup_printf (_ ("From today until %s. Note each morning how your legs were."),
                                    last);
}

static void
word (CooldownReminder *reminder,
      CooldownLedger *ledger,
      const CooldownDue *due,
      const CooldownInstant *now)
{
  CooldownExperiment trial;

  if (due->kind == COOLDOWN_NOTICE_EXPERIMENT_TURN && find_trial (ledger, &trial))
    {
      word_turn (reminder, ledger, &trial, due->round - 1);
      return;
    }
  reminder->title = g_strdup (_ ("Your trial is over"));
  reminder->body = g_strdup (_ ("What it has shown stands with your nights."));
}

/* A turn of a trial on oneself begins, or the last one is over. */
const CooldownDueSource cooldown_due_experiment = {
  .name = "experiment",
  .tab = "nights",
  .session = COOLDOWN_NO_SESSION,
  .look = look,
  .word = word,
};
