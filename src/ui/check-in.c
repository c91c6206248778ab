/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in.h"

#include "check-in-answer.h"
#include "check-in-face.h"
#include "open-episode.h"
#include "time-words.h"
#include "topic-row.h"

#include <glib/gi18n.h>

struct _CooldownCheckIn
{
  GtkBox parent_instance;
  CooldownAppState *state;
  CooldownCheckInFace face;
  gint64 subject; /* the session or tingling that the face is about */
  guint shape;    /* what else its buttons depend on */
  /* Sessions for which the user said *Skip* or *Later*. */
  gint64 settled;
  gint64 put_off;

  GtkWidget *head;
  GtkWidget *icon;
  GtkLabel *title;
  GtkLabel *text;
  AdwBin *body;
  GtkFlowBox *answers;
};

G_DEFINE_FINAL_TYPE (CooldownCheckIn, cooldown_check_in, GTK_TYPE_BOX)

static gint64
get_session_id (CooldownAppState *state)
{
  CooldownSession *session = cooldown_app_state_get_recovery_session (state);

  return session != NULL ? cooldown_session_get_id (session) : 0;
}

static void
add_child (CooldownCheckIn *self, GtkWidget *button)
{
  GtkWidget *child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "focusable", FALSE, "child", button,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_add_css_class (button, "cd-answer");
  gtk_flow_box_append (self->answers, child);
}

static GtkWidget *
add_button (CooldownCheckIn *self, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  add_child (self, button);
  return button;
}

static void
on_answer_clicked (GtkButton *button, CooldownCheckIn *self)
{
  cooldown_check_in_answer (GTK_WIDGET (self), self->state,
                            g_object_get_data (G_OBJECT (button), "answer"));
}

static void
add_answer (CooldownCheckIn *self, const char *label, const char *answer)
{
  GtkWidget *button = add_button (self, label);

  g_object_set_data (G_OBJECT (button), "answer", (gpointer) answer);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_answer_clicked), self, 0);
}

static void update (CooldownCheckIn *self);

static void
settle (CooldownCheckIn *self)
{
  self->settled = get_session_id (self->state);
  update (self);
}

static void
on_after_clicked (GtkButton *button, CooldownCheckIn *self)
{
  CooldownSession *session = cooldown_app_state_get_recovery_session (self->state);
  CooldownRecoveryState recovery = cooldown_app_state_get_recovery (self->state);
  CooldownInstant now = cooldown_app_state_now (self->state);
  int minutes = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "minutes"));

  if (session != NULL)
    {
      gint64 wall = cooldown_session_get_wall (session, recovery.ended + minutes * COOLDOWN_MINUTE,
                                               &now);

      cooldown_app_state_activate (self->state, "episode-end",
                                   g_variant_new_int64 (wall / COOLDOWN_SECOND));
    }
  cooldown_check_in_say_noted (GTK_WIDGET (self));
  settle (self);
}

static void
on_skip_clicked (GtkButton *button, CooldownCheckIn *self)
{
  cooldown_check_in_say_noted (GTK_WIDGET (self));
  settle (self);
}

static void
on_third_seen (GtkButton *button, CooldownCheckIn *self)
{
  settle (self);
}

static void
on_later_clicked (GtkButton *button, CooldownCheckIn *self)
{
  self->put_off = get_session_id (self->state);
  update (self);
}

static void
on_gone_now_clicked (GtkButton *button, CooldownCheckIn *self)
{
  gint64 now = cooldown_app_state_now (self->state).wall;

  cooldown_app_state_activate (self->state, "episode-end",
                               g_variant_new_int64 (now / COOLDOWN_SECOND));
  cooldown_check_in_say_noted (GTK_WIDGET (self));
}

static GtkWidget *
add_command (CooldownCheckIn *self, const char *label, GCallback clicked)
{
  GtkWidget *button = add_button (self, label);

  g_signal_connect_object (button, "clicked", clicked, self, 0);
  return button;
}

