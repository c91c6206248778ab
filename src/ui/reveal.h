/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What others may point at has the name of a widget (gtk_widget_set_name()): topics, causes and what
 * can be done in the evening have their ids. */

gboolean cooldown_reveal (GtkWidget *root, const char *name);

G_END_DECLS
