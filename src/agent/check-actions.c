/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"

/* Whether all of IDS stand in KNOWN. */
static gboolean
are_known (char **ids, GHashTable *known)
{
  for (; *ids != NULL; ids++)
    if (!g_hash_table_contains (known, *ids))
      return FALSE;
  return TRUE;
}

static gboolean
share_any (char **ids, char **others)
{
  for (; *ids != NULL; ids++)
    if (g_strv_contains ((const char *const *) others, *ids))
      return TRUE;
  return FALSE;
}

/* None where the member is missing; %NULL where it is something else. */
static char **
take_ids (GVariant *parameter, const char *member)
{
  g_autoptr (GVariant) value = g_variant_lookup_value (parameter, member, NULL);

  if (value == NULL)
    return g_new0 (char *, 1);
  return g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY)
             ? g_variant_dup_strv (value, NULL)
             : NULL;
}

static gboolean
parse_level (GVariant *parameter, CooldownLevel *level)
{
  const char *text;

  if (!g_variant_lookup (parameter, "level", "&s", &text))
    return FALSE;
  for (int i = COOLDOWN_LEVEL_UNFINISHED; i <= COOLDOWN_LEVEL_EMERGENCY; i++)
    if (g_str_equal (cooldown_level_to_string ((CooldownLevel) i), text))
      {
        *level = (CooldownLevel) i;
        return TRUE;
      }
  return FALSE;
}

static const char *
find_fault (CooldownCommands *self, const CooldownCheckNote *note)
{
  const CooldownFacts *facts = cooldown_ledger_get_facts (cooldown_commands_get_ledger (self));

  if (note->ticks == NULL || note->denied == NULL || note->places == NULL)
    return "that is no list";
  if (!are_known (note->ticks, facts->items) || !are_known (note->denied, facts->items))
    return "there is no such item";
  if (!are_known (note->places, facts->places))
    return "there is no such place";
  if (share_any (note->ticks, note->denied))
    return "what is ticked is not denied";
  if (note->ticks[0] == NULL && note->places[0] == NULL)
    return "nothing is ticked";
  return NULL;
}

static gboolean
write_check (CooldownJournal *journal, gconstpointer data, GError **error)
{
  return cooldown_journal_save_check (journal, data, error);
}

static void
check_save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownCommands *self = data;
  g_autoptr (CooldownCheckNote) note = g_new0 (CooldownCheckNote, 1);
  const char *fault;

  note->ticks = take_ids (parameter, "ticks");
  note->denied = take_ids (parameter, "denied");
  note->places = take_ids (parameter, "places");
  note->at = cooldown_commands_now (self).wall;
  fault = parse_level (parameter, &note->level) ? find_fault (self, note)
                                                : "there is no such level";
  if (fault != NULL)
    cooldown_commands_refuse (action, fault);
  else
    cooldown_ledger_note (cooldown_commands_get_ledger (self), write_check, g_steal_pointer (&note),
                          (GDestroyNotify) cooldown_check_note_free);
}

/**
 * cooldown_check_actions_add:
 * @self: the commands
 *
 * Adds the command that notes what a check came to.
 */
void
cooldown_check_actions_add (CooldownCommands *self)
{
  static const GActionEntry entries[] = {
    { "check-save", check_save_cb, "a{sv}", NULL, NULL, { 0 } },
  };

  cooldown_commands_add (self, entries, G_N_ELEMENTS (entries));
}
