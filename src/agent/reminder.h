/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger.h"

G_BEGIN_DECLS

/** COOLDOWN_REMINDER_MAX_BUTTONS: Most buttons a reminder has. */
#define COOLDOWN_REMINDER_MAX_BUTTONS 3

/**
 * CooldownUrgency:
 * @COOLDOWN_URGENCY_SILENT: may be overlooked
 * @COOLDOWN_URGENCY_NORMAL: should be noticed
 * @COOLDOWN_URGENCY_CRITICAL: must be noticed: ice is on the skin
 */
typedef enum
{
  COOLDOWN_URGENCY_SILENT,
  COOLDOWN_URGENCY_NORMAL,
  COOLDOWN_URGENCY_CRITICAL,
} CooldownUrgency;

/**
 * CooldownReminder:
 * @subject: what it is about; a newer one of the same subject replaces it
 * @title: what to do
 * @body: why, and until when
 * @tab: the tab a click opens
 * @urgency: how much it wants to be seen
 * @said: session time at which it was to be said
 * @n_buttons: how many buttons
 * @labels: their words
 * @actions: what they do, as detailed action names: "ice-off::fine"
 *
 * A notice in words, ready for any notification server.
 */
typedef struct
{
  CooldownSubject subject;
  char *title;
  char *body;
  const char *tab;
  CooldownUrgency urgency;
  gint64 said;
  guint n_buttons;
  char *labels[COOLDOWN_REMINDER_MAX_BUTTONS];
  const char *actions[COOLDOWN_REMINDER_MAX_BUTTONS];
} CooldownReminder;

CooldownReminder *cooldown_reminder_new (CooldownLedger *ledger,
                                         CooldownSubject subject,
                                         const CooldownNotice *notice,
                                         const CooldownInstant *now);
CooldownReminder *cooldown_reminder_copy (const CooldownReminder *reminder);
void cooldown_reminder_free (CooldownReminder *reminder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownReminder, cooldown_reminder_free)

G_END_DECLS
