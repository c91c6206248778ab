/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has an event of a life happen: to the machine, to the desktop, or by the agent's actions. */
#include "simulate.h"

#include <string.h>

static const char *const answers[] = { "none", "gone", "still", "worse" };
static const char *const off_answers[] = { "fine", "taken", "bell", "now", "wrong" };
static const char *const plain_ice[] = { "ice-on",    "ice-check",  "ice-skip",
                                         "ice-pause", "ice-resume", "ice-stop" };
static const char *const legs[] = { "unasked", "fine", "tingling", "other" };
static const char *const flags[] = { "remind.recovery", "remind.episode", "remind.caffeine",
                                     "remind.wind-down", "remind.bed",     "remind.morning",
                                     "sound",           "discreet",        "remind.experiment",
                                     "remind.alcohol" };
static const char *const gate[] = { "gate-feeling", "gate-diabetes", "gate-arteries", "gate-cold",
                                    "gate-nerve",   "gate-heart",    "gate-frostbite" };

/* Presses a button of the program: what is disabled then or refused does nothing. */
void
sim_press (Sim *sim, const char *action, GVariant *parameter)
{
  g_autoptr (GVariant) sunk = parameter != NULL ? g_variant_ref_sink (parameter) : NULL;
  g_autofree char *text = sunk != NULL ? g_variant_print (sunk, FALSE) : g_strdup ("");

  sim_start_agent (sim);
  sim_tell (sim, "  > %s %s", action, text);
  g_action_group_activate_action (G_ACTION_GROUP (sim->actions), action, sunk);
}

static CooldownIceState
look_at_ice (Sim *sim)
{
  CooldownInstant now = sim_now (sim);

  return cooldown_ledger_get_ice (sim->ledger, &now);
}

static void
press_workout (Sim *sim, const char *action, const SimEvent *event)
{
  gint64 ended = sim_now (sim).wall / COOLDOWN_SECOND - event->a * 60;
  GVariantDict plan;

  g_variant_dict_init (&plan, NULL);
  g_variant_dict_insert (&plan, "kind", "s", "run");
  g_variant_dict_insert (&plan, "ended", "x", ended);
  g_variant_dict_insert (&plan, "minutes", "u", 45);
  g_variant_dict_insert (&plan, "legs", "s", legs[event->b]);
  sim_press (sim, action, g_variant_dict_end (&plan));
}

static void
press_gate (Sim *sim, const SimEvent *event)
{
  GVariantDict clear;

  g_variant_dict_init (&clear, NULL);
  for (guint i = 0; event->a && i < G_N_ELEMENTS (gate); i++)
    g_variant_dict_insert (&clear, gate[i], "b", FALSE);
  g_variant_dict_insert (&clear, "now-touch", "b", TRUE);
  g_variant_dict_insert (&clear, "now-skin", "b", TRUE);
  sim_press (sim, "ice-gate", g_variant_dict_end (&clear));
}

static void
press_start (Sim *sim, const SimEvent *event)
{
  GVariantDict plan;

  sim_start_agent (sim);
  if (!cooldown_ice_phase_is_over (look_at_ice (sim).phase))
    return;
  g_variant_dict_init (&plan, NULL);
  g_variant_dict_insert (&plan, "minutes", "u", event->a);
  g_variant_dict_insert (&plan, "rounds", "u", event->b);
  g_variant_dict_insert (&plan, "site", "s", "toes");
  g_variant_dict_insert (&plan, "side", "s", "left");
  g_variant_dict_insert (&plan, "again", "b", TRUE);
  sim_watch_ice_event (sim, "start", "");
  sim_press (sim, "ice-start", g_variant_dict_end (&plan));
}

static void
press_ice (Sim *sim, const SimEvent *event)
{
  const char *action = plain_ice[event->a];
  CooldownIcePhase before;

  sim_start_agent (sim);
  before = look_at_ice (sim).phase;
  if (strcmp (action, "ice-on") == 0 && before == COOLDOWN_ICE_DUE)
    {
      sim_press (sim, action, NULL);
      if (look_at_ice (sim).phase == COOLDOWN_ICE_ON)
        sim_watch_ice_event (sim, "on", "");
      return;
    }
  if (strcmp (action, "ice-stop") == 0 && before == COOLDOWN_ICE_ON)
    sim_watch_ice_event (sim, "off", "stop");
  sim_press (sim, action, NULL);
}

