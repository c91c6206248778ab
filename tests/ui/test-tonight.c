/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary.h"
#include "evening-desk.h"
#include "hand.h"
#include "ui/evening-advice.h"
#include "ui/evening-sky.h"
#include "ui/tonight-list.h"

#include <string.h>

/* Tonight's list, and what the workouts of these days mean for tonight. It is Sunday, 2026-11-22,
 * 17:00 UTC. */

#define DAY (24 * COOLDOWN_HOUR)

static gint64
now (Desk *desk)
{
  return cooldown_clock_now (COOLDOWN_CLOCK (desk->clock)).wall;
}

static void
set_bedtime (Desk *desk, int minutes)
{
  fake_agent_set (desk->agent, "setting", "bedtime", g_variant_new_int32 (minutes));
  desk_settle (desk);
}

static void
begin (Desk *desk)
{
  evening_open (desk);
  set_bedtime (desk, 22 * 60 + 45);
  desk_open_journal (desk);
  desk_settle_journal (desk);
}

static const char *
read_row (Desk *desk, const char *title)
{
  return get_subtitle (desk_find (desk, COOLDOWN_TYPE_TONIGHT_LIST), title);
}

static void
finish_workout (Desk *desk, gint64 ended, const char *kind)
{
  g_autoptr (CooldownSession) session = NULL;
  CooldownWorkout workout = { .kind = kind, .minutes = 45, .ended = ended, .rpe = 6 };
  CooldownInstant at = cooldown_clock_now (COOLDOWN_CLOCK (desk->clock));

  session = cooldown_session_new ("recovery", cooldown_workout_to_plan (&workout));
  cooldown_session_append (session, "finish", NULL, &at);
  fake_agent_set_session (desk->agent, "recovery", session);
  desk_settle (desk);
}

/* Test that today's workout is known at once, and still when its hour is long over; yesterday's is
 * not today's. */
static void
test_workout (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  begin (desk);
  g_assert_cmpstr (read_row (desk, "Today’s workout"), ==, "");
  diary_put (desk->journal, diary_workout (now (desk) - DAY, "walk", 20));
  desk_settle_journal (desk);
  g_assert_cmpstr (read_row (desk, "Today’s workout"), ==, "");
  diary_put (desk->journal, diary_workout (now (desk) - 9 * COOLDOWN_HOUR, "swim", 30));
  desk_settle_journal (desk);
  g_assert_cmpstr (read_row (desk, "Today’s workout"), ==,
                   "Swim, 30 min, ended 08:00, 15 h before bed");
  assert_label (desk_find (desk, COOLDOWN_TYPE_EVENING_SKY),
                "Now 17:00 · Last caffeine: before 12:00 · Swim, 30 min: ended 08:00 · Wind-down: "
                "22:05 · Bed: 22:45");
  finish_workout (desk, now (desk) - COOLDOWN_HOUR, "run");
  g_assert_cmpstr (read_row (desk, "Today’s workout"), ==,
                   "Run, 45 min, ended 16:00, 7 h before bed");
  fake_agent_set_session (desk->agent, "recovery", NULL);
  desk_settle (desk);
  g_assert_cmpstr (read_row (desk, "Today’s workout"), ==,
                   "Swim, 30 min, ended 08:00, 15 h before bed");
}

static void
note (Desk *desk, const char *tonight)
{
  fake_agent_set (desk->agent, "setting", "tonight", g_variant_new_parsed (tonight));
  desk_settle (desk);
}

/* Test that with bed at 9:00 a cup at 5:00 is four hours before it, and one at 20:00 was in time. */
static void
test_night_shift (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  begin (desk);
  set_bedtime (desk, 9 * 60);
  evening_set_time (desk, 24 * 60 + 5 * 60 + 10);
  note (desk,
        "{'date': <'2026-11-22'>, 'caffeine': <300>, 'nicotine': <true>, 'nicotine-at': <420>}");
  g_assert_true (g_str_has_prefix (read_row (desk, "Last caffeine"), "After the limit, 00:00."));
  g_assert_true (g_str_has_prefix (read_row (desk, "Nicotine"), "After the limit, 05:00."));
  note (desk, "{'date': <'2026-11-22'>, 'caffeine': <1200>}");
  g_assert_cmpstr (read_row (desk, "Last caffeine"), ==, "Before the limit, 00:00");
}

static GtkWidget *
get_advice (Desk *desk)
{
  return desk_find (desk, COOLDOWN_TYPE_EVENING_ADVICE);
}

static void
put_workout (Desk *desk, gint64 ended, int rpe)
{
  CooldownEntry *workout = diary_workout (ended, "run", 45);

  cooldown_entry_set_number (workout, COOLDOWN_FIELD_WORKOUT_RPE, rpe);
  diary_put (desk->journal, workout);
  desk_settle_journal (desk);
}

