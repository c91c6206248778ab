/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tally.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The chart of how strong each episode was, on a card. For keys there is the table beside it.
 *
 * Signal "activated" (entry: CooldownEntry): the episode whose dot was clicked.
 */

#define COOLDOWN_TYPE_DOT_VIEW (cooldown_dot_view_get_type ())
G_DECLARE_FINAL_TYPE (CooldownDotView, cooldown_dot_view, COOLDOWN, DOT_VIEW, GtkWidget)

GtkWidget *cooldown_dot_view_new (void);
void cooldown_dot_view_set_tally (CooldownDotView *self, CooldownTally *tally);
CooldownEntry *cooldown_dot_view_pick (CooldownDotView *self, double x, double y);

G_END_DECLS
