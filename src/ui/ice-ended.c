/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ice-ended.h"

#include "ice-dial.h"
#include "ice-strip.h"
#include "pair.h"
#include "topic-row.h"

#include <glib/gi18n.h>

struct _CooldownIceEnded
{
  AdwBin parent_instance;
  CooldownIceDial *dial;
  GtkLabel *title;
  GtkLabel *lede;
  CooldownIceStrip *strip;
  GtkWidget *level;
  GtkLabel *level_name;
  GtkLabel *level_text;
  AdwBin *advice;
  GtkWidget *next;
  GtkWidget *check;
  GtkWidget *note;

  CooldownAppState *state;
  CooldownIcePhase phase;
};

G_DEFINE_FINAL_TYPE (CooldownIceEnded, cooldown_ice_ended, ADW_TYPE_BIN)

/* How an end looks; what to do is a topic of the content. */
typedef struct
{
  CooldownIceDialStyle style;
  const char *icon;
  const char *title;
  const char *topic; /* (nullable) */
  gboolean urgent;   /* something may be wrong with the skin */
} Ending;

static gboolean
has_iced (const CooldownIceState *ice)
{
  for (guint i = 0; i < ice->n_rounds; i++)
    if (ice->rounds[i].begun)
      return TRUE;
  return FALSE;
}

static Ending
get_ending (const CooldownIceState *ice)
{
  const char *after = has_iced (ice) ? "after" : NULL;

  switch (ice->phase)
    {
    case COOLDOWN_ICE_SKIN_WRONG:
      return (Ending){ COOLDOWN_ICE_DIAL_OFF, "cd-warning-symbolic", _ ("No more ice"), "wrong",
                       TRUE };
    case COOLDOWN_ICE_TOO_LONG:
      return (Ending){ COOLDOWN_ICE_DIAL_OFF, "cd-warning-symbolic",
                       _ ("That was too long on the skin"), "only-now", TRUE };
    case COOLDOWN_ICE_NOT_CONFIRMED:
      return (Ending){ COOLDOWN_ICE_DIAL_OFF, "cd-warning-symbolic", _ ("Not confirmed"),
                       "only-now", TRUE };
    case COOLDOWN_ICE_LAPSED:
      return (Ending){ COOLDOWN_ICE_DIAL_IDLE, "cd-clock-symbolic", _ ("Icing ended by itself"),
                       after, FALSE };
    case COOLDOWN_ICE_STOPPED:
      return (Ending){ COOLDOWN_ICE_DIAL_IDLE, "cd-stop-symbolic", _ ("Icing stopped"), after,
                       FALSE };
    case COOLDOWN_ICE_DONE:
    case COOLDOWN_ICE_NONE:
    case COOLDOWN_ICE_DUE:
    case COOLDOWN_ICE_ON:
    case COOLDOWN_ICE_OFF:
    case COOLDOWN_ICE_BREAK:
    case COOLDOWN_ICE_PAUSED:
    default:
      return (Ending){ COOLDOWN_ICE_DIAL_DONE, "cd-tick-symbolic", _ ("All rounds done"), after,
                       FALSE };
    }
}

static char *
format_axis (CooldownIceEnded *self, gint64 axis)
{
  CooldownInstant now = cooldown_app_state_now (self->state);
  CooldownSession *session = cooldown_app_state_get_ice_session (self->state);

  return cooldown_app_state_format_time (self->state,
                                         cooldown_session_get_wall (session, axis, &now));
}

/* How long the body is not to be trusted after ice, or %NULL where no ice was. */
static char *
tell_rest (CooldownIceEnded *self, const CooldownIceState *ice)
{
  guint minutes = cooldown_content_get_ice_protocol (cooldown_app_state_get_content (self->state))
                      ->no_exercise_minutes;
  g_autofree char *until = format_axis (self, ice->since + minutes * COOLDOWN_MINUTE);

  if (!has_iced (ice))
    return g_strdup (_ ("No ice was put on."));
  /* Translators: a duration and the clock time at which it is over. */
  return g_strdup_printf (ngettext ("No hard exercise for %1$u minute, until %2$s.",
                                    "No hard exercise for %1$u minutes, until %2$s.", minutes),
                          minutes, until);
}

