/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CooldownFoldedWords: The words of texts without upper case and accents, to be searched. */
typedef struct _CooldownFoldedWords CooldownFoldedWords;

CooldownFoldedWords *cooldown_folded_words_new (void);
void cooldown_folded_words_free (CooldownFoldedWords *self);
void cooldown_folded_words_add (CooldownFoldedWords *self, const char *text);
gboolean cooldown_folded_words_match (CooldownFoldedWords *self, CooldownFoldedWords *wanted);
gboolean cooldown_folded_words_is_empty (CooldownFoldedWords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownFoldedWords, cooldown_folded_words_free)

G_END_DECLS
