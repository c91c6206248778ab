/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lives a life: moves the clock to the next thing that happens, and lets the agent do its part. */
#include "simulate.h"

#include <glib/gstdio.h>

/* A planner that wants to run this often without any time going by would keep a processor busy. */
#define MOST_SPINS 40

CooldownInstant
sim_now (Sim *sim)
{
  return cooldown_clock_now (COOLDOWN_CLOCK (sim->clock));
}

/* As the agent does after whatever changed. */
void
sim_update (Sim *sim)
{
  if (sim->updating || sim->planner == NULL)
    return;
  sim->updating = TRUE;
  sim_model_refresh (sim);
  /* A discreet summary does not say what it tells: that has to be known before it comes. */
  if (sim->noting)
    sim_model_after_note (sim);
  sim_model_forget_ahead (sim);
  sim->wake = cooldown_planner_run (sim->planner);
  sim->updating = FALSE;
  sim_watch_update (sim);
}

static void
answer_notifier (Sim *sim)
{
  while (sim->notifier != NULL && sim->failure == NULL && sim_notifier_step (sim->notifier))
    ;
}

void
sim_start_agent (Sim *sim)
{
  sim->starts_at = COOLDOWN_NEVER;
  if (sim->ledger != NULL)
    return;
  sim_tell (sim, "  * the agent starts");
  sim->model.ledger_serial = -1;
  sim->watch.summary = (SimShown){ 0 };
  sim->ledger = cooldown_ledger_new (COOLDOWN_CLOCK (sim->clock), sim->facts, sim->stage->folder);
  sim->notifier = sim_notifier_new (sim);
  sim->planner = cooldown_planner_new (sim->ledger, COOLDOWN_NOTIFIER (sim->notifier));
  cooldown_planner_set_has_sound (sim->planner, TRUE);
  sim->chime = cooldown_chime_new ("/nonexistent");
  sim->trial = cooldown_trial_new (sim->ledger, COOLDOWN_NOTIFIER (sim->notifier), sim->chime, "");
  sim->actions = g_simple_action_group_new ();
  sim->commands = cooldown_commands_new (G_ACTION_MAP (sim->actions), sim->ledger);
  cooldown_ice_actions_add (sim->commands);
  cooldown_recovery_actions_add (sim->commands);
  cooldown_evening_actions_add (sim->commands);
  cooldown_setting_actions_add (sim->commands);
  g_signal_connect_swapped (sim->ledger, "changed", G_CALLBACK (sim_update), sim);
  g_signal_connect_swapped (sim->notifier, "ready", G_CALLBACK (sim_update), sim);
  g_signal_connect_swapped (sim->notifier, "failed", G_CALLBACK (sim_update), sim);
  g_signal_connect_swapped (sim->trial, "changed", G_CALLBACK (sim_update), sim);
  sim_update (sim);
}

/* Without a farewell: the desktop keeps what stands there, the journal what was written. */
void
sim_kill_agent (Sim *sim, gint64 back_after)
{
  sim->starts_at = sim->truth + back_after;
  if (sim->ledger == NULL)
    return;
  sim_notifier_disconnect (sim->notifier);
  g_clear_object (&sim->trial);
  g_clear_object (&sim->chime);
  g_clear_object (&sim->planner);
  g_clear_object (&sim->commands);
  g_clear_object (&sim->actions);
  g_clear_object (&sim->notifier);
  g_clear_object (&sim->ledger);
  sim->wake = (CooldownWake){ COOLDOWN_NEVER, COOLDOWN_NEVER };
}

static gint64
until (gint64 at, gint64 now)
{
  return at == COOLDOWN_NEVER ? COOLDOWN_NEVER : MAX (at - now, 0);
}

