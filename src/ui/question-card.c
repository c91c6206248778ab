/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "question-card.h"

#include "tick-store.h"

struct _CooldownQuestionCard
{
  GtkBox parent_instance;
  CooldownAppState *state;  /* (owned) (nullable) */
  const CooldownItem *item; /* (nullable): the content's */

  GtkLabel *question;
};

G_DEFINE_FINAL_TYPE (CooldownQuestionCard, cooldown_question_card, GTK_TYPE_BOX)

static void
answer (CooldownQuestionCard *self, CooldownAnswer given)
{
  if (self->item != NULL)
    cooldown_tick_store_answer (cooldown_app_state_get_tick_store (self->state), self->item->id,
                                given);
}

static void
yes_cb (CooldownQuestionCard *self)
{
  answer (self, COOLDOWN_ANSWER_YES);
}

static void
no_cb (CooldownQuestionCard *self)
{
  answer (self, COOLDOWN_ANSWER_NO);
}

static void
not_sure_cb (CooldownQuestionCard *self)
{
  answer (self, COOLDOWN_ANSWER_NOT_SURE);
}

static void
cooldown_question_card_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_QUESTION_CARD (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_QUESTION_CARD);
  G_OBJECT_CLASS (cooldown_question_card_parent_class)->dispose (object);
}

static void
cooldown_question_card_class_init (CooldownQuestionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_question_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/question-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownQuestionCard, question);
  gtk_widget_class_bind_template_callback (widget_class, yes_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_sure_cb);
}

static void
cooldown_question_card_init (CooldownQuestionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* On to what comes after the card, before the card goes. */
static void
leave (CooldownQuestionCard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  while (focus != NULL && gtk_widget_is_ancestor (focus, widget) &&
         gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD))
    focus = gtk_root_get_focus (root);
}

/* The first that was not put aside with “not sure” in this check. */
static const CooldownItem *
find_open (CooldownAppState *state, GPtrArray *questions)
{
  g_auto (GStrv)
      unsure = cooldown_tick_store_get_unsure (cooldown_app_state_get_tick_store (state));

  for (guint i = 0; i < questions->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (questions, i);

      if (!g_strv_contains ((const char *const *) unsure, item->id))
        return item;
    }
  return NULL;
}

/**
 * cooldown_question_card_ask:
 * @self: a card
 * @state: what is going on
 * @questions: (element-type CooldownItem): what would tell descriptions apart, best first
 *
 * Asks the first of @questions that is open, and hides @self where none is.
 */
void
cooldown_question_card_ask (CooldownQuestionCard *self,
                            CooldownAppState *state,
                            GPtrArray *questions)
{
  g_return_if_fail (COOLDOWN_IS_QUESTION_CARD (self));
  g_return_if_fail (COOLDOWN_IS_APP_STATE (state));
  g_return_if_fail (questions != NULL);

  g_set_object (&self->state, state);
  self->item = find_open (state, questions);
  if (self->item != NULL)
    gtk_label_set_text (self->question, self->item->question);
  else
    leave (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->item != NULL);
}
