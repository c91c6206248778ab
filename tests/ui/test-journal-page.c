/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary.h"
#include "hand.h"
#include "paper.h"
#include "ui/entry-page.h"
#include "ui/journal-day.h"
#include "ui/journal-filters.h"
#include "ui/journal-list.h"
#include "ui/journal-month.h"
#include "ui/journal-notice.h"
#include "ui/journal-page.h"
#include "ui/journal-row.h"

#include <glib/gstdio.h>
#include <string.h>

/* The tab on a journal of its own, in a window of its own. */

static Desk everything;

typedef struct
{
  Desk desk;
  GtkWidget *page;
} Fixture;

static CooldownNotebook *
get_notebook (Fixture *fixture)
{
  return cooldown_app_state_get_notebook (fixture->desk.state);
}

static gint64
now (Fixture *fixture)
{
  return cooldown_clock_now (COOLDOWN_CLOCK (fixture->desk.clock)).wall;
}

static void
settle (Fixture *fixture)
{
  desk_settle_journal (&fixture->desk);
}

static void
open_window (Fixture *fixture, CooldownNotebook *notebook)
{
  Desk *desk = &fixture->desk;

  desk_open_another (desk, &everything, notebook);
  desk_show (desk, "journal");
  fixture->page = desk_find (desk, COOLDOWN_TYPE_JOURNAL_PAGE);
  settle (fixture);
}

static void
set_up_blank (Fixture *fixture, gconstpointer data)
{
  open_window (fixture, paper_new (COOLDOWN_CLOCK (everything.clock)));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_blank (fixture, data);
  diary_write_days (desk_open_journal (&fixture->desk), now (fixture));
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  desk_close_another (&fixture->desk);
}

/* What is seen. */

/* The titles of days and of the rows below them, as they stand. */
static char *
read_list (Fixture *fixture)
{
  GString *text = g_string_new (NULL);
  GtkWidget *list = desk_find (&fixture->desk, COOLDOWN_TYPE_JOURNAL_LIST);

  for (GtkWidget *day = gtk_widget_get_first_child (list); day != NULL;
       day = gtk_widget_get_next_sibling (day))
    {
      CooldownJournalDay *rows = COOLDOWN_JOURNAL_DAY (day);
      GtkWidget *title = gtk_widget_get_first_child (day);

      if (GTK_IS_LABEL (title))
        g_string_append_printf (text, "[%s]\n", gtk_label_get_text (GTK_LABEL (title)));
      for (guint i = 0; i < cooldown_journal_day_get_n_rows (rows); i++)
        g_string_append_printf (text, "%s\n",
                                adw_preferences_row_get_title (
                                    ADW_PREFERENCES_ROW (cooldown_journal_day_get_row (rows, i))));
    }
  return g_string_free (text, FALSE);
}

static void
assert_list (Fixture *fixture, const char *expected)
{
  g_autofree char *list = read_list (fixture);

  g_assert_cmpstr (list, ==, expected);
}

static void
assert_seen (Fixture *fixture, const char *text)
{
  g_autofree char *seen = read_mapped (fixture->page);

  if (strstr (seen, text) == NULL)
    g_error ("“%s” is not in “%s”", text, seen);
}

static void
assert_not_seen (Fixture *fixture, const char *text)
{
  g_autofree char *seen = read_mapped (fixture->page);

  g_assert_null (strstr (seen, text));
}

static GtkWidget *
get_row (Fixture *fixture, const char *title)
{
  return find_row (desk_find (&fixture->desk, COOLDOWN_TYPE_JOURNAL_LIST), title);
}

static void
assert_label (gpointer accessible, const char *expected)
{
  g_autofree char *other = gtk_test_accessible_check_property (
      accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, expected);

  g_assert_cmpstr (other, ==, NULL);
}

/* What a hand does. */

static void
press_button (Fixture *fixture, const char *label)
{
  g_signal_emit_by_name (find_button (fixture->page, label), "clicked");
  settle (fixture);
}

static void
choose_chip (Fixture *fixture, const char *label)
{
  GtkWidget *filters = desk_find (&fixture->desk, COOLDOWN_TYPE_JOURNAL_FILTERS);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (filters, label)), TRUE);
  settle (fixture);
}

