/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/content.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A drawn figure that stretches, with what is stretched standing out. The words that say the same
 * have to stand beside it. */

#define COOLDOWN_TYPE_STRETCH_FIGURE (cooldown_stretch_figure_get_type ())
G_DECLARE_FINAL_TYPE (CooldownStretchFigure,
                      cooldown_stretch_figure,
                      COOLDOWN,
                      STRETCH_FIGURE,
                      GtkWidget)

GtkWidget *cooldown_stretch_figure_new (CooldownFigure figure);

G_END_DECLS
