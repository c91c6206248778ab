/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pair.h"

struct _CooldownPair
{
  GtkWidget parent_instance;
  int spacing;
  int row_spacing;
  int wide_from;
};

static void cooldown_pair_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CooldownPair,
                               cooldown_pair,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      cooldown_pair_buildable_init))

static GtkBuildableIface *parent_buildable;

typedef enum
{
  PROP_SPACING = 1,
  PROP_ROW_SPACING,
  PROP_WIDE_FROM,
} CooldownPairProperty;

static GParamSpec *properties[PROP_WIDE_FROM + 1];

/* The children that take part in the layout, %NULL for those that do not. */
typedef struct
{
  GtkWidget *start;
  GtkWidget *end;
} Children;

static Children
get_children (CooldownPair *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self));
  GtkWidget *second = first != NULL ? gtk_widget_get_next_sibling (first) : NULL;
  Children children = { first, second };

  if (first != NULL && !gtk_widget_should_layout (first))
    children.start = NULL;
  if (second != NULL && !gtk_widget_should_layout (second))
    children.end = NULL;
  return children;
}

static int
natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* How wide the end is when both stand beside each other in WIDTH; negative when they do not. */
static int
get_end_width (CooldownPair *self, const Children *children, int width)
{
  int end;

  if (children->start == NULL || children->end == NULL)
    return -1;
  if (self->wide_from > 0)
    return width >= self->wide_from * cooldown_text_scale_get (GTK_WIDGET (self))
               ? (width - self->spacing) / 2
               : -1;
  end = natural_width (children->end);
  return natural_width (children->start) + self->spacing + end <= width ? end : -1;
}

static int
measure_height (GtkWidget *child, int width)
{
  int minimum;

  if (child == NULL)
    return 0;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
measure_pair_height (CooldownPair *self, int width)
{
  Children children = get_children (self);
  int end = get_end_width (self, &children, width);

  if (end >= 0)
    return MAX (measure_height (children.start, width - self->spacing - end),
                measure_height (children.end, end));
  return measure_height (children.start, width) + measure_height (children.end, width) +
         (children.start != NULL && children.end != NULL ? self->row_spacing : 0);
}

/* The height that is needed however wide it gets. */
static int
measure_least_height (CooldownPair *self)
{
  Children children = get_children (self);

  return MAX (measure_height (children.start, -1), measure_height (children.end, -1));
}

static void
measure_pair_width (CooldownPair *self, int *minimum, int *natural)
{
  Children children = get_children (self);
  GtkWidget *each[] = { children.start, children.end };

  for (guint i = 0; i < G_N_ELEMENTS (each); i++)
    if (each[i] != NULL)
      {
        int child_minimum, child_natural;

        gtk_widget_measure (each[i], GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                            NULL, NULL);
        *minimum = MAX (*minimum, child_minimum);
        *natural += child_natural + (*natural > 0 ? self->spacing : 0);
      }
}

static GtkSizeRequestMode
cooldown_pair_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cooldown_pair_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  CooldownPair *self = COOLDOWN_PAIR (widget);

  *minimum = *natural = 0;
  measure_pair_width (self, minimum, natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  *natural = measure_pair_height (self, for_size < 0 ? *natural : for_size);
  *minimum = for_size < 0 ? MIN (measure_least_height (self), *natural) : *natural;
}

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  if (child != NULL)
    gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
cooldown_pair_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CooldownPair *self = COOLDOWN_PAIR (widget);
  Children children = get_children (self);
  int end = get_end_width (self, &children, width);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int first;

  if (end >= 0)
    {
      int start = width - self->spacing - end;

      allocate (children.start, rtl ? end + self->spacing : 0, 0, start, height);
      allocate (children.end, rtl ? 0 : start + self->spacing, 0, end, height);
      return;
    }
  first = measure_height (children.start, width);
  allocate (children.start, 0, 0, width, children.end != NULL ? first : height);
  if (children.start != NULL)
    first += self->row_spacing;
  allocate (children.end, 0, first, width, height - first);
}

static void
cooldown_pair_add_child (GtkBuildable *buildable,
                         GtkBuilder *builder,
                         GObject *child,
                         const char *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
cooldown_pair_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = cooldown_pair_add_child;
}

static int *
get_field (CooldownPair *self, guint id)
{
  switch ((CooldownPairProperty) id)
    {
    case PROP_SPACING:
      return &self->spacing;
    case PROP_ROW_SPACING:
      return &self->row_spacing;
    case PROP_WIDE_FROM:
      return &self->wide_from;
    default:
      return NULL;
    }
}

static void
cooldown_pair_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  int *field = get_field (COOLDOWN_PAIR (object), id);

  if (field != NULL)
    g_value_set_int (value, *field);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
cooldown_pair_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  int *field = get_field (COOLDOWN_PAIR (object), id);

  if (field == NULL)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
      return;
    }
  *field = g_value_get_int (value);
  gtk_widget_queue_resize (GTK_WIDGET (object));
}

static void
cooldown_pair_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (cooldown_pair_parent_class)->dispose (object);
}

static GParamSpec *
length_spec (const char *name, int preset)
{
  return g_param_spec_int (name, NULL, NULL, 0, G_MAXINT16, preset,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
}

static void
cooldown_pair_class_init (CooldownPairClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cooldown_pair_get_property;
  object_class->set_property = cooldown_pair_set_property;
  object_class->dispose = cooldown_pair_dispose;
  properties[PROP_SPACING] = length_spec ("spacing", 12);
  properties[PROP_ROW_SPACING] = length_spec ("row-spacing", 8);
  properties[PROP_WIDE_FROM] = length_spec ("wide-from", 0);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  widget_class->get_request_mode = cooldown_pair_get_request_mode;
  widget_class->measure = cooldown_pair_measure;
  widget_class->size_allocate = cooldown_pair_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cooldown_pair_init (CooldownPair *self)
{
  self->spacing = 12;
  self->row_spacing = 8;
}

/**
 * cooldown_pair_new:
 * @start: (nullable): what stands at the start, or above
 * @end: (nullable): what stands at the end, or below
 *
 * Returns: (transfer floating): both in a pair
 */
GtkWidget *
cooldown_pair_new (GtkWidget *start, GtkWidget *end)
{
  GtkWidget *self = g_object_new (COOLDOWN_TYPE_PAIR, NULL);

  if (start != NULL)
    gtk_widget_set_parent (start, self);
  if (end != NULL)
    gtk_widget_set_parent (end, self);
  return self;
}

/**
 * cooldown_text_scale_get:
 * @widget: a widget on a display
 *
 * Returns: how much larger than usual the user wants text, at least 1
 */
double
cooldown_text_scale_get (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? MAX (dpi / 1024.0 / 96.0, 1.0) : 1.0;
}
