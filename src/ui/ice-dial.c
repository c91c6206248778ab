/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ice-dial.h"

#include "paint.h"

#include <adwaita.h>
#include <math.h>

#define DEFAULT_SIDE 340
/* Smaller than this the ring is no target for a wet thumb. */
#define LEAST_SIDE 120
/* From the edge to the middle of the stroke, so that the head of the arc has room. */
#define INSET 14
#define STROKE 16
#define HEAD_RADIUS 12
#define HEAD_EYE 4.5
#define MARK_RADIUS 4
#define DOTS 48
#define DOT_RADIUS 3.5
/* From the edge to the words: ring, ticks and a little air. */
#define WORDS_INSET 44
/* The arc changes its colour along the way in steps of this angle. */
#define COLOR_STEP (G_PI / 60)

struct _CooldownIceDial
{
  GtkWidget parent_instance;
  GtkWidget *words;
  GtkImage *icon;
  GtkLabel *round;
  GtkLabel *headline;
  GtkLabel *timer;
  GtkLabel *until;
  GtkLabel *pill;
  GtkLabel *caption;

  int side;
  CooldownIceDialStyle style;
  double left;
  double mark;
  double glow;
};

G_DEFINE_FINAL_TYPE (CooldownIceDial, cooldown_ice_dial, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SIDE = 1,
} CooldownIceDialProperty;

static GParamSpec *properties[PROP_SIDE + 1];

/* What the drawing functions share; angles count from twelve o'clock, clockwise. */
typedef struct
{
  cairo_t *cr;
  double x, y, radius;
  gboolean high_contrast;
  GdkRGBA foreground, accent, light, warm, grey;
} Canvas;

/* A small dial is a picture with a word or two in it, and stays small. */
static gboolean
is_small (CooldownIceDial *self)
{
  return self->side < 2 * LEAST_SIDE;
}

static Canvas
canvas_new (CooldownIceDial *self, cairo_t *cr, int size)
{
  GtkWidget *widget = GTK_WIDGET (self);
  Canvas canvas = { .cr = cr };

  canvas.x = gtk_widget_get_width (widget) / 2.0;
  canvas.y = gtk_widget_get_height (widget) / 2.0;
  canvas.radius = size / 2.0 - INSET;
  canvas.high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  canvas.foreground = cooldown_paint_foreground (widget);
  canvas.accent = cooldown_paint_lookup (widget, "accent_bg_color");
  canvas.light = cooldown_paint_lookup (widget, "blue_2");
  canvas.warm = cooldown_paint_lookup (widget, "orange_3");
  canvas.grey = cooldown_paint_lookup (widget, "light_5");
  return canvas;
}

static void
set_color (cairo_t *cr, GdkRGBA color, double alpha)
{
  color = cooldown_paint_fade (color, alpha);
  gdk_cairo_set_source_rgba (cr, &color);
}

static void
move_to_angle (const Canvas *canvas, double angle, double radius)
{
  cairo_move_to (canvas->cr, canvas->x + sin (angle) * radius, canvas->y - cos (angle) * radius);
}

static void
fill_dot (const Canvas *canvas, double angle, double radius)
{
  cairo_new_path (canvas->cr);
  cairo_arc (canvas->cr, canvas->x + sin (angle) * canvas->radius,
             canvas->y - cos (angle) * canvas->radius, radius, 0, 2 * G_PI);
  cairo_fill (canvas->cr);
}

static void
stroke_arc (const Canvas *canvas, double from, double to)
{
  cairo_new_path (canvas->cr);
  cairo_arc (canvas->cr, canvas->x, canvas->y, canvas->radius, from - G_PI / 2, to - G_PI / 2);
  cairo_stroke (canvas->cr);
}

static void
draw_disc (const Canvas *canvas)
{
  cairo_pattern_t *pattern = cairo_pattern_create_radial (canvas->x, canvas->y, 0, canvas->x,
                                                          canvas->y, canvas->radius);
  GdkRGBA accent = canvas->accent;

  cairo_pattern_add_color_stop_rgba (pattern, 0, accent.red, accent.green, accent.blue, 0);
  cairo_pattern_add_color_stop_rgba (pattern, 1, accent.red, accent.green, accent.blue, .1);
  cairo_set_source (canvas->cr, pattern);
  cairo_arc (canvas->cr, canvas->x, canvas->y, canvas->radius, 0, 2 * G_PI);
  cairo_fill (canvas->cr);
  cairo_pattern_destroy (pattern);
}

static void
draw_track (const Canvas *canvas)
{
  cairo_set_line_width (canvas->cr, STROKE);
  set_color (canvas->cr, canvas->foreground, canvas->high_contrast ? .3 : .09);
  stroke_arc (canvas, 0, 2 * G_PI);
}

