/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content-private.h"

#include <string.h>

/* Stands for every warning sign among the ticks that forbid ice. */
#define ANY_SIGN "warn"

static const char *const gate_ids[] = {
  "gate-feeling", "gate-diabetes", "gate-arteries",  "gate-cold",
  "gate-nerve",   "gate-heart",    "gate-frostbite", NULL,
};

static const char *const today_ids[] = { "now-touch", "now-skin", NULL };

static const char *const topic_ids[] = {
  "how",   "stop",    "avoid",   "keep-off", "wrong", "only-now",
  "after", "refused", "offered", "evidence", "harm",  NULL,
};

/* The durations, in minutes. A longer round or a shorter break than these is no valid file. */
static const struct
{
  const char *name;
  gsize offset;
  int min, max;
} durations[] = {
  { "interval", offsetof (CooldownIceProtocol, interval), 60, 240 },
  { "rest", offsetof (CooldownIceProtocol, rest), 45, 240 },
  { "skin_check", offsetof (CooldownIceProtocol, skin_check), 1, 5 },
  { "late_answer", offsetof (CooldownIceProtocol, late_answer), 1, 5 },
  { "repeat_every", offsetof (CooldownIceProtocol, repeat_every), 1, 5 },
  { "repeat_for", offsetof (CooldownIceProtocol, repeat_for), 1, 60 },
  { "repeat_then", offsetof (CooldownIceProtocol, repeat_then), 1, 15 },
  { "close_after", offsetof (CooldownIceProtocol, close_after), 10, 60 },
  { "snooze", offsetof (CooldownIceProtocol, snooze), 1, 60 },
  { "pause_limit", offsetof (CooldownIceProtocol, pause_limit), 1, 360 },
  { "due_repeat", offsetof (CooldownIceProtocol, due_repeat), 1, 60 },
  { "due_lapses", offsetof (CooldownIceProtocol, due_lapses), 1, 360 },
};

typedef struct
{
  int least, most;
  int min, max, preset;
} Choice;

static void
read_choice (CooldownReader *reader, gpointer target)
{
  Choice *choice = target;

  choice->min = cooldown_reader_integer (reader, "min", choice->least, choice->most);
  choice->max = cooldown_reader_integer (reader, "max", choice->least, choice->most);
  choice->preset = cooldown_reader_integer (reader, "default", choice->least, choice->most);
  if (choice->min > choice->max)
    cooldown_reader_report (reader, "min", "is more than “max”");
  else if (choice->preset < choice->min || choice->preset > choice->max)
    cooldown_reader_report (reader, "default", "is not from “min” to “max”");
}

static void
read_protocol (CooldownReader *reader, gpointer target)
{
  CooldownContent *self = target;
  CooldownIceProtocol *protocol = &self->ice_protocol;
  Choice minutes = { .least = 10, .most = COOLDOWN_ICE_CEILING_MINUTES };
  Choice rounds = { .least = 1, .most = COOLDOWN_ICE_MAX_ROUNDS };

  cooldown_reader_object (reader, "minutes", read_choice, &minutes);
  protocol->minutes_min = (guint) minutes.min;
  protocol->minutes_max = (guint) minutes.max;
  protocol->minutes_default = (guint) minutes.preset;
  cooldown_reader_object (reader, "rounds", read_choice, &rounds);
  protocol->rounds_min = (guint) rounds.min;
  protocol->rounds_max = (guint) rounds.max;
  protocol->rounds_default = (guint) rounds.preset;
  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    *(gint64 *) G_STRUCT_MEMBER_P (protocol, durations[i].offset) =
        cooldown_reader_integer (reader, durations[i].name, durations[i].min, durations[i].max) *
        COOLDOWN_MINUTE;
  protocol->sessions_per_day = (guint) cooldown_reader_integer (reader, "sessions_per_day", 1, 1);
  protocol->gate_days = (guint) cooldown_reader_integer (reader, "gate_days", 1, 365);
  protocol->no_exercise_minutes = (guint) cooldown_reader_integer (reader, "no_exercise", 30, 240);
  cooldown_reader_integer (reader, "best_within_hours", 1, 12);
  self->ice_statements = cooldown_reader_list (reader, "statements", sizeof (CooldownStatement),
                                               cooldown_read_statement);
}

static void
read_gate (CooldownReader *reader, gpointer target)
{
  CooldownGateQuestion *question = target;

  question->id = cooldown_reader_own_id (reader, "id");
  cooldown_reader_define (reader, COOLDOWN_THING_GATE, question->id);
  question->question = cooldown_reader_visible (reader, "question");
  question->preset = cooldown_reader_references (reader, "preset", COOLDOWN_THING_ITEM, TRUE);
  question->name = cooldown_reader_visible (reader, "name");
  cooldown_read_basis (reader, &question->basis);
}

