/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hand.h"
#include "ui/entry-page.h"
#include "ui/entry-scale.h"
#include "ui/entry-when.h"
#include "ui/leg-picker.h"
#include "ui/leg-places.h"

#include "core/evening.h"

#include <string.h>

/* Entries as they are added and corrected in the window: real widgets on a real file. */

#define NOW COOLDOWN_FAKE_CLOCK_START /* 2026-11-22, 17:00 UTC */

typedef struct
{
  Desk desk;
  GtkWindow *window;
  GtkWidget *page; /* (nullable) */
  gboolean closed;
} Visit;

static Visit visit;

static CooldownNotebook *
get_notebook (void)
{
  return cooldown_app_state_get_notebook (visit.desk.state);
}

static CooldownClock *
get_clock (void)
{
  return COOLDOWN_CLOCK (visit.desk.clock);
}

/* What comes of a call. */

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
is_answered (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static void
write_entry (CooldownEntry *entry)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cooldown_notebook_put (get_notebook (), entry, answer_cb, &result);
  spin_until (is_answered, &result);
  cooldown_notebook_put_finish (get_notebook (), result, &error);
  g_assert_no_error (error);
}

static CooldownEntry *
read_entry (CooldownEntryKind kind, const char *uid)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CooldownEntry *entry;

  cooldown_notebook_get (get_notebook (), kind, uid, NULL, answer_cb, &result);
  spin_until (is_answered, &result);
  entry = cooldown_notebook_get_finish (get_notebook (), result, &error);
  g_assert_no_error (error);
  return entry;
}

static GPtrArray *
find_all (CooldownEntryKind kind)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  GPtrArray *found;

  query.kinds = 1u << kind;
  cooldown_notebook_find (get_notebook (), &query, NULL, answer_cb, &result);
  spin_until (is_answered, &result);
  found = cooldown_notebook_find_finish (get_notebook (), result, &error);
  g_assert_no_error (error);
  return found;
}

static CooldownEntry *
find_only (CooldownEntryKind kind)
{
  g_autoptr (GPtrArray) all = find_all (kind);

  g_assert_cmpuint (all->len, ==, 1);
  return g_object_ref (g_ptr_array_index (all, 0));
}

/* The page. */

static void
rest (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
is_title (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_WINDOW_TITLE (widget);
}

static AdwWindowTitle *
get_title (void)
{
  return ADW_WINDOW_TITLE (find_widget (visit.page, is_title, NULL));
}

static gboolean
is_shown (gpointer data)
{
  return *adw_window_title_get_title (get_title ()) != '\0';
}

static gboolean
stands (gpointer data)
{
  return g_str_has_suffix (adw_window_title_get_subtitle (get_title ()), data);
}

static void
wait_until_saved (void)
{
  spin_until (stands, (gpointer) " · saved");
}

static void
closed_cb (void)
{
  visit.closed = TRUE;
}

static void
open_page (CooldownEntryKind kind, const char *uid)
{
  visit.closed = FALSE;
  visit.page = cooldown_entry_page_new (visit.desk.state, kind, uid);
  g_signal_connect (visit.page, "closed", G_CALLBACK (closed_cb), NULL);
  visit.window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (visit.window, 1000, 760);
  adw_window_set_content (ADW_WINDOW (visit.window), visit.page);
  gtk_window_present (visit.window);
  spin_until (is_shown, NULL);
  rest ();
}

/* As the window's own button does. */
static void
shut_window (void)
{
  gtk_window_destroy (visit.window);
  visit.page = NULL;
  rest ();
}

static void
act (const char *action)
{
  gtk_widget_activate_action (visit.page, action, NULL);
  rest ();
}

static void
go_back (void)
{
  act ("entry.back");
  g_assert_true (visit.closed);
  shut_window ();
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (type));
}

static gpointer
find_type (GType type)
{
  GtkWidget *found = find_widget (visit.page, is_of_type, GSIZE_TO_POINTER (type));

  g_assert_nonnull (found);
  return found;
}

