/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content.h"

#include "content-private.h"
#include "content-resources.h"
#include "content-scan.h"

#include <glib/gstdio.h>

#define CONTENT_VERSION 1
#define BUNDLED_FOLDER "/cooldown/content/"

G_DEFINE_QUARK (cooldown - content - error - quark, cooldown_content_error)

G_DEFINE_FINAL_TYPE (CooldownContent, cooldown_content, G_TYPE_OBJECT)

/* In this order: what a file refers to while it is read comes before it. */
static const struct
{
  const char *name;
  CooldownReadFunc read;
} files[] = {
  { "sources.json", cooldown_content_read_sources },
  { "causes.json", cooldown_content_read_causes },
  { "checklist.json", cooldown_content_read_checklist },
  { "recovery.json", cooldown_content_read_recovery },
  { "ice.json", cooldown_content_read_ice },
  { "evening.json", cooldown_content_read_evening },
  { "reminders.json", cooldown_content_read_reminders },
};

static void
cooldown_content_finalize (GObject *object)
{
  CooldownContent *self = COOLDOWN_CONTENT (object);

  g_clear_pointer (&self->items_by_id, g_hash_table_unref);
  g_array_unref (self->gone_after);
  cooldown_arena_free (self->arena);
  G_OBJECT_CLASS (cooldown_content_parent_class)->finalize (object);
}

static void
cooldown_content_class_init (CooldownContentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cooldown_content_finalize;
}

static void
cooldown_content_init (CooldownContent *self)
{
  self->arena = cooldown_arena_new ();
  self->gone_after = g_array_new (FALSE, FALSE, sizeof (int));
}

typedef struct
{
  CooldownReadFunc read;
  gpointer content;
} Top;

static void
read_top (CooldownReader *reader, gpointer target)
{
  const Top *top = target;

  cooldown_reader_integer (reader, "version", CONTENT_VERSION, CONTENT_VERSION);
  cooldown_reader_date (reader, "checked");
  top->read (reader, top->content);
}

/* Returns: whether the file could be parsed at all. */
static gboolean
read_file (CooldownReader *reader, CooldownReview *review, guint index, GBytes *bytes)
{
  Top top = { files[index].read, cooldown_reader_get_content (reader) };
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!cooldown_content_scan (bytes, &error) ||
      !json_parser_load_from_data (parser, data, (gssize) size, &error))
    {
      cooldown_review_report (review, files[index].name, error->message);
      return FALSE;
    }
  cooldown_reader_run (reader, files[index].name, json_parser_get_root (parser), read_top, &top);
  return TRUE;
}

/* Whatever kept a file from being read, it counts as missing, unless the reason is our own. */
static void
refuse_file (const char *name, const GError *reason, GError **error)
{
  gint code = COOLDOWN_CONTENT_ERROR_MISSING;

  if (reason != NULL && reason->domain == COOLDOWN_CONTENT_ERROR)
    code = reason->code;
  g_set_error (error, COOLDOWN_CONTENT_ERROR, code, "%s: %s", name,
               reason != NULL ? reason->message : "cannot be read");
}

/*
 * cooldown_content_load_noting:
 * @visible: (nullable) (element-type utf8): where all strings that people see are noted, as
 *   translated, in the order of reading
 *
 * cooldown_content_load() for the program that checks the files.
 */
