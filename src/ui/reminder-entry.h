/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/**
 * CooldownReminderPart:
 * @COOLDOWN_REMINDER_PART_DUE: what stands to be said or answered now
 * @COOLDOWN_REMINDER_PART_MISSED: what fell due too long ago to be said
 * @COOLDOWN_REMINDER_PART_COMING: what will be said next
 * @COOLDOWN_N_REMINDER_PARTS: how many there are
 *
 * The parts of the list of reminders.
 */
typedef enum
{
  COOLDOWN_REMINDER_PART_DUE,
  COOLDOWN_REMINDER_PART_MISSED,
  COOLDOWN_REMINDER_PART_COMING,
  COOLDOWN_N_REMINDER_PARTS,
} CooldownReminderPart;

/**
 * CooldownReminderEntry:
 * @kind: id of the kind of notice: "ice-due", "wind-down" …
 * @at: when it was or will be due, microseconds since 1970 UTC
 * @title: what it says
 *
 * One reminder of the list.
 */
typedef struct
{
  char *kind;
  gint64 at;
  char *title;
} CooldownReminderEntry;

GPtrArray *cooldown_reminder_entries_read (CooldownAppState *state, CooldownReminderPart part);
gboolean cooldown_reminder_entries_equal (GPtrArray *a, GPtrArray *b);
const char *cooldown_reminder_entry_get_tab (const CooldownReminderEntry *self);
char *cooldown_reminder_entry_format_when (const CooldownReminderEntry *self,
                                           CooldownReminderPart part,
                                           CooldownClock *clock);
CooldownNoticeKind cooldown_reminders_get_episode_question (CooldownAppState *state);

G_END_DECLS
