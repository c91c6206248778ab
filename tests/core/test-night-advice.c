/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/evening.h"
#include "core/night-advice.h"

/* Nights that reach a doctor, and hard days in a row. Today is Sunday, 2026-11-22. */

#define STRENGTH 5
#define PER_WEEK 2
#define WEEKS 2
#define COSTLY 2
#define HARD 7
#define TODAY "2026-11-22"

static GPtrArray *
notes_new (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static GDate
parse (const char *text)
{
  GDate date;

  g_assert_true (cooldown_date_parse (text, &date));
  return date;
}

static CooldownEntry *
add_night (GPtrArray *notes, const char *date, int restless)
{
  CooldownEntry *night = cooldown_entry_new (COOLDOWN_ENTRY_NIGHT);

  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_DATE, date);
  if (restless >= 0)
    cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_RESTLESS, restless);
  g_ptr_array_add (notes, night);
  return night;
}

static void
add_costly_night (GPtrArray *notes, const char *date)
{
  static const char *const costs[] = { "feel-urge", "when-sleep", NULL };

  cooldown_entry_set_ids (add_night (notes, date, -1), COOLDOWN_FIELD_NIGHT_FEATURES, costs);
}

static gboolean
are_restless (GPtrArray *notes)
{
  GDate today = parse (TODAY);

  return cooldown_nights_are_restless (notes, &today, STRENGTH, PER_WEEK, WEEKS);
}

static gboolean
cost_sleep (GPtrArray *notes)
{
  GDate today = parse (TODAY);

  return cooldown_nights_cost_sleep (notes, &today, COSTLY, WEEKS);
}

/* Two in each of the last two weeks are enough, whatever the other nights were or whether they were
 * noted at all. */
static void
test_restless (void)
{
  g_autoptr (GPtrArray) notes = notes_new ();

  g_assert_false (are_restless (notes));
  add_night (notes, "2026-11-21", 5);
  add_night (notes, "2026-11-15", 9);
  add_night (notes, "2026-11-14", 5);
  g_assert_false (are_restless (notes));
  add_night (notes, "2026-11-10", 4);
  g_assert_false (are_restless (notes));
  add_night (notes, "2026-11-08", 5);
  g_assert_true (are_restless (notes));
  add_night (notes, "2026-11-18", 0);
  g_assert_true (are_restless (notes));
}

/* The weeks end with last night: seven nights each, and tonight counts with the last one. */
static void
test_weeks (void)
{
  g_autoptr (GPtrArray) notes = notes_new ();

  add_night (notes, TODAY, 5);
  add_night (notes, "2026-11-15", 5);
  add_night (notes, "2026-11-14", 5);
  add_night (notes, "2026-11-07", 5);
  g_assert_false (are_restless (notes));
  add_night (notes, "2026-11-23", 5);
  g_assert_false (are_restless (notes));
  add_night (notes, "2026-11-09", 5);
  g_assert_true (are_restless (notes));
}

/* Two answers for one night are one night, and one that was deleted is none. */
static void
test_answers (void)
{
  g_autoptr (GPtrArray) notes = notes_new ();
  CooldownEntry *deleted;

  add_night (notes, "2026-11-20", 6);
  add_night (notes, "2026-11-20", 8);
  add_night (notes, "2026-11-12", 7);
  add_night (notes, "2026-11-11", 7);
  g_assert_false (are_restless (notes));
  deleted = add_night (notes, "2026-11-19", 8);
  cooldown_entry_set_deleted (deleted, 1);
  g_assert_false (are_restless (notes));
  cooldown_entry_set_deleted (deleted, 0);
  g_assert_true (are_restless (notes));
}

/* What it cost is noted apart from how restless it was; once is no habit. */
static void
test_sleep (void)
{
  g_autoptr (GPtrArray) notes = notes_new ();

  add_night (notes, "2026-11-21", 10);
  g_assert_false (cost_sleep (notes));
  add_costly_night (notes, "2026-11-21");
  add_costly_night (notes, "2026-11-21");
  add_costly_night (notes, "2026-11-07");
  g_assert_false (cost_sleep (notes));
  add_costly_night (notes, "2026-11-08");
  g_assert_true (cost_sleep (notes));
}

/* A workout that ended then, where local time was so many hours ahead of UTC. */
static CooldownEntry *
add_workout (GPtrArray *notes, const char *local, int hours_ahead, int rpe)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) ended = g_date_time_new_from_iso8601 (local, utc);
  gint64 wall = (g_date_time_to_unix (ended) - hours_ahead * 3600) * COOLDOWN_SECOND;
  CooldownEntry *workout = cooldown_entry_new (COOLDOWN_ENTRY_WORKOUT);

  cooldown_entry_set_time (workout, COOLDOWN_FIELD_WORKOUT_ENDED, wall, hours_ahead * 3600);
  if (rpe >= 0)
    cooldown_entry_set_number (workout, COOLDOWN_FIELD_WORKOUT_RPE, rpe);
  g_ptr_array_add (notes, workout);
  return workout;
}

