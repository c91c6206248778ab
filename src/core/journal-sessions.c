/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-private.h"

static gboolean
insert_event (CooldownJournal *self, CooldownSession *session, guint index, GError **error)
{
  const CooldownEvent *event = cooldown_session_get_event (session, index);

  return journal_run (self, error,
                      "INSERT INTO event (session, seq, name, arg, wall, wall_offset, boot, boot_id)"
                      " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                      "iissiiis", cooldown_session_get_id (session), (gint64) index, event->name,
                      event->arg, event->at.wall,
                      (gint64) journal_offset (self, event->at.wall), event->at.boot,
                      event->at.boot_id);
}

/* Of each kind one session goes on: what could not be closed in its time is closed by the next. */
static gboolean
insert_session (CooldownJournal *self, CooldownSession *session, GError **error)
{
  const char *kind = cooldown_session_get_kind (session);
  gint64 now = journal_now (self);

  return journal_run (self, error, "UPDATE session SET open = 0 WHERE kind = ? AND open = 1", "s",
                      kind) &&
         journal_run (self, error,
                      "INSERT INTO session (kind, plan, said, open, at, at_offset, written,"
                      " written_offset) VALUES (?1, '', -1, 1, ?2, ?3, ?2, ?3)",
                      "sii", kind, now / COOLDOWN_SECOND, (gint64) journal_offset (self, now));
}

static gboolean
write_session (CooldownJournal *self, CooldownSession *session, gboolean open, GError **error)
{
  g_autofree char *plan = g_variant_print (cooldown_session_get_plan (session), TRUE);

  if (cooldown_session_get_id (session) == 0)
    {
      if (!insert_session (self, session, error))
        return FALSE;
      cooldown_session_set_id (session, journal_last_id (self));
    }
  for (guint i = cooldown_session_get_n_saved (session);
       i < cooldown_session_get_n_events (session); i++)
    if (!insert_event (self, session, i, error))
      return FALSE;
  /* Other devices may know it as it was when it was closed: taking it up again is an edit. */
  return journal_run (self, error,
                      "UPDATE session SET plan = ?, said = ?, edits = edits + (open = 0),"
                      " edited = CASE open WHEN 0 THEN ? ELSE edited END, open = ? WHERE id = ?",
                      "siiii", plan, cooldown_session_get_said (session),
                      journal_now (self) / COOLDOWN_SECOND, (gint64) open,
                      cooldown_session_get_id (session));
}

/**
 * cooldown_journal_save_session:
 * @self: a journal
 * @session: a session; one that does not stand there yet is given its id
 * @open: whether it goes on
 * @error: return location
 *
 * Writes down the session, those of its events that do not stand there yet, its plan and what was
 * said of it.
 *
 * Returns: whether that worked; it is all or nothing
 */
gboolean
cooldown_journal_save_session (CooldownJournal *self,
                               CooldownSession *session,
                               gboolean open,
                               GError **error)
{
  gint64 id = cooldown_session_get_id (session);

  if (!journal_begin (self, error))
    return FALSE;
  if (!write_session (self, session, open, error))
    journal_end (self, FALSE, NULL);
  else if (journal_end (self, TRUE, error))
    {
      cooldown_session_set_n_saved (session, cooldown_session_get_n_events (session));
      return TRUE;
    }
  cooldown_session_set_id (session, id);
  return FALSE;
}

/**
 * cooldown_journal_remove_event:
 * @self: a journal
 * @session: a session of the journal whose last event is to be taken back
 * @error: return location
 *
 * Takes back the last event in the file; the session itself is left to the caller.
 *
 * Returns: whether that worked
 */
gboolean
cooldown_journal_remove_event (CooldownJournal *self, CooldownSession *session, GError **error)
{
  return journal_run (self, error, "DELETE FROM event WHERE session = ? AND seq = ?", "ii",
                      cooldown_session_get_id (session),
                      (gint64) cooldown_session_get_n_events (session) - 1);
}

/**
 * cooldown_journal_remove_session:
 * @self: a journal
 * @session: a session that was never closed, so that nobody else knows it
 * @error: return location
 *
 * Takes back that the session began.
 *
 * Returns: whether it does not stand in the journal any more
 */
gboolean
cooldown_journal_remove_session (CooldownJournal *self, CooldownSession *session, GError **error)
{
  return journal_run (self, error, "DELETE FROM session WHERE id = ? AND open = 1", "i",
                      cooldown_session_get_id (session));
}