static void
type (Fixture *fixture, const char *text)
{
  GtkWidget *entry;

  gtk_widget_activate_action (GTK_WIDGET (fixture->desk.window), "win.search", NULL);
  entry = find_mapped (fixture->page, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  /* What comes by itself once one has stopped typing. */
  g_signal_emit_by_name (entry, "search-changed");
  settle (fixture);
}

/* What the arrow keys do in a list. */
static void
press_arrow (Fixture *fixture, int rows)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->desk.window));

  g_signal_emit_by_name (gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX), "move-cursor",
                         GTK_MOVEMENT_DISPLAY_LINES, rows, FALSE, FALSE);
}

static void
assert_focus (Fixture *fixture, const char *title)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->desk.window));

  g_assert_true (COOLDOWN_IS_JOURNAL_ROW (focus));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (focus)), ==, title);
}

static void
delete_row (Fixture *fixture, const char *title)
{
  GtkWidget *row = get_row (fixture, title);
  const char *kind;
  const char *uid;

  g_variant_get (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)), "(&s&s)", &kind,
                 &uid);
  gtk_widget_grab_focus (row);
  gtk_widget_activate_action (row, "journal.delete", "(ss)", kind, uid);
  settle (fixture);
}

#define TINGLING "Tingling, ball of the foot and sole, right"
#define SIGN "Chest pain, fainting, or breathlessness or wild heartbeat not settling with rest"
#define THIS_MONTH \
  "[Today]\n" TINGLING "\nRun, 45 minutes\nNight, a little restless\n" \
  "[Yesterday]\nIce, ball of the foot, right\nMake a doctor’s appointment\n" \
  "[Thursday, 19 November]\n" SIGN "\n"
#define LAST_MONTH "[Friday, 23 October]\nTingling, calf, left\nWalk, 30 minutes\n"

/* Test that an empty journal says so, and what to do about it. */
static void
test_blank (Fixture *fixture, gconstpointer data)
{
  GtkWidget *note = GTK_WIDGET (find_button (fixture->page, "Note Tingling"));
  gboolean can_search;

  assert_seen (fixture, "Nothing written yet");
  g_assert_true (gtk_widget_has_css_class (note, "suggested-action"));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (note)), ==, "win.new-entry");
  g_object_get (fixture->page, "can-search", &can_search, NULL);
  g_assert_false (can_search);
}

/* Test that the newest month is shown by day, each entry in its own words. */
static void
test_month (Fixture *fixture, gconstpointer data)
{
  assert_list (fixture, THIS_MONTH);
  assert_seen (fixture, "November 2026");
  assert_label (get_row (fixture, TINGLING),
                TINGLING ". 14:00 · burning · gone after 2 h. Strength 4");
  assert_label (get_row (fixture, "Run, 45 minutes"), "Run, 45 minutes. 13:59 · effort not noted");
}

/* Test that one goes from month to month, as far as there are entries. */
static void
test_months (Fixture *fixture, gconstpointer data)
{
  GtkWidget *month = desk_find (&fixture->desk, COOLDOWN_TYPE_JOURNAL_MONTH);
  GtkWidget *before = gtk_widget_get_first_child (month);
  GtkWidget *after = gtk_widget_get_last_child (month);

  g_assert_false (gtk_widget_get_sensitive (after));
  g_signal_emit_by_name (before, "clicked");
  settle (fixture);
  assert_list (fixture, LAST_MONTH);
  assert_seen (fixture, "October 2026");
  g_assert_false (gtk_widget_get_sensitive (before));
  g_signal_emit_by_name (after, "clicked");
  settle (fixture);
  assert_list (fixture, THIS_MONTH);
}

