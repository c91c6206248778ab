/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/insights-nights.h"

#define HOURS(hours, minutes) ((hours) *60 + (minutes))
#define AS_PLANNED (-1)
#define NO_NUMBER (-1)
#define SUMMER 7200
#define WINTER 3600

typedef struct
{
  CooldownContent *content;
  CooldownLimit caffeine;
  CooldownNightRules rules;
  GPtrArray *entries;
} Book;

static void
set_up (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  book->content = cooldown_content_load_bundled (&error);
  g_assert_no_error (error);
  book->caffeine = *cooldown_content_get_limit (book->content, "caffeine");
  book->rules.caffeine = &book->caffeine;
  book->rules.numbers = cooldown_content_get_evening_numbers (book->content);
  cooldown_bedtimes_read (NULL, NULL, &book->rules.bedtimes);
  book->entries = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (Book *book, gconstpointer data)
{
  g_ptr_array_unref (book->entries);
  g_assert_finalize_object (book->content);
}

static CooldownEntry *
add_night (Book *book, const char *date, int restless, int bed)
{
  CooldownEntry *night = cooldown_entry_new (COOLDOWN_ENTRY_NIGHT);

  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_DATE, date);
  if (restless != COOLDOWN_RESTLESS_NOT_NOTED)
    cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_RESTLESS, restless);
  if (bed != AS_PLANNED)
    cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_BED, bed);
  g_ptr_array_add (book->entries, night);
  return night;
}

static void
add_cup (CooldownEntry *night, int minutes)
{
  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_CAFFEINE, "some");
  cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_CAFFEINE_AT, minutes);
}

/* @time is local, "2026-11-21T18:00". */
static gint64
at (const char *time, gint32 offset)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *text = g_strconcat (time, ":00", NULL);
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (text, utc);

  g_assert_nonnull (moment);
  return (g_date_time_to_unix (moment) - offset) * COOLDOWN_SECOND;
}

static CooldownEntry *
add_workout (Book *book, const char *ended, gint32 offset, int rpe)
{
  CooldownEntry *workout = cooldown_entry_new (COOLDOWN_ENTRY_WORKOUT);

  cooldown_entry_set_time (workout, COOLDOWN_FIELD_WORKOUT_ENDED, at (ended, offset), offset);
  if (rpe != NO_NUMBER)
    cooldown_entry_set_number (workout, COOLDOWN_FIELD_WORKOUT_RPE, rpe);
  g_ptr_array_add (book->entries, workout);
  return workout;
}

/* A wind-down of three times ten minutes that was gone through. */
static CooldownEntry *
add_wind_down (Book *book, const char *kind, const char *began, gint32 offset)
{
  static const char plan[] = "{'steps': <[('walk', uint32 10), ('stretch', 10), ('quiet', 10)]>}";
  CooldownEntry *session = cooldown_entry_new (COOLDOWN_ENTRY_SESSION);

  cooldown_entry_set_time (session, COOLDOWN_FIELD_SESSION_AT, at (began, offset), offset);
  cooldown_entry_set_text (session, COOLDOWN_FIELD_SESSION_KIND, kind);
  cooldown_entry_set_text (session, COOLDOWN_FIELD_SESSION_PLAN, plan);
  cooldown_entry_add_event (session, "start", "", at (began, offset), offset);
  g_ptr_array_add (book->entries, session);
  return session;
}

/* The same in winter; @event happens at its end, if any does. */
static CooldownEntry *
add_session (Book *book, const char *kind, const char *began, const char *event, const char *then)
{
  CooldownEntry *session = add_wind_down (book, kind, began, WINTER);

  if (event != NULL)
    cooldown_entry_add_event (session, event, "", at (then, WINTER), WINTER);
  return session;
}

/* The nights with the factor, the others with "-", those of which nobody knows with ".". */
static void
assert_nights (Book *book, CooldownFactor factor, const char *expected)
{
  static const char marks[] = { '.', '-', '+' };
  g_autoptr (GArray) nights = cooldown_nights_from_entries (book->entries, &book->rules);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < nights->len; i++)
    g_string_append_c (got, marks[g_array_index (nights, CooldownNight, i).factors[factor]]);
  g_assert_cmpstr (got->str, ==, expected);
}

