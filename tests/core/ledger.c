/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger.h"
#include "notes.h"

#include <gio/gio.h>
#include <string.h>

/* How a note is: there or not, as which number makes it, and whether it is marked as deleted. */
typedef struct
{
  gboolean there;
  gboolean deleted;
  guint32 number;
} Look;

typedef struct
{
  CooldownEntryKind kind;
  Look confirmed;
  /* What it may be instead, when the last call was not confirmed. */
  Look tried;
  gboolean settled;
} Note;

typedef struct
{
  guint32 first;
  guint n;
} Batch;

struct _Ledger
{
  GHashTable *notes;
  GHashTable *events;
  GArray *tried_events;
  guint n_confirmed;
};

/**
 * ledger_new:
 *
 * Returns: (transfer full): an empty ledger
 */
Ledger *
ledger_new (void)
{
  Ledger *ledger = g_new0 (Ledger, 1);

  ledger->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  ledger->events = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ledger->tried_events = g_array_new (FALSE, FALSE, sizeof (Batch));
  return ledger;
}

/**
 * ledger_free:
 * @ledger: (transfer full): a ledger
 */
void
ledger_free (Ledger *ledger)
{
  g_hash_table_unref (ledger->notes);
  g_hash_table_unref (ledger->events);
  g_array_unref (ledger->tried_events);
  g_free (ledger);
}

static Note *
get_note (Ledger *ledger, const char *kind, const char *uid)
{
  Note *note = g_hash_table_lookup (ledger->notes, uid);

  if (note != NULL)
    return note;
  note = g_new0 (Note, 1);
  g_assert_true (cooldown_entry_kind_parse (kind, &note->kind));
  g_hash_table_insert (ledger->notes, g_strdup (uid), note);
  return note;
}

static Note *
note_put (Ledger *ledger, char **words)
{
  Note *note = get_note (ledger, words[1], words[2]);

  note->tried = (Look){ TRUE, FALSE, (guint32) g_ascii_strtoull (words[3], NULL, 10) };
  note->settled = FALSE;
  return note;
}

static Note *
note_mark (Ledger *ledger, char **words)
{
  Note *note = get_note (ledger, words[1], words[2]);

  note->tried = note->confirmed;
  note->tried.deleted = *words[3] == '1';
  note->settled = FALSE;
  return note;
}

static void
confirm_events (Ledger *ledger, const Batch *batch)
{
  for (guint i = 0; i < batch->n; i++)
    g_hash_table_add (ledger->events, g_strdup_printf ("agent-%u", batch->first + i));
}

/* A line of one actor, of which @note and @batch are what it said before. */
static void
note_line (Ledger *ledger, const char *line, Note **note, Batch *batch)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);

  if (g_strcmp0 (words[0], "put") == 0)
    *note = note_put (ledger, words);
  else if (g_strcmp0 (words[0], "mark") == 0)
    *note = note_mark (ledger, words);
  else if (g_strcmp0 (words[0], "events") == 0)
    *batch = (Batch){ (guint32) g_ascii_strtoull (words[1], NULL, 10),
                      (guint) g_ascii_strtoull (words[2], NULL, 10) };
  else if (g_strcmp0 (words[0], "done") == 0)
    {
      ledger->n_confirmed++;
      confirm_events (ledger, batch);
      if (*note != NULL)
        (*note)->confirmed = (*note)->tried;
      *note = NULL;
      batch->n = 0;
    }
}

/**
 * ledger_note:
 * @ledger: a ledger
 * @said: all that an actor said, which is no more
 */
void
ledger_note (Ledger *ledger, const char *said)
{
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1);
  Note *note = NULL;
  Batch batch = { 0, 0 };

  for (guint i = 0; lines[i] != NULL; i++)
    note_line (ledger, lines[i], &note, &batch);
  if (batch.n > 0)
    g_array_append_val (ledger->tried_events, batch);
}

static gboolean
fail (GError **error, const char *uid, const char *what)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", uid, what);
  return FALSE;
}

static gboolean
looks (const Note *note, const Look *look, const char *uid, CooldownEntry *entry)
{
  g_autoptr (CooldownEntry) expected = NULL;

  if (entry == NULL || !look->there)
    return (entry == NULL) == !look->there;
  expected = cooldown_entry_new (note->kind);
  cooldown_entry_set_uid (expected, uid);
  note_fill (expected, look->number);
  cooldown_entry_set_deleted (expected, look->deleted ? COOLDOWN_SECOND : 0);
  return cooldown_entry_equal (expected, entry);
}

