/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/appointment.h"
#include "core/evening.h"
#include "fake-clock.h"

#define HOURS(hours, minutes) ((hours) * 60 + (minutes))

typedef struct
{
  CooldownFakeClock *fake;
  CooldownClock *clock;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->fake = cooldown_fake_clock_new ();
  fixture->clock = COOLDOWN_CLOCK (fixture->fake);
  cooldown_fake_clock_set_zone (fixture->fake, "Europe/Berlin");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->fake);
}

static gint64
at (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time) * COOLDOWN_SECOND;
}

/* Every day at a time of day, from 24:00 on the next. */
static gint64
daily (CooldownClock *clock, const GDate *day, gconstpointer data)
{
  return cooldown_local_time_on_day (clock, day, *(const int *) data);
}

static CooldownAppointment
find (Fixture *fixture, const char *now, int minutes)
{
  return cooldown_appointment_find (fixture->clock, at (now), daily, &minutes);
}

static void
assert_found (Fixture *fixture, const char *now, int minutes, const char *last, const char *next)
{
  CooldownAppointment found = find (fixture, now, minutes);

  g_assert_cmpint (found.last, ==, at (last));
  g_assert_cmpint (found.next, ==, at (next));
}

/* Test that the last one is of today once its time has come, to the second. */
static void
test_last_and_next (Fixture *fixture, gconstpointer data)
{
  assert_found (fixture, "2026-11-22T22:39:59+01", HOURS (22, 40), "2026-11-21T22:40:00+01",
                "2026-11-22T22:40:00+01");
  assert_found (fixture, "2026-11-22T22:40:00+01", HOURS (22, 40), "2026-11-22T22:40:00+01",
                "2026-11-23T22:40:00+01");
}

/* Test that what belongs to an evening may come after midnight. */
static void
test_after_midnight (Fixture *fixture, gconstpointer data)
{
  assert_found (fixture, "2026-11-22T23:00:00+01", HOURS (24, 30), "2026-11-22T00:30:00+01",
                "2026-11-23T00:30:00+01");
  assert_found (fixture, "2026-11-23T00:30:00+01", HOURS (24, 30), "2026-11-23T00:30:00+01",
                "2026-11-24T00:30:00+01");
}

/* How often half past two comes in a night, walked through minute by minute. */
static guint
count_half_past_two (Fixture *fixture, const char *from, const char *to)
{
  int minutes = HOURS (2, 30);
  gint64 before = COOLDOWN_NEVER;
  guint count = 0;

  for (gint64 now = at (from); now < at (to); now += COOLDOWN_MINUTE)
    {
      CooldownAppointment found =
          cooldown_appointment_find (fixture->clock, now, daily, &minutes);

      if (before != COOLDOWN_NEVER && found.last != before)
        count++;
      before = found.last;
      g_assert_cmpint (found.last, <=, now);
      g_assert_cmpint (found.next, >, now);
    }
  return count;
}

/* Test that a time exists once in the night in which it is skipped, and in the one in which it
 * comes twice. */
static void
test_daylight_saving (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (
      count_half_past_two (fixture, "2027-03-27T20:00:00+01", "2027-03-28T20:00:00+02"), ==, 1);
  g_assert_cmpuint (
      count_half_past_two (fixture, "2026-10-24T20:00:00+02", "2026-10-25T20:00:00+01"), ==, 1);
  cooldown_fake_clock_set_zone (fixture->fake, "Australia/Lord_Howe");
  g_assert_cmpuint (
      count_half_past_two (fixture, "2026-04-04T00:00:00+00", "2026-04-05T00:00:00+00"), ==, 1);
}

/* Test that a new zone moves the same time of day. */
static void
test_other_zone (Fixture *fixture, gconstpointer data)
{
  assert_found (fixture, "2026-11-22T21:50:00Z", HOURS (22, 40), "2026-11-22T21:40:00Z",
                "2026-11-23T21:40:00Z");
  cooldown_fake_clock_set_zone (fixture->fake, "Europe/London");
  assert_found (fixture, "2026-11-22T21:50:00Z", HOURS (22, 40), "2026-11-21T22:40:00Z",
                "2026-11-22T22:40:00Z");
}

