/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tick-store-private.h"

#include "id-list.h"
#include "pace.h"

/* How long the answer that there is no warning sign holds. */
#define ANSWER_HOLDS (6 * COOLDOWN_HOUR)
/* The item that is this answer. */
#define SIGNS_NONE "warn-none"
/* What changes within this time counts as one change: each is written to the disk. */
#define ONE_CHANGE COOLDOWN_MINUTE

G_DEFINE_FINAL_TYPE (CooldownTickStore, cooldown_tick_store, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
} CooldownTickStoreSignal;

static guint signals[SIGNAL_CHANGED + 1];

static void
emit_changed (CooldownTickStore *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
tick_store_save (CooldownTickStore *self)
{
  g_auto (GStrv) ids = cooldown_ticks_to_strv (self->own);

  cooldown_agent_settings_set (self->settings, TICKS,
                               g_variant_new_strv ((const char *const *) ids, -1));
  tick_store_merge (self);
  emit_changed (self);
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
  cooldown_ticks_set (self->own, SIGNS_NONE, FALSE);
  tick_store_save (self);
}

static void
expire_cb (gpointer data)
{
  CooldownTickStore *self = data;

  self->expiry_id = 0;
  expire_answer (self);
}

/* What may have passed tomorrow: neither a warning sign nor the answer that there is none, nor what
 * is about the user. */
static gboolean
is_passing (CooldownTickStore *self, const char *id)
{
  const CooldownItem *item = cooldown_content_get_item (self->content, id);

  return item != NULL && !g_str_equal (item->group, "you") && !g_str_has_prefix (item->id, "warn-");
}

static void
note_change (CooldownTickStore *self)
{
  gint64 now = cooldown_clock_now (self->clock).wall;
  gint64 before = cooldown_tick_store_get_changed (self);

  if (now < before || now - before >= ONE_CHANGE)
    cooldown_agent_settings_set (self->settings, CHANGED_AT,
                                 g_variant_new_int64 (now / COOLDOWN_SECOND));
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
  g_autoptr (GVariant)
      stored = cooldown_agent_settings_lookup (self->settings, TICKS, G_VARIANT_TYPE_STRING_ARRAY);
  g_autofree const char **ids = stored != NULL ? g_variant_get_strv (stored, NULL) : NULL;
  g_auto (GStrv) own = cooldown_ticks_to_strv (self->own);

  if (ids != NULL && !equal_unordered (ids, (const char *const *) own))
    cooldown_ticks_from_strv (self->own, ids);
  if (tick_store_merge (self))
    emit_changed (self);
  expire_answer (self);
}

static void
cooldown_tick_store_finalize (GObject *object)
{
  CooldownTickStore *self = COOLDOWN_TICK_STORE (object);

  g_clear_handle_id (&self->expiry_id, g_source_remove);
  g_clear_object (&self->ticks);
  g_clear_object (&self->own);
  g_clear_pointer (&self->known, cooldown_known_free);
  g_clear_pointer (&self->marked, g_ptr_array_unref);
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
  self->own = cooldown_ticks_new (content);
  self->ticks = cooldown_ticks_new (content);
  self->marked = g_ptr_array_new ();
  g_signal_connect_object (settings, "changed", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * cooldown_tick_store_get_ticks:
 * @self: the ticks
 *
 * Returns: (transfer none): them as a set, to look at: the user's own, and what the journal knows
 */
CooldownTicks *
cooldown_tick_store_get_ticks (CooldownTickStore *self)
{
  g_return_val_if_fail (COOLDOWN_IS_TICK_STORE (self), NULL);
  return self->ticks;
}

/**
 * cooldown_tick_store_get_own:
 * @self: the ticks
 *
 * Returns: (transfer none): what the user ticked, without what the journal knows, to look at
 */
CooldownTicks *
cooldown_tick_store_get_own (CooldownTickStore *self)
{
  g_return_val_if_fail (COOLDOWN_IS_TICK_STORE (self), NULL);
  return self->own;
}

/**
 * cooldown_tick_store_set_known:
 * @self: the ticks
 * @known: (transfer full) (nullable): what is known from the journal
 *
 * Ticks what the journal knows beside what the user ticked.
 */
void
cooldown_tick_store_set_known (CooldownTickStore *self, CooldownKnown *known)
{
  g_return_if_fail (COOLDOWN_IS_TICK_STORE (self));

  g_clear_pointer (&self->known, cooldown_known_free);
  self->known = known;
  if (tick_store_merge (self))
    emit_changed (self);
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
 * cooldown_tick_store_get_changed:
 * @self: the ticks
 *
 * Returns: when what may pass was last ticked, unticked or confirmed, to the minute, microseconds
 *   since 1970 UTC; 0 when it is not known
 */
gint64
cooldown_tick_store_get_changed (CooldownTickStore *self)
{
  g_autoptr (GVariant) value = NULL;

  g_return_val_if_fail (COOLDOWN_IS_TICK_STORE (self), 0);
  value = cooldown_agent_settings_lookup (self->settings, CHANGED_AT, G_VARIANT_TYPE_INT64);
  return value != NULL ? g_variant_get_int64 (value) * COOLDOWN_SECOND : 0;
}

/**
 * cooldown_tick_store_confirm:
 * @self: the ticks
 *
 * Notes that all of them still hold.
 */
void
cooldown_tick_store_confirm (CooldownTickStore *self)
{
  g_return_if_fail (COOLDOWN_IS_TICK_STORE (self));
  note_change (self);
}

/**
 * cooldown_tick_store_get_denied:
 * @self: the ticks
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the items that were asked for and
 *   answered with no
 */
char **
cooldown_tick_store_get_denied (CooldownTickStore *self)
{
  g_return_val_if_fail (COOLDOWN_IS_TICK_STORE (self), NULL);
  return cooldown_id_list_get (self->settings, DENIED);
}

/**
 * cooldown_tick_store_get_unsure:
 * @self: the ticks
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the items that were asked for
 *   without an answer
 */
char **
cooldown_tick_store_get_unsure (CooldownTickStore *self)
{
  g_return_val_if_fail (COOLDOWN_IS_TICK_STORE (self), NULL);
  return cooldown_id_list_get (self->settings, UNSURE);
}

static void
forget_answer (CooldownTickStore *self, const char *item)
{
  cooldown_id_list_remove (self->settings, DENIED, item);
  cooldown_id_list_remove (self->settings, UNSURE, item);
}

/**
 * cooldown_tick_store_answer:
 * @self: the ticks
 * @item: id of an item
 * @answer: what was answered when it was asked for
 *
 * Yes ticks the item; no is remembered as that; after not sure it is not asked for again in this
 * check. Until it is ticked or all is cleared.
 */
void
cooldown_tick_store_answer (CooldownTickStore *self, const char *item, CooldownAnswer answer)
{
  g_return_if_fail (COOLDOWN_IS_TICK_STORE (self));
  g_return_if_fail (item != NULL);

  if (answer == COOLDOWN_ANSWER_YES)
    cooldown_tick_store_tick (self, item, TRUE);
  else
    cooldown_id_list_add (self->settings, answer == COOLDOWN_ANSWER_NO ? DENIED : UNSURE, item);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
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
  if (ticked)
    forget_answer (self, item);
  tick_store_decline (self, item, ticked);
  cooldown_ticks_set (self->own, item, ticked);
  tick_store_save (self);
  if (is_passing (self, item))
    note_change (self);
}

/**
 * cooldown_tick_store_replace:
 * @self: the ticks
 * @items: (array zero-terminated=1): ids of items
 *
 * Ticks these and no others, and has that remembered as one change.
 */
void
cooldown_tick_store_replace (CooldownTickStore *self, const char *const *items)
{
  g_return_if_fail (COOLDOWN_IS_TICK_STORE (self));
  g_return_if_fail (items != NULL);

  for (guint i = 0; items[i] != NULL; i++)
    forget_answer (self, items[i]);
  cooldown_ticks_from_strv (self->own, items);
  tick_store_save (self);
  note_change (self);
}

/**
 * cooldown_tick_store_clear:
 * @self: the ticks
 *
 * Unticks everything but the warning signs, which only their own two answers end, and what is
 * about the user. That there is no warning sign has to be answered anew. What was answered with no
 * or not sure is forgotten, and so is what was unticked of what the journal knows.
 */
void
cooldown_tick_store_clear (CooldownTickStore *self)
{
  g_auto (GStrv) ids = NULL;

  g_return_if_fail (COOLDOWN_IS_TICK_STORE (self));

  ids = cooldown_ticks_to_strv (self->own);
  for (char **id = ids; *id != NULL; id++)
    if (cooldown_content_get_sign (self->content, *id) == NULL &&
        !g_str_equal (cooldown_content_get_item (self->content, *id)->group, "you"))
      cooldown_ticks_set (self->own, *id, FALSE);
  tick_store_save (self);
  cooldown_id_list_empty (self->settings, DENIED);
  cooldown_id_list_empty (self->settings, UNSURE);
  cooldown_id_list_empty (self->settings, DECLINED);
  cooldown_id_list_empty (self->settings, PLACES);
}
