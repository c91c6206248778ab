/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-charts.h"

#include "bar-list.h"
#include "chart-frame.h"
#include "dot-view.h"
#include "leg-map.h"
#include "report/entry-words.h"
#include "report/tally-words.h"

#include <glib/gi18n.h>

/* With fewer episodes a picture says no more than a sentence. */
#define LEAST_EPISODES 2

struct _CooldownJournalCharts
{
  GtkBox parent_instance;
  CooldownContent *content; /* (owned) (nullable) */
  CooldownTally *tally;     /* (owned) (nullable) */

  CooldownChartFrame *strength;
  CooldownDotView *dots;
  GtkToggleButton *weeks_4;
  GtkToggleButton *weeks_8;
  GtkToggleButton *weeks_52;
  GtkWidget *more;
  GtkToggleButton *more_button;
  GtkImage *more_arrow;
  GtkWidget *more_pictures;
  CooldownChartFrame *where;
  CooldownLegMap *legs;
  GtkLabel *places_words;
  CooldownChartFrame *lasted;
  CooldownBarList *lasted_bars;
  CooldownChartFrame *shares;
  CooldownBarList *share_bars;
};

G_DEFINE_FINAL_TYPE (CooldownJournalCharts, cooldown_journal_charts, GTK_TYPE_BOX)

typedef enum
{
  SIGNAL_SPAN_CHANGED,
  SIGNAL_ENTRY_ACTIVATED,
} CooldownJournalChartsSignal;

static guint signals[SIGNAL_ENTRY_ACTIVATED + 1];

static void
span_cb (CooldownJournalCharts *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[SIGNAL_SPAN_CHANGED], 0, cooldown_journal_charts_get_weeks (self));
}

static void
activated_cb (CooldownJournalCharts *self, CooldownEntry *entry)
{
  g_signal_emit (self, signals[SIGNAL_ENTRY_ACTIVATED], 0, (guint) cooldown_entry_get_kind (entry),
                 cooldown_entry_get_uid (entry));
}

/* No GtkExpander: the one of GTK 4.8 looks for the focus in a child that is not in the window. */
static void
more_cb (CooldownJournalCharts *self)
{
  gboolean expanded = gtk_toggle_button_get_active (self->more_button);

  gtk_widget_set_visible (self->more_pictures, expanded);
  gtk_image_set_from_icon_name (self->more_arrow,
                                expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->more_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               expanded, -1);
}

/* How strong. */

static void
add_mark_row (CooldownJournalCharts *self, CooldownFactTable *table, const CooldownTallyMark *mark)
{
  g_autofree char *when = cooldown_tally_mark_format_when (mark);
  g_autofree char *title = cooldown_entry_format_title (mark->entry, self->content);
  gboolean episode = cooldown_entry_get_kind (mark->entry) == COOLDOWN_ENTRY_EPISODE;
  g_autofree char *strength = episode ? cooldown_tally_mark_format_strength (mark) : g_strdup ("–");

  cooldown_fact_table_add (table, (const char *[]){ when, title, strength, NULL }, mark->entry);
}

static const CooldownTallyMark *
get_last (const GArray *marks, guint n)
{
  return n > 0 ? &g_array_index (marks, CooldownTallyMark, n - 1) : NULL;
}

/* Episodes and workouts, the newest first, as in the journal below. */
static void
fill_strength_table (CooldownJournalCharts *self)
{
  CooldownFactTable *table = cooldown_chart_frame_get_table (self->strength);
  const GArray *episodes = self->tally->episodes, *workouts = self->tally->workouts;
  guint n_episodes = episodes->len, n_workouts = workouts->len;

  cooldown_fact_table_begin (
      table, (const char *[]){ _ ("When"), C_ ("heading", "What"), _ ("Strength"), NULL });
  while (n_episodes + n_workouts > 0)
    {
      const CooldownTallyMark *episode = get_last (episodes, n_episodes);
      const CooldownTallyMark *workout = get_last (workouts, n_workouts);
      gboolean later = workout == NULL ||
                       (episode != NULL && cooldown_tally_mark_compare (episode, workout) >= 0);

      add_mark_row (self, table, later ? episode : workout);
      if (later)
        n_episodes--;
      else
        n_workouts--;
    }
}