/* A chip or a segment that can be seen, by its words. */
static gboolean
is_toggle_that_says (GtkWidget *widget, gconstpointer words)
{
  GtkWidget *child;

  if (!GTK_IS_TOGGLE_BUTTON (widget) || !gtk_widget_get_mapped (widget))
    return FALSE;
  child = gtk_button_get_child (GTK_BUTTON (widget));
  if (GTK_IS_BOX (child))
    child = gtk_widget_get_first_child (child);
  return GTK_IS_LABEL (child) && strcmp (gtk_label_get_label (GTK_LABEL (child)), words) == 0;
}

static GtkToggleButton *
find_toggle (const char *words)
{
  GtkWidget *toggle = find_widget (visit.page, is_toggle_that_says, words);

  if (toggle == NULL)
    g_error ("there is no “%s”", words);
  return GTK_TOGGLE_BUTTON (toggle);
}

static void
press (const char *words)
{
  GtkToggleButton *toggle = find_toggle (words);

  gtk_toggle_button_set_active (toggle, !gtk_toggle_button_get_active (toggle));
  rest ();
}

static void
type (const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (visit.page, title)), text);
  rest ();
}

static GtkTextBuffer *
get_notes (void)
{
  return gtk_text_view_get_buffer (find_type (GTK_TYPE_TEXT_VIEW));
}

static void
choose (const char *title, guint index)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (visit.page, title)), index);
  rest ();
}

/* What is in a row with a moment. */
static gpointer
find_in_row (const char *title, GType type_)
{
  GtkWidget *found = find_widget (find_row (visit.page, title), is_of_type,
                                  GSIZE_TO_POINTER (type_));

  g_assert_nonnull (found);
  return found;
}

static void
set_day (const char *title, int year, int month, int day)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (year, month, day, 12, 0, 0);
  GtkMenuButton *button = find_in_row (title, GTK_TYPE_MENU_BUTTON);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (button));

  gtk_calendar_select_day (
      GTK_CALENDAR (find_widget (popover, is_of_type, GSIZE_TO_POINTER (GTK_TYPE_CALENDAR))), date);
  rest ();
}

static void
set_spin (const char *title, int value)
{
  gtk_spin_button_set_value (find_in_row (title, GTK_TYPE_SPIN_BUTTON), value);
  rest ();
}

static void
assert_text (CooldownEntry *entry, CooldownField field, const char *expected)
{
  g_assert_cmpstr (cooldown_entry_get_text (entry, field), ==, expected);
}

static void
assert_number (CooldownEntry *entry, CooldownField field, gint64 expected)
{
  g_assert_cmpint (cooldown_entry_get_number (entry, field), ==, expected);
}

static gint64
at (const char *date, int hour, int minute)
{
  return cooldown_local_time_on (get_clock (), date, hour * 60 + minute);
}

/* Entries that stand in the journal. */

static CooldownEntry *
episode_new (gint64 began)
{
  CooldownEntry *entry = cooldown_entry_new (COOLDOWN_ENTRY_EPISODE);

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN, began,
                           cooldown_clock_get_offset (get_clock (), began));
  return entry;
}

static char *
write_episode (gint64 began)
{
  g_autoptr (CooldownEntry) entry = episode_new (began);

  write_entry (entry);
  return g_strdup (cooldown_entry_get_uid (entry));
}

static char *
write_workout (gint64 ended)
{
  g_autoptr (CooldownEntry) entry = cooldown_entry_new (COOLDOWN_ENTRY_WORKOUT);

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_WORKOUT_ENDED, ended,
                           cooldown_clock_get_offset (get_clock (), ended));
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_WORKOUT_KIND, "run");
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_WORKOUT_MINUTES, 45);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_WORKOUT_LEGS, "fine");
  write_entry (entry);
  return g_strdup (cooldown_entry_get_uid (entry));
}

/* Makes the journal an empty one, and has it be five in the afternoon. */
static void
begin (void)
{
  for (int kind = COOLDOWN_ENTRY_EPISODE; kind <= COOLDOWN_ENTRY_SESSION; kind++)
    {
      g_autoptr (GPtrArray) all = find_all ((CooldownEntryKind) kind);

      for (guint i = 0; i < all->len; i++)
        {
          g_autoptr (GAsyncResult) result = NULL;

          cooldown_notebook_mark (get_notebook (), (CooldownEntryKind) kind,
                                  cooldown_entry_get_uid (g_ptr_array_index (all, i)), TRUE,
                                  answer_cb, &result);
          spin_until (is_answered, &result);
        }
    }
  cooldown_fake_clock_set_zone (visit.desk.clock, "UTC");
  desk_forget (&visit.desk);
}

