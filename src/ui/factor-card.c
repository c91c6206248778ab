/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "factor-card.h"

#include "chart-frame.h"
#include "factor-dots.h"
#include "pair.h"
#include "report/experiment-words.h"
#include "report/insight-words.h"

#include <glib/gi18n.h>

struct _CooldownFactorCard
{
  GtkBox parent_instance;
  CooldownFactor factor;

  CooldownChartFrame *frame;
  CooldownFactorDots *dots;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *tag;
  GtkLabel *finding;
  GtkLabel *effect;
  GtkLabel *companion;
  GtkLabel *unknown;
};

G_DEFINE_FINAL_TYPE (CooldownFactorCard, cooldown_factor_card, GTK_TYPE_BOX)

static const char *const icons[COOLDOWN_N_FACTORS] = {
  [COOLDOWN_FACTOR_CAFFEINE] = "cd-cup-symbolic",
  [COOLDOWN_FACTOR_ALCOHOL] = "cd-glass-symbolic",
  [COOLDOWN_FACTOR_NICOTINE] = "cd-nicotine-symbolic",
  [COOLDOWN_FACTOR_HARD_WORKOUT] = "cd-run-symbolic",
  [COOLDOWN_FACTOR_LATE_WORKOUT] = "cd-later-symbolic",
  [COOLDOWN_FACTOR_NO_WORKOUT] = "cd-pause-symbolic",
  [COOLDOWN_FACTOR_ROUTINE] = "cd-evening-symbolic",
};

/* Takes @words; without them there is no such label. */
static void
set_words (GtkLabel *label, char *words)
{
  gtk_label_set_label (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
  g_free (words);
}

static void
show_claim (CooldownFactorCard *self, gboolean claimed)
{
  if (claimed)
    gtk_widget_add_css_class (GTK_WIDGET (self->tag), "warm");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->tag), "warm");
}

static void
show_words (CooldownFactorCard *self,
            const CooldownInsights *insights,
            const CooldownEveningNumbers *numbers)
{
  const CooldownPattern *pattern = &insights->patterns[self->factor];

  set_words (self->tag, cooldown_pattern_format_tag (pattern));
  set_words (self->finding,
             cooldown_pattern_format_finding (pattern, self->factor, (guint) numbers->min_nights));
  set_words (self->effect, cooldown_pattern_format_effect (pattern, numbers->confidence_percent));
  set_words (self->companion, cooldown_pattern_format_companion (pattern, self->factor));
  set_words (self->unknown, cooldown_pattern_format_unknown (pattern, insights->n_noted));
  show_claim (self, pattern->claimed);
}

/* The same nights as those that were compared. */
static void
count (CooldownFactorCard *self, GArray *nights, CooldownFactorSide *sides)
{
  for (guint i = 0; i < nights->len; i++)
    {
      const CooldownNight *night = &g_array_index (nights, CooldownNight, i);
      CooldownWhether whether = night->factors[self->factor];
      CooldownFactorSide *side = &sides[whether == COOLDOWN_WHETHER_YES ? 0 : 1];

      if (whether == COOLDOWN_WHETHER_UNKNOWN || night->restless < 0 ||
          night->restless > COOLDOWN_RESTLESS_MOST)
        continue;
      side->counts[night->restless]++;
      side->n++;
    }
}

static void
fill_table (CooldownFactorCard *self, const CooldownFactorSide *sides)
{
  CooldownFactTable *table = cooldown_chart_frame_get_table (self->frame);

  cooldown_fact_table_begin (
      table, (const char *[]){ _ ("Restlessness"), sides[0].name, sides[1].name, NULL });
  for (guint i = 0; i <= COOLDOWN_RESTLESS_MOST; i++)
    {
      g_autofree char *restless = g_strdup_printf ("%u", i);
      g_autofree char *with = cooldown_nights_format (sides[0].counts[i]);
      g_autofree char *without = cooldown_nights_format (sides[1].counts[i]);

      if (sides[0].counts[i] + sides[1].counts[i] > 0)
        cooldown_fact_table_add (table, (const char *[]){ restless, with, without, NULL }, NULL);
    }
}

/* Each on the side of its turn: in the same order, and colours, as all nights with and without. */
static void
count_trial (const CooldownExperiment *trial, GArray *nights, CooldownFactorSide *sides)
{
  for (guint i = 0; i < nights->len; i++)
    {
      const CooldownNight *night = &g_array_index (nights, CooldownNight, i);
      int turn = cooldown_experiment_get_turn (trial, night->day);
      CooldownFactorSide *side;

      if (turn == COOLDOWN_EXPERIMENT_NO_TURN || night->restless < 0 ||
          night->restless > COOLDOWN_RESTLESS_MOST)
        continue;
      side = &sides[cooldown_experiment_turn_has_factor (trial, (guint) turn) ? 0 : 1];
      side->counts[night->restless]++;
      side->n++;
    }
}

static void
show_nights (CooldownFactorCard *self,
             const CooldownPattern *pattern,
             GArray *nights,
             const char *limit)
{
  g_autofree char *with = cooldown_factor_format_with (self->factor, limit);
  g_autofree char *words = cooldown_pattern_format (pattern, self->factor, limit);
  CooldownFactorSide sides[COOLDOWN_N_FACTOR_SIDES] = {
    { .name = with, .median = pattern->median_with },
    { .name = cooldown_factor_get_without (self->factor), .median = pattern->median_without },
  };

  count (self, nights, sides);
  fill_table (self, sides);
  cooldown_factor_dots_set_sides (self->dots, sides, words);
  cooldown_chart_frame_show_picture (self->frame, NULL);
}

