/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-private.h"

static gboolean
write_night (CooldownJournal *journal, gconstpointer data, GError **error)
{
  const char *date;
  guint32 restless;

  g_variant_get ((GVariant *) data, "(&su)", &date, &restless);
  return cooldown_journal_rate_night (journal, date, restless, error);
}

/**
 * cooldown_ledger_rate_night:
 * @self: the ledger
 * @date: the date of the evening on which the night began, "2026-11-21"
 * @restless: how restless the legs were, 0 to %COOLDOWN_MOST_RESTLESS
 *
 * Notes how a night was; once more corrects it.
 */
void
cooldown_ledger_rate_night (CooldownLedger *self, const char *date, guint restless)
{
  GVariant *night = g_variant_ref_sink (g_variant_new ("(su)", date, restless));

  g_return_if_fail (restless <= COOLDOWN_MOST_RESTLESS);
  g_hash_table_insert (self->nights, g_strdup (date), GINT_TO_POINTER ((int) restless));
  cooldown_ledger_note (self, write_night, night, (GDestroyNotify) g_variant_unref);
}

/**
 * cooldown_ledger_get_night:
 * @self: the ledger
 * @date: the date of the evening on which the night began
 *
 * Returns: how restless the legs were, 0 to %COOLDOWN_MOST_RESTLESS, or %COOLDOWN_NIGHT_NOT_NOTED
 */
int
cooldown_ledger_get_night (CooldownLedger *self, const char *date)
{
  int restless = COOLDOWN_NIGHT_NOT_NOTED;
  gpointer known;

  /* Asked at every look at what is due; when the window notes one, all are forgotten. What is not
   * noted may be so only because the journal cannot be read at present. */
  if (g_hash_table_lookup_extended (self->nights, date, NULL, &known))
    return GPOINTER_TO_INT (known);
  if (self->journal != NULL)
    restless = cooldown_journal_get_night (self->journal, date);
  if (restless != COOLDOWN_NIGHT_NOT_NOTED)
    g_hash_table_insert (self->nights, g_strdup (date), GINT_TO_POINTER (restless));
  return restless;
}
