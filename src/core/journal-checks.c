/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-private.h"

/* Ids have no spaces, and a list of them is read by people too. */
#define BETWEEN_IDS " "

#define NEWEST \
  "SELECT ticks, denied, places, level, at, at_offset, ifnull (episode, 0)" \
  " FROM check_note WHERE deleted IS NULL ORDER BY at DESC, id DESC LIMIT 1"

static char *
join (char **ids)
{
  return ids != NULL ? g_strjoinv (BETWEEN_IDS, ids) : g_strdup ("");
}

static char **
take_ids (sqlite3_stmt *statement, int column)
{
  return g_strsplit ((const char *) sqlite3_column_text (statement, column), BETWEEN_IDS, -1);
}

/**
 * cooldown_journal_save_check:
 * @self: a journal
 * @note: what a check came to
 * @error: return location
 *
 * Notes what a check came to, and with which tingling it belongs if one goes on.
 *
 * Returns: whether it was written
 */
gboolean
cooldown_journal_save_check (CooldownJournal *self, const CooldownCheckNote *note, GError **error)
{
  g_autofree char *ticks = join (note->ticks);
  g_autofree char *denied = join (note->denied);
  g_autofree char *places = join (note->places);

  return journal_run (self, error,
                      "INSERT INTO check_note (ticks, denied, places, level, at, at_offset, written,"
                      " written_offset, episode) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?5, ?6,"
                      " (SELECT id FROM episode WHERE open = 1 AND deleted IS NULL"
                      "  ORDER BY id DESC LIMIT 1))",
                      "ssssii", ticks, denied, places, cooldown_level_to_string (note->level),
                      note->at / COOLDOWN_SECOND, (gint64) journal_offset (self, note->at));
}

/**
 * cooldown_journal_count_checks:
 * @self: a journal
 * @since: microseconds since 1970 UTC
 *
 * Returns: how many checks were saved since then
 */
guint
cooldown_journal_count_checks (CooldownJournal *self, gint64 since)
{
  return (guint) journal_get_number (
      self, "SELECT count (*) FROM check_note WHERE at >= ? AND deleted IS NULL", "i",
      since / COOLDOWN_SECOND);
}

static CooldownLevel
parse_level (const char *text)
{
  for (int level = COOLDOWN_LEVEL_EMERGENCY; level > COOLDOWN_LEVEL_UNFINISHED; level--)
    if (g_strcmp0 (cooldown_level_to_string ((CooldownLevel) level), text) == 0)
      return (CooldownLevel) level;
  return COOLDOWN_LEVEL_UNFINISHED;
}

/**
 * cooldown_journal_get_newest_check:
 * @self: a journal
 *
 * Returns: (transfer full) (nullable): the check that was saved last; %NULL if none was, or the
 *   journal cannot be read
 */
CooldownCheckNote *
cooldown_journal_get_newest_check (CooldownJournal *self)
{
  g_autoptr (sqlite3_stmt) statement = journal_prepare (self, NULL, NEWEST, "");
  CooldownCheckNote *note;

  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW)
    return NULL;
  note = g_new0 (CooldownCheckNote, 1);
  note->ticks = take_ids (statement, 0);
  note->denied = take_ids (statement, 1);
  note->places = take_ids (statement, 2);
  note->level = parse_level ((const char *) sqlite3_column_text (statement, 3));
  note->at = sqlite3_column_int64 (statement, 4) * COOLDOWN_SECOND;
  note->offset = sqlite3_column_int (statement, 5);
  note->episode = sqlite3_column_int64 (statement, 6);
  return note;
}

/**
 * cooldown_check_note_free:
 * @note: (transfer full): a note
 */
void
cooldown_check_note_free (CooldownCheckNote *note)
{
  g_strfreev (note->ticks);
  g_strfreev (note->denied);
  g_strfreev (note->places);
  g_free (note);
}
