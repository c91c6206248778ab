/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-json.h"

#include "iso-time.h"

#include <string.h>

#define NO_TIME "“%s” is no time like 2026-11-21T18:12:00+01:00"

static const char *
get_string (JsonNode *node)
{
  return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* The string at @node; NULL and reported when there is none. */
static const char *
read_string (JsonNode *node, const char *name, CooldownProblems *problems)
{
  const char *string = get_string (node);

  if (string == NULL)
    cooldown_problems_report (problems, name, "must be a string");
  return string;
}

static gboolean
read_number (JsonNode *node, const char *name, gint64 *number, CooldownProblems *problems)
{
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    {
      *number = json_node_get_int (node);
      return TRUE;
    }
  cooldown_problems_report (problems, name, "must be a number");
  return FALSE;
}

static gboolean
read_time (JsonNode *node,
           const char *name,
           gint64 *wall,
           gint32 *offset,
           CooldownProblems *problems)
{
  const char *text = read_string (node, name, problems);

  if (text == NULL)
    return FALSE;
  if (cooldown_iso_parse (text, wall, offset))
    return TRUE;
  cooldown_problems_report (problems, name, NO_TIME, text);
  return FALSE;
}

/* What is about the note itself; FALSE when @name is none of that. */
static gboolean
read_about (CooldownEntry *self, const char *name, JsonNode *node, CooldownProblems *problems)
{
  gint64 number = 0;
  gint32 offset = 0;

  if (strcmp (name, "uid") == 0)
    cooldown_entry_set_uid (self, read_string (node, name, problems));
  else if (strcmp (name, "edits") == 0)
    {
      if (read_number (node, name, &number, problems))
        cooldown_entry_set_edits (self, number, cooldown_entry_get_edited (self));
    }
  else if (strcmp (name, "edited") == 0)
    {
      if (read_time (node, name, &number, &offset, problems))
        cooldown_entry_set_edits (self, cooldown_entry_get_edits (self), number);
    }
  else if (strcmp (name, "deleted") == 0)
    {
      if (read_time (node, name, &number, &offset, problems))
        cooldown_entry_set_deleted (self, number);
    }
  else if (strcmp (name, "written") == 0)
    {
      if (read_time (node, name, &number, &offset, problems))
        cooldown_entry_set_written (self, number, offset);
    }
  else
    return FALSE;
  return TRUE;
}

static void
read_ids (CooldownEntry *self, CooldownField field, JsonNode *node, CooldownProblems *problems)
{
  const CooldownFieldInfo *info = cooldown_field_get_info (field);
  g_autoptr (GString) ids = g_string_new (NULL);
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gsize mark = cooldown_problems_enter (problems, info->name);

  if (array == NULL)
    cooldown_problems_report (problems, NULL, "must be an array");
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *id = get_string (json_array_get_element (array, i));

      /* Of what is too long already, no more is needed to see that. */
      if (ids->len > (gsize) info->max)
        break;
      if (id == NULL || *id == '\0' || strchr (id, ' ') != NULL)
        {
          gsize inner = cooldown_problems_enter_item (problems, i);

          cooldown_problems_report (problems, NULL, "that is no id");
          cooldown_problems_leave (problems, inner);
          continue;
        }
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", id);
    }
  cooldown_problems_leave (problems, mark);
  if (ids->len > 0)
    cooldown_entry_set_text (self, field, ids->str);
}

static void
read_field (CooldownEntry *self, CooldownField field, JsonNode *node, CooldownProblems *problems)
{
  const CooldownFieldInfo *info = cooldown_field_get_info (field);
  gint64 number;
  gint32 offset;

  switch (info->type)
    {
    case COOLDOWN_TYPE_FIELD_TIME:
      if (read_time (node, info->name, &number, &offset, problems))
        cooldown_entry_set_time (self, field, number, offset);
      break;
    case COOLDOWN_TYPE_FIELD_NUMBER:
      if (read_number (node, info->name, &number, problems))
        cooldown_entry_set_number (self, field, number);
      break;
    case COOLDOWN_TYPE_FIELD_FLAG:
      if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        cooldown_entry_set_number (self, field, json_node_get_boolean (node));
      else
        cooldown_problems_report (problems, info->name, "must be true or false");
      break;
    case COOLDOWN_TYPE_FIELD_IDS:
      read_ids (self, field, node, problems);
      break;
    case COOLDOWN_TYPE_FIELD_TEXT:
    case COOLDOWN_TYPE_FIELD_CHOICE:
    case COOLDOWN_TYPE_FIELD_REFERENCE:
    default:
      cooldown_entry_set_text (self, field, read_string (node, info->name, problems));
      break;
    }
}

