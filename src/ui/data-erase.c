/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting everything that Cooldown knows about its user on this computer. */
#include "data-erase.h"

#include "core/journal-forget.h"
#include "data-place.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define RESPONSE_DELETE "delete"

typedef struct
{
  GtkWidget *origin;
  CooldownAppState *state;
} Asker;

static void
asker_free (gpointer data)
{
  Asker *asker = data;

  g_object_unref (asker->origin);
  g_object_unref (asker->state);
  g_free (asker);
}

static gpointer
erase (const char *folder, CooldownClock *clock, gpointer data, GError **error)
{
  return GUINT_TO_POINTER (cooldown_journal_delete_all (folder, error) ? 1 : 0);
}

/* The window's own settings, name and birth year for the report among them. */
static void
reset_settings (GSettings *settings)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

static void
erased_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Asker *asker = data;
  g_autoptr (GError) error = NULL;

  cooldown_notebook_run_finish (COOLDOWN_NOTEBOOK (source), result, &error);
  if (error != NULL)
    cooldown_place_say_failure (asker->origin, _ ("Not everything was deleted"), error);
  else
    {
      reset_settings (cooldown_app_state_get_settings (asker->state));
      gtk_widget_activate_action (asker->origin, "win.toast", "s", _ ("All your data is deleted"));
    }
  asker_free (asker);
}

static void
answer_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Asker *asker = data;

  if (!g_str_equal (response, RESPONSE_DELETE))
    {
      asker_free (asker);
      return;
    }
  /* Nothing is left that a reminder could be about after the next login. */
  cooldown_app_state_activate (asker->state, "autostart", g_variant_new_boolean (FALSE));
  cooldown_notebook_run_alone (cooldown_app_state_get_notebook (asker->state), erase, NULL, NULL,
                               NULL, erased_cb, asker);
}

/**
 * cooldown_data_erase:
 * @origin: the widget that begins it
 * @state: what is going on
 *
 * Asks whether to, and then deletes the journal, its backups and all settings.
 */
void
cooldown_data_erase (GtkWidget *origin, CooldownAppState *state)
{
  GtkRoot *root = gtk_widget_get_root (origin);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _ ("Delete All Your Data?"),
      _ ("Journal, backups, reminders and settings are deleted, and what is running ends. This "
         "cannot be undone.\n\nWhat was exported or stands in a shared folder is not reached: "
         "delete it there yourself."));
  Asker *asker = g_new (Asker, 1);

  *asker = (Asker){ g_object_ref (origin), g_object_ref (state) };
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    RESPONSE_DELETE, _ ("_Delete Everything"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), RESPONSE_DELETE,
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answer_cb), asker);
  gtk_window_present (GTK_WINDOW (dialog));
}
