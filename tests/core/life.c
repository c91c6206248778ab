/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "life.h"
#include "notes.h"

#include <string.h>

/* What is hard on files, searches and exports, among what people write. */
static const char *const words[] = {
  "tingling", "calf", "“left” toe", "it’s", "100 %", "NULL", "línea", "\n", "後で", "'; DROP --",
  "\t", "🦵🏽", "ßtraße", "a,b;\"c\"", "שלום", "e\u0301", "new shoes\r", "0", "<b>&amp;",
  "\\u0000 \\", "burning",
};

static const char *const kinds[] = { "ice", "recovery", "evening" };

/**
 * life_chance:
 * @what: what it decides
 *
 * Returns: (transfer full): chance, from the seed in COOLDOWN_TEST_SEED or a new one, which is
 *   printed
 */
GRand *
life_chance (const char *what)
{
  const char *seed = g_getenv ("COOLDOWN_TEST_SEED");
  guint32 number = seed != NULL ? (guint32) g_ascii_strtoull (seed, NULL, 10) : g_random_int ();

  g_test_message ("%s: COOLDOWN_TEST_SEED=%u", what, number);
  return g_rand_new_with_seed (number);
}

/**
 * life_text:
 * @chance: chance
 * @longest: about how many words at most
 *
 * Returns: (transfer full): a text, mostly a short one
 */
