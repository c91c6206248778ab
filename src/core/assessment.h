/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ticks.h"

G_BEGIN_DECLS

/** COOLDOWN_RLS: The id of restless legs, an outcome of its own beside the eight causes. */
#define COOLDOWN_RLS "rls"

/**
 * CooldownMatch:
 * @id: the id of a cause, or %COOLDOWN_RLS
 * @cause: (nullable): the cause; %NULL for restless legs
 * @score: the sum of its evidence; for the order only, never shown
 * @shares: (element-type CooldownItem): the user's ticks that speak for it, in page order
 * @against: (element-type CooldownItem): the user's ticks that speak against it
 * @missing: (element-type CooldownItem): what would speak for it and was answered with no
 * @stories: (element-type CooldownStory): of several stories those that the ticks point to
 *
 * A description that shares the user's ticks, and why.
 */
typedef struct
{
  const char *id;
  const CooldownCause *cause;
  int score;
  GPtrArray *shares;
  GPtrArray *against;
  GPtrArray *missing;
  GPtrArray *stories;
} CooldownMatch;

/**
 * CooldownAssessment:
 * @matches: (element-type CooldownMatch): the descriptions that share the ticks, most first
 * @questions: (element-type CooldownItem): what would tell the first two apart best; empty unless
 *   they lie close
 *
 * What the answers share with the descriptions. It says nothing of what somebody has.
 */
typedef struct
{
  GPtrArray *matches;
  GPtrArray *questions;
} CooldownAssessment;

CooldownAssessment *cooldown_assessment_new (CooldownContent *content,
                                             CooldownTicks *ticks,
                                             const char *const *denied);
void cooldown_assessment_free (CooldownAssessment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownAssessment, cooldown_assessment_free)

G_END_DECLS
