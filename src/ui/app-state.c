/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-state.h"

#include "agent-settings.h"
#include "agent-states.h"
#include "agent-zone.h"
#include "known-reader.h"
#include "notebook-agent.h"
#include "pace.h"
#include "settings.h"
#include "tick-store.h"

struct _CooldownAppState
{
  GObject parent_instance;
  CooldownContent *content;
  CooldownClock *clock;
  CooldownGate *gate;
  CooldownAgentLink *link;
  CooldownAgentSettings *agent_settings;
  GSettings *settings;
  CooldownPulse *pulse;
  CooldownTickStore *ticks;
  CooldownAgentSessions *sessions;
  CooldownAgentZone *zone;
  CooldownNotebook *notebook;
  CooldownDataSync *sync;
  CooldownKnownReader *known;
};

G_DEFINE_FINAL_TYPE (CooldownAppState, cooldown_app_state, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
  SIGNAL_SECOND,
} CooldownAppStateSignal;

static guint signals[SIGNAL_SECOND + 1];

static void
emit_changed (CooldownAppState *self, const char *detail)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], g_quark_from_string (detail));
}

static void
settings_changed_cb (CooldownAppState *self)
{
  emit_changed (self, "settings");
}

static void
ticks_changed_cb (CooldownAppState *self)
{
  emit_changed (self, "ticks");
}

static void
link_changed_cb (CooldownAppState *self)
{
  emit_changed (self, "agent");
}

static void
agent_state_changed_cb (CooldownAppState *self)
{
  emit_changed (self, "agent-state");
}

static void
ice_changed_cb (CooldownAppState *self)
{
  emit_changed (self, "ice");
}

static void
recovery_changed_cb (CooldownAppState *self)
{
  emit_changed (self, "recovery");
}

static void
evening_changed_cb (CooldownAppState *self)
{
  emit_changed (self, "evening");
}

static void
zone_changed_cb (CooldownAppState *self)
{
  emit_changed (self, "zone");
}

static void
second_cb (CooldownAppState *self)
{
  g_signal_emit (self, signals[SIGNAL_SECOND], 0);
}

static void
cooldown_app_state_finalize (GObject *object)
{
  CooldownAppState *self = COOLDOWN_APP_STATE (object);

  g_clear_object (&self->pulse);
  g_clear_object (&self->agent_settings);
  g_clear_object (&self->zone);
  g_clear_object (&self->sync);
  g_clear_object (&self->known);
  g_clear_object (&self->notebook);
  g_clear_object (&self->sessions);
  g_clear_object (&self->settings);
  g_clear_object (&self->link);
  g_clear_object (&self->ticks);
  g_clear_object (&self->gate);
  g_clear_object (&self->clock);
  g_clear_object (&self->content);
  G_OBJECT_CLASS (cooldown_app_state_parent_class)->finalize (object);
}

