/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences.h"

struct _CooldownPreferences
{
  AdwPreferencesWindow parent_instance;
  AdwComboRow *units;
};

G_DEFINE_FINAL_TYPE (CooldownPreferences, cooldown_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows of the list in the .ui file. */
static const char *const units[] = { "locale", "metric", "us" };

static gboolean
unit_to_row (GValue *value, GVariant *variant, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i], g_variant_get_string (variant, NULL)))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }
  return FALSE;
}

static GVariant *
row_to_unit (const GValue *value, const GVariantType *type, gpointer data)
{
  guint row = g_value_get_uint (value);

  return row < G_N_ELEMENTS (units) ? g_variant_new_string (units[row]) : NULL;
}

static void
cooldown_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_PREFERENCES);
  G_OBJECT_CLASS (cooldown_preferences_parent_class)->dispose (object);
}

static void
cooldown_preferences_class_init (CooldownPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferences, units);
}

static void
cooldown_preferences_init (CooldownPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_preferences_new:
 * @parent: the window it belongs to
 * @settings: the window's own settings
 *
 * Returns: (transfer none): the preferences, bound to @settings
 */
GtkWindow *
cooldown_preferences_new (GtkWindow *parent, GSettings *settings)
{
  CooldownPreferences *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (COOLDOWN_TYPE_PREFERENCES, "transient-for", parent, NULL);
  g_settings_bind_with_mapping (settings, "units", self->units, "selected", G_SETTINGS_BIND_DEFAULT,
                                unit_to_row, row_to_unit, NULL, NULL);
  return GTK_WINDOW (self);
}
