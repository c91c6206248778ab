/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content-private.h"

#include <string.h>

static const char *const reads[] = { "page", "copy", "abstract", "second-hand", "none", NULL };

/* Two that stand for no paper: textbook knowledge, and our own choice. */
static const char *const own_sources[] = { "memory", "ours", NULL };

static void
check_url (CooldownReader *reader, const char *url)
{
  const char *host = g_str_has_prefix (url, "https://") ? url + strlen ("https://") : "";

  if (*host == '\0' || *host == '/')
    cooldown_reader_report (reader, "url", "must begin with https:// and a host");
  for (const char *c = url; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isspace (g_utf8_get_char (c)))
      {
        cooldown_reader_report (reader, "url", "has a space in it");
        return;
      }
}

static void
read_source (CooldownReader *reader, gpointer target)
{
  CooldownSource *source = target;

  source->id = cooldown_reader_own_source_id (reader, "id");
  cooldown_reader_define (reader, COOLDOWN_THING_SOURCE, source->id);
  source->read = cooldown_reader_choice (reader, "read", reads);
  if (g_strv_contains (own_sources, source->id))
    {
      source->text = cooldown_reader_visible (reader, "text");
      if (source->read != COOLDOWN_READ_NONE)
        cooldown_reader_report (reader, "read", "must be “none”");
      return;
    }
  source->citation = cooldown_reader_line (reader, "citation");
  if (strstr (source->citation, "http://") != NULL || strstr (source->citation, "https://") != NULL)
    cooldown_reader_report (reader, "citation", "has an address in it, which belongs into “url”");
  if (cooldown_reader_has (reader, "url"))
    {
      source->url = cooldown_reader_string (reader, "url");
      check_url (reader, source->url);
    }
}

/*
 * cooldown_content_read_sources:
 * @reader: a reader
 * @content: a CooldownContent
 *
 * A CooldownReadFunc for sources.json.
 */
void
cooldown_content_read_sources (CooldownReader *reader, gpointer content)
{
  CooldownContent *self = content;

  self->sources = cooldown_reader_list (reader, "sources", sizeof (CooldownSource), read_source);
  for (guint i = 0; own_sources[i] != NULL; i++)
    if (cooldown_content_get_source (self, own_sources[i]) == NULL)
      cooldown_reader_report (reader, "sources", "“%s” is missing", own_sources[i]);
}

/**
 * cooldown_content_get_sources:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownSource): all sources, in the order of the list
 */
GPtrArray *
cooldown_content_get_sources (CooldownContent *self)
{
  return self->sources;
}

/**
 * cooldown_content_get_source:
 * @self: the content
 * @id: the id of a source
 *
 * Returns: (transfer none) (nullable): the source, or %NULL if there is no such source
 */
const CooldownSource *
cooldown_content_get_source (CooldownContent *self, const char *id)
{
  return cooldown_content_find (self->sources, id);
}
