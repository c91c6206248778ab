/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evening-reminders.h"

#include "evening-plan.h"
#include "setting-row.h"

#include <glib/gi18n.h>

struct _CooldownEveningReminders
{
  AdwBin parent_instance;
  CooldownAppState *state;

  CooldownSettingRow *caffeine;
  CooldownSettingRow *alcohol;
  CooldownSettingRow *wind_down;
  CooldownSettingRow *bed;
  GtkWidget *done;
};

G_DEFINE_FINAL_TYPE (CooldownEveningReminders, cooldown_evening_reminders, ADW_TYPE_BIN)

static void
say_when (CooldownEveningReminders *self, CooldownSettingRow *row, gint64 at)
{
  g_autofree char *time = cooldown_app_state_format_time (self->state, at);
  g_autofree char *words = NULL;

  if (at > cooldown_app_state_now (self->state).wall)
    /* Translators: when a reminder comes; %s is a time of day */
    words = g_strdup_printf (C_ ("reminder", "Today at %s"), time);
  else
    /* Translators: when a reminder would have come; %s is a time of day */
    words = g_strdup_printf (C_ ("reminder", "For today it was at %s"), time);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
}

/* Whoever has noted everything of tonight's list is reminded of no limit any more. */
static gboolean
is_list_done (CooldownEveningReminders *self, const CooldownEvening *evening)
{
  static const char *const things[] = { "caffeine", "alcohol", "nicotine" };

  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    if (cooldown_evening_plan_get_noted (self->state, evening, things[i]) == COOLDOWN_NOTED_NOTHING)
      return FALSE;
  return TRUE;
}

static void
cooldown_evening_reminders_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_EVENING_REMINDERS (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_EVENING_REMINDERS);
  G_OBJECT_CLASS (cooldown_evening_reminders_parent_class)->dispose (object);
}

static void
cooldown_evening_reminders_class_init (CooldownEveningRemindersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_evening_reminders_dispose;
  g_type_ensure (COOLDOWN_TYPE_SETTING_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/evening-reminders.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningReminders, caffeine);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningReminders, alcohol);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningReminders, wind_down);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningReminders, bed);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningReminders, done);
}

static void
cooldown_evening_reminders_init (CooldownEveningReminders *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_evening_reminders_set_state:
 * @self: reminders without a state
 * @state: what is going on
 *
 * Gives @self what it shows and changes; to be called once.
 */
void
cooldown_evening_reminders_set_state (CooldownEveningReminders *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_EVENING_REMINDERS (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  cooldown_setting_row_set_state (self->caffeine, state);
  cooldown_setting_row_set_state (self->alcohol, state);
  cooldown_setting_row_set_state (self->wind_down, state);
  cooldown_setting_row_set_state (self->bed, state);
  cooldown_evening_reminders_update (self);
}

/**
 * cooldown_evening_reminders_update:
 * @self: reminders with a state
 *
 * Says anew when they come: the page calls it when something has changed, and every minute.
 */
void
cooldown_evening_reminders_update (CooldownEveningReminders *self)
{
  CooldownEvening evening;

  g_return_if_fail (COOLDOWN_IS_EVENING_REMINDERS (self));
  if (!cooldown_evening_plan_get (self->state, &evening))
    return;
  say_when (self, self->caffeine,
            cooldown_evening_plan_get_limit_time (self->state, &evening, "caffeine"));
  say_when (self, self->alcohol,
            cooldown_evening_plan_get_limit_time (self->state, &evening, "alcohol"));
  say_when (self, self->wind_down, evening.wind_down);
  say_when (self, self->bed, evening.bed);
  gtk_widget_set_visible (self->done, is_list_done (self, &evening));
}
