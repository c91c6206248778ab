/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences-reminders.h"

#include "routine-choice.h"
#include "setting-row.h"
#include "time-row.h"
#include "time-words.h"

#include <glib/gi18n.h>

struct _CooldownPreferencesReminders
{
  AdwPreferencesGroup parent_instance;
  CooldownAppState *state;

  CooldownSettingRow *recovery;
  CooldownSettingRow *episode;
  CooldownSettingRow *caffeine;
  CooldownSettingRow *alcohol;
  CooldownSettingRow *wind_down;
  CooldownSettingRow *bed;
  CooldownSettingRow *morning;
  CooldownTimeRow *morning_at;
  CooldownSettingRow *experiment;
};

G_DEFINE_FINAL_TYPE (CooldownPreferencesReminders,
                     cooldown_preferences_reminders,
                     ADW_TYPE_PREFERENCES_GROUP)

static void
describe_wind_down (CooldownPreferencesReminders *self)
{
  int minutes = cooldown_routine_choice_get_winddown (self->state);
  g_autofree char *span = cooldown_span_format (minutes * COOLDOWN_MINUTE);
  /* Translators: when a reminder comes; %s is a duration: "40 min" */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s before bedtime"), span);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->wind_down), subtitle);
}

static void
update (CooldownPreferencesReminders *self)
{
  const CooldownReminderRules *rules = cooldown_content_get_reminder_rules (
      cooldown_app_state_get_content (self->state));
  g_autoptr (GVariant)
      at = cooldown_app_state_lookup_setting (self->state, "morning-at", G_VARIANT_TYPE_INT32);

  describe_wind_down (self);
  cooldown_time_row_set_minutes (self->morning_at,
                                 at != NULL ? g_variant_get_int32 (at) : rules->morning_at);
}

static void
on_morning_picked (CooldownPreferencesReminders *self, int minutes)
{
  if (self->state != NULL)
    cooldown_app_state_set_setting (self->state, "morning-at", g_variant_new_int32 (minutes));
}

static void
cooldown_preferences_reminders_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_PREFERENCES_REMINDERS (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_PREFERENCES_REMINDERS);
  G_OBJECT_CLASS (cooldown_preferences_reminders_parent_class)->dispose (object);
}

static void
cooldown_preferences_reminders_class_init (CooldownPreferencesRemindersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_preferences_reminders_dispose;
  g_type_ensure (COOLDOWN_TYPE_SETTING_ROW);
  g_type_ensure (COOLDOWN_TYPE_TIME_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cooldown/ui/preferences-reminders.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesReminders, recovery);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesReminders, episode);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesReminders, caffeine);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesReminders, alcohol);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesReminders, wind_down);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesReminders, bed);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesReminders, morning);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesReminders, morning_at);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesReminders, experiment);
  gtk_widget_class_bind_template_callback (widget_class, on_morning_picked);
}

static void
cooldown_preferences_reminders_init (CooldownPreferencesReminders *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_preferences_reminders_set_state:
 * @self: a group without a state
 * @state: what is going on
 *
 * Gives @self what it shows and changes; to be called once.
 */
void
cooldown_preferences_reminders_set_state (CooldownPreferencesReminders *self,
                                          CooldownAppState *state)
{
  CooldownSettingRow *rows[] = { self->recovery,  self->episode, self->caffeine, self->alcohol,
                                 self->wind_down, self->bed,     self->morning,  self->experiment };

  g_return_if_fail (COOLDOWN_IS_PREFERENCES_REMINDERS (self));
  g_return_if_fail (self->state == NULL);
  cooldown_time_row_set_clock (self->morning_at, cooldown_app_state_get_clock (state));
  self->state = g_object_ref (state);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    cooldown_setting_row_set_state (rows[i], state);
  g_signal_connect_object (state, "changed::settings", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
