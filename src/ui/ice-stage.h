/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A session that runs: the ring, its rounds, what is asked and what else can be done. */

#define COOLDOWN_TYPE_ICE_STAGE (cooldown_ice_stage_get_type ())
G_DECLARE_FINAL_TYPE (CooldownIceStage, cooldown_ice_stage, COOLDOWN, ICE_STAGE, AdwBin)

void cooldown_ice_stage_set_state (CooldownIceStage *self, CooldownAppState *state);
void cooldown_ice_stage_set_narrow (CooldownIceStage *self, gboolean narrow);
void cooldown_ice_stage_take_focus (CooldownIceStage *self);

G_END_DECLS
