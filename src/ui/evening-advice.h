/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evening-reader.h"

G_BEGIN_DECLS

/* What the workouts of these days mean for tonight: a card each, or nothing at all. */

#define COOLDOWN_TYPE_EVENING_ADVICE (cooldown_evening_advice_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEveningAdvice,
                      cooldown_evening_advice,
                      COOLDOWN,
                      EVENING_ADVICE,
                      GtkBox)

void cooldown_evening_advice_set_state (CooldownEveningAdvice *self,
                                        CooldownAppState *state,
                                        CooldownEveningReader *reader);

G_END_DECLS
