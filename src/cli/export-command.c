/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include "core/sandbox.h"
#include "report/export-csv.h"
#include "report/export-json.h"
#include "report/new-file.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#define STANDARD_OUTPUT "-"
#define JSON_ENDING ".json"
#define CSV_ENDING ".csv"
/* The settings, in which the device has a name, are the window's. */
#define NO_DEVICE ""

static CooldownJournal *
open_journal (CooldownClock *clock, GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "cooldown", NULL);
  g_autofree char *file = g_build_filename (folder, "journal.db", NULL);

  if (g_file_test (file, G_FILE_TEST_EXISTS))
    return cooldown_journal_open_to_read (folder, clock, error);
  cooldown_command_refuse (error, _ ("There is no journal yet, so there is nothing to export."));
  return NULL;
}

static void
warn_left_out (guint n_left_out)
{
  if (n_left_out == 0)
    return;
  g_printerr (ngettext ("Exported, without %u entry that cannot be read",
                        "Exported, without %u entries that cannot be read", n_left_out),
              n_left_out);
  g_printerr ("\n");
}

/* Whether all of it went out; a full disk or a closed pipe is no success. */
static gboolean
write_out (GBytes *bytes, GError **error)
{
  gsize left;
  const char *data = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      gssize written = write (STDOUT_FILENO, data, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return cooldown_command_refuse (error, _ ("The journal was not exported: %s"),
                                        g_strerror (errno));
      data += written;
      left -= (gsize) written;
    }
  return TRUE;
}

static gboolean
check_free (GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) ==
      G_FILE_TYPE_UNKNOWN)
    return TRUE;
  /* Translators: %s is the name of a file */
  return cooldown_command_refuse (error, _ ("%s is there already. Choose another name."), name);
}

static gboolean
export_json (CooldownJournal *journal, GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  guint n_left_out = 0;

  if (file != NULL && !check_free (file, error))
    return FALSE;
  bytes = cooldown_export_json (journal, NO_DEVICE, &n_left_out, error);
  if (bytes == NULL)
    return FALSE;
  if (file != NULL ? !cooldown_new_file_replace (file, bytes, error) : !write_out (bytes, error))
    return FALSE;
  warn_left_out (n_left_out);
  return TRUE;
}

/* A table for each kind of entry, named after FILE: "legs.csv" becomes "legs-episodes.csv" … */
static gboolean
export_tables (CooldownJournal *journal, GFile *file, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (CSV_ENDING));
  g_autoptr (GPtrArray) names = cooldown_export_csv_get_names (stem);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GFile) table = g_file_get_child (folder, g_ptr_array_index (names, i));

      if (!check_free (table, error))
        return FALSE;
    }
  return cooldown_export_csv_to_folder (journal, folder, stem, error);
}

/* What a name asks for, known before anything is opened. */
static gboolean
check_name (const char *name, GError **error)
{
  g_autofree char *shown = g_filename_display_name (name);

  return strcmp (name, STANDARD_OUTPUT) == 0 || g_str_has_suffix (name, JSON_ENDING) ||
         g_str_has_suffix (name, CSV_ENDING) ||
         /* Translators: %s is the name of a file */
         cooldown_command_misuse (error, _ ("“%s” ends neither in .json nor in .csv."), shown);
}

/* A file that nobody finds again is worse than none. */
static gboolean
check_kept (GFile *target, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (target);

  return folder == NULL || cooldown_sandbox_keeps (g_file_peek_path (folder)) ||
         cooldown_command_refuse (error, _ ("From inside its sandbox Cooldown cannot write there. "
                                            "Let the shell do it: --export - >legs.json"));
}

/**
 * cooldown_command_export:
 * @file: (type filename): a file that is not there yet, whose ending says what is written; "-" is
 *   the standard output and gets JSON
 * @clock: the clock
 * @error: return location
 *
 * Writes the journal to @file. Nothing in the journal is changed.
 *
 * Returns: whether all of it was written; else nothing is left behind
 */
gboolean
cooldown_command_export (const char *file, CooldownClock *clock, GError **error)
{
  g_autoptr (CooldownJournal) journal = NULL;
  g_autoptr (GFile) target = NULL;

  if (!check_name (file, error))
    return FALSE;
  if (strcmp (file, STANDARD_OUTPUT) != 0)
    target = g_file_new_for_commandline_arg (file);
  if (target != NULL && !check_kept (target, error))
    return FALSE;
  journal = open_journal (clock, error);
  if (journal == NULL)
    return FALSE;
  if (target == NULL)
    return export_json (journal, NULL, error);
  return g_str_has_suffix (file, JSON_ENDING) ? export_json (journal, target, error)
                                              : export_tables (journal, target, error);
}
