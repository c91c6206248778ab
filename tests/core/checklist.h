/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/assessment.h"

G_BEGIN_DECLS

/* A checklist to tick, and what is known about it. Nothing here depends on what the weights in
 * checklist.json are. */
typedef struct
{
  CooldownContent *content;
  CooldownTicks *ticks;
} Checklist;

void checklist_set_up (Checklist *checklist, gconstpointer data);
void checklist_tear_down (Checklist *checklist, gconstpointer data);
const CooldownScoring *checklist_get_scoring (Checklist *checklist);
const CooldownEvidence *checklist_get_evidence (Checklist *checklist, const char *cause);
void checklist_tick (Checklist *checklist, const char *const *items);
CooldownAssessment *checklist_assess (Checklist *checklist, const char *const *denied);
const CooldownMatch *checklist_find_match (const CooldownAssessment *assessment, const char *id);
int checklist_weigh (Checklist *checklist, const char *cause, const char *item);
GPtrArray *checklist_get_items (Checklist *checklist);
gboolean checklist_is_sign (const CooldownItem *item);
char *checklist_describe (const CooldownAssessment *assessment);
void checklist_tick_by_chance (Checklist *checklist, GRand *rand, guint one_in, gboolean signs);
char **checklist_deny_by_chance (Checklist *checklist, GRand *rand);

G_END_DECLS
