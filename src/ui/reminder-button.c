/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder-button.h"

#include "reminder-entry.h"
#include "reminder-list.h"

#include <glib/gi18n.h>

struct _CooldownReminderButton
{
  AdwBin parent_instance;
  CooldownAppState *state;
  GtkMenuButton *button;
  GtkWidget *dot;
  CooldownReminderList *list;
};

G_DEFINE_FINAL_TYPE (CooldownReminderButton, cooldown_reminder_button, ADW_TYPE_BIN)

static char *
describe (guint n)
{
  if (n == 0)
    return g_strdup (_ ("Reminders"));
  /* Translators: name of the button with the bell, for a screen reader */
  return g_strdup_printf (ngettext ("Reminders, %u due", "Reminders, %u due", n), n);
}

static void
update (CooldownReminderButton *self)
{
  g_autoptr (GPtrArray)
      due = cooldown_reminder_entries_read (self->state, COOLDOWN_REMINDER_PART_DUE);
  gboolean connected = cooldown_app_state_get_connected (self->state);
  guint n = connected ? due->len : 0;
  g_autofree char *label = describe (n);

  gtk_widget_set_visible (self->dot, n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
cooldown_reminder_button_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_REMINDER_BUTTON (object)->state);
  /* A bin keeps hold of its child by itself and must not be robbed of it. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_REMINDER_BUTTON);
  G_OBJECT_CLASS (cooldown_reminder_button_parent_class)->dispose (object);
}

static void
cooldown_reminder_button_class_init (CooldownReminderButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_reminder_button_dispose;
  g_type_ensure (COOLDOWN_TYPE_REMINDER_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/reminder-button.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownReminderButton, button);
  gtk_widget_class_bind_template_child (widget_class, CooldownReminderButton, dot);
  gtk_widget_class_bind_template_child (widget_class, CooldownReminderButton, list);
}

static void
cooldown_reminder_button_init (CooldownReminderButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_reminder_button_set_state:
 * @self: a button without a state
 * @state: what is going on
 *
 * Gives @self what it shows; to be called once.
 */
void
cooldown_reminder_button_set_state (CooldownReminderButton *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_REMINDER_BUTTON (self));
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  cooldown_reminder_list_set_state (self->list, state);
  g_signal_connect_object (state, "changed::agent-state", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed::agent", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static gboolean
open_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gtk_menu_button_popup (COOLDOWN_REMINDER_BUTTON (widget)->button);
  return G_SOURCE_REMOVE;
}

/**
 * cooldown_reminder_button_open:
 * @self: a button
 *
 * Opens the list, as soon as the window that @self is in can be seen.
 */
void
cooldown_reminder_button_open (CooldownReminderButton *self)
{
  g_return_if_fail (COOLDOWN_IS_REMINDER_BUTTON (self));
  /* A popover cannot be placed beside what has no place on the screen yet. */
  gtk_widget_add_tick_callback (GTK_WIDGET (self), open_cb, NULL, NULL);
}