static void
read_event (CooldownEntry *self, JsonObject *object, CooldownProblems *problems)
{
  const char *event_name = NULL, *arg = "";
  gint64 at = 0;
  gint32 offset = 0;
  gboolean has_time = FALSE;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (strcmp (name, "name") == 0)
        event_name = read_string (node, name, problems);
      else if (strcmp (name, "arg") == 0)
        arg = read_string (node, name, problems);
      else if (strcmp (name, "at") == 0)
        has_time = read_time (node, name, &at, &offset, problems);
      else
        cooldown_problems_report (problems, name, "there is no such member");
    }
  if (event_name == NULL || arg == NULL || !has_time)
    cooldown_problems_report (problems, NULL, "an event has a name and a time");
  else
    cooldown_entry_add_event (self, event_name, arg, at, offset);
}

static void
read_events (CooldownEntry *self, JsonNode *node, CooldownProblems *problems)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gsize mark = cooldown_problems_enter (problems, "events");

  if (array == NULL)
    cooldown_problems_report (problems, NULL, "must be an array");
  else if (json_array_get_length (array) > COOLDOWN_ENTRY_MAX_EVENTS)
    cooldown_problems_report (problems, NULL, "more than %d", COOLDOWN_ENTRY_MAX_EVENTS);
  else
    for (guint i = 0; i < json_array_get_length (array); i++)
      {
        JsonNode *event = json_array_get_element (array, i);
        gsize inner = cooldown_problems_enter_item (problems, i);

        if (JSON_NODE_HOLDS_OBJECT (event))
          read_event (self, json_node_get_object (event), problems);
        else
          cooldown_problems_report (problems, NULL, "must be an object");
        cooldown_problems_leave (problems, inner);
      }
  cooldown_problems_leave (problems, mark);
}

/* The field of that name; FALSE when the kind has none. */
static gboolean
find_field (CooldownEntryKind kind, const char *name, CooldownField *field)
{
  CooldownField first = cooldown_entry_kind_get_first_field (kind);

  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (kind); i++)
    {
      *field = (CooldownField) (first + i);
      if (strcmp (cooldown_field_get_info (*field)->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Returns whether it was something that is noted. */
static gboolean
read_member (CooldownEntry *self, const char *name, JsonNode *node, CooldownProblems *problems)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (self);
  CooldownField field;

  if (read_about (self, name, node, problems))
    return FALSE;
  if (find_field (kind, name, &field))
    read_field (self, field, node, problems);
  else if (kind == COOLDOWN_ENTRY_SESSION && strcmp (name, "events") == 0)
    read_events (self, node, problems);
  else
    cooldown_problems_report (problems, name, "there is no such member");
  return TRUE;
}

/* What is wrong with an entry begins with the name of a field. */
static void
report_error (CooldownProblems *problems, const GError *error)
{
  g_auto (GStrv) parts = g_strsplit (error->message, ": ", 2);

  if (parts[1] != NULL)
    cooldown_problems_report (problems, parts[0], "%s", parts[1]);
  else
    cooldown_problems_report (problems, NULL, "%s", error->message);
}

/**
 * cooldown_entry_new_from_json:
 * @kind: what it is about
 * @object: what [method@Cooldown.Entry.to_json] wrote, parsed
 * @problems: where is told what is wrong with it
 *
 * Returns: (transfer full) (nullable): the entry; %NULL when anything is wrong with it
 */
CooldownEntry *
cooldown_entry_new_from_json (CooldownEntryKind kind,
                              JsonObject *object,
                              CooldownProblems *problems)
{
  g_autoptr (CooldownEntry) self = cooldown_entry_new (kind);
  g_autoptr (GError) error = NULL;
  guint before = cooldown_problems_count (problems);
  guint n_noted = 0;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    n_noted += read_member (self, name, node, problems);
  if (cooldown_problems_count (problems) > before)
    return NULL;
  if (!cooldown_entry_check_whole (self, &error))
    report_error (problems, error);
  else if (cooldown_entry_is_emptied (self) && n_noted > 0)
    cooldown_problems_report (problems, "written", "missing");
  return cooldown_problems_count (problems) > before ? NULL : g_steal_pointer (&self);
}
