/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ice-page.h"

#include "gate-answers.h"
#include "ice-ended.h"
#include "ice-gate.h"
#include "ice-refusal.h"
#include "ice-safety.h"
#include "ice-setup.h"
#include "ice-stage.h"
#include "split.h"

#define MARGIN 18
#define MARGIN_NARROW 12

struct _CooldownIcePage
{
  AdwBin parent_instance;
  CooldownSplit *split;
  GtkStack *stack;
  CooldownIceGate *gate;
  CooldownIceRefusal *refusal;
  CooldownIceSetup *setup;
  CooldownIceStage *stage;
  CooldownIceEnded *ended;
  CooldownIceSafety *safety;

  CooldownAppState *state;
  gboolean changing; /* the user looks at the answers of the year again */
};

G_DEFINE_FINAL_TYPE (CooldownIcePage, cooldown_ice_page, ADW_TYPE_BIN)

/* What the stage shows while no session is there: the answers decide. */
static GtkWidget *
choose_before (CooldownIcePage *self)
{
  if (self->changing)
    return GTK_WIDGET (self->gate);
  switch (cooldown_gate_answers_judge (self->state, NULL))
    {
    case COOLDOWN_GATE_LASTING_OPEN:
      return GTK_WIDGET (self->gate);
    case COOLDOWN_GATE_LASTING:
    case COOLDOWN_GATE_TICK:
    case COOLDOWN_GATE_ALCOHOL:
    case COOLDOWN_GATE_TODAY:
      return GTK_WIDGET (self->refusal);
    case COOLDOWN_GATE_CLEAR:
    case COOLDOWN_GATE_TODAY_OPEN:
    default:
      return GTK_WIDGET (self->setup);
    }
}

static GtkWidget *
choose_child (CooldownIcePage *self)
{
  CooldownIcePhase phase = cooldown_app_state_get_ice (self->state).phase;

  if (phase == COOLDOWN_ICE_NONE)
    return choose_before (self);
  return cooldown_ice_phase_is_over (phase) ? GTK_WIDGET (self->ended) : GTK_WIDGET (self->stage);
}

/* Whether it is known what goes on; before that any page would be a guess. */
static gboolean
is_known (CooldownIcePage *self)
{
  gboolean missing;

  g_object_get (cooldown_app_state_get_link (self->state), "missing", &missing, NULL);
  return missing || cooldown_app_state_get_connected (self->state);
}

/* What is found at the start is simply there; what changes then, fades. */
static void
reveal (CooldownIcePage *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->stack)))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
}

static void
update (CooldownIcePage *self)
{
  GtkWidget *before = gtk_stack_get_visible_child (self->stack);
  GtkWidget *child = choose_child (self);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->stack)) && !is_known (self))
    return;
  if (child == before)
    {
      reveal (self);
      return;
    }
  if (child == GTK_WIDGET (self->gate) && !self->changing)
    cooldown_ice_gate_ask (self->gate);
  gtk_stack_set_visible_child (self->stack, child);
  reveal (self);
  /* A stack passes the focus on to the first that can have it. */
  if (child == GTK_WIDGET (self->stage))
    cooldown_ice_stage_take_focus (self->stage);
  cooldown_split_scroll_to (self->split, GTK_WIDGET (self->stack));
}

static void
gate_finished_cb (CooldownIcePage *self)
{
  self->changing = FALSE;
  update (self);
}

static void
forget_today (CooldownIcePage *self)
{
  GVariantDict answers;

  g_variant_dict_init (&answers, NULL);
  g_variant_dict_insert (&answers, "forget", "b", TRUE);
  cooldown_app_state_activate (self->state, "ice-gate", g_variant_dict_end (&answers));
}

