/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "factor-dots.h"

#include "night-colors.h"
#include "report/insight-words.h"

#include <math.h>

#define LEAST_WIDTH 200
#define NATURAL_WIDTH 800
/* Here it gets no lower any more. */
#define AMPLE_WIDTH 4000
#define N_VALUES (COOLDOWN_RESTLESS_MOST + 1)
/* In heights of a line of the words. */
#define RADIUS .32
#define LEAST_RADIUS .08
#define LEAST_ROW 2
#define TALLEST_ROW 8
#define ROW_GAP .5
#define WORDS_GAP .8
#define MEDIAN .15
#define NAMES 1.3
/* The dots have so much room beside the words, or stand below them. */
#define LEAST_DOTS 24
/* Of what there is for a value. */
#define WIDTH .94
/* Dots stand in columns of so many where they are few. */
#define COLUMN 3

struct _CooldownFactorDots
{
  GtkWidget parent_instance;
  CooldownFactorSide sides[COOLDOWN_N_FACTOR_SIDES]; /* their names are owned */
};

G_DEFINE_FINAL_TYPE (CooldownFactorDots, cooldown_factor_dots, GTK_TYPE_WIDGET)

/* Where what is drawn lies. */
typedef struct
{
  double line;
  double width;
  gboolean stacked; /* whether the words stand above their dots */
  double left, right;
  double value; /* how wide one is */
  double radius;
  guint column; /* how many dots at most stand above each other */
  double row;
  double names; /* of each row, above its dots */
} Frame;

typedef struct
{
  cairo_t *cr;
  CooldownFactorDots *self;
  PangoLayout *layout;
  Frame frame;
  NightColors colors;
  gboolean mirrored;
} Picture;

static guint
get_most (CooldownFactorDots *self)
{
  guint most = 0;

  for (guint i = 0; i < COOLDOWN_N_FACTOR_SIDES; i++)
    for (guint j = 0; j < N_VALUES; j++)
      most = MAX (most, self->sides[i].counts[j]);
  return most;
}

/* As large as can be while all of them stand above their value, and not too high. */
static void
fit_dots (CooldownFactorDots *self, Frame *frame)
{
  guint most = get_most (self);

  for (frame->radius = RADIUS * frame->line;; frame->radius *= .9)
    {
      double size = 2 * frame->radius + 1;
      guint columns = (guint) MAX (WIDTH * frame->value / size, 1);

      frame->column = MAX ((most + columns - 1) / columns, CLAMP (most, 1, COLUMN));
      frame->row = MAX (frame->column * size, LEAST_ROW * frame->line);
      if (frame->row <= TALLEST_ROW * frame->line || frame->radius < LEAST_RADIUS * frame->line)
        return;
    }
}

static Frame
get_frame (CooldownFactorDots *self, PangoLayout *layout, double width)
{
  Frame frame = { .width = width };
  double names = 0, counts = 0;

  night_layout_set (layout, "0", &frame.line);
  for (guint i = 0; i < COOLDOWN_N_FACTOR_SIDES; i++)
    {
      const CooldownFactorSide *side = &self->sides[i];
      g_autofree char *count = cooldown_nights_format (side->n);

      names = MAX (names, night_layout_set (layout, side->name != NULL ? side->name : "", NULL));
      counts = MAX (counts, night_layout_set (layout, count, NULL));
    }
  frame.left = ceil (names + WORDS_GAP * frame.line);
  frame.right = floor (width - counts - WORDS_GAP * frame.line);
  frame.stacked = frame.right - frame.left < LEAST_DOTS * frame.line;
  if (frame.stacked)
    {
      frame.left = 0;
      frame.right = width;
      frame.names = NAMES * frame.line;
    }
  frame.value = MAX (frame.right - frame.left, 1) / N_VALUES;
  fit_dots (self, &frame);
  return frame;
}

static double
get_row (const Frame *frame, guint side)
{
  return side * (frame->names + frame->row + ROW_GAP * frame->line) + frame->names;
}

static double
measure_height (const Frame *frame)
{
  return get_row (frame, COOLDOWN_N_FACTOR_SIDES) - frame->names + frame->line;
}

/* Where what is WIDTH wide lies, which in the order of writing begins at X. */
static double
place (const Picture *picture, double x, double width)
{
  return picture->mirrored ? picture->frame.width - x - width : x;
}

static double
get_x (const Picture *picture, double value)
{
  return place (picture, picture->frame.left + (value + .5) * picture->frame.value, 0);
}

static void
draw_words (const Picture *picture, const char *words, double x, double align, double y)
{
  double width = night_layout_set (picture->layout, words, NULL);

  gdk_cairo_set_source_rgba (picture->cr, &picture->colors.text);
  cairo_move_to (picture->cr, place (picture, x - align * width, width), y);
  pango_cairo_show_layout (picture->cr, picture->layout);
}

static void
draw_scale (const Picture *picture)
{
  const Frame *frame = &picture->frame;
  double bottom = measure_height (frame) - frame->line;

  cairo_set_line_width (picture->cr, 1);
  for (int value = 0; value <= COOLDOWN_RESTLESS_MOST; value++)
    {
      double x = round (get_x (picture, value)) + .5;
      GdkRGBA line = cooldown_paint_fade (picture->colors.line, value % 5 == 0 ? 1 : .5);

      gdk_cairo_set_source_rgba (picture->cr, &line);
      for (guint i = 0; i < COOLDOWN_N_FACTOR_SIDES; i++)
        {
          cairo_move_to (picture->cr, x, get_row (frame, i));
          cairo_line_to (picture->cr, x, get_row (frame, i) + frame->row);
        }
      cairo_stroke (picture->cr);
      if (value % 5 == 0)
        {
          g_autofree char *number = g_strdup_printf ("%d", value);

          draw_words (picture, number, frame->left + (value + .5) * frame->value, .5, bottom);
        }
    }
}

