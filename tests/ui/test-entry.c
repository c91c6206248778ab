/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-visit.h"
#include "hand.h"
#include "ui/leg-picker.h"
#include "ui/leg-places.h"

/* What holds for every entry, seen at a tingling: saved at each change, taken back, deleted. */

static Visit visit;

/* Test that each field of an episode is saved as soon as it is changed, and shown again. */
static void
test_fields (void)
{
  g_autoptr (CooldownEntry) entry = NULL;

  visit_begin (&visit);
  visit_open (&visit, COOLDOWN_ENTRY_EPISODE, NULL);
  visit_press (&visit, "4");
  visit_press (&visit, "Tingling");
  visit_press (&visit, "Numb, less feeling");
  visit_choose (&visit, "Began", 1);
  visit_set_spin (&visit, "After", 25);
  visit_press (&visit, "Ice");
  visit_press (&visit, "Weaker");
  visit_type (&visit, "What helped?", "shoes off");
  visit_type (&visit, "What made it worse?", "the hill");
  visit_type (&visit, "Shoes and clothing", "new trail shoes");
  visit_type (&visit, "Pain anywhere else", "left knee");
  visit_type (&visit, "Medicines, caffeine, alcohol", "two coffees");
  gtk_text_buffer_set_text (visit_get_notes (&visit), "Third time.", -1);
  visit_go_back (&visit);

  entry = visit_find_only (&visit, COOLDOWN_ENTRY_EPISODE);
  assert_entry_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 4);
  assert_entry_text (entry, COOLDOWN_FIELD_EPISODE_SENSATIONS, "feel-tingle feel-numb");
  assert_entry_text (entry, COOLDOWN_FIELD_EPISODE_ONSET, "during");
  assert_entry_number (entry, COOLDOWN_FIELD_EPISODE_AFTER_MINUTES, 25);
  assert_entry_text (entry, COOLDOWN_FIELD_EPISODE_TRIED, "ice:weaker");
  assert_entry_text (entry, COOLDOWN_FIELD_EPISODE_EASES, "shoes off");
  assert_entry_text (entry, COOLDOWN_FIELD_EPISODE_WORSENS, "the hill");
  assert_entry_text (entry, COOLDOWN_FIELD_EPISODE_CLOTHING, "new trail shoes");
  assert_entry_text (entry, COOLDOWN_FIELD_EPISODE_PAIN, "left knee");
  assert_entry_text (entry, COOLDOWN_FIELD_EPISODE_MEDICINE, "two coffees");
  assert_entry_text (entry, COOLDOWN_FIELD_EPISODE_NOTES, "Third time.");
  assert_entry_number (entry, COOLDOWN_FIELD_EPISODE_OPEN, TRUE);
  g_assert_cmpint (cooldown_entry_get_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN), ==, NOW);

  visit_open (&visit, COOLDOWN_ENTRY_EPISODE, cooldown_entry_get_uid (entry));
  g_assert_true (gtk_toggle_button_get_active (visit_find_toggle (&visit, "4")));
  g_assert_true (gtk_toggle_button_get_active (visit_find_toggle (&visit, "Tingling")));
  g_assert_false (gtk_toggle_button_get_active (visit_find_toggle (&visit, "Itching skin")));
  g_assert_true (gtk_toggle_button_get_active (visit_find_toggle (&visit, "Weaker")));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (visit.page, "What helped?"))), ==,
                   "shoes off");
  visit_go_back (&visit);
}

/* Test that places chosen on the legs are saved, and are what the title says: from the button in
 * Recover two clicks. */
