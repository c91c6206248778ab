/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries.h"

#include "report/dot-chart.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define WIDTH 800
#define HEIGHT 160
/* In heights of a line: longer than a date, shorter than two. */
#define LONGEST_DATE 4.5
#define FROM "2026-09-28"
#define TO "2026-11-23"

#define WHITE 0xffffff
#define RED 0xff0000
#define GREEN 0x00ff00
#define BLUE 0x0000ff

static const CooldownDotColors colors = {
  .background = { 1, 1, 1 },
  .text = { 0, 0, 0 },
  .line = { .8, .8, .8 },
  .mild = { 0, 0, 1 },
  .medium = { 0, 1, 0 },
  .strong = { 1, 0, 0 },
};

/* A chart as it was painted. */
typedef struct
{
  CooldownTally *tally;
  CooldownDotFrame frame;
  cairo_surface_t *surface;
} Picture;

static PangoLayout *
layout_new (cairo_t *cr)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Sans 9");

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  return layout;
}

static Picture
paint_tally (CooldownTally *tally, const CooldownDotColors *with, int width)
{
  Picture picture = {
    .tally = tally,
    .surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, HEIGHT),
  };
  cairo_t *cr = cairo_create (picture.surface);
  g_autoptr (PangoLayout) layout = layout_new (cr);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  picture.frame = cooldown_dot_frame_fit (tally, layout, width, HEIGHT);
  cooldown_dot_chart_paint (cr, &picture.frame, tally, with, layout);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (picture.surface);
  return picture;
}

static Picture
paint (GPtrArray *episodes, GPtrArray *workouts, const CooldownDotColors *with)
{
  return paint_tally (cooldown_tally_new (episodes, workouts, FROM, TO), with, WIDTH);
}

static void
clear_picture (Picture *picture)
{
  cooldown_tally_unref (picture->tally);
  cairo_surface_destroy (picture->surface);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, clear_picture)

static guint32
get_pixel (const Picture *picture, double x, double y)
{
  const guchar *data = cairo_image_surface_get_data (picture->surface);
  guint32 pixel;

  g_assert_true (x >= 0 && x < cairo_image_surface_get_width (picture->surface));
  g_assert_true (y >= 0 && y < HEIGHT);
  memcpy (&pixel, data + (int) y * cairo_image_surface_get_stride (picture->surface) + 4 * (int) x,
          sizeof pixel);
  return pixel & 0xffffff;
}

static guint
count_pixels (const Picture *picture, guint32 color)
{
  guint n = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < cairo_image_surface_get_width (picture->surface); x++)
      n += get_pixel (picture, x, y) == color ? 1 : 0;
  return n;
}

/* How much is not background within a rectangle. */
static guint
count_ink (const Picture *picture, double left, double top, double right, double bottom)
{
  guint n = 0;

  for (int y = (int) ceil (top); y < bottom; y++)
    for (int x = (int) ceil (left); x < right; x++)
      n += get_pixel (picture, x, y) != WHITE ? 1 : 0;
  return n;
}

/* Test that each dot is where its day and its strength are, in its colour. */
static void
test_places (void)
{
  static const struct
  {
    const char *began;
    int strength;
    double day;
    guint32 color;
  } cases[] = {
    { "2026-10-01T00:00:00+02", 5, 3, GREEN },    { "2026-10-04T12:00:00+02", 7, 6.5, RED },
    { "2026-10-11T12:00:00+02", 6, 13.5, GREEN }, { "2026-10-15T06:00:00+02", 3, 17.25, BLUE },
    { "2026-10-20T00:00:00+02", 10, 22, RED },    { "2026-10-27T00:00:00+01", 0, 29, BLUE },
    { "2026-11-22T23:59:00+01", 4, 56, GREEN },
  };
  g_autoptr (GPtrArray) episodes = entries_new ();
  g_auto (Picture) picture = { 0 };
  const CooldownDotFrame *frame = &picture.frame;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    entries_add_episode (episodes, cases[i].began, cases[i].strength);
  picture = paint (episodes, NULL, &colors);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double x = frame->left + cases[i].day / 56 * (frame->right - frame->left);
      double y = frame->bottom - cases[i].strength / 10.0 * (frame->bottom - frame->top);
      double edge = frame->radius * .6;

      g_assert_cmphex (get_pixel (&picture, x, y), ==, cases[i].color);
      g_assert_cmphex (get_pixel (&picture, x - edge, y), ==, cases[i].color);
      g_assert_cmphex (get_pixel (&picture, x, y + edge), ==, cases[i].color);
      g_assert_cmphex (get_pixel (&picture, x, MAX (y - 1.6 * frame->radius, 0)), !=,
                       cases[i].color);
      g_assert_cmphex (get_pixel (&picture, x - 1.6 * frame->radius, y), !=, cases[i].color);
    }
}

