/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries.h"
#include "sample.h"

#include "report/report.h"

#include <string.h>

static CooldownContent *content;

static CooldownReportInput
get_input (GPtrArray *entries)
{
  return (CooldownReportInput){
    .entries = entries, .from = SAMPLE_FROM, .to = SAMPLE_TO, .now = SAMPLE_NOW, .offset = 3600
  };
}

/* The facts, a line each. */
static char *
print_lines (const CooldownReportFacts *facts)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n%s\n", facts->title, facts->period);
  for (guint i = 0; i < COOLDOWN_REPORT_N_LINES; i++)
    g_string_append_printf (text, "%s: %s%s%s\n", facts->lines[i].label, facts->lines[i].text,
                            facts->lines[i].strong != NULL ? " | " : "",
                            facts->lines[i].strong != NULL ? facts->lines[i].strong : "");
  g_string_append_printf (text, "Warning signs: %s\n", facts->signs);
  for (guint i = 0; i < facts->ticked->len; i++)
    g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (facts->ticked, i));
  return g_string_free (text, FALSE);
}

static char *
print_counts (const CooldownReportFacts *facts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < facts->feels->len; i++)
    {
      CooldownReportCount *count = g_ptr_array_index (facts->feels, i);

      g_string_append_printf (text, "%s %u\n", count->name, count->n);
    }
  for (guint i = 0; i < facts->begins->len; i++)
    {
      CooldownReportCount *count = g_ptr_array_index (facts->begins, i);

      g_string_append_printf (text, "%s %u\n", count->name, count->n);
    }
  for (guint i = 0; i < facts->factors->len; i++)
    {
      CooldownReportFactor *factor = g_ptr_array_index (facts->factors, i);

      g_string_append_printf (text, "%s: %s, %s\n", factor->name, factor->episodes,
                              factor->workouts);
    }
  g_string_append_printf (text, "%s\n", facts->tried != NULL ? facts->tried : "–");
  return g_string_free (text, FALSE);
}

static char *
print_nights (const CooldownReportNights *nights)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n", nights->noted);
  for (guint i = 0; i < nights->figures->len; i++)
    {
      CooldownReportFigure *figure = g_ptr_array_index (nights->figures, i);

      g_string_append_printf (text, "%s %s\n", figure->number, figure->name);
    }
  for (guint i = 0; i < nights->features->len; i++)
    g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (nights->features, i));
  g_string_append_printf (text, "%s\n", nights->medicines);
  return g_string_free (text, FALSE);
}