/* Test that all months that have entries can be chosen from a list that counts them. */
static void
test_picker (Fixture *fixture, gconstpointer data)
{
  GtkWidget *month = desk_find (&fixture->desk, COOLDOWN_TYPE_JOURNAL_MONTH);
  GtkMenuButton *picker = GTK_MENU_BUTTON (find_mapped (month, GTK_TYPE_MENU_BUTTON, 0));
  GtkListBox *list;

  gtk_menu_button_popup (picker);
  settle (fixture);
  list = GTK_LIST_BOX (
      find_mapped (GTK_WIDGET (gtk_menu_button_get_popover (picker)), GTK_TYPE_LIST_BOX, 0));
  assert_label (gtk_list_box_get_row_at_index (list, 0), "November 2026, 6 entries");
  assert_label (gtk_list_box_get_row_at_index (list, 1), "October 2026, 2 entries");
  g_assert_null (gtk_list_box_get_row_at_index (list, 2));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 1));
  settle (fixture);
  assert_list (fixture, LAST_MONTH);
}

/* Test that each chip leaves its own part, by month as well. */
static void
test_chips (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *chip;
    const char *list;
  } parts[] = {
    { "Tingling", "[Today]\n" TINGLING "\n" },
    { "Workouts", "[Today]\nRun, 45 minutes\n" },
    { "Ice", "[Yesterday]\nIce, ball of the foot, right\n" },
    { "Nights", "[Today]\nNight, a little restless\n" },
    { "Checks", "[Yesterday]\nMake a doctor’s appointment\n"
                "[Thursday, 19 November]\n" SIGN "\n" },
    { "All", THIS_MONTH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      choose_chip (fixture, parts[i].chip);
      assert_list (fixture, parts[i].list);
    }
}

static void
choose_more (Fixture *fixture, guint index, guint selected)
{
  GtkWidget *filters = desk_find (&fixture->desk, COOLDOWN_TYPE_JOURNAL_FILTERS);
  GtkMenuButton *more = GTK_MENU_BUTTON (find_mapped (filters, GTK_TYPE_MENU_BUTTON, 0));
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (more));

  gtk_menu_button_popup (more);
  settle (fixture);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_mapped (popover, GTK_TYPE_DROP_DOWN, index)),
                              selected);
  gtk_menu_button_popdown (more);
  settle (fixture);
}

/* Test that place and strength are looked for in all months at once, counted, with their dates. */
static void
test_more_filters (Fixture *fixture, gconstpointer data)
{
  choose_more (fixture, 1, 5);
  assert_list (fixture, "Tingling, calf, left\n");
  assert_seen (fixture, "1 entry");
  g_assert_true (
      g_str_has_prefix (get_subtitle (fixture->page, "Tingling, calf, left"), "23 Oct · 17:00"));
  assert_seen (fixture, "More Filters: 1");
  choose_more (fixture, 1, 4);
  assert_list (fixture, TINGLING "\nTingling, calf, left\n");
  assert_seen (fixture, "2 entries");
  press_button (fixture, "Clear Filters");
  assert_list (fixture, THIS_MONTH);
}

/* Test that words are found in notes and as names of places, in all months. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  type (fixture, "hollow");
  assert_list (fixture, "Tingling, calf, left\n");
  type (fixture, "sole");
  assert_list (fixture, TINGLING "\n");
  assert_not_seen (fixture, "Tingling, strength 0–10");
  type (fixture, " … ");
  assert_list (fixture, THIS_MONTH);
  g_object_set (fixture->page, "search-mode", FALSE, NULL);
  settle (fixture);
  assert_list (fixture, THIS_MONTH);
  assert_seen (fixture, "Tingling, strength 0–10");
}

/* Test that nothing is found where there is nothing, and that one button leads back. */
static void
test_nothing_found (Fixture *fixture, gconstpointer data)
{
  type (fixture, "zeppelin");
  assert_list (fixture, "");
  assert_seen (fixture, "Nothing found");
  choose_chip (fixture, "Ice");
  gtk_widget_grab_focus (find_mapped (fixture->page, GTK_TYPE_SEARCH_ENTRY, 0));
  g_signal_emit_by_name (find_mapped (fixture->page, GTK_TYPE_SEARCH_ENTRY, 0), "stop-search");
  settle (fixture);
  assert_list (fixture, "[Yesterday]\nIce, ball of the foot, right\n");
  type (fixture, "zeppelin");
  g_signal_emit_by_name (find_mapped (fixture->page, GTK_TYPE_BUTTON, 0), "clicked");
}

