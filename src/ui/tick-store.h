/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agent-settings.h"
#include "core/ticks.h"

G_BEGIN_DECLS

/* The ticks of the checklist, remembered by the agent. Signal: "changed". */

#define COOLDOWN_TYPE_TICK_STORE (cooldown_tick_store_get_type ())
G_DECLARE_FINAL_TYPE (CooldownTickStore, cooldown_tick_store, COOLDOWN, TICK_STORE, GObject)

CooldownTickStore *cooldown_tick_store_new (CooldownContent *content,
                                            CooldownClock *clock,
                                            CooldownAgentSettings *settings);
CooldownTicks *cooldown_tick_store_get_ticks (CooldownTickStore *self);
gint64 cooldown_tick_store_get_answered (CooldownTickStore *self);
void cooldown_tick_store_tick (CooldownTickStore *self, const char *item, gboolean ticked);
void cooldown_tick_store_clear (CooldownTickStore *self);

G_END_DECLS
