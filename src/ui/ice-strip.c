/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ice-strip.h"

#include "paint.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define BAR_HEIGHT 8
#define BAR_GAP 10
/* Between the bar of the present round and its outline. */
#define OUTLINE 3
#define TEXT_GAP 6
#define TICK_SIZE 12
#define TICK_GAP 3
#define NATURAL_BAR 80
#define LEAST_BAR 24

/* How a round is drawn. */
typedef enum
{
  BAR_OPEN,
  BAR_NOW,
  BAR_DONE,
  BAR_SKIPPED,
  BAR_BROKEN_OFF,
} BarKind;

typedef struct
{
  BarKind kind;
  double filled; /* 0 to 1 */
  PangoLayout *time;
} Bar;

struct _CooldownIceStrip
{
  GtkWidget parent_instance;
  Bar bars[COOLDOWN_ICE_MAX_ROUNDS];
  guint n_bars;
  char *spoken; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CooldownIceStrip, cooldown_ice_strip, GTK_TYPE_WIDGET)

static void
clear_bars (CooldownIceStrip *self)
{
  for (guint i = 0; i < self->n_bars; i++)
    g_clear_object (&self->bars[i].time);
  self->n_bars = 0;
}

static double
get_bar_width (CooldownIceStrip *self, int width)
{
  guint gaps = MAX (self->n_bars, 1) - 1;

  return (width - (double) (gaps * BAR_GAP) - 2 * OUTLINE) / MAX (self->n_bars, 1);
}

static int
get_time_width (CooldownIceStrip *self)
{
  int widest = 0;

  for (guint i = 0; i < self->n_bars; i++)
    {
      int width;

      pango_layout_get_pixel_size (self->bars[i].time, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest;
}

static int
get_time_height (CooldownIceStrip *self)
{
  int highest = 0;

  for (guint i = 0; i < self->n_bars; i++)
    {
      int height;

      pango_layout_get_pixel_size (self->bars[i].time, NULL, &height);
      highest = MAX (highest, height);
    }
  return highest;
}

/* Whether there is room for a tick before the time; else it stands below. */
static gboolean
has_room_for_ticks (CooldownIceStrip *self, int width)
{
  return get_time_width (self) + TICK_SIZE + TICK_GAP <= get_bar_width (self, width) + BAR_GAP / 2;
}

/* Times that are wider than their bars are set in turn on as many lines as it takes. */
static int
get_n_lines (CooldownIceStrip *self, int width)
{
  double room = get_bar_width (self, width) + BAR_GAP / 2;

  return room > 0 ? MAX ((int) ceil (get_time_width (self) / room), 1) : 1;
}

static void
add_rounded_bar (cairo_t *cr, double x, double y, double width, double height)
{
  double radius = MIN (width, height) / 2;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (cr, x + width - radius, y + radius, radius, 3 * G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
}

static void
fill_share (cairo_t *cr, GdkRGBA color, double x, double width, double from, double share)
{
  cairo_save (cr);
  add_rounded_bar (cr, x, OUTLINE, width, BAR_HEIGHT);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_rectangle (cr, x + from * width, OUTLINE, share * width, BAR_HEIGHT);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
stroke_bar (cairo_t *cr, GdkRGBA color, double x, double width, double grow)
{
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 1.5);
  add_rounded_bar (cr, x - grow, OUTLINE - grow, width + 2 * grow, BAR_HEIGHT + 2 * grow);
  cairo_stroke (cr);
}

static void
draw_bar (CooldownIceStrip *self, const Bar *bar, cairo_t *cr, double x, double width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  GdkRGBA foreground = cooldown_paint_foreground (widget);
  GdkRGBA accent = cooldown_paint_lookup (widget, "accent_bg_color");
  GdkRGBA warm = cooldown_paint_lookup (widget, "orange_3");
  GdkRGBA track = cooldown_paint_fade (foreground, contrast ? .4 : .12);

  if (bar->kind == BAR_SKIPPED)
    {
      stroke_bar (cr, cooldown_paint_fade (foreground, .45), x + 1, width - 2, -.75);
      return;
    }
  fill_share (cr, track, x, width, 0, 1);
  fill_share (cr, bar->kind == BAR_BROKEN_OFF ? warm : accent, x, width, rtl ? 1 - bar->filled : 0,
              bar->filled);
  if (bar->kind == BAR_NOW)
    stroke_bar (cr, accent, x, width, OUTLINE - .75);
}

static void
draw_sign (CooldownIceStrip *self, const Bar *bar, cairo_t *cr, double x, double y)
{
  GdkRGBA color = bar->kind == BAR_DONE
                      ? cooldown_paint_lookup (GTK_WIDGET (self), "accent_color")
                      : cooldown_paint_fade (cooldown_paint_foreground (GTK_WIDGET (self)), .72);

  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (bar->kind == BAR_DONE)
    {
      cairo_move_to (cr, x + 1.5, y + TICK_SIZE * .55);
      cairo_line_to (cr, x + TICK_SIZE * .38, y + TICK_SIZE * .85);
      cairo_line_to (cr, x + TICK_SIZE - 1, y + TICK_SIZE * .2);
    }
  else
    {
      cairo_move_to (cr, x + 2, y + TICK_SIZE / 2.0);
      cairo_line_to (cr, x + TICK_SIZE - 2, y + TICK_SIZE / 2.0);
    }
  cairo_stroke (cr);
}

static gboolean
has_sign (const Bar *bar)
{
  return bar->kind == BAR_DONE || bar->kind == BAR_SKIPPED;
}

static void
draw_time (CooldownIceStrip *self, const Bar *bar, GtkSnapshot *snapshot, double x, double y)
{
  GdkRGBA color = cooldown_paint_foreground (GTK_WIDGET (self));

  if (bar->kind != BAR_NOW)
    color = cooldown_paint_fade (color, .72);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) round (x), (float) round (y)));
  gtk_snapshot_append_layout (snapshot, bar->time, &color);
  gtk_snapshot_restore (snapshot);
}

