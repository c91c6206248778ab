/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-board.h"
#include "hand.h"
#include "report/entries.h"
#include "ui/bar-list.h"
#include "ui/dot-view.h"
#include "ui/fact-row.h"
#include "ui/journal-charts.h"
#include "ui/leg-map.h"

/* What the journal's charts say, in words and numbers, and where they lead. */

/* Test that each picture says itself in a sentence, and anew when it changes. */
static void
test_words (void)
{
  g_auto (Board) board = { 0 };

  board_open (&board, 900);
  board_add_entries (&board);
  board_set_entries (&board);
  board_assert_shows (board.charts, "Dots: 3 episodes · ticks: 2 workouts");
  assert_label (board_find (board.charts, COOLDOWN_TYPE_DOT_VIEW, 0),
                "Tingling, 8 weeks: 3 episodes, strength 2 to 7; 2 workouts.");
  assert_label (board_find (board.charts, COOLDOWN_TYPE_LEG_MAP, 0),
                "Where, in 2 episodes: Calf, left: 2; Calf, right: 1.");
  assert_label (board_find (board.charts, COOLDOWN_TYPE_BAR_LIST, 0),
                "How long it lasted, in 3 episodes: Within 5 min: 1; Not known: 2.");
  assert_label (board_find (board.charts, COOLDOWN_TYPE_BAR_LIST, 1),
                "Run: 2 of 3 episodes, 1 of 2 workouts. Walk: 0 of 3 episodes, 1 of 2 workouts. "
                "Effort 0 to 3: 0 of 2 episodes, 1 of 2 workouts. "
                "Effort 7 or more: 2 of 2 episodes, 1 of 2 workouts. "
                "New shoes: 2 of 3 episodes, 1 of 2 workouts.");
  entries_add_episode (board.episodes, "2026-11-21T07:05:00+01", 9);
  board_set_entries (&board);
  assert_label (board_find (board.charts, COOLDOWN_TYPE_DOT_VIEW, 0),
                "Tingling, 8 weeks: 4 episodes, strength 2 to 9; 2 workouts.");
}

/* Test that the second card is closed at first, and what it then shows. */
static void
test_more (void)
{
  g_auto (Board) board = { 0 };

  board_open (&board, 900);
  board_add_entries (&board);
  board_set_entries (&board);
  g_assert_false (board_shows (board.charts, "How long it lasted"));
  board_open_more (&board);
  board_assert_shows (board.charts, "How long it lasted");
  board_assert_shows (board.charts, "2 of 3 episodes");
  board_assert_shows (board.charts, "1 of 2 workouts");
  board_assert_shows (board.charts, "Where, in 2 episodes: Calf, left: 2; Calf, right: 1.");
}

/* The words of a row, 0 for the headings. */
static char *
read_row (CooldownFactTable *table, guint index)
{
  GtkWidget *row = board_find (table, COOLDOWN_TYPE_FACT_ROW, index);
  GString *words = g_string_new (NULL);

  for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    g_string_append_printf (words, "%s|", gtk_label_get_label (GTK_LABEL (cell)));
  return g_string_free (words, FALSE);
}

static void
assert_rows (CooldownFactTable *table, const char *const *expected)
{
  guint n = 0;

  for (; expected[n] != NULL; n++)
    {
      g_autofree char *words = read_row (table, n);

      g_assert_cmpstr (words, ==, expected[n]);
    }
  g_assert_cmpuint (cooldown_fact_table_get_n_rows (table) + 1, ==, n);
}

