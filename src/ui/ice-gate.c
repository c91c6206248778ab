/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ice-gate.h"

#include "ice-question.h"

#include <glib/gi18n.h>

struct _CooldownIceGate
{
  AdwBin parent_instance;
  GtkListBox *questions;
  GtkWidget *proceed;
  GtkLabel *to_go;

  CooldownAppState *state;
  GPtrArray *rows; /* (element-type CooldownIceQuestion), borrowed, in the order of the content */
};

G_DEFINE_FINAL_TYPE (CooldownIceGate, cooldown_ice_gate, ADW_TYPE_BIN)

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
count_open (CooldownIceGate *self)
{
  guint open = 0;

  for (guint i = 0; i < self->rows->len; i++)
    if (cooldown_ice_question_get_reply (g_ptr_array_index (self->rows, i)) ==
        COOLDOWN_ICE_REPLY_NONE)
      open++;
  return open;
}

static void
update_foot (CooldownIceGate *self)
{
  guint open = count_open (self);
  g_autofree char *to_go = NULL;

  to_go = open > 0 ? g_strdup_printf (ngettext ("%u answer to go", "%u answers to go", open), open)
                   : g_strdup (_ ("All answered"));
  gtk_widget_set_sensitive (self->proceed,
                            open == 0 && cooldown_app_state_get_connected (self->state));
  if (g_strcmp0 (gtk_label_get_label (self->to_go), to_go) != 0)
    gtk_label_set_label (self->to_go, to_go);
}

/* Answers what the checklist knows already, without overruling the user. */
static void
preset (CooldownIceGate *self)
{
  GPtrArray *gate = cooldown_content_get_gate (cooldown_app_state_get_content (self->state));
  CooldownTicks *ticks = cooldown_app_state_get_ticks (self->state);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CooldownGateQuestion *question = g_ptr_array_index (gate, i);
      CooldownIceQuestion *row = g_ptr_array_index (self->rows, i);

      gboolean known = cooldown_ticks_has_any (ticks, question->preset);

      if (known && cooldown_ice_question_get_reply (row) == COOLDOWN_ICE_REPLY_NONE)
        {
          cooldown_ice_question_set_reply (row, COOLDOWN_ICE_REPLY_SECOND);
          /* Translators: the answer was taken over from the tab "Check". */
          cooldown_ice_question_set_note (row, _ ("from Check"));
        }
      else if (!known && cooldown_ice_question_has_note (row))
        {
          cooldown_ice_question_set_reply (row, COOLDOWN_ICE_REPLY_NONE);
          cooldown_ice_question_set_note (row, NULL);
        }
    }
  gtk_list_box_invalidate_sort (self->questions);
  update_foot (self);
}

static guint
get_place (CooldownIceGate *self, CooldownIceQuestion *row)
{
  GPtrArray *gate = cooldown_content_get_gate (cooldown_app_state_get_content (self->state));
  CooldownTicks *ticks = cooldown_app_state_get_ticks (self->state);
  guint index = 0;
  const CooldownGateQuestion *question;

  g_ptr_array_find (self->rows, row, &index);
  question = g_ptr_array_index (gate, index);
  if (question->first_if != NULL && cooldown_ticks_has (ticks, question->first_if))
    return index;
  return index + self->rows->len;
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  CooldownIceGate *self = data;

  return (int) get_place (self, COOLDOWN_ICE_QUESTION (a)) -
         (int) get_place (self, COOLDOWN_ICE_QUESTION (b));
}

static void
answered_cb (CooldownIceGate *self, CooldownIceQuestion *row)
{
  cooldown_ice_question_set_note (row, NULL);
  update_foot (self);
}

static void
proceed_cb (CooldownIceGate *self)
{
  GVariantDict answers;

  g_variant_dict_init (&answers, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      CooldownIceQuestion *row = g_ptr_array_index (self->rows, i);

      g_variant_dict_insert (&answers, cooldown_ice_question_get_id (row), "b",
                             cooldown_ice_question_get_reply (row) == COOLDOWN_ICE_REPLY_SECOND);
    }
  cooldown_app_state_activate (self->state, "ice-gate", g_variant_dict_end (&answers));
  g_signal_emit (self, signals[FINISHED], 0);
}

