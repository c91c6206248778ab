/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which files in the journal's folder are its own, by their names. Everything else there belongs to
 * somebody else.
 */
#include "journal-private.h"

/* Of a file that SQLite had open. */
#define COMPANION "-(wal|shm|journal)"
/* From before a change of the form, broken, and replaced by a backup. */
#define ASIDE "journal\\.db\\.(v[0-9]+\\.backup|(broken|replaced)--?[0-9]+)(-[0-9]+)?"
#define DAY "journal-[0-9]{4}-[0-9]{2}-[0-9]{2}\\.db"
#define HALF_DONE "journal\\.db\\.(backup|restore)\\.new"
#define HALF_DONE_BACKUP "journal\\.new"

typedef struct
{
  const char *beside;
  const char *in_backups;
} Pattern;

static const Pattern patterns[] = {
  [JOURNAL_FILES_COPIES] = { "^" ASIDE "$", "^" DAY "$" },
  [JOURNAL_FILES_HALF_DONE] = { "^" HALF_DONE "(" COMPANION ")?$",
                                "^" HALF_DONE_BACKUP "(" COMPANION ")?$" },
  [JOURNAL_FILES_BESIDE] = { "^(" ASIDE "|" HALF_DONE ")(" COMPANION ")?$",
                             "^(" DAY "|" HALF_DONE_BACKUP ")(" COMPANION ")?$" },
};

static void
find_in (const char *folder, const char *under, const char *pattern, GPtrArray *names)
{
  g_autofree char *path = g_build_filename (folder, under, NULL);
  g_autoptr (GRegex) regex =
    g_regex_new (pattern, G_REGEX_RAW | G_REGEX_DOLLAR_ENDONLY, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_regex_match (regex, name, G_REGEX_MATCH_DEFAULT, NULL))
      g_ptr_array_add (names, g_build_filename (under, name, NULL));
}

/* Their paths within the journal's folder. */
GPtrArray *
journal_find_files (const char *folder, JournalFiles which)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  find_in (folder, JOURNAL_BACKUPS_NAME, patterns[which].in_backups, names);
  find_in (folder, "", patterns[which].beside, names);
  return names;
}
