/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Since when and how often, when it begins and how long it lasts. */
#include "entry-words.h"
#include "report-material.h"

#include <glib/gi18n.h>

/* The first of all episodes, of the period or before. */
static CooldownEntry *
find_first (const CooldownReportMaterial *self)
{
  CooldownEntry *first = NULL;

  for (guint i = 0; i < self->input->entries->len; i++)
    {
      CooldownEntry *entry = g_ptr_array_index (self->input->entries, i);

      if (cooldown_entry_get_kind (entry) != COOLDOWN_ENTRY_EPISODE ||
          cooldown_entry_get_deleted (entry) != 0)
        continue;
      if (first == NULL || cooldown_entry_get_at (entry) < cooldown_entry_get_at (first))
        first = entry;
    }
  return first;
}

static gboolean
has_workout_on (const CooldownTally *tally, int day)
{
  for (guint i = 0; i < tally->workouts->len; i++)
    if (g_array_index (tally->workouts, CooldownTallyMark, i).day == day)
      return TRUE;
  return FALSE;
}

/* Episodes that came neither with a workout nor on the day of one. */
static guint
count_without (const CooldownReportMaterial *self)
{
  guint n = 0;

  for (guint i = 0; i < self->tally->episodes->len; i++)
    {
      const CooldownTallyMark *mark = &g_array_index (self->tally->episodes, CooldownTallyMark, i);

      if (cooldown_report_find_workout (self, mark->entry) == NULL &&
          !has_workout_on (self->tally, mark->day))
        n++;
    }
  return n;
}

static char *
say_how_often (guint n_episodes, guint n_workouts, guint n_without)
{
  g_autofree char *episodes = g_strdup_printf (ngettext ("%u episode", "%u episodes", n_episodes),
                                               n_episodes);
  g_autofree char *workouts = g_strdup_printf (ngettext ("%u workout", "%u workouts", n_workouts),
                                               n_workouts);

  if (n_workouts == 0)
    /* Translators: %s is "13 episodes" */
    return g_strdup_printf (_ ("%s; no workout noted."), episodes);
  if (n_without == 0)
    /* Translators: "13 episodes", "25 workouts" */
    return g_strdup_printf (_ ("%1$s in %2$s; none on days without exercise."), episodes, workouts);
  return g_strdup_printf (
      /* Translators: "13 episodes", "25 workouts", 2 */
      ngettext ("%1$s, %2$s; %3$u of the episodes on a day without exercise.",
                "%1$s, %2$s; %3$u of the episodes on days without exercise.", n_without),
      episodes, workouts, n_without);
}

/**
 * cooldown_report_say_since:
 * @self: the material
 *
 * Returns: (transfer full): "First noted 1 October 2026. 13 episodes in 25 workouts; none on days
 *   without exercise."
 */
char *
cooldown_report_say_since (const CooldownReportMaterial *self)
{
  CooldownEntry *first = find_first (self);
  guint n_workouts = self->tally->workouts->len;
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *first_day = NULL;
  g_autofree char *date = NULL;
  g_autofree char *often = NULL;

  if (self->tally->episodes->len == 0)
    return g_strdup_printf (ngettext ("No episode noted in this time; %u workout.",
                                      "No episode noted in this time; %u workouts.", n_workouts),
                            n_workouts);
  day = cooldown_report_get_date (first);
  first_day = cooldown_entry_get_day (first);
  date = cooldown_date_format (day);
  often = say_how_often (self->tally->episodes->len, n_workouts, count_without (self));
  if (cooldown_day_parse (first_day) < self->tally->from)
    /* Translators: a date, and how often it was in the time of the report, which begins later: "5
     * episodes in 11 workouts; …" */
    return g_strdup_printf (_ ("First noted %1$s. In this time: %2$s"), date, often);
  /* Translators: a date, and how often it was since: "13 episodes in 25 workouts; …" */
  return g_strdup_printf (_ ("First noted %1$s. %2$s"), date, often);
}

/* The one kind of all the workouts in which it begins, or %NULL. */
static const char *
find_common_kind (const CooldownReportMaterial *self)
{
  GPtrArray *episodes = self->kinds[COOLDOWN_ENTRY_EPISODE];
  const char *common = NULL;

  for (guint i = 0; i < episodes->len; i++)
    {
      CooldownEntry *episode = g_ptr_array_index (episodes, i);
      CooldownEntry *workout = cooldown_report_find_workout (self, episode);
      const char *onset = cooldown_entry_get_text (episode, COOLDOWN_FIELD_EPISODE_ONSET);
      const char *kind;

      if (g_strcmp0 (onset, "during") != 0)
        continue;
      kind = workout != NULL ? cooldown_entry_get_text (workout, COOLDOWN_FIELD_WORKOUT_KIND)
                             : NULL;
      if (kind == NULL || (common != NULL && g_strcmp0 (kind, common) != 0))
        return NULL;
      common = kind;
    }
  return common;
}

