/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dot-view.h"

#include "paint.h"
#include "report/dot-chart.h"
#include "report/entry-words.h"
#include "report/tally-words.h"

#include <math.h>

#define LEAST_WIDTH 200
#define NATURAL_WIDTH 760
/* From the edge of a dot, in pixels: a finger is wide. */
#define REACH 12
#define WORDS_SCALE .82
#define WORDS .72
#define WORDS_HIGH_CONTRAST .9
#define LINES .12
#define LINES_HIGH_CONTRAST .5

struct _CooldownDotView
{
  GtkWidget parent_instance;
  CooldownTally *tally; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CooldownDotView, cooldown_dot_view, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_ACTIVATED,
} CooldownDotViewSignal;

static guint signals[SIGNAL_ACTIVATED + 1];

static PangoLayout *
layout_new (CooldownDotView *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (WORDS_SCALE));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static CooldownDotFrame
get_frame (CooldownDotView *self, PangoLayout *layout)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return cooldown_dot_frame_fit (self->tally, layout, gtk_widget_get_width (widget),
                                 gtk_widget_get_height (widget));
}

static CooldownDotColors
get_colors (GtkWidget *widget)
{
  gboolean high = cooldown_paint_is_high_contrast ();
  GdkRGBA foreground = cooldown_paint_foreground (widget);
  GdkRGBA words = cooldown_paint_fade (foreground, high ? WORDS_HIGH_CONTRAST : WORDS);
  GdkRGBA line = cooldown_paint_fade (foreground, high ? LINES_HIGH_CONTRAST : LINES);

  return (CooldownDotColors){
    .background = cooldown_paint_on_card (widget, (GdkRGBA){ 0 }),
    .text = cooldown_paint_on_card (widget, words),
    .line = cooldown_paint_on_card (widget, line),
    .mild = cooldown_paint_on_card (widget, cooldown_paint_lookup (widget, "accent_bg_color")),
    .medium = cooldown_paint_on_card (widget, cooldown_paint_lookup (widget, "orange_3")),
    .strong = cooldown_paint_on_card (widget, cooldown_paint_lookup (widget, "red_3")),
    .outlined = high,
  };
}

static void
cooldown_dot_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CooldownDotView *self = COOLDOWN_DOT_VIEW (widget);
  g_autoptr (PangoLayout) layout = NULL;
  CooldownDotColors colors;
  CooldownDotFrame frame;
  cairo_t *cr;

  if (self->tally == NULL)
    return;
  layout = layout_new (self);
  frame = get_frame (self, layout);
  colors = get_colors (widget);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                       (float) gtk_widget_get_height (widget)));
  cooldown_dot_chart_paint (cr, &frame, self->tally, &colors, layout);
  cairo_destroy (cr);
}

static void
cooldown_dot_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  CooldownDotView *self = COOLDOWN_DOT_VIEW (widget);
  g_autoptr (PangoLayout) layout = NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  *minimum = *natural = 0;
  if (self->tally == NULL)
    return;
  layout = layout_new (self);
  *minimum = *natural = (int) ceil (cooldown_dot_frame_measure (self->tally, layout));
}

/* Dots can be reached. */

static const CooldownTallyMark *
hit (CooldownDotView *self, double x, double y)
{
  g_autoptr (PangoLayout) layout = NULL;
  CooldownDotFrame frame;
  int index;

  if (self->tally == NULL)
    return NULL;
  layout = layout_new (self);
  frame = get_frame (self, layout);
  index = cooldown_dot_frame_hit (&frame, self->tally, x, y, REACH);
  return index != COOLDOWN_DOT_NONE
             ? &g_array_index (self->tally->episodes, CooldownTallyMark, index)
             : NULL;
}

static void
released_cb (CooldownDotView *self, int n_press, double x, double y)
{
  CooldownEntry *entry = cooldown_dot_view_pick (self, x, y);

  if (entry != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, entry);
}

static void
motion_cb (CooldownDotView *self, double x, double y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hit (self, x, y) != NULL ? "pointer" : NULL);
}

static gboolean
cooldown_dot_view_query_tooltip (GtkWidget *widget,
                                 int x,
                                 int y,
                                 gboolean keyboard,
                                 GtkTooltip *tooltip)
{
  const CooldownTallyMark *mark = keyboard ? NULL : hit (COOLDOWN_DOT_VIEW (widget), x, y);
  g_autofree char *words = NULL;

  if (mark == NULL)
    return FALSE;
  words = cooldown_tally_mark_format (mark);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
cooldown_dot_view_finalize (GObject *object)
{
  cooldown_tally_unref (COOLDOWN_DOT_VIEW (object)->tally);
  G_OBJECT_CLASS (cooldown_dot_view_parent_class)->finalize (object);
}

static void
cooldown_dot_view_class_init (CooldownDotViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cooldown_dot_view_finalize;
  widget_class->snapshot = cooldown_dot_view_snapshot;
  widget_class->measure = cooldown_dot_view_measure;
  widget_class->query_tooltip = cooldown_dot_view_query_tooltip;
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                            COOLDOWN_TYPE_ENTRY);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cooldown_dot_view_init (CooldownDotView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  cooldown_paint_watch (GTK_WIDGET (self));
}

/**
 * cooldown_dot_view_new:
 *
 * Returns: (transfer floating): a chart that shows nothing
 */
GtkWidget *
cooldown_dot_view_new (void)
{
  return g_object_new (COOLDOWN_TYPE_DOT_VIEW, NULL);
}

/**
 * cooldown_dot_view_set_tally:
 * @self: a chart
 * @tally: (nullable): what it shows
 */
void
cooldown_dot_view_set_tally (CooldownDotView *self, CooldownTally *tally)
{
  g_autofree char *words = NULL;

  g_return_if_fail (COOLDOWN_IS_DOT_VIEW (self));

  if (tally != NULL)
    cooldown_tally_ref (tally);
  cooldown_tally_unref (self->tally);
  self->tally = tally;
  words = tally != NULL ? cooldown_tally_format_strength (tally) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * cooldown_dot_view_pick:
 * @self: a chart
 * @x: a place in it
 * @y: a place in it
 *
 * Returns: (transfer none) (nullable): the episode whose dot is at that place or close by
 */
CooldownEntry *
cooldown_dot_view_pick (CooldownDotView *self, double x, double y)
{
  const CooldownTallyMark *mark;

  g_return_val_if_fail (COOLDOWN_IS_DOT_VIEW (self), NULL);
  mark = hit (self, x, y);
  return mark != NULL ? mark->entry : NULL;
}
