/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk.h"
#include "ui/autostart-words.h"
#include "ui/reminder-test-words.h"

#include <gtk/gtk.h>
#include <string.h>

#define ASKED 1795363200
#define DUE (ASKED + 10)
#define WORTH 300

/* A test that was asked for, with what else is known about it, and the time. */
static CooldownTestFacts
make_facts (const char *known, gint64 now)
{
  g_autofree char *text = g_strdup_printf ("{'asked': <int64 %d>, 'due': <int64 %d>, "
                                           "'by': <'libnotify'>%s%s}",
                                           ASKED, DUE, *known != '\0' ? ", " : "", known);
  g_autoptr (GError) error = NULL;
  GVariant *test = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, &error);

  g_assert_no_error (error);
  return (CooldownTestFacts){ TRUE, "0.1.0", test, NULL, now, WORTH };
}

static void
clear_facts (CooldownTestFacts *facts)
{
  g_clear_pointer (&facts->test, g_variant_unref);
  g_clear_pointer (&facts->autostart, g_variant_unref);
}

/* What is said about one part; its verdict is wrong if there is none. */
static void
assert_step (const CooldownTestFacts *facts,
             const char *title,
             CooldownTestVerdict verdict,
             const char *words)
{
  g_autoptr (GPtrArray) steps = cooldown_test_facts_get_steps (facts);

  for (guint i = 0; i < steps->len; i++)
    {
      const CooldownTestStep *step = g_ptr_array_index (steps, i);

      if (strcmp (step->title, title) != 0)
        continue;
      g_assert_cmpint (step->verdict, ==, verdict);
      if (strstr (step->detail, words) == NULL)
        g_error ("“%s” says “%s”, not “%s”", title, step->detail, words);
      return;
    }
  g_error ("nothing is said about “%s”", title);
}

static void
assert_headline (const CooldownTestFacts *facts, CooldownTestPhase phase, const char *expected)
{
  g_autofree char *headline = cooldown_test_facts_get_headline (facts);

  g_assert_cmpint (cooldown_test_facts_get_phase (facts), ==, phase);
  g_assert_cmpstr (headline, ==, expected);
}