/* Whatever the order in which they stand: one for each date that was noted, missing ones left out. */
static void
test_order (Book *book, gconstpointer data)
{
  g_autoptr (GArray) nights = NULL;
  const CooldownNight *night;
  GDate date;

  add_night (book, "2026-11-21", 3, AS_PLANNED);
  add_night (book, "2026-10-02", 10, AS_PLANNED);
  add_night (book, "2026-11-20", COOLDOWN_RESTLESS_NOT_NOTED, AS_PLANNED);
  cooldown_entry_set_deleted (add_night (book, "2026-11-19", 9, AS_PLANNED), 1);
  nights = cooldown_nights_from_entries (book->entries, &book->rules);
  g_assert_cmpuint (nights->len, ==, 3);
  night = &g_array_index (nights, CooldownNight, 0);
  g_assert_true (cooldown_date_parse ("2026-10-02", &date));
  g_assert_cmpuint (night[0].day, ==, g_date_get_julian (&date));
  g_assert_cmpint (night[0].restless, ==, 10);
  g_assert_cmpint (night[1].restless, ==, COOLDOWN_RESTLESS_NOT_NOTED);
  g_assert_cmpuint (night[2].day - night[1].day, ==, 1);
  g_assert_cmpint (night[2].restless, ==, 3);
}

/* Of two answers for one night the corrected one counts, wherever it stands. */
static void
test_two_answers (Book *book, gconstpointer data)
{
  g_autoptr (GArray) nights = NULL;

  add_night (book, "2026-11-21", 2, AS_PLANNED);
  cooldown_entry_set_edits (add_night (book, "2026-11-21", 8, AS_PLANNED), 2, 5);
  cooldown_entry_set_edits (add_night (book, "2026-11-21", 5, AS_PLANNED), 2, 4);
  add_night (book, "2026-11-22", 1, AS_PLANNED);
  nights = cooldown_nights_from_entries (book->entries, &book->rules);
  g_assert_cmpuint (nights->len, ==, 2);
  g_assert_cmpint (g_array_index (nights, CooldownNight, 0).restless, ==, 8);
  g_assert_cmpint (g_array_index (nights, CooldownNight, 1).restless, ==, 1);
}

static void
test_answers (Book *book, gconstpointer data)
{
  CooldownEntry *none = add_night (book, "2026-11-20", 3, AS_PLANNED);
  CooldownEntry *some = add_night (book, "2026-11-21", 3, AS_PLANNED);

  add_night (book, "2026-11-22", 3, AS_PLANNED);
  cooldown_entry_set_text (none, COOLDOWN_FIELD_NIGHT_CAFFEINE, "none");
  cooldown_entry_set_text (none, COOLDOWN_FIELD_NIGHT_ALCOHOL, "none");
  cooldown_entry_set_text (none, COOLDOWN_FIELD_NIGHT_NICOTINE, "some");
  cooldown_entry_set_text (some, COOLDOWN_FIELD_NIGHT_CAFFEINE, "some");
  cooldown_entry_set_text (some, COOLDOWN_FIELD_NIGHT_ALCOHOL, "some");
  cooldown_entry_set_text (some, COOLDOWN_FIELD_NIGHT_NICOTINE, "none");
  /* Some, but nobody knows when. */
  assert_nights (book, COOLDOWN_FACTOR_CAFFEINE, "-..");
  assert_nights (book, COOLDOWN_FACTOR_ALCOHOL, "-+.");
  assert_nights (book, COOLDOWN_FACTOR_NICOTINE, "+-.");
}

