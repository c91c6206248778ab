/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The numbers of a picture: a table with a row of headings, whose rows the arrow keys go through.
 *
 * Signal "activated" (entry: CooldownEntry): the row of that entry was chosen.
 */

#define COOLDOWN_TYPE_FACT_TABLE (cooldown_fact_table_get_type ())
G_DECLARE_FINAL_TYPE (CooldownFactTable, cooldown_fact_table, COOLDOWN, FACT_TABLE, GtkWidget)

GtkWidget *cooldown_fact_table_new (void);
void cooldown_fact_table_begin (CooldownFactTable *self, const char *const *headings);
void cooldown_fact_table_add (CooldownFactTable *self,
                              const char *const *cells,
                              CooldownEntry *entry);
guint cooldown_fact_table_get_n_rows (CooldownFactTable *self);

G_END_DECLS
