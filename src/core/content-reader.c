/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content-reader-private.h"

#include <string.h>

/**
 * cooldown_reader_new:
 * @content: what is being read, for the read functions to look up what came before
 * @arena: where all that is read lives
 * @review: where problems and references go
 * @visible: (nullable) (element-type utf8): where all strings that people see are noted
 *
 * Returns: (transfer full): a reader that stands nowhere yet
 */
CooldownReader *
cooldown_reader_new (CooldownContent *content,
                     CooldownArena *arena,
                     CooldownReview *review,
                     GPtrArray *visible)
{
  CooldownReader *self = g_new0 (CooldownReader, 1);

  self->content = content;
  self->arena = arena;
  self->review = review;
  self->visible = visible;
  self->path = g_string_new (NULL);
  return self;
}

/**
 * cooldown_reader_free:
 * @self: (transfer full): a reader
 */
void
cooldown_reader_free (CooldownReader *self)
{
  g_string_free (self->path, TRUE);
  g_free (self);
}

/**
 * cooldown_reader_get_content:
 * @self: a reader
 *
 * Returns: (transfer none): the content that is being read
 */
CooldownContent *
cooldown_reader_get_content (CooldownReader *self)
{
  return self->content;
}

/*
 * cooldown_reader_place:
 * @field: (nullable): a member of the present object, or a path that begins there
 *
 * Returns: (transfer full): "causes.json: causes[2].name"
 */
char *
cooldown_reader_place (CooldownReader *self, const char *field)
{
  g_autoptr (GString) place = g_string_new (self->file);

  if (self->path->len > 0 || field != NULL)
    g_string_append_printf (place, ": %s", self->path->str);
  if (self->path->len > 0 && field != NULL)
    g_string_append_c (place, '.');
  if (field != NULL)
    g_string_append (place, field);
  return g_string_free (g_steal_pointer (&place), FALSE);
}

/**
 * cooldown_reader_report:
 * @self: a reader
 * @field: (nullable): a member of the present object or a path that begins there, or %NULL for the
 *   object itself
 * @format: what is wrong, a format as of printf()
 * @...: what the format asks for
 */
void
cooldown_reader_report (CooldownReader *self, const char *field, const char *format, ...)
{
  g_autofree char *place = cooldown_reader_place (self, field);
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  cooldown_review_report (self->review, place, what);
}

static void
report_unknown_members (CooldownReader *self)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, self->frame.object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      if (strcmp (member, "_comment") == 0)
        {
          if (json_node_get_value_type (node) != G_TYPE_STRING ||
              *json_node_get_string (node) == '\0')
            cooldown_reader_report (self, member, "must be a string that is not empty");
        }
      else if (!g_hash_table_contains (self->frame.asked, member))
        cooldown_reader_report (self, member, "there is no such member");
    }
}

/* Lets @func read the object @node, which is at @step from here. */
static void
descend (CooldownReader *self,
         const char *step,
         JsonNode *node,
         const CooldownReaderFrame *frame,
         CooldownReadFunc func,
         gpointer target)
{
  g_autoptr (GHashTable) asked = g_hash_table_new (g_str_hash, g_str_equal);
  CooldownReaderFrame outer = self->frame;
  gsize length = self->path->len;

  g_string_append_printf (self->path, "%s%s", length > 0 && *step != '\0' ? "." : "", step);
  self->frame = *frame;
  self->frame.object = json_node_get_object (node);
  self->frame.asked = asked;
  func (self, target);
  report_unknown_members (self);
  self->frame = outer;
  g_string_truncate (self->path, length);
}

/**
 * cooldown_reader_run:
 * @self: a reader
 * @file: the name of a file, "causes.json"
 * @root: what the file holds
 * @func: (scope call): reads the object at its top
 * @target: what it is read into
 */
void
cooldown_reader_run (CooldownReader *self,
                     const char *file,
                     JsonNode *root,
                     CooldownReadFunc func,
                     gpointer target)
{
  const CooldownReaderFrame frame = { 0 };

  self->file = file;
  if (JSON_NODE_HOLDS_OBJECT (root))
    descend (self, "", root, &frame, func, target);
  else
    cooldown_reader_report (self, NULL, "must be an object");
}

