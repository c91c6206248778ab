/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk.h"

G_BEGIN_DECLS

/* Finding what is on the screen by its words, and seeing what the agent is told of it. */

typedef gboolean (*WidgetMatches) (GtkWidget *widget, gconstpointer data);

GtkWidget *find_widget (GtkWidget *widget, WidgetMatches matches, gconstpointer data);
GtkWidget *find_row (gpointer window, const char *title);
GtkSwitch *find_switch (gpointer window, const char *title);
GtkSpinButton *find_time (gpointer window, const char *title);
GtkButton *find_button (gpointer window, const char *label);
const char *get_subtitle (gpointer window, const char *title);

gboolean widget_says (GtkWidget *widget, const char *words);
void assert_label (gpointer widget, const char *expected);
void assert_command (Desk *desk, const char *expected);
void assert_no_command (Desk *desk);

G_END_DECLS
