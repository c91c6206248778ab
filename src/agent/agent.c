/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent.h"

#include "config.h"
#include "wakefulness.h"

/* How long it stays after the last reason to; calls that reach it in leaving would be lost. */
#define LEAVE_AFTER_MILLISECONDS 10000
/* How many commands are remembered, so that one that is repeated counts once. */
#define N_REQUESTS 64

struct _CooldownAgent
{
  GApplication parent_instance;
  CooldownClock *clock;
  CooldownFacts *facts;
  CooldownLedger *ledger;
  CooldownNotifier *notifier;
  CooldownPlanner *planner;
  CooldownWakefulness *wakefulness;
  CooldownAlarm *alarm;
  guint window_watch;
  gboolean window_open;
  gboolean held;
  gboolean updating;
  GQueue requests; /* (element-type utf8): the newest first */
  gboolean repeated;
};

G_DEFINE_FINAL_TYPE (CooldownAgent, cooldown_agent, G_TYPE_APPLICATION)

/**
 * cooldown_agent_get_ledger:
 * @self: the agent
 *
 * Returns: (transfer none): what is going on
 */
CooldownLedger *
cooldown_agent_get_ledger (CooldownAgent *self)
{
  return self->ledger;
}

/**
 * cooldown_agent_now:
 * @self: the agent
 *
 * Returns: this moment
 */
CooldownInstant
cooldown_agent_now (CooldownAgent *self)
{
  return cooldown_clock_now (self->clock);
}

/**
 * cooldown_agent_refuse:
 * @action: an action that was called with what it cannot do
 * @why: why not
 *
 * Says in the log that a command changed nothing.
 */
void
cooldown_agent_refuse (GSimpleAction *action, const char *why)
{
  g_message ("%s refused: %s", g_action_get_name (G_ACTION (action)), why);
}

/**
 * cooldown_agent_enable:
 * @self: the agent
 * @action: the name of one of its actions
 * @enabled: whether it can be used now
 */
void
cooldown_agent_enable (CooldownAgent *self, const char *action, gboolean enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self), action);

  g_return_if_fail (G_IS_SIMPLE_ACTION (found));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

static void
refuse_state_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  cooldown_agent_refuse (action, "its state is not for others to set");
}

/* An action that shows something and takes no command. */
static void
add_state (CooldownAgent *self, const char *name, GVariant *state)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, NULL, state);

  g_signal_connect (action, "change-state", G_CALLBACK (refuse_state_cb), NULL);
  g_simple_action_set_enabled (action, FALSE);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

static void
set_state (CooldownAgent *self, const char *name, GVariant *state)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (state);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);
  g_autoptr (GVariant) old = g_action_get_state (action);

  if (!g_variant_equal (old, sunk))
    g_simple_action_set_state (G_SIMPLE_ACTION (action), sunk);
}

static void
publish (CooldownAgent *self)
{
  const char *trouble = cooldown_ledger_get_trouble (self->ledger);

  set_state (self, "ice", cooldown_agent_get_ice_state (self));
  set_state (self, "recovery", cooldown_agent_get_recovery_state (self));
  set_state (self, "setting", cooldown_ledger_get_settings (self->ledger));
  set_state (self, "upcoming", cooldown_planner_get_upcoming (self->planner));
  set_state (self, "trouble", g_variant_new_string (trouble != NULL ? trouble : ""));
  set_state (self, "journal-serial",
             g_variant_new_int64 (cooldown_ledger_get_serial (self->ledger)));
  cooldown_agent_update_ice_actions (self);
  cooldown_agent_update_recovery_actions (self);
  cooldown_agent_enable (self, "undo", cooldown_ledger_can_undo (self->ledger));
}

/* It stays while the window is open or something has to be said, now or later. */
static void
hold_or_leave (CooldownAgent *self)
{
  gboolean needed = self->window_open || !cooldown_planner_is_idle (self->planner);

  if (needed && !self->held)
    g_application_hold (G_APPLICATION (self));
  else if (!needed && self->held)
    g_application_release (G_APPLICATION (self));
  self->held = needed;
}

/* A sleeping computer cannot ring: until somebody says that the ice is off, it should not. */
static gboolean
must_stay_awake (CooldownAgent *self)
{
  CooldownInstant now = cooldown_agent_now (self);
  CooldownIceState ice = cooldown_ledger_get_ice (self->ledger, &now);

  return ice.phase == COOLDOWN_ICE_ON || (ice.phase == COOLDOWN_ICE_OFF && !ice.hushed);
}

