/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-words.h"

#include <glib/gi18n.h>

/**
 * cooldown_words_list:
 * @words: (element-type utf8): what is listed
 *
 * Returns: (transfer full): "tingling, burning, numb"; "" for nothing
 */
char *
cooldown_words_list (GPtrArray *words)
{
  char *list = g_strdup (words->len > 0 ? g_ptr_array_index (words, 0) : "");

  for (guint i = 1; i < words->len; i++)
    {
      g_autofree char *before = list;

      /* Translators: two of a list, of which the first can be a list itself */
      list = g_strdup_printf (C_ ("list", "%1$s, %2$s"), before,
                              (char *) g_ptr_array_index (words, i));
    }
  return list;
}

/**
 * cooldown_words_list_parts:
 * @parts: (element-type utf8): what is listed
 *
 * Returns: (transfer full): a list of what can have commas itself: "both calves; shin, left"
 */
char *
cooldown_words_list_parts (GPtrArray *parts)
{
  char *list = g_strdup (parts->len > 0 ? g_ptr_array_index (parts, 0) : "");

  for (guint i = 1; i < parts->len; i++)
    {
      g_autofree char *before = list;

      /* Translators: two of a list whose parts have commas themselves */
      list = g_strdup_printf (C_ ("list", "%1$s; %2$s"), before,
                              (char *) g_ptr_array_index (parts, i));
    }
  return list;
}

/**
 * cooldown_words_join:
 * @words: (element-type utf8): what is listed
 *
 * Returns: (transfer full): "sole", "ball of the foot and sole", "ball of the foot, sole and calf"
 */
char *
cooldown_words_join (GPtrArray *words)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (words->len < 2)
    return cooldown_words_list (words);
  for (guint i = 0; i + 1 < words->len; i++)
    g_ptr_array_add (first, g_ptr_array_index (words, i));
  list = cooldown_words_list (first);
  /* Translators: the last two of a list: "ball of the foot" and "sole" */
  return g_strdup_printf (C_ ("list", "%1$s and %2$s"), list,
                          (char *) g_ptr_array_index (words, words->len - 1));
}

/**
 * cooldown_words_capitalize:
 * @words: some words
 *
 * Returns: (transfer full): the same with a capital letter, to begin a line
 */
char *
cooldown_words_capitalize (const char *words)
{
  g_autofree char *first = NULL;

  if (*words == '\0')
    return g_strdup ("");
  first = g_utf8_strup (words, (gssize) (g_utf8_next_char (words) - words));
  return g_strconcat (first, g_utf8_next_char (words), NULL);
}
