/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint.h"

G_BEGIN_DECLS

/** NIGHT_WORDS_SCALE: How large the words in pictures of nights are. */
#define NIGHT_WORDS_SCALE .82

/**
 * NightColors:
 * @text: words, marks and the line of 0
 * @line: other lines
 * @outlined: whether what is filled has an outline in the colour of the text, for high contrast
 *
 * What pictures of nights have in common.
 */
typedef struct
{
  GdkRGBA text;
  GdkRGBA line;
  gboolean outlined;
} NightColors;

NightColors night_colors_get (GtkWidget *widget);
GdkRGBA night_colors_get_restless (GtkWidget *widget, int restless);
PangoLayout *night_layout_new (GtkWidget *widget);
double night_layout_set (PangoLayout *layout, const char *words, double *height);
void night_fill (cairo_t *cr, const GdkRGBA *fill, const NightColors *colors);

G_END_DECLS