static char *
print_row (const CooldownReportRow *row)
{
  GString *text = g_string_new (row->strong ? "! " : "");

  for (guint i = 0; i < COOLDOWN_REPORT_N_COLUMNS; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", row->cells[i]);
  return g_string_free (text, FALSE);
}

/* Test that eight weeks of notes say what was noted, with their numbers. */
static void
test_sample (void)
{
  g_autoptr (GPtrArray) entries = sample_new ();
  CooldownReportInput input = get_input (entries);
  g_autoptr (CooldownReportFacts) facts = cooldown_report_facts_new (&input, content);
  g_autofree char *lines = print_lines (facts);

  g_assert_cmpstr (
      lines, ==,
      "Leg symptoms after exercise\n"
      "Notes for my doctor · 28 September to 22 November 2026 · 8 weeks, 25 workouts\n"
      "Since, how often: First noted 1 October 2026. 13 episodes in 25 workouts; none on days "
      "without exercise.\n"
      "Where, which side: Right foot in 10 of 13: ball or toes, sole, top of foot. Both lower legs "
      "in 3: calf.\n"
      "Begins, lasts: After 20 to 30 minutes of running in 9 of 13; usual 35 min (median). | Over an "
      "hour: 5 Nov and 22 Nov.\n"
      "Eases, worsens: Eases: rest (7), Shoe off (6). Worse: uphill (6). Ticked in checks: Tight or "
      "loose clothing (13).\n"
      "Also: Pain elsewhere: none. Illnesses: none ticked. Medicines: none noted. Falls or "
      "missteps, ticked on: 14 Nov.\n"
      "Warning signs: answered in 9 of 13 checks, none ticked.\n");
  g_assert_cmpstr (facts->chart, ==, "2 to 7, median 4");
  g_assert_cmpstr (facts->made, ==, "2026-11-22T21:00:00+01");
}

/* Test that what is counted names both bases, and that nothing is said to have helped. */
static void
test_counts (void)
{
  g_autoptr (GPtrArray) entries = sample_new ();
  CooldownReportInput input = get_input (entries);
  g_autoptr (CooldownReportFacts) facts = cooldown_report_facts_new (&input, content);
  g_autofree char *counts = print_counts (facts);

  g_assert_cmpstr (counts, ==,
                   "Tingling 13\n"
                   "Burning, shooting 8\n"
                   "Numb, less feeling 6\n"
                   "Tight, as if too full 3\n"
                   "During the workout 9\n"
                   "Only after stopping 3\n"
                   "Later, at rest 1\n"
                   "Run: 12 of 13 episodes, 20 of 25 workouts\n"
                   "New shoes: 9 of 13 episodes, 11 of 25 workouts\n"
                   "Effort 7 or more (noted in 18): 7 of 12 episodes, 9 of 18 workouts\n"
                   "Hot day: 3 of 13 episodes, 3 of 25 workouts\n"
                   "Hills: 1 of 13 episodes, 2 of 25 workouts\n"
                   "Noted after looser laces: weaker 2 of 5, the same 3 of 5. Noted after ice: "
                   "weaker 3 of 4, the same 1 of 4.\n");
  g_assert_null (strstr (counts, "help"));
}

/* Test that nights are counted, and of how many. */
static void
test_nights (void)
{
  g_autoptr (GPtrArray) entries = sample_new ();
  CooldownReportInput input = get_input (entries);
  g_autoptr (CooldownReportFacts) facts = cooldown_report_facts_new (&input, content);
  g_autofree char *nights = print_nights (facts->nights);

  g_assert_cmpstr (nights, ==,
                   "26 of 28 noted, 25 Oct to 21 Nov, restlessness 0–10\n"
                   "3 median\n"
                   "7 nights of 5 or more\n"
                   "3 cost me sleep\n"
                   "Urge to move: 7 nights\n"
                   "Begins at rest: 7 nights\n"
                   "Better moving: 7 nights\n"
                   "Worse in the evening: 7 nights\n"
                   "Medicines: none noted\n");
}

/* Notes restless legs at hours after the evening of 20 November at six. */
static void
add_evening (GPtrArray *entries, const int *hours, guint n_hours)
{
  CooldownEntry *session = cooldown_entry_new (COOLDOWN_ENTRY_SESSION);
  g_autoptr (GDateTime) six = g_date_time_new_utc (2026, 11, 20, 18, 0, 0);
  gint64 at = g_date_time_to_unix (six) * COOLDOWN_SECOND;
  g_autofree char *uid = g_strdup_printf ("evening-%u", entries->len);

  cooldown_entry_set_uid (session, uid);
  cooldown_entry_set_time (session, COOLDOWN_FIELD_SESSION_AT, at + hours[0] * COOLDOWN_HOUR, 0);
  cooldown_entry_set_text (session, COOLDOWN_FIELD_SESSION_KIND, "evening");
  cooldown_entry_set_text (session, COOLDOWN_FIELD_SESSION_PLAN, "{}");
  for (guint i = 0; i < n_hours; i++)
    cooldown_entry_add_event (session, "restless", "", at + hours[i] * COOLDOWN_HOUR, 0);
  g_ptr_array_add (entries, session);
}

/* Test that it is told when it began, how long falling asleep took, and how often it was noted then
 * and there: before midnight and after it is one night. */
static void
test_nights_told (void)
{
  static const char *const started[] = { "in-bed", "evening", "in-bed", "night", "in-bed" };
  static const int first[] = { 3, 8, 17 }, later[] = { 16 }, next[] = { 19 };
  g_autoptr (GPtrArray) entries = sample_new ();
  CooldownReportInput input = get_input (entries);
  g_autoptr (CooldownReportFacts) facts = NULL;
  guint n = 0;

  for (guint i = 0; i < entries->len && n < G_N_ELEMENTS (started); i++)
    if (cooldown_entry_get_kind (entries->pdata[i]) == COOLDOWN_ENTRY_NIGHT)
      {
        cooldown_entry_set_text (entries->pdata[i], COOLDOWN_FIELD_NIGHT_STARTED, started[n]);
        cooldown_entry_set_number (entries->pdata[i], COOLDOWN_FIELD_NIGHT_TO_SLEEP, 20 * n);
        n++;
      }
  add_evening (entries, first, G_N_ELEMENTS (first));
  add_evening (entries, later, G_N_ELEMENTS (later));
  add_evening (entries, next, G_N_ELEMENTS (next));
  facts = cooldown_report_facts_new (&input, content);
  g_assert_cmpuint (facts->nights->features->len, ==, 7);
  g_assert_cmpstr (facts->nights->features->pdata[4], ==,
                   "Began before bed: 1, in bed: 3, woke me: 1");
  g_assert_cmpstr (facts->nights->features->pdata[5], ==,
                   "Asleep after about 40 min (median of 5 nights)");
  g_assert_cmpstr (facts->nights->features->pdata[6], ==,
                   "Restless legs noted then and there: 5 times in 2 nights");
}

/* Test that restless legs are told to the doctor without a single rated night, too. */
static void
test_nights_unrated (void)
{
  static const int hours[] = { 3, 8 };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  CooldownReportInput input = get_input (entries);
  g_autoptr (CooldownReportFacts) facts = NULL;
  g_autofree char *nights = NULL;

  add_evening (entries, hours, G_N_ELEMENTS (hours));
  facts = cooldown_report_facts_new (&input, content);
  nights = print_nights (facts->nights);
  g_assert_cmpstr (nights, ==,
                   "How the nights were is not noted.\n"
                   "Urge to move: not noted\n"
                   "Begins at rest: not noted\n"
                   "Better moving: not noted\n"
                   "Worse in the evening: not noted\n"
                   "Restless legs noted then and there: 2 times in 1 night\n"
                   "Medicines: none noted\n");
}

/* Test that the latest come first, that what lasted over an hour stands out, and that what was
 * written down days later is marked. */
static void
test_rows (void)
{
  g_autoptr (GPtrArray) entries = sample_new ();
  CooldownReportInput input = get_input (entries);
  g_autoptr (CooldownReportFacts) facts = cooldown_report_facts_new (&input, content);
  g_autofree char *first = print_row (g_ptr_array_index (facts->latest, 0));
  g_autofree char *second = print_row (g_ptr_array_index (facts->latest, 1));
  g_autofree char *third = print_row (g_ptr_array_index (facts->latest, 2));
  const CooldownReportEntry *entry = g_ptr_array_index (facts->entries, 0);

  g_assert_cmpstr (first, ==,
                   "! 22 Nov | Run 45 min | Ball or toes, sole, right | Tingling, burning, numb | "
                   "after 25 min | 70 min | 4");
  g_assert_cmpstr (second, ==,
                   "19 Nov | Run 40 min, effort 6 | Both calves | Tingling, numb, tight | 10 min "
                   "after stopping | 25 min | 3");
  g_assert_cmpstr (third, ==,
                   "14 Nov* | Walk 60 min, effort 3 | Top of foot, right | Tingling | later, at "
                   "rest | 10 min | 2");
  g_assert_true (facts->any_late);
  g_assert_cmpuint (facts->entries->len, ==, 25 + 13 + 26);
  g_assert_cmpstr (entry->title, ==, "Tingling, ball of the foot and sole, right");
  g_assert_cmpstr (entry->details, ==,
                   "18:12 · burning, numb · gone after 70 min · make a doctor’s appointment · "
                   "Began: after 25 min · Shoes and clothing: New trail shoes, narrow · Pain "
                   "elsewhere: none · Eased by: Shoe off · Worse with: uphill\n"
                   "Came back on the hill, faded when I took the shoe off.");
}

/* Test that nothing noted is not taken for nothing there. */
static void
test_nothing (void)
{
  g_autoptr (GPtrArray) entries = entries_new ();
  CooldownReportInput input = get_input (entries);
  g_autoptr (CooldownReportFacts) facts = cooldown_report_facts_new (&input, content);
  g_autofree char *lines = print_lines (facts);

  g_assert_cmpstr (
      lines, ==,
      "Leg symptoms after exercise\n"
      "Notes for my doctor · 28 September to 22 November 2026 · 8 weeks, 0 workouts\n"
      "Since, how often: No episode noted in this time; 0 workouts.\n"
      "Where, which side: Not noted.\n"
      "Begins, lasts: Not noted.\n"
      "Eases, worsens: Not noted.\n"
      "Also: Pain elsewhere: not noted. Illnesses: none ticked. Medicines: none noted. Falls or "
      "missteps: not noted.\n"
      "Warning signs: no check saved in this time.\n");
  g_assert_cmpuint (facts->factors->len + facts->feels->len + facts->begins->len, ==, 0);
  g_assert_null (facts->tried);
  g_assert_null (facts->nights);
  g_assert_cmpuint (facts->latest->len + facts->entries->len, ==, 0);
}

/* Test one episode that is not over, away from any workout, and first noted before the period. */
static void
test_open (void)
{
  g_autoptr (GPtrArray) entries = entries_new ();
  CooldownReportInput input = get_input (entries);
  g_autoptr (CooldownReportFacts) facts = NULL;
  g_autofree char *lines = NULL;
  g_autofree char *row = NULL;
  CooldownEntry *episode = entries_add_episode (entries, "2026-11-22T19:30:00+01", -1);

  cooldown_entry_set_number (episode, COOLDOWN_FIELD_EPISODE_OPEN, 1);
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_PLACES, "sole-l knee-r knee-l");
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_ONSET, "rest");
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_PAIN, "lower back");
  entries_add_workout (entries, "2026-11-20T18:00:00+01", "run", 4);
  entries_add_episode (entries, "2026-05-02T19:30:00+02", 3);
  facts = cooldown_report_facts_new (&input, content);
  lines = print_lines (facts);
  row = print_row (g_ptr_array_index (facts->latest, 0));

  g_assert_cmpstr (
      lines, ==,
      "Leg symptoms after exercise\n"
      "Notes for my doctor · 28 September to 22 November 2026 · 8 weeks, 1 workout\n"
      "Since, how often: First noted 2 May 2026. In this time: 1 episode, 1 workout; 1 of the episodes "
      "on a day without exercise.\n"
      "Where, which side: Left foot in 1 of 1: sole. Both lower legs in 1: knee.\n"
      "Begins, lasts: Later, at rest; how long is not noted. | Over an hour: 22 Nov.\n"
      "Eases, worsens: Not noted.\n"
      "Also: Pain elsewhere: lower back. Illnesses: none ticked. Medicines: none noted. Falls or "
      "missteps: not noted.\n"
      "Warning signs: no check saved in this time.\n");
  g_assert_cmpstr (row, ==,
                   "! 22 Nov |  | Both knees; sole, left |  | later, at rest | over an hour, still "
                   "there | ");
}

