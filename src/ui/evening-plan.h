/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/** COOLDOWN_NOTED_NOTHING: Nothing was noted for tonight. */
#define COOLDOWN_NOTED_NOTHING (-2)
/** COOLDOWN_NOTED_NONE: It was noted that there was none. */
#define COOLDOWN_NOTED_NONE (-1)

/* The evening that the page is about, and what the user said about it. The things that can be
 * noted have the ids of their limits: "caffeine", "alcohol" and "nicotine". */

gboolean cooldown_evening_plan_get (CooldownAppState *state, CooldownEvening *evening);
gboolean cooldown_evening_plan_is_restless_time (CooldownAppState *state, gint64 wall);
int cooldown_evening_plan_get_noted (CooldownAppState *state,
                                     const CooldownEvening *evening,
                                     const char *thing);
void cooldown_evening_plan_note (CooldownAppState *state,
                                 const CooldownEvening *evening,
                                 const char *thing,
                                 int minutes);

gboolean cooldown_evening_plan_get_limit (CooldownAppState *state,
                                          const char *id,
                                          CooldownLimit *limit);
void cooldown_evening_plan_set_limit (CooldownAppState *state, const char *id, int minutes);
gint64 cooldown_evening_plan_get_limit_time (CooldownAppState *state,
                                             const CooldownEvening *evening,
                                             const char *id);
void cooldown_evening_plan_set_bedtime (CooldownAppState *state,
                                        const CooldownEvening *evening,
                                        int minutes);

G_END_DECLS