static void
add_check_now (CooldownCheckIn *self, gboolean suggested)
{
  GtkWidget *button = add_button (self, _("Check Now"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.check-now");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
}

static void
add_entry (CooldownCheckIn *self, gboolean suggested)
{
  GtkWidget *button = cooldown_open_episode_button_new (self->state);

  if (button == NULL)
    return;
  add_child (self, button);
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
}

static gboolean
are_signs_answered (CooldownCheckIn *self)
{
  return cooldown_app_state_get_signs_answered (self->state) != 0;
}

static void
add_gone_now (CooldownCheckIn *self)
{
  add_command (self, _("It’s Gone Now"), G_CALLBACK (on_gone_now_clicked));
}

static void
show_ask (CooldownCheckIn *self)
{
  CooldownSession *session = cooldown_app_state_get_recovery_session (self->state);
  CooldownWorkout workout = { 0 };

  cooldown_workout_from_plan (cooldown_session_get_plan (session), &workout, NULL);
  gtk_label_set_label (self->title,
                       cooldown_content_get_check_question (
                           cooldown_app_state_get_content (self->state), workout.legs));
  gtk_label_set_label (self->text, _("What you answer is noted, on this computer only."));
  if (workout.legs != COOLDOWN_LEGS_TINGLING)
    {
      add_answer (self, _("Yes"), "none");
      add_answer (self, _("Tingling"), "still");
      return;
    }
  add_answer (self, _("It’s Gone"), "gone");
  add_answer (self, _("Still There"), "still");
  add_answer (self, _("Worse"), "worse");
}

static void
show_after (CooldownCheckIn *self)
{
  GArray *afters = cooldown_content_get_gone_after (cooldown_app_state_get_content (self->state));
  guint n = cooldown_check_in_count_afters (self->state);

  gtk_label_set_label (self->title, _("Gone after about"));
  gtk_label_set_label (self->text, _("Counted from the end of your workout"));
  for (guint i = 0; i < n; i++)
    {
      int minutes = g_array_index (afters, int, i);
      g_autofree char *label = cooldown_span_format (minutes * COOLDOWN_MINUTE);
      GtkWidget *button = add_command (self, label, G_CALLBACK (on_after_clicked));

      g_object_set_data (G_OBJECT (button), "minutes", GINT_TO_POINTER (minutes));
    }
  add_command (self, C_("question", "Skip"), G_CALLBACK (on_skip_clicked));
}

static void
show_third (CooldownCheckIn *self)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  const CooldownLevelText *level = cooldown_content_get_level (content, COOLDOWN_LEVEL_SOON);
  const CooldownMessage *message = cooldown_content_get_message (content, "third-time");
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();
  CooldownStatement statement = { message->id, message->text, message->basis };

  gtk_label_set_label (self->title, level->name);
  gtk_label_set_label (self->text, level->text);
  g_ptr_array_add (statements, &statement);
  adw_bin_set_child (self->body, cooldown_statements_box_new (content, statements));
  add_command (self, _("All Right"), G_CALLBACK (on_third_seen));
}

static void
show_topic (CooldownCheckIn *self, const char *id)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  const CooldownTopic *topic = cooldown_content_get_topic (content, COOLDOWN_TAB_RECOVER, id);

  gtk_label_set_label (self->title, topic->title);
  adw_bin_set_child (self->body, cooldown_statements_box_new (content, topic->statements));
}

/* The warning signs come first, and where it is comes then. */
static void
show_still (CooldownCheckIn *self)
{
  show_topic (self, "still");
  if (are_signs_answered (self))
    add_entry (self, TRUE);
  else
    add_check_now (self, TRUE);
  add_gone_now (self);
  add_command (self, _("Later"), G_CALLBACK (on_later_clicked));
}

static void
show_morning (CooldownCheckIn *self)
{
  show_topic (self, "morning");
  add_check_now (self, TRUE);
  add_gone_now (self);
}

static void
show_worse (CooldownCheckIn *self)
{
  gtk_label_set_label (self->title, _("Worse: look at the warning signs now"));
  gtk_label_set_label (self->text, _("Don’t wait the hour."));
  add_check_now (self, TRUE);
  add_gone_now (self);
}

static void
show_wait (CooldownCheckIn *self)
{
  gtk_label_set_label (self->title, _("Still there, and the hour is not over"));
  add_gone_now (self);
  add_answer (self, _("Worse"), "worse");
}

static void
show_open (CooldownCheckIn *self)
{
  add_gone_now (self);
  add_entry (self, FALSE);
  add_check_now (self, FALSE);
}

/* What moves on with the time, in the faces that say a time. */
static void
update_times (CooldownCheckIn *self)
{
  CooldownInstant now = cooldown_app_state_now (self->state);
  g_autofree char *time = NULL;
  g_autofree char *span = NULL;
  g_autofree char *text = NULL;

  if (self->face == COOLDOWN_CHECK_IN_WAIT)
    {
      CooldownSession *session = cooldown_app_state_get_recovery_session (self->state);
      CooldownRecoveryState recovery = cooldown_app_state_get_recovery (self->state);

      time = cooldown_app_state_format_time (
          self->state, cooldown_session_get_wall (session, recovery.check_at, &now));
      span = cooldown_span_format (recovery.check_at - cooldown_session_get_axis (session, &now) +
                                   COOLDOWN_MINUTE - 1);
      /* Translators: %1$s is a time, "19:12", %2$s a duration, "25 min" */
      text = g_strdup_printf (_("Still there at %1$s, in %2$s? Then make a doctor’s appointment."),
                              time, span);
      gtk_label_set_label (self->text, text);
    }
  else if (self->face == COOLDOWN_CHECK_IN_OPEN)
    {
      gint64 began = cooldown_check_in_get_episode (self->state) * COOLDOWN_SECOND;

      time = cooldown_app_state_format_time (self->state, began);
      span = cooldown_span_format (now.wall - began);
      /* Translators: %1$s is a time, "18:12", %2$s a duration, "1 h 10 min" */
      text = g_strdup_printf (_("Tingling since %1$s, for %2$s"), time, span);
      gtk_label_set_label (self->title, text);
    }
}

