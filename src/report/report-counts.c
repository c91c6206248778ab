/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it feels like, when it begins, with which workouts, and what was tried. */
#include "entry-words.h"
#include "report-material.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_SENSATIONS 6
#define MOST_FACTORS 5
#define HARD "7-10"

static void
add_count (GPtrArray *counts, const char *name, guint n)
{
  CooldownReportCount *count = g_new0 (CooldownReportCount, 1);

  count->name = g_strdup (name);
  count->n = n;
  g_ptr_array_add (counts, count);
}

static void
count_feels (const CooldownReportMaterial *self, GPtrArray *counts)
{
  g_autoptr (GArray) found = cooldown_count_field (self->kinds[COOLDOWN_ENTRY_EPISODE],
                                                   COOLDOWN_FIELD_EPISODE_SENSATIONS);

  for (guint i = 0; i < MIN (found->len, MOST_SENSATIONS); i++)
    {
      const CooldownCount *count = &g_array_index (found, CooldownCount, i);
      const CooldownItem *item = cooldown_content_get_item (self->content, count->id);

      add_count (counts, item != NULL ? item->chip : count->id, count->n);
    }
}

static void
count_begins (const CooldownReportMaterial *self, GPtrArray *counts)
{
  GPtrArray *episodes = self->kinds[COOLDOWN_ENTRY_EPISODE];
  g_autoptr (GArray) found = cooldown_count_field (episodes, COOLDOWN_FIELD_EPISODE_ONSET);
  guint n_noted = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const CooldownCount *count = &g_array_index (found, CooldownCount, i);

      add_count (counts, cooldown_choice_get_name (COOLDOWN_FIELD_EPISODE_ONSET, count->id),
                 count->n);
      n_noted += count->n;
    }
  if (found->len > 0 && n_noted < episodes->len)
    add_count (counts, _ ("Not noted"), episodes->len - n_noted);
}

typedef struct
{
  CooldownShareGroup group;
  CooldownShare share;
} Factor;

/* Whether it tells workouts apart at all. */
static gboolean
is_telling (const Factor *factor)
{
  const CooldownShare *share = &factor->share;

  if (share->n_workouts == 0 && share->n_episodes == 0)
    return FALSE;
  if (factor->group == COOLDOWN_SHARE_EFFORT)
    return strcmp (share->id, HARD) == 0;
  return factor->group != COOLDOWN_SHARE_KIND || share->n_workouts < share->of_workouts ||
         share->n_episodes < share->of_episodes;
}

static int
compare_factors (gconstpointer a, gconstpointer b)
{
  const CooldownShare *first = &((const Factor *) a)->share, *second = &((const Factor *) b)->share;

  if (first->n_episodes != second->n_episodes)
    return first->n_episodes < second->n_episodes ? 1 : -1;
  if (first->n_workouts != second->n_workouts)
    return first->n_workouts < second->n_workouts ? 1 : -1;
  return strcmp (first->id, second->id);
}

static char *
name_factor (const Factor *factor)
{
  if (factor->group == COOLDOWN_SHARE_KIND)
    return g_strdup (cooldown_workout_get_kind_name (factor->share.id));
  if (factor->group == COOLDOWN_SHARE_CONDITION)
    return g_strdup (
        cooldown_choice_get_name (COOLDOWN_FIELD_WORKOUT_CONDITIONS, factor->share.id));
  /* Translators: effort from 0 to 10; %u is in how many workouts it is noted */
  return g_strdup_printf (_ ("Effort 7 or more (noted in %u)"), factor->share.of_workouts);
}

static CooldownReportFactor *
factor_new (const Factor *factor)
{
  CooldownReportFactor *words = g_new0 (CooldownReportFactor, 1);
  const CooldownShare *share = &factor->share;

  words->name = name_factor (factor);
  words->episodes = g_strdup_printf (
      ngettext ("%1$u of %2$u episode", "%1$u of %2$u episodes", share->of_episodes),
      share->n_episodes, share->of_episodes);
  words->workouts = g_strdup_printf (
      ngettext ("%1$u of %2$u workout", "%1$u of %2$u workouts", share->of_workouts),
      share->n_workouts, share->of_workouts);
  return words;
}

