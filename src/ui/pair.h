/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Two widgets beside each other where there is room, below each other where there is none.
 * Children of a .ui file: the first stands at the start and takes what is left over, the second
 * at the end, as wide as it likes. Properties: "spacing" (int, 12), "row-spacing" (int, 8) when
 * stacked, and "wide-from" (int, 0): from so many pixels on (times the text's scale) the two are
 * equal halves; 0: as soon as both fit at their natural widths. */

#define COOLDOWN_TYPE_PAIR (cooldown_pair_get_type ())
G_DECLARE_FINAL_TYPE (CooldownPair, cooldown_pair, COOLDOWN, PAIR, GtkWidget)

GtkWidget *cooldown_pair_new (GtkWidget *start, GtkWidget *end);

double cooldown_text_scale_get (GtkWidget *widget);

G_END_DECLS
