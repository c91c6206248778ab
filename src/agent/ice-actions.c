/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"

#include "core/evening.h"

#include <string.h>

static void
happen (CooldownCommands *self, const char *event, const char *arg)
{
  cooldown_ledger_happen (cooldown_commands_get_ledger (self), COOLDOWN_SUBJECT_ICE, event, arg);
}

static gboolean
accepts (CooldownCommands *self, const char *event, const char *arg)
{
  CooldownInstant now = cooldown_commands_now (self);
  CooldownIceState ice = cooldown_ledger_get_ice (cooldown_commands_get_ledger (self), &now);

  return cooldown_ice_accepts (&ice, event, arg);
}

static gboolean
is_running (CooldownCommands *self)
{
  CooldownInstant now = cooldown_commands_now (self);
  CooldownIceState ice = cooldown_ledger_get_ice (cooldown_commands_get_ledger (self), &now);

  return !cooldown_ice_phase_is_over (ice.phase);
}

static gint64
lookup_time (CooldownLedger *ledger, const char *name)
{
  GVariant *seconds = cooldown_ledger_lookup (ledger, name, G_VARIANT_TYPE_INT64);

  return seconds != NULL ? g_variant_get_int64 (seconds) * COOLDOWN_SECOND : 0;
}

/* Whether the gate is clear. A session that has started keeps the answers it started with. */
static CooldownGateVerdict
judge (CooldownCommands *self, gboolean started)
{
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  GVariant *ticks = cooldown_ledger_lookup (ledger, "check.ticks", G_VARIANT_TYPE_STRING_ARRAY);
  g_autofree const char **ids = ticks != NULL ? g_variant_get_strv (ticks, NULL) : NULL;
  gint64 wall = cooldown_commands_now (self).wall;
  CooldownGateAnswers answers = {
    .lasting = cooldown_ledger_lookup (ledger, "gate", G_VARIANT_TYPE ("a{sb}")),
    .lasting_at = lookup_time (ledger, "gate-at"),
    .today = cooldown_ledger_lookup (ledger, started ? "gate-session" : "gate-today",
                                     G_VARIANT_TYPE ("a{sb}")),
    .today_at = started ? wall : lookup_time (ledger, "gate-today-at"),
    .ticks = ids,
    .alcohol = cooldown_ledger_alcohol_tonight (ledger, wall),
  };

  return cooldown_gate_judge (cooldown_ledger_get_facts (ledger)->gate, &answers, wall, NULL);
}

/* Adds an answer to an a{sb} of the settings. */
static void
store_answer (CooldownLedger *ledger, const char *setting, const char *id, gboolean answer)
{
  g_autofree char *when = g_strconcat (setting, "-at", NULL);
  GVariantBuilder builder;
  GVariantIter iter;
  GVariant *old = cooldown_ledger_lookup (ledger, setting, G_VARIANT_TYPE ("a{sb}"));
  CooldownInstant now = cooldown_clock_now (cooldown_ledger_get_clock (ledger));
  const char *name;
  gboolean value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sb}"));
  if (old != NULL)
    {
      g_variant_iter_init (&iter, old);
      while (g_variant_iter_next (&iter, "{&sb}", &name, &value))
        if (strcmp (name, id) != 0)
          g_variant_builder_add (&builder, "{sb}", name, value);
    }
  g_variant_builder_add (&builder, "{sb}", id, answer);
  cooldown_ledger_set (ledger, setting, g_variant_builder_end (&builder));
  cooldown_ledger_set (ledger, when, g_variant_new_int64 (now.wall / COOLDOWN_SECOND));
}

static void
forget_today (CooldownLedger *ledger)
{
  if (cooldown_ledger_lookup (ledger, "gate-today", G_VARIANT_TYPE ("a{sb}")) != NULL)
    cooldown_ledger_set (ledger, "gate-today",
                         g_variant_new_array (G_VARIANT_TYPE ("{sb}"), NULL, 0));
}

static gboolean
is_answer (CooldownCommands *self, const char *id, GVariant *value)
{
  CooldownGate *gate = cooldown_ledger_get_facts (cooldown_commands_get_ledger (self))->gate;

  return g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) &&
         (strcmp (id, "forget") == 0 || cooldown_gate_asks_lasting (gate, id) ||
          cooldown_gate_asks_today (gate, id));
}