/* Goes into the question that it is about. */
static void
read_first_if (CooldownReader *reader, gpointer target)
{
  CooldownContent *content = cooldown_reader_get_content (reader);
  const char *item = cooldown_reader_reference (reader, "item", COOLDOWN_THING_ITEM);
  const char *gate = cooldown_reader_reference (reader, "gate", COOLDOWN_THING_GATE);
  CooldownGateQuestion *question = (gpointer) cooldown_content_find (content->gate, gate);

  if (question == NULL)
    return;
  if (question->first_if != NULL)
    cooldown_reader_report (reader, "gate", "“%s” stands in this array before", gate);
  question->first_if = item;
}

static void
read_answer (CooldownReader *reader, gpointer target)
{
  const char **name = target;

  *name = cooldown_reader_visible (reader, "name");
}

static void
read_today (CooldownReader *reader, gpointer target)
{
  CooldownTodayQuestion *question = target;

  question->id = cooldown_reader_own_id (reader, "id");
  question->question = cooldown_reader_visible (reader, "question");
  cooldown_reader_object (reader, "clear", read_answer, &question->clear_name);
  cooldown_reader_object (reader, "stop", read_answer, &question->stop_name);
  question->text = cooldown_reader_visible (reader, "text");
  cooldown_read_basis (reader, &question->basis);
}

static void
read_forbidding (CooldownReader *reader, gpointer target)
{
  CooldownForbidding *forbidding = target;

  forbidding->item = cooldown_reader_own_id (reader, "item");
  if (g_str_has_prefix (forbidding->item, COOLDOWN_ITEM_SIGN_PREFIX))
    cooldown_reader_report (reader, "item", "“%s” stands for all warning signs", ANY_SIGN);
  else if (strcmp (forbidding->item, ANY_SIGN) != 0)
    cooldown_reader_reference (reader, "item", COOLDOWN_THING_ITEM);
  forbidding->text = cooldown_reader_visible (reader, "text");
  cooldown_read_basis (reader, &forbidding->basis);
}

/*
 * cooldown_content_read_ice:
 * @reader: a reader
 * @content: a CooldownContent
 *
 * A CooldownReadFunc for ice.json.
 */
void
cooldown_content_read_ice (CooldownReader *reader, gpointer content)
{
  CooldownContent *self = content;

  cooldown_reader_object (reader, "protocol", read_protocol, self);
  self->gate = cooldown_reader_series (reader, "gate", gate_ids, sizeof (CooldownGateQuestion),
                                       read_gate);
  cooldown_reader_list (reader, "first_if", sizeof (gpointer), read_first_if);
  self->today = cooldown_reader_series (reader, "today", today_ids, sizeof (CooldownTodayQuestion),
                                        read_today);
  self->forbidding = cooldown_reader_list (reader, "forbidding", sizeof (CooldownForbidding),
                                           read_forbidding);
  if (cooldown_content_find (self->forbidding, ANY_SIGN) == NULL)
    cooldown_reader_report (reader, "forbidding", "“%s” is missing", ANY_SIGN);
  cooldown_reader_object (reader, "alcohol", cooldown_read_statement, &self->alcohol);
  self->topics[COOLDOWN_TAB_ICE] = cooldown_reader_series (
      reader, "topics", topic_ids, sizeof (CooldownTopic), cooldown_read_topic);
}

/**
 * cooldown_content_get_ice_protocol:
 * @self: the content
 *
 * Returns: (transfer none): the numbers that icing follows
 */
const CooldownIceProtocol *
cooldown_content_get_ice_protocol (CooldownContent *self)
{
  return &self->ice_protocol;
}

/**
 * cooldown_content_get_ice_statements:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownStatement): why the numbers of icing are as they
 *   are
 */
GPtrArray *
cooldown_content_get_ice_statements (CooldownContent *self)
{
  return self->ice_statements;
}

/**
 * cooldown_content_get_gate:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownGateQuestion): the lasting conditions that forbid
 *   ice, in the order in which they are asked
 */
GPtrArray *
cooldown_content_get_gate (CooldownContent *self)
{
  return self->gate;
}

/**
 * cooldown_content_get_today:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownTodayQuestion): what is asked before every session
 */
GPtrArray *
cooldown_content_get_today (CooldownContent *self)
{
  return self->today;
}

/**
 * cooldown_content_get_forbidding:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownForbidding): the ticks that forbid ice; the item
 *   "warn" stands for every warning sign
 */
GPtrArray *
cooldown_content_get_forbidding (CooldownContent *self)
{
  return self->forbidding;
}

/**
 * cooldown_content_find_forbidding:
 * @self: the content
 * @item: the id of an item
 *
 * Returns: (transfer none) (nullable): why a tick of @item forbids ice, for a warning sign the
 *   entry of them all; %NULL if it does not forbid it
 */
const CooldownForbidding *
cooldown_content_find_forbidding (CooldownContent *self, const char *item)
{
  gboolean sign = cooldown_content_get_sign (self, item) != NULL;

  return cooldown_content_find (self->forbidding, sign ? ANY_SIGN : item);
}

/**
 * cooldown_content_get_alcohol:
 * @self: the content
 *
 * Returns: (transfer none): what is said when alcohol was noted for tonight
 */
const CooldownStatement *
cooldown_content_get_alcohol (CooldownContent *self)
{
  return &self->alcohol;
}
