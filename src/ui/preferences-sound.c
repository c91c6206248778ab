/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences-sound.h"

#include "setting-row.h"

struct _CooldownPreferencesSound
{
  AdwPreferencesGroup parent_instance;
  CooldownAppState *state;

  CooldownSettingRow *sound;
  CooldownSettingRow *discreet;
  GtkWidget *play;
};

G_DEFINE_FINAL_TYPE (CooldownPreferencesSound,
                     cooldown_preferences_sound,
                     ADW_TYPE_PREFERENCES_GROUP)

static void
update (CooldownPreferencesSound *self)
{
  gtk_widget_set_sensitive (self->play, cooldown_app_state_get_connected (self->state));
}

static void
on_play_clicked (CooldownPreferencesSound *self)
{
  cooldown_app_state_activate (self->state, "play-sound", NULL);
}

static void
cooldown_preferences_sound_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_PREFERENCES_SOUND (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_PREFERENCES_SOUND);
  G_OBJECT_CLASS (cooldown_preferences_sound_parent_class)->dispose (object);
}

static void
cooldown_preferences_sound_class_init (CooldownPreferencesSoundClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_preferences_sound_dispose;
  g_type_ensure (COOLDOWN_TYPE_SETTING_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/preferences-sound.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesSound, sound);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesSound, discreet);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesSound, play);
  gtk_widget_class_bind_template_callback (widget_class, on_play_clicked);
}

static void
cooldown_preferences_sound_init (CooldownPreferencesSound *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_preferences_sound_set_state:
 * @self: a group without a state
 * @state: what is going on
 *
 * Gives @self what it shows and changes; to be called once.
 */
void
cooldown_preferences_sound_set_state (CooldownPreferencesSound *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_PREFERENCES_SOUND (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  cooldown_setting_row_set_state (self->sound, state);
  cooldown_setting_row_set_state (self->discreet, state);
  g_signal_connect_object (state, "changed::agent", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