static void
ice_gate_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownCommands *self = data;
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  CooldownGate *gate = cooldown_ledger_get_facts (ledger)->gate;
  GVariantIter iter;
  const char *id;
  GVariant *value;

  g_variant_iter_init (&iter, parameter);
  while (g_variant_iter_loop (&iter, "{&sv}", &id, &value))
    if (!is_answer (self, id, value))
      {
        cooldown_commands_refuse (action, id);
        g_variant_unref (value);
        return;
      }
  g_variant_iter_init (&iter, parameter);
  while (g_variant_iter_loop (&iter, "{&sv}", &id, &value))
    {
      if (cooldown_gate_asks_lasting (gate, id))
        store_answer (ledger, "gate", id, g_variant_get_boolean (value));
      else if (cooldown_gate_asks_today (gate, id))
        store_answer (ledger, "gate-today", id, g_variant_get_boolean (value));
      else if (g_variant_get_boolean (value))
        forget_today (ledger);
    }
}

/* The answers before a session are used up by it. */
static void
use_up_today (CooldownLedger *ledger)
{
  GVariant *today = cooldown_ledger_lookup (ledger, "gate-today", G_VARIANT_TYPE ("a{sb}"));

  cooldown_ledger_set (ledger, "gate-session", today);
  forget_today (ledger);
}

static guint
count_today (CooldownCommands *self)
{
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  CooldownJournal *journal = cooldown_ledger_get_journal (ledger);
  CooldownSession *session = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_ICE);
  CooldownClock *clock = cooldown_ledger_get_clock (ledger);
  g_autoptr (GDateTime) local = cooldown_clock_to_local (clock, cooldown_commands_now (self).wall);
  g_autofree char *date = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;

  if (journal == NULL || date == NULL)
    return 0;
  return cooldown_journal_count_events (journal, "ice", "on",
                                        cooldown_local_time_on (clock, date, 0),
                                        session != NULL && is_running (self)
                                          ? cooldown_session_get_id (session)
                                          : 0);
}

static void
ice_start_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownCommands *self = data;
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  const CooldownFacts *facts = cooldown_ledger_get_facts (ledger);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) plan = NULL;
  guint32 minutes = 0, rounds = 0;
  const char *site = "", *side = "both";
  gboolean again = FALSE;

  g_variant_lookup (parameter, "minutes", "u", &minutes);
  g_variant_lookup (parameter, "rounds", "u", &rounds);
  g_variant_lookup (parameter, "site", "&s", &site);
  g_variant_lookup (parameter, "side", "&s", &side);
  g_variant_lookup (parameter, "again", "b", &again);
  if (is_running (self) || judge (self, FALSE) != COOLDOWN_GATE_CLEAR)
    cooldown_commands_refuse (action, "the questions before icing are not answered and clear");
  else if (!cooldown_gate_permits_site (facts->gate, site))
    cooldown_commands_refuse (action, "not a place that may be iced");
  else if (!again && count_today (self) >= facts->ice.sessions_per_day)
    cooldown_commands_refuse (action, "there was a session today");
  else if ((plan = cooldown_ice_plan_new (&facts->ice, minutes, rounds, site, side, &error)) ==
           NULL)
    cooldown_commands_refuse (action, error->message);
  else
    {
      use_up_today (ledger);
      cooldown_ledger_begin (ledger, COOLDOWN_SUBJECT_ICE, plan, "start");
    }
}

static void
ice_on_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownCommands *self = data;

  if (judge (self, TRUE) != COOLDOWN_GATE_CLEAR)
    cooldown_commands_refuse (action, "something speaks against ice");
  else if (accepts (self, "on", NULL))
    happen (self, "on", NULL);
}

/* The actions whose event has the same name, without an argument. */
static void
plain_event_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *event = g_action_get_name (G_ACTION (action)) + strlen ("ice-");

  if (accepts (data, event, NULL))
    happen (data, event, NULL);
}

static void
ice_off_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *answer = g_variant_get_string (parameter, NULL);

  if (accepts (data, "off", answer))
    happen (data, "off", answer);
  else
    cooldown_commands_refuse (action, answer);
}