/* Test that each field of an episode is saved as soon as it is changed, and shown again. */
static void
test_fields (void)
{
  g_autoptr (CooldownEntry) entry = NULL;

  begin ();
  open_page (COOLDOWN_ENTRY_EPISODE, NULL);
  press ("4");
  press ("Tingling");
  press ("Numb, less feeling");
  choose ("Began", 1);
  set_spin ("After", 25);
  press ("Ice");
  press ("Weaker");
  type ("What helped?", "shoes off");
  type ("What made it worse?", "the hill");
  type ("Shoes and clothing", "new trail shoes");
  type ("Pain anywhere else", "left knee");
  type ("Medicines, caffeine, alcohol", "two coffees");
  gtk_text_buffer_set_text (get_notes (), "Third time.", -1);
  go_back ();

  entry = find_only (COOLDOWN_ENTRY_EPISODE);
  assert_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 4);
  assert_text (entry, COOLDOWN_FIELD_EPISODE_SENSATIONS, "feel-tingle feel-numb");
  assert_text (entry, COOLDOWN_FIELD_EPISODE_ONSET, "during");
  assert_number (entry, COOLDOWN_FIELD_EPISODE_AFTER_MINUTES, 25);
  assert_text (entry, COOLDOWN_FIELD_EPISODE_TRIED, "ice:weaker");
  assert_text (entry, COOLDOWN_FIELD_EPISODE_EASES, "shoes off");
  assert_text (entry, COOLDOWN_FIELD_EPISODE_WORSENS, "the hill");
  assert_text (entry, COOLDOWN_FIELD_EPISODE_CLOTHING, "new trail shoes");
  assert_text (entry, COOLDOWN_FIELD_EPISODE_PAIN, "left knee");
  assert_text (entry, COOLDOWN_FIELD_EPISODE_MEDICINE, "two coffees");
  assert_text (entry, COOLDOWN_FIELD_EPISODE_NOTES, "Third time.");
  assert_number (entry, COOLDOWN_FIELD_EPISODE_OPEN, TRUE);
  g_assert_cmpint (cooldown_entry_get_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN), ==, NOW);

  open_page (COOLDOWN_ENTRY_EPISODE, cooldown_entry_get_uid (entry));
  g_assert_true (gtk_toggle_button_get_active (find_toggle ("4")));
  g_assert_true (gtk_toggle_button_get_active (find_toggle ("Tingling")));
  g_assert_false (gtk_toggle_button_get_active (find_toggle ("Itching skin")));
  g_assert_true (gtk_toggle_button_get_active (find_toggle ("Weaker")));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (visit.page, "What helped?"))), ==,
                   "shoes off");
  go_back ();
}

/* Test that places chosen on the legs are saved, and are what the title says: from the button in
 * Recover two clicks. */
static void
test_places (void)
{
  static const char *const places[] = { "sole-r", NULL };
  g_autofree char *uid = NULL;
  g_autoptr (CooldownEntry) entry = NULL;

  begin ();
  uid = write_episode (NOW - COOLDOWN_HOUR);
  open_page (COOLDOWN_ENTRY_EPISODE, uid);
  cooldown_leg_picker_set_chosen (find_type (COOLDOWN_TYPE_LEG_PICKER), places);
  g_signal_emit_by_name (find_type (COOLDOWN_TYPE_LEG_PICKER), "changed");
  wait_until_saved ();
  g_assert_cmpstr (adw_window_title_get_title (get_title ()), ==, "Tingling, sole, right");
  g_assert_cmpstr (adw_window_title_get_subtitle (get_title ()), ==, "Today, 16:00 · saved");
  go_back ();
  entry = read_entry (COOLDOWN_ENTRY_EPISODE, uid);
  assert_text (entry, COOLDOWN_FIELD_EPISODE_PLACES, "sole-r");
}

/* Test that a new entry which is only looked at leaves nothing, nor one whose changes were all
 * taken back. */