/* A cup at the limit is not after it; one after midnight is the latest of all. */
static void
test_caffeine (Book *book, gconstpointer data)
{
  static const int cups[] = { HOURS (6, 0),   HOURS (12, 0), HOURS (12, 1),
                              HOURS (22, 50), HOURS (0, 30), HOURS (4, 30) };

  for (guint i = 0; i < G_N_ELEMENTS (cups); i++)
    {
      g_autofree char *date = g_strdup_printf ("2026-11-2%u", i);

      add_cup (add_night (book, date, 3, AS_PLANNED), cups[i]);
    }
  assert_nights (book, COOLDOWN_FACTOR_CAFFEINE, "--+++-");
  /* Later to bed by an hour or two, the limit of that evening stays the one that was said. */
  for (guint i = 0; i < G_N_ELEMENTS (cups); i++)
    cooldown_entry_set_number (book->entries->pdata[i], COOLDOWN_FIELD_NIGHT_BED, HOURS (1, 15));
  assert_nights (book, COOLDOWN_FACTOR_CAFFEINE, "--+++-");
}

/* To bed at nine in the morning: nine hours before is midnight, and four is after that. */
static void
test_caffeine_shift (Book *book, gconstpointer data)
{
  static const int cups[] = { HOURS (17, 0), HOURS (23, 0), HOURS (0, 0),
                              HOURS (0, 30), HOURS (4, 0),  HOURS (8, 50) };

  for (guint i = 0; i < G_N_ELEMENTS (cups); i++)
    {
      g_autofree char *date = g_strdup_printf ("2026-11-2%u", i);

      add_cup (add_night (book, date, 3, HOURS (9, 0)), cups[i]);
    }
  assert_nights (book, COOLDOWN_FACTOR_CAFFEINE, "---+++");
  /* The same when that is the usual bedtime, and no other was noted. */
  for (guint i = 0; i < G_N_ELEMENTS (cups); i++)
    cooldown_entry_unset (book->entries->pdata[i], COOLDOWN_FIELD_NIGHT_BED);
  book->rules.bedtimes.usual = HOURS (9, 0);
  assert_nights (book, COOLDOWN_FACTOR_CAFFEINE, "---+++");
}

/* With a limit of the user's own, for a bedtime after midnight. */
static void
test_caffeine_own (Book *book, gconstpointer data)
{
  cooldown_limit_set_own (&book->caffeine, HOURS (16, 0));
  book->rules.bedtimes.usual = HOURS (2, 0);
  add_cup (add_night (book, "2026-11-20", 3, AS_PLANNED), HOURS (16, 0));
  add_cup (add_night (book, "2026-11-21", 3, AS_PLANNED), HOURS (16, 30));
  add_cup (add_night (book, "2026-11-22", 3, AS_PLANNED), HOURS (1, 0));
  assert_nights (book, COOLDOWN_FACTOR_CAFFEINE, "-++");
  /* A limit after midnight, with bed in the morning. */
  cooldown_limit_set_own (&book->caffeine, HOURS (1, 0));
  book->rules.bedtimes.usual = HOURS (9, 0);
  add_cup (add_night (book, "2026-11-23", 3, AS_PLANNED), HOURS (1, 30));
  assert_nights (book, COOLDOWN_FACTOR_CAFFEINE, "---+");
}

static void
add_week (Book *book, int bed)
{
  for (guint i = 20; i < 25; i++)
    {
      g_autofree char *date = g_strdup_printf ("2026-11-%u", i);

      add_night (book, date, 3, bed);
    }
}

/* Bed is at 22:45: a workout in the morning comes before the night to come, one after midnight
 * before the night of the date that has just ended. */
static void
test_workouts (Book *book, gconstpointer data)
{
  add_week (book, AS_PLANNED);
  add_workout (book, "2026-11-20T07:00", WINTER, 3);
  add_workout (book, "2026-11-21T18:45", WINTER, 7);
  add_workout (book, "2026-11-23T00:30", WINTER, 6);
  add_workout (book, "2026-11-23T18:46", WINTER, 9);
  assert_nights (book, COOLDOWN_FACTOR_NO_WORKOUT, "----+");
  assert_nights (book, COOLDOWN_FACTOR_LATE_WORKOUT, "--++-");
  assert_nights (book, COOLDOWN_FACTOR_HARD_WORKOUT, "-+-+-");
}

