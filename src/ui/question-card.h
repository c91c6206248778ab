/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* One question, the answer to which would tell apart two descriptions that lie close, with three
 * answers that look alike. Not visible without a question. */

#define COOLDOWN_TYPE_QUESTION_CARD (cooldown_question_card_get_type ())
G_DECLARE_FINAL_TYPE (CooldownQuestionCard, cooldown_question_card, COOLDOWN, QUESTION_CARD, GtkBox)

void cooldown_question_card_ask (CooldownQuestionCard *self,
                                 CooldownAppState *state,
                                 GPtrArray *questions);

G_END_DECLS