static void
add_sign (GPtrArray *entries, const char *at, const char *outcome)
{
  CooldownEntry *sign = cooldown_entry_new (COOLDOWN_ENTRY_SIGN);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (at, NULL);

  cooldown_entry_set_time (sign, COOLDOWN_FIELD_SIGN_AT,
                           g_date_time_to_unix (time) * COOLDOWN_SECOND, 3600);
  cooldown_entry_set_text (sign, COOLDOWN_FIELD_SIGN_ITEM, "warn-swollen-leg");
  cooldown_entry_set_text (sign, COOLDOWN_FIELD_SIGN_OUTCOME, outcome);
  g_ptr_array_add (entries, sign);
}

/* Test that a sign that was ticked is told with its date and with what became of it, and that what
 * was said before it was ticked again is no answer. */
static void
test_signs (void)
{
  g_autoptr (GPtrArray) entries = sample_new ();
  CooldownReportInput input = get_input (entries);
  g_autoptr (CooldownReportFacts) answered = NULL;
  g_autoptr (CooldownReportFacts) again = NULL;

  add_sign (entries, "2026-11-05T19:00:00+01", "ticked");
  add_sign (entries, "2026-11-07T12:00:00+01", "doctor");
  answered = cooldown_report_facts_new (&input, content);
  g_assert_cmpstr (answered->signs, ==, "answered in 9 of 13 checks; ticked:");
  g_assert_cmpuint (answered->ticked->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (answered->ticked, 0), ==,
                   "5 Nov: One leg newly swollen, or throbbing and warm, red or darker – a doctor "
                   "has seen it, noted 7 Nov.");
  add_sign (entries, "2026-11-20T12:00:00+01", "ticked");
  again = cooldown_report_facts_new (&input, content);
  g_assert_cmpstr (
      g_ptr_array_index (again->ticked, 0), ==,
      "5 Nov and 20 Nov: One leg newly swollen, or throbbing and warm, red or darker – "
      "what became of it is not noted.");
}