/* Test that every part of a broken way is named, and that it says what is broken. */
static void
test_broken_parts (void)
{
  static const struct
  {
    const char *known;
    gint64 after; /* the time the reminder was due */
    const char *title;
    CooldownTestVerdict verdict;
    const char *words;
  } parts[] = {
    { "'error': <'no such service'>", 1, "Notification service", COOLDOWN_TEST_BROKEN,
      "It did not take the reminder: no such service" },
    { "'server': <'dunst 1.9'>", 60, "Notification service", COOLDOWN_TEST_BROKEN,
      "It does not answer: dunst 1.9" },
    { "'server': <'dunst 1.9'>", 1, "Notification service", COOLDOWN_TEST_WAITING, "" },
    { "'shown': <true>, 'server': <'dunst 1.9'>", 1, "Notification service", COOLDOWN_TEST_WORKS,
      "It took the reminder: dunst 1.9" },
    { "'shown': <true>, 'buttons': <false>", 1, "Buttons", COOLDOWN_TEST_LIMITED,
      "The service shows none" },
    { "'shown': <true>, 'buttons': <true>", 1, "Buttons", COOLDOWN_TEST_WORKS, "shows buttons" },
    { "'shown': <true>", 1, "Answer", COOLDOWN_TEST_WAITING, "Press the reminder" },
    { "'shown': <true>", WORTH, "Answer", COOLDOWN_TEST_BROKEN, "None came back" },
    { "'shown': <true>, 'answered': <true>", 5, "Answer", COOLDOWN_TEST_WORKS, "It came back" },
    { "'sound': <'failed'>", 1, "Sound", COOLDOWN_TEST_BROKEN, "could not be played" },
    { "'sound': <'played'>", 1, "Sound", COOLDOWN_TEST_WORKS, "It was played" },
    { "'sound': <'off'>", 1, "Sound", COOLDOWN_TEST_OFF, "switched off" },
    { "'sound': <'waiting'>", 1, "Sound", COOLDOWN_TEST_WAITING, "" },
    { "'shown': <true>, 'sound': <'waiting'>", 60, "Sound", COOLDOWN_TEST_LIMITED,
      "left to the notification service" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      CooldownTestFacts facts = make_facts (parts[i].known, DUE + parts[i].after);

      assert_step (&facts, parts[i].title, parts[i].verdict, parts[i].words);
      assert_step (&facts, "Reminder process", COOLDOWN_TEST_WORKS, "version 0.1.0");
      clear_facts (&facts);
    }
}

/* Test that without the process that reminds nothing is said to work. */
static void
test_no_agent (void)
{
  CooldownTestFacts facts = make_facts ("'shown': <true>, 'answered': <true>", DUE + 1);
  g_autoptr (GPtrArray) steps = NULL;

  facts.connected = FALSE;
  steps = cooldown_test_facts_get_steps (&facts);
  g_assert_cmpuint (steps->len, ==, 1);
  assert_step (&facts, "Reminder process", COOLDOWN_TEST_BROKEN, "does not answer");
  assert_headline (&facts, COOLDOWN_TEST_NONE, "No reminder can come");
  clear_facts (&facts);
}

/* Test that the headline goes with the test, and is never better than what is known. */
static void
test_phases (void)
{
  static const struct
  {
    const char *known;
    gint64 after;
    CooldownTestPhase phase;
    const char *headline;
  } phases[] = {
    { "", -10, COOLDOWN_TEST_COMING, "Close all Cooldown windows" },
    { "'error': <'old'>", -1, COOLDOWN_TEST_COMING, "Close all Cooldown windows" },
    { "", 0, COOLDOWN_TEST_THERE, "Press the reminder’s button" },
    { "'shown': <true>", 20, COOLDOWN_TEST_THERE, "Press the reminder’s button" },
    { "'error': <'gone'>", 1, COOLDOWN_TEST_FAILED, "The reminder did not come" },
    { "", 60, COOLDOWN_TEST_FAILED, "The reminder did not come" },
    { "'shown': <true>", WORTH, COOLDOWN_TEST_FAILED, "No answer came back" },
    { "'shown': <true>, 'answered': <true>", 9, COOLDOWN_TEST_PASSED, "Reminders reach you" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    {
      CooldownTestFacts facts = make_facts (phases[i].known, DUE + phases[i].after);

      assert_headline (&facts, phases[i].phase, phases[i].headline);
      clear_facts (&facts);
    }
}

/* Test that the seconds until the reminder are counted down. */
static void
test_count_down (void)
{
  CooldownTestFacts facts = make_facts ("", DUE - 7);
  g_autofree char *seven = cooldown_test_facts_get_instruction (&facts);
  g_autofree char *one = NULL;

  facts.now = DUE - 1;
  one = cooldown_test_facts_get_instruction (&facts);
  g_assert_cmpstr (seven, ==, "In 7 seconds a reminder comes; press its button.");
  g_assert_cmpstr (one, ==, "In 1 second a reminder comes; press its button.");
  clear_facts (&facts);
}

static const char *
judge_way (const char *known, char **instruction)
{
  CooldownTestFacts facts = make_facts (known, DUE + 20);

  facts.autostart = g_variant_ref_sink (
      g_variant_new_parsed ("{'wanted': <false>, 'state': <'off'>, 'by': <'file'>}"));
  *instruction = cooldown_test_facts_get_instruction (&facts);
  clear_facts (&facts);
  return *instruction;
}

/* Test that what the user has switched off is no fault, and that what does not work is one. */
static void
test_off_is_no_fault (void)
{
  g_autofree char *good = NULL, *bad = NULL;

  g_assert_cmpstr (judge_way ("'shown': <true>, 'answered': <true>, 'buttons': <true>, "
                              "'sound': <'off'>",
                              &good),
                   ==, "Every part of the way works.");
  g_assert_cmpstr (judge_way ("'shown': <true>, 'answered': <true>, 'buttons': <true>, "
                              "'sound': <'failed'>",
                              &bad),
                   ==, "Not everything works as well as it could:");
}

/* Test that the start at login is told as it is, whatever was wished. */
static void
test_autostart (void)
{
  static const struct
  {
    const char *state;
    gboolean on;
    const char *words;
  } cases[] = {
    { "{'wanted': <true>, 'state': <'on'>}", TRUE, "also before Cooldown was opened" },
    { "{'wanted': <false>, 'state': <'off'>}", FALSE, "only once Cooldown was opened" },
    { "{'wanted': <true>, 'state': <'off'>}", FALSE, "something else has switched it off" },
    { "{'wanted': <true>, 'state': <'asking'>, 'by': <'portal'>}", FALSE,
      "Your desktop is asking you" },
    { "{'wanted': <false>, 'state': <'asking'>, 'by': <'portal'>}", TRUE, "One moment" },
    { "{'wanted': <true>, 'state': <'refused'>}", FALSE, "Your desktop or you said no" },
    { "{'wanted': <true>, 'state': <'failed'>, 'detail': <'disk is full'>}", FALSE,
      "disk is full" },
    { "{'wanted': <false>, 'state': <'failed'>}", TRUE, "could not be changed" },
  };
  g_autofree char *unknown = cooldown_autostart_words_describe (NULL);

  g_assert_false (cooldown_autostart_words_is_known (NULL));
  g_assert_nonnull (strstr (unknown, "is not known"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GVariant) state = g_variant_ref_sink (g_variant_new_parsed (cases[i].state));
      g_autofree char *words = cooldown_autostart_words_describe (state);

      g_assert_true (cooldown_autostart_words_is_known (state));
      g_assert_cmpint (cooldown_autostart_words_is_on (state), ==, cases[i].on);
      if (strstr (words, cases[i].words) == NULL)
        g_error ("%s: “%s”", cases[i].state, words);
    }
}

int
main (int argc, char *argv[])
{
  desk_begin_tests (&argc, &argv);
  g_test_add_func ("/reminder-words/broken-parts", test_broken_parts);
  g_test_add_func ("/reminder-words/no-agent", test_no_agent);
  g_test_add_func ("/reminder-words/phases", test_phases);
  g_test_add_func ("/reminder-words/count-down", test_count_down);
  g_test_add_func ("/reminder-words/off-is-no-fault", test_off_is_no_fault);
  g_test_add_func ("/reminder-words/autostart", test_autostart);
  return g_test_run ();
}