static char *
say_after (const char *kind, const char *minutes)
{
  if (g_strcmp0 (kind, "run") == 0)
    /* Translators: when it begins; %s is "20 to 30 minutes" */
    return g_strdup_printf (_ ("After %s of running"), minutes);
  if (g_strcmp0 (kind, "walk") == 0)
    return g_strdup_printf (_ ("After %s of walking"), minutes);
  if (g_strcmp0 (kind, "ride") == 0)
    return g_strdup_printf (_ ("After %s of riding"), minutes);
  if (g_strcmp0 (kind, "swim") == 0)
    return g_strdup_printf (_ ("After %s of swimming"), minutes);
  return g_strdup_printf (_ ("After %s of exercise"), minutes);
}

/* When it begins during a workout: from the earliest to the latest. */
static char *
say_during (const CooldownReportMaterial *self)
{
  g_autoptr (GPtrArray) during = g_ptr_array_new ();
  GPtrArray *episodes = self->kinds[COOLDOWN_ENTRY_EPISODE];
  CooldownSpread after;
  g_autofree char *minutes = NULL;
  g_autofree char *onset = NULL;

  for (guint i = 0; i < episodes->len; i++)
    if (g_strcmp0 (
            cooldown_entry_get_text (g_ptr_array_index (episodes, i), COOLDOWN_FIELD_EPISODE_ONSET),
            "during") == 0)
      g_ptr_array_add (during, g_ptr_array_index (episodes, i));
  if (during->len == 0)
    return NULL;
  after = cooldown_spread_of_field (during, COOLDOWN_FIELD_EPISODE_AFTER_MINUTES);
  if (after.n == 0)
    return g_strdup (_ ("In the workout"));
  if (after.least == after.most)
    minutes = g_strdup_printf (ngettext ("%u minute", "%u minutes", (guint) after.most),
                               (guint) after.most);
  else
    /* Translators: "20 to 30 minutes" */
    minutes = g_strdup_printf (
        ngettext ("%1$u to %2$u minute", "%1$u to %2$u minutes", (guint) after.most),
        (guint) after.least, (guint) after.most);
  onset = say_after (find_common_kind (self), minutes);
  if (during->len == episodes->len)
    return g_steal_pointer (&onset);
  /* Translators: when it begins, in how many episodes, and how many there are: "After 20 to 30
   * minutes of running", 9, 13 */
  return g_strdup_printf (_ ("%1$s in %2$u of %3$u"), onset, during->len, episodes->len);
}

static char *
say_onset (const CooldownReportMaterial *self)
{
  g_autoptr (GArray) onsets = cooldown_count_field (self->kinds[COOLDOWN_ENTRY_EPISODE],
                                                    COOLDOWN_FIELD_EPISODE_ONSET);
  char *during = say_during (self);

  if (during != NULL)
    return during;
  if (onsets->len == 0)
    return g_strdup (_ ("Beginning not noted"));
  return g_strdup (cooldown_choice_get_name (COOLDOWN_FIELD_EPISODE_ONSET,
                                             g_array_index (onsets, CooldownCount, 0).id));
}

/* How many episodes lasted how long, where no minutes are known. */
static char *
say_classes (const CooldownReportMaterial *self)
{
  const char *names[COOLDOWN_LASTED_UNKNOWN] = {
    C_ ("lasted", "within 5 min"),
    C_ ("lasted", "up to 30 min"),
    C_ ("lasted", "up to an hour"),
    C_ ("lasted", "over an hour"),
  };
  g_autoptr (GPtrArray) classes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < COOLDOWN_LASTED_UNKNOWN; i++)
    if (self->tally->lasted[i] > 0)
      /* Translators: how long it lasted and in how many episodes: "up to 30 min", 4 */
      g_ptr_array_add (classes,
                       g_strdup_printf (_ ("%1$s in %2$u"), names[i], self->tally->lasted[i]));
  if (classes->len == 0)
    return NULL;
  return cooldown_words_list (classes);
}

