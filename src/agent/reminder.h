/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "due.h"

G_BEGIN_DECLS

/** COOLDOWN_REMINDER_MAX_BUTTONS: Most buttons a reminder has. */
#define COOLDOWN_REMINDER_MAX_BUTTONS 3

/**
 * CooldownUrgency:
 * @COOLDOWN_URGENCY_SILENT: may be overlooked, and makes no sound
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
 * CooldownSound:
 * @COOLDOWN_SOUND_NONE: without a sound: it was said before, or the user wants none
 * @COOLDOWN_SOUND_STEP: the agent plays a soft one itself; the server should not
 * @COOLDOWN_SOUND_SERVER: the notification server's own sound for a message
 * @COOLDOWN_SOUND_ALARM: the notification server's sound for an alarm
 * @COOLDOWN_SOUND_OURS: the agent plays one itself; the server should not
 *
 * What is heard when a reminder is shown.
 */
typedef enum
{
  COOLDOWN_SOUND_NONE,
  COOLDOWN_SOUND_STEP,
  COOLDOWN_SOUND_SERVER,
  COOLDOWN_SOUND_ALARM,
  COOLDOWN_SOUND_OURS,
} CooldownSound;

const char *cooldown_sound_get_tune (CooldownSound sound);

/**
 * CooldownReminder:
 * @slot: which notification it is; a newer one in the same slot replaces it
 * @title: what to do
 * @body: why, and until when
 * @tab: the tab a click opens
 * @urgency: how much it wants to be seen
 * @sound: what is heard with it
 * @serial: which telling of its source it is
 * @n_buttons: how many buttons
 * @labels: their words
 * @actions: what they do, as detailed action names: "ice-off::fine"
 *
 * What is due in words, ready for any notification server.
 */
struct _CooldownReminder
{
  guint slot;
  char *title;
  char *body;
  const char *tab;
  CooldownUrgency urgency;
  CooldownSound sound;
  gint64 serial;
  guint n_buttons;
  char *labels[COOLDOWN_REMINDER_MAX_BUTTONS];
  char *actions[COOLDOWN_REMINDER_MAX_BUTTONS];
};

CooldownReminder *cooldown_reminder_new (CooldownLedger *ledger,
                                         guint source,
                                         const CooldownDue *due,
                                         const CooldownInstant *now);
CooldownReminder *cooldown_reminder_new_summary (GPtrArray *reminders);
void cooldown_reminder_add_button (CooldownReminder *self, const char *label, const char *action);
void cooldown_reminder_word_from_content (CooldownReminder *self,
                                          CooldownLedger *ledger,
                                          const CooldownDue *due,
                                          const CooldownInstant *now);
CooldownReminder *cooldown_reminder_copy (const CooldownReminder *self);
void cooldown_reminder_free (CooldownReminder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownReminder, cooldown_reminder_free)

G_END_DECLS
