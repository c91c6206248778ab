/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the user is to be told about the file. The agent may be the one that finds it broken, and has
 * nobody to tell: it stands in the journal that took its place until somebody was told.
 */
#include "journal-private.h"

#define SET_ASIDE "journal.set-aside"
#define RESTORED_FROM "journal.restored-from"

static gboolean
write_one (CooldownJournal *self, const char *name, const char *text, GError **error)
{
  return text == NULL ||
         cooldown_journal_set_setting (self, name, g_variant_new_string (text), error);
}

/* Writes into @fresh, which is made if it is not there, what is to be told when it has taken the
 * journal's place: from the first moment on that stands in it. */
gboolean
journal_write_to_tell (CooldownJournal *self,
                       const char *fresh,
                       const char *set_aside,
                       const char *restored_from,
                       GError **error)
{
  g_autofree char *name = g_path_get_basename (fresh);
  g_autoptr (CooldownJournal) journal = journal_new (self->folder, name, self->clock);

  return journal_open_file (journal, error) && journal_create_tables (journal, error) &&
         write_one (journal, SET_ASIDE, set_aside, error) &&
         write_one (journal, RESTORED_FROM, restored_from, error);
}

static char *
read_one (CooldownJournal *self, const char *name)
{
  g_autoptr (sqlite3_stmt) statement =
    journal_prepare (self, NULL, "SELECT value FROM setting WHERE name = ?", "s", name);
  g_autoptr (GVariant) value = NULL;

  if (statement == NULL || !journal_step (self, statement, NULL))
    return NULL;
  value = g_variant_parse (G_VARIANT_TYPE_STRING,
                           (const char *) sqlite3_column_text (statement, 0), NULL, NULL, NULL);
  return value != NULL ? g_variant_dup_string (value, NULL) : NULL;
}

/* To be called when the journal was opened. */
void
journal_read_to_tell (CooldownJournal *self)
{
  if (self->set_aside == NULL)
    self->set_aside = read_one (self, SET_ASIDE);
  if (self->set_aside != NULL && self->restored_from == NULL)
    self->restored_from = read_one (self, RESTORED_FROM);
}

/**
 * cooldown_journal_get_set_aside:
 * @self: a journal
 *
 * Returns: (nullable): where a file was moved that could not be read, now or earlier if nobody was
 *   told since, see [method@Cooldown.Journal.set_told]; %NULL when all was well
 */
const char *
cooldown_journal_get_set_aside (CooldownJournal *self)
{
  return self->set_aside;
}

/**
 * cooldown_journal_get_restored_from:
 * @self: a journal
 *
 * Returns: (nullable): the name of the backup that was taken in place of the file that could not be
 *   read, see [struct@Cooldown.Backup]; %NULL when all was well, and when there was none and the
 *   journal began anew
 */
const char *
cooldown_journal_get_restored_from (CooldownJournal *self)
{
  return self->restored_from;
}

/**
 * cooldown_journal_set_told:
 * @self: a journal
 * @error: return location
 *
 * Notes that the user knows of the file that could not be read.
 *
 * Returns: whether that was noted; it is said again otherwise
 */
gboolean
cooldown_journal_set_told (CooldownJournal *self, GError **error)
{
  if (!journal_run (self, error, "DELETE FROM setting WHERE name IN (?, ?)", "ss", SET_ASIDE,
                    RESTORED_FROM))
    return FALSE;
  g_clear_pointer (&self->set_aside, g_free);
  g_clear_pointer (&self->restored_from, g_free);
  return TRUE;
}