static void
press_off (Sim *sim, const SimEvent *event)
{
  CooldownIcePhase before;

  sim_start_agent (sim);
  before = look_at_ice (sim).phase;
  if (before == COOLDOWN_ICE_ON || before == COOLDOWN_ICE_OFF)
    sim_watch_ice_event (sim, "off", off_answers[event->a]);
  sim_press (sim, "ice-off", g_variant_new_string (off_answers[event->a]));
}

/* The model is told first: the agent acts on it at once. */
static void
set (Sim *sim, const char *name, GVariant *value, const SimDue before[COOLDOWN_N_SOURCES])
{
  sim_model_after_setting (sim, before);
  sim_press (sim, "setting", g_variant_new ("(sv)", name, value));
}

static GVariant *
set_bedtimes (Sim *sim, const SimEvent *event)
{
  GRand *rand = g_rand_new_with_seed ((guint32) event->a);
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("ai"));
  for (guint i = 0; i < 7; i++)
    {
      sim->model.bedtimes[i] =
        event->a == 0 || g_rand_boolean (rand) ? -1 : g_rand_int_range (rand, 0, 96) * 15;
      if (event->a != 0)
        g_variant_builder_add (&list, "i", sim->model.bedtimes[i]);
    }
  g_rand_free (rand);
  return g_variant_builder_end (&list);
}

static GVariant *
set_flag (Sim *sim, const SimEvent *event)
{
  gboolean *const of_model[] = { &sim->model.recovery,  &sim->model.episode, &sim->model.caffeine,
                                 &sim->model.wind_down, &sim->model.bed,     &sim->model.morning,
                                 &sim->model.sound,     &sim->model.discreet,
                                 &sim->model.experiment, &sim->model.alcohol };

  *of_model[event->a] = event->b;
  return g_variant_new_boolean (event->b);
}

static GVariant *
set_quiet (Sim *sim, const SimEvent *event)
{
  gint32 between[] = { event->a, event->b };

  sim->model.quiet[0] = event->a;
  sim->model.quiet[1] = event->b;
  return g_variant_new_fixed_array (G_VARIANT_TYPE_INT32, between, event->a < 0 ? 0 : 2,
                                    sizeof (gint32));
}

static GVariant *
set_tonight (Sim *sim, const SimEvent *event)
{
  g_autoptr (GDateTime) local = cooldown_clock_to_local (COOLDOWN_CLOCK (sim->clock),
                                                         sim_now (sim).wall);
  g_autoptr (GDateTime) day = g_date_time_add_days (local, event->a);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  GVariantDict tonight;

  g_strlcpy (sim->model.tonight, event->b ? date : "", sizeof sim->model.tonight);
  g_variant_dict_init (&tonight, NULL);
  g_variant_dict_insert (&tonight, "date", "s", date);
  g_variant_dict_insert (&tonight, "caffeine", "b", FALSE);
  g_variant_dict_insert (&tonight, "nicotine", "b", FALSE);
  if (event->b)
    g_variant_dict_insert (&tonight, "alcohol", "b", FALSE);
  return g_variant_dict_end (&tonight);
}

static void
apply_setting (Sim *sim, const SimEvent *event)
{
  SimDue before[COOLDOWN_N_SOURCES];

  sim_start_agent (sim);
  if (sim->failure != NULL)
    return;
  sim_model_before_setting (sim, before);
  if (event->kind == SIM_SET_BEDTIME)
    set (sim, "bedtime", sim_set_bedtime (sim, event), before);
  else if (event->kind == SIM_SET_BEDTIMES)
    set (sim, "bedtimes", set_bedtimes (sim, event), before);
  else if (event->kind == SIM_SET_LIMIT)
    set (sim, "limit.caffeine", g_variant_new_int32 (sim->model.limit = event->a), before);
  else if (event->kind == SIM_SET_ROUTINE)
    set (sim, "routine", sim_set_routine (sim, event), before);
  else if (event->kind == SIM_SET_FLAG)
    set (sim, flags[event->a], set_flag (sim, event), before);
  else if (event->kind == SIM_SET_MORNING)
    set (sim, "morning-at", g_variant_new_int32 (sim->model.morning_at = event->a), before);
  else if (event->kind == SIM_SET_QUIET)
    set (sim, "quiet-hours", set_quiet (sim, event), before);
  else if (event->kind == SIM_SET_EXPERIMENT)
    set (sim, "experiments", sim_set_trial (sim, event), before);
  else
    set (sim, "tonight", set_tonight (sim, event), before);
}

