/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-board.h"
#include "ui/fact-row.h"
#include "ui/leg-map.h"

/* What the journal's charts look like: their colours, and on the narrowest window. */

/* The width of a card on the narrowest window. */
#define NARROW 336

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

  board_open (&board, 900);
  board_add_entries (&board);
  board_set_entries (&board);
  board_open_more (&board);
  map = COOLDOWN_LEG_MAP (board_find (board.charts, COOLDOWN_TYPE_LEG_MAP, 0));
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

  board_open (&board, 900);
  board_add_entries (&board);
  board_set_entries (&board);
  board_open_more (&board);
  map = COOLDOWN_LEG_MAP (board_find (board.charts, COOLDOWN_TYPE_LEG_MAP, 0));
  light = get_place_color (map, "shin-l");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  board_settle (&board);
  dark = get_place_color (map, "shin-l");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  board_settle (&board);
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
  CooldownFactTable *table = board_get_table (board, picture);

  board_press (board, board_get_frame (board, picture), "Show as Table", TRUE);
  g_assert_cmpint (measure_least (board->charts), <=, NARROW);
  for (guint i = 1; i <= cooldown_fact_table_get_n_rows (table); i++)
    {
      GtkWidget *heading = gtk_widget_get_first_child (
          board_find (table, COOLDOWN_TYPE_FACT_ROW, 0));
      GtkWidget *cell = gtk_widget_get_first_child (board_find (table, COOLDOWN_TYPE_FACT_ROW, i));

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

  board_open (&board, NARROW);
  gtk_widget_add_css_class (board.window, "cd-narrow");
  board_add_entries (&board);
  board_set_entries (&board);
  board_open_more (&board);
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  for (guint scale = 1; scale <= 2; scale++)
    {
      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) scale * dpi, NULL);
      board_settle (&board);
      for (guint i = STRENGTH; i <= SHARES; i++)
        {
          assert_fits (&board, i);
          board_press (&board, board_get_frame (&board, i), "Show as Table", FALSE);
        }
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = board_begin_tests (&argc, &argv);

  g_test_add_func ("/charts-look/heat", test_heat);
  g_test_add_func ("/charts-look/dark", test_dark);
  g_test_add_func ("/charts-look/narrow", test_narrow);
  return g_test_run ();
}
