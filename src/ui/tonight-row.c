/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tonight-row.h"

#include "pair.h"

/* Values up to this length are not broken into lines, at the usual size of text. */
#define VALUE_CHARS 12

struct _CooldownTonightRow
{
  AdwActionRow parent_instance;
  GtkWidget *popover; /* (nullable): a child of this row */

  GtkImage *icon;
  GtkLabel *value;
};

G_DEFINE_FINAL_TYPE (CooldownTonightRow, cooldown_tonight_row, ADW_TYPE_ACTION_ROW)

static void
cooldown_tonight_row_activate (AdwActionRow *row)
{
  CooldownTonightRow *self = COOLDOWN_TONIGHT_ROW (row);

  if (self->popover != NULL)
    gtk_popover_popup (GTK_POPOVER (self->popover));
  ADW_ACTION_ROW_CLASS (cooldown_tonight_row_parent_class)->activate (row);
}

static void
cooldown_tonight_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CooldownTonightRow *self = COOLDOWN_TONIGHT_ROW (widget);

  GTK_WIDGET_CLASS (cooldown_tonight_row_parent_class)
      ->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
cooldown_tonight_row_dispose (GObject *object)
{
  g_clear_pointer (&COOLDOWN_TONIGHT_ROW (object)->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_TONIGHT_ROW);
  G_OBJECT_CLASS (cooldown_tonight_row_parent_class)->dispose (object);
}

static void
cooldown_tonight_row_class_init (CooldownTonightRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_tonight_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = cooldown_tonight_row_activate;
  widget_class->size_allocate = cooldown_tonight_row_size_allocate;
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/tonight-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownTonightRow, icon);
  gtk_widget_class_bind_template_child (widget_class, CooldownTonightRow, value);
}

static void
cooldown_tonight_row_init (CooldownTonightRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_tonight_row_set_icon:
 * @self: a row
 * @icon_name: the name of its icon
 * @badge: (nullable): how the badge is tinted: "warm", "accent" or "night"
 */
void
cooldown_tonight_row_set_icon (CooldownTonightRow *self, const char *icon_name, const char *badge)
{
  const char *const classes[] = { "cd-badge", badge != NULL ? badge : "plain", NULL };

  g_return_if_fail (COOLDOWN_IS_TONIGHT_ROW (self));
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), (const char **) classes);
}

/**
 * cooldown_tonight_row_set_popover:
 * @self: a row without a popover
 * @popover: (transfer floating): what opens when the row is activated
 */
void
cooldown_tonight_row_set_popover (CooldownTonightRow *self, GtkWidget *popover)
{
  g_return_if_fail (COOLDOWN_IS_TONIGHT_ROW (self));
  g_return_if_fail (self->popover == NULL);
  self->popover = popover;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
}

/**
 * cooldown_tonight_row_update:
 * @self: a row
 * @meaning: (nullable): what it means for tonight
 * @value: what is noted; "" where @meaning says it all
 */
void
cooldown_tonight_row_update (CooldownTonightRow *self, const char *meaning, const char *value)
{
  g_return_if_fail (COOLDOWN_IS_TONIGHT_ROW (self));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), meaning != NULL ? meaning : "");
  gtk_label_set_label (self->value, value);
  gtk_label_set_width_chars (
      self->value, MIN ((int) g_utf8_strlen (value, -1),
                        (int) (VALUE_CHARS / cooldown_text_scale_get (GTK_WIDGET (self)))));
  gtk_widget_set_visible (GTK_WIDGET (self->value), *value != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, value,
                                  -1);
}
