/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-private.h"

#include <string.h>

/* What began in a workout so long after another tingling is not the same one. */
#define ONE_TINGLING (24 * COOLDOWN_HOUR)

/* Tingling that was noted before the workout was belongs to it too. */
static gboolean
write_workout (CooldownJournal *self,
               const CooldownWorkout *workout,
               gint64 session,
               GError **error)
{
  gint64 now = journal_now (self);

  return journal_run (self, error,
                      "INSERT INTO workout (session, kind, ended, ended_offset, minutes, rpe, legs,"
                      " written, written_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                      " ON CONFLICT (session) DO UPDATE SET kind = excluded.kind,"
                      " ended = excluded.ended, ended_offset = excluded.ended_offset,"
                      " minutes = excluded.minutes, rpe = excluded.rpe, legs = excluded.legs,"
                      " edits = edits + 1, edited = excluded.written, deleted = NULL",
                      "isiiinsii", session, workout->kind, workout->ended / COOLDOWN_SECOND,
                      (gint64) journal_offset (self, workout->ended), (gint64) workout->minutes,
                      workout->rpe, cooldown_legs_to_string (workout->legs),
                      now / COOLDOWN_SECOND, (gint64) journal_offset (self, now)) &&
         journal_run (self, error,
                      "UPDATE episode SET workout = (SELECT id FROM workout WHERE session = ?1),"
                      " edits = edits + 1, edited = ?2 WHERE session = ?1 AND workout IS NULL",
                      "ii", session, now / COOLDOWN_SECOND);
}

/**
 * cooldown_journal_save_workout:
 * @self: a journal
 * @workout: a workout
 * @session: the id of the session of recovery that it belongs to
 * @error: return location
 *
 * Notes a workout, or corrects the one that the session has already.
 *
 * Returns: whether it was written
 */
gboolean
cooldown_journal_save_workout (CooldownJournal *self,
                               const CooldownWorkout *workout,
                               gint64 session,
                               GError **error)
{
  if (!journal_begin (self, error))
    return FALSE;
  if (write_workout (self, workout, session, error))
    return journal_end (self, TRUE, error);
  journal_end (self, FALSE, NULL);
  return FALSE;
}

/**
 * cooldown_journal_has_workout:
 * @self: a journal
 * @session: the id of a session of recovery
 *
 * Returns: whether the workout is noted that the session belongs to
 */
gboolean
cooldown_journal_has_workout (CooldownJournal *self, gint64 session)
{
  return journal_get_number (self, "SELECT count (*) FROM workout WHERE session = ?", "i",
                             session) > 0;
}

static void
insert_column (GVariantDict *plan, const char *name, const char *type, sqlite3_stmt *row, int column)
{
  GVariant *value;

  if (sqlite3_column_type (row, column) == SQLITE_NULL)
    return;
  if (*type == 's')
    value = g_variant_new_string ((const char *) sqlite3_column_text (row, column));
  else if (*type == 'x')
    value = g_variant_new_int64 (sqlite3_column_int64 (row, column));
  else
    value = g_variant_new_uint32 ((guint32) CLAMP (sqlite3_column_int64 (row, column), 0, G_MAXUINT32));
  g_variant_dict_insert_value (plan, name, value);
}

/**
 * cooldown_journal_get_workout:
 * @self: a journal
 * @session: the id of a session of recovery
 * @workout: (out): the workout that the session belongs to, as it was noted or corrected
 *
 * Returns: whether there is one; %FALSE also when it was deleted or is none
 */
gboolean
cooldown_journal_get_workout (CooldownJournal *self, gint64 session, CooldownWorkout *workout)
{
  static const char *const columns[][2] = {
    { "kind", "s" }, { "ended", "x" }, { "minutes", "u" }, { "rpe", "u" }, { "legs", "s" },
  };
  g_autoptr (GVariant) plan = NULL;
  g_auto (GVariantDict) members = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (sqlite3_stmt) statement =
      journal_prepare (self, NULL,
                       "SELECT kind, ended, minutes, rpe, legs FROM workout"
                       " WHERE session = ? AND deleted IS NULL",
                       "i", session);

  if (statement == NULL || !journal_step (self, statement, NULL))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    insert_column (&members, columns[i][0], columns[i][1], statement, (int) i);
  plan = g_variant_ref_sink (g_variant_dict_end (&members));
  return cooldown_workout_from_plan (plan, workout, NULL);
}

/**
 * cooldown_journal_open_episode:
 * @self: a journal
 * @began: when the tingling began, microseconds since 1970 UTC
 * @session: the id of the session of recovery it was noted in
 * @onset: "during" the workout or only "after" it
 * @error: return location
 *
 * Notes that legs tingle. One that is open already stays as it is, and a session has only one. Beside
 * one that has been open for a day, and perhaps was forgotten, what began in a workout is another.
 *
 * Returns: whether it was written
 */