static void
apply_test (Sim *sim)
{
  sim_start_agent (sim);
  sim_tell (sim, "  > test-reminder");
  sim->model.test_at = (sim_now (sim).wall + 10 * COOLDOWN_SECOND) / COOLDOWN_SECOND *
                       COOLDOWN_SECOND;
  sim->model.version++;
  cooldown_trial_start (sim->trial);
}

static void
apply_test_answer (Sim *sim)
{
  sim_start_agent (sim);
  sim_tell (sim, "  > test-answer");
  if (sim->model.test_at != 0)
    sim_model_occasion (sim, sim_find_slot (COOLDOWN_NOTICE_TEST), 0, sim->model.test_at)->done =
      TRUE;
  cooldown_trial_answer (sim->trial);
}

/* Of the two questions the later one is answered first. */
static void
apply_episode_check (Sim *sim, const SimEvent *event)
{
  static const CooldownNoticeKind questions[] = { COOLDOWN_NOTICE_EPISODE_MORNING,
                                                  COOLDOWN_NOTICE_EPISODE_EVENING };

  sim_start_agent (sim);
  for (guint i = 0; event->a == 2 && i < G_N_ELEMENTS (questions); i++)
    {
      guint slot = sim_find_slot (questions[i]);
      SimDue due = sim_model_look (sim, slot);

      if (due.kind == COOLDOWN_NOTICE_NONE)
        continue;
      sim_model_occasion (sim, slot, 0, due.serial)->done = TRUE;
      break;
    }
  sim_press (sim, "episode-check", g_variant_new_string (answers[event->a]));
}

static void
apply_suspend (Sim *sim, const SimEvent *event)
{
  gint64 length = event->a * COOLDOWN_SECOND;

  sim_tell (sim, "  * the machine sleeps for %.1f h", (double) length / COOLDOWN_HOUR);
  sim->truth += length;
  cooldown_fake_clock_suspend (sim->clock, length);
  sim_watch_sleep (sim);
  if (sim->ledger != NULL)
    sim->watch.away_until = sim->truth;
  sim_tell (sim, "  * it wakes");
  sim_update (sim);
}

static void
apply_clock (Sim *sim, const SimEvent *event)
{
  gint64 wall = sim_now (sim).wall + event->a * COOLDOWN_SECOND;

  sim_tell (sim, "  * the clock is set by %d s", event->a);
  cooldown_fake_clock_set_wall (sim->clock, wall);
  sim->model.version++;
  sim_update (sim);
}

static void
apply_zone (Sim *sim, const SimEvent *event)
{
  sim->zone = (guint) event->a;
  sim->model.version++;
  cooldown_fake_clock_set_zone (sim->clock, sim_zones[sim->zone]);
  sim_tell (sim, "  * the zone is %s", sim_zones[sim->zone]);
  sim_update (sim);
}

static void
apply_reboot (Sim *sim, const SimEvent *event)
{
  gint64 length = event->a * COOLDOWN_SECOND;

  sim_tell (sim, "  * the machine is off for %.2f h", (double) length / COOLDOWN_HOUR);
  sim_kill_agent (sim, 0);
  sim_server_restart (sim);
  sim->server.mode = SIM_SERVER_IS_UP;
  sim->truth += length;
  cooldown_fake_clock_reboot (sim->clock, length);
  sim_watch_sleep (sim);
  sim->watch.rebooted = TRUE;
  sim->routine.known = FALSE;
  sim->starts_at = sim->truth + event->b * COOLDOWN_SECOND;
  sim->watch.away_until = sim->starts_at;
}

static void
apply_dismiss (Sim *sim, const SimEvent *event)
{
  SimShown *shown = &sim->server.shown[event->a];

  if (shown->id == 0)
    return;
  sim_tell (sim, "  > %s is closed on the desktop", cooldown_slot_get_name ((guint) event->a));
  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    if (shown->tells[i])
      sim->watch.dismissed[i] = TRUE;
  *shown = (SimShown){ 0 };
}

