/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evening-page.h"

#include "evening-hero.h"
#include "evening-plan.h"
#include "evening-advice.h"
#include "evening-reminders.h"
#include "last-night.h"
#include "limit-list.h"
#include "night-doctor.h"
#include "nights-row.h"
#include "notes-box.h"
#include "pair.h"
#include "restless-tips.h"
#include "routine-list.h"
#include "routine-look.h"
#include "time-words.h"
#include "tonight-list.h"
#include "topic-row.h"
#include "urgent-note.h"

#include <glib/gi18n.h>
#include <string.h>

#define DOCTOR_TOPIC "doctor"

struct _CooldownEveningPage
{
  AdwBin parent_instance;
  CooldownAppState *state;
  CooldownTopic features; /* in the form of a topic, for its row */
  gint64 minute;          /* the one that is shown, since 1970 */

  CooldownEveningReader *reader;

  CooldownNightDoctor *night_doctor;
  CooldownUrgentNote *urgent;
  GtkWidget *bedtime_card;
  GtkWidget *restless; /* where there is no hero yet */
  GtkSpinButton *bedtime;
  GtkWidget *hero;
  CooldownLastNightCard *last_night;
  CooldownNotesBox *notes;
  GtkWidget *tonight_part;
  CooldownLimitList *limits;
  CooldownTonightList *tonight;
  CooldownEveningAdvice *advice;
  CooldownNightsRow *nights;
  CooldownEveningReminders *reminders;
  GtkBox *bed_part;
  AdwBin *doctor;
  CooldownRoutineList *routine;
  GtkBox *reading;
};

G_DEFINE_FINAL_TYPE (CooldownEveningPage, cooldown_evening_page, ADW_TYPE_BIN)

/* Once the routine is over nothing asks to be read any more. */
static void
update_dimmed (CooldownEveningPage *self)
{
  gboolean dimmed = cooldown_routine_look (self->state).face == COOLDOWN_ROUTINE_FACE_FINISHED;
  GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_parent (self->hero));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (dimmed && child != self->hero && child != GTK_WIDGET (self->urgent))
      gtk_widget_add_css_class (child, "cd-dimmed");
    else
      gtk_widget_remove_css_class (child, "cd-dimmed");
}

static void
update_times (CooldownEveningPage *self)
{
  gint64 now = cooldown_app_state_now (self->state).wall;

  self->minute = now / COOLDOWN_MINUTE;
  /* No remedies while a warning sign is ticked. */
  gtk_widget_set_visible (self->restless,
                          cooldown_app_state_get_level (self->state) < COOLDOWN_LEVEL_URGENT &&
                              cooldown_evening_plan_is_restless_time (self->state, now));
  cooldown_evening_reminders_update (self->reminders);
  update_dimmed (self);
}

static void
on_second (CooldownEveningPage *self)
{
  if (cooldown_app_state_now (self->state).wall / COOLDOWN_MINUTE != self->minute)
    update_times (self);
}

/* Above all, but not above the step of the routine that is being done. */
static void
place_doctor (CooldownEveningPage *self, gboolean staged)
{
  GtkWidget *card = GTK_WIDGET (self->night_doctor);

  gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (card)), card,
                               staged ? self->hero : NULL);
}

static void
update (CooldownEveningPage *self)
{
  CooldownBedtimes bedtimes;
  gboolean asked = cooldown_app_state_get_bedtimes (self->state, &bedtimes);
  gboolean urgent = cooldown_app_state_get_level (self->state) >= COOLDOWN_LEVEL_URGENT;
  gboolean staged = cooldown_routine_look (self->state).face != COOLDOWN_ROUTINE_FACE_NONE;

  gtk_widget_set_visible (self->bedtime_card, !asked && !staged);
  gtk_widget_set_visible (self->hero, asked || staged);
  gtk_widget_set_visible (self->tonight_part, asked);
  gtk_widget_set_visible (GTK_WIDGET (self->reminders), asked);
  /* No remedies while a warning sign is ticked. */
  gtk_widget_set_visible (GTK_WIDGET (self->routine), !urgent);
  gtk_widget_set_visible (GTK_WIDGET (self->bed_part), !urgent);
  cooldown_notes_box_update (self->notes, self->state, "evening");
  place_doctor (self, staged);
  update_times (self);
}

static void
place_last_night (CooldownEveningPage *self)
{
  GtkWidget *card = GTK_WIDGET (self->last_night);
  GtkWidget *before = cooldown_last_night_card_get_first (self->last_night)
                          ? GTK_WIDGET (self->urgent)
                          : self->hero;

  gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (card)), card, before);
}

static void
on_map (CooldownEveningPage *self)
{
  if (self->state != NULL)
    cooldown_last_night_card_settle (self->last_night);
}

static void
on_set_bedtime_clicked (CooldownEveningPage *self)
{
  cooldown_app_state_set_setting (self->state, "bedtime",
                                  g_variant_new_int32 (cooldown_time_spin_get (self->bedtime)));
}

static void
add_restless_now (CooldownEveningPage *self)
{
  GtkWidget *tips = g_object_new (COOLDOWN_TYPE_RESTLESS_TIPS, NULL);

  cooldown_restless_tips_set_state (COOLDOWN_RESTLESS_TIPS (tips), self->state);
  gtk_box_append (self->bed_part, cooldown_section_title_new (_("If it comes in bed")));
  gtk_box_append (self->bed_part, tips);
}