static void
test_places (void)
{
  static const char *const places[] = { "sole-r", NULL };
  g_autofree char *uid = NULL;
  g_autoptr (CooldownEntry) entry = NULL;

  visit_begin (&visit);
  uid = visit_write_episode (&visit, NOW - COOLDOWN_HOUR);
  visit_open (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  cooldown_leg_picker_set_chosen (visit_find (&visit, COOLDOWN_TYPE_LEG_PICKER), places);
  g_signal_emit_by_name (visit_find (&visit, COOLDOWN_TYPE_LEG_PICKER), "changed");
  visit_wait_until_saved (&visit);
  g_assert_cmpstr (adw_window_title_get_title (visit_get_title (&visit)), ==,
                   "Tingling, sole, right");
  g_assert_cmpstr (adw_window_title_get_subtitle (visit_get_title (&visit)), ==,
                   "Today, 16:00 · saved");
  visit_go_back (&visit);
  entry = visit_read_entry (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  assert_entry_text (entry, COOLDOWN_FIELD_EPISODE_PLACES, "sole-r");
}

/* Test that a new entry which is only looked at leaves nothing, nor one whose changes were all
 * taken back. */
static void
test_untouched (void)
{
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) still_none = NULL;

  visit_begin (&visit);
  visit_open (&visit, COOLDOWN_ENTRY_EPISODE, NULL);
  g_assert_true (visit_stands (&visit, " · new"));
  visit_go_back (&visit);
  visit_open (&visit, COOLDOWN_ENTRY_WORKOUT, NULL);
  visit_shut (&visit);
  none = visit_find_all (&visit, COOLDOWN_ENTRY_EPISODE);
  g_assert_cmpuint (none->len, ==, 0);

  visit_open (&visit, COOLDOWN_ENTRY_EPISODE, NULL);
  visit_press (&visit, "7");
  visit_wait_until_saved (&visit);
  visit_act (&visit, "entry.undo");
  visit_go_back (&visit);
  still_none = visit_find_all (&visit, COOLDOWN_ENTRY_EPISODE);
  g_assert_cmpuint (still_none->len, ==, 0);
}

/* Test that each change of the visit can be taken back, letters typed one after the other as one. */
static void
test_undo (void)
{
  g_autofree char *uid = NULL;
  g_autoptr (CooldownEntry) entry = NULL;

  visit_begin (&visit);
  uid = visit_write_episode (&visit, NOW - COOLDOWN_HOUR);
  visit_open (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  visit_press (&visit, "3");
  visit_type (&visit, "Shoes and clothing", "o");
  visit_type (&visit, "Shoes and clothing", "ol");
  visit_type (&visit, "Shoes and clothing", "old");
  visit_press (&visit, "6");
  visit_act (&visit, "entry.undo");
  g_assert_true (gtk_toggle_button_get_active (visit_find_toggle (&visit, "3")));
  visit_act (&visit, "entry.undo");
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (find_row (visit.page, "Shoes and clothing"))), ==, "");
  g_assert_true (gtk_toggle_button_get_active (visit_find_toggle (&visit, "3")));
  visit_act (&visit, "entry.undo");
  g_assert_false (gtk_toggle_button_get_active (visit_find_toggle (&visit, "3")));
  /* Nothing is left to be taken back. */
  visit_act (&visit, "entry.undo");
  visit_go_back (&visit);
  entry = visit_read_entry (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  g_assert_false (cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_SEVERITY));
  g_assert_false (cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_CLOTHING));
}

