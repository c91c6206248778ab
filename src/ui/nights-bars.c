/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nights-bars.h"

#include "night-colors.h"

#include <math.h>

#define LEAST_WIDTH 200
#define NATURAL_WIDTH 760
/* In heights of a line of the words. */
#define SCALE 8
#define NUMBER_GAP .6
#define MARK_ROW .75
#define MARK .26
#define DATE_GAP .25
#define BETWEEN_DATES .6
#define WIDEST_BAR 1
/* Of what there is for a day. */
#define BAR .5
#define LEAST_BAR 2.5
#define CALM_HEIGHT 3
#define DAYS_OF_WEEK 7

struct _CooldownNightsBars
{
  GtkWidget parent_instance;
  CooldownNightSpan span; /* its nights and its limit are owned */
};

G_DEFINE_FINAL_TYPE (CooldownNightsBars, cooldown_nights_bars, GTK_TYPE_WIDGET)

/* Where what is drawn lies. */
typedef struct
{
  double line;
  double left, right;
  double top, bottom;
  double marks;
  double dates;
  double day; /* how wide one is */
} Frame;

typedef struct
{
  cairo_t *cr;
  CooldownNightsBars *self;
  PangoLayout *layout;
  Frame frame;
  NightColors colors;
} Picture;

static guint
count_marks (CooldownNightsBars *self)
{
  guint n = 0;

  for (guint i = 0; i < COOLDOWN_N_NIGHT_MARKS; i++)
    n += (guint) cooldown_night_span_has_mark (&self->span, i);
  return n;
}

static double
measure_below (CooldownNightsBars *self, double line)
{
  return (count_marks (self) * MARK_ROW + 2 * DATE_GAP + 1) * line;
}

static Frame
get_frame (CooldownNightsBars *self, PangoLayout *layout)
{
  GtkWidget *widget = GTK_WIDGET (self);
  Frame frame = { 0 };
  double numbers = night_layout_set (layout, "10", &frame.line);

  frame.left = ceil (numbers + NUMBER_GAP * frame.line);
  frame.right = MAX (gtk_widget_get_width (widget), frame.left);
  frame.top = ceil (frame.line / 2);
  frame.bottom = floor (gtk_widget_get_height (widget) - measure_below (self, frame.line));
  frame.marks = frame.bottom + DATE_GAP * frame.line;
  frame.dates = frame.marks + (count_marks (self) * MARK_ROW + DATE_GAP) * frame.line;
  frame.day = (frame.right - frame.left) / MAX (self->span.to - self->span.from, 1);
  return frame;
}

/* The middle of a day. */
static double
get_x (const Picture *picture, guint32 day)
{
  return picture->frame.left + (day - picture->self->span.from + .5) * picture->frame.day;
}

static double
get_y (const Picture *picture, int restless)
{
  const Frame *frame = &picture->frame;

  return frame->bottom - (frame->bottom - frame->top) * restless / COOLDOWN_RESTLESS_MOST;
}

static void
draw_words (const Picture *picture, const char *words, double x, double y)
{
  night_layout_set (picture->layout, words, NULL);
  gdk_cairo_set_source_rgba (picture->cr, &picture->colors.text);
  cairo_move_to (picture->cr, x, y);
  pango_cairo_show_layout (picture->cr, picture->layout);
}

static void
draw_scale (const Picture *picture)
{
  const Frame *frame = &picture->frame;

  cairo_set_line_width (picture->cr, 1);
  for (int restless = 0; restless <= COOLDOWN_RESTLESS_MOST; restless += 5)
    {
      double y = round (get_y (picture, restless)) + .5;
      g_autofree char *number = g_strdup_printf ("%d", restless);
      double width = night_layout_set (picture->layout, number, NULL);

      gdk_cairo_set_source_rgba (picture->cr,
                                 restless == 0 ? &picture->colors.text : &picture->colors.line);
      cairo_move_to (picture->cr, frame->left, y);
      cairo_line_to (picture->cr, frame->right, y);
      cairo_stroke (picture->cr);
      draw_words (picture, number, frame->left - NUMBER_GAP * frame->line - width,
                  y - frame->line / 2);
    }
}

