/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From what somebody types to what the full-text table is asked. The journal has no words for
 * places and sensations, only ids; the content knows what they are called in the user's language.
 */
#include "journal-entries.h"

/* So many words narrow enough. */
#define MAX_WORDS 16

/* An id as the table has it, where a hyphen would end a word. */
static void
append_id (GString *match, const char *id, gboolean both_sides)
{
  g_autofree char *name = g_strdelimit (g_strdup (id), "-", '_');

  if (both_sides)
    g_string_append_printf (match, " OR ids : (\"%s_l\" OR \"%s_r\")", name, name);
  else
    g_string_append_printf (match, " OR ids : \"%s\"", name);
}

static void
append_ids (GString *match, CooldownContent *content, const char *word)
{
  GPtrArray *items = cooldown_content_get_items (content);
  GPtrArray *regions = cooldown_content_get_regions (content);

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);

      if (g_str_match_string (word, item->name, TRUE) || g_str_match_string (word, item->chip, TRUE))
        append_id (match, item->id, FALSE);
    }
  for (guint i = 0; i < regions->len; i++)
    {
      const CooldownRegion *region = g_ptr_array_index (regions, i);

      if (g_str_match_string (word, region->name, TRUE))
        append_id (match, region->id, TRUE);
    }
}

static void
append_word (GString *match, CooldownContent *content, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("\"\"", parts);

  if (match->len > 0)
    g_string_append (match, " AND ");
  g_string_append_printf (match, "(words : \"%s\" *", quoted);
  append_ids (match, content, word);
  g_string_append_c (match, ')');
}

/**
 * cooldown_search_new_match:
 * @content: the content, for the words of the user's language
 * @text: what was typed
 *
 * Asks for entries that have all the words, each as the beginning of a word in a free text or in
 * the name of a place or of how it feels.
 *
 * Returns: (transfer full) (nullable): the match of a #CooldownQuery; %NULL when @text has no word
 */
char *
cooldown_search_new_match (CooldownContent *content, const char *text)
{
  g_autoptr (GString) match = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (content != NULL && text != NULL, NULL);
  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  words = g_str_tokenize_and_fold (text, NULL, NULL);
  for (guint i = 0; words[i] != NULL && i < MAX_WORDS; i++)
    append_word (match, content, words[i]);
  return match->len > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}
