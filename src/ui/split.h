/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Two sides: beside each other, each scrolling alone, from 860 px (times the text's scale) on;
 * below each other in one scroller when narrower. Properties: "start", "end" (GtkWidget),
 * "start-bar", "end-bar" (nullable; fixed below their side when wide), "end-width" (int, 372),
 * "narrow" (boolean, read-only). */

#define COOLDOWN_TYPE_SPLIT (cooldown_split_get_type ())
G_DECLARE_FINAL_TYPE (CooldownSplit, cooldown_split, COOLDOWN, SPLIT, GtkWidget)

GtkWidget *cooldown_split_new (void);
gboolean cooldown_split_get_narrow (CooldownSplit *self);
void cooldown_split_scroll_to (CooldownSplit *self, GtkWidget *descendant);

/* Children in a row that breaks into further rows, 6 px apart: chips and tags. A GtkWidget that
 * takes children in .ui files; also cooldown_wrap_append(). */

#define COOLDOWN_TYPE_WRAP (cooldown_wrap_get_type ())
G_DECLARE_FINAL_TYPE (CooldownWrap, cooldown_wrap, COOLDOWN, WRAP, GtkWidget)

GtkWidget *cooldown_wrap_new (void);
void cooldown_wrap_append (CooldownWrap *self, GtkWidget *child);
void cooldown_wrap_clear (CooldownWrap *self);

G_END_DECLS
