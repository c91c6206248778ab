/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notebook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Deleting an entry from a widget, and taking that back. Entries are (ss): kind and uid. */

void cooldown_journal_delete (GtkWidget *widget, CooldownNotebook *notebook, GVariant *entry);
void cooldown_journal_undelete (GtkWidget *widget, CooldownNotebook *notebook, GVariant *entry);

G_END_DECLS
