/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ice-stage.h"

#include "ice-look.h"
#include "ice-refusal.h"
#include "ice-ring.h"
#include "ice-strip.h"
#include "pair.h"
#include "split.h"

#include <glib/gi18n.h>

#define SIDE 340
#define SIDE_WITH_QUESTION 300
#define SIDE_NARROW 290
/* A wet hand presses twice: what was put on this moment is not taken off by the same press. */
#define DOUBLE_PRESS (2 * COOLDOWN_SECOND)

struct _CooldownIceStage
{
  AdwBin parent_instance;
  GtkLabel *title;
  GtkLabel *place;
  GtkLabel *mark;
  GtkWidget *checked;
  CooldownIceRing *ring;
  CooldownIceStrip *strip;
  GtkWidget *question_box;
  GtkLabel *question;
  GtkWidget *skin_answers;
  GtkWidget *when_answers;
  GtkWidget *bell;
  GtkLabel *bell_label;
  GtkLabel *footnote;
  GtkWidget *hint_box;
  GtkImage *hint_icon;
  GtkLabel *hint;
  GtkWidget *quiet;
  GtkWidget *later;
  GtkLabel *later_label;
  GtkWidget *resume;
  GtkWidget *pause;
  GtkWidget *skip;

  CooldownAppState *state;
  CooldownIcePhase phase;
  gboolean narrow;
  gboolean wants_focus; /* the phase's own button is to have it as soon as it can */
};

G_DEFINE_FINAL_TYPE (CooldownIceStage, cooldown_ice_stage, ADW_TYPE_BIN)

