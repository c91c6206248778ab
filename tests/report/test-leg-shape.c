/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/leg-paint.h"

#include "core/places.h"

#include <math.h>
#include <string.h>

#define WIDTH 604
#define HEIGHT 860
#define TITLES 36
#define N_POINTS 4000

static CooldownLegFrame
get_frame (void)
{
  return cooldown_leg_frame_fit (WIDTH, HEIGHT, TITLES);
}

/* What lies on which pixel, worked out once. Two by two, because it takes a while. */
static gint8 *
map_pixels (void)
{
  static gint8 halves[WIDTH * HEIGHT];
  static gboolean mapped;
  CooldownLegFrame frame = get_frame ();

  for (int y = 0; !mapped && y < HEIGHT; y += 2)
    for (int x = 0; x < WIDTH; x += 2)
      {
        int half = cooldown_leg_frame_hit (&frame, x + 1, y + 1);

        for (int i = 0; i < 4; i++)
          halves[(y + i / 2) * WIDTH + x + i % 2] = (gint8) half;
      }
  mapped = TRUE;
  return halves;
}

static gboolean
is_in_leg (CooldownLegView view, double x, double y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  gboolean inside;

  cooldown_leg_trace_filled (view, cr);
  inside = cairo_in_fill (cr, x, y) && (view == COOLDOWN_LEG_SOLES || x >= 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return inside;
}

static guint
count_parts (CooldownLegView view, double x, double y)
{
  const CooldownLegPart *part;
  guint n = 0;

  for (guint i = 0; (part = cooldown_leg_part_get (i)) != NULL; i++)
    n += part->view == view && cooldown_leg_part_contains (part, x, y) ? 1 : 0;
  return n;
}

/* Test that each place of a leg belongs to one part of it, and no place beside it to any. */
static void
test_partition (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  guint n_inside = 0;

  for (guint i = 0; i < N_POINTS; i++)
    {
      CooldownLegView view = g_rand_int_range (rand, 0, COOLDOWN_LEG_N_VIEWS);
      gboolean sole = view == COOLDOWN_LEG_SOLES;
      double x = g_rand_double_range (rand, -5, 55);
      double y = g_rand_double_range (rand, sole ? -25 : -60, sole ? 120 : 370);
      gboolean inside = is_in_leg (view, x, y);

      if (count_parts (view, x, y) != (inside ? 1 : 0))
        g_test_fail_printf ("view %d at %g, %g: %u parts", view, x, y, count_parts (view, x, y));
      n_inside += inside ? 1 : 0;
    }
  g_assert_cmpuint (n_inside, >, N_POINTS / 4);
}

/* Test that all halves that the content knows can be hit, each on an area worth the name, and that
 * their order is the content's. */
static void
test_areas (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownContent) content = cooldown_content_load_bundled (&error);
  const gint8 *halves = map_pixels ();
  guint area[COOLDOWN_LEG_N_HALVES] = { 0 };

  g_assert_no_error (error);
  g_assert_cmpuint (cooldown_content_get_regions (content)->len, ==, COOLDOWN_LEG_N_HALVES / 2);
  for (guint i = 0; i < WIDTH * HEIGHT; i++)
    if (halves[i] != COOLDOWN_LEG_NONE)
      area[halves[i]]++;
  for (int i = 0; i < COOLDOWN_LEG_N_HALVES; i++)
    {
      const CooldownRegion *region = g_ptr_array_index (cooldown_content_get_regions (content),
                                                        i / 2);
      g_autofree char *id = cooldown_place_new (region->id, i % 2);

      g_assert_cmpstr (cooldown_leg_half_get_id (i), ==, id);
      g_assert_cmpint (cooldown_leg_half_find (id), ==, i);
      g_test_message ("%s: %u pixels", id, area[i]);
      g_assert_cmpuint (area[i], >, 300);
    }
  g_assert_cmpint (cooldown_leg_half_find ("calf"), ==, COOLDOWN_LEG_NONE);
  g_assert_cmpint (cooldown_leg_half_find (NULL), ==, COOLDOWN_LEG_NONE);
  g_assert_null (cooldown_leg_half_get_id (COOLDOWN_LEG_NONE));
}

static int
mirror (int half)
{
  return half == COOLDOWN_LEG_NONE ? half : half ^ 1;
}

/* The middle of each view on the surface. */
static double
get_middle (const CooldownLegFrame *frame, CooldownLegView view)
{
  double x, y;

  cooldown_leg_frame_get_title (frame, view, &x, &y);
  return x;
}

/* Test that what is left on one leg is right on the other, at the same distance from the middle.
 * Above the soles there is the back. */
