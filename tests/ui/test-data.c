/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hand.h"
#include "paper.h"
#include "ui/data-export.h"
#include "ui/data-import.h"
#include "ui/data-restore.h"
#include "ui/data-sync.h"
#include "ui/preferences.h"
#include "ui/report-out.h"
#include "ui/report-popover.h"

#include "core/journal-backup.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>
#include <string.h>

/* The journal on its way out, in, to other devices and back from a backup: real windows, a real
 * notebook, real files. */

#define NOW COOLDOWN_FAKE_CLOCK_START

static Desk desk;
static char *place; /* a folder for files that go out and in */

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
is_answered (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

/* All entries of a notebook, however it came to them. */
static guint
count_in (CooldownNotebook *notebook)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  CooldownQuery query = COOLDOWN_QUERY_INIT;

  cooldown_notebook_find (notebook, &query, NULL, answer_cb, &result);
  spin_until (is_answered, &result);
  found = cooldown_notebook_find_finish (notebook, result, &error);
  g_assert_no_error (error);
  return found->len;
}

static guint
count (void)
{
  return count_in (cooldown_app_state_get_notebook (desk.state));
}

static void
note_in (CooldownNotebook *notebook, const char *words)
{
  g_autoptr (CooldownEntry) entry = cooldown_entry_new (COOLDOWN_ENTRY_EPISODE);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN, NOW - COOLDOWN_HOUR, 0);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_NOTES, words);
  cooldown_notebook_put (notebook, entry, answer_cb, &result);
  spin_until (is_answered, &result);
  cooldown_notebook_put_finish (notebook, result, &error);
  g_assert_no_error (error);
}

static void
note (const char *words)
{
  note_in (cooldown_app_state_get_notebook (desk.state), words);
}

static GFile *
get_file (const char *name)
{
  return g_file_new_build_filename (place, name, NULL);
}

static gboolean
exists (gpointer data)
{
  return g_file_query_exists (data, NULL);
}

/* A dialog that asks, once it is there. */
static gboolean
has_dialog (gpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (ADW_IS_MESSAGE_DIALOG (window->data))
      *(AdwMessageDialog **) data = window->data;
  return *(AdwMessageDialog **) data != NULL;
}

static AdwMessageDialog *
wait_for_dialog (void)
{
  AdwMessageDialog *dialog = NULL;

  spin_until (has_dialog, &dialog);
  return dialog;
}

static gboolean
has_no_dialog (gpointer data)
{
  AdwMessageDialog *dialog = NULL;

  return !has_dialog (&dialog);
}

static void
answer_dialog (const char *response)
{
  AdwMessageDialog *dialog = wait_for_dialog ();

  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  spin_until (has_no_dialog, NULL);
}

static gboolean
has_count (gpointer data)
{
  return count () == GPOINTER_TO_UINT (data);
}

/* Gives the journal that every test begins with: nothing in it. */
static void
empty (void)
{
  CooldownNotebook *notebook = cooldown_app_state_get_notebook (desk.state);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) found = NULL;
  CooldownQuery query = COOLDOWN_QUERY_INIT;

  cooldown_notebook_find (notebook, &query, NULL, answer_cb, &result);
  spin_until (is_answered, &result);
  found = cooldown_notebook_find_finish (notebook, result, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      g_autoptr (GAsyncResult) marked = NULL;

      cooldown_notebook_mark (notebook, COOLDOWN_ENTRY_EPISODE,
                              cooldown_entry_get_uid (g_ptr_array_index (found, i)), TRUE,
                              answer_cb, &marked);
      spin_until (is_answered, &marked);
    }
  g_assert_cmpuint (count (), ==, 0);
}

/* What was exported can be imported: it is shown first what would happen, nothing happens when that
 * is not wanted, and the second time there is nothing to do. */
static void
test_out_and_in (void)
{
  g_autoptr (GFile) file = get_file ("journal.json");
  GtkWidget *window = GTK_WIDGET (desk.window);
  g_autoptr (CooldownNotebook) other = paper_new (COOLDOWN_CLOCK (desk.clock));
  g_autoptr (CooldownAppState) theirs = NULL;
  g_autofree char *folder = g_strdup (cooldown_notebook_get_folder (other));

  empty ();
  note_in (other, "on the hill");
  note_in (other, "new shoes");
  theirs = cooldown_app_state_new (desk.content, COOLDOWN_CLOCK (desk.clock), desk.link, other);
  cooldown_data_export_to (window, theirs, file);
  spin_until (exists, file);

  cooldown_data_import_from (window, desk.state, file);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (wait_for_dialog ()), "2 new"));
  answer_dialog ("cancel");
  g_assert_cmpuint (count (), ==, 0);
  cooldown_data_import_from (window, desk.state, file);
  answer_dialog ("import");
  spin_until (has_count, GUINT_TO_POINTER (2));

  /* Nothing is asked, as nothing is new. */
  cooldown_data_import_from (window, desk.state, file);
  g_assert_cmpuint (count (), ==, 2);
  desk_settle (&desk);
  g_assert_true (has_no_dialog (NULL));
  cooldown_notebook_close (other);
  paper_remove (folder);
}

