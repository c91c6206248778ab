/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evening-advice.h"

#include "core/night-advice.h"
#include "evening-plan.h"
#include "topic-row.h"

typedef enum
{
  CARD_HARD_DAYS,
  CARD_HARD_LATE,
  N_CARDS,
} Card;

/* Their ids in evening.json, and their icons. */
static const char *const cards[N_CARDS][2] = {
  [CARD_HARD_DAYS] = { "hard-days", "cd-strength-symbolic" },
  [CARD_HARD_LATE] = { "hard-late", "cd-clock-symbolic" },
};

struct _CooldownEveningAdvice
{
  GtkBox parent_instance;
  CooldownAppState *state;
  CooldownEveningReader *reader;
  GtkWidget *cards[N_CARDS];
};

G_DEFINE_FINAL_TYPE (CooldownEveningAdvice, cooldown_evening_advice, GTK_TYPE_BOX)

static const CooldownEveningNumbers *
get_numbers (CooldownEveningAdvice *self)
{
  return cooldown_content_get_evening_numbers (cooldown_app_state_get_content (self->state));
}

static gboolean
are_days_hard (CooldownEveningAdvice *self, const CooldownEvening *evening)
{
  GDate today;

  return cooldown_date_parse (evening->date, &today) &&
         cooldown_hard_days_count (cooldown_evening_reader_get_entries (self->reader), &today,
                                   get_numbers (self)->hard_min) >=
             (guint) get_numbers (self)->hard_days;
}

/* Whether one of the day's workouts was hard and ended after the limit for that. */
static gboolean
was_late (CooldownEveningAdvice *self, const CooldownEvening *evening)
{
  GPtrArray *entries = cooldown_evening_reader_get_entries (self->reader);
  gint64 limit = cooldown_evening_plan_get_limit_time (self->state, evening, "exercise");

  for (guint i = 0; i < entries->len; i++)
    {
      CooldownEntry *entry = g_ptr_array_index (entries, i);
      gint64 ended;

      if (cooldown_entry_get_kind (entry) != COOLDOWN_ENTRY_WORKOUT)
        continue;
      ended = cooldown_entry_get_time (entry, COOLDOWN_FIELD_WORKOUT_ENDED);
      if (ended > limit && ended < evening->morning &&
          cooldown_entry_get_number (entry, COOLDOWN_FIELD_WORKOUT_RPE) >=
              get_numbers (self)->hard_min)
        return TRUE;
    }
  return FALSE;
}

static void
update (CooldownEveningAdvice *self)
{
  gboolean urgent = cooldown_app_state_get_level (self->state) >= COOLDOWN_LEVEL_URGENT;
  CooldownEvening evening;
  gboolean shown[N_CARDS] = { FALSE };

  /* No remedies while a warning sign is ticked. */
  if (!urgent && cooldown_evening_plan_get (self->state, &evening))
    {
      shown[CARD_HARD_DAYS] = are_days_hard (self, &evening);
      shown[CARD_HARD_LATE] = was_late (self, &evening);
    }
  for (guint i = 0; i < N_CARDS; i++)
    gtk_widget_set_visible (self->cards[i], shown[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), shown[CARD_HARD_DAYS] || shown[CARD_HARD_LATE]);
}

static void
cooldown_evening_advice_dispose (GObject *object)
{
  CooldownEveningAdvice *self = COOLDOWN_EVENING_ADVICE (object);

  g_clear_object (&self->reader);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_evening_advice_parent_class)->dispose (object);
}

static void
cooldown_evening_advice_class_init (CooldownEveningAdviceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_evening_advice_dispose;
}

static void
cooldown_evening_advice_init (CooldownEveningAdvice *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * cooldown_evening_advice_set_state:
 * @self: advice without a state
 * @state: what is going on
 * @reader: what reads the workouts
 *
 * Gives @self what it shows; to be called once.
 */
void
cooldown_evening_advice_set_state (CooldownEveningAdvice *self,
                                   CooldownAppState *state,
                                   CooldownEveningReader *reader)
{
  CooldownContent *content = cooldown_app_state_get_content (state);

  g_return_if_fail (COOLDOWN_IS_EVENING_ADVICE (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  self->reader = g_object_ref (reader);
  for (guint i = 0; i < N_CARDS; i++)
    {
      self->cards[i] = cooldown_topic_card_new (
          content, cooldown_content_get_advice (content, cards[i][0]), cards[i][1]);
      gtk_box_append (GTK_BOX (self), self->cards[i]);
    }
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reader, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
