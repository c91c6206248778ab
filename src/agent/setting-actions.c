/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"

#include <string.h>

#define MINUTES_OF_DAY (24 * 60)

/* What may be set, and as what. */
static const struct
{
  const char *name;
  const char *type;
} known[] = {
  { "check.ticks", "as" },
  { "check.answered", "x" },
  { "bedtime", "i" },
  { "tonight", "a{sv}" },
};

static gboolean
is_limit (CooldownCommands *self, const char *name, GVariant *value)
{
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);

  return g_str_has_prefix (name, "limit.") && g_variant_is_of_type (value, G_VARIANT_TYPE_INT32) &&
         g_hash_table_contains (cooldown_ledger_get_facts (ledger)->limits,
                                name + strlen ("limit."));
}

static gboolean
is_known (CooldownCommands *self, const char *name, GVariant *value)
{
  gint32 minutes;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].name, name) == 0)
      {
        if (!g_variant_is_of_type (value, G_VARIANT_TYPE (known[i].type)))
          return FALSE;
        if (strcmp (known[i].type, "i") != 0)
          return TRUE;
        minutes = g_variant_get_int32 (value);
        return minutes >= 0 && minutes < MINUTES_OF_DAY;
      }
  return is_limit (self, name, value) && g_variant_get_int32 (value) >= -1 &&
         g_variant_get_int32 (value) < MINUTES_OF_DAY;
}

static gboolean
write_sign (CooldownJournal *journal, gconstpointer data, GError **error)
{
  const char *item, *outcome;

  g_variant_get ((GVariant *) data, "(&s&s)", &item, &outcome);
  return cooldown_journal_add_sign (journal, item, outcome, error);
}

static void
note_sign (CooldownLedger *ledger, const char *item, const char *outcome)
{
  GVariant *sign = g_variant_ref_sink (g_variant_new ("(ss)", item, outcome));

  cooldown_ledger_note (ledger, write_sign, sign, (GDestroyNotify) g_variant_unref);
}

/* Warning signs that are ticked now and were not before go into the journal. */
static void
note_new_signs (CooldownLedger *ledger, GVariant *ticks)
{
  GHashTable *signs = cooldown_ledger_get_facts (ledger)->signs;
  GVariant *before = cooldown_ledger_lookup (ledger, "check.ticks", G_VARIANT_TYPE_STRING_ARRAY);
  g_autofree const char **old = before != NULL ? g_variant_get_strv (before, NULL) : NULL;
  g_autofree const char **now = g_variant_get_strv (ticks, NULL);

  for (guint i = 0; now[i] != NULL; i++)
    if (g_hash_table_contains (signs, now[i]) && (old == NULL || !g_strv_contains (old, now[i])))
      note_sign (ledger, now[i], "ticked");
}

static void
setting_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownCommands *self = data;
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  g_autoptr (GVariant) value = NULL;
  const char *name;

  g_variant_get (parameter, "(&sv)", &name, &value);
  if (!is_known (self, name, value))
    {
      cooldown_commands_refuse (action, name);
      return;
    }
  if (strcmp (name, "check.ticks") == 0)
    note_new_signs (ledger, value);
  cooldown_ledger_set (ledger, name, value);
}

static void
sign_outcome_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownCommands *self = data;
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  const char *item, *outcome;

  g_variant_get (parameter, "(&s&s)", &item, &outcome);
  if (!g_hash_table_contains (cooldown_ledger_get_facts (ledger)->signs, item) ||
      (strcmp (outcome, "never") != 0 && strcmp (outcome, "doctor") != 0))
    cooldown_commands_refuse (action, item);
  else
    note_sign (ledger, item, outcome);
}

/**
 * cooldown_setting_actions_add:
 * @self: the commands
 *
 * Adds the commands by which the user tells the agent what to act on.
 */
void
cooldown_setting_actions_add (CooldownCommands *self)
{
  static const GActionEntry entries[] = {
    { "sign-outcome", sign_outcome_cb, "(ss)", NULL, NULL, { 0 } },
  };

  GSimpleAction *setting = cooldown_commands_add_state (
    self, "setting", G_VARIANT_TYPE ("(sv)"),
    cooldown_ledger_get_settings (cooldown_commands_get_ledger (self)));

  /* Set twice is set once: this one needs no guard. Its state is all that was set. */
  g_signal_connect (setting, "activate", G_CALLBACK (setting_cb), self);
  cooldown_commands_add (self, entries, G_N_ELEMENTS (entries));
}