/* Leads to where the answer was given that is to be changed. */
static void
change_answers_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CooldownIcePage *self = COOLDOWN_ICE_PAGE (widget);
  CooldownGateVerdict verdict = cooldown_gate_answers_judge (self->state, NULL);

  if (verdict == COOLDOWN_GATE_TODAY)
    {
      forget_today (self);
      return;
    }
  if (verdict == COOLDOWN_GATE_ALCOHOL)
    {
      gtk_widget_activate_action (widget, "win.show-tab", "s", "evening");
      return;
    }
  self->changing = TRUE;
  cooldown_ice_gate_show_answers (self->gate);
  update (self);
}

static void
narrow_cb (CooldownIcePage *self)
{
  gboolean narrow = cooldown_split_get_narrow (self->split);
  int margin = narrow ? MARGIN_NARROW : MARGIN;

  gtk_widget_set_margin_start (GTK_WIDGET (self->stack), margin);
  gtk_widget_set_margin_end (GTK_WIDGET (self->stack), margin);
  cooldown_ice_safety_set_margin (self->safety, margin);
  cooldown_ice_setup_set_narrow (self->setup, narrow);
  cooldown_ice_stage_set_narrow (self->stage, narrow);
}

static void
cooldown_ice_page_unmap (GtkWidget *widget)
{
  CooldownIcePage *self = COOLDOWN_ICE_PAGE (widget);

  GTK_WIDGET_CLASS (cooldown_ice_page_parent_class)->unmap (widget);
  self->changing = FALSE;
  if (self->state != NULL)
    update (self);
}

static void
cooldown_ice_page_dispose (GObject *object)
{
  CooldownIcePage *self = COOLDOWN_ICE_PAGE (object);

  /* A bin keeps hold of its child by itself and must not be robbed of it. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ICE_PAGE);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_ice_page_parent_class)->dispose (object);
}

static void
cooldown_ice_page_class_init (CooldownIcePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_ice_page_dispose;
  widget_class->unmap = cooldown_ice_page_unmap;

  g_type_ensure (COOLDOWN_TYPE_SPLIT);
  g_type_ensure (COOLDOWN_TYPE_ICE_GATE);
  g_type_ensure (COOLDOWN_TYPE_ICE_REFUSAL);
  g_type_ensure (COOLDOWN_TYPE_ICE_SETUP);
  g_type_ensure (COOLDOWN_TYPE_ICE_STAGE);
  g_type_ensure (COOLDOWN_TYPE_ICE_ENDED);
  g_type_ensure (COOLDOWN_TYPE_ICE_SAFETY);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/ice-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownIcePage, split);
  gtk_widget_class_bind_template_child (widget_class, CooldownIcePage, stack);
  gtk_widget_class_bind_template_child (widget_class, CooldownIcePage, gate);
  gtk_widget_class_bind_template_child (widget_class, CooldownIcePage, refusal);
  gtk_widget_class_bind_template_child (widget_class, CooldownIcePage, setup);
  gtk_widget_class_bind_template_child (widget_class, CooldownIcePage, stage);
  gtk_widget_class_bind_template_child (widget_class, CooldownIcePage, ended);
  gtk_widget_class_bind_template_child (widget_class, CooldownIcePage, safety);
  gtk_widget_class_bind_template_callback (widget_class, gate_finished_cb);
  gtk_widget_class_install_action (widget_class, "ice.change-answers", NULL, change_answers_cb);
}

static void
cooldown_ice_page_init (CooldownIcePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->split, "notify::narrow", G_CALLBACK (narrow_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * cooldown_ice_page_set_state:
 * @self: the page
 * @state: what is going on
 *
 * Called once.
 */
void
cooldown_ice_page_set_state (CooldownIcePage *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_ICE_PAGE (self));
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  cooldown_ice_gate_set_state (self->gate, state);
  cooldown_ice_refusal_set_state (self->refusal, state);
  cooldown_ice_setup_set_state (self->setup, state);
  cooldown_ice_stage_set_state (self->stage, state);
  cooldown_ice_ended_set_state (self->ended, state);
  cooldown_ice_safety_set_state (self->safety, state);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