/* Test that what is beyond the newest 200 comes on demand, and is counted before. */
static void
test_many_found (Fixture *fixture, gconstpointer data)
{
  CooldownJournal *journal = desk_open_journal (&fixture->desk);

  diary_write_many (journal, now (fixture), 1000);
  settle (fixture);
  choose_more (fixture, 1, 1);
  assert_seen (fixture, "The newest 200 of ");
  press_button (fixture, "Show More");
  assert_not_seen (fixture, "The newest");
  assert_not_seen (fixture, "Show More");
}

/* Test that arrows lead through all days, and that Enter opens an entry. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (get_row (fixture, TINGLING));
  press_arrow (fixture, 1);
  press_arrow (fixture, 1);
  assert_focus (fixture, "Night, a little restless");
  press_arrow (fixture, 1);
  assert_focus (fixture, "Ice, ball of the foot, right");
  press_arrow (fixture, -1);
  assert_focus (fixture, "Night, a little restless");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (get_row (fixture, TINGLING))),
                   ==, "win.show-entry");
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (type)) &&
         gtk_widget_get_mapped (widget);
}

/* (nullable): the page of an entry, if one is shown */
static GtkWidget *
find_entry_page (Fixture *fixture)
{
  return find_widget (GTK_WIDGET (fixture->desk.window), is_of_type,
                      GSIZE_TO_POINTER (COOLDOWN_TYPE_ENTRY_PAGE));
}

/* Test that a row opens its entry above the tabs, and that going back leads to the row. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = get_row (fixture, "Run, 45 minutes");

  gtk_widget_grab_focus (row);
  gtk_widget_activate (row);
  settle (fixture);
  g_assert_nonnull (find_entry_page (fixture));
  gtk_widget_activate_action (find_entry_page (fixture), "entry.back", NULL);
  settle (fixture);
  g_assert_null (find_entry_page (fixture));
  assert_focus (fixture, "Run, 45 minutes");
}

/* Test that an entry goes when a tab is wanted, and that another one takes its place. */
static void
test_leave (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->desk.window);
  GtkWidget *first;

  gtk_widget_activate_action (window, "win.new-entry", "s", "workout");
  settle (fixture);
  first = find_entry_page (fixture);
  g_assert_nonnull (first);
  g_object_add_weak_pointer (G_OBJECT (first), (gpointer *) &first);
  gtk_widget_activate_action (window, "win.new-entry", "s", "episode");
  settle (fixture);
  g_assert_null (first);
  g_assert_nonnull (find_entry_page (fixture));
  desk_show (&fixture->desk, "evening");
  settle (fixture);
  g_assert_null (find_entry_page (fixture));
  desk_show (&fixture->desk, "journal");
  settle (fixture);
  assert_list (fixture, THIS_MONTH);
}

/* Test that the search is opened from every tab. */
static void
test_search_key (Fixture *fixture, gconstpointer data)
{
  gboolean searching;

  desk_show (&fixture->desk, "ice");
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk.window), "win.search", NULL);
  settle (fixture);
  g_object_get (fixture->page, "search-mode", &searching, NULL);
  g_assert_true (searching);
  g_assert_true (gtk_widget_get_mapped (fixture->page));
}

/* Test that what is deleted goes at once, with the focus on what follows, and comes back. */
static void
test_delete (Fixture *fixture, gconstpointer data)
{
  delete_row (fixture, "Run, 45 minutes");
  assert_list (fixture, "[Today]\n" TINGLING "\nNight, a little restless\n"
                        "[Yesterday]\nIce, ball of the foot, right\nMake a doctor’s appointment\n"
                        "[Thursday, 19 November]\n" SIGN "\n");
  assert_focus (fixture, "Night, a little restless");
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk.window), "win.undo", NULL);
  settle (fixture);
  assert_list (fixture, THIS_MONTH);
  assert_focus (fixture, "Night, a little restless");
}

/* Test that the last entry of a day takes its title along, and that the focus goes on all the
 * same. */
