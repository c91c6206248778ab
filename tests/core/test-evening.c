/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/night.h"
#include "fake-clock.h"

#define HOURS(hours, minutes) ((hours) *60 + (minutes))

typedef struct
{
  CooldownFakeClock *fake;
  CooldownClock *clock;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer zone)
{
  fixture->fake = cooldown_fake_clock_new ();
  fixture->clock = COOLDOWN_CLOCK (fixture->fake);
  cooldown_fake_clock_set_zone (fixture->fake, zone != NULL ? zone : "Europe/Berlin");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->fake);
}

/* @text is ISO 8601 with its offset from UTC. */
static gint64
at (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time) * COOLDOWN_SECOND;
}

static void
assert_time (gint64 wall, const char *expected)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (wall / COOLDOWN_SECOND);
  g_autoptr (GDateTime) wanted = g_date_time_new_from_iso8601 (expected, NULL);
  g_autofree char *got = g_date_time_format_iso8601 (time);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (wanted);
  g_autofree char *want = g_date_time_format_iso8601 (utc);

  g_assert_cmpstr (got, ==, want);
}

static CooldownBedtimes
every_day (int bedtime)
{
  CooldownBedtimes bedtimes = { .usual = bedtime };

  for (guint i = 0; i < G_N_ELEMENTS (bedtimes.own); i++)
    bedtimes.own[i] = COOLDOWN_AS_USUAL;
  return bedtimes;
}

static gboolean
find (Fixture *fixture, gint64 wall, int bedtime, int winddown, CooldownEvening *evening)
{
  CooldownBedtimes bedtimes = every_day (bedtime);

  return cooldown_evening_at (fixture->clock, wall, &bedtimes, winddown, evening);
}

static CooldownEvening
evening_at (Fixture *fixture, const char *now, int bedtime)
{
  CooldownEvening evening = { 0 };

  g_assert_true (find (fixture, at (now), bedtime, 40, &evening));
  return evening;
}

static void
test_same_day (Fixture *fixture, gconstpointer data)
{
  CooldownEvening evening = evening_at (fixture, "2026-11-22T18:00:00+01", HOURS (23, 0));

  g_assert_cmpstr (evening.date, ==, "2026-11-22");
  assert_time (evening.bed, "2026-11-22T23:00:00+01");
  assert_time (evening.wind_down, "2026-11-22T22:20:00+01");
  assert_time (evening.morning, "2026-11-23T12:00:00+01");
}

static void
test_after_midnight (Fixture *fixture, gconstpointer data)
{
  CooldownEvening evening = evening_at (fixture, "2026-11-23T02:00:00+01", HOURS (23, 0));

  g_assert_cmpstr (evening.date, ==, "2026-11-22");
  assert_time (evening.bed, "2026-11-22T23:00:00+01");
  evening = evening_at (fixture, "2026-11-22T23:30:00+01", HOURS (0, 30));
  g_assert_cmpstr (evening.date, ==, "2026-11-22");
  assert_time (evening.bed, "2026-11-23T00:30:00+01");
  assert_time (evening.wind_down, "2026-11-22T23:50:00+01");
  assert_time (evening.morning, "2026-11-23T12:00:00+01");
}

/* To the microsecond: an alarm set for the end of one evening must find the next. */
static void
test_noon (Fixture *fixture, gconstpointer data)
{
  CooldownEvening evening;
  gint64 noon = at ("2026-11-22T12:00:00+01");

  g_assert_true (find (fixture, noon - 1, HOURS (23, 0), 0, &evening));
  g_assert_cmpstr (evening.date, ==, "2026-11-21");
  g_assert_cmpint (evening.morning, ==, noon);
  g_assert_true (find (fixture, noon, HOURS (23, 0), 0, &evening));
  g_assert_cmpstr (evening.date, ==, "2026-11-22");
  g_assert_cmpint (evening.wind_down, ==, evening.bed);
}

static void
test_bedtimes_around_noon (Fixture *fixture, gconstpointer data)
{
  CooldownEvening evening = evening_at (fixture, "2026-11-22T18:00:00+01", HOURS (12, 0));

  assert_time (evening.bed, "2026-11-22T12:00:00+01");
  evening = evening_at (fixture, "2026-11-22T18:00:00+01", HOURS (11, 59));
  assert_time (evening.bed, "2026-11-23T11:59:00+01");
}

