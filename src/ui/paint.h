/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/leg-paint.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GdkRGBA cooldown_paint_lookup (GtkWidget *widget, const char *name);
GdkRGBA cooldown_paint_foreground (GtkWidget *widget);
GdkRGBA cooldown_paint_mix (GdkRGBA a, GdkRGBA b, double share);
GdkRGBA cooldown_paint_fade (GdkRGBA color, double alpha);
CooldownLegColor cooldown_paint_on_card (GtkWidget *widget, GdkRGBA color);
gboolean cooldown_paint_is_high_contrast (void);
void cooldown_paint_watch (GtkWidget *drawing);

G_END_DECLS
