/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ice-question.h"

#include "pair.h"

struct _CooldownIceQuestion
{
  GtkListBoxRow parent_instance;
  GtkLabel *question;
  GtkLabel *note;
  GtkToggleButton *first;
  GtkToggleButton *second;

  char *id;
  CooldownIceReply reply;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (CooldownIceQuestion, cooldown_ice_question, GTK_TYPE_LIST_BOX_ROW)

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
toggled_cb (CooldownIceQuestion *self)
{
  CooldownIceReply reply = COOLDOWN_ICE_REPLY_NONE;

  if (gtk_toggle_button_get_active (self->first))
    reply = COOLDOWN_ICE_REPLY_FIRST;
  else if (gtk_toggle_button_get_active (self->second))
    reply = COOLDOWN_ICE_REPLY_SECOND;
  /* From one answer to the other both buttons tell of it, and none is on in between. */
  if (self->setting || reply == COOLDOWN_ICE_REPLY_NONE || reply == self->reply)
    return;
  self->reply = reply;
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
cooldown_ice_question_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ICE_QUESTION);
  G_OBJECT_CLASS (cooldown_ice_question_parent_class)->dispose (object);
}

static void
cooldown_ice_question_finalize (GObject *object)
{
  g_free (COOLDOWN_ICE_QUESTION (object)->id);
  G_OBJECT_CLASS (cooldown_ice_question_parent_class)->finalize (object);
}

static void
cooldown_ice_question_class_init (CooldownIceQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_ice_question_dispose;
  G_OBJECT_CLASS (klass)->finalize = cooldown_ice_question_finalize;
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/ice-question.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownIceQuestion, question);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceQuestion, note);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceQuestion, first);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceQuestion, second);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
cooldown_ice_question_init (CooldownIceQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_up_button (GtkToggleButton *button, const char *label, const char *question)
{
  GtkLabel *inside;

  gtk_button_set_label (GTK_BUTTON (button), label);
  inside = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));
  gtk_label_set_wrap (inside, TRUE);
  gtk_label_set_wrap_mode (inside, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (inside, GTK_JUSTIFY_CENTER);
  /* The answers of all rows sound alike, so each says what it answers. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  question, -1);
}

/**
 * cooldown_ice_question_new:
 * @id: the question's id
 * @question: what is asked
 * @first: the first answer
 * @second: the second answer
 *
 * Returns: (transfer floating): a row with the question
 */
GtkWidget *
cooldown_ice_question_new (const char *id,
                           const char *question,
                           const char *first,
                           const char *second)
{
  CooldownIceQuestion *self = g_object_new (COOLDOWN_TYPE_ICE_QUESTION, NULL);

  self->id = g_strdup (id);
  gtk_label_set_label (self->question, question);
  set_up_button (self->first, first, question);
  set_up_button (self->second, second, question);
  return GTK_WIDGET (self);
}

/**
 * cooldown_ice_question_get_id:
 * @self: a question
 *
 * Returns: (transfer none): its id
 */
const char *
cooldown_ice_question_get_id (CooldownIceQuestion *self)
{
  g_return_val_if_fail (COOLDOWN_IS_ICE_QUESTION (self), NULL);
  return self->id;
}

/**
 * cooldown_ice_question_get_reply:
 * @self: a question
 *
 * Returns: what was answered
 */
CooldownIceReply
cooldown_ice_question_get_reply (CooldownIceQuestion *self)
{
  g_return_val_if_fail (COOLDOWN_IS_ICE_QUESTION (self), COOLDOWN_ICE_REPLY_NONE);
  return self->reply;
}

/**
 * cooldown_ice_question_set_reply:
 * @self: a question
 * @reply: the answer to show; "answered" is not emitted
 */
void
cooldown_ice_question_set_reply (CooldownIceQuestion *self, CooldownIceReply reply)
{
  g_return_if_fail (COOLDOWN_IS_ICE_QUESTION (self));

  if (self->reply == reply)
    return;
  self->reply = reply;
  self->setting = TRUE;
  gtk_toggle_button_set_active (self->first, reply == COOLDOWN_ICE_REPLY_FIRST);
  gtk_toggle_button_set_active (self->second, reply == COOLDOWN_ICE_REPLY_SECOND);
  self->setting = FALSE;
}

/**
 * cooldown_ice_question_set_note:
 * @self: a question
 * @note: (nullable): where its answer comes from, shown below it
 */
void
cooldown_ice_question_set_note (CooldownIceQuestion *self, const char *note)
{
  g_return_if_fail (COOLDOWN_IS_ICE_QUESTION (self));

  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

/**
 * cooldown_ice_question_has_note:
 * @self: a question
 *
 * Returns: whether its answer came from elsewhere and was not touched since
 */
gboolean
cooldown_ice_question_has_note (CooldownIceQuestion *self)
{
  g_return_val_if_fail (COOLDOWN_IS_ICE_QUESTION (self), FALSE);
  return gtk_widget_get_visible (GTK_WIDGET (self->note));
}
