/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agent/alarm.h"

G_BEGIN_DECLS

/*
 * A clock, and the alarm that goes with it, that a test writes into the file named by
 * COOLDOWN_TEST_CLOCK: "wall boot monotonic boot-id". Nothing waits for time to pass, and a killed
 * program's successor goes on at the same moment.
 */

G_DECLARE_FINAL_TYPE (FileClock, file_clock, FILE, CLOCK, GObject)

FileClock *file_clock_new (void);
/* Looks at the file, which is looked at at no other time but the beginning; rings if the moment has
 * come, or the clock jumped. */
void file_clock_look (FileClock *self);

G_END_DECLS
