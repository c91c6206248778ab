/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "episode-card.h"

#include "check-in-face.h"
#include "pair.h"
#include "reminder-entry.h"
#include "topic-row.h"

#include <glib/gi18n.h>

/* What the card shows. */
typedef enum
{
  FACE_NONE,
  FACE_EVENING,
  FACE_MORNING,
  FACE_THIRD, /* gone, but the third time */
} Face;

struct _CooldownEpisodeCard
{
  GtkBox parent_instance;
  CooldownAppState *state;
  Face face;
  gboolean third; /* whether the user has yet to see that it was the third time */

  GtkWidget *ask;
  GtkLabel *question;
  GtkLabel *text;
  AdwBin *sources;
  GtkWidget *say;
  GtkLabel *title;
  AdwBin *body;
};

G_DEFINE_FINAL_TYPE (CooldownEpisodeCard, cooldown_episode_card, GTK_TYPE_BOX)

static Face
derive (CooldownEpisodeCard *self)
{
  CooldownRecoveryPhase phase = cooldown_app_state_get_recovery (self->state).phase;
  CooldownNoticeKind question = cooldown_reminders_get_episode_question (self->state);

  /* The one-hour question asks for the same, and for more. */
  if (question != COOLDOWN_NOTICE_NONE && phase != COOLDOWN_RECOVERY_CHECK)
    return question == COOLDOWN_NOTICE_EPISODE_MORNING ? FACE_MORNING : FACE_EVENING;
  if (cooldown_app_state_get_level (self->state) >= COOLDOWN_LEVEL_URGENT)
    return FACE_NONE;
  return self->third ? FACE_THIRD : FACE_NONE;
}

static void
show_question (CooldownEpisodeCard *self, CooldownNoticeKind kind)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  const CooldownReminderText *words = cooldown_content_get_reminder_text (content, kind);

  gtk_label_set_label (self->question, words->title);
  gtk_label_set_label (self->text, words->text);
  adw_bin_set_child (self->sources, cooldown_sources_button_new (content, words->basis.sources,
                                                                 words->basis.checked));
}

static void
show_third (CooldownEpisodeCard *self)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  const CooldownMessage *message = cooldown_content_get_message (content, "third-time");
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();
  CooldownStatement statement = { message->id, message->text, message->basis };

  gtk_label_set_label (self->title,
                       cooldown_content_get_level (content, COOLDOWN_LEVEL_SOON)->name);
  g_ptr_array_add (statements, &statement);
  adw_bin_set_child (self->body, cooldown_statements_box_new (content, statements));
}

static void
dress (CooldownEpisodeCard *self)
{
  gboolean asks = self->face == FACE_EVENING || self->face == FACE_MORNING;

  gtk_widget_set_css_classes (GTK_WIDGET (self),
                              asks ? (const char *[]){ "cd-ask", NULL }
                                   : (const char *[]){ "cd-level", "doctor", NULL });
  gtk_widget_set_visible (self->ask, asks);
  gtk_widget_set_visible (self->say, !asks);
  gtk_widget_set_visible (GTK_WIDGET (self), self->face != FACE_NONE);
}

static void
update (CooldownEpisodeCard *self)
{
  Face face = derive (self);

  if (face == self->face)
    return;
  self->face = face;
  switch (face)
    {
    case FACE_EVENING:
      show_question (self, COOLDOWN_NOTICE_EPISODE_EVENING);
      break;
    case FACE_MORNING:
      show_question (self, COOLDOWN_NOTICE_EPISODE_MORNING);
      break;
    case FACE_THIRD:
      show_third (self);
      break;
    case FACE_NONE:
    default:
      break;
    }
  dress (self);
}

static void
toast (CooldownEpisodeCard *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
on_gone_clicked (CooldownEpisodeCard *self)
{
  CooldownRecoveryPhase phase = cooldown_app_state_get_recovery (self->state).phase;

  /* Of an hour that is shown the card about it says the same. */
  if (!cooldown_check_in_is_third_time (self->state))
    toast (self, _ ("Noted. Well cooled down."));
  else if (phase != COOLDOWN_RECOVERY_STILL && phase != COOLDOWN_RECOVERY_WORSE)
    self->third = TRUE;
  cooldown_app_state_activate (self->state, "episode-check", g_variant_new_string ("gone"));
}

static void
on_still_clicked (CooldownEpisodeCard *self)
{
  /* In the morning the card about the hour says what to do. */
  if (self->face == FACE_EVENING)
    toast (self, _ ("Noted. You are asked once more in the morning."));
  cooldown_app_state_activate (self->state, "episode-check", g_variant_new_string ("still"));
}

static void
on_all_right_clicked (CooldownEpisodeCard *self)
{
  self->third = FALSE;
  update (self);
}

static void
cooldown_episode_card_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_EPISODE_CARD (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_EPISODE_CARD);
  G_OBJECT_CLASS (cooldown_episode_card_parent_class)->dispose (object);
}

static void
cooldown_episode_card_class_init (CooldownEpisodeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_episode_card_dispose;
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/episode-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownEpisodeCard, ask);
  gtk_widget_class_bind_template_child (widget_class, CooldownEpisodeCard, question);
  gtk_widget_class_bind_template_child (widget_class, CooldownEpisodeCard, text);
  gtk_widget_class_bind_template_child (widget_class, CooldownEpisodeCard, sources);
  gtk_widget_class_bind_template_child (widget_class, CooldownEpisodeCard, say);
  gtk_widget_class_bind_template_child (widget_class, CooldownEpisodeCard, title);
  gtk_widget_class_bind_template_child (widget_class, CooldownEpisodeCard, body);
  gtk_widget_class_bind_template_callback (widget_class, on_gone_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_still_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_all_right_clicked);
}

static void
cooldown_episode_card_init (CooldownEpisodeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_episode_card_set_state:
 * @self: a card without a state
 * @state: what is going on
 *
 * Gives @self what it shows; to be called once.
 */
void
cooldown_episode_card_set_state (CooldownEpisodeCard *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_EPISODE_CARD (self));
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
