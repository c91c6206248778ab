/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entry.h"
#include "core/evening.h"
#include "core/journal.h"
#include "core/routine.h"
#include "facts.h"

G_BEGIN_DECLS

/**
 * CooldownSubject:
 *
 * What a session or a reminder is about; there is at most one of each at a time.
 */
typedef enum
{
  COOLDOWN_SUBJECT_ICE,
  COOLDOWN_SUBJECT_RECOVERY,
  COOLDOWN_SUBJECT_EVENING,
} CooldownSubject;

#define COOLDOWN_N_SUBJECTS 3

const char *cooldown_subject_get_name (CooldownSubject subject);

/**
 * CooldownWrite:
 * @journal: the journal
 * @data: what is to be written
 * @error: return location
 *
 * Writes something down, all of it or nothing.
 *
 * Returns: whether that worked; else it is tried again with the same @data
 */
typedef gboolean (*CooldownWrite) (CooldownJournal *journal, gconstpointer data, GError **error);

#define COOLDOWN_TYPE_LEDGER (cooldown_ledger_get_type ())
G_DECLARE_FINAL_TYPE (CooldownLedger, cooldown_ledger, COOLDOWN, LEDGER, GObject)

/* Signal "changed": something in it is no longer as it was. */

CooldownLedger *cooldown_ledger_new (CooldownClock *clock,
                                     const CooldownFacts *facts,
                                     const char *folder);
CooldownClock *cooldown_ledger_get_clock (CooldownLedger *self);
const CooldownFacts *cooldown_ledger_get_facts (CooldownLedger *self);
CooldownJournal *cooldown_ledger_get_journal (CooldownLedger *self);
const char *cooldown_ledger_get_trouble (CooldownLedger *self);
gint64 cooldown_ledger_get_serial (CooldownLedger *self);

void cooldown_ledger_hold (CooldownLedger *self);
void cooldown_ledger_release (CooldownLedger *self);

CooldownSession *cooldown_ledger_get_session (CooldownLedger *self, CooldownSubject subject);
CooldownIceState cooldown_ledger_get_ice (CooldownLedger *self, const CooldownInstant *now);
CooldownRecoveryState cooldown_ledger_get_recovery (CooldownLedger *self,
                                                    const CooldownInstant *now);
CooldownRoutineState cooldown_ledger_get_routine (CooldownLedger *self, const CooldownInstant *now);
void cooldown_ledger_begin (CooldownLedger *self,
                            CooldownSubject subject,
                            GVariant *plan,
                            const char *event);
void cooldown_ledger_happen (CooldownLedger *self,
                             CooldownSubject subject,
                             const char *event,
                             const char *arg);
void cooldown_ledger_change_plan (CooldownLedger *self, CooldownSubject subject, GVariant *plan);
void cooldown_ledger_close (CooldownLedger *self, CooldownSubject subject);
CooldownEntry *cooldown_ledger_get_episode (CooldownLedger *self);
gint64 cooldown_ledger_get_open_episode (CooldownLedger *self);
void cooldown_ledger_reread (CooldownLedger *self);
void cooldown_ledger_set_said (CooldownLedger *self, CooldownSubject subject, gint64 axis);
gboolean cooldown_ledger_can_undo (CooldownLedger *self);
void cooldown_ledger_undo (CooldownLedger *self);

GVariant *cooldown_ledger_get_settings (CooldownLedger *self);
GVariant *cooldown_ledger_lookup (CooldownLedger *self,
                                  const char *name,
                                  const GVariantType *type);
gboolean cooldown_ledger_get_flag (CooldownLedger *self, const char *name, gboolean unset);
gint64 cooldown_ledger_get_number (CooldownLedger *self, const char *name, gint64 unset);
int cooldown_ledger_get_morning_at (CooldownLedger *self);
gboolean cooldown_ledger_get_bedtimes (CooldownLedger *self, CooldownBedtimes *bedtimes);
void cooldown_ledger_set (CooldownLedger *self, const char *name, GVariant *value);
void cooldown_ledger_note (CooldownLedger *self,
                           CooldownWrite write,
                           gpointer data,
                           GDestroyNotify free_data);
GVariant *cooldown_ledger_get_steps (CooldownLedger *self);
int cooldown_ledger_get_winddown (CooldownLedger *self);
gboolean cooldown_ledger_alcohol_tonight (CooldownLedger *self, gint64 wall);
void cooldown_ledger_rate_night (CooldownLedger *self, const char *date, guint restless);
int cooldown_ledger_get_night (CooldownLedger *self, const char *date);
gboolean cooldown_ledger_has_alcohol (CooldownLedger *self, const char *date);
void cooldown_ledger_note_tonight (CooldownLedger *self, GVariant *tonight);

G_END_DECLS