static void
assert_hard_days (GPtrArray *notes, const char *today, guint expected)
{
  GDate date = parse (today);

  g_assert_cmpuint (cooldown_hard_days_count (notes, &date, HARD), ==, expected);
}

static void
test_hard_days (void)
{
  g_autoptr (GPtrArray) notes = notes_new ();

  assert_hard_days (notes, TODAY, 0);
  add_workout (notes, "2026-11-22T18:00:00", 1, 7);
  add_workout (notes, "2026-11-22T07:00:00", 1, 9);
  add_workout (notes, "2026-11-21T18:00:00", 1, 10);
  assert_hard_days (notes, TODAY, 2);
  add_workout (notes, "2026-11-20T18:00:00", 1, 6);
  add_workout (notes, "2026-11-19T18:00:00", 1, 8);
  assert_hard_days (notes, TODAY, 2);
  add_workout (notes, "2026-11-20T08:00:00", 1, -1);
  assert_hard_days (notes, TODAY, 2);
  add_workout (notes, "2026-11-20T12:00:00", 1, 7);
  assert_hard_days (notes, TODAY, 4);
  cooldown_entry_set_deleted (g_ptr_array_index (notes, 2), 1);
  assert_hard_days (notes, TODAY, 1);
}

/* Until today's workout the row is not over; a day of rest ends it. */
static void
test_rest (void)
{
  g_autoptr (GPtrArray) notes = notes_new ();

  add_workout (notes, "2026-11-20T18:00:00", 1, 7);
  add_workout (notes, "2026-11-19T18:00:00", 1, 7);
  add_workout (notes, "2026-11-18T18:00:00", 1, 7);
  assert_hard_days (notes, "2026-11-20", 3);
  assert_hard_days (notes, "2026-11-21", 3);
  assert_hard_days (notes, "2026-11-22", 0);
  assert_hard_days (notes, "2026-11-17", 0);
}

/* The days are those of where it was noted: across both changes of the clocks, after midnight, and
 * over the date line, where the same hours are of another day. */
static void
test_days (void)
{
  g_autoptr (GPtrArray) autumn = notes_new ();
  g_autoptr (GPtrArray) spring = notes_new ();
  g_autoptr (GPtrArray) line = notes_new ();

  add_workout (autumn, "2026-10-24T23:30:00", 2, 8);
  add_workout (autumn, "2026-10-25T23:30:00", 1, 8);
  add_workout (autumn, "2026-10-27T00:30:00", 1, 8);
  assert_hard_days (autumn, "2026-10-26", 3);
  add_workout (spring, "2026-03-28T23:59:59", 1, 8);
  add_workout (spring, "2026-03-30T03:59:59", 2, 8);
  add_workout (spring, "2026-03-30T04:00:00", 2, 8);
  assert_hard_days (spring, "2026-03-30", 3);
  add_workout (line, "2026-11-20T20:00:00", -10, 8);
  add_workout (line, "2026-11-22T20:00:00", 13, 8);
  assert_hard_days (line, TODAY, 1);
}

/* However long somebody goes on, and however far the clock was off. */
static void
test_bounds (void)
{
  g_autoptr (GPtrArray) notes = notes_new ();
  GDate day = parse (TODAY);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *local = g_strdup_printf ("%04d-%02d-%02dT18:00:00", g_date_get_year (&day),
                                                (int) g_date_get_month (&day),
                                                g_date_get_day (&day));

      add_workout (notes, local, 1, 8);
      g_date_subtract_days (&day, 1);
    }
  add_workout (notes, "1969-12-31T18:00:00", 0, 8);
  add_workout (notes, "9999-12-31T18:00:00", 0, 8);
  assert_hard_days (notes, TODAY, 31);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/night-advice/restless", test_restless);
  g_test_add_func ("/night-advice/weeks", test_weeks);
  g_test_add_func ("/night-advice/answers", test_answers);
  g_test_add_func ("/night-advice/sleep", test_sleep);
  g_test_add_func ("/night-advice/hard-days", test_hard_days);
  g_test_add_func ("/night-advice/rest", test_rest);
  g_test_add_func ("/night-advice/days", test_days);
  g_test_add_func ("/night-advice/bounds", test_bounds);
  return g_test_run ();
}
