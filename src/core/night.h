/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evening.h"

G_BEGIN_DECLS

/** COOLDOWN_DATE_SIZE: Bytes that hold a date, "2026-11-21". */
#define COOLDOWN_DATE_SIZE 16

/** COOLDOWN_NIGHT_UID: How the uid of a night begins; the night's date follows. */
#define COOLDOWN_NIGHT_UID "night-"

/* A night is named by the local date of the evening on which it began. */

char *cooldown_night_get_uid (const char *date);

gboolean cooldown_last_night (CooldownClock *clock,
                              gint64 wall,
                              const CooldownBedtimes *bedtimes,
                              char date[COOLDOWN_DATE_SIZE]);

G_END_DECLS
