/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content-private.h"

#include <string.h>

#define NO_TIME (-1)

static const char *const limit_ids[] = {
  "caffeine", "pre-workout", "alcohol", "nicotine", "meal", "exercise", NULL,
};

/* In the order of CooldownGrade. */
static const char *const grades[] = { "trial", "pilot", "advice", "doctor", "none", NULL };

/* In the order of CooldownFigure. */
static const char *const figures[] = { "calf", "hamstring", "hip", NULL };

/* What one can leave out, or do, for some weeks. */
static const char *const experiment_ids[] = {
  "caffeine", "alcohol", "nicotine", "hard-workout", "late-workout", "routine", NULL,
};

static const char *const topic_ids[] = {
  "what",        "why-after-exercise", "exercise", "caffeine", "alcohol",   "nicotine",
  "time-of-day", "stay-active",        "iron",     "folate",   "magnesium", "medicines",
  "sleep",       "other-methods",      "doctor",   NULL,
};

static const char *const reason_ids[] = { "restless", "sleep", NULL };

static const char *const advice_ids[] = { "hard-days", "hard-late", NULL };

#define N_FEATURES 5

static void
read_limit (CooldownReader *reader, gpointer target)
{
  CooldownLimit *limit = target;

  limit->id = cooldown_reader_own_id (reader, "id");
  limit->name = cooldown_reader_visible (reader, "name");
  limit->detail = cooldown_reader_visible (reader, "detail");
  limit->before = cooldown_reader_integer (reader, "before", 0, 1440);
  limit->at = NO_TIME;
  if (strcmp (limit->id, "caffeine") == 0)
    {
      limit->at = cooldown_reader_time (reader, "at");
      limit->bedtime_from = cooldown_reader_time (reader, "bedtime_from");
      limit->bedtime_to = cooldown_reader_time (reader, "bedtime_to");
    }
  cooldown_read_basis (reader, &limit->basis);
}

static void
read_part (CooldownReader *reader, gpointer target)
{
  CooldownPart *part = target;

  part->figure = cooldown_reader_choice (reader, "figure", figures);
  part->name = cooldown_reader_visible (reader, "name");
  part->text = cooldown_reader_visible (reader, "text");
  cooldown_read_basis (reader, &part->basis);
}

static void
read_activity (CooldownReader *reader, gpointer target)
{
  CooldownActivity *activity = target;

  activity->id = cooldown_reader_own_id (reader, "id");
  cooldown_reader_define (reader, COOLDOWN_THING_ACTIVITY, activity->id);
  activity->name = cooldown_reader_visible (reader, "name");
  activity->minutes = cooldown_reader_integer (reader, "minutes", 0, 120);
  activity->grade = cooldown_reader_choice (reader, "grade", grades);
  activity->how = cooldown_reader_list_or_none (reader, "how", sizeof (CooldownStatement),
                                                cooldown_read_statement);
  activity->parts = cooldown_reader_list_or_none (reader, "parts", sizeof (CooldownPart),
                                                  read_part);
  activity->statements = cooldown_reader_list (reader, "statements", sizeof (CooldownStatement),
                                               cooldown_read_statement);
  activity->leave_out = cooldown_reader_list_or_none (
      reader, "leave_out", sizeof (CooldownLeaveOut), cooldown_read_leave_out);
}

static void
read_routine_step (CooldownReader *reader, gpointer target)
{
  CooldownRoutineStep *step = target;
  CooldownContent *content = cooldown_reader_get_content (reader);
  const char *id = cooldown_reader_reference (reader, "activity", COOLDOWN_THING_ACTIVITY);

  step->activity = cooldown_content_find (content->activities, id);
  step->minutes = cooldown_reader_integer (reader, "minutes", 0, 120);
}

static void
check_routine (CooldownReader *reader, CooldownContent *self)
{
  int sum = 0;

  for (guint i = 0; i < self->routine->len; i++)
    sum += ((const CooldownRoutineStep *) g_ptr_array_index (self->routine, i))->minutes;
  if (sum != self->evening.winddown_minutes)
    cooldown_reader_report (reader, "winddown_minutes", "the routine has %d minutes", sum);
}

static void
read_feature (CooldownReader *reader, gpointer target)
{
  CooldownStatement *feature = target;

  feature->id = cooldown_reader_own_id (reader, "id");
  cooldown_read_statement (reader, feature);
}

