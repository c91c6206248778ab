/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk.h"
#include "report/entries.h"

#include "ui/bar-list.h"
#include "ui/chart-frame.h"
#include "ui/dot-view.h"
#include "ui/fact-row.h"
#include "ui/journal-charts.h"
#include "ui/leg-map.h"

#include <adwaita.h>

#define FROM "2026-09-28"
#define TO "2026-11-23"
/* The width of a card on the narrowest window. */
#define NARROW 336

static CooldownContent *content;

/* Charts in a window, and what they told. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *charts;
  GPtrArray *episodes;
  GPtrArray *workouts;
  GString *told;
} Board;

static void
activated_cb (GString *told, guint kind, const char *uid)
{
  g_string_append_printf (told, "%u %s;", kind, uid);
}

static void
span_cb (GString *told, guint weeks)
{
  g_string_append_printf (told, "%u weeks;", weeks);
}

static gboolean
count_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  --*(guint *) data;
  return G_SOURCE_CONTINUE;
}

/* Waits until all that was asked for is laid out and painted. */
static void
settle (Board *board)
{
  guint n = 2, id = gtk_widget_add_tick_callback (board->window, count_frame, &n, NULL);

  while (n > 0 && n <= 2)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (board->window, id);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_entries (Board *board)
{
  cooldown_journal_charts_set_entries (COOLDOWN_JOURNAL_CHARTS (board->charts), board->episodes,
                                       board->workouts, FROM, TO);
  settle (board);
}

static void
open_board (Board *board, int width)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  board->episodes = entries_new ();
  board->workouts = entries_new ();
  board->told = g_string_new (NULL);
  board->charts = cooldown_journal_charts_new (content);
  g_signal_connect_swapped (board->charts, "entry-activated", G_CALLBACK (activated_cb),
                            board->told);
  g_signal_connect_swapped (board->charts, "span-changed", G_CALLBACK (span_cb), board->told);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), board->charts);
  board->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (board->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (board->window), width, 900);
  gtk_window_present (GTK_WINDOW (board->window));
}

static void
close_board (Board *board)
{
  gtk_window_destroy (GTK_WINDOW (board->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_ptr_array_unref (board->episodes);
  g_ptr_array_unref (board->workouts);
  g_string_free (board->told, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Board, close_board)

/* Three episodes: two after the hard run in new shoes, one of unknown strength with no workout. */
static void
add_entries (Board *board)
{
  static const char *const shoes[] = { "new-shoes", NULL };
  static const char *const calves[] = { "calf-l", "calf-r", NULL };
  static const char *const calf[] = { "calf-l", NULL };
  CooldownEntry *run = entries_add_workout (board->workouts, "2026-10-05T18:00:00+02", "run", 8);
  CooldownEntry *episode;

  entries_add_workout (board->workouts, "2026-11-10T18:00:00+01", "walk", 2);
  cooldown_entry_set_ids (run, COOLDOWN_FIELD_WORKOUT_CONDITIONS, shoes);
  episode = entries_add_episode (board->episodes, "2026-10-05T18:12:00+02", 7);
  cooldown_entry_set_ids (episode, COOLDOWN_FIELD_EPISODE_PLACES, calves);
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_LASTED, "last-5min");
  entries_join (episode, run);
  episode = entries_add_episode (board->episodes, "2026-10-26T20:30:00+01", 2);
  cooldown_entry_set_ids (episode, COOLDOWN_FIELD_EPISODE_PLACES, calf);
  entries_join (episode, run);
  entries_add_episode (board->episodes, "2026-11-20T07:05:00+01", -1);
}

/* Finding. */

static GtkWidget *
find_nth (GtkWidget *widget, GType type, guint *index)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*index)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, index);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find (gpointer within, GType type, guint index)
{
  GtkWidget *found = find_nth (within, type, &index);

  g_assert_nonnull (found);
  return found;
}

static gboolean
shows (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child) && shows (child, words))
      return TRUE;
  return FALSE;
}

static void
assert_shows (gpointer widget, const char *words)
{
  if (!shows (widget, words))
    g_test_fail_printf ("does not show: %s", words);
}

static void
assert_label (gpointer accessible, const char *expected)
{
  g_autofree char *other = gtk_test_accessible_check_property (
      accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, expected);

  g_assert_cmpstr (other, ==, NULL);
}

/* The frames in the order in which they are read. */
typedef enum
{
  STRENGTH,
  WHERE,
  LASTED,
  SHARES,
} Picture;

static GtkWidget *
get_frame (Board *board, Picture picture)
{
  return find (board->charts, COOLDOWN_TYPE_CHART_FRAME, picture);
}