static void
draw_ticks (const Canvas *canvas)
{
  cairo_set_line_cap (canvas->cr, CAIRO_LINE_CAP_BUTT);
  for (int i = 0; i < 12; i++)
    {
      gboolean quarter = i % 3 == 0;
      double outer = canvas->radius - (quarter ? 15 : 17);
      double inner = outer - (quarter ? 11 : 7);
      double angle = i * G_PI / 6;

      set_color (canvas->cr, canvas->foreground, canvas->high_contrast ? .8 : (quarter ? .4 : .25));
      cairo_set_line_width (canvas->cr, 2);
      move_to_angle (canvas, angle, outer);
      cairo_line_to (canvas->cr, canvas->x + sin (angle) * inner, canvas->y - cos (angle) * inner);
      cairo_stroke (canvas->cr);
    }
}

/* The arc goes from @light to @deep on its way round, in strokes that overlap a little. */
static void
draw_arc (const Canvas *canvas, double left, GdkRGBA light, GdkRGBA deep)
{
  double end = CLAMP (left, 0, 1) * 2 * G_PI;

  cairo_set_line_width (canvas->cr, STROKE);
  cairo_set_line_cap (canvas->cr, CAIRO_LINE_CAP_ROUND);
  set_color (canvas->cr, light, 1);
  stroke_arc (canvas, 0, MIN (COLOR_STEP, end));
  cairo_set_line_cap (canvas->cr, CAIRO_LINE_CAP_BUTT);
  for (double angle = 0; angle < end; angle += COLOR_STEP)
    {
      GdkRGBA color = cooldown_paint_mix (light, deep, angle / (2 * G_PI));

      set_color (canvas->cr, color, 1);
      stroke_arc (canvas, angle, MIN (angle + 1.5 * COLOR_STEP, end));
    }
}

static void
draw_head (const Canvas *canvas, double left, GdkRGBA color)
{
  double angle = CLAMP (left, 0, 1) * 2 * G_PI;

  set_color (canvas->cr, color, 1);
  fill_dot (canvas, angle, HEAD_RADIUS);
  cairo_set_source_rgb (canvas->cr, 1, 1, 1);
  fill_dot (canvas, angle, HEAD_EYE);
}

static void
draw_mark (const Canvas *canvas, double mark)
{
  if (mark < 0)
    return;
  cairo_set_source_rgb (canvas->cr, 1, 1, 1);
  fill_dot (canvas, mark * 2 * G_PI, MARK_RADIUS);
}

static void
draw_dots (const Canvas *canvas, double glow)
{
  set_color (canvas->cr, canvas->accent, canvas->high_contrast ? 1 : glow);
  for (int i = 0; i < DOTS; i++)
    fill_dot (canvas, i * 2 * G_PI / DOTS, DOT_RADIUS);
}

static void
draw_full (const Canvas *canvas, GdkRGBA color, double alpha)
{
  cairo_set_line_width (canvas->cr, STROKE);
  set_color (canvas->cr, color, alpha);
  stroke_arc (canvas, 0, 2 * G_PI);
}

static void
draw_ring (CooldownIceDial *self, const Canvas *canvas)
{
  GdkRGBA rest = cooldown_paint_mix (canvas->accent, canvas->grey, .55);
  GdkRGBA rest_light = cooldown_paint_mix (canvas->light, canvas->grey, .55);

  switch (self->style)
    {
    case COOLDOWN_ICE_DIAL_DUE:
      draw_dots (canvas, self->glow);
      break;
    case COOLDOWN_ICE_DIAL_ON:
      draw_arc (canvas, self->left, canvas->light, canvas->accent);
      draw_mark (canvas, self->mark);
      draw_head (canvas, self->left, canvas->accent);
      break;
    case COOLDOWN_ICE_DIAL_OFF:
      draw_full (canvas, canvas->warm, 1);
      break;
    case COOLDOWN_ICE_DIAL_BREAK:
      draw_arc (canvas, self->left, rest_light, rest);
      draw_head (canvas, self->left, rest);
      break;
    case COOLDOWN_ICE_DIAL_DONE:
      draw_arc (canvas, 1, canvas->light, canvas->accent);
      break;
    case COOLDOWN_ICE_DIAL_IDLE:
    default:
      draw_full (canvas, canvas->accent, .4 * self->left);
      break;
    }
}

static void
cooldown_ice_dial_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CooldownIceDial *self = COOLDOWN_ICE_DIAL (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr;
  Canvas canvas;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  canvas = canvas_new (self, cr, MIN (width, height));
  draw_track (&canvas);
  draw_disc (&canvas);
  draw_ticks (&canvas);
  draw_ring (self, &canvas);
  cairo_destroy (cr);
  gtk_widget_snapshot_child (widget, self->words, snapshot);
}

static GtkSizeRequestMode
cooldown_ice_dial_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_words (CooldownIceDial *self, int *width, int *height)
{
  gtk_widget_measure (self->words, GTK_ORIENTATION_HORIZONTAL, -1, NULL, width, NULL, NULL);
  gtk_widget_measure (self->words, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
}

/* The side of the smallest dial that holds the words at their full size. */
static int
get_words_side (int width, int height)
{
  return (int) ceil (hypot (width, height)) + 2 * WORDS_INSET;
}

static void
cooldown_ice_dial_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  CooldownIceDial *self = COOLDOWN_ICE_DIAL (widget);
  int width, height, side;

  measure_words (self, &width, &height);
  side = is_small (self) ? self->side : MAX (self->side, get_words_side (width, height));
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN (LEAST_SIDE, side);
      *natural = side;
    }
  else
    *minimum = *natural = for_size < 0 ? side : MIN (for_size, side);
}