static void
test_delete_day (Fixture *fixture, gconstpointer data)
{
  delete_row (fixture, SIGN);
  assert_not_seen (fixture, "Thursday");
  assert_focus (fixture, "Make a doctor’s appointment");
}

/* Test that a session that goes on, which belongs to the agent, offers no way to delete it. */
static void
test_delete_open (Fixture *fixture, gconstpointer data)
{
  CooldownJournal *journal = desk_open_journal (&fixture->desk);
  CooldownEntry *session = diary_session (now (fixture), "ice");
  GtkWidget *row;

  cooldown_entry_set_number (session, COOLDOWN_FIELD_SESSION_OPEN, 1);
  diary_put (journal, session);
  settle (fixture);
  row = get_row (fixture, "Ice, ball of the foot, right");
  cooldown_journal_row_open_menu (COOLDOWN_JOURNAL_ROW (row), 0, 0);
  settle (fixture);
  {
    g_autofree char *menu = read_mapped (row);

    g_assert_nonnull (strstr (menu, "Open"));
    g_assert_null (strstr (menu, "Delete"));
  }
}

static gboolean
can_scroll (gpointer data)
{
  return gtk_adjustment_get_upper (data) > gtk_adjustment_get_page_size (data) + 100;
}

/* Test that rows stay what they are when something is written elsewhere: the focus, the place on
 * the page and the rows themselves. */
static void
test_reload (Fixture *fixture, gconstpointer data)
{
  CooldownJournal *journal = desk_open_journal (&fixture->desk);
  GtkWidget *row = get_row (fixture, "Ice, ball of the foot, right");
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (
      gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW));
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (scroller);
  double before;

  spin_until (can_scroll, scroll);
  gtk_widget_grab_focus (row);
  gtk_adjustment_set_value (scroll, 100);
  before = gtk_adjustment_get_value (scroll);
  g_assert_cmpfloat (before, >, 0);
  diary_put (journal, diary_workout (now (fixture) - 26 * COOLDOWN_HOUR, "ride", 20));
  settle (fixture);
  assert_seen (fixture, "Ride, 20 minutes");
  g_assert_true (get_row (fixture, "Ice, ball of the foot, right") == row);
  assert_focus (fixture, "Ice, ball of the foot, right");
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), ==, before);
}

/* Test that nothing is read for a page that nobody sees, and that it is right when it is seen. */
static void
test_unseen (Fixture *fixture, gconstpointer data)
{
  CooldownJournal *journal = desk_open_journal (&fixture->desk);

  desk_show (&fixture->desk, "evening");
  diary_put (journal, diary_workout (now (fixture), "ride", 20));
  settle (fixture);
  assert_list (fixture, THIS_MONTH);
  desk_show (&fixture->desk, "journal");
  settle (fixture);
  assert_seen (fixture, "Ride, 20 minutes");
}

/* Test that today is yesterday after midnight, and that the zone decides when that is. */
static void
test_days (Fixture *fixture, gconstpointer data)
{
  cooldown_fake_clock_advance (fixture->desk.clock, 8 * COOLDOWN_HOUR);
  g_signal_emit_by_name (fixture->desk.state, "second");
  assert_not_seen (fixture, "Today");
  assert_seen (fixture, "Yesterday");
  cooldown_fake_clock_set_zone (fixture->desk.clock, "America/Los_Angeles");
  g_signal_emit_by_name (fixture->desk.state, "changed::zone");
  assert_seen (fixture, "Today");
  cooldown_fake_clock_set_zone (fixture->desk.clock, "UTC");
}

/* Test that of a full month what fills a window comes first, and all of it soon. */
static void
test_full_month (Fixture *fixture, gconstpointer data)
{
  CooldownJournal *journal = desk_open_journal (&fixture->desk);
  g_autofree char *list = NULL;
  g_auto (GStrv) lines = NULL;

  diary_write_many (journal, now (fixture), 200);
  settle (fixture);
  list = read_list (fixture);
  lines = g_strsplit (list, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 200);
}

