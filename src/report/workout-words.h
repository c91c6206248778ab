/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/recovery.h"

G_BEGIN_DECLS

const char *cooldown_workout_get_kind_name (const char *kind);
char *cooldown_workout_get_kind_icon (const char *kind);
char *cooldown_workout_format_since (const char *kind, gint64 since);
char *cooldown_workout_format_facts (const CooldownWorkout *workout);
const char *cooldown_effort_get_name (int rpe);

G_END_DECLS
