/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data-export.h"

#include "data-place.h"
#include "data-sync.h"
#include "report/export-csv.h"
#include "report/export-json.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *origin;
  CooldownAppState *state;
} Asker;

static Asker *
asker_new (GtkWidget *origin, CooldownAppState *state)
{
  Asker *asker = g_new (Asker, 1);

  *asker = (Asker){ g_object_ref (origin), g_object_ref (state) };
  return asker;
}

static void
asker_free (gpointer data)
{
  Asker *asker = data;

  g_object_unref (asker->origin);
  g_object_unref (asker->state);
  g_free (asker);
}

typedef struct
{
  GFile *place;
  char *device;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->place);
  g_free (job->device);
  g_free (job);
}

/* Gives the number of entries that were left out, plus one: something, as it worked. */
static gpointer
write_json (CooldownJournal *journal, gpointer data, GError **error)
{
  const Job *job = data;
  guint n_left_out = 0;

  if (!cooldown_export_json_to_file (journal, job->device, job->place, &n_left_out, error))
    return NULL;
  return GUINT_TO_POINTER (n_left_out + 1);
}

static gpointer
write_tables (CooldownJournal *journal, gpointer data, GError **error)
{
  const Job *job = data;

  return GUINT_TO_POINTER (
      cooldown_export_csv_to_folder (journal, job->place, COOLDOWN_EXPORT_STEM, error) ? 1 : 0);
}

static void
say_done (GtkWidget *origin, guint n_left_out)
{
  g_autofree char *text = NULL;

  if (n_left_out == 0)
    text = g_strdup (_ ("Exported"));
  else
    text = g_strdup_printf (ngettext ("Exported, without %u entry that cannot be read",
                                      "Exported, without %u entries that cannot be read",
                                      n_left_out),
                            n_left_out);
  gtk_widget_activate_action (origin, "win.toast", "s", text);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) origin = data;
  g_autoptr (GError) error = NULL;
  gpointer written = cooldown_notebook_run_finish (COOLDOWN_NOTEBOOK (source), result, &error);

  if (error != NULL)
    cooldown_place_say_failure (origin, _ ("The journal was not exported"), error);
  else
    say_done (origin, GPOINTER_TO_UINT (written) - 1);
}

static void
run (GtkWidget *origin, CooldownAppState *state, GFile *place, CooldownNotebookWork work)
{
  Job *job = g_new (Job, 1);

  *job = (Job){ g_object_ref (place),
                cooldown_data_sync_get_device (cooldown_app_state_get_settings (state)) };
  cooldown_notebook_run (cooldown_app_state_get_notebook (state), work, job, job_free, NULL, FALSE,
                         NULL, written_cb, g_object_ref (origin));
}

/**
 * cooldown_data_export_to:
 * @origin: the widget that began it
 * @state: what is going on
 * @file: where to
 *
 * Writes the whole journal as one JSON file.
 */
void
cooldown_data_export_to (GtkWidget *origin, CooldownAppState *state, GFile *file)
{
  run (origin, state, file, write_json);
}

/**
 * cooldown_data_export_tables_to:
 * @origin: the widget that began it
 * @state: what is going on
 * @folder: where to
 *
 * Writes the whole journal as tables, one CSV file for each kind of entry.
 */
void
cooldown_data_export_tables_to (GtkWidget *origin, CooldownAppState *state, GFile *folder)
{
  run (origin, state, folder, write_tables);
}

static void
chosen_cb (GFile *file, gpointer data)
{
  Asker *asker = data;

  cooldown_data_export_to (asker->origin, asker->state, file);
}

static void
folder_chosen_cb (GFile *folder, gpointer data)
{
  Asker *asker = data;

  cooldown_data_export_tables_to (asker->origin, asker->state, folder);
}

/**
 * cooldown_data_export:
 * @origin: the widget that begins it
 * @state: what is going on
 *
 * Asks where to, and exports the whole journal as one file that Cooldown can read again.
 */
void
cooldown_data_export (GtkWidget *origin, CooldownAppState *state)
{
  CooldownInstant now = cooldown_app_state_now (state);
  g_autoptr (GDateTime) local =
      cooldown_clock_to_local (cooldown_app_state_get_clock (state), now.wall);
  g_autofree char *name = local != NULL ? g_date_time_format (local, "cooldown-%Y-%m-%d.json") : NULL;

  cooldown_place_choose (origin, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Export the Journal"),
                         name != NULL ? name : "cooldown.json", NULL, chosen_cb,
                         asker_new (origin, state), asker_free);
}

/**
 * cooldown_data_export_tables:
 * @origin: the widget that begins it
 * @state: what is going on
 *
 * Asks for a folder, and exports the whole journal there as tables for other programs.
 */
void
cooldown_data_export_tables (GtkWidget *origin, CooldownAppState *state)
{
  cooldown_place_choose (origin, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                         _ ("Choose a Folder for the Tables"), NULL, NULL, folder_chosen_cb,
                         asker_new (origin, state), asker_free);
}
