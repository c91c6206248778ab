/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evening-sky.h"

#include "evening-plan.h"
#include "paint.h"
#include "report/workout-words.h"
#include "sky-paint.h"

#include <glib/gi18n.h>

#define SKY_HEIGHT 122
/* Between the sky and the words under it. */
#define TEXT_GAP 9
#define LABEL_GAP 10
#define TICK_INSIDE 14
#define TICK_OUTSIDE 6
#define PILL_Y 8
#define PILL_PADDING 10
/* The sky begins at this time, minutes after midnight, and ends at midnight, or so much after bed. */
#define SKY_BEGINS (11 * 60)
#define SKY_ENDS (24 * 60)
#define AFTER_BED COOLDOWN_HOUR
#define BEFORE_MARK (30 * COOLDOWN_MINUTE)

typedef enum
{
  MARK_CAFFEINE,
  MARK_WORKOUT,
  MARK_WIND_DOWN,
  MARK_BED,
  N_MARKS,
} MarkKind;

typedef struct
{
  gint64 at; /* microseconds since 1970 UTC; 0: there is none */
  char *name;
  char *detail;
  /* Worked out for a width. */
  double x;
  double left;
  double width;
} Mark;

struct _CooldownEveningSky
{
  GtkWidget parent_instance;
  gint64 begins;
  gint64 ends;
  gint64 now;
  char *now_text;
  Mark marks[N_MARKS];
};

G_DEFINE_FINAL_TYPE (CooldownEveningSky, cooldown_evening_sky, GTK_TYPE_WIDGET)

static double
get_x (CooldownEveningSky *self, gint64 at, double width)
{
  return (double) (at - self->begins) / (double) MAX (self->ends - self->begins, 1) * width;
}

static PangoLayout *
make_layout (CooldownEveningSky *self, const char *text, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (.86));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static int
measure_text (CooldownEveningSky *self, const char *text, gboolean bold, int *height)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, bold);
  int width;

  pango_layout_get_pixel_size (layout, &width, height);
  return width;
}

static void
draw_text (CooldownEveningSky *self,
           cairo_t *cr,
           const char *text,
           gboolean bold,
           double x,
           double y,
           const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, bold);

  gdk_cairo_set_source_rgba (cr, color);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* Where each label would like to be: under its mark, but bed after its mark and wind-down before. */
static void
place_labels (CooldownEveningSky *self, double width)
{
  for (guint i = 0; i < N_MARKS; i++)
    {
      Mark *mark = &self->marks[i];

      if (mark->at == 0)
        continue;
      mark->x = get_x (self, mark->at, width);
      mark->width = MAX (measure_text (self, mark->name, TRUE, NULL),
                         measure_text (self, mark->detail, FALSE, NULL));
      if (i == MARK_BED)
        mark->left = mark->x - 2;
      else if (i == MARK_WIND_DOWN)
        mark->left = mark->x + 4 - mark->width;
      else
        mark->left = mark->x - mark->width / 2;
      mark->left = CLAMP (mark->left, 0, MAX (width - mark->width, 0));
    }
}

/* Pushes labels apart, the later ones keeping their places; hides what finds no room: all of it is
 * said in words below as well. */
static void
spread_labels (CooldownEveningSky *self, gboolean shown[N_MARKS])
{
  static const MarkKind order[] = { MARK_BED, MARK_WIND_DOWN, MARK_WORKOUT, MARK_CAFFEINE };
  double limit = G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      Mark *mark = &self->marks[order[i]];

      shown[order[i]] = mark->at != 0 && mark->at >= self->begins && mark->at <= self->ends;
      if (!shown[order[i]])
        continue;
      mark->left = MIN (mark->left, limit - mark->width);
      shown[order[i]] = mark->left >= 0 && mark->left + mark->width > mark->x - mark->width;
      if (shown[order[i]])
        limit = mark->left - LABEL_GAP;
    }
}

static void
draw_ticks (CooldownEveningSky *self, cairo_t *cr, gboolean plain, const GdkRGBA *foreground)
{
  GdkRGBA below = cooldown_paint_fade (*foreground, plain ? 1 : .5);
  GdkRGBA inside = plain ? *foreground : (GdkRGBA){ 1, 1, 1, .9f };

  cairo_set_line_width (cr, 2);
  for (guint i = 0; i < N_MARKS; i++)
    {
      const Mark *mark = &self->marks[i];

      if (mark->at < self->begins || mark->at > self->ends)
        continue;
      gdk_cairo_set_source_rgba (cr, &inside);
      cairo_move_to (cr, mark->x, SKY_HEIGHT - TICK_INSIDE);
      cairo_line_to (cr, mark->x, SKY_HEIGHT - 3);
      cairo_stroke (cr);
      gdk_cairo_set_source_rgba (cr, &below);
      cairo_move_to (cr, mark->x, SKY_HEIGHT + 1);
      cairo_line_to (cr, mark->x, SKY_HEIGHT + 1 + TICK_OUTSIDE);
      cairo_stroke (cr);
    }
}

