/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time-row.h"

#include "time-words.h"

struct _CooldownTimeRow
{
  AdwActionRow parent_instance;
  gboolean filling; /* whether the time is set by the program, not by the user */

  GtkSpinButton *time;
};

G_DEFINE_FINAL_TYPE (CooldownTimeRow, cooldown_time_row, ADW_TYPE_ACTION_ROW)

typedef enum
{
  SIGNAL_PICKED,
} CooldownTimeRowSignal;

static guint signals[SIGNAL_PICKED + 1];

static void
on_value_changed (CooldownTimeRow *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_PICKED], 0, gtk_spin_button_get_value_as_int (self->time));
}

/* Also where the row has another widget that it activates, and that is named by it. */
static void
title_changed_cb (CooldownTimeRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->time), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

/* What was typed counts also when the window is closed over it. */
static void
cooldown_time_row_unmap (GtkWidget *widget)
{
  gtk_spin_button_update (COOLDOWN_TIME_ROW (widget)->time);
  GTK_WIDGET_CLASS (cooldown_time_row_parent_class)->unmap (widget);
}

static void
cooldown_time_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_TIME_ROW);
  G_OBJECT_CLASS (cooldown_time_row_parent_class)->dispose (object);
}

static void
cooldown_time_row_class_init (CooldownTimeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_time_row_dispose;
  widget_class->unmap = cooldown_time_row_unmap;
  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/time-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownTimeRow, time);
  gtk_widget_class_bind_template_callback (widget_class, on_value_changed);
}

static void
cooldown_time_row_init (CooldownTimeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (title_changed_cb), NULL);
}

/**
 * cooldown_time_row_set_clock:
 * @self: a row without a clock
 * @clock: the clock, which knows how the user's region writes times
 *
 * To be called once, before any time is set.
 */
void
cooldown_time_row_set_clock (CooldownTimeRow *self, CooldownClock *clock)
{
  g_return_if_fail (COOLDOWN_IS_TIME_ROW (self));
  self->filling = TRUE;
  cooldown_time_spin_set_up (self->time, clock);
  self->filling = FALSE;
}

/**
 * cooldown_time_row_set_minutes:
 * @self: a row
 * @minutes: minutes after midnight, 0 to 1439
 *
 * Shows another time, without "picked".
 */
void
cooldown_time_row_set_minutes (CooldownTimeRow *self, int minutes)
{
  g_return_if_fail (COOLDOWN_IS_TIME_ROW (self));
  self->filling = TRUE;
  cooldown_time_spin_set (self->time, minutes);
  self->filling = FALSE;
}

/**
 * cooldown_time_row_get_minutes:
 * @self: a row
 *
 * Returns: the time that is shown, minutes after midnight, 0 to 1439
 */
int
cooldown_time_row_get_minutes (CooldownTimeRow *self)
{
  g_return_val_if_fail (COOLDOWN_IS_TIME_ROW (self), 0);
  return gtk_spin_button_get_value_as_int (self->time);
}

/**
 * cooldown_time_row_show_time:
 * @self: a row
 * @shown: whether there is a time to show
 */
void
cooldown_time_row_show_time (CooldownTimeRow *self, gboolean shown)
{
  g_return_if_fail (COOLDOWN_IS_TIME_ROW (self));
  gtk_widget_set_visible (GTK_WIDGET (self->time), shown);
}
