/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report-facts.h"

G_BEGIN_DECLS

/*
 * For the report alone: the entries of a period, sorted, and what is said about them.
 */

/** COOLDOWN_REPORT_MOST_NAMED: So many things are named in one sentence. */
#define COOLDOWN_REPORT_MOST_NAMED 6

/**
 * CooldownReportMaterial:
 * @input: what the report is made from
 * @content: what the program knows
 * @tally: the period, counted
 * @kinds: (element-type CooldownEntry): the entries of the period by kind, oldest first
 * @by_uid: workouts and sessions of any time, by uid
 * @checks: the check that belongs to an episode, by the episode's uid
 *
 * What sentences are made from.
 */
typedef struct
{
  const CooldownReportInput *input;
  CooldownContent *content;
  const CooldownTally *tally;
  GPtrArray *kinds[COOLDOWN_N_ENTRY_KINDS];
  GHashTable *by_uid;
  GHashTable *checks;
} CooldownReportMaterial;

void cooldown_report_material_init (CooldownReportMaterial *self,
                                    const CooldownReportInput *input,
                                    CooldownContent *content,
                                    const CooldownTally *tally);
void cooldown_report_material_clear (CooldownReportMaterial *self);
CooldownEntry *cooldown_report_find_workout (const CooldownReportMaterial *self,
                                             CooldownEntry *episode);
gboolean cooldown_report_is_over_an_hour (const CooldownReportMaterial *self,
                                          CooldownEntry *episode);
GDateTime *cooldown_report_get_date (CooldownEntry *entry);
char *cooldown_report_say_date (const CooldownReportMaterial *self, CooldownEntry *entry);
gboolean cooldown_report_is_you (const CooldownReportMaterial *self, const char *item);
guint cooldown_report_count_checks (const CooldownReportMaterial *self, const char *item);

char *cooldown_report_say_since (const CooldownReportMaterial *self);
char *cooldown_report_say_where (const CooldownReportMaterial *self);
char *cooldown_report_say_begins (const CooldownReportMaterial *self);
char *cooldown_report_say_over_an_hour (const CooldownReportMaterial *self);
char *cooldown_report_say_eases (const CooldownReportMaterial *self);
char *cooldown_report_say_also (const CooldownReportMaterial *self);
char *cooldown_report_say_medicines (const CooldownReportMaterial *self);
char *cooldown_report_say_signs (const CooldownReportMaterial *self, GPtrArray *ticked);
char *cooldown_report_say_tried (const CooldownReportMaterial *self);
char *cooldown_report_say_number (double number);
char *cooldown_report_list_dates (const CooldownReportMaterial *self, GPtrArray *entries);
char *cooldown_report_list_texts (GPtrArray *entries, CooldownField field);

void cooldown_report_count (const CooldownReportMaterial *self, CooldownReportFacts *facts);
CooldownReportNights *cooldown_report_nights_new (const CooldownReportMaterial *self);
void cooldown_report_nights_free (CooldownReportNights *self);
void cooldown_report_list_latest (const CooldownReportMaterial *self, GPtrArray *rows);
void cooldown_report_list_entries (const CooldownReportMaterial *self, GPtrArray *entries);
char *cooldown_report_describe (const CooldownReportMaterial *self, GPtrArray *descriptions);

G_END_DECLS