/* What was tried and is there is from now on as good as confirmed. */
static gboolean
settle (Note *note, const char *uid, CooldownJournal *journal, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CooldownEntry)
      entry = cooldown_journal_get_entry (journal, note->kind, uid, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  note->settled = TRUE;
  if (looks (note, &note->confirmed, uid, entry))
    note->tried = note->confirmed;
  else if (looks (note, &note->tried, uid, entry))
    note->confirmed = note->tried;
  else
    return fail (error, uid, entry == NULL ? "lost" : "not as it was confirmed");
  return TRUE;
}

static gboolean
hold_notes (Ledger *ledger, CooldownJournal *journal, guint *n_there, GError **error)
{
  GHashTableIter iter;
  gpointer uid, value;

  g_hash_table_iter_init (&iter, ledger->notes);
  while (g_hash_table_iter_next (&iter, &uid, &value))
    {
      Note *note = value;

      if (!note->settled && !settle (note, uid, journal, error))
        return FALSE;
      *n_there += note->confirmed.there ? 1 : 0;
    }
  return TRUE;
}

/* The agent's events, out of its sessions. */
static GHashTable *
find_events (CooldownJournal *journal, guint *n_entries, GError **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_autoptr (GPtrArray) entries = NULL;

  query.with_deleted = TRUE;
  entries = cooldown_journal_find (journal, &query, error);
  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      CooldownEntry *entry = entries->pdata[i];
      gboolean agents = FALSE;

      if (cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_SESSION)
        for (guint j = 0; j < cooldown_entry_get_n_events (entry); j++)
          {
            const char *arg = cooldown_entry_get_event (entry, j)->arg;

            if (g_str_has_prefix (arg, "agent-"))
              agents = g_hash_table_add (found, g_strdup (arg));
          }
      *n_entries += agents ? 0 : 1;
    }
  return g_steal_pointer (&found);
}

/* All of what was tried at once, or nothing. */
static gboolean
settle_events (Ledger *ledger, GHashTable *found, GError **error)
{
  for (guint i = 0; i < ledger->tried_events->len; i++)
    {
      const Batch *batch = &g_array_index (ledger->tried_events, Batch, i);
      guint n_found = 0;

      for (guint j = 0; j < batch->n; j++)
        {
          g_autofree char *arg = g_strdup_printf ("agent-%u", batch->first + j);

          n_found += g_hash_table_contains (found, arg) ? 1 : 0;
        }
      if (n_found == batch->n)
        confirm_events (ledger, batch);
      else if (n_found > 0)
        return fail (error, "events", "half of them are there");
    }
  g_array_set_size (ledger->tried_events, 0);
  return TRUE;
}

static gboolean
hold_events (Ledger *ledger, GHashTable *found, GError **error)
{
  GHashTableIter iter;
  gpointer arg;

  if (!settle_events (ledger, found, error))
    return FALSE;
  g_hash_table_iter_init (&iter, ledger->events);
  while (g_hash_table_iter_next (&iter, &arg, NULL))
    if (!g_hash_table_contains (found, arg))
      return fail (error, arg, "lost");
  return g_hash_table_size (found) == g_hash_table_size (ledger->events) ||
         fail (error, "events", "more than anybody wrote");
}

/**
 * ledger_holds:
 * @ledger: a ledger
 * @journal: the journal, which nobody writes now
 * @error: return location
 *
 * Looks at all notes of which something was said since the last time, and that there is neither
 * one more nor one less.
 *
 * Returns: whether all that was confirmed stands there, and nothing else; otherwise what is wrong
 */
gboolean
ledger_holds (Ledger *ledger, CooldownJournal *journal, GError **error)
{
  guint n_there = 0;
  guint n_entries = 0;
  g_autoptr (GHashTable) found = find_events (journal, &n_entries, error);

  if (found == NULL || !hold_notes (ledger, journal, &n_there, error) ||
      !hold_events (ledger, found, error))
    return FALSE;
  return n_there == n_entries || fail (error, "journal", "not as many notes as were confirmed");
}

/**
 * ledger_look_again:
 * @ledger: a ledger
 *
 * Lets the next look be at all notes.
 */
void
ledger_look_again (Ledger *ledger)
{
  GHashTableIter iter;
  gpointer note;

  g_hash_table_iter_init (&iter, ledger->notes);
  while (g_hash_table_iter_next (&iter, NULL, &note))
    ((Note *) note)->settled = FALSE;
}

/**
 * ledger_count:
 * @ledger: a ledger
 *
 * Returns: how often something was confirmed
 */
guint
ledger_count (Ledger *ledger)
{
  return ledger->n_confirmed;
}
