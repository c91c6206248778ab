/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** COOLDOWN_DAY_MINUTES: Minutes of a day; times of day are minutes after midnight. */
#define COOLDOWN_DAY_MINUTES 1440

char *cooldown_span_format (gint64 span);
char *cooldown_time_of_day_format (CooldownClock *clock, int minutes);
gboolean cooldown_time_of_day_parse (const char *text, int *minutes);
int cooldown_time_of_day_at (CooldownClock *clock, gint64 wall);

void cooldown_time_spin_set_up (GtkSpinButton *spin, CooldownClock *clock);
int cooldown_time_spin_get (GtkSpinButton *spin);
void cooldown_time_spin_set (GtkSpinButton *spin, int minutes);

G_END_DECLS
