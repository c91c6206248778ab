/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tick-store-private.h"

#include "id-list.h"

static const char *const lists[] = { DENIED, UNSURE, DECLINED, PLACES };

/**
 * cooldown_tick_store_dup:
 * @self: the ticks
 *
 * Returns: (transfer full): an a{sas} of all answers, for
 *   [method@Cooldown.TickStore.bring_back]
 */
GVariant *
cooldown_tick_store_dup (CooldownTickStore *self)
{
  g_auto (GStrv) ids = NULL;
  GVariantBuilder builder;

  g_return_val_if_fail (COOLDOWN_IS_TICK_STORE (self), NULL);
  ids = cooldown_ticks_to_strv (self->own);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  g_variant_builder_add (&builder, "{s^as}", TICKS, ids);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_auto (GStrv) list = cooldown_id_list_get (self->settings, lists[i]);

      g_variant_builder_add (&builder, "{s^as}", lists[i], list);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* Those of before, without what was answered since. */
static void
bring_back_list (CooldownTickStore *self, GVariant *before, const char *name)
{
  g_auto (GStrv) ids = NULL;

  if (!g_variant_lookup (before, name, "^as", &ids))
    return;
  for (char **id = ids; *id != NULL; id++)
    if (!cooldown_ticks_has (self->own, *id))
      cooldown_id_list_add (self->settings, name, *id);
}

/**
 * cooldown_tick_store_bring_back:
 * @self: the ticks
 * @before: what cooldown_tick_store_dup() gave
 *
 * Brings back what was cleared, beside what was answered since.
 */
void
cooldown_tick_store_bring_back (CooldownTickStore *self, GVariant *before)
{
  g_auto (GStrv) since = NULL;
  g_auto (GStrv) ids = NULL;

  g_return_if_fail (COOLDOWN_IS_TICK_STORE (self));
  g_return_if_fail (before != NULL);

  since = cooldown_ticks_to_strv (self->own);
  if (g_variant_lookup (before, TICKS, "^as", &ids))
    cooldown_ticks_from_strv (self->own, (const char *const *) ids);
  for (char **id = since; *id != NULL; id++)
    cooldown_ticks_set (self->own, *id, TRUE);
  tick_store_save (self);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    bring_back_list (self, before, lists[i]);
}