/* Test that what is remembered about the user is told. */
static void
test_about_you (void)
{
  static const char *const you[] = { "you-low-iron", "you-medicine", "you-feet", NULL };
  static const char *const gate[] = { "gate-frostbite", NULL };
  g_autoptr (GPtrArray) entries = sample_new ();
  CooldownReportInput input = get_input (entries);
  g_autoptr (CooldownReportFacts) facts = NULL;

  input.about_you = you;
  input.gate = gate;
  facts = cooldown_report_facts_new (&input, content);
  g_assert_cmpstr (
      facts->lines[4].text, ==,
      "Pain elsewhere: none. Illnesses: Low iron, heavy periods or giving blood; Frostbite on a foot or leg in "
      "the past. About me: Very flexible or flat feet. Medicines: ticked: Water tablets, "
      "antihistamine, antidepressant or a new medicine. Falls or missteps, ticked on: 14 Nov.");
  g_assert_cmpstr (facts->nights->medicines, ==, "Medicines: see above");
}

static void
assert_names_no_cause (const char *text)
{
  GPtrArray *causes = cooldown_content_get_causes (content);

  for (guint i = 0; i < causes->len; i++)
    {
      const CooldownCause *cause = g_ptr_array_index (causes, i);

      if (strstr (text, cause->name) != NULL)
        g_error ("%s is named in: %s", cause->name, text);
    }
}

