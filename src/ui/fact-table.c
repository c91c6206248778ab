/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-table.h"

#define COLUMN_SPACING 12

struct _CooldownFactTable
{
  GtkBox parent_instance;
  GtkListBox *rows;
  GtkSizeGroup *columns[COOLDOWN_FACT_TABLE_MOST]; /* (owned) (nullable) */
  guint n_rows;
};

G_DEFINE_FINAL_TYPE (CooldownFactTable, cooldown_fact_table, GTK_TYPE_BOX)

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
cell_new (const char *words, gboolean heading, gboolean number)
{
  GtkWidget *cell = g_object_new (
      GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign",
      number ? 1.0 : 0.0, "justify", number ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT, "yalign", 0.0,
      "accessible-role", heading ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_CELL,
      NULL);

  gtk_widget_add_css_class (cell, "cd-tnum");
  if (heading)
    gtk_widget_add_css_class (cell, "heading");
  return cell;
}

/* Numbers stand in the last columns; the second of three is words and takes what is left over. */
static GtkWidget *
cells_new (CooldownFactTable *self, const char *const *cells, gboolean heading)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, COLUMN_SPACING);
  guint n = g_strv_length ((char **) cells);

  for (guint i = 0; i < MIN (n, COOLDOWN_FACT_TABLE_MOST); i++)
    {
      GtkWidget *cell = cell_new (cells[i], heading, i > 0 && i + 1 == n);

      gtk_widget_set_hexpand (cell, i + 2 == n);
      if (self->columns[i] == NULL)
        self->columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
      gtk_size_group_add_widget (self->columns[i], cell);
      gtk_box_append (GTK_BOX (box), cell);
    }
  return box;
}

static GtkWidget *
append (CooldownFactTable *self, const char *const *cells, gboolean heading)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", cells_new (self, cells, heading),
                                 "activatable", FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW,
                                 NULL);
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
  for (guint i = 0; i < COOLDOWN_FACT_TABLE_MOST; i++)
    g_clear_object (&self->columns[i]);
  self->n_rows = 0;
}

static void
cooldown_fact_table_dispose (GObject *object)
{
  CooldownFactTable *self = COOLDOWN_FACT_TABLE (object);

  for (guint i = 0; i < COOLDOWN_FACT_TABLE_MOST; i++)
    g_clear_object (&self->columns[i]);
  G_OBJECT_CLASS (cooldown_fact_table_parent_class)->dispose (object);
}

static void
cooldown_fact_table_class_init (CooldownFactTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_fact_table_dispose;
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                            COOLDOWN_TYPE_ENTRY);
}

static void
cooldown_fact_table_init (CooldownFactTable *self)
{
  self->rows = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "hexpand",
                             TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "cd-facts");
  g_signal_connect_swapped (self->rows, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->rows));
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
