/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data-place.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  CooldownPlaceFunc func;
  gpointer data;
  GDestroyNotify free_data;
} Answer;

static void
answer_free (gpointer data, GClosure *closure)
{
  Answer *answer = data;

  if (answer->free_data != NULL)
    answer->free_data (answer->data);
  g_free (answer);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  Answer *answer = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    answer->func (file, answer->data);
  g_object_unref (dialog);
}

static GtkWindow *
get_window (GtkWidget *origin)
{
  GtkRoot *root = gtk_widget_get_root (origin);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
add_filter (GtkFileChooser *chooser, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_filter_set_name (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

/**
 * cooldown_place_choose:
 * @origin: the widget that wants to know
 * @action: whether to open, to save or to choose a folder
 * @title: what is asked
 * @name: (nullable): what a new file is called unless the user says otherwise
 * @pattern: (nullable): which files are offered, "*.json"
 * @func: called with the answer
 * @data: given to @func
 * @free_data: (nullable): frees @data
 *
 * Asks for a place, with the desktop's own dialog.
 */
void
cooldown_place_choose (GtkWidget *origin,
                       GtkFileChooserAction action,
                       const char *title,
                       const char *name,
                       const char *pattern,
                       CooldownPlaceFunc func,
                       gpointer data,
                       GDestroyNotify free_data)
{
  GtkFileChooserNative *dialog;
  Answer *answer = g_new (Answer, 1);

  g_return_if_fail (GTK_IS_WIDGET (origin));
  g_return_if_fail (func != NULL);

  *answer = (Answer){ func, data, free_data };
  dialog = gtk_file_chooser_native_new (title, get_window (origin), action, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  if (pattern != NULL)
    add_filter (GTK_FILE_CHOOSER (dialog), pattern);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), answer, answer_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * cooldown_place_say_failure:
 * @origin: the widget that began it
 * @heading: what did not work
 * @error: why
 *
 * Says that something with a file did not work, and why; more than a toast can hold.
 */
void
cooldown_place_say_failure (GtkWidget *origin, const char *heading, const GError *error)
{
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_WIDGET (origin));
  g_return_if_fail (error != NULL);

  dialog = adw_message_dialog_new (get_window (origin), heading, error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