/* Only what changed is set, for a live label that is set anew is read anew. */
static void
show_text (GtkLabel *label, const char *text)
{
  const char *shown = text != NULL ? text : "";

  if (g_strcmp0 (gtk_label_get_label (label), shown) != 0)
    gtk_label_set_label (label, shown);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* What a button with more than a label in it is called. */
static void
name_button (GtkWidget *button, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_question (CooldownIceStage *self, const CooldownIceLook *look)
{
  gtk_widget_set_visible (self->question_box, look->asks != COOLDOWN_ICE_ASKS_NOTHING);
  gtk_widget_set_visible (self->skin_answers, look->asks == COOLDOWN_ICE_ASKS_SKIN);
  gtk_widget_set_visible (self->when_answers, look->asks == COOLDOWN_ICE_ASKS_WHEN);
  show_text (self->question, look->question);
  show_text (self->bell_label, look->bell);
  if (look->bell != NULL)
    name_button (self->bell, look->bell);
  show_text (self->footnote, look->footnote);
}

static void
show_quiet (CooldownIceStage *self, CooldownIcePhase phase)
{
  gboolean due = phase == COOLDOWN_ICE_DUE;
  gboolean waits = phase == COOLDOWN_ICE_BREAK;

  gtk_widget_set_visible (self->later, due);
  gtk_widget_set_visible (self->skip, due || waits);
  gtk_widget_set_visible (self->pause, waits);
  gtk_widget_set_visible (self->resume, phase == COOLDOWN_ICE_PAUSED);
  gtk_widget_set_visible (self->quiet, phase != COOLDOWN_ICE_OFF);
}

static int
get_side (CooldownIceStage *self, const CooldownIceLook *look)
{
  if (self->narrow)
    return SIDE_NARROW;
  return look->asks != COOLDOWN_ICE_ASKS_NOTHING ? SIDE_WITH_QUESTION : SIDE;
}

static const char *
get_command (CooldownIceStage *self)
{
  return self->phase == COOLDOWN_ICE_ON ? "ice-off" : "ice-on";
}

static gboolean
can_press (CooldownIceStage *self)
{
  if (self->phase != COOLDOWN_ICE_ON && self->phase != COOLDOWN_ICE_DUE)
    return FALSE;
  return cooldown_agent_link_get_enabled (cooldown_app_state_get_link (self->state),
                                          get_command (self));
}

static void
show_ring (CooldownIceStage *self, const CooldownIceLook *look)
{
  cooldown_ice_ring_set_side (self->ring, get_side (self, look));
  cooldown_ice_ring_set_face (self->ring, &look->face);
  cooldown_ice_ring_set_spoken (self->ring, look->spoken);
  cooldown_ice_ring_breathe (self->ring, look->breathes);
  gtk_widget_set_sensitive (GTK_WIDGET (self->ring), can_press (self));
  cooldown_ice_strip_show (self->strip, self->state);
}

static void
show_weight (GtkLabel *label, gboolean heavy)
{
  if (heavy)
    gtk_widget_add_css_class (GTK_WIDGET (label), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "heading");
}

static void
show_look (CooldownIceStage *self, const CooldownIceLook *look)
{
  g_autofree char *reason = NULL;

  /* What was ticked or noted since the session began counts for the next round. */
  if (look->phase == COOLDOWN_ICE_DUE || look->phase == COOLDOWN_ICE_BREAK)
    reason = cooldown_ice_refusal_get_reason (self->state);
  show_text (self->title, look->title);
  show_text (self->place, look->place);
  show_text (self->mark, reason != NULL ? reason : look->mark);
  show_weight (self->mark, reason != NULL || look->phase == COOLDOWN_ICE_ON);
  gtk_widget_set_visible (self->checked, look->offers_check);
  show_text (self->hint, look->hint);
  gtk_image_set_from_icon_name (self->hint_icon, look->hint_icon);
  gtk_widget_set_visible (self->hint_box, look->hint != NULL);
  show_question (self, look);
  show_quiet (self, look->phase);
  show_ring (self, look);
}

/* Nobody's focus is taken away who is busy elsewhere in the window. */
static gboolean
may_take_focus (CooldownIceStage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ||
         !gtk_widget_get_mapped (focus);
}

/* The focus goes to the ring, or to the question: never to an answer, so that a second press on
 * the ring cannot give one. */
static void
place_focus (CooldownIceStage *self)
{
  if (!self->wants_focus || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (self->phase == COOLDOWN_ICE_OFF)
    self->wants_focus = !gtk_widget_grab_focus (self->question_box);
  else if (can_press (self))
    self->wants_focus = !gtk_widget_grab_focus (GTK_WIDGET (self->ring));
}

static void
update (CooldownIceStage *self)
{
  CooldownSession *session = cooldown_app_state_get_ice_session (self->state);
  CooldownInstant now = cooldown_app_state_now (self->state);
  g_autoptr (CooldownIceLook) look = NULL;
  CooldownIcePhase before = self->phase;

  if (session == NULL)
    return;
  look = cooldown_ice_look_new (cooldown_app_state_get_content (self->state),
                                cooldown_app_state_get_clock (self->state), session, &now);
  if (cooldown_ice_phase_is_over (look->phase))
    return;
  self->phase = look->phase;
  /* Asked before it is shown, because a ring that cannot be pressed loses the focus. */
  if (before != self->phase && may_take_focus (self))
    self->wants_focus = TRUE;
  show_look (self, look);
  place_focus (self);
}

static void
second_cb (CooldownIceStage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
pressed_cb (CooldownIceStage *self)
{
  CooldownIceState ice = cooldown_app_state_get_ice (self->state);
  CooldownInstant now = cooldown_app_state_now (self->state);
  CooldownSession *session = cooldown_app_state_get_ice_session (self->state);

  if (ice.phase == COOLDOWN_ICE_DUE)
    cooldown_app_state_activate (self->state, "ice-on", NULL);
  else if (ice.phase == COOLDOWN_ICE_ON &&
           cooldown_session_get_axis (session, &now) - ice.since >= DOUBLE_PRESS)
    cooldown_app_state_activate (self->state, "ice-off", g_variant_new_string ("taken"));
}

/* The agent does what the button says; this is the way back from a slip of the finger. */
static void
offer_undo (CooldownIceStage *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", text);
}

static void
later_cb (CooldownIceStage *self)
{
  offer_undo (self, _ ("Round put off"));
}

static void
skip_cb (CooldownIceStage *self)
{
  offer_undo (self, _ ("Round skipped"));
}

static void
stop_cb (CooldownIceStage *self)
{
  offer_undo (self, _ ("Icing stopped"));
}

static void
cooldown_ice_stage_map (GtkWidget *widget)
{
  CooldownIceStage *self = COOLDOWN_ICE_STAGE (widget);

  GTK_WIDGET_CLASS (cooldown_ice_stage_parent_class)->map (widget);
  if (self->state == NULL)
    return;
  cooldown_ice_stage_take_focus (self);
}

static void
cooldown_ice_stage_dispose (GObject *object)
{
  CooldownIceStage *self = COOLDOWN_ICE_STAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ICE_STAGE);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_ice_stage_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, title);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, place);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, mark);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, checked);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, ring);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, strip);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, question_box);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, question);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, skin_answers);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, when_answers);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, bell);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, bell_label);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, footnote);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, hint_box);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, hint_icon);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, hint);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, quiet);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, later);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, later_label);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, resume);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, pause);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceStage, skip);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
