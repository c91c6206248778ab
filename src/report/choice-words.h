/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/content.h"
#include "core/entry.h"
#include "list-words.h"

G_BEGIN_DECLS

/* What the ids in entries are called, and what their numbers mean. */

const char *const *cooldown_choice_get_ids (CooldownField field);
const char *cooldown_choice_get_name (CooldownField field, const char *id);

char *cooldown_remedy_parse (const char *tried, const char **outcome);
const char *const *cooldown_remedy_get_outcomes (void);
const char *cooldown_remedy_get_outcome_name (const char *outcome);

const char *cooldown_sensation_get_name (CooldownContent *content, const char *item);
char *cooldown_sensations_format (CooldownContent *content, const char *const *items);

char *cooldown_severity_format (int severity);
const char *cooldown_restless_get_name (const CooldownEveningNumbers *numbers, int restless);

G_END_DECLS
