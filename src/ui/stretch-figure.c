/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stretch-figure.h"

#include "paint.h"

#include <math.h>

/* The size of a figure in its own units, and on the screen. */
#define UNITS_WIDE 120.0
#define UNITS_HIGH 100.0
#define LEAST_WIDTH 104

#define HEAD_RADIUS 8.0
#define THIGH 10.5
#define SHIN 8.5
#define ARM 6.0
#define FOOT 6.0
#define TRUNK 15.0

/* A limb: a stroke from joint to joint. */
typedef struct
{
  double width;
  guint n_joints;
  double joints[4][2];
} Limb;

/* A figure seen from the side. What lies behind comes first. */
typedef struct
{
  double head[2];
  guint n_limbs;
  Limb limbs[8];
  Limb stretched; /* over the others */
  guint n_things;
  Limb things[3]; /* the floor and what stands on it; the width counts for nothing */
} Drawing;

static const Drawing drawings[] = {
  /* Leaning against a wall. */
  [COOLDOWN_FIGURE_CALF] = {
    .head = { 84, 17 },
    .n_limbs = 8,
    .limbs = {
      { ARM, 3, { { 75, 35 }, { 91, 40 }, { 106, 30 } } },
      { THIGH, 2, { { 55, 56 }, { 76, 68 } } },
      { SHIN, 2, { { 76, 68 }, { 76, 90 } } },
      { FOOT, 2, { { 76, 91 }, { 86, 91 } } },
      { TRUNK, 2, { { 57, 54 }, { 73, 35 } } },
      { THIGH, 2, { { 55, 56 }, { 39, 72 } } },
      { SHIN, 2, { { 39, 72 }, { 21, 89 } } },
      { FOOT, 2, { { 20, 91 }, { 31, 91 } } },
    },
    .stretched = { SHIN, 2, { { 38, 73 }, { 25, 85.3 } } },
    .n_things = 2,
    .things = {
      { 1, 2, { { 4, 95 }, { 116, 95 } } },
      { 1, 2, { { 109, 8 }, { 109, 95 } } },
    },
  },
  /* On the edge of a chair, one leg straight. */
  [COOLDOWN_FIGURE_HAMSTRING] = {
    .head = { 67, 19 },
    .n_limbs = 8,
    .limbs = {
      { THIGH, 2, { { 38, 60 }, { 62, 62 } } },
      { SHIN, 2, { { 62, 62 }, { 58, 89 } } },
      { FOOT, 2, { { 58, 91 }, { 67, 91 } } },
      { TRUNK, 2, { { 39, 56 }, { 56, 34 } } },
      { THIGH, 2, { { 40, 60 }, { 68, 73 } } },
      { SHIN, 2, { { 68, 73 }, { 98, 88 } } },
      { FOOT, 2, { { 99, 89 }, { 104, 79 } } },
      { ARM, 3, { { 57, 35 }, { 70, 47 }, { 76, 62 } } },
    },
    .stretched = { THIGH, 2, { { 43, 61.4 }, { 65, 71.6 } } },
    .n_things = 3,
    .things = {
      { 1, 2, { { 4, 95 }, { 116, 95 } } },
      { 1, 3, { { 10, 30 }, { 12, 69 }, { 12, 95 } } },
      { 1, 3, { { 12, 69 }, { 46, 69 }, { 46, 95 } } },
    },
  },
  /* On the back, one knee at the chest. */
  [COOLDOWN_FIGURE_HIP] = {
    .head = { 13, 79 },
    .n_limbs = 7,
    .limbs = {
      { THIGH, 2, { { 62, 84 }, { 87, 87 } } },
      { SHIN, 2, { { 87, 87 }, { 108, 89 } } },
      { FOOT, 2, { { 109, 88 }, { 111, 78 } } },
      { TRUNK, 2, { { 32, 83 }, { 59, 83 } } },
      { SHIN, 2, { { 46, 53 }, { 71, 60 } } },
      { FOOT, 2, { { 72, 59 }, { 77, 50 } } },
      { ARM, 3, { { 31, 79 }, { 33, 64 }, { 46, 57 } } },
    },
    .stretched = { THIGH, 2, { { 62, 81 }, { 50, 60 } } },
    .n_things = 1,
    .things = {
      { 1, 2, { { 4, 95 }, { 116, 95 } } },
    },
  },
};

