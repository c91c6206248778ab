/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-agent.h"

#include "config.h"

/* More than any step needs, also under a sanitizer. */
#define PATIENCE_MS 200000

struct _FakeAgent
{
  GDBusConnection *connection;
  GSimpleActionGroup *actions;
  GQueue commands; /* (element-type utf8) */
  guint export_id;
  guint name_id;
};

static const char *const commands[][2] = {
  { "workout-finish", "a{sv}" },
  { "workout-change", "a{sv}" },
  { "recovery-stop", NULL },
  { "recovery-step", "(sb)" },
  { "check-in", "s" },
  { "episode-end", "x" },
  { "ice-gate", "a{sv}" },
  { "ice-start", "a{sv}" },
  { "ice-on", NULL },
  { "ice-check", NULL },
  { "ice-skip", NULL },
  { "ice-pause", NULL },
  { "ice-resume", NULL },
  { "ice-stop", NULL },
  { "ice-off", "s" },
  { "ice-snooze", "u" },
  { "sign-outcome", "(ss)" },
  { "check-save", "a{sv}" },
  { "missed-seen", NULL },
  { "episode-check", "s" },
  { "evening-start", "a{sv}" },
  { "evening-step", "s" },
  { "evening-back", NULL },
  { "evening-pause", NULL },
  { "evening-resume", NULL },
  { "evening-end", NULL },
  { "restless-now", NULL },
  { "night-rate", "(us)" },
  { "test-reminder", NULL },
  { "play-sound", NULL },
  { "undo", NULL },
  { "journal-changed", NULL },
  { "quit", NULL },
};

static void
note_command (FakeAgent *self, GSimpleAction *action, GVariant *parameter)
{
  g_autofree char *text = parameter != NULL ? g_variant_print (parameter, FALSE) : g_strdup ("");

  g_queue_push_tail (&self->commands,
                     g_strdup_printf ("%s %s", g_action_get_name (G_ACTION (action)), text));
}

static void
command_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  note_command (data, action, parameter);
}

static void
setting_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GVariant) value = NULL;
  const char *name;

  note_command (data, action, parameter);
  g_variant_get (parameter, "(&sv)", &name, &value);
  fake_agent_set (data, "setting", name, value);
}