static void
test_turn_of_the_year (Fixture *fixture, gconstpointer data)
{
  CooldownEvening evening = evening_at (fixture, "2027-01-01T03:00:00+01", HOURS (1, 0));

  g_assert_cmpstr (evening.date, ==, "2026-12-31");
  assert_time (evening.bed, "2027-01-01T01:00:00+01");
  evening = evening_at (fixture, "2028-03-01T03:00:00+01", HOURS (23, 0));
  g_assert_cmpstr (evening.date, ==, "2028-02-29");
}

static void
test_out_of_range (Fixture *fixture, gconstpointer data)
{
  CooldownEvening evening;
  gint64 now = at ("2026-11-22T18:00:00+01");

  g_assert_false (find (fixture, now, -1, 40, &evening));
  g_assert_false (find (fixture, now, 1440, 40, &evening));
  g_assert_false (find (fixture, now, 0, -1, &evening));
  g_assert_false (find (fixture, now, 0, 1441, &evening));
  g_assert_false (find (fixture, G_MAXINT64, 0, 40, &evening));
  g_assert_false (find (fixture, G_MININT64, 0, 40, &evening));
}

/* Clocks are put on at 02:00 on 29 March 2026 and back at 03:00 on 25 October 2026. */
static void
test_clocks_put_on (Fixture *fixture, gconstpointer data)
{
  CooldownEvening evening = evening_at (fixture, "2026-03-28T20:00:00+01", HOURS (23, 0));

  assert_time (evening.bed, "2026-03-28T23:00:00+01");
  assert_time (evening.morning, "2026-03-29T12:00:00+02");
  evening = evening_at (fixture, "2026-03-28T20:00:00+01", HOURS (3, 10));
  assert_time (evening.bed, "2026-03-29T03:10:00+02");
  /* Forty minutes of wind-down are forty minutes. */
  assert_time (evening.wind_down, "2026-03-29T01:30:00+01");
}

static void
test_skipped_time (Fixture *fixture, gconstpointer data)
{
  gint64 skipped = cooldown_local_time_on (fixture->clock, "2026-03-29", HOURS (2, 30));

  g_assert_cmpint (skipped, >=, at ("2026-03-29T02:00:00+01"));
  g_assert_cmpint (skipped, <=, at ("2026-03-29T03:30:00+02"));
  assert_time (cooldown_local_time_on (fixture->clock, "2026-03-29", HOURS (1, 59)),
               "2026-03-29T01:59:00+01");
  assert_time (cooldown_local_time_on (fixture->clock, "2026-03-29", HOURS (3, 0)),
               "2026-03-29T03:00:00+02");
}

static void
test_clocks_put_back (Fixture *fixture, gconstpointer data)
{
  CooldownEvening evening = evening_at (fixture, "2026-10-24T20:00:00+02", HOURS (23, 0));
  gint64 twice = cooldown_local_time_on (fixture->clock, "2026-10-25", HOURS (2, 30));

  assert_time (evening.bed, "2026-10-24T23:00:00+02");
  assert_time (evening.morning, "2026-10-25T12:00:00+01");
  g_assert_true (twice == at ("2026-10-25T02:30:00+02") || twice == at ("2026-10-25T02:30:00+01"));
}

static void
test_other_zone (Fixture *fixture, gconstpointer data)
{
  CooldownEvening evening = evening_at (fixture, "2026-11-22T18:00:00+01", HOURS (23, 0));

  assert_time (evening.bed, "2026-11-22T23:00:00+01");
  cooldown_fake_clock_set_zone (fixture->fake, "America/New_York");
  evening = evening_at (fixture, "2026-11-22T18:00:00+01", HOURS (23, 0));
  g_assert_cmpstr (evening.date, ==, "2026-11-22");
  assert_time (evening.bed, "2026-11-22T23:00:00-05");
  cooldown_fake_clock_set_zone (fixture->fake, "Asia/Kathmandu");
  evening = evening_at (fixture, "2026-11-22T18:00:00+01", HOURS (23, 0));
  assert_time (evening.bed, "2026-11-22T23:00:00+0545");
}