static CooldownFactTable *
get_table (Board *board, Picture picture)
{
  return cooldown_chart_frame_get_table (COOLDOWN_CHART_FRAME (get_frame (board, picture)));
}

static GtkWidget *
find_button (gpointer within, const char *label)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = find (within, GTK_TYPE_TOGGLE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
        return button;
    }
}

static void
press (Board *board, gpointer within, const char *label, gboolean active)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (within, label)), active);
  settle (board);
}

/* Opens the second card. */
static void
open_more (Board *board)
{
  GtkWidget *card = gtk_widget_get_last_child (board->charts);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (card, GTK_TYPE_TOGGLE_BUTTON, 0)), TRUE);
  settle (board);
}

/* The words of a row, 0 for the headings. */
static char *
read_row (CooldownFactTable *table, guint index)
{
  GtkWidget *row = find (table, COOLDOWN_TYPE_FACT_ROW, index);
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

/* Test that each picture says itself in a sentence, and anew when it changes. */
static void
test_words (void)
{
  g_auto (Board) board = { 0 };

  open_board (&board, 900);
  add_entries (&board);
  set_entries (&board);
  assert_shows (board.charts, "Dots: 3 episodes · ticks: 2 workouts");
  assert_label (find (board.charts, COOLDOWN_TYPE_DOT_VIEW, 0),
                "Tingling, 8 weeks: 3 episodes, strength 2 to 7; 2 workouts.");
  assert_label (find (board.charts, COOLDOWN_TYPE_LEG_MAP, 0),
                "Where, in 2 episodes: Calf, left: 2; Calf, right: 1.");
  assert_label (find (board.charts, COOLDOWN_TYPE_BAR_LIST, 0),
                "How long it lasted, in 3 episodes: Within 5 min: 1; Not known: 2.");
  assert_label (find (board.charts, COOLDOWN_TYPE_BAR_LIST, 1),
                "Run: 2 of 3 episodes, 1 of 2 workouts. Walk: 0 of 3 episodes, 1 of 2 workouts. "
                "Effort 0 to 3: 0 of 2 episodes, 1 of 2 workouts. "
                "Effort 7 or more: 2 of 2 episodes, 1 of 2 workouts. "
                "New shoes: 2 of 3 episodes, 1 of 2 workouts.");
  entries_add_episode (board.episodes, "2026-11-21T07:05:00+01", 9);
  set_entries (&board);
  assert_label (find (board.charts, COOLDOWN_TYPE_DOT_VIEW, 0),
                "Tingling, 8 weeks: 4 episodes, strength 2 to 9; 2 workouts.");
}

/* Test that the second card is closed at first, and what it then shows. */
static void
test_more (void)
{
  g_auto (Board) board = { 0 };

  open_board (&board, 900);
  add_entries (&board);
  set_entries (&board);
  g_assert_false (shows (board.charts, "How long it lasted"));
  open_more (&board);
  assert_shows (board.charts, "How long it lasted");
  assert_shows (board.charts, "2 of 3 episodes");
  assert_shows (board.charts, "1 of 2 workouts");
  assert_shows (board.charts, "Where, in 2 episodes: Calf, left: 2; Calf, right: 1.");
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

  open_board (&board, 900);
  add_entries (&board);
  set_entries (&board);
  open_more (&board);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      GtkWidget *frame = get_frame (&board, i);
      CooldownFactTable *table = get_table (&board, i);

      assert_rows (table, expected[i]);
      g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (table)));
      press (&board, frame, "Show as Table", TRUE);
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (table)));
      press (&board, frame, "Show as Table", FALSE);
      g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (table)));
    }
  /* Filled anew, it is not longer. */
  set_entries (&board);
  assert_rows (get_table (&board, STRENGTH), strength);
}

/* Test that a screen reader is told each row, and what the table is made of. */
static void
test_table_roles (void)
{
  g_auto (Board) board = { 0 };
  GtkWidget *list, *heading, *row, *cell;

  open_board (&board, 900);
  add_entries (&board);
  set_entries (&board);
  list = find (get_table (&board, STRENGTH), GTK_TYPE_LIST_BOX, 0);
  heading = find (list, GTK_TYPE_LABEL, 0);
  row = find (list, GTK_TYPE_LIST_BOX_ROW, 1);
  cell = find (row, GTK_TYPE_LABEL, 0);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_ROLE_TABLE);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_ROLE_CELL);
  assert_label (row, "20 Nov, 07:05 · Tingling · Not noted");
  g_assert_true (gtk_widget_get_focusable (row));
  g_assert_true (gtk_widget_get_focusable (find (list, GTK_TYPE_LIST_BOX_ROW, 0)));
}

