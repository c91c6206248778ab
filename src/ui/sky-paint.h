/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void cooldown_sky_paint (GtkWidget *widget,
                         cairo_t *cr,
                         double width,
                         double height,
                         double bed,
                         double hour);

G_END_DECLS
