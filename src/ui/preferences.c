/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences.h"

#include "preferences-bedtimes.h"
#include "preferences-data.h"
#include "preferences-quiet.h"
#include "preferences-reminders.h"
#include "preferences-sound.h"
#include "preferences-start.h"
#include "reminder-test.h"

#include <glib/gi18n.h>

struct _CooldownPreferences
{
  AdwPreferencesWindow parent_instance;
  CooldownAppState *state;

  CooldownPreferencesReminders *reminders;
  CooldownPreferencesBedtimes *bedtimes;
  CooldownPreferencesQuiet *quiet;
  CooldownPreferencesSound *sound;
  CooldownPreferencesStart *start;
  CooldownPreferencesData *data;
  AdwActionRow *last_test;
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

/* Testing a reminder. */

static void
update_last_test (CooldownPreferences *self)
{
  g_autofree char *headline = NULL;
  gint64 asked = cooldown_reminder_test_get_last (self->state, &headline);
  g_autofree char *time = NULL, *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->last_test), asked != 0);
  if (asked == 0)
    return;
  time = cooldown_app_state_format_time (self->state, asked);
  /* Translators: %s is a time of day: when a reminder was tested */
  title = g_strdup_printf (_ ("Last test, at %s"), time);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->last_test), title);
  adw_action_row_set_subtitle (self->last_test, headline);
}

static void
close_windows_cb (gpointer data)
{
  g_autoptr (CooldownPreferences) self = data;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  /* The parent may end first, and GTK 4.8 would look at it all the same. */
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_window_close (parent);
}

/* Everything of Cooldown that is on the screen, and with it the program; the agent stays. Not from
 * within the button that asks for it, which would go with its window. */
static void
close_windows (CooldownPreferences *self)
{
  g_idle_add_once (close_windows_cb, g_object_ref (self));
}

static void
on_last_test_activated (CooldownPreferences *self)
{
  GtkWidget *page = cooldown_reminder_test_new (self->state);

  g_signal_connect_object (page, "back", G_CALLBACK (adw_preferences_window_close_subpage), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "close-windows", G_CALLBACK (close_windows), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_window_present_subpage (ADW_PREFERENCES_WINDOW (self), page);
}

static void
on_test_activated (CooldownPreferences *self)
{
  cooldown_app_state_activate (self->state, "test-reminder", NULL);
  on_last_test_activated (self);
}

static void
toast_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *markup = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (widget), adw_toast_new (markup));
}

static void
cooldown_preferences_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_PREFERENCES (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_PREFERENCES);
  G_OBJECT_CLASS (cooldown_preferences_parent_class)->dispose (object);
}

static void
cooldown_preferences_class_init (CooldownPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_preferences_dispose;
  g_type_ensure (COOLDOWN_TYPE_PREFERENCES_BEDTIMES);
  g_type_ensure (COOLDOWN_TYPE_PREFERENCES_DATA);
  g_type_ensure (COOLDOWN_TYPE_PREFERENCES_QUIET);
  g_type_ensure (COOLDOWN_TYPE_PREFERENCES_REMINDERS);
  g_type_ensure (COOLDOWN_TYPE_PREFERENCES_SOUND);
  g_type_ensure (COOLDOWN_TYPE_PREFERENCES_START);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferences, reminders);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferences, bedtimes);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferences, quiet);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferences, sound);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferences, start);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferences, data);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferences, last_test);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferences, units);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_test_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_last_test_activated);
}

static void
cooldown_preferences_init (CooldownPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (CooldownPreferences *self)
{
  cooldown_preferences_reminders_set_state (self->reminders, self->state);
  cooldown_preferences_bedtimes_set_state (self->bedtimes, self->state);
  cooldown_preferences_quiet_set_state (self->quiet, self->state);
  cooldown_preferences_sound_set_state (self->sound, self->state);
  cooldown_preferences_start_set_state (self->start, self->state);
  cooldown_preferences_data_set_state (self->data, self->state);
  g_signal_connect_object (self->state, "changed::agent-state", G_CALLBACK (update_last_test), self,
                           G_CONNECT_SWAPPED);
  update_last_test (self);
  g_settings_bind_with_mapping (cooldown_app_state_get_settings (self->state), "units", self->units,
                                "selected", G_SETTINGS_BIND_DEFAULT, unit_to_row, row_to_unit, NULL,
                                NULL);
}

/**
 * cooldown_preferences_new:
 * @parent: the window it belongs to
 * @state: what is going on
 *
 * Returns: (transfer none): the preferences; they follow @state, and what is changed in them holds
 *   at once
 */
GtkWindow *
cooldown_preferences_new (GtkWindow *parent, CooldownAppState *state)
{
  CooldownPreferences *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (COOLDOWN_IS_APP_STATE (state), NULL);

  self = g_object_new (COOLDOWN_TYPE_PREFERENCES, "transient-for", parent, NULL);
  self->state = g_object_ref (state);
  fill (self);
  return GTK_WINDOW (self);
}