/* How long it is until the next thing happens. */
static gint64
find_next (Sim *sim)
{
  CooldownInstant now = sim_now (sim);
  gint64 next = sim->life->length - sim->truth;

  if (sim->next_event < sim->life->events->len)
    next = MIN (next, until (g_array_index (sim->life->events, SimEvent, sim->next_event).at,
                             sim->truth));
  next = MIN (next, until (sim->starts_at, sim->truth));
  next = MIN (next, until (sim->wake.boot, now.boot));
  next = MIN (next, until (sim->wake.wall, now.wall));
  next = MIN (next, until (sim->look_at, sim->truth));
  if (sim->notifier != NULL)
    next = MIN (next, until (sim_notifier_next (sim->notifier), sim->truth));
  if (sim->server.mode == SIM_SERVER_IS_HANGING)
    next = MIN (next, until (sim->server.hangs_until, sim->truth));
  return next;
}

static void
ring (Sim *sim)
{
  CooldownInstant now = sim_now (sim);

  if (sim->planner == NULL || (sim->wake.boot > now.boot && sim->wake.wall > now.wall))
    return;
  sim_update (sim);
  answer_notifier (sim);
}

static void
take_step (Sim *sim)
{
  gint64 by = find_next (sim);

  sim->spins = by > 0 ? 0 : sim->spins + 1;
  if (sim->spins > MOST_SPINS)
    sim_fail (sim, "spins", "no time goes by");
  sim->truth += by;
  cooldown_fake_clock_advance (sim->clock, by);
  ring (sim);
  if (sim->server.mode == SIM_SERVER_IS_HANGING && sim->truth >= sim->server.hangs_until)
    sim_server_set_mode (sim, SIM_SERVER_IS_UP);
  if (sim->truth >= sim->starts_at)
    sim_start_agent (sim);
  answer_notifier (sim);
  if (sim->failure == NULL && sim->next_event < sim->life->events->len)
    {
      const SimEvent *event =
        &g_array_index (sim->life->events, SimEvent, sim->next_event);

      if (event->at <= sim->truth)
        {
          sim->next_event++;
          sim->spins = 0;
          sim_apply (sim, event);
          answer_notifier (sim);
        }
    }
  if (sim->stage->warning != NULL)
    sim_fail (sim, "warning", "the program warns: %s", sim->stage->warning);
  if (sim->failure == NULL)
    sim_watch_look (sim);
}

static void
remove_journal (const char *folder)
{
  static const char *const names[] = { "journal.db", "journal.db-wal", "journal.db-shm",
                                       "journal.lock" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
}

/* Lives a life in an empty folder. Its failure stands in what it gives. */
Sim *
sim_run (SimStage *stage, const SimLife *life, gboolean tells)
{
  Sim *sim = g_new0 (Sim, 1);

  sim->stage = stage;
  sim->life = life;
  sim->facts = stage->facts;
  sim->zone = life->zone;
  sim->clock = cooldown_fake_clock_new ();
  sim->kill_in_flight = -1;
  sim->starts_at = COOLDOWN_NEVER;
  sim->look_at = COOLDOWN_NEVER;
  sim->server.epoch = 1;
  if (tells)
    sim->story = g_string_new (NULL);
  cooldown_fake_clock_set_wall (sim->clock, life->start);
  cooldown_fake_clock_set_zone (sim->clock, sim_zones[life->zone]);
  sim_model_init (&sim->model, sim->facts);
  sim_watch_init (sim);
  sim_start_agent (sim);
  while (sim->failure == NULL && sim->truth < life->length)
    take_step (sim);
  sim_kill_agent (sim, 0);
  remove_journal (stage->folder);
  g_clear_pointer (&stage->warning, g_free);
  return sim;
}

void
sim_free (Sim *sim)
{
  sim_watch_clear (sim);
  sim_model_clear (&sim->model);
  g_object_unref (sim->clock);
  if (sim->story != NULL)
    g_string_free (sim->story, TRUE);
  g_free (sim->failure);
  g_free (sim->rule);
  g_free (sim);
}
