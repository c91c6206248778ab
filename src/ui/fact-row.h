/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The cells of a row of a table. All rows of a table have the same columns. */

/** COOLDOWN_FACT_MOST_COLUMNS: The most columns that there are. */
#define COOLDOWN_FACT_MOST_COLUMNS 4

/**
 * CooldownFactColumns:
 * @rows: (element-type CooldownFactRow): all rows of the table, each of which holds on to this
 * @measured: whether the rest is still right
 * @sizes: how wide each column must be and would like to be
 * @n: how many there are
 *
 * The columns of a table.
 */
typedef struct
{
  GPtrArray *rows;
  gboolean measured;
  GtkRequestedSize sizes[COOLDOWN_FACT_MOST_COLUMNS];
  guint n;
} CooldownFactColumns;

CooldownFactColumns *cooldown_fact_columns_new (void);
void cooldown_fact_columns_unref (CooldownFactColumns *self);

#define COOLDOWN_TYPE_FACT_ROW (cooldown_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (CooldownFactRow, cooldown_fact_row, COOLDOWN, FACT_ROW, GtkWidget)

GtkWidget *cooldown_fact_row_new (CooldownFactColumns *columns,
                                  const char *const *cells,
                                  gboolean heading);

G_END_DECLS
