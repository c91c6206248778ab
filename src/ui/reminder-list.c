/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder-list.h"

#include "reminder-entry.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _CooldownReminderList
{
  GtkBox parent_instance;
  CooldownAppState *state;
  GPtrArray *shown[COOLDOWN_N_REMINDER_PARTS]; /* (element-type CooldownReminderEntry) */

  GtkWidget *trouble;
  GtkLabel *why;
  GtkWidget *retry;
  GtkWidget *empty;
  GtkWidget *parts;
  GtkWidget *due;
  GtkListBox *due_list;
  GtkWidget *missed;
  GtkListBox *missed_list;
  GtkWidget *coming;
  GtkListBox *coming_list;
};

G_DEFINE_FINAL_TYPE (CooldownReminderList, cooldown_reminder_list, GTK_TYPE_BOX)

static GtkListBox *
get_list (CooldownReminderList *self, CooldownReminderPart part)
{
  GtkListBox *const lists[] = { self->due_list, self->missed_list, self->coming_list };

  return lists[part];
}

static void
update_times (CooldownReminderList *self)
{
  CooldownClock *clock = cooldown_app_state_get_clock (self->state);

  for (CooldownReminderPart part = 0; part < COOLDOWN_N_REMINDER_PARTS; part++)
    for (guint i = 0; i < self->shown[part]->len; i++)
      {
        GtkListBoxRow *row = gtk_list_box_get_row_at_index (get_list (self, part), (int) i);
        g_autofree char *when = cooldown_reminder_entry_format_when (
            g_ptr_array_index (self->shown[part], i), part, clock);

        if (g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), when) != 0)
          adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
      }
}

static GtkWidget *
make_row (const CooldownReminderEntry *entry, gboolean leads)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", entry->title,
                                 "activatable", leads, NULL);

  gtk_widget_add_css_class (row, "cd-tnum");
  if (leads)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                             NULL));
  return row;
}

/* Rows are made anew only when they say something else, so that the focus is not lost. */
static void
update_part (CooldownReminderList *self, CooldownReminderPart part)
{
  g_autoptr (GPtrArray) entries = cooldown_reminder_entries_read (self->state, part);
  GtkListBox *list = get_list (self, part);
  GtkListBoxRow *row;

  if (cooldown_reminder_entries_equal (entries, self->shown[part]))
    return;
  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; i < entries->len; i++)
    {
      const CooldownReminderEntry *entry = g_ptr_array_index (entries, i);
      gboolean leads = part == COOLDOWN_REMINDER_PART_DUE &&
                       cooldown_reminder_entry_get_tab (entry) != NULL;

      gtk_list_box_append (list, make_row (entry, leads));
    }
  g_clear_pointer (&self->shown[part], g_ptr_array_unref);
  self->shown[part] = g_steal_pointer (&entries);
}

static void
update_trouble (CooldownReminderList *self)
{
  CooldownAgentLink *link = cooldown_app_state_get_link (self->state);
  const char *why = cooldown_agent_link_get_trouble (link);

  gtk_label_set_label (
      self->why, why != NULL ? why : _ ("Waiting for the part of Cooldown that reminds you."));
  gtk_widget_set_visible (self->retry, why != NULL && cooldown_agent_link_can_retry (link));
}

static void
update (CooldownReminderList *self)
{
  gboolean connected = cooldown_app_state_get_connected (self->state);
  guint n = 0;

  for (CooldownReminderPart part = 0; part < COOLDOWN_N_REMINDER_PARTS; part++)
    {
      update_part (self, part);
      n += self->shown[part]->len;
    }
  update_trouble (self);
  update_times (self);
  gtk_widget_set_visible (self->due, self->shown[COOLDOWN_REMINDER_PART_DUE]->len > 0);
  gtk_widget_set_visible (self->missed, self->shown[COOLDOWN_REMINDER_PART_MISSED]->len > 0);
  gtk_widget_set_visible (self->coming, self->shown[COOLDOWN_REMINDER_PART_COMING]->len > 0);
  /* What the agent said last may no longer be true. */
  gtk_widget_set_visible (self->trouble, !connected);
  gtk_widget_set_visible (self->parts, connected && n > 0);
  gtk_widget_set_visible (self->empty, connected && n == 0);
}

static void
close_popover (CooldownReminderList *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
on_due_activated (CooldownReminderList *self, GtkListBoxRow *row)
{
  guint i = (guint) gtk_list_box_row_get_index (row);
  const char *tab = cooldown_reminder_entry_get_tab (
      g_ptr_array_index (self->shown[COOLDOWN_REMINDER_PART_DUE], i));

  close_popover (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-tab", "s", tab);
}

static void
on_clear_clicked (CooldownReminderList *self)
{
  cooldown_app_state_activate (self->state, "missed-seen", NULL);
}

static void
on_retry_clicked (CooldownReminderList *self)
{
  cooldown_agent_link_retry (cooldown_app_state_get_link (self->state));
}

static void
cooldown_reminder_list_dispose (GObject *object)
{
  CooldownReminderList *self = COOLDOWN_REMINDER_LIST (object);

  g_clear_object (&self->state);
  for (CooldownReminderPart part = 0; part < COOLDOWN_N_REMINDER_PARTS; part++)
    g_clear_pointer (&self->shown[part], g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_REMINDER_LIST);
  G_OBJECT_CLASS (cooldown_reminder_list_parent_class)->dispose (object);
}

static void
cooldown_reminder_list_class_init (CooldownReminderListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_reminder_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/reminder-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownReminderList, trouble);
  gtk_widget_class_bind_template_child (widget_class, CooldownReminderList, why);
  gtk_widget_class_bind_template_child (widget_class, CooldownReminderList, retry);
  gtk_widget_class_bind_template_child (widget_class, CooldownReminderList, empty);
  gtk_widget_class_bind_template_child (widget_class, CooldownReminderList, parts);
  gtk_widget_class_bind_template_child (widget_class, CooldownReminderList, due);
  gtk_widget_class_bind_template_child (widget_class, CooldownReminderList, due_list);
  gtk_widget_class_bind_template_child (widget_class, CooldownReminderList, missed);
  gtk_widget_class_bind_template_child (widget_class, CooldownReminderList, missed_list);
  gtk_widget_class_bind_template_child (widget_class, CooldownReminderList, coming);
  gtk_widget_class_bind_template_child (widget_class, CooldownReminderList, coming_list);
  gtk_widget_class_bind_template_callback (widget_class, on_due_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);
  gtk_widget_class_bind_template_callback (widget_class, close_popover);
}

static void
cooldown_reminder_list_init (CooldownReminderList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_reminder_list_set_state:
 * @self: a list without a state
 * @state: what is going on
 *
 * Gives @self what it shows; to be called once.
 */
void
cooldown_reminder_list_set_state (CooldownReminderList *self, CooldownAppState *state)
{
  static const char *const details[] = { "changed::agent-state", "changed::settings",
                                         "changed::agent", "changed::zone" };

  g_return_if_fail (COOLDOWN_IS_REMINDER_LIST (self));
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    g_signal_connect_object (state, details[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "second", G_CALLBACK (update_times), self, G_CONNECT_SWAPPED);
  cooldown_app_state_watch_seconds (state, GTK_WIDGET (self));
  update (self);
}
