/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The moon among a few stars, for a dark page. */

void cooldown_moon_draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data);

G_END_DECLS
