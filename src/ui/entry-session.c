/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-session.h"

#include "entry-when.h"
#include "report/date-words.h"
#include "session-words.h"

#include <glib/gi18n.h>

struct _CooldownEntrySessionFields
{
  GtkBox parent_instance;
  CooldownEntryEdit *edit;
  guint n_shown; /* how many events have been looked at */

  GtkWidget *open;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (CooldownEntrySessionFields, cooldown_entry_session_fields, GTK_TYPE_BOX)

static guint
get_index (gpointer row)
{
  return GPOINTER_TO_UINT (g_object_get_data (row, "index"));
}

static CooldownEntry *
get_entry (CooldownEntrySessionFields *self)
{
  return cooldown_entry_edit_get_entry (self->edit);
}

/* What happened one after the other stays in that order. */
static void
get_limits (CooldownEntry *entry, guint index, gint64 *earliest, gint64 *latest)
{
  *earliest = index > 0 ? cooldown_entry_get_event (entry, index - 1)->at : 0;
  *latest = index + 1 < cooldown_entry_get_n_events (entry)
                ? cooldown_entry_get_event (entry, index + 1)->at
                : COOLDOWN_NEVER;
}

static void
show_row (CooldownEntrySessionFields *self, CooldownEntryWhen *row)
{
  CooldownEntry *entry = get_entry (self);
  const CooldownEntryEvent *event = cooldown_entry_get_event (entry, get_index (row));
  g_autofree char *note = cooldown_session_format_note (entry, get_index (row));

  cooldown_entry_when_set_time (row, event->at, event->offset);
  g_object_set (row, "note", note, NULL);
}

/* Says between what it has to lie, and shows again what holds. */
static void
refuse (CooldownEntrySessionFields *self, CooldownEntryWhen *row, gint64 earliest, gint64 latest)
{
  gint32 offset = cooldown_entry_get_event (get_entry (self), get_index (row))->offset;
  g_autofree char *from = cooldown_moment_format_time (earliest, offset);
  g_autofree char *to = latest != COOLDOWN_NEVER ? cooldown_moment_format_time (latest, offset)
                                                 : NULL;
  /* Translators: %s are times of day */
  g_autofree char *note = to == NULL
                              ? g_strdup_printf (_ ("It was after %s"), from)
                              /* Translators: %s are times of day */
                              : g_strdup_printf (_ ("It was between %1$s and %2$s"), from, to);

  show_row (self, row);
  g_object_set (row, "note", note, NULL);
}

static void
on_picked (CooldownEntrySessionFields *self, CooldownEntryWhen *row)
{
  CooldownEntry *entry = get_entry (self);
  gint64 at = cooldown_entry_when_get_time (row);
  gint64 earliest, latest;

  get_limits (entry, get_index (row), &earliest, &latest);
  /* Within the same minute it is only the seconds that nobody sees. */
  if (at < earliest && at / COOLDOWN_MINUTE == earliest / COOLDOWN_MINUTE)
    at = earliest;
  if (at < earliest || at > latest)
    {
      refuse (self, row, earliest, latest);
      return;
    }
  cooldown_entry_move_event (entry, get_index (row), at, cooldown_entry_when_get_offset (row));
  cooldown_entry_edit_touch (self->edit);
}

static void
add_row (CooldownEntrySessionFields *self, guint index)
{
  CooldownAppState *state = cooldown_entry_edit_get_state (self->edit);
  g_autofree char *title = cooldown_session_format_event (get_entry (self), index,
                                                          cooldown_app_state_get_content (state));
  GtkWidget *row;

  if (title == NULL)
    return;
  row = g_object_new (COOLDOWN_TYPE_ENTRY_WHEN, "title", title, NULL);
  cooldown_entry_when_set_clock (COOLDOWN_ENTRY_WHEN (row), cooldown_app_state_get_clock (state));
  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (row, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static void
update (CooldownEntrySessionFields *self)
{
  CooldownEntry *entry = get_entry (self);
  gboolean open = cooldown_entry_get_number (entry, COOLDOWN_FIELD_SESSION_OPEN) == TRUE;
  GtkListBoxRow *row;

  for (; self->n_shown < cooldown_entry_get_n_events (entry); self->n_shown++)
    add_row (self, self->n_shown);
  gtk_widget_set_visible (self->open, open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), !open);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    show_row (self, COOLDOWN_ENTRY_WHEN (row));
}

static void
cooldown_entry_session_fields_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_ENTRY_SESSION_FIELDS (object)->edit);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ENTRY_SESSION_FIELDS);
  G_OBJECT_CLASS (cooldown_entry_session_fields_parent_class)->dispose (object);
}

static void
cooldown_entry_session_fields_class_init (CooldownEntrySessionFieldsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_entry_session_fields_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/entry-session.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownEntrySessionFields, open);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntrySessionFields, list);
}

static void
cooldown_entry_session_fields_init (CooldownEntrySessionFields *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_entry_session_fields_set_edit:
 * @self: the list
 * @edit: a visit to a session
 *
 * Gives the list what it shows. To be called once.
 */
void
cooldown_entry_session_fields_set_edit (CooldownEntrySessionFields *self, CooldownEntryEdit *edit)
{
  g_return_if_fail (COOLDOWN_IS_ENTRY_SESSION_FIELDS (self));
  g_return_if_fail (self->edit == NULL);

  self->edit = g_object_ref (edit);
  g_signal_connect_object (edit, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