/* Test that descriptions are named for who asks, after all else, and for nobody else. */
static void
test_descriptions (void)
{
  static const CooldownReportLook look = { 0 };
  g_autoptr (GPtrArray) entries = sample_new ();
  CooldownReportInput input = get_input (entries);
  g_autoptr (CooldownReport) plain = NULL;
  g_autoptr (CooldownReport) described = NULL;
  g_autofree char *text = NULL;
  g_autofree char *more = NULL;
  const CooldownReportFacts *facts;
  char *descriptions;

  input.kinds = (1 << COOLDOWN_N_ENTRY_KINDS) - 1;
  plain = cooldown_report_new (&input, content, &look);
  text = cooldown_report_to_text (plain);
  assert_names_no_cause (text);
  g_assert_null (cooldown_report_get_facts (plain)->described);

  input.descriptions = TRUE;
  described = cooldown_report_new (&input, content, &look);
  facts = cooldown_report_get_facts (described);
  g_assert_cmpstr (facts->described, ==,
                   "From the check of 22 November 2026. General descriptions, compared by the "
                   "program; none of them is a finding.");
  g_assert_cmpuint (facts->descriptions->len, >, 0);
  more = cooldown_report_to_text (described);
  descriptions = strstr (more, "Descriptions that shared the ticks");
  g_assert_nonnull (descriptions);
  g_assert_nonnull (
      strstr (descriptions,
              ((CooldownReportDescription *) g_ptr_array_index (facts->descriptions, 0))->name));
  *descriptions = '\0';
  assert_names_no_cause (more);
}

/* Test that what lies outside of the period, or is deleted, is not counted. */
static void
test_period (void)
{
  g_autoptr (GPtrArray) entries = sample_new ();
  CooldownReportInput input = get_input (entries);
  g_autoptr (CooldownReportFacts) facts = NULL;
  CooldownEntry *last;

  input.from = "2026-11-01";
  facts = cooldown_report_facts_new (&input, content);
  g_assert_cmpstr (facts->period, ==,
                   "Notes for my doctor · 1 November to 22 November 2026 · 22 days, 11 workouts");
  g_assert_cmpstr (facts->lines[0].text, ==,
                   "First noted 1 October 2026. In this time: 5 episodes in 11 workouts; none on "
                   "days without exercise.");
  for (guint i = 0; i < entries->len; i++)
    {
      last = g_ptr_array_index (entries, i);
      if (cooldown_entry_get_kind (last) == COOLDOWN_ENTRY_EPISODE)
        cooldown_entry_set_deleted (last, SAMPLE_NOW);
    }
  cooldown_report_facts_free (facts);
  facts = cooldown_report_facts_new (&input, content);
  g_assert_cmpstr (facts->lines[0].text, ==, "No episode noted in this time; 11 workouts.");
}

