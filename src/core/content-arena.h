/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CooldownArena: Memory of many small things that live and go together. */
typedef struct _CooldownArena CooldownArena;

CooldownArena *cooldown_arena_new (void);
void cooldown_arena_free (CooldownArena *self);
gpointer cooldown_arena_alloc (CooldownArena *self, gsize size);
const char *cooldown_arena_string (CooldownArena *self, const char *string);
GPtrArray *cooldown_arena_array (CooldownArena *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownArena, cooldown_arena_free)

G_END_DECLS
