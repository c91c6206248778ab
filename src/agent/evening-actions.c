/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"

#include <string.h>

static void
happen (CooldownCommands *self, const char *event)
{
  cooldown_ledger_happen (cooldown_commands_get_ledger (self), COOLDOWN_SUBJECT_EVENING, event,
                          NULL);
}

static CooldownRoutineState
fold (CooldownCommands *self)
{
  CooldownInstant now = cooldown_commands_now (self);

  return cooldown_ledger_get_routine (cooldown_commands_get_ledger (self), &now);
}

static gboolean
accepts (CooldownCommands *self, const char *event)
{
  CooldownRoutineState routine = fold (self);

  return cooldown_routine_accepts (&routine, event);
}

/* Whether two moments belong to the same night. */
static gboolean
are_of_one_night (CooldownLedger *ledger, gint64 first, gint64 second)
{
  CooldownClock *clock = cooldown_ledger_get_clock (ledger);
  int winddown = cooldown_ledger_get_winddown (ledger);
  CooldownBedtimes bedtimes;
  CooldownEvening before, after;

  cooldown_ledger_get_bedtimes (ledger, &bedtimes);
  return cooldown_evening_at (clock, first, &bedtimes, winddown, &before) &&
         cooldown_evening_at (clock, second, &bedtimes, winddown, &after) &&
         strcmp (before.date, after.date) == 0;
}

/* Whether there is a session that what happens now belongs to. */
static gboolean
has_session_tonight (CooldownCommands *self)
{
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  CooldownSession *session = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_EVENING);

  return session != NULL && cooldown_session_get_n_events (session) > 0 &&
         (!cooldown_routine_phase_is_over (fold (self).phase) ||
          are_of_one_night (ledger, cooldown_session_get_event (session, 0)->at.wall,
                            cooldown_commands_now (self).wall));
}

static void
start (CooldownCommands *self, GVariant *steps)
{
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  g_autoptr (GVariant) plan = g_variant_ref_sink (cooldown_routine_plan_new (steps));

  cooldown_ledger_hold (ledger);
  /* Legs that were restless before are of the same night. */
  if (has_session_tonight (self) && fold (self).phase == COOLDOWN_ROUTINE_NONE)
    {
      cooldown_ledger_change_plan (ledger, COOLDOWN_SUBJECT_EVENING, plan);
      happen (self, "start");
    }
  else
    cooldown_ledger_begin (ledger, COOLDOWN_SUBJECT_EVENING, plan, "start");
  cooldown_ledger_release (ledger);
}

static void
evening_start_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownCommands *self = data;
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  g_autoptr (GVariant) given = g_variant_lookup_value (parameter, "steps", NULL);
  GVariant *steps = given != NULL ? given : cooldown_ledger_get_steps (ledger);
  g_autoptr (GError) error = NULL;

  if (!cooldown_routine_phase_is_over (fold (self).phase))
    cooldown_commands_refuse (action, "a routine runs already");
  else if (!cooldown_routine_steps_check (
             steps, cooldown_ledger_get_facts (ledger)->activities, &error))
    cooldown_commands_refuse (action, error->message);
  else
    start (self, steps);
}

static void
evening_step_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *where = g_variant_get_string (parameter, NULL);

  if (strcmp (where, "next") == 0 && accepts (data, "next"))
    happen (data, "next");
  else
    cooldown_commands_refuse (action, where);
}

/* The actions whose event has the same name, without an argument. */
static void
plain_event_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *event = g_action_get_name (G_ACTION (action)) + strlen ("evening-");

  if (accepts (data, event))
    happen (data, event);
}

/* Whether there is a routine that is over, and can be put away. */
static gboolean
was_gone_through (const CooldownRoutineState *routine)
{
  return routine->phase == COOLDOWN_ROUTINE_FINISHED || routine->phase == COOLDOWN_ROUTINE_ENDED;
}

/* Ends a running routine; one that is over has been seen and goes. */
static void
evening_end_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownCommands *self = data;
  CooldownRoutineState routine = fold (self);

  if (cooldown_routine_accepts (&routine, "end"))
    happen (self, "end");
  else if (was_gone_through (&routine))
    cooldown_ledger_close (cooldown_commands_get_ledger (self), COOLDOWN_SUBJECT_EVENING);
}

static void
restless_now_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownCommands *self = data;

  if (has_session_tonight (self))
    happen (self, "restless");
  else
    cooldown_ledger_begin (cooldown_commands_get_ledger (self), COOLDOWN_SUBJECT_EVENING,
                           g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0), "restless");
}

/**
 * cooldown_evening_actions_interrupt:
 * @self: the commands
 *
 * Pauses a routine that runs, for what is more important: nobody is told to rub a leg about which
 * there is a warning sign. To go on is up to the user.
 */
void
cooldown_evening_actions_interrupt (CooldownCommands *self)
{
  if (accepts (self, "pause"))
    happen (self, "pause");
}

/**
 * cooldown_evening_actions_add:
 * @self: the commands
 *
 * Adds all commands about the wind-down routine, and the one that notes restless legs.
 */
void
cooldown_evening_actions_add (CooldownCommands *self)
{
  static const GActionEntry entries[] = {
    { "evening-start", evening_start_cb, "a{sv}", NULL, NULL, { 0 } },
    { "evening-step", evening_step_cb, "s", NULL, NULL, { 0 } },
    { "evening-back", plain_event_cb, NULL, NULL, NULL, { 0 } },
    { "evening-pause", plain_event_cb, NULL, NULL, NULL, { 0 } },
    { "evening-resume", plain_event_cb, NULL, NULL, NULL, { 0 } },
    { "evening-end", evening_end_cb, NULL, NULL, NULL, { 0 } },
    { "restless-now", restless_now_cb, NULL, NULL, NULL, { 0 } },
  };

  cooldown_commands_add (self, entries, G_N_ELEMENTS (entries));
}

/**
 * cooldown_evening_actions_update:
 * @self: the commands
 *
 * Enables what can be done about the routine now. Restless legs can be noted at any time.
 */
void
cooldown_evening_actions_update (CooldownCommands *self)
{
  CooldownRoutineState routine = fold (self);

  cooldown_commands_enable (self, "evening-start", cooldown_routine_phase_is_over (routine.phase));
  cooldown_commands_enable (self, "evening-step", cooldown_routine_accepts (&routine, "next"));
  cooldown_commands_enable (self, "evening-back", cooldown_routine_accepts (&routine, "back"));
  cooldown_commands_enable (self, "evening-pause", cooldown_routine_accepts (&routine, "pause"));
  cooldown_commands_enable (self, "evening-resume", cooldown_routine_accepts (&routine, "resume"));
  cooldown_commands_enable (self, "evening-end",
                            cooldown_routine_accepts (&routine, "end") ||
                              was_gone_through (&routine));
}

/**
 * cooldown_evening_actions_get_state:
 * @self: the commands
 *
 * Returns: (transfer floating): what others are told about the evening: an a{sv} with the session
 *   and the steps of the routine as it would begin now
 */
GVariant *
cooldown_evening_actions_get_state (CooldownCommands *self)
{
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  CooldownSession *session = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_EVENING);
  GVariantDict state;

  g_variant_dict_init (&state, NULL);
  if (session != NULL)
    g_variant_dict_insert_value (&state, "session", cooldown_session_to_variant (session));
  g_variant_dict_insert_value (&state, "steps", cooldown_ledger_get_steps (ledger));
  return g_variant_dict_end (&state);
}