/* The words keep their size as long as the circle holds them, and shrink together if not. */
static void
cooldown_ice_dial_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CooldownIceDial *self = COOLDOWN_ICE_DIAL (widget);
  GskTransform *transform = NULL;
  int words_width, words_height;
  double scale;

  measure_words (self, &words_width, &words_height);
  scale = (MIN (width, height) - 2.0 * WORDS_INSET) / MAX (hypot (words_width, words_height), 1);
  if (is_small (self))
    scale = (MIN (width, height) - 2.0 * INSET - STROKE) / MAX (words_width, words_height);
  scale = CLAMP (scale, .1, 1);
  transform = gsk_transform_translate (
      transform, &GRAPHENE_POINT_INIT ((float) round ((width - words_width * scale) / 2),
                                       (float) round ((height - words_height * scale) / 2)));
  if (scale < 1)
    transform = gsk_transform_scale (transform, (float) scale, (float) scale);
  gtk_widget_allocate (self->words, words_width, words_height, -1, transform);
}

static void
cooldown_ice_dial_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((CooldownIceDialProperty) id)
    {
    case PROP_SIDE:
      cooldown_ice_dial_set_side (COOLDOWN_ICE_DIAL (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_ice_dial_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((CooldownIceDialProperty) id)
    {
    case PROP_SIDE:
      g_value_set_int (value, COOLDOWN_ICE_DIAL (object)->side);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_ice_dial_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ICE_DIAL);
  G_OBJECT_CLASS (cooldown_ice_dial_parent_class)->dispose (object);
}

static void
cooldown_ice_dial_class_init (CooldownIceDialClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = cooldown_ice_dial_set_property;
  object_class->get_property = cooldown_ice_dial_get_property;
  object_class->dispose = cooldown_ice_dial_dispose;
  widget_class->snapshot = cooldown_ice_dial_snapshot;
  widget_class->get_request_mode = cooldown_ice_dial_get_request_mode;
  widget_class->measure = cooldown_ice_dial_measure;
  widget_class->size_allocate = cooldown_ice_dial_size_allocate;

  properties[PROP_SIDE] = g_param_spec_int ("side", NULL, NULL, LEAST_SIDE, 1000, DEFAULT_SIDE,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/ice-dial.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownIceDial, words);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceDial, icon);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceDial, round);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceDial, headline);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceDial, timer);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceDial, until);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceDial, pill);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceDial, caption);
}

static void
cooldown_ice_dial_init (CooldownIceDial *self)
{
  self->side = DEFAULT_SIDE;
  self->mark = -1;
  self->glow = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  cooldown_paint_watch (GTK_WIDGET (self));
}

/**
 * cooldown_ice_dial_set_side:
 * @self: a dial
 * @side: how wide and high it wants to be, in pixels; words that need more room make it larger
 */
void
cooldown_ice_dial_set_side (CooldownIceDial *self, int side)
{
  g_return_if_fail (COOLDOWN_IS_ICE_DIAL (self));

  if (self->side == side)
    return;
  self->side = side;
  if (is_small (self))
    gtk_widget_add_css_class (GTK_WIDGET (self->headline), "title-2");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->headline), "title-2");
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE]);
}

static void
show_words (GtkLabel *label, const char *words)
{
  gtk_label_set_label (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

static void
show_style (CooldownIceDial *self)
{
  gboolean due = self->style == COOLDOWN_ICE_DIAL_DUE;
  gboolean tinted = due || self->style == COOLDOWN_ICE_DIAL_DONE;

  if (due)
    gtk_widget_add_css_class (GTK_WIDGET (self->pill), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->pill), "accent");
  if (tinted)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "accent");
}

/**
 * cooldown_ice_dial_set_face:
 * @self: a dial
 * @face: what it is to show; copied
 */
void
cooldown_ice_dial_set_face (CooldownIceDial *self, const CooldownIceFace *face)
{
  g_return_if_fail (COOLDOWN_IS_ICE_DIAL (self));
  g_return_if_fail (face != NULL);

  self->style = face->style;
  self->left = face->left;
  self->mark = face->mark;
  gtk_image_set_from_icon_name (self->icon, face->icon);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), face->icon != NULL);
  show_words (self->round, face->round);
  show_words (self->headline, face->headline);
  show_words (self->timer, face->timer);
  show_words (self->until, face->until);
  show_words (self->pill, face->pill);
  show_words (self->caption, face->caption);
  show_style (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * cooldown_ice_dial_set_glow:
 * @self: a dial
 * @glow: how strong the dots of a round that is due are, 0 to 1
 */
void
cooldown_ice_dial_set_glow (CooldownIceDial *self, double glow)
{
  g_return_if_fail (COOLDOWN_IS_ICE_DIAL (self));

  if (self->glow == glow)
    return;
  self->glow = glow;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
