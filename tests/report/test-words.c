/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing that the report says of itself is written in one language only. */
#include "pseudo-locale.h"
#include "sample.h"

#include "report/entry-words.h"
#include "report/report.h"

#include <string.h>

static CooldownContent *content;

/* What somebody wrote is in their own language. */
static GPtrArray *
make_entries (void)
{
  GPtrArray *entries = sample_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      CooldownEntry *entry = g_ptr_array_index (entries, i);

      for (int field = COOLDOWN_FIELD_EPISODE_CLOTHING; field <= COOLDOWN_FIELD_EPISODE_NOTES;
           field++)
        if (cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_EPISODE &&
            field != COOLDOWN_FIELD_EPISODE_TRIED && field != COOLDOWN_FIELD_EPISODE_PAIN)
          cooldown_entry_unset (entry, field);
    }
  return entries;
}

static void
assert_translated (const char *text)
{
  g_autofree char *fault = pseudo_locale_find_fault (text);

  if (fault != NULL)
    g_error ("%s: %s", fault, text);
}

/* Test that a report is made of whole translated texts. */
static void
test_report (void)
{
  static const char *const you[] = { "you-low-iron", "you-medicine", "you-feet", NULL };
  g_autoptr (GPtrArray) entries = make_entries ();
  CooldownReportInput input = { .entries = entries,
                                .from = SAMPLE_FROM,
                                .to = SAMPLE_TO,
                                .kinds = (1 << COOLDOWN_N_ENTRY_KINDS) - 1,
                                .about_you = you,
                                .descriptions = TRUE,
                                .now = SAMPLE_NOW };
  static const CooldownReportLook look = { 0 };
  g_autoptr (CooldownReport) report = cooldown_report_new (&input, content, &look);
  g_autofree char *text = cooldown_report_to_text (report);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    assert_translated (lines[i]);
}

/* Test the names of all that can be chosen. */
static void
test_choices (void)
{
  for (int field = 0; field < COOLDOWN_N_FIELDS; field++)
    for (const char *const *id = cooldown_choice_get_ids (field); *id != NULL; id++)
      if (field != COOLDOWN_FIELD_CHECK_LEVEL)
        assert_translated (cooldown_choice_get_name (field, *id));
  for (int severity = 0; severity <= 10; severity++)
    {
      g_autofree char *words = cooldown_severity_format (severity);

      assert_translated (words);
    }
  for (const char *const *id = cooldown_remedy_get_outcomes (); *id != NULL; id++)
    assert_translated (cooldown_remedy_get_outcome_name (*id));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  pseudo_locale_enter ();
  content = cooldown_content_load_bundled (NULL);
  g_test_add_func ("/report/words/report", test_report);
  g_test_add_func ("/report/words/choices", test_choices);
  result = g_test_run ();
  g_object_unref (content);
  return result;
}
