/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "experiment-card.h"

#include "report/experiment-words.h"
#include "report/insight-words.h"
#include "split.h"
#include "topic-row.h"

#include <glib/gi18n.h>
#include <math.h>

struct _CooldownExperimentCard
{
  GtkBox parent_instance;
  CooldownAppState *state;      /* (nullable) */
  CooldownNightsReader *reader; /* (nullable) */
  guint passed_over; /* how many proposals the user did not want */
  int proposed;      /* a factor, or COOLDOWN_FACTOR_NONE */

  GtkLabel *title;
  GtkLabel *now;
  GtkBox *turns;
  GtkLabel *more;
  AdwBin *statements;
  GtkWidget *start;
  GtkWidget *another;
  GtkWidget *end;
};

G_DEFINE_FINAL_TYPE (CooldownExperimentCard, cooldown_experiment_card, GTK_TYPE_BOX)

static const CooldownExperimentText *
get_text (CooldownExperimentCard *self, int factor)
{
  return cooldown_content_get_experiment (cooldown_app_state_get_content (self->state),
                                          cooldown_factor_get_id ((CooldownFactor) factor));
}

static GVariant *
lookup_trials (CooldownExperimentCard *self)
{
  return cooldown_app_state_lookup_setting (self->state, "experiments",
                                            G_VARIANT_TYPE (COOLDOWN_EXPERIMENTS));
}

static gboolean
find_running (CooldownExperimentCard *self, CooldownExperiment *trial)
{
  g_autoptr (GVariant) trials = lookup_trials (self);

  return cooldown_experiments_get_last (trials, trial) &&
         !cooldown_experiment_is_over (trial, cooldown_nights_reader_get_day (self->reader));
}

/* What is proposed. */

typedef struct
{
  int factor;
  double difference;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a, *second = b;

  return (first->difference < second->difference) - (first->difference > second->difference);
}

/* What is worth a trial; first that of which the nights so far leave the most to be found out. */
static guint
find_candidates (const CooldownInsights *insights,
                 guint min_nights,
                 Candidate candidates[COOLDOWN_N_FACTORS])
{
  guint n = 0;

  for (CooldownFactor factor = 0; factor < COOLDOWN_N_FACTORS; factor++)
    {
      const CooldownPattern *pattern = &insights->patterns[factor];

      if (cooldown_experiment_is_worth (pattern, factor, min_nights))
        candidates[n++] = (Candidate){ (int) factor, fabs (pattern->difference) };
    }
  qsort (candidates, n, sizeof *candidates, compare_candidates);
  return n;
}

/* What is to be known before one begins: of this trial, and of each. */
static void
show_statements (CooldownExperimentCard *self, const CooldownExperimentText *text)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();

  g_ptr_array_extend (statements, text->statements, NULL, NULL);
  g_ptr_array_extend (statements, cooldown_content_get_experiment_statements (content), NULL, NULL);
  adw_bin_set_child (self->statements, cooldown_statements_box_new (content, statements));
}

static void
propose (CooldownExperimentCard *self, const CooldownNightsFound *found)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  const CooldownEveningNumbers *numbers = cooldown_content_get_evening_numbers (content);
  Candidate candidates[COOLDOWN_N_FACTORS];
  guint n = find_candidates (&found->insights, (guint) numbers->min_nights, candidates);
  const CooldownExperimentText *text;
  g_autofree char *plan = NULL;
  g_autofree char *more = NULL;

  self->proposed = n > 0 ? candidates[self->passed_over % n].factor : COOLDOWN_FACTOR_NONE;
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  gtk_widget_set_visible (self->another, n > 1);
  if (n == 0)
    return;
  text = get_text (self, self->proposed);
  plan = cooldown_experiment_format_plan ((guint) numbers->turn_nights, (guint) numbers->turns);
  /* Translators: of a trial on oneself */
  more = g_strjoin (" ", plan, _ ("It begins tomorrow, and the result comes at the end."), NULL);
  gtk_label_set_label (self->title, _ ("A fair trial"));
  gtk_label_set_label (self->now, text->question);
  gtk_label_set_label (self->more, more);
  show_statements (self, text);
}

