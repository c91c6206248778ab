/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-older.h"

#include "core/journal-merge.h"
#include "core/version.h"
#include "entry-change.h"
#include "report/entry-words.h"
#include "topic-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _CooldownEntryOlder
{
  GtkBox parent_instance;
  CooldownEntryEdit *edit;
  GCancellable *cancellable;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CooldownEntryOlder, cooldown_entry_older, GTK_TYPE_BOX)

static gpointer
read_older (CooldownJournal *journal, gpointer data, GError **error)
{
  return cooldown_journal_get_older (journal, cooldown_entry_get_kind (data),
                                     cooldown_entry_get_uid (data), error);
}

static void
on_take (CooldownEntryOlder *self, GtkWidget *button)
{
  CooldownEntry *version = g_object_get_data (G_OBJECT (button), "version");

  cooldown_entry_copy_fields (cooldown_entry_edit_get_entry (self->edit), version);
  cooldown_entry_edit_touch (self->edit);
}

/* What was written in words then and is not so now. */
static char *
list_texts (CooldownEntry *version, CooldownEntry *entry)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (version);
  CooldownField first = cooldown_entry_kind_get_first_field (kind);
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (kind); i++)
    {
      CooldownField field = (CooldownField) (first + i);
      const CooldownFieldInfo *info = cooldown_field_get_info (field);
      const char *text;

      if (info->type != COOLDOWN_TYPE_FIELD_TEXT || info->always)
        continue;
      text = cooldown_entry_get_text (version, field);
      if (text != NULL && *text != '\0' &&
          g_strcmp0 (text, cooldown_entry_get_text (entry, field)) != 0)
        g_string_append_printf (texts, "\n“%s”", text);
    }
  return g_string_free (texts, FALSE);
}

static GtkWidget *
row_new (CooldownEntryOlder *self, const CooldownVersion *version)
{
  CooldownAppState *state = cooldown_entry_edit_get_state (self->edit);
  CooldownContent *content = cooldown_app_state_get_content (state);
  g_autofree char *title = cooldown_entry_format_title (version->entry, content);
  g_autofree char *facts = cooldown_entry_format_subtitle (version->entry, content, NULL,
                                                           cooldown_app_state_now (state).wall);
  g_autofree char *texts = list_texts (version->entry, cooldown_entry_edit_get_entry (self->edit));
  g_autofree char *subtitle = g_strconcat (facts, texts, NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 0,
                                 "subtitle-lines", 0, "title", title, "subtitle", subtitle, NULL);
  GtkWidget *take = gtk_button_new_with_label (_ ("Use This"));

  gtk_widget_set_valign (take, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (take), "version", g_object_ref (version->entry),
                          g_object_unref);
  g_signal_connect_object (take, "clicked", G_CALLBACK (on_take), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), take);
  return row;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CooldownEntryOlder) self = data;
  g_autoptr (GPtrArray)
      versions = cooldown_notebook_run_finish (COOLDOWN_NOTEBOOK (source), result, NULL);
  GtkWidget *row;

  if (versions == NULL || self->edit == NULL)
    return;
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < versions->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         row_new (self, g_ptr_array_index (versions, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), versions->len > 0);
}

static void
look (CooldownEntryOlder *self)
{
  CooldownAppState *state = cooldown_entry_edit_get_state (self->edit);

  if (cooldown_entry_edit_is_stored (self->edit))
    cooldown_notebook_run (cooldown_app_state_get_notebook (state), read_older,
                           cooldown_entry_copy (cooldown_entry_edit_get_entry (self->edit)),
                           g_object_unref, (GDestroyNotify) g_ptr_array_unref, FALSE,
                           self->cancellable, read_cb, g_object_ref (self));
}

static void
cooldown_entry_older_dispose (GObject *object)
{
  CooldownEntryOlder *self = COOLDOWN_ENTRY_OLDER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->edit);
  G_OBJECT_CLASS (cooldown_entry_older_parent_class)->dispose (object);
}

static void
cooldown_entry_older_finalize (GObject *object)
{
  g_object_unref (COOLDOWN_ENTRY_OLDER (object)->cancellable);
  G_OBJECT_CLASS (cooldown_entry_older_parent_class)->finalize (object);
}

static void
cooldown_entry_older_class_init (CooldownEntryOlderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_entry_older_dispose;
  G_OBJECT_CLASS (klass)->finalize = cooldown_entry_older_finalize;
}

static void
cooldown_entry_older_init (CooldownEntryOlder *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_box_append (GTK_BOX (self),
                  cooldown_section_title_new (_ ("Older version from another device")));
  gtk_box_append (GTK_BOX (self), self->list);
}

/**
 * cooldown_entry_older_set_edit:
 * @self: the list
 * @edit: a visit to an entry
 *
 * Gives the list what it is about. To be called once.
 */
void
cooldown_entry_older_set_edit (CooldownEntryOlder *self, CooldownEntryEdit *edit)
{
  CooldownAppState *state = cooldown_entry_edit_get_state (edit);

  g_return_if_fail (COOLDOWN_IS_ENTRY_OLDER (self));
  g_return_if_fail (self->edit == NULL);

  self->edit = g_object_ref (edit);
  g_signal_connect_object (cooldown_app_state_get_notebook (state), "changed", G_CALLBACK (look),
                           self, G_CONNECT_SWAPPED);
  look (self);
}