static void
test_untouched (void)
{
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) still_none = NULL;

  begin ();
  open_page (COOLDOWN_ENTRY_EPISODE, NULL);
  g_assert_true (stands ((gpointer) " · new"));
  go_back ();
  open_page (COOLDOWN_ENTRY_WORKOUT, NULL);
  shut_window ();
  none = find_all (COOLDOWN_ENTRY_EPISODE);
  g_assert_cmpuint (none->len, ==, 0);

  open_page (COOLDOWN_ENTRY_EPISODE, NULL);
  press ("7");
  wait_until_saved ();
  act ("entry.undo");
  go_back ();
  still_none = find_all (COOLDOWN_ENTRY_EPISODE);
  g_assert_cmpuint (still_none->len, ==, 0);
}

/* Test that each change of the visit can be taken back, letters typed one after the other as one. */
static void
test_undo (void)
{
  g_autofree char *uid = NULL;
  g_autoptr (CooldownEntry) entry = NULL;

  begin ();
  uid = write_episode (NOW - COOLDOWN_HOUR);
  open_page (COOLDOWN_ENTRY_EPISODE, uid);
  press ("3");
  type ("Shoes and clothing", "o");
  type ("Shoes and clothing", "ol");
  type ("Shoes and clothing", "old");
  press ("6");
  act ("entry.undo");
  g_assert_true (gtk_toggle_button_get_active (find_toggle ("3")));
  act ("entry.undo");
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (find_row (visit.page, "Shoes and clothing"))), ==, "");
  g_assert_true (gtk_toggle_button_get_active (find_toggle ("3")));
  act ("entry.undo");
  g_assert_false (gtk_toggle_button_get_active (find_toggle ("3")));
  /* Nothing is left to be taken back. */
  act ("entry.undo");
  go_back ();
  entry = read_entry (COOLDOWN_ENTRY_EPISODE, uid);
  g_assert_false (cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_SEVERITY));
  g_assert_false (cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_CLOTHING));
}

static gboolean
is_closed (gpointer data)
{
  return visit.closed;
}

/* Test that a deleted entry is not found, and is as it was when that is taken back. */
static void
test_delete (void)
{
  g_autofree char *uid = NULL;
  g_autoptr (CooldownEntry) gone = NULL;
  g_autoptr (CooldownEntry) back = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) none = NULL;

  begin ();
  uid = write_episode (NOW - COOLDOWN_HOUR);
  open_page (COOLDOWN_ENTRY_EPISODE, uid);
  type ("Shoes and clothing", "sandals");
  act ("entry.delete");
  spin_until (is_closed, NULL);
  shut_window ();
  none = find_all (COOLDOWN_ENTRY_EPISODE);
  g_assert_cmpuint (none->len, ==, 0);
  cooldown_notebook_mark (get_notebook (), COOLDOWN_ENTRY_EPISODE, uid, FALSE, answer_cb, &result);
  spin_until (is_answered, &result);
  back = find_only (COOLDOWN_ENTRY_EPISODE);
  assert_text (back, COOLDOWN_FIELD_EPISODE_CLOTHING, "sandals");
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

  begin ();
  uid = write_episode (NOW - COOLDOWN_HOUR);
  open_page (COOLDOWN_ENTRY_EPISODE, uid);
  type ("Shoes and clothing", "sandals");
  act ("entry.forget");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "cancel");
  wait_until_saved ();
  kept = read_entry (COOLDOWN_ENTRY_EPISODE, uid);
  assert_text (kept, COOLDOWN_FIELD_EPISODE_CLOTHING, "sandals");
  act ("entry.forget");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "forget");
  spin_until (is_closed, NULL);
  shut_window ();
  none = find_all (COOLDOWN_ENTRY_EPISODE);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Test that what is being typed when the window is closed is not lost. */
static void
test_close_while_typing (void)
{
  g_autoptr (CooldownEntry) entry = NULL;

  begin ();
  open_page (COOLDOWN_ENTRY_EPISODE, NULL);
  gtk_text_buffer_set_text (get_notes (), "It began on the hi", -1);
  gtk_editable_set_text (find_in_row ("After", GTK_TYPE_SPIN_BUTTON), "12");
  shut_window ();
  entry = find_only (COOLDOWN_ENTRY_EPISODE);
  assert_text (entry, COOLDOWN_FIELD_EPISODE_NOTES, "It began on the hi");
}