/* Test that the workout tells of the hour after it, and tingling of its checklist. */
static void
test_related (Fixture *fixture, gconstpointer data)
{
  CooldownJournal *journal = desk_open_journal (&fixture->desk);
  CooldownEntry *session = diary_session (now (fixture), "recovery");
  CooldownEntry *workout = diary_workout (now (fixture), "swim", 30);
  CooldownEntry *episode = diary_episode (now (fixture), 2, (const char *[]){ "knee-r", NULL });

  cooldown_entry_set_uid (session, "a-session");
  cooldown_entry_add_event (session, "step", "move", now (fixture), 0);
  cooldown_entry_set_text (workout, COOLDOWN_FIELD_WORKOUT_SESSION, "a-session");
  cooldown_entry_set_uid (episode, "an-episode");
  diary_put (journal, session);
  diary_put (journal, workout);
  diary_put (journal, episode);
  diary_put (journal, diary_check (now (fixture), "an-episode"));
  settle (fixture);
  g_assert_nonnull (strstr (get_subtitle (fixture->page, "Swim, 30 minutes"), "1 step done"));
  g_assert_nonnull (strstr (get_subtitle (fixture->page, "Tingling, knee, right"),
                            "make a doctor’s appointment"));
  /* It is told there, and nowhere else. */
  choose_chip (fixture, "Ice");
  assert_list (fixture, "[Yesterday]\nIce, ball of the foot, right\n");
}

static int
get_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Test that the page fits on the narrowest window, with text of twice the size too. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (fixture->page);
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_assert_cmpint (get_width (fixture->page), <=, 360);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  settle (fixture);
  g_assert_cmpint (get_width (fixture->page), <=, 360);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* Test that what the journal has to say is shown until it was read. */
static void
test_notice (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (get_notebook (fixture), "notice", "It was kept as journal.broken.");
  assert_seen (fixture, "It was kept as journal.broken.");
  press_button (fixture, "Dismiss");
  assert_not_seen (fixture, "It was kept as");
}

/* A journal that cannot be opened: its folder is a file. */
static void
set_up_broken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("cooldown-XXXXXX", &path, NULL);

  g_close (file, NULL);
  open_window (fixture, cooldown_notebook_new (path, COOLDOWN_CLOCK (everything.clock)));
}

static void
tear_down_broken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (cooldown_notebook_get_folder (get_notebook (fixture)));

  tear_down (fixture, data);
  g_remove (path);
}

/* Test that a journal that cannot be read says why, and is tried again on demand. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  assert_seen (fixture, "The journal cannot be read");
  press_button (fixture, "Try Again");
  assert_seen (fixture, "The journal cannot be read");
  g_assert_no_errno (g_remove (cooldown_notebook_get_folder (get_notebook (fixture))));
  press_button (fixture, "Try Again");
  assert_seen (fixture, "Nothing written yet");
}

int
main (int argc, char *argv[])
{
  int failed;

  desk_begin_tests (&argc, &argv);
  desk_open (&everything);
  g_test_add ("/journal-page/blank", Fixture, NULL, set_up_blank, test_blank, tear_down);
#define ADD(path, func) g_test_add ("/journal-page/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("month", test_month);
  ADD ("months", test_months);
  ADD ("picker", test_picker);
  ADD ("chips", test_chips);
  ADD ("more-filters", test_more_filters);
  ADD ("search", test_search);
  ADD ("nothing-found", test_nothing_found);
  ADD ("many-found", test_many_found);
  ADD ("keys", test_keys);
  ADD ("open", test_open);
  ADD ("leave", test_leave);
  ADD ("search-key", test_search_key);
  ADD ("delete", test_delete);
  ADD ("delete-day", test_delete_day);
  ADD ("delete-open", test_delete_open);
  ADD ("reload", test_reload);
  ADD ("unseen", test_unseen);
  ADD ("days", test_days);
  ADD ("full-month", test_full_month);
  ADD ("related", test_related);
  ADD ("narrow", test_narrow);
  ADD ("notice", test_notice);
#undef ADD
  g_test_add ("/journal-page/failure", Fixture, NULL, set_up_broken, test_failure,
              tear_down_broken);
  failed = g_test_run ();
  desk_close (&everything);
  return failed;
}