static char *
format_too_few (const CooldownTally *tally)
{
  g_autofree char *period = cooldown_tally_format_period (tally);

  if (tally->episodes->len == 0)
    /* Translators: %s is a span: "8 weeks" */
    return g_strdup_printf (_ ("No tingling noted within %s."), period);
  /* Translators: %s is a span: "8 weeks" */
  return g_strdup_printf (_ ("One episode noted within %s. From two on they are drawn here."),
                          period);
}

static void
show_strength (CooldownJournalCharts *self)
{
  g_autofree char *words = NULL;

  cooldown_dot_view_set_tally (self->dots, self->tally);
  fill_strength_table (self);
  if (self->tally->episodes->len < LEAST_EPISODES)
    {
      words = format_too_few (self->tally);
      cooldown_chart_frame_show_nothing (self->strength, words);
      return;
    }
  words = cooldown_tally_format_legend (self->tally);
  cooldown_chart_frame_show_picture (self->strength, words);
}

/* Where. */

static int
compare_halves (gconstpointer a, gconstpointer b, gpointer data)
{
  const CooldownTally *tally = data;
  int first = *(const int *) a, second = *(const int *) b;

  if (tally->halves[first] != tally->halves[second])
    return tally->halves[first] < tally->halves[second] ? 1 : -1;
  return first - second;
}

static void
fill_where_table (CooldownJournalCharts *self)
{
  CooldownFactTable *table = cooldown_chart_frame_get_table (self->where);
  int halves[COOLDOWN_LEG_N_HALVES];

  for (int i = 0; i < COOLDOWN_LEG_N_HALVES; i++)
    halves[i] = i;
  g_qsort_with_data (halves, COOLDOWN_LEG_N_HALVES, sizeof *halves, compare_halves, self->tally);
  cooldown_fact_table_begin (table, (const char *[]){ _ ("Place"), _ ("Episodes"), NULL });
  for (guint i = 0; i < COOLDOWN_LEG_N_HALVES && self->tally->halves[halves[i]] > 0; i++)
    {
      g_autofree char *place = cooldown_leg_words_place (self->content,
                                                         cooldown_leg_half_get_id (halves[i]));
      g_autofree char *n = g_strdup_printf ("%u", self->tally->halves[halves[i]]);

      cooldown_fact_table_add (table, (const char *[]){ place, n, NULL }, NULL);
    }
}

static void
show_where (CooldownJournalCharts *self)
{
  g_autofree char *words = cooldown_tally_format_places (self->tally, self->content);
  double heat[COOLDOWN_LEG_N_HALVES];

  cooldown_tally_get_heat (self->tally, heat);
  cooldown_leg_map_set_heat (self->legs, heat, words);
  gtk_label_set_label (self->places_words, words);
  fill_where_table (self);
  if (self->tally->n_placed == 0)
    cooldown_chart_frame_show_nothing (self->where, _ ("No place is noted yet."));
  else
    /* Translators: the legend of a picture of the legs */
    cooldown_chart_frame_show_picture (self->where, _ ("Stronger colour: more often"));
}

/* How long. */

static void
show_lasted (CooldownJournalCharts *self)
{
  CooldownFactTable *table = cooldown_chart_frame_get_table (self->lasted);
  g_autofree char *words = cooldown_tally_format_lasted (self->tally);
  g_autofree char *legend = cooldown_episodes_format (self->tally->episodes->len);

  cooldown_bar_list_clear (self->lasted_bars);
  cooldown_fact_table_begin (table,
                             (const char *[]){ C_ ("heading", "Lasted"), _ ("Episodes"), NULL });
  for (guint i = 0; i < COOLDOWN_N_LASTED; i++)
    {
      const char *name = cooldown_lasted_get_name (i);
      g_autofree char *n = g_strdup_printf ("%u", self->tally->lasted[i]);

      cooldown_bar_list_add (self->lasted_bars, name,
                             (double) self->tally->lasted[i] / MAX (self->tally->episodes->len, 1),
                             i == COOLDOWN_LASTED_UNKNOWN, n);
      cooldown_fact_table_add (table, (const char *[]){ name, n, NULL }, NULL);
    }
  cooldown_bar_list_set_words (self->lasted_bars, words);
  if (self->tally->lasted[COOLDOWN_LASTED_UNKNOWN] == self->tally->episodes->len)
    cooldown_chart_frame_show_nothing (self->lasted,
                                       _ ("It is not noted yet how long they lasted."));
  else
    cooldown_chart_frame_show_picture (self->lasted, legend);
}

