/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tally.h"

#include "core/content.h"

G_BEGIN_DECLS

/* What was counted, in words. */

char *cooldown_episodes_format (guint n);
char *cooldown_workouts_format (guint n);

const char *cooldown_lasted_get_name (CooldownLasted lasted);
const char *cooldown_share_get_name (CooldownShareGroup group, const char *id);
char *cooldown_share_format_episodes (const CooldownShare *share);
char *cooldown_share_format_workouts (const CooldownShare *share);

char *cooldown_tally_mark_format_when (const CooldownTallyMark *mark);
char *cooldown_tally_mark_format_strength (const CooldownTallyMark *mark);
char *cooldown_tally_mark_format (const CooldownTallyMark *mark);

char *cooldown_tally_format_legend (const CooldownTally *self);
char *cooldown_tally_format_period (const CooldownTally *self);
char *cooldown_tally_format_strength (const CooldownTally *self);
char *cooldown_tally_format_places (const CooldownTally *self, CooldownContent *content);
char *cooldown_tally_format_lasted (const CooldownTally *self);
char *cooldown_tally_format_shares (const CooldownTally *self);

G_END_DECLS
