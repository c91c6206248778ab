/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the ticks come to: the level and what to do. */

#define COOLDOWN_TYPE_CHECK_RESULT (cooldown_check_result_get_type ())
G_DECLARE_FINAL_TYPE (CooldownCheckResult, cooldown_check_result, COOLDOWN, CHECK_RESULT, AdwBin)

void cooldown_check_result_show_finding (CooldownCheckResult *self,
                                         CooldownAppState *state,
                                         const CooldownFinding *finding,
                                         gboolean begun);
GtkWidget *cooldown_check_result_get_level_card (CooldownCheckResult *self);

G_END_DECLS
