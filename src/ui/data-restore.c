/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data-restore.h"

#include "core/evening.h"
#include "core/journal-backup.h"
#include "data-place.h"

#include <glib/gi18n.h>

#define RESPONSE_RESTORE "restore"

struct _CooldownDataRestore
{
  AdwExpanderRow parent_instance;
  CooldownAppState *state;
  GPtrArray *rows; /* (element-type GtkWidget): those of the backups */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (CooldownDataRestore, cooldown_data_restore, ADW_TYPE_EXPANDER_ROW)

static void
cooldown_data_restore_dispose (GObject *object)
{
  CooldownDataRestore *self = COOLDOWN_DATA_RESTORE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_data_restore_parent_class)->dispose (object);
}

static void
cooldown_data_restore_finalize (GObject *object)
{
  CooldownDataRestore *self = COOLDOWN_DATA_RESTORE (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (cooldown_data_restore_parent_class)->finalize (object);
}

static void
cooldown_data_restore_class_init (CooldownDataRestoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_data_restore_dispose;
  G_OBJECT_CLASS (klass)->finalize = cooldown_data_restore_finalize;
}

static void
cooldown_data_restore_init (CooldownDataRestore *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}

/* The name of the backup that the user wants back. */
typedef struct
{
  CooldownDataRestore *self;
  char *name;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->self);
  g_free (wish->name);
  g_free (wish);
}

/* Gives the name under which the present journal was kept. */
static gpointer
restore (const char *folder, CooldownClock *clock, gpointer data, GError **error)
{
  char *kept = NULL;

  return cooldown_journal_restore (folder, clock, ((Wish *) data)->name, &kept, error) ? kept : NULL;
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CooldownDataRestore) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept =
      cooldown_notebook_run_finish (COOLDOWN_NOTEBOOK (source), result, &error);

  if (error != NULL)
    cooldown_place_say_failure (GTK_WIDGET (self), _ ("The backup was not restored"), error);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Backup restored"));
}

static void
answer_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Wish *wish = data;

  if (!g_str_equal (response, RESPONSE_RESTORE))
    {
      wish_free (wish);
      return;
    }
  /* The others, and this device's own file there, know what is to be taken back. */
  cooldown_data_sync_set_folder (cooldown_app_state_get_sync (wish->self->state), NULL);
  cooldown_notebook_run_alone (cooldown_app_state_get_notebook (wish->self->state), restore, wish,
                               wish_free, g_free, restored_cb, g_object_ref (wish->self));
}

static void
ask (CooldownDataRestore *self, const char *name)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _ ("Restore This Backup?"),
      _ ("The journal becomes what it was then. What is in it now is kept in a file beside it, and "
         "what is running, ice or the hour after a workout, ends. Sharing with other devices stops: "
         "they would bring back what came later."));
  Wish *wish = g_new (Wish, 1);

  *wish = (Wish){ g_object_ref (self), g_strdup (name) };
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    RESPONSE_RESTORE, _ ("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), RESPONSE_RESTORE,
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answer_cb), wish);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
restore_clicked_cb (GtkButton *button, gpointer data)
{
  CooldownDataRestore *self = data;

  ask (self, gtk_widget_get_name (GTK_WIDGET (button)));
}

static char *
format_day (const char *date)
{
  GDate day;
  char text[64];

  if (!cooldown_date_parse (date, &day) || g_date_strftime (text, sizeof text, "%A, %x", &day) == 0)
    return g_strdup (date);
  return g_strdup (text);
}

static void
add_backup (CooldownDataRestore *self, const CooldownBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Restore…"));
  g_autofree char *day = format_day (backup->date);
  g_autofree char *size = g_format_size ((guint64) backup->size);
  g_autofree char *entries = NULL;
  g_autofree char *subtitle = NULL;

  if (backup->n_entries == COOLDOWN_BACKUP_UNREADABLE)
    entries = g_strdup (_ ("cannot be read"));
  else
    entries = g_strdup_printf (ngettext ("%d entry", "%d entries", (gulong) backup->n_entries),
                               backup->n_entries);
  subtitle = g_strjoin (" · ", entries, size, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), day);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, backup->n_entries != COOLDOWN_BACKUP_UNREADABLE);
  gtk_widget_set_name (button, backup->name);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, row,
                                  NULL, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
show_backups (CooldownDataRestore *self, GPtrArray *backups)
{
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u backup", "%u backups", backups->len), backups->len);

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < backups->len; i++)
    add_backup (self, g_ptr_array_index (backups, i));
  adw_expander_row_set_subtitle (
      ADW_EXPANDER_ROW (self),
      backups->len > 0 ? count : _ ("None yet: one is made on each day that you open Cooldown"));
  gtk_widget_set_sensitive (GTK_WIDGET (self), backups->len > 0);
}

static gpointer
list (CooldownJournal *journal, gpointer data, GError **error)
{
  return cooldown_journal_list_backups (data);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CooldownDataRestore) self = data;
  g_autoptr (GPtrArray) backups =
      cooldown_notebook_run_finish (COOLDOWN_NOTEBOOK (source), result, NULL);

  /* Without a journal the row stays as it is: there is nothing to put back into place. */
  if (backups != NULL && self->state != NULL)
    show_backups (self, backups);
}

/**
 * cooldown_data_restore_set_state:
 * @self: a row without a state
 * @state: what is going on
 *
 * Gives @self the journal whose backups it lists; to be called once.
 */
void
cooldown_data_restore_set_state (CooldownDataRestore *self, CooldownAppState *state)
{
  CooldownNotebook *notebook = cooldown_app_state_get_notebook (state);

  g_return_if_fail (COOLDOWN_IS_DATA_RESTORE (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  cooldown_notebook_run (notebook, list, g_strdup (cooldown_notebook_get_folder (notebook)), g_free,
                         (GDestroyNotify) g_ptr_array_unref, FALSE, self->cancellable, listed_cb,
                         g_object_ref (self));
}
