/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/insights.h"

#include <math.h>
#include <string.h>

#define DAY_ONE 739000
#define MOST_NIGHTS 200

typedef struct
{
  CooldownEveningNumbers numbers;
  CooldownNight nights[MOST_NIGHTS];
  guint n;
  CooldownInsights insights;
} Diary;

static const char *const factor_names[] = { "caffeine", "alcohol", "nicotine", "hard",
                                            "late",     "none",    "routine",  NULL };

static void
set_up (Diary *diary, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownContent) content = cooldown_content_load_bundled (&error);

  g_assert_no_error (error);
  diary->numbers = *cooldown_content_get_evening_numbers (content);
}

static void
tear_down (Diary *diary, gconstpointer data)
{
}

static void
add_night (Diary *diary, int restless)
{
  CooldownNight *night = &diary->nights[diary->n];

  g_assert_cmpuint (diary->n, <, MOST_NIGHTS);
  *night = (CooldownNight){ .day = DAY_ONE + diary->n, .restless = restless };
  diary->n++;
}

/* Nights from 1 on: "+" with the factor, "-" without, "?" not known. */
static void
set_factor (Diary *diary, CooldownFactor factor, const char *nights)
{
  g_assert_cmpuint (strlen (nights), ==, diary->n);
  for (guint i = 0; i < diary->n; i++)
    diary->nights[i].factors[factor] = nights[i] == '+'   ? COOLDOWN_WHETHER_YES
                                       : nights[i] == '-' ? COOLDOWN_WHETHER_NO
                                                          : COOLDOWN_WHETHER_UNKNOWN;
}

/* One digit is one night, "?" one that was not noted. */
static void
set_nights (Diary *diary, const char *nights)
{
  diary->n = 0;
  for (; *nights != '\0'; nights++)
    add_night (diary, g_ascii_isdigit (*nights) ? *nights - '0' : COOLDOWN_RESTLESS_NOT_NOTED);
}

static const CooldownPattern *
find (Diary *diary, CooldownFactor factor)
{
  cooldown_insights_find (diary->nights, diary->n, &diary->numbers, &diary->insights);
  return &diary->insights.patterns[factor];
}

static void
assert_says_nothing (const CooldownPattern *pattern)
{
  g_assert_false (pattern->tested);
  g_assert_false (pattern->claimed);
  g_assert_cmpuint (pattern->more_nights, ==, 0);
}

static void
test_empty (Diary *diary, gconstpointer data)
{
  assert_says_nothing (find (diary, COOLDOWN_FACTOR_ALCOHOL));
  g_assert_cmpuint (diary->insights.n_noted, ==, 0);
  g_assert_cmpuint (diary->insights.n_tested, ==, 0);
  g_assert_cmpint (diary->insights.patterns[COOLDOWN_FACTOR_ALCOHOL].companion, ==,
                   COOLDOWN_FACTOR_NONE);
}

/* However clear it looks: nothing is said of four nights, and only then of five. */
static void
test_too_few (Diary *diary, gconstpointer data)
{
  const CooldownPattern *pattern;

  set_nights (diary, "99990000000000");
  set_factor (diary, COOLDOWN_FACTOR_ALCOHOL, "++++----------");
  pattern = find (diary, COOLDOWN_FACTOR_ALCOHOL);
  assert_says_nothing (pattern);
  g_assert_cmpuint (pattern->n_with, ==, 4);
  g_assert_cmpuint (pattern->n_without, ==, 10);
  set_factor (diary, COOLDOWN_FACTOR_ALCOHOL, "+++++---------");
  g_assert_true (find (diary, COOLDOWN_FACTOR_ALCOHOL)->tested);
  set_factor (diary, COOLDOWN_FACTOR_ALCOHOL, "++++++++++----");
  assert_says_nothing (find (diary, COOLDOWN_FACTOR_ALCOHOL));
}

/* Nights that were not noted, and those of which the factor is not known, are no nights with or
 * without it. */
