/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent.h"

#include "agenda.h"
#include "autostart.h"
#include "commands.h"
#include "config.h"
#include "planner.h"
#include "status.h"
#include "trial.h"
#include "wakefulness.h"
#include "window-show.h"
#include "zone-watch.h"

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
  CooldownChime *chime;
  CooldownTrial *trial;
  CooldownWakefulness *wakefulness;
  CooldownAutostart *autostart;
  CooldownZoneWatch *zone;
  CooldownAlarm *alarm;
  char *libexec;
  gboolean sandboxed;
  guint window_watch;
  gboolean window_open;
  gboolean held;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (CooldownAgent, cooldown_agent, G_TYPE_APPLICATION)

static void
publish_agenda (CooldownAgent *self)
{
  g_autoptr (GVariant) upcoming =
    g_variant_ref_sink (cooldown_agenda_get_upcoming (self->ledger));
  g_autofree char *status = cooldown_status_line (self->ledger, upcoming);

  cooldown_commands_set_state (self->commands, "due", cooldown_agenda_get_due (self->ledger));
  cooldown_commands_set_state (self->commands, "upcoming", upcoming);
  cooldown_autostart_set_status (self->autostart, status);
}

static void
publish (CooldownAgent *self)
{
  const char *trouble = cooldown_ledger_get_trouble (self->ledger);
  const char *zone = cooldown_zone_watch_get_name (self->zone);
  CooldownCommands *commands = self->commands;

  cooldown_commands_set_state (commands, "ice", cooldown_ice_actions_get_state (commands));
  cooldown_commands_set_state (commands, "recovery",
                               cooldown_recovery_actions_get_state (commands));
  cooldown_commands_set_state (commands, "evening", cooldown_evening_actions_get_state (commands));
  cooldown_commands_set_state (commands, "setting", cooldown_ledger_get_settings (self->ledger));
  publish_agenda (self);
  cooldown_commands_set_state (commands, "trouble",
                               g_variant_new_string (trouble != NULL ? trouble : ""));
  cooldown_commands_set_state (commands, "journal-serial",
                               g_variant_new_int64 (cooldown_ledger_get_serial (self->ledger)));
  cooldown_commands_set_state (commands, "autostart",
                               cooldown_autostart_get_state (self->autostart));
  cooldown_commands_set_state (commands, "test", cooldown_trial_get_state (self->trial));
  cooldown_commands_set_state (commands, "zone",
                               g_variant_new_string (zone != NULL ? zone : ""));
  cooldown_ice_actions_update (commands);
  cooldown_recovery_actions_update (commands);
  cooldown_evening_actions_update (commands);
  cooldown_night_actions_update (commands);
  cooldown_commands_enable (commands, "undo", cooldown_ledger_can_undo (self->ledger));
}

