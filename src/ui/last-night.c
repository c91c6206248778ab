/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "last-night.h"

#include "agent-states.h"
#include "core/journal.h"
#include "core/night.h"
#include "entry-scale.h"
#include "night-cost.h"
#include "report/choice-words.h"
#include "time-words.h"

#include <glib/gi18n.h>

/* The card's morning, minutes after midnight: who is up earlier is not up yet. */
#define MORNING_FROM (4 * 60)
#define MORNING_TO (12 * 60)

G_STATIC_ASSERT (COOLDOWN_SCALE_MOST == COOLDOWN_MOST_RESTLESS);
G_STATIC_ASSERT (COOLDOWN_SCALE_NOTHING == COOLDOWN_NIGHT_NOT_NOTED);

struct _CooldownLastNightCard
{
  GtkBox parent_instance;
  CooldownAppState *state;
  char date[COOLDOWN_DATE_SIZE]; /* of the night that is asked about, "" for none */
  int restless;                  /* or %COOLDOWN_NIGHT_NOT_NOTED */
  gint64 minute;                 /* the one that is shown, since 1970 */
  gboolean first;
  gboolean touched; /* whether it was answered here since the page was opened */

  CooldownEntryScale *scale;
  CooldownNightCost *cost;
};

G_DEFINE_FINAL_TYPE (CooldownLastNightCard, cooldown_last_night_card, GTK_TYPE_BOX)

typedef enum
{
  PROP_FIRST = 1,
} CooldownLastNightCardProperty;

static GParamSpec *properties[PROP_FIRST + 1];

/**
 * cooldown_last_night_format:
 * @numbers: what counts as restless
 * @restless: how restless the legs were, 0 to %COOLDOWN_MOST_RESTLESS
 *
 * Returns: (transfer full): the number and what it means: "3 · a little restless"
 */
char *
cooldown_last_night_format (const CooldownEveningNumbers *numbers, int restless)
{
  /* Translators: a number from 0 to 10 and what it means: "3 · a little restless" */
  return g_strdup_printf (_("%1$d · %2$s"), restless,
                          cooldown_restless_get_name (numbers, restless));
}

static char *
format (int restless, gpointer self)
{
  CooldownContent *content =
      cooldown_app_state_get_content (COOLDOWN_LAST_NIGHT_CARD (self)->state);

  return cooldown_last_night_format (cooldown_content_get_evening_numbers (content), restless);
}

/* What the agent tells is about the night that was the last one when it told it. */
static int
lookup_restless (CooldownLastNightCard *self)
{
  g_autoptr (GVariant)
      night = cooldown_app_state_lookup_agent_state (self->state, "night", G_VARIANT_TYPE_VARDICT);
  const char *date = NULL;
  int restless = COOLDOWN_NIGHT_NOT_NOTED;

  if (night == NULL || !g_variant_lookup (night, "date", "&s", &date) ||
      g_strcmp0 (date, self->date) != 0)
    return COOLDOWN_NIGHT_NOT_NOTED;
  g_variant_lookup (night, "rating", "i", &restless);
  return CLAMP (restless, COOLDOWN_NIGHT_NOT_NOTED, COOLDOWN_MOST_RESTLESS);
}

static gboolean
is_morning (CooldownLastNightCard *self)
{
  int minutes = cooldown_time_of_day_at (cooldown_app_state_get_clock (self->state),
                                         cooldown_app_state_now (self->state).wall);

  return minutes >= MORNING_FROM && minutes < MORNING_TO;
}

static gboolean
should_be_first (CooldownLastNightCard *self)
{
  CooldownBedtimes bedtimes;

  /* The first question of all is when the user goes to bed. */
  if (!is_morning (self) || !cooldown_app_state_get_bedtimes (self->state, &bedtimes))
    return FALSE;
  return self->restless == COOLDOWN_NIGHT_NOT_NOTED || (self->first && self->touched);
}