static void
cooldown_app_state_class_init (CooldownAppStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  object_class->finalize = cooldown_app_state_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SECOND] = g_signal_new ("second", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
cooldown_app_state_init (CooldownAppState *self)
{
  self->pulse = cooldown_pulse_new ();
  self->settings = cooldown_settings_new ();
}

/**
 * cooldown_app_state_new:
 * @content: what the program knows
 * @clock: where time comes from
 * @link: the way to the agent
 * @notebook: the journal; the agent and it are told of each other's writes
 *
 * Returns: (transfer full): what every page is given; what the agent keeps comes when it is there
 */
CooldownAppState *
cooldown_app_state_new (CooldownContent *content,
                        CooldownClock *clock,
                        CooldownAgentLink *link,
                        CooldownNotebook *notebook)
{
  CooldownAppState *self;

  g_return_val_if_fail (COOLDOWN_IS_CONTENT (content), NULL);
  g_return_val_if_fail (COOLDOWN_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (COOLDOWN_IS_AGENT_LINK (link), NULL);
  g_return_val_if_fail (COOLDOWN_IS_NOTEBOOK (notebook), NULL);

  self = g_object_new (COOLDOWN_TYPE_APP_STATE, NULL);
  self->content = g_object_ref (content);
  self->clock = g_object_ref (clock);
  self->link = g_object_ref (link);
  self->gate = cooldown_gate_new (content);
  self->agent_settings = cooldown_agent_settings_new (link);
  self->sessions = cooldown_agent_sessions_new (content, clock, link);
  self->ticks = cooldown_tick_store_new (content, clock, self->agent_settings);
  self->zone = cooldown_agent_zone_new (link, clock);
  self->notebook = g_object_ref (notebook);
  cooldown_notebook_agent_join (notebook, link);
  self->known = cooldown_known_reader_new (content, clock, notebook, self->ticks);
  self->sync = cooldown_data_sync_new (notebook, self->settings, clock);

  g_signal_connect_object (self->agent_settings, "changed", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ticks, "changed", G_CALLBACK (ticks_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sessions, "changed::ice", G_CALLBACK (ice_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sessions, "changed::recovery", G_CALLBACK (recovery_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sessions, "changed::evening", G_CALLBACK (evening_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->zone, "changed", G_CALLBACK (zone_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (link, "notify::connected", G_CALLBACK (link_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (link, "notify::missing", G_CALLBACK (link_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (link, "state-changed::trouble", G_CALLBACK (link_changed_cb), self,
                           G_CONNECT_SWAPPED);
  cooldown_agent_states_watch (link, G_CALLBACK (agent_state_changed_cb), self);
  g_signal_connect_object (self->pulse, "second", G_CALLBACK (second_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cooldown_app_state_get_content:
 * @self: the state
 *
 * Returns: (transfer none): what the program knows
 */
CooldownContent *
cooldown_app_state_get_content (CooldownAppState *self)
{
  return self->content;
}

/**
 * cooldown_app_state_get_clock:
 * @self: the state
 *
 * Returns: (transfer none): where time comes from
 */
CooldownClock *
cooldown_app_state_get_clock (CooldownAppState *self)
{
  return self->clock;
}

/**
 * cooldown_app_state_get_gate:
 * @self: the state
 *
 * Returns: (transfer none): who may ice
 */
CooldownGate *
cooldown_app_state_get_gate (CooldownAppState *self)
{
  return self->gate;
}

/**
 * cooldown_app_state_get_settings:
 * @self: the state
 *
 * Returns: (transfer none): the window's own settings, never %NULL
 */
GSettings *
cooldown_app_state_get_settings (CooldownAppState *self)
{
  return self->settings;
}

/**
 * cooldown_app_state_get_link:
 * @self: the state
 *
 * Returns: (transfer none): the way to the agent
 */
CooldownAgentLink *
cooldown_app_state_get_link (CooldownAppState *self)
{
  return self->link;
}

/**
 * cooldown_app_state_get_notebook:
 * @self: the state
 *
 * Returns: (transfer none): the journal
 */
CooldownNotebook *
cooldown_app_state_get_notebook (CooldownAppState *self)
{
  return self->notebook;
}

/**
 * cooldown_app_state_get_sync:
 * @self: the state
 *
 * Returns: (transfer none): what keeps the journal in step with other devices
 */
CooldownDataSync *
cooldown_app_state_get_sync (CooldownAppState *self)
{
  return self->sync;
}

/**
 * cooldown_app_state_read_journal:
 * @self: the state
 *
 * Has what the journal knows about the checklist ticked there from now on. For when the window is
 * shown: it takes its time.
 */
void
cooldown_app_state_read_journal (CooldownAppState *self)
{
  cooldown_known_reader_start (self->known);
}

/**
 * cooldown_app_state_get_connected:
 * @self: the state
 *
 * Returns: whether the agent is there
 */
gboolean
cooldown_app_state_get_connected (CooldownAppState *self)
{
  return cooldown_agent_link_get_connected (self->link);
}

/**
 * cooldown_app_state_now:
 * @self: the state
 *
 * Returns: this moment
 */
CooldownInstant
cooldown_app_state_now (CooldownAppState *self)
{
  return cooldown_clock_now (self->clock);
}

/**
 * cooldown_app_state_get_sessions:
 * @self: the state
 *
 * Returns: (transfer none): what the agent says is going on; it comes as "changed::ice",
 *   "changed::recovery" and "changed::evening"
 */
CooldownAgentSessions *
cooldown_app_state_get_sessions (CooldownAppState *self)
{
  return self->sessions;
}

/**
 * cooldown_app_state_lookup_setting:
 * @self: the state
 * @name: name of one of the agent's settings
 * @type: the type it has to have
 *
 * Returns: (transfer full) (nullable): its value; %NULL when it was never set
 */
GVariant *
cooldown_app_state_lookup_setting (CooldownAppState *self,
                                   const char *name,
                                   const GVariantType *type)
{
  return cooldown_agent_settings_lookup (self->agent_settings, name, type);
}

/**
 * cooldown_app_state_set_setting:
 * @self: the state
 * @name: name of one of the agent's settings
 * @value: its new value; sunk if floating
 *
 * Sets a value at once; the agent is told as soon as it is there.
 */
void
cooldown_app_state_set_setting (CooldownAppState *self, const char *name, GVariant *value)
{
  cooldown_agent_settings_set (self->agent_settings, name, value);
}

/**
 * cooldown_app_state_get_bedtimes:
 * @self: the state
 * @bedtimes: (out): when the user goes to bed; usual ones while they have not said
 *
 * Returns: whether the user has said when they go to bed
 */
gboolean
cooldown_app_state_get_bedtimes (CooldownAppState *self, CooldownBedtimes *bedtimes)
{
  g_autoptr (GVariant)
      usual = cooldown_app_state_lookup_setting (self, "bedtime", G_VARIANT_TYPE_INT32);
  g_autoptr (GVariant)
      own = cooldown_app_state_lookup_setting (self, "bedtimes", G_VARIANT_TYPE ("ai"));

  return cooldown_bedtimes_read (usual, own, bedtimes);
}

/**
 * cooldown_app_state_get_tick_store:
 * @self: the state
 *
 * Returns: (transfer none): how the checklist was answered; what changes in it comes as
 *   "changed::ticks"
 */
CooldownTickStore *
cooldown_app_state_get_tick_store (CooldownAppState *self)
{
  return self->ticks;
}

/**
 * cooldown_app_state_activate:
 * @self: the state
 * @action: name of an action of the agent
 * @parameter: (nullable): its parameter; sunk if floating
 *
 * Has the agent do something. What came of it shows in the next "changed".
 */
void
cooldown_app_state_activate (CooldownAppState *self, const char *action, GVariant *parameter)
{
  cooldown_agent_link_activate (self->link, action, parameter);
}

/**
 * cooldown_app_state_watch_seconds:
 * @self: the state
 * @widget: a widget that shows passing time
 *
 * Has the signal "second" come while @widget is mapped.
 */
void
cooldown_app_state_watch_seconds (CooldownAppState *self, GtkWidget *widget)
{
  cooldown_pulse_watch (self->pulse, widget);
}

/**
 * cooldown_app_state_format_time:
 * @self: the state
 * @wall: microseconds since 1970 UTC
 *
 * Returns: (transfer full): the time of day as the user's locale writes it
 */
char *
cooldown_app_state_format_time (CooldownAppState *self, gint64 wall)
{
  return cooldown_clock_format_time (self->clock, wall);
}