gboolean
cooldown_journal_open_episode (CooldownJournal *self,
                               gint64 began,
                               gint64 session,
                               const char *onset,
                               GError **error)
{
  gint64 now = journal_now (self);
  /* What goes on after the hour may do so for days; what begins in a workout begins. */
  gint64 since = strcmp (onset, "during") == 0 ? (began - ONE_TINGLING) / COOLDOWN_SECOND : G_MININT64;

  return journal_run (self, error,
                      "INSERT INTO episode (session, workout, onset, began, began_offset, open,"
                      " written, written_offset)"
                      " SELECT ?, (SELECT id FROM workout WHERE session = ?), ?, ?, ?, 1, ?, ?"
                      " WHERE NOT EXISTS (SELECT 1 FROM episode"
                      "  WHERE deleted IS NULL AND ((open = 1 AND began > ?) OR session = ?))",
                      "iisiiiiii", session, session, onset, began / COOLDOWN_SECOND,
                      (gint64) journal_offset (self, began), now / COOLDOWN_SECOND,
                      (gint64) journal_offset (self, now), since, session);
}

/**
 * cooldown_journal_move_episode:
 * @self: a journal
 * @from: when the workout was said to have ended till now, microseconds since 1970 UTC
 * @to: when it ended
 * @session: the id of a session of recovery
 * @error: return location
 *
 * Has the tingling that was noted with the end of a workout begin with the corrected end. One whose
 * beginning was noted otherwise, or that is over, stays as it is, and so does all else of it.
 *
 * Returns: whether that worked
 */
gboolean
cooldown_journal_move_episode (CooldownJournal *self,
                               gint64 from,
                               gint64 to,
                               gint64 session,
                               GError **error)
{
  if (from / COOLDOWN_SECOND == to / COOLDOWN_SECOND)
    return TRUE;
  return journal_run (self, error,
                      "UPDATE episode SET began = ?, began_offset = ?, edits = edits + 1,"
                      " edited = ? WHERE session = ? AND onset = 'during' AND open = 1"
                      " AND began = ? AND deleted IS NULL",
                      "iiiii", to / COOLDOWN_SECOND, (gint64) journal_offset (self, to),
                      journal_now (self) / COOLDOWN_SECOND, session, from / COOLDOWN_SECOND);
}

/**
 * cooldown_journal_drop_episode:
 * @self: a journal
 * @session: the id of a session of recovery
 * @error: return location
 *
 * Takes back that legs tingled during a workout: it was noted by mistake. What somebody has
 * described since was no mistake, and stays for them to delete.
 *
 * Returns: whether that worked
 */
gboolean
cooldown_journal_drop_episode (CooldownJournal *self, gint64 session, GError **error)
{
  gint64 now = journal_now (self) / COOLDOWN_SECOND;

  return journal_run (self, error,
                      "UPDATE episode SET deleted = ?, open = 0, edits = edits + 1, edited = ?"
                      " WHERE session = ? AND onset = 'during' AND deleted IS NULL"
                      " AND severity IS NULL AND sensations || places || tried = ''"
                      " AND coalesce (clothing, pain, eases, worsens, medicine, notes) IS NULL",
                      "iii", now, now, session);
}

/**
 * cooldown_journal_end_episode:
 * @self: a journal
 * @ended: when the tingling was gone, microseconds since 1970 UTC
 * @session: the id of the session of recovery that goes on, 0 for none
 * @error: return location
 *
 * Ends the open episode, never before it began; corrects the end of the session's when none is
 * open.
 *
 * Returns: whether it was written
 */
gboolean
cooldown_journal_end_episode (CooldownJournal *self,
                              gint64 ended,
                              gint64 session,
                              GError **error)
{
  return journal_run (self, error,
                      "UPDATE episode SET ended = max (began, ?), ended_offset = ?, open = 0,"
                      " edits = edits + 1, edited = ? WHERE id ="
                      " (SELECT id FROM episode WHERE deleted IS NULL AND (open = 1 OR session = ?)"
                      " ORDER BY open DESC, began DESC, id DESC LIMIT 1)",
                      "iiii", ended / COOLDOWN_SECOND, (gint64) journal_offset (self, ended),
                      journal_now (self) / COOLDOWN_SECOND, session);
}

/**
 * cooldown_journal_get_open_episode:
 * @self: a journal
 *
 * Returns: since when legs tingle, in seconds since 1970 UTC; 0 when no episode is open
 */
gint64
cooldown_journal_get_open_episode (CooldownJournal *self)
{
  return journal_get_number (self,
                             "SELECT began FROM episode WHERE open = 1 AND deleted IS NULL"
                             " ORDER BY began DESC, id DESC LIMIT 1",
                             "");
}

/**
 * cooldown_journal_count_episodes:
 * @self: a journal
 * @since: microseconds since 1970 UTC
 *
 * Returns: how many times legs began to tingle since then
 */
guint
cooldown_journal_count_episodes (CooldownJournal *self, gint64 since)
{
  return (guint) journal_get_number (
      self, "SELECT count (*) FROM episode WHERE began >= ? AND deleted IS NULL", "i",
      since / COOLDOWN_SECOND);
}

/**
 * cooldown_journal_add_sign:
 * @self: a journal
 * @item: the id of a warning sign
 * @outcome: "ticked", or what became of it: "never" (never had this) or "doctor" (one has seen it)
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
cooldown_journal_add_sign (CooldownJournal *self,
                           const char *item,
                           const char *outcome,
                           GError **error)
{
  gint64 now = journal_now (self);

  return journal_run (self, error,
                      "INSERT INTO sign (item, outcome, at, at_offset, written, written_offset)"
                      " VALUES (?1, ?2, ?3, ?4, ?3, ?4)",
                      "ssii", item, outcome, now / COOLDOWN_SECOND,
                      (gint64) journal_offset (self, now));
}