/* Test that what others wrote meanwhile stays, and is shown. */
static void
test_others (void)
{
  g_autofree char *uid = NULL;
  g_autofree char *notes = NULL;
  g_autoptr (CooldownEntry) other = NULL;
  g_autoptr (CooldownEntry) entry = NULL;

  begin ();
  uid = write_episode (NOW - COOLDOWN_HOUR);
  open_page (COOLDOWN_ENTRY_EPISODE, uid);
  gtk_text_buffer_set_text (get_notes (), "mine", -1);
  other = read_entry (COOLDOWN_ENTRY_EPISODE, uid);
  cooldown_entry_set_time (other, COOLDOWN_FIELD_EPISODE_ENDED, NOW, 0);
  cooldown_entry_set_number (other, COOLDOWN_FIELD_EPISODE_SEVERITY, 8);
  write_entry (other);
  /* The strength of the other comes to be shown, and what is being typed stays. */
  while (!gtk_toggle_button_get_active (find_toggle ("8")))
    g_main_context_iteration (NULL, TRUE);
  g_object_get (get_notes (), "text", &notes, NULL);
  g_assert_cmpstr (notes, ==, "mine");
  press ("Tingling");
  wait_until_saved ();
  /* Taking back what was done here takes back nothing of the other. */
  act ("entry.undo");
  g_assert_true (gtk_toggle_button_get_active (find_toggle ("8")));
  go_back ();
  entry = read_entry (COOLDOWN_ENTRY_EPISODE, uid);
  assert_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 8);
  assert_text (entry, COOLDOWN_FIELD_EPISODE_NOTES, "mine");
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

  begin ();
  workout = write_workout (NOW - 20 * COOLDOWN_MINUTE);
  cooldown_app_state_tick (visit.desk.state, "feel-burn", TRUE);
  cooldown_leg_places_set (visit.desk.state, places);
  open_page (COOLDOWN_ENTRY_EPISODE, NULL);
  g_assert_cmpstr (adw_window_title_get_title (get_title ()), ==, "Burning, calf, left");
  press ("2");
  go_back ();
  entry = find_only (COOLDOWN_ENTRY_EPISODE);
  assert_text (entry, COOLDOWN_FIELD_EPISODE_WORKOUT, workout);
  assert_text (entry, COOLDOWN_FIELD_EPISODE_ONSET, "after");
  assert_number (entry, COOLDOWN_FIELD_EPISODE_AFTER_MINUTES, 20);
  assert_text (entry, COOLDOWN_FIELD_EPISODE_SENSATIONS, "feel-burn");
  assert_text (entry, COOLDOWN_FIELD_EPISODE_PLACES, "calf-l");
}

/* Test that an entry for a past day has nothing of today in it but what the user chose, and the
 * offset that held then: in Berlin it was summer. */
static void
test_past (void)
{
  g_autofree char *workout = NULL;
  g_autoptr (CooldownEntry) entry = NULL;

  begin ();
  cooldown_fake_clock_set_zone (visit.desk.clock, "Europe/Berlin");
  workout = write_workout (NOW - 20 * COOLDOWN_MINUTE);
  cooldown_app_state_tick (visit.desk.state, "feel-burn", TRUE);
  open_page (COOLDOWN_ENTRY_EPISODE, NULL);
  press ("5");
  set_day ("Date and time", 2026, 7, 14);
  set_spin ("Date and time", 19 * 60 + 30);
  go_back ();
  entry = find_only (COOLDOWN_ENTRY_EPISODE);
  g_assert_cmpint (cooldown_entry_get_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN), ==,
                   at ("2026-07-14", 19, 30));
  g_assert_cmpint (cooldown_entry_get_time_offset (entry, COOLDOWN_FIELD_EPISODE_BEGAN), ==, 7200);
  g_assert_false (cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_WORKOUT));
  g_assert_false (cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_SENSATIONS));
  g_assert_false (cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_ONSET));
  assert_number (entry, COOLDOWN_FIELD_EPISODE_OPEN, FALSE);
  assert_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 5);
  g_assert_true (cooldown_entry_is_late (entry));
}