static void
test_mirrored (void)
{
  static const double apart[COOLDOWN_LEG_N_VIEWS] = { 44, 44, 54 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  CooldownLegFrame frame = get_frame ();
  guint n_hits = 0;

  for (guint i = 0; i < N_POINTS / 4; i++)
    {
      CooldownLegView view = g_rand_int_range (rand, 0, COOLDOWN_LEG_N_VIEWS);
      double x = g_rand_double_range (rand, .01, apart[view]) * frame.scale;
      double top = view == COOLDOWN_LEG_SOLES ? 220 : 0;
      double y = frame.y + g_rand_double_range (rand, top, 420) * frame.scale;
      double middle = get_middle (&frame, view);
      int right = cooldown_leg_frame_hit (&frame, middle + x, y);
      int left = cooldown_leg_frame_hit (&frame, middle - x, y);

      g_assert_cmpint (left, ==, mirror (right));
      n_hits += right != COOLDOWN_LEG_NONE ? 1 : 0;
    }
  g_assert_cmpuint (n_hits, >, N_POINTS / 16);
}

static const char *
hit_unit (CooldownLegView view, double x, double y)
{
  CooldownLegFrame frame = get_frame ();

  return cooldown_leg_half_get_id (cooldown_leg_frame_hit (
      &frame, get_middle (&frame, view) + x * frame.scale, frame.y + (54 + y) * frame.scale));
}

/* Test that the user's right leg is on the left of the picture from the front, on the right from
 * behind, and on the left again from below: the big toes are beside each other. */
static void
test_sides (void)
{
  g_assert_cmpstr (hit_unit (COOLDOWN_LEG_FRONT, -24, 230), ==, "shin-r");
  g_assert_cmpstr (hit_unit (COOLDOWN_LEG_FRONT, 24, 230), ==, "shin-l");
  g_assert_cmpstr (hit_unit (COOLDOWN_LEG_BACK, -24, 230), ==, "calf-l");
  g_assert_cmpstr (hit_unit (COOLDOWN_LEG_BACK, 24, 230), ==, "calf-r");
  g_assert_cmpstr (hit_unit (COOLDOWN_LEG_SOLES, -15, 231), ==, "toes-r");
  g_assert_cmpstr (hit_unit (COOLDOWN_LEG_SOLES, 15, 231), ==, "toes-l");
  g_assert_cmpstr (hit_unit (COOLDOWN_LEG_BACK, -20, -20), ==, "lower-back-l");
  /* The inside of the ankle is the one next to the other leg, from wherever one looks. */
  g_assert_cmpstr (hit_unit (COOLDOWN_LEG_FRONT, 16, 295), ==, "ankle-inner-l");
  g_assert_cmpstr (hit_unit (COOLDOWN_LEG_FRONT, 25, 295), ==, "ankle-outer-l");
  g_assert_cmpstr (hit_unit (COOLDOWN_LEG_BACK, -16, 295), ==, "ankle-inner-l");
  g_assert_cmpstr (hit_unit (COOLDOWN_LEG_BACK, -25, 295), ==, "ankle-outer-l");
  /* Shorts, and nothing at all. */
  g_assert_null (hit_unit (COOLDOWN_LEG_FRONT, 20, 20));
  g_assert_null (hit_unit (COOLDOWN_LEG_FRONT, 0, 300));
}

static const CooldownLegColors colors = {
  .background = { 1, 1, 1 },
  .foreground = { 0, 0, 0 },
  .accent = { 1, 0, 0 },
  .heat = { 0, 0, 1 },
};

static cairo_surface_t *
paint (const CooldownLegColors *with, const CooldownLegMark *marks)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  CooldownLegFrame frame = get_frame ();

  cairo_set_source_rgb (cr, with->background.red, with->background.green, with->background.blue);
  cairo_paint (cr);
  cooldown_leg_paint (cr, &frame, with, marks);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  guint32 pixel;

  memcpy (&pixel, data + y * cairo_image_surface_get_stride (surface) + 4 * x, sizeof pixel);
  return pixel & 0xffffff;
}

/* How much more red than blue. */
static int
get_redness (guint32 pixel)
{
  return (int) (pixel >> 16) - (int) (pixel & 0xff);
}

/* Whether all within some pixels of a place belongs to the same half; gaps and edges do not count. */
static gboolean
is_clear (const gint8 *halves, int x, int y)
{
  for (int i = MAX (y - 4, 0); i <= MIN (y + 4, HEIGHT - 1); i += 2)
    for (int j = MAX (x - 4, 0); j <= MIN (x + 4, WIDTH - 1); j += 2)
      if (halves[i * WIDTH + j] != halves[y * WIDTH + x])
        return FALSE;
  return TRUE;
}

/* Test that what is hit is what is painted: of a chosen half everything and of others nothing. */
static void
test_hit_is_painted (void)
{
  const gint8 *halves = map_pixels ();

  for (int chosen = 0; chosen < COOLDOWN_LEG_N_HALVES; chosen++)
    {
      CooldownLegMark marks[COOLDOWN_LEG_N_HALVES] = { 0 };
      cairo_surface_t *surface;
      guint n_wrong = 0, n_right = 0;

      marks[chosen].chosen = TRUE;
      surface = paint (&colors, marks);
      for (int y = 72; y < HEIGHT; y += 5)
        for (int x = 2; x < WIDTH; x += 3)
          {
            gboolean red = get_redness (get_pixel (surface, x, y)) > 80;

            if (!is_clear (halves, x, y))
              continue;
            n_wrong += red != (halves[y * WIDTH + x] == chosen) ? 1 : 0;
            n_right += red ? 1 : 0;
          }
      cairo_surface_destroy (surface);
      g_test_message ("%s: %u places wrong, %u right", cooldown_leg_half_get_id (chosen), n_wrong,
                      n_right);
      /* Details are drawn over it, and toes have gaps between them. */
      g_assert_cmpuint (n_wrong, <=, n_right / 20);
      g_assert_cmpuint (n_right, >, 0);
    }
}