static void
count_factors (const CooldownReportMaterial *self, GPtrArray *factors)
{
  g_autoptr (GArray) telling = g_array_new (FALSE, FALSE, sizeof (Factor));

  if (self->tally->workouts->len == 0 || self->tally->episodes->len == 0)
    return;
  for (guint group = 0; group < COOLDOWN_N_SHARE_GROUPS; group++)
    for (guint i = 0; i < self->tally->shares[group]->len; i++)
      {
        Factor factor = { group, g_array_index (self->tally->shares[group], CooldownShare, i) };

        if (is_telling (&factor))
          g_array_append_val (telling, factor);
      }
  g_array_sort (telling, compare_factors);
  for (guint i = 0; i < MIN (telling->len, MOST_FACTORS); i++)
    g_ptr_array_add (factors, factor_new (&g_array_index (telling, Factor, i)));
}

/**
 * cooldown_report_count:
 * @self: the material
 * @facts: what the report says; sensations, beginnings and factors are added
 *
 * Counts what the entries have in common.
 */
void
cooldown_report_count (const CooldownReportMaterial *self, CooldownReportFacts *facts)
{
  count_feels (self, facts->feels);
  count_begins (self, facts->begins);
  count_factors (self, facts->factors);
}

/* In how many episodes REMEDY was tried, and in how many OUTCOME was noted after it, or %NULL for
 * any. */
static guint
count_tried (const CooldownReportMaterial *self, const char *remedy, const char *outcome)
{
  GPtrArray *episodes = self->kinds[COOLDOWN_ENTRY_EPISODE];
  guint n = 0;

  for (guint i = 0; i < episodes->len; i++)
    {
      g_auto (GStrv) tried = cooldown_entry_get_ids (g_ptr_array_index (episodes, i),
                                                     COOLDOWN_FIELD_EPISODE_TRIED);
      gboolean found = FALSE;

      for (guint j = 0; tried[j] != NULL && !found; j++)
        {
          const char *noted;
          g_autofree char *id = cooldown_remedy_parse (tried[j], &noted);

          found = strcmp (id, remedy) == 0 && (outcome == NULL || g_strcmp0 (noted, outcome) == 0);
        }
      n += found ? 1 : 0;
    }
  return n;
}

/* Within a sentence. */
static const struct
{
  const char *id;
  const char *name;
} remedies[] = {
  { "laces", NC_ ("noted after", "looser laces") },
  { "shoes-off", NC_ ("noted after", "taking the shoes off") },
  { "inserts", NC_ ("noted after", "inserts") },
  { "rest", NC_ ("noted after", "rest") },
  { "walk", NC_ ("noted after", "walking about") },
  { "stretch", NC_ ("noted after", "stretching") },
  { "massage", NC_ ("noted after", "massage") },
  { "ice", NC_ ("noted after", "ice") },
  { "warmth", NC_ ("noted after", "warmth") },
  { "drink", NC_ ("noted after", "drinking") },
};

static char *
say_remedy (const CooldownReportMaterial *self, const char *remedy, const char *name)
{
  g_autoptr (GPtrArray) noted = g_ptr_array_new_with_free_func (g_free);
  const char *const *outcomes = cooldown_remedy_get_outcomes ();
  guint n_tried = count_tried (self, remedy, NULL);
  g_autofree char *all = NULL;

  if (n_tried == 0)
    return NULL;
  for (guint i = 0; outcomes[i] != NULL; i++)
    {
      guint n = count_tried (self, remedy, outcomes[i]);

      if (n > 0)
        /* Translators: what was noted and how often: "weaker", 3, 4 */
        g_ptr_array_add (noted, g_strdup_printf (_ ("%1$s %2$u of %3$u"),
                                                 cooldown_remedy_get_outcome_name (outcomes[i]), n,
                                                 n_tried));
    }
  if (noted->len == 0)
    g_ptr_array_add (noted, g_strdup (C_ ("noted after", "nothing noted")));
  all = cooldown_words_list (noted);
  /* Translators: what was tried, and what was noted after it: "ice", "weaker 3 of 4". Never say
   * that it helped: nobody knows. */
  return g_strdup_printf (_ ("Noted after %1$s: %2$s."), name, all);
}

/**
 * cooldown_report_say_tried:
 * @self: the material
 *
 * Returns: (transfer full) (nullable): what was tried and what was noted after it, or %NULL if
 *   nothing was: "Noted after ice: weaker 3 of 4."
 */
char *
cooldown_report_say_tried (const CooldownReportMaterial *self)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (remedies); i++)
    {
      char *sentence = say_remedy (self, remedies[i].id,
                                   g_dpgettext2 (NULL, "noted after", remedies[i].name));

      if (sentence != NULL)
        g_ptr_array_add (sentences, sentence);
    }
  if (sentences->len == 0)
    return NULL;
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}
