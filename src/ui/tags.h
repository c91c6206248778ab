/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/content.h"
#include "split.h"

G_BEGIN_DECLS

/* Words beside each other that are only to be read. */

void cooldown_tags_fill (CooldownWrap *tags, const char *const *words);
void cooldown_tags_fill_places (CooldownWrap *tags,
                                CooldownContent *content,
                                const char *const *halves);

G_END_DECLS