static void
draw_labels (CooldownEveningSky *self, cairo_t *cr, const GdkRGBA *foreground)
{
  GdkRGBA dim = cooldown_paint_fade (*foreground, .72);
  gboolean shown[N_MARKS];
  int line;

  spread_labels (self, shown);
  measure_text (self, "0", TRUE, &line);
  for (guint i = 0; i < N_MARKS; i++)
    {
      const Mark *mark = &self->marks[i];
      double y = SKY_HEIGHT + TEXT_GAP;
      int detail;

      if (!shown[i])
        continue;
      detail = measure_text (self, mark->detail, FALSE, NULL);
      draw_text (self, cr, mark->name, TRUE, mark->left, y, foreground);
      draw_text (self, cr, mark->detail, FALSE,
                 i == MARK_BED ? mark->left : mark->left + (mark->width - detail) / 2, y + line,
                 &dim);
    }
}

/* A white pill with the time, and a line down from it. */
static void
draw_now (CooldownEveningSky *self, cairo_t *cr, double width, gboolean plain)
{
  static const GdkRGBA white = { 1, 1, 1, 1 }, ink = { .16f, .1f, .27f, 1 };
  GdkRGBA foreground = cooldown_paint_foreground (GTK_WIDGET (self));
  GdkRGBA background = cooldown_paint_lookup (GTK_WIDGET (self), "window_bg_color");
  const GdkRGBA *line = plain ? &foreground : &white;
  double x = get_x (self, self->now, width), left, radius;
  int text, height;

  if (self->now < self->begins || self->now > self->ends)
    return;
  text = measure_text (self, self->now_text, TRUE, &height);
  radius = height / 2.0 + 3;
  left = CLAMP (x - text / 2.0 - PILL_PADDING, 4, width - text - 2 * PILL_PADDING - 4);
  gdk_cairo_set_source_rgba (cr, line);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, x, PILL_Y + 2 * radius);
  cairo_line_to (cr, x, SKY_HEIGHT);
  cairo_stroke (cr);
  cairo_new_path (cr);
  cairo_arc (cr, left + radius, PILL_Y + radius, radius, .5 * G_PI, 1.5 * G_PI);
  cairo_arc (cr, left + text + 2 * PILL_PADDING - radius, PILL_Y + radius, radius, -.5 * G_PI,
             .5 * G_PI);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, line);
  cairo_fill (cr);
  draw_text (self, cr, self->now_text, TRUE, left + PILL_PADDING, PILL_Y + 3,
             plain ? &background : &ink);
}

static void
draw_plain_card (CooldownEveningSky *self, cairo_t *cr, double width)
{
  GdkRGBA card = cooldown_paint_lookup (GTK_WIDGET (self), "card_bg_color");
  GdkRGBA line = cooldown_paint_foreground (GTK_WIDGET (self));

  cairo_rectangle (cr, .5, .5, width - 1, SKY_HEIGHT - 1);
  gdk_cairo_set_source_rgba (cr, &card);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &line);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
cooldown_evening_sky_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CooldownEveningSky *self = COOLDOWN_EVENING_SKY (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean plain = cooldown_paint_is_high_contrast ();
  GdkRGBA foreground = cooldown_paint_foreground (widget);
  cairo_t *cr;

  if (self->ends <= self->begins)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  place_labels (self, width);
  if (plain)
    draw_plain_card (self, cr, width);
  else
    cooldown_sky_paint (widget, cr, width, SKY_HEIGHT, self->marks[MARK_BED].x,
                        get_x (self, self->begins + COOLDOWN_HOUR, width));
  draw_ticks (self, cr, plain, &foreground);
  draw_now (self, cr, width, plain);
  draw_labels (self, cr, &foreground);
  cairo_destroy (cr);
}

static void
cooldown_evening_sky_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  int line;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  measure_text (COOLDOWN_EVENING_SKY (widget), "0", TRUE, &line);
  *minimum = *natural = SKY_HEIGHT + TEXT_GAP + 2 * line;
}

static void
clear_mark (Mark *mark)
{
  mark->at = 0;
  g_clear_pointer (&mark->name, g_free);
  g_clear_pointer (&mark->detail, g_free);
}

static void
cooldown_evening_sky_finalize (GObject *object)
{
  CooldownEveningSky *self = COOLDOWN_EVENING_SKY (object);

  for (guint i = 0; i < N_MARKS; i++)
    clear_mark (&self->marks[i]);
  g_free (self->now_text);
  G_OBJECT_CLASS (cooldown_evening_sky_parent_class)->finalize (object);
}

