/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON of a journal, member by member. */
#include "import-read.h"

#include "core/entry-json.h"
#include "core/iso-time.h"
#include "core/version.h"

#include <string.h>

#define DEVICE_CHARACTERS G_CSET_a_2_z G_CSET_DIGITS "-"
#define OLDER "older"

typedef struct
{
  CooldownProblems *problems;
  ImportHead *head;
  GPtrArray *versions;
  GHashTable *uids;     /* of the kind that is being read, with where they stand */
  GHashTable *sessions; /* those that a workout belongs to, with where that stands */
} Reading;

typedef void (*ReadItem) (Reading *self, JsonObject *object, guint index, guint kind);

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

/* "" for a device that is not named. */
static const char *
read_device (Reading *self, JsonObject *object)
{
  const char *device = get_string (object, "device");

  if (device != NULL && strlen (device) <= COOLDOWN_ENTRY_MAX_UID &&
      strspn (device, DEVICE_CHARACTERS) == strlen (device))
    return device;
  cooldown_problems_report (self->problems, "device", "that is no name of a device");
  return "";
}

/* Twice in one file means that somebody put it together, and which of both to take is not said. */
static void
check_once (Reading *self, GHashTable *seen, const char *member, const char *uid, guint index)
{
  gpointer before;

  if (g_hash_table_lookup_extended (seen, uid, NULL, &before))
    cooldown_problems_report (self->problems, member, "“%s” stands in item %u before", uid,
                              GPOINTER_TO_UINT (before));
  else
    g_hash_table_insert (seen, g_strdup (uid), GUINT_TO_POINTER (index));
}

static void
read_entry (Reading *self, JsonObject *object, guint index, guint kind)
{
  g_autoptr (CooldownEntry) entry =
    cooldown_entry_new_from_json ((CooldownEntryKind) kind, object, self->problems);
  const char *session = NULL;

  if (entry == NULL)
    return;
  check_once (self, self->uids, "uid", cooldown_entry_get_uid (entry), index);
  if (kind == COOLDOWN_ENTRY_WORKOUT)
    session = cooldown_entry_get_text (entry, COOLDOWN_FIELD_WORKOUT_SESSION);
  if (session != NULL)
    check_once (self, self->sessions, "session", session, index);
  self->head->n_entries += cooldown_entry_get_deleted (entry) == 0;
  g_ptr_array_add (self->versions, cooldown_version_new (entry, self->head->device));
}

static void
read_older (Reading *self, JsonObject *object, guint index, guint unused)
{
  const char *kind_name = get_string (object, "kind");
  const char *device = read_device (self, object);
  JsonNode *node = json_object_get_member (object, "entry");
  g_autoptr (CooldownEntry) entry = NULL;
  CooldownEntryKind kind;
  gsize mark;

  if (!cooldown_entry_kind_parse (kind_name, &kind))
    cooldown_problems_report (self->problems, "kind", "that is no kind of entry");
  else if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node) || json_object_get_size (object) != 3)
    cooldown_problems_report (self->problems, NULL, "must have a kind, a device and an entry");
  else
    {
      mark = cooldown_problems_enter (self->problems, "entry");
      entry = cooldown_entry_new_from_json (kind, json_node_get_object (node), self->problems);
      cooldown_problems_leave (self->problems, mark);
    }
  if (entry != NULL)
    g_ptr_array_add (self->versions, cooldown_version_new (entry, device));
}

static void
read_list (Reading *self, JsonObject *object, const char *name, ReadItem read_item, guint kind)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array =
    node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gsize mark = cooldown_problems_enter (self->problems, name);

  if (array == NULL)
    cooldown_problems_report (self->problems, NULL,
                              node == NULL ? "missing" : "must be an array");
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);
      gsize inner = cooldown_problems_enter_item (self->problems, i);

      if (JSON_NODE_HOLDS_OBJECT (item))
        read_item (self, json_node_get_object (item), i, kind);
      else
        cooldown_problems_report (self->problems, NULL, "must be an object");
      cooldown_problems_leave (self->problems, inner);
    }
  cooldown_problems_leave (self->problems, mark);
}

static void
read_exported (Reading *self, JsonObject *object)
{
  const char *text = get_string (object, "exported");

  if (text == NULL ||
      !cooldown_iso_parse (text, &self->head->exported, &self->head->exported_offset))
    cooldown_problems_report (self->problems, "exported",
                              "must be a time like 2026-11-21T18:12:00+01:00");
}

static char *
get_list_name (guint kind)
{
  return g_strconcat (cooldown_entry_kind_get_name ((CooldownEntryKind) kind), "s", NULL);
}

static gboolean
is_known (const char *name)
{
  static const char *const names[] = { "format", "version", "exported", "device", OLDER, NULL };

  for (guint kind = 0; kind < COOLDOWN_N_ENTRY_KINDS; kind++)
    {
      g_autofree char *list = get_list_name (kind);

      if (strcmp (list, name) == 0)
        return TRUE;
    }
  return g_strv_contains (names, name);
}

/* Something that this reader does not know may be something that somebody wrote: better to say so
 * than to lose it without a word. */
static void
report_unknown (Reading *self, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!is_known (name))
      cooldown_problems_report (self->problems, name, "there is no such member");
}

/* Reads all of it; @head points into @object. */
void
import_read (JsonObject *object,
             ImportHead *head,
             GPtrArray *versions,
             CooldownProblems *problems)
{
  g_autoptr (GHashTable) sessions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading self = { problems, head, versions, NULL, sessions };

  report_unknown (&self, object);
  read_exported (&self, object);
  head->device = read_device (&self, object);
  for (guint kind = 0; kind < COOLDOWN_N_ENTRY_KINDS; kind++)
    {
      g_autoptr (GHashTable) uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autofree char *name = get_list_name (kind);

      self.uids = uids;
      read_list (&self, object, name, read_entry, kind);
    }
  read_list (&self, object, OLDER, read_older, 0);
}
