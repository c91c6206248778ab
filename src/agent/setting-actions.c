/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"
#include "core/experiment.h"
#include "marks.h"
#include "missed.h"

#include <string.h>

#define MINUTES_OF_DAY (24 * 60)

/* What may be set, and as what. */
static const struct
{
  const char *name;
  const char *type;
} known[] = {
  { "check.ticks", "as" },
  { "check.places", "as" },
  { "check.answered", "x" },
  { "check.denied", "as" },
  { "check.unsure", "as" },
  { "check.declined", "as" },
  { "check.at", "x" },
  { "bedtime", "i" },
  { "bedtimes", "ai" },
  { "morning-at", "i" },
  { "quiet-hours", "ai" },
  { "routine", COOLDOWN_ROUTINE_STEPS },
  { "tonight", "a{sv}" },
  { "experiments", COOLDOWN_EXPERIMENTS },
  { "remind.recovery", "b" },
  { "remind.episode", "b" },
  { "remind.caffeine", "b" },
  { "remind.alcohol", "b" },
  { "remind.wind-down", "b" },
  { "remind.bed", "b" },
  { "remind.morning", "b" },
  { "remind.experiment", "b" },
  { "sound", "b" },
  { "discreet", "b" },
};

/* A bedtime for each weekday, or the beginning and the end of the quiet hours; none of either. */
static const struct
{
  const char *name;
  gsize length;
  int least;
} lists[] = {
  { "bedtimes", G_DATE_SUNDAY, COOLDOWN_AS_USUAL },
  { "quiet-hours", 2, 0 },
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
is_time (gint32 minutes)
{
  return minutes >= 0 && minutes < MINUTES_OF_DAY;
}

static gboolean
is_list_of_times (const char *name, GVariant *value)
{
  gsize n_minutes;
  const gint32 *minutes = g_variant_get_fixed_array (value, &n_minutes, sizeof (gint32));

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (strcmp (lists[i].name, name) == 0 && n_minutes == lists[i].length)
      {
        for (gsize j = 0; j < n_minutes; j++)
          if (!is_time (minutes[j]) && minutes[j] != lists[i].least)
            return FALSE;
        return TRUE;
      }
  return n_minutes == 0;
}

/* None at all are those of the content again. */
static gboolean
is_routine (CooldownCommands *self, GVariant *value)
{
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);

  return g_variant_n_children (value) == 0 ||
         cooldown_routine_steps_check (value, cooldown_ledger_get_facts (ledger)->activities, NULL);
}

static gboolean
is_winddown (GVariant *value)
{
  gint32 minutes;

  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_INT32))
    return FALSE;
  minutes = g_variant_get_int32 (value);
  return minutes == -1 ||
         (minutes >= COOLDOWN_WINDDOWN_MIN && minutes <= COOLDOWN_WINDDOWN_MAX);
}

static gboolean
is_known (CooldownCommands *self, const char *name, GVariant *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].name, name) == 0)
      {
        if (!g_variant_is_of_type (value, G_VARIANT_TYPE (known[i].type)))
          return FALSE;
        if (strcmp (known[i].type, "i") == 0)
          return is_time (g_variant_get_int32 (value));
        if (strcmp (name, "routine") == 0)
          return is_routine (self, value);
        if (strcmp (name, "experiments") == 0)
          return cooldown_experiments_check (value);
        return strcmp (known[i].type, "ai") != 0 || is_list_of_times (name, value);
      }
  if (strcmp (name, COOLDOWN_WINDDOWN_SETTING) == 0)
    return is_winddown (value);
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
note_new_signs (CooldownCommands *self, GVariant *ticks)
{
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  GHashTable *signs = cooldown_ledger_get_facts (ledger)->signs;
  GVariant *before = cooldown_ledger_lookup (ledger, "check.ticks", G_VARIANT_TYPE_STRING_ARRAY);
  g_autofree const char **old = before != NULL ? g_variant_get_strv (before, NULL) : NULL;
  g_autofree const char **now = g_variant_get_strv (ticks, NULL);

  for (guint i = 0; now[i] != NULL; i++)
    if (g_hash_table_contains (signs, now[i]) && (old == NULL || !g_strv_contains (old, now[i])))
      {
        note_sign (ledger, now[i], "ticked");
        cooldown_evening_actions_interrupt (self);
      }
}

static void
setting_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownCommands *self = data;
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  g_autoptr (GVariant) value = NULL;
  CooldownDue before[COOLDOWN_N_SOURCES];
  CooldownInstant now;
  const char *name;

  g_variant_get (parameter, "(&sv)", &name, &value);
  if (!is_known (self, name, value))
    {
      cooldown_commands_refuse (action, name);
      return;
    }
  cooldown_ledger_hold (ledger);
  if (strcmp (name, "check.ticks") == 0)
    note_new_signs (self, value);
  if (strcmp (name, "tonight") == 0)
    cooldown_ledger_note_tonight (ledger, value);
  now = cooldown_commands_now (self);
  cooldown_due_look_all (ledger, &now, before);
  cooldown_ledger_set (ledger, name, value);
  cooldown_due_settle_new (ledger, &now, before);
  cooldown_ledger_release (ledger);
}

static void
missed_seen_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cooldown_missed_forget (cooldown_commands_get_ledger (data));
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
    { "missed-seen", missed_seen_cb, NULL, NULL, NULL, { 0 } },
  };

  GSimpleAction *setting = cooldown_commands_add_state (
    self, "setting", G_VARIANT_TYPE ("(sv)"),
    cooldown_ledger_get_settings (cooldown_commands_get_ledger (self)));

  /* Set twice is set once: this one needs no guard. Its state is all that was set. */
  g_signal_connect (setting, "activate", G_CALLBACK (setting_cb), self);
  cooldown_commands_add (self, entries, G_N_ELEMENTS (entries));
}
