/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-forget.h"

#include "core/journal-forget.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *window;
  CooldownEntryKind kind;
  char *uid;
} Forget;

static void
forget_free (gpointer data)
{
  Forget *forget = data;

  g_object_unref (forget->window);
  g_free (forget->uid);
  g_free (forget);
}

/* Returns the files that were not reached, one name each. */
static gpointer
work (CooldownJournal *journal, gpointer data, GError **error)
{
  const Forget *forget = data;
  GPtrArray *could_not = NULL;

  if (!cooldown_journal_forget (journal, forget->kind, forget->uid, &could_not, error))
    {
      g_clear_pointer (&could_not, g_ptr_array_unref);
      return NULL;
    }
  return could_not != NULL ? could_not : g_ptr_array_new ();
}

static void
show_unreached (GtkWidget *window, GPtrArray *could_not)
{
  g_autoptr (GString) names = g_string_new (NULL);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window),
                                              _ ("Forgotten, but not everywhere"), NULL);

  for (guint i = 0; i < could_not->len; i++)
    g_string_append_printf (names, "\n%s", (char *) g_ptr_array_index (could_not, i));
  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (dialog),
      /* Translators: %s are names of files, a line each, and begins with an empty line */
      _ ("These files in the journal’s folder could not be written; the text may still stand in "
         "them:\n%s"),
      names->str);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Who is told about it, and what must not be written to meanwhile: that would bring it back. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *page;
} Waiting;

static Waiting *
waiting_new (GtkWidget *window, GtkWidget *page)
{
  Waiting *waiting = g_new (Waiting, 1);

  *waiting = (Waiting){ g_object_ref (window), g_object_ref (page) };
  gtk_widget_set_sensitive (page, FALSE);
  return waiting;
}

static void
waiting_free (Waiting *waiting)
{
  g_object_unref (waiting->window);
  g_object_unref (waiting->page);
  g_free (waiting);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      could_not = cooldown_notebook_run_finish (COOLDOWN_NOTEBOOK (source), result, &error);
  g_autofree char *trouble = NULL;

  if (error != NULL)
    {
      gtk_widget_set_sensitive (waiting->page, TRUE);
      /* Translators: %s is the reason */
      trouble = g_strdup_printf (_ ("The entry could not be forgotten: %s"), error->message);
      gtk_widget_activate_action (waiting->window, "win.toast", "s", trouble);
    }
  else if (could_not->len > 0)
    show_unreached (waiting->window, could_not);
  else
    gtk_widget_activate_action (waiting->window, "win.toast", "s", _ ("Entry forgotten"));
  waiting_free (waiting);
}

static void
response_cb (GtkWidget *page, const char *response, GtkWidget *dialog)
{
  CooldownEntryEdit *edit = g_object_get_data (G_OBJECT (dialog), "cooldown-edit");
  CooldownNotebook *notebook = cooldown_app_state_get_notebook (
      cooldown_entry_edit_get_state (edit));
  CooldownEntry *entry = cooldown_entry_edit_get_entry (edit);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (page));
  Waiting *waiting;
  Forget *forget;

  if (g_strcmp0 (response, "forget") != 0 || window == NULL)
    return;
  waiting = waiting_new (window, page);
  cooldown_entry_edit_save (edit);
  forget = g_new (Forget, 1);
  *forget = (Forget){ g_object_ref (window), cooldown_entry_get_kind (entry),
                      g_strdup (cooldown_entry_get_uid (entry)) };
  cooldown_notebook_run (notebook, work, forget, forget_free, (GDestroyNotify) g_ptr_array_unref,
                         TRUE, NULL, forgotten_cb, waiting);
  /* This device's file in a shared folder forgets it next. */
  cooldown_data_sync_now (cooldown_app_state_get_sync (cooldown_entry_edit_get_state (edit)));
}

/**
 * cooldown_entry_forget:
 * @page: the page that shows the entry
 * @edit: a visit to it
 *
 * Asks whether an entry is to be forgotten for good, because that cannot be undone, and does it.
 * What could not be reached is said.
 */
void
cooldown_entry_forget (GtkWidget *page, CooldownEntryEdit *edit)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (page)), _ ("Forget this entry?"),
      _ ("All that it notes goes at once: from the journal and from its "
         "backups. This cannot be undone.\n\nWhat you exported, printed or "
         "sent is not reached; another device forgets it when it next reads "
         "this one’s notes."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "forget",
                                    _ ("_Forget"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "forget",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "cooldown-edit", g_object_ref (edit), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
