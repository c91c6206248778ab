/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-row.h"

#define SPACING 8
/* Room for a time of day, and for most headings. */
#define LEAST_CHARS 5
#define LEAST_CHARS_HEADING 7

struct _CooldownFactRow
{
  GtkWidget parent_instance;
  CooldownFactColumns *columns;
};

G_DEFINE_FINAL_TYPE (CooldownFactRow, cooldown_fact_row, GTK_TYPE_WIDGET)

/* Columns. */

/**
 * cooldown_fact_columns_new:
 *
 * Returns: (transfer full): columns of a table without rows
 */
CooldownFactColumns *
cooldown_fact_columns_new (void)
{
  CooldownFactColumns *self = g_rc_box_new0 (CooldownFactColumns);

  self->rows = g_ptr_array_new ();
  return self;
}

static void
clear_columns (gpointer data)
{
  g_ptr_array_unref (((CooldownFactColumns *) data)->rows);
}

/**
 * cooldown_fact_columns_unref:
 * @self: columns
 */
void
cooldown_fact_columns_unref (CooldownFactColumns *self)
{
  g_rc_box_release_full (self, clear_columns);
}

static void
widen (CooldownFactColumns *self, GtkWidget *row)
{
  GtkWidget *cell = gtk_widget_get_first_child (row);

  for (guint i = 0; cell != NULL; i++, cell = gtk_widget_get_next_sibling (cell))
    {
      GtkRequestedSize *size = &self->sizes[i];
      int minimum, natural;

      gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      size->minimum_size = MAX (size->minimum_size, minimum);
      size->natural_size = MAX (size->natural_size, natural);
      self->n = MAX (self->n, i + 1);
    }
}

static void
measure_columns (CooldownFactColumns *self)
{
  if (self->measured)
    return;
  memset (self->sizes, 0, sizeof self->sizes);
  self->n = 0;
  for (guint i = 0; i < self->rows->len; i++)
    widen (self, g_ptr_array_index (self->rows, i));
  self->measured = TRUE;
}

/* How wide each column is in a table of that WIDTH. The last but one takes what is left over. */
static void
spread_columns (CooldownFactColumns *self, int width, int widths[COOLDOWN_FACT_MOST_COLUMNS])
{
  GtkRequestedSize sizes[COOLDOWN_FACT_MOST_COLUMNS];

  measure_columns (self);
  if (self->n == 0)
    return;
  width -= SPACING * (int) (self->n - 1);
  memcpy (sizes, self->sizes, sizeof sizes);
  for (guint i = 0; i < self->n; i++)
    width -= sizes[i].minimum_size;
  width = gtk_distribute_natural_allocation (MAX (width, 0), self->n, sizes);
  for (guint i = 0; i < self->n; i++)
    widths[i] = sizes[i].minimum_size;
  widths[self->n > 1 ? self->n - 2 : 0] += width;
}

/* A row. */

static void
measure_width (CooldownFactColumns *columns, int *minimum, int *natural)
{
  measure_columns (columns);
  for (guint i = 0; i < columns->n; i++)
    {
      *minimum += columns->sizes[i].minimum_size + (i > 0 ? SPACING : 0);
      *natural += columns->sizes[i].natural_size + (i > 0 ? SPACING : 0);
    }
}

static int
measure_height (CooldownFactRow *self, int width)
{
  GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self));
  int widths[COOLDOWN_FACT_MOST_COLUMNS] = { 0 }, highest = 0;

  spread_columns (self->columns, width, widths);
  for (guint i = 0; cell != NULL; i++, cell = gtk_widget_get_next_sibling (cell))
    {
      int height;

      gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, widths[i], &height, NULL, NULL, NULL);
      highest = MAX (highest, height);
    }
  return highest;
}

static void
cooldown_fact_row_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  CooldownFactRow *self = COOLDOWN_FACT_ROW (widget);

  *minimum = *natural = 0;
  measure_width (self->columns, minimum, natural);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = measure_height (self, for_size < 0 ? *natural : for_size);
}

static void
cooldown_fact_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CooldownFactRow *self = COOLDOWN_FACT_ROW (widget);
  GtkWidget *cell = gtk_widget_get_first_child (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int widths[COOLDOWN_FACT_MOST_COLUMNS] = { 0 }, x = 0;

  spread_columns (self->columns, width, widths);
  for (guint i = 0; cell != NULL; i++, cell = gtk_widget_get_next_sibling (cell))
    {
      GtkAllocation place = { rtl ? width - x - widths[i] : x, 0, widths[i], height };

      gtk_widget_size_allocate (cell, &place, -1);
      x += widths[i] + SPACING;
    }
}

static GtkSizeRequestMode
cooldown_fact_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static GtkWidget *
cell_new (const char *words, gboolean heading, gboolean number)
{
  GtkWidget *cell = g_object_new (
      GTK_TYPE_LABEL, "label", words, "yalign", 0.0, "wrap", TRUE, "wrap-mode",
      PANGO_WRAP_WORD_CHAR, "width-chars", number && heading ? LEAST_CHARS_HEADING : LEAST_CHARS,
      "xalign", number ? 1.0 : 0.0, "justify", number ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT,
      "accessible-role", heading ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_CELL,
      NULL);

  gtk_widget_add_css_class (cell, "cd-tnum");
  if (heading)
    gtk_widget_add_css_class (cell, "caption-heading");
  return cell;
}

static void
cooldown_fact_row_dispose (GObject *object)
{
  CooldownFactRow *self = COOLDOWN_FACT_ROW (object);
  GtkWidget *cell;

  while ((cell = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (cell);
  if (self->columns != NULL)
    {
      g_ptr_array_remove_fast (self->columns->rows, self);
      self->columns->measured = FALSE;
    }
  g_clear_pointer (&self->columns, cooldown_fact_columns_unref);
  G_OBJECT_CLASS (cooldown_fact_row_parent_class)->dispose (object);
}

static void
cooldown_fact_row_class_init (CooldownFactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_fact_row_dispose;
  widget_class->measure = cooldown_fact_row_measure;
  widget_class->size_allocate = cooldown_fact_row_size_allocate;
  widget_class->get_request_mode = cooldown_fact_row_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
cooldown_fact_row_init (CooldownFactRow *self)
{
}

/**
 * cooldown_fact_row_new:
 * @columns: the columns of the table
 * @cells: (array zero-terminated=1): what stands in each; in the last one of several, numbers
 * @heading: whether these are the headings
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
cooldown_fact_row_new (CooldownFactColumns *columns, const char *const *cells, gboolean heading)
{
  CooldownFactRow *self = g_object_new (COOLDOWN_TYPE_FACT_ROW, NULL);
  guint n = MIN (g_strv_length ((char **) cells), COOLDOWN_FACT_MOST_COLUMNS);

  for (guint i = 0; i < n; i++)
    gtk_widget_set_parent (cell_new (cells[i], heading, i > 0 && i + 1 == n), GTK_WIDGET (self));
  self->columns = g_rc_box_acquire (columns);
  g_ptr_array_add (columns->rows, self);
  columns->measured = FALSE;
  return GTK_WIDGET (self);
}
