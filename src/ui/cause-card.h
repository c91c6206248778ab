/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"
#include "core/assessment.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A description that shares the user's ticks, and why: as an open card, or as a row for a list that
 * opens to the same words. What they are given has to outlive them. */

/**
 * CooldownCauseView:
 * @state: what is going on
 * @match: the description
 * @remedies: whether to say what one can do oneself; not before the warning signs are answered
 *
 * What is shown of a description.
 */
typedef struct
{
  CooldownAppState *state;
  const CooldownMatch *match;
  gboolean remedies;
} CooldownCauseView;

GtkWidget *cooldown_cause_card_new (const CooldownCauseView *view);
GtkWidget *cooldown_cause_row_new_for_match (const CooldownCauseView *view);
const char *cooldown_match_get_name (const CooldownMatch *match);
char *cooldown_match_describe_shares (const CooldownMatch *match);

G_END_DECLS
