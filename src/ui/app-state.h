/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agent-link.h"
#include "agent-sessions.h"
#include "core/evening.h"
#include "core/gate.h"
#include "core/ticks.h"
#include "data-sync.h"
#include "notebook.h"
#include "tick-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COOLDOWN_TYPE_APP_STATE (cooldown_app_state_get_type ())
G_DECLARE_FINAL_TYPE (CooldownAppState, cooldown_app_state, COOLDOWN, APP_STATE, GObject)

/*
 * What every page is given: the content, the clock, and what the agent says is going on.
 *
 * Signal "changed", with a detail: "ice", "recovery", "evening", "settings", "ticks", "agent",
 * "agent-state" (what agent-states.h looks up), "zone" (the local time of everything). Pages
 * connect to the details they draw (or to all) and draw anew from the getters.
 * Signal "second": once a second, while at least one widget given to watch_seconds() is mapped.
 */

CooldownAppState *cooldown_app_state_new (CooldownContent *content,
                                          CooldownClock *clock,
                                          CooldownAgentLink *link,
                                          CooldownNotebook *notebook);
CooldownContent *cooldown_app_state_get_content (CooldownAppState *self);
CooldownClock *cooldown_app_state_get_clock (CooldownAppState *self);
CooldownGate *cooldown_app_state_get_gate (CooldownAppState *self);
GSettings *cooldown_app_state_get_settings (CooldownAppState *self);
CooldownAgentLink *cooldown_app_state_get_link (CooldownAppState *self);
CooldownNotebook *cooldown_app_state_get_notebook (CooldownAppState *self);
void cooldown_app_state_read_journal (CooldownAppState *self);
CooldownDataSync *cooldown_app_state_get_sync (CooldownAppState *self);
gboolean cooldown_app_state_get_connected (CooldownAppState *self);

CooldownInstant cooldown_app_state_now (CooldownAppState *self);
CooldownAgentSessions *cooldown_app_state_get_sessions (CooldownAppState *self);
CooldownSession *cooldown_app_state_get_ice_session (CooldownAppState *self);
CooldownSession *cooldown_app_state_get_recovery_session (CooldownAppState *self);
CooldownSession *cooldown_app_state_get_evening_session (CooldownAppState *self);
CooldownIceState cooldown_app_state_get_ice (CooldownAppState *self);
CooldownRecoveryState cooldown_app_state_get_recovery (CooldownAppState *self);
CooldownRoutineState cooldown_app_state_get_routine (CooldownAppState *self);
GVariant *cooldown_app_state_lookup_ice (CooldownAppState *self,
                                         const char *key,
                                         const GVariantType *type);
GVariant *cooldown_app_state_lookup_recovery (CooldownAppState *self,
                                              const char *key,
                                              const GVariantType *type);
GVariant *cooldown_app_state_lookup_evening (CooldownAppState *self,
                                             const char *key,
                                             const GVariantType *type);

GVariant *cooldown_app_state_lookup_setting (CooldownAppState *self,
                                             const char *name,
                                             const GVariantType *type);
void cooldown_app_state_set_setting (CooldownAppState *self, const char *name, GVariant *value);
gboolean cooldown_app_state_get_bedtimes (CooldownAppState *self, CooldownBedtimes *bedtimes);

CooldownTickStore *cooldown_app_state_get_tick_store (CooldownAppState *self);
CooldownTicks *cooldown_app_state_get_ticks (CooldownAppState *self);
void cooldown_app_state_tick (CooldownAppState *self, const char *item, gboolean ticked);
void cooldown_app_state_clear_ticks (CooldownAppState *self);
gint64 cooldown_app_state_get_signs_answered (CooldownAppState *self);
CooldownLevel cooldown_app_state_get_level (CooldownAppState *self);

void cooldown_app_state_activate (CooldownAppState *self, const char *action, GVariant *parameter);
void cooldown_app_state_watch_seconds (CooldownAppState *self, GtkWidget *widget);
char *cooldown_app_state_format_time (CooldownAppState *self, gint64 wall);

G_END_DECLS