/* Test that without episodes there are no dots, and nothing but its two lines within the scale. */
static void
test_none (void)
{
  g_autoptr (GPtrArray) workouts = entries_new ();
  g_auto (Picture) picture = { 0 };
  const CooldownDotFrame *frame = &picture.frame;
  double middle;

  entries_add_workout (workouts, "2026-10-12T12:00:00+02", "run", 5);
  picture = paint (NULL, workouts, &colors);
  g_assert_cmpuint (count_pixels (&picture, RED) + count_pixels (&picture, GREEN) +
                        count_pixels (&picture, BLUE),
                    ==, 0);
  middle = (frame->top + frame->bottom) / 2;
  g_assert_cmpuint (count_ink (&picture, frame->left, frame->top + 2, WIDTH, middle - 2), ==, 0);
  g_assert_cmpuint (count_ink (&picture, frame->left, middle + 2, WIDTH, frame->bottom - 2), ==, 0);
}

/* Test that two dots are joined by nothing. */
static void
test_no_line (void)
{
  g_autoptr (GPtrArray) episodes = entries_new ();
  g_auto (Picture) picture = { 0 };
  const CooldownDotFrame *frame = &picture.frame;
  double x1, y, far = 0;

  entries_add_episode (episodes, "2026-10-12T12:00:00+02", 7);
  entries_add_episode (episodes, "2026-10-26T12:00:00+01", 7);
  picture = paint (episodes, NULL, &colors);
  x1 = cooldown_dot_frame_get_x (frame,
                                 &g_array_index (picture.tally->episodes, CooldownTallyMark, 0));
  y = cooldown_dot_frame_get_y (frame, 7);
  far = 14.0 / 56 * (frame->right - frame->left);
  g_assert_cmpuint (count_ink (&picture, x1 - 8, y - 3, x1 + far + 8, y + 3), >, 0);
  g_assert_cmpuint (count_ink (&picture, x1 + 10, y - 10, x1 + far - 10, y + 10), ==, 0);
}

/* Test that each workout has its tick, that nothing else is among them, and that a dot on the line
 * of 0 does not reach down to them. */
static void
test_ticks (void)
{
  static const char *const ended[] = { "2026-09-28T00:00:00+02", "2026-10-12T12:00:00+02",
                                       "2026-11-22T12:00:00+01" };
  static const double days[] = { 0, 14.5, 55.5 };
  g_autoptr (GPtrArray) episodes = entries_new ();
  g_autoptr (GPtrArray) workouts = entries_new ();
  g_auto (Picture) picture = { 0 };
  const CooldownDotFrame *frame = &picture.frame;
  double bottom, last = 0;

  entries_add_episode (episodes, "2026-10-20T12:00:00+02", 0);
  for (guint i = 0; i < G_N_ELEMENTS (ended); i++)
    entries_add_workout (workouts, ended[i], "run", 5);
  picture = paint (episodes, workouts, &colors);
  bottom = frame->ticks + COOLDOWN_DOT_TICK * frame->line;
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      double x = frame->left + days[i] / 56 * (frame->right - frame->left);

      g_assert_cmpuint (get_pixel (&picture, x, (frame->ticks + bottom) / 2) & 0xff, <, 0x80);
      if (i > 0)
        g_assert_cmpuint (count_ink (&picture, last + 4, frame->ticks, x - 4, bottom), ==, 0);
      last = x;
    }
  g_assert_cmpfloat (frame->bottom + frame->radius, <, frame->ticks);
}

/* How wide the widest thing among the dates is that has no gap in it. */
static double
measure_longest (const Picture *picture)
{
  const CooldownDotFrame *frame = &picture->frame;
  int begun = -1, last = -1, longest = 0;

  for (int x = 0; x < cairo_image_surface_get_width (picture->surface); x++)
    {
      if (count_ink (picture, x, frame->dates, x + 1, HEIGHT) == 0)
        continue;
      if (begun < 0 || x - last > .4 * frame->line)
        begun = x;
      last = x;
      longest = MAX (longest, last - begun);
    }
  return longest;
}

/* Test that dates stand below, apart from each other and from the ticks, at any width and for any
 * period. */
static void
test_dates (void)
{
  static const char *const ends[] = { "2026-09-29", "2026-10-05", "2026-10-26", "2026-11-23",
                                      "2027-09-27", "2031-01-01", "2300-01-01", "9999-12-31" };
  static const int widths[] = { 120, 300, 800 };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
      {
        g_auto (Picture) picture = paint_tally (cooldown_tally_new (NULL, NULL, FROM, ends[i]),
                                                &colors, widths[j]);
        const CooldownDotFrame *frame = &picture.frame;

        g_assert_cmpuint (count_ink (&picture, 0, frame->dates, widths[j], HEIGHT), >, 0);
        g_assert_cmpuint (
            count_ink (&picture, 0, frame->bottom + frame->line / 2, widths[j], frame->dates), ==,
            0);
        g_assert_cmpfloat (measure_longest (&picture), <, LONGEST_DATE * frame->line);
      }
}

/* Test that episodes of unknown strength have a row of their own: hollow, below 0, above the ticks,
 * and with words; and that there is none where all are known. */