/* Test that nothing begins in the future. */
static void
test_future (void)
{
  g_autofree char *uid = NULL;
  g_autoptr (CooldownEntry) entry = NULL;

  begin ();
  uid = write_episode (NOW - COOLDOWN_HOUR);
  open_page (COOLDOWN_ENTRY_EPISODE, uid);
  set_spin ("Date and time", 23 * 60);
  set_day ("Date and time", 2026, 11, 21);
  set_day ("Date and time", 2026, 11, 25);
  go_back ();
  entry = read_entry (COOLDOWN_ENTRY_EPISODE, uid);
  g_assert_cmpint (cooldown_entry_get_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN), ==,
                   at ("2026-11-21", 23, 0));
}

/* Test that a tingling that goes on ends at a click, with the answer that follows from it. */
static void
test_gone (void)
{
  g_autoptr (CooldownEntry) entry = NULL;
  g_autofree char *uid = NULL;
  g_autoptr (CooldownEntry) saved = NULL;

  begin ();
  entry = episode_new (NOW - 70 * COOLDOWN_MINUTE);
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_OPEN, TRUE);
  write_entry (entry);
  uid = g_strdup (cooldown_entry_get_uid (entry));
  open_page (COOLDOWN_ENTRY_EPISODE, uid);
  g_signal_emit_by_name (find_button (visit.page, "Gone Now"), "clicked");
  wait_until_saved ();
  g_assert_true (gtk_toggle_button_get_active (find_toggle ("Longer")));
  go_back ();
  saved = read_entry (COOLDOWN_ENTRY_EPISODE, uid);
  assert_number (saved, COOLDOWN_FIELD_EPISODE_OPEN, FALSE);
  g_assert_cmpint (cooldown_entry_get_minutes (saved), ==, 70);
  assert_text (saved, COOLDOWN_FIELD_EPISODE_LASTED, "last-longer");

  /* Another answer means that the minutes were not known. */
  open_page (COOLDOWN_ENTRY_EPISODE, uid);
  press ("Within 5 min");
  go_back ();
  g_set_object (&saved, NULL);
  saved = read_entry (COOLDOWN_ENTRY_EPISODE, uid);
  g_assert_false (cooldown_entry_has (saved, COOLDOWN_FIELD_EPISODE_ENDED));
}

/* Test that "none" is an answer to whether there is pain anywhere else. */
static void
test_no_pain (void)
{
  g_autofree char *uid = NULL;
  g_autoptr (CooldownEntry) entry = NULL;

  begin ();
  uid = write_episode (NOW - COOLDOWN_HOUR);
  open_page (COOLDOWN_ENTRY_EPISODE, uid);
  g_signal_emit_by_name (find_button (visit.page, "None"), "clicked");
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (find_row (visit.page, "Pain anywhere else"))), ==,
      "None");
  go_back ();
  entry = read_entry (COOLDOWN_ENTRY_EPISODE, uid);
  assert_text (entry, COOLDOWN_FIELD_EPISODE_PAIN, "");
}

/* Test that the workout it came with can be chosen, or none. */
static void
test_workout_choice (void)
{
  g_autofree char *workout = NULL;
  g_autofree char *uid = NULL;
  g_autoptr (CooldownEntry) entry = NULL;
  AdwComboRow *row;

  begin ();
  workout = write_workout (NOW - 3 * COOLDOWN_HOUR);
  uid = write_episode (NOW - 2 * COOLDOWN_HOUR);
  open_page (COOLDOWN_ENTRY_EPISODE, uid);
  row = ADW_COMBO_ROW (find_row (visit.page, "Workout"));
  while (g_list_model_get_n_items (adw_combo_row_get_model (row)) < 2)
    g_main_context_iteration (NULL, TRUE);
  choose ("Workout", 1);
  wait_until_saved ();
  entry = read_entry (COOLDOWN_ENTRY_EPISODE, uid);
  assert_text (entry, COOLDOWN_FIELD_EPISODE_WORKOUT, workout);
  choose ("Workout", 0);
  go_back ();
  g_set_object (&entry, NULL);
  entry = read_entry (COOLDOWN_ENTRY_EPISODE, uid);
  g_assert_false (cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_WORKOUT));
}