/* Test that the keyboard reaches an entry by its row, and that headings lead nowhere. */
static void
test_rows_lead_to_entries (void)
{
  g_auto (Board) board = { 0 };
  GtkWidget *frame;

  open_board (&board, 900);
  add_entries (&board);
  set_entries (&board);
  frame = get_frame (&board, STRENGTH);
  press (&board, frame, "Show as Table", TRUE);
  g_assert_true (gtk_widget_grab_focus (find (frame, GTK_TYPE_LIST_BOX_ROW, 4)));
  for (guint i = 0; i < 6; i++)
    g_signal_emit_by_name (find (frame, GTK_TYPE_LIST_BOX_ROW, i), "activate");
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

  open_board (&board, 900);
  add_entries (&board);
  set_entries (&board);
  dots = COOLDOWN_DOT_VIEW (find (board.charts, COOLDOWN_TYPE_DOT_VIEW, 0));
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

  open_board (&board, 900);
  charts = COOLDOWN_JOURNAL_CHARTS (board.charts);
  g_assert_cmpuint (cooldown_journal_charts_get_weeks (charts), ==, 8);
  press (&board, charts, "4 wk", TRUE);
  g_assert_cmpuint (cooldown_journal_charts_get_weeks (charts), ==, 4);
  press (&board, charts, "1 yr", TRUE);
  press (&board, charts, "8 wk", TRUE);
  g_assert_cmpstr (board.told->str, ==, "4 weeks;52 weeks;8 weeks;");
}

/* Test that there is a sentence where there is too little for a picture, and that the span can
 * still be changed. */
static void
test_too_few (void)
{
  g_auto (Board) board = { 0 };
  GtkWidget *dots, *more;

  open_board (&board, 900);
  set_entries (&board);
  dots = find (board.charts, COOLDOWN_TYPE_DOT_VIEW, 0);
  more = gtk_widget_get_last_child (board.charts);
  assert_shows (board.charts, "No tingling noted within 8 weeks.");
  g_assert_false (gtk_widget_get_mapped (dots) || gtk_widget_get_visible (more));
  g_assert_true (gtk_widget_get_mapped (find_button (board.charts, "1 yr")));
  g_assert_false (gtk_widget_get_mapped (find_button (board.charts, "Show as Table")));
  entries_add_episode (board.episodes, "2026-11-20T07:05:00+01", 3);
  set_entries (&board);
  assert_shows (board.charts, "One episode noted within 8 weeks. From two on they are drawn here.");
  g_assert_false (gtk_widget_get_mapped (dots) || gtk_widget_get_visible (more));
  entries_add_episode (board.episodes, "2026-11-21T07:05:00+01", 3);
  set_entries (&board);
  g_assert_true (gtk_widget_get_mapped (dots) && gtk_widget_get_visible (more));
  g_assert_false (shows (board.charts, "No tingling noted within 8 weeks."));
  /* Without places, ends and workouts there are sentences in the second card. */
  open_more (&board);
  assert_shows (board.charts, "No place is noted yet.");
  assert_shows (board.charts, "It is not noted yet how long they lasted.");
  assert_shows (board.charts, "No workout is noted in this time.");
}

/* What a widget looks like: the colour at a place. */
static guint32
get_color (GtkWidget *widget, int x, int y)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autofree guint32 *pixels = g_new0 (guint32, (gsize) width * (gsize) height);
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_texture_download (texture, (guchar *) pixels, 4 * (gsize) width);
  gsk_render_node_unref (node);
  return pixels[y * width + x] & 0xffffff;
}

static int
get_warmth (guint32 color)
{
  return (int) (color >> 16) - (int) (color & 0xff);
}

/* The colour of a place on the legs. */
static guint32
get_place_color (CooldownLegMap *map, const char *half)
{
  for (int y = 0; y < gtk_widget_get_height (GTK_WIDGET (map)); y += 2)
    for (int x = 0; x < gtk_widget_get_width (GTK_WIDGET (map)); x += 2)
      if (g_strcmp0 (cooldown_leg_map_pick (map, x - 6, y - 6), half) == 0 &&
          g_strcmp0 (cooldown_leg_map_pick (map, x + 6, y + 6), half) == 0)
        return get_color (GTK_WIDGET (map), x, y);
  g_error ("%s is nowhere", half);
}

/* Test that places are the warmer the more often they were named, and that a click on one does
 * nothing. */
