/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "step-row.h"

#include "paint.h"
#include "pair.h"

#include <glib/gi18n.h>

#define NODE_RADIUS 11
#define NODE_DOT 4.5
#define LINE 2
/* What stays free between a node and the line. */
#define GAP 2
/* How much of the text's colour an open node has. */
#define OPEN_ALPHA .32
#define OPEN_ALPHA_CONTRAST .8

struct _CooldownStepRow
{
  GtkListBoxRow parent_instance;
  const CooldownStep *step; /* belongs to the content */
  gboolean link;
  CooldownStepLook look;
  /* The rail towards the neighbours: whether there is one, and whether it is walked already. */
  gboolean above, above_done;
  gboolean below;

  GtkWidget *rail;
  GtkLabel *title;
  GtkLabel *detail;
  GtkBox *end;
  GtkLabel *time;
  GtkWidget *done;
  GtkWidget *chevron;
};

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CooldownStepRow, cooldown_step_row, GTK_TYPE_LIST_BOX_ROW)

static void
draw_line (cairo_t *cr, double x, double from, double to, const GdkRGBA *color)
{
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, LINE);
  cairo_move_to (cr, x, from);
  cairo_line_to (cr, x, to);
  cairo_stroke (cr);
}

static void
draw_disc (cairo_t *cr, double x, double y, double radius, const GdkRGBA *color)
{
  gdk_cairo_set_source_rgba (cr, color);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_ring (cairo_t *cr, double x, double y, const GdkRGBA *color)
{
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, LINE);
  cairo_arc (cr, x, y, NODE_RADIUS - LINE / 2.0, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_tick (cairo_t *cr, double x, double y, const GdkRGBA *color)
{
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 2.4);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x - 4.6, y + .2);
  cairo_line_to (cr, x - 1.4, y + 3.4);
  cairo_line_to (cr, x + 4.8, y - 3.4);
  cairo_stroke (cr);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  CooldownStepRow *self = data;
  GtkWidget *widget = GTK_WIDGET (area);
  GdkRGBA accent = cooldown_paint_lookup (widget, "accent_bg_color");
  GdkRGBA tick = cooldown_paint_lookup (widget, "accent_fg_color");
  GdkRGBA open = cooldown_paint_fade (cooldown_paint_foreground (widget),
                                      cooldown_paint_is_high_contrast () ? OPEN_ALPHA_CONTRAST
                                                                         : OPEN_ALPHA);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double x = rtl ? 12 : width - 12, y = height / 2.0;

  if (self->above)
    draw_line (cr, x, 0, y - NODE_RADIUS - GAP, self->above_done ? &accent : &open);
  if (self->below)
    draw_line (cr, x, y + NODE_RADIUS + GAP, height,
               self->look == COOLDOWN_STEP_DONE ? &accent : &open);
  if (self->look == COOLDOWN_STEP_DONE)
    {
      draw_disc (cr, x, y, NODE_RADIUS, &accent);
      draw_tick (cr, x, y, &tick);
      return;
    }
  draw_ring (cr, x, y, self->look == COOLDOWN_STEP_NEXT ? &accent : &open);
  if (self->look == COOLDOWN_STEP_NEXT)
    draw_disc (cr, x, y, NODE_DOT, &accent);
}

static void
on_done_clicked (CooldownStepRow *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* Not a style class: GTK 4.8 at times keeps the old weight when classes change twice in a frame. */
static void
set_bold (GtkLabel *label, gboolean bold)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  gtk_label_set_attributes (label, attributes);
}

static void
update_label (CooldownStepRow *self)
{
  const char *title = gtk_label_get_label (self->title);
  g_autofree char *next = NULL;

  if (self->look == COOLDOWN_STEP_NEXT)
    /* Translators: a step of the hour after a workout, and that it is the one to do now: “Drink if
     * thirsty, next” */
    next = g_strdup_printf (_("%s, next"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  next != NULL ? next : title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_label (self->detail), -1);
  if (!self->link)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                                 self->look == COOLDOWN_STEP_DONE ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                                  : GTK_ACCESSIBLE_TRISTATE_FALSE,
                                 -1);
}

static void
cooldown_step_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_STEP_ROW);
  G_OBJECT_CLASS (cooldown_step_row_parent_class)->dispose (object);
}

