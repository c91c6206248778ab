/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk.h"
#include "ui/split.h"

#include <adwaita.h>

static GtkWidget *
make_block (int width, int height)
{
  GtkWidget *block = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (block, width, height);
  return block;
}

/* Not shown: what is measured and allocated by hand needs no window. */
static void
allocate (GtkWidget *widget, int width, int height)
{
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (widget, width, height, -1, NULL);
}

static graphene_rect_t
get_place (GtkWidget *widget, GtkWidget *inside)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (widget, inside, &place));
  return place;
}

static int
measure_height (GtkWidget *widget, int width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* Test that a wrap takes as many rows as its children need, six pixels apart. */
static void
test_wrap (void)
{
  GtkWidget *wrap = g_object_ref_sink (cooldown_wrap_new ());
  GtkWidget *children[3];
  int minimum, natural;

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      children[i] = make_block (100, 20);
      cooldown_wrap_append (COOLDOWN_WRAP (wrap), children[i]);
    }
  gtk_widget_measure (wrap, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 312);
  g_assert_cmpint (measure_height (wrap, 312), ==, 20);
  g_assert_cmpint (measure_height (wrap, 311), ==, 46);
  g_assert_cmpint (measure_height (wrap, 100), ==, 72);

  gtk_widget_set_visible (children[1], FALSE);
  g_assert_cmpint (measure_height (wrap, 206), ==, 20);
  gtk_widget_set_visible (children[1], TRUE);

  allocate (wrap, 220, 46);
  g_assert_cmpfloat (get_place (children[1], wrap).origin.x, ==, 106);
  g_assert_cmpfloat (get_place (children[2], wrap).origin.x, ==, 0);
  g_assert_cmpfloat (get_place (children[2], wrap).origin.y, ==, 26);

  gtk_widget_set_direction (wrap, GTK_TEXT_DIR_RTL);
  allocate (wrap, 220, 46);
  g_assert_cmpfloat (get_place (children[0], wrap).origin.x, ==, 120);

  cooldown_wrap_clear (COOLDOWN_WRAP (wrap));
  g_assert_null (gtk_widget_get_first_child (wrap));
  g_assert_finalize_object (wrap);
}

typedef struct
{
  GtkWidget *split;
  GtkWidget *start;
  GtkWidget *end;
  GtkWidget *end_bar;
} Parts;

static Parts
make_split (void)
{
  Parts parts = { .start = make_block (100, 1000),
                  .end = make_block (100, 500),
                  .end_bar = make_block (100, 50) };

  parts.split = g_object_new (COOLDOWN_TYPE_SPLIT, "start", parts.start, "end", parts.end,
                              "end-bar", parts.end_bar, NULL);
  g_object_ref_sink (parts.split);
  return parts;
}

/* Test that the sides of a wide split stand beside each other and its bar stays in sight. */
static void
test_split_wide (void)
{
  Parts parts = make_split ();

  allocate (parts.split, 900, 600);
  g_assert_false (cooldown_split_get_narrow (COOLDOWN_SPLIT (parts.split)));
  g_assert_cmpfloat (get_place (parts.end, parts.split).origin.x, ==, 900 - 372);
  g_assert_cmpfloat (get_place (parts.start, parts.split).origin.x, ==, 0);
  g_assert_cmpfloat (get_place (parts.end_bar, parts.split).origin.y, ==, 550);
  g_assert_finalize_object (parts.split);
}

/* Test that all parts of a narrow split lie below each other, at their full heights. */
static void
test_split_narrow (void)
{
  Parts parts = make_split ();

  allocate (parts.split, 400, 600);
  g_assert_true (cooldown_split_get_narrow (COOLDOWN_SPLIT (parts.split)));
  g_assert_cmpfloat (get_place (parts.end, parts.split).origin.y, ==, 1000);
  g_assert_cmpfloat (get_place (parts.end_bar, parts.split).origin.y, ==, 1500);

  cooldown_split_scroll_to (COOLDOWN_SPLIT (parts.split), parts.end);
  allocate (parts.split, 400, 600);
  g_assert_cmpfloat (get_place (parts.end, parts.split).origin.y, <, 100);
  g_assert_finalize_object (parts.split);
}

/* Test that text of twice the size needs twice the width, and that a side is twice as wide. */
static void
test_split_large_text (void)
{
  Parts parts = make_split ();
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  allocate (parts.split, 1700, 600);
  g_assert_true (cooldown_split_get_narrow (COOLDOWN_SPLIT (parts.split)));
  allocate (parts.split, 1720, 600);
  g_assert_false (cooldown_split_get_narrow (COOLDOWN_SPLIT (parts.split)));
  g_assert_cmpfloat (get_place (parts.end, parts.split).origin.x, ==, 1720 - 2 * 372);
  g_assert_finalize_object (parts.split);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static void
note_cb (gboolean *told)
{
  *told = TRUE;
}

/* Test that folding keeps every widget where it is in the tree, and tells of it. */
static void
test_split_folds (void)
{
  Parts parts = make_split ();
  GtkWidget *parent = gtk_widget_get_parent (parts.end);
  gboolean told = FALSE;

  allocate (parts.split, 900, 600);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect_swapped (parts.split, "notify::narrow", G_CALLBACK (note_cb), &told);
  allocate (parts.split, 400, 600);
  g_assert_true (cooldown_split_get_narrow (COOLDOWN_SPLIT (parts.split)));
  while (!told)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_parent (parts.end) == parent);
  g_assert_finalize_object (parts.split);
}

int
main (int argc, char *argv[])
{
  desk_begin_tests (&argc, &argv);
  g_test_add_func ("/layout/wrap", test_wrap);
  g_test_add_func ("/layout/split-wide", test_split_wide);
  g_test_add_func ("/layout/split-narrow", test_split_narrow);
  g_test_add_func ("/layout/split-large-text", test_split_large_text);
  g_test_add_func ("/layout/split-folds", test_split_folds);
  return g_test_run ();
}
