/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/gate.h"

G_BEGIN_DECLS

/**
 * CooldownFacts:
 *
 * The little of the content that the agent acts on. The rest is freed at once: a process that
 * sleeps for hours should be small.
 */
typedef struct
{
  CooldownIceProtocol ice;
  CooldownRecoveryRules recovery;
  CooldownGate *gate;
  GHashTable *site_names; /* (element-type utf8 utf8) */
  GHashTable *steps;      /* (element-type utf8 utf8) */
  GHashTable *signs;      /* (element-type utf8 utf8) */
  GHashTable *items;      /* (element-type utf8 utf8) */
  GHashTable *places;     /* (element-type utf8 utf8): both halves of each region */
  GHashTable *limits;     /* (element-type utf8 utf8) */
  GHashTable *activities; /* (element-type utf8 utf8): what can be a step of the routine, named */
  GHashTable *trials;     /* (element-type utf8 utf8): the change of each trial on oneself */
  GVariant *routine;      /* the steps of the content's own routine */
  char *question_tingling;
  char *question_fine;
  int winddown_minutes;
  CooldownReminderRules reminders;
  CooldownLimit caffeine; /* its numbers; it has no words */
  CooldownLimit alcohol;  /* the same */
  char *titles[COOLDOWN_N_NOTICES]; /* (nullable) each: what is said that says the same each time */
  char *texts[COOLDOWN_N_NOTICES];  /* (nullable) each */
  gint64 recent; /* how far back tinglings count as coming back */
} CooldownFacts;

CooldownFacts *cooldown_facts_load (GError **error);
void cooldown_facts_free (CooldownFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownFacts, cooldown_facts_free)

G_END_DECLS
