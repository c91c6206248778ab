/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content-private.h"

#include <string.h>

static const char *const cause_ids[] = { COOLDOWN_CAUSE_IDS, NULL };

static const char *const standings[] = { "common", "between", "rare", NULL };

static const struct
{
  const char *id;
  gboolean required;
} topic_order[] = {
  { "what", TRUE },  { "feel", TRUE },      { "where", FALSE }, { "course", TRUE },
  { "risk", FALSE }, { "self-care", TRUE }, { "whom", TRUE },   { "evidence", FALSE },
};

/* Where a topic stands among those that a cause can have. */
static guint
rank_of (const char *id)
{
  guint rank = 0;

  while (rank < G_N_ELEMENTS (topic_order) && strcmp (topic_order[rank].id, id) != 0)
    rank++;
  return rank;
}

static void
check_topics (CooldownReader *reader, GPtrArray *topics)
{
  guint next = 0;

  for (guint i = 0; i < topics->len; i++)
    {
      const CooldownTopic *topic = g_ptr_array_index (topics, i);
      guint rank = rank_of (topic->id);
      g_autofree char *field = g_strdup_printf ("topics[%u].id", i);

      if (rank == G_N_ELEMENTS (topic_order))
        cooldown_reader_report (reader, field, "no cause has a topic “%s”", topic->id);
      else if (rank < next)
        cooldown_reader_report (reader, field, "“%s” stands too late", topic->id);
      else
        next = rank + 1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (topic_order); i++)
    if (topic_order[i].required && cooldown_content_find (topics, topic_order[i].id) == NULL)
      cooldown_reader_report (reader, "topics", "“%s” is missing", topic_order[i].id);
}

static void
read_story (CooldownReader *reader, gpointer target)
{
  CooldownStory *story = target;

  story->id = cooldown_reader_own_id (reader, "id");
  story->name = cooldown_reader_visible (reader, "name");
  cooldown_reader_condition (reader, "when", TRUE, &story->when);
  story->statements = cooldown_reader_list (reader, "statements", sizeof (CooldownStatement),
                                            cooldown_read_statement);
}

static void
read_cause (CooldownReader *reader, gpointer target)
{
  CooldownCause *cause = target;
  CooldownContent *content = cooldown_reader_get_content (reader);
  CooldownStatement *summary = cooldown_arena_alloc (content->arena, sizeof *summary);

  cause->id = cooldown_reader_own_id (reader, "id");
  cause->name = cooldown_reader_visible (reader, "name");
  cause->standing = cooldown_reader_choice (reader, "standing", standings);
  cause->ice = cooldown_reader_boolean (reader, "ice");
  cause->summary = summary;
  cooldown_reader_object (reader, "summary", cooldown_read_statement, summary);
  cause->topics = cooldown_reader_list (reader, "topics", sizeof (CooldownTopic),
                                        cooldown_read_topic);
  check_topics (reader, cause->topics);
  cause->stories = cooldown_reader_list_or_none (reader, "stories", sizeof (CooldownStory),
                                                 read_story);
}

/*
 * cooldown_content_read_causes:
 * @reader: a reader
 * @content: a CooldownContent
 *
 * A CooldownReadFunc for causes.json.
 */
void
cooldown_content_read_causes (CooldownReader *reader, gpointer content)
{
  CooldownContent *self = content;

  self->causes = cooldown_reader_series (reader, "causes", cause_ids, sizeof (CooldownCause),
                                         read_cause);
  self->frame = cooldown_reader_list (reader, "frame", sizeof (CooldownTopic), cooldown_read_topic);
}

/**
 * cooldown_content_get_causes:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownCause): the eight causes, in order
 */
GPtrArray *
cooldown_content_get_causes (CooldownContent *self)
{
  return self->causes;
}

/**
 * cooldown_content_get_cause:
 * @self: the content
 * @id: the id of a cause
 *
 * Returns: (transfer none) (nullable): the cause, or %NULL if there is no such cause
 */
const CooldownCause *
cooldown_content_get_cause (CooldownContent *self, const char *id)
{
  return cooldown_content_find (self->causes, id);
}

/**
 * cooldown_content_get_frame:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownTopic): what holds for all causes
 */
GPtrArray *
cooldown_content_get_frame (CooldownContent *self)
{
  return self->frame;
}