/* A file that is no journal says so, and changes nothing. */
static void
test_no_journal (void)
{
  g_autoptr (GFile) file = get_file ("broken.json");
  AdwMessageDialog *dialog;

  empty ();
  g_assert_true (g_file_replace_contents (file, "{\"format\":", 10, NULL, FALSE, 0, NULL, NULL, NULL));
  cooldown_data_import_from (GTK_WIDGET (desk.window), desk.state, file);
  dialog = wait_for_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "This file cannot be imported");
  g_assert_cmpstr (adw_message_dialog_get_body (dialog), !=, "");
  answer_dialog ("close");
  g_assert_cmpuint (count (), ==, 0);
}

/* A place that cannot be written to says so. */
static void
test_no_place (void)
{
  g_autoptr (GFile) file = get_file ("missing/journal.json");

  cooldown_data_export_to (GTK_WIDGET (desk.window), desk.state, file);
  g_assert_cmpstr (adw_message_dialog_get_heading (wait_for_dialog ()), ==,
                   "The journal was not exported");
  answer_dialog ("close");
}

/* Tables are written for each kind. */
static void
test_tables (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path (place);
  g_autoptr (GFile) episodes = get_file ("cooldown-episodes.csv");

  empty ();
  note ("on the hill");
  cooldown_data_export_tables_to (GTK_WIDGET (desk.window), desk.state, folder);
  spin_until (exists, episodes);
  g_assert_true (has_no_dialog (NULL));
}

static gboolean
has_synced (gpointer data)
{
  return *cooldown_data_sync_get_text (data) != '\0';
}

/* Two devices with one folder know the same in the end, and say with how many they exchanged. */
static void
test_two_devices (void)
{
  g_autofree char *shared = g_build_filename (place, "shared", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (shared);
  g_autofree char *uri = g_file_get_uri (folder);
  g_autoptr (CooldownNotebook) other = paper_new (COOLDOWN_CLOCK (desk.clock));
  g_autofree char *papers = g_strdup (cooldown_notebook_get_folder (other));
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  g_autoptr (GSettings) settings = g_settings_new_with_backend (COOLDOWN_APP_ID, backend);
  CooldownDataSync *sync = cooldown_app_state_get_sync (desk.state);
  g_autoptr (CooldownDataSync) theirs = NULL;

  empty ();
  g_assert_true (g_file_make_directory (folder, NULL, NULL));
  note ("mine");
  note_in (other, "theirs");
  cooldown_data_sync_set_folder (sync, folder);
  spin_until (has_synced, sync);
  g_assert_nonnull (strstr (cooldown_data_sync_get_text (sync), "0 other devices"));

  g_settings_set_string (settings, "shared-folder", uri);
  theirs = cooldown_data_sync_new (other, settings, COOLDOWN_CLOCK (desk.clock));
  cooldown_data_sync_now (theirs);
  spin_until (has_synced, theirs);
  g_assert_nonnull (strstr (cooldown_data_sync_get_text (theirs), "1 other device"));
  g_assert_cmpuint (count_in (other), ==, 2);

  cooldown_data_sync_now (sync);
  spin_until (has_count, GUINT_TO_POINTER (2));
  cooldown_data_sync_set_folder (sync, NULL);
  cooldown_notebook_close (other);
  paper_remove (papers);
}

/* A folder that is not there is told, and nothing else breaks. */
static void
test_no_folder (void)
{
  g_autoptr (GFile) folder = get_file ("nowhere");
  CooldownDataSync *sync = cooldown_app_state_get_sync (desk.state);

  cooldown_data_sync_set_folder (sync, folder);
  spin_until (has_synced, sync);
  g_assert_true (g_str_has_prefix (cooldown_data_sync_get_text (sync), "The folder cannot be used"));
  cooldown_data_sync_set_folder (sync, NULL);
}

static gpointer
back_up (CooldownJournal *journal, gpointer data, GError **error)
{
  return cooldown_journal_back_up (journal, error) ? journal : NULL;
}

static gboolean
can_restore (gpointer data)
{
  GtkWidget *row = find_mapped (data, COOLDOWN_TYPE_DATA_RESTORE, 0);

  return row != NULL && gtk_widget_is_sensitive (row);
}

/* A backup that is put in place of the journal is what the window shows then. */
static void
test_restore (void)
{
  CooldownNotebook *notebook = cooldown_app_state_get_notebook (desk.state);
  CooldownDataSync *sync = cooldown_app_state_get_sync (desk.state);
  g_autoptr (GFile) folder = g_file_new_for_path (place);
  g_autoptr (GAsyncResult) result = NULL;
  GtkWindow *preferences;

  empty ();
  note ("in the backup");
  cooldown_notebook_run (notebook, back_up, NULL, NULL, NULL, TRUE, NULL, answer_cb, &result);
  spin_until (is_answered, &result);
  note ("after it");
  g_assert_cmpuint (count (), ==, 2);
  cooldown_data_sync_set_folder (sync, folder);
  spin_until (has_synced, sync);

  preferences = cooldown_preferences_new (GTK_WINDOW (desk.window), desk.state);
  gtk_window_present (preferences);
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (preferences), "data");
  spin_until (can_restore, preferences);
  expand_rows (GTK_WIDGET (preferences));
  gtk_widget_activate (GTK_WIDGET (find_button (preferences, "Restore…")));
  answer_dialog ("restore");
  spin_until (has_count, GUINT_TO_POINTER (1));
  /* What was shared before would bring it all back. */
  cooldown_data_sync_now (sync);
  g_assert_cmpuint (count (), ==, 1);
  gtk_window_destroy (preferences);
}

