/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent.h"

#include "commands.h"
#include "config.h"
#include "wakefulness.h"

/* How long it stays after the last reason to; calls that reach it in leaving would be lost. */
#define LEAVE_AFTER_MILLISECONDS 10000

struct _CooldownAgent
{
  GApplication parent_instance;
  CooldownClock *clock;
  CooldownFacts *facts;
  CooldownLedger *ledger;
  CooldownCommands *commands;
  CooldownNotifier *notifier;
  CooldownPlanner *planner;
  CooldownWakefulness *wakefulness;
  CooldownAlarm *alarm;
  guint window_watch;
  gboolean window_open;
  gboolean held;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (CooldownAgent, cooldown_agent, G_TYPE_APPLICATION)

static void
publish (CooldownAgent *self)
{
  const char *trouble = cooldown_ledger_get_trouble (self->ledger);
  CooldownCommands *commands = self->commands;

  cooldown_commands_set_state (commands, "ice", cooldown_ice_actions_get_state (commands));
  cooldown_commands_set_state (commands, "recovery",
                               cooldown_recovery_actions_get_state (commands));
  cooldown_commands_set_state (commands, "setting", cooldown_ledger_get_settings (self->ledger));
  cooldown_commands_set_state (commands, "upcoming",
                               cooldown_planner_get_upcoming (self->planner));
  cooldown_commands_set_state (commands, "trouble",
                               g_variant_new_string (trouble != NULL ? trouble : ""));
  cooldown_commands_set_state (commands, "journal-serial",
                               g_variant_new_int64 (cooldown_ledger_get_serial (self->ledger)));
  cooldown_ice_actions_update (commands);
  cooldown_recovery_actions_update (commands);
  cooldown_commands_enable (commands, "undo", cooldown_ledger_can_undo (self->ledger));
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
  CooldownInstant now = cooldown_clock_now (self->clock);
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

/* Asks the desktop to show the window at a tab, starting it if need be. */
static void
open_window (CooldownAgent *self, const char *tab, const char *token)
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
    open_window (self, subject == COOLDOWN_SUBJECT_ICE ? "ice" : "recover", token);
  else if (g_action_parse_detailed_name (action, &name, &target, NULL))
    {
      g_action_group_activate_action (G_ACTION_GROUP (self), name, target);
      /* Whoever says it got worse needs the warning signs, wherever they said it. */
      if (g_strcmp0 (action, "check-in::worse") == 0)
        open_window (self, "check", token);
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
  cooldown_ledger_undo (cooldown_commands_get_ledger (data));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_application_quit (G_APPLICATION (data));
}

static void
add_state (CooldownCommands *commands, const char *name, GVariant *state)
{
  cooldown_commands_add_state (commands, name, NULL, state);
}

static void
add_actions (CooldownAgent *self)
{
  static const GActionEntry undo = { "undo", undo_cb, NULL, NULL, NULL, { 0 } };
  static const GActionEntry quit = { "quit", quit_cb, NULL, NULL, NULL, { 0 } };
  CooldownCommands *commands = self->commands;

  g_action_map_add_action_entries (G_ACTION_MAP (self), &quit, 1, self);
  cooldown_commands_add (commands, &undo, 1);
  cooldown_ice_actions_add (commands);
  cooldown_recovery_actions_add (commands);
  cooldown_setting_actions_add (commands);
  add_state (commands, "ice", cooldown_ice_actions_get_state (commands));
  add_state (commands, "recovery", cooldown_recovery_actions_get_state (commands));
  add_state (commands, "upcoming", g_variant_new_array (G_VARIANT_TYPE ("(sxs)"), NULL, 0));
  add_state (commands, "trouble", g_variant_new_string (""));
  add_state (commands, "journal-serial", g_variant_new_int64 (0));
  add_state (commands, "version", g_variant_new_string (COOLDOWN_VERSION));
}

static void
set_up (CooldownAgent *self, GDBusConnection *connection)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "cooldown", NULL);

  self->ledger = cooldown_ledger_new (self->clock, self->facts, folder);
  self->notifier = cooldown_notifier_libnotify_new (connection);
  self->planner = cooldown_planner_new (self->ledger, self->notifier);
  self->wakefulness = cooldown_wakefulness_new (connection);
  self->commands = cooldown_commands_new (G_ACTION_MAP (self), self->ledger);
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

static void
cooldown_agent_before_emit (GApplication *application, GVariant *platform_data)
{
  G_APPLICATION_CLASS (cooldown_agent_parent_class)->before_emit (application, platform_data);
  cooldown_commands_begin_request (COOLDOWN_AGENT (application)->commands, platform_data);
}

static void
cooldown_agent_after_emit (GApplication *application, GVariant *platform_data)
{
  cooldown_commands_end_request (COOLDOWN_AGENT (application)->commands);
  G_APPLICATION_CLASS (cooldown_agent_parent_class)->after_emit (application, platform_data);
}

static void
cooldown_agent_finalize (GObject *object)
{
  CooldownAgent *self = COOLDOWN_AGENT (object);

  g_clear_object (&self->alarm);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->facts, cooldown_facts_free);
  g_clear_object (&self->commands);
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
