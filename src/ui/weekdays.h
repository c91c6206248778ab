/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The days of the week as the user's region has them. */

GDateWeekday cooldown_week_get_first_day (void);
char *cooldown_weekday_get_name (GDateWeekday day);
char *cooldown_weekday_get_short_name (GDateWeekday day);

G_END_DECLS