/* Test that the numbers of each picture are there as a table, in its place. */
static void
test_tables (void)
{
  static const char *const strength[] = {
    "When|What|Strength|",
    "20 Nov, 07:05|Tingling|Not noted|",
    "10 Nov, 18:00|Walk, 45 minutes|–|",
    "26 Oct, 20:30|Tingling, calf, left|2|",
    "5 Oct, 18:12|Tingling, both calves|7|",
    "5 Oct, 18:00|Run, 45 minutes|–|",
    NULL,
  };
  static const char *const where[] = { "Place|Episodes|", "Calf, left|2|", "Calf, right|1|", NULL };
  static const char *const lasted[] = {
    "Lasted|Episodes|",
    "Within 5 min|1|",
    "Up to 30 min|0|",
    "Up to an hour|0|",
    "Over an hour|0|",
    "Not known|2|",
    NULL,
  };
  static const char *const shares[] = {
    "Workout|Episodes|Workouts|",
    "Run|2 of 3|1 of 2|",
    "Walk|0 of 3|1 of 2|",
    "Effort 0 to 3|0 of 2|1 of 2|",
    "Effort 7 or more|2 of 2|1 of 2|",
    "New shoes|2 of 3|1 of 2|",
    NULL,
  };
  static const char *const *const expected[] = { strength, where, lasted, shares };
  g_auto (Board) board = { 0 };

  board_open (&board, 900);
  board_add_entries (&board);
  board_set_entries (&board);
  board_open_more (&board);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      GtkWidget *frame = board_get_frame (&board, i);
      CooldownFactTable *table = board_get_table (&board, i);

      assert_rows (table, expected[i]);
      g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (table)));
      board_press (&board, frame, "Show as Table", TRUE);
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (table)));
      board_press (&board, frame, "Show as Table", FALSE);
      g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (table)));
    }
  /* Filled anew, it is not longer. */
  board_set_entries (&board);
  assert_rows (board_get_table (&board, STRENGTH), strength);
}

/* Test that a screen reader is told each row, and what the table is made of. */
static void
test_table_roles (void)
{
  g_auto (Board) board = { 0 };
  GtkWidget *list, *heading, *row, *cell;

  board_open (&board, 900);
  board_add_entries (&board);
  board_set_entries (&board);
  list = board_find (board_get_table (&board, STRENGTH), GTK_TYPE_LIST_BOX, 0);
  heading = board_find (list, GTK_TYPE_LABEL, 0);
  row = board_find (list, GTK_TYPE_LIST_BOX_ROW, 1);
  cell = board_find (row, GTK_TYPE_LABEL, 0);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_ROLE_TABLE);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_ROLE_CELL);
  assert_label (row, "20 Nov, 07:05 · Tingling · Not noted");
  g_assert_true (gtk_widget_get_focusable (row));
  g_assert_true (gtk_widget_get_focusable (board_find (list, GTK_TYPE_LIST_BOX_ROW, 0)));
}

/* Test that the keyboard reaches an entry by its row, and that headings lead nowhere. */
static void
test_rows_lead_to_entries (void)
{
  g_auto (Board) board = { 0 };
  GtkWidget *frame;

  board_open (&board, 900);
  board_add_entries (&board);
  board_set_entries (&board);
  frame = board_get_frame (&board, STRENGTH);
  board_press (&board, frame, "Show as Table", TRUE);
  g_assert_true (gtk_widget_grab_focus (board_find (frame, GTK_TYPE_LIST_BOX_ROW, 4)));
  for (guint i = 0; i < 6; i++)
    g_signal_emit_by_name (board_find (frame, GTK_TYPE_LIST_BOX_ROW, i), "activate");
  g_assert_cmpstr (board.told->str, ==,
                   "0 episode-2;1 workout-1;0 episode-1;0 episode-0;1 workout-0;");
}

static void
click (GtkWidget *widget, double x, double y)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "released", 1, x, y);
    }
}