static void
add_action (FakeAgent *self,
            const char *name,
            const char *type,
            GVariant *state,
            GCallback callback)
{
  const GVariantType *parameter = type != NULL ? G_VARIANT_TYPE (type) : NULL;
  g_autoptr (GSimpleAction) action = NULL;

  action = state != NULL ? g_simple_action_new_stateful (name, parameter, state)
                         : g_simple_action_new (name, parameter);
  g_signal_connect (action, "activate", callback, self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

/**
 * fake_agent_new:
 * @connection: the session bus
 *
 * Returns: (transfer full): an agent under the agent's name, in which nothing is going on
 */
FakeAgent *
fake_agent_new (GDBusConnection *connection)
{
  static const char *const containers[] = { "ice", "recovery", "evening", "night" };
  FakeAgent *self = g_new0 (FakeAgent, 1);

  self->connection = g_object_ref (connection);
  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    add_action (self, commands[i][0], commands[i][1], NULL, G_CALLBACK (command_cb));
  for (guint i = 0; i < G_N_ELEMENTS (containers); i++)
    add_action (self, containers[i], NULL, g_variant_new ("a{sv}", NULL), G_CALLBACK (command_cb));
  add_action (self, "setting", "(sv)", g_variant_new ("a{sv}", NULL), G_CALLBACK (setting_cb));
  add_action (self, "autostart", "b", g_variant_new ("a{sv}", NULL), G_CALLBACK (command_cb));
  add_action (self, "test", NULL, g_variant_new ("a{sv}", NULL), G_CALLBACK (command_cb));
  add_action (self, "due", NULL, g_variant_new ("a(sxs)", NULL), G_CALLBACK (command_cb));
  add_action (self, "upcoming", NULL, g_variant_new ("a(sxs)", NULL), G_CALLBACK (command_cb));
  add_action (self, "trouble", NULL, g_variant_new_string (""), G_CALLBACK (command_cb));
  add_action (self, "journal-serial", NULL, g_variant_new_int64 (0), G_CALLBACK (command_cb));
  add_action (self, "version", NULL, g_variant_new_string (COOLDOWN_VERSION),
              G_CALLBACK (command_cb));
  self->export_id = g_dbus_connection_export_action_group (connection, COOLDOWN_AGENT_PATH,
                                                           G_ACTION_GROUP (self->actions), NULL);
  self->name_id = g_bus_own_name_on_connection (
      connection, COOLDOWN_AGENT_ID, G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
  return self;
}

/**
 * fake_agent_free:
 * @self: (transfer full): an agent
 *
 * Has it disappear from the bus, and with it all that it knew.
 */
void
fake_agent_free (FakeAgent *self)
{
  g_bus_unown_name (self->name_id);
  g_dbus_connection_unexport_action_group (self->connection, self->export_id);
  g_queue_clear_full (&self->commands, g_free);
  g_object_unref (self->actions);
  g_object_unref (self->connection);
  g_free (self);
}

/**
 * fake_agent_set:
 * @self: an agent
 * @action: "ice", "recovery", "evening" or "setting"
 * @key: a member of its state
 * @value: (nullable): the member's new value, or %NULL to take it out; sunk if floating
 */
void
fake_agent_set (FakeAgent *self, const char *action, const char *key, GVariant *value)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self->actions), action);
  g_autoptr (GVariant) old = g_action_get_state (found);
  GVariantDict dict;

  g_variant_dict_init (&dict, old);
  if (value != NULL)
    g_variant_dict_insert_value (&dict, key, value);
  else
    g_variant_dict_remove (&dict, key);
  g_simple_action_set_state (G_SIMPLE_ACTION (found), g_variant_dict_end (&dict));
}

/**
 * fake_agent_set_session:
 * @self: an agent
 * @action: "ice", "recovery" or "evening"
 * @session: (nullable): the session that is going on
 */
void
fake_agent_set_session (FakeAgent *self, const char *action, CooldownSession *session)
{
  fake_agent_set (self, action, "session",
                  session != NULL ? cooldown_session_to_variant (session) : NULL);
}

/**
 * fake_agent_set_state:
 * @self: an agent
 * @action: "test", "autostart", "due", "upcoming" …
 * @state: all of its new state; sunk if floating
 */
void
fake_agent_set_state (FakeAgent *self, const char *action, GVariant *state)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self->actions), action);

  g_simple_action_set_state (G_SIMPLE_ACTION (found), state);
}

/**
 * fake_agent_set_trouble:
 * @self: an agent
 * @trouble: why it cannot write its notes down, "" if it can
 */
void
fake_agent_set_trouble (FakeAgent *self, const char *trouble)
{
  fake_agent_set_state (self, "trouble", g_variant_new_string (trouble));
}

/**
 * fake_agent_take_command:
 * @self: an agent
 *
 * Returns: (transfer full) (nullable): the earliest command that was not taken yet, its name and
 *   its parameter as text: "check-in 'gone'"
 */
char *
fake_agent_take_command (FakeAgent *self)
{
  return g_queue_pop_head (&self->commands);
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("what the test waits for does not happen");
  return G_SOURCE_REMOVE;
}

/**
 * spin_until:
 * @done: tells whether it has happened
 * @data: given to @done
 *
 * Lets the main loop run until something has happened; fails the test if it never does.
 */
void
spin_until (gboolean (*done) (gpointer data), gpointer data)
{
  guint id = g_timeout_add (PATIENCE_MS, give_up_cb, NULL);

  while (!done (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/**
 * spin_until_finalized:
 * @object: (transfer full): an object
 *
 * Gives up the only reference that is meant to last, and waits for those of calls on their way.
 */
void
spin_until_finalized (gpointer object)
{
  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  spin_until (is_null, &object);
}