static void
test_unknown (void)
{
  g_autoptr (GPtrArray) episodes = entries_new ();
  g_auto (Picture) picture = { 0 };
  g_auto (Picture) known = { 0 };
  const CooldownDotFrame *frame = &picture.frame;
  double x;

  entries_add_episode (episodes, "2026-11-01T12:00:00+01", 3);
  known = paint (episodes, NULL, &colors);
  g_assert_cmpfloat (known.frame.unknown, ==, known.frame.bottom);
  entries_add_episode (episodes, "2026-11-10T12:00:00+01", -1);
  picture = paint (episodes, NULL, &colors);
  x = cooldown_dot_frame_get_x (frame,
                                &g_array_index (picture.tally->episodes, CooldownTallyMark, 1));
  g_assert_cmpfloat (frame->unknown, >, frame->bottom + frame->radius);
  g_assert_cmpfloat (frame->unknown + frame->radius, <, frame->ticks);
  g_assert_cmphex (get_pixel (&picture, x, frame->unknown), ==, WHITE);
  g_assert_cmpuint (count_ink (&picture, x - 8, frame->unknown - 8, x + 8, frame->unknown + 8), >,
                    10);
  g_assert_cmpuint (
      count_ink (&picture, frame->left, frame->words, frame->left + 80, frame->unknown), >, 40);
  /* All that has a strength keeps its place. */
  g_assert_cmphex (
      get_pixel (&picture,
                 cooldown_dot_frame_get_x (
                     frame, &g_array_index (picture.tally->episodes, CooldownTallyMark, 0)),
                 cooldown_dot_frame_get_y (frame, 3)),
      ==, BLUE);
}

/* Test that in high contrast dots are outlined. */
static void
test_outlined (void)
{
  CooldownDotColors outlined = colors;
  g_autoptr (GPtrArray) episodes = entries_new ();
  g_auto (Picture) plain = { 0 };
  g_auto (Picture) picture = { 0 };

  outlined.outlined = TRUE;
  entries_add_episode (episodes, "2026-11-10T12:00:00+01", 7);
  plain = paint (episodes, NULL, &colors);
  picture = paint (episodes, NULL, &outlined);
  g_assert_cmpuint (count_pixels (&picture, 0), >, count_pixels (&plain, 0) + 4);
  g_assert_cmpuint (count_pixels (&picture, RED), <, count_pixels (&plain, RED));
  g_assert_cmpuint (count_pixels (&picture, RED), >, 10);
}

/* Test that a dot is hit on it and a little beside it, of several the nearest, and of two at one
 * place the one on top. */
static void
test_hit (void)
{
  g_autoptr (GPtrArray) episodes = entries_new ();
  g_auto (Picture) picture = { 0 };
  const CooldownDotFrame *frame = &picture.frame;
  double x, y;

  entries_add_episode (episodes, "2026-11-10T12:00:00+01", 7);
  entries_add_episode (episodes, "2026-11-12T12:00:00+01", 7);
  entries_add_episode (episodes, "2026-11-20T12:00:00+01", 2);
  entries_add_episode (episodes, "2026-11-20T12:00:00+01", 2);
  picture = paint (episodes, NULL, &colors);
  x = frame->left + 43.5 / 56 * (frame->right - frame->left);
  y = cooldown_dot_frame_get_y (frame, 7);
  g_assert_cmpint (cooldown_dot_frame_hit (frame, picture.tally, x, y, 8), ==, 0);
  g_assert_cmpint (cooldown_dot_frame_hit (frame, picture.tally, x - 8, y + 4, 8), ==, 0);
  g_assert_cmpint (cooldown_dot_frame_hit (frame, picture.tally, x + 18, y, 8), ==, 1);
  g_assert_cmpint (cooldown_dot_frame_hit (frame, picture.tally, x - 30, y, 8), ==,
                   COOLDOWN_DOT_NONE);
  x = frame->left + 53.5 / 56 * (frame->right - frame->left);
  y = cooldown_dot_frame_get_y (frame, 2);
  g_assert_cmpint (cooldown_dot_frame_hit (frame, picture.tally, x, y, 8), ==, 3);
}

/* Test that a room without any is no trouble. */
static void
test_no_room (void)
{
  g_autoptr (GPtrArray) episodes = entries_new ();
  g_auto (Picture) picture = { 0 };

  entries_add_episode (episodes, "2026-11-10T12:00:00+01", 7);
  picture = paint_tally (cooldown_tally_new (episodes, NULL, FROM, FROM), &colors, 1);
  g_assert_cmpint (picture.tally->to, ==, picture.tally->from);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dot-chart/places", test_places);
  g_test_add_func ("/dot-chart/none", test_none);
  g_test_add_func ("/dot-chart/no-line", test_no_line);
  g_test_add_func ("/dot-chart/ticks", test_ticks);
  g_test_add_func ("/dot-chart/dates", test_dates);
  g_test_add_func ("/dot-chart/unknown", test_unknown);
  g_test_add_func ("/dot-chart/outlined", test_outlined);
  g_test_add_func ("/dot-chart/hit", test_hit);
  g_test_add_func ("/dot-chart/no-room", test_no_room);
  return g_test_run ();
}