static char *
say_lasts (const CooldownReportMaterial *self)
{
  GPtrArray *episodes = self->kinds[COOLDOWN_ENTRY_EPISODE];
  g_autofree gint64 *minutes = g_new (gint64, episodes->len + 1);
  g_autofree char *median = NULL;
  CooldownSpread spread;
  guint n = 0;

  for (guint i = 0; i < episodes->len; i++)
    {
      minutes[n] = cooldown_entry_get_minutes (g_ptr_array_index (episodes, i));
      n += minutes[n] != COOLDOWN_NOT_NOTED ? 1 : 0;
    }
  /* The minutes of a few say nothing about how long it usually is. */
  if (2 * n < episodes->len - self->tally->lasted[COOLDOWN_LASTED_UNKNOWN] || n == 0)
    return say_classes (self);
  spread = cooldown_spread_get (minutes, n);
  median = cooldown_minutes_format ((gint64) (spread.median + .5));
  if (n == episodes->len)
    /* Translators: how long it lasts: "35 min" */
    return g_strdup_printf (_ ("usual %s (median)"), median);
  /* Translators: how long it lasts, and of how many episodes that is known: "35 min", 9 */
  return g_strdup_printf (_ ("usual %1$s (median of %2$u)"), median, n);
}

/**
 * cooldown_report_say_begins:
 * @self: the material
 *
 * Returns: (transfer full): "After 20 to 30 minutes of running; usual 35 min (median of 12)."
 */
char *
cooldown_report_say_begins (const CooldownReportMaterial *self)
{
  g_autofree char *onset = NULL;
  g_autofree char *lasts = NULL;

  if (self->kinds[COOLDOWN_ENTRY_EPISODE]->len == 0)
    return g_strdup (_ ("Not noted."));
  onset = say_onset (self);
  lasts = say_lasts (self);
  if (lasts == NULL)
    /* Translators: when it begins: "After 20 minutes of running" */
    return g_strdup_printf (_ ("%s; how long is not noted."), onset);
  /* Translators: when it begins and how long it lasts: "After 20 minutes of running", "usual 35
   * min" */
  return g_strdup_printf (_ ("%1$s; %2$s."), onset, lasts);
}

/**
 * cooldown_report_list_dates:
 * @self: the material
 * @entries: (element-type CooldownEntry): entries, oldest first
 *
 * Returns: (transfer full): their days, each once: "5 Nov and 22 Nov"; of many the latest ones and
 *   how many there are before
 */
char *
cooldown_report_list_dates (const CooldownReportMaterial *self, GPtrArray *entries)
{
  g_autoptr (GPtrArray) dates = g_ptr_array_new_with_free_func (g_free);
  guint n_before;

  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *date = cooldown_report_say_date (self, g_ptr_array_index (entries, i));

      if (dates->len == 0 || g_strcmp0 (g_ptr_array_index (dates, dates->len - 1), date) != 0)
        g_ptr_array_add (dates, g_steal_pointer (&date));
    }
  if (dates->len <= COOLDOWN_REPORT_MOST_NAMED)
    return cooldown_words_join (dates);
  n_before = dates->len - COOLDOWN_REPORT_MOST_NAMED;
  g_ptr_array_remove_range (dates, 0, n_before);
  g_ptr_array_insert (
      /* Translators: begins a list of dates: "12 earlier days, 5 Nov and 22 Nov" */
      dates, 0, g_strdup_printf (ngettext ("%u earlier day", "%u earlier days", n_before), n_before));
  return cooldown_words_join (dates);
}

/**
 * cooldown_report_say_over_an_hour:
 * @self: the material
 *
 * Returns: (transfer full) (nullable): the dates of what lasted over an hour, or %NULL: "Over an
 *   hour: 5 Nov and 22 Nov."
 */
char *
cooldown_report_say_over_an_hour (const CooldownReportMaterial *self)
{
  GPtrArray *episodes = self->kinds[COOLDOWN_ENTRY_EPISODE];
  g_autoptr (GPtrArray) longer = g_ptr_array_new ();
  g_autofree char *dates = NULL;

  for (guint i = 0; i < episodes->len; i++)
    if (cooldown_report_is_over_an_hour (self, g_ptr_array_index (episodes, i)))
      g_ptr_array_add (longer, g_ptr_array_index (episodes, i));
  if (longer->len == 0)
    return NULL;
  dates = cooldown_report_list_dates (self, longer);
  /* Translators: %s are dates: "5 Nov and 22 Nov" */
  /* Translators: of tingling; %s are dates: "5 Nov and 22 Nov" */
  return g_strdup_printf (_ ("Over an hour: %s."), dates);
}