/* With which workouts. */

static char *
format_of (guint n, guint all)
{
  /* Translators: in a table: so many of so many, "8 of 13" */
  return g_strdup_printf (C_ ("table", "%1$u of %2$u"), n, all);
}

static void
add_share (CooldownJournalCharts *self, CooldownShareGroup group, const CooldownShare *share)
{
  CooldownFactTable *table = cooldown_chart_frame_get_table (self->shares);
  g_autofree char *episodes = cooldown_share_format_episodes (share);
  g_autofree char *workouts = cooldown_share_format_workouts (share);
  g_autofree char *n_episodes = format_of (share->n_episodes, share->of_episodes);
  g_autofree char *n_workouts = format_of (share->n_workouts, share->of_workouts);
  const char *name = cooldown_share_get_name (group, share->id);

  cooldown_fact_table_add (table, (const char *[]){ name, n_episodes, n_workouts, NULL }, NULL);
  cooldown_bar_list_add_heading (self->share_bars, name);
  cooldown_bar_list_add (self->share_bars, NULL,
                         (double) share->n_episodes / MAX (share->of_episodes, 1), FALSE, episodes);
  cooldown_bar_list_add (self->share_bars, NULL,
                         (double) share->n_workouts / MAX (share->of_workouts, 1), TRUE, workouts);
}

static void
show_shares (CooldownJournalCharts *self)
{
  CooldownFactTable *table = cooldown_chart_frame_get_table (self->shares);
  g_autofree char *words = cooldown_tally_format_shares (self->tally);

  cooldown_bar_list_clear (self->share_bars);
  cooldown_fact_table_begin (
      table, (const char *[]){ _ ("Workout"), _ ("Episodes"), _ ("Workouts"), NULL });
  for (guint i = 0; i < COOLDOWN_N_SHARE_GROUPS; i++)
    for (guint j = 0; j < self->tally->shares[i]->len; j++)
      {
        const CooldownShare *share = &g_array_index (self->tally->shares[i], CooldownShare, j);

        if (cooldown_share_is_any (share))
          add_share (self, i, share);
      }
  cooldown_bar_list_set_words (self->share_bars, words);
  if (self->tally->workouts->len == 0)
    cooldown_chart_frame_show_nothing (self->shares, _ ("No workout is noted in this time."));
  else
    cooldown_chart_frame_show_picture (self->shares, NULL);
}

static void
update (CooldownJournalCharts *self)
{
  if (self->tally == NULL || self->content == NULL)
    return;
  show_strength (self);
  gtk_widget_set_visible (self->more, self->tally->episodes->len >= LEAST_EPISODES);
  show_where (self);
  show_lasted (self);
  show_shares (self);
}

static void
cooldown_journal_charts_dispose (GObject *object)
{
  CooldownJournalCharts *self = COOLDOWN_JOURNAL_CHARTS (object);

  g_clear_object (&self->content);
  g_clear_pointer (&self->tally, cooldown_tally_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), COOLDOWN_TYPE_JOURNAL_CHARTS);
  G_OBJECT_CLASS (cooldown_journal_charts_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, CooldownJournalCharts, strength);
  gtk_widget_class_bind_template_child (klass, CooldownJournalCharts, dots);
  gtk_widget_class_bind_template_child (klass, CooldownJournalCharts, weeks_4);
  gtk_widget_class_bind_template_child (klass, CooldownJournalCharts, weeks_8);
  gtk_widget_class_bind_template_child (klass, CooldownJournalCharts, weeks_52);
  gtk_widget_class_bind_template_child (klass, CooldownJournalCharts, more);
  gtk_widget_class_bind_template_child (klass, CooldownJournalCharts, more_button);
  gtk_widget_class_bind_template_child (klass, CooldownJournalCharts, more_arrow);
  gtk_widget_class_bind_template_child (klass, CooldownJournalCharts, more_pictures);
  gtk_widget_class_bind_template_child (klass, CooldownJournalCharts, where);
  gtk_widget_class_bind_template_child (klass, CooldownJournalCharts, legs);
  gtk_widget_class_bind_template_child (klass, CooldownJournalCharts, places_words);
  gtk_widget_class_bind_template_child (klass, CooldownJournalCharts, lasted);
  gtk_widget_class_bind_template_child (klass, CooldownJournalCharts, lasted_bars);
  gtk_widget_class_bind_template_child (klass, CooldownJournalCharts, shares);
  gtk_widget_class_bind_template_child (klass, CooldownJournalCharts, share_bars);
  gtk_widget_class_bind_template_callback (klass, span_cb);
  gtk_widget_class_bind_template_callback (klass, more_cb);
  gtk_widget_class_bind_template_callback (klass, activated_cb);
}