struct _CooldownStretchFigure
{
  GtkWidget parent_instance;
  CooldownFigure figure;
};

G_DEFINE_FINAL_TYPE (CooldownStretchFigure, cooldown_stretch_figure, GTK_TYPE_WIDGET)

static void
draw_limb (cairo_t *cr, const Limb *limb, double width)
{
  cairo_set_line_width (cr, width);
  for (guint i = 0; i < limb->n_joints; i++)
    cairo_line_to (cr, limb->joints[i][0], limb->joints[i][1]);
  cairo_stroke (cr);
}

static void
set_color (cairo_t *cr, const GdkRGBA *color)
{
  gdk_cairo_set_source_rgba (cr, color);
}

static void
draw_things (cairo_t *cr, const Drawing *drawing, const GdkRGBA *color)
{
  set_color (cr, color);
  for (guint i = 0; i < drawing->n_things; i++)
    draw_limb (cr, &drawing->things[i], 2);
}

/* In one colour that covers what is behind, or the joints would show. */
static void
draw_body (cairo_t *cr, const Drawing *drawing, const GdkRGBA *color)
{
  set_color (cr, color);
  for (guint i = 0; i < drawing->n_limbs; i++)
    draw_limb (cr, &drawing->limbs[i], drawing->limbs[i].width);
  cairo_arc (cr, drawing->head[0], drawing->head[1], HEAD_RADIUS, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw (GtkWidget *widget, cairo_t *cr, const Drawing *drawing)
{
  gboolean plain = cooldown_paint_is_high_contrast ();
  GdkRGBA foreground = cooldown_paint_foreground (widget);
  GdkRGBA things = cooldown_paint_fade (foreground, plain ? 1 : .4);
  GdkRGBA body = cooldown_paint_fade (foreground, plain ? .75 : .42);
  GdkRGBA accent = cooldown_paint_lookup (widget, "accent_color");

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  draw_things (cr, drawing, &things);
  cairo_push_group (cr);
  foreground.alpha = 1;
  draw_body (cr, drawing, &foreground);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, body.alpha);
  set_color (cr, &accent);
  draw_limb (cr, &drawing->stretched, drawing->stretched.width);
}

/* As large as there is room for, at the middle. */
static void
cooldown_stretch_figure_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double scale = MIN (width / UNITS_WIDE, height / UNITS_HIGH);
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  cairo_translate (cr, (width - scale * UNITS_WIDE) / 2, (height - scale * UNITS_HIGH) / 2);
  cairo_scale (cr, scale, scale);
  draw (widget, cr, &drawings[COOLDOWN_STRETCH_FIGURE (widget)->figure]);
  cairo_destroy (cr);
}

static void
cooldown_stretch_figure_measure (GtkWidget *widget,
                                 GtkOrientation orientation,
                                 int for_size,
                                 int *minimum,
                                 int *natural,
                                 int *minimum_baseline,
                                 int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                            ? LEAST_WIDTH
                            : (int) ceil (LEAST_WIDTH * UNITS_HIGH / UNITS_WIDE);
}

static void
cooldown_stretch_figure_class_init (CooldownStretchFigureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = cooldown_stretch_figure_snapshot;
  widget_class->measure = cooldown_stretch_figure_measure;
  /* The words beside it say the same. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cooldown_stretch_figure_init (CooldownStretchFigure *self)
{
  cooldown_paint_watch (GTK_WIDGET (self));
}

/**
 * cooldown_stretch_figure_new:
 * @figure: what is stretched
 *
 * Returns: (transfer floating): a figure that does it
 */
GtkWidget *
cooldown_stretch_figure_new (CooldownFigure figure)
{
  CooldownStretchFigure *self = g_object_new (COOLDOWN_TYPE_STRETCH_FIGURE, NULL);

  self->figure = figure;
  return GTK_WIDGET (self);
}
