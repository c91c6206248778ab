/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-frame.h"

#include "pair.h"

#include <adwaita.h>

#define DEFAULT_LEVEL 2
/* A table of more rows scrolls by itself, so that what is below it stays within reach. */
#define MOST_ROWS 12
#define LONG_HEIGHT 320

struct _CooldownChartFrame
{
  GtkBox parent_instance;
  int level;

  AdwBin *head;
  GtkWidget *own_head;
  GtkLabel *title;
  GtkLabel *legend;
  AdwBin *control;
  GtkLabel *nothing;
  GtkStack *stack;
  AdwBin *picture;
  GtkScrolledWindow *scroller;
  CooldownFactTable *table;
  GtkToggleButton *as_table;
};

G_DEFINE_FINAL_TYPE (CooldownChartFrame, cooldown_chart_frame, GTK_TYPE_BOX)

typedef enum
{
  PROP_TITLE = 1,
  PROP_LEVEL,
  PROP_PICTURE,
  PROP_CONTROL,
  PROP_HEAD,
} CooldownChartFrameProperty;

static GParamSpec *properties[PROP_HEAD + 1];

static void
toggled_cb (CooldownChartFrame *self)
{
  gtk_stack_set_visible_child_name (
      self->stack, gtk_toggle_button_get_active (self->as_table) ? "table" : "picture");
}

static void
set_title (CooldownChartFrame *self, const char *title)
{
  gtk_label_set_label (self->title, title);
  /* There are several such buttons. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->as_table),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
}

static void
set_level (CooldownChartFrame *self, int level)
{
  self->level = level;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  level, -1);
}

static void
cooldown_chart_frame_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  CooldownChartFrame *self = COOLDOWN_CHART_FRAME (object);

  switch ((CooldownChartFrameProperty) id)
    {
    case PROP_TITLE:
      set_title (self, g_value_get_string (value));
      break;
    case PROP_LEVEL:
      set_level (self, g_value_get_int (value));
      break;
    case PROP_PICTURE:
      adw_bin_set_child (self->picture, g_value_get_object (value));
      break;
    case PROP_CONTROL:
      adw_bin_set_child (self->control, g_value_get_object (value));
      gtk_widget_set_visible (GTK_WIDGET (self->control), g_value_get_object (value) != NULL);
      break;
    case PROP_HEAD:
      adw_bin_set_child (self->head, g_value_get_object (value));
      gtk_widget_set_visible (GTK_WIDGET (self->head), g_value_get_object (value) != NULL);
      gtk_widget_set_visible (self->own_head, g_value_get_object (value) == NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_chart_frame_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CooldownChartFrame *self = COOLDOWN_CHART_FRAME (object);

  switch ((CooldownChartFrameProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title));
      break;
    case PROP_LEVEL:
      g_value_set_int (value, self->level);
      break;
    case PROP_PICTURE:
      g_value_set_object (value, adw_bin_get_child (self->picture));
      break;
    case PROP_CONTROL:
      g_value_set_object (value, adw_bin_get_child (self->control));
      break;
    case PROP_HEAD:
      g_value_set_object (value, adw_bin_get_child (self->head));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_chart_frame_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_CHART_FRAME);
  G_OBJECT_CLASS (cooldown_chart_frame_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *klass)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_LEVEL] = g_param_spec_int ("level", NULL, NULL, 1, 6, DEFAULT_LEVEL, flags);
  properties[PROP_PICTURE] = g_param_spec_object ("picture", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTROL] = g_param_spec_object ("control", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_HEAD] = g_param_spec_object ("head", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (klass, G_N_ELEMENTS (properties), properties);
}

static void
cooldown_chart_frame_class_init (CooldownChartFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = cooldown_chart_frame_set_property;
  object_class->get_property = cooldown_chart_frame_get_property;
  object_class->dispose = cooldown_chart_frame_dispose;
  install_properties (object_class);
  g_type_ensure (COOLDOWN_TYPE_FACT_TABLE);
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/chart-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownChartFrame, head);
  gtk_widget_class_bind_template_child (widget_class, CooldownChartFrame, own_head);
  gtk_widget_class_bind_template_child (widget_class, CooldownChartFrame, title);
  gtk_widget_class_bind_template_child (widget_class, CooldownChartFrame, legend);
  gtk_widget_class_bind_template_child (widget_class, CooldownChartFrame, control);
  gtk_widget_class_bind_template_child (widget_class, CooldownChartFrame, nothing);
  gtk_widget_class_bind_template_child (widget_class, CooldownChartFrame, stack);
  gtk_widget_class_bind_template_child (widget_class, CooldownChartFrame, picture);
  gtk_widget_class_bind_template_child (widget_class, CooldownChartFrame, scroller);
  gtk_widget_class_bind_template_child (widget_class, CooldownChartFrame, table);
  gtk_widget_class_bind_template_child (widget_class, CooldownChartFrame, as_table);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
cooldown_chart_frame_init (CooldownChartFrame *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_level (self, DEFAULT_LEVEL);
}

/**
 * cooldown_chart_frame_new:
 *
 * Returns: (transfer floating): a frame without a picture
 */
GtkWidget *
cooldown_chart_frame_new (void)
{
  return g_object_new (COOLDOWN_TYPE_CHART_FRAME, NULL);
}

/**
 * cooldown_chart_frame_get_table:
 * @self: a frame
 *
 * Returns: (transfer none): the table of its numbers
 */
CooldownFactTable *
cooldown_chart_frame_get_table (CooldownChartFrame *self)
{
  g_return_val_if_fail (COOLDOWN_IS_CHART_FRAME (self), NULL);
  return self->table;
}

static void
fit_table (CooldownChartFrame *self)
{
  gboolean fits = cooldown_fact_table_get_n_rows (self->table) <= MOST_ROWS;
  double scale = cooldown_text_scale_get (GTK_WIDGET (self));

  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER,
                                  fits ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (self->scroller,
                                              fits ? -1 : (int) (LONG_HEIGHT * scale));
}

static void
show (CooldownChartFrame *self, gboolean picture, const char *legend, const char *nothing)
{
  gtk_label_set_label (self->legend, legend != NULL ? legend : "");
  gtk_widget_set_visible (GTK_WIDGET (self->legend), legend != NULL);
  gtk_label_set_label (self->nothing, nothing != NULL ? nothing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), nothing != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), picture);
  gtk_widget_set_visible (GTK_WIDGET (self->as_table), picture);
}

/**
 * cooldown_chart_frame_show_picture:
 * @self: a frame
 * @legend: (nullable): what is seen there
 *
 * Shows the picture, or the table if that is wanted. The table has been filled before.
 */
void
cooldown_chart_frame_show_picture (CooldownChartFrame *self, const char *legend)
{
  g_return_if_fail (COOLDOWN_IS_CHART_FRAME (self));
  fit_table (self);
  show (self, TRUE, legend, NULL);
}

/**
 * cooldown_chart_frame_show_nothing:
 * @self: a frame
 * @why: (nullable): a sentence; %NULL where the head says it
 *
 * Shows that sentence instead of a picture.
 */
void
cooldown_chart_frame_show_nothing (CooldownChartFrame *self, const char *why)
{
  g_return_if_fail (COOLDOWN_IS_CHART_FRAME (self));
  show (self, FALSE, NULL, why);
}
