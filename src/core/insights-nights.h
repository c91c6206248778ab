/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry.h"
#include "evening.h"
#include "insights.h"

G_BEGIN_DECLS

/**
 * CooldownNightRules:
 * @bedtimes: when the user goes to bed as a rule
 * @caffeine: until when caffeine is taken
 * @numbers: what counts as hard, and what as late
 *
 * What makes a cup or a workout one that counts.
 */
typedef struct
{
  CooldownBedtimes bedtimes;
  const CooldownLimit *caffeine;
  const CooldownEveningNumbers *numbers;
} CooldownNightRules;

GArray *cooldown_nights_from_entries (GPtrArray *entries, const CooldownNightRules *rules);

G_END_DECLS
