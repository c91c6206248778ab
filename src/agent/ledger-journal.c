/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the ledger knows only from the journal, where the window writes too.
 */
#include "core/journal-entries.h"
#include "ledger-private.h"

static CooldownEntry *
find_episode (CooldownLedger *self)
{
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;

  query.kinds = 1 << COOLDOWN_ENTRY_EPISODE;
  query.only_open = TRUE;
  query.limit = 1;
  found = cooldown_journal_find (self->journal, &query, &error);
  if (found == NULL)
    g_message ("%s", error->message);
  return found != NULL && found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;
}

/**
 * cooldown_ledger_get_episode:
 * @self: the ledger
 *
 * Returns: (transfer none) (nullable): the tingling that is not over; %NULL when none is open
 */
CooldownEntry *
cooldown_ledger_get_episode (CooldownLedger *self)
{
  /* Asked at every look at what is due, and changed by what changes the ledger, or by the window,
   * which says so. */
  if (self->episode_serial != self->serial && self->journal != NULL)
    {
      g_clear_object (&self->episode);
      self->episode = find_episode (self);
      self->episode_serial = self->serial;
    }
  return self->episode;
}

/**
 * cooldown_ledger_get_open_episode:
 * @self: the ledger
 *
 * Returns: since when legs tingle, seconds since 1970 UTC; 0 when no episode is open
 */
gint64
cooldown_ledger_get_open_episode (CooldownLedger *self)
{
  CooldownEntry *episode = cooldown_ledger_get_episode (self);

  return episode != NULL ? cooldown_entry_get_at (episode) / COOLDOWN_SECOND : 0;
}

/* The hour is that of the workout as it stands in the journal. One that was deleted there, or is
 * said to end only later, leaves it as it was. */
static void
follow_workout (CooldownLedger *self)
{
  CooldownSession *session = self->sessions[COOLDOWN_SUBJECT_RECOVERY];
  gint64 now = cooldown_clock_now (self->clock).wall;
  g_autoptr (GVariant) plan = NULL;
  CooldownWorkout workout;

  if (session == NULL ||
      !cooldown_journal_get_workout (self->journal, cooldown_session_get_id (session), &workout) ||
      workout.ended > now + COOLDOWN_MINUTE)
    return;
  plan = g_variant_ref_sink (cooldown_workout_to_plan (&workout));
  if (!g_variant_equal (plan, cooldown_session_get_plan (session)))
    cooldown_ledger_change_plan (self, COOLDOWN_SUBJECT_RECOVERY, plan);
}

/**
 * cooldown_ledger_reread:
 * @self: the ledger
 *
 * Looks anew at what the window may have written, and says that the ledger may have changed. What
 * waits to be written goes before.
 */
void
cooldown_ledger_reread (CooldownLedger *self)
{
  cooldown_ledger_hold (self);
  if ((self->journal != NULL || ledger_open_journal (self)) && ledger_write_unwritten (self))
    {
      g_hash_table_remove_all (self->nights);
      self->episode_serial = -1;
      follow_workout (self);
    }
  cooldown_ledger_release (self);
}
