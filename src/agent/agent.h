/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "alarm.h"
#include "planner.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define COOLDOWN_TYPE_AGENT (cooldown_agent_get_type ())
G_DECLARE_FINAL_TYPE (CooldownAgent, cooldown_agent, COOLDOWN, AGENT, GApplication)

CooldownAgent *cooldown_agent_new (CooldownClock *clock,
                                   CooldownAlarm *alarm,
                                   CooldownFacts *facts);
CooldownLedger *cooldown_agent_get_ledger (CooldownAgent *self);
CooldownInstant cooldown_agent_now (CooldownAgent *self);
void cooldown_agent_open_window (CooldownAgent *self, const char *tab, const char *token);

/* What the actions share: each file adds its own and says which of them can be used now. */
void cooldown_agent_refuse (GSimpleAction *action, const char *why);
void cooldown_agent_add_commands (CooldownAgent *self,
                                  const GActionEntry *entries,
                                  guint n_entries);
void cooldown_agent_enable (CooldownAgent *self, const char *action, gboolean enabled);
void cooldown_agent_add_ice_actions (CooldownAgent *self);
void cooldown_agent_update_ice_actions (CooldownAgent *self);
GVariant *cooldown_agent_get_ice_state (CooldownAgent *self);
void cooldown_agent_add_recovery_actions (CooldownAgent *self);
void cooldown_agent_update_recovery_actions (CooldownAgent *self);
GVariant *cooldown_agent_get_recovery_state (CooldownAgent *self);
void cooldown_agent_add_setting_actions (CooldownAgent *self);

G_END_DECLS
