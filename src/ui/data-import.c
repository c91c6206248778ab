/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data-import.h"

#include "data-place.h"
#include "data-sync.h"
#include "report/import-json.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define RESPONSE_IMPORT "import"

/* One file on its way into the journal. */
typedef struct
{
  GtkWidget *origin;
  CooldownAppState *state;
  GFile *file; /* (nullable) */
  char *device;
  CooldownImport *import; /* (nullable): not before the file was read */
  CooldownMergeCounts counts;
} Arrival;

static Arrival *
arrival_new (GtkWidget *origin, CooldownAppState *state, GFile *file)
{
  Arrival *arrival = g_new0 (Arrival, 1);

  arrival->origin = g_object_ref (origin);
  arrival->state = g_object_ref (state);
  g_set_object (&arrival->file, file);
  arrival->device = cooldown_data_sync_get_device (cooldown_app_state_get_settings (state));
  return arrival;
}

static void
arrival_free (gpointer data)
{
  Arrival *arrival = data;

  g_object_unref (arrival->origin);
  g_object_unref (arrival->state);
  g_clear_object (&arrival->file);
  g_clear_object (&arrival->import);
  g_free (arrival->device);
  g_free (arrival);
}

/* Adds PART, and frees it, if there are any. */
static void
append_part (GString *text, guint n, char *part)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
  g_free (part);
}

/**
 * cooldown_data_import_describe:
 * @counts: what a merge does, or did
 *
 * Returns: (transfer full): it in words, "12 new · 3 changed · 40 known already"
 */
char *
cooldown_data_import_describe (const CooldownMergeCounts *counts)
{
  GString *text = g_string_new (NULL);

  /* Translators: these are parts of a line such as “12 new · 3 changed · 40 known already”, about
   * entries of the journal */
  append_part (text, counts->added,
               g_strdup_printf (ngettext ("%u new", "%u new", counts->added), counts->added));
  append_part (text, counts->changed,
               g_strdup_printf (ngettext ("%u changed", "%u changed", counts->changed),
                                counts->changed));
  append_part (text, counts->removed,
               g_strdup_printf (ngettext ("%u deleted", "%u deleted", counts->removed),
                                counts->removed));
  append_part (text, counts->older,
               g_strdup_printf (ngettext ("%u other version kept", "%u other versions kept",
                                          counts->older),
                                counts->older));
  append_part (text, counts->same,
               g_strdup_printf (ngettext ("%u known already", "%u known already", counts->same),
                                counts->same));
  return g_string_free (text, FALSE);
}

static void
say (Arrival *arrival, const char *text)
{
  gtk_widget_activate_action (arrival->origin, "win.toast", "s", text);
}

static gpointer
apply (CooldownJournal *journal, gpointer data, GError **error)
{
  Arrival *arrival = data;

  return cooldown_import_apply (arrival->import, journal, arrival->device, &arrival->counts, error)
             ? arrival
             : NULL;
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Arrival *arrival = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (cooldown_notebook_run_finish (COOLDOWN_NOTEBOOK (source), result, &error) == NULL)
    cooldown_place_say_failure (arrival->origin, _ ("Nothing was imported"), error);
  else
    {
      text = cooldown_data_import_describe (&arrival->counts);
      say (arrival, text);
    }
  arrival_free (arrival);
}

static void
answer_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Arrival *arrival = data;

  if (g_str_equal (response, RESPONSE_IMPORT))
    cooldown_notebook_run (cooldown_app_state_get_notebook (arrival->state), apply, arrival, NULL,
                           NULL, TRUE, NULL, applied_cb, arrival);
  else
    arrival_free (arrival);
}

static char *
describe_file (Arrival *arrival)
{
  g_autofree char *counts = cooldown_data_import_describe (&arrival->counts);
  gint32 offset;
  gint64 exported = cooldown_import_get_exported (arrival->import, &offset);
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (offset);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (exported / COOLDOWN_SECOND);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  g_autofree char *date = local != NULL ? g_date_time_format (local, "%x") : g_strdup ("–");

  /* Translators: the first %s is a date, the second a line such as “12 new · 3 changed” */
  return g_strdup_printf (_ ("Exported on %s.\n%s\n\nNothing of yours is lost: where both were "
                             "changed, the other version stays beside the entry."),
                          date, counts);
}

static void
ask (Arrival *arrival)
{
  g_autofree char *body = describe_file (arrival);
  GtkRoot *root = gtk_widget_get_root (arrival->origin);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              _ ("Import This Journal?"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    RESPONSE_IMPORT, _ ("_Import"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), RESPONSE_IMPORT,
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answer_cb), arrival);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gpointer
look (CooldownJournal *journal, gpointer data, GError **error)
{
  Arrival *arrival = data;

  arrival->import = cooldown_import_new_from_file (arrival->file, NULL, error);
  if (arrival->import == NULL ||
      !cooldown_import_preview (arrival->import, journal, &arrival->counts, error))
    return NULL;
  return arrival;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Arrival *arrival = data;
  g_autoptr (GError) error = NULL;

  if (cooldown_notebook_run_finish (COOLDOWN_NOTEBOOK (source), result, &error) != NULL &&
      arrival->counts.written > 0)
    {
      ask (arrival);
      return;
    }
  if (error != NULL)
    cooldown_place_say_failure (arrival->origin, _ ("This file cannot be imported"), error);
  else
    say (arrival, _ ("All of it is in your journal already"));
  arrival_free (arrival);
}

/**
 * cooldown_data_import_from:
 * @origin: the widget that began it
 * @state: what is going on
 * @file: a journal's JSON
 *
 * Reads the file, shows what would happen, and takes it over if the user wants that.
 */
void
cooldown_data_import_from (GtkWidget *origin, CooldownAppState *state, GFile *file)
{
  Arrival *arrival = arrival_new (origin, state, file);

  cooldown_notebook_run (cooldown_app_state_get_notebook (state), look, arrival, NULL, NULL, FALSE,
                         NULL, looked_cb, arrival);
}

static void
chosen_cb (GFile *file, gpointer data)
{
  Arrival *asker = data;

  cooldown_data_import_from (asker->origin, asker->state, file);
}

/**
 * cooldown_data_import:
 * @origin: the widget that begins it
 * @state: what is going on
 *
 * Asks for a file, and goes on as cooldown_data_import_from() does.
 */
void
cooldown_data_import (GtkWidget *origin, CooldownAppState *state)
{
  cooldown_place_choose (origin, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Import a Journal"), NULL,
                         "*.json", chosen_cb, arrival_new (origin, state, NULL), arrival_free);
}