static void
test_counts (Diary *diary, gconstpointer data)
{
  const CooldownPattern *pattern;

  set_nights (diary, "12?4567890123?5");
  set_factor (diary, COOLDOWN_FACTOR_ROUTINE, "+++++++?-------");
  pattern = find (diary, COOLDOWN_FACTOR_ROUTINE);
  g_assert_cmpuint (diary->insights.n_noted, ==, 13);
  g_assert_cmpuint (pattern->n_with, ==, 6);
  g_assert_cmpuint (pattern->n_without, ==, 6);
  g_assert_cmpfloat (pattern->median_with, ==, 4.5);
  g_assert_cmpfloat (pattern->median_without, ==, 2.5);
  g_assert_cmpfloat_with_epsilon (pattern->difference, 25 / 6.0 - 20 / 6.0, 1e-12);
}

/* Nights that are all alike say nothing, and nobody can tell how many more would. */
static void
test_alike (Diary *diary, gconstpointer data)
{
  const CooldownPattern *pattern;

  set_nights (diary, "33333333333333333333");
  set_factor (diary, COOLDOWN_FACTOR_CAFFEINE, "+-++--+-+--+-++--+-+");
  pattern = find (diary, COOLDOWN_FACTOR_CAFFEINE);
  g_assert_cmpfloat (pattern->difference, ==, 0);
  g_assert_cmpfloat (pattern->p, ==, 1);
  g_assert_false (pattern->claimed);
  g_assert_cmpuint (pattern->more_nights, ==, 0);
}

/* One bad week with one habit is one thing that happened, not nine nights that tell: the same nights
 * say far more when they are scattered. */
static void
test_one_run (Diary *diary, gconstpointer data)
{
  double together, scattered, difference;

  set_nights (diary, "2322338987879872332232");
  set_factor (diary, COOLDOWN_FACTOR_CAFFEINE, "-----+++++++++--------");
  difference = find (diary, COOLDOWN_FACTOR_CAFFEINE)->difference;
  together = diary->insights.patterns[COOLDOWN_FACTOR_CAFFEINE].p;
  set_nights (diary, "2338229387728373922832");
  set_factor (diary, COOLDOWN_FACTOR_CAFFEINE, "-+-+--+-++--+-+-+--+--");
  g_assert_cmpfloat (find (diary, COOLDOWN_FACTOR_CAFFEINE)->difference, ==, difference);
  scattered = diary->insights.patterns[COOLDOWN_FACTOR_CAFFEINE].p;
  g_assert_cmpfloat (together, >, 0.03);
  g_assert_cmpfloat (scattered, <, 0.01);
}

/* The same difference, night for night: this tells. Rating the other way round turns the sign. */
static void
test_clear (Diary *diary, gconstpointer data)
{
  const CooldownPattern *pattern;
  CooldownPattern first;

  set_nights (diary, "2812628129261842916483194638");
  set_factor (diary, COOLDOWN_FACTOR_CAFFEINE, "-+--+-+--+-+-+--+-+-+--+-+-+");
  first = *find (diary, COOLDOWN_FACTOR_CAFFEINE);
  g_assert_true (first.claimed);
  g_assert_cmpuint (first.more_nights, ==, 0);
  g_assert_cmpfloat (first.low, >, 0);
  g_assert_cmpfloat (first.low, <, first.difference);
  g_assert_cmpfloat (first.high, >, first.difference);
  for (guint i = 0; i < diary->n; i++)
    diary->nights[i].restless = COOLDOWN_RESTLESS_MOST - diary->nights[i].restless;
  pattern = find (diary, COOLDOWN_FACTOR_CAFFEINE);
  g_assert_cmpfloat (pattern->p, ==, first.p);
  g_assert_cmpfloat (pattern->low, ==, -first.high);
  g_assert_cmpfloat (pattern->high, ==, -first.low);
}

/* Two nights with, two nights without, as shifts have it: a rhythm is not kept together so well that
 * nothing can ever be said of it. */