static void
draw_bar (const Picture *picture, double x, int restless)
{
  const Frame *frame = &picture->frame;
  double width = CLAMP (BAR * frame->day, LEAST_BAR, WIDEST_BAR * frame->line);
  double height = MAX (frame->bottom - get_y (picture, restless), CALM_HEIGHT);
  double radius = MIN (width / 2, height / 2);
  double left = x - width / 2, top = frame->bottom - height;
  GdkRGBA fill = night_colors_get_restless (GTK_WIDGET (picture->self), restless);

  cairo_new_path (picture->cr);
  cairo_arc (picture->cr, left + radius, top + radius, radius, G_PI, 1.5 * G_PI);
  cairo_arc (picture->cr, left + width - radius, top + radius, radius, 1.5 * G_PI, 2 * G_PI);
  cairo_line_to (picture->cr, left + width, frame->bottom);
  cairo_line_to (picture->cr, left, frame->bottom);
  cairo_close_path (picture->cr);
  night_fill (picture->cr, &fill, &picture->colors);
}

static void
draw_dash (const Picture *picture, double x)
{
  const Frame *frame = &picture->frame;
  double half = MIN (.25 * frame->day, .25 * frame->line);
  double y = frame->bottom - MARK * frame->line;

  gdk_cairo_set_source_rgba (picture->cr, &picture->colors.text);
  cairo_set_line_width (picture->cr, 1.5);
  cairo_move_to (picture->cr, x - half, y);
  cairo_line_to (picture->cr, x + half, y);
  cairo_stroke (picture->cr);
}

static void
trace_polygon (cairo_t *cr, double x, double y, double radius, guint corners, double turn)
{
  for (guint i = 0; i < corners; i++)
    {
      double angle = turn + 2 * G_PI * i / corners;

      cairo_line_to (cr, x + radius * cos (angle), y + radius * sin (angle));
    }
  cairo_close_path (cr);
}

/* The same signs as in the legend. */
static void
draw_mark (const Picture *picture, CooldownNightMark mark, double x, double y)
{
  double radius = MIN (MARK * picture->frame.line, .55 * picture->frame.day);
  cairo_t *cr = picture->cr;

  cairo_new_path (cr);
  if (mark == COOLDOWN_NIGHT_MARK_WORKOUT)
    trace_polygon (cr, x, y + .15 * radius, 1.15 * radius, 3, -G_PI / 2);
  else if (mark == COOLDOWN_NIGHT_MARK_ALCOHOL)
    trace_polygon (cr, x, y, 1.15 * radius, 4, 0);
  else if (mark == COOLDOWN_NIGHT_MARK_NICOTINE)
    trace_polygon (cr, x, y, 1.2 * radius, 4, G_PI / 4);
  else
    cairo_arc (cr, x, y, mark == COOLDOWN_NIGHT_MARK_ROUTINE ? .85 * radius : radius, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &picture->colors.text);
  cairo_set_line_width (cr, 1.2);
  if (mark == COOLDOWN_NIGHT_MARK_ROUTINE)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
}

static void
draw_marks (const Picture *picture)
{
  const CooldownNightSpan *span = &picture->self->span;
  double y = picture->frame.marks + .5 * MARK_ROW * picture->frame.line;

  for (guint mark = 0; mark < COOLDOWN_N_NIGHT_MARKS; mark++)
    {
      if (!cooldown_night_span_has_mark (span, mark))
        continue;
      for (guint i = 0; i < span->n; i++)
        if (cooldown_night_has_mark (&span->nights[i], mark))
          draw_mark (picture, mark, get_x (picture, span->nights[i].day), y);
      y += MARK_ROW * picture->frame.line;
    }
}

static void
draw_nights (const Picture *picture)
{
  const CooldownNightSpan *span = &picture->self->span;

  for (guint32 day = span->from; day < span->to; day++)
    {
      const CooldownNight *night = cooldown_night_span_get (span, day);
      double x = get_x (picture, day);

      if (night != NULL && night->restless != COOLDOWN_RESTLESS_NOT_NOTED)
        draw_bar (picture, x, night->restless);
      else
        draw_dash (picture, x);
    }
}

