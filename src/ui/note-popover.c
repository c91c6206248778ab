/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "note-popover.h"

#include "evening-plan.h"
#include "time-words.h"

struct _CooldownNotePopover
{
  GtkPopover parent_instance;

  GtkLabel *title;
  GtkSpinButton *time;
  GtkWidget *optional;
  GtkWidget *forget;
};

enum
{
  NOTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CooldownNotePopover, cooldown_note_popover, GTK_TYPE_POPOVER)

static void
note (CooldownNotePopover *self, int minutes)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[NOTED], 0, minutes);
}

static void
on_set_clicked (CooldownNotePopover *self)
{
  note (self, cooldown_time_spin_get (self->time));
}

static void
on_none_clicked (CooldownNotePopover *self)
{
  note (self, COOLDOWN_NOTED_NONE);
}

static void
on_forget_clicked (CooldownNotePopover *self)
{
  note (self, COOLDOWN_NOTED_NOTHING);
}

static void
cooldown_note_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_NOTE_POPOVER);
  G_OBJECT_CLASS (cooldown_note_popover_parent_class)->dispose (object);
}

static void
cooldown_note_popover_class_init (CooldownNotePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_note_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/note-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownNotePopover, title);
  gtk_widget_class_bind_template_child (widget_class, CooldownNotePopover, time);
  gtk_widget_class_bind_template_child (widget_class, CooldownNotePopover, optional);
  gtk_widget_class_bind_template_child (widget_class, CooldownNotePopover, forget);
  gtk_widget_class_bind_template_callback (widget_class, on_set_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_none_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_forget_clicked);
  signals[NOTED] = g_signal_new ("noted", COOLDOWN_TYPE_NOTE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
cooldown_note_popover_init (CooldownNotePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_note_popover_new:
 * @clock: the clock
 * @title: what is asked for
 * @optional: whether there can be none
 *
 * Returns: (transfer floating): a popover that asks for a time
 */
GtkWidget *
cooldown_note_popover_new (CooldownClock *clock, const char *title, gboolean optional)
{
  CooldownNotePopover *self = g_object_new (COOLDOWN_TYPE_NOTE_POPOVER, NULL);

  cooldown_time_spin_set_up (self->time, clock);
  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (self->optional, optional);
  return GTK_WIDGET (self);
}

/**
 * cooldown_note_popover_set_noted:
 * @self: the popover
 * @minutes: what is noted, in minutes after midnight, %COOLDOWN_NOTED_NONE or
 *   %COOLDOWN_NOTED_NOTHING
 * @suggested: the time to begin with where none is noted
 */
void
cooldown_note_popover_set_noted (CooldownNotePopover *self, int minutes, int suggested)
{
  g_return_if_fail (COOLDOWN_IS_NOTE_POPOVER (self));
  gtk_widget_set_sensitive (self->forget, minutes != COOLDOWN_NOTED_NOTHING);
  /* Not while the user is at it. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    cooldown_time_spin_set (self->time, minutes >= 0 ? minutes : suggested);
}
