/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nights-page.h"

#include "chart-frame.h"
#include "experiment-card.h"
#include "factor-card.h"
#include "journal-days.h"
#include "nights-bars.h"
#include "nights-reader.h"
#include "report/insight-words.h"

#include <glib/gi18n.h>

#define DAYS_OF_WEEK 7
#define FEW_WEEKS 4
#define MANY_WEEKS 8

struct _CooldownNightsPage
{
  AdwBin parent_instance;
  CooldownAppState *state;
  CooldownNightsReader *reader;
  GtkWidget *cards[COOLDOWN_N_FACTORS];

  GtkStack *stack;
  AdwStatusPage *empty;
  AdwStatusPage *failed;
  GtkLabel *noted;
  CooldownChartFrame *frame;
  CooldownNightsBars *bars;
  GtkToggleButton *weeks_8;
  AdwBin *result;
  CooldownExperimentCard *trial;
  GtkBox *factors;
};

G_DEFINE_FINAL_TYPE (CooldownNightsPage, cooldown_nights_page, ADW_TYPE_BIN)

typedef enum
{
  SIGNAL_CLOSED,
} CooldownNightsPageSignal;

static guint signals[SIGNAL_CLOSED + 1];

/* The weeks. */

/* The last night that can have been noted; one that ends by day can be today's. */
static guint32
find_last_day (CooldownNightsPage *self, GArray *nights)
{
  g_autofree char *today = cooldown_journal_day_from_today (
      cooldown_app_state_get_clock (self->state), 0);
  GDate date;
  guint32 day;

  if (!cooldown_date_parse (today, &date))
    return nights->len > 0 ? g_array_index (nights, CooldownNight, nights->len - 1).day : 1;
  day = g_date_get_julian (&date);
  for (guint i = nights->len; i > 0; i--)
    {
      const CooldownNight *night = &g_array_index (nights, CooldownNight, i - 1);

      if (night->day == day && night->restless != COOLDOWN_RESTLESS_NOT_NOTED)
        return day;
      if (night->day < day)
        break;
    }
  return day - 1;
}

static CooldownNightSpan
get_span (CooldownNightsPage *self, GArray *nights, const char *limit)
{
  guint weeks = gtk_toggle_button_get_active (self->weeks_8) ? MANY_WEEKS : FEW_WEEKS;
  CooldownNightSpan span = { .to = find_last_day (self, nights) + 1, .limit = limit };
  guint first = 0;

  span.from = span.to - MIN (weeks * DAYS_OF_WEEK, span.to - 1);
  while (first < nights->len && g_array_index (nights, CooldownNight, first).day < span.from)
    first++;
  while (first + span.n < nights->len &&
         g_array_index (nights, CooldownNight, first + span.n).day < span.to)
    span.n++;
  span.nights = span.n > 0 ? &g_array_index (nights, CooldownNight, first) : NULL;
  return span;
}

static void
fill_table (CooldownNightsPage *self, const CooldownNightSpan *span)
{
  CooldownFactTable *table = cooldown_chart_frame_get_table (self->frame);

  cooldown_fact_table_begin (
      table, (const char *[]){ _ ("Night"), _ ("Restlessness"), _ ("Before it"), NULL });
  for (guint32 day = span->from; day < span->to; day++)
    {
      const CooldownNight *night = cooldown_night_span_get (span, day);
      g_autofree char *date = cooldown_night_format_day (day);
      g_autofree char *restless = cooldown_night_format_restless (night);
      g_autofree char *before = cooldown_night_format_before (night, span->limit);

      cooldown_fact_table_add (table, (const char *[]){ date, restless, before, NULL }, NULL);
    }
}

static void
show_weeks (CooldownNightsPage *self)
{
  const CooldownNightsFound *found = cooldown_nights_reader_get_found (self->reader);
  g_autofree char *limit = cooldown_nights_reader_format_limit (self->reader);
  CooldownNightSpan span = get_span (self, found->nights, limit);
  g_autofree char *title = cooldown_night_span_format_title (&span);
  g_autofree char *legend = cooldown_night_span_format_legend (&span);

  g_object_set (self->frame, "title", title, NULL);
  fill_table (self, &span);
  cooldown_nights_bars_set_span (self->bars, &span);
  cooldown_chart_frame_show_picture (self->frame, legend);
}

static void
span_cb (CooldownNightsPage *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button) && self->reader != NULL &&
      cooldown_nights_reader_get_found (self->reader) != NULL)
    show_weeks (self);
}

/* What is compared. */

/* Patterns come first, and what cannot be compared last. */
static guint
get_rank (const CooldownPattern *pattern)
{
  if (pattern->claimed)
    return 0;
  return pattern->tested ? 1 : 2;
}

static void
place_cards (CooldownNightsPage *self, const CooldownInsights *insights)
{
  GtkWidget *before = NULL;

  for (guint rank = 0; rank <= 2; rank++)
    for (guint i = 0; i < COOLDOWN_N_FACTORS; i++)
      {
        if (get_rank (&insights->patterns[i]) != rank)
          continue;
        gtk_box_reorder_child_after (self->factors, self->cards[i], before);
        before = self->cards[i];
      }
}