/* To bed at nine in the morning: training at seven is late for that night, however early it is. */
static void
test_workouts_shift (Book *book, gconstpointer data)
{
  add_week (book, HOURS (9, 0));
  add_workout (book, "2026-11-20T20:00", WINTER, 3);
  add_workout (book, "2026-11-22T07:00", WINTER, 3);
  add_workout (book, "2026-11-23T04:00", WINTER, 8);
  assert_nights (book, COOLDOWN_FACTOR_NO_WORKOUT, "---++");
  assert_nights (book, COOLDOWN_FACTOR_LATE_WORKOUT, "-+---");
  assert_nights (book, COOLDOWN_FACTOR_HARD_WORKOUT, "--+--");
}

/* The bedtime of the weekday counts where none was noted, before that the one that was. */
static void
test_workouts_bedtimes (Book *book, gconstpointer data)
{
  add_night (book, "2026-11-20", 3, AS_PLANNED);
  add_night (book, "2026-11-21", 3, AS_PLANNED);
  add_night (book, "2026-11-22", 3, HOURS (0, 30));
  book->rules.bedtimes.own[G_DATE_SATURDAY - G_DATE_MONDAY] = HOURS (1, 0);
  add_workout (book, "2026-11-20T20:00", WINTER, 3);
  add_workout (book, "2026-11-21T20:00", WINTER, 3);
  add_workout (book, "2026-11-22T20:00", WINTER, 3);
  assert_nights (book, COOLDOWN_FACTOR_LATE_WORKOUT, "+--");
}

/* How hard it was is not known of a day with a workout without a number, unless another was hard. */
static void
test_efforts (Book *book, gconstpointer data)
{
  add_week (book, AS_PLANNED);
  add_workout (book, "2026-11-20T10:00", WINTER, 4);
  add_workout (book, "2026-11-21T10:00", WINTER, NO_NUMBER);
  add_workout (book, "2026-11-22T10:00", WINTER, 8);
  add_workout (book, "2026-11-22T14:00", WINTER, NO_NUMBER);
  add_workout (book, "2026-11-23T10:00", WINTER, NO_NUMBER);
  add_workout (book, "2026-11-23T14:00", WINTER, 10);
  assert_nights (book, COOLDOWN_FACTOR_HARD_WORKOUT, "-.++-");
}

/* Nights from before the first workout that was noted say nothing about workouts. */
static void
test_before_first (Book *book, gconstpointer data)
{
  add_week (book, AS_PLANNED);
  assert_nights (book, COOLDOWN_FACTOR_NO_WORKOUT, ".....");
  cooldown_entry_set_deleted (add_workout (book, "2026-11-20T10:00", WINTER, 4), 1);
  add_workout (book, "2026-11-22T10:00", WINTER, 4);
  assert_nights (book, COOLDOWN_FACTOR_NO_WORKOUT, "..-++");
  assert_nights (book, COOLDOWN_FACTOR_HARD_WORKOUT, "..---");
  assert_nights (book, COOLDOWN_FACTOR_LATE_WORKOUT, "..---");
}

/* It is 20:30 on the wall before and after clocks are put back, and 20:30 at the other end of the
 * world, although the evening there has another date in London. */
static void
test_local_time (Book *book, gconstpointer data)
{
  add_night (book, "2026-10-24", 3, AS_PLANNED);
  add_night (book, "2026-10-25", 3, AS_PLANNED);
  add_night (book, "2026-10-26", 3, AS_PLANNED);
  add_night (book, "2026-10-27", 3, AS_PLANNED);
  add_workout (book, "2026-10-24T18:30", SUMMER, 3);
  add_workout (book, "2026-10-25T18:50", WINTER, 3);
  add_workout (book, "2026-10-26T20:30", 13 * 3600, 3);
  add_workout (book, "2026-10-27T18:30", -11 * 3600, 3);
  assert_nights (book, COOLDOWN_FACTOR_LATE_WORKOUT, "-++-");
  assert_nights (book, COOLDOWN_FACTOR_NO_WORKOUT, "----");
}