static void
clear (CooldownIceGate *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      CooldownIceQuestion *row = g_ptr_array_index (self->rows, i);

      cooldown_ice_question_set_reply (row, COOLDOWN_ICE_REPLY_NONE);
      cooldown_ice_question_set_note (row, NULL);
    }
}

static void
cooldown_ice_gate_dispose (GObject *object)
{
  CooldownIceGate *self = COOLDOWN_ICE_GATE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ICE_GATE);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_ice_gate_parent_class)->dispose (object);
}

static void
cooldown_ice_gate_finalize (GObject *object)
{
  g_ptr_array_unref (COOLDOWN_ICE_GATE (object)->rows);
  G_OBJECT_CLASS (cooldown_ice_gate_parent_class)->finalize (object);
}

static void
cooldown_ice_gate_class_init (CooldownIceGateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_ice_gate_dispose;
  G_OBJECT_CLASS (klass)->finalize = cooldown_ice_gate_finalize;
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/ice-gate.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownIceGate, questions);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceGate, proceed);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceGate, to_go);
  gtk_widget_class_bind_template_callback (widget_class, proceed_cb);
}

static void
cooldown_ice_gate_init (CooldownIceGate *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_ice_gate_set_state:
 * @self: the questions of the year
 * @state: what is going on
 *
 * Called once.
 */
void
cooldown_ice_gate_set_state (CooldownIceGate *self, CooldownAppState *state)
{
  GPtrArray *gate;

  g_return_if_fail (COOLDOWN_IS_ICE_GATE (self));
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  gate = cooldown_content_get_gate (cooldown_app_state_get_content (state));
  for (guint i = 0; i < gate->len; i++)
    {
      const CooldownGateQuestion *question = g_ptr_array_index (gate, i);
      GtkWidget *row = cooldown_ice_question_new (question->id, question->question, _ ("No"),
                                                  _ ("Yes"));

      g_signal_connect_object (row, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->rows, row);
      gtk_list_box_append (self->questions, row);
    }
  gtk_list_box_set_sort_func (self->questions, compare_rows, self, NULL);
  g_signal_connect_object (state, "changed::ticks", G_CALLBACK (preset), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed::agent", G_CALLBACK (update_foot), self,
                           G_CONNECT_SWAPPED);
  preset (self);
}

/**
 * cooldown_ice_gate_ask:
 * @self: the questions of the year
 *
 * Asks anew: nothing is answered but what the checklist knows.
 */
void
cooldown_ice_gate_ask (CooldownIceGate *self)
{
  g_return_if_fail (COOLDOWN_IS_ICE_GATE (self));

  clear (self);
  preset (self);
}

/**
 * cooldown_ice_gate_show_answers:
 * @self: the questions of the year
 *
 * Shows the answers given before, so that one of them can be changed.
 */
void
cooldown_ice_gate_show_answers (CooldownIceGate *self)
{
  g_autoptr (GVariant) answers = NULL;

  g_return_if_fail (COOLDOWN_IS_ICE_GATE (self));

  clear (self);
  answers = cooldown_app_state_lookup_ice (self->state, "gate", G_VARIANT_TYPE ("a{sb}"));
  for (guint i = 0; answers != NULL && i < self->rows->len; i++)
    {
      CooldownIceQuestion *row = g_ptr_array_index (self->rows, i);
      gboolean applies;

      if (g_variant_lookup (answers, cooldown_ice_question_get_id (row), "b", &applies))
        cooldown_ice_question_set_reply (row, applies ? COOLDOWN_ICE_REPLY_SECOND
                                                      : COOLDOWN_ICE_REPLY_FIRST);
    }
  preset (self);
}