/* In columns that are as even as can be, around the middle of the row. */
static void
draw_value (const Picture *picture, guint n, double x, double y, const GdkRGBA *fill)
{
  const Frame *frame = &picture->frame;
  double size = 2 * frame->radius + 1;
  guint columns = (n + frame->column - 1) / frame->column;

  for (guint i = 0, done = 0; i < columns; i++)
    {
      guint high = (n - done + columns - i - 1) / (columns - i);

      for (guint j = 0; j < high; j++)
        {
          cairo_new_path (picture->cr);
          cairo_arc (picture->cr, x + (i - (columns - 1) / 2.0) * size,
                     y + (j - (high - 1) / 2.0) * size, frame->radius, 0, 2 * G_PI);
          night_fill (picture->cr, fill, &picture->colors);
        }
      done += high;
    }
}

/* Over the dots, and thin enough that each of them is still seen. */
static void
draw_median (const Picture *picture, double x, double y)
{
  const Frame *frame = &picture->frame;
  GdkRGBA foreground = cooldown_paint_foreground (GTK_WIDGET (picture->self));

  gdk_cairo_set_source_rgba (picture->cr, &foreground);
  cairo_set_line_width (picture->cr, MEDIAN * frame->line);
  cairo_move_to (picture->cr, x, y);
  cairo_line_to (picture->cr, x, y + frame->row);
  cairo_stroke (picture->cr);
}

static void
draw_side (const Picture *picture, guint i)
{
  const Frame *frame = &picture->frame;
  const CooldownFactorSide *side = &picture->self->sides[i];
  GdkRGBA fill = cooldown_paint_lookup (GTK_WIDGET (picture->self),
                                        i == 0 ? "orange_3" : "accent_bg_color");
  g_autofree char *count = cooldown_nights_format (side->n);
  double top = get_row (frame, i), middle = top + frame->row / 2;
  double words = frame->stacked ? top - frame->names : middle - frame->line / 2;

  for (int value = 0; value < N_VALUES; value++)
    draw_value (picture, side->counts[value], get_x (picture, value), middle, &fill);
  if (side->n > 0)
    draw_median (picture, get_x (picture, side->median), top);
  draw_words (picture, side->name != NULL ? side->name : "",
              frame->stacked ? 0 : frame->left - WORDS_GAP * frame->line, frame->stacked ? 0 : 1,
              words);
  draw_words (picture, count, frame->width, 1, words);
}

static void
cooldown_factor_dots_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout) layout = night_layout_new (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  Picture picture = { .self = COOLDOWN_FACTOR_DOTS (widget), .layout = layout };

  picture.cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  picture.frame = get_frame (picture.self, layout, width);
  picture.colors = night_colors_get (widget);
  picture.mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  draw_scale (&picture);
  for (guint i = 0; i < COOLDOWN_N_FACTOR_SIDES; i++)
    draw_side (&picture, i);
  cairo_destroy (picture.cr);
}

static int
measure_for (CooldownFactorDots *self, PangoLayout *layout, int width)
{
  Frame frame = get_frame (self, layout, width);

  return (int) ceil (measure_height (&frame));
}

static GtkSizeRequestMode
cooldown_factor_dots_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cooldown_factor_dots_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  g_autoptr (PangoLayout) layout = NULL;
  CooldownFactorDots *self = COOLDOWN_FACTOR_DOTS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  layout = night_layout_new (widget);
  *natural = measure_for (self, layout, for_size >= 0 ? for_size : NATURAL_WIDTH);
  /* The height that is needed however wide it gets. */
  *minimum = for_size >= 0 ? *natural : measure_for (self, layout, AMPLE_WIDTH);
}

static void
clear (CooldownFactorDots *self)
{
  for (guint i = 0; i < COOLDOWN_N_FACTOR_SIDES; i++)
    g_free ((gpointer) self->sides[i].name);
}

static void
cooldown_factor_dots_finalize (GObject *object)
{
  clear (COOLDOWN_FACTOR_DOTS (object));
  G_OBJECT_CLASS (cooldown_factor_dots_parent_class)->finalize (object);
}

static void
cooldown_factor_dots_class_init (CooldownFactorDotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cooldown_factor_dots_finalize;
  widget_class->snapshot = cooldown_factor_dots_snapshot;
  widget_class->measure = cooldown_factor_dots_measure;
  widget_class->get_request_mode = cooldown_factor_dots_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cooldown_factor_dots_init (CooldownFactorDots *self)
{
  cooldown_paint_watch (GTK_WIDGET (self));
}

/**
 * cooldown_factor_dots_set_sides:
 * @self: a picture
 * @sides: (array fixed-size=2): nights with it, and nights without; they are copied
 * @words: what is seen, in a sentence
 */
void
cooldown_factor_dots_set_sides (CooldownFactorDots *self,
                                const CooldownFactorSide *sides,
                                const char *words)
{
  g_return_if_fail (COOLDOWN_IS_FACTOR_DOTS (self));
  g_return_if_fail (sides != NULL && words != NULL);

  clear (self);
  for (guint i = 0; i < COOLDOWN_N_FACTOR_SIDES; i++)
    {
      self->sides[i] = sides[i];
      self->sides[i].name = g_strdup (sides[i].name);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