/* Test that what is on a day that a zone leaves out does not come, and costs no other day. */
static void
test_skipped_day (Fixture *fixture, gconstpointer data)
{
  cooldown_fake_clock_set_zone (fixture->fake, "Pacific/Apia");
  /* There was no 30 December 2011 in Samoa. */
  assert_found (fixture, "2011-12-30T08:00:00Z", HOURS (22, 0), "2011-12-30T08:00:00Z",
                "2011-12-31T08:00:00Z");
  /* Half past midnight comes after the evening of the 29th all the same, and once. */
  assert_found (fixture, "2011-12-30T08:00:00Z", HOURS (24, 30), "2011-12-29T10:30:00Z",
                "2011-12-30T10:30:00Z");
  assert_found (fixture, "2011-12-30T10:30:00Z", HOURS (24, 30), "2011-12-30T10:30:00Z",
                "2011-12-31T10:30:00Z");
}

/* Every day but 21 November 2026. */
static gint64
but_one (CooldownClock *clock, const GDate *day, gconstpointer data)
{
  return g_date_get_day (day) == 21 ? COOLDOWN_NEVER : daily (clock, day, data);
}

/* Test that the last one is found whatever day is left out, with bed at 11:00 the next morning. */
static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *now, *last;
  } cases[] = {
    { "2026-11-22T10:59:59+01", "2026-11-21T11:00:00+01" },
    { "2026-11-22T11:00:00+01", "2026-11-21T11:00:00+01" },
    { "2026-11-23T10:59:59+01", "2026-11-21T11:00:00+01" },
    { "2026-11-23T11:00:00+01", "2026-11-23T11:00:00+01" },
  };
  int minutes = HOURS (24 + 11, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CooldownAppointment found =
          cooldown_appointment_find (fixture->clock, at (cases[i].now), but_one, &minutes);

      g_assert_cmpint (found.last, ==, at (cases[i].last));
    }
}

/* A time of Mondays only. */
static gint64
on_mondays (CooldownClock *clock, const GDate *day, gconstpointer data)
{
  return g_date_get_weekday (day) == G_DATE_MONDAY
             ? cooldown_local_time_on_day (clock, day, HOURS (7, 0))
             : COOLDOWN_NEVER;
}

/* Test that what is on one weekday only is found a week ahead. */
static void
test_one_weekday (Fixture *fixture, gconstpointer data)
{
  CooldownAppointment found = cooldown_appointment_find (
      fixture->clock, at ("2026-11-23T07:00:00+01"), on_mondays, NULL);

  g_assert_cmpint (found.last, ==, at ("2026-11-23T07:00:00+01"));
  g_assert_cmpint (found.next, ==, at ("2026-11-30T07:00:00+01"));
}

/* Test that years far away are no trouble, and that there are none beyond the calendar. */
static void
test_far_away (Fixture *fixture, gconstpointer data)
{
  int minutes = HOURS (22, 40);
  const gint64 beyond[] = { G_MININT64, G_MAXINT64 - COOLDOWN_SECOND };

  assert_found (fixture, "2038-01-19T04:14:08+01", HOURS (4, 14), "2038-01-19T04:14:00+01",
                "2038-01-20T04:14:00+01");
  assert_found (fixture, "2106-02-07T07:28:16+01", HOURS (7, 28), "2106-02-07T07:28:00+01",
                "2106-02-08T07:28:00+01");
  for (guint i = 0; i < G_N_ELEMENTS (beyond); i++)
    {
      CooldownAppointment found =
          cooldown_appointment_find (fixture->clock, beyond[i], daily, &minutes);

      g_assert_cmpint (found.last, ==, COOLDOWN_NEVER);
      g_assert_cmpint (found.next, ==, COOLDOWN_NEVER);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/appointment/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("last-and-next", test_last_and_next);
  ADD ("after-midnight", test_after_midnight);
  ADD ("daylight-saving", test_daylight_saving);
  ADD ("other-zone", test_other_zone);
  ADD ("skipped-day", test_skipped_day);
  ADD ("left-out", test_left_out);
  ADD ("one-weekday", test_one_weekday);
  ADD ("far-away", test_far_away);
#undef ADD
  return g_test_run ();
}
