/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Times and days in words. A moment is shown as the clock showed it where it was noted: with the
 * offset from UTC that stands beside it, never with the present zone's.
 */

GDateTime *cooldown_moment_to_local (gint64 wall, gint32 offset);
char *cooldown_moment_get_night (gint64 wall, gint32 offset);
char *cooldown_moment_format_time (gint64 wall, gint32 offset);
char *cooldown_minute_of_day_format (int minutes);

char *cooldown_date_format (GDateTime *date);
char *cooldown_date_format_short (GDateTime *date);
char *cooldown_date_format_year (GDateTime *date);
char *cooldown_date_format_weekday (GDateTime *date);
char *cooldown_date_format_range (GDateTime *first, GDateTime *last);

G_END_DECLS