/* Test that a deleted entry is not found, and is as it was when that is taken back. */
static void
test_delete (void)
{
  g_autofree char *uid = NULL;
  g_autoptr (CooldownEntry) back = NULL;
  g_autoptr (GPtrArray) none = NULL;

  visit_begin (&visit);
  uid = visit_write_episode (&visit, NOW - COOLDOWN_HOUR);
  visit_open (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  visit_type (&visit, "Shoes and clothing", "sandals");
  visit_act (&visit, "entry.delete");
  visit_wait_until_closed (&visit);
  visit_shut (&visit);
  none = visit_find_all (&visit, COOLDOWN_ENTRY_EPISODE);
  g_assert_cmpuint (none->len, ==, 0);
  visit_mark (&visit, COOLDOWN_ENTRY_EPISODE, uid, FALSE);
  back = visit_find_only (&visit, COOLDOWN_ENTRY_EPISODE);
  assert_entry_text (back, COOLDOWN_FIELD_EPISODE_CLOTHING, "sandals");
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  g_error ("nothing is asked");
}

/* Test that an entry is forgotten for good only after that was asked, and its page closes. */
static void
test_forget (void)
{
  g_autofree char *uid = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (CooldownEntry) kept = NULL;

  visit_begin (&visit);
  uid = visit_write_episode (&visit, NOW - COOLDOWN_HOUR);
  visit_open (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  visit_type (&visit, "Shoes and clothing", "sandals");
  visit_act (&visit, "entry.forget");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "cancel");
  visit_wait_until_saved (&visit);
  kept = visit_read_entry (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  assert_entry_text (kept, COOLDOWN_FIELD_EPISODE_CLOTHING, "sandals");
  visit_act (&visit, "entry.forget");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "forget");
  visit_wait_until_closed (&visit);
  visit_shut (&visit);
  none = visit_find_all (&visit, COOLDOWN_ENTRY_EPISODE);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Test that what is being typed when the window is closed is not lost. */
static void
test_close_while_typing (void)
{
  g_autoptr (CooldownEntry) entry = NULL;

  visit_begin (&visit);
  visit_open (&visit, COOLDOWN_ENTRY_EPISODE, NULL);
  gtk_text_buffer_set_text (visit_get_notes (&visit), "It began on the hi", -1);
  gtk_editable_set_text (visit_find_in_row (&visit, "After", GTK_TYPE_SPIN_BUTTON), "12");
  visit_shut (&visit);
  entry = visit_find_only (&visit, COOLDOWN_ENTRY_EPISODE);
  assert_entry_text (entry, COOLDOWN_FIELD_EPISODE_NOTES, "It began on the hi");
}

/* Test that what others wrote meanwhile stays, and is shown. */
static void
test_others (void)
{
  g_autofree char *uid = NULL;
  g_autofree char *notes = NULL;
  g_autoptr (CooldownEntry) other = NULL;
  g_autoptr (CooldownEntry) entry = NULL;

  visit_begin (&visit);
  uid = visit_write_episode (&visit, NOW - COOLDOWN_HOUR);
  visit_open (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  gtk_text_buffer_set_text (visit_get_notes (&visit), "mine", -1);
  other = visit_read_entry (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  cooldown_entry_set_time (other, COOLDOWN_FIELD_EPISODE_ENDED, NOW, 0);
  cooldown_entry_set_number (other, COOLDOWN_FIELD_EPISODE_SEVERITY, 8);
  visit_write_entry (&visit, other);
  /* The strength of the other comes to be shown, and what is being typed stays. */
  while (!gtk_toggle_button_get_active (visit_find_toggle (&visit, "8")))
    g_main_context_iteration (NULL, TRUE);
  g_object_get (visit_get_notes (&visit), "text", &notes, NULL);
  g_assert_cmpstr (notes, ==, "mine");
  visit_press (&visit, "Tingling");
  visit_wait_until_saved (&visit);
  /* Taking back what was done here takes back nothing of the other. */
  visit_act (&visit, "entry.undo");
  g_assert_true (gtk_toggle_button_get_active (visit_find_toggle (&visit, "8")));
  visit_go_back (&visit);
  entry = visit_read_entry (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  assert_entry_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 8);
  assert_entry_text (entry, COOLDOWN_FIELD_EPISODE_NOTES, "mine");
  g_assert_false (cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_SENSATIONS));
  g_assert_cmpint (cooldown_entry_get_time (entry, COOLDOWN_FIELD_EPISODE_ENDED), ==, NOW);
}

/* Test that what is known is filled in, and written with the first change. */
static void
test_filled (void)
{
  static const char *const places[] = { "calf-l", NULL };
  g_autofree char *workout = NULL;
  g_autoptr (CooldownEntry) entry = NULL;

  visit_begin (&visit);
  workout = visit_write_workout (&visit, NOW - 20 * COOLDOWN_MINUTE);
  cooldown_app_state_tick (visit.desk.state, "feel-burn", TRUE);
  cooldown_leg_places_set (visit.desk.state, places);
  visit_open (&visit, COOLDOWN_ENTRY_EPISODE, NULL);
  g_assert_cmpstr (adw_window_title_get_title (visit_get_title (&visit)), ==,
                   "Burning, calf, left");
  visit_press (&visit, "2");
  visit_go_back (&visit);
  entry = visit_find_only (&visit, COOLDOWN_ENTRY_EPISODE);
  assert_entry_text (entry, COOLDOWN_FIELD_EPISODE_WORKOUT, workout);
  assert_entry_text (entry, COOLDOWN_FIELD_EPISODE_ONSET, "after");
  assert_entry_number (entry, COOLDOWN_FIELD_EPISODE_AFTER_MINUTES, 20);
  assert_entry_text (entry, COOLDOWN_FIELD_EPISODE_SENSATIONS, "feel-burn");
  assert_entry_text (entry, COOLDOWN_FIELD_EPISODE_PLACES, "calf-l");
}

/* Test that an entry for a past day has nothing of today in it but what the user chose, and the
 * offset that held then: in Berlin it was summer. */
static void
test_past (void)
{
  g_autofree char *workout = NULL;
  g_autoptr (CooldownEntry) entry = NULL;

  visit_begin (&visit);
  cooldown_fake_clock_set_zone (visit.desk.clock, "Europe/Berlin");
  workout = visit_write_workout (&visit, NOW - 20 * COOLDOWN_MINUTE);
  cooldown_app_state_tick (visit.desk.state, "feel-burn", TRUE);
  visit_open (&visit, COOLDOWN_ENTRY_EPISODE, NULL);
  visit_press (&visit, "5");
  visit_set_day (&visit, "Date and time", 2026, 7, 14);
  visit_set_spin (&visit, "Date and time", 19 * 60 + 30);
  visit_go_back (&visit);
  entry = visit_find_only (&visit, COOLDOWN_ENTRY_EPISODE);
  g_assert_cmpint (cooldown_entry_get_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN), ==,
                   visit_at (&visit, "2026-07-14", 19, 30));
  g_assert_cmpint (cooldown_entry_get_time_offset (entry, COOLDOWN_FIELD_EPISODE_BEGAN), ==, 7200);
  g_assert_false (cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_WORKOUT));
  g_assert_false (cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_SENSATIONS));
  g_assert_false (cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_ONSET));
  assert_entry_number (entry, COOLDOWN_FIELD_EPISODE_OPEN, FALSE);
  assert_entry_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 5);
  g_assert_true (cooldown_entry_is_late (entry));
}

