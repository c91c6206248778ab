/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-private.h"

#include <string.h>

static gboolean
write_setting (CooldownJournal *journal, gconstpointer data, GError **error)
{
  g_autoptr (GVariant) value = NULL;
  const char *name;

  g_variant_get ((GVariant *) data, "(&sv)", &name, &value);
  return cooldown_journal_set_setting (journal, name, value, error);
}

void
ledger_load_settings (CooldownLedger *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) settings = cooldown_journal_get_settings (self->journal, &error);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  if (settings == NULL)
    {
      ledger_say_trouble (self, error);
      return;
    }
  g_variant_iter_init (&iter, settings);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &value))
    /* What was set while the journal could not be used is newer. */
    if (!g_hash_table_contains (self->settings, name))
      g_hash_table_insert (self->settings, g_strdup (name), value);
    else
      g_variant_unref (value);
}

/**
 * cooldown_ledger_get_settings:
 * @self: the ledger
 *
 * Returns: (transfer floating): all settings, an a{sv}
 */
GVariant *
cooldown_ledger_get_settings (CooldownLedger *self)
{
  GVariantDict settings;
  GHashTableIter iter;
  gpointer name, value;

  g_variant_dict_init (&settings, NULL);
  g_hash_table_iter_init (&iter, self->settings);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_variant_dict_insert_value (&settings, name, value);
  return g_variant_dict_end (&settings);
}

/**
 * cooldown_ledger_lookup:
 * @self: the ledger
 * @name: a setting
 * @type: the type it has to have
 *
 * Returns: (transfer none) (nullable): its value, %NULL when it was never set
 */
GVariant *
cooldown_ledger_lookup (CooldownLedger *self, const char *name, const GVariantType *type)
{
  GVariant *value = g_hash_table_lookup (self->settings, name);

  return value != NULL && g_variant_is_of_type (value, type) ? value : NULL;
}

/**
 * cooldown_ledger_set:
 * @self: the ledger
 * @name: a setting
 * @value: its new value; sunk if floating
 */
void
cooldown_ledger_set (CooldownLedger *self, const char *name, GVariant *value)
{
  GVariant *kept = g_variant_ref_sink (value);
  GVariant *setting = g_variant_ref_sink (g_variant_new ("(sv)", name, kept));

  g_hash_table_insert (self->settings, g_strdup (name), kept);
  ledger_write (self, write_setting, setting, (GDestroyNotify) g_variant_unref);
  ledger_changed (self);
}

/**
 * cooldown_ledger_get_flag:
 * @self: the ledger
 * @name: a setting that is a b
 * @unset: what holds when it was never set
 *
 * Returns: its value
 */
gboolean
cooldown_ledger_get_flag (CooldownLedger *self, const char *name, gboolean unset)
{
  GVariant *value = cooldown_ledger_lookup (self, name, G_VARIANT_TYPE_BOOLEAN);

  return value != NULL ? g_variant_get_boolean (value) : unset;
}

/**
 * cooldown_ledger_get_number:
 * @self: the ledger
 * @name: a setting that is an x or an i
 * @unset: what holds when it was never set
 *
 * Returns: its value
 */
gint64
cooldown_ledger_get_number (CooldownLedger *self, const char *name, gint64 unset)
{
  GVariant *value = g_hash_table_lookup (self->settings, name);

  if (value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return g_variant_get_int64 (value);
  if (value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_INT32))
    return g_variant_get_int32 (value);
  return unset;
}

/**
 * cooldown_ledger_get_morning_at:
 * @self: the ledger
 *
 * Returns: when the morning's questions come, minutes after midnight
 */
int
cooldown_ledger_get_morning_at (CooldownLedger *self)
{
  return (int) cooldown_ledger_get_number (self, "morning-at", self->facts->reminders.morning_at);
}

/**
 * cooldown_ledger_get_bedtimes:
 * @self: the ledger
 * @bedtimes: (out): when the user goes to bed; usual ones while they have not said
 *
 * Returns: whether the user has said when they go to bed
 */
gboolean
cooldown_ledger_get_bedtimes (CooldownLedger *self, CooldownBedtimes *bedtimes)
{
  return cooldown_bedtimes_read (cooldown_ledger_lookup (self, "bedtime", G_VARIANT_TYPE_INT32),
                                 cooldown_ledger_lookup (self, "bedtimes", G_VARIANT_TYPE ("ai")),
                                 bedtimes);
}

/**
 * cooldown_ledger_get_steps:
 * @self: the ledger
 *
 * Returns: (transfer none): the steps of the wind-down routine as it would begin now: those that the
 *   user chose; those of the content while they did not, or when a step that they chose is no
 *   longer there
 */
GVariant *
cooldown_ledger_get_steps (CooldownLedger *self)
{
  GVariant *own = cooldown_ledger_lookup (self, "routine", G_VARIANT_TYPE (COOLDOWN_ROUTINE_STEPS));

  return own != NULL && cooldown_routine_steps_check (own, self->facts->activities, NULL)
           ? own
           : self->facts->routine;
}

/**
 * cooldown_ledger_get_winddown:
 * @self: the ledger
 *
 * Returns: how long before bed the wind-down begins, minutes
 */
int
cooldown_ledger_get_winddown (CooldownLedger *self)
{
  return cooldown_routine_steps_get_winddown (
    cooldown_ledger_get_steps (self), self->facts->winddown_minutes,
    (int) cooldown_ledger_get_number (self, COOLDOWN_WINDDOWN_SETTING, -1));
}

/**
 * cooldown_ledger_alcohol_tonight:
 * @self: the ledger
 * @wall: this moment, microseconds since 1970 UTC
 *
 * Returns: whether alcohol was noted for the evening that @wall belongs to, or for today
 */
gboolean
cooldown_ledger_alcohol_tonight (CooldownLedger *self, gint64 wall)
{
  GVariant *tonight = cooldown_ledger_lookup (self, "tonight", G_VARIANT_TYPE_VARDICT);
  g_autoptr (GDateTime) local = cooldown_clock_to_local (self->clock, wall);
  g_autofree char *today = local != NULL ? g_date_time_format (local, "%F") : NULL;
  CooldownBedtimes bedtimes;
  CooldownEvening evening;
  const char *date = NULL;
  gboolean alcohol = FALSE;

  cooldown_ledger_get_bedtimes (self, &bedtimes);
  if (!cooldown_evening_at (self->clock, wall, &bedtimes, cooldown_ledger_get_winddown (self),
                            &evening))
    return FALSE;
  if (tonight != NULL)
    {
      g_variant_lookup (tonight, "date", "&s", &date);
      g_variant_lookup (tonight, "alcohol", "b", &alcohol);
    }
  /* A glass in the morning is noted for the evening to come, and counts at once. */
  if (alcohol && (g_strcmp0 (date, evening.date) == 0 || g_strcmp0 (date, today) == 0))
    return TRUE;
  return cooldown_ledger_has_alcohol (self, evening.date) ||
         (strcmp (today, evening.date) != 0 && cooldown_ledger_has_alcohol (self, today));
}
