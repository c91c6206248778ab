/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evening.h"
#include "journal-private.h"

static gboolean
is_night (const char *date, guint restless, GError **error)
{
  GDate day;

  if (cooldown_date_parse (date, &day) && restless <= COOLDOWN_MOST_RESTLESS)
    return TRUE;
  g_set_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_VALUE,
               "%u for the night of “%s” is none from 0 to %d, or that is no date", restless,
               date != NULL ? date : "", COOLDOWN_MOST_RESTLESS);
  return FALSE;
}

/* What is noted where something was deleted does not bring back what stood there. */
static gboolean
clear_deleted (CooldownJournal *self, const char *date, gint64 now, GError **error)
{
  return journal_run (self, error,
                      "UPDATE night SET started = NULL, bed = NULL, up = NULL, to_sleep = NULL,"
                      " sleep = NULL, caffeine = NULL, caffeine_at = NULL, alcohol = NULL,"
                      " alcohol_at = NULL, nicotine = NULL, nicotine_at = NULL, features = '',"
                      " notes = NULL, written = ?, written_offset = ?"
                      " WHERE date = ? AND deleted IS NOT NULL",
                      "iis", now / COOLDOWN_SECOND, (gint64) journal_offset (self, now), date);
}

static gboolean
write_restless (CooldownJournal *self,
                const char *date,
                guint restless,
                gint64 now,
                GError **error)
{
  return journal_run (self, error,
                      "INSERT INTO night (date, restless, written, written_offset)"
                      " VALUES (?, ?, ?, ?)"
                      " ON CONFLICT (date) DO UPDATE SET restless = excluded.restless,"
                      " edits = edits + 1, edited = excluded.written, deleted = NULL",
                      "siii", date, (gint64) restless, now / COOLDOWN_SECOND,
                      (gint64) journal_offset (self, now));
}

/**
 * cooldown_journal_rate_night:
 * @self: a journal
 * @date: (nullable): the local date of the evening on which the night began, "2026-11-21"
 * @restless: how restless the legs were, from 0, calm, to %COOLDOWN_MOST_RESTLESS
 * @error: return location
 *
 * Notes how a night was, or corrects that.
 *
 * Returns: whether it was written; %FALSE with @error set also when @date is no date or @restless
 *   out of range
 */
gboolean
cooldown_journal_rate_night (CooldownJournal *self,
                             const char *date,
                             guint restless,
                             GError **error)
{
  gint64 now = journal_now (self);

  if (!is_night (date, restless, error) || !journal_begin (self, error))
    return FALSE;
  if (clear_deleted (self, date, now, error) && write_restless (self, date, restless, now, error))
    return journal_end (self, TRUE, error);
  journal_end (self, FALSE, NULL);
  return FALSE;
}

/**
 * cooldown_journal_get_night:
 * @self: a journal
 * @date: the local date of the evening on which the night began, "2026-11-21"
 *
 * Returns: how restless the legs were, 0 to %COOLDOWN_MOST_RESTLESS, or %COOLDOWN_NIGHT_NOT_NOTED
 */
int
cooldown_journal_get_night (CooldownJournal *self, const char *date)
{
  /* No row, and no answer from the disk, give 0. */
  gint64 number = journal_get_number (
    self, "SELECT ifnull (restless + 1, 0) FROM night WHERE date = ? AND deleted IS NULL", "s", date);

  return (int) number + COOLDOWN_NIGHT_NOT_NOTED;
}

/**
 * cooldown_journal_count_nights:
 * @self: a journal
 *
 * Returns: of how many nights it is noted how restless the legs were
 */
guint
cooldown_journal_count_nights (CooldownJournal *self)
{
  return (guint) journal_get_number (self, "SELECT count (restless) FROM night WHERE deleted IS NULL",
                                     "");
}
