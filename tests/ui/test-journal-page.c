/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary.h"
#include "hand.h"
#include "journal-tab.h"
#include "ui/entry-page.h"
#include "ui/journal-row.h"

#include <glib/gstdio.h>
#include <string.h>

/* What the Journal tab shows, and how one goes from it to an entry and back. */

static Desk everything;

/* Test that an empty journal says so, and what to do about it. */
static void
test_blank (JournalTab *tab, gconstpointer data)
{
  GtkWidget *note = GTK_WIDGET (find_button (tab->page, "Note Tingling"));
  gboolean can_search;

  tab_assert_seen (tab, "Nothing written yet");
  g_assert_true (gtk_widget_has_css_class (note, "suggested-action"));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (note)), ==, "win.new-entry");
  g_object_get (tab->page, "can-search", &can_search, NULL);
  g_assert_false (can_search);
}

/* Test that the newest month is shown by day, each entry in its own words. */
static void
test_month (JournalTab *tab, gconstpointer data)
{
  tab_assert_list (tab, THIS_MONTH);
  tab_assert_seen (tab, "November 2026");
  assert_label (tab_get_row (tab, TINGLING),
                TINGLING ". 14:00 · burning · gone after 2 h. Strength 4");
  assert_label (tab_get_row (tab, "Run, 45 minutes"), "Run, 45 minutes. 13:59 · effort not noted");
}

/* Test that arrows lead through all days, and that Enter opens an entry. */
static void
test_keys (JournalTab *tab, gconstpointer data)
{
  gtk_widget_grab_focus (tab_get_row (tab, TINGLING));
  tab_press_arrow (tab, 1);
  tab_press_arrow (tab, 1);
  tab_assert_focus (tab, "Night, a little restless");
  tab_press_arrow (tab, 1);
  tab_assert_focus (tab, "Ice, ball of the foot, right");
  tab_press_arrow (tab, -1);
  tab_assert_focus (tab, "Night, a little restless");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (tab_get_row (tab, TINGLING))),
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
find_entry_page (JournalTab *tab)
{
  return find_widget (GTK_WIDGET (tab->desk.window), is_of_type,
                      GSIZE_TO_POINTER (COOLDOWN_TYPE_ENTRY_PAGE));
}

/* Test that a row opens its entry above the tabs, and that going back leads to the row. */
static void
test_open (JournalTab *tab, gconstpointer data)
{
  GtkWidget *row = tab_get_row (tab, "Run, 45 minutes");

  gtk_widget_grab_focus (row);
  gtk_widget_activate (row);
  tab_settle (tab);
  g_assert_nonnull (find_entry_page (tab));
  gtk_widget_activate_action (find_entry_page (tab), "entry.back", NULL);
  tab_settle (tab);
  g_assert_null (find_entry_page (tab));
  tab_assert_focus (tab, "Run, 45 minutes");
}

/* Test that an entry goes when a tab is wanted, and that another one takes its place. */
static void
test_leave (JournalTab *tab, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (tab->desk.window);
  GtkWidget *first;

  gtk_widget_activate_action (window, "win.new-entry", "s", "workout");
  tab_settle (tab);
  first = find_entry_page (tab);
  g_assert_nonnull (first);
  g_object_add_weak_pointer (G_OBJECT (first), (gpointer *) &first);
  gtk_widget_activate_action (window, "win.new-entry", "s", "episode");
  tab_settle (tab);
  g_assert_null (first);
  g_assert_nonnull (find_entry_page (tab));
  desk_show (&tab->desk, "evening");
  tab_settle (tab);
  g_assert_null (find_entry_page (tab));
  desk_show (&tab->desk, "journal");
  tab_settle (tab);
  tab_assert_list (tab, THIS_MONTH);
}

static void
delete_row (JournalTab *tab, const char *title)
{
  GtkWidget *row = tab_get_row (tab, title);
  const char *kind;
  const char *uid;

  g_variant_get (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)), "(&s&s)", &kind,
                 &uid);
  gtk_widget_grab_focus (row);
  gtk_widget_activate_action (row, "journal.delete", "(ss)", kind, uid);
  tab_settle (tab);
}

