/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content-private.h"

/* Nobody should drink more than this in an hour. */
#define MOST_ML 1400
#define MOST_OZ 48

static const char *const step_ids[] = {
  "move", "loosen", "drink", "eat", "rest", "massage", "showers", "ice", "check", NULL,
};

static const char *const question_ids[] = { "tingling", "fine", NULL };

static const char *const topic_ids[] = {
  "drink-notes", "overdrinking", "one-hour", "still",       "morning",
  "note",        "report",       "ordinary", "no-remedies", NULL,
};

typedef struct
{
  const char *id;
  const char *text;
} Question;

static void
read_step (CooldownReader *reader, gpointer target)
{
  CooldownStep *step = target;

  step->id = cooldown_reader_own_id (reader, "id");
  step->title = cooldown_reader_visible (reader, "title");
  if (cooldown_reader_has (reader, "detail"))
    step->detail = cooldown_reader_visible (reader, "detail");
  step->evidence = cooldown_reader_list_or_none (reader, "evidence", sizeof (CooldownStatement),
                                                 cooldown_read_statement);
  step->leave_out = cooldown_reader_list_or_none (reader, "leave_out", sizeof (CooldownLeaveOut),
                                                  cooldown_read_leave_out);
  cooldown_read_basis (reader, &step->basis);
}

static void
read_question (CooldownReader *reader, gpointer target)
{
  Question *question = target;

  question->id = cooldown_reader_own_id (reader, "id");
  question->text = cooldown_reader_visible (reader, "question");
}

static void
check_rising (CooldownReader *reader, const char *member, GArray *numbers)
{
  for (guint i = 1; i < numbers->len; i++)
    if (g_array_index (numbers, int, i) <= g_array_index (numbers, int, i - 1))
      {
        g_autofree char *field = g_strdup_printf ("%s[%u]", member, i);

        cooldown_reader_report (reader, field, "must be more than the one before");
      }
}

static void
read_check (CooldownReader *reader, gpointer target)
{
  CooldownContent *self = target;

  self->recovery_rules.check_after = cooldown_reader_integer (reader, "minutes", 1, 60) *
                                     COOLDOWN_MINUTE;
  self->recovery_rules.lapses = cooldown_reader_integer (reader, "lapses_minutes", 60, 1440) *
                                COOLDOWN_MINUTE;
  cooldown_reader_integers (reader, "gone_after", 1, 59, self->gone_after);
  check_rising (reader, "gone_after", self->gone_after);
  self->questions = cooldown_reader_series (reader, "questions", question_ids, sizeof (Question),
                                            read_question);
}

static void
read_range (CooldownReader *reader, const char *member, int most, int range[2])
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (int));

  cooldown_reader_integers (reader, member, 1, most, numbers);
  if (numbers->len != 2)
    {
      cooldown_reader_report (reader, member, "must be two numbers, from and to");
      return;
    }
  range[0] = g_array_index (numbers, int, 0);
  range[1] = g_array_index (numbers, int, 1);
  if (range[0] > range[1])
    cooldown_reader_report (reader, member, "must rise, or be the same twice");
}

static void
read_drink (CooldownReader *reader, gpointer target)
{
  CooldownDrink *drink = target;

  drink->id = cooldown_reader_own_id (reader, "id");
  drink->title = cooldown_reader_visible (reader, "title");
  read_range (reader, "ml", MOST_ML, drink->ml);
  read_range (reader, "oz", MOST_OZ, drink->oz);
  cooldown_read_basis (reader, &drink->basis);
}

static void
read_drink_limit (CooldownReader *reader, gpointer target)
{
  CooldownContent *self = target;

  self->drink_limit.ml = cooldown_reader_integer (reader, "ml", 1, MOST_ML);
  self->drink_limit.oz = cooldown_reader_integer (reader, "oz", 1, MOST_OZ);
  self->drink_limit.remind_minutes = cooldown_reader_integer (reader, "remind_minutes", 20, 60);
}

/*
 * cooldown_content_read_recovery:
 * @reader: a reader
 * @content: a CooldownContent
 *
 * A CooldownReadFunc for recovery.json.
 */
void
cooldown_content_read_recovery (CooldownReader *reader, gpointer content)
{
  CooldownContent *self = content;

  self->steps = cooldown_reader_series (reader, "steps", step_ids, sizeof (CooldownStep),
                                        read_step);
  cooldown_reader_object (reader, "check", read_check, self);
  self->drinks = cooldown_reader_list (reader, "drinks", sizeof (CooldownDrink), read_drink);
  cooldown_reader_object (reader, "drink_limit", read_drink_limit, self);
  self->topics[COOLDOWN_TAB_RECOVER] = cooldown_reader_series (
      reader, "topics", topic_ids, sizeof (CooldownTopic), cooldown_read_topic);
}

/**
 * cooldown_content_get_steps:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownStep): the steps of the hour, in order
 */
GPtrArray *
cooldown_content_get_steps (CooldownContent *self)
{
  return self->steps;
}

/**
 * cooldown_content_get_recovery_rules:
 * @self: the content
 *
 * Returns: (transfer none): the numbers that the hour follows
 */
const CooldownRecoveryRules *
cooldown_content_get_recovery_rules (CooldownContent *self)
{
  return &self->recovery_rules;
}

/**
 * cooldown_content_get_gone_after:
 * @self: the content
 *
 * Returns: (transfer none) (element-type int): the minutes that are offered as an answer to after
 *   how long the tingling was gone, rising
 */
GArray *
cooldown_content_get_gone_after (CooldownContent *self)
{
  return self->gone_after;
}

/**
 * cooldown_content_get_check_question:
 * @self: the content
 * @legs: how the legs felt at the end of the workout
 *
 * Returns: (transfer none): what is asked after an hour
 */
const char *
cooldown_content_get_check_question (CooldownContent *self, CooldownLegs legs)
{
  const char *id = legs == COOLDOWN_LEGS_TINGLING ? "tingling" : "fine";
  const Question *question = cooldown_content_find (self->questions, id);

  return question->text;
}

/**
 * cooldown_content_get_drinks:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownDrink): the drinks around a workout, in order
 */
GPtrArray *
cooldown_content_get_drinks (CooldownContent *self)
{
  return self->drinks;
}

/**
 * cooldown_content_get_drink_limit:
 * @self: the content
 * @ml: (out) (optional): the most that may be drunk in an hour, in millilitres
 * @oz: (out) (optional): the same in US fluid ounces
 * @remind_minutes: (out) (optional): how often a sip may be spoken of, in minutes
 */
void
cooldown_content_get_drink_limit (CooldownContent *self, int *ml, int *oz, int *remind_minutes)
{
  if (ml != NULL)
    *ml = self->drink_limit.ml;
  if (oz != NULL)
    *oz = self->drink_limit.oz;
  if (remind_minutes != NULL)
    *remind_minutes = self->drink_limit.remind_minutes;
}
