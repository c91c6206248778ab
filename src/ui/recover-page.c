/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recover-page.h"

#include "check-in-face.h"
#include "drink-plan.h"
#include "episode-card.h"
#include "notes-box.h"
#include "recover-change.h"
#include "recover-hour.h"
#include "recover-start.h"
#include "topic-row.h"
#include "urgent-note.h"

#include <glib/gi18n.h>

struct _CooldownRecoverPage
{
  AdwBin parent_instance;
  CooldownAppState *state;
  gboolean changing; /* whether the workout is being changed */

  GtkScrolledWindow *scroller;
  CooldownUrgentNote *urgent;
  CooldownEpisodeCard *episode;
  GtkStack *stack;
  CooldownRecoverStart *start;
  CooldownRecoverHour *hour;
  CooldownRecoverChange *change;
  CooldownNotesBox *notes;
  GtkBox *reading;
};

G_DEFINE_FINAL_TYPE (CooldownRecoverPage, cooldown_recover_page, ADW_TYPE_BIN)

/* Whether there is a workout whose hour is to be shown: it runs, or its tingling is not over. */
static gboolean
has_hour (CooldownRecoverPage *self)
{
  CooldownRecoveryPhase phase = cooldown_app_state_get_recovery (self->state).phase;

  if (phase == COOLDOWN_RECOVERY_STILL || phase == COOLDOWN_RECOVERY_WORSE)
    return cooldown_check_in_get_episode (self->state) != 0;
  return phase == COOLDOWN_RECOVERY_HOUR || phase == COOLDOWN_RECOVERY_CHECK;
}

static void
show_part (CooldownRecoverPage *self, const char *name)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0)
    return;
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
update (CooldownRecoverPage *self)
{
  gboolean hour = has_hour (self);

  self->changing = self->changing && hour;
  if (self->changing)
    show_part (self, "change");
  else
    show_part (self, hour ? "hour" : "start");
  cooldown_notes_box_update (self->notes, self->state, "recover");
  /* No causes and no remedies while a warning sign is ticked. */
  gtk_widget_set_visible (GTK_WIDGET (self->reading),
                          cooldown_app_state_get_level (self->state) < COOLDOWN_LEVEL_URGENT);
}

static void
on_change (CooldownRecoverPage *self)
{
  cooldown_recover_change_open (self->change);
  self->changing = TRUE;
  update (self);
  gtk_widget_child_focus (GTK_WIDGET (self->change), GTK_DIR_TAB_FORWARD);
}

static void
on_change_closed (CooldownRecoverPage *self)
{
  self->changing = FALSE;
  update (self);
}

static void
add_title (CooldownRecoverPage *self, const char *title)
{
  GtkWidget *label = cooldown_section_title_new (title);

  gtk_widget_add_css_class (label, "cd-section");
  gtk_box_append (self->reading, label);
}

static GtkListBox *
add_list (CooldownRecoverPage *self, const char *title)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);

  gtk_widget_add_css_class (list, "boxed-list");
  add_title (self, title);
  gtk_box_append (self->reading, list);
  return GTK_LIST_BOX (list);
}

static void
add_topic (CooldownRecoverPage *self, GtkListBox *list, const char *id)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  const CooldownTopic *topic = cooldown_content_get_topic (content, COOLDOWN_TAB_RECOVER, id);

  gtk_list_box_append (list, cooldown_topic_row_new (content, topic));
}

static void
add_drinks (CooldownRecoverPage *self)
{
  GtkWidget *plan = g_object_new (COOLDOWN_TYPE_DRINK_PLAN, NULL);

  cooldown_drink_plan_set_state (COOLDOWN_DRINK_PLAN (plan), self->state);
  add_title (self, _("Drinking around your next workout"));
  gtk_box_append (self->reading, plan);
}