/* It stays while the window is open or something has to be said, now or later. */
static void
hold_or_leave (CooldownAgent *self)
{
  gboolean needed = self->window_open || cooldown_autostart_is_asking (self->autostart) ||
                    !cooldown_agenda_is_empty (self->ledger);

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

/* What is to be said after the next login needs an agent there. Whoever said otherwise is heeded. */
static void
ask_for_autostart (CooldownAgent *self)
{
  if (cooldown_ledger_lookup (self->ledger, "autostart", G_VARIANT_TYPE_BOOLEAN) == NULL &&
      cooldown_agenda_needs_login (self->ledger))
    g_action_group_activate_action (G_ACTION_GROUP (self), "autostart",
                                    g_variant_new_boolean (TRUE));
}

static void
update (CooldownAgent *self)
{
  CooldownWake wake;

  /* What the planner notes down changes the ledger in turn. */
  if (self->updating)
    return;
  self->updating = TRUE;
  cooldown_planner_set_has_sound (self->planner, cooldown_chime_works (self->chime));
  wake = cooldown_planner_run (self->planner);
  cooldown_alarm_set (self->alarm, wake.boot, wake.wall);
  ask_for_autostart (self);
  cooldown_wakefulness_set_wanted (self->wakefulness, must_stay_awake (self));
  publish (self);
  hold_or_leave (self);
  self->updating = FALSE;
}

static void
failed_cb (CooldownNotifier *notifier, guint slot, const char *why, gpointer data)
{
  update (data);
}

static void
rings_cb (CooldownPlanner *planner, const char *tune, gpointer data)
{
  CooldownAgent *self = data;

  cooldown_chime_play (self->chime, tune);
}

/* Appointments are at other moments from now on. */
static void
zone_changed_cb (CooldownZoneWatch *zone, gpointer data)
{
  CooldownAgent *self = data;

  if (COOLDOWN_IS_CLOCK_SYSTEM (self->clock))
    cooldown_clock_system_set_zone (COOLDOWN_CLOCK_SYSTEM (self->clock),
                                    cooldown_zone_watch_get_name (zone));
  update (self);
}

static void
autostart_changed_cb (CooldownAutostart *autostart, gpointer data)
{
  CooldownAgent *self = data;

  if (!cooldown_autostart_is_asking (autostart) &&
      cooldown_autostart_is_granted (autostart) !=
        cooldown_ledger_get_flag (self->ledger, "autostart-granted", FALSE))
    cooldown_ledger_set (self->ledger, "autostart-granted",
                         g_variant_new_boolean (cooldown_autostart_is_granted (autostart)));
  update (self);
}

static void
open_window (CooldownAgent *self, const char *tab, const char *token)
{
  cooldown_window_show (g_application_get_dbus_connection (G_APPLICATION (self)), tab, token);
}

static void
press_button (CooldownAgent *self, const char *action, const char *token)
{
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;

  if (!g_action_parse_detailed_name (action, &name, &target, NULL))
    return;
  g_action_group_activate_action (G_ACTION_GROUP (self), name, target);
  /* Whoever says it got worse needs the warning signs, wherever they said it. */
  if (g_strcmp0 (action, "check-in::worse") == 0)
    open_window (self, "check", token);
  update (self);
}

static const char *
find_tab (guint slot)
{
  const char *tab = slot < COOLDOWN_N_SOURCES ? cooldown_due_source (slot)->tab : "";

  return *tab != '\0' ? tab : "reminders";
}

static void
chosen_cb (CooldownNotifier *notifier,
           guint slot,
           const char *action,
           const char *token,
           gpointer data)
{
  CooldownAgent *self = data;

  if (g_strcmp0 (action, "default") != 0)
    {
      press_button (self, action, token);
      return;
    }
  if (slot < COOLDOWN_N_SOURCES && cooldown_due_source (slot) == &cooldown_due_test)
    cooldown_trial_answer (self->trial);
  open_window (self, find_tab (slot), token);
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
  CooldownAgent *self = data;

  cooldown_ledger_undo (self->ledger);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_application_quit (G_APPLICATION (data));
}

static void
test_reminder_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownAgent *self = data;

  cooldown_trial_start (self->trial);
}

static void
test_answer_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownAgent *self = data;

  cooldown_trial_answer (self->trial);
}

static void
play_sound_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownAgent *self = data;

  cooldown_chime_play (self->chime, "alarm");
}

static void
autostart_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownAgent *self = data;

  cooldown_ledger_set (self->ledger, "autostart", parameter);
  cooldown_autostart_set_wanted (self->autostart, g_variant_get_boolean (parameter));
}

static void
add_state (CooldownCommands *commands, const char *name, GVariant *state)
{
  cooldown_commands_add_state (commands, name, NULL, state);
}

static void
add_states (CooldownCommands *commands)
{
  add_state (commands, "ice", cooldown_ice_actions_get_state (commands));
  add_state (commands, "recovery", cooldown_recovery_actions_get_state (commands));
  add_state (commands, "evening", cooldown_evening_actions_get_state (commands));
  add_state (commands, "due", g_variant_new_array (G_VARIANT_TYPE ("(sxs)"), NULL, 0));
  add_state (commands, "upcoming", g_variant_new_array (G_VARIANT_TYPE ("(sxs)"), NULL, 0));
  add_state (commands, "trouble", g_variant_new_string (""));
  add_state (commands, "journal-serial", g_variant_new_int64 (0));
  add_state (commands, "version", g_variant_new_string (COOLDOWN_VERSION));
  add_state (commands, "test", g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0));
  add_state (commands, "zone", g_variant_new_string (""));
}

