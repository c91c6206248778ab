/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recover-hour.h"

#include "check-in.h"
#include "hour-bar.h"
#include "pair.h"
#include "report/workout-words.h"
#include "step-list.h"
#include "time-words.h"

#include <glib/gi18n.h>

struct _CooldownRecoverHour
{
  GtkBox parent_instance;
  CooldownAppState *state;

  GtkLabel *title;
  GtkLabel *facts;
  CooldownHourBar *bar;
  CooldownCheckIn *check_in;
  CooldownStepList *steps;
};

enum
{
  CHANGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CooldownRecoverHour, cooldown_recover_hour, GTK_TYPE_BOX)

static void
update_bar (CooldownRecoverHour *self,
            CooldownSession *session,
            const CooldownRecoveryState *recovery,
            const CooldownInstant *now)
{
  gint64 axis = cooldown_session_get_axis (session, now);
  gint64 hour = MAX (recovery->check_at - recovery->ended, 1);
  g_autofree char *finished = cooldown_app_state_format_time (
      self->state, cooldown_session_get_wall (session, recovery->ended, now));
  g_autofree char *check = cooldown_app_state_format_time (
      self->state, cooldown_session_get_wall (session, recovery->check_at, now));
  g_autofree char *left = cooldown_span_format (recovery->check_at - axis + COOLDOWN_MINUTE - 1);

  cooldown_hour_bar_update (self->bar, (double) (axis - recovery->ended) / (double) hour, finished,
                            check, left);
}

static void
update (CooldownRecoverHour *self)
{
  CooldownSession *session = cooldown_app_state_get_recovery_session (self->state);
  CooldownRecoveryState recovery = cooldown_app_state_get_recovery (self->state);
  CooldownInstant now = cooldown_app_state_now (self->state);
  g_autofree char *title = NULL;
  g_autofree char *facts = NULL;
  gboolean steps;
  CooldownWorkout workout;

  if (session == NULL ||
      !cooldown_workout_from_plan (cooldown_session_get_plan (session), &workout, NULL))
    return;
  title = cooldown_workout_format_since (workout.kind, cooldown_session_get_axis (session, &now) -
                                                           recovery.ended);
  facts = cooldown_workout_format_facts (&workout);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->facts, facts);
  update_bar (self, session, &recovery, &now);

  /* Only getting seen counts then; content: recovery.json, `no-remedies`. */
  steps = cooldown_app_state_get_level (self->state) < COOLDOWN_LEVEL_URGENT;
  gtk_widget_set_visible (GTK_WIDGET (self->steps), steps);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), steps);
}

static void
on_change_clicked (CooldownRecoverHour *self)
{
  g_signal_emit (self, signals[CHANGE], 0);
}

static void
on_stop_clicked (CooldownRecoverHour *self)
{
  CooldownRecoveryState recovery = cooldown_app_state_get_recovery (self->state);
  /* An hour that is over goes for good; one that runs can be taken up again. */
  gboolean over = cooldown_recovery_phase_is_over (recovery.phase);

  cooldown_app_state_activate (self->state, "recovery-stop", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), over ? "win.toast" : "win.toast-undo", "s",
                              _("Cooling down stopped"));
}

static void
cooldown_recover_hour_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_RECOVER_HOUR (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_RECOVER_HOUR);
  G_OBJECT_CLASS (cooldown_recover_hour_parent_class)->dispose (object);
}

static void
cooldown_recover_hour_class_init (CooldownRecoverHourClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_recover_hour_dispose;
  g_type_ensure (COOLDOWN_TYPE_CHECK_IN);
  g_type_ensure (COOLDOWN_TYPE_HOUR_BAR);
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  g_type_ensure (COOLDOWN_TYPE_STEP_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/recover-hour.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownRecoverHour, title);
  gtk_widget_class_bind_template_child (widget_class, CooldownRecoverHour, facts);
  gtk_widget_class_bind_template_child (widget_class, CooldownRecoverHour, bar);
  gtk_widget_class_bind_template_child (widget_class, CooldownRecoverHour, check_in);
  gtk_widget_class_bind_template_child (widget_class, CooldownRecoverHour, steps);
  gtk_widget_class_bind_template_callback (widget_class, on_change_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_clicked);
  signals[CHANGE] = g_signal_new ("change", COOLDOWN_TYPE_RECOVER_HOUR, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
cooldown_recover_hour_init (CooldownRecoverHour *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_recover_hour_set_state:
 * @self: the hour, without a state
 * @state: what is going on
 *
 * Gives @self what it shows; to be called once.
 */
void
cooldown_recover_hour_set_state (CooldownRecoverHour *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_RECOVER_HOUR (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  cooldown_check_in_set_state (self->check_in, state);
  cooldown_step_list_set_state (self->steps, state);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "second", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  cooldown_app_state_watch_seconds (state, GTK_WIDGET (self));
  update (self);
}