/* Test that what is deleted goes at once, with the focus on what follows, and comes back. */
static void
test_delete (JournalTab *tab, gconstpointer data)
{
  delete_row (tab, "Run, 45 minutes");
  tab_assert_list (tab, "[Today]\n" TINGLING "\nNight, a little restless\n"
                        "[Yesterday]\nIce, ball of the foot, right\nMake a doctor’s appointment\n"
                        "[Thursday, 19 November]\n" SIGN "\n");
  tab_assert_focus (tab, "Night, a little restless");
  gtk_widget_activate_action (GTK_WIDGET (tab->desk.window), "win.undo", NULL);
  tab_settle (tab);
  tab_assert_list (tab, THIS_MONTH);
  tab_assert_focus (tab, "Night, a little restless");
}

/* Test that the last entry of a day takes its title along, and that the focus goes on all the
 * same. */
static void
test_delete_day (JournalTab *tab, gconstpointer data)
{
  delete_row (tab, SIGN);
  tab_assert_not_seen (tab, "Thursday");
  tab_assert_focus (tab, "Make a doctor’s appointment");
}

/* Test that a session that goes on, which belongs to the agent, offers no way to delete it. */
static void
test_delete_open (JournalTab *tab, gconstpointer data)
{
  CooldownJournal *journal = desk_open_journal (&tab->desk);
  CooldownEntry *session = diary_session (tab_now (tab), "ice");
  GtkWidget *row;

  cooldown_entry_set_number (session, COOLDOWN_FIELD_SESSION_OPEN, 1);
  diary_put (journal, session);
  tab_settle (tab);
  row = tab_get_row (tab, "Ice, ball of the foot, right");
  cooldown_journal_row_open_menu (COOLDOWN_JOURNAL_ROW (row), 0, 0);
  tab_settle (tab);
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
test_reload (JournalTab *tab, gconstpointer data)
{
  CooldownJournal *journal = desk_open_journal (&tab->desk);
  GtkWidget *row = tab_get_row (tab, "Ice, ball of the foot, right");
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (
      gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW));
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (scroller);
  double before;

  spin_until (can_scroll, scroll);
  gtk_widget_grab_focus (row);
  gtk_adjustment_set_value (scroll, 100);
  before = gtk_adjustment_get_value (scroll);
  g_assert_cmpfloat (before, >, 0);
  diary_put (journal, diary_workout (tab_now (tab) - 26 * COOLDOWN_HOUR, "ride", 20));
  tab_settle (tab);
  tab_assert_seen (tab, "Ride, 20 minutes");
  g_assert_true (tab_get_row (tab, "Ice, ball of the foot, right") == row);
  tab_assert_focus (tab, "Ice, ball of the foot, right");
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), ==, before);
}

/* Test that nothing is read for a page that nobody sees, and that it is right when it is seen. */
static void
test_unseen (JournalTab *tab, gconstpointer data)
{
  CooldownJournal *journal = desk_open_journal (&tab->desk);

  desk_show (&tab->desk, "evening");
  diary_put (journal, diary_workout (tab_now (tab), "ride", 20));
  tab_settle (tab);
  tab_assert_list (tab, THIS_MONTH);
  desk_show (&tab->desk, "journal");
  tab_settle (tab);
  tab_assert_seen (tab, "Ride, 20 minutes");
}

/* Test that today is yesterday after midnight, and that the zone decides when that is. */
static void
test_days (JournalTab *tab, gconstpointer data)
{
  cooldown_fake_clock_advance (tab->desk.clock, 8 * COOLDOWN_HOUR);
  g_signal_emit_by_name (tab->desk.state, "second");
  tab_assert_not_seen (tab, "Today");
  tab_assert_seen (tab, "Yesterday");
  cooldown_fake_clock_set_zone (tab->desk.clock, "America/Los_Angeles");
  g_signal_emit_by_name (tab->desk.state, "changed::zone");
  tab_assert_seen (tab, "Today");
  cooldown_fake_clock_set_zone (tab->desk.clock, "UTC");
}

/* Test that of a full month what fills a window comes first, and all of it soon. */
static void
test_full_month (JournalTab *tab, gconstpointer data)
{
  CooldownJournal *journal = desk_open_journal (&tab->desk);
  g_autofree char *list = NULL;
  g_auto (GStrv) lines = NULL;

  diary_write_many (journal, tab_now (tab), 200);
  tab_settle (tab);
  list = tab_read_list (tab);
  lines = g_strsplit (list, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 200);
}

