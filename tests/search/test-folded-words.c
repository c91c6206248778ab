/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people type is found however they write it. */
#include "search/folded-words.h"

static gboolean
match (const char *text, const char *typed)
{
  g_autoptr (CooldownFoldedWords) words = cooldown_folded_words_new ();
  g_autoptr (CooldownFoldedWords) wanted = cooldown_folded_words_new ();

  cooldown_folded_words_add (words, text);
  cooldown_folded_words_add (wanted, typed);
  return cooldown_folded_words_match (words, wanted);
}

static void
test_prefixes (void)
{
  g_assert_true (match ("Restless legs", "rest"));
  g_assert_true (match ("Restless legs", "legs restless"));
  g_assert_true (match ("Restless legs", "l r"));
  g_assert_false (match ("Restless legs", "less"));
  g_assert_false (match ("Restless legs", "restless arms"));
  g_assert_true (match ("Morton’s neuroma", "morton"));
  g_assert_true (match ("wind-down", "down"));
}

static void
test_case_and_accents (void)
{
  g_assert_true (match ("Muskelkrämpfe", "MUSKELKRÄ"));
  g_assert_true (match ("Muskelkrämpfe", "muskelkrampfe"));
  g_assert_true (match ("Muskelkra\u0308mpfe", "muskelkrämpfe"));
  g_assert_true (match ("Krampfe", "Krämpfe"));
  g_assert_true (match ("Fußschmerzen", "FUSSSCHMERZ"));
  g_assert_true (match ("Fussschmerzen", "fußsch"));
  g_assert_true (match ("café", "cafe"));
  g_assert_true (match ("cafe", "cafe\u0301"));
  g_assert_false (match ("café", "cafx"));
}

static void
test_bad_input (void)
{
  g_autoptr (CooldownFoldedWords) words = cooldown_folded_words_new ();

  cooldown_folded_words_add (words, "");
  cooldown_folded_words_add (words, " .,;– \n");
  cooldown_folded_words_add (words, "\xff\xfe");
  g_assert_true (cooldown_folded_words_is_empty (words));
  cooldown_folded_words_add (words, "\u0301");
  cooldown_folded_words_add (words, "日本");
  g_assert_false (cooldown_folded_words_is_empty (words));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/folded-words/prefixes", test_prefixes);
  g_test_add_func ("/folded-words/case-and-accents", test_case_and_accents);
  g_test_add_func ("/folded-words/bad-input", test_bad_input);
  return g_test_run ();
}