static gboolean
read_events (CooldownJournal *self, CooldownSession *session, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) statement =
    journal_prepare (self, error,
                     "SELECT name, arg, wall, boot, boot_id FROM event WHERE session = ?"
                     " ORDER BY seq",
                     "i", cooldown_session_get_id (session));

  if (statement == NULL)
    return FALSE;
  while (journal_step (self, statement, &local_error))
    {
      CooldownInstant at = { .wall = sqlite3_column_int64 (statement, 2),
                             .boot = sqlite3_column_int64 (statement, 3) };

      g_strlcpy (at.boot_id, (const char *) sqlite3_column_text (statement, 4),
                 sizeof at.boot_id);
      cooldown_session_append (session, (const char *) sqlite3_column_text (statement, 0),
                               (const char *) sqlite3_column_text (statement, 1), &at);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  cooldown_session_set_n_saved (session, cooldown_session_get_n_events (session));
  return TRUE;
}

/**
 * cooldown_journal_get_open_session:
 * @self: a journal
 * @kind: "ice" or "recovery"
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the newest session of that kind that goes on; %NULL when
 *   there is none, or with @error set when it cannot be read
 */
CooldownSession *
cooldown_journal_get_open_session (CooldownJournal *self, const char *kind, GError **error)
{
  g_autoptr (CooldownSession) session = NULL;
  g_autoptr (GVariant) plan = NULL;
  g_autoptr (sqlite3_stmt) statement =
    journal_prepare (self, error,
                     "SELECT id, plan, said FROM session WHERE kind = ? AND open = 1"
                     " ORDER BY id DESC LIMIT 1",
                     "s", kind);

  if (statement == NULL || !journal_step (self, statement, error))
    return NULL;
  plan = g_variant_parse (G_VARIANT_TYPE_VARDICT,
                          (const char *) sqlite3_column_text (statement, 1), NULL, NULL, error);
  if (plan == NULL)
    return NULL;
  session = cooldown_session_new (kind, plan);
  cooldown_session_set_id (session, sqlite3_column_int64 (statement, 0));
  cooldown_session_set_said (session, sqlite3_column_int64 (statement, 2));
  if (!read_events (self, session, error))
    return NULL;
  return g_steal_pointer (&session);
}

/**
 * cooldown_journal_count_events:
 * @self: a journal
 * @kind: "ice" or "recovery"
 * @name: the name of an event
 * @since: microseconds since 1970 UTC
 * @except_session: a session that does not count, 0 for none
 *
 * Returns: in how many sessions of that kind the event happened since then; one that was deleted
 *   does not count
 */
guint
cooldown_journal_count_events (CooldownJournal *self,
                               const char *kind,
                               const char *name,
                               gint64 since,
                               gint64 except_session)
{
  return (guint) journal_get_number (self,
                                     "SELECT count (DISTINCT session.id) FROM session"
                                     " JOIN event ON event.session = session.id"
                                     " WHERE kind = ? AND event.name = ? AND wall >= ?"
                                     " AND session.id <> ? AND deleted IS NULL",
                                     "ssii", kind, name, since, except_session);
}

/**
 * cooldown_journal_get_settings:
 * @self: a journal
 * @error: return location
 *
 * Returns: (transfer full) (nullable): an a{sv} of all that the agent acts on; what cannot be
 *   understood is left out with a message; %NULL with @error set when the file cannot be read
 */
GVariant *
cooldown_journal_get_settings (CooldownJournal *self, GError **error)
{
  g_auto (GVariantDict) settings = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) statement =
    journal_prepare (self, error, "SELECT name, value FROM setting ORDER BY name", "");

  if (statement == NULL)
    return NULL;
  while (journal_step (self, statement, &local_error))
    {
      const char *name = (const char *) sqlite3_column_text (statement, 0);
      const char *text = (const char *) sqlite3_column_text (statement, 1);
      g_autoptr (GError) parse_error = NULL;
      g_autoptr (GVariant) value = g_variant_parse (NULL, text, NULL, NULL, &parse_error);

      if (value != NULL)
        g_variant_dict_insert_value (&settings, name, value);
      else
        g_message ("the setting %s cannot be read: %s", name, parse_error->message);
    }
  if (local_error == NULL)
    return g_variant_ref_sink (g_variant_dict_end (&settings));
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * cooldown_journal_set_setting:
 * @self: a journal
 * @name: which one
 * @value: its value; sunk if floating
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
cooldown_journal_set_setting (CooldownJournal *self,
                              const char *name,
                              GVariant *value,
                              GError **error)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (value);
  g_autofree char *text = g_variant_print (sunk, TRUE);

  return journal_run (self, error,
                      "INSERT INTO setting (name, value) VALUES (?, ?)"
                      " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                      "ss", name, text);
}