/* The time below a bar, and the sign before it or, where it is narrow, below that. */
static void
draw_words (CooldownIceStrip *self, guint index, GtkSnapshot *snapshot, cairo_t *cr, double x)
{
  const Bar *bar = &self->bars[index];
  int full = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean beside = has_room_for_ticks (self, full);
  double center = x + get_bar_width (self, full) / 2;
  int lines = get_n_lines (self, full);
  int line_height = get_time_height (self);
  double y = BAR_HEIGHT + 2 * OUTLINE + TEXT_GAP + (int) (index % (guint) lines) * line_height;
  double sign = has_sign (bar) && beside ? TICK_SIZE + TICK_GAP : 0;
  int width, height;
  double left;

  pango_layout_get_pixel_size (bar->time, &width, &height);
  left = CLAMP (center - (width + sign) / 2, 0, MAX (full - width - sign, 0));
  draw_time (self, bar, snapshot, left + sign, y);
  if (!has_sign (bar))
    return;
  if (beside)
    draw_sign (self, bar, cr, left, y + (height - TICK_SIZE) / 2.0);
  else
    draw_sign (self, bar, cr, center - TICK_SIZE / 2.0,
               BAR_HEIGHT + 2 * OUTLINE + TEXT_GAP + lines * line_height);
}

static void
cooldown_ice_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CooldownIceStrip *self = COOLDOWN_ICE_STRIP (widget);
  int full = gtk_widget_get_width (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double width = get_bar_width (self, full);
  cairo_t *cr;

  if (self->n_bars == 0 || width <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, full, gtk_widget_get_height (widget)));
  for (guint i = 0; i < self->n_bars; i++)
    {
      guint place = rtl ? self->n_bars - 1 - i : i;
      double x = OUTLINE + place * (width + BAR_GAP);

      draw_bar (self, &self->bars[i], cr, x, width);
      draw_words (self, i, snapshot, cr, x);
    }
  cairo_destroy (cr);
}

static GtkSizeRequestMode
cooldown_ice_strip_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cooldown_ice_strip_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  CooldownIceStrip *self = COOLDOWN_ICE_STRIP (widget);
  int gaps = (int) MAX (self->n_bars, 1) - 1;

  *minimum = (int) self->n_bars * LEAST_BAR + gaps * BAR_GAP + 2 * OUTLINE;
  *natural = (int) self->n_bars * NATURAL_BAR + gaps * BAR_GAP + 2 * OUTLINE;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  if (for_size < 0)
    for_size = *natural;
  *minimum = BAR_HEIGHT + 2 * OUTLINE + TEXT_GAP +
             get_n_lines (self, for_size) * get_time_height (self);
  if (!has_room_for_ticks (self, for_size))
    *minimum += TICK_SIZE;
  *natural = *minimum;
}

