/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trials that there were, as they are stored. */
#include "experiment.h"

#include <string.h>

#define LEAST_NIGHTS 3
#define MOST_NIGHTS 14
#define LEAST_TURNS 3
#define MOST_TURNS 19

static gboolean
read_factor (GVariant *stored, CooldownFactor *factor)
{
  const char *id = NULL;

  if (!g_variant_lookup (stored, "factor", "&s", &id))
    return FALSE;
  for (*factor = 0; *factor < COOLDOWN_N_FACTORS; (*factor)++)
    if (strcmp (cooldown_factor_get_id (*factor), id) == 0)
      return cooldown_factor_can_be_tried (*factor);
  return FALSE;
}

static gboolean
read_day (GVariant *stored, const char *name, guint32 *day)
{
  const char *text = NULL;
  GDate date;

  if (!g_variant_lookup (stored, name, "&s", &text) || !cooldown_date_parse (text, &date))
    return FALSE;
  *day = g_date_get_julian (&date);
  return TRUE;
}

static gboolean
read_number (GVariant *stored, const char *name, guint least, guint most, guint *number)
{
  guint32 value;

  if (!g_variant_lookup (stored, name, "u", &value) || value < least || value > most)
    return FALSE;
  *number = value;
  return TRUE;
}

static gboolean
read_begun (GVariant *stored, gint64 *begun)
{
  gint64 seconds;

  if (!g_variant_lookup (stored, "begun", "x", &seconds) || seconds < 0 ||
      seconds > G_MAXINT64 / COOLDOWN_SECOND)
    return FALSE;
  *begun = seconds * COOLDOWN_SECOND;
  return TRUE;
}

static gboolean
read_experiment (GVariant *stored, CooldownExperiment *experiment)
{
  g_autoptr (GVariant) ended = g_variant_lookup_value (stored, "ended", NULL);
  g_autoptr (GVariant) begun = g_variant_lookup_value (stored, "begun", NULL);

  *experiment = (CooldownExperiment){ 0 };
  return read_factor (stored, &experiment->factor) &&
         read_day (stored, "start", &experiment->start) &&
         read_number (stored, "turn-nights", LEAST_NIGHTS, MOST_NIGHTS, &experiment->turn_nights) &&
         read_number (stored, "turns", LEAST_TURNS, MOST_TURNS, &experiment->n_turns) &&
         (ended == NULL || read_day (stored, "ended", &experiment->ended)) &&
         (begun == NULL || read_begun (stored, &experiment->begun));
}

static void
insert_day (GVariantDict *stored, const char *name, guint32 day)
{
  char text[16];
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  g_snprintf (text, sizeof text, "%04d-%02d-%02d", g_date_get_year (&date),
              (int) g_date_get_month (&date), g_date_get_day (&date));
  g_variant_dict_insert (stored, name, "s", text);
}

static GVariant *
write_experiment (const CooldownExperiment *experiment)
{
  GVariantDict stored;

  g_variant_dict_init (&stored, NULL);
  g_variant_dict_insert (&stored, "factor", "s", cooldown_factor_get_id (experiment->factor));
  insert_day (&stored, "start", experiment->start);
  g_variant_dict_insert (&stored, "turn-nights", "u", (guint32) experiment->turn_nights);
  g_variant_dict_insert (&stored, "turns", "u", (guint32) experiment->n_turns);
  if (experiment->ended != 0)
    insert_day (&stored, "ended", experiment->ended);
  if (experiment->begun > 0)
    g_variant_dict_insert (&stored, "begun", "x", experiment->begun / COOLDOWN_SECOND);
  return g_variant_dict_end (&stored);
}

static GVariant *
write_all (const CooldownExperiment *all, guint n)
{
  GVariantBuilder stored;

  g_variant_builder_init (&stored, G_VARIANT_TYPE (COOLDOWN_EXPERIMENTS));
  for (guint i = 0; i < n; i++)
    g_variant_builder_add_value (&stored, write_experiment (&all[i]));
  return g_variant_builder_end (&stored);
}

