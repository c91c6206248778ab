/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tick-store.h"

G_BEGIN_DECLS

/* What the agent keeps of them. */
#define TICKS "check.ticks"
#define DENIED "check.denied"
#define UNSURE "check.unsure"
#define DECLINED "check.declined"
#define PLACES "check.places"
#define CHANGED_AT "check.at"

struct _CooldownTickStore
{
  GObject parent_instance;
  CooldownContent *content;
  CooldownClock *clock;
  CooldownAgentSettings *settings;
  CooldownTicks *own;   /* what the user ticked */
  CooldownTicks *ticks; /* these, and what the journal knows */
  CooldownKnown *known; /* (nullable) */
  GPtrArray *marked;    /* (element-type CooldownJournalTick): what the journal ticks or offers */
  guint expiry_id;
};

/* What the store's files share. */
void tick_store_save (CooldownTickStore *self);
gboolean tick_store_merge (CooldownTickStore *self);
void tick_store_decline (CooldownTickStore *self, const char *item, gboolean ticked);

G_END_DECLS
