/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "split.h"

/* Between chips, in both directions. */
#define GAP 6

struct _CooldownWrap
{
  GtkWidget parent_instance;
};

static void cooldown_wrap_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CooldownWrap,
                               cooldown_wrap,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      cooldown_wrap_buildable_init))

static GtkBuildableIface *parent_buildable;

static int
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (child, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

/* The first child of the row after the one that begins with FIRST; how high that row is. */
static GtkWidget *
measure_row (GtkWidget *first, int width, int *height)
{
  GtkWidget *child;
  int used = 0;

  *height = 0;
  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int wide;

      if (!gtk_widget_should_layout (child))
        continue;
      wide = MIN (measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1), width);
      if (used > 0 && used + GAP + wide > width)
        break;
      used += wide + (used > 0 ? GAP : 0);
      *height = MAX (*height, measure_child (child, GTK_ORIENTATION_VERTICAL, wide));
    }
  return child;
}

static int
measure_rows (CooldownWrap *self, int width)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self));
  int total = 0;

  while (first != NULL)
    {
      int height;

      first = measure_row (first, width, &height);
      total += height + (total > 0 && height > 0 ? GAP : 0);
    }
  return total;
}

static GtkSizeRequestMode
cooldown_wrap_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (CooldownWrap *self, int *minimum, int *natural)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? GAP : 0);
    }
}

static void
cooldown_wrap_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (COOLDOWN_WRAP (widget), minimum, natural);
  else
    *minimum = *natural = measure_rows (COOLDOWN_WRAP (widget),
                                        for_size < 0 ? G_MAXINT / 2 : for_size);
}

static void
allocate_row (CooldownWrap *self, GtkWidget *first, GtkWidget *end, int y, int width, int height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    {
      int wide;

      if (!gtk_widget_should_layout (child))
        continue;
      wide = MIN (measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1), width);
      gtk_widget_size_allocate (
          child, &(GtkAllocation){ rtl ? width - x - wide : x, y, wide, height }, -1);
      x += wide + GAP;
    }
}

static void
cooldown_wrap_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CooldownWrap *self = COOLDOWN_WRAP (widget);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  int y = 0;

  while (first != NULL)
    {
      int row;
      GtkWidget *next = measure_row (first, width, &row);

      allocate_row (self, first, next, y, width, row);
      y += row + (row > 0 ? GAP : 0);
      first = next;
    }
}

static void
cooldown_wrap_add_child (GtkBuildable *buildable,
                         GtkBuilder *builder,
                         GObject *child,
                         const char *type)
{
  if (GTK_IS_WIDGET (child))
    cooldown_wrap_append (COOLDOWN_WRAP (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
cooldown_wrap_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = cooldown_wrap_add_child;
}

static void
cooldown_wrap_dispose (GObject *object)
{
  cooldown_wrap_clear (COOLDOWN_WRAP (object));
  G_OBJECT_CLASS (cooldown_wrap_parent_class)->dispose (object);
}

static void
cooldown_wrap_class_init (CooldownWrapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_wrap_dispose;
  widget_class->get_request_mode = cooldown_wrap_get_request_mode;
  widget_class->measure = cooldown_wrap_measure;
  widget_class->size_allocate = cooldown_wrap_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cooldown_wrap_init (CooldownWrap *self)
{
}

/**
 * cooldown_wrap_new:
 *
 * Returns: (transfer floating): a row without children that breaks into further rows
 */
GtkWidget *
cooldown_wrap_new (void)
{
  return g_object_new (COOLDOWN_TYPE_WRAP, NULL);
}

/**
 * cooldown_wrap_append:
 * @self: a wrap
 * @child: a widget without a parent
 *
 * Puts @child at the end of the last row.
 */
void
cooldown_wrap_append (CooldownWrap *self, GtkWidget *child)
{
  g_return_if_fail (COOLDOWN_IS_WRAP (self));
  g_return_if_fail (GTK_IS_WIDGET (child));
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * cooldown_wrap_clear:
 * @self: a wrap
 *
 * Takes all children out.
 */
void
cooldown_wrap_clear (CooldownWrap *self)
{
  GtkWidget *child;

  g_return_if_fail (COOLDOWN_IS_WRAP (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