static void
cooldown_journal_charts_class_init (CooldownJournalChartsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_journal_charts_dispose;
  g_type_ensure (COOLDOWN_TYPE_BAR_LIST);
  g_type_ensure (COOLDOWN_TYPE_CHART_FRAME);
  g_type_ensure (COOLDOWN_TYPE_DOT_VIEW);
  g_type_ensure (COOLDOWN_TYPE_LEG_MAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/journal-charts.ui");
  bind_children (widget_class);
  signals[SIGNAL_SPAN_CHANGED] = g_signal_new ("span-changed", G_TYPE_FROM_CLASS (klass),
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                               1, G_TYPE_UINT);
  signals[SIGNAL_ENTRY_ACTIVATED] = g_signal_new ("entry-activated", G_TYPE_FROM_CLASS (klass),
                                                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

static void
cooldown_journal_charts_init (CooldownJournalCharts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->more, FALSE);
  more_cb (self);
  g_signal_connect_swapped (cooldown_chart_frame_get_table (self->strength), "activated",
                            G_CALLBACK (activated_cb), self);
}

/**
 * cooldown_journal_charts_new:
 * @content: (nullable): what the program knows
 *
 * Returns: (transfer floating): charts that show nothing
 */
GtkWidget *
cooldown_journal_charts_new (CooldownContent *content)
{
  CooldownJournalCharts *self = g_object_new (COOLDOWN_TYPE_JOURNAL_CHARTS, NULL);

  if (content != NULL)
    cooldown_journal_charts_set_content (self, content);
  return GTK_WIDGET (self);
}

/**
 * cooldown_journal_charts_set_content:
 * @self: charts
 * @content: what the program knows, for the names of the places
 */
void
cooldown_journal_charts_set_content (CooldownJournalCharts *self, CooldownContent *content)
{
  g_return_if_fail (COOLDOWN_IS_JOURNAL_CHARTS (self));
  g_return_if_fail (COOLDOWN_IS_CONTENT (content));

  g_set_object (&self->content, content);
  cooldown_leg_map_set_content (self->legs, content);
  update (self);
}

/**
 * cooldown_journal_charts_get_weeks:
 * @self: charts
 *
 * Returns: which span the user wants to see: 4, 8 or 52 weeks
 */
guint
cooldown_journal_charts_get_weeks (CooldownJournalCharts *self)
{
  g_return_val_if_fail (COOLDOWN_IS_JOURNAL_CHARTS (self), 0);

  if (gtk_toggle_button_get_active (self->weeks_4))
    return 4;
  return gtk_toggle_button_get_active (self->weeks_52) ? 52 : 8;
}

/**
 * cooldown_journal_charts_set_entries:
 * @self: charts
 * @episodes: (nullable) (element-type CooldownEntry): episodes in any order
 * @workouts: (nullable) (element-type CooldownEntry): workouts in any order
 * @from: (nullable): the first local day, "2026-09-28"
 * @to: (nullable): the day after the last one
 *
 * Shows a period; see cooldown_tally_new().
 */
void
cooldown_journal_charts_set_entries (CooldownJournalCharts *self,
                                     GPtrArray *episodes,
                                     GPtrArray *workouts,
                                     const char *from,
                                     const char *to)
{
  g_return_if_fail (COOLDOWN_IS_JOURNAL_CHARTS (self));

  cooldown_tally_unref (self->tally);
  self->tally = cooldown_tally_new (episodes, workouts, from, to);
  update (self);
}
