/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-private.h"

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
  gint64 now = journal_now (self);

  return journal_run (self, error,
                      "INSERT INTO workout (session, kind, ended, ended_offset, minutes, rpe, legs,"
                      " written, written_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                      " ON CONFLICT (session) DO UPDATE SET kind = excluded.kind,"
                      " ended = excluded.ended, ended_offset = excluded.ended_offset,"
                      " minutes = excluded.minutes, rpe = excluded.rpe, legs = excluded.legs",
                      "isiiiniii", session, workout->kind, workout->ended / COOLDOWN_SECOND,
                      (gint64) journal_offset (self, workout->ended), (gint64) workout->minutes,
                      workout->rpe, (gint64) workout->legs, now / COOLDOWN_SECOND,
                      (gint64) journal_offset (self, now));
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

/**
 * cooldown_journal_open_episode:
 * @self: a journal
 * @began: when the tingling began, microseconds since 1970 UTC
 * @session: the id of the session of recovery it was noted in
 * @onset: "during" the workout or only "after" it
 * @error: return location
 *
 * Notes that legs tingle. One that is open already stays as it is, and a session has only one.
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

  return journal_run (self, error,
                      "INSERT INTO episode (session, onset, began, began_offset, written,"
                      " written_offset) SELECT ?, ?, ?, ?, ?, ?"
                      " WHERE NOT EXISTS"
                      " (SELECT 1 FROM episode WHERE ended IS NULL OR session = ?)",
                      "isiiiii", session, onset, began / COOLDOWN_SECOND,
                      (gint64) journal_offset (self, began), now / COOLDOWN_SECOND,
                      (gint64) journal_offset (self, now), session);
}

/**
 * cooldown_journal_drop_episode:
 * @self: a journal
 * @session: the id of a session of recovery
 * @error: return location
 *
 * Takes back that legs tingled during a workout: it was noted by mistake.
 *
 * Returns: whether that worked
 */
gboolean
cooldown_journal_drop_episode (CooldownJournal *self, gint64 session, GError **error)
{
  return journal_run (self, error, "DELETE FROM episode WHERE session = ? AND onset = 'during'",
                      "i", session);
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
                      "UPDATE episode SET ended = max (began, ?), ended_offset = ? WHERE id ="
                      " (SELECT id FROM episode WHERE ended IS NULL OR session = ?"
                      " ORDER BY ended IS NULL DESC, id DESC LIMIT 1)",
                      "iii", ended / COOLDOWN_SECOND, (gint64) journal_offset (self, ended),
                      session);
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
                             "SELECT began FROM episode WHERE ended IS NULL ORDER BY id DESC"
                             " LIMIT 1",
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
  return (guint) journal_get_number (self, "SELECT count (*) FROM episode WHERE began >= ?", "i",
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
                      "INSERT INTO sign (item, outcome, written, written_offset)"
                      " VALUES (?, ?, ?, ?)",
                      "ssii", item, outcome, now / COOLDOWN_SECOND,
                      (gint64) journal_offset (self, now));
}