/* Test that nothing begins in the future. */
static void
test_future (void)
{
  g_autofree char *uid = NULL;
  g_autoptr (CooldownEntry) entry = NULL;

  visit_begin (&visit);
  uid = visit_write_episode (&visit, NOW - COOLDOWN_HOUR);
  visit_open (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  visit_set_spin (&visit, "Date and time", 23 * 60);
  visit_set_day (&visit, "Date and time", 2026, 11, 21);
  visit_set_day (&visit, "Date and time", 2026, 11, 25);
  visit_go_back (&visit);
  entry = visit_read_entry (&visit, COOLDOWN_ENTRY_EPISODE, uid);
  g_assert_cmpint (cooldown_entry_get_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN), ==,
                   visit_at (&visit, "2026-11-21", 23, 0));
}

/* Test that an entry which is not there is said to be so. */
static void
test_missing (void)
{
  visit_begin (&visit);
  visit_try (&visit, COOLDOWN_ENTRY_EPISODE, "nowhere");
  while (visit_look_for (&visit, ADW_TYPE_STATUS_PAGE) == NULL)
    g_main_context_iteration (NULL, TRUE);
  visit_go_back (&visit);
}

int
main (int argc, char *argv[])
{
  static const VisitTest tests[] = {
    { "/entry/fields", test_fields },
    { "/entry/places", test_places },
    { "/entry/untouched", test_untouched },
    { "/entry/undo", test_undo },
    { "/entry/delete", test_delete },
    { "/entry/forget", test_forget },
    { "/entry/close-while-typing", test_close_while_typing },
    { "/entry/others", test_others },
    { "/entry/filled", test_filled },
    { "/entry/past", test_past },
    { "/entry/future", test_future },
    { "/entry/missing", test_missing },
  };

  return visit_run (&visit, &argc, &argv, tests, G_N_ELEMENTS (tests));
}
