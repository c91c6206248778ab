/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sign-outcome.h"
#include "split.h"

#include <glib/gi18n.h>

struct _CooldownSignOutcome
{
  GtkBox parent_instance;
  CooldownAppState *state;  /* (owned) */
  const CooldownItem *item; /* the content's */
  gboolean ended;
  GtkWidget *question;
  GtkWidget *answers;
};

G_DEFINE_FINAL_TYPE (CooldownSignOutcome, cooldown_sign_outcome, GTK_TYPE_BOX)

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
end (CooldownSignOutcome *self)
{
  if (self->ended)
    return;
  self->ended = TRUE;
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

static void
ticks_changed_cb (CooldownSignOutcome *self)
{
  if (!cooldown_ticks_has (cooldown_app_state_get_ticks (self->state), self->item->id))
    end (self);
}

static void
answer (CooldownSignOutcome *self, const char *outcome)
{
  cooldown_app_state_activate (self->state, "sign-outcome",
                               g_variant_new ("(ss)", self->item->id, outcome));
  cooldown_app_state_tick (self->state, self->item->id, FALSE);
}

static void
doctor_cb (CooldownSignOutcome *self)
{
  answer (self, "doctor");
}

static void
never_cb (CooldownSignOutcome *self)
{
  answer (self, "never");
}

static void
add_answer (CooldownSignOutcome *self, const char *words, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (words);
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
  /* Several of these can stand on a page, and only the eye sees which sign they belong to. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->item->name, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);
  cooldown_wrap_append (COOLDOWN_WRAP (self->answers), button);
}

static gboolean
cooldown_sign_outcome_grab_focus (GtkWidget *widget)
{
  CooldownSignOutcome *self = COOLDOWN_SIGN_OUTCOME (widget);

  return gtk_widget_grab_focus (gtk_widget_get_first_child (self->answers));
}

static void
cooldown_sign_outcome_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_SIGN_OUTCOME (object)->state);
  G_OBJECT_CLASS (cooldown_sign_outcome_parent_class)->dispose (object);
}

static void
cooldown_sign_outcome_class_init (CooldownSignOutcomeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_sign_outcome_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = cooldown_sign_outcome_grab_focus;
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", COOLDOWN_TYPE_SIGN_OUTCOME,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cooldown_sign_outcome_init (CooldownSignOutcome *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->question = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->question), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->question), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->question), 0);
  gtk_box_append (GTK_BOX (self), self->question);
  self->answers = cooldown_wrap_new ();
  gtk_box_append (GTK_BOX (self), self->answers);
}

/**
 * cooldown_sign_outcome_new:
 * @state: what is going on
 * @item: the item of a warning sign
 * @question: what is asked
 * @keep: (nullable): words of a third answer that leaves the sign ticked
 *
 * Asks what has become of a warning sign. *A doctor has seen this* and *I never had this* are
 * given to the agent, which writes them down, and end the tick.
 *
 * Returns: (transfer floating): the question with its answers
 */
GtkWidget *
cooldown_sign_outcome_new (CooldownAppState *state,
                           const CooldownItem *item,
                           const char *question,
                           const char *keep)
{
  CooldownSignOutcome *self;

  g_return_val_if_fail (COOLDOWN_IS_APP_STATE (state), NULL);
  g_return_val_if_fail (item != NULL && question != NULL, NULL);

  self = g_object_new (COOLDOWN_TYPE_SIGN_OUTCOME, NULL);
  self->state = g_object_ref (state);
  self->item = item;
  gtk_label_set_text (GTK_LABEL (self->question), question);
  add_answer (self, _ ("A Doctor Has Seen This"), G_CALLBACK (doctor_cb));
  add_answer (self, _ ("I Never Had This"), G_CALLBACK (never_cb));
  if (keep != NULL)
    add_answer (self, keep, G_CALLBACK (end));
  g_signal_connect_object (state, "changed::ticks", G_CALLBACK (ticks_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
