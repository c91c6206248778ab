/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/content.h"

G_BEGIN_DECLS

/**
 * CooldownSearchResult:
 * @id: where it is in the window, as the action `show` takes it: "ice", "evening/caffeine"
 * @name: what it is called
 * @description: what it is about, in a sentence
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *description;
} CooldownSearchResult;

/** CooldownSearchIndex: What can be found: pages, causes, tips, and the warning signs. */
typedef struct _CooldownSearchIndex CooldownSearchIndex;

/** COOLDOWN_SEARCH_SIGNS: The result that leads to the warning signs. */
#define COOLDOWN_SEARCH_SIGNS "check/signs"

CooldownSearchIndex *cooldown_search_index_new (CooldownContent *content);
void cooldown_search_index_free (CooldownSearchIndex *self);
char **cooldown_search_index_find (CooldownSearchIndex *self, const char *const *terms);
gboolean cooldown_search_index_get (CooldownSearchIndex *self,
                                    const char *id,
                                    CooldownSearchResult *result);
char **cooldown_search_index_get_ids (CooldownSearchIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownSearchIndex, cooldown_search_index_free)

G_END_DECLS