/* A wind-down that was broken off is none; one across midnight is that of the evening before. */
static void
test_routine (Book *book, gconstpointer data)
{
  add_week (book, AS_PLANNED);
  book->rules.bedtimes.own[G_DATE_SATURDAY - G_DATE_MONDAY] = HOURS (1, 0);
  add_session (book, "evening", "2026-11-20T22:05", NULL, NULL);
  add_session (book, "evening", "2026-11-21T23:50", "next", "2026-11-21T23:52");
  add_session (book, "evening", "2026-11-22T22:05", "end", "2026-11-22T22:34");
  add_session (book, "recovery", "2026-11-23T22:05", NULL, NULL);
  cooldown_entry_set_deleted (add_session (book, "evening", "2026-11-24T22:05", NULL, NULL), 1);
  assert_nights (book, COOLDOWN_FACTOR_ROUTINE, "++---");
  /* Begun after midnight, and a second time after the one that was broken off. */
  add_session (book, "evening", "2026-11-24T00:20", NULL, NULL);
  add_session (book, "evening", "2026-11-22T22:40", "end", "2026-11-22T23:30");
  assert_nights (book, COOLDOWN_FACTOR_ROUTINE, "++++-");
}

/* With bed at nine in the morning the wind-down at eight is that of the night that ends. */
static void
test_routine_shift (Book *book, gconstpointer data)
{
  add_week (book, AS_PLANNED);
  book->rules.bedtimes.usual = HOURS (9, 0);
  add_session (book, "evening", "2026-11-22T08:20", NULL, NULL);
  assert_nights (book, COOLDOWN_FACTOR_ROUTINE, "-+---");
}

/* Of three nights the one in the middle is that of what happened, whatever became of the clocks and
 * of the calendar in it: both nights of daylight saving, a date that comes twice, one without a
 * morning, and nights weeks apart. */
static void
test_right_night (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *nights[3];
    int bed;
    const char *when;
    gint32 offset;
  } cases[] = {
    { { "2026-03-27", "2026-03-28", "2026-03-29" }, HOURS (23, 0), "2026-03-28T22:20", WINTER },
    { { "2026-03-27", "2026-03-28", "2026-03-29" }, HOURS (0, 30), "2026-03-28T23:50", WINTER },
    { { "2026-03-27", "2026-03-28", "2026-03-29" }, HOURS (3, 20), "2026-03-29T01:40", WINTER },
    { { "2026-03-27", "2026-03-28", "2026-03-29" }, HOURS (3, 20), "2026-03-29T03:05", SUMMER },
    { { "2026-03-27", "2026-03-28", "2026-03-29" }, HOURS (9, 0), "2026-03-29T08:20", SUMMER },
    { { "2026-03-27", "2026-03-28", "2026-03-29" }, HOURS (9, 0), "2026-03-28T20:00", WINTER },
    { { "2026-10-23", "2026-10-24", "2026-10-25" }, HOURS (0, 30), "2026-10-24T23:50", SUMMER },
    { { "2026-10-23", "2026-10-24", "2026-10-25" }, HOURS (3, 20), "2026-10-25T02:40", SUMMER },
    { { "2026-10-23", "2026-10-24", "2026-10-25" }, HOURS (3, 20), "2026-10-25T02:40", WINTER },
    { { "2026-10-23", "2026-10-24", "2026-10-25" }, HOURS (9, 0), "2026-10-25T08:20", WINTER },
    /* From Auckland to Honolulu, and back. */
    { { "2026-11-21", "2026-11-22", "2026-11-23" }, HOURS (23, 0), "2026-11-22T07:00", 13 * 3600 },
    { { "2026-11-21", "2026-11-22", "2026-11-23" }, HOURS (23, 0), "2026-11-22T22:20", 13 * 3600 },
    { { "2026-11-21", "2026-11-22", "2026-11-23" }, HOURS (23, 0), "2026-11-22T22:20", -10 * 3600 },
    { { "2026-11-21", "2026-11-22", "2026-11-24" }, HOURS (23, 0), "2026-11-22T22:20", -10 * 3600 },
    { { "2026-11-22", "2026-11-24", "2026-11-25" }, HOURS (23, 0), "2026-11-24T07:00", 13 * 3600 },
    /* Weeks apart. */
    { { "2026-09-30", "2026-10-28", "2026-11-22" }, HOURS (23, 0), "2026-10-28T22:20", WINTER },
    { { "2026-09-30", "2026-10-28", "2026-11-22" }, HOURS (9, 0), "2026-10-29T08:20", WINTER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_ptr_array_set_size (book->entries, 0);
      book->rules.bedtimes.usual = cases[i].bed;
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].nights); j++)
        add_night (book, cases[i].nights[j], 3, AS_PLANNED);
      add_workout (book, "2026-01-01T10:00", WINTER, 3);
      add_workout (book, cases[i].when, cases[i].offset, 8);
      add_wind_down (book, "evening", cases[i].when, cases[i].offset);
      assert_nights (book, COOLDOWN_FACTOR_HARD_WORKOUT, "-+-");
      assert_nights (book, COOLDOWN_FACTOR_NO_WORKOUT, "+-+");
      assert_nights (book, COOLDOWN_FACTOR_ROUTINE, "-+-");
    }
}

