/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent-zone.h"

struct _CooldownAgentZone
{
  GObject parent_instance;
  CooldownAgentLink *link;
  CooldownClock *clock;
  char *name; /* "" while the agent has named none */
};

G_DEFINE_FINAL_TYPE (CooldownAgentZone, cooldown_agent_zone, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
} CooldownAgentZoneSignal;

static guint signals[SIGNAL_CHANGED + 1];

static void
update (CooldownAgentZone *self)
{
  g_autoptr (GVariant) state = cooldown_agent_link_get_state (self->link, "zone");
  const char *name;

  /* Without an agent the zone stays what it was. */
  if (state == NULL || !g_variant_is_of_type (state, G_VARIANT_TYPE_STRING))
    return;
  name = g_variant_get_string (state, NULL);
  if (g_str_equal (name, self->name))
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  if (COOLDOWN_IS_CLOCK_SYSTEM (self->clock))
    cooldown_clock_system_set_zone (COOLDOWN_CLOCK_SYSTEM (self->clock),
                                    *name != '\0' ? name : NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
cooldown_agent_zone_finalize (GObject *object)
{
  CooldownAgentZone *self = COOLDOWN_AGENT_ZONE (object);

  g_clear_object (&self->link);
  g_clear_object (&self->clock);
  g_free (self->name);
  G_OBJECT_CLASS (cooldown_agent_zone_parent_class)->finalize (object);
}

static void
cooldown_agent_zone_class_init (CooldownAgentZoneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cooldown_agent_zone_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cooldown_agent_zone_init (CooldownAgentZone *self)
{
  self->name = g_strdup ("");
}

/**
 * cooldown_agent_zone_new:
 * @link: the way to the agent
 * @clock: the window's clock; one that does not ask the system is left alone
 *
 * The agent hears of a change of the time zone where the window may not, as in a sandbox.
 *
 * Returns: (transfer full): what hands the agent's zone on
 */
CooldownAgentZone *
cooldown_agent_zone_new (CooldownAgentLink *link, CooldownClock *clock)
{
  CooldownAgentZone *self;

  g_return_val_if_fail (COOLDOWN_IS_AGENT_LINK (link), NULL);
  g_return_val_if_fail (COOLDOWN_IS_CLOCK (clock), NULL);

  self = g_object_new (COOLDOWN_TYPE_AGENT_ZONE, NULL);
  self->link = g_object_ref (link);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (link, "notify::connected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (link, "state-changed::zone", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  return self;
}
