/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pseudo-locale.h"

#include <libintl.h>
#include <locale.h>

#define OPENING 0xab
#define CLOSING 0xbb
/* Stands for a translated part in what is left of a text. */
#define PART "\x01"

/* What may stand in a text as it is: the name, times, numbers. Nothing else has a letter. */
#define AS_IT_IS "\\bCooldown\\b|\\b\\d{1,2}:\\d\\d( [AP]M)?|\\d+"
/* Two translated parts are two lines, two items, or two sentences, never pieces of one. */
#define GLUED PART "(?!\\.?\\n|\\.? · |, |\\. )[^" PART "]*" PART

/**
 * pseudo_locale_enter:
 *
 * Has all texts looked up in the catalogue of the language, as the programs do in theirs.
 */
void
pseudo_locale_enter (void)
{
  const char *folder = g_getenv ("TEST_TRANSLATIONS");

  g_assert_nonnull (folder);
  g_assert_nonnull (setlocale (LC_ALL, ""));
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_assert_cmpstr (gettext ("Cooldown"), ==, "«Cooldown»");
}

/* The text with every outermost «part» replaced by one character, and a full stop where it is a
 * sentence; NULL if they do not pair up. */
static char *
take_parts_out (const char *text)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  gunichar last = 0;
  int depth = 0;

  for (const char *p = text; *p != '\0' && depth >= 0; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == OPENING)
        depth++;
      else if (c == CLOSING && --depth == 0)
        g_string_append (rest, last == '.' || last == '?' || last == '!' ? PART "." : PART);
      else if (c != CLOSING && depth == 0)
        g_string_append_unichar (rest, c);
      if (c != CLOSING)
        last = c;
    }
  return depth == 0 ? g_string_free (g_steal_pointer (&rest), FALSE) : NULL;
}

static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/**
 * pseudo_locale_find_fault:
 * @text: a text that people read
 *
 * Returns: (transfer full) (nullable): what is wrong with it, or %NULL if it is made of whole
 *   translated texts
 */
char *
pseudo_locale_find_fault (const char *text)
{
  g_autoptr (GRegex) as_it_is = g_regex_new (AS_IT_IS, 0, 0, NULL);
  g_autofree char *rest = take_parts_out (text);
  g_autofree char *bare = NULL;

  if (rest == NULL)
    return g_strdup ("cut off");
  bare = g_regex_replace_literal (as_it_is, rest, -1, 0, "", 0, NULL);
  if (has_letter (bare))
    return g_strdup ("not translated");
  if (g_regex_match_simple (GLUED, bare, 0, 0))
    return g_strdup ("glued");
  return NULL;
}