static void
update (CooldownLastNightCard *self)
{
  gint64 now = cooldown_app_state_now (self->state).wall;
  CooldownBedtimes bedtimes;
  gboolean first;

  self->minute = now / COOLDOWN_MINUTE;
  cooldown_app_state_get_bedtimes (self->state, &bedtimes);
  if (!cooldown_last_night (cooldown_app_state_get_clock (self->state), now, &bedtimes, self->date))
    self->date[0] = '\0';
  self->restless = lookup_restless (self);
  cooldown_entry_scale_set_number (self->scale, self->restless);
  gtk_widget_set_sensitive (GTK_WIDGET (self->scale),
                            cooldown_app_state_get_connected (self->state));
  cooldown_night_cost_set_date (self->cost,
                                self->restless != COOLDOWN_NIGHT_NOT_NOTED ? self->date : "");
  first = should_be_first (self);
  gtk_widget_set_css_classes (GTK_WIDGET (self), first && self->restless == COOLDOWN_NIGHT_NOT_NOTED
                                                     ? (const char *[]){ "cd-ask", NULL }
                                                     : (const char *[]){ "card", "cd-card", NULL });
  if (first == self->first)
    return;
  self->first = first;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIRST]);
}

static void
on_second (CooldownLastNightCard *self)
{
  if (cooldown_app_state_now (self->state).wall / COOLDOWN_MINUTE != self->minute)
    update (self);
}

static void
on_picked (CooldownLastNightCard *self, int restless)
{
  self->touched = TRUE;
  cooldown_app_state_activate (self->state, "night-rate",
                               g_variant_new ("(us)", (guint) restless, self->date));
}

static void
cooldown_last_night_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CooldownLastNightCard *self = COOLDOWN_LAST_NIGHT_CARD (object);

  switch ((CooldownLastNightCardProperty) id)
    {
    case PROP_FIRST:
      g_value_set_boolean (value, self->first);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_last_night_card_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_LAST_NIGHT_CARD (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_LAST_NIGHT_CARD);
  G_OBJECT_CLASS (cooldown_last_night_card_parent_class)->dispose (object);
}

static void
cooldown_last_night_card_class_init (CooldownLastNightCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cooldown_last_night_card_dispose;
  object_class->get_property = cooldown_last_night_card_get_property;
  properties[PROP_FIRST] = g_param_spec_boolean ("first", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                     G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  g_type_ensure (COOLDOWN_TYPE_ENTRY_SCALE);
  g_type_ensure (COOLDOWN_TYPE_NIGHT_COST);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/last-night.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownLastNightCard, scale);
  gtk_widget_class_bind_template_child (widget_class, CooldownLastNightCard, cost);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
}

static void
cooldown_last_night_card_init (CooldownLastNightCard *self)
{
  self->restless = COOLDOWN_NIGHT_NOT_NOTED;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_last_night_card_get_first:
 * @self: a card
 *
 * Returns: whether it should stand before all else
 */
gboolean
cooldown_last_night_card_get_first (CooldownLastNightCard *self)
{
  g_return_val_if_fail (COOLDOWN_IS_LAST_NIGHT_CARD (self), FALSE);
  return self->first;
}

/**
 * cooldown_last_night_card_settle:
 * @self: a card
 *
 * Has it go where it stands when it is answered; to be called when the page is opened.
 */
void
cooldown_last_night_card_settle (CooldownLastNightCard *self)
{
  g_return_if_fail (COOLDOWN_IS_LAST_NIGHT_CARD (self));
  self->touched = FALSE;
  update (self);
}

/**
 * cooldown_last_night_card_set_state:
 * @self: a card without a state
 * @state: what is going on
 * @reader: what reads the nights
 *
 * Gives @self what it shows; to be called once.
 */
void
cooldown_last_night_card_set_state (CooldownLastNightCard *self,
                                    CooldownAppState *state,
                                    CooldownEveningReader *reader)
{
  CooldownContent *content = cooldown_app_state_get_content (state);

  g_return_if_fail (COOLDOWN_IS_LAST_NIGHT_CARD (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  /* The words of the reminder that asks the same. */
  g_object_set (self->scale, "title",
                cooldown_content_get_reminder_text (content, COOLDOWN_NOTICE_MORNING)->title, NULL);
  cooldown_entry_scale_set_words (self->scale, format, self);
  cooldown_night_cost_set_state (self->cost, state, reader);
  cooldown_app_state_watch_seconds (state, GTK_WIDGET (self));
  g_signal_connect_object (state, "changed::agent", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed::agent-state", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed::settings", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed::zone", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "second", G_CALLBACK (on_second), self, G_CONNECT_SWAPPED);
  update (self);
}