static void
add_causes (CooldownRecoverPage *self)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  GPtrArray *frame = cooldown_content_get_frame (content);
  GPtrArray *causes = cooldown_content_get_causes (content);
  GtkListBox *list = add_list (self, _("Why legs tingle after exercise"));

  for (guint i = 0; i < frame->len; i++)
    gtk_list_box_append (list, cooldown_topic_row_new (content, g_ptr_array_index (frame, i)));
  for (guint i = 0; i < causes->len; i++)
    gtk_list_box_append (list, cooldown_cause_row_new (content, g_ptr_array_index (causes, i)));
  add_topic (self, list, "ordinary");
}

/* What the steps rest on; made when the row is opened first, which it mostly is not. */
static void
fill_evidence (AdwExpanderRow *row, GParamSpec *spec, CooldownRecoverPage *self)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  GPtrArray *steps = cooldown_content_get_steps (content);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  g_signal_handlers_disconnect_by_func (row, fill_evidence, self);
  gtk_widget_add_css_class (box, "cd-inside");
  for (guint i = 0; i < steps->len; i++)
    {
      const CooldownStep *step = g_ptr_array_index (steps, i);

      if (step->evidence->len == 0)
        continue;
      gtk_box_append (GTK_BOX (box), cooldown_section_title_new (step->title));
      gtk_box_append (GTK_BOX (box), cooldown_statements_box_new (content, step->evidence));
    }
  adw_expander_row_add_row (row, g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE,
                                               "focusable", FALSE, "child", box, NULL));
}

static void
add_more (CooldownRecoverPage *self)
{
  static const char *const topics[] = { "one-hour", "note", "report" };
  GtkListBox *list = add_list (self, _("Good to know"));
  GtkWidget *row;

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    add_topic (self, list, topics[i]);
  row = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", _("Why these steps"), NULL);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (fill_evidence), self, 0);
  gtk_list_box_append (list, row);
}

static void
cooldown_recover_page_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_RECOVER_PAGE (object)->state);
  /* A bin keeps hold of its child by itself and must not be robbed of it. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_RECOVER_PAGE);
  G_OBJECT_CLASS (cooldown_recover_page_parent_class)->dispose (object);
}

static void
cooldown_recover_page_class_init (CooldownRecoverPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_recover_page_dispose;
  g_type_ensure (COOLDOWN_TYPE_EPISODE_CARD);
  g_type_ensure (COOLDOWN_TYPE_NOTES_BOX);
  g_type_ensure (COOLDOWN_TYPE_RECOVER_CHANGE);
  g_type_ensure (COOLDOWN_TYPE_RECOVER_HOUR);
  g_type_ensure (COOLDOWN_TYPE_RECOVER_START);
  g_type_ensure (COOLDOWN_TYPE_URGENT_NOTE);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/recover-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownRecoverPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, CooldownRecoverPage, urgent);
  gtk_widget_class_bind_template_child (widget_class, CooldownRecoverPage, episode);
  gtk_widget_class_bind_template_child (widget_class, CooldownRecoverPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CooldownRecoverPage, start);
  gtk_widget_class_bind_template_child (widget_class, CooldownRecoverPage, hour);
  gtk_widget_class_bind_template_child (widget_class, CooldownRecoverPage, change);
  gtk_widget_class_bind_template_child (widget_class, CooldownRecoverPage, notes);
  gtk_widget_class_bind_template_child (widget_class, CooldownRecoverPage, reading);
  gtk_widget_class_bind_template_callback (widget_class, on_change);
  gtk_widget_class_bind_template_callback (widget_class, on_change_closed);
}

static void
cooldown_recover_page_init (CooldownRecoverPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_recover_page_set_state:
 * @self: the page, without a state
 * @state: what is going on
 *
 * Gives the page what it shows; to be called once.
 */
void
cooldown_recover_page_set_state (CooldownRecoverPage *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_RECOVER_PAGE (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  cooldown_urgent_note_set_state (self->urgent, state);
  cooldown_episode_card_set_state (self->episode, state);
  cooldown_recover_start_set_state (self->start, state);
  cooldown_recover_hour_set_state (self->hour, state);
  cooldown_recover_change_set_state (self->change, state);
  add_drinks (self);
  add_causes (self);
  add_more (self);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
