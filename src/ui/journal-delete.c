/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-delete.h"

#include <glib/gi18n.h>

/* An entry on its way to be deleted or restored. */
typedef struct
{
  GtkWidget *widget;
  GVariant *entry;
  gboolean deleted;
} Mark;

static void
mark_free (Mark *mark)
{
  g_object_unref (mark->widget);
  g_variant_unref (mark->entry);
  g_free (mark);
}

static void
say_failure (const Mark *mark, const GError *error)
{
  /* Translators: %s is the reason */
  const char *format = mark->deleted ? _ ("The entry could not be deleted: %s")
                                     /* Translators: %s is the reason */
                                     : _ ("The entry could not be restored: %s");
  GString *text = g_string_new (format);

  g_string_replace (text, "%s", error->message, 1);
  gtk_widget_activate_action (mark->widget, "win.toast", "s", text->str);
  g_string_free (text, TRUE);
}

static void
marked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Mark *mark = data;
  g_autoptr (GError) error = NULL;

  if (!cooldown_notebook_mark_finish (COOLDOWN_NOTEBOOK (source), result, &error))
    say_failure (mark, error);
  else if (mark->deleted)
    gtk_widget_activate_action_variant (mark->widget, "win.entry-deleted", mark->entry);
  mark_free (mark);
}

static void
mark (GtkWidget *widget, CooldownNotebook *notebook, GVariant *entry, gboolean deleted)
{
  Mark *data;
  CooldownEntryKind kind;
  const char *name;
  const char *uid;

  g_variant_get (entry, "(&s&s)", &name, &uid);
  if (!cooldown_entry_kind_parse (name, &kind))
    return;
  data = g_new (Mark, 1);
  *data = (Mark){ g_object_ref (widget), g_variant_ref (entry), deleted };
  cooldown_notebook_mark (notebook, kind, uid, deleted, marked_cb, data);
}

/**
 * cooldown_journal_delete:
 * @widget: a widget in the window
 * @notebook: the journal
 * @entry: (ss): its kind and uid
 *
 * Deletes an entry; when that is done, "win.entry-deleted" offers to undo it.
 */
void
cooldown_journal_delete (GtkWidget *widget, CooldownNotebook *notebook, GVariant *entry)
{
  mark (widget, notebook, entry, TRUE);
}

/**
 * cooldown_journal_undelete:
 * @widget: a widget in the window
 * @notebook: the journal
 * @entry: (ss): its kind and uid
 *
 * Takes back that an entry was deleted.
 */
void
cooldown_journal_undelete (GtkWidget *widget, CooldownNotebook *notebook, GVariant *entry)
{
  mark (widget, notebook, entry, FALSE);
}