static void
dress (CooldownCheckIn *self)
{
  static const char *const styles[][3] = {
    [COOLDOWN_CHECK_IN_NONE] = { NULL },
    [COOLDOWN_CHECK_IN_ASK] = { "cd-ask", NULL },
    [COOLDOWN_CHECK_IN_AFTER] = { "cd-ask", NULL },
    [COOLDOWN_CHECK_IN_THIRD] = { "cd-level", "doctor", NULL },
    [COOLDOWN_CHECK_IN_WAIT] = { "cd-ask", NULL },
    [COOLDOWN_CHECK_IN_STILL] = { "cd-level", "doctor", NULL },
    [COOLDOWN_CHECK_IN_WORSE] = { "cd-level", "today", NULL },
    [COOLDOWN_CHECK_IN_MORNING] = { "cd-level", "doctor", NULL },
    [COOLDOWN_CHECK_IN_OPEN] = { "cd-level", "none", NULL },
  };
  gboolean asks = self->face == COOLDOWN_CHECK_IN_ASK || self->face == COOLDOWN_CHECK_IN_AFTER ||
                  self->face == COOLDOWN_CHECK_IN_WAIT;
  gboolean doctor = g_strcmp0 (styles[self->face][1], "doctor") == 0;

  gtk_widget_set_css_classes (GTK_WIDGET (self), (const char **) styles[self->face]);
  gtk_widget_set_css_classes (GTK_WIDGET (self->title),
                              (const char *[]){ asks ? "title-3" : "title-4", NULL });
  gtk_widget_set_visible (self->icon, doctor);
  gtk_widget_set_halign (self->head, asks ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  gtk_label_set_xalign (self->text, asks ? .5f : 0);
  gtk_label_set_justify (self->title, asks ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  gtk_label_set_justify (self->text, asks ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
}

static guint
count_answers (CooldownCheckIn *self)
{
  guint n = 0;

  while (gtk_flow_box_get_child_at_index (self->answers, (int) n) != NULL)
    n++;
  return n;
}

static void
build (CooldownCheckIn *self)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->answers, 0)) != NULL)
    gtk_flow_box_remove (self->answers, GTK_WIDGET (child));
  gtk_label_set_label (self->text, "");
  adw_bin_set_child (self->body, NULL);
  switch (self->face)
    {
    case COOLDOWN_CHECK_IN_ASK:
      show_ask (self);
      break;
    case COOLDOWN_CHECK_IN_AFTER:
      show_after (self);
      break;
    case COOLDOWN_CHECK_IN_THIRD:
      show_third (self);
      break;
    case COOLDOWN_CHECK_IN_WAIT:
      show_wait (self);
      break;
    case COOLDOWN_CHECK_IN_STILL:
      show_still (self);
      break;
    case COOLDOWN_CHECK_IN_WORSE:
      show_worse (self);
      break;
    case COOLDOWN_CHECK_IN_MORNING:
      show_morning (self);
      break;
    case COOLDOWN_CHECK_IN_OPEN:
      show_open (self);
      break;
    case COOLDOWN_CHECK_IN_NONE:
    default:
      break;
    }
  gtk_flow_box_set_max_children_per_line (self->answers, MAX (count_answers (self), 2));
  dress (self);
}

static guint
get_shape (CooldownCheckIn *self)
{
  g_autofree char *uid = cooldown_open_episode_get_uid (self->state);
  g_autofree char *places = cooldown_open_episode_tell_places (self->state);

  return (guint) are_signs_answered (self) | (places != NULL ? 2u : 0) |
         (uid != NULL ? g_str_hash (uid) << 2 : 0);
}

static void
update (CooldownCheckIn *self)
{
  CooldownCheckInFace face = cooldown_check_in_derive (self->state, self->settled, self->put_off);
  gint64 subject = face == COOLDOWN_CHECK_IN_OPEN || face == COOLDOWN_CHECK_IN_MORNING
                       ? cooldown_check_in_get_episode (self->state)
                       : get_session_id (self->state);
  guint shape = get_shape (self);

  if (face != self->face || subject != self->subject || shape != self->shape)
    {
      self->face = face;
      self->subject = subject;
      self->shape = shape;
      build (self);
    }
  update_times (self);
  gtk_widget_set_visible (GTK_WIDGET (self->text), *gtk_label_get_label (self->text) != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->body), adw_bin_get_child (self->body) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), face != COOLDOWN_CHECK_IN_NONE);
}

static void
cooldown_check_in_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_CHECK_IN (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_CHECK_IN);
  G_OBJECT_CLASS (cooldown_check_in_parent_class)->dispose (object);
}

static void
cooldown_check_in_class_init (CooldownCheckInClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_check_in_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/check-in.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckIn, head);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckIn, icon);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckIn, title);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckIn, text);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckIn, body);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckIn, answers);
}

static void
cooldown_check_in_init (CooldownCheckIn *self)
{
  self->settled = self->put_off = COOLDOWN_CHECK_IN_NO_SESSION;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_check_in_set_state:
 * @self: a card without a state
 * @state: what is going on
 *
 * Gives @self what it shows; to be called once.
 */
void
cooldown_check_in_set_state (CooldownCheckIn *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_CHECK_IN (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "second", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
