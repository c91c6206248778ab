/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* What is due, was missed and is coming, for a popover of the window. A click on what is due goes to
 * its tab. */

#define COOLDOWN_TYPE_REMINDER_LIST (cooldown_reminder_list_get_type ())
G_DECLARE_FINAL_TYPE (CooldownReminderList, cooldown_reminder_list, COOLDOWN, REMINDER_LIST, GtkBox)

void cooldown_reminder_list_set_state (CooldownReminderList *self, CooldownAppState *state);

G_END_DECLS
