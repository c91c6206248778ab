/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "step-list.h"

#include "check-in-answer.h"
#include "step-row.h"

#include <glib/gi18n.h>
#include <string.h>

/* Ids of recovery.json: the step that is answered, and the one that leads elsewhere. */
#define STEP_CHECK "check"
#define STEP_ICE "ice"

struct _CooldownStepList
{
  GtkBox parent_instance;
  CooldownAppState *state;
  GPtrArray *rows;    /* (element-type CooldownStepRow) */
  GtkWidget *answers; /* of the one-hour check */
  CooldownRecoveryPhase phase;
  int answers_legs; /* what the answers are for, a CooldownLegs; -1 at first */

  GtkListBox *list;
  GtkLabel *left_out;
};

G_DEFINE_FINAL_TYPE (CooldownStepList, cooldown_step_list, GTK_TYPE_BOX)

static gboolean
is_check (CooldownStepRow *row)
{
  return strcmp (cooldown_step_row_get_step (row)->id, STEP_CHECK) == 0;
}

/* Hides the steps that must not be, and says which and why. */
static void
leave_out (CooldownStepList *self)
{
  CooldownTicks *ticks = cooldown_app_state_get_ticks (self->state);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      CooldownStepRow *row = g_ptr_array_index (self->rows, i);
      const CooldownStep *step = cooldown_step_row_get_step (row);
      const CooldownLeaveOut *reason = cooldown_ticks_find_leave_out (ticks, step->leave_out);

      gtk_widget_set_visible (GTK_WIDGET (row), reason == NULL);
      if (reason == NULL)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: %1$s is a step that is not shown, "Massage your legs"; %2$s is why */
      g_string_append_printf (text, _("Left out: %1$s. %2$s"), step->title, reason->text);
    }
  gtk_label_set_label (self->left_out, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), text->len > 0);
}

static char *
format_done (CooldownStepList *self, CooldownStepRow *row, const CooldownRecoveryState *recovery)
{
  CooldownSession *session = cooldown_app_state_get_recovery_session (self->state);
  CooldownInstant now = cooldown_app_state_now (self->state);
  gint64 done;

  if (!is_check (row))
    done = cooldown_recovery_step_done (session, cooldown_step_row_get_step (row)->id);
  else if (cooldown_recovery_phase_is_over (recovery->phase))
    done = cooldown_session_get_wall (session, recovery->since, &now);
  else
    done = 0;
  return done != 0 ? cooldown_app_state_format_time (self->state, done) : NULL;
}

static void
update_looks (CooldownStepList *self, const CooldownRecoveryState *recovery)
{
  /* Once the question stands the answer is what comes next. */
  gboolean taken = recovery->phase != COOLDOWN_RECOVERY_HOUR;

  for (guint i = 0; i < self->rows->len; i++)
    {
      CooldownStepRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *time = format_done (self, row, recovery);
      CooldownStepLook look = time != NULL ? COOLDOWN_STEP_DONE : COOLDOWN_STEP_OPEN;

      if (look == COOLDOWN_STEP_OPEN && !taken && gtk_widget_get_visible (GTK_WIDGET (row)) &&
          !cooldown_step_row_is_link (row) && !is_check (row))
        {
          look = COOLDOWN_STEP_NEXT;
          taken = TRUE;
        }
      cooldown_step_row_update (row, look, time);
    }
}

static void
join_rails (CooldownStepList *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_get_visible (g_ptr_array_index (self->rows, i)))
      g_ptr_array_add (shown, g_ptr_array_index (self->rows, i));
  for (guint i = 0; i < shown->len; i++)
    cooldown_step_row_set_rail (g_ptr_array_index (shown, i),
                                i > 0 ? g_ptr_array_index (shown, i - 1) : NULL,
                                i + 1 < shown->len ? g_ptr_array_index (shown, i + 1) : NULL);
}

static void
on_answer_clicked (GtkButton *button, CooldownStepList *self)
{
  cooldown_check_in_answer (GTK_WIDGET (self), self->state,
                            g_object_get_data (G_OBJECT (button), "answer"));
}