cooldown_ice_stage_class_init (CooldownIceStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_ice_stage_dispose;
  widget_class->map = cooldown_ice_stage_map;

  g_type_ensure (COOLDOWN_TYPE_ICE_RING);
  g_type_ensure (COOLDOWN_TYPE_ICE_STRIP);
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  g_type_ensure (COOLDOWN_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/ice-stage.ui");
  bind_children (widget_class);
}

static void
cooldown_ice_stage_init (CooldownIceStage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_up_later (CooldownIceStage *self)
{
  const CooldownIceProtocol *protocol = cooldown_content_get_ice_protocol (
      cooldown_app_state_get_content (self->state));
  guint minutes = (guint) (protocol->snooze / COOLDOWN_MINUTE);
  /* Translators: a button that puts the round off; "min" is short for minutes. */
  g_autofree char *label = g_strdup_printf (_ ("Later, %u min"), minutes);

  gtk_label_set_label (self->later_label, label);
  name_button (self->later, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->later), "u", minutes);
}

/**
 * cooldown_ice_stage_set_state:
 * @self: the stage
 * @state: what is going on
 *
 * Called once.
 */
void
cooldown_ice_stage_set_state (CooldownIceStage *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_ICE_STAGE (self));
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  set_up_later (self);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "second", G_CALLBACK (second_cb), self, G_CONNECT_SWAPPED);
  cooldown_app_state_watch_seconds (state, GTK_WIDGET (self));
  update (self);
}

/**
 * cooldown_ice_stage_take_focus:
 * @self: the stage
 *
 * Gives the focus to the ring while ice is on or due, and to the question when one stands; later
 * if they cannot have it yet.
 */
void
cooldown_ice_stage_take_focus (CooldownIceStage *self)
{
  g_return_if_fail (COOLDOWN_IS_ICE_STAGE (self));

  self->wants_focus = TRUE;
  update (self);
}

/* In a narrow window the words of a quiet button stand below its icon. */
static void
set_quiet_orientation (CooldownIceStage *self, GtkOrientation orientation)
{
  GtkWidget *button = gtk_widget_get_first_child (self->quiet);

  for (; button != NULL; button = gtk_widget_get_next_sibling (button))
    gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_button_get_child (GTK_BUTTON (button))),
                                    orientation);
}

/**
 * cooldown_ice_stage_set_narrow:
 * @self: the stage
 * @narrow: whether the window is narrow
 */
void
cooldown_ice_stage_set_narrow (CooldownIceStage *self, gboolean narrow)
{
  g_return_if_fail (COOLDOWN_IS_ICE_STAGE (self));

  self->narrow = narrow;
  set_quiet_orientation (self, narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  if (self->state != NULL)
    update (self);
}