static char *
tell_lede (CooldownIceEnded *self, const CooldownIceState *ice)
{
  g_autofree char *since = format_axis (self, ice->since);
  g_autofree char *bell = format_axis (self, ice->bell);

  switch (ice->phase)
    {
    case COOLDOWN_ICE_SKIN_WRONG:
      return g_strdup (_ ("You said that the skin or foot looks or feels wrong."));
    case COOLDOWN_ICE_TOO_LONG:
      /* Translators: %s are clock times. */
      return g_strdup_printf (_ ("The ice should have come off at %1$s, and came off at %2$s."),
                              bell, since);
    case COOLDOWN_ICE_NOT_CONFIRMED:
      /* Translators: %s are clock times. */
      return g_strdup_printf (_ ("Nobody said that the ice came off at %s. The session was closed "
                                 "at %s, without a further round."),
                              bell, since);
    case COOLDOWN_ICE_LAPSED:
      /* Translators: %s is a clock time. */
      return g_strdup_printf (
          _ ("Round %1$u was not begun by %2$s, so the session ended by itself."), ice->round,
          since);
    case COOLDOWN_ICE_DONE:
    case COOLDOWN_ICE_STOPPED:
    case COOLDOWN_ICE_NONE:
    case COOLDOWN_ICE_DUE:
    case COOLDOWN_ICE_ON:
    case COOLDOWN_ICE_OFF:
    case COOLDOWN_ICE_BREAK:
    case COOLDOWN_ICE_PAUSED:
    default:
      return tell_rest (self, ice);
    }
}

static void
show_level (CooldownIceEnded *self, const CooldownIceState *ice)
{
  const CooldownLevelText *level = cooldown_content_get_level (
      cooldown_app_state_get_content (self->state), COOLDOWN_LEVEL_URGENT);
  gboolean wrong = ice->phase == COOLDOWN_ICE_SKIN_WRONG;

  /* The card says how urgent it is; a picture above would only push it down. */
  gtk_widget_set_visible (self->level, wrong);
  gtk_widget_set_visible (GTK_WIDGET (self->dial), !wrong);
  gtk_label_set_label (self->level_name, level->name);
  gtk_label_set_label (self->level_text, level->text);
}

static void
show_ending (CooldownIceEnded *self, const CooldownIceState *ice)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  const Ending ending = get_ending (ice);
  const CooldownTopic *topic = ending.topic != NULL ? cooldown_content_get_topic (
                                                          content, COOLDOWN_TAB_ICE, ending.topic)
                                                    : NULL;
  const CooldownIceFace face = { .style = ending.style, .mark = -1, .icon = ending.icon };

  cooldown_ice_dial_set_face (self->dial, &face);
  gtk_label_set_label (self->title, ending.title);
  show_level (self, ice);
  adw_bin_set_child (self->advice,
                     topic != NULL ? cooldown_topic_card_new (content, topic, NULL) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->advice), topic != NULL);
  gtk_widget_set_visible (self->check, ending.urgent);
  gtk_widget_set_visible (self->note, !ending.urgent && has_iced (ice));
  gtk_widget_set_visible (self->next, ending.urgent || has_iced (ice));
}

static void
update (CooldownIceEnded *self)
{
  CooldownIceState ice = cooldown_app_state_get_ice (self->state);
  g_autofree char *lede = NULL;

  if (ice.phase != self->phase && cooldown_ice_phase_is_over (ice.phase) &&
      ice.phase != COOLDOWN_ICE_NONE)
    show_ending (self, &ice);
  self->phase = ice.phase;
  if (!cooldown_ice_phase_is_over (ice.phase) || ice.phase == COOLDOWN_ICE_NONE)
    return;
  lede = tell_lede (self, &ice);
  if (g_strcmp0 (gtk_label_get_label (self->lede), lede) != 0)
    gtk_label_set_label (self->lede, lede);
  cooldown_ice_strip_show (self->strip, self->state);
}

static void
cooldown_ice_ended_dispose (GObject *object)
{
  CooldownIceEnded *self = COOLDOWN_ICE_ENDED (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ICE_ENDED);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_ice_ended_parent_class)->dispose (object);
}

static void
cooldown_ice_ended_class_init (CooldownIceEndedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_ice_ended_dispose;

  g_type_ensure (COOLDOWN_TYPE_ICE_DIAL);
  g_type_ensure (COOLDOWN_TYPE_ICE_STRIP);
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/ice-ended.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownIceEnded, dial);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceEnded, title);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceEnded, lede);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceEnded, strip);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceEnded, level);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceEnded, level_name);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceEnded, level_text);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceEnded, advice);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceEnded, next);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceEnded, check);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceEnded, note);
}

static void
cooldown_ice_ended_init (CooldownIceEnded *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_ice_ended_set_state:
 * @self: the page of a session that is over
 * @state: what is going on
 *
 * Called once.
 */
void
cooldown_ice_ended_set_state (CooldownIceEnded *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_ICE_ENDED (self));
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