static void
test_rhythm (Diary *diary, gconstpointer data)
{
  set_nights (diary, "22773286227822762388227732782277228722662287327722772377");
  set_factor (diary, COOLDOWN_FACTOR_NICOTINE,
              "--++--++--++--++--++--++--++--++--++--++--++--++--++--++");
  g_assert_true (find (diary, COOLDOWN_FACTOR_NICOTINE)->claimed);
}

/* What is claimed alone need not be claimed beside others; what is said of a factor itself stays. */
static void
test_holm (Diary *diary, gconstpointer data)
{
  CooldownPattern alone;
  const CooldownPattern *pattern;

  set_nights (diary, "2543634253647324534736245263");
  set_factor (diary, COOLDOWN_FACTOR_LATE_WORKOUT, "-+--+-+--+-+-+--+-+-+--+-+-+");
  alone = *find (diary, COOLDOWN_FACTOR_LATE_WORKOUT);
  g_assert_cmpfloat (alone.adjusted, ==, alone.p);
  g_assert_cmpuint (diary->insights.n_tested, ==, 1);
  set_factor (diary, COOLDOWN_FACTOR_ALCOHOL, "++---++---+-+++--+---++--+-+");
  set_factor (diary, COOLDOWN_FACTOR_ROUTINE, "+-+--++-++-+++-+--+--+++-+--");
  set_factor (diary, COOLDOWN_FACTOR_NICOTINE, "++++------------------------");
  pattern = find (diary, COOLDOWN_FACTOR_LATE_WORKOUT);
  g_assert_cmpuint (diary->insights.n_tested, ==, 3);
  g_assert_cmpfloat (pattern->p, ==, alone.p);
  g_assert_cmpfloat (pattern->low, ==, alone.low);
  g_assert_cmpfloat (pattern->adjusted, >=, alone.p);
  g_assert_cmpfloat (pattern->adjusted, <=, MIN (1, 3 * alone.p));
}

/* About as many more as make the interval narrower than the difference is large, in fives, and none
 * where that would take more than 200. */
static void
test_more_nights (Diary *diary, gconstpointer data)
{
  const CooldownPattern *pattern;
  double half, needed;

  set_nights (diary, "3603778245126546355464568466");
  set_factor (diary, COOLDOWN_FACTOR_LATE_WORKOUT, "-+--+-+--+-+-+--+-+-+--+-+-+");
  pattern = find (diary, COOLDOWN_FACTOR_LATE_WORKOUT);
  g_assert_false (pattern->claimed);
  half = (pattern->high - pattern->low) / 2;
  needed = 28 * (half / pattern->difference) * (half / pattern->difference) - 28;
  g_test_message ("%g nights", needed);
  g_assert_cmpuint (pattern->more_nights, ==, (guint) (ceil (needed / 5) * 5));
  g_assert_cmpuint (pattern->more_nights, >, 0);
  g_assert_cmpuint (pattern->more_nights, <=, 200);
  set_nights (diary, "2543634253647324534736245263");
  set_factor (diary, COOLDOWN_FACTOR_LATE_WORKOUT, "-++-+-+--+-+-+--+-+-+--+-+-+");
  g_assert_cmpuint (find (diary, COOLDOWN_FACTOR_LATE_WORKOUT)->more_nights, ==, 0);
}

/* Both on the same evenings, or the one when the other is not: both are named, by both. What cannot
 * be on the same day is not worth a word. */
