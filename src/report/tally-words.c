/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tally-words.h"

#include "choice-words.h"
#include "date-words.h"
#include "leg-words.h"
#include "list-words.h"

#include <glib/gi18n.h>

#define DAYS_OF_WEEK 7
/* From here on a period is told in years. */
#define WEEKS_OF_YEAR 52
/* So many places are told; the table has them all. */
#define MOST_PLACES 5

/**
 * cooldown_episodes_format:
 * @n: how many
 *
 * Returns: (transfer full): "13 episodes"
 */
char *
cooldown_episodes_format (guint n)
{
  return g_strdup_printf (ngettext ("%u episode", "%u episodes", n), n);
}

/**
 * cooldown_workouts_format:
 * @n: how many
 *
 * Returns: (transfer full): "25 workouts"
 */
char *
cooldown_workouts_format (guint n)
{
  return g_strdup_printf (ngettext ("%u workout", "%u workouts", n), n);
}

/**
 * cooldown_lasted_get_name:
 * @lasted: how long an episode lasted
 *
 * Returns: what that is called: "Within 5 min"
 */
const char *
cooldown_lasted_get_name (CooldownLasted lasted)
{
  const char *choice = cooldown_lasted_get_choice (lasted);

  return choice != NULL ? cooldown_choice_get_name (COOLDOWN_FIELD_EPISODE_LASTED, choice)
                        /* Translators: of how many episodes it is not known how long they lasted */
                        : C_ ("lasted", "Not known");
}

static const char *
get_effort_name (const char *id)
{
  if (g_str_equal (id, "0-3"))
    /* Translators: workouts that were that hard, on a scale from 0 to 10 */
    return C_ ("workouts", "Effort 0 to 3");
  if (g_str_equal (id, "4-6"))
    return C_ ("workouts", "Effort 4 to 6");
  if (g_str_equal (id, "7-10"))
    return C_ ("workouts", "Effort 7 or more");
  return C_ ("workouts", "Effort not noted");
}

/**
 * cooldown_share_get_name:
 * @group: what tells the workouts apart
 * @id: which of them
 *
 * Returns: what they are called: "Run", "Effort 7 or more", "New shoes"
 */
const char *
cooldown_share_get_name (CooldownShareGroup group, const char *id)
{
  g_return_val_if_fail (id != NULL, "");

  switch (group)
    {
    case COOLDOWN_SHARE_KIND:
      return cooldown_choice_get_name (COOLDOWN_FIELD_WORKOUT_KIND, id);
    case COOLDOWN_SHARE_EFFORT:
      return get_effort_name (id);
    case COOLDOWN_SHARE_CONDITION:
    default:
      return cooldown_choice_get_name (COOLDOWN_FIELD_WORKOUT_CONDITIONS, id);
    }
}

/**
 * cooldown_share_format_episodes:
 * @share: a share
 *
 * Returns: (transfer full): "8 of 13 episodes"
 */
char *
cooldown_share_format_episodes (const CooldownShare *share)
{
  return g_strdup_printf (
      /* Translators: so many of all episodes came with such a workout: "8 of 13 episodes" */
      ngettext ("%1$u of %2$u episode", "%1$u of %2$u episodes", share->of_episodes),
      share->n_episodes, share->of_episodes);
}

/**
 * cooldown_share_format_workouts:
 * @share: a share
 *
 * Returns: (transfer full): "10 of 25 workouts"
 */
char *
cooldown_share_format_workouts (const CooldownShare *share)
{
  return g_strdup_printf (
      /* Translators: so many of all workouts were such: "10 of 25 workouts" */
      ngettext ("%1$u of %2$u workout", "%1$u of %2$u workouts", share->of_workouts),
      share->n_workouts, share->of_workouts);
}

/**
 * cooldown_tally_mark_format_when:
 * @mark: an episode or a workout
 *
 * Returns: (transfer full): its day and time: "20 Nov, 18:12"
 */
char *
cooldown_tally_mark_format_when (const CooldownTallyMark *mark)
{
  g_autoptr (GDateTime) day = cooldown_day_to_date (mark->day);
  g_autofree char *date = cooldown_date_format_short (day);
  g_autofree char *time = cooldown_minute_of_day_format (mark->minute);

  /* Translators: a day and a time, short: "20 Nov, 18:12" */
  return g_strdup_printf (C_ ("moment", "%1$s, %2$s"), date, time);
}

