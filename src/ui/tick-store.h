/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agent-settings.h"
#include "core/journal-ticks.h"

G_BEGIN_DECLS

/* How the checklist was answered, remembered by the agent: the ticks, and what was asked for and
 * answered with no or not sure; and what the journal ticks beside that. Signal: "changed". */

/** CooldownAnswer: What is said to a question about an item. */
typedef enum
{
  COOLDOWN_ANSWER_YES,
  COOLDOWN_ANSWER_NO,
  COOLDOWN_ANSWER_NOT_SURE,
} CooldownAnswer;

#define COOLDOWN_TYPE_TICK_STORE (cooldown_tick_store_get_type ())
G_DECLARE_FINAL_TYPE (CooldownTickStore, cooldown_tick_store, COOLDOWN, TICK_STORE, GObject)

CooldownTickStore *cooldown_tick_store_new (CooldownContent *content,
                                            CooldownClock *clock,
                                            CooldownAgentSettings *settings);
CooldownTicks *cooldown_tick_store_get_ticks (CooldownTickStore *self);
CooldownTicks *cooldown_tick_store_get_own (CooldownTickStore *self);
void cooldown_tick_store_set_known (CooldownTickStore *self, CooldownKnown *known);
const CooldownJournalTick *cooldown_tick_store_get_mark (CooldownTickStore *self, const char *item);
gint64 cooldown_tick_store_get_answered (CooldownTickStore *self);
gint64 cooldown_tick_store_get_changed (CooldownTickStore *self);
void cooldown_tick_store_confirm (CooldownTickStore *self);
char **cooldown_tick_store_get_denied (CooldownTickStore *self);
char **cooldown_tick_store_get_unsure (CooldownTickStore *self);
void cooldown_tick_store_answer (CooldownTickStore *self, const char *item, CooldownAnswer answer);
void cooldown_tick_store_tick (CooldownTickStore *self, const char *item, gboolean ticked);
void cooldown_tick_store_replace (CooldownTickStore *self, const char *const *items);
void cooldown_tick_store_clear (CooldownTickStore *self);
GVariant *cooldown_tick_store_dup (CooldownTickStore *self);
void cooldown_tick_store_bring_back (CooldownTickStore *self, GVariant *before);

G_END_DECLS
