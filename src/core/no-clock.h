/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Forced into every file of the program but the clock's own: who reads the time, names the local
 * zone or waits in a way that stands still in suspend does not compile. Ask a CooldownClock.
 */
#pragma once

#include <gio/gio.h>
#include <sys/time.h>
#include <time.h>

#ifndef COOLDOWN_READS_TIME
#pragma GCC poison g_get_real_time g_get_monotonic_time g_get_current_time
#pragma GCC poison g_date_time_new_now g_date_time_new_now_local g_date_time_new_now_utc
#pragma GCC poison g_date_time_new_local g_date_time_new_from_unix_local g_date_time_to_local
#pragma GCC poison g_time_zone_new_local gettimeofday clock_gettime localtime localtime_r
#pragma GCC poison g_timeout_add g_timeout_add_full g_timeout_add_seconds
#pragma GCC poison g_timeout_add_seconds_full g_timeout_source_new g_timeout_source_new_seconds
#endif