static void
add_actions (CooldownAgent *self)
{
  static const GActionEntry entries[] = {
    { "quit", quit_cb, NULL, NULL, NULL, { 0 } },
    { "undo", undo_cb, NULL, NULL, NULL, { 0 } },
    { "test-reminder", test_reminder_cb, NULL, NULL, NULL, { 0 } },
    { "test-answer", test_answer_cb, NULL, NULL, NULL, { 0 } },
    { "play-sound", play_sound_cb, NULL, NULL, NULL, { 0 } },
  };
  CooldownCommands *commands = self->commands;
  GSimpleAction *autostart;

  cooldown_commands_add_for (commands, entries, G_N_ELEMENTS (entries), self);
  cooldown_ice_actions_add (commands);
  cooldown_recovery_actions_add (commands);
  cooldown_evening_actions_add (commands);
  cooldown_setting_actions_add (commands);
  cooldown_night_actions_add (commands);
  cooldown_check_actions_add (commands);
  cooldown_journal_actions_add (commands);
  add_states (commands);
  autostart = cooldown_commands_add_state (commands, "autostart", G_VARIANT_TYPE_BOOLEAN,
                                           cooldown_autostart_get_state (self->autostart));
  g_signal_connect (autostart, "activate", G_CALLBACK (autostart_cb), self);
}

/* What talks to the desktop: in a sandbox through its portals. */
static void
reach_desktop (CooldownAgent *self, GDBusConnection *connection)
{
  g_autofree char *player = g_build_filename (self->libexec, "cooldown-chime", NULL);
  g_autofree char *program = g_build_filename (self->libexec, "cooldown-agent", NULL);
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "autostart", NULL);

  self->notifier = self->sandboxed ? cooldown_notifier_portal_new (connection)
                                   : cooldown_notifier_libnotify_new (connection);
  self->autostart = self->sandboxed ? cooldown_autostart_portal_new (connection, program)
                                    : cooldown_autostart_file_new (folder, program);
  self->wakefulness = cooldown_wakefulness_new (connection, self->sandboxed);
  self->chime = cooldown_chime_new (player);
  self->zone = cooldown_zone_watch_new ();
  cooldown_autostart_restore (self->autostart,
                              cooldown_ledger_get_flag (self->ledger, "autostart", FALSE),
                              cooldown_ledger_get_flag (self->ledger, "autostart-granted", FALSE));
}

static void
listen (CooldownAgent *self)
{
  g_signal_connect_object (self->ledger, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->alarm, "rang", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notifier, "ready", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notifier, "failed", G_CALLBACK (failed_cb), self, 0);
  g_signal_connect_object (self->notifier, "chosen", G_CALLBACK (chosen_cb), self, 0);
  g_signal_connect_object (self->planner, "rings", G_CALLBACK (rings_cb), self, 0);
  g_signal_connect_object (self->trial, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->autostart, "changed", G_CALLBACK (autostart_changed_cb), self, 0);
  g_signal_connect_object (self->zone, "changed", G_CALLBACK (zone_changed_cb), self, 0);
}

static void
set_up (CooldownAgent *self, GDBusConnection *connection)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "cooldown", NULL);

  self->ledger = cooldown_ledger_new (self->clock, self->facts, folder);
  reach_desktop (self, connection);
  self->planner = cooldown_planner_new (self->ledger, self->notifier);
  self->trial = cooldown_trial_new (self->ledger, self->notifier, self->chime,
                                    self->sandboxed ? "portal" : "libnotify");
  self->commands = cooldown_commands_new (G_ACTION_MAP (self), self->ledger);
  add_actions (self);
  listen (self);
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
  g_clear_object (&self->zone);
  g_clear_object (&self->wakefulness);
  g_clear_object (&self->autostart);
  g_clear_object (&self->trial);
  g_clear_object (&self->planner);
  g_clear_object (&self->chime);
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
  g_free (self->libexec);
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
 * @libexec: (type filename): the folder of the programs it starts, and of its own
 * @sandboxed: whether the desktop is to be reached through its portals
 *
 * Returns: (transfer full): the agent, not running yet
 */
CooldownAgent *
cooldown_agent_new (CooldownClock *clock,
                    CooldownAlarm *alarm,
                    CooldownFacts *facts,
                    const char *libexec,
                    gboolean sandboxed)
{
  CooldownAgent *self =
    g_object_new (COOLDOWN_TYPE_AGENT, "application-id", COOLDOWN_AGENT_ID, "flags",
                  G_APPLICATION_IS_SERVICE, "inactivity-timeout", LEAVE_AFTER_MILLISECONDS, NULL);

  self->clock = g_object_ref (clock);
  self->alarm = g_object_ref (alarm);
  self->facts = facts;
  self->libexec = g_strdup (libexec);
  self->sandboxed = sandboxed;
  return self;
}
