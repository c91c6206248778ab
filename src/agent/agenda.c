/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agenda.h"

#include "reminder.h"

/* Whether there is anything to say, now or later, of all sources or of all but @except. */
static gboolean
has_any (CooldownLedger *ledger, const CooldownDueSource *except)
{
  CooldownInstant now = cooldown_clock_now (cooldown_ledger_get_clock (ledger));
  CooldownDue dues[COOLDOWN_N_SOURCES];

  cooldown_due_look_all (ledger, &now, dues);
  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    if (cooldown_due_source (i) != except &&
        (cooldown_due_is_worth_saying (ledger, &dues[i]) || dues[i].wake_boot != COOLDOWN_NEVER ||
         dues[i].wake_wall != COOLDOWN_NEVER))
      return TRUE;
  return FALSE;
}

/**
 * cooldown_agenda_is_empty:
 * @ledger: what is going on
 *
 * Returns: whether nothing has to be said, now or later, by anything that goes on
 */
gboolean
cooldown_agenda_is_empty (CooldownLedger *ledger)
{
  return !has_any (ledger, NULL);
}

/**
 * cooldown_agenda_needs_login:
 * @ledger: what is going on
 *
 * Returns: whether something has to be said that outlives the user's session; a test does not
 */
gboolean
cooldown_agenda_needs_login (CooldownLedger *ledger)
{
  return has_any (ledger, &cooldown_due_test);
}

static void
list (CooldownLedger *ledger,
      guint i,
      const CooldownDue *due,
      const CooldownInstant *at,
      GVariantBuilder *entries)
{
  g_autoptr (CooldownReminder) reminder = cooldown_reminder_new (ledger, i, due, at);

  g_variant_builder_add (entries, "(sxs)", cooldown_notice_kind_get_id (due->kind),
                         (at->wall - due->late) / COOLDOWN_SECOND, reminder->title);
}

/**
 * cooldown_agenda_get_due:
 * @ledger: what is going on
 *
 * Returns: (transfer floating): what stands to be said, an a(sxs): the kind's id, since when in
 *   seconds since 1970 UTC, and the words
 */
GVariant *
cooldown_agenda_get_due (CooldownLedger *ledger)
{
  CooldownInstant now = cooldown_clock_now (cooldown_ledger_get_clock (ledger));
  CooldownDue dues[COOLDOWN_N_SOURCES];
  GVariantBuilder entries;

  g_variant_builder_init (&entries, G_VARIANT_TYPE ("a(sxs)"));
  cooldown_due_look_all (ledger, &now, dues);
  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    if (cooldown_due_is_worth_saying (ledger, &dues[i]))
      list (ledger, i, &dues[i], &now, &entries);
  return g_variant_builder_end (&entries);
}

/* What a source will say next by itself, and when. */
static CooldownDue
look_ahead (CooldownLedger *ledger, guint i, const CooldownInstant *now, CooldownInstant *then)
{
  const CooldownDueSource *source = cooldown_due_source (i);
  CooldownDue due = source->look (ledger, now);
  gint64 ahead = COOLDOWN_NEVER;
  CooldownDue next;

  if (due.wake_boot != COOLDOWN_NEVER)
    ahead = due.wake_boot - now->boot;
  if (due.wake_wall != COOLDOWN_NEVER)
    ahead = MIN (ahead, due.wake_wall - now->wall);
  if (ahead == COOLDOWN_NEVER)
    return COOLDOWN_DUE_NOTHING;
  *then = *now;
  then->wall += ahead;
  then->boot += ahead;
  next = source->look (ledger, then);
  /* The same once more is a repetition, not something that comes. */
  return next.kind == due.kind && next.round == due.round &&
             source->session != COOLDOWN_NO_SESSION
           ? COOLDOWN_DUE_NOTHING
           : next;
}

/**
 * cooldown_agenda_get_upcoming:
 * @ledger: what is going on
 *
 * Returns: (transfer floating): what will be said next of each source, an a(sxs): the kind's id,
 *   when in seconds since 1970 UTC, and the words
 */
GVariant *
cooldown_agenda_get_upcoming (CooldownLedger *ledger)
{
  CooldownInstant now = cooldown_clock_now (cooldown_ledger_get_clock (ledger));
  GVariantBuilder entries;

  g_variant_builder_init (&entries, G_VARIANT_TYPE ("a(sxs)"));
  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    {
      CooldownInstant then;
      CooldownDue due = look_ahead (ledger, i, &now, &then);

      if (due.kind != COOLDOWN_NOTICE_NONE)
        list (ledger, i, &due, &then, &entries);
    }
  return g_variant_builder_end (&entries);
}