char *
life_text (GRand *chance, guint longest)
{
  guint most = g_rand_int_range (chance, 0, 8) == 0 ? longest : MIN (longest, 6);
  gint32 n = g_rand_int_range (chance, 1, (gint32) most + 1);
  GString *text = g_string_new (NULL);

  for (gint32 i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            words[g_rand_int_range (chance, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static CooldownSession *
begin_session (const char *kind)
{
  return cooldown_session_new (kind, g_variant_new_parsed ("{'minutes': <uint32 10>}"));
}

/* One to four events at once, in a session that goes on or a new one. */
static gboolean
write_session (CooldownJournal *journal, CooldownClock *clock, GRand *chance, GError **error)
{
  const char *kind = kinds[g_rand_int_range (chance, 0, G_N_ELEMENTS (kinds))];
  g_autoptr (CooldownSession) session = cooldown_journal_get_open_session (journal, kind, NULL);
  CooldownInstant now = cooldown_clock_now (clock);
  gint32 n = g_rand_int_range (chance, 1, 5);

  if (session == NULL)
    session = begin_session (kind);
  for (gint32 i = 0; i < n; i++)
    {
      g_autofree char *arg = life_text (chance, 200);

      cooldown_session_append (session, "step", arg, &now);
    }
  return cooldown_journal_save_session (journal, session, g_rand_int_range (chance, 0, 6) > 0,
                                        error);
}

static gboolean
take_event_back (CooldownJournal *journal, GRand *chance, GError **error)
{
  const char *kind = kinds[g_rand_int_range (chance, 0, G_N_ELEMENTS (kinds))];
  g_autoptr (CooldownSession) session = cooldown_journal_get_open_session (journal, kind, NULL);

  return session == NULL || cooldown_session_get_n_events (session) < 2 ||
         cooldown_journal_remove_event (journal, session, error);
}

static gboolean
write_setting (CooldownJournal *journal, GRand *chance, GError **error)
{
  g_autofree char *name = g_strdup_printf ("name-%d", g_rand_int_range (chance, 0, 8));
  g_autofree char *text = life_text (chance, 300);

  return cooldown_journal_set_setting (journal, name, g_variant_new_string (text), error);
}

static gboolean
write_workout (CooldownJournal *journal, CooldownClock *clock, GRand *chance, GError **error)
{
  g_autoptr (CooldownSession)
      session = cooldown_journal_get_open_session (journal, "recovery", NULL);
  CooldownWorkout workout = { .kind = "run",
                              .ended = cooldown_clock_now (clock).wall - COOLDOWN_HOUR,
                              .minutes = (guint) g_rand_int_range (chance, 1, 200),
                              .rpe = g_rand_int_range (chance, COOLDOWN_RPE_NOT_NOTED, 11),
                              .legs = COOLDOWN_LEGS_TINGLING };

  return session == NULL || cooldown_journal_save_workout (
                                journal, &workout, cooldown_session_get_id (session), error);
}

static gboolean
write_episode (CooldownJournal *journal, CooldownClock *clock, GRand *chance, GError **error)
{
  g_autoptr (CooldownSession)
      session = cooldown_journal_get_open_session (journal, "recovery", NULL);
  gint64 id = session != NULL ? cooldown_session_get_id (session) : 0;
  gint64 now = cooldown_clock_now (clock).wall;

  if (id == 0)
    return TRUE;
  if (g_rand_int_range (chance, 0, 8) == 0)
    return cooldown_journal_drop_episode (journal, id, error);
  if (cooldown_journal_get_open_episode (journal) == 0)
    return cooldown_journal_open_episode (journal, now, id, "after", error);
  return cooldown_journal_end_episode (journal, now, id, error);
}

static gboolean
write_night (CooldownJournal *journal, GRand *chance, GError **error)
{
  g_autofree char *date = g_strdup_printf ("2026-%02d-%02d", g_rand_int_range (chance, 1, 13),
                                           g_rand_int_range (chance, 1, 29));

  return cooldown_journal_rate_night (journal, date, (guint) g_rand_int_range (chance, 0, 11),
                                      error);
}

static gboolean
write_check (CooldownJournal *journal, CooldownClock *clock, GRand *chance, GError **error)
{
  gint32 n = g_rand_int_range (chance, 0, 60);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  CooldownCheckNote note = { .level = COOLDOWN_LEVEL_URGENT,
                             .at = cooldown_clock_now (clock).wall };

  for (gint32 i = 0; i < n; i++)
    g_ptr_array_add (ids, g_strdup_printf ("feel-%d", i));
  g_ptr_array_add (ids, NULL);
  note.ticks = note.denied = note.places = (char **) ids->pdata;
  return cooldown_journal_save_check (journal, &note, error);
}

static gboolean
write_sign (CooldownJournal *journal, GRand *chance, GError **error)
{
  g_autofree char *item = g_strdup_printf ("warn-%d", g_rand_int_range (chance, 0, 9));

  return cooldown_journal_add_sign (journal, item, g_rand_boolean (chance) ? "ticked" : "doctor",
                                    error);
}

/* One that is there, but for those of the agent. */
static CooldownEntry *
find_any (CooldownJournal *journal, GRand *chance)
{
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_autoptr (GPtrArray) found = NULL;

  query.kinds = ~(1u << COOLDOWN_ENTRY_SESSION);
  query.with_deleted = TRUE;
  found = cooldown_journal_find (journal, &query, NULL);
  if (found == NULL || found->len == 0)
    return NULL;
  return g_object_ref (found->pdata[g_rand_int_range (chance, 0, (gint32) found->len)]);
}

static gboolean
write_entry (CooldownJournal *journal, GRand *chance, GError **error)
{
  CooldownEntryKind kind =
    (CooldownEntryKind) g_rand_int_range (chance, 0, COOLDOWN_N_ENTRY_KINDS);
  g_autoptr (CooldownEntry) entry = note_new (kind, g_rand_int (chance));

  return cooldown_journal_put_entry (journal, entry, error);
}

static gboolean
change_entry (CooldownJournal *journal, GRand *chance, GError **error)
{
  g_autoptr (CooldownEntry) entry = find_any (journal, chance);

  if (entry == NULL)
    return write_entry (journal, chance, error);
  if (g_rand_boolean (chance))
    return cooldown_journal_mark_entry (journal, cooldown_entry_get_kind (entry),
                                        cooldown_entry_get_uid (entry), g_rand_boolean (chance),
                                        error);
  note_fill (entry, g_rand_int (chance));
  return cooldown_journal_put_entry (journal, entry, error);
}

/**
 * life_write:
 * @journal: a journal
 * @clock: its clock; time passes
 * @chance: chance
 * @error: return location
 *
 * Writes one thing down, with one call to the journal.
 *
 * Returns: whether it was written
 */
gboolean
life_write (CooldownJournal *journal, CooldownFakeClock *fake, GRand *chance, GError **error)
{
  CooldownClock *clock = COOLDOWN_CLOCK (fake);

  cooldown_fake_clock_advance (fake, g_rand_int_range (chance, 1, 100) * COOLDOWN_MINUTE);
  switch (g_rand_int_range (chance, 0, 18))
    {
    case 0:
    case 1:
    case 2:
      return write_session (journal, clock, chance, error);
    case 3:
      return take_event_back (journal, chance, error);
    case 4:
      return write_setting (journal, chance, error);
    case 5:
      return write_workout (journal, clock, chance, error);
    case 6:
    case 7:
      return write_episode (journal, clock, chance, error);
    case 8:
      return write_night (journal, chance, error);
    case 9:
      return write_check (journal, clock, chance, error);
    case 10:
      return write_sign (journal, chance, error);
    case 11:
    case 12:
    case 13:
      return change_entry (journal, chance, error);
    default:
      return write_entry (journal, chance, error);
    }
}
