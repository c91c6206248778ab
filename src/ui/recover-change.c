/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recover-change.h"

#include "workout-form.h"

struct _CooldownRecoverChange
{
  GtkBox parent_instance;
  CooldownAppState *state;

  CooldownWorkoutForm *form;
  GtkWidget *save;
};

enum
{
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CooldownRecoverChange, cooldown_recover_change, GTK_TYPE_BOX)

static void
update (CooldownRecoverChange *self)
{
  CooldownWorkout workout;

  if (self->state == NULL)
    return;
  gtk_widget_set_sensitive (self->save, cooldown_workout_form_get_workout (self->form, &workout) &&
                                            cooldown_app_state_get_connected (self->state));
}

static void
finish (CooldownRecoverChange *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
on_save_clicked (CooldownRecoverChange *self)
{
  CooldownWorkout workout;

  if (!cooldown_workout_form_get_workout (self->form, &workout))
    return;
  cooldown_workout_form_remember (self->form);
  cooldown_app_state_activate (self->state, "workout-change", cooldown_workout_to_plan (&workout));
  finish (self);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  finish (COOLDOWN_RECOVER_CHANGE (widget));
  return TRUE;
}

static void
cooldown_recover_change_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_RECOVER_CHANGE (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_RECOVER_CHANGE);
  G_OBJECT_CLASS (cooldown_recover_change_parent_class)->dispose (object);
}

static void
cooldown_recover_change_class_init (CooldownRecoverChangeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_recover_change_dispose;
  g_type_ensure (COOLDOWN_TYPE_WORKOUT_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/recover-change.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownRecoverChange, form);
  gtk_widget_class_bind_template_child (widget_class, CooldownRecoverChange, save);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, finish);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  signals[CLOSED] = g_signal_new ("closed", COOLDOWN_TYPE_RECOVER_CHANGE, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cooldown_recover_change_init (CooldownRecoverChange *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_recover_change_set_state:
 * @self: the page, without a state
 * @state: what is going on
 *
 * Gives @self what it works with; to be called once.
 */
void
cooldown_recover_change_set_state (CooldownRecoverChange *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_RECOVER_CHANGE (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  cooldown_workout_form_set_state (self->form, state);
  g_signal_connect_object (state, "changed::agent", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * cooldown_recover_change_open:
 * @self: the page
 *
 * Shows the workout as it is noted now.
 */
void
cooldown_recover_change_open (CooldownRecoverChange *self)
{
  CooldownSession *session;
  CooldownWorkout workout;

  g_return_if_fail (COOLDOWN_IS_RECOVER_CHANGE (self));
  session = cooldown_app_state_get_recovery_session (self->state);
  if (session != NULL &&
      cooldown_workout_from_plan (cooldown_session_get_plan (session), &workout, NULL))
    cooldown_workout_form_set_workout (self->form, &workout);
}