static guint32
sample (const CooldownLegColors *with, CooldownLegMark mark)
{
  CooldownLegMark marks[COOLDOWN_LEG_N_HALVES] = { 0 };
  CooldownLegFrame frame = get_frame ();
  cairo_surface_t *surface;
  guint32 pixel;

  marks[cooldown_leg_half_find ("shin-l")] = mark;
  surface = paint (with, marks);
  pixel = get_pixel (surface, (int) (get_middle (&frame, COOLDOWN_LEG_FRONT) + 23 * frame.scale),
                     (int) (frame.y + (54 + 235) * frame.scale));
  cairo_surface_destroy (surface);
  return pixel;
}

/* Test that each way to show a place looks different from all others, also where light and dark
 * are exchanged, and that more heat is more of it. */
static void
test_marks (void)
{
  static const CooldownLegMark marks[] = {
    { 0 },           { .chosen = TRUE }, { .hovered = TRUE }, { .chosen = TRUE, .hovered = TRUE },
    { .heat = .05 }, { .heat = .5 },     { .heat = 1 },
  };
  CooldownLegColors dark = colors;

  dark.background = colors.foreground;
  dark.foreground = colors.background;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    for (guint j = 0; j < i; j++)
      {
        g_assert_cmpuint (sample (&colors, marks[i]), !=, sample (&colors, marks[j]));
        g_assert_cmpuint (sample (&dark, marks[i]), !=, sample (&dark, marks[j]));
      }
  for (guint i = 5; i < G_N_ELEMENTS (marks); i++)
    g_assert_cmpint (-get_redness (sample (&colors, marks[i])), >,
                     -get_redness (sample (&colors, marks[i - 1])));
}

static guint
count_dark (const CooldownLegColors *with, CooldownLegMark mark)
{
  CooldownLegMark marks[COOLDOWN_LEG_N_HALVES] = { 0 };
  cairo_surface_t *surface;
  guint n = 0;

  marks[cooldown_leg_half_find ("knee-r")] = mark;
  surface = paint (with, marks);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      n += (get_pixel (surface, x, y) & 0xff) < 0x40 ? 1 : 0;
  cairo_surface_destroy (surface);
  return n;
}

/* Test that what is focused has an outline, and in high contrast everything has. */
static void
test_lines (void)
{
  CooldownLegColors outlined = colors;
  guint plain = count_dark (&colors, (CooldownLegMark){ 0 });

  outlined.outlined = TRUE;
  g_assert_cmpuint (plain, <, 20);
  g_assert_cmpuint (count_dark (&colors, (CooldownLegMark){ .focused = TRUE }), >, plain + 200);
  g_assert_cmpuint (count_dark (&outlined, (CooldownLegMark){ 0 }), >, 4000);
}

/* Test that the drawing fits into any room, and that a room without any is no trouble. */
static void
test_frame (void)
{
  static const double sizes[][2] = { { 302, 430 }, { 1000, 430 }, { 302, 2000 }, { 30, 40 } };
  CooldownLegMark marks[COOLDOWN_LEG_N_HALVES] = { 0 };
  CooldownLegFrame nothing = cooldown_leg_frame_fit (0, 0, 18);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      CooldownLegFrame frame = cooldown_leg_frame_fit (sizes[i][0], sizes[i][1], 18);

      g_assert_cmpfloat (frame.x, >=, 0);
      g_assert_cmpfloat (frame.y, >=, 18);
      g_assert_cmpfloat (frame.x + 312 * frame.scale, <=, sizes[i][0] + .01);
      g_assert_cmpfloat (frame.y + 436 * frame.scale, <=, sizes[i][1] + .01);
    }
  cooldown_leg_paint (cr, &nothing, &colors, marks);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cooldown_leg_frame_hit (&nothing, 0, 0), ==, COOLDOWN_LEG_NONE);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/leg-shape/partition", test_partition);
  g_test_add_func ("/leg-shape/areas", test_areas);
  g_test_add_func ("/leg-shape/mirrored", test_mirrored);
  g_test_add_func ("/leg-shape/sides", test_sides);
  g_test_add_func ("/leg-shape/hit-is-painted", test_hit_is_painted);
  g_test_add_func ("/leg-shape/marks", test_marks);
  g_test_add_func ("/leg-shape/lines", test_lines);
  g_test_add_func ("/leg-shape/frame", test_frame);
  return g_test_run ();
}
