/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "routine-row.h"

#include "core/routine.h"
#include "pair.h"
#include "split.h"

struct _CooldownRoutineRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *name;
  GtkAdjustment *adjustment;
  GtkWidget *spin;
  GtkWidget *up;
  GtkWidget *down;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (CooldownRoutineRow, cooldown_routine_row, GTK_TYPE_LIST_BOX_ROW)

typedef enum
{
  SIGNAL_MINUTES_CHANGED,
  SIGNAL_MOVED,
  SIGNAL_REMOVED,
} CooldownRoutineRowSignal;

static guint signals[SIGNAL_REMOVED + 1];

static void
on_minutes_changed (CooldownRoutineRow *self)
{
  g_signal_emit (self, signals[SIGNAL_MINUTES_CHANGED], 0);
}

static void
on_up_clicked (CooldownRoutineRow *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, -1);
}

static void
on_down_clicked (CooldownRoutineRow *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, 1);
}

static void
on_remove_clicked (CooldownRoutineRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
cooldown_routine_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ROUTINE_ROW);
  G_OBJECT_CLASS (cooldown_routine_row_parent_class)->dispose (object);
}

static guint
add_signal (const char *name, GType argument)
{
  return g_signal_new (name, COOLDOWN_TYPE_ROUTINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, argument != G_TYPE_NONE ? 1 : 0, argument);
}

static void
cooldown_routine_row_class_init (CooldownRoutineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_routine_row_dispose;
  signals[SIGNAL_MINUTES_CHANGED] = add_signal ("minutes-changed", G_TYPE_NONE);
  signals[SIGNAL_MOVED] = add_signal ("moved", G_TYPE_INT);
  signals[SIGNAL_REMOVED] = add_signal ("removed", G_TYPE_NONE);
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  g_type_ensure (COOLDOWN_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/routine-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineRow, name);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineRow, adjustment);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineRow, spin);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineRow, up);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineRow, down);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_minutes_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_up_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_down_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
cooldown_routine_row_init (CooldownRoutineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_adjustment_set_upper (self->adjustment, COOLDOWN_ROUTINE_MAX_MINUTES);
}

/**
 * cooldown_routine_row_new:
 * @name: what the step is called
 * @minutes: how long it is, 1 to %COOLDOWN_ROUTINE_MAX_MINUTES
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
cooldown_routine_row_new (const char *name, guint minutes)
{
  CooldownRoutineRow *self = g_object_new (COOLDOWN_TYPE_ROUTINE_ROW, NULL);

  gtk_label_set_label (self->name, name);
  gtk_adjustment_set_value (self->adjustment, minutes);
  return GTK_WIDGET (self);
}

/**
 * cooldown_routine_row_get_minutes:
 * @self: a row
 *
 * Returns: how long its step is now, 1 to %COOLDOWN_ROUTINE_MAX_MINUTES
 */
guint
cooldown_routine_row_get_minutes (CooldownRoutineRow *self)
{
  return (guint) (gtk_adjustment_get_value (self->adjustment) + .5);
}

/**
 * cooldown_routine_row_set_possible:
 * @self: a row
 * @up: whether there is a step before it
 * @down: whether there is one after it
 * @remove: whether it is not the only one
 */
void
cooldown_routine_row_set_possible (CooldownRoutineRow *self,
                                   gboolean up,
                                   gboolean down,
                                   gboolean remove)
{
  gtk_widget_set_sensitive (self->up, up);
  gtk_widget_set_sensitive (self->down, down);
  gtk_widget_set_sensitive (self->remove, remove);
}

/**
 * cooldown_routine_row_focus:
 * @self: a row
 * @by: where it was moved: -1 up, 1 down; 0: somewhere else
 *
 * Gives the focus to the button that moves it on in the same direction, or to one that can be
 * pressed.
 */
void
cooldown_routine_row_focus (CooldownRoutineRow *self, int by)
{
  GtkWidget *first = by < 0 ? self->up : by > 0 ? self->down : self->remove;
  GtkWidget *second = by < 0 ? self->down : by > 0 ? self->up : self->spin;

  if (!gtk_widget_grab_focus (first))
    gtk_widget_grab_focus (second);
}