/* After everything was deleted nothing is there, no backup and no name either. */
static void
test_erase (void)
{
  GSettings *settings = cooldown_app_state_get_settings (desk.state);
  CooldownNotebook *notebook = cooldown_app_state_get_notebook (desk.state);
  g_autofree char *backups =
      g_build_filename (cooldown_notebook_get_folder (notebook), "backups", NULL);
  g_autofree char *name = NULL;
  GtkWindow *preferences;

  note ("secret");
  g_settings_set_string (settings, "report-name", "Somebody");
  preferences = cooldown_preferences_new (GTK_WINDOW (desk.window), desk.state);
  gtk_window_present (preferences);
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (preferences), "data");
  gtk_widget_activate (find_row (preferences, "Delete All My Data…"));
  answer_dialog ("cancel");
  g_assert_cmpuint (count (), >, 0);
  gtk_widget_activate (find_row (preferences, "Delete All My Data…"));
  answer_dialog ("delete");
  spin_until (has_count, GUINT_TO_POINTER (0));
  g_assert_false (g_file_test (backups, G_FILE_TEST_EXISTS));
  name = g_settings_get_string (settings, "report-name");
  g_assert_cmpstr (name, ==, "");
  gtk_window_destroy (preferences);
}

/* The report of what stands in the journal is a PDF, in a file of its user's choice. */
static void
test_report (void)
{
  g_autoptr (GFile) file = get_file ("report.pdf");
  CooldownReportWish wish = { .weeks = 8, .kinds = 1u << COOLDOWN_ENTRY_EPISODE };
  g_autofree char *contents = NULL;
  gsize length;

  empty ();
  note ("on the hill");
  cooldown_report_out_save_to (GTK_WIDGET (desk.window), desk.state, &wish, file);
  spin_until (exists, file);
  g_assert_true (g_file_load_contents (file, NULL, &contents, &length, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
}

typedef struct
{
  char *text;
  gboolean done;
} Clip;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Clip *clip = data;

  clip->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  clip->done = TRUE;
}

static gboolean
is_read (gpointer data)
{
  return ((Clip *) data)->done;
}

static gboolean
has_clip (gpointer data)
{
  return gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (data), G_TYPE_STRING);
}

/* The popover's wishes reach the report, and a name is kept only for who wants that. */
static void
test_popover (void)
{
  GSettings *settings = cooldown_app_state_get_settings (desk.state);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (desk.window));
  GtkWidget *popover = cooldown_report_popover_new (desk.state);
  g_autofree char *kept = NULL;
  Clip clip = { 0 };

  empty ();
  note ("on the hill");
  gtk_widget_set_parent (popover, GTK_WIDGET (desk.window));
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_editable_set_text (GTK_EDITABLE (find_row (popover, "Name")), "Alex Example");
  gtk_editable_set_text (
      GTK_EDITABLE (find_row (popover, "My question")), "Why at night?");
  gtk_widget_activate (GTK_WIDGET (find_button (popover, "Copy as Text")));
  spin_until (has_clip, clipboard);
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &clip);
  spin_until (is_read, &clip);
  g_assert_nonnull (strstr (clip.text, "Why at night?"));
  g_assert_nonnull (strstr (clip.text, "on the hill"));
  kept = g_settings_get_string (settings, "report-name");
  g_assert_cmpstr (kept, ==, "");
  g_free (clip.text);
  gtk_widget_unparent (popover);
}

int
main (int argc, char *argv[])
{
  int failures;

  desk_begin_tests (&argc, &argv);
  place = g_dir_make_tmp ("cooldown-XXXXXX", NULL);
  desk_open (&desk);
  g_test_add_func ("/data/out-and-in", test_out_and_in);
  g_test_add_func ("/data/no-journal", test_no_journal);
  g_test_add_func ("/data/no-place", test_no_place);
  g_test_add_func ("/data/tables", test_tables);
  g_test_add_func ("/data/two-devices", test_two_devices);
  g_test_add_func ("/data/no-folder", test_no_folder);
  g_test_add_func ("/data/restore", test_restore);
  g_test_add_func ("/data/report", test_report);
  g_test_add_func ("/data/popover", test_popover);
  g_test_add_func ("/data/erase", test_erase);
  failures = g_test_run ();
  desk_close (&desk);
  paper_remove (place);
  g_free (place);
  return failures;
}
