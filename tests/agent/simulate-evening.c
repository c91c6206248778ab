/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The user's evening: what is set for it, and a wind-down. What is pressed in that is followed here
 * a second time, by the time of the life, which no clock, zone or sleep can change.
 */
#include "simulate.h"

#include <string.h>

#define MINUTES_OF_DAY (24 * 60)
#define FORGOTTEN_AFTER (2 * COOLDOWN_HOUR)

/* In the order of their numbers in a life; the one after them is the next step. */
static const char *const presses[] = { "evening-back", "evening-pause", "evening-resume",
                                       "evening-end", "restless-now" };

static GVariant *
choose_steps (guint32 seed, int *minutes)
{
  static const char *const activities[] = { "walk", "stretch", "massage", "bath", "quiet" };
  GRand *rand = g_rand_new_with_seed (seed);
  GVariantBuilder steps;

  *minutes = 0;
  g_variant_builder_init (&steps, G_VARIANT_TYPE (COOLDOWN_ROUTINE_STEPS));
  for (int i = g_rand_int_range (rand, 1, 7); i > 0; i--)
    {
      const char *id = activities[g_rand_int_range (rand, 0, 5)];
      int length = g_rand_int_range (rand, 1, 16);

      g_variant_builder_add (&steps, "(su)", id, (guint32) length);
      *minutes += length;
    }
  g_rand_free (rand);
  return g_variant_builder_end (&steps);
}

/* A longer one begins earlier; 0 is for that of the content again. */
GVariant *
sim_set_routine (Sim *sim, const SimEvent *event)
{
  int minutes = 0;
  GVariant *steps = event->a != 0
                      ? choose_steps ((guint32) event->a, &minutes)
                      : g_variant_new_array (G_VARIANT_TYPE ("(su)"), NULL, 0);

  sim->model.wind_down_minutes = MAX (sim->facts->winddown_minutes, minutes);
  return steps;
}

/* A time of day, or so many minutes from now. */
GVariant *
sim_set_bedtime (Sim *sim, const SimEvent *event)
{
  g_autoptr (GDateTime) local = cooldown_clock_to_local (COOLDOWN_CLOCK (sim->clock),
                                                         sim_now (sim).wall);
  int now = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);

  sim->model.bedtime = event->b ? (now + event->a) % MINUTES_OF_DAY : event->a;
  return g_variant_new_int32 (sim->model.bedtime);
}

static gint64
length_of (const SimRoutine *routine, guint step)
{
  return routine->minutes[step] * COOLDOWN_MINUTE;
}

static gboolean
is_going (const SimRoutine *routine)
{
  return routine->phase != COOLDOWN_ROUTINE_NONE;
}

static void
begin_step (SimRoutine *routine, guint step, gint64 at)
{
  routine->step = step;
  routine->by_itself = FALSE;
  if (step >= routine->n_steps)
    routine->phase = COOLDOWN_ROUTINE_NONE;
  else if (routine->phase == COOLDOWN_ROUTINE_PAUSED)
    routine->left = length_of (routine, step);
  else
    routine->until = at + length_of (routine, step);
}

/* What went by since the last press. */
static void
catch_up (Sim *sim)
{
  SimRoutine *routine = &sim->routine;

  if (routine->phase == COOLDOWN_ROUTINE_PAUSED && routine->until <= sim->truth)
    routine->phase = COOLDOWN_ROUTINE_NONE;
  while (routine->phase == COOLDOWN_ROUTINE_RUNNING && routine->until <= sim->truth)
    {
      begin_step (routine, routine->step + 1, routine->until);
      routine->by_itself = TRUE;
    }
}

static void
follow_press (Sim *sim, const char *action)
{
  SimRoutine *routine = &sim->routine;

  if (!is_going (routine))
    return;
  if (strcmp (action, "evening-step") == 0)
    begin_step (routine, routine->step + 1, sim->truth);
  else if (strcmp (action, "evening-back") == 0 && routine->step > 0)
    begin_step (routine, routine->step - 1, sim->truth);
  else if (strcmp (action, "evening-end") == 0)
    routine->phase = COOLDOWN_ROUTINE_NONE;
  else if (strcmp (action, "evening-pause") == 0 && routine->phase == COOLDOWN_ROUTINE_RUNNING)
    {
      routine->phase = COOLDOWN_ROUTINE_PAUSED;
      routine->by_itself = FALSE;
      routine->left = routine->until - sim->truth;
      routine->until = sim->truth + FORGOTTEN_AFTER;
    }
  else if (strcmp (action, "evening-resume") == 0 && routine->phase == COOLDOWN_ROUTINE_PAUSED)
    {
      routine->phase = COOLDOWN_ROUTINE_RUNNING;
      routine->until = sim->truth + routine->left;
    }
}