/* Test that a click on a dot leads to its entry, and one beside all dots nowhere. */
static void
test_dots_lead_to_entries (void)
{
  g_auto (Board) board = { 0 };
  CooldownDotView *dots;
  guint n = 0;

  board_open (&board, 900);
  board_add_entries (&board);
  board_set_entries (&board);
  dots = COOLDOWN_DOT_VIEW (board_find (board.charts, COOLDOWN_TYPE_DOT_VIEW, 0));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (dots)), >, 80);
  for (int x = 0; x < gtk_widget_get_width (GTK_WIDGET (dots)); x += 4)
    for (int y = 0; y < gtk_widget_get_height (GTK_WIDGET (dots)); y += 4)
      {
        CooldownEntry *entry = cooldown_dot_view_pick (dots, x, y);
        g_autofree char *expected = entry != NULL
                                        ? g_strdup_printf ("0 %s;", cooldown_entry_get_uid (entry))
                                        : g_strdup ("");

        g_string_truncate (board.told, 0);
        click (GTK_WIDGET (dots), x, y);
        g_assert_cmpstr (board.told->str, ==, expected);
        n += entry != NULL ? 1 : 0;
      }
  /* Three of them, each large enough for a finger. */
  g_assert_cmpuint (n * 16, >, 3 * 24 * 24);
  g_assert_cmpuint (n * 16, <, 3 * 48 * 48);
}

/* Test that each span is told once, when it is chosen. */
static void
test_spans (void)
{
  g_auto (Board) board = { 0 };
  CooldownJournalCharts *charts;

  board_open (&board, 900);
  charts = COOLDOWN_JOURNAL_CHARTS (board.charts);
  g_assert_cmpuint (cooldown_journal_charts_get_weeks (charts), ==, 8);
  board_press (&board, charts, "4 wk", TRUE);
  g_assert_cmpuint (cooldown_journal_charts_get_weeks (charts), ==, 4);
  board_press (&board, charts, "1 yr", TRUE);
  board_press (&board, charts, "8 wk", TRUE);
  g_assert_cmpstr (board.told->str, ==, "4 weeks;52 weeks;8 weeks;");
}

/* Test that there is a sentence where there is too little for a picture, and that the span can
 * still be changed. */
static void
test_too_few (void)
{
  g_auto (Board) board = { 0 };
  GtkWidget *dots, *more;

  board_open (&board, 900);
  board_set_entries (&board);
  dots = board_find (board.charts, COOLDOWN_TYPE_DOT_VIEW, 0);
  more = gtk_widget_get_last_child (board.charts);
  board_assert_shows (board.charts, "No tingling noted within 8 weeks.");
  g_assert_false (gtk_widget_get_mapped (dots) || gtk_widget_get_visible (more));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (find_button (board.charts, "1 yr"))));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (find_button (board.charts, "Show as Table"))));
  entries_add_episode (board.episodes, "2026-11-20T07:05:00+01", 3);
  board_set_entries (&board);
  board_assert_shows (board.charts,
                      "One episode noted within 8 weeks. From two on they are drawn here.");
  g_assert_false (gtk_widget_get_mapped (dots) || gtk_widget_get_visible (more));
  entries_add_episode (board.episodes, "2026-11-21T07:05:00+01", 3);
  board_set_entries (&board);
  g_assert_true (gtk_widget_get_mapped (dots) && gtk_widget_get_visible (more));
  g_assert_false (board_shows (board.charts, "No tingling noted within 8 weeks."));
  /* Without places, ends and workouts there are sentences in the second card. */
  board_open_more (&board);
  board_assert_shows (board.charts, "No place is noted yet.");
  board_assert_shows (board.charts, "It is not noted yet how long they lasted.");
  board_assert_shows (board.charts, "No workout is noted in this time.");
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = board_begin_tests (&argc, &argv);

  g_test_add_func ("/charts/words", test_words);
  g_test_add_func ("/charts/more", test_more);
  g_test_add_func ("/charts/tables", test_tables);
  g_test_add_func ("/charts/table-roles", test_table_roles);
  g_test_add_func ("/charts/rows-lead-to-entries", test_rows_lead_to_entries);
  g_test_add_func ("/charts/dots-lead-to-entries", test_dots_lead_to_entries);
  g_test_add_func ("/charts/spans", test_spans);
  g_test_add_func ("/charts/too-few", test_too_few);
  return g_test_run ();
}