static void
test_hard_days (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  begin (desk);
  put_workout (desk, now (desk) - 8 * COOLDOWN_HOUR, 7);
  put_workout (desk, now (desk) - DAY, 8);
  put_workout (desk, now (desk) - 2 * DAY, 6);
  g_assert_false (gtk_widget_get_visible (get_advice (desk)));
  put_workout (desk, now (desk) - 2 * DAY, 7);
  g_assert_true (widget_says (get_advice (desk), "Hard training several days in a row"));
  g_assert_true (widget_says (get_advice (desk), "you can talk, but not sing"));
  g_assert_false (widget_says (get_advice (desk), "late in the day"));
}

/* The limit is four hours before bed at 22:45. */
static void
test_hard_late (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  begin (desk);
  put_workout (desk, now (desk) + 2 * COOLDOWN_HOUR, 6);
  put_workout (desk, now (desk) + 1 * COOLDOWN_HOUR, 9);
  put_workout (desk, now (desk) + 2 * COOLDOWN_HOUR - DAY, 9);
  g_assert_false (gtk_widget_get_visible (get_advice (desk)));
  put_workout (desk, now (desk) + 2 * COOLDOWN_HOUR, 9);
  g_assert_true (widget_says (get_advice (desk), "A hard workout late in the day"));
  g_assert_false (widget_says (get_advice (desk), "several days"));
}

static void
answer_gate (Desk *desk)
{
  GPtrArray *gate = cooldown_content_get_gate (desk->content);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sb}"));
  for (guint i = 0; i < gate->len; i++)
    g_variant_builder_add (&builder, "{sb}",
                           ((const CooldownGateQuestion *) g_ptr_array_index (gate, i))->id, FALSE);
  fake_agent_set (desk->agent, "ice", "gate", g_variant_builder_end (&builder));
  fake_agent_set (desk->agent, "ice", "gate-at",
                  g_variant_new_int64 (now (desk) / COOLDOWN_SECOND));
}

/* Ice and alcohol meet on both pages. */
static void
test_ice_and_alcohol (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  begin (desk);
  g_assert_false (widget_says (GTK_WIDGET (desk->window), "No ice after drinking."));
  fake_agent_set (desk->agent, "setting", "tonight",
                  g_variant_new_parsed ("{'date': <'2026-11-22'>, 'alcohol': <true>, "
                                        "'alcohol-at': <1080>}"));
  desk_settle (desk);
  g_assert_nonnull (strstr (get_subtitle (desk_find (desk, COOLDOWN_TYPE_TONIGHT_LIST), "Alcohol"),
                            "No ice after drinking."));
  answer_gate (desk);
  fake_agent_set (desk->agent, "ice", "alcohol", g_variant_new_boolean (TRUE));
  desk_show (desk, "ice");
  desk_settle (desk);
  g_assert_true (widget_says (GTK_WIDGET (desk->window), "No ice after drinking."));
  fake_agent_set (desk->agent, "ice", "alcohol", NULL);
  desk_settle (desk);
  g_assert_false (widget_says (GTK_WIDGET (desk->window), "No ice after drinking."));
}

/* Test that legs that are restless at night find their button before a bedtime is known, too. */
static void
test_restless_without_bedtime (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  begin (desk);
  fake_agent_set (desk->agent, "setting", "bedtime", NULL);
  desk_settle (desk);
  g_assert_null (evening_find_button (desk, "Legs Restless Now"));
  evening_set_time (desk, 24 * 60 + 2 * 60);
  g_assert_nonnull (evening_find_button (desk, "Legs Restless Now"));
  evening_tick (desk, (const char *[]){ "warn-cold-leg", NULL });
  g_assert_null (evening_find_button (desk, "Legs Restless Now"));
}

int
main (int argc, char **argv)
{
  Desk desk = { 0 };
  int result;

  desk_begin_tests (&argc, &argv);
  desk_open (&desk);
  g_test_add_data_func ("/tonight/workout", &desk, test_workout);
  g_test_add_data_func ("/tonight/night-shift", &desk, test_night_shift);
  g_test_add_data_func ("/tonight/hard-days", &desk, test_hard_days);
  g_test_add_data_func ("/tonight/hard-late", &desk, test_hard_late);
  g_test_add_data_func ("/tonight/ice-and-alcohol", &desk, test_ice_and_alcohol);
  g_test_add_data_func ("/tonight/restless-without-bedtime", &desk, test_restless_without_bedtime);
  result = g_test_run ();
  desk_close (&desk);
  return result;
}
