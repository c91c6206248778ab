/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ice-refusal.h"

#include "gate-answers.h"
#include "ice-dial.h"
#include "topic-row.h"

#include <glib/gi18n.h>

struct _CooldownIceRefusal
{
  AdwBin parent_instance;
  CooldownIceDial *dial;
  GtkLabel *reason;
  AdwBin *whom;
  GtkWidget *check;
  GtkWidget *signs;
  GtkWidget *change;

  CooldownAppState *state;
};

G_DEFINE_FINAL_TYPE (CooldownIceRefusal, cooldown_ice_refusal, ADW_TYPE_BIN)

/* What the user said yes to, one illness a line. */
static char *
tell_lasting (CooldownAppState *state)
{
  GPtrArray *gate = cooldown_content_get_gate (cooldown_app_state_get_content (state));
  g_autoptr (GVariant) answers = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  answers = cooldown_app_state_lookup_ice (state, "gate", G_VARIANT_TYPE ("a{sb}"));
  for (guint i = 0; answers != NULL && i < gate->len; i++)
    {
      const CooldownGateQuestion *question = g_ptr_array_index (gate, i);
      gboolean applies = FALSE;

      if (g_variant_lookup (answers, question->id, "b", &applies) && applies)
        g_string_append_printf (names, "\n%s", question->name);
    }
  /* Translators: %s are one or more illnesses, each on a line of its own, after a line break. */
  return g_strdup_printf (_ ("You answered yes to:%s"), names->str);
}

static const CooldownForbidding *
find_forbidding (CooldownContent *content, const char *item)
{
  GPtrArray *forbidding = cooldown_content_get_forbidding (content);
  gboolean sign = cooldown_content_get_sign (content, item) != NULL;

  for (guint i = 0; i < forbidding->len; i++)
    {
      const CooldownForbidding *rule = g_ptr_array_index (forbidding, i);

      if (g_str_equal (rule->item, item) || (sign && g_str_equal (rule->item, "warn")))
        return rule;
    }
  return NULL;
}

static char *
tell_tick (CooldownAppState *state, const char *id)
{
  CooldownContent *content = cooldown_app_state_get_content (state);
  const CooldownItem *item = cooldown_content_get_item (content, id);
  const CooldownForbidding *rule = find_forbidding (content, id);

  if (item == NULL || rule == NULL)
    return g_strdup (rule != NULL ? rule->text : "");
  /* Translators: a tick of the checklist, and why there is no ice with it. */
  return g_strdup_printf (_ ("You ticked “%1$s” in Check.\n%2$s"), item->name, rule->text);
}

static char *
tell_today (CooldownAppState *state, const char *id)
{
  GPtrArray *today = cooldown_content_get_today (cooldown_app_state_get_content (state));

  for (guint i = 0; i < today->len; i++)
    {
      const CooldownTodayQuestion *question = g_ptr_array_index (today, i);

      if (g_strcmp0 (question->id, id) == 0)
        return g_strdup (question->text);
    }
  return g_strdup ("");
}

static char *
tell_reason (CooldownAppState *state, CooldownGateVerdict verdict, const char *id)
{
  switch (verdict)
    {
    case COOLDOWN_GATE_LASTING:
      return tell_lasting (state);
    case COOLDOWN_GATE_TICK:
      return tell_tick (state, id);
    case COOLDOWN_GATE_ALCOHOL:
      return g_strdup (cooldown_content_get_alcohol (cooldown_app_state_get_content (state))->text);
    case COOLDOWN_GATE_TODAY:
      return tell_today (state, id);
    case COOLDOWN_GATE_CLEAR:
    case COOLDOWN_GATE_LASTING_OPEN:
    case COOLDOWN_GATE_TODAY_OPEN:
    default:
      return NULL;
    }
}

/* A tick is changed where it was made; the other answers are Ice's own, or Evening's. */
static void
update_buttons (CooldownIceRefusal *self, CooldownGateVerdict verdict, const char *id)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  gboolean sign = verdict == COOLDOWN_GATE_TICK && cooldown_content_get_sign (content, id) != NULL;

  gtk_widget_set_visible (self->check, !sign);
  gtk_widget_set_visible (self->signs, sign);
  gtk_widget_set_visible (self->change, verdict != COOLDOWN_GATE_TICK);
  gtk_widget_set_visible (GTK_WIDGET (self->whom), !sign && verdict != COOLDOWN_GATE_ALCOHOL);
}

static void
update (CooldownIceRefusal *self)
{
  const char *id = NULL;
  CooldownGateVerdict verdict = cooldown_gate_answers_judge (self->state, &id);
  g_autofree char *reason = tell_reason (self->state, verdict, id);

  if (reason == NULL)
    return;
  if (g_strcmp0 (gtk_label_get_label (self->reason), reason) != 0)
    gtk_label_set_label (self->reason, reason);
  update_buttons (self, verdict, id);
}

static void
cooldown_ice_refusal_dispose (GObject *object)
{
  CooldownIceRefusal *self = COOLDOWN_ICE_REFUSAL (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ICE_REFUSAL);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_ice_refusal_parent_class)->dispose (object);
}

static void
cooldown_ice_refusal_class_init (CooldownIceRefusalClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_ice_refusal_dispose;

  g_type_ensure (COOLDOWN_TYPE_ICE_DIAL);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/ice-refusal.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownIceRefusal, dial);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceRefusal, reason);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceRefusal, whom);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceRefusal, check);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceRefusal, signs);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceRefusal, change);
}

static void
cooldown_ice_refusal_init (CooldownIceRefusal *self)
{
  const CooldownIceFace face = { .style = COOLDOWN_ICE_DIAL_IDLE,
                                 .mark = -1,
                                 .icon = "cd-ice-symbolic" };

  gtk_widget_init_template (GTK_WIDGET (self));
  cooldown_ice_dial_set_face (self->dial, &face);
}

/**
 * cooldown_ice_refusal_set_state:
 * @self: the page that says no
 * @state: what is going on
 *
 * Called once.
 */
void
cooldown_ice_refusal_set_state (CooldownIceRefusal *self, CooldownAppState *state)
{
  CooldownContent *content = cooldown_app_state_get_content (state);
  const CooldownTopic *topic = cooldown_content_get_topic (content, COOLDOWN_TAB_ICE, "refused");

  g_return_if_fail (COOLDOWN_IS_ICE_REFUSAL (self));
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  if (topic != NULL)
    adw_bin_set_child (self->whom, cooldown_topic_card_new (content, topic, "cd-doctor-symbolic"));
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * cooldown_ice_refusal_get_reason:
 * @state: what is going on
 *
 * Returns: (transfer full) (nullable): why there can be no ice, in the words of the user's own
 *   answers; %NULL when nothing speaks against it
 */
char *
cooldown_ice_refusal_get_reason (CooldownAppState *state)
{
  const char *id = NULL;
  CooldownGateVerdict verdict = cooldown_gate_answers_judge (state, &id);

  return tell_reason (state, verdict, id);
}
