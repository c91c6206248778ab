/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/insight-words.h"
#include "report/night-marks.h"

#include <string.h>

#define MIN_NIGHTS 5

/* Seven nights with it, 19 without, and a clear difference. */
static CooldownPattern
make_claim (void)
{
  return (CooldownPattern){ .n_with = 7,
                            .n_without = 19,
                            .tested = TRUE,
                            .median_with = 6,
                            .median_without = 2,
                            .difference = 3.84,
                            .low = 2.5,
                            .high = 5.04,
                            .claimed = TRUE,
                            .companion = COOLDOWN_FACTOR_NONE };
}

/* Takes @words. */
static void
assert_words (char *words, const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
assert_finding (const CooldownPattern *pattern, CooldownFactor factor, const char *expected)
{
  assert_words (cooldown_pattern_format_finding (pattern, factor, MIN_NIGHTS), expected);
}

/* Test that a pattern is told with its counts, its middles and its interval. */
static void
test_claim (void)
{
  CooldownPattern pattern = make_claim ();

  assert_words (cooldown_pattern_format_tag (&pattern), "Pattern in 26 nights");
  assert_finding (&pattern, COOLDOWN_FACTOR_CAFFEINE,
                  "More restless on nights after a late cup. Usually 6 instead of 2.");
  assert_words (
      cooldown_pattern_format_effect (&pattern, 95),
      "On average 3.8 higher on the scale from 0 to 10. With these nights it may be anything "
      "from 2.5 to 5 (95 % interval).");
  g_assert_null (cooldown_pattern_format_companion (&pattern, COOLDOWN_FACTOR_CAFFEINE));
}

/* Test that calmer nights are told the other way round. */
static void
test_calmer (void)
{
  CooldownPattern pattern = make_claim ();

  pattern.median_with = 1.5;
  pattern.difference = -2;
  pattern.low = -3.21;
  pattern.high = -.5;
  assert_finding (&pattern, COOLDOWN_FACTOR_ROUTINE,
                  "Calmer on nights with the wind-down routine. Usually 1.5 instead of 2.");
  assert_words (cooldown_pattern_format_effect (&pattern, 95),
                "On average 2 lower on the scale from 0 to 10. With these nights it may be anything "
                "from 0.5 to 3.2 (95 % interval).");
}

/* Test that middles that say something else than the means are not told. */
static void
test_middles (void)
{
  CooldownPattern pattern = make_claim ();

  pattern.median_with = pattern.median_without;
  assert_finding (&pattern, COOLDOWN_FACTOR_ALCOHOL, "More restless on nights after alcohol.");
  pattern.median_with = 1;
  assert_finding (&pattern, COOLDOWN_FACTOR_ALCOHOL, "More restless on nights after alcohol.");
}

/* Test that nothing is said of a difference that is not claimed, but how many nights would tell. */
static void
test_unclear (void)
{
  CooldownPattern pattern = make_claim ();

  pattern.claimed = FALSE;
  assert_words (cooldown_pattern_format_tag (&pattern), "Not clear yet");
  g_assert_null (cooldown_pattern_format_effect (&pattern, 95));
  assert_finding (&pattern, COOLDOWN_FACTOR_ALCOHOL,
                  "How these nights differ could be chance. Keep noting.");
  pattern.more_nights = 20;
  assert_finding (&pattern, COOLDOWN_FACTOR_ALCOHOL,
                  "How these nights differ could be chance. If it stays like this, about 20 more nights "
                  "would tell.");
}

/* Test that under five nights on a side are not compared, whatever else is filled in. */
static void
test_too_few (void)
{
  CooldownPattern pattern = make_claim ();

  pattern.tested = pattern.claimed = FALSE;
  pattern.n_with = 2;
  pattern.companion = COOLDOWN_FACTOR_ALCOHOL;
  pattern.together = 1;
  assert_finding (&pattern, COOLDOWN_FACTOR_NICOTINE,
                  "Too few nights with and without to compare: 2 with and 19 without, and it takes "
                  "5 of each.");
  assert_words (cooldown_pattern_format_tag (&pattern), "Not clear yet");
  g_assert_null (cooldown_pattern_format_effect (&pattern, 95));
  g_assert_null (cooldown_pattern_format_companion (&pattern, COOLDOWN_FACTOR_NICOTINE));
}

/* Test that what comes together is named, both of them. */
static void
test_companion (void)
{
  CooldownPattern pattern = make_claim ();

  pattern.companion = COOLDOWN_FACTOR_ALCOHOL;
  pattern.together = .8;
  assert_words (cooldown_pattern_format_companion (&pattern, COOLDOWN_FACTOR_LATE_WORKOUT),
                "Late workouts and alcohol often fall on the same evenings: this cannot tell them "
                "apart.");
  pattern.companion = COOLDOWN_FACTOR_ROUTINE;
  pattern.together = -.8;
  assert_words (
      cooldown_pattern_format_companion (&pattern, COOLDOWN_FACTOR_ALCOHOL),
      "Alcohol and the wind-down routine seldom fall on the same evening: this cannot tell "
      "the one from the lack of the other.");
}

/* Test that what is compared and what is not adds up to the nights noted. */
static void
test_unknown (void)
{
  CooldownPattern pattern = make_claim ();

  g_assert_cmpuint (cooldown_pattern_get_n_unknown (&pattern, 26), ==, 0);
  g_assert_null (cooldown_pattern_format_unknown (&pattern, 26));
  g_assert_cmpuint (cooldown_pattern_get_n_unknown (&pattern, 30), ==, 4);
  assert_words (cooldown_pattern_format_unknown (&pattern, 27),
                "Not known for 1 night, which is left out.");
  assert_words (cooldown_pattern_format_unknown (&pattern, 30),
                "Not known for 4 nights, which are left out.");
}

/* Test that no factor's words, whatever it says, name a cause or a proof. */
static void
test_no_cause (void)
{
  static const char *const strong[] = { "cause", "because", "prove", "effect", "due to",
                                        "makes", "helps",   "harm",  "should" };
  CooldownPattern pattern = make_claim ();

  for (guint i = 0; i < COOLDOWN_N_FACTORS; i++)
    for (int sign = -1; sign <= 1; sign += 2)
      {
        g_autofree char *claim = NULL;

        pattern.difference = sign * 3.0;
        pattern.median_with = pattern.median_without + 3 * sign;
        claim = cooldown_pattern_format_finding (&pattern, i, MIN_NIGHTS);
        g_assert_true (g_str_has_prefix (claim, sign > 0 ? "More restless on" : "Calmer on"));
        for (guint j = 0; j < G_N_ELEMENTS (strong); j++)
          g_assert_null (strstr (claim, strong[j]));
      }
}

/* Test that the count says what to do until there is something to show. */
static void
test_noted (void)
{
  assert_words (cooldown_nights_format_noted (0), "Answer three mornings to begin");
  assert_words (cooldown_nights_format_noted (2), "Answer three mornings to begin");
  assert_words (cooldown_nights_format_noted (26), "26 nights noted");
  assert_words (cooldown_nights_format (1), "1 night");
  assert_words (cooldown_factor_format_with (COOLDOWN_FACTOR_CAFFEINE, "12:00"), "After 12:00");
  assert_words (cooldown_factor_format_with (COOLDOWN_FACTOR_CAFFEINE, NULL), "Late");
  assert_words (cooldown_factor_format_with (COOLDOWN_FACTOR_HARD_WORKOUT, "12:00"), "Hard");
}

/* Nights of a span. */

/* The julian day of 2026-10-25. */
#define FIRST 739914

static CooldownNightSpan
make_span (CooldownNight *nights)
{
  static const CooldownWhether none[COOLDOWN_N_FACTORS] = { COOLDOWN_WHETHER_UNKNOWN };

  for (guint i = 0; i < 3; i++)
    {
      nights[i] = (CooldownNight){ FIRST + i * 2, (int) i * 3, { 0 } };
      memcpy (nights[i].factors, none, sizeof none);
    }
  nights[1].factors[COOLDOWN_FACTOR_ALCOHOL] = COOLDOWN_WHETHER_YES;
  nights[1].factors[COOLDOWN_FACTOR_LATE_WORKOUT] = COOLDOWN_WHETHER_YES;
  nights[2].factors[COOLDOWN_FACTOR_CAFFEINE] = COOLDOWN_WHETHER_NO;
  return (CooldownNightSpan){ nights, 3, FIRST, FIRST + 28, "12:00" };
}

/* Test that a span of nights and each of them are told in words. */
static void
test_span (void)
{
  CooldownNight nights[3];
  CooldownNightSpan span = make_span (nights);

  assert_words (cooldown_night_span_format_title (&span), "Restlessness, last 4 weeks");
  assert_words (cooldown_night_span_format (&span),
                "Restlessness, last 4 weeks: 3 nights noted, 0 to 6.");
  assert_words (cooldown_night_span_format_legend (&span), "◆ Alcohol   ▲ Hard or late workout");
  assert_words (cooldown_night_format (&nights[0], "12:00"), "25 Oct · 0");
  assert_words (cooldown_night_format (&nights[1], "12:00"),
                "27 Oct · 3 · Alcohol, Hard or late workout");
  g_assert_true (cooldown_night_span_get (&span, FIRST + 2) == &nights[1]);
  g_assert_null (cooldown_night_span_get (&span, FIRST + 1));
}

/* Test that nights of which nobody noted how they were are not counted. */
static void
test_span_not_noted (void)
{
  CooldownNight nights[3];
  CooldownNightSpan span = make_span (nights);

  nights[2].restless = COOLDOWN_RESTLESS_NOT_NOTED;
  assert_words (cooldown_night_span_format (&span),
                "Restlessness, last 4 weeks: 2 nights noted, 0 to 3.");
  assert_words (cooldown_night_format (&nights[2], "12:00"), "29 Oct · Not noted");
  nights[0].restless = nights[1].restless = COOLDOWN_RESTLESS_NOT_NOTED;
  assert_words (cooldown_night_span_format (&span), "Restlessness, last 4 weeks: no night noted.");
  nights[1].factors[COOLDOWN_FACTOR_ALCOHOL] = COOLDOWN_WHETHER_NO;
  nights[1].factors[COOLDOWN_FACTOR_LATE_WORKOUT] = COOLDOWN_WHETHER_NO;
  g_assert_null (cooldown_night_span_format_legend (&span));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/insight-words/claim", test_claim);
  g_test_add_func ("/report/insight-words/calmer", test_calmer);
  g_test_add_func ("/report/insight-words/middles", test_middles);
  g_test_add_func ("/report/insight-words/unclear", test_unclear);
  g_test_add_func ("/report/insight-words/too-few", test_too_few);
  g_test_add_func ("/report/insight-words/companion", test_companion);
  g_test_add_func ("/report/insight-words/unknown", test_unknown);
  g_test_add_func ("/report/insight-words/no-cause", test_no_cause);
  g_test_add_func ("/report/insight-words/noted", test_noted);
  g_test_add_func ("/report/insight-words/span", test_span);
  g_test_add_func ("/report/insight-words/span-not-noted", test_span_not_noted);
  return g_test_run ();
}
