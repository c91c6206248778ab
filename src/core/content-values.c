/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "content-reader-private.h"
#include "evening.h"

#include <stdio.h>
#include <string.h>

#define MINUTES_PER_HOUR 60

/* Whether an entry of an array of strings is right; reports when it is not. */
typedef void (*Judge) (CooldownReader *self, const char *field, const char *string, gconstpointer);

static void
check_line (CooldownReader *self, const char *member, const char *text)
{
  gsize length = strlen (text);

  if (length == 0)
    {
      cooldown_reader_report (self, member, "must not be empty");
      return;
    }
  if (g_unichar_isspace (g_utf8_get_char (text)) ||
      g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (text + length))))
    cooldown_reader_report (self, member, "has a space at its end");
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029)
        {
          cooldown_reader_report (self, member, "has a line break or control character in it");
          return;
        }
    }
}

/**
 * cooldown_reader_visible:
 * @self: a reader
 * @member: the name of a string that people see
 *
 * Returns: it, translated; "" when there is none
 */
const char *
cooldown_reader_visible (CooldownReader *self, const char *member)
{
  const char *text = cooldown_reader_take_string (self, member);

  if (text == NULL)
    return "";
  check_line (self, member, text);
  if (strchr (text, '%') != NULL)
    cooldown_reader_report (self, member, "has a “%%” in it");
  if (*text == '\0')
    return "";
  text = cooldown_arena_string (self->arena, g_dpgettext2 (GETTEXT_PACKAGE, "content", text));
  if (self->visible != NULL)
    g_ptr_array_add (self->visible, g_strdup (text));
  return text;
}

/**
 * cooldown_reader_line:
 * @self: a reader
 * @member: the name of a line of text that is not translated
 *
 * Returns: it, "" when there is none
 */
const char *
cooldown_reader_line (CooldownReader *self, const char *member)
{
  const char *text = cooldown_reader_take_string (self, member);

  if (text == NULL)
    return "";
  check_line (self, member, text);
  return cooldown_arena_string (self->arena, text);
}

/**
 * cooldown_reader_string:
 * @self: a reader
 * @member: the name of a string that is not translated
 *
 * Returns: it, "" when there is none
 */
const char *
cooldown_reader_string (CooldownReader *self, const char *member)
{
  const char *string = cooldown_reader_take_string (self, member);

  return string != NULL ? cooldown_arena_string (self->arena, string) : "";
}

/**
 * cooldown_reader_date:
 * @self: a reader
 * @member: the name of a day
 *
 * Returns: it, "2026-11-22"; "" when there is none
 */
const char *
cooldown_reader_date (CooldownReader *self, const char *member)
{
  const char *date = cooldown_reader_take_string (self, member);
  GDate parsed;

  if (date == NULL)
    return "";
  if (!cooldown_date_parse (date, &parsed) || g_date_get_year (&parsed) < 2000)
    cooldown_reader_report (self, member, "“%s” is no date like 2026-11-22", date);
  return cooldown_arena_string (self->arena, date);
}

/**
 * cooldown_reader_time:
 * @self: a reader
 * @member: the name of a time of day, "21:00"
 *
 * Returns: minutes after midnight
 */
int
cooldown_reader_time (CooldownReader *self, const char *member)
{
  const char *time = cooldown_reader_take_string (self, member);
  int hours = 0, minutes = 0;

  if (time == NULL)
    return 0;
  if (strlen (time) == 5 && g_ascii_isdigit (time[0]) && g_ascii_isdigit (time[1]) &&
      time[2] == ':' && g_ascii_isdigit (time[3]) && g_ascii_isdigit (time[4]) &&
      sscanf (time, "%2d:%2d", &hours, &minutes) == 2 && hours < 24 && minutes < MINUTES_PER_HOUR)
    return hours * MINUTES_PER_HOUR + minutes;
  cooldown_reader_report (self, member, "“%s” is no time like 21:00", time);
  return 0;
}

/**
 * cooldown_reader_boolean:
 * @self: a reader
 * @member: the name of a truth value
 *
 * Returns: it, %FALSE when there is none
 */
gboolean
cooldown_reader_boolean (CooldownReader *self, const char *member)
{
  JsonNode *node = cooldown_reader_take (self, member);

  if (node == NULL)
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  cooldown_reader_report (self, member, "must be true or false");
  return FALSE;
}

static int
check_integer (CooldownReader *self, const char *field, JsonNode *node, int min, int max)
{
  gint64 value;

  if (json_node_get_value_type (node) != G_TYPE_INT64)
    {
      cooldown_reader_report (self, field, "must be a whole number");
      return min;
    }
  value = json_node_get_int (node);
  if (value >= min && value <= max)
    return (int) value;
  if (min == max)
    cooldown_reader_report (self, field, "must be %d", min);
  else
    cooldown_reader_report (self, field, "must be from %d to %d", min, max);
  return value < min ? min : max;
}

/**
 * cooldown_reader_integer:
 * @self: a reader
 * @member: the name of a number
 * @min: the least it may be
 * @max: the most it may be
 *
 * Returns: it, or what comes nearest to it in that range; @min when there is none
 */
int
cooldown_reader_integer (CooldownReader *self, const char *member, int min, int max)
{
  JsonNode *node = cooldown_reader_take (self, member);

  return node != NULL ? check_integer (self, member, node, min, max) : min;
}

/**
 * cooldown_reader_integers:
 * @self: a reader
 * @member: the name of an array of numbers, at least one
 * @min: the least each may be
 * @max: the most each may be
 * @into: (element-type int): where they go
 */
