/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notebook-failure.h"

#include "core/journal.h"

#include <glib/gi18n.h>

/* What the user can do something with; %NULL where the failure says it better itself. */
static char *
format (const GError *error, const char *folder)
{
  switch ((CooldownJournalError) error->code)
    {
    case COOLDOWN_JOURNAL_ERROR_FOLDER:
      /* Translators: %s is the path of a folder */
      return g_strdup_printf (_ ("The folder “%s” cannot be used."), folder);
    case COOLDOWN_JOURNAL_ERROR_LOCKED:
      return g_strdup (_ ("Another program is using the journal. Try again in a moment."));
    case COOLDOWN_JOURNAL_ERROR_NEWER:
      return g_strdup (_ ("A newer Cooldown wrote it. Update Cooldown to use it."));
    case COOLDOWN_JOURNAL_ERROR_BROKEN:
      return g_strdup (_ ("The file is damaged, or is no journal."));
    case COOLDOWN_JOURNAL_ERROR_WRITE:
      return g_strdup (_ ("The journal could not be written or read."));
    case COOLDOWN_JOURNAL_ERROR_READ_ONLY:
      return g_strdup (_ ("The journal can only be read here."));
    case COOLDOWN_JOURNAL_ERROR_FULL:
      return g_strdup (_ ("The disk is full. Make some room, then try again."));
    case COOLDOWN_JOURNAL_ERROR_VALUE:
    default:
      return NULL;
    }
}

/**
 * cooldown_notebook_failure_word:
 * @error: why something could not be done
 * @folder: the journal's folder
 *
 * Has a failure of the journal say in the user's words what is the matter; what SQLite said, and of
 * which file, goes to the log. Failures of other things stay as they are.
 */
void
cooldown_notebook_failure_word (GError *error, const char *folder)
{
  char *words;

  g_return_if_fail (error != NULL && folder != NULL);

  words = error->domain == COOLDOWN_JOURNAL_ERROR ? format (error, folder) : NULL;
  if (words == NULL)
    return;
  g_message ("%s", error->message);
  g_free (error->message);
  error->message = words;
}
