/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entry.h"

G_BEGIN_DECLS

/*
 * Eight weeks of a runner's notes, as somebody could have taken them: 28 September to 22 November
 * 2026 with 25 workouts, 13 episodes, 13 checks and 26 nights.
 */

/** SAMPLE_FROM: The first day. */
#define SAMPLE_FROM "2026-09-28"
/** SAMPLE_TO: The day after the last one. */
#define SAMPLE_TO "2026-11-23"
/** SAMPLE_NOW: The evening of the last day, 2026-11-22 21:00+01. */
#define SAMPLE_NOW (G_GINT64_CONSTANT (1795377600) * COOLDOWN_SECOND)

GPtrArray *sample_new (void);
GPtrArray *sample_new_many (guint n_episodes);

G_END_DECLS