/* Test that a workout of another day can be noted. */
static void
test_workout (void)
{
  g_autoptr (CooldownEntry) entry = NULL;

  begin ();
  open_page (COOLDOWN_ENTRY_WORKOUT, NULL);
  choose ("Kind of workout", 2);
  set_spin ("How long", 90);
  choose ("How hard", 7);
  choose ("Legs at the end", 2);
  set_day ("Finished", 2026, 11, 20);
  press ("Hills");
  gtk_text_buffer_set_text (get_notes (), "With friends", -1);
  go_back ();
  entry = find_only (COOLDOWN_ENTRY_WORKOUT);
  assert_text (entry, COOLDOWN_FIELD_WORKOUT_KIND, "ride");
  assert_number (entry, COOLDOWN_FIELD_WORKOUT_MINUTES, 90);
  assert_number (entry, COOLDOWN_FIELD_WORKOUT_RPE, 6);
  assert_text (entry, COOLDOWN_FIELD_WORKOUT_LEGS, "tingling");
  assert_text (entry, COOLDOWN_FIELD_WORKOUT_CONDITIONS, "hills");
  assert_text (entry, COOLDOWN_FIELD_WORKOUT_NOTES, "With friends");
  g_assert_cmpint (cooldown_entry_get_at (entry), ==, at ("2026-11-20", 17, 0));
}

/* Test that a night is noted once: the second visit is to the same entry. */
static void
test_night (void)
{
  g_autoptr (CooldownEntry) entry = NULL;

  begin ();
  open_page (COOLDOWN_ENTRY_NIGHT, NULL);
  press ("6");
  press ("Cost me sleep");
  press ("In bed");
  set_spin ("Asleep after", 40);
  set_spin ("Slept about", 390);
  go_back ();
  open_page (COOLDOWN_ENTRY_NIGHT, NULL);
  g_assert_true (gtk_toggle_button_get_active (find_toggle ("6")));
  gtk_text_buffer_set_text (get_notes (), "Walked twice", -1);
  go_back ();
  entry = find_only (COOLDOWN_ENTRY_NIGHT);
  g_assert_cmpstr (cooldown_entry_get_uid (entry), ==, "night-2026-11-21");
  assert_text (entry, COOLDOWN_FIELD_NIGHT_DATE, "2026-11-21");
  assert_number (entry, COOLDOWN_FIELD_NIGHT_RESTLESS, 6);
  assert_text (entry, COOLDOWN_FIELD_NIGHT_STARTED, "in-bed");
  assert_number (entry, COOLDOWN_FIELD_NIGHT_TO_SLEEP, 40);
  assert_number (entry, COOLDOWN_FIELD_NIGHT_SLEEP, 390);
  assert_text (entry, COOLDOWN_FIELD_NIGHT_FEATURES, "when-sleep");
  assert_text (entry, COOLDOWN_FIELD_NIGHT_NOTES, "Walked twice");
}

/* Test that restless legs that were noted while it went on are told with their night, and no others,
 * and stand in the list of their evening. */
static void
test_restless (void)
{
  g_autoptr (CooldownEntry) evening = cooldown_entry_new (COOLDOWN_ENTRY_SESSION);
  gint64 noted[] = { at ("2026-11-21", 22, 30), at ("2026-11-22", 2, 14), at ("2026-11-22", 13, 0) };
  g_autofree char *words = NULL;

  begin ();
  cooldown_entry_set_time (evening, COOLDOWN_FIELD_SESSION_AT, noted[0], 0);
  cooldown_entry_set_text (evening, COOLDOWN_FIELD_SESSION_KIND, "evening");
  cooldown_entry_set_text (evening, COOLDOWN_FIELD_SESSION_PLAN, "{}");
  for (guint i = 0; i < G_N_ELEMENTS (noted); i++)
    cooldown_entry_add_event (evening, "restless", "", noted[i], 0);
  write_entry (evening);
  open_page (COOLDOWN_ENTRY_NIGHT, NULL);
  words = read_mapped (visit.page);
  g_assert_nonnull (strstr (words, "Noted as restless at 22:30, 02:14\n"));
  go_back ();
  open_page (COOLDOWN_ENTRY_SESSION, cooldown_entry_get_uid (evening));
  find_row (visit.page, "Legs restless");
  go_back ();
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

  begin ();
  session = ice_new (FALSE);
  write_entry (session);
  open_page (COOLDOWN_ENTRY_SESSION, cooldown_entry_get_uid (session));
  words = read_mapped (find_row (visit.page, "Round 1: Skin normal"));
  g_assert_nonnull (strstr (words, "12 min of ice"));
  g_free (words);
  /* Off before on is refused. */
  set_spin ("Round 1: Skin normal", 15 * 60 + 1);
  words = read_mapped (find_row (visit.page, "Round 1: Skin normal"));
  g_assert_nonnull (strstr (words, "It was after 15:05"));
  g_free (words);
  set_spin ("Round 1: Skin normal", 15 * 60 + 20);
  words = read_mapped (find_row (visit.page, "Round 1: Skin normal"));
  g_assert_nonnull (strstr (words, "18 min of ice: more than the 15 minutes"));
  g_free (words);
  go_back ();
  saved = read_entry (COOLDOWN_ENTRY_SESSION, cooldown_entry_get_uid (session));
  g_assert_cmpint (cooldown_entry_get_event (saved, 3)->at, ==, start + 20 * COOLDOWN_MINUTE);
  g_assert_cmpint (cooldown_entry_get_event (saved, 1)->at, ==, start + 2 * COOLDOWN_MINUTE);
}

