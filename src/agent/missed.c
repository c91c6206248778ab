/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "missed.h"

#include "marks.h"
#include "reminder.h"

#include <string.h>

#define SETTING "missed"
/* Older ones say nothing any more. */
#define KEPT_FOR (24 * COOLDOWN_HOUR)
#define KEPT_MOST 20

/**
 * cooldown_missed_add:
 * @ledger: what is going on
 * @source: whose it was, as a slot
 * @due: what fell due too long ago to say it
 * @now: this moment
 *
 * Puts it in the list of what was missed, and counts it as said.
 */
void
cooldown_missed_add (CooldownLedger *ledger,
                     guint source,
                     const CooldownDue *due,
                     const CooldownInstant *now)
{
  g_autoptr (CooldownReminder) reminder = cooldown_reminder_new (ledger, source, due, now);
  GVariant *old = cooldown_ledger_lookup (ledger, SETTING, G_VARIANT_TYPE ("a(sxs)"));
  gsize n_old = old != NULL ? g_variant_n_children (old) : 0;
  const char *id = cooldown_notice_kind_get_id (due->kind);
  gint64 due_at = (now->wall - due->late) / COOLDOWN_SECOND;
  gint64 oldest = (now->wall - KEPT_FOR) / COOLDOWN_SECOND;
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("a(sxs)"));
  for (gsize i = n_old >= KEPT_MOST ? n_old - KEPT_MOST + 1 : 0; i < n_old; i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (old, i);
      const char *entry_id;
      gint64 seconds;

      g_variant_get (entry, "(&sx&s)", &entry_id, &seconds, NULL);
      /* Whoever was killed between the two writes below has it in the list already. */
      if (seconds >= oldest && (seconds != due_at || strcmp (entry_id, id) != 0))
        g_variant_builder_add_value (&list, entry);
    }
  g_variant_builder_add (&list, "(sxs)", id, due_at, reminder->title);
  cooldown_ledger_set (ledger, SETTING, g_variant_builder_end (&list));
  cooldown_due_set_said (ledger, cooldown_due_source (source), due->serial);
}

/**
 * cooldown_missed_forget:
 * @ledger: what is going on
 *
 * The user has seen the list.
 */
void
cooldown_missed_forget (CooldownLedger *ledger)
{
  cooldown_ledger_set (ledger, SETTING, g_variant_new_array (G_VARIANT_TYPE ("(sxs)"), NULL, 0));
}