/* How far it is. */

static guint
count_noted (GArray *nights, const CooldownExperiment *trial, guint turn)
{
  guint n = 0;

  for (guint i = 0; i < nights->len; i++)
    {
      const CooldownNight *night = &g_array_index (nights, CooldownNight, i);

      n += cooldown_experiment_get_turn (trial, night->day) == (int) turn &&
           night->restless != COOLDOWN_RESTLESS_NOT_NOTED;
    }
  return n;
}

static GtkWidget *
new_turn (const CooldownExperiment *trial, guint turn, const char *name, guint n_noted, gboolean now)
{
  gboolean change = cooldown_experiment_turn_has_change (turn);
  g_autofree char *label = g_strdup_printf ("%u/%u", n_noted, trial->turn_nights);
  g_autofree char *words = g_strdup_printf (
      /* Translators: a part of a trial on oneself: "2: As usual, 5 of 7 nights noted" */
      ngettext ("%1$u: %2$s, %3$u of %4$u night noted", "%1$u: %2$s, %3$u of %4$u nights noted",
                trial->turn_nights),
      turn + 1, change ? name : _ ("As usual"), n_noted, trial->turn_nights);
  GtkWidget *widget = gtk_label_new (label);

  gtk_widget_add_css_class (widget, "cd-turn");
  gtk_widget_add_css_class (widget, "cd-tnum");
  if (change)
    gtk_widget_add_css_class (widget, "change");
  if (now)
    gtk_widget_add_css_class (widget, "now");
  gtk_widget_set_tooltip_text (widget, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  return widget;
}

static void
show_turns (CooldownExperimentCard *self,
            const CooldownNightsFound *found,
            const CooldownExperiment *trial,
            guint32 day)
{
  const char *name = get_text (self, (int) trial->factor)->name;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->turns))) != NULL)
    gtk_box_remove (self->turns, child);
  for (guint turn = 0; turn < trial->n_turns; turn++)
    gtk_box_append (self->turns,
                    new_turn (trial, turn, name, count_noted (found->nights, trial, turn),
                              cooldown_experiment_get_turn (trial, day) == (int) turn));
}

static void
show_running (CooldownExperimentCard *self,
              const CooldownNightsFound *found,
              const CooldownExperiment *trial)
{
  guint32 day = cooldown_nights_reader_get_day (self->reader);
  const char *name = get_text (self, (int) trial->factor)->name;
  g_autofree char *title = g_strdup_printf (_ ("Your trial: %s"), name);
  g_autofree char *now = cooldown_experiment_format_now (trial, name, day);
  g_autofree char *noted = cooldown_experiment_format_noted (trial, &found->result, day);
  const char *rules = _ ("Coloured weeks have the change, the others are as usual. The result comes "
                         "at the end: who looks before it sees patterns that are none.");
  g_autofree char *more =
      /* Translators: "12 of 15 nights noted. Coloured weeks have the change, …" */
      day > trial->start ? g_strdup_printf (_ ("%1$s. %2$s"), noted, rules) : g_strdup (rules);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->now, now != NULL ? now : "");
  gtk_label_set_label (self->more, more);
  show_turns (self, found, trial, day);
}

static void
update (CooldownExperimentCard *self)
{
  const CooldownNightsFound *found = cooldown_nights_reader_get_found (self->reader);
  CooldownExperiment trial;
  gboolean running;

  if (found == NULL)
    return;
  running = find_running (self, &trial);
  gtk_widget_set_visible (GTK_WIDGET (self->turns), running);
  gtk_widget_set_visible (GTK_WIDGET (self->statements), !running);
  gtk_widget_set_visible (self->start, !running);
  gtk_widget_set_visible (self->another, FALSE);
  gtk_widget_set_visible (self->end, running);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (running)
    show_running (self, found, &trial);
  /* Whoever is to be seen today has no weeks to try something. */
  else if (cooldown_app_state_get_level (self->state) >= COOLDOWN_LEVEL_URGENT)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  else
    propose (self, found);
}