/**
 * cooldown_reader_has:
 * @self: a reader
 * @member: the name of a member that may be left out
 *
 * Returns: whether the present object has it
 */
gboolean
cooldown_reader_has (CooldownReader *self, const char *member)
{
  return json_object_has_member (self->frame.object, member);
}

/**
 * cooldown_reader_null:
 * @self: a reader
 * @member: the name of a member that may be null
 *
 * Returns: whether null stands there, which then is all that there is to read
 */
gboolean
cooldown_reader_null (CooldownReader *self, const char *member)
{
  JsonNode *node = json_object_get_member (self->frame.object, member);

  if (node == NULL || !JSON_NODE_HOLDS_NULL (node))
    return FALSE;
  g_hash_table_add (self->frame.asked, (gpointer) member);
  return TRUE;
}

/* The member of that name, reported when it is missing. */
JsonNode *
cooldown_reader_take (CooldownReader *self, const char *member)
{
  JsonNode *node = json_object_get_member (self->frame.object, member);

  g_hash_table_add (self->frame.asked, (gpointer) member);
  if (node == NULL)
    cooldown_reader_report (self, member, "is missing");
  return node;
}

/* The string of that name, NULL and reported when there is none. */
const char *
cooldown_reader_take_string (CooldownReader *self, const char *member)
{
  JsonNode *node = cooldown_reader_take (self, member);

  if (node == NULL)
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  cooldown_reader_report (self, member, "must be a string");
  return NULL;
}

/* The array of that name, NULL and reported when there is none. */
JsonArray *
cooldown_reader_take_array (CooldownReader *self, const char *member, gboolean or_none)
{
  JsonNode *node = cooldown_reader_take (self, member);

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      cooldown_reader_report (self, member, "must be an array");
      return NULL;
    }
  if (!or_none && json_array_get_length (json_node_get_array (node)) == 0)
    cooldown_reader_report (self, member, "must not be empty");
  return json_node_get_array (node);
}

/* [A-Z]?[a-z0-9]+(-[a-z0-9]+)* */
static gboolean
is_id (const char *id)
{
  gboolean open = TRUE;

  if (g_ascii_isupper (*id))
    id++;
  for (; *id != '\0'; id++)
    {
      if (*id == '-' ? open : !g_ascii_islower (*id) && !g_ascii_isdigit (*id))
        return FALSE;
      open = *id == '-';
    }
  return !open;
}

/* Two letters, or a number with or without a letter; or one of two that were never printed. */
static gboolean
is_source_id (const char *id)
{
  if (strcmp (id, "memory") == 0 || strcmp (id, "ours") == 0)
    return TRUE;
  if (g_ascii_isupper (id[0]))
    return g_ascii_isupper (id[1]) && id[2] == '\0';
  if (*id < '1' || *id > '9')
    return FALSE;
  while (g_ascii_isdigit (*id))
    id++;
  return *id == '\0' || (g_ascii_islower (*id) && id[1] == '\0');
}

static const char *
read_own_id (CooldownReader *self, const char *member, gboolean (*is_valid) (const char *))
{
  const char *id = cooldown_reader_take_string (self, member);

  if (id == NULL)
    return "";
  if (!is_valid (id))
    cooldown_reader_report (self, member, "“%s” is no id", id);
  if (self->frame.series != NULL && strcmp (self->frame.series[self->frame.index], id) != 0)
    cooldown_reader_report (self, member, "must be “%s”", self->frame.series[self->frame.index]);
  else if (self->frame.siblings != NULL && !g_hash_table_add (self->frame.siblings, (gpointer) id))
    cooldown_reader_report (self, member, "“%s” stands in this array before", id);
  return cooldown_arena_string (self->arena, id);
}

/**
 * cooldown_reader_own_id:
 * @self: a reader
 * @member: the name of the member that tells the entries of an array apart
 *
 * Returns: the id of the present object
 */
const char *
cooldown_reader_own_id (CooldownReader *self, const char *member)
{
  return read_own_id (self, member, is_id);
}

/**
 * cooldown_reader_own_source_id:
 * @self: a reader
 * @member: the name of the member that tells the entries of an array apart
 *
 * Returns: the id of the present object, which is a source
 */