void
cooldown_reader_integers (CooldownReader *self, const char *member, int min, int max, GArray *into)
{
  JsonArray *array = cooldown_reader_take_array (self, member, FALSE);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *field = g_strdup_printf ("%s[%u]", member, i);
      int value = check_integer (self, field, json_array_get_element (array, i), min, max);

      g_array_append_val (into, value);
    }
}

static void
judge_choice (CooldownReader *self, const char *field, const char *string, gconstpointer values)
{
  g_autofree char *all = NULL;

  if (g_strv_contains (values, string))
    return;
  all = g_strjoinv (", ", (char **) values);
  cooldown_reader_report (self, field, "“%s” is none of %s", string, all);
}

static void
judge_reference (CooldownReader *self, const char *field, const char *string, gconstpointer thing)
{
  g_autofree char *place = cooldown_reader_place (self, field);

  cooldown_review_refer (self->review, (CooldownThing) GPOINTER_TO_INT (thing), string, place);
}

/* The strings of @array, each of them judged and none of them twice. */
static const char *const *
read_strings (CooldownReader *self,
              const char *field,
              JsonArray *array,
              Judge judge,
              gconstpointer data)
{
  guint length = array != NULL ? json_array_get_length (array) : 0, count = 0;
  const char **strings = cooldown_arena_alloc (self->arena, (length + 1) * sizeof *strings);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < length; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autofree char *place = g_strdup_printf ("%s[%u]", field, i);
      const char *string;

      if (json_node_get_value_type (node) != G_TYPE_STRING)
        {
          cooldown_reader_report (self, place, "must be a string");
          continue;
        }
      string = json_node_get_string (node);
      judge (self, place, string, data);
      if (!g_hash_table_add (seen, (gpointer) string))
        cooldown_reader_report (self, place, "“%s” stands in this array before", string);
      strings[count++] = cooldown_arena_string (self->arena, string);
    }
  return strings;
}

/**
 * cooldown_reader_choice:
 * @self: a reader
 * @member: the name of a string that is one of a few
 * @values: (array zero-terminated=1): those few
 *
 * Returns: which of @values it is, 0 when it is none
 */
guint
cooldown_reader_choice (CooldownReader *self, const char *member, const char *const *values)
{
  const char *string = cooldown_reader_take_string (self, member);

  if (string == NULL)
    return 0;
  for (guint i = 0; values[i] != NULL; i++)
    if (strcmp (values[i], string) == 0)
      return i;
  judge_choice (self, member, string, values);
  return 0;
}

/**
 * cooldown_reader_choices:
 * @self: a reader
 * @member: the name of an array of strings, each one of a few
 * @values: (array zero-terminated=1): those few
 * @or_none: whether the array may be empty
 *
 * Returns: (transfer none) (array zero-terminated=1): the strings
 */
const char *const *
cooldown_reader_choices (CooldownReader *self,
                         const char *member,
                         const char *const *values,
                         gboolean or_none)
{
  JsonArray *array = cooldown_reader_take_array (self, member, or_none);

  return read_strings (self, member, array, judge_choice, values);
}

/**
 * cooldown_reader_reference:
 * @self: a reader
 * @member: the name of an id of something else
 * @thing: what it must be the id of, in whichever file
 *
 * Returns: the id, "" when there is none
 */
const char *
cooldown_reader_reference (CooldownReader *self, const char *member, CooldownThing thing)
{
  const char *id = cooldown_reader_take_string (self, member);

  if (id == NULL)
    return "";
  judge_reference (self, member, id, GINT_TO_POINTER (thing));
  return cooldown_arena_string (self->arena, id);
}

/**
 * cooldown_reader_reference_or_null:
 * @self: a reader
 * @member: the name of an id of something else, or of null
 * @thing: what it must be the id of
 *
 * Returns: (nullable): the id, %NULL where null stands
 */
const char *
cooldown_reader_reference_or_null (CooldownReader *self, const char *member, CooldownThing thing)
{
  if (cooldown_reader_null (self, member))
    return NULL;
  return cooldown_reader_reference (self, member, thing);
}

/**
 * cooldown_reader_references:
 * @self: a reader
 * @member: the name of an array of ids of something else
 * @thing: what they must be the ids of
 * @or_none: whether the array may be empty
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids
 */
const char *const *
cooldown_reader_references (CooldownReader *self,
                            const char *member,
                            CooldownThing thing,
                            gboolean or_none)
{
  JsonArray *array = cooldown_reader_take_array (self, member, or_none);

  return read_strings (self, member, array, judge_reference, GINT_TO_POINTER (thing));
}

/**
 * cooldown_reader_condition:
 * @self: a reader
 * @member: the name of a list of lists of ids of items
 * @or_none: whether the outer list may be empty
 * @condition: (out): what it is read into
 */
void
cooldown_reader_condition (CooldownReader *self,
                           const char *member,
                           gboolean or_none,
                           CooldownCondition *condition)
{
  JsonArray *lists = cooldown_reader_take_array (self, member, or_none);
  g_autoptr (GHashTable) seen = g_hash_table_new (json_node_hash, json_node_equal);

  condition->any = cooldown_arena_array (self->arena);
  for (guint i = 0; lists != NULL && i < json_array_get_length (lists); i++)
    {
      JsonNode *node = json_array_get_element (lists, i);
      g_autofree char *field = g_strdup_printf ("%s[%u]", member, i);

      if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) == 0)
        {
          cooldown_reader_report (self, field, "must be an array that is not empty");
          continue;
        }
      if (!g_hash_table_add (seen, node))
        cooldown_reader_report (self, field, "the same stands in this array before");
      g_ptr_array_add (condition->any, (gpointer) read_strings (
                                           self, field, json_node_get_array (node), judge_reference,
                                           GINT_TO_POINTER (COOLDOWN_THING_ITEM)));
    }
}