/* Test that the minutes of one episode do not stand for all, and that what was taken is told at the
 * nights too. */
static void
test_few_minutes (void)
{
  g_autoptr (GPtrArray) entries = sample_new ();
  CooldownReportInput input = get_input (entries);
  g_autoptr (CooldownReportFacts) facts = NULL;
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      CooldownEntry *entry = g_ptr_array_index (entries, i);

      if (cooldown_entry_get_kind (entry) != COOLDOWN_ENTRY_EPISODE || n++ == 0)
        continue;
      cooldown_entry_unset (entry, COOLDOWN_FIELD_EPISODE_ENDED);
      cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_LASTED, "last-longer");
      cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_MEDICINE, "a painkiller");
    }
  facts = cooldown_report_facts_new (&input, content);
  g_assert_nonnull (strstr (facts->lines[2].text, "over an hour in 12"));
  g_assert_nonnull (strstr (facts->lines[4].text, "Medicines: a painkiller (12)."));
  g_assert_cmpstr (facts->nights->medicines, ==, "Medicines: see above");
}

/* Test that a thousand dates are not all told, and that what was written is neither too long nor
 * told twice. */
static void
test_much (void)
{
  g_autoptr (GPtrArray) entries = sample_new_many (500);
  CooldownReportInput input = get_input (entries);
  g_autoptr (CooldownReportFacts) facts = NULL;
  g_autofree char *much = g_strnfill (5000, 'x');

  input.from = NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      CooldownEntry *entry = g_ptr_array_index (entries, i);

      if (cooldown_entry_get_kind (entry) != COOLDOWN_ENTRY_EPISODE)
        continue;
      cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_LASTED, "last-longer");
      cooldown_entry_unset (entry, COOLDOWN_FIELD_EPISODE_ENDED);
      cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_EASES, much);
      cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_WORSENS,
                               i % 3 == 0 ? "Heat." : "heat");
    }
  facts = cooldown_report_facts_new (&input, content);
  g_assert_cmpstr (facts->lines[2].strong, ==,
                   "Over an hour: 494 earlier days, 17 Nov 2026, 18 Nov 2026, 19 Nov 2026, 20 Nov "
                   "2026, 21 Nov 2026 and 22 Nov 2026.");
  g_assert_cmpstr (facts->lines[2].text, ==,
                   "After 20 to 25 minutes of running; over an hour in 500.");
  g_assert_nonnull (strstr (facts->lines[3].text, "x… (500). Worse: heat (500)."));
  g_assert_cmpuint (strlen (facts->lines[3].text), <, 250);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  content = cooldown_content_load_bundled (NULL);
  g_test_add_func ("/report/facts/sample", test_sample);
  g_test_add_func ("/report/facts/counts", test_counts);
  g_test_add_func ("/report/facts/nights", test_nights);
  g_test_add_func ("/report/facts/nights-told", test_nights_told);
  g_test_add_func ("/report/facts/nights-unrated", test_nights_unrated);
  g_test_add_func ("/report/facts/rows", test_rows);
  g_test_add_func ("/report/facts/nothing", test_nothing);
  g_test_add_func ("/report/facts/open", test_open);
  g_test_add_func ("/report/facts/signs", test_signs);
  g_test_add_func ("/report/facts/about-you", test_about_you);
  g_test_add_func ("/report/facts/descriptions", test_descriptions);
  g_test_add_func ("/report/facts/period", test_period);
  g_test_add_func ("/report/facts/few-minutes", test_few_minutes);
  g_test_add_func ("/report/facts/much", test_much);
  result = g_test_run ();
  g_object_unref (content);
  return result;
}
