/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-table.h"

#include "fact-row.h"

struct _CooldownFactTable
{
  GtkWidget parent_instance;
  GtkListBox *rows;
  CooldownFactColumns *columns; /* (owned) */
  guint n_rows;
};

G_DEFINE_FINAL_TYPE (CooldownFactTable, cooldown_fact_table, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_ACTIVATED,
} CooldownFactTableSignal;

static guint signals[SIGNAL_ACTIVATED + 1];

static GQuark
get_entry_quark (void)
{
  return g_quark_from_static_string ("cooldown-entry");
}

static void
activated_cb (CooldownFactTable *self, GtkListBoxRow *row)
{
  CooldownEntry *entry = g_object_get_qdata (G_OBJECT (row), get_entry_quark ());

  if (entry != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, entry);
}

static GtkWidget *
append (CooldownFactTable *self, const char *const *cells, gboolean heading)
{
  GtkWidget *row = g_object_new (
      GTK_TYPE_LIST_BOX_ROW, "child", cooldown_fact_row_new (self->columns, cells, heading),
      "activatable", FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);
  g_autofree char *words = g_strjoinv (" · ", (char **) cells);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_box_append (self->rows, row);
  return row;
}

static void
clear (CooldownFactTable *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  self->n_rows = 0;
}

static GtkSizeRequestMode
cooldown_fact_table_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Asked again whenever a cell changed, and before any of its rows are. */
static void
cooldown_fact_table_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  CooldownFactTable *self = COOLDOWN_FACT_TABLE (widget);

  self->columns->measured = FALSE;
  gtk_widget_measure (GTK_WIDGET (self->rows), orientation, for_size, minimum, natural, NULL, NULL);
}

static void
cooldown_fact_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (GTK_WIDGET (COOLDOWN_FACT_TABLE (widget)->rows),
                            &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
cooldown_fact_table_dispose (GObject *object)
{
  CooldownFactTable *self = COOLDOWN_FACT_TABLE (object);

  g_clear_pointer ((GtkWidget **) &self->rows, gtk_widget_unparent);
  g_clear_pointer (&self->columns, cooldown_fact_columns_unref);
  G_OBJECT_CLASS (cooldown_fact_table_parent_class)->dispose (object);
}

static void
cooldown_fact_table_class_init (CooldownFactTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_fact_table_dispose;
  widget_class->get_request_mode = cooldown_fact_table_get_request_mode;
  widget_class->measure = cooldown_fact_table_measure;
  widget_class->size_allocate = cooldown_fact_table_size_allocate;
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                            COOLDOWN_TYPE_ENTRY);
}

static void
cooldown_fact_table_init (CooldownFactTable *self)
{
  self->rows = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "cd-facts");
  g_signal_connect_swapped (self->rows, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->rows), GTK_WIDGET (self));
  self->columns = cooldown_fact_columns_new ();
}

/**
 * cooldown_fact_table_new:
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
cooldown_fact_table_new (void)
{
  return g_object_new (COOLDOWN_TYPE_FACT_TABLE, NULL);
}

/**
 * cooldown_fact_table_begin:
 * @self: a table
 * @headings: (array zero-terminated=1): what stands above each column
 *
 * Begins the table anew.
 */
void
cooldown_fact_table_begin (CooldownFactTable *self, const char *const *headings)
{
  g_return_if_fail (COOLDOWN_IS_FACT_TABLE (self));
  g_return_if_fail (headings != NULL);

  clear (self);
  append (self, headings, TRUE);
}

/**
 * cooldown_fact_table_add:
 * @self: a table that was begun
 * @cells: (array zero-terminated=1): what stands in each column
 * @entry: (nullable): what the row leads to
 *
 * Adds a row at the end.
 */
void
cooldown_fact_table_add (CooldownFactTable *self, const char *const *cells, CooldownEntry *entry)
{
  GtkWidget *row;

  g_return_if_fail (COOLDOWN_IS_FACT_TABLE (self));
  g_return_if_fail (cells != NULL);

  row = append (self, cells, FALSE);
  self->n_rows++;
  if (entry == NULL)
    return;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_qdata_full (G_OBJECT (row), get_entry_quark (), g_object_ref (entry),
                           g_object_unref);
}

/**
 * cooldown_fact_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows there are below the headings
 */
guint
cooldown_fact_table_get_n_rows (CooldownFactTable *self)
{
  g_return_val_if_fail (COOLDOWN_IS_FACT_TABLE (self), 0);
  return self->n_rows;
}
