/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "id-list.h"

static void
set_ids (CooldownAgentSettings *settings, const char *name, GStrvBuilder *builder)
{
  g_auto (GStrv) ids = g_strv_builder_end (builder);

  cooldown_agent_settings_set (settings, name, g_variant_new_strv ((const char *const *) ids, -1));
}

/**
 * cooldown_id_list_get:
 * @settings: the agent's settings
 * @name: name of one that is a list of strings
 *
 * Returns: (transfer full) (array zero-terminated=1): what is in it; nothing if it was never set
 */
char **
cooldown_id_list_get (CooldownAgentSettings *settings, const char *name)
{
  g_autoptr (GVariant)
      value = cooldown_agent_settings_lookup (settings, name, G_VARIANT_TYPE_STRING_ARRAY);

  return value != NULL ? g_variant_dup_strv (value, NULL) : g_new0 (char *, 1);
}

/**
 * cooldown_id_list_add:
 * @settings: the agent's settings
 * @name: name of one that is a list of strings
 * @id: what is to be in it
 */
void
cooldown_id_list_add (CooldownAgentSettings *settings, const char *name, const char *id)
{
  g_auto (GStrv) ids = cooldown_id_list_get (settings, name);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (g_strv_contains ((const char *const *) ids, id))
    return;
  g_strv_builder_addv (builder, (const char **) ids);
  g_strv_builder_add (builder, id);
  set_ids (settings, name, builder);
}

/**
 * cooldown_id_list_remove:
 * @settings: the agent's settings
 * @name: name of one that is a list of strings
 * @id: what is to be in it no longer
 */
void
cooldown_id_list_remove (CooldownAgentSettings *settings, const char *name, const char *id)
{
  g_auto (GStrv) ids = cooldown_id_list_get (settings, name);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (!g_strv_contains ((const char *const *) ids, id))
    return;
  for (char **each = ids; *each != NULL; each++)
    if (!g_str_equal (*each, id))
      g_strv_builder_add (builder, *each);
  set_ids (settings, name, builder);
}

/**
 * cooldown_id_list_empty:
 * @settings: the agent's settings
 * @name: name of one that is a list of strings
 */
void
cooldown_id_list_empty (CooldownAgentSettings *settings, const char *name)
{
  g_auto (GStrv) ids = cooldown_id_list_get (settings, name);
  g_autoptr (GStrvBuilder) nothing = g_strv_builder_new ();

  if (ids[0] != NULL)
    set_ids (settings, name, nothing);
}