static void
apply_to_machine (Sim *sim, const SimEvent *event)
{
  if (event->kind == SIM_SUSPEND)
    apply_suspend (sim, event);
  else if (event->kind == SIM_CLOCK)
    apply_clock (sim, event);
  else if (event->kind == SIM_ZONE)
    apply_zone (sim, event);
  else if (event->kind == SIM_REBOOT)
    apply_reboot (sim, event);
  else if (event->kind == SIM_KILL)
    {
      sim_tell (sim, "  * the agent is killed, for %d s", event->a);
      sim_kill_agent (sim, event->a * COOLDOWN_SECOND);
    }
  else if (event->kind == SIM_KILL_IN_FLIGHT)
    sim->kill_in_flight = event->a;
  else
    apply_dismiss (sim, event);
}

static void
apply_to_server (Sim *sim, const SimEvent *event)
{
  static const char *const modes[] = { "is there", "is gone", "refuses", "hangs" };
  SimServerMode mode = event->kind == SIM_SERVER_GONE      ? SIM_SERVER_IS_GONE
                       : event->kind == SIM_SERVER_BACK    ? SIM_SERVER_IS_UP
                       : event->kind == SIM_SERVER_REFUSES ? SIM_SERVER_IS_REFUSING
                                                           : SIM_SERVER_IS_HANGING;

  sim->server.hangs_until = sim->truth + event->a * COOLDOWN_SECOND;
  sim_tell (sim, "  * the notification server %s", modes[mode]);
  sim_server_set_mode (sim, mode);
}

static void
press_about_hour (Sim *sim, const SimEvent *event)
{
  if (event->kind == SIM_WORKOUT)
    press_workout (sim, "workout-finish", event);
  else if (event->kind == SIM_WORKOUT_CHANGE)
    press_workout (sim, "workout-change", event);
  else if (event->kind == SIM_RECOVERY_STOP)
    sim_press (sim, "recovery-stop", NULL);
  else if (event->kind == SIM_CHECK_IN)
    sim_press (sim, "check-in", g_variant_new_string (answers[event->a]));
  else if (event->kind == SIM_EPISODE_CHECK)
    apply_episode_check (sim, event);
  else
    sim_press (sim, "episode-end",
           g_variant_new_int64 (sim_now (sim).wall / COOLDOWN_SECOND - event->a * 60));
}

static void
apply_to_hour (Sim *sim, const SimEvent *event)
{
  sim_start_agent (sim);
  if (sim->failure != NULL)
    return;
  sim->noting = TRUE;
  press_about_hour (sim, event);
  sim->noting = FALSE;
  sim_model_after_note (sim);
}

static void
apply_to_ice (Sim *sim, const SimEvent *event)
{
  if (event->kind == SIM_ICE_GATE)
    press_gate (sim, event);
  else if (event->kind == SIM_ICE_START)
    press_start (sim, event);
  else if (event->kind == SIM_ICE_PLAIN)
    press_ice (sim, event);
  else if (event->kind == SIM_ICE_OFF)
    press_off (sim, event);
  else
    sim_press (sim, "ice-snooze", g_variant_new_uint32 ((guint32) event->a));
}

/* What an event means: @a and @b are numbers of minutes or seconds, an index, or a switch. */
void
sim_apply (Sim *sim, const SimEvent *event)
{
  if (event->kind <= SIM_EPISODE_END)
    apply_to_hour (sim, event);
  else if (event->kind <= SIM_ICE_SNOOZE)
    apply_to_ice (sim, event);
  else if (event->kind <= SIM_ROUTINE_MISTAKE)
    sim_apply_to_routine (sim, event);
  else if (event->kind <= SIM_SET_EXPERIMENT)
    apply_setting (sim, event);
  else if (event->kind == SIM_MISSED_SEEN)
    sim_press (sim, "missed-seen", NULL);
  else if (event->kind == SIM_TEST)
    apply_test (sim);
  else if (event->kind == SIM_TEST_ANSWER)
    apply_test_answer (sim);
  else if (event->kind >= SIM_SERVER_GONE && event->kind <= SIM_SERVER_HANGS)
    apply_to_server (sim, event);
  else
    apply_to_machine (sim, event);
}