static void
read_tip (CooldownReader *reader, gpointer target)
{
  CooldownTip *tip = target;
  CooldownContent *content = cooldown_reader_get_content (reader);
  const char *id = cooldown_reader_reference_or_null (reader, "activity", COOLDOWN_THING_ACTIVITY);

  tip->title = cooldown_reader_visible (reader, "title");
  tip->text = cooldown_reader_visible (reader, "text");
  tip->activity = id != NULL ? cooldown_content_find (content->activities, id) : NULL;
  cooldown_read_basis (reader, &tip->basis);
}

static void
read_effort (CooldownReader *reader, gpointer target)
{
  CooldownEveningNumbers *numbers = target;

  numbers->moderate_max = cooldown_reader_integer (reader, "moderate_max", 1, 10);
  numbers->hard_min = cooldown_reader_integer (reader, "hard_min", 1, 10);
  numbers->late_before = cooldown_reader_integer (reader, "late_before", 0, 1440);
  numbers->hard_days = cooldown_reader_integer (reader, "hard_days", 2, 14);
  if (numbers->hard_min <= numbers->moderate_max)
    cooldown_reader_report (reader, "hard_min", "must be more than “moderate_max”");
}

static void
read_nights (CooldownReader *reader, gpointer target)
{
  CooldownEveningNumbers *numbers = target;

  numbers->restless_min = cooldown_reader_integer (reader, "restless_min", 1, 10);
  numbers->per_week = cooldown_reader_integer (reader, "per_week", 1, 7);
  numbers->weeks = cooldown_reader_integer (reader, "weeks", 1, 52);
  numbers->costly = cooldown_reader_integer (reader, "costly", 1, 7);
}

static void
read_insights (CooldownReader *reader, gpointer target)
{
  CooldownEveningNumbers *numbers = target;

  numbers->min_nights = cooldown_reader_integer (reader, "min_nights", 1, 365);
  numbers->block_nights = cooldown_reader_integer (reader, "block_nights", 1, 60);
  numbers->draws = cooldown_reader_integer (reader, "draws", 1000, 1000000);
  numbers->confidence_percent = cooldown_reader_integer (reader, "confidence_percent", 50, 99);
}

static void
read_experiment_text (CooldownReader *reader, gpointer target)
{
  CooldownExperimentText *text = target;

  text->id = cooldown_reader_own_id (reader, "id");
  text->name = cooldown_reader_visible (reader, "name");
  text->question = cooldown_reader_visible (reader, "question");
  text->statements = cooldown_reader_list_or_none (
      reader, "statements", sizeof (CooldownStatement), cooldown_read_statement);
  cooldown_read_basis (reader, &text->basis);
}

/* The first turn and the last are alike: what only gets better or worse with time falls on both. */
static void
read_experiment (CooldownReader *reader, gpointer target)
{
  CooldownContent *self = target;

  self->evening.turn_nights = cooldown_reader_integer (reader, "turn_nights", 3, 14);
  self->evening.turns = cooldown_reader_integer (reader, "turns", 3, 19);
  if (self->evening.turns % 2 == 0)
    cooldown_reader_report (reader, "turns", "must be odd");
  self->experiments = cooldown_reader_series (reader, "factors", experiment_ids,
                                              sizeof (CooldownExperimentText),
                                              read_experiment_text);
  self->experiment_statements = cooldown_reader_list (
      reader, "statements", sizeof (CooldownStatement), cooldown_read_statement);
}

/*
 * cooldown_content_read_evening:
 * @reader: a reader
 * @content: a CooldownContent
 *
 * A CooldownReadFunc for evening.json.
 */