static void
cooldown_factor_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_FACTOR_CARD);
  G_OBJECT_CLASS (cooldown_factor_card_parent_class)->dispose (object);
}

static void
cooldown_factor_card_class_init (CooldownFactorCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_factor_card_dispose;
  g_type_ensure (COOLDOWN_TYPE_CHART_FRAME);
  g_type_ensure (COOLDOWN_TYPE_FACTOR_DOTS);
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/factor-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownFactorCard, frame);
  gtk_widget_class_bind_template_child (widget_class, CooldownFactorCard, dots);
  gtk_widget_class_bind_template_child (widget_class, CooldownFactorCard, icon);
  gtk_widget_class_bind_template_child (widget_class, CooldownFactorCard, title);
  gtk_widget_class_bind_template_child (widget_class, CooldownFactorCard, tag);
  gtk_widget_class_bind_template_child (widget_class, CooldownFactorCard, finding);
  gtk_widget_class_bind_template_child (widget_class, CooldownFactorCard, effect);
  gtk_widget_class_bind_template_child (widget_class, CooldownFactorCard, companion);
  gtk_widget_class_bind_template_child (widget_class, CooldownFactorCard, unknown);
}

static void
cooldown_factor_card_init (CooldownFactorCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_factor_card_new:
 * @factor: a factor
 *
 * Returns: (transfer floating): a card that says nothing of it yet
 */
GtkWidget *
cooldown_factor_card_new (CooldownFactor factor)
{
  CooldownFactorCard *self = g_object_new (COOLDOWN_TYPE_FACTOR_CARD, NULL);

  self->factor = factor;
  gtk_image_set_from_icon_name (self->icon, icons[factor]);
  gtk_label_set_label (self->title, cooldown_factor_get_title (factor));
  g_object_set (self->frame, "title", cooldown_factor_get_title (factor), NULL);
  return GTK_WIDGET (self);
}

/**
 * cooldown_factor_card_show:
 * @self: a card
 * @insights: what the nights say
 * @nights: (element-type CooldownNight): the nights
 * @numbers: the rules
 * @limit: (nullable): the time of day that is the limit for caffeine: "12:00"
 *
 * Shows what the nights say of its factor.
 */
void
cooldown_factor_card_show (CooldownFactorCard *self,
                           const CooldownInsights *insights,
                           GArray *nights,
                           const CooldownEveningNumbers *numbers,
                           const char *limit)
{
  const CooldownPattern *pattern;

  g_return_if_fail (COOLDOWN_IS_FACTOR_CARD (self));
  g_return_if_fail (insights != NULL && nights != NULL && numbers != NULL);

  pattern = &insights->patterns[self->factor];
  show_words (self, insights, numbers);
  if (pattern->tested)
    show_nights (self, pattern, nights, limit);
  else
    cooldown_chart_frame_show_nothing (self->frame, NULL);
}

/**
 * cooldown_factor_card_show_trial:
 * @self: a card
 * @trial: a trial of its factor that is over
 * @result: what it has shown
 * @nights: (element-type CooldownNight): the nights
 * @numbers: the rules
 * @name: the change: "No alcohol"
 *
 * Shows what a trial has shown, in place of what all nights say.
 */
void
cooldown_factor_card_show_trial (CooldownFactorCard *self,
                                 const CooldownExperiment *trial,
                                 const CooldownExperimentResult *result,
                                 GArray *nights,
                                 const CooldownEveningNumbers *numbers,
                                 const char *name)
{
  gboolean as_factor = cooldown_experiment_turn_has_factor (trial, 0);
  const CooldownPattern *pattern = &result->pattern;
  CooldownFactorSide sides[COOLDOWN_N_FACTOR_SIDES] = {
    { .name = as_factor ? name : _ ("As usual"), .median = pattern->median_with },
    { .name = as_factor ? _ ("As usual") : name, .median = pattern->median_without },
  };
  g_autofree char *picture = NULL;
  /* Translators: a heading; %s is what was tried: "No alcohol" */
  g_autofree char *title = g_strdup_printf (_ ("Your trial: %s"), name);

  g_return_if_fail (COOLDOWN_IS_FACTOR_CARD (self));

  gtk_label_set_label (self->title, title);
  g_object_set (self->frame, "title", title, NULL);
  set_words (self->tag, cooldown_experiment_format_tag (result));
  show_claim (self, pattern->claimed);
  set_words (self->finding, cooldown_experiment_format_finding (trial, result,
                                                                (guint) numbers->min_nights));
  set_words (self->effect,
             cooldown_experiment_format_effect (trial, result, numbers->confidence_percent));
  set_words (self->companion, cooldown_pattern_format_companion (pattern, self->factor));
  set_words (self->unknown, cooldown_experiment_format_counts (result));
  if (!pattern->tested)
    {
      cooldown_chart_frame_show_nothing (self->frame, NULL);
      return;
    }
  count_trial (trial, nights, sides);
  fill_table (self, sides);
  picture = cooldown_experiment_format_picture (trial, result, name);
  cooldown_factor_dots_set_sides (self->dots, sides, picture);
  cooldown_chart_frame_show_picture (self->frame, NULL);
}
