/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asking where a file is to go or comes from; in a sandbox the desktop asks, and the program gets
 * that one place. */

/**
 * CooldownPlaceFunc:
 * @file: what was chosen
 * @data: what the caller gave
 *
 * Is called with the place that the user chose, and not when they chose none.
 */
typedef void (*CooldownPlaceFunc) (GFile *file, gpointer data);

void cooldown_place_choose (GtkWidget *origin,
                            GtkFileChooserAction action,
                            const char *title,
                            const char *name,
                            const char *pattern,
                            CooldownPlaceFunc func,
                            gpointer data,
                            GDestroyNotify free_data);
void cooldown_place_say_failure (GtkWidget *origin, const char *heading, const GError *error);

G_END_DECLS