static void
cooldown_evening_sky_class_init (CooldownEveningSkyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cooldown_evening_sky_finalize;
  widget_class->snapshot = cooldown_evening_sky_snapshot;
  widget_class->measure = cooldown_evening_sky_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cooldown_evening_sky_init (CooldownEveningSky *self)
{
  cooldown_paint_watch (GTK_WIDGET (self));
}

static void
set_mark (Mark *mark, gint64 at, const char *name, char *detail)
{
  clear_mark (mark);
  mark->at = at;
  mark->name = g_strdup (name);
  mark->detail = detail;
}

static void
mark_caffeine (CooldownEveningSky *self, CooldownAppState *state, const CooldownEvening *evening)
{
  CooldownClock *clock = cooldown_app_state_get_clock (state);
  int noted = cooldown_evening_plan_get_noted (state, evening, "caffeine");
  gint64 at = noted >= 0 ? cooldown_evening_place (clock, evening, noted)
                         : cooldown_evening_plan_get_limit_time (state, evening, "caffeine");
  g_autofree char *time = cooldown_app_state_format_time (state, at);

  if (noted == COOLDOWN_NOTED_NONE)
    clear_mark (&self->marks[MARK_CAFFEINE]);
  else
    set_mark (&self->marks[MARK_CAFFEINE], at, _("Last caffeine"),
              /* Translators: %s is a time, the last one for caffeine */
              noted >= 0 ? g_strdup (time) : g_strdup_printf (_("before %s"), time));
}

static void
mark_workout (CooldownEveningSky *self,
              CooldownAppState *state,
              CooldownEveningReader *reader,
              const CooldownEvening *evening)
{
  CooldownWorkout workout;
  g_autofree char *time = NULL;
  g_autofree char *name = NULL;

  clear_mark (&self->marks[MARK_WORKOUT]);
  if (!cooldown_evening_reader_get_workout (reader, evening, &workout))
    return;
  time = cooldown_app_state_format_time (state, workout.ended);
  /* Translators: a workout and its length: "Run, 45 min" */
  name = g_strdup_printf (_("%1$s, %2$u min"), cooldown_workout_get_kind_name (workout.kind),
                          workout.minutes);
  /* Translators: %s is the time at which a workout ended */
  set_mark (&self->marks[MARK_WORKOUT], workout.ended, name,
            g_strdup_printf (_("ended %s"), time));
}

/* When the sky begins, usually at USUAL: nothing that happened that day is left out. */
static gint64
find_begin (CooldownEveningSky *self, gint64 usual)
{
  for (guint i = 0; i < N_MARKS; i++)
    if (self->marks[i].at != 0)
      usual = MIN (usual, self->marks[i].at - BEFORE_MARK);
  return usual;
}

static void
update_words (CooldownEveningSky *self)
{
  g_autoptr (GString) words = g_string_new (self->now_text);

  for (guint i = 0; i < N_MARKS; i++)
    if (self->marks[i].at != 0)
      {
        g_string_append (words, " · ");
        /* Translators: a mark in the picture of the evening and its time: "Bed: 22:45" */
        g_string_append_printf (words, _("%1$s: %2$s"), self->marks[i].name,
                                self->marks[i].detail);
      }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str,
                                  -1);
}

/**
 * cooldown_evening_sky_update:
 * @self: the sky
 * @state: what is going on
 * @reader: what reads the workouts
 *
 * Shows tonight as it is now. Without a bedtime nothing is drawn.
 */
void
cooldown_evening_sky_update (CooldownEveningSky *self,
                             CooldownAppState *state,
                             CooldownEveningReader *reader)
{
  CooldownClock *clock;
  CooldownEvening evening;
  g_autofree char *now = NULL;

  g_return_if_fail (COOLDOWN_IS_EVENING_SKY (self));
  self->begins = self->ends = 0;
  if (!cooldown_evening_plan_get (state, &evening))
    return;
  clock = cooldown_app_state_get_clock (state);
  self->now = cooldown_app_state_now (state).wall;
  self->ends = MAX (cooldown_local_time_on (clock, evening.date, SKY_ENDS),
                    evening.bed + AFTER_BED);
  mark_caffeine (self, state, &evening);
  mark_workout (self, state, reader, &evening);
  set_mark (&self->marks[MARK_WIND_DOWN], evening.wind_down, _("Wind-down"),
            cooldown_app_state_format_time (state, evening.wind_down));
  set_mark (&self->marks[MARK_BED], evening.bed, C_("time", "Bed"),
            cooldown_app_state_format_time (state, evening.bed));
  self->begins = find_begin (self, cooldown_local_time_on (clock, evening.date, SKY_BEGINS));
  now = cooldown_app_state_format_time (state, self->now);
  g_free (self->now_text);
  /* Translators: %s is the time that it is: “Now 21:40” */
  self->now_text = g_strdup_printf (_("Now %s"), now);
  update_words (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