const char *
cooldown_reader_own_source_id (CooldownReader *self, const char *member)
{
  return read_own_id (self, member, is_source_id);
}

/**
 * cooldown_reader_define:
 * @self: a reader
 * @thing: what @id stands for
 * @id: an id that others may refer to
 */
void
cooldown_reader_define (CooldownReader *self, CooldownThing thing, const char *id)
{
  cooldown_review_define (self->review, thing, id);
}

/**
 * cooldown_reader_object:
 * @self: a reader
 * @member: the name of an object
 * @func: (scope call): reads it
 * @target: what it is read into
 */
void
cooldown_reader_object (CooldownReader *self,
                        const char *member,
                        CooldownReadFunc func,
                        gpointer target)
{
  const CooldownReaderFrame frame = { 0 };
  JsonNode *node = cooldown_reader_take (self, member);

  if (node == NULL)
    return;
  if (JSON_NODE_HOLDS_OBJECT (node))
    descend (self, member, node, &frame, func, target);
  else
    cooldown_reader_report (self, member, "must be an object");
}

static void
read_entries (CooldownReader *self,
              const char *member,
              JsonArray *entries,
              const char *const *series,
              gsize size,
              CooldownReadFunc func,
              GPtrArray *into)
{
  g_autoptr (GHashTable) siblings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new (json_node_hash, json_node_equal);
  CooldownReaderFrame frame = { .siblings = siblings, .series = series };

  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonNode *node = json_array_get_element (entries, i);
      g_autofree char *step = g_strdup_printf ("%s[%u]", member, i);
      gpointer target;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        {
          cooldown_reader_report (self, step, "must be an object");
          continue;
        }
      if (!g_hash_table_add (seen, node))
        cooldown_reader_report (self, step, "the same stands in this array before");
      frame.index = i;
      target = cooldown_arena_alloc (self->arena, size);
      g_ptr_array_add (into, target);
      descend (self, step, node, &frame, func, target);
    }
}

static GPtrArray *
read_array (CooldownReader *self,
            const char *member,
            gboolean or_none,
            const char *const *series,
            gsize size,
            CooldownReadFunc func)
{
  GPtrArray *array = cooldown_arena_array (self->arena);
  JsonArray *entries = cooldown_reader_take_array (self, member, or_none);

  if (entries == NULL)
    return array;
  if (series != NULL && json_array_get_length (entries) != g_strv_length ((char **) series))
    {
      g_autofree char *ids = g_strjoinv (" ", (char **) series);

      cooldown_reader_report (self, member, "must be exactly these, in this order: %s", ids);
      series = NULL;
    }
  read_entries (self, member, entries, series, size, func, array);
  return array;
}

/**
 * cooldown_reader_list:
 * @self: a reader
 * @member: the name of an array of objects, at least one
 * @size: size of what one of them is read into
 * @func: (scope call): reads one of them into that many bytes, all 0 before
 *
 * Returns: (transfer none): what they were read into
 */
GPtrArray *
cooldown_reader_list (CooldownReader *self, const char *member, gsize size, CooldownReadFunc func)
{
  return read_array (self, member, FALSE, NULL, size, func);
}

/**
 * cooldown_reader_list_or_none:
 * @self: a reader
 * @member: the name of an array of objects that may be empty
 * @size: as for cooldown_reader_list()
 * @func: (scope call): as for cooldown_reader_list()
 *
 * Returns: (transfer none): what they were read into
 */
GPtrArray *
cooldown_reader_list_or_none (CooldownReader *self,
                              const char *member,
                              gsize size,
                              CooldownReadFunc func)
{
  return read_array (self, member, TRUE, NULL, size, func);
}

/**
 * cooldown_reader_series:
 * @self: a reader
 * @member: the name of an array of objects
 * @ids: (array zero-terminated=1): the ids that they must have, in order
 * @size: as for cooldown_reader_list()
 * @func: (scope call): as for cooldown_reader_list()
 *
 * Returns: (transfer none): what they were read into
 */
GPtrArray *
cooldown_reader_series (CooldownReader *self,
                        const char *member,
                        const char *const *ids,
                        gsize size,
                        CooldownReadFunc func)
{
  return read_array (self, member, FALSE, ids, size, func);
}
