/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content-reader.h"

G_BEGIN_DECLS

/* The eight causes, in the order in which they are always shown. */
#define COOLDOWN_CAUSE_IDS \
  "histamine", "circulation", "electrolytes", "pinched-nerve", "back", "neuroma", "cecs", "paes"

/* The answer that excludes all warning signs, and what the ids of all items like it begin with. */
#define COOLDOWN_ITEM_NO_SIGN "warn-none"
#define COOLDOWN_ITEM_SIGN_PREFIX "warn-"

/* The levels that a rule can reach, most urgent first. */
extern const char *const cooldown_rule_levels[];

struct _CooldownContent
{
  GObject parent_instance;
  CooldownArena *arena;

  GPtrArray *sources;

  GPtrArray *causes;
  GPtrArray *frame;

  GPtrArray *levels;
  GPtrArray *groups;
  GPtrArray *items;
  GHashTable *items_by_id; /* (element-type utf8 CooldownItem) (nullable) */
  GPtrArray *signs;
  GPtrArray *rules;
  GPtrArray *regions;
  GPtrArray *evidence;
  CooldownScoring scoring;
  GPtrArray *journal_ticks;
  GPtrArray *warnings;
  GPtrArray *messages;

  GPtrArray *steps;
  CooldownRecoveryRules recovery_rules;
  GArray *gone_after;
  GPtrArray *questions;
  GPtrArray *drinks;
  struct
  {
    int ml, oz, remind_minutes;
  } drink_limit;

  CooldownIceProtocol ice_protocol;
  GPtrArray *ice_statements;
  GPtrArray *gate;
  GPtrArray *today;
  GPtrArray *forbidding;
  CooldownStatement alcohol;

  GPtrArray *limits;
  GPtrArray *activities;
  GPtrArray *routine;
  GPtrArray *features;
  GPtrArray *restless_now;
  GPtrArray *reasons;
  GPtrArray *advice;
  CooldownEveningNumbers evening;
  GPtrArray *experiments;
  GPtrArray *experiment_statements;

  CooldownReminderRules reminder_rules;
  CooldownReminderText reminder_texts[COOLDOWN_N_NOTICES];

  GPtrArray *topics[COOLDOWN_TAB_EVENING + 1];
};

CooldownContent *cooldown_content_load_noting (CooldownContentRead read,
                                               gpointer data,
                                               GPtrArray *visible,
                                               GError **error);
CooldownContent *cooldown_content_load_folder_noting (const char *folder,
                                                      GPtrArray *visible,
                                                      GError **error);
gconstpointer cooldown_content_find (GPtrArray *array, const char *id);

void cooldown_content_read_sources (CooldownReader *reader, gpointer content);
void cooldown_content_read_causes (CooldownReader *reader, gpointer content);
void cooldown_content_read_checklist (CooldownReader *reader, gpointer content);
void cooldown_content_read_recovery (CooldownReader *reader, gpointer content);
void cooldown_content_read_ice (CooldownReader *reader, gpointer content);
void cooldown_content_read_evening (CooldownReader *reader, gpointer content);
void cooldown_content_read_reminders (CooldownReader *reader, gpointer content);
void cooldown_content_read_triage (CooldownReader *reader, CooldownContent *self);

/* What several files are made of. */
void cooldown_read_basis (CooldownReader *reader, CooldownBasis *basis);
void cooldown_read_statement (CooldownReader *reader, gpointer statement);
void cooldown_read_topic (CooldownReader *reader, gpointer topic);
void cooldown_read_leave_out (CooldownReader *reader, gpointer leave_out);

G_END_DECLS