void
cooldown_content_read_evening (CooldownReader *reader, gpointer content)
{
  CooldownContent *self = content;
  CooldownEveningNumbers *numbers = &self->evening;

  self->limits = cooldown_reader_series (reader, "limits", limit_ids, sizeof (CooldownLimit),
                                         read_limit);
  self->activities = cooldown_reader_list (reader, "activities", sizeof (CooldownActivity),
                                           read_activity);
  self->routine = cooldown_reader_list (reader, "routine", sizeof (CooldownRoutineStep),
                                        read_routine_step);
  numbers->winddown_minutes = cooldown_reader_integer (reader, "winddown_minutes", 1, 240);
  check_routine (reader, self);
  numbers->restless_before = cooldown_reader_integer (reader, "restless_before", 0, 720);
  self->features = cooldown_reader_list (reader, "features", sizeof (CooldownStatement),
                                         read_feature);
  if (self->features->len != N_FEATURES)
    cooldown_reader_report (reader, "features", "must be %d", N_FEATURES);
  self->restless_now = cooldown_reader_list (reader, "restless_now", sizeof (CooldownTip), read_tip);
  cooldown_reader_object (reader, "effort", read_effort, numbers);
  cooldown_reader_object (reader, "nights", read_nights, numbers);
  self->reasons = cooldown_reader_series (reader, "reasons", reason_ids, sizeof (CooldownStatement),
                                          read_feature);
  self->advice = cooldown_reader_series (reader, "advice", advice_ids, sizeof (CooldownTopic),
                                         cooldown_read_topic);
  cooldown_reader_object (reader, "insights", read_insights, numbers);
  cooldown_reader_object (reader, "experiment", read_experiment, self);
  self->topics[COOLDOWN_TAB_EVENING] = cooldown_reader_series (
      reader, "topics", topic_ids, sizeof (CooldownTopic), cooldown_read_topic);
}

/**
 * cooldown_content_get_limits:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownLimit): what should end before bed, in order
 */
GPtrArray *
cooldown_content_get_limits (CooldownContent *self)
{
  return self->limits;
}

/**
 * cooldown_content_get_limit:
 * @self: the content
 * @id: the id of a limit
 *
 * Returns: (transfer none) (nullable): the limit, or %NULL if there is no such limit
 */
const CooldownLimit *
cooldown_content_get_limit (CooldownContent *self, const char *id)
{
  return cooldown_content_find (self->limits, id);
}

/**
 * cooldown_content_get_activities:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownActivity): all that can be done in the evening
 */
GPtrArray *
cooldown_content_get_activities (CooldownContent *self)
{
  return self->activities;
}

/**
 * cooldown_content_get_activity:
 * @self: the content
 * @id: the id of an activity
 *
 * Returns: (transfer none) (nullable): the activity, or %NULL if there is none of that id
 */
const CooldownActivity *
cooldown_content_get_activity (CooldownContent *self, const char *id)
{
  return cooldown_content_find (self->activities, id);
}

/**
 * cooldown_content_get_routine:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownRoutineStep): the wind-down, in order
 */
GPtrArray *
cooldown_content_get_routine (CooldownContent *self)
{
  return self->routine;
}

/**
 * cooldown_content_get_features:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownStatement): the five features of restless legs
 */
GPtrArray *
cooldown_content_get_features (CooldownContent *self)
{
  return self->features;
}

/**
 * cooldown_content_get_restless_now:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownTip): what to do when legs are restless now, the
 *   most important first; there is at least one
 */
GPtrArray *
cooldown_content_get_restless_now (CooldownContent *self)
{
  return self->restless_now;
}

/**
 * cooldown_content_get_reason:
 * @self: the content
 * @id: why nights reach a doctor: "restless" or "sleep"
 *
 * Returns: (transfer none): what is said of it
 */
const CooldownStatement *
cooldown_content_get_reason (CooldownContent *self, const char *id)
{
  return cooldown_content_find (self->reasons, id);
}

/**
 * cooldown_content_get_advice:
 * @self: the content
 * @id: what it is about: "hard-days" or "hard-late"
 *
 * Returns: (transfer none): what is advised for tonight
 */
const CooldownTopic *
cooldown_content_get_advice (CooldownContent *self, const char *id)
{
  return cooldown_content_find (self->advice, id);
}

/**
 * cooldown_content_get_evening_numbers:
 * @self: the content
 *
 * Returns: (transfer none): the numbers that the evening's rules depend on
 */
const CooldownEveningNumbers *
cooldown_content_get_evening_numbers (CooldownContent *self)
{
  return &self->evening;
}

/**
 * cooldown_content_get_experiment:
 * @self: the content
 * @id: the id of what can go before a night
 *
 * Returns: (transfer none) (nullable): the trial of it, or %NULL if it is none that one can try
 */
const CooldownExperimentText *
cooldown_content_get_experiment (CooldownContent *self, const char *id)
{
  return cooldown_content_find (self->experiments, id);
}

/**
 * cooldown_content_get_experiment_statements:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownStatement): what holds for every trial on oneself
 */
GPtrArray *
cooldown_content_get_experiment_statements (CooldownContent *self)
{
  return self->experiment_statements;
}
