/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent-settings.h"

/* A value that was set here and that the agent has not confirmed yet. */
typedef struct
{
  GVariant *value;
  guint serial;
  gboolean answered;
  gboolean alone; /* no value of the same name was on its way when it was set */
} Pending;

struct _CooldownAgentSettings
{
  GObject parent_instance;
  CooldownAgentLink *link;
  GVariant *stored;    /* an a{sv}: what the agent said last */
  GHashTable *pending; /* (element-type utf8 Pending) */
  guint serial;
};

G_DEFINE_FINAL_TYPE (CooldownAgentSettings, cooldown_agent_settings, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
} CooldownAgentSettingsSignal;

static guint signals[SIGNAL_CHANGED + 1];

static void
pending_free (gpointer data)
{
  Pending *pending = data;

  g_variant_unref (pending->value);
  g_free (pending);
}

/* Which value a reply is about: an older one of the same name may still be on its way. */
typedef struct
{
  CooldownAgentSettings *settings;
  char *name;
  guint serial;
} Sent;

static void
sent_free (Sent *sent)
{
  g_object_unref (sent->settings);
  g_free (sent->name);
  g_free (sent);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sent, sent_free)

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Sent) sent = data;
  g_autoptr (GError) error = NULL;
  Pending *pending = g_hash_table_lookup (sent->settings->pending, sent->name);

  if (!cooldown_agent_link_call_finish (COOLDOWN_AGENT_LINK (source), result, &error))
    g_message ("The agent did not take “%s”: %s", sent->name, error->message);
  else if (pending != NULL && pending->serial == sent->serial)
    pending->answered = TRUE;
}

static void
send (CooldownAgentSettings *self, const char *name, Pending *pending)
{
  Sent *sent = g_new (Sent, 1);

  *sent = (Sent){ g_object_ref (self), g_strdup (name), pending->serial };
  cooldown_agent_link_call_async (
      self->link, "setting", g_variant_new ("(sv)", name, pending->value), NULL, sent_cb, sent);
}

/* Whether the agent has spoken about a value since it was sent: it holds it now, or holds
 * another because it refused ours. That it holds the same says nothing while an older value is on
 * its way: it may be the one before that. */
static gboolean
is_settled (gpointer name, gpointer value, gpointer data)
{
  CooldownAgentSettings *self = data;
  Pending *pending = value;
  g_autoptr (GVariant) stored = g_variant_lookup_value (self->stored, name, NULL);

  return pending->answered ||
         (pending->alone && stored != NULL && g_variant_equal (stored, pending->value));
}

static void
update (CooldownAgentSettings *self)
{
  g_autoptr (GVariant) state = cooldown_agent_link_get_state (self->link, "setting");

  if (state == NULL || !g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT))
    return;
  g_variant_unref (self->stored);
  self->stored = g_steal_pointer (&state);
  g_hash_table_foreach_remove (self->pending, is_settled, self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
connected_cb (CooldownAgentSettings *self)
{
  GHashTableIter iter;
  gpointer name, pending;

  if (!cooldown_agent_link_get_connected (self->link))
    return;
  g_hash_table_iter_init (&iter, self->pending);
  while (g_hash_table_iter_next (&iter, &name, &pending))
    send (self, name, pending);
  update (self);
}

static void
cooldown_agent_settings_finalize (GObject *object)
{
  CooldownAgentSettings *self = COOLDOWN_AGENT_SETTINGS (object);

  g_clear_object (&self->link);
  g_variant_unref (self->stored);
  g_hash_table_unref (self->pending);
  G_OBJECT_CLASS (cooldown_agent_settings_parent_class)->finalize (object);
}

static void
cooldown_agent_settings_class_init (CooldownAgentSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cooldown_agent_settings_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cooldown_agent_settings_init (CooldownAgentSettings *self)
{
  self->stored = g_variant_ref_sink (g_variant_new ("a{sv}", NULL));
  self->pending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, pending_free);
}

/**
 * cooldown_agent_settings_new:
 * @link: the way to the agent
 *
 * Returns: (transfer full): the agent's settings; empty until it has said what they are
 */
CooldownAgentSettings *
cooldown_agent_settings_new (CooldownAgentLink *link)
{
  CooldownAgentSettings *self;

  g_return_val_if_fail (COOLDOWN_IS_AGENT_LINK (link), NULL);

  self = g_object_new (COOLDOWN_TYPE_AGENT_SETTINGS, NULL);
  self->link = g_object_ref (link);
  g_signal_connect_object (link, "notify::connected", G_CALLBACK (connected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (link, "state-changed::setting", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * cooldown_agent_settings_lookup:
 * @self: the agent's settings
 * @name: name of a setting: "bedtime", "check.ticks" …
 * @type: the type it has to have
 *
 * Returns: (transfer full) (nullable): its value; %NULL when it was never set or has another type
 */
GVariant *
cooldown_agent_settings_lookup (CooldownAgentSettings *self,
                                const char *name,
                                const GVariantType *type)
{
  Pending *pending;

  g_return_val_if_fail (COOLDOWN_IS_AGENT_SETTINGS (self), NULL);
  g_return_val_if_fail (name != NULL && type != NULL, NULL);

  pending = g_hash_table_lookup (self->pending, name);
  if (pending == NULL)
    return g_variant_lookup_value (self->stored, name, type);
  return g_variant_is_of_type (pending->value, type) ? g_variant_ref (pending->value) : NULL;
}

/**
 * cooldown_agent_settings_set:
 * @self: the agent's settings
 * @name: name of a setting
 * @value: its new value; sunk if floating
 *
 * Sets a value, here at once, and at the agent as soon as it is there.
 */
void
cooldown_agent_settings_set (CooldownAgentSettings *self, const char *name, GVariant *value)
{
  Pending *pending;

  g_return_if_fail (COOLDOWN_IS_AGENT_SETTINGS (self));
  g_return_if_fail (name != NULL && value != NULL);

  pending = g_new0 (Pending, 1);
  pending->value = g_variant_ref_sink (value);
  pending->serial = ++self->serial;
  pending->alone = !g_hash_table_contains (self->pending, name);
  g_hash_table_replace (self->pending, g_strdup (name), pending);
  if (cooldown_agent_link_get_connected (self->link))
    send (self, name, pending);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