/**
 * cooldown_experiments_check:
 * @experiments: trials as they are to be stored, of the type %COOLDOWN_EXPERIMENTS
 *
 * Returns: whether they are %COOLDOWN_EXPERIMENTS_KEPT at most, and each is one
 */
gboolean
cooldown_experiments_check (GVariant *experiments)
{
  GVariantIter iter;
  GVariant *stored;
  gboolean good = g_variant_iter_init (&iter, experiments) <= COOLDOWN_EXPERIMENTS_KEPT;

  while ((stored = g_variant_iter_next_value (&iter)) != NULL)
    {
      CooldownExperiment experiment;

      good = good && read_experiment (stored, &experiment);
      g_variant_unref (stored);
    }
  return good;
}

/**
 * cooldown_experiments_get_all:
 * @experiments: (nullable): what is stored
 * @all: (out caller-allocates): the trials that there were, the last one last; what is none is passed
 *   over, and so are the oldest when there are more than %COOLDOWN_EXPERIMENTS_KEPT
 *
 * Returns: how many they are
 */
guint
cooldown_experiments_get_all (GVariant *experiments,
                              CooldownExperiment all[COOLDOWN_EXPERIMENTS_KEPT])
{
  GVariantIter iter;
  GVariant *stored;
  guint n = 0;

  if (experiments == NULL || !g_variant_is_of_type (experiments,
                                                    G_VARIANT_TYPE (COOLDOWN_EXPERIMENTS)))
    return 0;
  g_variant_iter_init (&iter, experiments);
  while ((stored = g_variant_iter_next_value (&iter)) != NULL)
    {
      CooldownExperiment experiment;

      if (read_experiment (stored, &experiment))
        {
          if (n == COOLDOWN_EXPERIMENTS_KEPT)
            memmove (all, all + 1, --n * sizeof *all);
          all[n++] = experiment;
        }
      g_variant_unref (stored);
    }
  return n;
}

/**
 * cooldown_experiments_get_last:
 * @experiments: (nullable): what is stored
 * @experiment: (out): the last trial
 *
 * Returns: whether there was one
 */
gboolean
cooldown_experiments_get_last (GVariant *experiments, CooldownExperiment *experiment)
{
  CooldownExperiment all[COOLDOWN_EXPERIMENTS_KEPT];
  guint n = cooldown_experiments_get_all (experiments, all);

  if (n == 0)
    return FALSE;
  *experiment = all[n - 1];
  return TRUE;
}

/**
 * cooldown_experiments_add:
 * @experiments: (nullable): what is stored
 * @experiment: a trial that begins
 *
 * Returns: (transfer floating): what is to be stored from then on; the oldest trial makes room
 */
GVariant *
cooldown_experiments_add (GVariant *experiments, const CooldownExperiment *experiment)
{
  CooldownExperiment all[COOLDOWN_EXPERIMENTS_KEPT + 1];
  guint n = cooldown_experiments_get_all (experiments, all);
  guint n_old = n == COOLDOWN_EXPERIMENTS_KEPT;

  all[n] = *experiment;
  return write_all (all + n_old, n + 1 - n_old);
}

/**
 * cooldown_experiments_end:
 * @experiments: (nullable): what is stored
 * @day: the date of the night to come, as a julian day
 *
 * Returns: (transfer floating): what is to be stored when the user ends the last trial; one that has
 *   not had a night yet leaves nothing behind, and one that is over stays as it is
 */
GVariant *
cooldown_experiments_end (GVariant *experiments, guint32 day)
{
  CooldownExperiment all[COOLDOWN_EXPERIMENTS_KEPT];
  guint n = cooldown_experiments_get_all (experiments, all);
  CooldownExperiment *last = n > 0 ? &all[n - 1] : NULL;

  if (last != NULL && !cooldown_experiment_is_over (last, day))
    {
      if (day <= last->start)
        n--;
      else
        last->ended = day;
    }
  return write_all (all, n);
}