static void
cooldown_ice_strip_finalize (GObject *object)
{
  CooldownIceStrip *self = COOLDOWN_ICE_STRIP (object);

  clear_bars (self);
  g_free (self->spoken);
  G_OBJECT_CLASS (cooldown_ice_strip_parent_class)->finalize (object);
}

static void
cooldown_ice_strip_class_init (CooldownIceStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cooldown_ice_strip_finalize;
  widget_class->snapshot = cooldown_ice_strip_snapshot;
  widget_class->get_request_mode = cooldown_ice_strip_get_request_mode;
  widget_class->measure = cooldown_ice_strip_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cooldown_ice_strip_init (CooldownIceStrip *self)
{
  cooldown_paint_watch (GTK_WIDGET (self));
}

static PangoLayout *
lay_out_time (CooldownIceStrip *self, const char *time, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), time);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static BarKind
get_kind (const CooldownIceState *ice, guint index)
{
  const CooldownIceRound *round = &ice->rounds[index];

  if (round->skipped)
    return BAR_SKIPPED;
  if (round->finished)
    return BAR_DONE;
  if (cooldown_ice_phase_is_over (ice->phase))
    return round->begun ? BAR_BROKEN_OFF : BAR_OPEN;
  return index + 1 == ice->round ? BAR_NOW : BAR_OPEN;
}

static double
get_filled (const CooldownIceState *ice, guint index, BarKind kind, gint64 axis)
{
  if (kind == BAR_DONE || kind == BAR_BROKEN_OFF)
    return 1;
  if (kind != BAR_NOW || !ice->rounds[index].begun)
    return 0;
  if (ice->phase != COOLDOWN_ICE_ON)
    return 1;
  return CLAMP ((double) (axis - ice->since) / (double) MAX (ice->bell - ice->since, 1), 0, 1);
}

static char *
tell_bar (guint round, const char *time, BarKind kind)
{
  switch (kind)
    {
    case BAR_DONE:
      /* Translators: a round of ice and its clock time. */
      return g_strdup_printf (_ ("Round %1$u at %2$s, done."), round, time);
    case BAR_NOW:
      return g_strdup_printf (_ ("Round %1$u at %2$s, the present one."), round, time);
    case BAR_SKIPPED:
      return g_strdup_printf (_ ("Round %1$u at %2$s, skipped."), round, time);
    case BAR_BROKEN_OFF:
      return g_strdup_printf (_ ("Round %1$u at %2$s, broken off."), round, time);
    case BAR_OPEN:
    default:
      return g_strdup_printf (_ ("Round %1$u at %2$s, to come."), round, time);
    }
}

/* Takes @words: one sentence per round. */
static void
set_spoken (CooldownIceStrip *self, char *words)
{
  g_autofree char *spoken = words;

  if (g_strcmp0 (self->spoken, spoken) == 0)
    return;
  g_free (self->spoken);
  self->spoken = g_steal_pointer (&spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->spoken, -1);
}

/**
 * cooldown_ice_strip_show:
 * @self: a strip
 * @state: what is going on
 *
 * Shows the rounds of the session of ice as they are now.
 */
void
cooldown_ice_strip_show (CooldownIceStrip *self, CooldownAppState *state)
{
  CooldownSession *session = cooldown_app_state_get_ice_session (state);
  CooldownIceState ice = cooldown_app_state_get_ice (state);
  CooldownInstant now = cooldown_app_state_now (state);
  g_autoptr (GString) spoken = g_string_new (NULL);
  const int before[] = { (int) self->n_bars, get_time_width (self), get_time_height (self) };

  g_return_if_fail (COOLDOWN_IS_ICE_STRIP (self));

  clear_bars (self);
  for (guint i = 0; session != NULL && i < ice.n_rounds; i++)
    {
      gint64 wall = cooldown_session_get_wall (session, ice.rounds[i].started, &now);
      g_autofree char *time = cooldown_app_state_format_time (state, wall);
      BarKind kind = get_kind (&ice, i);
      g_autofree char *words = tell_bar (i + 1, time, kind);
      gint64 axis = cooldown_session_get_axis (session, &now);

      self->bars[self->n_bars++] = (Bar){ kind, get_filled (&ice, i, kind, axis),
                                          lay_out_time (self, time, kind == BAR_NOW) };
      g_string_append_printf (spoken, i > 0 ? " %s" : "%s", words);
    }
  set_spoken (self, g_string_free (g_steal_pointer (&spoken), FALSE));
  if (before[0] != (int) self->n_bars || before[1] != get_time_width (self) ||
      before[2] != get_time_height (self))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
