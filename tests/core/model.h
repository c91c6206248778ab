/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal-entries.h"

G_BEGIN_DECLS

/* A journal as simple as can be: entries in memory, and every question answered by looking at each. */

/**
 * ModelWords:
 * @words: what is looked for in free texts, beginnings of words; ended by %NULL
 * @id: (nullable): an id that is looked for
 *
 * What CooldownQuery.match asks, before it is put into the words of SQLite.
 */
typedef struct
{
  const char *words[3];
  const char *id;
} ModelWords;

typedef struct _Model Model;

Model *model_new (void);
void model_free (Model *model);
void model_put (Model *model, CooldownEntry *entry);
void model_mark (Model *model, const char *uid, gboolean deleted);
CooldownEntry *model_get (Model *model, const char *uid);
CooldownEntry *model_choose (Model *model, GRand *chance);
guint model_get_size (Model *model);

GPtrArray *model_find (Model *model, const CooldownQuery *query, const ModelWords *words);
guint model_count_month (GPtrArray *entries, guint year, guint month);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Model, model_free)

G_END_DECLS