static void
update (CooldownAgent *self)
{
  /* What the planner notes down changes the ledger in turn. */
  if (self->updating)
    return;
  self->updating = TRUE;
  cooldown_alarm_set (self->alarm, cooldown_planner_run (self->planner));
  cooldown_wakefulness_set_wanted (self->wakefulness, must_stay_awake (self));
  publish (self);
  hold_or_leave (self);
  self->updating = FALSE;
}

static void
failed_cb (CooldownNotifier *notifier, guint subject, gpointer data)
{
  update (data);
}

static void
open_window_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (reply == NULL)
    g_message ("the window could not be opened: %s", error->message);
}

/**
 * cooldown_agent_open_window:
 * @self: the agent
 * @tab: "recover", "check", "ice" or "evening"
 * @token: (nullable): an activation token
 *
 * Asks the desktop to show the window at a tab, starting it if need be.
 */
void
cooldown_agent_open_window (CooldownAgent *self, const char *tab, const char *token)
{
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (self));
  GVariantDict platform;
  GVariantBuilder parameters;

  g_variant_dict_init (&platform, NULL);
  if (token != NULL && *token != '\0')
    {
      g_variant_dict_insert (&platform, "activation-token", "s", token);
      g_variant_dict_insert (&platform, "desktop-startup-id", "s", token);
    }
  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  g_variant_builder_add (&parameters, "v", g_variant_new_string (tab));
  g_dbus_connection_call (connection, COOLDOWN_APP_ID, COOLDOWN_APP_PATH,
                          "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(sav@a{sv})", "show", &parameters,
                                         g_variant_dict_end (&platform)),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, open_window_cb, NULL);
}

static void
chosen_cb (CooldownNotifier *notifier,
           guint subject,
           const char *action,
           const char *token,
           gpointer data)
{
  CooldownAgent *self = data;
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;

  if (g_strcmp0 (action, "default") == 0)
    cooldown_agent_open_window (self, subject == COOLDOWN_SUBJECT_ICE ? "ice" : "recover", token);
  else if (g_action_parse_detailed_name (action, &name, &target, NULL))
    {
      g_action_group_activate_action (G_ACTION_GROUP (self), name, target);
      /* Whoever says it got worse needs the warning signs, wherever they said it. */
      if (g_strcmp0 (action, "check-in::worse") == 0)
        cooldown_agent_open_window (self, "check", token);
      update (self);
    }
}

static void
window_appeared_cb (GDBusConnection *connection,
                    const char *name,
                    const char *owner,
                    gpointer data)
{
  CooldownAgent *self = data;

  self->window_open = TRUE;
  /* Some of what is told depends on the day alone. */
  update (self);
}

static void
window_vanished_cb (GDBusConnection *connection, const char *name, gpointer data)
{
  CooldownAgent *self = data;

  self->window_open = FALSE;
  hold_or_leave (self);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cooldown_ledger_undo (COOLDOWN_AGENT (data)->ledger);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_application_quit (G_APPLICATION (data));
}

/* Runs before what the action does: a command that was sent twice ends here. */
static void
guard_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (COOLDOWN_AGENT (data)->repeated)
    g_signal_stop_emission_by_name (action, "activate");
}

/**
 * cooldown_agent_add_commands:
 * @self: the agent
 * @entries: (array length=n_entries): commands; of each the name, the parameter's type and what it
 *   does are used
 * @n_entries: how many
 *
 * Adds actions that do something. What carries a request id that was seen already does nothing.
 */
void
cooldown_agent_add_commands (CooldownAgent *self, const GActionEntry *entries, guint n_entries)
{
  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (GVariantType) type =
        entries[i].parameter_type != NULL ? g_variant_type_new (entries[i].parameter_type) : NULL;
      g_autoptr (GSimpleAction) action = g_simple_action_new (entries[i].name, type);

      g_signal_connect (action, "activate", G_CALLBACK (guard_cb), self);
      g_signal_connect (action, "activate", G_CALLBACK (entries[i].activate), self);
      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
}

static void
add_actions (CooldownAgent *self)
{
  static const GActionEntry entries[] = {
    { "undo", undo_cb, NULL, NULL, NULL, { 0 } },
    { "quit", quit_cb, NULL, NULL, NULL, { 0 } },
  };
  GVariantDict empty;

  cooldown_agent_add_commands (self, entries, G_N_ELEMENTS (entries));
  g_variant_dict_init (&empty, NULL);
  add_state (self, "ice", g_variant_dict_end (&empty));
  g_variant_dict_init (&empty, NULL);
  add_state (self, "recovery", g_variant_dict_end (&empty));
  add_state (self, "upcoming", g_variant_new_array (G_VARIANT_TYPE ("(sxs)"), NULL, 0));
  add_state (self, "trouble", g_variant_new_string (""));
  add_state (self, "journal-serial", g_variant_new_int64 (0));
  add_state (self, "version", g_variant_new_string (COOLDOWN_VERSION));
  cooldown_agent_add_ice_actions (self);
  cooldown_agent_add_recovery_actions (self);
  cooldown_agent_add_setting_actions (self);
}

