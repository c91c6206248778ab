/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The hour after a workout as a bar from warm to cool, with the times at both ends. */

#define COOLDOWN_TYPE_HOUR_BAR (cooldown_hour_bar_get_type ())
G_DECLARE_FINAL_TYPE (CooldownHourBar, cooldown_hour_bar, COOLDOWN, HOUR_BAR, GtkBox)

void cooldown_hour_bar_update (CooldownHourBar *self,
                               double progress,
                               const char *finished,
                               const char *check,
                               const char *left);

G_END_DECLS