/**
 * cooldown_tally_mark_format_strength:
 * @mark: an episode
 *
 * Returns: (transfer full): how strong it was: "4", "Not noted"
 */
char *
cooldown_tally_mark_format_strength (const CooldownTallyMark *mark)
{
  return mark->strength == COOLDOWN_STRENGTH_NOT_NOTED ? g_strdup (_ ("Not noted"))
                                                       : g_strdup_printf ("%d", mark->strength);
}

/**
 * cooldown_tally_mark_format:
 * @mark: an episode
 *
 * Returns: (transfer full): when it was and how strong: "20 Nov, 18:12 · strength 4"
 */
char *
cooldown_tally_mark_format (const CooldownTallyMark *mark)
{
  g_autofree char *when = cooldown_tally_mark_format_when (mark);

  if (mark->strength == COOLDOWN_STRENGTH_NOT_NOTED)
    /* Translators: said of a dot in a chart; %s is a day and a time */
    return g_strdup_printf (_ ("%s · strength not noted"), when);
  /* Translators: said of a dot in a chart: "20 Nov, 18:12 · strength 4" */
  return g_strdup_printf (_ ("%1$s · strength %2$d"), when, mark->strength);
}

/**
 * cooldown_tally_format_legend:
 * @self: a tally
 *
 * Returns: (transfer full): what the chart of strengths shows: "Dots: 13 episodes · ticks: 25
 *   workouts"
 */
char *
cooldown_tally_format_legend (const CooldownTally *self)
{
  g_autofree char *episodes = cooldown_episodes_format (self->episodes->len);
  g_autofree char *workouts = cooldown_workouts_format (self->workouts->len);

  /* Translators: the legend of a chart: "Dots: 13 episodes · ticks: 25 workouts" */
  return g_strdup_printf (_ ("Dots: %1$s · ticks: %2$s"), episodes, workouts);
}

/**
 * cooldown_tally_format_period:
 * @self: a tally
 *
 * Returns: (transfer full): how long the period is: "8 weeks", "1 year", "10 days"
 */
char *
cooldown_tally_format_period (const CooldownTally *self)
{
  guint days = (guint) (self->to - self->from), weeks = days / DAYS_OF_WEEK;
  guint years = weeks / WEEKS_OF_YEAR;

  if (weeks > 0 && weeks % WEEKS_OF_YEAR == 0)
    return g_strdup_printf (ngettext ("%u year", "%u years", years), years);
  if (days % DAYS_OF_WEEK == 0 && weeks > 0)
    return g_strdup_printf (ngettext ("%u week", "%u weeks", weeks), weeks);
  return g_strdup_printf (ngettext ("%u day", "%u days", days), days);
}

/**
 * cooldown_tally_format_strength:
 * @self: a tally
 *
 * Returns: (transfer full): the chart of strengths in a sentence: "Tingling, 8 weeks: 13 episodes,
 *   2 to 7; 25 workouts."
 */
char *
cooldown_tally_format_strength (const CooldownTally *self)
{
  g_autofree char *period = cooldown_tally_format_period (self);
  g_autofree char *episodes = cooldown_episodes_format (self->episodes->len);
  g_autofree char *workouts = cooldown_workouts_format (self->workouts->len);
  int least = (int) self->strength.least, most = (int) self->strength.most;

  if (self->strength.n == 0)
    /* Translators: a picture in words: "Tingling, 8 weeks: 2 episodes; 25 workouts." */
    return g_strdup_printf (_ ("Tingling, %1$s: %2$s; %3$s."), period, episodes, workouts);
  if (least == most)
    /* Translators: a picture in words; %3$d is how strong all of them were, from 0 to 10 */
    return g_strdup_printf (_ ("Tingling, %1$s: %2$s, strength %3$d; %4$s."), period, episodes,
                            least, workouts);
  /* Translators: a picture in words; the numbers are the least and the strongest, from 0 to 10:
   * "Tingling, 8 weeks: 13 episodes, strength 2 to 7; 25 workouts." */
  return g_strdup_printf (_ ("Tingling, %1$s: %2$s, strength %3$d to %4$d; %5$s."), period,
                          episodes, least, most, workouts);
}

