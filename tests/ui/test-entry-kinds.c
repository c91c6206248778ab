/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-visit.h"
#include "hand.h"

#include <string.h>

/* What is particular to each kind of entry. */

static Visit visit;

/* Test that a tingling that goes on ends at a click, with the answer that follows from it. */
static void
test_gone (void)
{
  g_autoptr (CooldownEntry) entry = NULL;
  g_autofree char *uid = NULL;
  g_autoptr (CooldownEntry) saved = NULL;

  visit_begin (&visit);
  entry = visit_make_episode (&visit, NOW - 70 * COOLDOWN_MINUTE);
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_OPEN, TRUE);
  visit_write_entry (&visit, entry);
  uid = g_strdup (cooldown_entry_get_uid (entry));
  visit_open (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  g_signal_emit_by_name (find_button (visit.page, "Gone Now"), "clicked");
  visit_wait_until_saved (&visit);
  g_assert_true (gtk_toggle_button_get_active (visit_find_toggle (&visit, "Longer")));
  visit_go_back (&visit);
  saved = visit_read_entry (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  assert_entry_number (saved, COOLDOWN_FIELD_EPISODE_OPEN, FALSE);
  g_assert_cmpint (cooldown_entry_get_minutes (saved), ==, 70);
  assert_entry_text (saved, COOLDOWN_FIELD_EPISODE_LASTED, "last-longer");

  /* Another answer means that the minutes were not known. */
  visit_open (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  visit_press (&visit, "Within 5 min");
  visit_go_back (&visit);
  g_set_object (&saved, NULL);
  saved = visit_read_entry (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  g_assert_false (cooldown_entry_has (saved, COOLDOWN_FIELD_EPISODE_ENDED));
}

/* Test that "none" is an answer to whether there is pain anywhere else. */
static void
test_no_pain (void)
{
  g_autofree char *uid = NULL;
  g_autoptr (CooldownEntry) entry = NULL;

  visit_begin (&visit);
  uid = visit_write_episode (&visit, NOW - COOLDOWN_HOUR);
  visit_open (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  g_signal_emit_by_name (find_button (visit.page, "None"), "clicked");
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (find_row (visit.page, "Pain anywhere else"))), ==,
      "None");
  visit_go_back (&visit);
  entry = visit_read_entry (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  assert_entry_text (entry, COOLDOWN_FIELD_EPISODE_PAIN, "");
}

/* Test that the workout it came with can be chosen, or none. */
static void
test_workout_choice (void)
{
  g_autofree char *workout = NULL;
  g_autofree char *uid = NULL;
  g_autoptr (CooldownEntry) entry = NULL;
  AdwComboRow *row;

  visit_begin (&visit);
  workout = visit_write_workout (&visit, NOW - 3 * COOLDOWN_HOUR);
  uid = visit_write_episode (&visit, NOW - 2 * COOLDOWN_HOUR);
  visit_open (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  row = ADW_COMBO_ROW (find_row (visit.page, "Workout"));
  while (g_list_model_get_n_items (adw_combo_row_get_model (row)) < 2)
    g_main_context_iteration (NULL, TRUE);
  visit_choose (&visit, "Workout", 1);
  visit_wait_until_saved (&visit);
  entry = visit_read_entry (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  assert_entry_text (entry, COOLDOWN_FIELD_EPISODE_WORKOUT, workout);
  visit_choose (&visit, "Workout", 0);
  visit_go_back (&visit);
  g_set_object (&entry, NULL);
  entry = visit_read_entry (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  g_assert_false (cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_WORKOUT));
}

/* Test that a workout of another day can be noted. */
static void
test_workout (void)
{
  g_autoptr (CooldownEntry) entry = NULL;

  visit_begin (&visit);
  visit_open (&visit, COOLDOWN_ENTRY_WORKOUT, NULL);
  visit_choose (&visit, "Kind of workout", 2);
  visit_set_spin (&visit, "How long", 90);
  visit_choose (&visit, "How hard", 7);
  visit_choose (&visit, "Legs at the end", 2);
  visit_set_day (&visit, "Finished", 2026, 11, 20);
  visit_press (&visit, "Hills");
  gtk_text_buffer_set_text (visit_get_notes (&visit), "With friends", -1);
  visit_go_back (&visit);
  entry = visit_find_only (&visit, COOLDOWN_ENTRY_WORKOUT);
  assert_entry_text (entry, COOLDOWN_FIELD_WORKOUT_KIND, "ride");
  assert_entry_number (entry, COOLDOWN_FIELD_WORKOUT_MINUTES, 90);
  assert_entry_number (entry, COOLDOWN_FIELD_WORKOUT_RPE, 6);
  assert_entry_text (entry, COOLDOWN_FIELD_WORKOUT_LEGS, "tingling");
  assert_entry_text (entry, COOLDOWN_FIELD_WORKOUT_CONDITIONS, "hills");
  assert_entry_text (entry, COOLDOWN_FIELD_WORKOUT_NOTES, "With friends");
  g_assert_cmpint (cooldown_entry_get_at (entry), ==, visit_at (&visit, "2026-11-20", 17, 0));
}

/* Test that a night is noted once: the second visit is to the same entry. */
static void
test_night (void)
{
  g_autoptr (CooldownEntry) entry = NULL;

  visit_begin (&visit);
  visit_open (&visit, COOLDOWN_ENTRY_NIGHT, NULL);
  visit_press (&visit, "6");
  visit_press (&visit, "Cost me sleep");
  visit_press (&visit, "In bed");
  visit_set_spin (&visit, "Asleep after", 40);
  visit_set_spin (&visit, "Slept about", 390);
  visit_go_back (&visit);
  visit_open (&visit, COOLDOWN_ENTRY_NIGHT, NULL);
  g_assert_true (gtk_toggle_button_get_active (visit_find_toggle (&visit, "6")));
  gtk_text_buffer_set_text (visit_get_notes (&visit), "Walked twice", -1);
  visit_go_back (&visit);
  entry = visit_find_only (&visit, COOLDOWN_ENTRY_NIGHT);
  g_assert_cmpstr (cooldown_entry_get_uid (entry), ==, "night-2026-11-21");
  assert_entry_text (entry, COOLDOWN_FIELD_NIGHT_DATE, "2026-11-21");
  assert_entry_number (entry, COOLDOWN_FIELD_NIGHT_RESTLESS, 6);
  assert_entry_text (entry, COOLDOWN_FIELD_NIGHT_STARTED, "in-bed");
  assert_entry_number (entry, COOLDOWN_FIELD_NIGHT_TO_SLEEP, 40);
  assert_entry_number (entry, COOLDOWN_FIELD_NIGHT_SLEEP, 390);
  assert_entry_text (entry, COOLDOWN_FIELD_NIGHT_FEATURES, "when-sleep");
  assert_entry_text (entry, COOLDOWN_FIELD_NIGHT_NOTES, "Walked twice");
}

/* Test that restless legs that were noted while it went on are told with their night, and no others,
 * and stand in the list of their evening. */
static void
test_restless (void)
{
  g_autoptr (CooldownEntry) evening = cooldown_entry_new (COOLDOWN_ENTRY_SESSION);
  gint64 noted[] = { visit_at (&visit, "2026-11-21", 22, 30),
                     visit_at (&visit, "2026-11-22", 2, 14),
                     visit_at (&visit, "2026-11-22", 13, 0) };
  g_autofree char *words = NULL;

  visit_begin (&visit);
  cooldown_entry_set_time (evening, COOLDOWN_FIELD_SESSION_AT, noted[0], 0);
  cooldown_entry_set_text (evening, COOLDOWN_FIELD_SESSION_KIND, "evening");
  cooldown_entry_set_text (evening, COOLDOWN_FIELD_SESSION_PLAN, "{}");
  for (guint i = 0; i < G_N_ELEMENTS (noted); i++)
    cooldown_entry_add_event (evening, "restless", "", noted[i], 0);
  visit_write_entry (&visit, evening);
  visit_open (&visit, COOLDOWN_ENTRY_NIGHT, NULL);
  words = read_mapped (visit.page);
  g_assert_nonnull (strstr (words, "Noted as restless at 22:30, 02:14\n"));
  visit_go_back (&visit);
  visit_open (&visit, COOLDOWN_ENTRY_SESSION, cooldown_entry_get_uid (evening));
  find_row (visit.page, "Legs restless");
  visit_go_back (&visit);
}

static CooldownEntry *
ice_new (gboolean open)
{
  CooldownEntry *entry = cooldown_entry_new (COOLDOWN_ENTRY_SESSION);
  gint64 start = NOW - 2 * COOLDOWN_HOUR;

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_SESSION_AT, start, 0);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_SESSION_KIND, "ice");
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_SESSION_OPEN, open);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_SESSION_PLAN, "{'site': <'toes'>}");
  cooldown_entry_add_event (entry, "start", "", start, 0);
  cooldown_entry_add_event (entry, "on", "", start + 2 * COOLDOWN_MINUTE, 0);
  cooldown_entry_add_event (entry, "away", "30", start + 5 * COOLDOWN_MINUTE, 0);
  cooldown_entry_add_event (entry, "off", "fine", start + 14 * COOLDOWN_MINUTE, 0);
  return entry;
}

/* Test that the times of ice can be corrected, within the order in which things happened, and that
 * too long is said and not forbidden. */
static void
test_ice (void)
{
  g_autoptr (CooldownEntry) session = NULL;
  g_autoptr (CooldownEntry) saved = NULL;
  gint64 start = NOW - 2 * COOLDOWN_HOUR;
  char *words;

  visit_begin (&visit);
  session = ice_new (FALSE);
  visit_write_entry (&visit, session);
  visit_open (&visit, COOLDOWN_ENTRY_SESSION, cooldown_entry_get_uid (session));
  words = read_mapped (find_row (visit.page, "Round 1: Skin normal"));
  g_assert_nonnull (strstr (words, "12 min of ice"));
  g_free (words);
  /* Off before on is refused. */
  visit_set_spin (&visit, "Round 1: Skin normal", 15 * 60 + 1);
  words = read_mapped (find_row (visit.page, "Round 1: Skin normal"));
  g_assert_nonnull (strstr (words, "It was after 15:05"));
  g_free (words);
  visit_set_spin (&visit, "Round 1: Skin normal", 15 * 60 + 20);
  words = read_mapped (find_row (visit.page, "Round 1: Skin normal"));
  g_assert_nonnull (strstr (words, "18 min of ice: more than the 15 minutes"));
  g_free (words);
  visit_go_back (&visit);
  saved = visit_read_entry (&visit, COOLDOWN_ENTRY_SESSION, cooldown_entry_get_uid (session));
  g_assert_cmpint (cooldown_entry_get_event (saved, 3)->at, ==, start + 20 * COOLDOWN_MINUTE);
  g_assert_cmpint (cooldown_entry_get_event (saved, 1)->at, ==, start + 2 * COOLDOWN_MINUTE);
}

/* Test that a session which goes on is the agent's. */
static void
test_open_session (void)
{
  g_autoptr (CooldownEntry) session = NULL;

  visit_begin (&visit);
  session = ice_new (TRUE);
  visit_write_entry (&visit, session);
  visit_open (&visit, COOLDOWN_ENTRY_SESSION, cooldown_entry_get_uid (session));
  g_assert_false (gtk_widget_is_sensitive (
      visit_find_in_row (&visit, "Round 1: ice on", GTK_TYPE_SPIN_BUTTON)));
  visit_act (&visit, "entry.delete");
  g_assert_false (visit.closed);
  visit_go_back (&visit);
}

/* Test that a check as it was saved is shown, and nothing in it can be changed. */
static void
test_check (void)
{
  g_autoptr (CooldownEntry) check = NULL;
  g_autofree char *words = NULL;

  visit_begin (&visit);
  check = cooldown_entry_new (COOLDOWN_ENTRY_CHECK);
  cooldown_entry_set_time (check, COOLDOWN_FIELD_CHECK_AT, NOW - COOLDOWN_HOUR, 0);
  cooldown_entry_set_text (check, COOLDOWN_FIELD_CHECK_TICKS, "warn-none feel-tingle");
  cooldown_entry_set_text (check, COOLDOWN_FIELD_CHECK_PLACES, "calf-l");
  cooldown_entry_set_text (check, COOLDOWN_FIELD_CHECK_LEVEL, "soon");
  visit_write_entry (&visit, check);
  visit_open (&visit, COOLDOWN_ENTRY_CHECK, cooldown_entry_get_uid (check));
  words = read_mapped (visit.page);
  g_assert_nonnull (strstr (words, "Warning signs: answered, none ticked"));
  g_assert_nonnull (strstr (words, "Calf, left"));
  g_assert_nonnull (strstr (words, "Tingling"));
  visit_go_back (&visit);
}

int
main (int argc, char *argv[])
{
  static const VisitTest tests[] = {
    { "/entry-kinds/gone", test_gone },
    { "/entry-kinds/no-pain", test_no_pain },
    { "/entry-kinds/workout-choice", test_workout_choice },
    { "/entry-kinds/workout", test_workout },
    { "/entry-kinds/night", test_night },
    { "/entry-kinds/restless", test_restless },
    { "/entry-kinds/ice", test_ice },
    { "/entry-kinds/open-session", test_open_session },
    { "/entry-kinds/check", test_check },
  };

  return visit_run (&visit, &argc, &argv, tests, G_N_ELEMENTS (tests));
}
