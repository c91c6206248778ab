/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words made into lists, and words that begin a line. */

char *cooldown_words_list (GPtrArray *words);
char *cooldown_words_list_parts (GPtrArray *parts);
char *cooldown_words_join (GPtrArray *words);
char *cooldown_words_capitalize (const char *words);

G_END_DECLS