CooldownContent *
cooldown_content_load_noting (CooldownContentRead read,
                              gpointer data,
                              GPtrArray *visible,
                              GError **error)
{
  g_autoptr (CooldownContent) self = g_object_new (COOLDOWN_TYPE_CONTENT, NULL);
  g_autoptr (CooldownReview) review = cooldown_review_new ();
  g_autoptr (CooldownReader) reader = cooldown_reader_new (self, self->arena, review, visible);
  gboolean parsed = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) missing = NULL;
      g_autoptr (GBytes) bytes = read (files[i].name, data, &missing);

      if (bytes == NULL)
        {
          refuse_file (files[i].name, missing, error);
          return NULL;
        }
      parsed &= read_file (reader, review, i, bytes);
    }
  /* A file that could not be parsed would make every reference to it a problem of its own. */
  if (parsed)
    cooldown_review_resolve (review);
  if (cooldown_review_count (review) > 0)
    {
      g_autofree char *problems = cooldown_review_to_string (review);

      g_set_error_literal (error, COOLDOWN_CONTENT_ERROR, COOLDOWN_CONTENT_ERROR_INVALID, problems);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * cooldown_content_load:
 * @read: (scope call): gives the bytes of each of the seven files
 * @data: handed to @read
 * @error: return location
 *
 * Reads all content, checks everything that data/content/README.md says, and translates what
 * people see into the language of the process.
 *
 * Returns: (transfer full) (nullable): the content. %NULL with %COOLDOWN_CONTENT_ERROR_MISSING when
 *   a file could not be read, or with %COOLDOWN_CONTENT_ERROR_INVALID and one line per problem,
 *   "file: path.to.field: what is wrong"
 */
CooldownContent *
cooldown_content_load (CooldownContentRead read, gpointer data, GError **error)
{
  g_return_val_if_fail (read != NULL, NULL);
  return cooldown_content_load_noting (read, data, NULL, error);
}

static GBytes *
read_from_folder (const char *name, gpointer data, GError **error)
{
  g_autofree char *path = g_build_filename (data, name, NULL);
  g_autofree char *contents = NULL;
  GStatBuf status;
  gsize size;

  /* Before reading, which for some of these would take all memory or not end. */
  if (g_stat (path, &status) == 0)
    {
      if (!S_ISREG (status.st_mode))
        {
          g_set_error_literal (error, COOLDOWN_CONTENT_ERROR, COOLDOWN_CONTENT_ERROR_MISSING,
                               "is no regular file");
          return NULL;
        }
      if (status.st_size > COOLDOWN_CONTENT_MAX_SIZE)
        {
          g_set_error (error, COOLDOWN_CONTENT_ERROR, COOLDOWN_CONTENT_ERROR_INVALID,
                       "larger than %d bytes", COOLDOWN_CONTENT_MAX_SIZE);
          return NULL;
        }
    }
  if (!g_file_get_contents (path, &contents, &size, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&contents), size);
}

/*
 * cooldown_content_load_folder_noting:
 * @visible: (nullable) (element-type utf8): as for cooldown_content_load_noting()
 */
CooldownContent *
cooldown_content_load_folder_noting (const char *folder, GPtrArray *visible, GError **error)
{
  return cooldown_content_load_noting (read_from_folder, (gpointer) folder, visible, error);
}

/**
 * cooldown_content_load_folder:
 * @folder: a folder with the seven files
 * @error: return location
 *
 * Returns: (transfer full) (nullable): their content; as [func@Cooldown.Content.load]
 */
CooldownContent *
cooldown_content_load_folder (const char *folder, GError **error)
{
  g_return_val_if_fail (folder != NULL, NULL);
  return cooldown_content_load_folder_noting (folder, NULL, error);
}

static GBytes *
read_bundled (const char *name, gpointer data, GError **error)
{
  g_autofree char *path = g_strconcat (BUNDLED_FOLDER, name, NULL);

  return g_resource_lookup_data (cooldown_content_get_resource (), path,
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/**
 * cooldown_content_load_bundled:
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the content that the program was built with; as
 *   [func@Cooldown.Content.load]
 */
CooldownContent *
cooldown_content_load_bundled (GError **error)
{
  return cooldown_content_load (read_bundled, NULL, error);
}

/*
 * cooldown_content_find:
 * @array: an array of structures that begin with their id
 * @id: (nullable): an id
 *
 * Returns: (nullable): the one with that id
 */
gconstpointer
cooldown_content_find (GPtrArray *array, const char *id)
{
  for (guint i = 0; i < array->len; i++)
    {
      const char *const *candidate = g_ptr_array_index (array, i);

      if (g_strcmp0 (*candidate, id) == 0)
        return candidate;
    }
  return NULL;
}

/**
 * cooldown_content_get_topics:
 * @self: the content
 * @tab: a tab
 *
 * Returns: (transfer none) (element-type CooldownTopic): the tab's topics, in order
 */
GPtrArray *
cooldown_content_get_topics (CooldownContent *self, CooldownTab tab)
{
  return self->topics[tab];
}

/**
 * cooldown_content_get_topic:
 * @self: the content
 * @tab: a tab
 * @id: the id of a topic
 *
 * Returns: (transfer none) (nullable): the topic, or %NULL if the tab has no such topic
 */
const CooldownTopic *
cooldown_content_get_topic (CooldownContent *self, CooldownTab tab, const char *id)
{
  return cooldown_content_find (self->topics[tab], id);
}
