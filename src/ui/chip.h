/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The chips that are ticked and unticked, and what holds them together. */

GtkWidget *cooldown_chip_new (const char *words, const char *wording, gboolean one_of_many);
void cooldown_chip_set_caption (GtkWidget *chip, const char *caption);
GtkWidget *cooldown_chip_group_new (const char *title, gboolean one_of_many);

G_END_DECLS