static CooldownRoutineState
look (Sim *sim, gint64 *left)
{
  CooldownSession *session = cooldown_ledger_get_session (sim->ledger, COOLDOWN_SUBJECT_EVENING);
  CooldownInstant now = sim_now (sim);
  CooldownRoutineState state = cooldown_routine_fold (session, &now);

  *left = session != NULL
            ? cooldown_routine_get_left (&state, cooldown_session_get_axis (session, &now))
            : 0;
  return state;
}

/* Whether the program has the same step in hand, for as long. */
static void
compare (Sim *sim)
{
  const SimRoutine *routine = &sim->routine;
  gboolean paused = routine->phase == COOLDOWN_ROUTINE_PAUSED;
  CooldownRoutineState state;
  gint64 left;

  catch_up (sim);
  if (!routine->known || sim->ledger == NULL)
    return;
  state = look (sim, &left);
  if (cooldown_routine_phase_is_over (state.phase) == is_going (routine))
    sim_fail (sim, "routine-going", "the wind-down is to %s, and does not",
              is_going (routine) ? "go on" : "be over");
  else if (is_going (routine) && (state.step != routine->step || state.phase != routine->phase))
    sim_fail (sim, "routine-step", "the wind-down is at step %u, and is to be at %u%s", state.step,
              routine->step, paused ? ", in a pause" : "");
  else if (is_going (routine) &&
           left != (paused ? routine->left : routine->until - sim->truth))
    sim_fail (sim, "routine-left", "%.3f s are left of a step", (double) left / COOLDOWN_SECOND);
}

/* The agent wants a step told. */
void
sim_watch_routine_show (Sim *sim, const CooldownReminder *reminder)
{
  const SimRoutine *routine = &sim->routine;

  if (reminder->slot != sim_find_slot (COOLDOWN_NOTICE_ROUTINE_STEP))
    return;
  compare (sim);
  if (routine->known && (routine->phase != COOLDOWN_ROUTINE_RUNNING || !routine->by_itself))
    sim_fail (sim, "routine-told", "“%s” is told, and did not begin by itself", reminder->title);
}

static void
start (Sim *sim, const SimEvent *event)
{
  SimRoutine *routine = &sim->routine;
  GVariantDict plan;
  GVariant *steps;
  guint32 minutes;
  gint64 left;
  int sum;

  sim_start_agent (sim);
  if (!routine->known)
    *routine = (SimRoutine){ .known = cooldown_routine_phase_is_over (look (sim, &left).phase) };
  g_variant_dict_init (&plan, NULL);
  steps = choose_steps ((guint32) event->a, &sum);
  if (!is_going (routine))
    {
      routine->n_steps = (guint) g_variant_n_children (steps);
      for (guint i = 0; i < routine->n_steps; i++)
        {
          g_variant_get_child (steps, i, "(&su)", NULL, &minutes);
          routine->minutes[i] = minutes;
        }
      routine->phase = COOLDOWN_ROUTINE_RUNNING;
      begin_step (routine, 0, sim->truth);
    }
  g_variant_dict_insert_value (&plan, "steps", steps);
  sim_press (sim, "evening-start", g_variant_dict_end (&plan));
}

static void
press (Sim *sim, int which)
{
  const char *action = which < (int) G_N_ELEMENTS (presses) ? presses[which] : "evening-step";

  sim_start_agent (sim);
  follow_press (sim, action);
  sim_press (sim, action,
             strcmp (action, "evening-step") == 0 ? g_variant_new_string ("next") : NULL);
}

static guint
count_events (Sim *sim)
{
  CooldownSession *session = cooldown_ledger_get_session (sim->ledger, COOLDOWN_SUBJECT_EVENING);

  return session != NULL ? cooldown_session_get_n_events (session) : 0;
}

/* Takes back what was just pressed, if that did anything. */
static void
press_by_mistake (Sim *sim, int which)
{
  SimRoutine routine = sim->routine;
  guint before;

  sim_start_agent (sim);
  before = count_events (sim);
  press (sim, which);
  if (count_events (sim) != before + 1 || !cooldown_ledger_can_undo (sim->ledger))
    return;
  sim_tell (sim, "  > undo");
  sim->routine = routine;
  cooldown_ledger_undo (sim->ledger);
}

/* @a of the event is a number from which the steps follow, or what is pressed. */
void
sim_apply_to_routine (Sim *sim, const SimEvent *event)
{
  compare (sim);
  if (event->kind == SIM_ROUTINE_START)
    start (sim, event);
  else if (event->kind == SIM_ROUTINE_PLAIN)
    press (sim, event->a);
  else
    press_by_mistake (sim, event->a);
  compare (sim);
}
