/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences-data.h"

#include "data-erase.h"
#include "data-export.h"
#include "data-import.h"
#include "data-place.h"
#include "data-restore.h"
#include "data-sync.h"

#include <glib/gi18n.h>

struct _CooldownPreferencesData
{
  AdwPreferencesPage parent_instance;
  CooldownAppState *state;

  GtkWidget *import_row;
  AdwActionRow *folder_row;
  GtkWidget *stop;
  AdwActionRow *sync_row;
  CooldownDataRestore *restore;
};

G_DEFINE_FINAL_TYPE (CooldownPreferencesData, cooldown_preferences_data, ADW_TYPE_PREFERENCES_PAGE)

static void
update (CooldownPreferencesData *self)
{
  CooldownDataSync *sync = cooldown_app_state_get_sync (self->state);
  g_autoptr (GFile) folder = cooldown_data_sync_get_folder (sync);
  g_autofree char *name = folder != NULL ? g_file_get_parse_name (folder) : NULL;

  adw_action_row_set_subtitle (self->folder_row, name != NULL ? name : C_ ("folder", "None"));
  gtk_widget_set_visible (self->stop, folder != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->sync_row), folder != NULL);
  adw_action_row_set_subtitle (self->sync_row, cooldown_data_sync_get_text (sync));
  gtk_widget_set_sensitive (
      self->import_row,
      !cooldown_notebook_is_read_only (cooldown_app_state_get_notebook (self->state)));
}

static void
on_export_activated (CooldownPreferencesData *self)
{
  cooldown_data_export (GTK_WIDGET (self), self->state);
}

static void
on_tables_activated (CooldownPreferencesData *self)
{
  cooldown_data_export_tables (GTK_WIDGET (self), self->state);
}

static void
on_import_activated (CooldownPreferencesData *self)
{
  cooldown_data_import (GTK_WIDGET (self), self->state);
}

static void
on_erase_activated (CooldownPreferencesData *self)
{
  cooldown_data_erase (GTK_WIDGET (self), self->state);
}

static void
folder_chosen_cb (GFile *folder, gpointer data)
{
  CooldownPreferencesData *self = data;

  if (self->state != NULL)
    cooldown_data_sync_set_folder (cooldown_app_state_get_sync (self->state), folder);
}

static void
on_choose_clicked (CooldownPreferencesData *self)
{
  cooldown_place_choose (GTK_WIDGET (self), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                         _ ("Choose a Folder to Share"), NULL, NULL, folder_chosen_cb,
                         g_object_ref (self), g_object_unref);
}

static void
on_stop_clicked (CooldownPreferencesData *self)
{
  cooldown_data_sync_set_folder (cooldown_app_state_get_sync (self->state), NULL);
}

static void
on_sync_activated (CooldownPreferencesData *self)
{
  cooldown_data_sync_now (cooldown_app_state_get_sync (self->state));
}

static void
cooldown_preferences_data_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_PREFERENCES_DATA (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_PREFERENCES_DATA);
  G_OBJECT_CLASS (cooldown_preferences_data_parent_class)->dispose (object);
}

static void
cooldown_preferences_data_class_init (CooldownPreferencesDataClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_preferences_data_dispose;
  g_type_ensure (COOLDOWN_TYPE_DATA_RESTORE);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/preferences-data.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesData, import_row);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesData, folder_row);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesData, stop);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesData, sync_row);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesData, restore);
  gtk_widget_class_bind_template_callback (widget_class, on_export_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_tables_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_import_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_erase_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_sync_activated);
}

static void
cooldown_preferences_data_init (CooldownPreferencesData *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_preferences_data_set_state:
 * @self: a page without a state
 * @state: what is going on
 *
 * Gives @self what it shows and changes; to be called once.
 */
void
cooldown_preferences_data_set_state (CooldownPreferencesData *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_PREFERENCES_DATA (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  cooldown_data_restore_set_state (self->restore, state);
  g_signal_connect_object (cooldown_app_state_get_sync (state), "notify::text",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