/* What falls in the weeks of which no night was noted goes to none. */
static void
test_missing_weeks (Book *book, gconstpointer data)
{
  add_night (book, "2026-09-30", 3, AS_PLANNED);
  add_night (book, "2026-11-22", 3, AS_PLANNED);
  add_workout (book, "2026-09-01T10:00", SUMMER, 3);
  add_workout (book, "2026-10-01T10:00", SUMMER, 8);
  add_workout (book, "2026-11-20T20:00", WINTER, 8);
  add_session (book, "evening", "2026-10-28T22:05", NULL, NULL);
  add_session (book, "evening", "2026-11-21T22:05", NULL, NULL);
  assert_nights (book, COOLDOWN_FACTOR_HARD_WORKOUT, "--");
  assert_nights (book, COOLDOWN_FACTOR_NO_WORKOUT, "++");
  assert_nights (book, COOLDOWN_FACTOR_ROUTINE, "--");
}

/* What came in from elsewhere need not make sense. */
static void
test_nonsense (Book *book, gconstpointer data)
{
  add_night (book, "2026-02-30", 3, AS_PLANNED);
  add_night (book, "", 3, AS_PLANNED);
  g_ptr_array_add (book->entries, cooldown_entry_new (COOLDOWN_ENTRY_NIGHT));
  g_ptr_array_add (book->entries, cooldown_entry_new (COOLDOWN_ENTRY_WORKOUT));
  g_ptr_array_add (book->entries, cooldown_entry_new (COOLDOWN_ENTRY_SESSION));
  g_ptr_array_add (book->entries, cooldown_entry_new (COOLDOWN_ENTRY_EPISODE));
  add_workout (book, "0001-01-01T00:00", 0, 3);
  add_workout (book, "9999-12-31T23:00", 0, 3);
  assert_nights (book, COOLDOWN_FACTOR_NO_WORKOUT, "");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Book *book, gconstpointer data);
  } tests[] = {
    { "/insights-nights/order", test_order },
    { "/insights-nights/two-answers", test_two_answers },
    { "/insights-nights/answers", test_answers },
    { "/insights-nights/caffeine", test_caffeine },
    { "/insights-nights/caffeine-shift", test_caffeine_shift },
    { "/insights-nights/caffeine-own", test_caffeine_own },
    { "/insights-nights/workouts", test_workouts },
    { "/insights-nights/workouts-shift", test_workouts_shift },
    { "/insights-nights/workouts-bedtimes", test_workouts_bedtimes },
    { "/insights-nights/efforts", test_efforts },
    { "/insights-nights/before-first", test_before_first },
    { "/insights-nights/local-time", test_local_time },
    { "/insights-nights/routine", test_routine },
    { "/insights-nights/routine-shift", test_routine_shift },
    { "/insights-nights/right-night", test_right_night },
    { "/insights-nights/missing-weeks", test_missing_weeks },
    { "/insights-nights/nonsense", test_nonsense },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Book, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