static void
test_companions (Diary *diary, gconstpointer data)
{
  const CooldownPattern *patterns = diary->insights.patterns;

  set_nights (diary, "25436342536473245347");
  set_factor (diary, COOLDOWN_FACTOR_ALCOHOL, "+-++--+-+--+-++--+-+");
  set_factor (diary, COOLDOWN_FACTOR_LATE_WORKOUT, "+-++--+-+--+-++--+--");
  set_factor (diary, COOLDOWN_FACTOR_NO_WORKOUT, "-+--++-+-++-+--++-++");
  find (diary, COOLDOWN_FACTOR_ALCOHOL);
  g_assert_cmpint (patterns[COOLDOWN_FACTOR_ALCOHOL].companion, ==, COOLDOWN_FACTOR_LATE_WORKOUT);
  g_assert_cmpfloat (patterns[COOLDOWN_FACTOR_ALCOHOL].together, >, 0.85);
  g_assert_cmpint (patterns[COOLDOWN_FACTOR_LATE_WORKOUT].companion, ==, COOLDOWN_FACTOR_ALCOHOL);
  g_assert_cmpint (patterns[COOLDOWN_FACTOR_NO_WORKOUT].companion, ==, COOLDOWN_FACTOR_ALCOHOL);
  g_assert_cmpfloat (patterns[COOLDOWN_FACTOR_NO_WORKOUT].together, <, -0.85);
  g_assert_cmpint (patterns[COOLDOWN_FACTOR_CAFFEINE].companion, ==, COOLDOWN_FACTOR_NONE);
  /* Four evenings are too few for that, too. */
  set_factor (diary, COOLDOWN_FACTOR_ALCOHOL, "+-++--+-------------");
  set_factor (diary, COOLDOWN_FACTOR_LATE_WORKOUT, "+-++--+-------------");
  set_factor (diary, COOLDOWN_FACTOR_NO_WORKOUT, "--------------------");
  find (diary, COOLDOWN_FACTOR_ALCOHOL);
  g_assert_cmpint (patterns[COOLDOWN_FACTOR_ALCOHOL].companion, ==, COOLDOWN_FACTOR_NONE);
}

/* Ratings that are none are not noted, and a diary of a year is not too long. */
static void
test_any_diary (Diary *diary, gconstpointer data)
{
  static const int ratings[] = { -1, -7, 11, G_MAXINT, G_MININT };

  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    add_night (diary, ratings[i]);
  find (diary, COOLDOWN_FACTOR_ALCOHOL);
  g_assert_cmpuint (diary->insights.n_noted, ==, 0);
  for (guint i = 0; i < 190; i++)
    {
      add_night (diary, (int) (i * 7 % 11));
      for (guint j = 0; j < COOLDOWN_N_FACTORS; j++)
        diary->nights[diary->n - 1].factors[j] = i * (j + 6) % 13 < 5 ? COOLDOWN_WHETHER_YES
                                                                      : COOLDOWN_WHETHER_NO;
    }
  find (diary, COOLDOWN_FACTOR_ALCOHOL);
  g_assert_cmpuint (diary->insights.n_noted, ==, 190);
  g_assert_cmpuint (diary->insights.n_tested, ==, COOLDOWN_N_FACTORS);
}

static char *
read_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "insights", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
read_diary (Diary *diary, const char *name)
{
  g_autofree char *text = read_fixture (name);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);

  diary->n = 0;
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);
      CooldownNight *night = &diary->nights[diary->n];

      g_assert_cmpuint (g_strv_length (fields), ==, 2 + COOLDOWN_N_FACTORS);
      add_night (diary, *fields[1] != '\0' ? atoi (fields[1]) : COOLDOWN_RESTLESS_NOT_NOTED);
      night->day = DAY_ONE + (guint) atoi (fields[0]);
      for (guint j = 0; j < COOLDOWN_N_FACTORS; j++)
        night->factors[j] = *fields[2 + j] == '\0'  ? COOLDOWN_WHETHER_UNKNOWN
                            : *fields[2 + j] == '1' ? COOLDOWN_WHETHER_YES
                                                    : COOLDOWN_WHETHER_NO;
    }
}

/* In the order of the reference's columns. */
enum
{
  DIARY,
  FACTOR,
  WITH,
  WITHOUT,
  MEDIAN_WITH,
  MEDIAN_WITHOUT,
  DIFFERENCE,
  P,
  LOW,
  HIGH,
  ADJUSTED,
  COMPANION,
  TOGETHER,
  N_COLUMNS
};

static double
number (char **fields, int column)
{
  return g_ascii_strtod (fields[column], NULL);
}