static void
set_up (CooldownAgent *self, GDBusConnection *connection)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "cooldown", NULL);

  self->ledger = cooldown_ledger_new (self->clock, self->facts, folder);
  self->notifier = cooldown_notifier_libnotify_new (connection);
  self->planner = cooldown_planner_new (self->ledger, self->notifier);
  self->wakefulness = cooldown_wakefulness_new (connection);
  add_actions (self);
  g_signal_connect_object (self->ledger, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->alarm, "rang", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notifier, "ready", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notifier, "failed", G_CALLBACK (failed_cb), self, 0);
  g_signal_connect_object (self->notifier, "chosen", G_CALLBACK (chosen_cb), self, 0);
  self->window_watch = g_bus_watch_name_on_connection (connection, COOLDOWN_APP_ID,
                                                       G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                       window_appeared_cb, window_vanished_cb,
                                                       self, NULL);
  update (self);
}

static void
cooldown_agent_startup (GApplication *application)
{
  G_APPLICATION_CLASS (cooldown_agent_parent_class)->startup (application);
  set_up (COOLDOWN_AGENT (application), g_application_get_dbus_connection (application));
}

static void
cooldown_agent_activate (GApplication *application)
{
  /* Being started is all that is asked of it. */
}

static void
cooldown_agent_shutdown (GApplication *application)
{
  CooldownAgent *self = COOLDOWN_AGENT (application);

  g_clear_handle_id (&self->window_watch, g_bus_unwatch_name);
  g_clear_object (&self->wakefulness);
  g_clear_object (&self->planner);
  g_clear_object (&self->notifier);
  g_clear_object (&self->ledger);
  G_APPLICATION_CLASS (cooldown_agent_parent_class)->shutdown (application);
}

/* A command that was sent twice, because its first reply was lost, counts once. */
static void
cooldown_agent_before_emit (GApplication *application, GVariant *platform_data)
{
  CooldownAgent *self = COOLDOWN_AGENT (application);
  const char *request = NULL;

  G_APPLICATION_CLASS (cooldown_agent_parent_class)->before_emit (application, platform_data);
  self->repeated = FALSE;
  if (!g_variant_lookup (platform_data, "request-id", "&s", &request))
    return;
  self->repeated =
    g_queue_find_custom (&self->requests, request, (GCompareFunc) g_strcmp0) != NULL;
  if (self->repeated)
    return;
  g_queue_push_head (&self->requests, g_strdup (request));
  if (g_queue_get_length (&self->requests) > N_REQUESTS)
    g_free (g_queue_pop_tail (&self->requests));
}

static void
cooldown_agent_after_emit (GApplication *application, GVariant *platform_data)
{
  COOLDOWN_AGENT (application)->repeated = FALSE;
  G_APPLICATION_CLASS (cooldown_agent_parent_class)->after_emit (application, platform_data);
}

static void
cooldown_agent_finalize (GObject *object)
{
  CooldownAgent *self = COOLDOWN_AGENT (object);

  g_clear_object (&self->alarm);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->facts, cooldown_facts_free);
  g_queue_clear_full (&self->requests, g_free);
  G_OBJECT_CLASS (cooldown_agent_parent_class)->finalize (object);
}

static void
cooldown_agent_class_init (CooldownAgentClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cooldown_agent_finalize;
  application_class->startup = cooldown_agent_startup;
  application_class->activate = cooldown_agent_activate;
  application_class->shutdown = cooldown_agent_shutdown;
  application_class->before_emit = cooldown_agent_before_emit;
  application_class->after_emit = cooldown_agent_after_emit;
}

static void
cooldown_agent_init (CooldownAgent *self)
{
  g_queue_init (&self->requests);
}

/**
 * cooldown_agent_new:
 * @clock: the clock
 * @alarm: what wakes it, on the same clock
 * @facts: (transfer full): what it acts on
 *
 * Returns: (transfer full): the agent, not running yet
 */
CooldownAgent *
cooldown_agent_new (CooldownClock *clock, CooldownAlarm *alarm, CooldownFacts *facts)
{
  CooldownAgent *self =
    g_object_new (COOLDOWN_TYPE_AGENT, "application-id", COOLDOWN_AGENT_ID, "flags",
                  G_APPLICATION_IS_SERVICE, "inactivity-timeout", LEAVE_AFTER_MILLISECONDS, NULL);

  self->clock = g_object_ref (clock);
  self->alarm = g_object_ref (alarm);
  self->facts = facts;
  return self;
}
