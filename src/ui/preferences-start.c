/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences-start.h"

#include "agent-states.h"
#include "autostart-words.h"

struct _CooldownPreferencesStart
{
  AdwPreferencesGroup parent_instance;
  CooldownAppState *state;

  AdwActionRow *row;
  GtkSwitch *toggle;
};

G_DEFINE_FINAL_TYPE (CooldownPreferencesStart,
                     cooldown_preferences_start,
                     ADW_TYPE_PREFERENCES_GROUP)

static GVariant *
lookup_autostart (CooldownPreferencesStart *self)
{
  return cooldown_app_state_lookup_agent_state (self->state, "autostart", G_VARIANT_TYPE_VARDICT);
}

static void
update (CooldownPreferencesStart *self)
{
  g_autoptr (GVariant) autostart = lookup_autostart (self);
  g_autofree char *words = cooldown_autostart_words_describe (autostart);

  adw_action_row_set_subtitle (self->row, words);
  /* While nobody knows, any position would be a lie. */
  gtk_widget_set_visible (GTK_WIDGET (self->toggle), cooldown_autostart_words_is_known (autostart));
  gtk_switch_set_active (self->toggle, cooldown_autostart_words_is_on (autostart));
}

/* The user has a wish; the switch moves back until it has come true. */
static void
on_active_changed (CooldownPreferencesStart *self)
{
  g_autoptr (GVariant) autostart = self->state != NULL ? lookup_autostart (self) : NULL;
  gboolean wanted = gtk_switch_get_active (self->toggle);

  if (autostart == NULL || wanted == cooldown_autostart_words_is_on (autostart))
    return;
  cooldown_app_state_activate (self->state, "autostart", g_variant_new_boolean (wanted));
  update (self);
}

static void
cooldown_preferences_start_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_PREFERENCES_START (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_PREFERENCES_START);
  G_OBJECT_CLASS (cooldown_preferences_start_parent_class)->dispose (object);
}

static void
cooldown_preferences_start_class_init (CooldownPreferencesStartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_preferences_start_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/preferences-start.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesStart, row);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesStart, toggle);
  gtk_widget_class_bind_template_callback (widget_class, on_active_changed);
}

static void
cooldown_preferences_start_init (CooldownPreferencesStart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_preferences_start_set_state:
 * @self: a group without a state
 * @state: what is going on
 *
 * Gives @self what it shows and changes; to be called once.
 */
void
cooldown_preferences_start_set_state (CooldownPreferencesStart *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_PREFERENCES_START (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  g_signal_connect_object (state, "changed::agent-state", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
