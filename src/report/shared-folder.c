/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A folder that something else carries between devices. Each writes one file of its own there and
 * none but that; it reads all the others, also copies that were made of a conflict. Whatever cannot
 * be read is told and left alone: it may be on its way, or of a newer Cooldown.
 */
#include "shared-folder.h"

#include "export-json.h"
#include "import-json.h"
#include "new-file.h"

#include <string.h>

#define PREFIX "cooldown-"
#define SUFFIX ".json"
#define ATTRIBUTES \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE

typedef struct
{
  GFile *folder;
  const char *device;
  CooldownJournal *journal;
  CooldownSyncReport *report;
  GFile *own;
  GBytes *json;       /* (nullable): the journal as it is now, once that was asked for */
  gboolean hands_off; /* what stands in its own file's place must stay there */
} Sync;

/**
 * cooldown_sync_report_free:
 * @report: (transfer full): a report
 */
void
cooldown_sync_report_free (CooldownSyncReport *report)
{
  g_ptr_array_unref (report->unread);
  g_free (report);
}

static void
report_unread (Sync *sync, GFile *file, const GError *why)
{
  g_autofree char *name = g_file_get_basename (file);

  g_ptr_array_add (sync->report->unread, g_strdup_printf ("%s: %s", name, why->message));
}

static void
add_counts (CooldownMergeCounts *sum, const CooldownMergeCounts *counts)
{
  sum->added += counts->added;
  sum->changed += counts->changed;
  sum->removed += counts->removed;
  sum->older += counts->older;
  sum->same += counts->same;
  sum->written += counts->written;
}

/* The journal as it would be written. */
static GBytes *
get_json (Sync *sync, GError **error)
{
  if (sync->json == NULL)
    sync->json =
      cooldown_export_json (sync->journal, sync->device, &sync->report->n_left_out, error);
  return sync->json;
}

/* Takes over a file; FALSE only when the journal failed. */
static gboolean
take_over (Sync *sync, CooldownImport *import, GError **error)
{
  CooldownMergeCounts counts;

  if (!cooldown_import_apply (import, sync->journal, sync->device, &counts, error))
    return FALSE;
  add_counts (&sync->report->counts, &counts);
  if (counts.written > 0)
    g_clear_pointer (&sync->json, g_bytes_unref);
  return TRUE;
}

/* Takes over what is not known; FALSE only when the journal failed. What cannot be read is told in
 * @why. */
static gboolean
read_journal (Sync *sync, GFile *file, GError **why, GError **error)
{
  g_autoptr (GBytes) bytes = cooldown_import_load (file, NULL, why);
  g_autoptr (CooldownImport) import = NULL;
  GBytes *json = get_json (sync, error);

  if (json == NULL)
    return FALSE;
  /* Mostly all devices know the same. */
  if (bytes == NULL || cooldown_export_json_is_same (json, bytes))
    return TRUE;
  import = cooldown_import_new (bytes, why);
  return import == NULL || take_over (sync, import, error);
}

static gboolean
read_other (Sync *sync, GFile *file, GError **error)
{
  g_autoptr (GError) why = NULL;

  if (!read_journal (sync, file, &why, error))
    return FALSE;
  if (why != NULL)
    report_unread (sync, file, why);
  else
    sync->report->n_read++;
  return TRUE;
}

static gboolean
is_a_journal (const char *name)
{
  return g_str_has_prefix (name, PREFIX) && g_str_has_suffix (name, SUFFIX);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The files of the folder, in the order of their names. */
static GPtrArray *
list_files (GFile *folder, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GFileEnumerator) files = g_file_enumerate_children (
    folder, ATTRIBUTES, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, error);

  if (files == NULL)
    return NULL;
  for (;;)
    {
      GFileInfo *info;

      if (!g_file_enumerator_iterate (files, &info, NULL, NULL, error))
        return NULL;
      if (info == NULL)
        break;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR &&
          is_a_journal (g_file_info_get_name (info)))
        g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));
    }
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

static gboolean
read_others (Sync *sync, GError **error)
{
  g_autoptr (GPtrArray) names = list_files (sync->folder, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GFile) file = g_file_get_child (sync->folder, names->pdata[i]);

      if (!g_file_equal (file, sync->own) && !read_other (sync, file, error))
        return FALSE;
    }
  return TRUE;
}

/* Something of this device's name that this device did not write is somebody's all the same. */
static gboolean
set_aside (Sync *sync, GError **error)
{
  g_autofree char *name = g_strdup_printf (PREFIX "%s" SUFFIX ".unread", sync->device);
  g_autoptr (GFile) aside = g_file_get_child (sync->folder, name);

  for (guint i = 2; g_file_query_exists (aside, NULL); i++)
    {
      g_autofree char *next = g_strdup_printf (PREFIX "%s" SUFFIX ".unread-%u", sync->device, i);

      g_object_unref (aside);
      aside = g_file_get_child (sync->folder, next);
    }
  return g_file_move (sync->own, aside, G_FILE_COPY_NO_FALLBACK_FOR_MOVE, NULL, NULL, NULL, error);
}

/* Its own file may know more than the journal, when that was brought back from a backup. */
static gboolean
read_own (Sync *sync, GError **error)
{
  g_autoptr (GError) why = NULL;

  if (!read_journal (sync, sync->own, &why, error))
    return FALSE;
  if (why == NULL || g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  report_unread (sync, sync->own, why);
  /* A newer Cooldown was here before, or it cannot be reached now. */
  sync->hands_off = why->domain != COOLDOWN_IMPORT_ERROR ||
                    g_error_matches (why, COOLDOWN_IMPORT_ERROR, COOLDOWN_IMPORT_ERROR_NEWER);
  return sync->hands_off || set_aside (sync, error);
}

static gboolean
write_own (Sync *sync, GError **error)
{
  g_autoptr (GBytes) before = cooldown_import_load (sync->own, NULL, NULL);
  GBytes *json = get_json (sync, error);

  if (json == NULL)
    return FALSE;
  if (before != NULL && cooldown_export_json_is_same (json, before))
    return TRUE;
  sync->report->wrote = cooldown_new_file_replace (sync->own, json, error);
  return sync->report->wrote;
}

/**
 * cooldown_shared_folder_sync:
 * @folder: the folder
 * @device: what names this device, eight hexadecimal digits
 * @journal: its journal
 * @report: (out) (transfer full): what came of it, also when it failed on the way
 * @error: return location
 *
 * Takes over what other devices wrote into the folder, then writes this one's whole journal there as
 * "cooldown-DEVICE.json" if that has changed. What cannot be read is told in @report and left alone.
 *
 * Returns: whether the folder could be read and written, and the journal too
 */
gboolean
cooldown_shared_folder_sync (GFile *folder,
                             const char *device,
                             CooldownJournal *journal,
                             CooldownSyncReport **report,
                             GError **error)
{
  g_autofree char *name = g_strdup_printf (PREFIX "%s" SUFFIX, device);
  g_autoptr (GFile) own = g_file_get_child (folder, name);
  Sync sync = { folder, device, journal, g_new0 (CooldownSyncReport, 1), own, NULL, FALSE };
  gboolean done;

  sync.report->unread = g_ptr_array_new_with_free_func (g_free);
  *report = sync.report;
  done = read_others (&sync, error) && read_own (&sync, error) &&
         (sync.hands_off || write_own (&sync, error));
  g_clear_pointer (&sync.json, g_bytes_unref);
  return done;
}