static void
add_answer (CooldownStepList *self, const char *label, const char *answer)
{
  GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "label", label, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "justify", GTK_JUSTIFY_CENTER, NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", words, NULL);

  /* A name is not taken from a child. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "cd-small");
  g_object_set_data (G_OBJECT (button), "answer", (gpointer) answer);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_answer_clicked), self, 0);
  gtk_box_append (GTK_BOX (self->answers), button);
}

static void
fill_answers (CooldownStepList *self, CooldownLegs legs)
{
  GtkWidget *child;

  if (self->answers_legs == (int) legs)
    return;
  self->answers_legs = (int) legs;
  while ((child = gtk_widget_get_first_child (self->answers)) != NULL)
    gtk_box_remove (GTK_BOX (self->answers), child);
  if (legs != COOLDOWN_LEGS_TINGLING)
    {
      add_answer (self, _("Yes"), "none");
      add_answer (self, _("Tingling"), "still");
      return;
    }
  add_answer (self, C_("tingling", "Gone"), "gone");
  add_answer (self, _("Still There"), "still");
  add_answer (self, _("Worse"), "worse");
}

static void
update_check (CooldownStepList *self,
              CooldownStepRow *row,
              const CooldownRecoveryState *recovery,
              CooldownLegs legs)
{
  CooldownSession *session = cooldown_app_state_get_recovery_session (self->state);
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  CooldownInstant now = cooldown_app_state_now (self->state);
  gint64 wall = cooldown_session_get_wall (session, recovery->check_at, &now);
  g_autofree char *time = cooldown_app_state_format_time (self->state, wall);
  /* Translators: %s is a time, "19:12" */
  g_autofree char *title = g_strdup_printf (_("One-hour check at %s"), time);

  cooldown_step_row_set_words (row, title, cooldown_content_get_check_question (content, legs));
  fill_answers (self, legs);
  gtk_widget_set_visible (self->answers, recovery->phase == COOLDOWN_RECOVERY_HOUR);
}

static void
update (CooldownStepList *self)
{
  CooldownRecoveryState recovery = cooldown_app_state_get_recovery (self->state);
  CooldownSession *session = cooldown_app_state_get_recovery_session (self->state);
  CooldownWorkout workout;

  if (session == NULL ||
      !cooldown_workout_from_plan (cooldown_session_get_plan (session), &workout, NULL))
    return;
  self->phase = recovery.phase;
  leave_out (self);
  for (guint i = 0; i < self->rows->len; i++)
    if (is_check (g_ptr_array_index (self->rows, i)))
      update_check (self, g_ptr_array_index (self->rows, i), &recovery, workout.legs);
  update_looks (self, &recovery);
  join_rails (self);
}

/* The hour ends by itself: nothing says so but the clock. */
static void
on_second (CooldownStepList *self)
{
  if (cooldown_app_state_get_recovery (self->state).phase != self->phase)
    update (self);
}

static void
toggle (CooldownStepList *self, CooldownStepRow *row)
{
  CooldownSession *session = cooldown_app_state_get_recovery_session (self->state);
  const CooldownStep *step = cooldown_step_row_get_step (row);

  if (session == NULL)
    return;
  cooldown_app_state_activate (
      self->state, "recovery-step",
      g_variant_new ("(sb)", step->id, cooldown_recovery_step_done (session, step->id) == 0));
}

static void
on_row_activated (CooldownStepList *self, CooldownStepRow *row)
{
  if (cooldown_step_row_is_link (row))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-tab", "s", "ice");
  else
    toggle (self, row);
}

static void
add_row (CooldownStepList *self, const CooldownStep *step)
{
  GtkWidget *widget = cooldown_step_row_new (step, strcmp (step->id, STEP_ICE) == 0);
  CooldownStepRow *row = COOLDOWN_STEP_ROW (widget);

  g_ptr_array_add (self->rows, row);
  gtk_list_box_append (self->list, widget);
  g_signal_connect_object (row, "done", G_CALLBACK (toggle), self, G_CONNECT_SWAPPED);
  if (!is_check (row))
    return;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  cooldown_step_row_set_end (row, self->answers);
}

static void
cooldown_step_list_dispose (GObject *object)
{
  CooldownStepList *self = COOLDOWN_STEP_LIST (object);

  g_clear_object (&self->state);
  g_clear_object (&self->answers);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_STEP_LIST);
  G_OBJECT_CLASS (cooldown_step_list_parent_class)->dispose (object);
}

static void
cooldown_step_list_finalize (GObject *object)
{
  g_ptr_array_unref (COOLDOWN_STEP_LIST (object)->rows);
  G_OBJECT_CLASS (cooldown_step_list_parent_class)->finalize (object);
}

static void
cooldown_step_list_class_init (CooldownStepListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_step_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = cooldown_step_list_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/step-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownStepList, list);
  gtk_widget_class_bind_template_child (widget_class, CooldownStepList, left_out);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
cooldown_step_list_init (CooldownStepList *self)
{
  self->rows = g_ptr_array_new ();
  self->answers_legs = -1;
  self->answers = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_step_list_set_state:
 * @self: a list without a state
 * @state: what is going on
 *
 * Gives @self what it shows; to be called once.
 */
void
cooldown_step_list_set_state (CooldownStepList *self, CooldownAppState *state)
{
  GPtrArray *steps;

  g_return_if_fail (COOLDOWN_IS_STEP_LIST (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  steps = cooldown_content_get_steps (cooldown_app_state_get_content (state));
  for (guint i = 0; i < steps->len; i++)
    add_row (self, g_ptr_array_index (steps, i));
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "second", G_CALLBACK (on_second), self, G_CONNECT_SWAPPED);
  update (self);
}
