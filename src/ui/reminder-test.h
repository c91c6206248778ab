/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A page of the preferences on which the user tests whether reminders come while the window is
 * closed, and sees which part of their way works. Signals: "back" and "close-windows", when the
 * user wants that. */

#define COOLDOWN_TYPE_REMINDER_TEST (cooldown_reminder_test_get_type ())
G_DECLARE_FINAL_TYPE (CooldownReminderTest, cooldown_reminder_test, COOLDOWN, REMINDER_TEST, AdwBin)

/** COOLDOWN_TEST_KEPT: So long after it was asked for, in seconds, a test is still worth showing. */
#define COOLDOWN_TEST_KEPT 3600

GtkWidget *cooldown_reminder_test_new (CooldownAppState *state);
gint64 cooldown_reminder_test_get_last (CooldownAppState *state, char **headline);

G_END_DECLS