static void
show_factors (CooldownNightsPage *self)
{
  const CooldownNightsFound *found = cooldown_nights_reader_get_found (self->reader);
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  g_autofree char *limit = cooldown_nights_reader_format_limit (self->reader);

  for (guint i = 0; i < COOLDOWN_N_FACTORS; i++)
    {
      gboolean tried = found->has_trial && !found->trial_over && found->trial.factor == i;

      cooldown_factor_card_show (COOLDOWN_FACTOR_CARD (self->cards[i]), &found->insights,
                                 found->nights, cooldown_content_get_evening_numbers (content),
                                 limit);
      /* Whoever looks before the end of a trial sees patterns that are none. */
      gtk_widget_set_visible (self->cards[i], !tried);
    }
  place_cards (self, &found->insights);
}

/* The last trial's, until there is another one. */
static void
show_result (CooldownNightsPage *self, const CooldownNightsFound *found)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  CooldownFactor factor = found->trial.factor;
  GtkWidget *card;

  gtk_widget_set_visible (GTK_WIDGET (self->result), found->has_trial && found->trial_over);
  if (!found->has_trial || !found->trial_over)
    return;
  card = cooldown_factor_card_new (factor);
  cooldown_factor_card_show_trial (
      COOLDOWN_FACTOR_CARD (card), &found->trial, &found->result, found->nights,
      cooldown_content_get_evening_numbers (content),
      cooldown_content_get_experiment (content, cooldown_factor_get_id (factor))->name);
  adw_bin_set_child (self->result, card);
}

static void
show_noted (CooldownNightsPage *self, guint n)
{
  g_autofree char *noted = cooldown_nights_format_noted (n);
  /* Translators: %s is "26 nights noted" */
  g_autofree char *words = g_strdup_printf (
      _ ("%s. A pattern is not a proof: try one change at a time and see."), noted);

  gtk_label_set_label (self->noted, words);
}

static void
show_empty (CooldownNightsPage *self, guint n)
{
  g_autofree char *title = cooldown_nights_format_noted (n);
  g_autofree char *so_far = g_strdup_printf (
      ngettext ("%u night is noted so far.", "%u nights are noted so far.", n), n);

  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (
      self->empty, n > 0 ? so_far
                         : _ ("On the page of the evening: how were your legs last night? What you "
                              "had and did before is compared with it here."));
}

static void
show_failure (CooldownNightsPage *self)
{
  const char *trouble = cooldown_nights_reader_get_trouble (self->reader);
  g_autofree char *markup = g_markup_escape_text (trouble != NULL ? trouble : "", -1);

  adw_status_page_set_description (self->failed, markup);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
update (CooldownNightsPage *self)
{
  const CooldownNightsFound *found = cooldown_nights_reader_get_found (self->reader);
  guint n = found != NULL ? found->insights.n_noted : 0;

  if (found == NULL)
    {
      show_failure (self);
      return;
    }
  if (n < COOLDOWN_NIGHTS_TO_BEGIN)
    {
      show_empty (self, n);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  show_noted (self, n);
  show_weeks (self);
  show_result (self, found);
  show_factors (self);
  gtk_stack_set_visible_child_name (self->stack, "nights");
}

static void
on_retry_clicked (CooldownNightsPage *self)
{
  cooldown_nights_reader_read (self->reader);
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_CLOSED], 0);
}

static void
cooldown_nights_page_dispose (GObject *object)
{
  CooldownNightsPage *self = COOLDOWN_NIGHTS_PAGE (object);

  g_clear_object (&self->reader);
  gtk_widget_dispose_template (GTK_WIDGET (self), COOLDOWN_TYPE_NIGHTS_PAGE);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_nights_page_parent_class)->dispose (object);
}

static void
cooldown_nights_page_class_init (CooldownNightsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_nights_page_dispose;
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (COOLDOWN_TYPE_CHART_FRAME);
  g_type_ensure (COOLDOWN_TYPE_EXPERIMENT_CARD);
  g_type_ensure (COOLDOWN_TYPE_NIGHTS_BARS);
  gtk_widget_class_install_action (widget_class, "entry.back", NULL, back_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/nights-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownNightsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CooldownNightsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, CooldownNightsPage, failed);
  gtk_widget_class_bind_template_child (widget_class, CooldownNightsPage, noted);
  gtk_widget_class_bind_template_child (widget_class, CooldownNightsPage, frame);
  gtk_widget_class_bind_template_child (widget_class, CooldownNightsPage, bars);
  gtk_widget_class_bind_template_child (widget_class, CooldownNightsPage, weeks_8);
  gtk_widget_class_bind_template_child (widget_class, CooldownNightsPage, result);
  gtk_widget_class_bind_template_child (widget_class, CooldownNightsPage, trial);
  gtk_widget_class_bind_template_child (widget_class, CooldownNightsPage, factors);
  gtk_widget_class_bind_template_callback (widget_class, span_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);
}

static void
cooldown_nights_page_init (CooldownNightsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < COOLDOWN_N_FACTORS; i++)
    {
      self->cards[i] = cooldown_factor_card_new (i);
      gtk_box_append (self->factors, self->cards[i]);
    }
}

/**
 * cooldown_nights_page_new:
 * @state: what is going on
 *
 * Returns: (transfer floating): a page that reads the journal once it is seen
 */
GtkWidget *
cooldown_nights_page_new (CooldownAppState *state)
{
  CooldownNightsPage *self;

  g_return_val_if_fail (COOLDOWN_IS_APP_STATE (state), NULL);

  self = g_object_new (COOLDOWN_TYPE_NIGHTS_PAGE, NULL);
  self->state = g_object_ref (state);
  self->reader = cooldown_nights_reader_new (GTK_WIDGET (self), state, TRUE);
  cooldown_experiment_card_set_reader (self->trial, state, self->reader);
  g_signal_connect_object (self->reader, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
