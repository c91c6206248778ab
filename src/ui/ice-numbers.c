/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ice-numbers.h"

struct _CooldownIceNumbers
{
  GtkBox parent_instance;
  GPtrArray *buttons; /* (element-type GtkToggleButton), borrowed */
  guint from;
  guint value;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (CooldownIceNumbers, cooldown_ice_numbers, GTK_TYPE_BOX)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
toggled_cb (CooldownIceNumbers *self, GtkToggleButton *button)
{
  guint index;

  if (self->setting || !gtk_toggle_button_get_active (button) ||
      !g_ptr_array_find (self->buttons, button, &index))
    return;
  self->value = self->from + index;
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
cooldown_ice_numbers_finalize (GObject *object)
{
  g_ptr_array_unref (COOLDOWN_ICE_NUMBERS (object)->buttons);
  G_OBJECT_CLASS (cooldown_ice_numbers_parent_class)->finalize (object);
}

static void
cooldown_ice_numbers_class_init (CooldownIceNumbersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cooldown_ice_numbers_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cooldown_ice_numbers_init (CooldownIceNumbers *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_box_set_homogeneous (GTK_BOX (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_widget_add_css_class (GTK_WIDGET (self), "cd-seg");
  gtk_widget_add_css_class (GTK_WIDGET (self), "cd-numbers-row");
}

static void
add_number (CooldownIceNumbers *self, guint number)
{
  g_autofree char *label = g_strdup_printf ("%u", number);
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  if (self->buttons->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->buttons, button);
  gtk_box_append (GTK_BOX (self), button);
}

/**
 * cooldown_ice_numbers_set_range:
 * @self: a row of numbers
 * @from: the first
 * @to: the last
 *
 * Called once, before anything is chosen.
 */
void
cooldown_ice_numbers_set_range (CooldownIceNumbers *self, guint from, guint to)
{
  g_return_if_fail (COOLDOWN_IS_ICE_NUMBERS (self));
  g_return_if_fail (self->buttons->len == 0);

  self->from = from;
  for (guint number = from; number <= to; number++)
    add_number (self, number);
}

/**
 * cooldown_ice_numbers_set_limit:
 * @self: a row of numbers
 * @limit: numbers above it cannot be chosen at present
 */
void
cooldown_ice_numbers_set_limit (CooldownIceNumbers *self, guint limit)
{
  g_return_if_fail (COOLDOWN_IS_ICE_NUMBERS (self));

  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_set_sensitive (g_ptr_array_index (self->buttons, i), self->from + i <= limit);
}

/**
 * cooldown_ice_numbers_get_value:
 * @self: a row of numbers
 *
 * Returns: the one chosen, 0 while none is
 */
guint
cooldown_ice_numbers_get_value (CooldownIceNumbers *self)
{
  g_return_val_if_fail (COOLDOWN_IS_ICE_NUMBERS (self), 0);
  return self->value;
}

/**
 * cooldown_ice_numbers_set_value:
 * @self: a row of numbers
 * @value: the number to show as chosen; any other than those in the range for none. "chosen" is
 *   not emitted
 */
void
cooldown_ice_numbers_set_value (CooldownIceNumbers *self, guint value)
{
  g_return_if_fail (COOLDOWN_IS_ICE_NUMBERS (self));

  self->value = value;
  self->setting = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i), self->from + i == value);
  self->setting = FALSE;
}