/* Five standard errors, of 20,000 draws here and 200,000 there. */
static double
get_error (double p)
{
  return 5 * sqrt (p * (1 - p) * (1 / 20000.0 + 1 / 200000.0)) + 5e-5;
}

static void
compare (const CooldownInsights *insights, char **fields)
{
  CooldownFactor factor = 0;
  const CooldownPattern *pattern;
  double slack;

  while (!g_str_equal (factor_names[factor], fields[FACTOR]))
    factor++;
  pattern = &insights->patterns[factor];
  g_test_message ("%s %s: p %g, %s there; %.3f to %.3f, %s to %s there; adjusted %g, %s there",
                  fields[DIARY], fields[FACTOR], pattern->p, fields[P], pattern->low, pattern->high,
                  fields[LOW], fields[HIGH], pattern->adjusted, fields[ADJUSTED]);
  g_assert_cmpuint (pattern->n_with, ==, (guint) number (fields, WITH));
  g_assert_cmpuint (pattern->n_without, ==, (guint) number (fields, WITHOUT));
  g_assert_cmpstr (pattern->companion == COOLDOWN_FACTOR_NONE ? "-"
                                                              : factor_names[pattern->companion],
                   ==, fields[COMPANION]);
  g_assert_cmpfloat_with_epsilon (pattern->together, number (fields, TOGETHER), 1e-5);
  g_assert_cmpint (pattern->tested, ==, !g_str_equal (fields[P], "nan"));
  if (!pattern->tested)
    return;
  /* Few draws decide where the ends are, and with few nights effects are steps apart. */
  slack = (number (fields, HIGH) - number (fields, LOW)) / 20 + 0.002;
  g_assert_cmpfloat (pattern->median_with, ==, number (fields, MEDIAN_WITH));
  g_assert_cmpfloat (pattern->median_without, ==, number (fields, MEDIAN_WITHOUT));
  g_assert_cmpfloat_with_epsilon (pattern->difference, number (fields, DIFFERENCE), 1e-5);
  g_assert_cmpfloat_with_epsilon (pattern->p, number (fields, P), get_error (number (fields, P)));
  g_assert_cmpfloat_with_epsilon (pattern->low, number (fields, LOW), slack);
  g_assert_cmpfloat_with_epsilon (pattern->high, number (fields, HIGH), slack);
  g_assert_cmpfloat_with_epsilon (pattern->adjusted, number (fields, ADJUSTED),
                                  COOLDOWN_N_FACTORS * get_error (number (fields, P)));
  g_assert_cmpint (pattern->claimed, ==, number (fields, ADJUSTED) < 0.05);
}

/* What another program finds in the same diaries: see insights/README.md. */
static void
test_reference (Diary *diary, gconstpointer data)
{
  g_autofree char *text = read_fixture ("reference.csv");
  g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_autofree char *current = g_strdup ("");
  guint n_diaries = 0;

  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);

      g_assert_cmpuint (g_strv_length (fields), ==, N_COLUMNS);
      if (!g_str_equal (fields[DIARY], current))
        {
          g_free (current);
          current = g_strdup (fields[DIARY]);
          n_diaries++;
          read_diary (diary, current);
          find (diary, COOLDOWN_FACTOR_CAFFEINE);
        }
      compare (&diary->insights, fields);
    }
  g_assert_cmpuint (n_diaries, ==, 7);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Diary *diary, gconstpointer data);
  } tests[] = {
    { "/insights/empty", test_empty },
    { "/insights/too-few", test_too_few },
    { "/insights/counts", test_counts },
    { "/insights/alike", test_alike },
    { "/insights/one-run", test_one_run },
    { "/insights/clear", test_clear },
    { "/insights/rhythm", test_rhythm },
    { "/insights/holm", test_holm },
    { "/insights/more-nights", test_more_nights },
    { "/insights/companions", test_companions },
    { "/insights/any-diary", test_any_diary },
    { "/insights/reference", test_reference },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Diary, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
