/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences-quiet.h"

#include "time-row.h"

/* What is offered until the user says otherwise, minutes after midnight. */
#define USUAL_FROM (22 * 60)
#define USUAL_TO (7 * 60)

struct _CooldownPreferencesQuiet
{
  AdwPreferencesGroup parent_instance;
  CooldownAppState *state;

  GtkSwitch *on;
  CooldownTimeRow *from;
  CooldownTimeRow *to;
};

G_DEFINE_FINAL_TYPE (CooldownPreferencesQuiet,
                     cooldown_preferences_quiet,
                     ADW_TYPE_PREFERENCES_GROUP)

/* Whether there are quiet hours, and which. */
static gboolean
get_hours (CooldownPreferencesQuiet *self, int *from, int *to)
{
  g_autoptr (GVariant)
      hours = cooldown_app_state_lookup_setting (self->state, "quiet-hours", G_VARIANT_TYPE ("ai"));

  if (hours == NULL || g_variant_n_children (hours) != 2)
    return FALSE;
  g_variant_get_child (hours, 0, "i", from);
  g_variant_get_child (hours, 1, "i", to);
  return TRUE;
}

/* Switched off, the times stay on the rows: whoever switches them on again finds their own. */
static void
update (CooldownPreferencesQuiet *self)
{
  int from, to;
  gboolean on = get_hours (self, &from, &to);

  gtk_switch_set_active (self->on, on);
  if (!on)
    return;
  cooldown_time_row_set_minutes (self->from, from);
  cooldown_time_row_set_minutes (self->to, to);
}

static void
write_hours (CooldownPreferencesQuiet *self)
{
  gint32 hours[] = { cooldown_time_row_get_minutes (self->from),
                     cooldown_time_row_get_minutes (self->to) };
  gsize n_hours = gtk_switch_get_active (self->on) ? G_N_ELEMENTS (hours) : 0;

  cooldown_app_state_set_setting (
      self->state, "quiet-hours",
      g_variant_new_fixed_array (G_VARIANT_TYPE_INT32, hours, n_hours, sizeof (gint32)));
}

static void
on_active_changed (CooldownPreferencesQuiet *self)
{
  int from, to;

  /* Only the user moves it away from what is set. */
  if (self->state != NULL && gtk_switch_get_active (self->on) != get_hours (self, &from, &to))
    write_hours (self);
}

static void
on_picked (CooldownPreferencesQuiet *self)
{
  if (self->state != NULL)
    write_hours (self);
}

static void
cooldown_preferences_quiet_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_PREFERENCES_QUIET (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_PREFERENCES_QUIET);
  G_OBJECT_CLASS (cooldown_preferences_quiet_parent_class)->dispose (object);
}

static void
cooldown_preferences_quiet_class_init (CooldownPreferencesQuietClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_preferences_quiet_dispose;
  g_type_ensure (COOLDOWN_TYPE_TIME_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/preferences-quiet.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesQuiet, on);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesQuiet, from);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesQuiet, to);
  gtk_widget_class_bind_template_callback (widget_class, on_active_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
}

static void
cooldown_preferences_quiet_init (CooldownPreferencesQuiet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_preferences_quiet_set_state:
 * @self: a group without a state
 * @state: what is going on
 *
 * Gives @self what it shows and changes; to be called once.
 */
void
cooldown_preferences_quiet_set_state (CooldownPreferencesQuiet *self, CooldownAppState *state)
{
  CooldownClock *clock = cooldown_app_state_get_clock (state);

  g_return_if_fail (COOLDOWN_IS_PREFERENCES_QUIET (self));
  g_return_if_fail (self->state == NULL);
  cooldown_time_row_set_clock (self->from, clock);
  cooldown_time_row_set_clock (self->to, clock);
  cooldown_time_row_set_minutes (self->from, USUAL_FROM);
  cooldown_time_row_set_minutes (self->to, USUAL_TO);
  self->state = g_object_ref (state);
  g_signal_connect_object (state, "changed::settings", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