/* The number of the half that was named most often after those that are TAKEN. */
static int
find_most (const CooldownTally *self, const gboolean *taken)
{
  int most = COOLDOWN_LEG_NONE;

  for (int i = 0; i < COOLDOWN_LEG_N_HALVES; i++)
    if (!taken[i] && self->halves[i] > 0 &&
        (most == COOLDOWN_LEG_NONE || self->halves[i] > self->halves[most]))
      most = i;
  return most;
}

/**
 * cooldown_tally_format_places:
 * @self: a tally
 * @content: what the program knows
 *
 * Returns: (transfer full): where it was in a sentence: "Where, in 13 episodes: Toes, right: 9;
 *   Calf, left: 3."
 */
char *
cooldown_tally_format_places (const CooldownTally *self, CooldownContent *content)
{
  g_autofree char *episodes = cooldown_episodes_format (self->n_placed);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  gboolean taken[COOLDOWN_LEG_N_HALVES] = { FALSE };

  for (guint i = 0; i < MOST_PLACES; i++)
    {
      int half = find_most (self, taken);
      g_autofree char *place = NULL;

      if (half == COOLDOWN_LEG_NONE)
        break;
      taken[half] = TRUE;
      place = cooldown_leg_words_place (content, cooldown_leg_half_get_id (half));
      /* Translators: a place on the legs, and in how many episodes it was there: "Sole", 9 */
      g_ptr_array_add (places, g_strdup_printf (_ ("%1$s: %2$u"), place, self->halves[half]));
    }
  list = cooldown_words_list_parts (places);
  /* Translators: a picture in words: "Where, in 13 episodes: Toes, right: 9; Calf, left: 3." */
  return g_strdup_printf (_ ("Where, in %1$s: %2$s."), episodes, list);
}

/**
 * cooldown_tally_format_lasted:
 * @self: a tally
 *
 * Returns: (transfer full): how long it lasted in a sentence: "How long it lasted, in 13 episodes:
 *   Within 5 min: 3; Up to 30 min: 8."
 */
char *
cooldown_tally_format_lasted (const CooldownTally *self)
{
  g_autofree char *episodes = cooldown_episodes_format (self->episodes->len);
  g_autoptr (GPtrArray) classes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < COOLDOWN_N_LASTED; i++)
    if (self->lasted[i] > 0)
      /* Translators: how long it lasted, and in how many episodes: "Up to 30 min", 8 */
      g_ptr_array_add (classes, g_strdup_printf (_ ("%1$s: %2$u"), cooldown_lasted_get_name (i),
                                                 self->lasted[i]));
  list = cooldown_words_list_parts (classes);
  /* Translators: a picture in words; %1$s is "13 episodes", %2$s "Within 5 min: 3; Over an hour:
   * 8" */
  return g_strdup_printf (_ ("How long it lasted, in %1$s: %2$s."), episodes, list);
}

/**
 * cooldown_tally_format_shares:
 * @self: a tally
 *
 * Returns: (transfer full): with which workouts episodes came, in sentences: "Run: 8 of 13
 *   episodes, 10 of 25 workouts. Walk: …"
 */
char *
cooldown_tally_format_shares (const CooldownTally *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < COOLDOWN_N_SHARE_GROUPS; i++)
    for (guint j = 0; j < self->shares[i]->len; j++)
      {
        const CooldownShare *share = &g_array_index (self->shares[i], CooldownShare, j);
        g_autofree char *episodes = cooldown_share_format_episodes (share);
        g_autofree char *workouts = cooldown_share_format_workouts (share);

        if (!cooldown_share_is_any (share))
          continue;
        if (words->len > 0)
          g_string_append_c (words, ' ');
        /* Translators: "Run: 8 of 13 episodes, 10 of 25 workouts." */
        g_string_append_printf (words, _ ("%1$s: %2$s, %3$s."),
                                cooldown_share_get_name (i, share->id), episodes, workouts);
      }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
