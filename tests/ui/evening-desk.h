/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk.h"

G_BEGIN_DECLS

/* The evening's page as the tests of the wind-down routine use it. */

void evening_tick (Desk *desk, const char *const *items);
void evening_set_time (Desk *desk, int minutes);
void evening_wait (Desk *desk, int minutes);
void evening_open (Desk *desk);
void evening_arrange (Desk *desk, const char *name);
void evening_open_scene (Desk *desk, const char *name);
GtkWidget *evening_find_button (Desk *desk, const char *label);
gboolean evening_is_suggested (Desk *desk, const char *label);
void evening_assert_pressing (Desk *desk, const char *label, const char *expected);
void evening_assert_says (Desk *desk, GType type, const char *words);
void evening_assert_says_not (Desk *desk, GType type, const char *words);
gboolean evening_has_focus (Desk *desk, GtkWidget *widget);

G_END_DECLS