static void
test_local_time (Fixture *fixture, gconstpointer data)
{
  assert_time (cooldown_local_time_on (fixture->clock, "2026-11-22", 0), "2026-11-22T00:00:00+01");
  assert_time (cooldown_local_time_on (fixture->clock, "2026-11-22", 1440 + 30),
               "2026-11-23T00:30:00+01");
  assert_time (cooldown_local_time_on (fixture->clock, "2026-12-31", 1440),
               "2027-01-01T00:00:00+01");
}

static void
test_bad_dates (Fixture *fixture, gconstpointer data)
{
  const char *const bad[] = { "",           "2026-11-2",  "2026-02-30",
                              "2026-13-01", "today",      "2026-11-22x",
                              "2026-1--22", "0000-01-01", "+026-11-22" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (cooldown_local_time_on (fixture->clock, bad[i], 0), ==, COOLDOWN_NEVER);
  g_assert_cmpint (cooldown_local_time_on (fixture->clock, NULL, 0), ==, COOLDOWN_NEVER);
  g_assert_cmpint (cooldown_local_time_on (fixture->clock, "2026-11-22", -1), ==, COOLDOWN_NEVER);
  g_assert_cmpint (cooldown_local_time_on (fixture->clock, "2026-11-22", G_MAXINT), ==,
                   COOLDOWN_NEVER);
}

static void
test_limits (Fixture *fixture, gconstpointer data)
{
  const CooldownLimit caffeine = {
    .before = 540, .at = HOURS (12, 0), .bedtime_from = HOURS (21, 0), .bedtime_to = HOURS (1, 0)
  };
  const CooldownLimit meal = { .before = 180, .at = -1 };
  const struct
  {
    int bedtime;
    const char *caffeine, *meal;
  } cases[] = {
    { HOURS (20, 59), "2026-11-22T11:59:00+01", "2026-11-22T17:59:00+01" },
    { HOURS (21, 0), "2026-11-22T12:00:00+01", "2026-11-22T18:00:00+01" },
    { HOURS (23, 30), "2026-11-22T12:00:00+01", "2026-11-22T20:30:00+01" },
    { HOURS (0, 0), "2026-11-22T12:00:00+01", "2026-11-22T21:00:00+01" },
    { HOURS (1, 0), "2026-11-22T12:00:00+01", "2026-11-22T22:00:00+01" },
    { HOURS (1, 1), "2026-11-22T16:01:00+01", "2026-11-22T22:01:00+01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CooldownEvening evening = evening_at (fixture, "2026-11-22T13:00:00+01", cases[i].bedtime);

      assert_time (cooldown_evening_limit (fixture->clock, &evening, &caffeine),
                   cases[i].caffeine);
      assert_time (cooldown_evening_limit (fixture->clock, &evening, &meal),
                   cases[i].meal);
    }
}

/* Whatever happens to the clocks and to the calendar: an evening goes from noon to noon, bed is at
 * its time of day, and forty minutes of wind-down are forty minutes. */
static void
test_nights (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *zone, *now;
    int bedtime;
    const char *date, *wind_down, *bed, *morning;
  } cases[] = {
    /* Night shifts. */
    { "Europe/Berlin", "2026-11-23T08:00:00+01", HOURS (9, 0), "2026-11-22",
      "2026-11-23T08:20:00+01", "2026-11-23T09:00:00+01", "2026-11-23T12:00:00+01" },
    { "Europe/Berlin", "2026-11-23T11:59:59+01", HOURS (9, 0), "2026-11-22",
      "2026-11-23T08:20:00+01", "2026-11-23T09:00:00+01", "2026-11-23T12:00:00+01" },
    { "Europe/Berlin", "2026-11-23T12:00:00+01", HOURS (9, 0), "2026-11-23",
      "2026-11-24T08:20:00+01", "2026-11-24T09:00:00+01", "2026-11-24T12:00:00+01" },
    { "Europe/Berlin", "2026-03-29T01:30:00+01", HOURS (9, 0), "2026-03-28",
      "2026-03-29T08:20:00+02", "2026-03-29T09:00:00+02", "2026-03-29T12:00:00+02" },
    /* Across midnight, and across the hour that is left out. */
    { "Europe/Berlin", "2026-03-29T00:10:00+01", HOURS (0, 30), "2026-03-28",
      "2026-03-28T23:50:00+01", "2026-03-29T00:30:00+01", "2026-03-29T12:00:00+02" },
    { "Europe/Berlin", "2026-03-29T03:05:00+02", HOURS (3, 20), "2026-03-28",
      "2026-03-29T01:40:00+01", "2026-03-29T03:20:00+02", "2026-03-29T12:00:00+02" },
    /* Across the hour that comes twice. */
    { "Europe/Berlin", "2026-10-25T00:10:00+02", HOURS (0, 30), "2026-10-24",
      "2026-10-24T23:50:00+02", "2026-10-25T00:30:00+02", "2026-10-25T12:00:00+01" },
    { "Europe/Berlin", "2026-10-25T02:50:00+02", HOURS (3, 20), "2026-10-24",
      "2026-10-25T02:40:00+01", "2026-10-25T03:20:00+01", "2026-10-25T12:00:00+01" },
    { "Europe/Berlin", "2026-10-25T02:50:00+01", HOURS (3, 20), "2026-10-24",
      "2026-10-25T02:40:00+01", "2026-10-25T03:20:00+01", "2026-10-25T12:00:00+01" },
    /* Over the date line to the east: the 22nd comes twice, and is one evening each time. */
    { "Pacific/Auckland", "2026-11-22T20:00:00+13", HOURS (23, 0), "2026-11-22",
      "2026-11-22T22:20:00+13", "2026-11-22T23:00:00+13", "2026-11-23T12:00:00+13" },
    { "Pacific/Honolulu", "2026-11-22T20:00:00-10", HOURS (23, 0), "2026-11-22",
      "2026-11-22T22:20:00-10", "2026-11-22T23:00:00-10", "2026-11-23T12:00:00-10" },
    /* To the west: whoever left on the evening of the 22nd arrives in the night of the 23rd. */
    { "Pacific/Auckland", "2026-11-23T05:00:00-10", HOURS (23, 0), "2026-11-23",
      "2026-11-23T22:20:00+13", "2026-11-23T23:00:00+13", "2026-11-24T12:00:00+13" },
    /* Samoa moved over it, and had no 30 December 2011: the night of the 29th ends on the 31st. */
    { "Pacific/Apia", "2011-12-29T23:30:00-10", HOURS (22, 45), "2011-12-29",
      "2011-12-29T22:05:00-10", "2011-12-29T22:45:00-10", "2011-12-31T12:00:00+14" },
    { "Pacific/Apia", "2011-12-29T23:55:00-10", HOURS (0, 30), "2011-12-29",
      "2011-12-29T23:50:00-10", "2011-12-31T00:30:00+14", "2011-12-31T12:00:00+14" },
    { "Pacific/Apia", "2011-12-31T08:00:00+14", HOURS (22, 45), "2011-12-29",
      "2011-12-29T22:05:00-10", "2011-12-29T22:45:00-10", "2011-12-31T12:00:00+14" },
    { "Pacific/Apia", "2011-12-31T12:00:00+14", HOURS (22, 45), "2011-12-31",
      "2011-12-31T22:05:00+14", "2011-12-31T22:45:00+14", "2012-01-01T12:00:00+14" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CooldownEvening evening;

      cooldown_fake_clock_set_zone (fixture->fake, cases[i].zone);
      evening = evening_at (fixture, cases[i].now, cases[i].bedtime);
      g_assert_cmpstr (evening.date, ==, cases[i].date);
      assert_time (evening.wind_down, cases[i].wind_down);
      assert_time (evening.bed, cases[i].bed);
      assert_time (evening.morning, cases[i].morning);
    }
}

/* The last cup of whoever goes to bed in the morning, and of the nights in which clocks are set: so
 * many hours before bed are hours that go by, a time of the user's own is one on the wall. */
static void
test_limits_at_night (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *now;
    int bedtime, own;
    const char *caffeine;
  } cases[] = {
    { "2026-11-22T13:00:00+01", HOURS (9, 0), -1, "2026-11-23T00:00:00+01" },
    { "2026-11-22T13:00:00+01", HOURS (9, 0), HOURS (1, 0), "2026-11-23T01:00:00+01" },
    { "2026-11-22T13:00:00+01", HOURS (9, 0), HOURS (23, 0), "2026-11-22T23:00:00+01" },
    { "2026-11-22T13:00:00+01", HOURS (2, 30), -1, "2026-11-22T17:30:00+01" },
    { "2026-11-22T13:00:00+01", HOURS (2, 30), HOURS (16, 0), "2026-11-22T16:00:00+01" },
    { "2026-11-22T13:00:00+01", HOURS (22, 45), HOURS (9, 0), "2026-11-22T09:00:00+01" },
    { "2026-03-28T13:00:00+01", HOURS (9, 0), -1, "2026-03-28T23:00:00+01" },
    { "2026-03-28T13:00:00+01", HOURS (9, 0), HOURS (1, 0), "2026-03-29T01:00:00+01" },
    { "2026-10-24T13:00:00+02", HOURS (9, 0), -1, "2026-10-25T01:00:00+02" },
    { "2026-10-24T13:00:00+02", HOURS (9, 0), HOURS (4, 0), "2026-10-25T04:00:00+01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CooldownLimit caffeine = {
        .before = 540, .at = HOURS (12, 0), .bedtime_from = HOURS (21, 0), .bedtime_to = HOURS (1, 0)
      };
      CooldownEvening evening = evening_at (fixture, cases[i].now, cases[i].bedtime);

      cooldown_limit_set_own (&caffeine, cases[i].own);
      assert_time (cooldown_evening_limit (fixture->clock, &evening, &caffeine),
                   cases[i].caffeine);
    }
}

/* The night that lies behind the user: it began on the evening of the day before, unless that
 * evening's bedtime is still to come. */
static void
test_last_night (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *zone, *now;
    int bedtime;
    const char *date;
  } cases[] = {
    { "Europe/Berlin", "2026-11-23T08:00:00+01", HOURS (22, 45), "2026-11-22" },
    { "Europe/Berlin", "2026-11-23T23:59:59.9+01", HOURS (22, 45), "2026-11-22" },
    /* Who is up a little after bedtime has that night before them; who looks later wakes in it. */
    { "Europe/Berlin", "2026-11-24T00:00:00+01", HOURS (22, 45), "2026-11-22" },
    { "Europe/Berlin", "2026-11-24T02:44:59+01", HOURS (22, 45), "2026-11-22" },
    { "Europe/Berlin", "2026-11-24T02:45:00+01", HOURS (22, 45), "2026-11-23" },
    { "Europe/Berlin", "2026-11-24T03:59:59+01", HOURS (2, 0), "2026-11-22" },
    { "Europe/Berlin", "2026-11-24T04:00:00+01", HOURS (2, 0), "2026-11-23" },
    { "Europe/Berlin", "2026-11-24T06:00:00+01", HOURS (5, 0), "2026-11-23" },
    { "Europe/Berlin", "2027-01-01T08:00:00+01", HOURS (22, 45), "2026-12-31" },
    /* Still up after midnight. */
    { "Europe/Berlin", "2026-11-23T00:29:59+01", HOURS (0, 30), "2026-11-21" },
    { "Europe/Berlin", "2026-11-23T03:59:59+01", HOURS (0, 30), "2026-11-21" },
    { "Europe/Berlin", "2026-11-23T04:00:00+01", HOURS (0, 30), "2026-11-22" },
    /* Night shifts: before bed, at bedtime, and after the sleep. */
    { "Europe/Berlin", "2026-11-23T08:00:00+01", HOURS (9, 0), "2026-11-21" },
    { "Europe/Berlin", "2026-11-23T09:00:00+01", HOURS (9, 0), "2026-11-22" },
    { "Europe/Berlin", "2026-11-23T17:30:00+01", HOURS (9, 0), "2026-11-22" },
    { "Europe/Berlin", "2026-11-24T02:00:00+01", HOURS (9, 0), "2026-11-22" },
    /* Both nights of daylight saving. */
    { "Europe/Berlin", "2026-03-29T08:00:00+02", HOURS (22, 45), "2026-03-28" },
    { "Europe/Berlin", "2026-03-29T03:00:00+02", HOURS (3, 10), "2026-03-27" },
    { "Europe/Berlin", "2026-03-29T03:59:59+02", HOURS (3, 10), "2026-03-27" },
    { "Europe/Berlin", "2026-03-29T04:00:00+02", HOURS (3, 10), "2026-03-28" },
    { "Europe/Berlin", "2026-10-25T08:00:00+01", HOURS (22, 45), "2026-10-24" },
    { "Europe/Berlin", "2026-10-25T02:50:00+01", HOURS (3, 10), "2026-10-23" },
    /* Over the date line: the morning of the 23rd comes twice, or one morning is that of two. */
    { "Pacific/Auckland", "2026-11-23T08:00:00+13", HOURS (22, 45), "2026-11-22" },
    { "Pacific/Honolulu", "2026-11-23T08:00:00-10", HOURS (22, 45), "2026-11-22" },
    { "Pacific/Auckland", "2026-11-24T08:00:00+13", HOURS (22, 45), "2026-11-23" },
    { "Pacific/Apia", "2011-12-31T08:00:00+14", HOURS (22, 45), "2011-12-29" },
    { "Pacific/Apia", "2011-12-31T00:10:00+14", HOURS (0, 30), "2011-12-28" },
    { "Pacific/Apia", "2012-01-01T08:00:00+14", HOURS (22, 45), "2011-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CooldownBedtimes bedtimes = every_day (cases[i].bedtime);
      char date[COOLDOWN_DATE_SIZE];

      cooldown_fake_clock_set_zone (fixture->fake, cases[i].zone);
      g_assert_true (cooldown_last_night (fixture->clock, at (cases[i].now), &bedtimes, date));
      g_assert_cmpstr (date, ==, cases[i].date);
    }
}

/* A bedtime of that weekday counts; and there is no night beyond the calendar. */
static void
test_last_night_of_weekday (Fixture *fixture, gconstpointer data)
{
  CooldownBedtimes bedtimes = every_day (HOURS (22, 45));
  char date[COOLDOWN_DATE_SIZE];

  bedtimes.own[G_DATE_SATURDAY - G_DATE_MONDAY] = HOURS (4, 0);
  g_assert_true (cooldown_last_night (fixture->clock, at ("2026-11-22T03:00:00+01"), &bedtimes, date));
  g_assert_cmpstr (date, ==, "2026-11-20");
  g_assert_true (cooldown_last_night (fixture->clock, at ("2026-11-23T03:00:00+01"), &bedtimes, date));
  g_assert_cmpstr (date, ==, "2026-11-22");
  g_assert_false (cooldown_last_night (fixture->clock, G_MAXINT64, &bedtimes, date));
  g_assert_false (cooldown_last_night (fixture->clock, G_MININT64, &bedtimes, date));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/evening/same-day", test_same_day);
  ADD ("/evening/after-midnight", test_after_midnight);
  ADD ("/evening/noon", test_noon);
  ADD ("/evening/bedtimes-around-noon", test_bedtimes_around_noon);
  ADD ("/evening/turn-of-the-year", test_turn_of_the_year);
  ADD ("/evening/out-of-range", test_out_of_range);
  ADD ("/evening/clocks-put-on", test_clocks_put_on);
  ADD ("/evening/skipped-time", test_skipped_time);
  ADD ("/evening/clocks-put-back", test_clocks_put_back);
  ADD ("/evening/other-zone", test_other_zone);
  ADD ("/evening/local-time", test_local_time);
  ADD ("/evening/bad-dates", test_bad_dates);
  ADD ("/evening/limits", test_limits);
  ADD ("/evening/limits-at-night", test_limits_at_night);
  ADD ("/evening/nights", test_nights);
  ADD ("/evening/last-night", test_last_night);
  ADD ("/evening/last-night-of-weekday", test_last_night_of_weekday);
#undef ADD
  return g_test_run ();
}
