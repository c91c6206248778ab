/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evening-reader.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What stands first on the evening's page: the sky with tonight's times and what to do about them,
 * or the routine while it runs. */

#define COOLDOWN_TYPE_EVENING_HERO (cooldown_evening_hero_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEveningHero, cooldown_evening_hero, COOLDOWN, EVENING_HERO, AdwBin)

void cooldown_evening_hero_set_state (CooldownEveningHero *self,
                                      CooldownAppState *state,
                                      CooldownEveningReader *reader);

G_END_DECLS
