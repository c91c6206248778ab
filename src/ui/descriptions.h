/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"
#include "core/assessment.h"

G_BEGIN_DECLS

/* The descriptions that share the user's ticks: the first as a card, the others as rows, and what
 * would tell the first two apart as a question. Not visible without any. */

#define COOLDOWN_TYPE_DESCRIPTIONS (cooldown_descriptions_get_type ())
G_DECLARE_FINAL_TYPE (CooldownDescriptions, cooldown_descriptions, COOLDOWN, DESCRIPTIONS, GtkBox)

void cooldown_descriptions_show (CooldownDescriptions *self,
                                 CooldownAppState *state,
                                 CooldownAssessment *assessment);

G_END_DECLS
