/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary.h"
#include "hand.h"
#include "journal-tab.h"
#include "ui/journal-filters.h"
#include "ui/journal-month.h"

/* How something is found in the Journal tab: by its month, by what it is, by its words. */

static Desk everything;

/* Test that one goes from month to month, as far as there are entries. */
static void
test_months (JournalTab *tab, gconstpointer data)
{
  GtkWidget *month = desk_find (&tab->desk, COOLDOWN_TYPE_JOURNAL_MONTH);
  GtkWidget *before = gtk_widget_get_first_child (month);
  GtkWidget *after = gtk_widget_get_last_child (month);

  g_assert_false (gtk_widget_get_sensitive (after));
  g_signal_emit_by_name (before, "clicked");
  tab_settle (tab);
  tab_assert_list (tab, LAST_MONTH);
  tab_assert_seen (tab, "October 2026");
  g_assert_false (gtk_widget_get_sensitive (before));
  g_signal_emit_by_name (after, "clicked");
  tab_settle (tab);
  tab_assert_list (tab, THIS_MONTH);
}

/* Test that all months that have entries can be chosen from a list that counts them. */
static void
test_picker (JournalTab *tab, gconstpointer data)
{
  GtkWidget *month = desk_find (&tab->desk, COOLDOWN_TYPE_JOURNAL_MONTH);
  GtkMenuButton *picker = GTK_MENU_BUTTON (find_mapped (month, GTK_TYPE_MENU_BUTTON, 0));
  GtkListBox *list;

  gtk_menu_button_popup (picker);
  tab_settle (tab);
  list = GTK_LIST_BOX (
      find_mapped (GTK_WIDGET (gtk_menu_button_get_popover (picker)), GTK_TYPE_LIST_BOX, 0));
  assert_label (gtk_list_box_get_row_at_index (list, 0), "November 2026, 6 entries");
  assert_label (gtk_list_box_get_row_at_index (list, 1), "October 2026, 2 entries");
  g_assert_null (gtk_list_box_get_row_at_index (list, 2));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 1));
  tab_settle (tab);
  tab_assert_list (tab, LAST_MONTH);
}

/* Test that each chip leaves its own part, by month as well. */
static void
test_chips (JournalTab *tab, gconstpointer data)
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
      tab_choose_chip (tab, parts[i].chip);
      tab_assert_list (tab, parts[i].list);
    }
}

static void
choose_more (JournalTab *tab, guint index, guint selected)
{
  GtkWidget *filters = desk_find (&tab->desk, COOLDOWN_TYPE_JOURNAL_FILTERS);
  GtkMenuButton *more = GTK_MENU_BUTTON (find_mapped (filters, GTK_TYPE_MENU_BUTTON, 0));
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (more));

  gtk_menu_button_popup (more);
  tab_settle (tab);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_mapped (popover, GTK_TYPE_DROP_DOWN, index)),
                              selected);
  gtk_menu_button_popdown (more);
  tab_settle (tab);
}

/* Test that place and strength are looked for in all months at once, counted, with their dates. */
static void
test_more_filters (JournalTab *tab, gconstpointer data)
{
  choose_more (tab, 1, 5);
  tab_assert_list (tab, "Tingling, calf, left\n");
  tab_assert_seen (tab, "1 entry");
  g_assert_true (
      g_str_has_prefix (get_subtitle (tab->page, "Tingling, calf, left"), "23 Oct · 17:00"));
  tab_assert_seen (tab, "More Filters: 1");
  choose_more (tab, 1, 4);
  tab_assert_list (tab, TINGLING "\nTingling, calf, left\n");
  tab_assert_seen (tab, "2 entries");
  tab_press_button (tab, "Clear Filters");
  tab_assert_list (tab, THIS_MONTH);
}

/* Test that words are found in notes and as names of places, in all months. */
static void
test_search (JournalTab *tab, gconstpointer data)
{
  tab_type (tab, "hollow");
  tab_assert_list (tab, "Tingling, calf, left\n");
  tab_type (tab, "sole");
  tab_assert_list (tab, TINGLING "\n");
  tab_assert_not_seen (tab, "Tingling, strength 0–10");
  tab_type (tab, " … ");
  tab_assert_list (tab, THIS_MONTH);
  g_object_set (tab->page, "search-mode", FALSE, NULL);
  tab_settle (tab);
  tab_assert_list (tab, THIS_MONTH);
  tab_assert_seen (tab, "Tingling, strength 0–10");
}

/* Test that nothing is found where there is nothing, and that one button leads back. */
static void
test_nothing_found (JournalTab *tab, gconstpointer data)
{
  tab_type (tab, "zeppelin");
  tab_assert_list (tab, "");
  tab_assert_seen (tab, "Nothing found");
  tab_choose_chip (tab, "Ice");
  gtk_widget_grab_focus (find_mapped (tab->page, GTK_TYPE_SEARCH_ENTRY, 0));
  g_signal_emit_by_name (find_mapped (tab->page, GTK_TYPE_SEARCH_ENTRY, 0), "stop-search");
  tab_settle (tab);
  tab_assert_list (tab, "[Yesterday]\nIce, ball of the foot, right\n");
  tab_type (tab, "zeppelin");
  g_signal_emit_by_name (find_mapped (tab->page, GTK_TYPE_BUTTON, 0), "clicked");
}

/* Test that what is beyond the newest 200 comes on demand, and is counted before. */
static void
test_many_found (JournalTab *tab, gconstpointer data)
{
  CooldownJournal *journal = desk_open_journal (&tab->desk);

  diary_write_many (journal, tab_now (tab), 1000);
  tab_settle (tab);
  choose_more (tab, 1, 1);
  tab_assert_seen (tab, "The newest 200 of ");
  tab_press_button (tab, "Show More");
  tab_assert_not_seen (tab, "The newest");
  tab_assert_not_seen (tab, "Show More");
}

/* Test that the search is opened from every tab. */
static void
test_search_key (JournalTab *tab, gconstpointer data)
{
  gboolean searching;

  desk_show (&tab->desk, "ice");
  gtk_widget_activate_action (GTK_WIDGET (tab->desk.window), "win.search", NULL);
  tab_settle (tab);
  g_object_get (tab->page, "search-mode", &searching, NULL);
  g_assert_true (searching);
  g_assert_true (gtk_widget_get_mapped (tab->page));
}

int
main (int argc, char *argv[])
{
  int failed;

  desk_begin_tests (&argc, &argv);
  desk_open (&everything);
#define ADD(path, func) \
  g_test_add ("/journal-find/" path, JournalTab, &everything, tab_set_up, func, tab_tear_down)
  ADD ("months", test_months);
  ADD ("picker", test_picker);
  ADD ("chips", test_chips);
  ADD ("more-filters", test_more_filters);
  ADD ("search", test_search);
  ADD ("nothing-found", test_nothing_found);
  ADD ("many-found", test_many_found);
  ADD ("search-key", test_search_key);
#undef ADD
  failed = g_test_run ();
  desk_close (&everything);
  return failed;
}
