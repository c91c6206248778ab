/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* What somebody who repairs reminders has to know, as plain text. */

char *cooldown_diagnosis_new (CooldownAppState *state, GdkDisplay *display);

G_END_DECLS