/* Test that the workout tells of the hour after it, and tingling of its checklist. */
static void
test_related (JournalTab *tab, gconstpointer data)
{
  CooldownJournal *journal = desk_open_journal (&tab->desk);
  CooldownEntry *session = diary_session (tab_now (tab), "recovery");
  CooldownEntry *workout = diary_workout (tab_now (tab), "swim", 30);
  CooldownEntry *episode = diary_episode (tab_now (tab), 2, (const char *[]){ "knee-r", NULL });

  cooldown_entry_set_uid (session, "a-session");
  cooldown_entry_add_event (session, "step", "move", tab_now (tab), 0);
  cooldown_entry_set_text (workout, COOLDOWN_FIELD_WORKOUT_SESSION, "a-session");
  cooldown_entry_set_uid (episode, "an-episode");
  diary_put (journal, session);
  diary_put (journal, workout);
  diary_put (journal, episode);
  diary_put (journal, diary_check (tab_now (tab), "an-episode"));
  tab_settle (tab);
  g_assert_nonnull (strstr (get_subtitle (tab->page, "Swim, 30 minutes"), "1 step done"));
  g_assert_nonnull (
      strstr (get_subtitle (tab->page, "Tingling, knee, right"), "make a doctor’s appointment"));
  /* It is told there, and nowhere else. */
  tab_choose_chip (tab, "Ice");
  tab_assert_list (tab, "[Yesterday]\nIce, ball of the foot, right\n");
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
test_narrow (JournalTab *tab, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (tab->page);
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_assert_cmpint (get_width (tab->page), <=, 360);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  tab_settle (tab);
  g_assert_cmpint (get_width (tab->page), <=, 360);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* Test that what the journal has to say is shown until it was read. */
static void
test_notice (JournalTab *tab, gconstpointer data)
{
  g_signal_emit_by_name (tab_get_notebook (tab), "notice", "It was kept as journal.broken.");
  tab_assert_seen (tab, "It was kept as journal.broken.");
  tab_press_button (tab, "Dismiss");
  tab_assert_not_seen (tab, "It was kept as");
}

/* A journal that cannot be opened: its folder is a file. */
static void
set_up_broken (JournalTab *tab, gconstpointer data)
{
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("cooldown-XXXXXX", &path, NULL);

  g_close (file, NULL);
  tab_open (tab, &everything, cooldown_notebook_new (path, COOLDOWN_CLOCK (everything.clock)));
}

static void
tear_down_broken (JournalTab *tab, gconstpointer data)
{
  g_autofree char *path = g_strdup (cooldown_notebook_get_folder (tab_get_notebook (tab)));

  tab_tear_down (tab, data);
  g_remove (path);
}

/* Test that a journal that cannot be read says why, and is tried again on demand. */
static void
test_failure (JournalTab *tab, gconstpointer data)
{
  tab_assert_seen (tab, "The journal cannot be read");
  tab_press_button (tab, "Try Again");
  tab_assert_seen (tab, "The journal cannot be read");
  g_assert_no_errno (g_remove (cooldown_notebook_get_folder (tab_get_notebook (tab))));
  tab_press_button (tab, "Try Again");
  tab_assert_seen (tab, "Nothing written yet");
}

int
main (int argc, char *argv[])
{
  int failed;

  desk_begin_tests (&argc, &argv);
  desk_open (&everything);
  g_test_add ("/journal-page/blank", JournalTab, &everything, tab_set_up_blank, test_blank,
              tab_tear_down);
#define ADD(path, func) \
  g_test_add ("/journal-page/" path, JournalTab, &everything, tab_set_up, func, tab_tear_down)
  ADD ("month", test_month);
  ADD ("keys", test_keys);
  ADD ("open", test_open);
  ADD ("leave", test_leave);
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
  g_test_add ("/journal-page/failure", JournalTab, &everything, set_up_broken, test_failure,
              tear_down_broken);
  failed = g_test_run ();
  desk_close (&everything);
  return failed;
}