/* Test that a session which goes on is the agent's. */
static void
test_open_session (void)
{
  g_autoptr (CooldownEntry) session = NULL;
  g_autoptr (CooldownEntry) saved = NULL;

  begin ();
  session = ice_new (TRUE);
  write_entry (session);
  open_page (COOLDOWN_ENTRY_SESSION, cooldown_entry_get_uid (session));
  g_assert_false (gtk_widget_is_sensitive (find_in_row ("Round 1: ice on", GTK_TYPE_SPIN_BUTTON)));
  act ("entry.delete");
  g_assert_false (visit.closed);
  go_back ();
}

/* Test that a check as it was saved is shown, and nothing in it can be changed. */
static void
test_check (void)
{
  g_autoptr (CooldownEntry) check = NULL;
  g_autofree char *words = NULL;

  begin ();
  check = cooldown_entry_new (COOLDOWN_ENTRY_CHECK);
  cooldown_entry_set_time (check, COOLDOWN_FIELD_CHECK_AT, NOW - COOLDOWN_HOUR, 0);
  cooldown_entry_set_text (check, COOLDOWN_FIELD_CHECK_TICKS, "warn-none feel-tingle");
  cooldown_entry_set_text (check, COOLDOWN_FIELD_CHECK_PLACES, "calf-l");
  cooldown_entry_set_text (check, COOLDOWN_FIELD_CHECK_LEVEL, "soon");
  write_entry (check);
  open_page (COOLDOWN_ENTRY_CHECK, cooldown_entry_get_uid (check));
  words = read_mapped (visit.page);
  g_assert_nonnull (strstr (words, "Warning signs: answered, none ticked"));
  g_assert_nonnull (strstr (words, "Calf, left"));
  g_assert_nonnull (strstr (words, "Tingling"));
  go_back ();
}

/* Test that an entry which is not there is said to be so. */
static void
test_missing (void)
{
  g_autofree char *words = NULL;

  begin ();
  visit.closed = FALSE;
  visit.page = cooldown_entry_page_new (visit.desk.state, COOLDOWN_ENTRY_EPISODE, "nowhere");
  g_signal_connect (visit.page, "closed", G_CALLBACK (closed_cb), NULL);
  visit.window = GTK_WINDOW (adw_window_new ());
  adw_window_set_content (ADW_WINDOW (visit.window), visit.page);
  gtk_window_present (visit.window);
  while (find_widget (visit.page, is_of_type, GSIZE_TO_POINTER (ADW_TYPE_STATUS_PAGE)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  go_back ();
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (void);
  } tests[] = {
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
    { "/entry/gone", test_gone },
    { "/entry/no-pain", test_no_pain },
    { "/entry/workout-choice", test_workout_choice },
    { "/entry/workout", test_workout },
    { "/entry/night", test_night },
    { "/entry/restless", test_restless },
    { "/entry/ice", test_ice },
    { "/entry/open-session", test_open_session },
    { "/entry/check", test_check },
    { "/entry/missing", test_missing },
  };
  int failed;

  desk_begin_tests (&argc, &argv);
  desk_open (&visit.desk);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_func (tests[i].path, tests[i].test);
  failed = g_test_run ();
  desk_close (&visit.desk);
  return failed;
}