/* Each week's where there is room, or each second's … */
static void
draw_dates (const Picture *picture)
{
  const CooldownNightSpan *span = &picture->self->span;
  const Frame *frame = &picture->frame;
  double end = -G_MAXDOUBLE;

  for (guint32 day = span->from; day < span->to; day += DAYS_OF_WEEK)
    {
      g_autofree char *words = cooldown_night_format_day (day);
      double width = night_layout_set (picture->layout, words, NULL);
      double x = MAX (get_x (picture, day) - width / 2, 0);

      if (x < end || x + width > frame->right)
        continue;
      draw_words (picture, words, x, frame->dates);
      end = x + width + BETWEEN_DATES * frame->line;
    }
}

static void
cooldown_nights_bars_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CooldownNightsBars *self = COOLDOWN_NIGHTS_BARS (widget);
  g_autoptr (PangoLayout) layout = night_layout_new (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  Picture picture = { .self = self, .layout = layout };

  picture.cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  picture.frame = get_frame (self, layout);
  picture.colors = night_colors_get (widget);
  draw_scale (&picture);
  draw_nights (&picture);
  draw_marks (&picture);
  draw_dates (&picture);
  cairo_destroy (picture.cr);
}

static void
cooldown_nights_bars_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  g_autoptr (PangoLayout) layout = NULL;
  double line;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  layout = night_layout_new (widget);
  night_layout_set (layout, "0", &line);
  *minimum = *natural = (int) ceil ((SCALE + .5) * line +
                                    measure_below (COOLDOWN_NIGHTS_BARS (widget), line));
}

static gboolean
cooldown_nights_bars_query_tooltip (GtkWidget *widget,
                                    int x,
                                    int y,
                                    gboolean keyboard,
                                    GtkTooltip *tooltip)
{
  CooldownNightsBars *self = COOLDOWN_NIGHTS_BARS (widget);
  g_autoptr (PangoLayout) layout = night_layout_new (widget);
  Frame frame = get_frame (self, layout);
  g_autofree char *words = NULL;
  const CooldownNight *night;

  if (keyboard || x < frame.left || x >= frame.right)
    return FALSE;
  night = cooldown_night_span_get (&self->span,
                                   self->span.from + (guint32) ((x - frame.left) / frame.day));
  if (night == NULL)
    return FALSE;
  words = cooldown_night_format (night, self->span.limit);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
clear (CooldownNightsBars *self)
{
  g_free ((gpointer) self->span.nights);
  g_free ((gpointer) self->span.limit);
}

static void
cooldown_nights_bars_finalize (GObject *object)
{
  clear (COOLDOWN_NIGHTS_BARS (object));
  G_OBJECT_CLASS (cooldown_nights_bars_parent_class)->finalize (object);
}

static void
cooldown_nights_bars_class_init (CooldownNightsBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cooldown_nights_bars_finalize;
  widget_class->snapshot = cooldown_nights_bars_snapshot;
  widget_class->measure = cooldown_nights_bars_measure;
  widget_class->query_tooltip = cooldown_nights_bars_query_tooltip;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cooldown_nights_bars_init (CooldownNightsBars *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  cooldown_paint_watch (GTK_WIDGET (self));
}

/**
 * cooldown_nights_bars_set_span:
 * @self: a picture
 * @span: what it shows, which is copied
 */
void
cooldown_nights_bars_set_span (CooldownNightsBars *self, const CooldownNightSpan *span)
{
  g_autofree char *words = NULL;

  g_return_if_fail (COOLDOWN_IS_NIGHTS_BARS (self));
  g_return_if_fail (span != NULL);

  clear (self);
  self->span = *span;
  self->span.nights = g_memdup2 (span->nights, span->n * sizeof (CooldownNight));
  self->span.limit = g_strdup (span->limit);
  words = cooldown_night_span_format (span);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