static void
ice_snooze_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *minutes = g_strdup_printf ("%u", g_variant_get_uint32 (parameter));

  if (accepts (data, "snooze", minutes))
    happen (data, "snooze", minutes);
  else
    cooldown_commands_refuse (action, minutes);
}

/* Ends a running session; one that is over has been seen and goes. */
static void
ice_stop_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownCommands *self = data;

  if (is_running (self))
    happen (self, "stop", NULL);
  else
    cooldown_ledger_close (cooldown_commands_get_ledger (self), COOLDOWN_SUBJECT_ICE);
}

/**
 * cooldown_ice_actions_add:
 * @self: the commands
 *
 * Adds all commands about ice.
 */
void
cooldown_ice_actions_add (CooldownCommands *self)
{
  static const GActionEntry entries[] = {
    { "ice-gate", ice_gate_cb, "a{sv}", NULL, NULL, { 0 } },
    { "ice-start", ice_start_cb, "a{sv}", NULL, NULL, { 0 } },
    { "ice-on", ice_on_cb, NULL, NULL, NULL, { 0 } },
    { "ice-check", plain_event_cb, NULL, NULL, NULL, { 0 } },
    { "ice-skip", plain_event_cb, NULL, NULL, NULL, { 0 } },
    { "ice-pause", plain_event_cb, NULL, NULL, NULL, { 0 } },
    { "ice-resume", plain_event_cb, NULL, NULL, NULL, { 0 } },
    { "ice-stop", ice_stop_cb, NULL, NULL, NULL, { 0 } },
    { "ice-off", ice_off_cb, "s", NULL, NULL, { 0 } },
    { "ice-snooze", ice_snooze_cb, "u", NULL, NULL, { 0 } },
  };

  cooldown_commands_add (self, entries, G_N_ELEMENTS (entries));
}

/**
 * cooldown_ice_actions_update:
 * @self: the commands
 *
 * Enables what can be done about ice now.
 */
void
cooldown_ice_actions_update (CooldownCommands *self)
{
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  gboolean running = is_running (self);

  cooldown_commands_enable (self, "ice-start",
                         !running && judge (self, FALSE) == COOLDOWN_GATE_CLEAR);
  cooldown_commands_enable (self, "ice-on",
                         accepts (self, "on", NULL) && judge (self, TRUE) == COOLDOWN_GATE_CLEAR);
  cooldown_commands_enable (self, "ice-check", accepts (self, "check", NULL));
  cooldown_commands_enable (self, "ice-skip", accepts (self, "skip", NULL));
  cooldown_commands_enable (self, "ice-pause", accepts (self, "pause", NULL));
  cooldown_commands_enable (self, "ice-resume", accepts (self, "resume", NULL));
  cooldown_commands_enable (self, "ice-off", accepts (self, "off", "wrong"));
  cooldown_commands_enable (self, "ice-snooze", accepts (self, "snooze", "10"));
  cooldown_commands_enable (self, "ice-stop",
                         cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_ICE) != NULL);
}

static void
insert_setting (GVariantDict *state, CooldownLedger *ledger, const char *key, const char *setting)
{
  GVariant *value = cooldown_ledger_lookup (ledger, setting, G_VARIANT_TYPE_ANY);

  if (value != NULL)
    g_variant_dict_insert_value (state, key, value);
}

/**
 * cooldown_ice_actions_get_state:
 * @self: the commands
 *
 * Returns: (transfer floating): what others are told about ice: an a{sv} with the session, the
 *   answers before icing, how many sessions there were today, and whether alcohol was noted
 */
GVariant *
cooldown_ice_actions_get_state (CooldownCommands *self)
{
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  CooldownSession *session = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_ICE);
  GVariantDict state;

  g_variant_dict_init (&state, NULL);
  if (session != NULL)
    g_variant_dict_insert_value (&state, "session", cooldown_session_to_variant (session));
  insert_setting (&state, ledger, "gate", "gate");
  insert_setting (&state, ledger, "gate-at", "gate-at");
  insert_setting (&state, ledger, "today", "gate-today");
  insert_setting (&state, ledger, "today-at", "gate-today-at");
  g_variant_dict_insert (&state, "sessions-today", "u", count_today (self));
  g_variant_dict_insert (&state, "alcohol", "b",
                         cooldown_ledger_alcohol_tonight (ledger, cooldown_commands_now (self).wall));
  return g_variant_dict_end (&state);
}
