/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tick-store.h"

#include "pace.h"

/* How long the answer that there is no warning sign holds. */
#define ANSWER_HOLDS (6 * COOLDOWN_HOUR)
/* The item that is this answer. */
#define SIGNS_NONE "warn-none"

struct _CooldownTickStore
{
  GObject parent_instance;
  CooldownContent *content;
  CooldownClock *clock;
  CooldownAgentSettings *settings;
  CooldownTicks *ticks;
  guint expiry_id;
};

G_DEFINE_FINAL_TYPE (CooldownTickStore, cooldown_tick_store, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
} CooldownTickStoreSignal;

static guint signals[SIGNAL_CHANGED + 1];

static void
save (CooldownTickStore *self)
{
  g_auto (GStrv) ids = cooldown_ticks_to_strv (self->ticks);

  cooldown_agent_settings_set (self->settings, "check.ticks",
                               g_variant_new_strv ((const char *const *) ids, -1));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void expire_cb (gpointer data);

/* The answer about warning signs is asked for anew some hours later. */
static void
expire_answer (CooldownTickStore *self)
{
  gint64 answered = cooldown_tick_store_get_answered (self);

  g_clear_handle_id (&self->expiry_id, g_source_remove);
  if (!cooldown_ticks_has (self->ticks, SIGNS_NONE))
    return;
  if (answered > 0)
    {
      gint64 now = cooldown_clock_now (self->clock).wall;

      self->expiry_id = cooldown_pace_wait (answered + ANSWER_HOLDS - now + COOLDOWN_SECOND,
                                            expire_cb, self);
      return;
    }
  cooldown_ticks_set (self->ticks, SIGNS_NONE, FALSE);
  save (self);
}

static void
expire_cb (gpointer data)
{
  CooldownTickStore *self = data;

  self->expiry_id = 0;
  expire_answer (self);
}

static gboolean
equal_unordered (const char *const *a, const char *const *b)
{
  if (g_strv_length ((GStrv) a) != g_strv_length ((GStrv) b))
    return FALSE;
  for (; *a != NULL; a++)
    if (!g_strv_contains (b, *a))
      return FALSE;
  return TRUE;
}

static void
settings_changed_cb (CooldownTickStore *self)
{
  g_autoptr (GVariant) stored = cooldown_agent_settings_lookup (self->settings, "check.ticks",
                                                                G_VARIANT_TYPE_STRING_ARRAY);
  g_autofree const char **ids = stored != NULL ? g_variant_get_strv (stored, NULL) : NULL;
  g_auto (GStrv) own = cooldown_ticks_to_strv (self->ticks);

  if (ids != NULL && !equal_unordered (ids, (const char *const *) own))
    {
      cooldown_ticks_from_strv (self->ticks, ids);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
  expire_answer (self);
}

static void
cooldown_tick_store_finalize (GObject *object)
{
  CooldownTickStore *self = COOLDOWN_TICK_STORE (object);

  g_clear_handle_id (&self->expiry_id, g_source_remove);
  g_clear_object (&self->ticks);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);
  g_clear_object (&self->content);
  G_OBJECT_CLASS (cooldown_tick_store_parent_class)->finalize (object);
}

static void
cooldown_tick_store_class_init (CooldownTickStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cooldown_tick_store_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cooldown_tick_store_init (CooldownTickStore *self)
{
}

/**
 * cooldown_tick_store_new:
 * @content: what the program knows
 * @clock: where time comes from
 * @settings: where the ticks are kept
 *
 * Returns: (transfer full): the ticks; none until the agent has said what it remembers
 */
CooldownTickStore *
cooldown_tick_store_new (CooldownContent *content,
                         CooldownClock *clock,
                         CooldownAgentSettings *settings)
{
  CooldownTickStore *self = g_object_new (COOLDOWN_TYPE_TICK_STORE, NULL);

  self->content = g_object_ref (content);
  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  self->ticks = cooldown_ticks_new (content);
  g_signal_connect_object (settings, "changed", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * cooldown_tick_store_get_ticks:
 * @self: the ticks
 *
 * Returns: (transfer none): them as a set, to look at
 */
CooldownTicks *
cooldown_tick_store_get_ticks (CooldownTickStore *self)
{
  g_return_val_if_fail (COOLDOWN_IS_TICK_STORE (self), NULL);
  return self->ticks;
}

/**
 * cooldown_tick_store_get_answered:
 * @self: the ticks
 *
 * Returns: when it was answered that there is no warning sign, microseconds since 1970 UTC; 0
 *   when it was not, or not within the last hours
 */
gint64
cooldown_tick_store_get_answered (CooldownTickStore *self)
{
  g_autoptr (GVariant) value = NULL;
  gint64 answered, age;

  g_return_val_if_fail (COOLDOWN_IS_TICK_STORE (self), 0);

  value = cooldown_agent_settings_lookup (self->settings, "check.answered", G_VARIANT_TYPE_INT64);
  if (value == NULL || !cooldown_ticks_has (self->ticks, SIGNS_NONE))
    return 0;
  answered = g_variant_get_int64 (value) * COOLDOWN_SECOND;
  age = cooldown_clock_now (self->clock).wall - answered;
  return age >= 0 && age < ANSWER_HOLDS ? answered : 0;
}

/**
 * cooldown_tick_store_tick:
 * @self: the ticks
 * @item: id of an item
 * @ticked: whether it is to be ticked
 *
 * Ticks or unticks an item and has it remembered. Ticking "warn-none" also notes when.
 */
void
cooldown_tick_store_tick (CooldownTickStore *self, const char *item, gboolean ticked)
{
  g_return_if_fail (COOLDOWN_IS_TICK_STORE (self));
  g_return_if_fail (item != NULL);

  if (cooldown_ticks_has (self->ticks, item) == !!ticked)
    return;
  /* First, because a tick without its time would expire at once. */
  if (ticked && g_str_equal (item, SIGNS_NONE))
    cooldown_agent_settings_set (
        self->settings, "check.answered",
        g_variant_new_int64 (cooldown_clock_now (self->clock).wall / COOLDOWN_SECOND));
  cooldown_ticks_set (self->ticks, item, ticked);
  save (self);
}

/**
 * cooldown_tick_store_clear:
 * @self: the ticks
 *
 * Unticks everything but the warning signs, which only their own two answers end, and what is
 * about the user. That there is no warning sign has to be answered anew.
 */
void
cooldown_tick_store_clear (CooldownTickStore *self)
{
  g_auto (GStrv) ids = NULL;

  g_return_if_fail (COOLDOWN_IS_TICK_STORE (self));

  ids = cooldown_ticks_to_strv (self->ticks);
  for (char **id = ids; *id != NULL; id++)
    if (cooldown_content_get_sign (self->content, *id) == NULL &&
        !g_str_equal (cooldown_content_get_item (self->content, *id)->group, "you"))
      cooldown_ticks_set (self->ticks, *id, FALSE);
  save (self);
}