static void
on_start_clicked (CooldownExperimentCard *self)
{
  CooldownClock *clock = cooldown_app_state_get_clock (self->state);
  g_autoptr (GVariant) trials = lookup_trials (self);
  CooldownBedtimes bedtimes;
  CooldownExperiment trial;

  cooldown_app_state_get_bedtimes (self->state, &bedtimes);
  /* The button stays until the nights were read anew: who presses it twice begins one trial. */
  if (self->proposed == COOLDOWN_FACTOR_NONE || find_running (self, &trial) ||
      !cooldown_experiment_plan ((CooldownFactor) self->proposed, clock,
                                 cooldown_clock_now (clock).wall, &bedtimes,
                                 cooldown_content_get_evening_numbers (
                                     cooldown_app_state_get_content (self->state)),
                                 &trial))
    return;
  cooldown_app_state_set_setting (self->state, "experiments",
                                  cooldown_experiments_add (trials, &trial));
}

static void
on_another_clicked (CooldownExperimentCard *self)
{
  self->passed_over++;
  update (self);
}

static void
on_end_clicked (CooldownExperimentCard *self)
{
  g_autoptr (GVariant) trials = lookup_trials (self);
  CooldownExperiment trial;

  if (!find_running (self, &trial))
    return;
  cooldown_app_state_set_setting (
      self->state, "experiments",
      cooldown_experiments_end (trials, cooldown_nights_reader_get_day (self->reader)));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-setting", "(ssv)", _ ("Trial ended"),
                              "experiments", trials);
}

static void
cooldown_experiment_card_dispose (GObject *object)
{
  CooldownExperimentCard *self = COOLDOWN_EXPERIMENT_CARD (object);

  g_clear_object (&self->reader);
  g_clear_object (&self->state);
  gtk_widget_dispose_template (GTK_WIDGET (self), COOLDOWN_TYPE_EXPERIMENT_CARD);
  G_OBJECT_CLASS (cooldown_experiment_card_parent_class)->dispose (object);
}

static void
cooldown_experiment_card_class_init (CooldownExperimentCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_experiment_card_dispose;
  g_type_ensure (COOLDOWN_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/experiment-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownExperimentCard, title);
  gtk_widget_class_bind_template_child (widget_class, CooldownExperimentCard, now);
  gtk_widget_class_bind_template_child (widget_class, CooldownExperimentCard, turns);
  gtk_widget_class_bind_template_child (widget_class, CooldownExperimentCard, more);
  gtk_widget_class_bind_template_child (widget_class, CooldownExperimentCard, statements);
  gtk_widget_class_bind_template_child (widget_class, CooldownExperimentCard, start);
  gtk_widget_class_bind_template_child (widget_class, CooldownExperimentCard, another);
  gtk_widget_class_bind_template_child (widget_class, CooldownExperimentCard, end);
  gtk_widget_class_bind_template_callback (widget_class, on_start_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_another_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_end_clicked);
}

static void
cooldown_experiment_card_init (CooldownExperimentCard *self)
{
  self->proposed = COOLDOWN_FACTOR_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_experiment_card_set_reader:
 * @self: a card without one
 * @state: what is going on
 * @reader: what reads the nights and compares them
 *
 * Gives the card what it shows; to be called once.
 */
void
cooldown_experiment_card_set_reader (CooldownExperimentCard *self,
                                     CooldownAppState *state,
                                     CooldownNightsReader *reader)
{
  g_return_if_fail (COOLDOWN_IS_EXPERIMENT_CARD (self));
  g_return_if_fail (self->reader == NULL);

  self->state = g_object_ref (state);
  self->reader = g_object_ref (reader);
  g_signal_connect_object (reader, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed::ticks", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}
