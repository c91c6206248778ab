/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

void cooldown_check_in_say_noted (GtkWidget *widget);
void cooldown_check_in_answer (GtkWidget *widget, CooldownAppState *state, const char *answer);

G_END_DECLS
