/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger.h"

G_BEGIN_DECLS

struct _CooldownLedger
{
  GObject parent_instance;
  CooldownClock *clock;
  const CooldownFacts *facts;
  char *folder;             /* where the journal lies */
  CooldownJournal *journal; /* (nullable) */
  char *trouble;
  gint64 serial;
  guint n_holds; /* while there are any, no change is told */
  CooldownSession *sessions[COOLDOWN_N_SUBJECTS]; /* (nullable) */
  CooldownEntry *episode; /* (nullable): the tingling that is open */
  gint64 episode_serial;                          /* the serial at which that was looked up */
  GHashTable *settings;                           /* (element-type utf8 GVariant) */
  GHashTable *nights; /* (element-type utf8 int): how those were that are known to be noted */
  GQueue unwritten;                               /* (element-type Unwritten): the oldest first */
  /* The last command that can be undone: how many events there were before it. */
  gboolean undoable;
  CooldownSubject undo_subject;
  guint undo_n_events;
};

/* What the ledger's files share. */
gboolean ledger_open_journal (CooldownLedger *self);
void ledger_say_trouble (CooldownLedger *self, const GError *error);
void ledger_changed (CooldownLedger *self);
void ledger_write (CooldownLedger *self,
                   CooldownWrite write,
                   gpointer data,
                   GDestroyNotify free_data);
gboolean ledger_write_unwritten (CooldownLedger *self);
void ledger_forget_unwritten (CooldownLedger *self);
void ledger_load_settings (CooldownLedger *self);

G_END_DECLS