static void
test_heat (void)
{
  g_auto (Board) board = { 0 };
  CooldownLegMap *map;
  int often, once, never;

  open_board (&board, 900);
  add_entries (&board);
  set_entries (&board);
  open_more (&board);
  map = COOLDOWN_LEG_MAP (find (board.charts, COOLDOWN_TYPE_LEG_MAP, 0));
  often = get_warmth (get_place_color (map, "calf-l"));
  once = get_warmth (get_place_color (map, "calf-r"));
  never = get_warmth (get_place_color (map, "shin-l"));
  g_test_message ("%d, %d, %d", often, once, never);
  g_assert_cmpint (often, >, once + 40);
  g_assert_cmpint (once, >, never + 40);
  g_assert_cmpint (ABS (never), <, 10);
  g_assert_false (cooldown_leg_map_get_editable (map));
}

/* Test that a picture follows the desktop to dark and back while it is shown. */
static void
test_dark (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_auto (Board) board = { 0 };
  CooldownLegMap *map;
  guint32 light, dark;

  open_board (&board, 900);
  add_entries (&board);
  set_entries (&board);
  open_more (&board);
  map = COOLDOWN_LEG_MAP (find (board.charts, COOLDOWN_TYPE_LEG_MAP, 0));
  light = get_place_color (map, "shin-l");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  settle (&board);
  dark = get_place_color (map, "shin-l");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  settle (&board);
  g_assert_cmphex (light & 0xff, >, 0xc0);
  g_assert_cmphex (dark & 0xff, <, 0x80);
  g_assert_cmphex (get_place_color (map, "shin-l"), ==, light);
}

static int
measure_least (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
assert_fits (Board *board, Picture picture)
{
  CooldownFactTable *table = get_table (board, picture);

  press (board, get_frame (board, picture), "Show as Table", TRUE);
  g_assert_cmpint (measure_least (board->charts), <=, NARROW);
  for (guint i = 1; i <= cooldown_fact_table_get_n_rows (table); i++)
    {
      GtkWidget *heading = gtk_widget_get_first_child (find (table, COOLDOWN_TYPE_FACT_ROW, 0));
      GtkWidget *cell = gtk_widget_get_first_child (find (table, COOLDOWN_TYPE_FACT_ROW, i));

      for (; cell != NULL; cell = gtk_widget_get_next_sibling (cell),
                           heading = gtk_widget_get_next_sibling (heading))
        {
          graphene_rect_t above, below;

          g_assert_true (gtk_widget_compute_bounds (heading, GTK_WIDGET (table), &above));
          g_assert_true (gtk_widget_compute_bounds (cell, GTK_WIDGET (table), &below));
          g_assert_cmpfloat (above.origin.x, ==, below.origin.x);
          g_assert_cmpfloat (above.size.width, ==, below.size.width);
        }
    }
}

/* Test that all of it fits on the narrowest window, also where text is twice as large, and that
 * what stands in a column stands in line. */
static void
test_narrow (void)
{
  g_auto (Board) board = { 0 };
  int dpi;

  open_board (&board, NARROW);
  gtk_widget_add_css_class (board.window, "cd-narrow");
  add_entries (&board);
  set_entries (&board);
  open_more (&board);
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  for (guint scale = 1; scale <= 2; scale++)
    {
      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) scale * dpi, NULL);
      settle (&board);
      for (guint i = STRENGTH; i <= SHARES; i++)
        {
          assert_fits (&board, i);
          press (&board, get_frame (&board, i), "Show as Table", FALSE);
        }
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AdwApplication) application = NULL;
  int failed;

  desk_begin_tests (&argc, &argv);
  /* The style sheet is the application's. */
  application = g_object_new (ADW_TYPE_APPLICATION, "application-id", "org.example.Charts",
                              "resource-base-path", "/cooldown", "flags", G_APPLICATION_NON_UNIQUE,
                              NULL);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  content = cooldown_content_load_bundled (&error);
  g_assert_no_error (error);
  g_test_add_func ("/charts/words", test_words);
  g_test_add_func ("/charts/more", test_more);
  g_test_add_func ("/charts/tables", test_tables);
  g_test_add_func ("/charts/table-roles", test_table_roles);
  g_test_add_func ("/charts/rows-lead-to-entries", test_rows_lead_to_entries);
  g_test_add_func ("/charts/dots-lead-to-entries", test_dots_lead_to_entries);
  g_test_add_func ("/charts/spans", test_spans);
  g_test_add_func ("/charts/too-few", test_too_few);
  g_test_add_func ("/charts/heat", test_heat);
  g_test_add_func ("/charts/dark", test_dark);
  g_test_add_func ("/charts/narrow", test_narrow);
  failed = g_test_run ();
  g_clear_object (&content);
  return failed;
}
