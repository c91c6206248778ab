/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"

/* How many commands are remembered, so that one that is repeated counts once. */
#define N_REQUESTS 64

struct _CooldownCommands
{
  GObject parent_instance;
  GActionMap *map; /* (unowned): owns this */
  CooldownLedger *ledger;
  GQueue requests; /* (element-type utf8): the newest first */
  gboolean repeated;
};

G_DEFINE_FINAL_TYPE (CooldownCommands, cooldown_commands, G_TYPE_OBJECT)

static void
cooldown_commands_finalize (GObject *object)
{
  CooldownCommands *self = COOLDOWN_COMMANDS (object);

  g_clear_object (&self->ledger);
  g_queue_clear_full (&self->requests, g_free);
  G_OBJECT_CLASS (cooldown_commands_parent_class)->finalize (object);
}

static void
cooldown_commands_class_init (CooldownCommandsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cooldown_commands_finalize;
}

static void
cooldown_commands_init (CooldownCommands *self)
{
  g_queue_init (&self->requests);
}

/**
 * cooldown_commands_new:
 * @map: where the actions are exported; must outlive this
 * @ledger: what they act on
 *
 * Returns: (transfer full): without any command yet
 */
CooldownCommands *
cooldown_commands_new (GActionMap *map, CooldownLedger *ledger)
{
  CooldownCommands *self = g_object_new (COOLDOWN_TYPE_COMMANDS, NULL);

  self->map = map;
  self->ledger = g_object_ref (ledger);
  return self;
}

/**
 * cooldown_commands_get_ledger:
 * @self: the commands
 *
 * Returns: (transfer none): what is going on
 */
CooldownLedger *
cooldown_commands_get_ledger (CooldownCommands *self)
{
  return self->ledger;
}

/**
 * cooldown_commands_now:
 * @self: the commands
 *
 * Returns: this moment
 */
CooldownInstant
cooldown_commands_now (CooldownCommands *self)
{
  return cooldown_clock_now (cooldown_ledger_get_clock (self->ledger));
}

/* Runs before what the action does: a command that was sent twice ends here. */
static void
guard_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (COOLDOWN_COMMANDS (data)->repeated)
    g_signal_stop_emission_by_name (action, "activate");
}

/**
 * cooldown_commands_add_for:
 * @self: the commands
 * @entries: (array length=n_entries): of each the name, the parameter's type and what it does are
 *   used
 * @n_entries: how many
 * @data: given to what they do
 *
 * Adds actions that do something. What carries a request id that was seen already does nothing.
 */
void
cooldown_commands_add_for (CooldownCommands *self,
                           const GActionEntry *entries,
                           guint n_entries,
                           gpointer data)
{
  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (GVariantType) type =
        entries[i].parameter_type != NULL ? g_variant_type_new (entries[i].parameter_type) : NULL;
      g_autoptr (GSimpleAction) action = g_simple_action_new (entries[i].name, type);

      g_signal_connect (action, "activate", G_CALLBACK (guard_cb), self);
      g_signal_connect (action, "activate", G_CALLBACK (entries[i].activate), data);
      g_action_map_add_action (self->map, G_ACTION (action));
    }
}

/**
 * cooldown_commands_add:
 * @self: the commands
 * @entries: (array length=n_entries): as for [method@Cooldown.Commands.add_for]; they are given
 *   @self
 * @n_entries: how many
 *
 * Adds actions about the ledger.
 */
void
cooldown_commands_add (CooldownCommands *self, const GActionEntry *entries, guint n_entries)
{
  cooldown_commands_add_for (self, entries, n_entries, self);
}

static void
refuse_state_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  cooldown_commands_refuse (action, "its state is not for others to set");
}

/**
 * cooldown_commands_add_state:
 * @self: the commands
 * @name: the action's name
 * @type: (nullable): the parameter's type if it is a command as well
 * @state: its first state; sunk if floating
 *
 * Adds an action whose state tells others something. Nobody but the agent can set it.
 *
 * Returns: (transfer none): the action
 */
GSimpleAction *
cooldown_commands_add_state (CooldownCommands *self,
                             const char *name,
                             const GVariantType *type,
                             GVariant *state)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, type, state);

  g_signal_connect (action, "change-state", G_CALLBACK (refuse_state_cb), NULL);
  g_simple_action_set_enabled (action, type != NULL);
  g_action_map_add_action (self->map, G_ACTION (action));
  return action;
}

/**
 * cooldown_commands_set_state:
 * @self: the commands
 * @name: the name of an action with a state
 * @state: what it tells from now on; sunk if floating. The same again is not told again
 */
void
cooldown_commands_set_state (CooldownCommands *self, const char *name, GVariant *state)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (state);
  GAction *action = g_action_map_lookup_action (self->map, name);
  g_autoptr (GVariant) old = g_action_get_state (action);

  if (!g_variant_equal (old, sunk))
    g_simple_action_set_state (G_SIMPLE_ACTION (action), sunk);
}

/**
 * cooldown_commands_enable:
 * @self: the commands
 * @action: the name of one
 * @enabled: whether it can be used now
 */
void
cooldown_commands_enable (CooldownCommands *self, const char *action, gboolean enabled)
{
  GAction *found = g_action_map_lookup_action (self->map, action);

  g_return_if_fail (G_IS_SIMPLE_ACTION (found));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

/**
 * cooldown_commands_refuse:
 * @action: an action that was called with what it cannot do
 * @why: why not
 *
 * Says in the log that a command changed nothing.
 */
void
cooldown_commands_refuse (GSimpleAction *action, const char *why)
{
  g_message ("%s refused: %s", g_action_get_name (G_ACTION (action)), why);
}

/**
 * cooldown_commands_begin_request:
 * @self: the commands
 * @platform_data: what came with a call over the bus, an a{sv}; its "request-id" is looked at
 *
 * A command that was sent twice, because its first reply was lost, counts once.
 */
void
cooldown_commands_begin_request (CooldownCommands *self, GVariant *platform_data)
{
  const char *request = NULL;

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

/**
 * cooldown_commands_end_request:
 * @self: the commands
 *
 * The call is over; what comes next without one is no repetition.
 */
void
cooldown_commands_end_request (CooldownCommands *self)
{
  self->repeated = FALSE;
}
