/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recover-start.h"

#include "check-in.h"
#include "time-words.h"
#include "workout-form.h"

#include <glib/gi18n.h>

struct _CooldownRecoverStart
{
  GtkBox parent_instance;
  CooldownAppState *state;

  CooldownCheckIn *check_in;
  CooldownWorkoutForm *form;
  GtkWidget *start;
  GtkLabel *caption;
};

G_DEFINE_FINAL_TYPE (CooldownRecoverStart, cooldown_recover_start, GTK_TYPE_BOX)

/* When the question comes, and which it is. */
static char *
format_caption (CooldownRecoverStart *self, const CooldownWorkout *workout)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  gint64 now = cooldown_app_state_now (self->state).wall;
  gint64 check = workout->ended + cooldown_content_get_recovery_rules (content)->check_after;
  const char *question = cooldown_content_get_check_question (content, workout->legs);
  g_autofree char *time = NULL;
  g_autofree char *span = NULL;

  if (check <= now)
    /* Translators: %s is a question, "Is the tingling gone?" */
    return g_strdup_printf (_("The hour is over, so one question comes at once: “%s”"), question);
  time = cooldown_app_state_format_time (self->state, check);
  span = cooldown_span_format (check - now + COOLDOWN_MINUTE - 1);
  /* Translators: %1$s is a time, "19:12", %2$s a duration, "50 min", %3$s a question, "Is the
     tingling gone?" */
  return g_strdup_printf (_("One question at %1$s, in %2$s: “%3$s”"), time, span, question);
}

static void
update (CooldownRecoverStart *self)
{
  g_autofree char *caption = NULL;
  CooldownWorkout workout;
  gboolean good;

  if (self->state == NULL)
    return;
  good = cooldown_workout_form_get_workout (self->form, &workout);
  caption = good ? format_caption (self, &workout) : g_strdup ("");
  gtk_label_set_label (self->caption, caption);
  gtk_widget_set_sensitive (self->start, good && cooldown_app_state_get_connected (self->state));
  /* With a warning sign ticked nothing here is the thing to do. */
  if (cooldown_app_state_get_level (self->state) >= COOLDOWN_LEVEL_URGENT)
    gtk_widget_remove_css_class (self->start, "suggested-action");
  else
    gtk_widget_add_css_class (self->start, "suggested-action");
}

static void
on_start_clicked (CooldownRecoverStart *self)
{
  CooldownWorkout workout;

  if (!cooldown_workout_form_get_workout (self->form, &workout))
    return;
  cooldown_workout_form_remember (self->form);
  cooldown_app_state_activate (self->state, "workout-finish", cooldown_workout_to_plan (&workout));
  if (workout.legs == COOLDOWN_LEGS_OTHER)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-tab", "s", "check");
  cooldown_workout_form_reset (self->form);
}

static void
cooldown_recover_start_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_RECOVER_START (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_RECOVER_START);
  G_OBJECT_CLASS (cooldown_recover_start_parent_class)->dispose (object);
}

static void
cooldown_recover_start_class_init (CooldownRecoverStartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_recover_start_dispose;
  g_type_ensure (COOLDOWN_TYPE_CHECK_IN);
  g_type_ensure (COOLDOWN_TYPE_WORKOUT_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/recover-start.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownRecoverStart, check_in);
  gtk_widget_class_bind_template_child (widget_class, CooldownRecoverStart, form);
  gtk_widget_class_bind_template_child (widget_class, CooldownRecoverStart, start);
  gtk_widget_class_bind_template_child (widget_class, CooldownRecoverStart, caption);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_start_clicked);
}

static void
cooldown_recover_start_init (CooldownRecoverStart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_recover_start_set_state:
 * @self: the start, without a state
 * @state: what is going on
 *
 * Gives @self what it shows; to be called once.
 */
void
cooldown_recover_start_set_state (CooldownRecoverStart *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_RECOVER_START (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  cooldown_check_in_set_state (self->check_in, state);
  cooldown_workout_form_set_state (self->form, state);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
