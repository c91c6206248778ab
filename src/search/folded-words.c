/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * People type “Krampf”, “krämpfe” and “kraempfe”. Each word is kept in all of the ways in which it may
 * be written: as it is, without its accents, and in ASCII as the user's language does that.
 */
#include "folded-words.h"

#include <string.h>

struct _CooldownFoldedWords
{
  GPtrArray *words; /* (element-type GStrv): of each the ways to write it */
};

/**
 * cooldown_folded_words_new:
 *
 * Returns: (transfer full): no words yet
 */
CooldownFoldedWords *
cooldown_folded_words_new (void)
{
  CooldownFoldedWords *self = g_new (CooldownFoldedWords, 1);

  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

/**
 * cooldown_folded_words_free:
 * @self: (transfer full): words
 */
void
cooldown_folded_words_free (CooldownFoldedWords *self)
{
  g_ptr_array_unref (self->words);
  g_free (self);
}

static char *
strip_accents (const char *word)
{
  g_autofree char *apart = g_utf8_normalize (word, -1, G_NORMALIZE_NFKD);
  GString *plain = g_string_new (NULL);

  for (const char *at = apart != NULL ? apart : ""; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_ismark (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_utf8_get_char (at));
  return g_string_free (plain, FALSE);
}

static void
add_word (CooldownFoldedWords *self, const char *word)
{
  g_autoptr (GStrvBuilder) ways = g_strv_builder_new ();
  g_autofree char *plain = strip_accents (word);
  g_autofree char *ascii = g_str_to_ascii (word, NULL);

  g_strv_builder_add (ways, word);
  if (strcmp (plain, word) != 0)
    g_strv_builder_add (ways, plain);
  if (strcmp (ascii, word) != 0 && strcmp (ascii, plain) != 0)
    g_strv_builder_add (ways, ascii);
  g_ptr_array_add (self->words, g_strv_builder_end (ways));
}

/**
 * cooldown_folded_words_add:
 * @self: words
 * @text: a text, of which they are added; what is no UTF-8 is passed over
 */
void
cooldown_folded_words_add (CooldownFoldedWords *self, const char *text)
{
  g_autofree char *composed = NULL;
  g_auto (GStrv) words = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return;
  /* An accent that stands apart would end the word. */
  composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  words = g_str_tokenize_and_fold (composed, NULL, NULL);
  for (char **word = words; *word != NULL; word++)
    add_word (self, *word);
}

static gboolean
begins_with (char *const *ways, char *const *wanted)
{
  for (; *wanted != NULL; wanted++)
    for (char *const *way = ways; *way != NULL; way++)
      if (g_str_has_prefix (*way, *wanted))
        return TRUE;
  return FALSE;
}

static gboolean
has (CooldownFoldedWords *self, char *const *wanted)
{
  for (guint i = 0; i < self->words->len; i++)
    if (begins_with (g_ptr_array_index (self->words, i), wanted))
      return TRUE;
  return FALSE;
}

/**
 * cooldown_folded_words_match:
 * @self: words
 * @wanted: what was typed
 *
 * Returns: whether each of @wanted is how one of the words begins
 */
gboolean
cooldown_folded_words_match (CooldownFoldedWords *self, CooldownFoldedWords *wanted)
{
  for (guint i = 0; i < wanted->words->len; i++)
    if (!has (self, g_ptr_array_index (wanted->words, i)))
      return FALSE;
  return TRUE;
}

/**
 * cooldown_folded_words_is_empty:
 * @self: words
 *
 * Returns: whether there are none
 */
gboolean
cooldown_folded_words_is_empty (CooldownFoldedWords *self)
{
  return self->words->len == 0;
}
