/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The bell in the header bar: it opens the list of reminders and has a dot while one is due. */

#define COOLDOWN_TYPE_REMINDER_BUTTON (cooldown_reminder_button_get_type ())
G_DECLARE_FINAL_TYPE (CooldownReminderButton,
                      cooldown_reminder_button,
                      COOLDOWN,
                      REMINDER_BUTTON,
                      AdwBin)

void cooldown_reminder_button_set_state (CooldownReminderButton *self, CooldownAppState *state);
void cooldown_reminder_button_open (CooldownReminderButton *self);

G_END_DECLS