static void
cooldown_step_row_class_init (CooldownStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_step_row_dispose;
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownStepRow, rail);
  gtk_widget_class_bind_template_child (widget_class, CooldownStepRow, title);
  gtk_widget_class_bind_template_child (widget_class, CooldownStepRow, detail);
  gtk_widget_class_bind_template_child (widget_class, CooldownStepRow, end);
  gtk_widget_class_bind_template_child (widget_class, CooldownStepRow, time);
  gtk_widget_class_bind_template_child (widget_class, CooldownStepRow, done);
  gtk_widget_class_bind_template_child (widget_class, CooldownStepRow, chevron);
  gtk_widget_class_bind_template_callback (widget_class, on_done_clicked);
  signals[DONE] = g_signal_new ("done", COOLDOWN_TYPE_STEP_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
cooldown_step_row_init (CooldownStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->rail), draw_cb, self, NULL);
  cooldown_paint_watch (self->rail);
}

/**
 * cooldown_step_row_new:
 * @step: a step of the hour; belongs to the content
 * @link: whether it leads somewhere else instead of being ticked
 *
 * Returns: (transfer floating): its row, open
 */
GtkWidget *
cooldown_step_row_new (const CooldownStep *step, gboolean link)
{
  CooldownStepRow *self = g_object_new (
      COOLDOWN_TYPE_STEP_ROW, "accessible-role",
      link ? GTK_ACCESSIBLE_ROLE_LINK : GTK_ACCESSIBLE_ROLE_CHECKBOX, NULL);

  self->step = step;
  self->link = link;
  gtk_widget_set_visible (self->chevron, link);
  cooldown_step_row_set_words (self, step->title, step->detail);
  cooldown_step_row_update (self, COOLDOWN_STEP_OPEN, NULL);
  return GTK_WIDGET (self);
}

/**
 * cooldown_step_row_get_step:
 * @self: a row
 *
 * Returns: (transfer none): the step it is about
 */
const CooldownStep *
cooldown_step_row_get_step (CooldownStepRow *self)
{
  g_return_val_if_fail (COOLDOWN_IS_STEP_ROW (self), NULL);
  return self->step;
}

/**
 * cooldown_step_row_is_link:
 * @self: a row
 *
 * Returns: whether it leads somewhere else
 */
gboolean
cooldown_step_row_is_link (CooldownStepRow *self)
{
  g_return_val_if_fail (COOLDOWN_IS_STEP_ROW (self), FALSE);
  return self->link;
}

/**
 * cooldown_step_row_set_words:
 * @self: a row
 * @title: what to do
 * @detail: (nullable): more about it
 *
 * Says something other than the step's own words.
 */
void
cooldown_step_row_set_words (CooldownStepRow *self, const char *title, const char *detail)
{
  g_return_if_fail (COOLDOWN_IS_STEP_ROW (self));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL);
  update_label (self);
}

/**
 * cooldown_step_row_set_end:
 * @self: a row
 * @end: a widget without a parent
 *
 * Puts @end at the end of the row, or below its words where that is too narrow.
 */
void
cooldown_step_row_set_end (CooldownStepRow *self, GtkWidget *end)
{
  g_return_if_fail (COOLDOWN_IS_STEP_ROW (self));
  gtk_box_append (self->end, end);
}

/**
 * cooldown_step_row_update:
 * @self: a row
 * @look: how it is to look
 * @time: (nullable): when it was done, in words
 */
void
cooldown_step_row_update (CooldownStepRow *self, CooldownStepLook look, const char *time)
{
  g_return_if_fail (COOLDOWN_IS_STEP_ROW (self));
  self->look = look;
  gtk_label_set_label (self->time, time != NULL ? time : "");
  gtk_widget_set_visible (GTK_WIDGET (self->time), time != NULL);
  gtk_widget_set_visible (self->done, look == COOLDOWN_STEP_NEXT);
  gtk_widget_set_visible (GTK_WIDGET (self->detail),
                          look != COOLDOWN_STEP_DONE && *gtk_label_get_label (self->detail) != 0);
  set_class (GTK_WIDGET (self), "cd-next", look == COOLDOWN_STEP_NEXT);
  set_bold (self->title, look == COOLDOWN_STEP_NEXT);
  set_class (GTK_WIDGET (self), "cd-ticked", look == COOLDOWN_STEP_DONE);
  update_label (self);
  gtk_widget_queue_draw (self->rail);
}

/**
 * cooldown_step_row_set_rail:
 * @self: a row
 * @above: (nullable): the row shown above it
 * @below: (nullable): the row shown below it
 *
 * Joins the rail of @self to that of its neighbours.
 */
void
cooldown_step_row_set_rail (CooldownStepRow *self, CooldownStepRow *above, CooldownStepRow *below)
{
  g_return_if_fail (COOLDOWN_IS_STEP_ROW (self));
  self->above = above != NULL;
  self->above_done = above != NULL && above->look == COOLDOWN_STEP_DONE;
  self->below = below != NULL;
  gtk_widget_queue_draw (self->rail);
}
