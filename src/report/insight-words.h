/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/insights.h"

G_BEGIN_DECLS

/*
 * What one's own nights say, in words that are no stronger than the counts: never a cause, never a
 * proof.
 */

/** COOLDOWN_NIGHTS_TO_BEGIN: From so many noted nights on there is something to show. */
#define COOLDOWN_NIGHTS_TO_BEGIN 3

char *cooldown_nights_format (guint n);
char *cooldown_nights_format_noted (guint n);

const char *cooldown_factor_get_title (CooldownFactor factor);
char *cooldown_factor_format_with (CooldownFactor factor, const char *limit);
const char *cooldown_factor_get_without (CooldownFactor factor);

guint cooldown_pattern_get_n_unknown (const CooldownPattern *self, guint n_noted);
char *cooldown_pattern_format_tag (const CooldownPattern *self);
char *cooldown_pattern_format_finding (const CooldownPattern *self,
                                       CooldownFactor factor,
                                       guint min_nights);
char *cooldown_pattern_format_effect (const CooldownPattern *self, int confidence);
char *cooldown_pattern_format_companion (const CooldownPattern *self, CooldownFactor factor);
char *cooldown_pattern_format_unknown (const CooldownPattern *self, guint n_noted);

char *cooldown_pattern_format (const CooldownPattern *self,
                               CooldownFactor factor,
                               const char *limit);

char *cooldown_restless_format (double restless);

G_END_DECLS