static void
add_reading (CooldownEveningPage *self, CooldownContent *content)
{
  GPtrArray *topics = cooldown_content_get_topics (content, COOLDOWN_TAB_EVENING);
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);

  self->features = (CooldownTopic){ "features", _("The five features"),
                                    cooldown_content_get_features (content) };
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (self->reading, cooldown_section_title_new (_("Good to know")));
  gtk_box_append (self->reading, list);
  for (guint i = 0; i < topics->len; i++)
    {
      const CooldownTopic *topic = g_ptr_array_index (topics, i);

      if (strcmp (topic->id, DOCTOR_TOPIC) == 0)
        continue;
      gtk_list_box_append (GTK_LIST_BOX (list), cooldown_topic_row_new (content, topic));
      /* They stand with what restless legs are, which is the first topic. */
      if (i == 0)
        gtk_list_box_append (GTK_LIST_BOX (list),
                             cooldown_topic_row_new (content, &self->features));
    }
}

static void
add_doctor (CooldownEveningPage *self, CooldownContent *content)
{
  const CooldownTopic *topic = cooldown_content_get_topic (content, COOLDOWN_TAB_EVENING,
                                                           DOCTOR_TOPIC);

  adw_bin_set_child (self->doctor, cooldown_topic_card_new (content, topic, "cd-doctor-symbolic"));
}

static void
cooldown_evening_page_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_EVENING_PAGE (object)->reader);
  g_clear_object (&COOLDOWN_EVENING_PAGE (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_EVENING_PAGE);
  G_OBJECT_CLASS (cooldown_evening_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningPage, urgent);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningPage, night_doctor);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningPage, bedtime_card);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningPage, restless);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningPage, bedtime);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningPage, hero);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningPage, last_night);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningPage, notes);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningPage, tonight_part);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningPage, limits);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningPage, tonight);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningPage, advice);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningPage, nights);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningPage, reminders);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningPage, bed_part);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningPage, doctor);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningPage, routine);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningPage, reading);
}

static void
cooldown_evening_page_class_init (CooldownEveningPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_evening_page_dispose;
  g_type_ensure (COOLDOWN_TYPE_EVENING_ADVICE);
  g_type_ensure (COOLDOWN_TYPE_EVENING_HERO);
  g_type_ensure (COOLDOWN_TYPE_EVENING_REMINDERS);
  g_type_ensure (COOLDOWN_TYPE_LAST_NIGHT_CARD);
  g_type_ensure (COOLDOWN_TYPE_LIMIT_LIST);
  g_type_ensure (COOLDOWN_TYPE_NIGHT_DOCTOR);
  g_type_ensure (COOLDOWN_TYPE_NIGHTS_ROW);
  g_type_ensure (COOLDOWN_TYPE_NOTES_BOX);
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  g_type_ensure (COOLDOWN_TYPE_ROUTINE_LIST);
  g_type_ensure (COOLDOWN_TYPE_TONIGHT_LIST);
  g_type_ensure (COOLDOWN_TYPE_URGENT_NOTE);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/evening-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_map);
  gtk_widget_class_bind_template_callback (widget_class, on_set_bedtime_clicked);
}

static void
cooldown_evening_page_init (CooldownEveningPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_evening_page_set_state:
 * @self: the page, without a state
 * @state: what is going on
 *
 * Gives the page what it shows; to be called once.
 */
void
cooldown_evening_page_set_state (CooldownEveningPage *self, CooldownAppState *state)
{
  CooldownContent *content;

  g_return_if_fail (COOLDOWN_IS_EVENING_PAGE (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  content = cooldown_app_state_get_content (state);
  self->reader = cooldown_evening_reader_new (GTK_WIDGET (self), state);
  cooldown_urgent_note_set_state (self->urgent, state);
  cooldown_night_doctor_set_state (self->night_doctor, state, self->reader);
  g_signal_connect_object (self->last_night, "notify::first", G_CALLBACK (place_last_night), self,
                           G_CONNECT_SWAPPED);
  cooldown_evening_hero_set_state (COOLDOWN_EVENING_HERO (self->hero), state, self->reader);
  cooldown_last_night_card_set_state (self->last_night, state, self->reader);
  cooldown_tonight_list_set_state (self->tonight, state, self->reader);
  cooldown_evening_advice_set_state (self->advice, state, self->reader);
  cooldown_nights_row_set_state (self->nights, state);
  cooldown_evening_reminders_set_state (self->reminders, state);
  cooldown_limit_list_set_state (self->limits, state);
  cooldown_routine_list_set_state (self->routine, state);
  cooldown_time_spin_set_up (self->bedtime, cooldown_app_state_get_clock (state));
  cooldown_time_spin_set (self->bedtime, COOLDOWN_USUAL_BEDTIME);
  add_restless_now (self);
  add_doctor (self, content);
  add_reading (self, content);
  cooldown_app_state_watch_seconds (state, GTK_WIDGET (self));
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "second", G_CALLBACK (on_second), self, G_CONNECT_SWAPPED);
  update (self);
}
