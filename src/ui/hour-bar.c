/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hour-bar.h"

#include "paint.h"
#include "pair.h"

#include <glib/gi18n.h>

#define THICKNESS 12
#define KNOB_RADIUS 12
#define DOT_RADIUS 7
/* How much of its colour the part to come has. */
#define AHEAD .30

struct _CooldownHourBar
{
  GtkBox parent_instance;
  double progress;

  GtkWidget *bar;
  GtkLabel *finished;
  GtkLabel *check;
};

G_DEFINE_FINAL_TYPE (CooldownHourBar, cooldown_hour_bar, GTK_TYPE_BOX)

typedef struct
{
  GdkRGBA warm, between, cool;
} Ramp;

static Ramp
get_ramp (GtkWidget *widget)
{
  GdkRGBA orange = cooldown_paint_lookup (widget, "orange_2");
  GdkRGBA purple = cooldown_paint_lookup (widget, "purple_2");

  return (Ramp){ orange, cooldown_paint_mix (purple, orange, .25),
                 cooldown_paint_lookup (widget, "accent_bg_color") };
}

static GdkRGBA
get_ramp_color (const Ramp *ramp, double at)
{
  return at < .5 ? cooldown_paint_mix (ramp->warm, ramp->between, at * 2)
                 : cooldown_paint_mix (ramp->between, ramp->cool, at * 2 - 1);
}

static void
add_stop (cairo_pattern_t *pattern, double at, GdkRGBA color, double alpha)
{
  cairo_pattern_add_color_stop_rgba (pattern, at, color.red, color.green, color.blue,
                                     color.alpha * alpha);
}

static void
trace_strip (cairo_t *cr, double from, double to, double y)
{
  double radius = THICKNESS / 2.0;

  cairo_new_path (cr);
  cairo_arc (cr, from + radius, y, radius, G_PI_2, 3 * G_PI_2);
  cairo_arc (cr, to - radius, y, radius, -G_PI_2, G_PI_2);
  cairo_close_path (cr);
}

static void
draw_strip (cairo_t *cr, const Ramp *ramp, double from, double to, double y, double alpha)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (from, 0, to, 0);

  add_stop (pattern, 0, ramp->warm, alpha);
  add_stop (pattern, .5, ramp->between, alpha);
  add_stop (pattern, 1, ramp->cool, alpha);
  trace_strip (cr, from, to, y);
  cairo_set_source (cr, pattern);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

static void
draw_knob (cairo_t *cr, double x, double y, GdkRGBA color)
{
  cairo_set_source_rgba (cr, 0, 0, 0, .18);
  cairo_arc (cr, x, y + 1, KNOB_RADIUS + 1, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_arc (cr, x, y, KNOB_RADIUS, 0, 2 * G_PI);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_arc (cr, x, y, DOT_RADIUS, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  CooldownHourBar *self = data;
  Ramp ramp = get_ramp (GTK_WIDGET (area));
  double inset = KNOB_RADIUS - THICKNESS / 2.0;
  double from = inset, to = width - inset, y = height / 2.0;
  double x = KNOB_RADIUS + (width - 2 * KNOB_RADIUS) * self->progress;

  if (gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  draw_strip (cr, &ramp, from, to, y, AHEAD);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, x, height);
  cairo_clip (cr);
  draw_strip (cr, &ramp, from, to, y, 1);
  cairo_restore (cr);
  if (cooldown_paint_is_high_contrast ())
    {
      GdkRGBA line = cooldown_paint_foreground (GTK_WIDGET (area));

      trace_strip (cr, from, to, y);
      gdk_cairo_set_source_rgba (cr, &line);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
  draw_knob (cr, x, y, get_ramp_color (&ramp, self->progress));
}

static void
cooldown_hour_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_HOUR_BAR);
  G_OBJECT_CLASS (cooldown_hour_bar_parent_class)->dispose (object);
}

static void
cooldown_hour_bar_class_init (CooldownHourBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_hour_bar_dispose;
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/hour-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownHourBar, bar);
  gtk_widget_class_bind_template_child (widget_class, CooldownHourBar, finished);
  gtk_widget_class_bind_template_child (widget_class, CooldownHourBar, check);
}

static void
cooldown_hour_bar_init (CooldownHourBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->bar), draw_cb, self, NULL);
  cooldown_paint_watch (self->bar);
}

/**
 * cooldown_hour_bar_update:
 * @self: the bar
 * @progress: how much of the hour is over, 0 to 1; what lies beyond is cut off
 * @finished: the time at which the workout ended, in words
 * @check: the time of the one-hour check, in words
 * @left: how much of the hour is left, in words
 */
void
cooldown_hour_bar_update (CooldownHourBar *self,
                          double progress,
                          const char *finished,
                          const char *check,
                          const char *left)
{
  g_autofree char *label = NULL;

  g_return_if_fail (COOLDOWN_IS_HOUR_BAR (self));
  self->progress = CLAMP (progress, 0, 1);
  gtk_label_set_label (self->finished, finished);
  gtk_label_set_label (self->check, check);
  /* Translators: what the bar shows, for screen readers: two times and a duration, "25 min" */
  label = g_strdup_printf (_("Finished at %1$s, one-hour check at %2$s, %3$s left"), finished,
                           check, left);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_queue_draw (self->bar);
}
